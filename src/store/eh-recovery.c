/* Brings what can be read of a damaged file into a new one. The damaged file is copied first and
 * only the copy is opened. Each row is put into the new file as it is, and the new file's own rules
 * (types, words of a list) refuse what makes no sense; then references are settled; then the
 * history is kept if it can still be walked to its beginning.
 *
 * Where a table is not whole, or not even found, its rows are looked for on every page
 * (eh-strays.h).
 *
 * Only rows that are live in the damaged file come: nothing out of free pages, and nothing that is
 * remembered as erased. From another copy, a backup, come only rows that the damaged file still
 * names: in an index, by a part of the row, or in a row that refers to it. */

#include "eh-recovery.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-dataset.h"
#include "eh-first-rows.h"
#include "eh-received.h"
#include "eh-recovery-history.h"
#include "eh-recovery-merges.h"
#include "eh-recovery-references.h"
#include "eh-recovery-source.h"
#include "eh-row-store.h"
#include "eh-salvage.h"
#include "eh-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables that hold no rows of the model, with what is read of them. */
static const char *const erased_columns[] = { "id", "table_name", "erased_at", NULL };
static const char *const copy_columns[] = { "id", "generation", "confirmed", "saved_at", NULL };
static const char *const history_columns[] = { "seq",    "guid",        "label",     "made_at",
                                               "device", "author",      "merge_key", "n_rows",
                                               "state",  "undone_guid", "changes",   "erasing",
                                               NULL };

typedef struct {
  EhRecovery *result;
  EhRecoverySource *source;
  EhStrays *strays; /* (nullable): not looked for yet */
  EhDb *to;
  GHashTable *erased;
  GHashTable *lost; /* (element-type EhRowType GHashTable): keys that are still named */
} Run;

/* A table on its way from one file to the other. */
typedef struct {
  EhDb *to;
  GHashTable *erased; /* (nullable) */
  char *insert;
  guint n_columns;
  guint kept;
  guint skipped;       /* erased ones, which do not count */
  GHashTable *tried;   /* (element-type gint64): keys that were come by before */
  GHashTable *refused; /* (element-type gint64): keys of what makes no sense */
  int failure;
} Passage;

void
eh_recovery_free (EhRecovery *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->counts);
  g_free (self);
}

static GHashTable *
key_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
bind_value (EhStmt *to, EhStmt *from, int column, GPtrArray *texts)
{
  switch (sqlite3_column_type (from->stmt, column)) {
  case SQLITE_INTEGER:
    eh_stmt_bind_int (to, eh_stmt_int (from, column));
    break;
  case SQLITE_FLOAT:
    eh_stmt_bind_real (to, eh_stmt_real (from, column));
    break;
  case SQLITE_TEXT:
    g_ptr_array_add (texts, eh_stmt_dup_text (from, column));
    eh_stmt_bind_text (to, texts->pdata[texts->len - 1]);
    break;
  case SQLITE_BLOB:
    eh_stmt_bind_blob (to, sqlite3_column_blob (from->stmt, column),
                       (gsize) sqlite3_column_bytes (from->stmt, column));
    break;
  default:
    eh_stmt_bind_null (to);
  }
}

static void
add_key (GHashTable *keys, gint64 key)
{
  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

static void
add_keys (GHashTable *keys, GHashTable *more)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_key (keys, *(gint64 *) key);
}

/* Nobody can type a zero byte: it stands where the rest of a text was wiped, which would pass for a
 * shorter one. */
