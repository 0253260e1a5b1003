/* The project as it was when two copies of it grew apart, worked out from their histories: a step
 * has the same guid in every copy that has it, and a copy that has merged another knows that one's
 * steps too (merge_known). The base is one of the two copies without the steps that the other does
 * not know. Where they have met since they parted, taking them back in one copy keeps more of what
 * both know than in the other: that copy is the base. */

#include "eh-merge-base.h"

#include "eh-changeset.h"
#include "eh-history.h"
#include "eh-merge-private.h"

/* One step of a copy: whether it is done there, and whether it was when the two grew apart. */
typedef struct {
  gint64 seq;
  gboolean done;
  gboolean was_done;
} Step;

/* A copy, without what the other does not know. */
typedef struct {
  GArray *steps;
  guint same;   /* steps at the beginning that need no taking back */
  gint64 known; /* what both know that is in those */
  char *last;   /* the last of what both know, for two copies that know as much */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->steps, g_array_unref);
  g_clear_pointer (&walk->last, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

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
  EhStmt s = eh_db_prepare (db, "SELECT guid, 1, '' FROM (" EH_MERGE_KNOWN_GUIDS ") UNION ALL "
                                "SELECT guid, state = 'done', undone_guid FROM history");

  /* A copy's own word on a step, which comes last, goes before what a merge says of it. */
  while (eh_stmt_step (&s)) {
    Elsewhere *there = g_new0 (Elsewhere, 1);

    there->done = eh_stmt_int (&s, 1) != 0;
    there->undone_guid = g_strdup (eh_stmt_text (&s, 2));
    g_hash_table_replace (states, g_strdup (eh_stmt_text (&s, 0)), there);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&states) : NULL;
}

/* A step that both have: was it done when they parted? The same undoing on both sides happened
 * before; if only one side has done it again, that was after. An undoing of one side alone happened
 * after, so that it was done before, unless the other has heard of it in a merge. */
static gboolean
was_done (gboolean done_here, const char *undone_here, const Elsewhere *there, GHashTable *states)
{
  if (undone_here[0] != '\0' && g_str_equal (undone_here, there->undone_guid))
    return done_here && there->done;
  return undone_here[0] == '\0' || !g_hash_table_contains (states, undone_here);
}

/* How much of what a merge brought in the other knows too: all, with nothing chosen, and the merge
 * is no news to the other, whether or not the step itself is known there. */
static gboolean
is_no_news (EhDb *db, const char *guid, GHashTable *states, gint64 *n_known)
{
  EhStmt s = eh_db_prepare (db, "SELECT guid FROM merge_known WHERE merge_guid = ?");
  gint64 n = 0;

  *n_known = 0;
  eh_stmt_bind_text (&s, guid);
  while (eh_stmt_step (&s)) {
    n++;
    *n_known += g_hash_table_contains (states, eh_stmt_text (&s, 0));
  }
  return eh_stmt_finish (&s, NULL) && n > 0 && n == *n_known;
}

static gboolean
walk_through (EhDb *db, GHashTable *there, Walk *walk, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT seq, state = 'done', guid, undone_guid,"
          " EXISTS (SELECT 1 FROM merge_known k WHERE k.merge_guid = h.guid) FROM history h"
          " ORDER BY seq");
  gboolean same = TRUE;

  walk->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  while (eh_stmt_step (&s)) {
    Step step = { eh_stmt_int (&s, 0), eh_stmt_int (&s, 1) != 0, FALSE };
    const char *guid = eh_stmt_text (&s, 2);
    const Elsewhere *elsewhere = g_hash_table_lookup (there, guid);
    gint64 n_brought = 0;
    gboolean no_news = eh_stmt_int (&s, 4) != 0 && is_no_news (db, guid, there, &n_brought);

    step.was_done = elsewhere != NULL ? was_done (step.done, eh_stmt_text (&s, 3), elsewhere, there)
                                      : no_news && step.done;
    /* What was done on top of something else cannot be done without it. */
    if (!same && step.done)
      step.was_done = FALSE;
    g_array_append_val (walk->steps, step);
    same = same && step.done == step.was_done;
    walk->same += same;
    if (!step.was_done)
      continue;
    walk->known += n_brought + (elsewhere != NULL);
    g_free (walk->last);
    walk->last = g_strdup (guid);
  }
  return eh_stmt_finish (&s, error);
}

static gboolean
apply_step (EhDb *base, gint64 seq, gboolean inverted, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (base, seq, error);

  return changes != NULL && eh_changeset_apply (base, changes, inverted, error);
}

/* Back to before the first step that is other than it was, then forward through what was done. What
 * is not in the base is marked so: its merges must not count. */
static gboolean
walk_back (EhDb *base, const Walk *walk, GError **error)
{
  GArray *steps = walk->steps;

  /* Merges without a step stand at no place in the history: they may have been later. */
  if (walk->same < steps->len &&
      !eh_db_exec (base,
                   "DELETE FROM merge_known WHERE merge_guid NOT IN (SELECT guid FROM history)",
                   error))
    return FALSE;
  for (guint i = steps->len; i > walk->same; i--)
    if (g_array_index (steps, Step, i - 1).done &&
        !apply_step (base, g_array_index (steps, Step, i - 1).seq, TRUE, error))
      return FALSE;
  for (guint i = walk->same; i < steps->len; i++) {
    const Step *step = &g_array_index (steps, Step, i);

    if (step->was_done ? !apply_step (base, step->seq, FALSE, error)
                       : !eh_history_mark (base, step->seq, "undone", error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
ours_is_base (const Walk *ours, const Walk *theirs)
{
  if (ours->known != theirs->known)
    return ours->known > theirs->known;
  return g_strcmp0 (ours->last, theirs->last) <= 0;
}

/**
 * eh_merge_base_find:
 * @ours: a connection
 * @theirs: a connection to another copy of the same project, or to another project
 * @related: whether both come from one project
 * @base: (out) (transfer full) (nullable): the project as it was when the two grew apart, in
 * memory, the same whichever of them is ours; %NULL for two projects that have never met
 * @error: set to a #EhStoreError
 *
 * Returns: whether that could be found out
 */
gboolean
eh_merge_base_find (EhDb *ours, EhDb *theirs, gboolean related, EhDb **base, GError **error)
{
  g_autoptr (GHashTable) our_states = states_of (ours, error);
  g_autoptr (GHashTable) their_states = our_states != NULL ? states_of (theirs, error) : NULL;
  g_autoptr (EhDb) copy = NULL;
  g_auto (Walk) our_walk = { 0 };
  g_auto (Walk) their_walk = { 0 };
  gboolean is_ours;

  *base = NULL;
  if (their_states == NULL || !walk_through (ours, their_states, &our_walk, error) ||
      !walk_through (theirs, our_states, &their_walk, error))
    return FALSE;
  if (!related && our_walk.known == 0 && their_walk.known == 0)
    return TRUE;
  is_ours = ours_is_base (&our_walk, &their_walk);
  copy = eh_db_copy_in_memory (is_ours ? ours : theirs, error);
  if (copy == NULL || !eh_db_exec (copy, "BEGIN", error) ||
      !walk_back (copy, is_ours ? &our_walk : &their_walk, error) ||
      !eh_db_exec (copy, "COMMIT", error))
    return FALSE;
  *base = g_steal_pointer (&copy);
  return TRUE;
}
