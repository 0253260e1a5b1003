/* Takes somebody's words out of a project: out of every text that they were copied to, out of what
 * a step of the history did, and out of the versions of a guidance. What is said of a text is said
 * of all that it ever was: then a step that is taken back, to find out what two copies have in
 * common, still meets what it left.
 *
 * What somebody else said is theirs, even in the same words, and stays unless it is asked for. */

#include "eh-redaction.h"

#include "config.h"
#include "eh-catalogue.h"
#include "eh-changeset-filter.h"
#include "eh-db.h"
#include "eh-guidance-body.h"
#include "eh-guidance-version.h"
#include "eh-look.h"
#include "eh-received.h"
#include "eh-row-store.h"
#include "eh-team-template.h"
#include "eh-text.h"
#include "eh-their-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EhRedaction {
  EhPassages *words;
  GHashTable *insights; /* (element-type gint64): what is erased */
  GHashTable *quotes;   /* (element-type gint64): blocks whose own words are but theirs, mended */
  GHashTable *kept;     /* (element-type utf8): places, and the words that stay there */
  GHashTable *reached;  /* (element-type gint64): insights of others that are not spared */
  char *instead;
};

static void
add_id (GHashTable *ids, EhId id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static GHashTable *
ids_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* In the language of the project, so that two copies of it say the same. */
static char *
what_stands_instead (EhDb *db)
{
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autoptr (EhCatalogue) catalogue = eh_catalogue_for_reader (project != NULL ? project->language
                                                                               : NULL);

  /* TRANSLATORS: stands in a document where somebody's words were, who has withdrawn */
  return g_strdup (eh_catalogue_get (catalogue, N_ ("[words taken out at the person’s wish]")));
}

/**
 * eh_redaction_new:
 * @db: a connection to the project
 * @words: what is taken out
 * @insight_ids: (element-type gint64): a set of the insights that are erased
 *
 * Returns: (transfer full): what is to be taken out
 */
EhRedaction *
eh_redaction_new (EhDb *db, EhPassages *words, GHashTable *insight_ids)
{
  EhRedaction *self = g_new0 (EhRedaction, 1);

  self->words = eh_passages_ref (words);
  self->insights = g_hash_table_ref (insight_ids);
  self->quotes = ids_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reached = ids_new ();
  self->instead = what_stands_instead (db);
  return self;
}

/**
 * eh_redaction_of_insights:
 * @db: a connection
 * @insight_ids: (element-type EhId): insights that are erased at somebody's wish, or about to be
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): what is to be taken out with them
 */
EhRedaction *
eh_redaction_of_insights (EhDb *db, GArray *insight_ids, GError **error)
{
  g_autoptr (EhPassages) words = eh_passages_new ();
  g_autoptr (GHashTable) ids = ids_new ();

  for (guint i = 0; i < insight_ids->len; i++)
    add_id (ids, g_array_index (insight_ids, EhId, i));
  return eh_their_words_of_insights (db, ids, words, error) ? eh_redaction_new (db, words, ids)
                                                            : NULL;
}

void
eh_redaction_free (EhRedaction *self)
{
  if (self == NULL)
    return;
  eh_passages_unref (self->words);
  g_hash_table_unref (self->insights);
  g_hash_table_unref (self->quotes);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->reached);
  g_free (self->instead);
  g_free (self);
}

/**
 * eh_redaction_is_empty:
 * @self: what is to be taken out
 *
 * Returns: whether there is nothing to look for
 */
gboolean
eh_redaction_is_empty (const EhRedaction *self)
{
  return eh_passages_is_empty (self->words) && g_hash_table_size (self->insights) == 0;
}

/**
 * eh_redaction_erases:
 * @self: what is to be taken out
 * @insight_id: an insight
 *
 * Returns: whether it is one of those that are erased
 */
gboolean
eh_redaction_erases (const EhRedaction *self, EhId insight_id)
{
  return g_hash_table_contains (self->insights, &insight_id);
}

static char *
key_of (const EhRowType *type, EhId id, const EhField *field, const char *folded)
{
  return g_strdup_printf ("%s %" EH_ID_FORMAT " %s %s", type->table, id, field->name, folded);
}

/**
 * eh_redaction_keep:
 * @self: what is to be taken out
 * @place: a text
 * @passage: (nullable): words of theirs in it; %NULL for all of it
 *
 * Lets them stand there, as somebody chose who has read them.
 */
void
eh_redaction_keep (EhRedaction *self, const EhRedactionPlace *place, const EhPassage *passage)
{
  g_autofree char *folded = passage != NULL ? eh_passages_fold (place->text, passage)
                                            : g_strdup ("");

  g_hash_table_add (self->kept, key_of (place->type, place->id, place->field, folded));
}

