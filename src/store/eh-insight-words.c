/* The full-text index of the insights, kept by hand. Triggers would be shorter, and cost half the
 * time of an import: a statement with a trigger opens a savepoint, and at each savepoint FTS5
 * writes what it has gathered, one insight at a time, to the file. */

#include "eh-insight-words.h"

static gboolean
write_words (EhDb *db, const char *sql, EhId id, const char *text, const char *gist, GError **error)
{
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, id);
  eh_stmt_bind_text (&s, text);
  eh_stmt_bind_text (&s, gist);
  return eh_stmt_run (&s, error);
}

static gboolean
learn (EhDb *db, EhId id, const char *text, const char *gist, GError **error)
{
  return write_words (db, "INSERT INTO insight_words (rowid, text, gist) VALUES (?, ?, ?)", id,
                      text, gist, error);
}

/* What an insight says now; FALSE without an error for none that is there. */
static gboolean
read_words (EhDb *db, EhId id, char **text, char **gist, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT text, gist FROM insight WHERE id = ?");
  gboolean found;

  eh_stmt_bind_id (&s, id);
  found = eh_stmt_step (&s);
  if (found) {
    *text = g_strdup (eh_stmt_text (&s, 0));
    *gist = g_strdup (eh_stmt_text (&s, 1));
  }
  return eh_stmt_finish (&s, error) && found;
}

/* FTS5 needs the old words to find what to take out. */
static gboolean
forget (EhDb *db, EhId id, const char *text, const char *gist, GError **error)
{
  return write_words (
      db, "INSERT INTO insight_words (insight_words, rowid, text, gist) VALUES ('delete', ?, ?, ?)",
      id, text, gist, error);
}

/**
 * eh_insight_words_replace:
 * @db: a writer, in a transaction
 * @insight: an insight, before it is written
 * @is_new: (out): whether there is none with its id yet
 * @error: set to a #EhStoreError
 *
 * Returns: whether the index knows its words, and no older ones of it
 */
gboolean
eh_insight_words_replace (EhDb *db, const EhInsight *insight, gboolean *is_new, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *gist = NULL;
  g_autoptr (GError) failure = NULL;

  *is_new = !read_words (db, insight->id, &text, &gist, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!*is_new) {
    if (g_str_equal (insight->text, text) && g_str_equal (insight->gist, gist))
      return TRUE;
    if (!forget (db, insight->id, text, gist, error))
      return FALSE;
  }
  return learn (db, insight->id, insight->text, insight->gist, error);
}

/**
 * eh_insight_words_forget:
 * @db: a writer, in a transaction
 * @id: an insight, which need not be there, before it is changed or removed
 * @error: set to a #EhStoreError
 *
 * Returns: whether nothing of it can be found
 */
gboolean
eh_insight_words_forget (EhDb *db, EhId id, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *gist = NULL;
  g_autoptr (GError) failure = NULL;

  if (read_words (db, id, &text, &gist, &failure))
    return forget (db, id, text, gist, error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * eh_insight_words_learn_again:
 * @db: a writer, in a transaction
 * @id: an insight that was forgotten, and may have been removed since
 * @error: set to a #EhStoreError
 *
 * Returns: whether what it says now can be found
 */
gboolean
eh_insight_words_learn_again (EhDb *db, EhId id, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *gist = NULL;
  g_autoptr (GError) failure = NULL;

  if (read_words (db, id, &text, &gist, &failure))
    return learn (db, id, text, gist, error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
