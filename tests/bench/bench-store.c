/* What one thing that people do costs in the store, beside what SQLite alone costs for the same.
 *
 * Usage: bench-store insight FOLDER    records insights one by one in a new project
 *        bench-store search PROJECT    types words letter by letter into a search of the project
 *
 * Prints "OURS FLOOR", in milliseconds: the median of one insight, the slowest key of the search.
 */

#include "eh-contributor.h"
#include "eh-insight-edit.h"
#include "eh-job-project.h"
#include "eh-participant.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#define N_INSIGHTS 200

static const char *const typed[] = { "people", "agenda", "council money", "we were not asked" };

static void
stop_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
check (int rc, sqlite3 *db)
{
  if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[n / 2];
}

/* As the window does it: a draft with a person and two categories, recorded in the working copy. */
static double
our_insight (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "insight.evenhand", NULL);
  g_autoptr (EhStore) store = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) categories = NULL;
  double times[N_INSIGHTS];

  eh_job_new_project (path, "Bench", NULL, TRUE, &error);
  stop_on (error);
  store = eh_store_open_working_copy (path, &error);
  stop_on (error);
  eh_insight_add_person (store, "Asha Owainson", EH_ID_NONE, &error);
  stop_on (error);
  people = eh_reader_list (eh_store_get_db (store), &eh_participant_row_type);
  categories = eh_reader_list (eh_store_get_db (store), &eh_category_row_type);
  for (guint i = 0; i < N_INSIGHTS; i++) {
    g_autoptr (EhInsight) draft = eh_insight_new ();
    g_autoptr (EhContributor) contributor = eh_contributor_new ();
    g_autoptr (GPtrArray) contributors = g_ptr_array_new ();
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
    gint64 start;

    g_free (draft->text);
    draft->text = g_strdup_printf ("The meeting was at a time when carers cannot come, %u", i);
    contributor->participant_id = eh_row_id (people->pdata[i % people->len]);
    g_ptr_array_add (contributors, contributor);
    for (guint k = 0; k < 2; k++) {
      EhId id = eh_row_id (categories->pdata[(i + k) % categories->len]);

      g_array_append_val (ids, id);
    }
    start = g_get_monotonic_time ();
    eh_insight_record (store, draft, contributors, ids, "Bench", &error);
    times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    stop_on (error);
  }
  eh_store_close (store);
  return median (times, N_INSIGHTS);
}

/* The same words into a table and its index, one durable transaction each. */
static double
floor_insight (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "floor.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  double times[N_INSIGHTS];

  check (sqlite3_open (path, &db), db);
  check (sqlite3_exec (db,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                       "CREATE TABLE insight (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
                       "CREATE VIRTUAL TABLE words USING fts5 (text, content = 'insight',"
                       " content_rowid = 'id');"
                       "CREATE TRIGGER t AFTER INSERT ON insight BEGIN"
                       " INSERT INTO words (rowid, text) VALUES (new.id, new.text); END",
                       NULL, NULL, NULL),
         db);
  check (sqlite3_prepare_v2 (db, "INSERT INTO insight (text) VALUES (?)", -1, &stmt, NULL), db);
  for (guint i = 0; i < N_INSIGHTS; i++) {
    g_autofree char *text = g_strdup_printf (
        "The meeting was at a time when carers cannot come, %u", i);
    gint64 start = g_get_monotonic_time ();

    sqlite3_bind_text (stmt, 1, text, -1, SQLITE_STATIC);
    check (sqlite3_step (stmt), db);
    check (sqlite3_reset (stmt), db);
    times[i] = (double) (g_get_monotonic_time () - start) / 1000;
  }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return median (times, N_INSIGHTS);
}

/* A screenful at each key, as the list shows it before it knows the rest. */
static double
our_key (EhDb *db, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 start = g_get_monotonic_time ();
  double spent;

  query->words = g_strdup (words);
  ids = eh_insight_query_ids (db, query, 200, &error);
  spent = (double) (g_get_monotonic_time () - start) / 1000;
  stop_on (error);
  return spent;
}

static double
floor_key (sqlite3 *db, sqlite3_stmt *stmt, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GString *match = g_string_new (NULL);
  gint64 start = 0;
  double spent;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (match, "\"%s\"* ", parts[i]);
  start = g_get_monotonic_time ();
  sqlite3_bind_text (stmt, 1, match->str, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_int64 (stmt, 0);
  check (sqlite3_reset (stmt), db);
  spent = (double) (g_get_monotonic_time () - start) / 1000;
  g_string_free (match, TRUE);
  return spent;
}

static void
search (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) ours = eh_reader_open (path, NULL, &error);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  double slowest = 0, floor = 0;

  stop_on (error);
  check (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), db);
  check (sqlite3_prepare_v2 (db,
                             "SELECT rowid FROM insight_words WHERE insight_words MATCH ?"
                             " ORDER BY rowid DESC LIMIT 200",
                             -1, &stmt, NULL),
         db);
  for (guint w = 0; w < G_N_ELEMENTS (typed); w++)
    for (gsize length = 1; length <= strlen (typed[w]); length++) {
      g_autofree char *words = g_strndup (typed[w], length);
      double best = G_MAXDOUBLE, best_floor = G_MAXDOUBLE;

      for (guint again = 0; again < 3; again++) {
        best = MIN (best, our_key (ours, words));
        best_floor = MIN (best_floor, floor_key (db, stmt, words));
      }
      g_debug ("%s: %.2f ms, alone %.2f ms", words, best, best_floor);
      slowest = MAX (slowest, best);
      floor = MAX (floor, best_floor);
    }
  g_print ("%.3f %.3f\n", slowest, floor);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 3 && g_str_equal (argv[1], "insight")) {
    double ours = our_insight (argv[2]);

    g_print ("%.3f %.3f\n", ours, floor_insight (argv[2]));
  } else if (argc == 3 && g_str_equal (argv[1], "search")) {
    search (argv[2]);
  } else {
    g_printerr ("usage: bench-store insight FOLDER | search PROJECT\n");
    return 2;
  }
  return 0;
}