static gboolean
is_wiped (EhStmt *from, guint n_columns)
{
  for (int i = 0; i < (int) n_columns; i++)
    if (sqlite3_column_type (from->stmt, i) == SQLITE_TEXT) {
      const void *text = sqlite3_column_text (from->stmt, i);

      if (text != NULL && memchr (text, 0, (gsize) sqlite3_column_bytes (from->stmt, i)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
insert_row (Passage *passage, EhStmt *from)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  EhStmt to;
  int rc;

  if (is_wiped (from, passage->n_columns))
    return SQLITE_CONSTRAINT;
  to = eh_db_prepare (passage->to, passage->insert);
  for (guint i = 0; i < passage->n_columns; i++)
    bind_value (&to, from, (int) i, texts);
  eh_stmt_step (&to);
  rc = to.rc;
  eh_stmt_finish (&to, NULL);
  return rc;
}

/* What the new file's rules refuse is no row any more; everything else that goes wrong is the new
 * file's trouble, and ends it. */
static gboolean
take (EhStmt *from, gpointer data)
{
  Passage *passage = data;
  gint64 key = eh_stmt_int (from, 0);
  int rc;

  if (!g_hash_table_add (passage->tried, g_memdup2 (&key, sizeof key)))
    return TRUE;
  if (passage->erased != NULL && g_hash_table_contains (passage->erased, &key)) {
    passage->skipped++;
    return TRUE;
  }
  rc = insert_row (passage, from);
  if (rc == SQLITE_DONE)
    passage->kept++;
  else if ((rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_MISMATCH)
    add_key (passage->refused, key);
  else
    passage->failure = rc;
  return passage->failure == SQLITE_OK;
}

static void
passage_init (Passage *self, Run *run, gboolean mind_erased)
{
  *self = (Passage){ .to = run->to, .erased = mind_erased ? run->erased : NULL };
  self->tried = key_set ();
  self->refused = key_set ();
}

static void
passage_clear (Passage *self)
{
  g_clear_pointer (&self->tried, g_hash_table_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passage, passage_clear)

static GHashTable *
columns_in (EhDb *db, const char *table)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EhStmt s = eh_db_prepare (db, "SELECT name FROM pragma_table_info (?)");

  eh_stmt_bind_text (&s, table);
  while (eh_stmt_step (&s))
    g_hash_table_add (names, eh_stmt_dup_text (&s, 0));
  eh_stmt_finish (&s, NULL);
  return names;
}

/* A file of an earlier format has fewer columns. */
static GStrv
shared_columns (EhDb *db, const char *table, const char *const *wanted)
{
  g_autoptr (GHashTable) there = columns_in (db, table);
  g_autoptr (GStrvBuilder) shared = g_strv_builder_new ();

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_hash_table_contains (there, wanted[i]))
      g_strv_builder_add (shared, wanted[i]);
  return g_strv_builder_end (shared);
}

static gboolean
is_earlier_format (EhDb *db)
{
  return db != NULL &&
         eh_db_value (db, "PRAGMA user_version", EH_SCHEMA_VERSION) < EH_SCHEMA_VERSION;
}

static GStrv
columns_of_type (const EhRowType *type)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < type->n_fields; i++)
    g_strv_builder_add (names, type->fields[i].name);
  return g_strv_builder_end (names);
}

static char *
insert_sql (const char *table, char **columns)
{
  g_autofree char *names = g_strjoinv (", ", columns);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (", table, names);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* From one connection to the new file. */
static gboolean
bring_from_db (Run *run,
               EhDb *from,
               const char *table,
               const char *const *wanted,
               Passage *passage,
               EhSalvageCount *count,
               GError **error)
{
  g_auto (GStrv) columns = shared_columns (from, table, wanted);
  g_autofree char *insert = NULL;
  gboolean ok;

  *count = (EhSalvageCount){ .lost = key_set () };
  /* An earlier format has fewer tables, too. */
  count->whole = count->certain = columns[0] == NULL && is_earlier_format (from);
  if (columns[0] == NULL || !g_str_equal (columns[0], wanted[0]))
    return TRUE;
  eh_salvage_count_clear (count);
  passage->insert = insert = insert_sql (table, columns);
  passage->n_columns = g_strv_length (columns);
  ok = eh_salvage_table (from, table, (const char *const *) columns, take, passage, count);
  passage->insert = NULL;
  return ok || eh_db_set_error (run->to, passage->failure, table, error);
}

/* What a walk through the table did not come to. A row of which a part is missing is still named by
 * that. */
static gboolean
bring_strays (Run *run,
              const char *table,
              const char *const *wanted,
              Passage *passage,
              EhSalvageCount *count,
              GError **error)
{
  g_auto (EhSalvageCount) found = { 0 };

  if (run->strays == NULL)
    run->strays = eh_recovery_source_find_strays (run->source, run->to, error);
  if (run->strays == NULL ||
      !bring_from_db (run, eh_strays_get_db (run->strays), table, wanted, passage, &found, error))
    return FALSE;
  run->result->n_unsure = eh_strays_n_unsure (run->strays);
  add_keys (count->lost, eh_strays_get_cut (run->strays, table));
  return TRUE;
}

static void
remove_keys (GHashTable *keys, GHashTable *others)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (others, key))
      g_hash_table_iter_remove (&iter);
}

static gboolean
bring_table (Run *run,
             const char *table,
             const char *const *wanted,
             gboolean mind_erased,
             Passage *passage,
             EhSalvageCount *count,
             GError **error)
{
  passage_init (passage, run, mind_erased);
  if (run->source->db == NULL)
    *count = (EhSalvageCount){ .lost = key_set () };
  else if (!bring_from_db (run, run->source->db, table, wanted, passage, count, error))
    return FALSE;
  if (!count->whole && eh_strays_knows (table) &&
      !bring_strays (run, table, wanted, passage, count, error))
    return FALSE;
  remove_keys (count->lost, passage->tried);
  count->known = MAX (count->known,
                      g_hash_table_size (passage->tried) + g_hash_table_size (count->lost));
  add_keys (count->lost, passage->refused);
  return TRUE;
}

static void
load_erased (Run *run)
{
  EhStmt s = eh_db_prepare (run->to, "SELECT id FROM erased");

  while (eh_stmt_step (&s)) {
    gint64 id = eh_stmt_int (&s, 0);

    g_hash_table_add (run->erased, g_memdup2 (&id, sizeof id));
  }
  eh_stmt_finish (&s, NULL);
}

static gboolean
bring_erased (Run *run, GError **error)
{
  g_auto (EhSalvageCount) count = { 0 };
  g_auto (Passage) passage = { 0 };

  if (!bring_table (run, "erased", erased_columns, FALSE, &passage, &count, error))
    return FALSE;
  run->result->erasures_lost = !count.whole || passage.kept < count.known;
  load_erased (run);
  return TRUE;
}

static guint
remove_erased_keys (Run *run, GHashTable *keys)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (run->erased, key)) {
      g_hash_table_iter_remove (&iter);
      n++;
    }
  return n;
}

