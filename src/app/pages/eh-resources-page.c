/* Resources: what others have written and made, to be found again and cited. The library that ships
 * with the program and what the team adds stand in one list. */

#include "eh-resources-page.h"

#include "eh-category.h"
#include "eh-compat.h"
#include "eh-page.h"
#include "eh-resource-category.h"
#include "eh-resource-detail.h"
#include "eh-resource-row.h"
#include "eh-resource.h"
#include "eh-row-list.h"
#include "eh-row-model.h"
#include "eh-save-library.h"
#include "eh-slots.h"
#include "eh-text.h"
#include "eh-workspace.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* About how high a row is. */
#define ROW_HEIGHT 64

typedef enum {
  STATE_ANY,
  STATE_CHECKED,
  STATE_UNCHECKED,
  STATE_OWN,
  STATE_N,
} State;

/* The names by which other places ask for these. */
static const char *const state_names[STATE_N] = { "all", "checked", "unchecked", "own" };
static const char *const state_labels[STATE_N] = {
  N_ ("Checked or not"),
  N_ ("Checked"),
  N_ ("Not checked"),
  N_ ("Added by the team"),
};

struct _EhResourcesPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  EhSplit *split;
  GtkSearchEntry *search;
  GtkWidget *add_button;
  GtkWidget *first_button;
  GtkWidget *clear_button;
  GtkDropDown *kind_filter;
  GtkDropDown *category_filter;
  GtkDropDown *state_filter;
  GtkLabel *count_label;
  GtkStack *list_stack;
  GtkListView *list;
  GtkStack *detail_stack;
  EhResourceDetail *detail;

  EhRowModel *resources;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char **words;          /* folded words that are searched */
  GPtrArray *kinds;      /* (element-type utf8): what the filter of kinds offers */
  GArray *tops;          /* (element-type EhId): what the filter of categories offers */
  GHashTable *in_chosen; /* (nullable) (element-type EhId): what stands in the chosen category */
  EhId wanted;           /* is shown as soon as the list is read */
  gboolean showing;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_resources_page_page_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhResourcesPage,
                               eh_resources_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_resources_page_page_init))

static const char *
chosen_kind (EhResourcesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_filter);

  return selected > 0 && selected <= self->kinds->len ? self->kinds->pdata[selected - 1] : NULL;
}

static EhId
chosen_top (EhResourcesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->category_filter);

  return selected > 0 && selected <= self->tops->len
             ? g_array_index (self->tops, EhId, selected - 1)
             : EH_ID_NONE;
}

static gboolean
fits_state (EhResourcesPage *self, const EhResource *resource)
{
  switch ((State) gtk_drop_down_get_selected (self->state_filter)) {
  case STATE_CHECKED:
    return resource->verified;
  case STATE_UNCHECKED:
    return !resource->verified;
  case STATE_OWN:
    return !resource->shipped;
  case STATE_ANY:
  case STATE_N:
  default:
    return TRUE;
  }
}

static gboolean
matches (gpointer item, gpointer data)
{
  EhResourcesPage *self = data;
  const EhResource *resource = eh_row_item_get_row (item);
  const char *kind = chosen_kind (self);

  if (kind != NULL && !g_str_equal (resource->kind, kind))
    return FALSE;
  if (self->in_chosen != NULL && !g_hash_table_contains (self->in_chosen, &resource->id))
    return FALSE;
  if (!eh_text_has_words (eh_row_item_get_search_key (item), self->words))
    return FALSE;
  return fits_state (self, resource);
}

/* The keys of a top category and of all that lies under it. */
static GHashTable *
keys_under (EhDb *db, EhId top)
{
  g_autoptr (GPtrArray) categories = eh_reader_list (db, &eh_category_row_type);
  g_autoptr (GHashTable) inside = g_hash_table_new (eh_id_hash, eh_id_equal);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint before;

  g_hash_table_add (inside, &top);
  do {
    before = g_hash_table_size (keys);
    for (guint i = 0; i < categories->len; i++) {
      EhCategory *category = categories->pdata[i];

      if (category->id != top && !g_hash_table_contains (inside, &category->parent_id))
        continue;
      g_hash_table_add (inside, &category->id);
      g_hash_table_add (keys, g_strdup (category->key));
    }
  } while (g_hash_table_size (keys) > before);
  return keys;
}

static void
read_chosen_category (EhResourcesPage *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  EhId top = chosen_top (self);
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GPtrArray) places = NULL;

  g_clear_pointer (&self->in_chosen, g_hash_table_unref);
  if (top == EH_ID_NONE)
    return;
  keys = keys_under (db, top);
  places = eh_reader_list (db, &eh_resource_category_row_type);
  self->in_chosen = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  for (guint i = 0; i < places->len; i++) {
    const EhResourceCategory *place = places->pdata[i];

    if (g_hash_table_contains (keys, place->category_key))
      g_hash_table_add (self->in_chosen, g_memdup2 (&place->resource_id, sizeof (EhId)));
  }
}

