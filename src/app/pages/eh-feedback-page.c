/* Feedback: who took part, who knows what became of what they said and who waits, and the letter of
 * each. A letter holds what one person said, so none is on the screen while names are hidden. */

#include "eh-feedback-page.h"

#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-drop-down.h"
#include "eh-feedback-state.h"
#include "eh-feedback-told.h"
#include "eh-letter-view.h"
#include "eh-letters-bar.h"
#include "eh-letters-print.h"
#include "eh-page.h"
#include "eh-person-row.h"
#include "eh-row-list.h"
#include "eh-row-model.h"
#include "eh-slip-finder.h"
#include "eh-slots.h"
#include "eh-text.h"
#include "eh-workspace.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What the list shows: the states, after everybody. */
static const char *const filter_names[] = { "all", "waiting", "news", "told", "no-letter" };
static const char *const filter_labels[] = {
  N_ ("Everyone"), N_ ("Waits to be told"), N_ ("Told; something is new"),
  N_ ("Told"),     N_ ("Gets no letter"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (filter_labels) == EH_TOLD_STATE_N_VALUES + 1);

/* About how high a row is. */
#define ROW_HEIGHT 58

struct _EhFeedbackPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *watch; /* the workspace's */
  GtkStack *stack;
  EhSplit *split;
  GtkSearchEntry *search;
  GtkDropDown *group_filter;
  GtkDropDown *state_filter;
  GtkLabel *count_label;
  GtkWidget *gaps_button;
  GtkLabel *gaps_label;
  GtkWidget *make_button;
  GtkWidget *print_all_button;
  GtkMenuButton *all_told_button;
  GtkPopover *all_told_popover;
  EhToldForm *all_told_form;
  GtkPopover *slip_popover;
  EhSlipFinder *slip_finder;
  EhLettersBar *bar;
  GtkStack *list_stack;
  GtkWidget *clear_button;
  GtkListView *list;
  GtkStack *detail_stack;
  GtkWidget *scroller;
  GtkLabel *name_label;
  GtkLabel *how_label;
  GtkLabel *told_label;
  GtkWidget *save_button;
  GtkWidget *print_button;
  GtkWidget *told_button;
  GtkWidget *take_back_button;
  GtkPopover *told_popover;
  EhToldForm *told_form;
  GtkWidget *person_button;
  EhLetterView *view;

  EhRowModel *people;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char **words;           /* folded words that are searched */
  EhFeedbackState *state; /* (nullable): until the project was read */
  GCancellable *working;  /* while the state is worked out */
  EhLetterItem *slip;     /* (nullable): the slip whose letter is shown instead of a person's */
  EhId wanted;            /* is shown as soon as the list is read */
  gboolean showing;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_feedback_page_page_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhFeedbackPage,
                               eh_feedback_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_feedback_page_page_init))

/* ---- The list ---- */

static EhId
chosen_group (EhFeedbackPage *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  guint selected = gtk_drop_down_get_selected (self->group_filter);

  return selected == 0 || selected > groups->len ? EH_ID_NONE
                                                 : eh_row_id (groups->pdata[selected - 1]);
}

static gboolean
matches (gpointer item, gpointer data)
{
  EhFeedbackPage *self = data;
  const EhParticipant *person = eh_row_item_get_row (item);
  EhId group = chosen_group (self);
  guint state = gtk_drop_down_get_selected (self->state_filter);

  if (group != EH_ID_NONE && person->role_group_id != group)
    return FALSE;
  if (!eh_text_has_words (eh_row_item_get_search_key (item), self->words))
    return FALSE;
  return state == 0 || state > EH_TOLD_STATE_N_VALUES ||
         eh_feedback_state_of (self->state, person->id) == (EhToldState) (state - 1);
}

static guint
n_waiting (EhFeedbackPage *self)
{
  guint n = 0;

  for (guint i = 0; self->state != NULL && i < self->state->plan->len; i++) {
    const EhLetterItem *item = self->state->plan->pdata[i];
    EhToldState state = eh_feedback_state_of (self->state, item->person_id);

    n += state == EH_TOLD_STATE_WAITS || state == EH_TOLD_STATE_NEWS;
  }
  return n;
}

