/* What the targets share that read whole projects. */

#include "fuzz-projects.h"

#include "fault-project.h"
#include "fuzz.h"

#include "eh-db.h"
#include "eh-disclosure.h"
#include "eh-history.h"
#include "eh-insight-query.h"
#include "eh-integrity.h"
#include "eh-overview.h"
#include "eh-schema.h"

#include <string.h>

/**
 * fuzz_project_seed:
 * @with_history: whether it has been worked on
 *
 * Returns: (transfer full): a small project as bytes; its pages are small too, so that few bytes
 * hold something of everything
 */
GBytes *
fuzz_project_seed (gboolean with_history)
{
  g_autofree char *path = g_build_filename (fuzz_folder (), "seed", NULL);
  g_autofree char *small = g_build_filename (fuzz_folder (), "small", NULL);
  g_autoptr (EhStore) store = NULL;
  char *bytes = NULL;
  gsize size;
  EhStmt s;

  fuzz_forget ("seed");
  fuzz_forget ("small");
  store = fault_project_new (path);
  if (with_history) {
    g_assert_true (fault_map (store, 1, NULL));
    g_assert_true (fault_edit (store, 2, NULL));
    g_assert_true (fault_remove (store, 3, NULL));
    g_assert_true (fault_erase (store, 2, NULL));
    g_assert_true (fault_map (store, 9, NULL));
    g_assert_true (eh_store_undo (store, NULL));
  }
  g_assert_true (eh_db_exec (eh_store_get_db (store), "PRAGMA page_size = 512", NULL));
  s = eh_db_prepare (eh_store_get_db (store), "VACUUM INTO ?");
  eh_stmt_bind_text (&s, small);
  g_assert_true (eh_stmt_run (&s, NULL));
  g_assert_true (g_file_get_contents (small, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

static void
put_be32 (guint8 *at, guint32 value)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8) (value >> (24 - 8 * i));
}

/**
 * fuzz_project_with_our_head:
 * @data: bytes
 * @size: how many
 *
 * Returns: (transfer full): the same with a head that is let in at the door (SQLite's file format,
 * 1.3): what is interesting comes after it
 */
guint8 *
fuzz_project_with_our_head (const guint8 *data, gsize size)
{
  guint8 *copy = g_memdup2 (data, size);

  if (size < 100)
    return copy;
  memcpy (copy, "SQLite format 3", 16);
  put_be32 (copy + 68, EH_SCHEMA_APPLICATION_ID);
  if (copy[60] != 0 || copy[61] != 0 || copy[62] != 0 || copy[63] > EH_SCHEMA_VERSION)
    put_be32 (copy + 60, EH_SCHEMA_VERSION);
  return copy;
}

static void
search (EhDb *db, const char *words)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) ids = NULL;

  g_free (query->words);
  query->words = g_strdup (words);
  ids = eh_insight_query_ids (db, query, 50, NULL);
}

static void
publish (EhDb *db)
{
  EhDisclosurePolicy policy = { 0 };
  g_autoptr (EhDataset) dataset = eh_reader_load_dataset (db, NULL);
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (GPtrArray) insights = NULL;
  g_autoptr (EhBalance) balance = NULL;
  g_autoptr (EhPublicCredits) credits = NULL;
  EhFilter filter = { 0 };

  if (dataset == NULL)
    return;
  public = eh_disclosure_apply (dataset, &policy, NULL);
  insights = eh_public_dataset_insights (public, &filter);
  balance = eh_public_dataset_balance (public, &filter);
  credits = eh_public_dataset_credits (public);
}

/**
 * fuzz_project_use:
 * @store: a project that was let in
 *
 * Does with it what a person would: reads everything, searches, reports, goes through the history,
 * and works on.
 */
void
fuzz_project_use (EhStore *store)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GArray) rows = NULL;

  faults = eh_integrity_faults (db, NULL);
  search (db, "corridor");
  search (db, "a b* \"c");
  publish (db);
  for (guint i = 0; steps != NULL && i < steps->len; i++) {
    g_clear_pointer (&rows, g_array_unref);
    rows = eh_history_what (db, ((EhHistoryStep *) steps->pdata[i])->seq, NULL);
  }
  for (guint i = 0; i < 6 && eh_store_undo (store, NULL); i++)
    ;
  for (guint i = 0; i < 3 && eh_store_redo (store, NULL); i++)
    ;
  fault_add (store, 1, NULL);
  fault_map (store, 2, NULL);
  fault_remove (store, 0, NULL);
  fault_erase (store, 3, NULL);
}
