/* Charts as files: the gate, what is inside them, and that painting works on every ground. */

#include "chart-cases.h"
#include "eh-chart-balance.h"
#include "eh-chart-export.h"
#include "eh-chart-map.h"
#include "eh-chart-paint.h"

#include <glib/gstdio.h>

static EhChartLayout *
example (EhAudience audience, EhChartThemeKind kind)
{
  g_autoptr (EhBalance) balance = chart_cases_worked_example ();
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (kind);

  balance->audience = audience;
  return eh_chart_balance_layout (balance, theme, 800, 600, EH_CHART_LTR, EH_CHART_FRAMED, NULL);
}

static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static void
test_gate (void)
{
  g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_TEAM, EH_CHART_THEME_LIGHT);

  for (int format = EH_CHART_FORMAT_SVG; format <= EH_CHART_FORMAT_PDF; format++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (eh_chart_export (layout, (EhChartFormat) format, &error));
    g_assert_error (error, EH_CHART_ERROR, EH_CHART_ERROR_PRIVATE);
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
  GHashTable *seen = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (!g_hash_table_contains (seen, element))
    g_hash_table_insert (seen, g_strdup (element), g_strndup (text, size));
}

static void
test_svg (void)
{
  const GMarkupParser parser = { .text = text_cb };
  g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_PUBLIC, EH_CHART_THEME_LIGHT);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = eh_chart_export (layout, EH_CHART_FORMAT_SVG, &error);
  g_autoptr (GBytes) between = eh_chart_export (layout, EH_CHART_FORMAT_PNG, &error);
  g_autoptr (GBytes) second = eh_chart_export (layout, EH_CHART_FORMAT_SVG, &error);
  g_autofree char *svg = NULL;

  g_assert_no_error (error);
  svg = to_text (first);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_markup_parse_context_parse (context, svg, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpstr (g_hash_table_lookup (seen, "title"), ==, "Voice balance");
  g_assert_nonnull (strstr (g_hash_table_lookup (seen, "desc"), "12 of 22 people"));
  g_assert_nonnull (strstr (svg, "role=\"img\""));
  g_assert_null (strstr (svg, "<image")); /* vectors throughout, hatches too */
}

static void
test_png (void)
{
  g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_PUBLIC, EH_CHART_THEME_DARK);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = eh_chart_export (layout, EH_CHART_FORMAT_PNG, &error);
  gsize size;
  const guint8 *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (data, 4, "\x89PNG", 4);
  /* Width and height of IHDR: two dots to a CSS pixel. */
  g_assert_cmpuint ((guint) (data[18] << 8 | data[19]), ==, 1600);
  g_assert_cmpuint ((guint) (data[22] << 8 | data[23]), ==,
                    (guint) eh_chart_layout_height (layout) * 2);
}

static void
test_pdf (void)
{
  g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_PUBLIC, EH_CHART_THEME_PRINT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = eh_chart_export (layout, EH_CHART_FORMAT_PDF, &error);
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, &size), 5, "%PDF-", 5);
  g_assert_cmpuint (size, >, 1000);
}

