#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

#include "eh-chart-theme.h"

G_BEGIN_DECLS

/* Measuring and breaking of text for layouts. Belongs to the call that made it: not for two
 * threads. */
typedef struct _EhChartText EhChartText;

/**
 * EhChartTextSize:
 * @width: CSS pixels, from the pen's start to its end
 * @height: of the line, with what the font keeps free above and below
 */
typedef struct {
  double width;
  double height;
} EhChartTextSize;

EhChartText *eh_chart_text_new (const EhChartTheme *theme);
void eh_chart_text_free (EhChartText *self);
EhChartTextSize eh_chart_text_measure (EhChartText *self, EhChartFont font, const char *text);
double eh_chart_text_height (EhChartText *self, EhChartFont font);
char *eh_chart_text_shorten (EhChartText *self, EhChartFont font, const char *text, double width);
GPtrArray *eh_chart_text_wrap (
    EhChartText *self, EhChartFont font, const char *text, double width, guint max_lines);
gboolean eh_chart_text_is_rtl (const char *text);
double eh_chart_text_longest_word (EhChartText *self, EhChartFont font, const char *text);

PangoContext *eh_chart_text_context_new (void);
PangoFontDescription *eh_chart_text_font (const EhChartTheme *theme, EhChartFont font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhChartText, eh_chart_text_free)

G_END_DECLS