static gboolean
bring_rows (Run *run, const EhRowType *type, GError **error)
{
  g_auto (GStrv) wanted = columns_of_type (type);
  g_auto (EhSalvageCount) count = { 0 };
  EhRecoveryCount said = { type, 0, 0, FALSE };
  g_auto (Passage) passage = { 0 };
  guint n_erased;

  if (!bring_table (run, type->table, (const char *const *) wanted, TRUE, &passage, &count, error))
    return FALSE;
  n_erased = remove_erased_keys (run, count.lost) + passage.skipped;
  said.kept = passage.kept;
  said.known = MAX (passage.kept, count.known - MIN (count.known, n_erased));
  said.certain = count.certain;
  g_array_append_val (run->result->counts, said);
  if (g_hash_table_size (count.lost) > 0)
    g_hash_table_insert (run->lost, (gpointer) type, g_steal_pointer (&count.lost));
  return TRUE;
}

static gboolean
bring_history (Run *run, GError **error)
{
  g_auto (EhSalvageCount) count = { 0 };
  g_auto (Passage) passage = { 0 };

  if (!bring_table (run, "history", history_columns, FALSE, &passage, &count, error))
    return FALSE;
  run->result->n_steps = passage.kept;
  if (!count.whole || passage.kept < count.known)
    run->result->history = EH_RECOVERY_HISTORY_LOST;
  else if (passage.kept > 0)
    run->result->history = EH_RECOVERY_HISTORY_KEPT;
  return TRUE;
}

static gboolean
bring_merges (Run *run, GError **error)
{
  gboolean whole = FALSE;

  if (run->source->db != NULL &&
      !eh_recovery_merges_bring (run->source->db, run->to, &whole, error))
    return FALSE;
  run->result->merges_lost = !whole;
  return TRUE;
}

static EhRecoveryCount *
count_of (EhRecovery *self, const EhRowType *type)
{
  for (guint i = 0; i < self->counts->len; i++)
    if (g_array_index (self->counts, EhRecoveryCount, i).type == type)
      return &g_array_index (self->counts, EhRecoveryCount, i);
  return NULL;
}