/* A page that is covered to the edge, in any look and size, and one that is empty. */
static void
test_pdf_of_any_size (void)
{
  for (guint theme = 0; theme <= EH_CHART_THEME_PRINT; theme++)
    for (guint i = 0; i < 2; i++) {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      g_autoptr (EhCrosstab) crosstab = chart_cases_map (i * 3 + 1, 3, EH_AUDIENCE_PUBLIC, rand);
      g_autoptr (EhChartTheme) look = eh_chart_theme_new ((EhChartThemeKind) theme);
      g_autoptr (EhChartLayout) layout = eh_chart_map_layout (crosstab, look, 640, 480,
                                                              EH_CHART_LTR, EH_CHART_FRAMED, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = eh_chart_export (layout, EH_CHART_FORMAT_PDF, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (EhCrosstab) crosstab = chart_cases_map (40, 60, EH_AUDIENCE_PUBLIC, rand);
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_LIGHT);
  g_autoptr (EhChartLayout) layout = eh_chart_map_layout (crosstab, theme, 360, 600, EH_CHART_LTR,
                                                          EH_CHART_FRAMED, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL;

  g_assert_cmpfloat (eh_chart_layout_height (layout), >, 16000);
  g_assert_null (eh_chart_export (layout, EH_CHART_FORMAT_PNG, &error));
  g_assert_error (error, EH_CHART_ERROR, EH_CHART_ERROR_SIZE);
  g_clear_error (&error);
  svg = eh_chart_export (layout, EH_CHART_FORMAT_SVG, &error);
  g_assert_no_error (error);
}

static void
test_file (void)
{
  g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_PUBLIC, EH_CHART_THEME_LIGHT);
  g_autoptr (EhChartLayout) private_layout = example (EH_AUDIENCE_TEAM, EH_CHART_THEME_LIGHT);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("evenhand-chart-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (eh_chart_export_to_file (layout, EH_CHART_FORMAT_SVG, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &before, NULL, &error));
  g_assert_false (
      eh_chart_export_to_file (private_layout, EH_CHART_FORMAT_SVG, file, NULL, &error));
  g_assert_error (error, EH_CHART_ERROR, EH_CHART_ERROR_PRIVATE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &after, NULL, &error));
  g_assert_cmpstr (before, ==, after);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  EhChartFormat format;

  g_assert_true (eh_chart_format_from_name ("Our Map.PDF", &format, &error));
  g_assert_cmpint (format, ==, EH_CHART_FORMAT_PDF);
  g_assert_false (eh_chart_format_from_name ("map.jpg", &format, &error));
  g_assert_error (error, EH_CHART_ERROR, EH_CHART_ERROR_FORMAT);
}

static gpointer
draw_in_thread (gpointer data)
{
  GBytes *bytes = NULL;

  for (guint i = 0; i < 8; i++) {
    g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_PUBLIC, EH_CHART_THEME_LIGHT);

    g_clear_pointer (&bytes, g_bytes_unref);
    bytes = eh_chart_export (layout, EH_CHART_FORMAT_SVG, NULL);
  }
  return bytes;
}

/* Charts are laid out and painted in workers, several at once, and come out the same. */
static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (GBytes) here = draw_in_thread (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) there = g_thread_join (threads[i]);

    g_assert_true (g_bytes_equal (here, there));
  }
}

/* How many dots of a picture are not of its ground. */
static guint
inked (cairo_surface_t *surface)
{
  const guint32 *first;
  guint n = 0;

  cairo_surface_flush (surface);
  first = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  for (int i = 0;
       i < cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface); i++)
    n += first[i] != first[0];
  return n;
}

static void
test_paint (void)
{
  for (int kind = EH_CHART_THEME_LIGHT; kind <= EH_CHART_THEME_PRINT; kind++) {
    g_autoptr (EhChartLayout) layout = example (EH_AUDIENCE_TEAM, (EhChartThemeKind) kind);
    const EhChartTheme *theme = eh_chart_layout_theme (layout);
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 640);
    cairo_t *cr = cairo_create (surface);

    eh_chart_paint (layout, cr);
    g_assert_cmpuint (inked (surface), >, 5000);
    for (int slot = -1; slot < EH_CHART_THEME_SLOTS; slot++) {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      eh_chart_paint_group_marker (theme, slot, cr, 20, 20, 8);
      g_assert_cmpuint (inked (surface), >, 20);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      eh_chart_paint_category_swatch (theme, slot, cr, 10, 10, 40, 20);
      g_assert_cmpuint (inked (surface), >, 100);
    }
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-export/gate", test_gate);
  g_test_add_func ("/chart-export/svg", test_svg);
  g_test_add_func ("/chart-export/png", test_png);
  g_test_add_func ("/chart-export/pdf", test_pdf);
  g_test_add_func ("/chart-export/pdf-of-any-size", test_pdf_of_any_size);
  g_test_add_func ("/chart-export/too-large", test_too_large);
  g_test_add_func ("/chart-export/file", test_file);
  g_test_add_func ("/chart-export/names", test_names);
  g_test_add_func ("/chart-export/threads", test_threads);
  g_test_add_func ("/chart-export/paint", test_paint);
  return g_test_run ();
}
