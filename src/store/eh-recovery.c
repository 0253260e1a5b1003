/* Brings what can be read of a damaged file into a new one. The damaged file is copied first and
 * only the copy is opened. Each row is put into the new file as it is, and the new file's own rules
 * (types, words of a list) refuse what makes no sense; then references are settled; then the
 * history is kept if it can still be walked to its beginning.
 *
 * Only rows that are live in the damaged file come: nothing out of free pages, and nothing that is
 * remembered as erased. From another copy, a backup, come only rows that the damaged file still
 * names. */

#include "eh-recovery.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-dataset.h"
#include "eh-first-rows.h"
#include "eh-received.h"
#include "eh-recovery-history.h"
#include "eh-recovery-merges.h"
#include "eh-recovery-source.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-salvage.h"
#include "eh-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in for something that is gone, so that what belonged to it stays together. */
static const struct {
  const EhRowType *type;
  const char *column;
} stand_ins[] = {
  { &eh_guidance_row_type, "title" },
  { &eh_framework_row_type, "name" },
  { &eh_workshop_row_type, "title" },
  { &eh_role_group_row_type, "label" },
};

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
  guint skipped; /* erased ones, which do not count */
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

/* What the new file's rules refuse is no row any more; everything else that goes wrong is the new
 * file's trouble, and ends it. */
static gboolean
take (EhStmt *from, gpointer data)
{
  Passage *passage = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 key = eh_stmt_int (from, 0);
  EhStmt to;
  int rc;

  if (passage->erased != NULL && g_hash_table_contains (passage->erased, &key)) {
    passage->skipped++;
    return TRUE;
  }
  to = eh_db_prepare (passage->to, passage->insert);
  for (guint i = 0; i < passage->n_columns; i++)
    bind_value (&to, from, (int) i, texts);
  eh_stmt_step (&to);
  rc = to.rc;
  eh_stmt_finish (&to, NULL);
  if (rc == SQLITE_DONE)
    passage->kept++;
  else if ((rc & 0xff) != SQLITE_CONSTRAINT && (rc & 0xff) != SQLITE_MISMATCH)
    passage->failure = rc;
  return passage->failure == SQLITE_OK;
}

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
  return eh_db_value (db, "PRAGMA user_version", EH_SCHEMA_VERSION) < EH_SCHEMA_VERSION;
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

static gboolean
bring_table (Run *run,
             const char *table,
             const char *const *wanted,
             gboolean mind_erased,
             Passage *passage,
             EhSalvageCount *count,
             GError **error)
{
  g_auto (GStrv) columns = shared_columns (run->source->db, table, wanted);
  g_autofree char *insert = NULL;

  *passage = (Passage){ .to = run->to, .erased = mind_erased ? run->erased : NULL };
  *count = (EhSalvageCount){ .lost = key_set () };
  /* An earlier format has fewer tables, too. */
  count->whole = count->certain = columns[0] == NULL && is_earlier_format (run->source->db);
  if (columns[0] == NULL || !g_str_equal (columns[0], wanted[0]))
    return TRUE;
  eh_salvage_count_clear (count);
  insert = insert_sql (table, columns);
  passage->insert = insert;
  passage->n_columns = g_strv_length (columns);
  if (!eh_salvage_table (run->source->db, table, (const char *const *) columns, take, passage,
                         count))
    return eh_db_set_error (run->to, passage->failure, table, error);
  passage->insert = NULL;
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
  Passage passage;

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
  Passage passage;
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
  Passage passage;

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
  gboolean whole = TRUE;

  if (!eh_recovery_merges_bring (run->source->db, run->to, &whole, error))
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
  Passage passage = { .to = run->to, .erased = run->erased, .insert = insert };
  EhRecoveryCount *said = count_of (run->result, type);
  GHashTableIter iter;
  gpointer key;

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

#define DANGLING                                                                                   \
  " %1$s WHERE %2$s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE p.id = %1$s.%2$s)"

/* Only where rows of that table were lost: elsewhere a reference to nothing is a slip of the disk,
 * and would make something up. */
static gboolean
put_stand_ins (
    Run *run, const EhRowType *child, const char *column, const EhRowType *parent, GError **error)
{
  const EhRecoveryCount *count = count_of (run->result, parent);

  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++) {
    g_autofree char *rest = g_strdup_printf (DANGLING, child->table, column, parent->table);
    g_autofree char *sql = NULL;
    EhStmt s;

    if (stand_ins[i].type != parent || (count->certain && count->kept == count->known))
      continue;
    sql = g_strdup_printf ("INSERT INTO %s (id, %s) SELECT DISTINCT %s, ? FROM%s", parent->table,
                           stand_ins[i].column, column, rest);
    s = eh_db_prepare (run->to, sql);
    /* TRANSLATORS: the name of a workshop, group or document whose own name was lost in a damaged
     * file */
    eh_stmt_bind_text (&s, _ ("Recovered"));
    if (!eh_stmt_run (&s, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
settle_reference (Run *run, const EhRowType *type, const char *column, GError **error)
{
  gboolean goes_too = FALSE;
  const EhRowType *parent = eh_removal_parent (type, column, &goes_too);
  g_autofree char *rest = NULL;
  g_autofree char *sql = NULL;
  int n;

  if (parent == NULL)
    return TRUE;
  if (!put_stand_ins (run, type, column, parent, error))
    return FALSE;
  /* A category whose parent is gone stands at the top. */
  goes_too &= parent != type;
  rest = g_strdup_printf (DANGLING, type->table, column, parent->table);
  sql = goes_too ? g_strdup_printf ("DELETE FROM%s", rest)
                 : g_strdup_printf ("UPDATE %1$s SET %2$s = NULL WHERE id IN (SELECT id FROM%3$s)",
                                    type->table, column, rest);
  if (!eh_db_exec (run->to, sql, error))
    return FALSE;
  n = sqlite3_changes (eh_db_handle (run->to));
  if (goes_too)
    count_of (run->result, type)->kept -= (guint) n;
  else
    run->result->n_let_go += (guint) n;
  return TRUE;
}

/* Parents before children, so that what goes with a row that goes is settled after it. */
static gboolean
settle_references (Run *run, GError **error)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    for (guint f = 0; f < tables[i]->n_fields; f++)
      if (tables[i]->fields[f].kind == EH_FIELD_ID &&
          !settle_reference (run, tables[i], tables[i]->fields[f].name, error))
        return FALSE;
  return TRUE;
}

static gboolean
put_first_rows (Run *run, gboolean same_copy, GError **error)
{
  g_auto (EhSalvageCount) count = { 0 };
  Passage passage = { 0 };

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
  return bring_rows (run, &eh_received_row_type, error) && bring_from_others (run, others, error) &&
         bring_history (run, error) && bring_merges (run, error) &&
         put_first_rows (run, same_copy, error) && settle_references (run, error) &&
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
  Run run = { result, NULL, NULL, erased, lost };
  gboolean ok;

  result->counts = g_array_new (FALSE, FALSE, sizeof (EhRecoveryCount));
  source = eh_recovery_source_open (path, error);
  if (source == NULL)
    return NULL;
  run.source = source;
  ok = fill (&run, others, into, same_copy, error);
  g_clear_pointer (&run.to, eh_db_close);
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
