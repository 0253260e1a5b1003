/* One workshop: when and where, its run sheet, and who came. */

#include "eh-workshop-detail.h"

#include "eh-attendance-list.h"
#include "eh-contributor.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-insight-search.h"
#include "eh-insight.h"
#include "eh-needs-board.h"
#include "eh-payment-list.h"
#include "eh-promise-list.h"
#include "eh-rule-list.h"
#include "eh-run-sheet.h"
#include "eh-sections.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-venue-board.h"
#include "eh-weak.h"
#include "eh-when-field.h"
#include "eh-when-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PART_WIDTH 680

/* A part beside the first, which is built when it is looked at. */
typedef struct {
  const char *name;
  void (*build) (EhWorkshopDetail *self, GtkWidget *column);
  void (*set_workshop) (EhWorkshopDetail *self, EhId workshop_id);
} Part;

#define N_PARTS 5

struct _EhWorkshopDetail {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhForm *form;
  GCancellable *counting; /* of what was said there */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *when_label;
  GtkWidget *run_button;
  GtkWidget *record_button;
  GtkButton *insights_button;
  EhSections *sections;
  GtkStack *parts;
  EhNeedsBoard *needs;
  EhVenueBoard *venue;
  EhRuleList *agreement;
  EhPromiseList *promises;
  EhPaymentList *payments;
  EhTextField *title_field;
  GtkWidget *date_field;
  GtkWidget *time_field;
  GtkWidget *end_field;
  EhTextField *place_field;
  EhTextField *aim_field;
  GtkWidget *stage_choice;
  EhTextField *access_field;
  EhTextField *notes_field;
  GtkWidget *remove_button;
  EhRunSheet *run_sheet;
  EhAttendanceList *attendance;
  GtkWidget *columns[N_PARTS]; /* (nullable): what a part is built in */
  gboolean built[N_PARTS];
  EhId shown[N_PARTS]; /* of which workshop */
};

G_DEFINE_FINAL_TYPE (EhWorkshopDetail, eh_workshop_detail, GTK_TYPE_WIDGET)

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhWorkshopDetail) self = g_weak_ref_get (weak);
  g_autofree char *text = NULL;
  guint n;

  if (!eh_insight_count_finish (result, &n, NULL) || self == NULL || self->workspace == NULL)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight", "%u insights", n), n);
  gtk_button_set_label (self->insights_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->insights_button), n > 0);
}

static void
stop_counting (EhWorkshopDetail *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
show_insights_button (EhWorkshopDetail *self)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  stop_counting (self);
  self->counting = g_cancellable_new ();
  query->workshop_id = eh_form_get_id (self->form);
  eh_insight_count_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), query,
                          self->counting, counted_cb, eh_weak_new (self));
}

static void
show_workshop (EhWorkshopDetail *self)
{
  const EhWorkshop *workshop = eh_form_get_row (self->form);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  if (workshop == NULL)
    return;
  gtk_label_set_label (self->title, workshop->title);
  if (*workshop->date != '\0')
    g_ptr_array_add (said, eh_when_format_date (workshop->date));
  if (*workshop->start_time != '\0')
    g_ptr_array_add (said, g_strdup (workshop->start_time));
  if (!eh_text_is_blank (workshop->place))
    g_ptr_array_add (said, eh_text_isolate (workshop->place));
  /* TRANSLATORS: between a date, a time and a place */
  line = eh_text_join (said, C_ ("between date, time and place", ", "));
  gtk_label_set_label (self->when_label, said->len > 0 ? line : _ ("No date yet"));
}

static void
run_cb (EhWorkshopDetail *self)
{
  eh_live_session_start (eh_workspace_get_live (self->workspace), eh_form_get_id (self->form));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.run", NULL);
}

static void
record_cb (EhWorkshopDetail *self)
{
  eh_workspace_set_workshop_id (self->workspace, eh_form_get_id (self->form));
  eh_workspace_show_place (self->workspace, "insights");
}

/* What is sent, and shown, from now on is this workshop's. The window's action has the same name.
 */
static void
room_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhWorkshopDetail *self = EH_WORKSHOP_DETAIL (widget);
  g_autofree char *action = g_strconcat ("win.", name + strlen ("workshop."), NULL);

  eh_workspace_set_workshop_id (self->workspace, eh_form_get_id (self->form));
  gtk_widget_activate_action (widget, action, NULL);
}

static void
insights_cb (EhWorkshopDetail *self)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  query->workshop_id = eh_form_get_id (self->form);
  eh_workspace_show_insights (self->workspace, query);
}

