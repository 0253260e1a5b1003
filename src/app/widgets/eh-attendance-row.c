/* One person at one workshop: a tick, how they came, and behind a button their invitation, the hat
 * they wore that day and the table they sat at. A list has many rows, so what opens is made when it
 * is first opened, and what only those who came have when somebody came. */

#include "eh-attendance-row.h"

#include "eh-fields.h"
#include "eh-form.h"
#include "eh-group-marker.h"
#include "eh-slips.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-turn-notice.h"
#include "eh-turns.h"
#include "eh-when-field.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhAttendanceRow {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  EhId participant_id;
  EhAttendance *attendance; /* (nullable): they are not ticked */
  EhForm *invitation;
  gboolean showing;
  gboolean arriving; /* a tick says that they are here now */
  guint idle;        /* until how they came is there to be chosen */

  GtkWidget *box;
  GtkCheckButton *tick;
  EhGroupMarker *marker;
  GtkLabel *name;
  GtkLabel *role;
  GtkDropDown *status; /* (nullable): nobody has come yet in this row */
  GtkMenuButton *more;
  GtkDropDown *hat; /* (nullable): not opened yet, as all that follows */
  EhTextField *table;
  EhTextField *slips;
  GtkWidget *that_day; /* what is asked of those who came alone */
  GtkWidget *take_back;
};

G_DEFINE_FINAL_TYPE (EhAttendanceRow, eh_attendance_row, GTK_TYPE_WIDGET)

static void
tap (EhAttendanceRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!eh_attendance_tap (
          eh_workspace_get_store (self->workspace), self->workshop_id, self->participant_id,
          self->attendance != NULL ? self->attendance->role_group_id : EH_ID_NONE, &error))
    eh_workspace_report_error (self->workspace, error);
}

static void
tick_cb (EhAttendanceRow *self)
{
  g_autoptr (EhAttendance) attendance = NULL;
  EhId id = eh_id_from_pair ("attendance", self->workshop_id, self->participant_id);

  if (self->showing)
    return;
  if (!gtk_check_button_get_active (self->tick)) {
    eh_workspace_remove (self->workspace, &eh_attendance_row_type, id,
                         _ ("Took back an attendance"), NULL);
    return;
  }
  if (self->arriving) {
    tap (self);
    return;
  }
  attendance = eh_attendance_new ();
  attendance->id = id;
  attendance->workshop_id = self->workshop_id;
  attendance->participant_id = self->participant_id;
  eh_workspace_put (self->workspace, &eh_attendance_row_type, attendance,
                    _ ("Recorded an attendance"), NULL);
}

static void
write_changed (EhAttendanceRow *self, EhAttendance *changed)
{
  if (!eh_row_equal (&eh_attendance_row_type, changed, self->attendance))
    eh_workspace_put (self->workspace, &eh_attendance_row_type, changed,
                      _ ("Changed an attendance"), NULL);
}

static void
status_cb (EhAttendanceRow *self)
{
  g_autoptr (EhAttendance) changed = NULL;

  if (self->showing || self->attendance == NULL)
    return;
  changed = eh_attendance_copy (self->attendance);
  changed->status = (EhPresence) gtk_drop_down_get_selected (self->status);
  write_changed (self, changed);
}

static void
hat_cb (EhAttendanceRow *self)
{
  g_autoptr (EhAttendance) changed = NULL;
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  guint selected = gtk_drop_down_get_selected (self->hat);

  if (self->showing || self->attendance == NULL)
    return;
  changed = eh_attendance_copy (self->attendance);
  changed->role_group_id = selected > 0 && selected <= groups->len
                               ? eh_row_id (groups->pdata[selected - 1])
                               : EH_ID_NONE;
  write_changed (self, changed);
}

static void
take_back_cb (EhAttendanceRow *self)
{
  EhId id = eh_form_get_id (self->invitation);

  gtk_menu_button_popdown (self->more);
  eh_workspace_remove (self->workspace, &eh_invitation_row_type, id, _ ("Took back an invitation"),
                       _ ("The invitation is taken back"));
}

