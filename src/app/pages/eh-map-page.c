/* Map: the charts, each with a sentence that says what it shows, its numbers as a table, and a way
 * out through the gate. */

#include "eh-map-page.h"

#include "eh-chart-axes.h"
#include "eh-chart-chooser.h"
#include "eh-chart-filters.h"
#include "eh-chart-numbers.h"
#include "eh-chart-view.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-job-chart.h"
#include "eh-map-chart.h"
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
  GSettings *settings;
  EhMapData *shown;
  GCancellable *measuring;
  EhJobChartOptions exporting;
  gboolean left_group_out; /* of what is saved: one group is on the screen, all are in the file */
  gboolean filling;

  GtkWidget *body;
  EhChartChooser *chooser;
  EhChartFilters *filters;
  GtkWidget *audience;
  GtkToggleButton *for_sharing;
  EhChartAxes *axes;
  GtkWidget *export_button;
  GtkLabel *title;
  GtkLabel *sentence;
  EhChartView *chart;
  GtkLabel *readout;
  GtkButton *first_step;
  GtkLabel *notes;
  EhChartNumbers *numbers;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EhMapPage,
                               eh_map_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, NULL))

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

/* What is reached or pointed at in words, for those who see the chart; -1 for nothing. */
static void
show_mark (EhMapPage *self, int index)
{
  EhChartLayout *layout = eh_chart_view_get_layout (self->chart);

  gtk_label_set_label (
      self->readout,
      index >= 0 && (guint) index < eh_chart_layout_n_marks (layout)
          ? eh_chart_layout_mark (layout, (guint) index)->accessible
          : _ ("Point at a mark, or walk from one to the next with the arrow keys; Enter shows the "
               "insights behind it."));
}

static void
mark_reached_cb (EhChartView *view, int index, EhMapPage *self)
{
  show_mark (self, index);
}

/* What the chart that is chosen has no use for goes; what each person gave never leaves the team.
 */
static void
show_controls (EhMapPage *self)
{
  EhMapChart chart = eh_chart_chooser_get_chart (self->chooser);
  EhChartLayout *layout = eh_chart_view_get_layout (self->chart);
  EhJobChartKind kind;
  gboolean may_leave = eh_map_chart_to_job (chart, &kind);

  gtk_widget_set_visible (GTK_WIDGET (self->axes), chart == EH_MAP_CHART_MAP);
  gtk_widget_set_visible (self->audience, may_leave);
  gtk_widget_set_visible (self->export_button, may_leave);
  gtk_widget_set_sensitive (self->export_button,
                            layout != NULL && !eh_chart_layout_is_empty (layout));
}

static const char *
name_of (gpointer data, EhId participant_id, const char *name)
{
  return eh_workspace_name_of (data, participant_id, name);
}

/* What leads on from a chart with nothing in it. */
static void
show_first_step (EhMapPage *self, gboolean empty)
{
  const char *action;
  const char *label = eh_map_chart_first_step (self->shown->choice.chart, &action);

  gtk_widget_set_visible (GTK_WIDGET (self->first_step), empty);
  gtk_button_set_label (self->first_step, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
}

static void
show (EhMapPage *self)
{
  g_autoptr (EhMapData) named = NULL;
  EhChartLayout *layout;
  gboolean empty;

  if (self->shown == NULL)
    return;
  named = eh_map_data_rename (self->shown, name_of, self->workspace);
  eh_chart_view_set_chart (self->chart, eh_map_chart_lay_out, eh_map_data_ref (named),
                           (GDestroyNotify) eh_map_data_unref);
  layout = eh_chart_view_get_layout (self->chart);
  empty = eh_chart_layout_is_empty (layout);
  gtk_label_set_label (self->title, eh_chart_layout_title (layout));
  gtk_label_set_label (self->sentence, eh_chart_layout_sentence (layout));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence),
                          !eh_text_is_blank (eh_chart_layout_sentence (layout)));
  eh_chart_numbers_set_layout (self->numbers, layout,
                               self->shown->choice.chart != EH_MAP_CHART_PEOPLE);
  gtk_widget_set_visible (GTK_WIDGET (self->readout), !empty);
  show_first_step (self, empty);
  show_mark (self, -1);
  show_controls (self);
  fill_notes (self, layout);
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

