/* People: who takes part. A list to search and filter, and beside it one person with all there is
 * to know. Nothing is saved by hand. */

#include "eh-people-page.h"

#include "eh-access-need.h"
#include "eh-compat.h"
#include "eh-consent.h"
#include "eh-credit-example.h"
#include "eh-drop-down.h"
#include "eh-overdue.h"
#include "eh-page.h"
#include "eh-participant.h"
#include "eh-person-detail.h"
#include "eh-person-row.h"
#include "eh-row-list.h"
#include "eh-row-model.h"
#include "eh-schedule.h"
#include "eh-slots.h"
#include "eh-text.h"
#include "eh-workspace.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* About how high a row is. */
#define ROW_HEIGHT 58

typedef enum {
  WAITING_ANY,
  WAITING_CONSENT,
  WAITING_CREDIT,
  WAITING_NEEDS_OPEN,
  WAITING_NEEDS_OVERDUE,
  WAITING_NEEDS_EARLY,
  WAITING_WITHDRAWN,
  WAITING_N,
} Waiting;

/* The names by which other places ask for these. */
static const char *const waiting_names[WAITING_N] = {
  "all", "no-consent", "no-credit", "needs-open", "needs-overdue", "needs-early", "withdrawn",
};
static const char *const waiting_labels[WAITING_N] = {
  N_ ("Everyone"),
  N_ ("Not asked to take part"),
  N_ ("Not asked about naming"),
  N_ ("Access needs to arrange"),
  N_ ("Access needs deleted within a week"),
  N_ ("Access needs deleted before a workshop"),
  N_ ("Withdrawn"),
};

struct _EhPeoplePage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  EhSplit *split;
  GtkSearchEntry *search;
  GtkWidget *add_button;
  GtkWidget *first_button;
  GtkWidget *clear_button;
  GtkDropDown *group_filter;
  GtkDropDown *waiting_filter;
  GtkLabel *count_label;
  GtkStack *list_stack;
  GtkListView *list;
  GtkStack *detail_stack;
  GtkLabel *hidden_name;
  EhPersonDetail *detail;

  EhRowModel *people;
  EhRowModel *consents;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char **words;          /* folded words that are searched */
  GHashTable *with_need; /* (nullable) (element-type EhId): who the access filter lets through */
  EhId wanted;           /* is shown as soon as the list is read */
  guint making;          /* source that makes the details */
  gboolean showing;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_people_page_page_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhPeoplePage,
                               eh_people_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_people_page_page_init))

static const EhConsent *
consent_of (EhPeoplePage *self, EhId id)
{
  EhRowItem *item = eh_row_model_find (self->consents, id);

  return item != NULL ? eh_row_item_get_row (item) : NULL;
}

static EhId
chosen_group (EhPeoplePage *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  guint selected = gtk_drop_down_get_selected (self->group_filter);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > groups->len)
    return EH_ID_NONE;
  return eh_row_id (groups->pdata[selected - 1]);
}

static Waiting
chosen_waiting (EhPeoplePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->waiting_filter);

  return selected < WAITING_N ? (Waiting) selected : WAITING_ANY;
}

static gboolean
waits (EhPeoplePage *self, const EhParticipant *person)
{
  const EhConsent *consent = NULL;

  switch (chosen_waiting (self)) {
  case WAITING_CONSENT:
    consent = consent_of (self, person->id);
    return person->withdrawal == EH_WITHDRAWAL_NONE &&
           (consent == NULL || consent->take_part == EH_ANSWER_UNKNOWN);
  case WAITING_CREDIT:
    return person->withdrawal == EH_WITHDRAWAL_NONE && person->credit == EH_CREDIT_ASK;
  case WAITING_NEEDS_OPEN:
  case WAITING_NEEDS_OVERDUE:
  case WAITING_NEEDS_EARLY:
    return self->with_need != NULL && g_hash_table_contains (self->with_need, &person->id);
  case WAITING_WITHDRAWN:
    return person->withdrawal != EH_WITHDRAWAL_NONE;
  case WAITING_ANY:
  case WAITING_N:
  default:
    return TRUE;
  }
}

