/* What the charts of a project cost: counting, beside a query of SQLite's that counts the same;
 * drawing, beside cairo drawing as many shapes and words.
 *
 * Usage: bench-charts PROJECT
 *
 * Prints three lines of "OURS FLOOR", in milliseconds: counting both charts, drawing voice balance,
 * drawing the power map. */

#include "eh-job-chart.h"
#include "eh-measures.h"
#include "eh-reader.h"

#include <cairo.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <sqlite3.h>
#include <stdio.h>

#define TRIES 3

static const char
    by_group[] = "SELECT p.role_group_id, count(*) FROM contributor c JOIN participant p"
                 " ON p.id = c.participant_id GROUP BY 1";
static const char by_group_and_category
    [] = "SELECT p.role_group_id, coalesce (k.parent_id, k.id), count(*) FROM mapping m"
         " JOIN contributor c USING (insight_id) JOIN participant p ON p.id = c.participant_id"
         " JOIN category k ON k.id = m.category_id GROUP BY 1, 2";

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static EhDataset *
load (const char *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (project, NULL, &error);
  EhDataset *dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;

  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

static double
our_count (EhDataset *dataset)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (EhBalance) balance = eh_balance_new (dataset, NULL);
    g_autoptr (EhCrosstab) map = eh_crosstab_new (dataset, (EhAxis){ EH_AXIS_ROLE_GROUP, 0 },
                                                  (EhAxis){ EH_AXIS_CATEGORY, 0 }, NULL);

    best = MIN (best, since (start));
  }
  return best;
}

static void
query (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    ;
  sqlite3_finalize (stmt);
}

static double
floor_count (const char *project)
{
  double best = G_MAXDOUBLE;
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (project, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; i < TRIES; i++) {
    gint64 start = g_get_monotonic_time ();

    query (db, by_group);
    query (db, by_group_and_category);
    best = MIN (best, since (start));
  }
  sqlite3_close (db);
  return best;
}

static double
our_drawing (EhPublicDataset *gate, EhJobChartKind kind, EhChartLayout **layout)
{
  EhJobChartOptions options;
  double best = G_MAXDOUBLE;

  eh_job_chart_options_init (&options, kind);
  *layout = NULL;
  for (guint i = 0; i <= TRIES; i++) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (GBytes) png = NULL;

    g_clear_pointer (layout, eh_chart_layout_unref);
    *layout = eh_job_chart_layout (gate, &options);
    png = eh_chart_export (*layout, EH_CHART_FORMAT_PNG, NULL);
    g_assert_nonnull (png);
    best = MIN (best, since (start));
  }
  return best;
}

static cairo_status_t
count_bytes (void *count, const unsigned char *data, unsigned int length)
{
  *(gsize *) count += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (const EhChartLayout *layout)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) eh_chart_layout_width (layout) * 2,
                                                         (int) eh_chart_layout_height (layout) * 2);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *text = pango_cairo_create_layout (cr);
  gsize n_bytes = 0;

  cairo_scale (cr, 2.0, 2.0);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.2, 0.3, 0.4);
  for (guint i = 0; i < eh_chart_layout_n_marks (layout); i++) {
    const EhChartBox *box = &eh_chart_layout_mark (layout, i)->box;

    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    cairo_stroke (cr);
  }
  for (guint i = 0; i < eh_chart_layout_n_labels (layout); i++) {
    const EhChartLabel *label = eh_chart_layout_label (layout, i);

    pango_layout_set_text (text, label->text, -1);
    cairo_move_to (cr, label->box.x, label->box.y);
    pango_cairo_show_layout (cr, text);
  }
  cairo_surface_write_to_png_stream (surface, count_bytes, &n_bytes);
  g_object_unref (text);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
floor_drawing (const EhChartLayout *layout)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++) {
    gint64 start = g_get_monotonic_time ();

    draw (layout);
    best = MIN (best, since (start));
  }
  return best;
}

int
main (int argc, char **argv)
{
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhPublicDataset) gate = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;
  dataset = load (argv[1]);
  printf ("%.3f %.3f\n", our_count (dataset), floor_count (argv[1]));
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  for (EhJobChartKind kind = EH_JOB_CHART_BALANCE; kind <= EH_JOB_CHART_MAP; kind++) {
    g_autoptr (EhChartLayout) layout = NULL;
    double ours = our_drawing (gate, kind, &layout);

    printf ("%.3f %.3f\n", ours, floor_drawing (layout));
  }
  return 0;
}
