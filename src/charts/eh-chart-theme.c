/* The looks of charts: five grounds, and the colours, hatches and markers of role groups and of
 * categories.
 *
 * The colours of the twelve groups were searched for by a program that kept any two of them apart
 * for colour-blind readers too (tests/unit/test-chart-theme.c holds the numbers). No twelve colours
 * are enough by themselves, so that each group has a marker and a hatch as well, and its name
 * stands beside its marks. Categories keep away from all of that: greys with a breath of a tint,
 * told apart by hatch and by name.
 */

#include "eh-chart-theme.h"

#include <pango/pango.h>

static const guint32 light_groups[EH_CHART_THEME_SLOTS] = {
  0x1c6ec9, 0xe06500, 0x066b57, 0x58268f, 0xb7377e, 0x7d9257,
  0x13325d, 0x9d2302, 0x0c93c2, 0x437517, 0x5f2f06, 0xd4599d,
};

static const guint32 dark_groups[EH_CHART_THEME_SLOTS] = {
  0x59b7ff, 0xfc9119, 0x47f6d3, 0xa877d7, 0xfba2a4, 0xf0e55d,
  0x5c90f5, 0xee606d, 0x95ddff, 0x59a070, 0xbf7912, 0xd0a4d8,
};

static const guint32 light_categories[EH_CHART_THEME_SLOTS] = {
  0x535c66, 0x66594f, 0x545f58, 0x635866, 0x665557, 0x5e5d4c,
  0x4f5d63, 0x5b5b5f, 0x6b5f4b, 0x4c5f5c, 0x5c566b, 0x6a575f,
};

static const guint32 dark_categories[EH_CHART_THEME_SLOTS] = {
  0xb4bec9, 0xcbbdb2, 0xb5c2b9, 0xc5b9c9, 0xcab8ba, 0xc1c0ad,
  0xb0c0c7, 0xbdbdc2, 0xd0c3ad, 0xadc2be, 0xbdb7cf, 0xceb9c2,
};

typedef struct {
  guint32 background;
  guint32 text;
  guint32 dim;
  guint32 axis;
  guint32 outline;
  double mark_contrast;
  double text_contrast;
  gboolean dark;
  gboolean contrast;
} Ground;

static const Ground grounds[] = {
  [EH_CHART_THEME_LIGHT] = { 0xffffff, 0x1f2328, 0x5c636b, 0xd8dce0, 0x7b828a, 3.1, 4.8, FALSE,
                             FALSE },
  [EH_CHART_THEME_DARK] = { 0x242424, 0xf2f3f5, 0xb4b9c0, 0x4a4c52, 0x8f959d, 3.1, 4.8, TRUE,
                            FALSE },
  [EH_CHART_THEME_LIGHT_CONTRAST] = { 0xffffff, 0x000000, 0x2b2b2b, 0x6e6e6e, 0x333333, 4.5, 7.1,
                                      FALSE, TRUE },
  [EH_CHART_THEME_DARK_CONTRAST] = { 0x000000, 0xffffff, 0xdadada, 0x8a8a8a, 0xcccccc, 4.5, 7.1,
                                     TRUE, TRUE },
  [EH_CHART_THEME_PRINT] = { 0xffffff, 0x111111, 0x4a4a4a, 0xcfcfcf, 0x6a6a6a, 3.1, 4.8, FALSE,
                             FALSE },
};

static const struct {
  double size;
  int weight;
} fonts[EH_CHART_FONT_N] = {
  [EH_CHART_FONT_TITLE] = { 20, PANGO_WEIGHT_BOLD },
  [EH_CHART_FONT_SENTENCE] = { 15, PANGO_WEIGHT_NORMAL },
  [EH_CHART_FONT_HEADING] = { 14, PANGO_WEIGHT_SEMIBOLD },
  [EH_CHART_FONT_NAME] = { 14, PANGO_WEIGHT_SEMIBOLD },
  [EH_CHART_FONT_VALUE] = { 15.5, PANGO_WEIGHT_BOLD },
  [EH_CHART_FONT_BODY] = { 13.5, PANGO_WEIGHT_NORMAL },
  [EH_CHART_FONT_SMALL] = { 12.5, PANGO_WEIGHT_NORMAL },
  [EH_CHART_FONT_SMALL_BOLD] = { 12.5, PANGO_WEIGHT_SEMIBOLD },
};

/**
 * eh_chart_theme_new:
 * @kind: one of the five
 *
 * Returns: (transfer full): its theme at the normal size of text
 */
EhChartTheme *
eh_chart_theme_new (EhChartThemeKind kind)
{
  return eh_chart_theme_new_scaled (kind, 1, NULL);
}

/**
 * eh_chart_theme_new_scaled:
 * @kind: one of the five
 * @text_scale: how much larger text is than normal, 0.5 to 4
 * @font_family: (nullable): families for Pango, best first; %NULL for the program's own choice
 *
 * Returns: (transfer full): a theme
 */
