/* The run sheet beside the session that is going on: what was planned, how it went, and when it
 * will end at this pace. Choosing an activity goes to it. */

#include "eh-session-sheet.h"

#include "eh-fields.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-when-text.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MINUTE       (60 * (gint64) G_USEC_PER_SEC)
#define LOOK_SECONDS 20

struct _EhSessionSheet {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkWidget *box;
  GtkLabel *pace;
  GtkListBox *list;
  char *shown;
  guint look_id; /* while it is in view */
};

G_DEFINE_FINAL_TYPE (EhSessionSheet, eh_session_sheet, GTK_TYPE_WIDGET)

static char *
planned_words (const EhWorkshop *workshop, const EhActivity *activity, gint64 from)
{
  g_autofree char *begins = eh_when_add_minutes (workshop->start_time, from);
  g_autofree char *length = eh_when_length (activity->minutes);

  if (activity->minutes == 0)
    return *begins != '\0' ? g_steal_pointer (&begins) : g_strdup ("");
  if (*begins == '\0')
    return g_steal_pointer (&length);
  /* TRANSLATORS: when an activity is planned to begin, and how long it takes: "10:20, 15 minutes"
   */
  return g_strdup_printf (_ ("%1$s, %2$s"), begins, length);
}

static char *
went_words (EhSessionSheet *self, const EhActivity *activity)
{
  const EhLiveActivity *went = eh_live_session_look (self->live, activity->id);
  gboolean current = activity->id == eh_live_session_get_activity_id (self->live);
  g_autofree char *began = NULL;
  g_autofree char *took = NULL;

  if (went == NULL || went->began_at == 0)
    return g_strdup (current ? _ ("Now, not begun") : "");
  began = eh_when_clock_time (went->began_at);
  if (current)
    /* TRANSLATORS: %s is a time of day */
    return g_strdup_printf (_ ("Now, since %s"), began);
  took = eh_when_length ((eh_session_clock_passed (&went->clock, g_get_real_time ()) + MINUTE / 2) /
                         MINUTE);
  /* TRANSLATORS: how an activity went: a time of day, and a length of time */
  return g_strdup_printf (_ ("Began at %1$s, took %2$s"), began, took);
}

static void
add_row (EhSessionSheet *self, const EhWorkshop *workshop, const EhActivity *activity, gint64 from)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *planned = planned_words (workshop, activity, from);
  g_autofree char *went = went_words (self, activity);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (column), eh_fields_words (activity->title, "eh-row-title"));
  if (*planned != '\0')
    gtk_box_append (GTK_BOX (column), eh_fields_words (planned, "eh-row-detail"));
  if (*went != '\0')
    gtk_box_append (GTK_BOX (column), eh_fields_words (went, "eh-sheet-went"));
  if (activity->id == eh_live_session_get_activity_id (self->live))
    gtk_widget_add_css_class (row, "eh-current");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), column);
  /* TRANSLATORS: an activity, as a screen reader says it: title, plan, how it went */
  name = g_strdup_printf (_ ("%1$s. %2$s. %3$s"), activity->title, planned, went);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* What is still to come, from now; what is over already takes no more. */
static gint64
still_to_come (EhSessionSheet *self, gint64 now)
{
  GPtrArray *activities = eh_live_session_get_activities (self->live);
  EhId current = eh_live_session_get_activity_id (self->live);
  gboolean later = FALSE;
  gint64 all = 0;

  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];
    const EhLiveActivity *went = eh_live_session_look (self->live, activity->id);

    if (activity->id == current)
      later = TRUE;
    if (later)
      all += MAX (eh_session_clock_left (&went->clock, now), 0);
  }
  return all;
}

