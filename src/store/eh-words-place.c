/* Where words that somebody takes back stand in texts that stay, for a person to look at: they are
 * taken out unless somebody chooses otherwise. What others said is theirs, even in the same words,
 * and a few words may be a coincidence: those stay unless somebody chooses otherwise. */

#include "eh-words-place.h"

#include "eh-block-comment.h"
#include "eh-db.h"
#include "eh-guidance-version.h"
#include "eh-removal.h"
#include "eh-team-template.h"
#include "eh-text.h"

#include <string.h>

void
eh_words_place_free (EhWordsPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

/**
 * eh_words_places_copy:
 * @places: (element-type EhWordsPlace): places
 *
 * Returns: (transfer full) (element-type EhWordsPlace): the same, with what was chosen
 */
GPtrArray *
eh_words_places_copy (GPtrArray *places)
{
  GPtrArray *copies = g_ptr_array_new_full (places->len, (GDestroyNotify) eh_words_place_free);

  for (guint i = 0; i < places->len; i++) {
    EhWordsPlace *copy = g_memdup2 (places->pdata[i], sizeof *copy);

    copy->text = g_strdup (copy->text);
    copy->words = g_strdup (copy->words);
    g_ptr_array_add (copies, copy);
  }
  return copies;
}

typedef struct {
  GPtrArray *places;
  guint n_versions;
} Found;

static EhWordsPlace *
add_place (Found *found, const EhRedactionPlace *from, const EhPassage *passage)
{
  EhWordsPlace *place = g_new0 (EhWordsPlace, 1);

  place->type = from->type;
  place->id = from->id;
  place->field = from->field;
  place->text = g_strdup (from->text);
  place->passage = *passage;
  place->words = g_strndup (from->text + passage->start, passage->end - passage->start);
  place->others = from->type == &eh_insight_row_type && (g_str_equal (from->field->name, "text") ||
                                                         g_str_equal (from->field->name, "gist"));
  place->take_out = passage->sure && !place->others;
  g_ptr_array_add (found->places, place);
  return place;
}

static void
found_cb (const EhRedactionPlace *place, gpointer data)
{
  const EhPassage whole = { 0, strlen (place->text), TRUE };
  Found *found = data;

  /* A version, or a template, is not changed by anybody, and nobody is asked about it. */
  if (place->type == &eh_team_template_row_type && place->found == NULL)
    return;
  if (place->type == &eh_guidance_version_row_type) {
    found->n_versions += g_str_equal (place->field->name, "body");
    return;
  }
  if (place->found == NULL)
    add_place (found, place, &whole)->all = TRUE;
  for (guint i = 0; place->found != NULL && i < place->found->len; i++) {
    EhWordsPlace *added = add_place (found, place, &g_array_index (place->found, EhPassage, i));

    added->goes = eh_passages_are_all (place->text, place->found);
  }
}

static gboolean
has_row (EhDb *db, const char *sql, EhId id)
{
  EhStmt s = eh_db_prepare (db, sql);
  gboolean has;

  eh_stmt_bind_id (&s, id);
  has = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return has;
}

/* A part of the guidance that somebody talks about, or that rests on something, is not empty. */
static gboolean
is_nothing_else (EhDb *db, const EhBlock *block)
{
  return (block->kind == EH_BLOCK_KIND_PARAGRAPH || block->kind == EH_BLOCK_KIND_QUOTATION ||
          block->kind == EH_BLOCK_KIND_QUESTION || block->kind == EH_BLOCK_KIND_LIST ||
          block->kind == EH_BLOCK_KIND_CALLOUT) &&
         eh_text_is_blank (block->detail) &&
         !has_row (db, "SELECT 1 FROM evidence WHERE block_id = ?", block->id) &&
         !has_row (db, "SELECT 1 FROM block_comment WHERE block_id = ?", block->id);
}

static void
look_at_block (EhDb *db, EhWordsPlace *place)
{
  g_autoptr (EhBlock) block = place->type == &eh_block_row_type
                                  ? eh_reader_get (db, &eh_block_row_type, place->id)
                                  : NULL;

  place->goes = place->goes && block != NULL && g_str_equal (place->field->name, "text") &&
                is_nothing_else (db, block);
  place->kind = block != NULL ? block->kind : EH_BLOCK_KIND_PARAGRAPH;
}

/* A row that means nothing without what is erased goes with it, words and all. */
static gboolean
is_going (EhDb *db, const EhWordsPlace *place, const EhRedaction *redaction, EhId participant_id)
{
  const EhRowType *type = place->type;
  gpointer row = eh_reader_get (db, type, place->id);
  gboolean going = row == NULL;

  for (guint i = 0; row != NULL && i < type->n_fields; i++) {
    gboolean goes_too = FALSE;
    EhId id;

    if (type->fields[i].kind != EH_FIELD_ID ||
        eh_removal_parent (type, type->fields[i].name, &goes_too) == NULL || !goes_too)
      continue;
    id = *(const EhId *) (gconstpointer) ((const char *) row + type->fields[i].offset);
    going |= id == participant_id || eh_redaction_erases (redaction, id);
  }
  eh_row_free (type, row);
  return going;
}

/* The guidance first, which is what goes out; what others said last. */
static int
order_of (const EhWordsPlace *place)
{
  return place->type == &eh_block_row_type ? 0 : place->others ? 2 : 1;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return order_of (*(EhWordsPlace *const *) a) - order_of (*(EhWordsPlace *const *) b);
}

/**
 * eh_words_places_find:
 * @redaction: what is to be taken out
 * @db: a connection
 * @participant_id: who is erased
 * @n_versions: (out): how many versions of the guidance hold some of it
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhWordsPlace): where it stands else
 */
GPtrArray *
eh_words_places_find (
    EhRedaction *redaction, EhDb *db, EhId participant_id, guint *n_versions, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_words_place_free);
  Found found = { places, 0 };

  if (!eh_redaction_is_empty (redaction) &&
      !eh_redaction_find (redaction, db, found_cb, &found, error))
    return NULL;
  for (guint i = places->len; i > 0; i--)
    if (is_going (db, places->pdata[i - 1], redaction, participant_id))
      g_ptr_array_remove_index (places, i - 1);
    else
      look_at_block (db, places->pdata[i - 1]);
  g_ptr_array_sort (places, compare_places);
  *n_versions = found.n_versions;
  return g_steal_pointer (&places);
}

