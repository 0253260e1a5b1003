/* What it takes to show each chart of a large project after one change, from the moment that the
 * change is safe to a layout that is ready to be painted: the project in memory is brought up to
 * date, counted and laid out. Beside it a query of SQLite's that counts the same.
 *
 * Usage: bench-change PROJECT
 *
 * Fills the project with what charts show, and prints a line "CHART OURS COUNTING FLOOR" for each,
 * in milliseconds; COUNTING is the part of OURS that counts. */

#include "eh-chart-agreement.h"
#include "eh-chart-balance.h"
#include "eh-chart-flow.h"
#include "eh-chart-hours.h"
#include "eh-chart-map.h"
#include "eh-chart-people.h"
#include "eh-chart-stages.h"
#include "eh-chart-time.h"
#include "eh-measures.h"
#include "eh-reader.h"
#include "eh-store.h"

#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

#define TRIES           5
#define RECOMMENDATIONS 16
#define WIDTH           1600
#define HEIGHT          900

#define BY_GROUP                                                                                   \
  "SELECT p.role_group_id, count(*), count(DISTINCT p.id) FROM contributor c"                      \
  " JOIN participant p ON p.id = c.participant_id GROUP BY 1"
#define BY_GROUP_AND_CATEGORY                                                                      \
  "SELECT p.role_group_id, coalesce (k.parent_id, k.id), count(*), count(DISTINCT p.id)"           \
  " FROM mapping m JOIN contributor c USING (insight_id) JOIN participant p"                       \
  " ON p.id = c.participant_id JOIN category k ON k.id = m.category_id GROUP BY 1, 2"

typedef struct {
  const char *name;
  const char *query;
  gpointer (*count) (EhDataset *dataset);
  EhChartLayout *(*lay_out) (gconstpointer numbers, const EhChartTheme *theme);
  GDestroyNotify free;
} Chart;

#define CHART(name, Type, unref, new_numbers)                                                      \
  static gpointer count_##name (EhDataset *dataset)                                                \
  {                                                                                                \
    return new_numbers;                                                                            \
  }                                                                                                \
  static EhChartLayout *lay_out_##name (gconstpointer numbers, const EhChartTheme *theme)          \
  {                                                                                                \
    return eh_chart_##name##_layout ((Type *) numbers, theme, WIDTH, HEIGHT, EH_CHART_LTR, 0,      \
                                     NULL);                                                        \
  }                                                                                                \
  static void free_##name (gpointer numbers)                                                       \
  {                                                                                                \
    unref (numbers);                                                                               \
  }

CHART (balance, EhBalance, eh_balance_unref, eh_balance_new (dataset, NULL))
CHART (map,
       EhCrosstab,
       eh_crosstab_unref,
       eh_crosstab_new (
           dataset, (EhAxis){ EH_AXIS_ROLE_GROUP, 0 }, (EhAxis){ EH_AXIS_CATEGORY, 0 }, NULL))
CHART (flow, EhFlow, eh_flow_unref, eh_flow_new (dataset, NULL))
CHART (time, EhTimeline, eh_timeline_unref, eh_timeline_new (dataset, NULL))
CHART (stages, EhStageMap, eh_stage_map_unref, eh_stage_map_new (dataset))
CHART (hours, EhHours, eh_hours_unref, eh_hours_new (dataset, NULL))
CHART (agreement,
       EhCoderAgreement,
       eh_coder_agreement_unref,
       eh_coder_agreement_new (dataset, NULL))
#define eh_chart_people_layout(numbers, ...)                                                       \
  eh_chart_people_layout (numbers, EH_PEOPLE_INSIGHTS, __VA_ARGS__)
CHART (people, EhPeople, eh_people_unref, eh_people_new (dataset, NULL))

#define IS(name, query)                                                                            \
  {                                                                                                \
#name, query, count_##name, lay_out_##name, free_##name                                        \
  }
static const Chart charts[] = {
  IS (balance, BY_GROUP),
  IS (map, BY_GROUP_AND_CATEGORY),
  IS (flow,
      BY_GROUP_AND_CATEGORY "; SELECT e.block_id, m.category_id, count(*) FROM evidence e"
                            " JOIN mapping m USING (insight_id) GROUP BY 1, 2"),
  IS (time,
      "SELECT p.role_group_id, i.said_at / 60, count(*) FROM contributor c JOIN insight i"
      " ON i.id = c.insight_id JOIN participant p ON p.id = c.participant_id GROUP BY 1, 2"),
  IS (people, "SELECT participant_id, count(*) FROM contributor GROUP BY 1"),
  IS (stages,
      "SELECT p.role_group_id, i.workshop_id, count(*) FROM contributor c JOIN insight i"
      " ON i.id = c.insight_id JOIN participant p ON p.id = c.participant_id GROUP BY 1, 2"),
  IS (hours, BY_GROUP),
  IS (agreement,
      "SELECT insight_id, category_id, count(DISTINCT coder) FROM mapping GROUP BY 1, 2"),
};

