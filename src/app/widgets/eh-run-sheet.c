/* What happens in a workshop, in its order: a card for each activity, with the time when it begins
 * and ends. Cards move by buttons, by Alt and the arrows, and by dragging. */

#include "eh-run-sheet.h"

#include "eh-activity-card.h"
#include "eh-activity.h"
#include "eh-deck-window.h"
#include "eh-fields.h"
#include "eh-plan-edit.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-when-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhRunSheet {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *box;
  GtkLabel *summary;
  GtkLabel *fit;
  GtkWidget *cards;
  GtkWidget *start;
  GPtrArray *activities; /* (element-type EhActivity): by position */
};

G_DEFINE_FINAL_TYPE (EhRunSheet, eh_run_sheet, GTK_TYPE_WIDGET)

static EhActivityCard *
card_of (EhRunSheet *self, EhId id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (eh_activity_card_get_id (EH_ACTIVITY_CARD (card)) == id)
      return EH_ACTIVITY_CARD (card);
  return NULL;
}

static int
place_of (EhRunSheet *self, EhId id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (eh_row_id (self->activities->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* Where a new neighbour comes: halfway between two, so that one row changes. */
static double
position_before (EhRunSheet *self, int place)
{
  const EhActivity *before = place > 0 ? self->activities->pdata[place - 1] : NULL;
  const EhActivity *after = place < (int) self->activities->len ? self->activities->pdata[place]
                                                                : NULL;

  if (before == NULL)
    return after != NULL ? after->position - 1 : 1;
  return after != NULL ? (before->position + after->position) / 2 : before->position + 1;
}

static void
move_to (EhRunSheet *self, EhId id, int place)
{
  g_autoptr (EhActivity) activity = NULL;
  EhActivityCard *card = NULL;

  if (place < 0 || place > (int) self->activities->len)
    return;
  eh_workspace_flush (self->workspace);
  activity = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_activity_row_type, id);
  if (activity == NULL)
    return;
  activity->position = position_before (self, place);
  if (!eh_workspace_put (self->workspace, &eh_activity_row_type, activity, _ ("Moved an activity"),
                         NULL))
    return;
  card = card_of (self, id);
  if (card != NULL && gtk_widget_get_focus_child (GTK_WIDGET (card)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (card), GTK_DIR_TAB_FORWARD);
  place = place_of (self, id);
  if (place >= 0) {
    /* TRANSLATORS: said after an activity was moved: its new place and how many there are */
    g_autofree char *said = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Now %1$d of %2$u activity", "Now %1$d of %2$u activities",
                     self->activities->len),
        place + 1, self->activities->len);

    eh_workspace_announce (self->workspace, said);
  }
}

static void
move_cb (EhActivityCard *card, int by, EhRunSheet *self)
{
  EhId id = eh_activity_card_get_id (card);
  int place = place_of (self, id);

  if (by < 0 && place > 0)
    move_to (self, id, place - 1);
  else if (by > 0 && place + 1 < (int) self->activities->len)
    move_to (self, id, place + 2);
}

static void
dropped_cb (EhActivityCard *card, EhActivityCard *moved, gboolean after, EhRunSheet *self)
{
  int place = place_of (self, eh_activity_card_get_id (card));

  if (place >= 0 && place_of (self, eh_activity_card_get_id (moved)) >= 0)
    move_to (self, eh_activity_card_get_id (moved), place + (after ? 1 : 0));
}

static void
remove_cb (EhActivityCard *card, EhRunSheet *self)
{
  eh_workspace_remove (self->workspace, &eh_activity_row_type, eh_activity_card_get_id (card),
                       _ ("Removed an activity"), _ ("Removed the activity"));
}

static void
copy_cb (EhActivityCard *card, EhRunSheet *self)
{
  g_autoptr (GError) error = NULL;
  EhId id;

  eh_workspace_flush (self->workspace);
  id = eh_plan_duplicate_activity (eh_workspace_get_store (self->workspace),
                                   eh_activity_card_get_id (card), &error);
  if (id == EH_ID_NONE)
    eh_workspace_report_error (self->workspace, error);
  else if (card_of (self, id) != NULL)
    eh_activity_card_edit_title (card_of (self, id));
}

static char *
time_text (const char *start, gint64 from, gint64 minutes)
{
  g_autofree char *begins = eh_when_add_minutes (start, from);
  g_autofree char *ends = eh_when_add_minutes (start, from + minutes);

  if (*begins == '\0') {
    g_autofree char *after = eh_when_length (from);

    /* TRANSLATORS: when an activity comes, where the workshop has no time yet: "After 20 minutes"
     */
    return from > 0 ? g_strdup_printf (_ ("After %s"), after) : g_strdup (_ ("At the beginning"));
  }
  if (minutes == 0)
    return g_steal_pointer (&begins);
  return g_strdup_printf ("%s–%s", begins, ends);
}

/* Against the planned end, in words. */
static void
show_fit (EhRunSheet *self, const EhWorkshop *workshop)
{
  EhSchedule schedule = { .planned = -1 };
  g_autofree char *length = NULL;
  g_autofree char *text = NULL;

  if (workshop != NULL && self->activities->len > 0)
    schedule = eh_schedule_of (workshop, self->activities);
  gtk_widget_set_visible (GTK_WIDGET (self->fit), schedule.planned >= 0);
  if (schedule.planned < 0)
    return;
  length = eh_when_length (ABS (schedule.over));
  if (schedule.over > 0)
    /* TRANSLATORS: a length of time, and a time of the day */
    text = g_strdup_printf (_ ("%1$s too long: it is planned to end at %2$s."), length,
                            workshop->end_time);
  else if (schedule.over < 0)
    /* TRANSLATORS: a length of time, and a time of the day */
    text = g_strdup_printf (_ ("%1$s left before %2$s."), length, workshop->end_time);
  else
    text = g_strdup (_ ("It ends as planned."));
  gtk_label_set_label (self->fit, text);
  if (schedule.over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->fit), "eh-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->fit), "eh-warning");
}

static void
show_times (EhRunSheet *self)
{
  g_autoptr (EhWorkshop) workshop = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                   &eh_workshop_row_type, self->workshop_id);
  const char *start = workshop != NULL ? workshop->start_time : "";
  gint64 from = 0;
  g_autofree char *count = NULL;
  g_autofree char *length = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *summary = NULL;
  guint n = self->activities->len;

  for (guint i = 0; i < n; i++) {
    const EhActivity *activity = self->activities->pdata[i];
    gboolean is_break = activity->method == EH_METHOD_BREAK;
    g_autofree char *time = time_text (start, from, activity->minutes);
    /* TRANSLATORS: the times of an activity in which people rest: "14:00–14:20, break" */
    g_autofree char *text = is_break ? g_strdup_printf (_ ("%s, break"), time) : g_strdup (time);

    eh_activity_card_set_place (card_of (self, activity->id), text, i == 0, i + 1 == n, is_break);
    from += activity->minutes;
  }
  show_fit (self, workshop);
  if (n == 0) {
    gtk_label_set_label (
        self->summary,
        _ ("Nothing is planned yet. Add an activity, which is a question to the room and the time "
           "it gets; or begin with a run sheet that is there, and make it your own."));
    return;
  }
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", n), n);
  length = eh_when_length (from);
  ends = eh_when_add_minutes (start, from);
  if (*ends != '\0')
    /* TRANSLATORS: "5 activities, 1 hour 50 minutes, ends at 15:50" */
    summary = g_strdup_printf (_ ("%1$s, %2$s, ends at %3$s"), count, length, ends);
  else
    /* TRANSLATORS: "5 activities, 1 hour 50 minutes" */
    summary = g_strdup_printf (_ ("%1$s, %2$s"), count, length);
  gtk_label_set_label (self->summary, summary);
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const EhActivity *one = *(EhActivity *const *) a;
  const EhActivity *other = *(EhActivity *const *) b;

  if (one->position < other->position)
    return -1;
  return one->position > other->position;
}