static gboolean
matches (gpointer item, gpointer data)
{
  EhPeoplePage *self = data;
  const EhParticipant *person = eh_row_item_get_row (item);
  EhId group = chosen_group (self);

  if (group != EH_ID_NONE && person->role_group_id != group)
    return FALSE;
  if (!eh_text_has_words (eh_row_item_get_search_key (item), self->words))
    return FALSE;
  return waits (self, person);
}

/* The same as EhOverview counts. */
static gboolean
need_waits (const EhAccessNeed *need, Waiting waiting, const char *today, const char *last_workshop)
{
  gint64 days = eh_schedule_days_between (today, need->delete_after);

  if (waiting == WAITING_NEEDS_OPEN)
    return need->status == EH_ACCESS_STATUS_ASKED;
  if (days == G_MININT64)
    return FALSE;
  if (waiting == WAITING_NEEDS_OVERDUE)
    return days <= EH_OVERDUE_DAYS_AHEAD;
  return days >= 0 && strcmp (need->delete_after, last_workshop) < 0;
}

static char *
last_workshop_date (EhPeoplePage *self)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                    &eh_workshop_row_type);
  const char *last = "";

  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];

    if (strcmp (workshop->date, last) > 0)
      last = workshop->date;
  }
  return g_strdup (last);
}

static void
read_needs (EhPeoplePage *self)
{
  Waiting waiting = chosen_waiting (self);
  g_autoptr (GPtrArray) needs = NULL;
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *last_workshop = NULL;

  g_clear_pointer (&self->with_need, g_hash_table_unref);
  if (waiting != WAITING_NEEDS_OPEN && waiting != WAITING_NEEDS_OVERDUE &&
      waiting != WAITING_NEEDS_EARLY)
    return;
  last_workshop = last_workshop_date (self);
  self->with_need = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  needs = eh_reader_list (eh_workspace_get_db (self->workspace), &eh_access_need_row_type);
  for (guint i = 0; i < needs->len; i++) {
    const EhAccessNeed *need = needs->pdata[i];

    if (need_waits (need, waiting, today, last_workshop))
      g_hash_table_add (self->with_need,
                        g_memdup2 (&need->participant_id, sizeof need->participant_id));
  }
}

static void
refresh_count (EhPeoplePage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = NULL;

  if (eh_row_model_is_loading (self->people))
    return;
  gtk_stack_set_visible_child_name (self->stack, all > 0 ? "people" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 ? "list" : "none");
  if (shown == all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", all), all);
  else
    /* TRANSLATORS: %1$u is how many people are listed, %2$u how many there are */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u person", "%1$u of %2$u people", all), shown,
        all);
  gtk_label_set_label (self->count_label, text);
}

static void
refilter (EhPeoplePage *self)
{

  if (self->showing || self->filter == NULL)
    return;
  g_strfreev (self->words);
  self->words = eh_text_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  read_needs (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  refresh_count (self);
}

static void
show_group_filter (EhPeoplePage *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->group_filter);

  gtk_string_list_append (names, _ ("Every group"));
  for (guint i = 0; i < groups->len; i++)
    gtk_string_list_append (names, ((const EhRoleGroup *) groups->pdata[i])->label);
  self->showing = TRUE;
  eh_drop_down_set_words (self->group_filter, names);
  gtk_drop_down_set_selected (self->group_filter, selected <= groups->len ? selected : 0);
  self->showing = FALSE;
}

static void
show_waiting_filter (EhPeoplePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < WAITING_N; i++)
    gtk_string_list_append (names, _ (waiting_labels[i]));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->waiting_filter, G_LIST_MODEL (names));
  self->showing = FALSE;
}

static void
make_detail (EhPeoplePage *self)
{
  g_clear_handle_id (&self->making, g_source_remove);
  self->detail = EH_PERSON_DETAIL (eh_person_detail_new (self->workspace));
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->detail), "detail");
}

static gboolean
making_cb (gpointer data)
{
  EhPeoplePage *self = data;

  self->making = 0;
  if (self->detail == NULL && !eh_workspace_get_room_display (self->workspace))
    make_detail (self);
  return G_SOURCE_REMOVE;
}

