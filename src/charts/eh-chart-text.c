/* How wide a text is and where it breaks.
 *
 * Everything is measured in a context whose metrics depend on no surface: no hinting, 96 dots an
 * inch, positions unrounded. The painter draws in the same one, so that text is as wide on the
 * screen, in PNG, SVG and PDF as it was here. Pango's default font map is one for each thread, and
 * nothing here outlives the call, so that layouts may be made in any thread.
 */

#include "eh-chart-text.h"

#include <string.h>

struct _EhChartText {
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *fonts[EH_CHART_FONT_N];
  double heights[EH_CHART_FONT_N];
  GHashTable *sizes[EH_CHART_FONT_N]; /* text to EhChartTextSize */
  GHashTable *wraps;                  /* font, width, lines and text to GPtrArray */
  EhChartFont current;
};

#define ELLIPSIS "…"

/**
 * eh_chart_text_context_new:
 *
 * Returns: (transfer full): a context whose metrics depend on no surface, for the calling thread
 */
PangoContext *
eh_chart_text_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * eh_chart_text_font:
 * @theme: a theme
 * @font: what a text is
 *
 * Returns: (transfer full): the font that it is set in
 */
PangoFontDescription *
eh_chart_text_font (const EhChartTheme *theme, EhChartFont font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, theme->font_family);
  pango_font_description_set_weight (description, (PangoWeight) eh_chart_theme_font_weight (font));
  pango_font_description_set_absolute_size (description,
                                            eh_chart_theme_font_size (theme, font) * PANGO_SCALE);
  return description;
}

/**
 * eh_chart_text_new:
 * @theme: a theme
 *
 * Returns: (transfer full): what measures text in it
 */
EhChartText *
eh_chart_text_new (const EhChartTheme *theme)
{
  EhChartText *self = g_new0 (EhChartText, 1);

  self->context = eh_chart_text_context_new ();
  self->layout = pango_layout_new (self->context);
  for (guint i = 0; i < EH_CHART_FONT_N; i++) {
    self->fonts[i] = eh_chart_text_font (theme, (EhChartFont) i);
    self->sizes[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  }
  self->wraps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->current = EH_CHART_FONT_N;
  return self;
}

/**
 * eh_chart_text_free:
 * @self: (transfer full): what measures text
 */
void
eh_chart_text_free (EhChartText *self)
{
  for (guint i = 0; i < EH_CHART_FONT_N; i++) {
    pango_font_description_free (self->fonts[i]);
    g_hash_table_unref (self->sizes[i]);
  }
  g_hash_table_unref (self->wraps);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

static void
set (EhChartText *self, EhChartFont font, const char *text, int length)
{
  if (self->current != font) {
    pango_layout_set_font_description (self->layout, self->fonts[font]);
    self->current = font;
  }
  pango_layout_set_text (self->layout, text, length);
}

/**
 * eh_chart_text_measure:
 * @self: what measures text
 * @font: what the text is
 * @text: one line of it
 *
 * Returns: its size
 */
EhChartTextSize
eh_chart_text_measure (EhChartText *self, EhChartFont font, const char *text)
{
  EhChartTextSize *known = g_hash_table_lookup (self->sizes[font], text);

  if (!known) {
    PangoRectangle box;

    set (self, font, text, -1);
    pango_layout_get_extents (self->layout, NULL, &box);
    known = g_new (EhChartTextSize, 1);
    known->width = (double) box.width / PANGO_SCALE;
    known->height = (double) box.height / PANGO_SCALE;
    g_hash_table_insert (self->sizes[font], g_strdup (text), known);
  }
  return *known;
}

/**
 * eh_chart_text_height:
 * @self: what measures text
 * @font: what a text is
 *
 * Returns: the height of one line; scripts that stand taller than the font's own may be higher
 */
double
eh_chart_text_height (EhChartText *self, EhChartFont font)
{
  if (self->heights[font] <= 0)
    self->heights[font] = eh_chart_text_measure (self, font, "Xg").height;
  return self->heights[font];
}

/**
 * eh_chart_text_shorten:
 * @self: what measures text
 * @font: what the text is
 * @text: one line of it
 * @width: how wide it may be
 *
 * Returns: (transfer full): @text, or as much of its start as fits with an ellipsis
 */
char *
eh_chart_text_shorten (EhChartText *self, EhChartFont font, const char *text, double width)
{
  const PangoLogAttr *attrs;
  glong low = 0;
  glong high;
  int n_attrs;
  g_autofree gboolean *stops = NULL;

  if (eh_chart_text_measure (self, font, text).width <= width)
    return g_strdup (text);

  set (self, font, text, -1);
  attrs = pango_layout_get_log_attrs_readonly (self->layout, &n_attrs);
  stops = g_new0 (gboolean, n_attrs);
  for (int i = 0; i < n_attrs; i++)
    stops[i] = attrs[i].is_cursor_position;

  /* The longest start that fits, by halves. */
  high = g_utf8_strlen (text, -1);
  while (low < high) {
    glong middle = (low + high + 1) / 2;
    g_autofree char *start = g_utf8_substring (text, 0, middle);
    g_autofree char *tried = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);

    if (eh_chart_text_measure (self, font, tried).width <= width)
      low = middle;
    else
      high = middle - 1;
  }
  while (low > 0 && low < n_attrs && !stops[low])
    low--;
  {
    g_autofree char *start = g_utf8_substring (text, 0, low);

    return g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
  }
}

/* A line without the space that it broke at. */
static char *
trimmed (const char *text, int length)
{
  return g_strstrip (g_strndup (text, length));
}

/* What eh_chart_text_wrap() gives, worked out. */
static GPtrArray *
wrap (EhChartText *self, EhChartFont font, const char *text, double width, guint max_lines)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint n_lines;

  if (!strchr (text, '\n') && eh_chart_text_measure (self, font, text).width <= width) {
    g_ptr_array_add (lines, g_strdup (text));
    return lines;
  }
  if (max_lines == 1) {
    g_ptr_array_add (lines, eh_chart_text_shorten (self, font, text, width));
    return lines;
  }

  set (self, font, text, -1);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  n_lines = (guint) pango_layout_get_line_count (self->layout);
  for (guint i = 0; i < n_lines && (max_lines == 0 || i < max_lines); i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int) i);
    gboolean cut = max_lines > 0 && i == max_lines - 1 && n_lines > max_lines;

    g_ptr_array_add (lines, cut ? g_strdup (text + line->start_index)
                                : trimmed (text + line->start_index, line->length));
  }
  pango_layout_set_width (self->layout, -1);
  if (max_lines > 0 && n_lines > max_lines) {
    char *rest = g_ptr_array_index (lines, max_lines - 1);

    g_ptr_array_index (lines, max_lines - 1) = eh_chart_text_shorten (self, font, rest, width);
    g_free (rest);
  }
  return lines;
}

