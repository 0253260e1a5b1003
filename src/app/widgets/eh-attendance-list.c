/* Who is invited to a workshop, what they replied, and who came: everybody of the project, to tick.
 */

#include "eh-attendance-list.h"

#include "eh-attendance-row.h"
#include "eh-compat.h"
#include "eh-invitation.h"
#include "eh-row-model.h"
#include "eh-schedule.h"
#include "eh-slots.h"
#include "eh-text.h"
#include "eh-turn-notice.h"
#include "eh-turns.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* About how high a row is. */
#define ROW_HEIGHT 52

/* In the order of the template. */
typedef enum {
  WHICH_EVERYBODY,
  WHICH_CAME,
  WHICH_INVITED,
  WHICH_YES,
  WHICH_NO_REPLY,
} Which;

struct _EhAttendanceList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *box;
  GtkSearchEntry *search;
  GtkDropDown *which;
  GtkWidget *invite_button;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list;

  EhRowModel *people;
  GtkFilter *filter;
  GListModel *shown;
  GHashTable *attendances; /* (element-type EhId EhAttendance): of the workshop, by person */
  GHashTable *invitations; /* (element-type EhId EhInvitation): to the workshop, by person */
  char *words;
  gboolean arriving;   /* they come in at this moment */
  GtkWidget *newcomer; /* adds whom nobody expected */
};

G_DEFINE_FINAL_TYPE (EhAttendanceList, eh_attendance_list, GTK_TYPE_WIDGET)

static gboolean
was_there (const EhAttendance *attendance)
{
  return attendance->status != EH_PRESENCE_APOLOGIES && attendance->status != EH_PRESENCE_ABSENT;
}

static gboolean
is_wanted (EhAttendanceList *self, EhId id)
{
  const EhAttendance *attendance = g_hash_table_lookup (self->attendances, &id);
  const EhInvitation *invitation = g_hash_table_lookup (self->invitations, &id);

  switch ((Which) gtk_drop_down_get_selected (self->which)) {
  case WHICH_CAME:
    return attendance != NULL;
  case WHICH_INVITED:
    return invitation != NULL;
  case WHICH_YES:
    return invitation != NULL && invitation->reply == EH_REPLY_YES;
  case WHICH_NO_REPLY:
    return invitation != NULL && invitation->reply == EH_REPLY_NONE;
  case WHICH_EVERYBODY:
  default:
    return TRUE;
  }
}

static gboolean
matches (gpointer item, gpointer data)
{
  EhAttendanceList *self = data;
  const EhParticipant *person = eh_row_item_get_row (item);

  if (!is_wanted (self, person->id) || (self->arriving && person->withdrawal != EH_WITHDRAWAL_NONE))
    return FALSE;
  return *self->words == '\0' || strstr (eh_row_item_get_search_key (item), self->words) != NULL;
}

/* Who has come, and who said that they would and has not. */
static char *
arrived_text (EhAttendanceList *self)
{
  GHashTableIter iter;
  gpointer row;
  guint here = 0;
  guint missing = 0;
  g_autofree char *here_text = NULL;
  g_autofree char *missing_text = NULL;

  g_hash_table_iter_init (&iter, self->attendances);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    here += eh_attendance_is_here (row);
  g_hash_table_iter_init (&iter, self->invitations);
  while (g_hash_table_iter_next (&iter, NULL, &row)) {
    const EhInvitation *invitation = row;

    missing += invitation->reply == EH_REPLY_YES &&
               g_hash_table_lookup (self->attendances, &invitation->participant_id) == NULL;
  }
  here_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person is here", "%u people are here", here), here);
  missing_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more is expected", "%u more are expected", missing),
      missing);
  /* TRANSLATORS: how many are here, how many more are expected */
  return missing > 0 ? g_strdup_printf (_ ("%1$s, %2$s"), here_text, missing_text)
                     : g_steal_pointer (&here_text);
}