/* All that is known of a person is about them: with the names hidden, none of it is shown. */
static void
show_detail (EhPeoplePage *self, EhRowItem *item)
{
  gboolean hide = eh_workspace_get_room_display (self->workspace);
  const EhParticipant *person = item != NULL ? eh_row_item_get_row (item) : NULL;

  if (hide && person != NULL)
    gtk_label_set_label (self->hidden_name,
                         eh_workspace_name_of (self->workspace, person->id, person->name));
  if (self->detail == NULL && person != NULL && !hide)
    make_detail (self);
  if (self->detail != NULL)
    eh_person_detail_set_person (self->detail, person != NULL ? person->id : EH_ID_NONE);
  gtk_stack_set_visible_child_name (self->detail_stack, person == NULL ? "none"
                                                        : hide         ? "hidden"
                                                                       : "detail");
}

static void
room_display_cb (EhPeoplePage *self)
{
  gboolean hide = eh_workspace_get_room_display (self->workspace);

  /* What it showed must not stay behind in widgets that are out of sight. */
  if (hide && self->detail != NULL)
    gtk_stack_remove (self->detail_stack, GTK_WIDGET (g_steal_pointer (&self->detail)));
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search))),
                           !hide);
  show_detail (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
selected_cb (EhPeoplePage *self)
{
  EhRowItem *item = gtk_single_selection_get_selected_item (self->selection);

  show_detail (self, item);
  if (item == NULL)
    eh_split_leave_detail (self->split);
}

static void
activated_cb (EhPeoplePage *self)
{
  eh_split_enter_detail (self->split);
}

static void
clear_filters (EhPeoplePage *self)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->group_filter, 0);
  gtk_drop_down_set_selected (self->waiting_filter, WAITING_ANY);
  self->showing = FALSE;
  refilter (self);
}

static void
eh_people_page_show_item (EhPage *page, EhId id)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (page);

  self->wanted = eh_row_model_is_loading (self->people) ? id : EH_ID_NONE;
  if (self->wanted != EH_ID_NONE || eh_row_list_show (self->list, self->split, id))
    return;
  clear_filters (self);
  eh_row_list_show (self->list, self->split, id);
}

/* A new person is named "New person" until somebody types, and has the group that is filtered. */
static void
eh_people_page_add (EhPage *page)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (page);
  g_autoptr (EhParticipant) person = eh_participant_new ();

  if (eh_workspace_get_room_display (self->workspace)) {
    eh_workspace_toast (self->workspace, _ ("Show names to add somebody here"), FALSE);
    return;
  }
  eh_workspace_flush (self->workspace);
  person->id = eh_id_new ();
  eh_set_str (&person->name, _ ("New person"));
  person->role_group_id = chosen_group (self);
  person->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (!eh_workspace_put (self->workspace, &eh_participant_row_type, person, _ ("Added a person"),
                         NULL))
    return;
  eh_people_page_show_item (page, person->id);
  eh_person_detail_edit_name (self->detail);
  eh_workspace_announce (self->workspace, _ ("A new person. Type the name."));
}

static void
eh_people_page_show_filter (EhPage *page, const char *filter)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (page);

  clear_filters (self);
  for (guint i = 0; i < WAITING_N; i++)
    if (g_str_equal (waiting_names[i], filter))
      gtk_drop_down_set_selected (self->waiting_filter, i);
  eh_split_leave_detail (self->split);
}

static void
eh_people_page_focus_search (EhPage *page)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (page);

  eh_split_leave_detail (self->split);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static EhSplit *
eh_people_page_get_split (EhPage *page)
{
  return EH_PEOPLE_PAGE (page)->split;
}

static void
eh_people_page_page_init (EhPageInterface *iface)
{
  iface->focus_search = eh_people_page_focus_search;
  iface->show_item = eh_people_page_show_item;
  iface->show_filter = eh_people_page_show_filter;
  iface->add = eh_people_page_add;
  iface->get_split = eh_people_page_get_split;
}

