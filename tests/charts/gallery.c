/* Draws charts of many kinds to PNG files, to be looked at: gallery FOLDER. Not installed. */

#include <locale.h>
#include <math.h>

#include "chart-cases.h"
#include "eh-chart-agreement.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-map.h"
#include "eh-chart-paint.h"
#include "eh-chart-people.h"
#include "eh-chart-stages.h"
#include "eh-chart-time.h"

static const char *folder;

static void
save (EhChartLayout *taken, const char *name)
{
  g_autoptr (EhChartLayout) layout = taken;
  g_autofree char *file = g_strdup_printf ("%s/%s.png", folder, name);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (eh_chart_layout_width (layout)),
      (int) ceil (eh_chart_layout_height (layout)));
  cairo_t *cr = cairo_create (surface);
  EhChartColour ground = eh_chart_layout_theme (layout)->background;

  cairo_set_source_rgb (cr, ground.r, ground.g, ground.b);
  cairo_paint (cr);
  eh_chart_paint (layout, cr);
  if (cairo_surface_write_to_png (surface, file) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", file);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static EhChartLayout *
balance (EhBalance *taken,
         EhChartThemeKind kind,
         double text_scale,
         double width,
         double height,
         EhChartDirection direction,
         EhChartFlags flags)
{
  g_autoptr (EhBalance) numbers = taken;
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new_scaled (kind, text_scale, NULL);

  return eh_chart_balance_layout (numbers, theme, width, height, direction, flags, NULL);
}

static void
draw_balances (GRand *rand)
{
  const EhChartFlags framed = EH_CHART_FRAMED;

  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 1, 960, 640, EH_CHART_LTR,
                 framed),
        "balance-light");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_DARK, 1, 960, 640, EH_CHART_LTR,
                 framed),
        "balance-dark");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT_CONTRAST, 1, 960, 640,
                 EH_CHART_LTR, framed),
        "balance-contrast");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 1, 960, 640, EH_CHART_RTL,
                 framed),
        "balance-rtl");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 1, 640, 420, EH_CHART_LTR, 0),
        "balance-bare");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 1, 360, 500, EH_CHART_LTR,
                 framed),
        "balance-narrow");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_DARK, 1, 3840, 2160, EH_CHART_LTR,
                 framed),
        "balance-4k");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 2.5, 3840, 2160, EH_CHART_LTR,
                 framed),
        "balance-wall");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_PRINT, 1, 720, 520, EH_CHART_LTR,
                 framed),
        "balance-print");
  save (balance (chart_cases_worked_example (), EH_CHART_THEME_LIGHT, 2, 900, 700, EH_CHART_LTR, 0),
        "balance-large-text");
  for (guint n = 2; n <= 12; n += 2) {
    g_autofree char *name = g_strdup_printf ("balance-groups-%02u", n);

    save (balance (chart_cases_balance (n, EH_AUDIENCE_TEAM, rand), EH_CHART_THEME_LIGHT, 1, 1000,
                   640, EH_CHART_LTR, framed),
          name);
  }
  save (balance (chart_cases_balance (6, EH_AUDIENCE_PUBLIC, rand), EH_CHART_THEME_DARK, 1, 1000,
                 640, EH_CHART_LTR, framed),
        "balance-protected");
  save (balance (chart_cases_balance (12, EH_AUDIENCE_PUBLIC, rand), EH_CHART_THEME_DARK, 1, 360,
                 640, EH_CHART_RTL, framed),
        "balance-narrow-rtl");
  save (balance (eh_balance_alloc (0), EH_CHART_THEME_LIGHT, 1, 700, 400, EH_CHART_LTR, 0),
        "balance-empty");
}

static EhChartLayout *
map (EhCrosstab *taken,
     EhChartThemeKind kind,
     double text_scale,
     double width,
     double height,
     EhChartDirection direction,
     EhChartFlags flags)
{
  g_autoptr (EhCrosstab) numbers = taken;
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new_scaled (kind, text_scale, NULL);

  return eh_chart_map_layout (numbers, theme, width, height, direction, flags, NULL);
}

static void
draw_maps (GRand *rand)
{
  const EhChartFlags framed = EH_CHART_FRAMED;

  save (map (chart_cases_map_example (), EH_CHART_THEME_LIGHT, 1, 960, 640, EH_CHART_LTR, framed),
        "map-light");
  save (map (chart_cases_map_example (), EH_CHART_THEME_DARK, 1, 960, 640, EH_CHART_RTL, framed),
        "map-dark-rtl");
  save (
      map (chart_cases_map_example (), EH_CHART_THEME_DARK_CONTRAST, 1, 700, 420, EH_CHART_LTR, 0),
      "map-contrast");
  save (map (chart_cases_map_example (), EH_CHART_THEME_LIGHT, 1, 360, 640, EH_CHART_LTR, framed),
        "map-narrow");
  save (map (chart_cases_map (3, 35, EH_AUDIENCE_TEAM, rand), EH_CHART_THEME_LIGHT, 1, 960, 640,
             EH_CHART_LTR, framed),
        "map-3x35");
  save (map (chart_cases_map (6, 8, EH_AUDIENCE_PUBLIC, rand), EH_CHART_THEME_LIGHT, 1, 1200, 700,
             EH_CHART_LTR, framed),
        "map-6x8-protected");
  save (map (chart_cases_map (12, 60, EH_AUDIENCE_TEAM, rand), EH_CHART_THEME_LIGHT, 1, 1600, 900,
             EH_CHART_LTR, framed),
        "map-12x60");
  save (map (eh_crosstab_alloc (0, 0), EH_CHART_THEME_LIGHT, 1, 700, 400, EH_CHART_LTR, framed),
        "map-empty");
}

