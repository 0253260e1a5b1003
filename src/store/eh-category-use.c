/* How often each category is used, so that the commonest are at hand. */

#include "eh-category-use.h"

#include "eh-db.h"

/**
 * eh_category_use_load:
 * @db: a connection
 *
 * Returns: (transfer full) (element-type EhId guint): how many placements each category has; those
 *   that have none are not in it
 */
GHashTable *
eh_category_use_load (EhDb *db)
{
  GHashTable *use = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  EhStmt s = eh_db_prepare (db, "SELECT category_id, count(*) FROM mapping GROUP BY category_id");

  while (eh_stmt_step (&s))
    eh_category_use_add (use, eh_stmt_int (&s, 0), (int) eh_stmt_int (&s, 1));
  eh_stmt_finish (&s, NULL);
  return use;
}

/**
 * eh_category_use_of:
 * @use: (element-type EhId guint): from eh_category_use_load()
 * @category_id: a category
 *
 * Returns: how many placements it has
 */
guint
eh_category_use_of (GHashTable *use, EhId category_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (use, &category_id));
}

/**
 * eh_category_use_add:
 * @use: (element-type EhId guint): from eh_category_use_load()
 * @category_id: a category
 * @n: how many placements it has more, or fewer
 */
void
eh_category_use_add (GHashTable *use, EhId category_id, int n)
{
  int count = (int) eh_category_use_of (use, category_id) + n;

  g_hash_table_insert (use, g_memdup2 (&category_id, sizeof category_id),
                       GUINT_TO_POINTER ((guint) MAX (count, 0)));
}
