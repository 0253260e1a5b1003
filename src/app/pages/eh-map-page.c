/* Map: the charts, each with a sentence that says what it shows, its numbers as a table, and a way
 * out through the gate. */

#include "eh-map-page.h"

#include "eh-chart-balance.h"
#include "eh-chart-map.h"
#include "eh-chart-view.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-job-chart.h"
#include "eh-map-data.h"
#include "eh-page.h"
#include "eh-text.h"
#include "eh-workspace.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhMapPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *watch; /* the workspace's */
  EhMapData *shown;
  GCancellable *measuring;
  GArray *workshop_ids; /* (element-type EhId) behind the drop-down, from its second line */
  gboolean filling;

  GtkWidget *body;
  GtkToggleButton *show_map;
  GtkToggleButton *for_sharing;
  GtkDropDown *workshop;
  GtkWidget *axes;
  GtkDropDown *rows;
  GtkDropDown *columns;
  GtkWidget *export_button;
  GtkLabel *title;
  GtkLabel *sentence;
  EhChartView *chart;
  GtkLabel *notes;
  GtkExpander *numbers;
  GtkGrid *table;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* What the two ways of the power map can be, in the order of the drop-downs. */
static const EhAxisKind axis_kinds[] = { EH_AXIS_ROLE_GROUP, EH_AXIS_CATEGORY, EH_AXIS_WORKSHOP,
                                         EH_AXIS_KIND, EH_AXIS_ROLE };

G_DEFINE_FINAL_TYPE_WITH_CODE (EhMapPage,
                               eh_map_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, NULL))

static EhChartLayout *
lay_out_balance (gpointer data,
                 const EhChartTheme *theme,
                 double width,
                 double height,
                 EhChartDirection direction)
{
  return eh_chart_balance_layout (((EhMapData *) data)->balance, theme, width, height, direction,
                                  EH_CHART_BARE, NULL);
}

static EhChartLayout *
lay_out_map (gpointer data,
             const EhChartTheme *theme,
             double width,
             double height,
             EhChartDirection direction)
{
  return eh_chart_map_layout (((EhMapData *) data)->crosstab, theme, width, height, direction,
                              EH_CHART_BARE, NULL);
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_cell (GtkGrid *grid, const char *text, guint column, guint row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0.0f : 1.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (row == 0 || column == 0)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

static void
fill_table (EhMapPage *self, const EhChartTable *table)
{
  clear_grid (self->table);
  for (guint i = 0; i < table->n_columns; i++)
    add_cell (self->table, table->header[i], i, 0);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < table->n_columns; i++)
      add_cell (self->table, ((GStrv) table->rows->pdata[row])[i], i, row + 1);
}

static void
fill_notes (EhMapPage *self, const EhChartLayout *layout)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  EhDisclosureReport *report = self->shown->report;

  for (guint i = 0; i < eh_chart_layout_n_notes (layout); i++)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "",
                            eh_chart_layout_note (layout, i));
  for (guint i = 0; report != NULL && i < report->n_notes; i++)
    if (report->notes[i].kind <= EH_DISCLOSURE_TOTALS)
      g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", report->notes[i].text);
  gtk_label_set_label (self->notes, notes->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes->len > 0);
}

static void
show (EhMapPage *self)
{
  gboolean is_map = gtk_toggle_button_get_active (self->show_map);
  EhChartLayout *layout;

  gtk_widget_set_visible (self->axes, is_map);
  if (self->shown == NULL)
    return;
  eh_chart_view_set_chart (self->chart, is_map ? lay_out_map : lay_out_balance,
                           eh_map_data_ref (self->shown), (GDestroyNotify) eh_map_data_unref);
  layout = eh_chart_view_get_layout (self->chart);
  gtk_label_set_label (self->title, eh_chart_layout_title (layout));
  gtk_label_set_label (self->sentence, eh_chart_layout_sentence (layout));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence),
                          !eh_text_is_blank (eh_chart_layout_sentence (layout)));
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), !eh_chart_layout_is_empty (layout));
  gtk_widget_set_sensitive (self->export_button, !eh_chart_layout_is_empty (layout));
  fill_notes (self, layout);
  fill_table (self, eh_chart_layout_table (layout));
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMapPage) self = data;
  g_autoptr (EhMapData) numbers = eh_map_data_new_finish (result, NULL);

  if (numbers == NULL || self->workspace == NULL)
    return;
  g_clear_pointer (&self->shown, eh_map_data_unref);
  self->shown = g_steal_pointer (&numbers);
  show (self);
}

