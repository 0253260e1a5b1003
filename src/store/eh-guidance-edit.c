/* What people do with guidance, each as one step: start it, add, change, move and remove blocks,
 * and say what a block rests on. */

#include "eh-guidance-edit.h"

#include "config.h"
#include "eh-db.h"
#include "eh-row-store.h"

#include <glib/gi18n-lib.h>

/* Positions this close have no room between them any more. */
#define LEAST_GAP 1e-6

static gboolean
end (EhStore *store, gboolean ok, GError **error)
{
  if (ok)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

/**
 * eh_guidance_start:
 * @store: the store of the project
 * @guidance: the document
 * @blocks: (element-type EhBlock): its blocks in order; their ids, document and positions are set
 * here
 * @error: set to a #EhStoreError
 *
 * Returns: whether the document is there with its blocks
 */
gboolean
eh_guidance_start (EhStore *store, const EhGuidance *guidance, GPtrArray *blocks, GError **error)
{
  gboolean ok;

  if (!eh_store_begin (store, _ ("Started the guidance"), error))
    return FALSE;
  ok = eh_store_put (store, &eh_guidance_row_type, guidance, error);
  for (guint i = 0; ok && i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];

    block->id = eh_id_new ();
    block->guidance_id = guidance->id;
    block->position = i + 1.0;
    block->created_at = guidance->created_at;
    ok = eh_store_put (store, &eh_block_row_type, block, error);
  }
  return end (store, ok, error);
}

static GPtrArray *
blocks_of (EhStore *store, EhId guidance_id)
{
  return eh_reader_list_of (eh_store_get_db (store), &eh_block_row_type, "guidance_id",
                            guidance_id);
}

static guint
index_of (GPtrArray *blocks, EhId id)
{
  for (guint i = 0; i < blocks->len; i++)
    if (eh_row_id (blocks->pdata[i]) == id)
      return i;
  return blocks->len;
}

/* Spreads the blocks evenly again: after some fifty insertions at one spot. */
static gboolean
spread (EhStore *store, GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];

    block->position = i + 1.0;
    if (!eh_store_put (store, &eh_block_row_type, block, error))
      return FALSE;
  }
  return TRUE;
}

/* A position after @index blocks of @blocks, which do not include the one that is placed. */
static gboolean
place (EhStore *store, GPtrArray *blocks, guint index, double *position, GError **error)
{
  EhBlock *before = index > 0 ? blocks->pdata[index - 1] : NULL;
  EhBlock *after = index < blocks->len ? blocks->pdata[index] : NULL;

  if (before != NULL && after != NULL && after->position - before->position < LEAST_GAP &&
      !spread (store, blocks, error))
    return FALSE;
  if (before != NULL && after != NULL)
    *position = (before->position + after->position) / 2;
  else if (before != NULL)
    *position = before->position + 1;
  else
    *position = after != NULL ? after->position - 1 : 1;
  return TRUE;
}

/**
 * eh_guidance_add_block:
 * @store: the store of the project
 * @draft: the block, with its document and kind; its id and position are not looked at
 * @after: the block that it follows, or none for the end
 * @error: set to a #EhStoreError
 *
 * Returns: the id of the new block, or none
 */
EhId
eh_guidance_add_block (EhStore *store, const EhBlock *draft, EhId after, GError **error)
{
  g_autoptr (EhBlock) block = eh_block_copy (draft);
  g_autoptr (GPtrArray) blocks = blocks_of (store, draft->guidance_id);
  guint index = after != EH_ID_NONE ? MIN (index_of (blocks, after) + 1, blocks->len) : blocks->len;
  gboolean ok;

  block->id = eh_id_new ();
  block->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (!eh_store_begin (store, _ ("Added to the guidance"), error))
    return EH_ID_NONE;
  ok = place (store, blocks, index, &block->position, error) &&
       eh_store_put (store, &eh_block_row_type, block, error);
  return end (store, ok, error) ? block->id : EH_ID_NONE;
}

/**
 * eh_guidance_change_block:
 * @store: the store of the project
 * @block: the block as it should be
 * @what: which part changed, such as "text": changes of the same part that follow closely are one
 * step
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_guidance_change_block (EhStore *store, const EhBlock *block, const char *what, GError **error)
{
  g_autofree char *key = g_strdup_printf ("block %" EH_ID_FORMAT " %s", block->id, what);

  return eh_store_put_one (store, &eh_block_row_type, block, _ ("Changed the guidance"), key,
                           error);
}

/**
 * eh_guidance_move_block:
 * @store: the store of the project
 * @block_id: which block
 * @by: places down; negative for up
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is there; at the end of the document it stays where it is
 */
gboolean
eh_guidance_move_block (EhStore *store, EhId block_id, int by, GError **error)
{
  g_autoptr (EhBlock) block = eh_reader_get (eh_store_get_db (store), &eh_block_row_type, block_id);
  g_autoptr (GPtrArray) others = NULL;
  guint index;
  gboolean ok;

  if (block == NULL)
    return TRUE;
  others = blocks_of (store, block->guidance_id);
  index = index_of (others, block_id);
  g_ptr_array_remove_index (others, index);
  if (!eh_store_begin (store, _ ("Moved a part of the guidance"), error))
    return FALSE;
  ok = place (store, others, (guint) CLAMP ((int) index + by, 0, (int) others->len),
              &block->position, error) &&
       eh_store_put (store, &eh_block_row_type, block, error);
  return end (store, ok, error);
}

/**
 * eh_guidance_remove_block:
 * @store: the store of the project
 * @block_id: which block
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is gone
 */
gboolean
eh_guidance_remove_block (EhStore *store, EhId block_id, GError **error)
{
  return eh_store_remove_one (store, &eh_block_row_type, block_id, _ ("Removed from the guidance"),
                              error);
}

/**
 * eh_guidance_set_evidence:
 * @store: the store of the project
 * @block_id: which block
 * @insight_id: which insight
 * @rests: whether the block rests on it
 * @stance: how it bears on the block
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_guidance_set_evidence (
    EhStore *store, EhId block_id, EhId insight_id, gboolean rests, EhStance stance, GError **error)
{
  g_autoptr (EhEvidence) evidence = eh_evidence_new ();

  evidence->id = eh_id_from_pair ("evidence", block_id, insight_id);
  evidence->block_id = block_id;
  evidence->insight_id = insight_id;
  evidence->stance = stance;
  if (!rests)
    return eh_store_remove_one (store, &eh_evidence_row_type, evidence->id,
                                _ ("Took an insight from a block"), error);
  return eh_store_put_one (store, &eh_evidence_row_type, evidence,
                           _ ("Rested a block on an insight"), NULL, error);
}

/**
 * eh_guidance_blocks_on:
 * @db: a connection
 * @insight_id: an insight
 *
 * Returns: (transfer full) (element-type EhBlock): the blocks that rest on it
 */
GPtrArray *
eh_guidance_blocks_on (EhDb *db, EhId insight_id)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

  eh_row_store_append (
      db, &eh_block_row_type,
      "WHERE id IN (SELECT block_id FROM evidence WHERE insight_id = ?) ORDER BY guidance_id, position",
      insight_id, blocks, NULL);
  return blocks;
}