/* The first answer makes the invitation. */
static void
show_invitation (EhAttendanceRow *self)
{
  g_autoptr (EhInvitation) blank = eh_invitation_new ();
  g_autoptr (EhInvitation) there = NULL;

  blank->id = eh_id_from_pair ("invitation", self->workshop_id, self->participant_id);
  blank->workshop_id = self->workshop_id;
  blank->participant_id = self->participant_id;
  eh_form_set_id (self->invitation, EH_ID_NONE);
  eh_form_set_blank (self->invitation, blank);
  eh_form_set_id (self->invitation, blank->id);
  there = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_invitation_row_type, blank->id);
  gtk_widget_set_visible (self->take_back, there != NULL);
}

/* So that what comes back on paper, or is sent with a slip's code, is known as theirs. */
static void
write_slips (EhAttendanceRow *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *before = eh_slips_numbers_of (eh_workspace_get_db (self->workspace),
                                                 self->workshop_id, self->participant_id);
  g_autofree char *text = eh_text_field_get_text (self->slips);
  g_autofree char *clean = eh_text_clean_line (text);
  g_autofree char *unknown = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (clean, before))
    return;
  if (!eh_slips_hand_out (store, self->workshop_id, self->participant_id, clean, &unknown,
                          &error)) {
    eh_workspace_report_error (self->workspace, error);
  } else if (unknown != NULL) {
    /* TRANSLATORS: %s is the numbers of slips of paper that were typed and that were never made */
    g_autofree char *toast = g_strdup_printf (_ ("There is no such slip: %s. Print slips first."),
                                              unknown);

    eh_workspace_toast (self->workspace, toast, FALSE);
  }
}

/* The table and the slips are written when the popover closes. */
static void
popover_closed_cb (EhAttendanceRow *self)
{
  g_autoptr (EhAttendance) changed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;

  eh_form_set_id (self->invitation, EH_ID_NONE);
  if (self->attendance == NULL)
    return;
  changed = eh_attendance_copy (self->attendance);
  text = eh_text_field_get_text (self->table);
  clean = eh_text_clean_line (text);
  eh_set_str (&changed->table_label, clean);
  write_changed (self, changed);
  write_slips (self);
}

static void
popover_opened_cb (EhAttendanceRow *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *slips = NULL;
  guint selected = 0;

  gtk_string_list_append (names, _ ("Their own"));
  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    gtk_string_list_append (names, group->label);
    if (self->attendance != NULL && group->id == self->attendance->role_group_id)
      selected = i + 1;
  }
  self->showing = TRUE;
  gtk_drop_down_set_model (self->hat, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->hat, selected);
  eh_text_field_set_text (self->table,
                          self->attendance != NULL ? self->attendance->table_label : "");
  slips = eh_slips_numbers_of (eh_workspace_get_db (self->workspace), self->workshop_id,
                               self->participant_id);
  eh_text_field_set_text (self->slips, slips);
  self->showing = FALSE;
  gtk_widget_set_visible (self->that_day, self->attendance != NULL);
  show_invitation (self);
}

static void
eh_attendance_row_dispose (GObject *object)
{
  EhAttendanceRow *self = EH_ATTENDANCE_ROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->invitation);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->attendance, eh_attendance_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_attendance_row_parent_class)->dispose (object);
}

