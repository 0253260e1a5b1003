/* Whoever withdraws may have named a version of the guidance, or commented on it. Such a row is
 * removed, which erases the name from the history, and comes back under another id without it: the
 * same id on every computer that does so. */

#include "eh-versions-wipe.h"

#include "eh-block-comment.h"
#include "eh-guidance-version.h"
#include "eh-text.h"

static gboolean
is_name (const char *folded, const char *author)
{
  g_autofree char *other = eh_text_fold (author);

  return g_str_equal (folded, other);
}

static gboolean
replace (EhStore *store, const EhRowType *type, gpointer row, GError **error)
{
  EhId *id = row;
  EhId before = *id;

  *id = eh_id_from_pair (type->table, before, before);
  return eh_store_remove (store, type, before, error) && eh_store_put (store, type, row, error);
}

static gboolean
wipe_version (EhStore *store, EhGuidanceVersion *version, GError **error)
{
  eh_set_str (&version->author, "");
  return replace (store, &eh_guidance_version_row_type, version, error);
}

static gboolean
wipe_comment (EhStore *store, EhBlockComment *comment, gboolean words_too, GError **error)
{
  if (words_too)
    return eh_store_remove (store, &eh_block_comment_row_type, comment->id, error);
  eh_set_str (&comment->author, "");
  return replace (store, &eh_block_comment_row_type, comment, error);
}

/**
 * eh_versions_wipe_person:
 * @store: the store, in a transaction that is going to erase
 * @person: who withdraws
 * @words_too: whether their words go, and not their name alone
 * @error: set to a #EhStoreError
 *
 * Takes away what they wrote in comments, or their name from it, and from versions that they named.
 *
 * Returns: whether that was done
 */
gboolean
eh_versions_wipe_person (EhStore *store,
                         const EhParticipant *person,
                         gboolean words_too,
                         GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autofree char *name = eh_text_fold (person->name);
  g_autoptr (GPtrArray) versions = eh_reader_list (db, &eh_guidance_version_row_type);
  g_autoptr (GPtrArray) comments = eh_reader_list (db, &eh_block_comment_row_type);

  if (eh_text_is_blank (name))
    return TRUE;
  for (guint i = 0; i < versions->len; i++) {
    EhGuidanceVersion *version = versions->pdata[i];

    if (is_name (name, version->author) && !wipe_version (store, version, error))
      return FALSE;
  }
  for (guint i = 0; i < comments->len; i++) {
    EhBlockComment *comment = comments->pdata[i];

    if (is_name (name, comment->author) && !wipe_comment (store, comment, words_too, error))
      return FALSE;
  }
  return TRUE;
}