/**
 * eh_redaction_reach:
 * @self: what is to be taken out
 * @insight_id: something that somebody else said
 *
 * Takes it out of there too, which it is not otherwise.
 */
void
eh_redaction_reach (EhRedaction *self, EhId insight_id)
{
  add_id (self->reached, insight_id);
}

/* ---- One text ---- */

static gboolean
is_kept (const EhRedaction *self,
         const EhRowType *type,
         EhId id,
         const EhField *field,
         const char *folded)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->kept) == 0)
    return FALSE;
  key = key_of (type, id, field, folded);
  return g_hash_table_contains (self->kept, key);
}

/* What people say of themselves is theirs, and a picture says nothing. */
static gboolean
is_searched (const EhRowType *type, const EhField *field)
{
  return field->kind == EH_FIELD_TEXT && type != &eh_participant_row_type &&
         type != &eh_consent_row_type && type != &eh_look_row_type;
}

static gboolean
is_said (const EhRowType *type, const EhField *field)
{
  return type == &eh_insight_row_type &&
         (g_str_equal (field->name, "text") || g_str_equal (field->name, "gist"));
}

static gboolean
is_body (const EhRowType *type, const EhField *field)
{
  return type == &eh_guidance_version_row_type && g_str_equal (field->name, "body");
}

static gboolean
is_quoted (const EhRowType *type, const EhField *field)
{
  return type == &eh_block_row_type &&
         (g_str_equal (field->name, "text") || g_str_equal (field->name, "detail"));
}

static char *
redact_body (const EhRedaction *self, const char *text)
{
  g_autoptr (EhGuidanceBody) body = *text != '\0' ? eh_guidance_body_from_json (text) : NULL;

  return body != NULL && eh_guidance_body_forget (body, self->insights, self->words, self->instead)
             ? eh_guidance_body_to_json (body)
             : NULL;
}

static gboolean
is_structure (const EhRowType *type, const EhField *field)
{
  return type == &eh_team_template_row_type && g_str_equal (field->name, "structure");
}

/* A line a block, of which the last cell is its words, escaped (eh-template-team.c). */
static char *
redact_structure (const EhRedaction *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *cell = strrchr (lines[i], '\t');
    g_autofree char *words = cell != NULL ? eh_text_unescape (cell + 1) : NULL;
    g_autoptr (GArray) found = words != NULL ? eh_passages_find (self->words, words) : NULL;
    g_autofree char *rest = NULL;
    g_autofree char *escaped = NULL;

    if (found == NULL)
      continue;
    rest = eh_passages_replace (words, found, self->instead);
    escaped = g_strescape (rest, NULL);
    g_string_truncate (line, 0);
    g_string_append_len (line, lines[i], cell + 1 - lines[i]);
    g_string_append (line, escaped);
    g_free (lines[i]);
    lines[i] = g_strdup (line->str);
    any = TRUE;
  }
  return any ? g_strjoinv ("\n", lines) : NULL;
}

/**
 * eh_redaction_text:
 * @self: what is taken out
 * @type: a table
 * @id: a row's
 * @field: one of its members
 * @text: what that says, or has said
 *
 * Returns: (transfer full) (nullable): what it says from now on; %NULL where nothing changes
 */
char *
eh_redaction_text (
    const EhRedaction *self, const EhRowType *type, EhId id, const EhField *field, const char *text)
{
  g_autoptr (GArray) found = NULL;

  if (*text == '\0' || !is_searched (type, field) ||
      (is_said (type, field) && !g_hash_table_contains (self->reached, &id)))
    return NULL;
  if (is_body (type, field))
    return redact_body (self, text);
  if (is_structure (type, field))
    return redact_structure (self, text);
  if (is_quoted (type, field) && g_hash_table_contains (self->quotes, &id))
    return g_strdup ("");
  found = eh_passages_find (self->words, text);
  for (guint i = found != NULL ? found->len : 0; i > 0; i--) {
    g_autofree char *folded = eh_passages_fold (text, &g_array_index (found, EhPassage, i - 1));

    if (is_kept (self, type, id, field, folded))
      g_array_remove_index (found, i - 1);
  }
  return found != NULL && found->len > 0 ? eh_passages_replace (text, found, self->instead) : NULL;
}

static char **
text_in (gpointer row, const EhField *field)
{
  return (char **) (gpointer) ((char *) row + field->offset);
}

/* A quotation of what is erased: what it says of its own is the same, shortened or mended. */
static gboolean
quotes_erased (const EhRedaction *self, const EhRowType *type, gconstpointer row)
{
  const EhBlock *block = row;

  return type == &eh_block_row_type && block->kind == EH_BLOCK_KIND_QUOTATION &&
         g_hash_table_contains (self->insights, &block->insight_id);
}

/**
 * eh_redaction_row:
 * @self: what is taken out
 * @type: a table
 * @row: (inout): one of its rows
 *
 * Returns: whether anything was taken out of it
 */