static void
refresh_count (EhFeedbackPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint waiting = n_waiting (self);
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u person", "%1$u of %2$u people", all), shown, all);
  g_autofree char *waits = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u waits for news", "%u wait for news", waiting), waiting);
  /* TRANSLATORS: two counts of people, one after the other: "5 of 24 people; 3 wait for news" */
  g_autofree char *text = g_strdup_printf (_ ("%1$s; %2$s"), people, waits);

  if (eh_row_model_is_loading (self->people))
    return;
  gtk_stack_set_visible_child_name (self->stack, all > 0 ? "people" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 ? "list" : "none");
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_told_button), shown > 0);
}

static void
refilter (EhFeedbackPage *self)
{

  if (self->showing || self->filter == NULL)
    return;
  g_strfreev (self->words);
  self->words = eh_text_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  refresh_count (self);
}

static void
show_group_filter (EhFeedbackPage *self)
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
show_state_filter (EhFeedbackPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filter_labels); i++)
    gtk_string_list_append (names, _ (filter_labels[i]));
  self->showing = TRUE;
  eh_drop_down_set_words (self->state_filter, names);
  self->showing = FALSE;
}

static GtkWidget *
make_row (gpointer data)
{
  return eh_person_row_new ();
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  EhFeedbackPage *self = data;
  const EhParticipant *person = eh_row_item_get_row (gtk_list_item_get_item (list_item));
  g_autofree char *state = eh_feedback_state_words (self->state, person->id);
  g_autofree char *label = eh_person_row_show_state (
      EH_PERSON_ROW (row), eh_workspace_name_of (self->workspace, person->id, person->name),
      eh_workspace_role_of (self->workspace, person->role), state,
      eh_workspace_get_role_group (self->workspace, person->role_group_id));

  eh_compat_list_item_set_label (list_item, label);
}

/* ---- The letter ---- */

static const EhParticipant *
selected_person (EhFeedbackPage *self)
{
  EhRowItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? eh_row_item_get_row (item) : NULL;
}

static void
show_letter (EhFeedbackPage *self, const EhLetterItem *item, const EhParticipant *person)
{
  g_autoptr (EhLetter) letter = eh_job_letters_letter (self->state->index, item);
  g_autofree char *how = NULL;
  g_autofree char *told = NULL;
  g_autofree char *number = g_strdup_printf ("%u", item->number);
  /* TRANSLATORS: %s is the number of a slip of paper */
  g_autofree char *slip = g_strdup_printf (_ ("For whoever holds slip %s"), number);

  how = eh_feedback_state_wishes (item, letter, person);
  told = person != NULL ? eh_feedback_state_tolds (self->state, person->id) : g_strdup ("");
  gtk_label_set_label (self->name_label, person != NULL ? person->name : slip);
  gtk_label_set_label (self->how_label, how);
  gtk_label_set_label (self->told_label, told);
  gtk_widget_set_visible (GTK_WIDGET (self->told_label), person != NULL);
  gtk_widget_set_visible (self->save_button, TRUE);
  gtk_widget_set_visible (self->print_button, TRUE);
  gtk_widget_set_visible (self->told_button, person != NULL);
  gtk_widget_set_visible (self->take_back_button,
                          person != NULL &&
                              eh_feedback_index_last_told (self->state->index, person->id) != NULL);
  gtk_widget_set_visible (self->person_button, person != NULL);
  eh_letter_view_set_letter (self->view, letter);
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  gtk_stack_set_visible_child_name (self->detail_stack, "letter");
}