static EhMapChoice
chosen (EhMapPage *self)
{
  EhMapChoice choice = { .chart = eh_chart_chooser_get_chart (self->chooser),
                         .filter = eh_chart_filters_get_filter (self->filters),
                         .rows = eh_chart_axes_get_rows (self->axes),
                         .columns = eh_chart_axes_get_columns (self->axes) };

  choice.audience = gtk_toggle_button_get_active (self->for_sharing) &&
                            choice.chart != EH_MAP_CHART_PEOPLE
                        ? EH_AUDIENCE_PUBLIC
                        : EH_AUDIENCE_TEAM;
  return choice;
}

/* What can be chosen depends on what is: the chart, for whom, and through which framework. */
static void
adapt (EhMapPage *self)
{
  EhMapChoice choice = chosen (self);

  eh_chart_filters_set_allowed (self->filters,
                                eh_map_chart_filters (choice.chart, choice.audience));
  eh_chart_axes_set_lens (self->axes, choice.filter.lens_id);
}

static void
measure (EhMapPage *self)
{
  EhDataset *dataset = eh_dataset_watch_get_lean (self->watch);
  EhMapChoice choice;

  adapt (self);
  choice = chosen (self);
  if (dataset == NULL || self->filling)
    return;
  if (self->measuring != NULL)
    g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  self->measuring = g_cancellable_new ();
  eh_map_data_new_async (dataset, &choice, self->measuring, measured_cb, g_object_ref (self));
}

static void
loaded_cb (EhDatasetWatch *watch, EhMapPage *self)
{
  measure (self);
}

static void
mark_activated_cb (EhChartView *view, guint index, EhMapPage *self)
{
  g_autoptr (EhInsightQuery) query = eh_map_chart_query (
      self->shown, eh_chart_layout_mark (eh_chart_view_get_layout (view), index));

  eh_workspace_show_insights (self->workspace, query);
}

/* ---- Which chart, and of what ---- */

static void
chart_chosen_cb (EhMapPage *self)
{
  EhMapChart chart = eh_chart_chooser_get_chart (self->chooser);

  g_settings_set_string (self->settings, "map-chart", eh_map_chart_key (chart));
  measure (self);
}

static void
narrow_cb (EhMapPage *self)
{
  gboolean narrow = eh_workspace_get_folded (self->workspace);

  eh_chart_chooser_set_narrow (self->chooser, narrow);
  eh_chart_filters_set_narrow (self->filters, narrow);
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
  if (ok && self->left_group_out)
    eh_workspace_toast (self->workspace, _ ("Chart saved, with every group in it"), FALSE);
  else if (ok)
    eh_workspace_toast (self->workspace, _ ("Chart saved"), FALSE);
  else
    eh_workspace_report_error (self->workspace, error);
}

/* A table by people's own roles never leaves the team. */
static EhAxis
axis_to_share (EhAxis axis, EhAxis other)
{
  if (axis.kind == EH_AXIS_ROLE)
    axis.kind = other.kind == EH_AXIS_ROLE_GROUP ? EH_AXIS_CATEGORY : EH_AXIS_ROLE_GROUP;
  return axis;
}

/* What leaves goes through the gate, whatever is on the screen. */
static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMapPage) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);

  if (file != NULL && self->workspace != NULL)
    eh_job_render_chart_async (eh_store_get_path (eh_workspace_get_store (self->workspace)),
                               &self->exporting, file, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhMapPage *self = data;
  EhMapChoice choice = chosen (self);
  EhJobChartKind kind;
  g_autofree char *name = NULL;

  if (!eh_map_chart_to_job (choice.chart, &kind))
    return;
  eh_job_chart_options_init (&self->exporting, kind);
  self->exporting.filter = choice.filter;
  self->left_group_out = choice.filter.role_group_id != EH_ID_NONE &&
                         (eh_map_chart_filters (choice.chart, EH_AUDIENCE_PUBLIC) &
                          EH_MAP_FILTER_GROUP) == 0;
  if (self->left_group_out)
    self->exporting.filter.role_group_id = EH_ID_NONE;
  self->exporting.rows = axis_to_share (choice.rows, choice.columns);
  self->exporting.columns = axis_to_share (choice.columns, choice.rows);
  self->exporting.theme = EH_CHART_THEME_PRINT;
  self->exporting.direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                  ? EH_CHART_RTL
                                  : EH_CHART_LTR;
  name = g_strdup_printf ("%s.%s", eh_map_chart_label (choice.chart),
                          g_variant_get_string (parameter, NULL));
  g_strdelimit (name, "?/\\:", '-');
  eh_compat_save_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save chart"),
                             name, NULL, NULL, NULL, file_chosen_cb, g_object_ref (self));
}

