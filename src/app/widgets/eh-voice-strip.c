/* Whose voice, at a glance: a bar for the room, one for the insights, one for the guidance, each
 * parted by role group, with the names below. The Map place has the same with numbers. */

#include "eh-voice-strip.h"

#include "eh-chart-pattern.h"
#include "eh-group-marker.h"
#include "eh-sentence.h"
#include "eh-theme.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 20
#define GAP        2
#define N_BARS     3

struct _EhVoiceStrip {
  GtkWidget parent_instance;

  EhBalance *balance;
  GtkWidget *box;
  GtkLabel *headline;
  GtkWidget *bars[N_BARS];
  GtkWidget *rows[N_BARS];
  EhWrap *legend;
};

G_DEFINE_FINAL_TYPE (EhVoiceStrip, eh_voice_strip, GTK_TYPE_WIDGET)

static EhFigure
share_of (const EhBalanceGroup *group, int bar)
{
  if (bar == 0)
    return group->room_share;
  return bar == 1 ? group->voice_share : group->carry_share;
}

static void
draw_part (cairo_t *cr, int slot, double x, double width, double height)
{
  const EhChartTheme *theme = eh_theme_current ();
  guint known = (guint) MAX (slot, 0) % EH_CHART_THEME_SLOTS;
  EhChartColour colour = slot >= 0 ? theme->group[known] : theme->dim;
  EhChartColour ink = eh_chart_colour_on (colour);

  cairo_rectangle (cr, x, 0, width, height);
  cairo_set_source_rgb (cr, colour.r, colour.g, colour.b);
  cairo_fill (cr);
  if (slot < 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, ink.r, ink.g, ink.b, 0.55);
  eh_chart_pattern_draw (eh_chart_theme_group_pattern (known), cr, x, 0, width, height);
  cairo_restore (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  EhVoiceStrip *self = EH_VOICE_STRIP (
      gtk_widget_get_ancestor (GTK_WIDGET (area), EH_TYPE_VOICE_STRIP));
  int bar = GPOINTER_TO_INT (data);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double x = 0;

  if (self == NULL || self->balance == NULL)
    return;
  for (guint i = 0; i < self->balance->n_groups; i++) {
    const EhBalanceGroup *group = &self->balance->groups[i];
    EhFigure share = share_of (group, bar);
    double length = eh_figure_is_known (share) ? share.value * width : 0;

    if (length > GAP)
      draw_part (cr, group->slot, rtl ? width - x - length + GAP : x, length - GAP, height);
    x += length;
  }
}

static gboolean
has_shares (const EhBalance *balance, int bar)
{
  for (guint i = 0; i < balance->n_groups; i++) {
    EhFigure share = share_of (&balance->groups[i], bar);

    if (eh_figure_is_known (share) && share.value > 0)
      return TRUE;
  }
  return FALSE;
}

static void
show_legend (EhVoiceStrip *self)
{
  eh_wrap_clear (self->legend);
  for (guint i = 0; i < self->balance->n_groups; i++) {
    const EhBalanceGroup *group = &self->balance->groups[i];
    GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *label = gtk_label_new (group->label);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_box_append (GTK_BOX (entry), eh_group_marker_new (group->slot));
    gtk_box_append (GTK_BOX (entry), label);
    eh_wrap_append (self->legend, entry);
  }
}

static void
eh_voice_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (eh_voice_strip_parent_class)->css_changed (widget, change);
  for (int i = 0; i < N_BARS; i++)
    if (EH_VOICE_STRIP (widget)->bars[i] != NULL)
      gtk_widget_queue_draw (EH_VOICE_STRIP (widget)->bars[i]);
}

static void
eh_voice_strip_dispose (GObject *object)
{
  EhVoiceStrip *self = EH_VOICE_STRIP (object);

  for (int i = 0; i < N_BARS; i++)
    self->bars[i] = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->balance, eh_balance_unref);
  G_OBJECT_CLASS (eh_voice_strip_parent_class)->dispose (object);
}

static void
eh_voice_strip_class_init (EhVoiceStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_voice_strip_dispose;
  widget_class->css_changed = eh_voice_strip_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_voice_strip_init (EhVoiceStrip *self)
{
  const char *const names[N_BARS] = { _ ("In the room"), _ ("In the insights"),
                                      _ ("In the guidance") };

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->headline = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->headline, TRUE);
  gtk_label_set_xalign (self->headline, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "eh-lead");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->headline));
  for (int i = 0; i < N_BARS; i++) {
    GtkWidget *label = gtk_label_new (names[i]);

    self->rows[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
    self->bars[i] = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bars[i]), BAR_HEIGHT);
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bars[i]), draw_cb, GINT_TO_POINTER (i),
                                    NULL);
    gtk_box_append (GTK_BOX (self->rows[i]), label);
    gtk_box_append (GTK_BOX (self->rows[i]), self->bars[i]);
    gtk_box_append (GTK_BOX (self->box), self->rows[i]);
  }
  self->legend = EH_WRAP (eh_wrap_new (14));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->legend));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_voice_strip_show:
 * @self: a strip
 * @balance: voice balance, for the team
 *
 * Returns: whether there is anything to show
 */
gboolean
eh_voice_strip_show (EhVoiceStrip *self, const EhBalance *balance)
{
  g_autofree char *headline = eh_sentence_balance_headline (balance);

  g_clear_pointer (&self->balance, eh_balance_unref);
  self->balance = eh_balance_ref ((EhBalance *) balance);
  gtk_label_set_label (self->headline, headline);
  for (int i = 0; i < N_BARS; i++) {
    gtk_widget_set_visible (self->rows[i], has_shares (balance, i));
    gtk_widget_queue_draw (self->bars[i]);
  }
  show_legend (self);
  return has_shares (balance, 1);
}
