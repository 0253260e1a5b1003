/* Insights: what was said is written down at the top, listed under it, and sorted beside it.
 *
 * The keyboard's ways: in the words, Enter adds. In the list, arrows or J and K walk, digits sort
 * what is chosen, N goes to the next that is not sorted, Enter goes to the categories, Delete
 * removes. */

#include "eh-insights-page.h"

#include "eh-capture-bar.h"
#include "eh-compat.h"
#include "eh-insight-edit.h"
#include "eh-insight-filters.h"
#include "eh-insight-list-model.h"
#include "eh-insight-pane.h"
#include "eh-insight-selection.h"
#include "eh-insight-slot.h"
#include "eh-page.h"
#include "eh-reader.h"
#include "eh-split.h"
#include "eh-workspace.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhInsightsPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhSplit *split;
  EhCaptureBar *capture;
  EhInsightFilters *filters;
  GtkStack *stack;
  GtkListView *list;
  EhInsightSlots *slots;
  GtkWidget *show_all;
  EhInsightPane *pane;

  EhInsightListModel *model;
  GtkSelectionModel *selection;
  GCancellable *cancellable;
  gboolean led_here; /* from what shows these insights: the keyboard goes to the first */
  EhId wanted;       /* to be shown as soon as the list has it */
  gboolean to_top;   /* another list was asked for */
  gboolean removing; /* the keyboard was on what was removed */
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_insights_page_iface_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhInsightsPage,
                               eh_insights_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_insights_page_iface_init))

static GArray *
selected_ids (EhInsightsPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    EhId id = eh_insight_list_model_get_id (self->model, position);

    if (id != EH_ID_NONE)
      g_array_append_val (ids, id);
  }
  return ids;
}

static void
show_state (EhInsightsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean loading = eh_insight_list_model_is_loading (self->model);
  gboolean all = eh_insight_query_is_empty (eh_insight_list_model_get_query (self->model));

  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!loading)
    gtk_stack_set_visible_child_name (self->stack, all ? "empty" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->filters), n > 0 || !all);
  if (!loading || n > 0)
    eh_insight_filters_show_counts (self->filters, n,
                                    eh_insight_list_model_get_n_unmapped (self->model));
}

/* The row that shows an insight, if it is in sight or near. */
static GtkWidget *
row_of (EhInsightsPage *self, EhId id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);
    EhInsightItem *item = EH_IS_INSIGHT_SLOT (row)
                              ? eh_insight_slot_get_item (EH_INSIGHT_SLOT (row))
                              : NULL;

    if (item != NULL && eh_insight_item_get_id (item) == id)
      return child;
  }
  return NULL;
}