static EhAxis
chosen_axis (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  EhAxis axis = { axis_kinds[MIN (selected, G_N_ELEMENTS (axis_kinds) - 1)], EH_ID_NONE,
                  EH_ID_NONE };

  return axis;
}

static EhMapChoice
chosen (EhMapPage *self)
{
  EhMapChoice choice = { 0 };
  guint selected = gtk_drop_down_get_selected (self->workshop);

  choice.audience = gtk_toggle_button_get_active (self->for_sharing) ? EH_AUDIENCE_PUBLIC
                                                                     : EH_AUDIENCE_TEAM;
  if (selected != GTK_INVALID_LIST_POSITION && selected > 0 && selected <= self->workshop_ids->len)
    choice.filter.workshop_id = g_array_index (self->workshop_ids, EhId, selected - 1);
  choice.rows = chosen_axis (self->rows);
  choice.columns = chosen_axis (self->columns);
  return choice;
}

static void
measure (EhMapPage *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);
  EhMapChoice choice = chosen (self);

  if (dataset == NULL || self->filling)
    return;
  if (self->measuring != NULL)
    g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  self->measuring = g_cancellable_new ();
  eh_map_data_new_async (dataset, &choice, self->measuring, measured_cb, g_object_ref (self));
}

static void
fill_workshops (EhMapPage *self, EhDataset *dataset)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  EhId before = chosen (self).filter.workshop_id;
  guint selected = 0;

  self->filling = TRUE;
  g_array_set_size (self->workshop_ids, 0);
  gtk_string_list_append (names, _ ("Every workshop"));
  for (guint i = 0; i < dataset->workshops->len; i++) {
    EhWorkshop *workshop = dataset->workshops->pdata[i];

    gtk_string_list_append (names, workshop->title);
    g_array_append_val (self->workshop_ids, workshop->id);
    if (workshop->id == before)
      selected = i + 1;
  }
  gtk_drop_down_set_model (self->workshop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->workshop, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->workshop), dataset->workshops->len > 1);
  self->filling = FALSE;
}

static void
loaded_cb (EhDatasetWatch *watch, EhMapPage *self)
{
  fill_workshops (self, eh_dataset_watch_get_dataset (watch));
  measure (self);
}

static void
fill_axes (GtkDropDown *drop_down, guint selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (axis_kinds); i++)
    gtk_string_list_append (names, eh_axis_kind_label (axis_kinds[i]));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

/* Two ways of sorting that are the same say nothing: the other one gives way. */
static void
axis_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, EhMapPage *self)
{
  GtkDropDown *other = drop_down == self->rows ? self->columns : self->rows;

  if (self->filling)
    return;
  if (gtk_drop_down_get_selected (drop_down) == gtk_drop_down_get_selected (other)) {
    self->filling = TRUE;
    gtk_drop_down_set_selected (other, gtk_drop_down_get_selected (drop_down) == 0 ? 1 : 0);
    self->filling = FALSE;
  }
  measure (self);
}

static void
apply_key (EhInsightQuery *query, EhDataset *dataset, EhAxisKind kind, const EhCrosstabLine *line)
{
  if (line->kind == EH_LINE_UNSORTED)
    query->unmapped = TRUE;
  else if (line->kind == EH_LINE_UNNAMED && kind == EH_AXIS_ROLE_GROUP)
    query->unnamed = TRUE;
  else if (kind == EH_AXIS_ROLE_GROUP)
    query->role_group_id = line->id;
  else if (kind == EH_AXIS_CATEGORY)
    query->category_id = line->id;
  else if (kind == EH_AXIS_WORKSHOP)
    query->workshop_id = line->id;
  else if (kind == EH_AXIS_KIND && line->key != NULL) {
    int value = 0;

    query->has_kind = eh_vocabulary_find (&eh_insight_kind_vocabulary, line->key, &value);
    query->kind = (EhInsightKind) value;
  }
}

