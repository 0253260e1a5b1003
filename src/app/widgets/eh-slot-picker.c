/* The colour and pattern of a category: the twelve that charts have, as they look there. */

#include "eh-slot-picker.h"

#include "eh-chart-pattern.h"
#include "eh-theme.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSlotPicker {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkToggleButton *buttons[EH_CHART_THEME_SLOTS];
  gboolean setting;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhSlotPicker, eh_slot_picker, GTK_TYPE_WIDGET)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint slot = GPOINTER_TO_UINT (data);
  const EhChartTheme *theme = eh_theme_current ();
  EhChartColour fill = theme->category_fill[slot];
  EhChartColour ink = theme->category[slot];

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, fill.r, fill.g, fill.b);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, ink.r, ink.g, ink.b);
  eh_chart_pattern_draw (eh_chart_theme_category_pattern (slot), cr, 0, 0, width, height);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
}

/**
 * eh_slot_swatch_new:
 * @slot: a colour and pattern
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer floating): a picture of it, which screen readers pass over
 */
GtkWidget *
eh_slot_swatch_new (guint slot, int width, int height)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb,
                                  GUINT_TO_POINTER (slot % EH_CHART_THEME_SLOTS), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  return area;
}

static void
eh_slot_picker_dispose (GObject *object)
{
  g_clear_pointer (&EH_SLOT_PICKER (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_slot_picker_parent_class)->dispose (object);
}

static void
eh_slot_picker_class_init (EhSlotPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_slot_picker_dispose;
  /**
   * EhSlotPicker::chosen: somebody chose another
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_SLOT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
toggled_cb (EhSlotPicker *self, GtkToggleButton *button)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
eh_slot_picker_init (EhSlotPicker *self)
{
  self->body = eh_wrap_new (6);
  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *name = NULL;

    self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
    gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
    gtk_button_set_child (GTK_BUTTON (self->buttons[i]), eh_slot_swatch_new (i, 28, 20));
    /* TRANSLATORS: one of twelve looks of a category, by its number */
    name = g_strdup_printf (_ ("Colour and pattern %s"), number);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[i]), name);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
    eh_wrap_append (EH_WRAP (self->body), GTK_WIDGET (self->buttons[i]));
  }
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * eh_slot_picker_new:
 *
 * Returns: (transfer floating): the twelve, the first chosen
 */
GtkWidget *
eh_slot_picker_new (void)
{
  return g_object_new (EH_TYPE_SLOT_PICKER, NULL);
}

/**
 * eh_slot_picker_set_slot:
 * @self: a picker
 * @slot: what is chosen
 */
void
eh_slot_picker_set_slot (EhSlotPicker *self, guint slot)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->buttons[slot % EH_CHART_THEME_SLOTS], TRUE);
  self->setting = FALSE;
}

/**
 * eh_slot_picker_get_slot:
 * @self: a picker
 *
 * Returns: what is chosen
 */
guint
eh_slot_picker_get_slot (EhSlotPicker *self)
{
  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return i;
  return 0;
}