/* Whom nobody expected can be added at the door. */
static void
show_newcomer (EhAttendanceList *self)
{
  g_autofree char *name = eh_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *isolated = eh_text_isolate (name);
  /* TRANSLATORS: %s is the name of a person who is not in the project yet */
  g_autofree char *label = g_strdup_printf (_ ("Add %s, Who Is New"), isolated);

  gtk_button_set_label (GTK_BUTTON (self->newcomer), label);
  gtk_widget_set_visible (self->newcomer, !eh_text_is_blank (name));
}

static void
show_count (EhAttendanceList *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint n = 0;
  guint said_yes = 0;
  GHashTableIter iter;
  gpointer attendance;
  gpointer invitation;
  g_autofree char *came = NULL;
  g_autofree char *invited = NULL;
  g_autofree char *text = NULL;

  if (eh_row_model_is_loading (self->people))
    return;
  g_hash_table_iter_init (&iter, self->attendances);
  while (g_hash_table_iter_next (&iter, NULL, &attendance))
    n += was_there (attendance);
  g_hash_table_iter_init (&iter, self->invitations);
  while (g_hash_table_iter_next (&iter, NULL, &invitation))
    said_yes += ((EhInvitation *) invitation)->reply == EH_REPLY_YES;
  /* TRANSLATORS: %1$u is how many came to a workshop, %2$u how many people the project has */
  came = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u person came", "%1$u of %2$u people came", all), n,
      all);
  invited = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u invited, %2$u said yes",
                                          "%1$u invited, %2$u said yes",
                                          g_hash_table_size (self->invitations)),
                             g_hash_table_size (self->invitations), said_yes);
  /* TRANSLATORS: how many were invited, how many came */
  text = g_strdup_printf (_ ("%1$s. %2$s."), invited, came);
  if (self->arriving) {
    g_free (text);
    text = arrived_text (self);
    show_newcomer (self);
  }
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, all == 0 ? "nobody"
                                                 : g_list_model_get_n_items (self->shown) > 0
                                                     ? "list"
                                                     : "none");
}

static void
refilter (EhAttendanceList *self)
{
  if (self->filter == NULL)
    return;
  g_free (self->words);
  self->words = eh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* By person; the table owns the rows. */
static void
read_rows (EhAttendanceList *self, const EhRowType *type, GHashTable *rows)
{
  const EhField *who = eh_row_type_field (type, "participant_id");
  g_autoptr (GPtrArray) list = eh_reader_list_of (eh_workspace_get_db (self->workspace), type,
                                                  "workshop_id", self->workshop_id);

  g_hash_table_remove_all (rows);
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_replace (rows, (char *) list->pdata[i] + who->offset, list->pdata[i]);
}

static void
read_attendances (EhAttendanceList *self)
{
  read_rows (self, &eh_attendance_row_type, self->attendances);
  read_rows (self, &eh_invitation_row_type, self->invitations);
}

static GtkWidget *
make_row (gpointer data)
{
  EhAttendanceList *self = data;
  GtkWidget *row = eh_attendance_row_new (self->workspace);

  if (self->arriving)
    eh_attendance_row_set_arriving (EH_ATTENDANCE_ROW (row));
  return row;
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  EhAttendanceList *self = data;
  const EhParticipant *person = eh_row_item_get_row (gtk_list_item_get_item (list_item));
  g_autofree char *label = eh_attendance_row_show (
      EH_ATTENDANCE_ROW (row), self->workshop_id, person,
      g_hash_table_lookup (self->attendances, &person->id),
      g_hash_table_lookup (self->invitations, &person->id));

  gtk_list_item_set_activatable (list_item, FALSE);

  eh_compat_list_item_set_label (list_item, label);
}

static void
touch_all (EhAttendanceList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);

    eh_row_item_touch (item);
  }
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhAttendanceList *self)
{
  if (self->workshop_id == EH_ID_NONE)
    return;
  if (eh_changes_touch (changes, &eh_attendance_row_type) ||
      eh_changes_touch (changes, &eh_invitation_row_type)) {
    read_attendances (self);
    touch_all (self);
    if (gtk_drop_down_get_selected (self->which) != WHICH_EVERYBODY)
      refilter (self);
  } else if (eh_changes_touch (changes, &eh_role_group_row_type)) {
    touch_all (self);
  }
  show_count (self);
}

