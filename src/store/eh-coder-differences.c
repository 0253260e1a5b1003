/* Where two coders placed the same insight differently, and what becomes of it. Only insights that
 * both placed somewhere are compared: who has not got to one yet does not disagree. */

#include "eh-coder-differences.h"

#include "eh-db.h"
#include "eh-mapping.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

void
eh_coder_free (EhCoder *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

void
eh_difference_free (EhDifference *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->first);
  g_array_unref (self->second);
  g_array_unref (self->both);
  g_free (self->note);
  g_free (self);
}

/**
 * eh_coder_list:
 * @db: a connection
 * @framework_id: of whose categories
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhCoder): who placed insights, most first
 */
GPtrArray *
eh_coder_list (EhDb *db, EhId framework_id, GError **error)
{
  g_autoptr (GPtrArray) coders = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_coder_free);
  EhStmt s = eh_db_prepare (db, "SELECT m.coder, count (DISTINCT m.insight_id) AS n FROM mapping m"
                                " JOIN category k ON k.id = m.category_id WHERE k.framework_id = ?"
                                " GROUP BY m.coder ORDER BY n DESC, m.coder");

  eh_stmt_bind_id (&s, framework_id);
  while (eh_stmt_step (&s)) {
    EhCoder *coder = g_new0 (EhCoder, 1);

    coder->name = eh_stmt_dup_text (&s, 0);
    coder->n_insights = (guint) eh_stmt_int (&s, 1);
    g_ptr_array_add (coders, coder);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&coders) : NULL;
}

static int
place_of (GPtrArray *coders, const char *name)
{
  for (guint i = 0; i < coders->len; i++)
    if (g_str_equal (((EhCoder *) coders->pdata[i])->name, name))
      return (int) i;
  return -1;
}

/* Two who placed many insights may have none in common. */
static gboolean
put_in_front (GPtrArray *coders, const char *name, guint place)
{
  int found = place_of (coders, name);

  if (found < 0)
    return FALSE;
  g_ptr_array_insert (coders, (int) place, g_ptr_array_steal_index (coders, (guint) found));
  return TRUE;
}

/**
 * eh_coder_list_to_compare:
 * @db: a connection
 * @framework_id: of whose categories
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhCoder): as eh_coder_list(), the two in front
 *   who placed the most insights that both of them placed
 */