/* The rows that the damaged file still names, out of a copy that is whole. */
static gboolean
fill_from (Run *run, EhDb *other, const EhRowType *type, GHashTable *lost, GError **error)
{
  g_auto (GStrv) wanted = columns_of_type (type);
  g_auto (GStrv) columns = shared_columns (other, type->table, (const char *const *) wanted);
  g_autofree char *names = g_strjoinv (", ", columns);
  g_autofree char *select = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", names, type->table);
  g_autofree char *insert = insert_sql (type->table, columns);
  g_auto (Passage) passage = { 0 };
  EhRecoveryCount *said = count_of (run->result, type);
  GHashTableIter iter;
  gpointer key;

  passage_init (&passage, run, TRUE);
  passage.insert = insert;
  passage.n_columns = g_strv_length (columns);
  g_hash_table_iter_init (&iter, lost);
  while (passage.n_columns > 0 && g_hash_table_iter_next (&iter, &key, NULL)) {
    EhStmt s = eh_db_prepare (other, select);
    guint before = passage.kept;

    eh_stmt_bind_int (&s, *(gint64 *) key);
    if (eh_stmt_step (&s))
      take (&s, &passage);
    eh_stmt_finish (&s, NULL);
    if (passage.failure != SQLITE_OK)
      return eh_db_set_error (run->to, passage.failure, type->table, error);
    if (passage.kept > before)
      g_hash_table_iter_remove (&iter);
  }
  passage.insert = NULL;
  said->kept += passage.kept;
  said->known = MAX (said->known, said->kept);
  run->result->n_from_others += passage.kept;
  return TRUE;
}

/* What another copy remembers as erased must not come back from a third. */
static gboolean
learn_erased (Run *run, EhDb *other, GError **error)
{
  EhStmt s = eh_db_prepare (other, "SELECT id, table_name, erased_at FROM erased");
  gboolean ok = TRUE;

  while (ok && eh_stmt_step (&s)) {
    EhStmt to = eh_db_prepare (
        run->to, "INSERT OR IGNORE INTO erased (id, table_name, erased_at) VALUES (?, ?, ?)");

    eh_stmt_bind_int (&to, eh_stmt_int (&s, 0));
    eh_stmt_bind_text (&to, eh_stmt_text (&s, 1));
    eh_stmt_bind_int (&to, eh_stmt_int (&s, 2));
    ok = eh_stmt_run (&to, error);
  }
  eh_stmt_finish (&s, NULL);
  load_erased (run);
  return ok;
}

static gboolean
bring_from (Run *run, const char *path, GError **error)
{
  g_autoptr (EhRecoverySource) other = eh_recovery_source_open_whole (path);
  GHashTableIter iter;
  gpointer type, lost;

  if (other == NULL)
    return TRUE;
  if (!learn_erased (run, other->db, error))
    return FALSE;
  g_hash_table_iter_init (&iter, run->lost);
  while (g_hash_table_iter_next (&iter, &type, &lost))
    if (!fill_from (run, other->db, type, lost, error))
      return FALSE;
  return TRUE;
}