/* Whoever gets no letter is told of, and why. */
static void
show_no_letter (EhFeedbackPage *self, const EhParticipant *person)
{
  g_autofree char *why = eh_feedback_state_words (self->state, person->id);

  gtk_label_set_label (self->name_label, person->name);
  gtk_label_set_label (self->how_label, why);
  gtk_label_set_label (self->told_label, _ ("No letter is made for them."));
  gtk_widget_set_visible (GTK_WIDGET (self->told_label), TRUE);
  gtk_widget_set_visible (self->save_button, FALSE);
  gtk_widget_set_visible (self->print_button, FALSE);
  gtk_widget_set_visible (self->told_button, FALSE);
  gtk_widget_set_visible (self->take_back_button, FALSE);
  gtk_widget_set_visible (self->person_button, TRUE);
  eh_letter_view_set_letter (self->view, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  gtk_stack_set_visible_child_name (self->detail_stack, "letter");
}

static void
show_detail (EhFeedbackPage *self)
{
  const EhParticipant *person = selected_person (self);
  const EhLetterItem *item = self->slip;
  gboolean something = person != NULL || item != NULL;

  if (item == NULL && person != NULL)
    item = eh_feedback_state_item (self->state, person->id);
  if (!something || item == NULL || eh_workspace_get_room_display (self->workspace)) {
    eh_letter_view_set_letter (self->view, NULL);
    gtk_label_set_label (self->name_label, "");
    gtk_label_set_label (self->told_label, "");
    gtk_stack_set_visible_child_name (
        self->detail_stack,
        something && eh_workspace_get_room_display (self->workspace) ? "hidden" : "none");
  } else if (item->writer == NULL) {
    show_no_letter (self, person);
  } else {
    show_letter (self, item, self->slip != NULL ? NULL : person);
  }
}

static void
selected_cb (EhFeedbackPage *self)
{
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    g_clear_pointer (&self->slip, eh_letter_item_free);
  show_detail (self);
  if (gtk_single_selection_get_selected_item (self->selection) == NULL && self->slip == NULL)
    eh_split_leave_detail (self->split);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
activated_cb (EhFeedbackPage *self)
{
  eh_split_enter_detail (self->split);
}

/* ---- What is known ---- */

static void
show_gaps (EhFeedbackPage *self)
{
  g_autofree char *text = eh_feedback_state_gap_words (self->state);

  gtk_label_set_label (self->gaps_label, text);
  gtk_widget_set_visible (self->gaps_button, text[0] != '\0');
}

/* To the first of them: a recommendation in the guidance, or an insight. */
static void
gaps_cb (EhFeedbackPage *self)
{
  eh_feedback_state_show_gap (self->state, self->workspace);
}

static void
touch_all (EhFeedbackPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);

    eh_row_item_touch (item);
  }
}

static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhFeedbackPage) self = data;
  g_autoptr (EhFeedbackState) state = eh_feedback_state_new_finish (result, NULL);

  if (state == NULL || self->workspace == NULL || self->list == NULL)
    return;
  g_clear_object (&self->working);
  g_clear_pointer (&self->state, eh_feedback_state_free);
  self->state = g_steal_pointer (&state);
  touch_all (self);
  refilter (self);
  show_gaps (self);
  show_detail (self);
}

static void
loaded_cb (EhFeedbackPage *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);

  if (dataset == NULL)
    return;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  eh_feedback_state_new_async (dataset, self->working, known_cb, g_object_ref (self));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhFeedbackPage *self)
{
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    show_group_filter (self);
  if (eh_changes_touch (changes, &eh_participant_row_type))
    refresh_count (self);
}

static void
room_display_cb (EhFeedbackPage *self)
{
  gboolean hide = eh_workspace_get_room_display (self->workspace);

  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search))),
                           !hide);
  show_detail (self);
}

/* ---- Making ---- */

static void
busy_cb (EhFeedbackPage *self)
{
  gboolean busy = eh_letters_bar_is_busy (self->bar);

  gtk_widget_set_sensitive (self->make_button, !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
}

static void
make (EhFeedbackPage *self, GPtrArray *items, GFile *folder)
{
  eh_workspace_flush (self->workspace);
  eh_letters_bar_make (self->bar, self->workspace, self->state->index, items, folder);
}

static void
all_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhFeedbackPage) self = data;
  g_autoptr (GFile) folder = eh_compat_choose_folder_finish (result, NULL);

  if (folder != NULL && self->state != NULL && !eh_letters_bar_is_busy (self->bar))
    make (self, self->state->plan, folder);
}