/* Of this thread, in microseconds: what else the machine does is not ours. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
since (gint64 start)
{
  return (double) (now () - start) / 1000.0;
}

static void
put (EhStore *store, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  if (!eh_store_put (store, type, row, &error))
    g_error ("%s", error->message);
}

static void
place (EhStore *store, EhDataset *dataset, guint insight, guint category, const char *coder)
{
  g_autoptr (EhMapping) row = eh_mapping_new ();

  row->id = eh_id_new ();
  row->insight_id = eh_row_id (dataset->insights->pdata[insight]);
  row->category_id = eh_row_id (dataset->categories->pdata[category % dataset->categories->len]);
  g_free (row->coder);
  row->coder = g_strdup (coder);
  put (store, &eh_mapping_row_type, row);
}

static void
recommend (EhStore *store, EhDataset *dataset, EhId guidance_id, guint number)
{
  g_autoptr (EhBlock) block = eh_block_new ();

  block->id = eh_id_new ();
  block->guidance_id = guidance_id;
  block->kind = EH_BLOCK_KIND_RECOMMENDATION;
  g_free (block->text);
  block->text = g_strdup_printf ("What is to be done, %u", number);
  put (store, &eh_block_row_type, block);
  for (guint i = number; i < dataset->insights->len; i += 50 * RECOMMENDATIONS) {
    g_autoptr (EhEvidence) row = eh_evidence_new ();

    row->block_id = block->id;
    row->insight_id = eh_row_id (dataset->insights->pdata[i]);
    row->id = eh_id_from_pair ("evidence", row->block_id, row->insight_id);
    put (store, &eh_evidence_row_type, row);
  }
}

/* Every insight is placed by one, every third by two who do not always agree; some are used. */
static void
furnish (EhStore *store, EhDataset *dataset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();

  if (!eh_store_begin (store, "Furnished", &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < dataset->insights->len; i++) {
    place (store, dataset, i, i, "First");
    if (i % 3 == 0)
      place (store, dataset, i, i + (i % 4 == 0), "Second");
  }
  guidance->id = dataset->guidances->len > 0 ? eh_row_id (dataset->guidances->pdata[0])
                                             : eh_id_new ();
  if (dataset->guidances->len == 0)
    put (store, &eh_guidance_row_type, guidance);
  for (guint i = 0; i < RECOMMENDATIONS; i++)
    recommend (store, dataset, guidance->id, i);
  if (!eh_store_commit (store, &error))
    g_error ("%s", error->message);
}

static void
changed_cb (EhStore *store, GArray *changes, GArray **seen)
{
  g_clear_pointer (seen, g_array_unref);
  *seen = g_array_ref (changes);
}

static double
floor_of (const char *project, const char *sql)
{
  double best = G_MAXDOUBLE;
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (project, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; i < TRIES; i++) {
    gint64 start = now ();

    if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
      g_error ("%s", sqlite3_errmsg (db));
    best = MIN (best, since (start));
  }
  sqlite3_close (db);
  return best;
}

static void
measure (const Chart *chart, EhStore *store, EhDataset **dataset, GArray **changes)
{
  g_autoptr (EhChartTheme) theme = eh_chart_theme_new (EH_CHART_THEME_LIGHT);
  double best = G_MAXDOUBLE;
  double best_count = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EhDb) db = NULL;
    g_autoptr (EhChartLayout) layout = NULL;
    EhDataset *after;
    gpointer numbers;
    gint64 start, counting;

    if (!eh_store_begin (store, "Placed", &error))
      g_error ("%s", error->message);
    place (store, *dataset, i, i + 1, "Third");
    if (!eh_store_commit (store, &error))
      g_error ("%s", error->message);
    start = now ();
    db = eh_reader_open (eh_store_get_path (store), NULL, &error);
    after = db != NULL ? eh_reader_update_dataset (db, *dataset, *changes, &error) : NULL;
    if (after == NULL)
      g_error ("%s", error->message);
    counting = now ();
    numbers = chart->count (after);
    best_count = MIN (best_count, since (counting));
    layout = chart->lay_out (numbers, theme);
    best = MIN (best, since (start));
    chart->free (numbers);
    eh_dataset_unref (*dataset);
    *dataset = after;
  }
  printf ("%s %.3f %.3f %.3f\n", chart->name, best, best_count,
          floor_of (eh_store_get_path (store), chart->query));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (GArray) changes = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;
  store = eh_store_open (argv[1], &error);
  if (store != NULL)
    dataset = eh_reader_load_dataset (eh_store_get_db (store), &error);
  if (dataset == NULL)
    g_error ("%s", error->message);
  furnish (store, dataset);
  g_clear_pointer (&dataset, eh_dataset_unref);
  dataset = eh_reader_load_dataset (eh_store_get_db (store), &error);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &changes);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    measure (&charts[i], store, &dataset, &changes);
  return 0;
}
