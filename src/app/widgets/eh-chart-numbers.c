/* A chart's numbers as a table under it, folded away until they are asked for, and made only then:
 * a flow has hundreds of rows. */

#include "eh-chart-numbers.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhChartNumbers {
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkGrid *grid;
  GtkWidget *copy;
  EhChartLayout *layout;
  gboolean filled;
};

enum {
  COPIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartNumbers, eh_chart_numbers, GTK_TYPE_WIDGET)

static void
add_cell (EhChartNumbers *self, const char *text, guint column, guint row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0.0f : 1.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, row == 0 || column == 0 ? "heading" : "numeric");
  gtk_grid_attach (self->grid, label, (int) column, (int) row, 1, 1);
}

static void
fill (EhChartNumbers *self)
{
  const EhChartTable *table;
  GtkWidget *child;

  if (self->filled || self->layout == NULL ||
      !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  self->filled = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  table = eh_chart_layout_table (self->layout);
  for (guint i = 0; i < table->n_columns; i++)
    add_cell (self, table->header[i], i, 0);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < table->n_columns; i++)
      add_cell (self, ((GStrv) table->rows->pdata[row])[i], i, row + 1);
}

static void
append_row (GString *text, GStrv cells)
{
  g_autofree char *row = g_strjoinv ("\t", cells);

  g_string_append (text, row);
  g_string_append_c (text, '\n');
}

/* With tabs, which spreadsheets paste as cells. */
static void
copy_cb (EhChartNumbers *self)
{
  const EhChartTable *table = eh_chart_layout_table (self->layout);
  g_autoptr (GString) text = g_string_new (NULL);

  append_row (text, table->header);
  for (guint i = 0; i < table->rows->len; i++)
    append_row (text, table->rows->pdata[i]);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_signal_emit (self, signals[COPIED], 0);
}

static void
eh_chart_numbers_dispose (GObject *object)
{
  EhChartNumbers *self = EH_CHART_NUMBERS (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->layout, eh_chart_layout_unref);
  G_OBJECT_CLASS (eh_chart_numbers_parent_class)->dispose (object);
}

static void
eh_chart_numbers_class_init (EhChartNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_chart_numbers_dispose;
  /**
   * EhChartNumbers::copied: the table is on the clipboard
   */
  signals[COPIED] = g_signal_new ("copied", EH_TYPE_CHART_NUMBERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_chart_numbers_init (EhChartNumbers *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  self->copy = gtk_button_new_with_label (_ ("Copy Table"));
  gtk_widget_set_halign (self->copy, GTK_ALIGN_START);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->copy);
  self->expander = gtk_expander_new (_ ("The numbers as a table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The numbers as a table"), -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_chart_numbers_set_layout:
 * @self: numbers
 * @layout: the chart whose table to show
 * @may_copy: whether the table may be taken along as a whole
 */
void
eh_chart_numbers_set_layout (EhChartNumbers *self, EhChartLayout *layout, gboolean may_copy)
{
  g_clear_pointer (&self->layout, eh_chart_layout_unref);
  self->layout = eh_chart_layout_ref (layout);
  self->filled = FALSE;
  gtk_widget_set_visible (self->copy, may_copy);
  gtk_widget_set_visible (GTK_WIDGET (self), !eh_chart_layout_is_empty (layout));
  fill (self);
}

/**
 * eh_chart_numbers_open:
 * @self: numbers
 *
 * Unfolds the table and puts the keyboard there.
 */
void
eh_chart_numbers_open (EhChartNumbers *self)
{
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_grab_focus (self->expander);
}
