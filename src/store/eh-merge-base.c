/* The project as it was when two copies of it grew apart, worked out from their histories: a step
 * has the same guid in every copy that has it. */

#include "eh-merge-base.h"

#include "eh-changeset.h"
#include "eh-history.h"

/* One step of ours: whether it is done here, and whether it was when the two grew apart. */
typedef struct {
  gint64 seq;
  gboolean done;
  gboolean was_done;
} Step;

/* How the other copy has a step. */
typedef struct {
  gboolean done;
  char *undone_guid;
} Elsewhere;

static void
elsewhere_free (Elsewhere *self)
{
  g_free (self->undone_guid);
  g_free (self);
}

static GHashTable *
states_of (EhDb *db, GError **error)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) elsewhere_free);
  EhStmt s = eh_db_prepare (db, "SELECT guid, state = 'done', undone_guid FROM history");

  while (eh_stmt_step (&s)) {
    Elsewhere *there = g_new0 (Elsewhere, 1);

    there->done = eh_stmt_int (&s, 1) != 0;
    there->undone_guid = g_strdup (eh_stmt_text (&s, 2));
    g_hash_table_insert (states, g_strdup (eh_stmt_text (&s, 0)), there);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&states) : NULL;
}

/* A step that both have: was it done when they parted? The same undoing on both sides happened
 * before; if only one side has done it again, that was after. An undoing of one side alone happened
 * after, so that it was done before. */
static gboolean
was_done (gboolean done_here, const char *undone_here, const Elsewhere *there)
{
  if (undone_here[0] != '\0' && g_str_equal (undone_here, there->undone_guid))
    return done_here && there->done;
  return TRUE;
}

static GArray *
steps_of (EhDb *ours, EhDb *theirs, GError **error)
{
  g_autoptr (GHashTable) states = states_of (theirs, error);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  EhStmt s;

  if (states == NULL)
    return NULL;
  s = eh_db_prepare (ours,
                     "SELECT seq, state = 'done', guid, undone_guid FROM history ORDER BY seq");
  while (eh_stmt_step (&s)) {
    Step step = { eh_stmt_int (&s, 0), eh_stmt_int (&s, 1) != 0, FALSE };
    const Elsewhere *there = g_hash_table_lookup (states, eh_stmt_text (&s, 2));

    step.was_done = there != NULL && was_done (step.done, eh_stmt_text (&s, 3), there);
    g_array_append_val (steps, step);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&steps) : NULL;
}

static gboolean
apply_step (EhDb *base, gint64 seq, gboolean inverted, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (base, seq, error);

  return changes != NULL && eh_changeset_apply (base, changes, inverted, error);
}

/* Back to before the first step that is other than it was, then forward through what was done. */
static gboolean
walk_back (EhDb *base, GArray *steps, GError **error)
{
  guint same = 0;

  while (same < steps->len &&
         g_array_index (steps, Step, same).done == g_array_index (steps, Step, same).was_done)
    same++;
  for (guint i = steps->len; i > same; i--)
    if (g_array_index (steps, Step, i - 1).done &&
        !apply_step (base, g_array_index (steps, Step, i - 1).seq, TRUE, error))
      return FALSE;
  for (guint i = same; i < steps->len; i++)
    if (g_array_index (steps, Step, i).was_done &&
        !apply_step (base, g_array_index (steps, Step, i).seq, FALSE, error))
      return FALSE;
  return TRUE;
}

/**
 * eh_merge_base_new:
 * @ours: a connection
 * @theirs: a connection to another copy of the same project
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): the project as it was when the two grew apart, in memory
 */
EhDb *
eh_merge_base_new (EhDb *ours, EhDb *theirs, GError **error)
{
  g_autoptr (EhDb) base = eh_db_copy_in_memory (ours, error);
  g_autoptr (GArray) steps = NULL;

  if (base == NULL)
    return NULL;
  steps = steps_of (base, theirs, error);
  if (steps == NULL || !eh_db_exec (base, "BEGIN", error) || !walk_back (base, steps, error) ||
      !eh_db_exec (base, "COMMIT", error))
    return NULL;
  return g_steal_pointer (&base);
}
