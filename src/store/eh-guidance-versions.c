/* The states of a guidance that a team names, and the way back to one: a step like any other, which
 * can be undone. */

#include "eh-guidance-versions.h"

#include "config.h"
#include "eh-row-store.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
evidence_of_guidance (EhDb *db, EhId guidance_id)
{
  return eh_row_store_list (
      db, &eh_evidence_row_type,
      "WHERE block_id IN (SELECT id FROM block WHERE guidance_id = ?) ORDER BY id", guidance_id,
      NULL);
}

/**
 * eh_guidance_body_now:
 * @db: a connection
 * @guidance_id: a document
 *
 * Returns: (transfer full) (nullable): the document as it is now; %NULL if it is not there
 */
EhGuidanceBody *
eh_guidance_body_now (EhDb *db, EhId guidance_id)
{
  g_autoptr (EhGuidance) guidance = eh_reader_get (db, &eh_guidance_row_type, guidance_id);
  g_autoptr (GPtrArray) evidences = NULL;
  EhGuidanceBody *body;

  if (guidance == NULL)
    return NULL;
  body = eh_guidance_body_new (guidance);
  g_ptr_array_unref (body->blocks);
  body->blocks = eh_reader_list_of (db, &eh_block_row_type, "guidance_id", guidance_id);
  evidences = evidence_of_guidance (db, guidance_id);
  if (evidences != NULL) {
    g_ptr_array_unref (body->evidences);
    body->evidences = g_steal_pointer (&evidences);
  }
  return body;
}

/**
 * eh_guidance_keep_version:
 * @store: the store of the project
 * @guidance_id: the document
 * @name: what the team calls its present state
 * @author: who names it; may be empty
 * @error: set to a #EhStoreError
 *
 * Returns: the version, or none
 */
EhId
eh_guidance_keep_version (
    EhStore *store, EhId guidance_id, const char *name, const char *author, GError **error)
{
  g_autoptr (EhGuidanceBody) body = eh_guidance_body_now (eh_store_get_db (store), guidance_id);
  g_autoptr (EhGuidanceVersion) version = eh_guidance_version_new ();

  if (body == NULL) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                         _ ("That guidance is not in the project any more."));
    return EH_ID_NONE;
  }
  version->id = eh_id_new ();
  version->guidance_id = guidance_id;
  version->created_at = g_get_real_time () / G_USEC_PER_SEC;
  eh_set_str (&version->name, name);
  eh_set_str (&version->author, author != NULL ? author : "");
  g_free (version->body);
  version->body = eh_guidance_body_to_json (body);
  return eh_store_put_one (store, &eh_guidance_version_row_type, version,
                           _ ("Named a version of the guidance"), NULL, error)
             ? version->id
             : EH_ID_NONE;
}

static GHashTable *
ids_of (GPtrArray *rows)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, rows->pdata[i]);
  return ids;
}

static gboolean
is_there (EhDb *db, const EhRowType *type, EhId id)
{
  gpointer row = eh_reader_get (db, type, id);

  if (row == NULL)
    return FALSE;
  type->free (row);
  return TRUE;
}

/* What a block pointed to may be gone since. */
static void
let_go (EhDb *db, EhBlock *block)
{
  if (!is_there (db, &eh_insight_row_type, block->insight_id))
    block->insight_id = EH_ID_NONE;
  if (!is_there (db, &eh_category_row_type, block->category_id))
    block->category_id = EH_ID_NONE;
  if (!is_there (db, &eh_resource_row_type, block->resource_id))
    block->resource_id = EH_ID_NONE;
}

static gboolean
remove_others (
    EhStore *store, const EhRowType *type, GPtrArray *now, GPtrArray *then, GError **error)
{
  g_autoptr (GHashTable) kept = ids_of (then);

  for (guint i = 0; i < now->len; i++)
    if (!g_hash_table_contains (kept, now->pdata[i]) &&
        !eh_store_remove (store, type, eh_row_id (now->pdata[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_blocks (EhStore *store, EhId guidance_id, GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];

    block->guidance_id = guidance_id;
    let_go (eh_store_get_db (store), block);
    if (block->id != EH_ID_NONE && !eh_store_put (store, &eh_block_row_type, block, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_evidence (EhStore *store, GPtrArray *evidences, GError **error)
{
  EhDb *db = eh_store_get_db (store);

  for (guint i = 0; i < evidences->len; i++) {
    EhEvidence *evidence = evidences->pdata[i];

    if (is_there (db, &eh_insight_row_type, evidence->insight_id) &&
        is_there (db, &eh_block_row_type, evidence->block_id) &&
        !eh_store_put (store, &eh_evidence_row_type, evidence, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
bring_back (EhStore *store, EhGuidanceBody *then, EhGuidanceBody *now, GError **error)
{
  g_autoptr (GPtrArray) still = NULL;

  then->guidance->id = now->guidance->id;
  if (!eh_store_put (store, &eh_guidance_row_type, then->guidance, error) ||
      !remove_others (store, &eh_block_row_type, now->blocks, then->blocks, error) ||
      !put_blocks (store, now->guidance->id, then->blocks, error))
    return FALSE;
  still = evidence_of_guidance (eh_store_get_db (store), now->guidance->id);
  return (still == NULL ||
          remove_others (store, &eh_evidence_row_type, still, then->evidences, error)) &&
         put_evidence (store, then->evidences, error);
}

/**
 * eh_guidance_return_to:
 * @store: the store of the project
 * @version_id: a version
 * @error: set to a #EhStoreError
 *
 * Makes the document what it was then, as one step. What has been erased or removed from the
 * project since does not come back with it.
 *
 * Returns: whether it is done; when not, nothing has changed
 */
gboolean
eh_guidance_return_to (EhStore *store, EhId version_id, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhGuidanceVersion) version = eh_reader_get (db, &eh_guidance_version_row_type,
                                                         version_id);
  g_autoptr (EhGuidanceBody) then = version != NULL ? eh_guidance_body_from_json (version->body)
                                                    : NULL;
  g_autoptr (EhGuidanceBody) now = version != NULL ? eh_guidance_body_now (db, version->guidance_id)
                                                   : NULL;

  if (then == NULL || now == NULL) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                         _ ("That version cannot be read."));
    return FALSE;
  }
  if (!eh_store_begin (store, _ ("Returned to a version of the guidance"), error))
    return FALSE;
  if (!bring_back (store, then, now, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}