/* Chooses one insight, brings it into sight and, with @focus, puts the keyboard on it. */
static void
go_to (EhInsightsPage *self, guint position, gboolean focus)
{
  GtkWidget *row;

  eh_insight_slots_expect (self->slots, position);
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  row = row_of (self, eh_insight_list_model_get_id (self->model, position));
  if (focus && (row == NULL || !gtk_widget_grab_focus (row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
go_to_wanted (EhInsightsPage *self)
{
  guint position;

  if (self->wanted == EH_ID_NONE)
    return;
  if (eh_insight_list_model_find (self->model, self->wanted, &position)) {
    self->wanted = EH_ID_NONE;
    go_to (self, position, TRUE);
  } else if (!eh_insight_list_model_is_loading (self->model)) {
    self->wanted = EH_ID_NONE;
  }
}

static void
scroll_to_top (EhInsightsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
loaded_cb (EhInsightsPage *self)
{
  if (self->to_top)
    scroll_to_top (self);
  self->to_top = FALSE;
  show_state (self);
  if (self->removing && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_widget_grab_focus (gtk_widget_is_visible (self->show_all) ? self->show_all
                                                                  : GTK_WIDGET (self->capture));
  self->removing = FALSE;
  if (self->led_here && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    go_to (self, 0, TRUE);
  self->led_here = FALSE;
  go_to_wanted (self);
}

static void
added_cb (EhInsightsPage *self, EhId id)
{
  scroll_to_top (self);
  show_state (self);
}

static void
filters_changed_cb (EhInsightsPage *self)
{
  self->to_top = TRUE;
  eh_insight_slots_expect (self->slots, 0);
  eh_insight_list_model_set_query (self->model, eh_insight_filters_get_query (self->filters));
}

static void
filters_done_cb (EhInsightsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    go_to (self, 0, TRUE);
}

static void
selection_changed_cb (EhInsightsPage *self)
{
  g_autoptr (GArray) ids = selected_ids (self);

  eh_insight_list_model_keep (self->model, ids);
  eh_insight_pane_show (self->pane, ids);
  if (ids->len == 0)
    eh_split_leave_detail (self->split);
}

static void
show_pane (EhInsightsPage *self)
{
  eh_split_enter_detail (self->split);
  eh_insight_pane_focus_find (self->pane);
}

/* Where the pane is a page of its own, a tap leads there. */
static void
tapped_cb (EhInsightsPage *self, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));

  if (eh_split_get_folded (self->split) && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    show_pane (self);
}

static void
activate_cb (EhInsightsPage *self, guint position)
{
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  show_pane (self);
}

/* Back to the list, and to the insight that was worked on. */
static void
focus_chosen (EhInsightsPage *self)
{
  g_autoptr (GArray) ids = selected_ids (self);
  guint position;

  if (ids->len == 1 &&
      eh_insight_list_model_find (self->model, g_array_index (ids, EhId, 0), &position))
    go_to (self, position, TRUE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
back_cb (EhInsightsPage *self)
{
  eh_split_leave_detail (self->split);
  focus_chosen (self);
}

static void
pane_left_cb (EhInsightsPage *self)
{
  if (eh_split_get_folded (self->split) && !eh_split_is_in_detail (self->split))
    focus_chosen (self);
}

static void
step_cb (EhInsightsPage *self, int step)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position;

  if (gtk_bitset_is_empty (positions))
    position = 0;
  else if (step > 0)
    position = gtk_bitset_get_maximum (positions) + 1;
  else
    position = gtk_bitset_get_minimum (positions) - 1;
  if (position < n)
    go_to (self, position, !eh_insight_pane_has_keyboard (self->pane));
}

static void
next_unmapped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhInsightsPage) self = data;
  g_autoptr (GError) error = NULL;
  EhId id = eh_insight_list_model_next_unmapped_finish (self->model, result, &error);
  guint position;

  if (error != NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  if (id == EH_ID_NONE)
    eh_workspace_toast (self->workspace, _ ("Every insight of this list is sorted"), FALSE);
  else if (eh_insight_list_model_find (self->model, id, &position))
    go_to (self, position, !eh_insight_pane_has_keyboard (self->pane));
}

static void
next_unmapped (EhInsightsPage *self)
{
  g_autoptr (GArray) ids = selected_ids (self);
  EhId after = ids->len > 0 ? g_array_index (ids, EhId, ids->len - 1) : EH_ID_NONE;

  eh_insight_list_model_next_unmapped_async (self->model, after, self->cancellable,
                                             next_unmapped_cb, g_object_ref (self));
}

/* Removes what is chosen; the keyboard goes to what takes its place. */
static void
remove_selected (EhInsightsPage *self)
{
  g_autoptr (GArray) ids = selected_ids (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  guint position = 0;
  guint n;

  if (ids->len == 0)
    return;
  eh_insight_list_model_find (self->model, g_array_index (ids, EhId, 0), &position);
  if (!eh_insight_remove (eh_workspace_get_store (self->workspace), ids, &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  told = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u insight removed", "%u insights removed", ids->len),
      ids->len);
  eh_workspace_toast (self->workspace, told, TRUE);
  self->removing = TRUE;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (n > 0)
    go_to (self, MIN (position, n - 1), TRUE);
}

static gboolean
list_key_cb (EhInsightsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return eh_insight_pane_toggle_number (self->pane, keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    return eh_insight_pane_toggle_number (self->pane, keyval - GDK_KEY_KP_0);
  switch (gdk_keyval_to_lower (keyval)) {
  case GDK_KEY_j:
    step_cb (self, 1);
    return TRUE;
  case GDK_KEY_k:
    step_cb (self, -1);
    return TRUE;
  case GDK_KEY_n:
    next_unmapped (self);
    return TRUE;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    remove_selected (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
narrow_cb (EhInsightsPage *self)
{
  gboolean narrow = eh_workspace_get_folded (self->workspace);

  eh_capture_bar_set_narrow (self->capture, narrow);
  eh_insight_filters_set_narrow (self->filters, narrow);
}

static void
folded_cb (EhInsightsPage *self)
{
  eh_insight_pane_set_narrow (self->pane, eh_split_get_folded (self->split));
}

static void
show_insights_cb (EhInsightsPage *self, const EhInsightQuery *query)
{
  eh_split_leave_detail (self->split);
  self->led_here = TRUE;
  eh_insight_filters_set_query (self->filters, query);
}

static void
eh_insights_page_focus_search (EhPage *page)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (page);

  eh_split_leave_detail (self->split);
  gtk_widget_grab_focus (GTK_WIDGET (self->filters));
}

static void
eh_insights_page_show_item (EhPage *page, EhId id)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (page);

  self->wanted = id;
  eh_insight_filters_clear (self->filters);
}

static void
eh_insights_page_show_filter (EhPage *page, const char *filter)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (page);
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  query->unmapped = g_str_equal (filter, "unmapped");
  query->unnamed = g_str_equal (filter, "unnamed");
  query->unused = g_str_equal (filter, "unused");
  query->parked = g_str_equal (filter, "parked");
  eh_insight_filters_set_query (self->filters, query);
}

static void
eh_insights_page_add (EhPage *page)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (page);

  eh_split_leave_detail (self->split);
  eh_capture_bar_write (self->capture);
}

static EhSplit *
eh_insights_page_get_split (EhPage *page)
{
  return EH_INSIGHTS_PAGE (page)->split;
}

static void
eh_insights_page_iface_init (EhPageInterface *iface)
{
  iface->get_split = eh_insights_page_get_split;
  iface->focus_search = eh_insights_page_focus_search;
  iface->show_item = eh_insights_page_show_item;
  iface->show_filter = eh_insights_page_show_filter;
  iface->add = eh_insights_page_add;
}

static gboolean
eh_insights_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EH_INSIGHTS_PAGE (widget)->capture));
}

static void
focus_capture_cb (gpointer data)
{
  g_autoptr (EhInsightsPage) self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->wanted == EH_ID_NONE && !self->led_here &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->capture));
}

/* Whoever comes here has something to write down: after the window has settled which place is
 * shown, the keyboard is in the words. */
static void
eh_insights_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_insights_page_parent_class)->map (widget);
  g_idle_add_once (focus_capture_cb, g_object_ref (widget));
}

static void
make_list (EhInsightsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->slots = eh_insight_slots_new (self->workspace, self->list);
  factory = eh_insight_slots_make_factory (self->slots);
  g_signal_connect_object (self->slots, "tapped", G_CALLBACK (tapped_cb), self, G_CONNECT_SWAPPED);
  self->model = eh_insight_list_model_new (eh_workspace_get_store (self->workspace));
  self->selection = GTK_SELECTION_MODEL (eh_insight_selection_new (self->model));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, self->selection);
  eh_compat_tab_leaves_list (self->list);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
eh_insights_page_constructed (GObject *object)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (object);

  G_OBJECT_CLASS (eh_insights_page_parent_class)->constructed (object);
  eh_capture_bar_set_workspace (self->capture, self->workspace);
  eh_insight_filters_set_workspace (self->filters, self->workspace);
  eh_insight_pane_set_workspace (self->pane, self->workspace);
  make_list (self);
  g_signal_connect_object (self->workspace, "notify::folded", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "show-insights", G_CALLBACK (show_insights_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-content", G_CALLBACK (pane_left_cb), self,
                           G_CONNECT_SWAPPED);
  narrow_cb (self);
  folded_cb (self);
}

static void
eh_insights_page_dispose (GObject *object)
{
  EhInsightsPage *self = EH_INSIGHTS_PAGE (object);
  GtkWidget *split = GTK_WIDGET (self->split);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  if (split != NULL)
    gtk_widget_unparent (split);
  self->split = NULL;
  g_clear_object (&self->slots);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_insights_page_parent_class)->dispose (object);
}

static void
eh_insights_page_finalize (GObject *object)
{
  g_object_unref (EH_INSIGHTS_PAGE (object)->cancellable);
  G_OBJECT_CLASS (eh_insights_page_parent_class)->finalize (object);
}

static void
eh_insights_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_INSIGHTS_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
eh_insights_page_class_init (EhInsightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_insights_page_constructed;
  object_class->dispose = eh_insights_page_dispose;
  object_class->finalize = eh_insights_page_finalize;
  object_class->set_property = eh_insights_page_set_property;
  widget_class->grab_focus = eh_insights_page_grab_focus;
  widget_class->map = eh_insights_page_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_CAPTURE_BAR);
  g_type_ensure (EH_TYPE_INSIGHT_FILTERS);
  g_type_ensure (EH_TYPE_INSIGHT_PANE);
  g_type_ensure (EH_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, split);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, capture);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, list);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, EhInsightsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_unmapped);
  gtk_widget_class_bind_template_callback (widget_class, remove_selected);
  gtk_widget_class_bind_template_callback (widget_class, eh_insight_filters_clear);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_insights_page_init (EhInsightsPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
