/* The live session, on one screen: the question large, the clock, what is said, who is here and who
 * has the floor, and the run sheet. It takes the whole content of the window; leaving it ends
 * nothing. */

#include "eh-run-page.h"

#include "eh-attendance-list.h"
#include "eh-capture-bar.h"
#include "eh-latest-insights.h"
#include "eh-notice-list.h"
#include "eh-page.h"
#include "eh-schedule.h"
#include "eh-sections.h"
#include "eh-session-sheet.h"
#include "eh-session-timer.h"
#include "eh-text.h"
#include "eh-turn-board.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NAME "run"

struct _EhRunPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkStack *stack;
  EhSplit *split;
  GtkWidget *side_button;
  EhNoticeList *notices;
  GtkLabel *title;
  GtkLabel *prompt;
  GtkWidget *plan_button;
  EhSessionTimer *timer;
  EhCaptureBar *capture;
  EhLatestInsights *latest;
  EhSections *sections;
  GtkStack *parts;
  EhAttendanceList *arrivals;
  EhTurnBoard *turns;
  EhSessionSheet *sheet;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_run_page_page_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhRunPage,
                               eh_run_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_run_page_page_init))

static guint
place_of (EhRunPage *self, GPtrArray *activities)
{
  for (guint i = 0; i < activities->len; i++)
    if (eh_row_id (activities->pdata[i]) == eh_live_session_get_activity_id (self->live))
      return i;
  return 0;
}

static void
show_activity (EhRunPage *self)
{
  GPtrArray *activities = eh_live_session_get_activities (self->live);
  const EhActivity *activity = eh_live_session_get_activity (self->live);
  guint place = place_of (self, activities);
  g_autofree char *title = NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    eh_live_session_is_on (self->live) ? "session" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.previous", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.next", place + 1 < activities->len);
  gtk_widget_set_visible (self->plan_button, activity == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->prompt),
                          activity == NULL || !eh_text_is_blank (activity->prompt));
  if (activity == NULL) {
    gtk_label_set_label (self->title, _ ("Nothing is planned for this workshop"));
    gtk_label_set_label (self->prompt, _ ("People can arrive and speak, and what they say can be "
                                          "written down. A run sheet gives you the clock."));
    return;
  }
  /* TRANSLATORS: which activity of how many, and its title: "2 of 9: Round 1" */
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u: %3$s", "%1$u of %2$u: %3$s", activities->len),
      place + 1, activities->len, activity->title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->prompt, activity->prompt);
}

static void
tell_activity (EhRunPage *self)
{
  const char *prompt = eh_live_session_get_prompt (self->live);
  g_autofree char *said = NULL;

  /* TRANSLATORS: read aloud when another activity begins: its title, and the question put to the
   * room */
  said = g_strdup_printf (_ ("%1$s. %2$s"), eh_live_session_get_title (self->live), prompt);
  eh_workspace_announce (self->workspace, said);
}

static void
workshop_cb (EhRunPage *self)
{
  eh_attendance_list_set_workshop (self->arrivals, eh_live_session_get_workshop_id (self->live));
  show_activity (self);
}

/* Ended, or the workshop is gone: back to where workshops are. */
static void
on_cb (EhRunPage *self)
{
  if (!eh_live_session_is_on (self->live) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.place-workshops", NULL);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (eh_live_session_step (EH_RUN_PAGE (widget)->live, -1))
    tell_activity (EH_RUN_PAGE (widget));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (eh_live_session_step (EH_RUN_PAGE (widget)->live, 1))
    tell_activity (EH_RUN_PAGE (widget));
}

static void
clock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_session_timer_toggle (EH_RUN_PAGE (widget)->timer);
}

static void
minute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_live_session_add_minutes (EH_RUN_PAGE (widget)->live, 1);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_workspace_flush (EH_RUN_PAGE (widget)->workspace);
  eh_live_session_stop (EH_RUN_PAGE (widget)->live);
}

static void
show_part (EhRunPage *self, const char *part)
{
  eh_split_enter_detail (self->split);
  gtk_stack_set_visible_child_name (self->parts, part);
}

