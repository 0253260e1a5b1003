/* One block of a document. See the header. */

#include "eh-doc-block.h"

static void
item_free (gpointer data)
{
  EhDocItem *item = data;

  eh_doc_text_free (item->text);
  g_free (item->id);
  g_free (item);
}

/**
 * eh_doc_field_new:
 * @label: what it is
 * @text: (transfer full): what it says
 *
 * Returns: (transfer full): the field
 */
EhDocField *
eh_doc_field_new (const char *label, EhDocText *text)
{
  EhDocField *self = g_new0 (EhDocField, 1);

  self->label = eh_doc_words (label);
  self->text = text;
  return self;
}

void
eh_doc_field_free (EhDocField *self)
{
  g_free (self->label);
  eh_doc_text_free (self->text);
  g_free (self);
}

/**
 * eh_doc_block_new:
 *
 * Returns: (transfer full): a block with nothing in it
 */
EhDocBlock *
eh_doc_block_new (EhDocBlockKind kind)
{
  EhDocBlock *self = g_new0 (EhDocBlock, 1);

  self->kind = kind;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_doc_field_free);
  return self;
}

void
eh_doc_block_free (EhDocBlock *self)
{
  g_free (self->id);
  g_free (self->language);
  g_free (self->label);
  g_free (self->attribution);
  g_free (self->room_label);
  g_clear_pointer (&self->text, eh_doc_text_free);
  g_clear_pointer (&self->table, eh_doc_table_free);
  g_clear_pointer (&self->figure, eh_doc_figure_free);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * eh_doc_block_add_field:
 * @label: what it is
 * @text: (transfer full): what it says; nothing is added when it is blank
 */
void
eh_doc_block_add_field (EhDocBlock *self, const char *label, EhDocText *text)
{
  if (eh_doc_text_is_blank (text))
    eh_doc_text_free (text);
  else
    g_ptr_array_add (self->fields, eh_doc_field_new (label, text));
}

/**
 * eh_doc_block_add_item:
 * @level: 0, or 1 for a list within a list
 * @text: (transfer full): what it says
 */
void
eh_doc_block_add_item (EhDocBlock *self, guint level, EhDocText *text)
{
  EhDocItem *item = g_new0 (EhDocItem, 1);

  /* A list cannot begin with a list within a list. */
  item->level = self->items->len == 0 ? 0 : MIN (level, 1);
  item->text = text;
  g_ptr_array_add (self->items, item);
}

/**
 * eh_doc_block_address:
 *
 * Returns: (transfer none) (nullable): where the text of the block leads, to be printed where the
 *   document may end up on paper
 */
const char *
eh_doc_block_address (const EhDocBlock *self)
{
  for (guint i = 0; self->text != NULL && i < eh_doc_text_n_runs (self->text); i++)
    if (eh_doc_text_run (self->text, i)->kind == EH_DOC_RUN_LINK)
      return eh_doc_text_run (self->text, i)->target;
  return NULL;
}

static void
table_foreach_text (EhDocTable *table, EhDocTextFunc func, gpointer data)
{
  for (guint c = 0; c < eh_doc_table_n_columns (table); c++)
    func ((EhDocText *) eh_doc_table_header (table, c), data);
  for (guint r = 0; r < eh_doc_table_n_rows (table); r++)
    for (guint c = 0; c < eh_doc_table_n_columns (table); c++)
      func ((EhDocText *) eh_doc_table_cell (table, r, c), data);
}

/**
 * eh_doc_block_foreach_text:
 * @func: called with each text of the block, in reading order
 * @data: for @func
 */
void
eh_doc_block_foreach_text (EhDocBlock *self, EhDocTextFunc func, gpointer data)
{
  if (self->text != NULL)
    func (self->text, data);
  for (guint i = 0; i < self->items->len; i++)
    func (((EhDocItem *) self->items->pdata[i])->text, data);
  for (guint i = 0; i < self->fields->len; i++)
    func (((EhDocField *) self->fields->pdata[i])->text, data);
  if (self->table != NULL)
    table_foreach_text (self->table, func, data);
  if (self->figure != NULL && self->figure->table != NULL)
    table_foreach_text (self->figure->table, func, data);
}
