/* Any bytes at all, as a step of the history: listed, joined, erased from, taken back and done
 * again. A step that does not apply changes nothing. */

#include "fault-project.h"
#include "fuzz-projects.h"
#include "fuzz.h"

#include "eh-changeset-filter.h"
#include "eh-changeset.h"
#include "eh-db.h"
#include "eh-history.h"

#include <string.h>

static GBytes *project;
static EhStore *store;

static void
start (void)
{
  g_autofree char *path = NULL;

  project = fuzz_project_seed (TRUE);
  path = fuzz_file ("history", g_bytes_get_data (project, NULL), g_bytes_get_size (project));
  store = eh_store_open_working_copy (path, NULL);
  g_assert_nonnull (store);
  eh_db_exec (eh_store_get_db (store), "PRAGMA synchronous = OFF", NULL);
}

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) steps = NULL;

  start ();
  steps = eh_history_list (eh_store_get_db (store), 0, NULL);
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (seeds, eh_history_changes (eh_store_get_db (store),
                                                ((EhHistoryStep *) steps->pdata[i])->seq, NULL));
  return seeds;
}

/* In a transaction that is always taken back. */
static void
apply (GBytes *changes, gboolean inverted)
{
  EhDb *db = eh_store_get_db (store);

  g_assert_true (eh_db_exec (db, "BEGIN IMMEDIATE", NULL));
  if (eh_changeset_apply (db, changes, inverted, NULL))
    eh_db_value (db, "SELECT count (*) FROM pragma_foreign_key_check", 0);
  g_assert_true (eh_db_exec (db, "ROLLBACK", NULL));
}

/* Every other text is another then. */
static char *
reword_cb (
    const EhRowType *type, EhId id, const EhField *field, const char *text, gconstpointer data)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return strlen (text) % 2 == 0 ? g_strconcat (text, text, "#", NULL) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) changes = g_bytes_new (data, size);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) back = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) joined = NULL;
  g_autoptr (GBytes) reworded = NULL;
  gint64 person = fault_project_person (1);
  gboolean touched;

  if (store == NULL)
    start ();
  if (!eh_changeset_is_sound (changes))
    return 0;
  there = eh_changeset_list (changes, FALSE);
  back = eh_changeset_list (changes, TRUE);
  for (guint i = 0; i < there->len && i < 2; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (there, EhChange, i).id, sizeof (gint64)));
  g_hash_table_add (ids, g_memdup2 (&person, sizeof person));
  without = eh_changeset_without (changes, ids, &touched);
  reworded = eh_changeset_reworded (changes, reword_cb, NULL, &touched);
  g_assert_true (eh_changeset_is_sound (reworded));
  joined = eh_changeset_join (changes, changes, eh_store_get_db (store), NULL);
  apply (changes, FALSE);
  apply (changes, TRUE);
  return 0;
}
