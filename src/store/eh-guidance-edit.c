/* What people do with guidance, each as one step: start it, add, change, move and remove blocks,
 * and say what a block rests on. */

#include "eh-guidance-edit.h"

#include "config.h"
#include "eh-block-comment.h"
#include "eh-db.h"
#include "eh-parked.h"
#include "eh-row-store.h"
#include "eh-text.h"

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

static EhId
add_at (EhStore *store, const EhBlock *draft, GPtrArray *blocks, guint index, GError **error)
{
  g_autoptr (EhBlock) block = eh_block_copy (draft);
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
  g_autoptr (GPtrArray) blocks = blocks_of (store, draft->guidance_id);

  return add_at (
      store, draft, blocks,
      after != EH_ID_NONE ? MIN (index_of (blocks, after) + 1, blocks->len) : blocks->len, error);
}

/**
 * eh_guidance_add_block_before:
 * @store: the store of the project
 * @draft: the block, as for eh_guidance_add_block()
 * @before: the block that follows it
 * @error: set to a #EhStoreError
 *
 * Returns: the id of the new block, or none
 */
EhId
eh_guidance_add_block_before (EhStore *store, const EhBlock *draft, EhId before, GError **error)
{
  g_autoptr (GPtrArray) blocks = blocks_of (store, draft->guidance_id);

  return add_at (store, draft, blocks, index_of (blocks, before), error);
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
 * eh_guidance_remove_blocks:
 * @store: the store of the project
 * @ids: (element-type EhId): which blocks
 * @error: set to a #EhStoreError
 *
 * Returns: whether all of them are gone, as one step
 */
gboolean
eh_guidance_remove_blocks (EhStore *store, GArray *ids, GError **error)
{
  gboolean ok = TRUE;

  if (!eh_store_begin (store, _ ("Removed from the guidance"), error))
    return FALSE;
  for (guint i = 0; ok && i < ids->len; i++)
    ok = eh_store_remove (store, &eh_block_row_type, g_array_index (ids, EhId, i), error);
  return end (store, ok, error);
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

static gboolean
put_blocks (EhStore *store, GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    if (!eh_store_put (store, &eh_block_row_type, blocks->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Room for @drafts after @index blocks of @blocks, and their positions in it. */
static gboolean
place_all (EhStore *store, GPtrArray *blocks, guint index, GPtrArray *drafts, GError **error)
{
  EhBlock *before;
  EhBlock *after;
  double start, step = 1;

  if (index > 0 && index < blocks->len) {
    before = blocks->pdata[index - 1];
    after = blocks->pdata[index];
    if (after->position - before->position < LEAST_GAP * (drafts->len + 1) &&
        !spread (store, blocks, error))
      return FALSE;
    step = (after->position - before->position) / (drafts->len + 1);
  }
  if (index > 0)
    start = ((EhBlock *) blocks->pdata[index - 1])->position;
  else
    start = blocks->len > 0 ? ((EhBlock *) blocks->pdata[0])->position - 1 - drafts->len : 0;
  for (guint i = 0; i < drafts->len; i++)
    ((EhBlock *) drafts->pdata[i])->position = start + step * (i + 1);
  return TRUE;
}

/* Gives the drafts ids and positions after a block, and puts them. */
static gboolean
insert_drafts (EhStore *store, GPtrArray *drafts, EhId guidance_id, EhId after, GError **error)
{
  g_autoptr (GPtrArray) blocks = blocks_of (store, guidance_id);
  guint index = after != EH_ID_NONE ? MIN (index_of (blocks, after) + 1, blocks->len) : blocks->len;

  for (guint i = 0; i < drafts->len; i++) {
    EhBlock *block = drafts->pdata[i];

    block->id = eh_id_new ();
    block->guidance_id = guidance_id;
    block->created_at = g_get_real_time () / G_USEC_PER_SEC;
  }
  return place_all (store, blocks, index, drafts, error) && put_blocks (store, drafts, error);
}

/**
 * eh_guidance_add_blocks:
 * @store: the store of the project
 * @guidance_id: the document
 * @drafts: (element-type EhBlock): blocks in order; they get their ids and positions here
 * @after: the block that they follow, or none for the end
 * @instead: a block that goes, or none: an empty one into which something is pasted
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there
 */
gboolean
eh_guidance_add_blocks (
    EhStore *store, EhId guidance_id, GPtrArray *drafts, EhId after, EhId instead, GError **error)
{
  gboolean ok;

  if (!eh_store_begin (store, _ ("Added to the guidance"), error))
    return FALSE;
  ok = insert_drafts (store, drafts, guidance_id, after, error) &&
       (instead == EH_ID_NONE || eh_store_remove (store, &eh_block_row_type, instead, error));
  return end (store, ok, error);
}

/**
 * eh_guidance_change_blocks:
 * @store: the store of the project
 * @blocks: (element-type EhBlock): blocks as they should be
 * @label: what a person reads on the undo button
 * @error: set to a #EhStoreError
 *
 * Returns: whether all are safe, as one step
 */
gboolean
eh_guidance_change_blocks (EhStore *store, GPtrArray *blocks, const char *label, GError **error)
{
  if (!eh_store_begin (store, label, error))
    return FALSE;
  return end (store, put_blocks (store, blocks, error), error);
}

/**
 * eh_guidance_split_block:
 * @store: the store of the project
 * @first: a block with what is left of its words
 * @rest: (element-type EhBlock): what comes after it, with the other words; their ids are set here
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there now
 */
gboolean
eh_guidance_split_block (EhStore *store, const EhBlock *first, GPtrArray *rest, GError **error)
{
  gboolean ok;

  if (!eh_store_begin (store, _ ("Split a part of the guidance"), error))
    return FALSE;
  ok = eh_store_put (store, &eh_block_row_type, first, error) &&
       insert_drafts (store, rest, first->guidance_id, first->id, error);
  return end (store, ok, error);
}

static gboolean
hand_over_evidence (EhStore *store, EhId from, EhId to, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db, &eh_evidence_row_type, "block_id", from);

  for (guint i = 0; i < rows->len; i++) {
    EhEvidence *row = rows->pdata[i];
    g_autoptr (EhEvidence) there = NULL;

    row->id = eh_id_from_pair ("evidence", to, row->insight_id);
    row->block_id = to;
    there = eh_reader_get (db, &eh_evidence_row_type, row->id);
    if (there == NULL && !eh_store_put (store, &eh_evidence_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
hand_over_comments (EhStore *store, EhId from, EhId to, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store),
                                                  &eh_block_comment_row_type, "block_id", from);

  for (guint i = 0; i < rows->len; i++) {
    EhBlockComment *row = rows->pdata[i];

    row->block_id = to;
    if (!eh_store_put (store, &eh_block_comment_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_guidance_join_blocks:
 * @store: the store of the project
 * @joined: a block with the words of both
 * @gone: the other, whose evidence and comments it takes over
 * @error: set to a #EhStoreError
 *
 * Returns: whether there is one now
 */
gboolean
eh_guidance_join_blocks (EhStore *store, const EhBlock *joined, EhId gone, GError **error)
{
  gboolean ok;

  if (!eh_store_begin (store, _ ("Joined two parts of the guidance"), error))
    return FALSE;
  ok = eh_store_put (store, &eh_block_row_type, joined, error) &&
       hand_over_evidence (store, gone, joined->id, error) &&
       hand_over_comments (store, gone, joined->id, error) &&
       eh_store_remove (store, &eh_block_row_type, gone, error);
  return end (store, ok, error);
}

/**
 * eh_guidance_move_blocks:
 * @store: the store of the project
 * @guidance_id: the document
 * @ids: (element-type EhId): blocks that stand together, in their order: a section
 * @before: the block that they come before, or none for the end
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there
 */
gboolean
eh_guidance_move_blocks (EhStore *store, EhId guidance_id, GArray *ids, EhId before, GError **error)
{
  g_autoptr (GPtrArray) others = blocks_of (store, guidance_id);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  guint index;
  gboolean ok;

  for (guint i = 0; i < ids->len; i++) {
    index = index_of (others, g_array_index (ids, EhId, i));
    if (index == others->len || g_array_index (ids, EhId, i) == before)
      return TRUE;
    g_ptr_array_add (moved, g_ptr_array_steal_index (others, index));
  }
  index = before != EH_ID_NONE ? index_of (others, before) : others->len;
  if (!eh_store_begin (store,
                       ids->len > 1 ? _ ("Moved a section of the guidance")
                                    : _ ("Moved a part of the guidance"),
                       error))
    return FALSE;
  ok = place_all (store, others, index, moved, error) && put_blocks (store, moved, error);
  return end (store, ok, error);
}

/**
 * eh_guidance_park:
 * @store: the store of the project
 * @guidance_id: the document
 * @insight_id: an insight that it does without
 * @reason: (nullable): why, in words for those who said it; %NULL to park it no more
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_guidance_park (
    EhStore *store, EhId guidance_id, EhId insight_id, const char *reason, GError **error)
{
  g_autoptr (EhParked) parked = eh_parked_new ();

  parked->id = eh_id_from_pair ("parked", guidance_id, insight_id);
  parked->guidance_id = guidance_id;
  parked->insight_id = insight_id;
  parked->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (reason == NULL)
    return eh_store_remove_one (store, &eh_parked_row_type, parked->id,
                                _ ("Took an insight out of those that are parked"), error);
  eh_set_str (&parked->reason, reason);
  return eh_store_put_one (store, &eh_parked_row_type, parked, _ ("Parked an insight"), NULL,
                           error);
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