/* Everybody who is shown and not invited yet: sent today, one step. */
static void
invite_cb (EhAttendanceList *self)
{
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *toast = NULL;
  guint n = g_list_model_get_n_items (self->shown);
  guint invited = 0;

  eh_workspace_flush (self->workspace);
  if (!eh_workspace_begin (self->workspace, _ ("Invited people")))
    return;
  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (self->shown, i);
    g_autoptr (EhInvitation) row = eh_invitation_new ();
    const EhParticipant *person = eh_row_item_get_row (item);

    if (g_hash_table_contains (self->invitations, &person->id) ||
        person->withdrawal != EH_WITHDRAWAL_NONE)
      continue;
    row->id = eh_id_from_pair ("invitation", self->workshop_id, person->id);
    row->workshop_id = self->workshop_id;
    row->participant_id = person->id;
    eh_set_str (&row->sent_on, today);
    invited += eh_store_put (eh_workspace_get_store (self->workspace), &eh_invitation_row_type, row,
                             NULL);
  }
  if (!eh_workspace_commit (self->workspace))
    return;
  toast = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Invited %u person", "Invited %u people", invited), invited);
  eh_workspace_toast (self->workspace, invited > 0 ? toast : _ ("All of them are invited already"),
                      invited > 0);
}

/* The name in the field has arrived: the first of those who are found. The list follows the search
 * after a moment; Enter may come sooner. */