/* One letter, by itself; the item is copied, for the state may be another by then. */
static void
one_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhFeedbackPage) self = data;
  g_autoptr (GFile) folder = eh_compat_choose_folder_finish (result, NULL);
  const EhParticipant *person = selected_person (self);
  g_autoptr (GPtrArray) items = NULL;
  EhLetterWishes wishes = { .person_id = person != NULL ? person->id : EH_ID_NONE };

  if (folder == NULL || self->state == NULL || eh_letters_bar_is_busy (self->bar))
    return;
  if (self->slip != NULL) {
    items = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_letter_item_free);
    g_ptr_array_add (items, eh_job_letters_plan_slip (eh_workspace_get_db (self->workspace),
                                                      self->slip->slip, &wishes));
  } else if (person != NULL) {
    items = eh_job_letters_plan (self->state->index, &wishes);
  }
  if (items != NULL)
    make (self, items, folder);
}

static GtkWindow *
window_of (EhFeedbackPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
make_cb (EhFeedbackPage *self)
{
  eh_compat_choose_folder_async (window_of (self), _ ("Folder for the Letters"), NULL, NULL,
                                 all_chosen_cb, g_object_ref (self));
}

static void
save_cb (EhFeedbackPage *self)
{
  eh_compat_choose_folder_async (window_of (self), _ ("Folder for the Letter"), NULL, NULL,
                                 one_chosen_cb, g_object_ref (self));
}

/* ---- Told ---- */

static void
mark_one_cb (EhFeedbackPage *self)
{
  const EhParticipant *person = selected_person (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const EhLetterItem *item = person != NULL ? eh_feedback_state_item (self->state, person->id)
                                            : NULL;

  gtk_popover_popdown (self->told_popover);
  if (item == NULL)
    return;
  g_ptr_array_add (items, (gpointer) item);
  eh_feedback_mark (self->workspace, self->state->index, items, self->told_form);
}

static void
take_back_cb (EhFeedbackPage *self)
{
  const EhParticipant *person = selected_person (self);

  if (person != NULL && self->state != NULL)
    eh_feedback_take_back (self->workspace, self->state->index, person->id);
}

/* Those in the list who get a letter, or who also wait for news. */
static GPtrArray *
listed (EhFeedbackPage *self, gboolean who_wait)
{
  GPtrArray *items = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
    const EhLetterItem *item = eh_feedback_state_item (self->state, eh_row_item_get_id (row));

    if (item != NULL && item->writer != NULL && !(who_wait && item->told))
      g_ptr_array_add (items, (gpointer) item);
  }
  return items;
}

static void
mark_listed_cb (EhFeedbackPage *self)
{
  g_autoptr (GPtrArray) items = listed (self, TRUE);

  gtk_popover_popdown (self->all_told_popover);
  if (items->len > 0)
    eh_feedback_mark (self->workspace, self->state->index, items, self->all_told_form);
}

/* Before it shows, so that it is as high as its words need. */
static void
told_popover_cb (GtkMenuButton *button, gpointer data)
{
  EhFeedbackPage *self = data;
  const EhParticipant *person = selected_person (self);

  if (person != NULL)
    eh_told_form_begin (self->told_form, person->name, eh_feedback_usual_way (person));
}

static void
all_told_popover_cb (GtkMenuButton *button, gpointer data)
{
  EhFeedbackPage *self = data;
  g_autoptr (GPtrArray) items = listed (self, TRUE);
  g_autofree char *whom = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person who is listed and waits for news",
                   "%u people who are listed and wait for news", items->len),
      items->len);

  eh_told_form_begin_many (self->all_told_form, whom);
}

/* How somebody wants their letter is kept with the person. */
static void
person_cb (EhFeedbackPage *self)
{
  const EhParticipant *person = selected_person (self);

  if (person != NULL)
    eh_workspace_show_item (self->workspace, "people", person->id);
}

/* ---- On paper ---- */