static void
turns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhRunPage *self = EH_RUN_PAGE (widget);

  show_part (self, "turns");
  gtk_widget_child_focus (GTK_WIDGET (self->turns), GTK_DIR_TAB_FORWARD);
}

static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhRunPage *self = EH_RUN_PAGE (widget);

  show_part (self, "sheet");
  gtk_widget_child_focus (GTK_WIDGET (self->sheet), GTK_DIR_TAB_FORWARD);
}

static void
side_cb (EhRunPage *self)
{
  eh_split_enter_detail (self->split);
}

static void
folded_cb (EhRunPage *self)
{
  gboolean folded = eh_split_get_folded (self->split);

  gtk_widget_set_visible (self->side_button, folded);
  eh_capture_bar_set_narrow (self->capture, folded);
}

/* Where no text is typed, letters and digits stand for people, while they can be seen. */
static gboolean
key_cb (EhRunPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->turns)))
    return FALSE;
  return eh_turn_board_key (self->turns, keyval);
}

static void
eh_run_page_focus_search (EhPage *page)
{
  EhRunPage *self = EH_RUN_PAGE (page);

  show_part (self, "arrivals");
  gtk_widget_grab_focus (GTK_WIDGET (self->arrivals));
}

static void
eh_run_page_add (EhPage *page)
{
  EhRunPage *self = EH_RUN_PAGE (page);

  eh_split_leave_detail (self->split);
  eh_capture_bar_write (self->capture);
}

static EhSplit *
eh_run_page_get_split (EhPage *page)
{
  return EH_RUN_PAGE (page)->split;
}

static void
eh_run_page_page_init (EhPageInterface *iface)
{
  iface->focus_search = eh_run_page_focus_search;
  iface->add = eh_run_page_add;
  iface->get_split = eh_run_page_get_split;
}

static gboolean
eh_run_page_grab_focus (GtkWidget *widget)
{
  EhRunPage *self = EH_RUN_PAGE (widget);

  return eh_live_session_is_on (self->live) && gtk_widget_grab_focus (GTK_WIDGET (self->capture));
}

static void
eh_run_page_constructed (GObject *object)
{
  EhRunPage *self = EH_RUN_PAGE (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (eh_run_page_parent_class)->constructed (object);
  self->live = g_object_ref (eh_workspace_get_live (self->workspace));
  eh_attendance_list_set_workspace (self->arrivals, self->workspace);
  eh_attendance_list_set_arriving (self->arrivals);
  eh_notice_list_set_workspace (self->notices, self->workspace);
  eh_session_timer_set_workspace (self->timer, self->workspace);
  eh_capture_bar_set_workspace (self->capture, self->workspace);
  eh_latest_insights_set_workspace (self->latest, self->workspace);
  eh_turn_board_set_workspace (self->turns, self->workspace);
  eh_session_sheet_set_workspace (self->sheet, self->workspace);
  eh_sections_set_stack (self->sections, self->parts);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side_button, "clicked", G_CALLBACK (side_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::workshop-id", G_CALLBACK (workshop_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::activity-id", G_CALLBACK (show_activity), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::on", G_CALLBACK (on_cb), self, G_CONNECT_SWAPPED);
  workshop_cb (self);
  folded_cb (self);
}

static void
eh_run_page_dispose (GObject *object)
{
  EhRunPage *self = EH_RUN_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_run_page_parent_class)->dispose (object);
}

static void
eh_run_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_RUN_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
ensure_types (void)
{
  g_type_ensure (EH_TYPE_ATTENDANCE_LIST);
  g_type_ensure (EH_TYPE_CAPTURE_BAR);
  g_type_ensure (EH_TYPE_LATEST_INSIGHTS);
  g_type_ensure (EH_TYPE_NOTICE_LIST);
  g_type_ensure (EH_TYPE_SECTIONS);
  g_type_ensure (EH_TYPE_SESSION_SHEET);
  g_type_ensure (EH_TYPE_SESSION_TIMER);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_TURN_BOARD);
  g_type_ensure (EH_TYPE_WRAP);
}