static EhChartLayout *
flow (EhFlow *taken,
      EhChartThemeKind kind,
      double text_scale,
      double width,
      double height,
      EhChartDirection direction,
      EhChartFlags flags)
{
  g_autoptr (EhFlow) numbers = taken;
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new_scaled (kind, text_scale, NULL);

  return eh_chart_flow_layout (numbers, theme, width, height, direction, flags, NULL);
}

static void
draw_flows (GRand *rand)
{
  const EhChartFlags framed = EH_CHART_FRAMED;

  save (
      flow (chart_cases_flow_example (), EH_CHART_THEME_LIGHT, 1, 1100, 640, EH_CHART_LTR, framed),
      "flow-light");
  save (flow (chart_cases_flow_example (), EH_CHART_THEME_DARK, 1, 900, 560, EH_CHART_RTL, framed),
        "flow-dark-rtl");
  save (flow (chart_cases_flow_example (), EH_CHART_THEME_LIGHT_CONTRAST, 1, 900, 560, EH_CHART_LTR,
              framed),
        "flow-contrast");
  save (flow (chart_cases_flow_example (), EH_CHART_THEME_LIGHT, 1, 360, 640, EH_CHART_LTR, framed),
        "flow-narrow");
  save (
      flow (chart_cases_flow_example (), EH_CHART_THEME_LIGHT, 1, 3840, 2160, EH_CHART_LTR, framed),
      "flow-4k");
  save (flow (chart_cases_flow (3, 12, 16, EH_AUDIENCE_PUBLIC, rand), EH_CHART_THEME_LIGHT, 1, 1100,
              640, EH_CHART_LTR, framed),
        "flow-public");
  save (flow (chart_cases_flow (12, 12, 16, EH_AUDIENCE_TEAM, rand), EH_CHART_THEME_DARK, 1, 1280,
              800, EH_CHART_LTR, framed),
        "flow-large");
  save (flow (chart_cases_flow (2, 1, 0, EH_AUDIENCE_TEAM, rand), EH_CHART_THEME_LIGHT, 1, 900, 560,
              EH_CHART_LTR, framed),
        "flow-no-guidance");
}

static void
draw_others (GRand *rand)
{
  static const struct {
    const char *name;
    EhChartThemeKind kind;
    double width;
    double height;
    EhChartDirection direction;
    guint n_groups;
  } looks[] = {
    { "light", EH_CHART_THEME_LIGHT, 960, 600, EH_CHART_LTR, 3 },
    { "dark-rtl", EH_CHART_THEME_DARK, 960, 600, EH_CHART_RTL, 4 },
    { "contrast", EH_CHART_THEME_DARK_CONTRAST, 900, 560, EH_CHART_LTR, 3 },
    { "narrow", EH_CHART_THEME_LIGHT, 360, 640, EH_CHART_LTR, 3 },
    { "4k", EH_CHART_THEME_LIGHT, 3840, 2160, EH_CHART_LTR, 3 },
    { "large", EH_CHART_THEME_LIGHT, 1280, 800, EH_CHART_LTR, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    EhAudience audience = i % 2 ? EH_AUDIENCE_PUBLIC : EH_AUDIENCE_TEAM;
    g_autoptr (EhChartTheme) theme = eh_chart_theme_new (looks[i].kind);
    g_autoptr (EhTimeline) timeline = chart_cases_timeline (looks[i].n_groups, 30, 5, audience,
                                                            rand);
    g_autoptr (EhStageMap) stages = chart_cases_stages (looks[i].n_groups, audience, rand);
    g_autoptr (EhPeople) people = chart_cases_people (looks[i].n_groups, i == 5 ? 300 : 30, 20,
                                                      rand);
    g_autoptr (EhCoderAgreement) agreement = chart_cases_agreement (looks[i].n_groups, 2 + i % 2,
                                                                    audience, rand);
    g_autoptr (EhHours) hours = chart_cases_hours (looks[i].n_groups, audience, rand);
    char *names[] = { g_strdup_printf ("time-%s", looks[i].name),
                      g_strdup_printf ("stages-%s", looks[i].name),
                      g_strdup_printf ("people-%s", looks[i].name),
                      g_strdup_printf ("agreement-%s", looks[i].name),
                      g_strdup_printf ("hours-%s", looks[i].name) };

    save (eh_chart_time_layout (timeline, theme, looks[i].width, looks[i].height,
                                looks[i].direction, EH_CHART_FRAMED, NULL),
          names[0]);
    save (eh_chart_stages_layout (stages, theme, looks[i].width, looks[i].height,
                                  looks[i].direction, EH_CHART_FRAMED, NULL),
          names[1]);
    save (eh_chart_people_layout (people, EH_PEOPLE_INSIGHTS, theme, looks[i].width,
                                  looks[i].height, looks[i].direction, EH_CHART_FRAMED, NULL),
          names[2]);
    save (eh_chart_agreement_layout (agreement, theme, looks[i].width, looks[i].height,
                                     looks[i].direction, EH_CHART_FRAMED, NULL),
          names[3]);
    save (eh_chart_hours_layout (hours, theme, looks[i].width, looks[i].height, looks[i].direction,
                                 EH_CHART_FRAMED, NULL),
          names[4]);
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      g_free (names[j]);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  setlocale (LC_ALL, "");
  folder = argc > 1 ? argv[1] : ".";
  g_mkdir_with_parents (folder, 0755);
  draw_balances (rand);
  draw_maps (rand);
  draw_flows (rand);
  draw_others (rand);
  return 0;
}
