/* What the rows and the columns of the power map are: any two ways of sorting insights, among them
 * each framework beside the one that is looked through, so that two can be held side by side. */

#include "eh-chart-axes.h"

#include "eh-choice-button.h"
#include "eh-framework.h"
#include "eh-reader.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhChartAxes {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  EhChoiceButton *rows; /* an EhAxisKind, or the id of a framework */
  EhChoiceButton *columns;
  EhId lens_id;
  gboolean setting;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartAxes, eh_chart_axes, GTK_TYPE_WIDGET)

static gboolean
is_kind (EhId id)
{
  return id >= 0 && id < EH_AXIS_N_VALUES;
}

/* Two ways of sorting that are the same say nothing: the other one gives way. */
static void
chosen_cb (EhChoiceButton *button, EhChartAxes *self)
{
  EhChoiceButton *other = button == self->rows ? self->columns : self->rows;
  EhId id = eh_choice_button_get_selected (button);

  if (self->setting)
    return;
  self->setting = TRUE;
  if (eh_choice_button_get_selected (other) == id)
    eh_choice_button_set_selected (other, id == EH_AXIS_ROLE_GROUP ? EH_AXIS_CATEGORY
                                                                   : EH_AXIS_ROLE_GROUP);
  self->setting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_all (EhChartAxes *self, EhChoiceButton *button, GPtrArray *frameworks)
{
  EhId selected = eh_choice_button_get_selected (button);
  gboolean there = is_kind (selected);

  eh_choice_button_clear (button);
  for (guint i = 0; i < EH_AXIS_N_VALUES; i++)
    eh_choice_button_add (button, (EhId) i, eh_axis_kind_label ((EhAxisKind) i), 0, NULL,
                          EH_CHOICE_NO_MARKER);
  for (guint i = 0; frameworks != NULL && i < frameworks->len; i++) {
    const EhFramework *row = frameworks->pdata[i];

    if (row->id == self->lens_id)
      continue;
    eh_choice_button_add (button, row->id, row->name, 0, NULL, EH_CHOICE_NO_MARKER);
    there |= row->id == selected;
  }
  /* One that is looked through now is what "Categories" says. */
  if (!there)
    eh_choice_button_set_selected (button, EH_AXIS_CATEGORY);
}

static void
fill (EhChartAxes *self)
{
  g_autoptr (GPtrArray) frameworks = self->workspace != NULL
                                         ? eh_reader_list (eh_workspace_get_db (self->workspace),
                                                           &eh_framework_row_type)
                                         : NULL;

  self->setting = TRUE;
  add_all (self, self->rows, frameworks);
  add_all (self, self->columns, frameworks);
  if (eh_choice_button_get_selected (self->rows) == eh_choice_button_get_selected (self->columns))
    eh_choice_button_set_selected (self->rows, EH_AXIS_ROLE_GROUP);
  self->setting = FALSE;
}

static void
store_changed_cb (EhChartAxes *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_framework_row_type))
    fill (self);
}

static void
eh_chart_axes_dispose (GObject *object)
{
  EhChartAxes *self = EH_CHART_AXES (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_chart_axes_parent_class)->dispose (object);
}

static void
eh_chart_axes_class_init (EhChartAxesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_chart_axes_dispose;
  /**
   * EhChartAxes::changed: something else is chosen
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_CHART_AXES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static EhChoiceButton *
add_choice (EhChartAxes *self, const char *title, EhAxisKind kind)
{
  GtkWidget *button = eh_choice_button_new (title);

  eh_choice_button_set_selected (EH_CHOICE_BUTTON (button), (EhId) kind);
  g_signal_connect (button, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self->body), button);
  return EH_CHOICE_BUTTON (button);
}

static void
eh_chart_axes_init (EhChartAxes *self)
{
  GtkWidget *by;

  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  self->rows = add_choice (self, _ ("Rows of the map"), EH_AXIS_ROLE_GROUP);
  /* TRANSLATORS: Stands between two choices: “role groups” by “categories”. */
  by = gtk_label_new (_ ("by"));
  gtk_widget_add_css_class (by, "dim-label");
  gtk_box_append (GTK_BOX (self->body), by);
  self->columns = add_choice (self, _ ("Columns of the map"), EH_AXIS_CATEGORY);
  fill (self);
}

/**
 * eh_chart_axes_set_workspace:
 * @self: axes
 * @workspace: the window's workspace, with a project
 */
void
eh_chart_axes_set_workspace (EhChartAxes *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * eh_chart_axes_set_lens:
 * @self: axes
 * @framework_id: the framework that is looked through, whose categories are "Categories"
 */
void
eh_chart_axes_set_lens (EhChartAxes *self, EhId framework_id)
{
  if (self->lens_id == framework_id)
    return;
  self->lens_id = framework_id;
  fill (self);
}

static EhAxis
axis_of (EhChoiceButton *button)
{
  EhId id = eh_choice_button_get_selected (button);

  if (is_kind (id))
    return (EhAxis){ .kind = (EhAxisKind) id };
  return (EhAxis){ .kind = EH_AXIS_CATEGORY, .framework_id = id };
}

/**
 * eh_chart_axes_get_rows:
 * @self: axes
 *
 * Returns: what the rows are
 */
EhAxis
eh_chart_axes_get_rows (EhChartAxes *self)
{
  return axis_of (self->rows);
}

/**
 * eh_chart_axes_get_columns:
 * @self: axes
 *
 * Returns: what the columns are; never the same as the rows
 */
EhAxis
eh_chart_axes_get_columns (EhChartAxes *self)
{
  return axis_of (self->columns);
}
