#pragma once

#include <glib.h>

#include "eh-chart-colour.h"
#include "eh-chart-marker.h"
#include "eh-chart-pattern.h"

G_BEGIN_DECLS

/* How many role groups and how many categories have looks of their own. */
#define EH_CHART_THEME_SLOTS 12

/**
 * EhChartThemeKind:
 * @EH_CHART_THEME_LIGHT: on white
 * @EH_CHART_THEME_DARK: on the window's dark grey
 * @EH_CHART_THEME_LIGHT_CONTRAST: on white for whoever asked their desktop for high contrast
 * @EH_CHART_THEME_DARK_CONTRAST: the same on black
 * @EH_CHART_THEME_PRINT: on white paper, where lines differ without colour too
 */
typedef enum {
  EH_CHART_THEME_LIGHT,
  EH_CHART_THEME_DARK,
  EH_CHART_THEME_LIGHT_CONTRAST,
  EH_CHART_THEME_DARK_CONTRAST,
  EH_CHART_THEME_PRINT
} EhChartThemeKind;

/**
 * EhChartFont:
 * What a piece of text is, which decides its size and weight.
 */
typedef enum {
  EH_CHART_FONT_TITLE,
  EH_CHART_FONT_SENTENCE,
  EH_CHART_FONT_HEADING,
  EH_CHART_FONT_NAME,
  EH_CHART_FONT_VALUE,
  EH_CHART_FONT_BODY,
  EH_CHART_FONT_SMALL,
  EH_CHART_FONT_SMALL_BOLD,
  EH_CHART_FONT_N
} EhChartFont;

/**
 * EhChartTheme:
 * @kind: which of the five it is
 * @text_scale: 1, or what the desktop's "large text" says
 * @font_family: families for Pango, best first
 * @dark: whether light marks stand on a dark ground
 * @contrast: whether it was made for high contrast
 * @background: what everything stands on
 * @text: titles, values
 * @dim: notes and what stands behind values; still 4.5:1
 * @axis: lines that guide the eye and carry nothing
 * @outline: lines that carry something and belong to no group; 3:1
 * @group: a role group's marks, by slot; 3:1
 * @group_text: the same for words; 4.5:1
 * @category: a category's lines and hatches, by slot; 4.5:1
 * @category_fill: the ground of its chip or bar
 *
 * What charts look like; immutable, ref-counted, good in any thread.
 *
 * Role groups are saturated colours with a marker each; categories are greys with a tint and a
 * hatch each, so that nobody takes the one for the other.
 */
typedef struct {
  EhChartThemeKind kind;
  double text_scale;
  char *font_family;
  gboolean dark;
  gboolean contrast;
  EhChartColour background;
  EhChartColour text;
  EhChartColour dim;
  EhChartColour axis;
  EhChartColour outline;
  EhChartColour group[EH_CHART_THEME_SLOTS];
  EhChartColour group_text[EH_CHART_THEME_SLOTS];
  EhChartColour category[EH_CHART_THEME_SLOTS];
  EhChartColour category_fill[EH_CHART_THEME_SLOTS];

  /*< private >*/
  gatomicrefcount refs;
} EhChartTheme;

EhChartTheme *eh_chart_theme_new (EhChartThemeKind kind);
EhChartTheme *
eh_chart_theme_new_scaled (EhChartThemeKind kind, double text_scale, const char *font_family);
EhChartTheme *eh_chart_theme_ref (EhChartTheme *self);
void eh_chart_theme_unref (EhChartTheme *self);

void
eh_chart_theme_group_colour (const EhChartTheme *self, guint slot, double *r, double *g, double *b);
EhChartPattern eh_chart_theme_group_pattern (guint slot);
EhChartMarker eh_chart_theme_group_marker (guint slot);
EhChartPattern eh_chart_theme_category_pattern (guint slot);
double eh_chart_theme_font_size (const EhChartTheme *self, EhChartFont font);
int eh_chart_theme_font_weight (EhChartFont font);
char *eh_chart_theme_to_css (const EhChartTheme *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhChartTheme, eh_chart_theme_unref)

G_END_DECLS