static EhActivityCard *
new_card (EhRunSheet *self, EhId id)
{
  GtkWidget *card = eh_activity_card_new (self->workspace, id);

  g_signal_connect_object (card, "move", G_CALLBACK (move_cb), self, 0);
  g_signal_connect_object (card, "dropped", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (card, "copy", G_CALLBACK (copy_cb), self, 0);
  g_signal_connect_object (card, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self->cards), card);
  return EH_ACTIVITY_CARD (card);
}

/* Cards of activities that are still there stay the same widgets, so that the keyboard stays where
 * it is. */
static void
refresh (EhRunSheet *self)
{
  GtkWidget *last = NULL;
  GtkWidget *next = NULL;

  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->activities = eh_reader_list_of (eh_workspace_get_db (self->workspace),
                                        &eh_activity_row_type, "workshop_id", self->workshop_id);
  g_ptr_array_sort (self->activities, by_position);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = next) {
    next = gtk_widget_get_next_sibling (card);
    if (place_of (self, eh_activity_card_get_id (EH_ACTIVITY_CARD (card))) < 0)
      gtk_box_remove (GTK_BOX (self->cards), card);
  }
  for (guint i = 0; i < self->activities->len; i++) {
    EhId id = eh_row_id (self->activities->pdata[i]);
    EhActivityCard *card = card_of (self, id);

    if (card == NULL)
      card = new_card (self, id);
    if (gtk_widget_get_prev_sibling (GTK_WIDGET (card)) != last)
      gtk_box_reorder_child_after (GTK_BOX (self->cards), GTK_WIDGET (card), last);
    last = GTK_WIDGET (card);
  }
  gtk_widget_set_visible (self->cards, self->activities->len > 0);
  show_times (self);
}