static void
eh_attendance_row_class_init (EhAttendanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_attendance_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
build_that_day (EhAttendanceRow *self)
{
  self->that_day = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->hat = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->table = EH_TEXT_FIELD (eh_text_field_new (_ ("Table"), FALSE));
  gtk_box_append (GTK_BOX (self->that_day),
                  eh_fields_labelled (_ ("Hat worn that day"), GTK_WIDGET (self->hat)));
  gtk_box_append (GTK_BOX (self->that_day), GTK_WIDGET (self->table));
  self->slips = EH_TEXT_FIELD (eh_text_field_new (_ ("Slips that they have, by number"), FALSE));
  gtk_box_append (GTK_BOX (self->that_day), GTK_WIDGET (self->slips));
  g_signal_connect_object (self->hat, "notify::selected", G_CALLBACK (hat_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  EhAttendanceRow *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *reply = gtk_drop_down_new (NULL, NULL);
  GtkWidget *sent_on = eh_when_field_new (_ ("Invitation sent on"), FALSE);
  GtkWidget *channel = gtk_drop_down_new (NULL, NULL);
  GtkWidget *asked_by = eh_text_field_new (_ ("Asked by"), FALSE);

  build_that_day (self);
  self->take_back = gtk_button_new_with_label (_ ("Take Back the Invitation"));
  gtk_widget_add_css_class (self->take_back, "eh-quiet");
  gtk_box_append (GTK_BOX (box), eh_fields_labelled (_ ("Reply"), reply));
  gtk_box_append (GTK_BOX (box), sent_on);
  gtk_box_append (GTK_BOX (box), eh_fields_labelled (_ ("How it went out"), channel));
  gtk_box_append (GTK_BOX (box), asked_by);
  gtk_box_append (GTK_BOX (box), self->take_back);
  gtk_box_append (GTK_BOX (box), self->that_day);
  gtk_widget_add_css_class (box, "eh-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->invitation = eh_form_new (self->workspace, &eh_invitation_row_type,
                                  _ ("Changed an invitation"));
  eh_form_bind_choice (self->invitation, "reply", reply);
  eh_form_bind_when (self->invitation, "sent_on", sent_on);
  eh_form_bind_choice (self->invitation, "channel", channel);
  eh_form_bind_text (self->invitation, "asked_by",
                     eh_text_field_get_input (EH_TEXT_FIELD (asked_by)));
  /* Before it is put up: a button with a popover asks for it no more. */
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (popover, "map", G_CALLBACK (popover_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take_back, "clicked", G_CALLBACK (take_back_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
name_controls (EhAttendanceRow *self, const EhParticipant *person)
{
  g_autofree char *name = eh_text_isolate (
      eh_workspace_name_of (self->workspace, person->id, person->name));
  /* TRANSLATORS: %s is the name of a person; the label of a list of ways to be there */
  g_autofree char *status = g_strdup_printf (_ ("How %s came"), name);
  /* TRANSLATORS: %s is the name of a person */
  g_autofree char *more = g_strdup_printf (_ ("Invitation, hat, table and slips of %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eh_workspace_name_of (self->workspace, person->id, person->name),
                                  -1);
  if (self->status != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    status, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
}

static void
build_status (EhAttendanceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = 0; i < EH_PRESENCE_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_presence_vocabulary, i));
  self->status = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (words));
  gtk_widget_set_valign (GTK_WIDGET (self->status), GTK_ALIGN_CENTER);
  gtk_widget_insert_before (GTK_WIDGET (self->status), self->box, GTK_WIDGET (self->more));
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_status (EhAttendanceRow *self)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->status,
                              self->attendance != NULL ? (guint) self->attendance->status : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->attendance != NULL && !self->arriving);
  self->showing = FALSE;
}

/* A list of forty people would not be there before forty such lists are made. */
static gboolean
status_idle_cb (gpointer data)
{
  EhAttendanceRow *self = data;
  g_autoptr (EhParticipant) person = NULL;

  self->idle = 0;
  if (self->attendance == NULL)
    return G_SOURCE_REMOVE;
  person = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_participant_row_type,
                          self->participant_id);
  build_status (self);
  show_status (self);
  if (person != NULL)
    name_controls (self, person);
  return G_SOURCE_REMOVE;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build_more (EhAttendanceRow *self)
{
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->more, "view-more-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), _ ("Invitation, Hat, Table and Slips"));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_menu_button_set_create_popup_func (self->more, build_popover, self, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->more));
}

static void
eh_attendance_row_init (EhAttendanceRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *named = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->marker = EH_GROUP_MARKER (eh_group_marker_new (-1));
  gtk_box_append (GTK_BOX (named), GTK_WIDGET (self->marker));
  gtk_box_append (GTK_BOX (named), words);
  self->name = add_label (words, "eh-row-title");
  self->role = add_label (words, "eh-row-detail");
  gtk_label_set_wrap (self->role, TRUE);
  gtk_label_set_lines (self->role, 2);
  gtk_check_button_set_child (self->tick, named);
  gtk_widget_set_hexpand (GTK_WIDGET (self->tick), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tick));
  build_more (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->tick, "toggled", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_attendance_row_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a row of nobody
 */
GtkWidget *
eh_attendance_row_new (EhWorkspace *workspace)
{
  EhAttendanceRow *self = g_object_new (EH_TYPE_ATTENDANCE_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * eh_attendance_row_set_arriving:
 * @self: a row
 *
 * A tick says that they are here at this moment, whatever was noted before.
 */
void
eh_attendance_row_set_arriving (EhAttendanceRow *self)
{
  self->arriving = TRUE;
}

/* A role, and what became of the invitation. */
static char *
invited_text (const char *role, const EhInvitation *invitation)
{
  if (invitation == NULL)
    return g_strdup (role);
  switch (invitation->reply) {
  case EH_REPLY_YES:
    /* TRANSLATORS: %s is a role; like the three that follow */
    return g_strdup_printf (_ ("%s, said yes"), role);
  case EH_REPLY_NO:
    return g_strdup_printf (_ ("%s, said no"), role);
  case EH_REPLY_MAYBE:
    return g_strdup_printf (_ ("%s, said maybe"), role);
  case EH_REPLY_NONE:
  case EH_REPLY_N_VALUES:
  default:
    return g_strdup_printf (_ ("%s, invited, no reply yet"), role);
  }
}

/**
 * eh_attendance_row_show:
 * @self: a row
 * @workshop_id: which workshop
 * @person: whom it shows
 * @attendance: (nullable): their attendance; %NULL if they are not ticked
 * @invitation: (nullable): their invitation; %NULL if they were not asked
 *
 * Returns: (transfer full): what a screen reader shall call the row
 */
char *
eh_attendance_row_show (EhAttendanceRow *self,
                        EhId workshop_id,
                        const EhParticipant *person,
                        const EhAttendance *attendance,
                        const EhInvitation *invitation)
{
  EhId group_id = attendance != NULL && attendance->role_group_id != EH_ID_NONE
                      ? attendance->role_group_id
                      : person->role_group_id;
  const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace, group_id);
  const char *role = group != NULL ? group->singular : _ ("No group yet");
  const char *state = attendance != NULL
                          ? eh_vocabulary_label (&eh_presence_vocabulary, attendance->status)
                          : _ ("Not ticked");
  g_autofree char *where = NULL;
  g_autofree char *invited = NULL;

  self->workshop_id = workshop_id;
  self->participant_id = person->id;
  g_clear_pointer (&self->attendance, eh_attendance_free);
  self->attendance = attendance != NULL ? eh_attendance_copy (attendance) : NULL;
  if (attendance != NULL && !eh_text_is_blank (attendance->table_label))
    /* TRANSLATORS: a role and the table where somebody sat: "carer, table 3" */
    where = g_strdup_printf (_ ("%1$s, table %2$s"), role, attendance->table_label);
  self->showing = TRUE;
  gtk_check_button_set_active (
      self->tick, attendance != NULL && (!self->arriving || eh_attendance_is_here (attendance)));
  self->showing = FALSE;
  if (self->status != NULL)
    show_status (self);
  else if (attendance != NULL && !self->arriving && self->idle == 0)
    self->idle = g_idle_add (status_idle_cb, self);
  invited = invited_text (where != NULL ? where : role, invitation);
  gtk_label_set_label (self->name,
                       eh_workspace_name_of (self->workspace, person->id, person->name));
  gtk_label_set_label (self->role, invited);
  eh_group_marker_set_slot (self->marker, group != NULL ? (int) group->slot : -1);
  name_controls (self, person);
  /* TRANSLATORS: a row of the attendance, as a screen reader says it: name, role, whether they came
   */
  return g_strdup_printf (_ ("%1$s, %2$s. %3$s"),
                          eh_workspace_name_of (self->workspace, person->id, person->name), invited,
                          state);
}