static GtkWidget *
make_row (gpointer data)
{
  return eh_person_row_new ();
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  EhPeoplePage *self = data;
  const EhParticipant *person = eh_row_item_get_row (gtk_list_item_get_item (list_item));
  g_autofree char *label = eh_person_row_show (
      EH_PERSON_ROW (row), person, eh_workspace_name_of (self->workspace, person->id, person->name),
      eh_workspace_role_of (self->workspace, person->role), consent_of (self, person->id),
      eh_workspace_get_role_group (self->workspace, person->role_group_id));

  eh_compat_list_item_set_label (list_item, label);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhPeoplePage *self)
{
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    show_group_filter (self);
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);
    EhRowItem *item = NULL;

    if (change->type == &eh_consent_row_type)
      item = eh_row_model_find (self->people, change->id);
    if (item != NULL)
      eh_row_item_touch (item);
  }
  if (eh_changes_touch (changes, &eh_participant_row_type))
    refresh_count (self);
}

static void
loaded_cb (EhPeoplePage *self)
{
  refresh_count (self);
  if (self->wanted != EH_ID_NONE)
    eh_people_page_show_item (EH_PAGE (self), self->wanted);
}

/* Who was asked, and for what, is on every row. */
static void
consents_cb (EhPeoplePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);

    eh_row_item_touch (item);
  }
  if (chosen_waiting (self) == WAITING_CONSENT)
    refilter (self);
}

static void
set_up_list (EhPeoplePage *self)
{
  static const char *const searched[] = { "name", "role", "organisation", "pseudonym", NULL };
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel *sorted = NULL;

  self->people = eh_row_model_new (self->workspace, &eh_participant_row_type, "name", searched);
  self->consents = eh_row_model_new (self->workspace, &eh_consent_row_type, "wording", NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->people)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (gtk_custom_sorter_new (
                                                                 eh_row_item_compare, NULL, NULL)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  eh_slots_attach (self->list, make_row, show_row, self, ROW_HEIGHT);
  eh_compat_tab_leaves_list (self->list);
  eh_row_list_follow_search (self->list, self->search);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->people, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consents, "loaded", G_CALLBACK (consents_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* Where the details take the list's place, one press leads to them. */
  g_object_bind_property (self->split, "folded", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
}

static void
eh_people_page_constructed (GObject *object)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (object);

  G_OBJECT_CLASS (eh_people_page_parent_class)->constructed (object);
  show_group_filter (self);
  show_waiting_filter (self);
  set_up_list (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group_filter, "notify::selected", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting_filter, "notify::selected", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (eh_people_page_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (eh_people_page_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_filters), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->workspace, "notify::room-display", G_CALLBACK (room_display_cb),
                           self, G_CONNECT_SWAPPED);
  room_display_cb (self);
  refilter (self);
  /* Many fields, which take a frame of their own: not the one in which the list is shown, nor the
   * one in which somebody is first looked at. */
  self->making = g_idle_add_full (G_PRIORITY_LOW, making_cb, self, NULL);
}

static void
eh_people_page_dispose (GObject *object)
{
  EhPeoplePage *self = EH_PEOPLE_PAGE (object);

  g_clear_handle_id (&self->making, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->people);
  g_clear_object (&self->consents);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->with_need, g_hash_table_unref);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_people_page_parent_class)->dispose (object);
}

static void
eh_people_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_PEOPLE_PAGE (object)->workspace = g_value_dup_object (value);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhPeoplePage, name)

static void
eh_people_page_class_init (EhPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_people_page_constructed;
  object_class->dispose = eh_people_page_dispose;
  object_class->set_property = eh_people_page_set_property;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-people-page.ui");
  BIND (stack);
  BIND (split);
  BIND (search);
  BIND (add_button);
  BIND (first_button);
  BIND (clear_button);
  BIND (group_filter);
  BIND (waiting_filter);
  BIND (count_label);
  BIND (list_stack);
  BIND (list);
  BIND (detail_stack);
  BIND (hidden_name);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_people_page_init (EhPeoplePage *self)
{
  self->words = eh_text_words (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