static void
add_cb (EhRunSheet *self)
{
  g_autoptr (EhActivity) activity = eh_activity_new ();

  eh_workspace_flush (self->workspace);
  activity->id = eh_id_new ();
  activity->workshop_id = self->workshop_id;
  activity->position = position_before (self, (int) self->activities->len);
  activity->minutes = 20;
  eh_set_str (&activity->title, _ ("New activity"));
  if (eh_workspace_put (self->workspace, &eh_activity_row_type, activity, _ ("Added an activity"),
                        NULL) &&
      card_of (self, activity->id) != NULL)
    eh_activity_card_edit_title (card_of (self, activity->id));
}

static void
start_cb (EhRunSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (
      GTK_WINDOW (eh_deck_window_new (self->workspace, GTK_WINDOW (root), self->workshop_id)));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhRunSheet *self)
{
  if (self->workshop_id != EH_ID_NONE && (eh_changes_touch (changes, &eh_activity_row_type) ||
                                          eh_changes_touch (changes, &eh_workshop_row_type)))
    refresh (self);
}

static void
eh_run_sheet_dispose (GObject *object)
{
  EhRunSheet *self = EH_RUN_SHEET (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_run_sheet_parent_class)->dispose (object);
}

static void
eh_run_sheet_class_init (EhRunSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_run_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_run_sheet_init (EhRunSheet *self)
{
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *add = eh_fields_pill (_ ("_Add an Activity"));

  self->activities = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  self->summary = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->fit = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->start = eh_fields_pill (_ ("_Begin with a Run Sheet…"));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (buttons), add);
  eh_wrap_append (EH_WRAP (buttons), self->start);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->fit));
  gtk_box_append (GTK_BOX (self->box), self->cards);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_run_sheet_set_workspace:
 * @self: a run sheet that has none
 * @workspace: a workspace with a project
 */
void
eh_run_sheet_set_workspace (EhRunSheet *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
}

/**
 * eh_run_sheet_set_workshop:
 * @self: a run sheet with a workspace
 * @workshop_id: whose activities to show, or none
 */
void
eh_run_sheet_set_workshop (EhRunSheet *self, EhId workshop_id)
{
  self->workshop_id = workshop_id;
  if (workshop_id != EH_ID_NONE)
    refresh (self);
}
