/* What somebody takes back is taken out of the kept versions of the guidance and out of comments
 * too. A row that held any of it is removed, which erases it from the history, and comes back under
 * another id without it: the same id on every computer that does so. */

#include "eh-versions-wipe.h"

#include "eh-block-comment.h"
#include "eh-guidance-body.h"
#include "eh-guidance-version.h"
#include "eh-text.h"

typedef struct {
  GHashTable *ids;  /* (nullable): set of insights */
  GPtrArray *words; /* what they say */
  const char *name; /* (nullable): who leaves */
  gboolean words_too;
} Leaving;

static gboolean
is_theirs (const Leaving *leaving, const char *author)
{
  g_autofree char *a = eh_text_fold (author);
  g_autofree char *b = leaving->name != NULL ? eh_text_fold (leaving->name) : NULL;

  return b != NULL && !eh_text_is_blank (b) && g_str_equal (a, b);
}

static EhId
next_id (const EhRowType *type, EhId id)
{
  return eh_id_from_pair (type->table, id, id);
}

static gboolean
replace (EhStore *store, const EhRowType *type, gpointer row, GError **error)
{
  EhId *id = row;
  EhId before = *id;

  *id = next_id (type, before);
  return eh_store_remove (store, type, before, error) && eh_store_put (store, type, row, error);
}

static gboolean
wipe_version (EhStore *store, EhGuidanceVersion *version, const Leaving *leaving, GError **error)
{
  g_autoptr (EhGuidanceBody) body = leaving->ids != NULL
                                        ? eh_guidance_body_from_json (version->body)
                                        : NULL;
  gboolean changed = eh_guidance_body_forget_words (&version->name, leaving->words);

  if (body != NULL && eh_guidance_body_forget (body, leaving->ids, leaving->words)) {
    g_free (version->body);
    version->body = eh_guidance_body_to_json (body);
    changed = TRUE;
  }
  if (is_theirs (leaving, version->author))
    changed |= eh_set_str (&version->author, "");
  return !changed || replace (store, &eh_guidance_version_row_type, version, error);
}

static gboolean
wipe_comment (EhStore *store, EhBlockComment *comment, const Leaving *leaving, GError **error)
{
  gboolean changed = eh_guidance_body_forget_words (&comment->text, leaving->words);

  if (is_theirs (leaving, comment->author)) {
    if (leaving->words_too)
      return eh_store_remove (store, &eh_block_comment_row_type, comment->id, error);
    changed |= eh_set_str (&comment->author, "");
  }
  return !changed || replace (store, &eh_block_comment_row_type, comment, error);
}

static gboolean
wipe (EhStore *store, const Leaving *leaving, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) versions = eh_reader_list (db, &eh_guidance_version_row_type);
  g_autoptr (GPtrArray) comments = eh_reader_list (db, &eh_block_comment_row_type);

  for (guint i = 0; i < versions->len; i++)
    if (!wipe_version (store, versions->pdata[i], leaving, error))
      return FALSE;
  for (guint i = 0; i < comments->len; i++)
    if (!wipe_comment (store, comments->pdata[i], leaving, error))
      return FALSE;
  return TRUE;
}

/**
 * eh_versions_wipe_insights:
 * @store: the store, in a transaction that is going to erase
 * @insight_ids: (element-type EhId): insights that are about to be erased, those that are there
 * @error: set to a #EhStoreError
 *
 * Takes the insights and their words, where they stand as they were said, out of the versions of
 * the guidance and out of comments.
 *
 * Returns: whether that was done
 */
gboolean
eh_versions_wipe_insights (EhStore *store, GArray *insight_ids, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Leaving leaving = { ids, words, NULL, FALSE };

  if (insight_ids->len == 0)
    return TRUE;
  for (guint i = 0; i < insight_ids->len; i++) {
    EhId id = g_array_index (insight_ids, EhId, i);
    g_autoptr (EhInsight) insight = eh_reader_get (eh_store_get_db (store), &eh_insight_row_type,
                                                   id);

    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    if (insight == NULL)
      continue;
    g_ptr_array_add (words, g_strdup (insight->text));
    g_ptr_array_add (words, g_strdup (insight->gist));
  }
  return wipe (store, &leaving, error);
}

/**
 * eh_versions_wipe_person:
 * @store: the store, in a transaction that is going to erase
 * @person: who withdraws
 * @words_too: whether their words go, and not their name alone
 * @error: set to a #EhStoreError
 *
 * Takes away what they wrote in comments, or their name from it.
 *
 * Returns: whether that was done
 */
gboolean
eh_versions_wipe_person (EhStore *store,
                         const EhParticipant *person,
                         gboolean words_too,
                         GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Leaving leaving = { NULL, words, person->name, words_too };

  return wipe (store, &leaving, error);
}
