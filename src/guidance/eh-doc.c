/* A finished document. See the header. */

#include "eh-doc.h"

#include "config.h"

#include "eh-text.h"

#include <libintl.h>

struct _EhDoc {
  EhDocMeta *meta;
  GPtrArray *blocks;  /* (element-type EhDocBlock) */
  GPtrArray *notes;   /* (element-type EhDocText): note 1 first; the blocks own them */
  GHashTable *listed; /* (element-type EhDocBlock): the set of headings in the table of contents */
  GHashTable *by_id;  /* id (utf8) to EhDocBlock */
  gboolean has_contents;
};

/**
 * eh_doc_meta_new:
 * @title: the title
 * @language: (nullable): BCP 47; British English when %NULL
 *
 * Returns: (transfer full): what a new document says of itself
 */
EhDocMeta *
eh_doc_meta_new (const char *title, const char *language)
{
  EhDocMeta *meta = g_new0 (EhDocMeta, 1);

  meta->title = eh_text_clean_line (title);
  meta->language = g_strdup (language != NULL && language[0] != '\0' ? language : "en-GB");
  meta->rtl = eh_doc_language_is_rtl (meta->language);
  meta->keywords = g_ptr_array_new_with_free_func (g_free);
  meta->details = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_doc_field_free);
  return meta;
}

void
eh_doc_meta_free (EhDocMeta *meta)
{
  g_free (meta->title);
  g_free (meta->subtitle);
  g_free (meta->language);
  g_free (meta->authors);
  g_free (meta->licence);
  g_free (meta->licence_url);
  g_free (meta->date);
  g_free (meta->description);
  g_free (meta->status);
  g_clear_pointer (&meta->logo, eh_doc_figure_free);
  g_free (meta->accent);
  g_free (meta->accent_2);
  g_ptr_array_unref (meta->keywords);
  g_ptr_array_unref (meta->details);
  eh_catalogue_unref (meta->words);
  g_free (meta);
}

/* Which headings the table of contents lists: those of level 1, and of level 2 those whose words
 * occur once. What stands in every chapter ("What to do") would make it long and tell nothing. */
static void
find_listed (EhDoc *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->blocks->len; i++) {
    EhDocBlock *block = self->blocks->pdata[i];
    g_autofree char *words = NULL;
    gpointer other = NULL;

    if (block->kind != EH_DOC_BLOCK_HEADING || block->level > 2)
      continue;
    g_hash_table_add (self->listed, block);
    if (block->level == 1)
      continue;
    words = eh_doc_text_to_plain (block->text);
    if (g_hash_table_lookup_extended (first, words, NULL, &other)) {
      g_hash_table_remove (self->listed, other);
      g_hash_table_remove (self->listed, block);
    } else {
      g_hash_table_insert (first, g_steal_pointer (&words), block);
    }
  }
}

/**
 * eh_doc_new_take:
 * @meta: (transfer full): what it says of itself
 * @blocks: (transfer full) (element-type EhDocBlock): in reading order
 * @notes: (transfer container) (element-type EhDocText): note 1 first, each of a run of @blocks
 *
 * Returns: (transfer full): the document
 */
EhDoc *
eh_doc_new_take (EhDocMeta *meta, GPtrArray *blocks, GPtrArray *notes)
{
  EhDoc *self = g_atomic_rc_box_new0 (EhDoc);

  self->meta = meta;
  self->blocks = blocks;
  self->notes = notes;
  self->listed = g_hash_table_new (NULL, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < blocks->len; i++) {
    EhDocBlock *block = blocks->pdata[i];

    if (block->kind == EH_DOC_BLOCK_CONTENTS)
      self->has_contents = TRUE;
    if (block->id != NULL)
      g_hash_table_insert (self->by_id, block->id, block);
  }
  find_listed (self);
  return self;
}

static void
doc_clear (gpointer data)
{
  EhDoc *self = data;

  eh_doc_meta_free (self->meta);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->listed);
  g_hash_table_unref (self->by_id);
}

EhDoc *
eh_doc_ref (EhDoc *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
eh_doc_unref (EhDoc *self)
{
  g_atomic_rc_box_release_full (self, doc_clear);
}

/**
 * eh_doc_meta:
 *
 * Returns: (transfer none): what the document says of itself
 */
const EhDocMeta *
eh_doc_meta (const EhDoc *self)
{
  return self->meta;
}

/**
 * eh_doc_say:
 * @message: words that a writer prints, marked by N_()
 *
 * Returns: (transfer none): the words in the document's own language, where it brought them, or
 * else in that of the program
 */
const char *
eh_doc_say (const EhDoc *self, const char *message)
{
  return self->meta->words != NULL ? eh_catalogue_get (self->meta->words, message)
                                   : dgettext (GETTEXT_PACKAGE, message);
}

/**
 * eh_doc_n_blocks:
 *
 * Returns: how many blocks there are
 */
guint
eh_doc_n_blocks (const EhDoc *self)
{
  return self->blocks->len;
}

/**
 * eh_doc_block:
 * @index: less than eh_doc_n_blocks()
 *
 * Returns: (transfer none): the block
 */
const EhDocBlock *
eh_doc_block (const EhDoc *self, guint index)
{
  return self->blocks->pdata[index];
}

/**
 * eh_doc_block_begins_group:
 *
 * Returns: whether the block before @index is of another kind: questions and resources that follow
 *   one another are printed as one list
 */
gboolean
eh_doc_block_begins_group (const EhDoc *self, guint index)
{
  return index == 0 || eh_doc_block (self, index - 1)->kind != eh_doc_block (self, index)->kind;
}

/**
 * eh_doc_block_ends_group:
 *
 * Returns: whether the block after @index is of another kind
 */
gboolean
eh_doc_block_ends_group (const EhDoc *self, guint index)
{
  return index + 1 == self->blocks->len ||
         eh_doc_block (self, index + 1)->kind != eh_doc_block (self, index)->kind;
}

/**
 * eh_doc_block_by_id:
 *
 * Returns: (transfer none) (nullable): the block that references call @id
 */
const EhDocBlock *
eh_doc_block_by_id (const EhDoc *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * eh_doc_n_notes:
 *
 * Returns: how many notes there are
 */
guint
eh_doc_n_notes (const EhDoc *self)
{
  return self->notes->len;
}

/**
 * eh_doc_note:
 * @number: 1 to eh_doc_n_notes()
 *
 * Returns: (transfer none): what the note says
 */
const EhDocText *
eh_doc_note (const EhDoc *self, guint number)
{
  return self->notes->pdata[number - 1];
}

/**
 * eh_doc_in_contents:
 * @index: less than eh_doc_n_blocks()
 *
 * Returns: whether the block is a heading that a table of contents lists
 */
gboolean
eh_doc_in_contents (const EhDoc *self, guint index)
{
  return g_hash_table_contains (self->listed, self->blocks->pdata[index]);
}

/**
 * eh_doc_has_long_contents:
 *
 * Returns: whether a table of contents is too long to stand under the title on its page
 */
gboolean
eh_doc_has_long_contents (const EhDoc *self)
{
  return g_hash_table_size (self->listed) > 10;
}

/**
 * eh_doc_has_contents:
 *
 * Returns: whether a table of contents is among the blocks
 */
gboolean
eh_doc_has_contents (const EhDoc *self)
{
  return self->has_contents;
}