static const EhLetterItem *
shown_item (EhFeedbackPage *self)
{
  const EhParticipant *person = selected_person (self);
  const EhLetterItem *item = self->slip;

  if (item == NULL && person != NULL)
    item = eh_feedback_state_item (self->state, person->id);
  return item != NULL && item->writer != NULL ? item : NULL;
}

static void
print_letters (EhFeedbackPage *self, EhLettersWhich which)
{
  g_autoptr (GPtrArray) items = listed (self, FALSE);

  if (self->state != NULL)
    gtk_window_present (GTK_WINDOW (
        eh_letters_print_new (self->workspace, window_of (self), shown_item (self), items, which)));
}

static void
print_cb (EhFeedbackPage *self)
{
  print_letters (self, EH_LETTERS_ONE);
}

static void
print_all_cb (EhFeedbackPage *self)
{
  print_letters (self, EH_LETTERS_PAPER);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->split)))
    print_letters (self, shown_item (self) != NULL ? EH_LETTERS_ONE : EH_LETTERS_PAPER);
}

/* ---- By the number of a slip ---- */

static void
slip_popover_cb (EhFeedbackPage *self)
{
  eh_slip_finder_begin (self->slip_finder, self->workspace);
}

static void
slip_found_cb (EhFeedbackPage *self)
{
  static const EhLetterWishes usual;

  gtk_popover_popdown (self->slip_popover);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_clear_pointer (&self->slip, eh_letter_item_free);
  self->slip = eh_job_letters_plan_slip (eh_workspace_get_db (self->workspace),
                                         eh_slip_finder_get_slip (self->slip_finder), &usual);
  show_detail (self);
  eh_split_enter_detail (self->split);
}

/* ---- Page ---- */

static void
clear_filters (EhFeedbackPage *self)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->group_filter, 0);
  gtk_drop_down_set_selected (self->state_filter, 0);
  self->showing = FALSE;
  refilter (self);
}

static void
eh_feedback_page_show_item (EhPage *page, EhId id)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (page);

  self->wanted = eh_row_model_is_loading (self->people) ? id : EH_ID_NONE;
  if (self->wanted != EH_ID_NONE || eh_row_list_show (self->list, self->split, id))
    return;
  clear_filters (self);
  eh_row_list_show (self->list, self->split, id);
}

static void
eh_feedback_page_show_filter (EhPage *page, const char *filter)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (page);

  clear_filters (self);
  for (guint i = 0; i < G_N_ELEMENTS (filter_names); i++)
    if (g_str_equal (filter_names[i], filter))
      gtk_drop_down_set_selected (self->state_filter, i);
  eh_split_leave_detail (self->split);
}

static void
eh_feedback_page_focus_search (EhPage *page)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (page);

  eh_split_leave_detail (self->split);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static EhSplit *
eh_feedback_page_get_split (EhPage *page)
{
  return EH_FEEDBACK_PAGE (page)->split;
}

static void
eh_feedback_page_page_init (EhPageInterface *iface)
{
  iface->focus_search = eh_feedback_page_focus_search;
  iface->show_item = eh_feedback_page_show_item;
  iface->show_filter = eh_feedback_page_show_filter;
  iface->get_split = eh_feedback_page_get_split;
}

static void
people_loaded_cb (EhFeedbackPage *self)
{
  refresh_count (self);
  if (self->wanted != EH_ID_NONE)
    eh_feedback_page_show_item (EH_PAGE (self), self->wanted);
}