static void
mark_activated_cb (EhChartView *view, guint index, EhMapPage *self)
{
  const EhChartMark *mark = eh_chart_layout_mark (eh_chart_view_get_layout (view), index);
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  const EhCrosstab *crosstab = self->shown->crosstab;

  query->workshop_id = self->shown->choice.filter.workshop_id;
  if (gtk_toggle_button_get_active (self->show_map)) {
    for (guint i = 0; i < crosstab->n_rows; i++)
      if (g_strcmp0 (crosstab->rows[i].key, mark->row_key) == 0)
        apply_key (query, dataset, crosstab->row_axis.kind, &crosstab->rows[i]);
    for (guint i = 0; i < crosstab->n_columns; i++)
      if (g_strcmp0 (crosstab->columns[i].key, mark->column_key) == 0)
        apply_key (query, dataset, crosstab->column_axis.kind, &crosstab->columns[i]);
  } else {
    const EhBalanceGroup *group = mark->row_key != NULL
                                      ? eh_balance_find (self->shown->balance, mark->row_key)
                                      : NULL;

    query->role_group_id = group != NULL ? group->id : EH_ID_NONE;
  }
  eh_workspace_show_insights (self->workspace, query);
}

/* ---- Saving a picture ---- */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMapPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = eh_job_render_chart_finish (result, &error);

  if (self->workspace == NULL)
    return;
  if (ok)
    eh_workspace_toast (self->workspace, _ ("Picture saved"), FALSE);
  else
    eh_workspace_report_error (self->workspace, error);
}

/* A table by people's own roles never leaves the team. */
static EhAxis
axis_to_share (GtkDropDown *drop_down, GtkDropDown *other)
{
  EhAxis axis = chosen_axis (drop_down);

  if (axis.kind == EH_AXIS_ROLE)
    axis.kind = chosen_axis (other).kind == EH_AXIS_ROLE_GROUP ? EH_AXIS_CATEGORY
                                                               : EH_AXIS_ROLE_GROUP;
  return axis;
}

/* What leaves goes through the gate, whatever is on the screen. */
static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMapPage) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  EhJobChartOptions options;

  if (file == NULL || self->workspace == NULL)
    return;
  eh_job_chart_options_init (&options, gtk_toggle_button_get_active (self->show_map)
                                           ? EH_JOB_CHART_MAP
                                           : EH_JOB_CHART_BALANCE);
  options.filter = chosen (self).filter;
  options.rows = axis_to_share (self->rows, self->columns);
  options.columns = axis_to_share (self->columns, self->rows);
  options.theme = EH_CHART_THEME_PRINT;
  options.direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                          ? EH_CHART_RTL
                          : EH_CHART_LTR;
  eh_job_render_chart_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), &options,
                             file, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhMapPage *self = data;
  const char *extension = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf (
      "%s.%s",
      gtk_toggle_button_get_active (self->show_map) ? _ ("power map") : _ ("voice balance"),
      extension);

  eh_compat_save_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             _ ("Save picture"), name, NULL, NULL, NULL, file_chosen_cb,
                             g_object_ref (self));
}

/* ---- Object ---- */

static void
eh_map_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_map_page_parent_class)->map (widget);
  eh_dataset_watch_want (EH_MAP_PAGE (widget)->watch);
}

static void
eh_map_page_constructed (GObject *object)
{
  EhMapPage *self = EH_MAP_PAGE (object);
  const GActionEntry entries[] = { { "export", export_cb, "s", NULL, NULL } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  G_OBJECT_CLASS (eh_map_page_parent_class)->constructed (object);
  self->watch = eh_dataset_watch_of (self->workspace);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (actions));
  if (eh_dataset_watch_get_dataset (self->watch) != NULL)
    loaded_cb (self->watch, self);
}

static void
eh_map_page_dispose (GObject *object)
{
  EhMapPage *self = EH_MAP_PAGE (object);

  if (self->measuring != NULL)
    g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  g_clear_pointer (&self->shown, eh_map_data_unref);
  g_clear_pointer (&self->workshop_ids, g_array_unref);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_map_page_parent_class)->dispose (object);
}

static void
eh_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_MAP_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
eh_map_page_class_init (EhMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_map_page_constructed;
  object_class->dispose = eh_map_page_dispose;
  object_class->set_property = eh_map_page_set_property;
  widget_class->map = eh_map_page_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_CHART_VIEW);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, body);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, show_map);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, for_sharing);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, workshop);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, axes);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, rows);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, columns);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, chart);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, notes);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, table);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_map_page_init (EhMapPage *self)
{
  self->workshop_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_axes (self->rows, 0);
  fill_axes (self->columns, 1);
  g_signal_connect_object (self->show_map, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->for_sharing, "toggled", G_CALLBACK (measure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workshop, "notify::selected", G_CALLBACK (measure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::selected", G_CALLBACK (axis_chosen_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->columns, "notify::selected", G_CALLBACK (axis_chosen_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->chart, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_DEFAULT);
  self->filling = FALSE;
}