EhChartTheme *
eh_chart_theme_new_scaled (EhChartThemeKind kind, double text_scale, const char *font_family)
{
  EhChartTheme *self = g_new0 (EhChartTheme, 1);
  const Ground *ground = &grounds[kind];
  const guint32 *groups = ground->dark ? dark_groups : light_groups;
  const guint32 *categories = ground->dark ? dark_categories : light_categories;

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->text_scale = CLAMP (text_scale, 0.5, 4);
  self->font_family = g_strdup (font_family ? font_family
                                            : "Noto Sans, Cantarell, DejaVu Sans, sans-serif");
  self->dark = ground->dark;
  self->contrast = ground->contrast;
  self->background = eh_chart_colour_from_hex (ground->background);
  self->text = eh_chart_colour_from_hex (ground->text);
  self->dim = eh_chart_colour_from_hex (ground->dim);
  self->axis = eh_chart_colour_from_hex (ground->axis);
  self->outline = eh_chart_colour_from_hex (ground->outline);

  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
    EhChartColour group = eh_chart_colour_from_hex (groups[i]);
    EhChartColour category = eh_chart_colour_from_hex (categories[i]);

    self->group[i] = eh_chart_colour_reach (group, self->background, ground->mark_contrast);
    self->group_text[i] = eh_chart_colour_reach (group, self->background, ground->text_contrast);
    self->category_fill[i] = eh_chart_colour_mix (self->background, category,
                                                  ground->dark ? 0.16 : 0.10);
    self->category[i] = eh_chart_colour_reach (category, self->category_fill[i],
                                               ground->text_contrast);
  }
  return self;
}

/**
 * eh_chart_theme_ref:
 * @self: a theme
 *
 * Returns: (transfer full): @self
 */
EhChartTheme *
eh_chart_theme_ref (EhChartTheme *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * eh_chart_theme_unref:
 * @self: (transfer full): a theme
 */
void
eh_chart_theme_unref (EhChartTheme *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->font_family);
  g_free (self);
}

/**
 * eh_chart_theme_group_colour:
 * @self: a theme
 * @slot: a role group's slot; those from 12 on begin again
 * @r: (out): red, 0 to 1
 * @g: (out): green
 * @b: (out): blue
 *
 * The colour of a role group's marks, for whoever draws outside the charts.
 */
void
eh_chart_theme_group_colour (const EhChartTheme *self, guint slot, double *r, double *g, double *b)
{
  EhChartColour colour = self->group[slot % EH_CHART_THEME_SLOTS];

  *r = colour.r;
  *g = colour.g;
  *b = colour.b;
}

/**
 * eh_chart_theme_group_pattern:
 * @slot: a role group's slot
 *
 * Returns: the hatch of its areas, another for each of the twelve
 */
EhChartPattern
eh_chart_theme_group_pattern (guint slot)
{
  return (EhChartPattern) (slot % EH_CHART_THEME_SLOTS);
}

/**
 * eh_chart_theme_group_marker:
 * @slot: a role group's slot
 *
 * Returns: its shape, another for each of the twelve
 */
EhChartMarker
eh_chart_theme_group_marker (guint slot)
{
  return (EhChartMarker) (slot % EH_CHART_MARKER_N);
}

/**
 * eh_chart_theme_category_pattern:
 * @slot: a category's slot
 *
 * Returns: the hatch of its areas; none is solid, which is for groups
 */
EhChartPattern
eh_chart_theme_category_pattern (guint slot)
{
  static const EhChartPattern patterns[EH_CHART_THEME_SLOTS] = {
    EH_CHART_PATTERN_BACK_DIAGONAL, EH_CHART_PATTERN_RINGS,    EH_CHART_PATTERN_VERTICAL,
    EH_CHART_PATTERN_CHEVRONS,      EH_CHART_PATTERN_GRID,     EH_CHART_PATTERN_DASHES,
    EH_CHART_PATTERN_LATTICE,       EH_CHART_PATTERN_WIDE,     EH_CHART_PATTERN_HORIZONTAL,
    EH_CHART_PATTERN_DOTS,          EH_CHART_PATTERN_DIAGONAL, EH_CHART_PATTERN_TICKS,
  };

  return patterns[slot % EH_CHART_THEME_SLOTS];
}

/**
 * eh_chart_theme_font_size:
 * @self: a theme
 * @font: what a text is
 *
 * Returns: its size in CSS pixels
 */
double
eh_chart_theme_font_size (const EhChartTheme *self, EhChartFont font)
{
  return fonts[font].size * self->text_scale;
}

/**
 * eh_chart_theme_font_weight:
 * @font: what a text is
 *
 * Returns: its weight, as Pango counts
 */
int
eh_chart_theme_font_weight (EhChartFont font)
{
  return fonts[font].weight;
}

static void
define_colour (GString *css, const char *name, EhChartColour colour)
{
  g_autofree char *hex = eh_chart_colour_to_hex (colour);

  g_string_append_printf (css, "@define-color eh_%s %s;\n", name, hex);
}

static void
define_slot (GString *css, const char *name, guint slot, EhChartColour colour)
{
  g_autofree char *full = g_strdup_printf ("%s_%u", name, slot);

  define_colour (css, full, colour);
}

/**
 * eh_chart_theme_to_css:
 * @self: a theme
 *
 * The colours of the slots as named colours of GTK's CSS: eh_group_0 to eh_group_11,
 * eh_group_text_…, eh_category_… and eh_category_fill_…; and eh_chart_background, which what a bare
 * chart stands on must have.
 *
 * Returns: (transfer full): style sheet text
 */
char *
eh_chart_theme_to_css (const EhChartTheme *self)
{
  GString *css = g_string_new (NULL);

  define_colour (css, "chart_background", self->background);
  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
    define_slot (css, "group", i, self->group[i]);
    define_slot (css, "group_text", i, self->group_text[i]);
    define_slot (css, "category", i, self->category[i]);
    define_slot (css, "category_fill", i, self->category_fill[i]);
  }
  return g_string_free (css, FALSE);
}
