/* References of rows that were read from a damaged file: they tell which rows are lost, and must
 * not lead to nothing in the new one. */

#include "eh-recovery-references.h"

#include "config.h"
#include "eh-dataset.h"
#include "eh-removal.h"
#include "eh-row-store.h"

#include <glib/gi18n-lib.h>

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

typedef struct {
  EhRecovery *result;
  EhDb *to;
  GHashTable *erased;
  GHashTable *lost;
} Run;

static GHashTable *
key_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static EhRecoveryCount *
count_of (EhRecovery *result, const EhRowType *type)
{
  return (EhRecoveryCount *) eh_recovery_count (result, type);
}

static gboolean
is_complete (const EhRecoveryCount *count)
{
  return count->certain && count->kept == count->known;
}

#define DANGLING                                                                                   \
  " %1$s WHERE %2$s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE p.id = %1$s.%2$s)"

/* A row that refers to another one names it. Elsewhere than where rows were lost, a reference to
 * nothing is a slip of the disk. */
static gboolean
note_named (Run *run, const EhRowType *child, const char *column, GError **error)
{
  gboolean goes_too;
  const EhRowType *parent = eh_removal_parent (child, column, &goes_too);
  EhRecoveryCount *count = parent != NULL ? count_of (run->result, parent) : NULL;
  g_autofree char *rest = NULL;
  g_autofree char *sql = NULL;
  GHashTable *lost;
  EhStmt s;

  if (count == NULL || is_complete (count))
    return TRUE;
  lost = g_hash_table_lookup (run->lost, parent);
  if (lost == NULL) {
    lost = key_set ();
    g_hash_table_insert (run->lost, (gpointer) parent, lost);
  }
  rest = g_strdup_printf (DANGLING, child->table, column, parent->table);
  sql = g_strdup_printf ("SELECT DISTINCT %s FROM%s", column, rest);
  s = eh_db_prepare (run->to, sql);
  while (eh_stmt_step (&s)) {
    gint64 key = eh_stmt_int (&s, 0);

    if (!g_hash_table_contains (run->erased, &key))
      g_hash_table_add (lost, g_memdup2 (&key, sizeof key));
  }
  if (!count->certain)
    count->known = MAX (count->known, count->kept + g_hash_table_size (lost));
  return eh_stmt_finish (&s, error);
}

/**
 * eh_recovery_references_note:
 * @result: what was read
 * @to: the new file, whose references are not enforced yet
 * @erased: (element-type gint64): keys of what was erased
 * @lost: (element-type EhRowType GHashTable): keys of rows that are lost and named somewhere
 * @error: set to a #EhStoreError
 *
 * Adds to @lost what the rows in the new file refer to.
 *
 * Returns: whether it could be looked up
 */
gboolean
eh_recovery_references_note (
    EhRecovery *result, EhDb *to, GHashTable *erased, GHashTable *lost, GError **error)
{
  Run run = { result, to, erased, lost };
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    for (guint f = 0; f < tables[i]->n_fields; f++)
      if (tables[i]->fields[f].kind == EH_FIELD_ID &&
          !note_named (&run, tables[i], tables[i]->fields[f].name, error))
        return FALSE;
  return TRUE;
}

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

    if (stand_ins[i].type != parent || is_complete (count))
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

/* Whose words they are is not known, but that they are one person's is, and what that person agreed
 * to. Nothing is assumed of them: without consent on record, nothing of theirs is shared. */
static gboolean
put_persons (Run *run, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT participant_id FROM" DANGLING " ORDER BY participant_id",
      eh_contributor_row_type.table, "participant_id", eh_participant_row_type.table);
  const EhRecoveryCount *count = count_of (run->result, &eh_participant_row_type);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  EhStmt s;

  if (is_complete (count))
    return TRUE;
  s = eh_db_prepare (run->to, sql);
  while (eh_stmt_step (&s)) {
    gint64 key = eh_stmt_int (&s, 0);

    if (!g_hash_table_contains (run->erased, &key))
      g_array_append_val (keys, key);
  }
  if (!eh_stmt_finish (&s, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    /* TRANSLATORS: stands for the name of somebody whose own name was lost in a damaged file; %s is
     * 1, 2, 3 … */
    g_autofree char *name = g_strdup_printf (_ ("Unknown person %s"), number);

    s = eh_db_prepare (run->to, "INSERT INTO participant (id, name) VALUES (?, ?)");
    eh_stmt_bind_int (&s, g_array_index (keys, gint64, i));
    eh_stmt_bind_text (&s, name);
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

/**
 * eh_recovery_references_settle:
 * @result: what was read
 * @to: the new file, whose references are not enforced yet
 * @erased: (element-type gint64): keys of what was erased
 * @error: set to a #EhStoreError
 *
 * What refers to something that is gone goes with it, lets go of it, or gets something that stands
 * in for it. Parents before children, so that what goes with a row that goes is settled after it.
 *
 * Returns: whether every reference is good now
 */
gboolean
eh_recovery_references_settle (EhRecovery *result, EhDb *to, GHashTable *erased, GError **error)
{
  Run run = { result, to, erased, NULL };
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  if (!put_persons (&run, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    for (guint f = 0; f < tables[i]->n_fields; f++)
      if (tables[i]->fields[f].kind == EH_FIELD_ID &&
          !settle_reference (&run, tables[i], tables[i]->fields[f].name, error))
        return FALSE;
  return TRUE;
}