static void
remove_cb (EhWorkshopDetail *self)
{
  const EhWorkshop *workshop = eh_form_get_row (self->form);
  g_autofree char *title = NULL;
  g_autofree char *toast = NULL;

  if (workshop == NULL)
    return;
  title = eh_text_isolate (workshop->title);
  /* TRANSLATORS: %s is the title of a workshop */
  toast = g_strdup_printf (_ ("Removed %s"), title);
  eh_workspace_remove (self->workspace, &eh_workshop_row_type, workshop->id,
                       _ ("Removed a workshop"), toast);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhWorkshopDetail *self)
{
  if (eh_form_get_row (self->form) != NULL && eh_changes_touch (changes, &eh_insight_row_type))
    show_insights_button (self);
}

static void
eh_workshop_detail_dispose (GObject *object)
{
  EhWorkshopDetail *self = EH_WORKSHOP_DETAIL (object);

  stop_counting (self);
  g_clear_object (&self->form);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_workshop_detail_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhWorkshopDetail, name)

static void
eh_workshop_detail_class_init (EhWorkshopDetailClass *klass)
{
  static const char *const in_the_room[] = { "workshop.phones", "workshop.wall", "workshop.kiosk",
                                             "workshop.paste-wall" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_workshop_detail_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (in_the_room); i++)
    gtk_widget_class_install_action (widget_class, in_the_room[i], NULL, room_action);
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  g_type_ensure (EH_TYPE_WHEN_FIELD);
  g_type_ensure (EH_TYPE_RUN_SHEET);
  g_type_ensure (EH_TYPE_SECTIONS);
  g_type_ensure (EH_TYPE_WRAP);
  g_type_ensure (EH_TYPE_ATTENDANCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-workshop-detail.ui");
  BIND (box);
  BIND (title);
  BIND (when_label);
  BIND (run_button);
  BIND (record_button);
  BIND (insights_button);
  BIND (sections);
  BIND (parts);
  BIND (title_field);
  BIND (date_field);
  BIND (time_field);
  BIND (end_field);
  BIND (place_field);
  BIND (aim_field);
  BIND (stage_choice);
  BIND (access_field);
  BIND (notes_field);
  BIND (remove_button);
  BIND (run_sheet);
  BIND (attendance);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_workshop_detail_init (EhWorkshopDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A part that scrolls, with a column of a readable width. */
static GtkWidget *
add_part (EhWorkshopDetail *self, const char *name, const char *title)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (column, "eh-detail");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PART_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PART_WIDTH - 100);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_stack_add_titled (self->parts, scroll, name, title);
  return column;
}

static void
build_run_sheet (EhWorkshopDetail *self, GtkWidget *column)
{
  eh_run_sheet_set_workspace (self->run_sheet, self->workspace);
}

static void
set_run_sheet (EhWorkshopDetail *self, EhId workshop_id)
{
  eh_run_sheet_set_workshop (self->run_sheet, workshop_id);
}

static void
build_attendance (EhWorkshopDetail *self, GtkWidget *column)
{
  eh_attendance_list_set_workspace (self->attendance, self->workspace);
}

static void
set_attendance (EhWorkshopDetail *self, EhId workshop_id)
{
  eh_attendance_list_set_workshop (self->attendance, workshop_id);
}

static void
build_access (EhWorkshopDetail *self, GtkWidget *column)
{
  self->needs = EH_NEEDS_BOARD (eh_needs_board_new (self->workspace));
  self->venue = EH_VENUE_BOARD (eh_venue_board_new (self->workspace));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->needs));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->venue));
}

static void
set_access (EhWorkshopDetail *self, EhId workshop_id)
{
  eh_needs_board_set_workshop (self->needs, workshop_id);
  eh_venue_board_set_workshop (self->venue, workshop_id);
}

static void
build_promises (EhWorkshopDetail *self, GtkWidget *column)
{
  self->promises = EH_PROMISE_LIST (eh_promise_list_new (self->workspace));
  self->agreement = EH_RULE_LIST (eh_rule_list_new (self->workspace));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->promises));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->agreement));
}

static void
set_promises (EhWorkshopDetail *self, EhId workshop_id)
{
  eh_promise_list_set_workshop (self->promises, workshop_id);
  eh_rule_list_set_workshop (self->agreement, workshop_id);
}

static void
build_payments (EhWorkshopDetail *self, GtkWidget *column)
{
  self->payments = EH_PAYMENT_LIST (eh_payment_list_new (self->workspace));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->payments));
}

static void
set_payments (EhWorkshopDetail *self, EhId workshop_id)
{
  eh_payment_list_set_workshop (self->payments, workshop_id);
}