/**
 * eh_chart_text_wrap:
 * @self: what measures text
 * @font: what the text is
 * @text: a paragraph
 * @width: how wide a line may be
 * @max_lines: how many lines there may be; 0 for as many as it takes
 *
 * Breaks at words, and inside one that is wider than a line.
 *
 * Returns: (transfer full) (element-type utf8): the lines, the last of them with an ellipsis if
 *   not all fits; one empty line for an empty text
 */
GPtrArray *
eh_chart_text_wrap (
    EhChartText *self, EhChartFont font, const char *text, double width, guint max_lines)
{
  g_autofree char *key = g_strdup_printf ("%d %d %u %s", font, (int) (width * 64), max_lines, text);
  GPtrArray *lines = g_hash_table_lookup (self->wraps, key);

  if (!lines) {
    lines = wrap (self, font, text, width, max_lines);
    g_hash_table_insert (self->wraps, g_steal_pointer (&key), lines);
  }
  return g_ptr_array_ref (lines);
}

static gboolean
runs_from_right (GUnicodeScript script)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC,  G_UNICODE_SCRIPT_HEBREW,    G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA,  G_UNICODE_SCRIPT_NKO,       G_UNICODE_SCRIPT_ADLAM,
    G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_SAMARITAN, G_UNICODE_SCRIPT_HANIFI_ROHINGYA,
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

/**
 * eh_chart_text_is_rtl:
 * @text: some of it
 *
 * Returns: whether its first letter that runs anywhere runs from the right
 */
gboolean
eh_chart_text_is_rtl (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_isalpha (letter))
      return runs_from_right (g_unichar_get_script (letter));
  }
  return FALSE;
}

/**
 * eh_chart_text_longest_word:
 * @self: what measures text
 * @font: what the text is
 * @text: some of it
 *
 * Returns: the width of its widest word: a column as wide breaks at spaces alone
 */
double
eh_chart_text_longest_word (EhChartText *self, EhChartFont font, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  double widest = 0;

  for (guint i = 0; words[i]; i++)
    widest = MAX (widest, eh_chart_text_measure (self, font, words[i]).width);
  return widest;
}