static void
show_numbers_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  eh_chart_numbers_open (((EhMapPage *) data)->numbers);
}

static void
copied_cb (EhMapPage *self)
{
  eh_workspace_toast (self->workspace,
                      self->shown->choice.audience == EH_AUDIENCE_TEAM
                          ? _ ("Copied: the team’s own exact numbers")
                          : _ ("Copied: the numbers as they may be shared"),
                      FALSE);
}

/* ---- Keys ---- */

static gboolean
pick_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EhMapPage *self = EH_MAP_PAGE (widget);
  guint digit = GPOINTER_TO_UINT (data);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (digit == 0) {
    if (eh_chart_filters_clear (self->filters))
      eh_workspace_announce (self->workspace, _ ("Showing everything again"));
    return TRUE;
  }
  eh_chart_chooser_set_chart (self->chooser, (EhMapChart) (digit - 1));
  chart_chosen_cb (self);
  return TRUE;
}

/* Ctrl and a digit choose a chart, wherever in the window the keyboard is. */
static void
add_keys (EhMapPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i <= EH_MAP_CHART_N_VALUES; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_0 + i, GDK_CONTROL_MASK),
                          gtk_callback_action_new (pick_key_cb, GUINT_TO_POINTER (i), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- Object ---- */

static void
eh_map_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_map_page_parent_class)->map (widget);
  eh_dataset_watch_want_lean (EH_MAP_PAGE (widget)->watch);
}

/* Back from the insights behind a mark: to that mark. */
static gboolean
eh_map_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EH_MAP_PAGE (widget)->chart));
}

static void
eh_map_page_constructed (GObject *object)
{
  EhMapPage *self = EH_MAP_PAGE (object);
  const GActionEntry entries[] = { { "export", export_cb, "s", NULL, NULL },
                                   { "numbers", show_numbers_cb, NULL, NULL, NULL } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  G_OBJECT_CLASS (eh_map_page_parent_class)->constructed (object);
  self->watch = eh_dataset_watch_of (self->workspace);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (actions));
  eh_chart_axes_set_workspace (self->axes, self->workspace);
  eh_chart_filters_set_workspace (self->filters, self->workspace);
  g_signal_connect_object (self->workspace, "notify::folded", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::room-display", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  narrow_cb (self);
  chart_chosen_cb (self);
  if (eh_dataset_watch_get_lean (self->watch) != NULL)
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
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->settings);
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
  widget_class->grab_focus = eh_map_page_grab_focus;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_CHART_AXES);
  g_type_ensure (EH_TYPE_CHART_CHOOSER);
  g_type_ensure (EH_TYPE_CHART_FILTERS);
  g_type_ensure (EH_TYPE_CHART_NUMBERS);
  g_type_ensure (EH_TYPE_CHART_VIEW);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, body);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, filters);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, audience);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, for_sharing);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, axes);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, chart);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, readout);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, first_step);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, notes);
  gtk_widget_class_bind_template_child (widget_class, EhMapPage, numbers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_map_page_init (EhMapPage *self)
{
  g_autofree char *key = NULL;
  EhMapChart chart;

  self->settings = g_settings_new (EH_APP_ID);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  key = g_settings_get_string (self->settings, "map-chart");
  if (eh_map_chart_from_key (key, &chart))
    eh_chart_chooser_set_chart (self->chooser, chart);
  add_keys (self);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chart_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (measure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->for_sharing, "toggled", G_CALLBACK (measure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->axes, "changed", G_CALLBACK (measure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->chart, "mark-reached", G_CALLBACK (mark_reached_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->chart, "left", G_CALLBACK (gtk_widget_grab_focus), self->chooser,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->numbers, "copied", G_CALLBACK (copied_cb), self,
                           G_CONNECT_SWAPPED);
  self->filling = FALSE;
}