static void
refresh_count (EhResourcesPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->resources));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = NULL;

  if (eh_row_model_is_loading (self->resources))
    return;
  gtk_stack_set_visible_child_name (self->stack, all > 0 ? "resources" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 ? "list" : "none");
  if (shown == all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resource", "%u resources", all), all);
  else
    /* TRANSLATORS: %1$u is how many resources are listed, %2$u how many there are */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u resource", "%1$u of %2$u resources", all),
        shown, all);
  gtk_label_set_label (self->count_label, text);
}

static void
refilter (EhResourcesPage *self)
{

  if (self->showing || self->filter == NULL)
    return;
  g_strfreev (self->words);
  self->words = eh_text_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  read_chosen_category (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  refresh_count (self);
}

static void
set_choices (EhResourcesPage *self, GtkDropDown *filter, GtkStringList *names, guint selected)
{
  gboolean showing = self->showing;

  self->showing = TRUE;
  gtk_drop_down_set_model (filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (filter, selected);
  self->showing = showing;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
show_kind_filter (EhResourcesPage *self)
{
  g_autofree char *chosen = g_strdup (chosen_kind (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->resources));
  guint selected = 0;

  g_ptr_array_set_size (self->kinds, 0);
  for (guint i = 0; i < n; i++) {
    g_autoptr (EhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->resources), i);
    const EhResource *resource = eh_row_item_get_row (item);

    if (g_hash_table_add (seen, resource->kind))
      g_ptr_array_add (self->kinds, g_strdup (resource->kind));
  }
  g_ptr_array_sort (self->kinds, compare_kinds);
  gtk_string_list_append (names, _ ("Every sort"));
  for (guint i = 0; i < self->kinds->len; i++) {
    gtk_string_list_take (names, eh_resource_kind_label (self->kinds->pdata[i]));
    if (g_strcmp0 (chosen, self->kinds->pdata[i]) == 0)
      selected = i + 1;
  }
  set_choices (self, self->kind_filter, names, selected);
}

static void
show_category_filter (EhResourcesPage *self)
{
  g_autoptr (GPtrArray) categories = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                     &eh_category_row_type);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  EhId chosen = chosen_top (self);
  guint selected = 0;

  g_array_set_size (self->tops, 0);
  gtk_string_list_append (names, _ ("Every category"));
  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];

    if (category->parent_id != EH_ID_NONE || category->retired)
      continue;
    gtk_string_list_append (names, category->label);
    g_array_append_val (self->tops, category->id);
    if (category->id == chosen)
      selected = self->tops->len;
  }
  set_choices (self, self->category_filter, names, selected);
}

static void
show_state_filter (EhResourcesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < STATE_N; i++)
    gtk_string_list_append (names, _ (state_labels[i]));
  set_choices (self, self->state_filter, names, STATE_ANY);
}

static void
selected_cb (EhResourcesPage *self)
{
  EhRowItem *item = gtk_single_selection_get_selected_item (self->selection);
  EhId id = item != NULL ? eh_row_item_get_id (item) : EH_ID_NONE;

  gtk_stack_set_visible_child_name (self->detail_stack, item != NULL ? "detail" : "none");
  eh_resource_detail_set_resource (self->detail, id);
  if (item == NULL)
    eh_split_leave_detail (self->split);
}

static void
activated_cb (EhResourcesPage *self)
{
  eh_split_enter_detail (self->split);
}

static void
clear_filters (EhResourcesPage *self)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->kind_filter, 0);
  gtk_drop_down_set_selected (self->category_filter, 0);
  gtk_drop_down_set_selected (self->state_filter, STATE_ANY);
  self->showing = FALSE;
  refilter (self);
}

static void
eh_resources_page_show_item (EhPage *page, EhId id)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (page);

  self->wanted = eh_row_model_is_loading (self->resources) ? id : EH_ID_NONE;
  if (self->wanted != EH_ID_NONE || eh_row_list_show (self->list, self->split, id))
    return;
  clear_filters (self);
  eh_row_list_show (self->list, self->split, id);
}

/* A new resource is named "New resource" until somebody types. */
static void
eh_resources_page_add (EhPage *page)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (page);
  g_autoptr (EhResource) resource = eh_resource_new ();

  eh_workspace_flush (self->workspace);
  resource->id = eh_id_new ();
  eh_set_str (&resource->title, _ ("New resource"));
  if (chosen_kind (self) != NULL)
    eh_set_str (&resource->kind, chosen_kind (self));
  resource->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (!eh_workspace_put (self->workspace, &eh_resource_row_type, resource, _ ("Added a resource"),
                         NULL))
    return;
  eh_resources_page_show_item (page, resource->id);
  eh_resource_detail_edit_title (self->detail);
  eh_workspace_announce (self->workspace, _ ("A new resource. Type its title."));
}