gboolean
eh_redaction_row (const EhRedaction *self, const EhRowType *type, gpointer row)
{
  gboolean all = quotes_erased (self, type, row);
  gboolean changed = FALSE;

  for (guint i = 0; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];
    char **text = field->kind == EH_FIELD_TEXT ? text_in (row, field) : NULL;
    g_autofree char *rest = NULL;

    if (text == NULL || **text == '\0')
      continue;
    if (all && is_quoted (type, field) && !is_kept (self, type, eh_row_id (row), field, ""))
      rest = g_strdup ("");
    else
      rest = eh_redaction_text (self, type, eh_row_id (row), field, *text);
    if (rest == NULL)
      continue;
    eh_set_str (text, rest);
    changed = TRUE;
  }
  return changed;
}

/* ---- All rows ---- */

typedef void (*TextFunc) (
    const EhRowType *type, EhId id, const EhField *field, const char *text, gpointer data);

static char *
list_texts (const EhRowType *type, GPtrArray *fields)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < type->n_fields; i++)
    if (is_searched (type, &type->fields[i])) {
      g_ptr_array_add (fields, (gpointer) &type->fields[i]);
      g_string_append_printf (sql, ", %s", type->fields[i].name);
    }
  g_string_append_printf (sql, " FROM %s ORDER BY id", type->table);
  return g_string_free (sql, FALSE);
}

static gboolean
for_each_text (EhDb *db, TextFunc func, gpointer data, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) fields = g_ptr_array_new ();
    g_autofree char *sql = list_texts (types[i], fields);
    EhStmt s;

    if (fields->len == 0)
      continue;
    s = eh_db_prepare (db, sql);
    while (eh_stmt_step (&s))
      for (guint f = 0; f < fields->len; f++) {
        const char *text = eh_stmt_text (&s, (int) f + 1);

        if (*text != '\0')
          func (types[i], eh_stmt_int (&s, 0), fields->pdata[f], text, data);
      }
    if (!eh_stmt_finish (&s, error))
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  const EhRedaction *self;
  GHashTable *quotes;
  EhRedactionFunc func;
  gpointer data;
} Search;

static void
find_in_text (const EhRowType *type, EhId id, const EhField *field, const char *text, gpointer data)
{
  Search *search = data;
  const EhRedaction *self = search->self;
  EhRedactionPlace place = { type, id, field, text, NULL };

  /* Of the insights that go, nothing stays to be looked at. */
  if (type == &eh_insight_row_type && g_hash_table_contains (self->insights, &id))
    return;
  if (is_body (type, field) || is_structure (type, field)) {
    g_autofree char *rest = eh_redaction_text (self, type, id, field, text);

    if (rest != NULL)
      search->func (&place, search->data);
    return;
  }
  if (!is_quoted (type, field) || !g_hash_table_contains (search->quotes, &id)) {
    place.found = eh_passages_find (self->words, text);
    if (place.found == NULL)
      return;
  }
  search->func (&place, search->data);
  g_clear_pointer (&place.found, g_array_unref);
}

/* Quotations that still say whom they quote. */
static gboolean
list_quotes (const EhRedaction *self, EhDb *db, GHashTable *quotes, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT id, insight_id FROM block WHERE kind = 'quotation'"
                                " AND insight_id IS NOT NULL");

  while (eh_stmt_step (&s)) {
    EhId insight_id = eh_stmt_int (&s, 1);

    if (g_hash_table_contains (self->insights, &insight_id))
      add_id (quotes, eh_stmt_int (&s, 0));
  }
  return eh_stmt_finish (&s, error);
}

/**
 * eh_redaction_find:
 * @self: what is to be taken out
 * @db: a connection
 * @func: called for each text of the project that holds some of it, what others said included;
 * not for the insights that are erased. Of the version of a guidance, and of a template of the
 * team, the text is not for people.
 * @data: for @func
 * @error: set to a #EhStoreError
 *
 * Returns: whether every text was read
 */
gboolean
eh_redaction_find (
    const EhRedaction *self, EhDb *db, EhRedactionFunc func, gpointer data, GError **error)
{
  g_autoptr (GHashTable) quotes = ids_new ();
  Search search = { self, quotes, func, data };

  return list_quotes (self, db, quotes, error) && for_each_text (db, find_in_text, &search, error);
}

typedef struct {
  const EhRowType *type;
  EhId id;
} Row;

typedef struct {
  const EhRedaction *self;
  GArray *rows;
} Collected;

static void
collect (const EhRowType *type, EhId id, const EhField *field, const char *text, gpointer data)
{
  Collected *collected = data;
  GArray *rows = collected->rows;
  Row row = { type, id };
  g_autofree char *rest = NULL;

  if (rows->len > 0 && g_array_index (rows, Row, rows->len - 1).type == type &&
      g_array_index (rows, Row, rows->len - 1).id == id)
    return;
  rest = eh_redaction_text (collected->self, type, id, field, text);
  if (rest != NULL)
    g_array_append_val (rows, row);
}

