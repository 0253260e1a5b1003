/* Which chart is shown: a row of names, one stop of the Tab key that arrows walk; where there is
 * little room, one button that opens the same names as a list. */

#include "eh-chart-chooser.h"

#include "eh-choice-button.h"
#include "eh-map-chart.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhChartChooser {
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *buttons[EH_MAP_CHART_N_VALUES];
  GtkWidget *narrow;
  EhMapChart chart;
  gboolean setting;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartChooser, eh_chart_chooser, GTK_TYPE_WIDGET)

static void
choose (EhChartChooser *self, EhMapChart chart)
{
  if (chart == self->chart)
    return;
  eh_chart_chooser_set_chart (self, chart);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
toggled_cb (GtkToggleButton *button, EhChartChooser *self)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < EH_MAP_CHART_N_VALUES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      choose (self, (EhMapChart) i);
}

static void
chosen_cb (EhChoiceButton *button, EhChartChooser *self)
{
  if (!self->setting)
    choose (self, (EhMapChart) eh_choice_button_get_selected (button));
}

/* Up and down do the same as left and right, for the names may stand on several lines. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EhChartChooser *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean on = keyval == GDK_KEY_Down || keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right);
  gboolean back = keyval == GDK_KEY_Up || keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left);
  guint to = self->chart;

  if (on)
    to = (self->chart + 1) % EH_MAP_CHART_N_VALUES;
  else if (back)
    to = (self->chart + EH_MAP_CHART_N_VALUES - 1) % EH_MAP_CHART_N_VALUES;
  else if (keyval == GDK_KEY_Home)
    to = 0;
  else if (keyval == GDK_KEY_End)
    to = EH_MAP_CHART_N_VALUES - 1;
  else
    return GDK_EVENT_PROPAGATE;
  choose (self, (EhMapChart) to);
  gtk_widget_grab_focus (self->buttons[to]);
  return GDK_EVENT_STOP;
}

static gboolean
eh_chart_chooser_grab_focus (GtkWidget *widget)
{
  EhChartChooser *self = EH_CHART_CHOOSER (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->wide) ? self->buttons[self->chart]
                                                                    : self->narrow);
}

static void
eh_chart_chooser_dispose (GObject *object)
{
  EhChartChooser *self = EH_CHART_CHOOSER (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_chart_chooser_parent_class)->dispose (object);
}

static void
eh_chart_chooser_class_init (EhChartChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_chart_chooser_dispose;
  widget_class->grab_focus = eh_chart_chooser_grab_focus;
  /**
   * EhChartChooser::chosen: another chart is to be shown
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_CHART_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (EhChartChooser *self, EhMapChart chart)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (eh_map_chart_label (chart));
  g_autofree char *key = gtk_accelerator_get_label (GDK_KEY_1 + chart, GDK_CONTROL_MASK);

  gtk_widget_add_css_class (button, "eh-choice");
  gtk_widget_set_tooltip_text (button, key);
  if (chart > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  self->buttons[chart] = button;
  eh_wrap_append (EH_WRAP (self->wide), button);
  eh_choice_button_add (EH_CHOICE_BUTTON (self->narrow), (EhId) chart, eh_map_chart_label (chart),
                        0, key, EH_CHOICE_NO_MARKER);
}

static void
eh_chart_chooser_init (EhChartChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->wide = eh_wrap_new (6);
  self->narrow = eh_choice_button_new (_ ("Chart"));
  gtk_widget_set_halign (self->narrow, GTK_ALIGN_START);
  gtk_widget_set_visible (self->narrow, FALSE);
  gtk_widget_set_parent (self->wide, GTK_WIDGET (self));
  gtk_widget_set_parent (self->narrow, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wide), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart"), -1);
  self->setting = TRUE;
  for (guint i = 0; i < EH_MAP_CHART_N_VALUES; i++)
    add_button (self, (EhMapChart) i);
  self->setting = FALSE;
  eh_chart_chooser_set_chart (self, EH_MAP_CHART_BALANCE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->wide, keys);
  g_signal_connect (self->narrow, "chosen", G_CALLBACK (chosen_cb), self);
}

/**
 * eh_chart_chooser_get_chart:
 * @self: a chooser
 *
 * Returns: which chart is chosen
 */
EhMapChart
eh_chart_chooser_get_chart (EhChartChooser *self)
{
  return self->chart;
}

/**
 * eh_chart_chooser_set_chart:
 * @self: a chooser
 * @chart: which chart to choose; nothing is emitted
 */
void
eh_chart_chooser_set_chart (EhChartChooser *self, EhMapChart chart)
{
  gboolean focused = gtk_widget_get_focus_child (self->wide) != NULL;

  self->chart = chart;
  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[chart]), TRUE);
  for (guint i = 0; i < EH_MAP_CHART_N_VALUES; i++)
    gtk_widget_set_focusable (self->buttons[i], i == chart);
  eh_choice_button_set_selected (EH_CHOICE_BUTTON (self->narrow), (EhId) chart);
  self->setting = FALSE;
  if (focused)
    gtk_widget_grab_focus (self->buttons[chart]);
}

/**
 * eh_chart_chooser_set_narrow:
 * @self: a chooser
 * @narrow: whether there is little room
 */
void
eh_chart_chooser_set_narrow (EhChartChooser *self, gboolean narrow)
{
  gtk_widget_set_visible (self->wide, !narrow);
  gtk_widget_set_visible (self->narrow, narrow);
}