static void
set_up_list (EhFeedbackPage *self)
{
  static const char *const searched[] = { "name", "role", "organisation", NULL };
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel *sorted = NULL;

  self->people = eh_row_model_new (self->workspace, &eh_participant_row_type, "name", searched);
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
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* Where the letter takes the list's place, one press leads to it. */
  g_object_bind_property (self->split, "folded", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
}

static void
listen (EhFeedbackPage *self)
{
  const struct {
    gpointer instance;
    const char *signal;
    GCallback callback;
  } signals[] = {
    { self->search, "search-changed", G_CALLBACK (refilter) },
    { self->group_filter, "notify::selected", G_CALLBACK (refilter) },
    { self->state_filter, "notify::selected", G_CALLBACK (refilter) },
    { self->clear_button, "clicked", G_CALLBACK (clear_filters) },
    { self->gaps_button, "clicked", G_CALLBACK (gaps_cb) },
    { self->make_button, "clicked", G_CALLBACK (make_cb) },
    { self->bar, "busy", G_CALLBACK (busy_cb) },
    { self->save_button, "clicked", G_CALLBACK (save_cb) },
    { self->print_button, "clicked", G_CALLBACK (print_cb) },
    { self->print_all_button, "clicked", G_CALLBACK (print_all_cb) },
    { self->person_button, "clicked", G_CALLBACK (person_cb) },
    { self->take_back_button, "clicked", G_CALLBACK (take_back_cb) },
    { self->slip_finder, "found", G_CALLBACK (slip_found_cb) },
    { self->told_form, "mark", G_CALLBACK (mark_one_cb) },
    { self->all_told_form, "mark", G_CALLBACK (mark_listed_cb) },
    { self->slip_popover, "show", G_CALLBACK (slip_popover_cb) },
    { self->watch, "loaded", G_CALLBACK (loaded_cb) },
    { self->people, "loaded", G_CALLBACK (people_loaded_cb) },
    { self->workspace, "notify::room-display", G_CALLBACK (room_display_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (signals[i].instance, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->told_button), told_popover_cb, self,
                                         NULL);
  gtk_menu_button_set_create_popup_func (self->all_told_button, all_told_popover_cb, self, NULL);
}

static void
eh_feedback_page_constructed (GObject *object)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (object);

  G_OBJECT_CLASS (eh_feedback_page_parent_class)->constructed (object);
  self->watch = eh_dataset_watch_of (self->workspace);
  show_group_filter (self);
  show_state_filter (self);
  set_up_list (self);
  listen (self);
  room_display_cb (self);
  refilter (self);
  loaded_cb (self);
}

static void
eh_feedback_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_feedback_page_parent_class)->map (widget);
  eh_dataset_watch_want (EH_FEEDBACK_PAGE (widget)->watch);
}

static void
eh_feedback_page_dispose (GObject *object)
{
  EhFeedbackPage *self = EH_FEEDBACK_PAGE (object);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->working);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->people);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->state, eh_feedback_state_free);
  g_clear_pointer (&self->slip, eh_letter_item_free);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_feedback_page_parent_class)->dispose (object);
}

static void
eh_feedback_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_FEEDBACK_PAGE (object)->workspace = g_value_dup_object (value);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhFeedbackPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (stack);
  BIND (split);
  BIND (search);
  BIND (group_filter);
  BIND (state_filter);
  BIND (count_label);
  BIND (gaps_button);
  BIND (gaps_label);
  BIND (make_button);
  BIND (print_all_button);
  BIND (all_told_button);
  BIND (all_told_popover);
  BIND (all_told_form);
  BIND (slip_popover);
  BIND (slip_finder);
  BIND (bar);
  BIND (list_stack);
  BIND (clear_button);
  BIND (list);
  BIND (detail_stack);
  BIND (scroller);
  BIND (name_label);
  BIND (how_label);
  BIND (told_label);
  BIND (save_button);
  BIND (print_button);
  BIND (told_button);
  BIND (take_back_button);
  BIND (told_popover);
  BIND (told_form);
  BIND (person_button);
  BIND (view);
}

static void
eh_feedback_page_class_init (EhFeedbackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_feedback_page_constructed;
  object_class->dispose = eh_feedback_page_dispose;
  object_class->set_property = eh_feedback_page_set_property;
  widget_class->map = eh_feedback_page_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_WRAP);
  g_type_ensure (EH_TYPE_SLIP_FINDER);
  g_type_ensure (EH_TYPE_LETTERS_BAR);
  g_type_ensure (EH_TYPE_TOLD_FORM);
  g_type_ensure (EH_TYPE_LETTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-feedback-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "feedback.print", NULL, print_action);
  /* Elsewhere the same key says who is speaking. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "feedback.print",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_feedback_page_init (EhFeedbackPage *self)
{
  self->words = eh_text_words (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