GPtrArray *
eh_coder_list_to_compare (EhDb *db, EhId framework_id, GError **error)
{
  g_autoptr (GPtrArray) coders = eh_coder_list (db, framework_id, error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  EhStmt s;

  if (coders == NULL || coders->len < 3)
    return g_steal_pointer (&coders);
  s = eh_db_prepare (
      db, "WITH placed AS (SELECT DISTINCT m.insight_id AS insight, m.coder AS coder FROM mapping m"
          " JOIN category k ON k.id = m.category_id WHERE k.framework_id = ?)"
          " SELECT a.coder, b.coder, count (*) AS n FROM placed a JOIN placed b"
          " ON b.insight = a.insight AND b.coder > a.coder GROUP BY 1, 2 ORDER BY n DESC, 1, 2"
          " LIMIT 1");
  eh_stmt_bind_id (&s, framework_id);
  if (eh_stmt_step (&s)) {
    first = eh_stmt_dup_text (&s, 0);
    second = eh_stmt_dup_text (&s, 1);
  }
  if (!eh_stmt_finish (&s, error))
    return NULL;
  if (first != NULL && put_in_front (coders, first, 0))
    put_in_front (coders, second, 1);
  return g_steal_pointer (&coders);
}

static EhDifference *
difference_new (EhId insight_id)
{
  EhDifference *self = g_new0 (EhDifference, 1);

  self->insight_id = insight_id;
  self->first = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->second = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->both = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->note = g_strdup ("");
  self->settled = TRUE;
  return self;
}

/* What was decided of one category: nothing yet, where somebody put it back since. */
static void
look_up_decision (EhStmt *s, EhDifference *difference)
{
  int decision = 0;
  gboolean decided = eh_stmt_text (s, 4)[0] != '\0' &&
                     eh_vocabulary_find (&eh_coding_outcome_vocabulary, eh_stmt_text (s, 4),
                                         &decision) &&
                     decision != EH_CODING_OUTCOME_DOES_NOT;

  difference->settled = difference->settled && decided;
  difference->stands = difference->stands || (decided && decision == EH_CODING_OUTCOME_STANDS);
  if (decided && difference->note[0] == '\0')
    eh_set_str (&difference->note, eh_stmt_text (s, 5));
}

static void
add_category (EhStmt *s, EhDifference *difference)
{
  EhId category = eh_stmt_int (s, 1);
  gboolean by_first = eh_stmt_int (s, 2) > 0;
  gboolean by_second = eh_stmt_int (s, 3) > 0;

  if (by_first && by_second) {
    g_array_append_val (difference->both, category);
    return;
  }
  g_array_append_val (by_first ? difference->first : difference->second, category);
  look_up_decision (s, difference);
}

/* Not a difference: placed alike, or by one of the two alone. */
static gboolean
differs (const EhDifference *difference)
{
  gboolean by_first = difference->first->len + difference->both->len > 0;
  gboolean by_second = difference->second->len + difference->both->len > 0;

  return by_first && by_second && difference->first->len + difference->second->len > 0;
}

static void
take (GPtrArray *list, EhDifference *difference)
{
  if (difference != NULL && differs (difference))
    g_ptr_array_add (list, difference);
  else
    eh_difference_free (difference);
}

/**
 * eh_difference_list:
 * @db: a connection
 * @framework_id: of whose categories
 * @first: a coder, "" for the team
 * @second: another
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhDifference): insights that the two placed
 *   differently, the oldest first
 */
GPtrArray *
eh_difference_list (
    EhDb *db, EhId framework_id, const char *first, const char *second, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_difference_free);
  EhDifference *current = NULL;
  EhStmt s = eh_db_prepare (
      db, "SELECT m.insight_id, m.category_id, sum (m.coder = ?1), sum (m.coder = ?2),"
          " coalesce (d.decision, ''), coalesce (d.note, '') FROM mapping m"
          " JOIN category k ON k.id = m.category_id LEFT JOIN coding_decision d"
          " ON d.insight_id = m.insight_id AND d.category_id = m.category_id"
          " WHERE k.framework_id = ?3 AND m.coder IN (?1, ?2)"
          " GROUP BY m.insight_id, m.category_id ORDER BY m.insight_id, k.position");

  eh_stmt_bind_text (&s, first);
  eh_stmt_bind_text (&s, second);
  eh_stmt_bind_id (&s, framework_id);
  while (eh_stmt_step (&s)) {
    EhId insight_id = eh_stmt_int (&s, 0);

    if (current == NULL || current->insight_id != insight_id) {
      take (list, current);
      current = difference_new (insight_id);
    }
    add_category (&s, current);
  }
  take (list, current);
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
decide (EhStore *store,
        EhId insight_id,
        GArray *categories,
        EhCodingOutcome outcome,
        const char *note,
        GError **error)
{
  for (guint i = 0; i < categories->len; i++) {
    g_autoptr (EhCodingDecision) row = eh_coding_decision_new ();

    row->insight_id = insight_id;
    row->category_id = g_array_index (categories, EhId, i);
    row->id = eh_coding_decision_id (insight_id, row->category_id);
    row->decision = outcome;
    eh_set_str (&row->note, note);
    row->created_at = g_get_real_time () / G_USEC_PER_SEC;
    if (!eh_store_put (store, &eh_coding_decision_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_out (EhStore *store, EhId insight_id, GArray *categories, const char *coder, GError **error)
{
  for (guint i = 0; i < categories->len; i++) {
    EhId id = eh_mapping_id (insight_id, g_array_index (categories, EhId, i), coder);

    if (!eh_store_remove (store, &eh_mapping_row_type, id, error))
      return FALSE;
  }
  return TRUE;
}

/* One coder's own: kept, or not. */
static gboolean
settle_own (EhStore *store,
            EhId insight_id,
            GArray *categories,
            const char *coder,
            gboolean keep,
            const char *note,
            GError **error)
{
  return decide (store, insight_id, categories,
                 keep ? EH_CODING_OUTCOME_BELONGS : EH_CODING_OUTCOME_DOES_NOT, note, error) &&
         (keep || take_out (store, insight_id, categories, coder, error));
}

/**
 * eh_difference_settle:
 * @store: a store
 * @difference: an insight that two coders placed differently
 * @first: the first of them
 * @second: the second
 * @choice: what becomes of it
 * @note: (nullable): why
 * @error: set to a #EhStoreError
 *
 * As one step: placements that are not kept go, and what was decided is noted. A difference that
 * stands keeps every placement.
 *
 * Returns: whether it is safe
 */
gboolean
eh_difference_settle (EhStore *store,
                      const EhDifference *difference,
                      const char *first,
                      const char *second,
                      EhDifferenceChoice choice,
                      const char *note,
                      GError **error)
{
  g_autofree char *clean = eh_text_clean (note);
  EhId id = difference->insight_id;
  gboolean well;

  if (!eh_store_begin (store,
                       choice == EH_DIFFERENCE_STANDS
                           ? _ ("Left a difference between coders standing")
                           : _ ("Settled a difference between coders"),
                       error))
    return FALSE;
  if (choice == EH_DIFFERENCE_STANDS)
    well = decide (store, id, difference->first, EH_CODING_OUTCOME_STANDS, clean, error) &&
           decide (store, id, difference->second, EH_CODING_OUTCOME_STANDS, clean, error);
  else
    well = settle_own (store, id, difference->first, first, choice != EH_DIFFERENCE_SECOND, clean,
                       error) &&
           settle_own (store, id, difference->second, second, choice != EH_DIFFERENCE_FIRST, clean,
                       error);
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}