/* What was said to be known, and the backups of the project that the damaged file says it is. */
static gboolean
bring_from_others (Run *run, const char *const *others, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (!bring_from (run, others[i], error))
      return FALSE;
  if (g_hash_table_size (run->lost) == 0 ||
      eh_db_value (run->to, "SELECT length (guid) FROM project WHERE id = 1", 0) == 0)
    return TRUE;
  folder = eh_backup_folder (run->to);
  backups = eh_backup_list (folder);
  for (guint i = 0; i < backups->len; i++)
    if (!bring_from (run, ((EhBackup *) backups->pdata[i])->path, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_first_rows (Run *run, gboolean same_copy, GError **error)
{
  g_auto (EhSalvageCount) count = { 0 };
  g_auto (Passage) passage = { 0 };

  run->result->project_lost = eh_db_value (run->to, "SELECT count (*) FROM project WHERE id = 1",
                                           0) != 1;
  if (!eh_db_exec (run->to, "DELETE FROM project WHERE id <> 1", error))
    return FALSE;
  if (run->result->project_lost &&
      !eh_first_rows_put_project (run->to, _ ("Recovered project"), error))
    return FALSE;
  if (same_copy && !bring_table (run, "copy", copy_columns, FALSE, &passage, &count, error))
    return FALSE;
  return passage.kept == 1 || eh_first_rows_put_copy (run->to, error);
}

/* Unless a backup had them. */
static gboolean
count_cut_off (Run *run)
{
  GHashTableIter iter;
  gpointer type, lost, key;

  if (run->strays == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, run->lost);
  while (g_hash_table_iter_next (&iter, &type, &lost)) {
    GHashTable *cut = eh_strays_get_cut (run->strays, ((const EhRowType *) type)->table);
    GHashTableIter keys;

    g_hash_table_iter_init (&keys, lost);
    while (g_hash_table_iter_next (&keys, &key, NULL))
      run->result->n_cut_off += g_hash_table_contains (cut, key);
  }
  return TRUE;
}

static gboolean
bring_all (Run *run, const char *const *others, gboolean same_copy, GError **error)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  if (!bring_erased (run, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (!bring_rows (run, tables[i], error))
      return FALSE;
  return bring_rows (run, &eh_received_row_type, error) &&
         eh_recovery_references_note (run->result, run->to, run->erased, run->lost, error) &&
         bring_from_others (run, others, error) && count_cut_off (run) &&
         bring_history (run, error) && bring_merges (run, error) &&
         put_first_rows (run, same_copy, error) &&
         eh_recovery_references_settle (run->result, run->to, run->erased, error) &&
         eh_db_exec (run->to, "INSERT INTO insight_words (insight_words) VALUES ('rebuild')",
                     error);
}

static gboolean
settle_history (Run *run, GError **error)
{
  gboolean holds = TRUE;

  if (run->result->history == EH_RECOVERY_HISTORY_KEPT) {
    if (!eh_recovery_history_holds (run->to, &holds, error))
      return FALSE;
    if (holds)
      return TRUE;
    run->result->history = EH_RECOVERY_HISTORY_LOST;
  }
  /* What merges knew goes with the steps that brought it in: what was lost here would look removed.
   */
  run->result->n_steps = 0;
  return eh_db_exec (
      run->to, "DELETE FROM history; DELETE FROM merge_known; DELETE FROM merge_aside", error);
}

static gboolean
fill (Run *run, const char *const *others, const char *into, gboolean same_copy, GError **error)
{
  /* Nothing rests on this file until it is put in its place as a whole. */
  run->to = eh_db_open (into, EH_DB_CREATOR, error);
  return run->to != NULL &&
         eh_db_exec (run->to,
                     "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN IMMEDIATE",
                     error) &&
         eh_schema_create (run->to, error) && bring_all (run, others, same_copy, error) &&
         eh_db_exec (run->to, "COMMIT; PRAGMA foreign_keys = ON", error) &&
         settle_history (run, error) && eh_schema_check (run->to, error);
}

static gboolean
holds_something (const EhRecovery *self)
{
  for (guint i = 0; i < self->counts->len; i++)
    if (g_array_index (self->counts, EhRecoveryCount, i).kept > 0)
      return TRUE;
  return FALSE;
}

static EhRecovery *
recover (const char *path,
         const char *const *others,
         const char *into,
         gboolean same_copy,
         GError **error)
{
  g_autoptr (EhRecovery) result = g_new0 (EhRecovery, 1);
  g_autoptr (EhRecoverySource) source = NULL;
  g_autoptr (GHashTable) erased = key_set ();
  g_autoptr (GHashTable) lost = g_hash_table_new_full (NULL, NULL, NULL,
                                                       (GDestroyNotify) g_hash_table_unref);
  Run run = { result, NULL, NULL, NULL, erased, lost };
  gboolean ok;

  result->counts = g_array_new (FALSE, FALSE, sizeof (EhRecoveryCount));
  source = eh_recovery_source_open (path, error);
  if (source == NULL)
    return NULL;
  run.source = source;
  result->no_list = source->db == NULL;
  result->n_left = source->n_left;
  ok = fill (&run, others, into, same_copy, error);
  g_clear_pointer (&run.strays, eh_strays_free);
  g_clear_pointer (&run.to, eh_db_close);
  if (ok && !eh_recovery_is_whole (result) && source->n_once > source->n_left)
    result->n_once = source->n_once;
  if (ok && holds_something (result))
    return g_steal_pointer (&result);
  if (ok) {
    g_autofree char *name = g_path_get_basename (path);

    g_set_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
                 _ ("Nothing can be read from “%s”. Use a backup or somebody’s copy."), name);
  }
  return NULL;
}

/**
 * eh_recovery_run:
 * @path: a damaged file, which is only read
 * @others: (nullable) (array zero-terminated=1): other copies of it, the one to trust most first
 * @into: where to make the new file, in a folder that SQLite can work in; nothing must be there.
 *   On failure something may be, which the caller removes
 * @error: set to a #EhStoreError
 *
 * Reads what can be read, row by row, into a new file, and checks that.
 *
 * Returns: (transfer full) (nullable): what was saved and what was lost
 */
EhRecovery *
eh_recovery_run (const char *path, const char *const *others, const char *into, GError **error)
{
  return recover (path, others, into, FALSE, error);
}

/**
 * eh_recovery_mend:
 * @path: a private copy of a damaged file
 * @into: where to make the sound one; nothing must be there. On failure something may be
 * @error: set to %EH_STORE_ERROR_DAMAGED when more is damaged than an index
 *
 * Makes every index anew where every table is whole.
 *
 * Returns: whether @into holds everything that @path does, as the same copy of the project
 */
gboolean
eh_recovery_mend (const char *path, const char *into, GError **error)
{
  g_autoptr (EhRecoverySource) source = eh_recovery_source_open (path, error);
  g_autoptr (EhRecovery) result = NULL;

  if (source == NULL)
    return FALSE;
  g_clear_pointer (&source->db, eh_db_close);
  if (eh_recovery_source_tables_are_whole (source->path)) {
    result = recover (path, NULL, into, TRUE, error);
    if (result == NULL)
      return FALSE;
  }
  if (result != NULL && eh_recovery_is_whole (result))
    return TRUE;
  g_set_error_literal (
      error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED,
      _ ("This file is damaged: part of it is missing or has been changed by something else."));
  return FALSE;
}

static char *
guid_in (EhDb *db)
{
  EhStmt s = eh_db_prepare (db, "SELECT guid FROM project WHERE id = 1");
  char *guid = eh_stmt_step (&s) ? eh_stmt_dup_text (&s, 0) : NULL;

  s.rc = SQLITE_DONE;
  eh_stmt_finish (&s, NULL);
  if (guid != NULL && !g_uuid_string_is_valid (guid))
    g_clear_pointer (&guid, g_free);
  return guid;
}

/**
 * eh_recovery_find_guid:
 * @path: a damaged file, which is only read
 *
 * Returns: (transfer full) (nullable): which project it is, if anything of it still tells
 */
char *
eh_recovery_find_guid (const char *path)
{
  g_autoptr (EhRecoverySource) source = eh_recovery_source_open (path, NULL);
  g_autoptr (EhStrays) strays = NULL;
  g_autoptr (EhDb) like = NULL;
  char *guid = source != NULL && source->db != NULL ? guid_in (source->db) : NULL;

  if (source == NULL || guid != NULL)
    return guid;
  like = eh_db_open (":memory:", EH_DB_CREATOR, NULL);
  if (like != NULL && eh_schema_create (like, NULL))
    strays = eh_recovery_source_find_strays (source, like, NULL);
  return strays != NULL ? guid_in (eh_strays_get_db (strays)) : NULL;
}

/**
 * eh_recovery_is_whole:
 * @self: what was recovered
 *
 * Returns: whether nothing was lost
 */
gboolean
eh_recovery_is_whole (const EhRecovery *self)
{
  for (guint i = 0; i < self->counts->len; i++) {
    const EhRecoveryCount *count = &g_array_index (self->counts, EhRecoveryCount, i);

    if (count->kept < count->known || !count->certain)
      return FALSE;
  }
  return self->history != EH_RECOVERY_HISTORY_LOST && !self->project_lost && !self->erasures_lost &&
         !self->merges_lost && self->n_let_go == 0;
}

/**
 * eh_recovery_count:
 * @self: what was recovered
 * @type: a table
 *
 * Returns: (transfer none): how much of it
 */
const EhRecoveryCount *
eh_recovery_count (const EhRecovery *self, const EhRowType *type)
{
  return count_of ((EhRecovery *) self, type);
}