static gboolean
redact_rows (const EhRedaction *self, EhStore *store, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Collected collected = { self, rows };

  if (!for_each_text (db, collect, &collected, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const EhRowType *type = g_array_index (rows, Row, i).type;
    gpointer row = eh_reader_get (db, type, g_array_index (rows, Row, i).id);
    gboolean well = row == NULL || !eh_redaction_row (self, type, row) ||
                    eh_store_put (store, type, row, error);

    eh_row_free (type, row);
    if (!well)
      return FALSE;
  }
  return TRUE;
}

/* Why something that was sent was refused: not in the history, and words of the team. */
static gboolean
redact_reasons (const EhRedaction *self, EhDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_row_store_list (db, &eh_received_row_type, "WHERE reason <> ''",
                                                  EH_ID_NONE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    EhReceived *row = rows->pdata[i];
    g_autoptr (GArray) found = eh_passages_find (self->words, row->reason);

    if (found == NULL)
      continue;
    g_free (row->reason);
    row->reason = g_strdup (self->instead);
    if (!eh_row_store_put (db, &eh_received_row_type, row, error))
      return FALSE;
  }
  return rows != NULL;
}

/* Quotations whose own words somebody chose to keep are as any other text. */
static void
drop_kept_quotes (const EhRedaction *self, GHashTable *quotes)
{
  const EhField *text = eh_row_type_field (&eh_block_row_type, "text");
  const EhField *detail = eh_row_type_field (&eh_block_row_type, "detail");
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, quotes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (is_kept (self, &eh_block_row_type, *(EhId *) id, text, "") ||
        is_kept (self, &eh_block_row_type, *(EhId *) id, detail, ""))
      g_hash_table_iter_remove (&iter);
}

/**
 * eh_redaction_apply:
 * @self: what is taken out
 * @store: the store, in a transaction that is going to erase, before the insights go
 * @error: set to a #EhStoreError
 *
 * Takes it out of every row, and has the commit take it out of the history.
 *
 * Returns: whether that was done
 */
gboolean
eh_redaction_apply (EhRedaction *self, EhStore *store, GError **error)
{
  EhDb *db = eh_store_get_db (store);

  if (eh_redaction_is_empty (self))
    return TRUE;
  if (!list_quotes (self, db, self->quotes, error))
    return FALSE;
  drop_kept_quotes (self, self->quotes);
  if (!eh_their_words_quoted_before (db, self->insights, self->quotes, error) ||
      !redact_rows (self, store, error) || !redact_reasons (self, db, error))
    return FALSE;
  eh_store_set_redaction (store, self);
  return TRUE;
}

/* ---- The history ---- */

static char *
reword_cb (
    const EhRowType *type, EhId id, const EhField *field, const char *text, gconstpointer data)
{
  return eh_redaction_text (data, type, id, field, text);
}

/**
 * eh_redaction_changes:
 * @self: what is taken out
 * @changes: (inout) (transfer full): the changes of a step
 * @touched: (inout): set where anything was in them
 *
 * Returns: whether @changes could be read
 */
gboolean
eh_redaction_changes (const EhRedaction *self, GBytes **changes, gboolean *touched)
{
  gboolean any = FALSE;
  GBytes *rest = eh_changeset_reworded (*changes, reword_cb, self, &any);

  if (rest == NULL)
    return FALSE;
  g_bytes_unref (*changes);
  *changes = rest;
  *touched |= any;
  return TRUE;
}

/**
 * eh_redaction_labels:
 * @self: what is taken out
 * @db: a writer, in a transaction
 * @error: set to a #EhStoreError
 *
 * Returns: whether no label of the history tells it
 */
gboolean
eh_redaction_labels (const EhRedaction *self, EhDb *db, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT DISTINCT label FROM history");
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  while (eh_stmt_step (&s))
    g_ptr_array_add (labels, eh_stmt_dup_text (&s, 0));
  if (!eh_stmt_finish (&s, error))
    return FALSE;
  for (guint i = 0; i < labels->len; i++) {
    g_autoptr (GArray) found = eh_passages_find (self->words, labels->pdata[i]);
    g_autofree char *rest = found != NULL ? eh_passages_replace (labels->pdata[i], found, "…")
                                          : NULL;

    if (rest == NULL)
      continue;
    s = eh_db_prepare (db, "UPDATE history SET label = ? WHERE label = ?");
    eh_stmt_bind_text (&s, rest);
    eh_stmt_bind_text (&s, labels->pdata[i]);
    if (!eh_stmt_run (&s, error))
      return FALSE;
  }
  return TRUE;
}