/**
 * eh_words_places_recall:
 * @places: (element-type EhWordsPlace): places that were just found
 * @before: (element-type EhWordsPlace): those that were found before
 *
 * Chooses again what was chosen for the same words in the same place.
 */
void
eh_words_places_recall (GPtrArray *places, GPtrArray *before)
{
  for (guint i = 0; i < places->len; i++) {
    EhWordsPlace *place = places->pdata[i];

    for (guint j = 0; j < before->len; j++) {
      const EhWordsPlace *old = before->pdata[j];

      if (old->id == place->id && old->type == place->type && old->field == place->field &&
          old->passage.start == place->passage.start && g_str_equal (old->words, place->words))
        place->take_out = old->take_out;
    }
  }
}

/**
 * eh_words_places_follow:
 * @places: (element-type EhWordsPlace): places
 * @redaction: (inout): does then what was chosen for them
 */
void
eh_words_places_follow (GPtrArray *places, EhRedaction *redaction)
{
  for (guint i = 0; i < places->len; i++) {
    const EhWordsPlace *place = places->pdata[i];
    const EhRedactionPlace where = { place->type, place->id, place->field, place->text, NULL };

    if (!place->take_out)
      eh_redaction_keep (redaction, &where, place->all ? NULL : &place->passage);
    else if (place->others)
      eh_redaction_reach (redaction, place->id);
  }
}
