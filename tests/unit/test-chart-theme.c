/* The looks of charts hold what they promise: words and marks that can be read, groups that a
 * colour-blind reader can tell apart, categories that nobody takes for groups.
 *
 * Differences are distances in Oklab times 100 (Björn Ottosson, "A perceptual color space for image
 * processing", 2020); about 2 is just visible side by side. Colour blindness is simulated as
 * dichromacy with the matrices of Machado, Oliveira and Fernandes, "A physiologically-based model
 * for simulation of color vision deficiency" (2009), severity 1, on linear light.
 */

#include "eh-chart-theme.h"

#include <math.h>

enum {
  SIGHT_FULL,
  SIGHT_DEUTERANOPIA,
  SIGHT_PROTANOPIA,
  SIGHT_TRITANOPIA,
  N_SIGHTS
};

static const double simulations[N_SIGHTS][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static const EhChartThemeKind kinds[] = {
  EH_CHART_THEME_LIGHT,         EH_CHART_THEME_DARK,  EH_CHART_THEME_LIGHT_CONTRAST,
  EH_CHART_THEME_DARK_CONTRAST, EH_CHART_THEME_PRINT,
};

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static void
to_oklab (EhChartColour colour, int sight, double lab[3])
{
  const double light[3] = { linear (colour.r), linear (colour.g), linear (colour.b) };
  double seen[3];
  double l;
  double m;
  double s;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (simulations[sight][i][0] * light[0] + simulations[sight][i][1] * light[1] +
                         simulations[sight][i][2] * light[2],
                     0, 1);
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
difference (EhChartColour a, EhChartColour b, int sight)
{
  double p[3];
  double q[3];

  to_oklab (a, sight, p);
  to_oklab (b, sight, q);
  return 100 * sqrt (pow (p[0] - q[0], 2) + pow (p[1] - q[1], 2) + pow (p[2] - q[2], 2));
}

static double
chroma (EhChartColour colour)
{
  double lab[3];

  to_oklab (colour, SIGHT_FULL, lab);
  return hypot (lab[1], lab[2]);
}

/* Known pairs: the definition's own ends, and the grey that is quoted as the lightest on white. */
static void
test_contrast (void)
{
  EhChartColour white = eh_chart_colour_from_hex (0xffffff);
  EhChartColour black = eh_chart_colour_from_hex (0x000000);
  EhChartColour grey = eh_chart_colour_from_hex (0x767676);

  g_assert_cmpfloat_with_epsilon (eh_chart_colour_contrast (white, black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (eh_chart_colour_contrast (grey, grey), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (eh_chart_colour_contrast (grey, white), 4.54, 0.01);
  for (guint rgb = 0; rgb < 0x1000000; rgb += 0x030507) {
    EhChartColour fill = eh_chart_colour_from_hex (rgb);

    g_assert_cmpfloat (eh_chart_colour_contrast (fill, eh_chart_colour_on (fill)), >=, 4.5);
  }
}

static void
test_legible (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autoptr (EhChartTheme) theme = eh_chart_theme_new (kinds[k]);
    double words = theme->contrast ? 7 : 4.5;
    double marks = theme->contrast ? 4.5 : 3;

    g_assert_cmpfloat (eh_chart_colour_contrast (theme->text, theme->background), >=, words);
    g_assert_cmpfloat (eh_chart_colour_contrast (theme->dim, theme->background), >=, words);
    g_assert_cmpfloat (eh_chart_colour_contrast (theme->outline, theme->background), >=, marks);
    for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->group[i], theme->background), >=, marks);
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->group_text[i], theme->background), >=,
                         words);
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->category[i], theme->background), >=,
                         words);
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->category[i], theme->category_fill[i]), >=,
                         words);
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->text, theme->category_fill[i]), >=,
                         words);
    }
  }
}

/* The first three are what nearly every project has; six is a large one. */
static void
test_groups_differ (void)
{
  static const struct {
    guint n;
    double least[N_SIGHTS];
  } promises[] = {
    { 3, { 18, 12, 12, 8 } },
    { 6, { 12, 7, 7, 7 } },
    { 12, { 9, 4, 4, 4 } },
  };

  for (guint k = 0; k < 2; k++) {
    g_autoptr (EhChartTheme) theme = eh_chart_theme_new (kinds[k]);

    for (guint p = 0; p < G_N_ELEMENTS (promises); p++)
      for (guint i = 0; i < promises[p].n; i++)
        for (guint j = 0; j < i; j++)
          for (int sight = 0; sight < N_SIGHTS; sight++)
            g_assert_cmpfloat (difference (theme->group[i], theme->group[j], sight), >=,
                               promises[p].least[sight]);
  }
}

/* The three that are always there differ in lightness alone too, as on a grey print. */
static void
test_groups_differ_in_grey (void)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_PRINT);

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (eh_chart_colour_contrast (theme->group[i], theme->group[j]), >=, 1.25);
}

static void
test_shapes_differ (void)
{
  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++)
    for (guint j = 0; j < i; j++) {
      g_assert_cmpint (eh_chart_theme_group_marker (i), !=, eh_chart_theme_group_marker (j));
      g_assert_cmpint (eh_chart_theme_group_pattern (i), !=, eh_chart_theme_group_pattern (j));
      g_assert_cmpint (eh_chart_theme_category_pattern (i), !=,
                       eh_chart_theme_category_pattern (j));
    }
}

static void
test_categories_are_no_groups (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autoptr (EhChartTheme) theme = eh_chart_theme_new (kinds[k]);

    for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
      g_assert_cmpfloat (chroma (theme->category[i]), <, 0.04);
      if (!theme->contrast)
        g_assert_cmpfloat (chroma (theme->group[i]), >, 0.07);
      g_assert_cmpint (eh_chart_theme_category_pattern (i), !=, EH_CHART_PATTERN_SOLID);
      for (guint j = 0; j < EH_CHART_THEME_SLOTS && !theme->contrast; j++)
        g_assert_cmpfloat (difference (theme->category[i], theme->group[j], SIGHT_FULL), >=, 5.5);
    }
  }
}

static void
test_slots_for_the_window (void)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_DARK);
  g_autofree char *css = eh_chart_theme_to_css (theme);
  double r;
  double g;
  double b;

  eh_chart_theme_group_colour (theme, 14, &r, &g, &b);
  g_assert_cmpfloat (r, ==, theme->group[2].r);
  g_assert_cmpfloat (g, ==, theme->group[2].g);
  g_assert_cmpfloat (b, ==, theme->group[2].b);
  g_assert_nonnull (strstr (css, "@define-color eh_group_0 #59b7ff;"));
  g_assert_nonnull (strstr (css, "@define-color eh_category_fill_11 #"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-theme/contrast", test_contrast);
  g_test_add_func ("/chart-theme/legible", test_legible);
  g_test_add_func ("/chart-theme/groups-differ", test_groups_differ);
  g_test_add_func ("/chart-theme/groups-differ-in-grey", test_groups_differ_in_grey);
  g_test_add_func ("/chart-theme/shapes-differ", test_shapes_differ);
  g_test_add_func ("/chart-theme/categories-are-no-groups", test_categories_are_no_groups);
  g_test_add_func ("/chart-theme/slots-for-the-window", test_slots_for_the_window);
  return g_test_run ();
}