/* The keys of the session come before those of what has the keyboard, but for text being typed no
 * letter is among them. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "run.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "run.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "run.clock", NULL, clock_action);
  gtk_widget_class_install_action (widget_class, "run.minute", NULL, minute_action);
  gtk_widget_class_install_action (widget_class, "run.turns", NULL, turns_action);
  gtk_widget_class_install_action (widget_class, "run.sheet", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "run.end", NULL, end_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "run.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "run.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "run.clock", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "run.minute", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "run.turns",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "run.sheet",
                                       NULL);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhRunPage, name)

static void
eh_run_page_class_init (EhRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_run_page_constructed;
  object_class->dispose = eh_run_page_dispose;
  object_class->set_property = eh_run_page_set_property;
  widget_class->grab_focus = eh_run_page_grab_focus;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-run-page.ui");
  BIND (stack);
  BIND (split);
  BIND (side_button);
  BIND (notices);
  BIND (title);
  BIND (prompt);
  BIND (plan_button);
  BIND (timer);
  BIND (capture);
  BIND (latest);
  BIND (sections);
  BIND (parts);
  BIND (arrivals);
  BIND (turns);
  BIND (sheet);
  add_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_run_page_init (EhRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The one of today, else the last before it, else the first. */
static EhId
likely_workshop (EhWorkspace *workspace)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (eh_workspace_get_db (workspace),
                                                    &eh_workshop_row_type);
  g_autofree char *today = eh_schedule_today ();
  const EhWorkshop *best = NULL;

  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *each = workshops->pdata[i];
    gboolean come = *each->date != '\0' && strcmp (each->date, today) <= 0;

    if (best == NULL || (come && strcmp (each->date, best->date) > 0))
      best = each;
  }
  return best != NULL ? best->id : EH_ID_NONE;
}

/**
 * eh_run_page_show:
 * @views: what the content of the window is chosen from
 * @workspace: a workspace with a project
 *
 * Shows the session that goes on, or begins one with the workshop that is looked at.
 *
 * Returns: whether the page was made for it
 */
gboolean
eh_run_page_show (GtkStack *views, EhWorkspace *workspace)
{
  EhLiveSession *live = eh_workspace_get_live (workspace);
  GtkWidget *page = gtk_stack_get_child_by_name (views, NAME);
  gboolean made = page == NULL;
  EhId workshop = eh_live_session_get_suggested (live);

  eh_workspace_flush (workspace);
  eh_live_session_start (live, workshop != EH_ID_NONE ? workshop : likely_workshop (workspace));
  if (made) {
    page = g_object_new (EH_TYPE_RUN_PAGE, "workspace", workspace, NULL);
    gtk_stack_add_named (views, page, NAME);
  }
  gtk_stack_set_visible_child (views, page);
  gtk_widget_grab_focus (page);
  return made;
}

/**
 * eh_run_page_shown:
 * @views: what the content of the window is chosen from
 *
 * Returns: (transfer none) (nullable): the session's page, where it is what is shown
 */
EhRunPage *
eh_run_page_shown (GtkStack *views)
{
  GtkWidget *page = gtk_stack_get_visible_child (views);

  return EH_IS_RUN_PAGE (page) ? EH_RUN_PAGE (page) : NULL;
}

/**
 * eh_run_page_leave:
 * @views: what the content of the window is chosen from
 *
 * Gives the window back to the project; what goes on goes on.
 *
 * Returns: whether the session was shown
 */
gboolean
eh_run_page_leave (GtkStack *views)
{
  EhRunPage *page = eh_run_page_shown (views);

  if (page == NULL)
    return FALSE;
  eh_workspace_flush (page->workspace);
  gtk_stack_set_visible_child_name (views, "project");
  return TRUE;
}

/**
 * eh_run_page_close:
 * @views: what the content of the window is chosen from
 *
 * Removes the page and ends the session, for the project is being closed: while it can still be
 * read, which whoever listens to the session does.
 */
void
eh_run_page_close (GtkStack *views)
{
  GtkWidget *page = gtk_stack_get_child_by_name (views, NAME);
  g_autoptr (EhLiveSession) live = NULL;

  if (page == NULL)
    return;
  live = g_object_ref (EH_RUN_PAGE (page)->live);
  gtk_stack_remove (views, page);
  eh_live_session_stop (live);
}