static void
eh_resources_page_show_filter (EhPage *page, const char *filter)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (page);

  clear_filters (self);
  for (guint i = 0; i < STATE_N; i++)
    if (g_str_equal (state_names[i], filter))
      gtk_drop_down_set_selected (self->state_filter, i);
  eh_split_leave_detail (self->split);
}

static void
eh_resources_page_focus_search (EhPage *page)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (page);

  eh_split_leave_detail (self->split);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static EhSplit *
eh_resources_page_get_split (EhPage *page)
{
  return EH_RESOURCES_PAGE (page)->split;
}

static void
eh_resources_page_page_init (EhPageInterface *iface)
{
  iface->focus_search = eh_resources_page_focus_search;
  iface->show_item = eh_resources_page_show_item;
  iface->show_filter = eh_resources_page_show_filter;
  iface->add = eh_resources_page_add;
  iface->get_split = eh_resources_page_get_split;
}

static GtkWidget *
make_row (gpointer data)
{
  return eh_resource_row_new ();
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  g_autofree char *label = eh_resource_row_show (
      EH_RESOURCE_ROW (row), eh_row_item_get_row (gtk_list_item_get_item (list_item)));

  eh_compat_list_item_set_label (list_item, label);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhResourcesPage *self)
{
  gboolean resources = eh_changes_touch (changes, &eh_resource_row_type);
  gboolean categories = eh_changes_touch (changes, &eh_category_row_type);

  if (resources)
    show_kind_filter (self);
  if (categories)
    show_category_filter (self);
  /* A resource that was just taken out of the category that is listed stays until the filter is
   * asked again: what is being edited does not vanish. */
  if (categories && chosen_top (self) != EH_ID_NONE)
    refilter (self);
  else if (resources)
    refresh_count (self);
}

static void
loaded_cb (EhResourcesPage *self)
{
  show_kind_filter (self);
  refresh_count (self);
  if (self->wanted != EH_ID_NONE)
    eh_resources_page_show_item (EH_PAGE (self), self->wanted);
}

static void
set_up_list (EhResourcesPage *self)
{
  static const char *const searched[] = { "title", "authors", "organisation", "venue", "summary",
                                          "kind",  NULL };
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel *sorted = NULL;

  self->resources = eh_row_model_new (self->workspace, &eh_resource_row_type, "title", searched);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->resources)),
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
  g_signal_connect_object (self->resources, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhResourcesPage *self = data;

  eh_save_library (self->workspace, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   g_variant_get_string (parameter, NULL));
}

static void
add_actions (EhResourcesPage *self)
{
  static const GActionEntry entries[] = { { "save", save_cb, "s", NULL, NULL } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "resources", G_ACTION_GROUP (actions));
}

static void
connect_controls (EhResourcesPage *self)
{
  GtkDropDown *filters[] = { self->kind_filter, self->category_filter, self->state_filter };
  GtkWidget *adders[] = { self->add_button, self->first_button };

  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    g_signal_connect_object (filters[i], "notify::selected", G_CALLBACK (refilter), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (adders); i++)
    g_signal_connect_object (adders[i], "clicked", G_CALLBACK (eh_resources_page_add), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_filters), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_resources_page_constructed (GObject *object)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (object);

  G_OBJECT_CLASS (eh_resources_page_parent_class)->constructed (object);
  self->detail = EH_RESOURCE_DETAIL (eh_resource_detail_new (self->workspace));
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->detail), "detail");
  set_up_list (self);
  show_kind_filter (self);
  show_category_filter (self);
  show_state_filter (self);
  connect_controls (self);
  add_actions (self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  refilter (self);
}

static void
eh_resources_page_dispose (GObject *object)
{
  EhResourcesPage *self = EH_RESOURCES_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->resources);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->in_chosen, g_hash_table_unref);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_resources_page_parent_class)->dispose (object);
}

static void
eh_resources_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_RESOURCES_PAGE (object)->workspace = g_value_dup_object (value);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhResourcesPage, name)

static void
eh_resources_page_class_init (EhResourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_resources_page_constructed;
  object_class->dispose = eh_resources_page_dispose;
  object_class->set_property = eh_resources_page_set_property;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-resources-page.ui");
  BIND (stack);
  BIND (split);
  BIND (search);
  BIND (add_button);
  BIND (first_button);
  BIND (clear_button);
  BIND (kind_filter);
  BIND (category_filter);
  BIND (state_filter);
  BIND (count_label);
  BIND (list_stack);
  BIND (list);
  BIND (detail_stack);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_resources_page_init (EhResourcesPage *self)
{
  self->words = eh_text_words (NULL);
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->tops = g_array_new (FALSE, FALSE, sizeof (EhId));
  gtk_widget_init_template (GTK_WIDGET (self));
}