static void
arrived_cb (EhAttendanceList *self)
{
  g_autoptr (EhRowItem) item = NULL;
  g_autoptr (GError) error = NULL;
  const EhParticipant *person = NULL;
  const EhAttendance *known = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  refilter (self);
  item = g_list_model_get_item (self->shown, 0);
  person = item != NULL ? eh_row_item_get_row (item) : NULL;
  if (*self->words == '\0' || person == NULL)
    return;
  known = g_hash_table_lookup (self->attendances, &person->id);
  name = eh_text_isolate (eh_workspace_name_of (self->workspace, person->id, person->name));
  /* TRANSLATORS: %s is the name of a person who came in */
  said = g_strdup_printf (_ ("%s is here"), name);
  if (!eh_attendance_tap (eh_workspace_get_store (self->workspace), self->workshop_id, person->id,
                          known != NULL ? known->role_group_id : EH_ID_NONE, &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  eh_workspace_toast (self->workspace, said, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  refilter (self);
}

/* A person and their attendance, as one step. */
static void
newcomer_cb (EhAttendanceList *self)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (EhAttendance) attendance = eh_attendance_new ();
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *said = NULL;

  g_free (person->name);
  person->name = eh_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (eh_text_is_blank (person->name))
    return;
  person->id = eh_id_new ();
  person->created_at = g_get_real_time () / G_USEC_PER_SEC;
  attendance->id = eh_id_from_pair ("attendance", self->workshop_id, person->id);
  attendance->workshop_id = self->workshop_id;
  attendance->participant_id = person->id;
  said = g_strdup_printf (_ ("%s is here"), person->name);
  eh_workspace_flush (self->workspace);
  if (!eh_workspace_begin (self->workspace, _ ("Added a person who arrived")))
    return;
  eh_store_put (store, &eh_participant_row_type, person, NULL);
  eh_store_put (store, &eh_attendance_row_type, attendance, NULL);
  if (!eh_workspace_commit (self->workspace))
    return;
  eh_workspace_toast (self->workspace, said, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  refilter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static guint
expected (EhAttendanceList *self, gconstpointer item)
{
  EhId id = eh_row_item_get_id ((EhRowItem *) item);
  const EhInvitation *invitation = g_hash_table_lookup (self->invitations, &id);

  if (invitation == NULL)
    return 2;
  return invitation->reply == EH_REPLY_YES ? 0 : invitation->reply == EH_REPLY_NO ? 3 : 1;
}

/* Who said yes comes first. Who has come stays where they are, so that no name moves under a
 * finger.
 */
static int
by_expected (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = expected (data, a);
  guint other = expected (data, b);

  return one != other ? (one < other ? -1 : 1) : eh_row_item_compare (a, b, NULL);
}

static gboolean
eh_attendance_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EH_ATTENDANCE_LIST (widget)->search));
}

static void
eh_attendance_list_dispose (GObject *object)
{
  EhAttendanceList *self = EH_ATTENDANCE_LIST (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->people);
  g_clear_pointer (&self->attendances, g_hash_table_unref);
  g_clear_pointer (&self->invitations, g_hash_table_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_attendance_list_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhAttendanceList, name)

static void
eh_attendance_list_class_init (EhAttendanceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_attendance_list_dispose;
  widget_class->grab_focus = eh_attendance_list_grab_focus;
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-attendance-list.ui");
  BIND (box);
  BIND (search);
  BIND (which);
  BIND (invite_button);
  BIND (newcomer);
  BIND (count_label);
  BIND (stack);
  BIND (list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_attendance_list_init (EhAttendanceList *self)
{
  self->attendances = g_hash_table_new_full (eh_id_hash, eh_id_equal, NULL,
                                             (GDestroyNotify) eh_attendance_free);
  self->invitations = g_hash_table_new_full (eh_id_hash, eh_id_equal, NULL,
                                             (GDestroyNotify) eh_invitation_free);
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eh_attendance_list_set_workspace:
 * @self: a list that has none
 * @workspace: a workspace with a project
 */
void
eh_attendance_list_set_workspace (EhAttendanceList *self, EhWorkspace *workspace)
{
  static const char *const searched[] = { "name", "role", "organisation", NULL };
  GtkFilterListModel *filtered = NULL;
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (eh_row_item_compare, NULL, NULL));

  self->workspace = g_object_ref (workspace);
  self->people = eh_row_model_new (workspace, &eh_participant_row_type, "name", searched);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->people)),
                                        g_object_ref (self->filter));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), sorter));
  eh_slots_attach (self->list, make_row, show_row, self, ROW_HEIGHT);
  g_signal_connect_object (self->people, "loaded", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->invite_button, "clicked", G_CALLBACK (invite_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
}

/**
 * eh_attendance_list_set_arriving:
 * @self: a list with a workspace that shows no workshop yet
 *
 * People come in at this moment: a tap says so, those who said yes come first, and somebody new is
 * added on the spot.
 */
void
eh_attendance_list_set_arriving (EhAttendanceList *self)
{
  self->arriving = TRUE;
  /* What is taken back here is an arrival, not the letters that found the person. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->search), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->which), FALSE);
  gtk_widget_set_visible (self->invite_button, FALSE);
  gtk_sort_list_model_set_sorter (GTK_SORT_LIST_MODEL (self->shown),
                                  GTK_SORTER (gtk_custom_sorter_new (by_expected, self, NULL)));
  g_signal_connect_object (self->search, "activate", G_CALLBACK (arrived_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->newcomer, "clicked", G_CALLBACK (newcomer_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_attendance_list_set_workshop:
 * @self: a list with a workspace
 * @workshop_id: whose attendance to show, or none
 */
void
eh_attendance_list_set_workshop (EhAttendanceList *self, EhId workshop_id)
{
  self->workshop_id = workshop_id;
  if (workshop_id == EH_ID_NONE)
    return;
  read_attendances (self);
  if (gtk_list_view_get_model (self->list) == NULL) {
    g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (self->shown));

    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  } else {
    touch_all (self);
  }
  refilter (self);
}