static char *
pace_words (EhSessionSheet *self, const EhWorkshop *workshop)
{
  gint64 now = g_get_real_time ();
  gint64 ends_at = now + still_to_come (self, now);
  g_autofree char *ends = eh_when_clock_time (ends_at);
  gint64 planned = eh_schedule_minute_of (workshop->end_time);
  gint64 late = planned >= 0 ? eh_schedule_minute_of (ends) - planned : 0;
  g_autofree char *length = NULL;

  /* Across midnight, the shorter way round. */
  if (late > 12 * 60)
    late -= 24 * 60;
  if (late < -12 * 60)
    late += 24 * 60;
  length = eh_when_length (ABS (late));
  if (late > 0)
    /* TRANSLATORS: a time of day, and a length of time */
    return g_strdup_printf (_ ("At this pace it ends at %1$s, %2$s later than planned."), ends,
                            length);
  if (late < 0)
    /* TRANSLATORS: a time of day, and a length of time */
    return g_strdup_printf (_ ("At this pace it ends at %1$s, %2$s before time."), ends, length);
  /* TRANSLATORS: %s is a time of day */
  return g_strdup_printf (_ ("At this pace it ends at %s."), ends);
}

static void
look (EhSessionSheet *self)
{
  g_autoptr (EhWorkshop) workshop = NULL;
  g_autofree char *text = NULL;

  if (eh_live_session_is_on (self->live))
    workshop = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_workshop_row_type,
                              eh_live_session_get_workshop_id (self->live));
  gtk_widget_set_visible (GTK_WIDGET (self->pace),
                          workshop != NULL && eh_live_session_get_activities (self->live)->len > 0);
  if (workshop == NULL)
    return;
  text = pace_words (self, workshop);
  if (eh_set_str (&self->shown, text))
    gtk_label_set_label (self->pace, text);
}

static gboolean
look_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
has_focus (EhSessionSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
refresh (EhSessionSheet *self)
{
  GPtrArray *activities = eh_live_session_get_activities (self->live);
  g_autoptr (EhWorkshop) workshop = NULL;
  gboolean focused = has_focus (self);
  GtkWidget *row = NULL;
  gint64 from = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (!eh_live_session_is_on (self->live))
    return;
  workshop = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_workshop_row_type,
                            eh_live_session_get_workshop_id (self->live));
  for (guint i = 0; workshop != NULL && i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];

    add_row (self, workshop, activity, from);
    from += activity->minutes;
    if (focused && activity->id == eh_live_session_get_activity_id (self->live))
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), activities->len > 0);
  look (self);
}

static void
activated_cb (EhSessionSheet *self, GtkListBoxRow *row)
{
  GPtrArray *activities = eh_live_session_get_activities (self->live);
  guint at = (guint) gtk_list_box_row_get_index (row);

  if (at < activities->len)
    eh_live_session_go_to (self->live, eh_row_id (activities->pdata[at]));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhSessionSheet *self)
{
  if (eh_live_session_is_on (self->live) && eh_changes_touch (changes, &eh_workshop_row_type))
    refresh (self);
}

static void
eh_session_sheet_map (GtkWidget *widget)
{
  EhSessionSheet *self = EH_SESSION_SHEET (widget);

  GTK_WIDGET_CLASS (eh_session_sheet_parent_class)->map (widget);
  look (self);
  self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}

static void
eh_session_sheet_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&EH_SESSION_SHEET (widget)->look_id, g_source_remove);
  GTK_WIDGET_CLASS (eh_session_sheet_parent_class)->unmap (widget);
}

static void
eh_session_sheet_dispose (GObject *object)
{
  EhSessionSheet *self = EH_SESSION_SHEET (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_session_sheet_parent_class)->dispose (object);
}

static void
eh_session_sheet_class_init (EhSessionSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_session_sheet_dispose;
  widget_class->map = eh_session_sheet_map;
  widget_class->unmap = eh_session_sheet_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_session_sheet_init (EhSessionSheet *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->pace = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Run sheet"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pace));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_session_sheet_set_workspace:
 * @self: a sheet that has none
 * @workspace: a workspace with a project
 */
void
eh_session_sheet_set_workspace (EhSessionSheet *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->live = g_object_ref (eh_workspace_get_live (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->live, "activities-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "clock-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