static const Part parts[N_PARTS] = {
  { "run-sheet", build_run_sheet, set_run_sheet },
  { "attendance", build_attendance, set_attendance },
  { "access", build_access, set_access },
  { "promises", build_promises, set_promises },
  { "payments", build_payments, set_payments },
};

/* What nobody looks at is neither built nor read, and follows no workshop that is not shown. */
static void
show_parts (EhWorkshopDetail *self)
{
  const char *looked_at = gtk_stack_get_visible_child_name (self->parts);
  EhId id = eh_form_get_id (self->form);

  for (guint i = 0; i < N_PARTS; i++) {
    gboolean visible = g_strcmp0 (looked_at, parts[i].name) == 0;
    EhId wanted = visible ? id : EH_ID_NONE;

    if (visible && id != EH_ID_NONE && !self->built[i]) {
      parts[i].build (self, self->columns[i]);
      self->built[i] = TRUE;
    }
    if (!self->built[i] || self->shown[i] == id || self->shown[i] == wanted)
      continue;
    self->shown[i] = wanted;
    parts[i].set_workshop (self, wanted);
  }
}

static void
add_plan_parts (EhWorkshopDetail *self)
{
  self->columns[2] = add_part (self, parts[2].name, _ ("Access"));
  self->columns[3] = add_part (self, parts[3].name, _ ("Promises"));
  self->columns[4] = add_part (self, parts[4].name, _ ("Payments"));
  eh_sections_set_stack (self->sections, self->parts);
  g_signal_connect_object (self->parts, "notify::visible-child", G_CALLBACK (show_parts), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_workshop_detail_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a pane with no workshop in it
 */
GtkWidget *
eh_workshop_detail_new (EhWorkspace *workspace)
{
  EhWorkshopDetail *self = g_object_new (EH_TYPE_WORKSHOP_DETAIL, NULL);
  EhForm *form = eh_form_new (workspace, &eh_workshop_row_type, _ ("Changed a workshop"));

  self->workspace = g_object_ref (workspace);
  self->form = form;
  eh_form_bind_text (form, "title", eh_text_field_get_input (self->title_field));
  eh_form_require (form, "title");
  eh_form_bind_when (form, "date", self->date_field);
  eh_form_bind_when (form, "start_time", self->time_field);
  eh_form_bind_when (form, "end_time", self->end_field);
  eh_form_bind_text (form, "place", eh_text_field_get_input (self->place_field));
  eh_form_bind_text (form, "aim", eh_text_field_get_input (self->aim_field));
  eh_form_bind_choice (form, "stage", self->stage_choice);
  eh_form_bind_text (form, "access_notes", eh_text_field_get_input (self->access_field));
  eh_form_bind_text (form, "notes", eh_text_field_get_input (self->notes_field));
  add_plan_parts (self);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_workshop), self, G_CONNECT_SWAPPED);
  eh_fields_wrap_button (GTK_BUTTON (self->run_button));
  eh_fields_wrap_button (GTK_BUTTON (self->record_button));
  eh_fields_wrap_button (GTK_BUTTON (self->remove_button));
  g_signal_connect_object (self->run_button, "clicked", G_CALLBACK (run_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record_button, "clicked", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->insights_button, "clicked", G_CALLBACK (insights_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_workshop_detail_set_workshop:
 * @self: a pane
 * @workshop_id: which to show, or none
 *
 * What was typed for the workshop before is written first.
 */
void
eh_workshop_detail_set_workshop (EhWorkshopDetail *self, EhId workshop_id)
{
  if (eh_form_get_id (self->form) == workshop_id)
    return;
  /* What is typed in any part belongs to the workshop before. */
  if (eh_workspace_get_store (self->workspace) != NULL)
    eh_workspace_flush (self->workspace);
  eh_form_set_id (self->form, workshop_id);
  show_parts (self);
  eh_live_session_suggest (eh_workspace_get_live (self->workspace), workshop_id);
  if (workshop_id != EH_ID_NONE)
    show_insights_button (self);
}

/**
 * eh_workshop_detail_show_part:
 * @self: a pane
 * @name: "about", "run-sheet", "attendance", "access", "promises" or "payments"
 */
void
eh_workshop_detail_show_part (EhWorkshopDetail *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->parts, name);
}

/**
 * eh_workshop_detail_edit_title:
 * @self: a pane that shows a workshop
 *
 * Puts the keyboard into the title, with all of it selected.
 */
void
eh_workshop_detail_edit_title (EhWorkshopDetail *self)
{
  GtkWidget *input = eh_text_field_get_input (self->title_field);

  gtk_stack_set_visible_child_name (self->parts, "about");
  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}
