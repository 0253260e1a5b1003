/* Blocks as paragraphs in styles: what quotations, recommendations, callouts, resources and lines
 * to write on are made of is the same in every format of word processors, whatever each calls it.
 */

#include "config.h"

#include "eh-doc-lines.h"

#include "eh-doc-look.h"

static void
line_free (gpointer data)
{
  EhDocLine *line = data;

  g_free (line->words);
  g_free (line);
}

static EhDocLine *
add (GPtrArray *lines, const char *look)
{
  EhDocLine *line = g_new0 (EhDocLine, 1);

  line->look = look;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_text (GPtrArray *lines, const char *look, const EhDocText *text, const char *language)
{
  EhDocLine *line = add (lines, look);

  line->text = text;
  line->language = language;
}

/* Takes @words. */
static void
add_words (GPtrArray *lines, const char *look, char *words)
{
  if (words != NULL)
    add (lines, look)->words = words;
}

static void
add_field (GPtrArray *lines, const char *look, const EhDocField *field)
{
  EhDocLine *line = add (lines, look);

  line->label = field->label;
  line->text = field->text;
}

static void
add_fields (GPtrArray *lines, const EhDocBlock *block, const char *look, const char *last)
{
  guint n = block->fields->len;

  for (guint i = 0; i < n; i++)
    add_field (lines, i + 1 < n ? look : last, block->fields->pdata[i]);
}

static void
quote (GPtrArray *lines, const EhDocBlock *block)
{
  gboolean credited = block->attribution != NULL;

  add_text (lines, credited ? "Quotation_20_Credited" : "Quotations", block->text, block->language);
  if (credited)
    add_words (lines, "Quotation_20_Credit", g_strconcat ("— ", block->attribution, NULL));
}

/* What stands under its label, which is a heading. */
static void
recommendation (GPtrArray *lines, const EhDocBlock *block)
{
  add_text (lines, block->fields->len > 0 ? "Recommendation" : "Recommendation_20_End", block->text,
            block->language);
  add_fields (lines, block, "Recommendation_20_Detail", "Recommendation_20_End");
}

static void
callout (GPtrArray *lines, const EhDocBlock *block)
{
  static const char *const looks[][3] = {
    [EH_DOC_CALLOUT_NOTE] = { "Note_20_Label", "Note_20_Text", "Note_20_End" },
    [EH_DOC_CALLOUT_DISAGREEMENT] = { "Disagreement_20_Label", "Disagreement_20_Text",
                                      "Disagreement_20_End" },
    [EH_DOC_CALLOUT_CAUTION] = { "Caution_20_Label", "Caution_20_Text", "Caution_20_End" },
  };
  const char *const *look = looks[block->callout];
  guint first = lines->len;

  add_words (lines, look[0], g_strdup (block->label));
  if (!eh_doc_text_is_blank (block->text)) {
    add_words (lines, look[1], eh_doc_text_to_plain (block->text));
    ((EhDocLine *) lines->pdata[lines->len - 1])->strong = TRUE;
    ((EhDocLine *) lines->pdata[lines->len - 1])->language = block->language;
  }
  for (guint i = 0; i < block->items->len; i++)
    add_text (lines, look[1], ((EhDocItem *) block->items->pdata[i])->text, block->language);
  add_fields (lines, block, look[1], look[1]);
  if (lines->len > first + (block->label != NULL ? 1 : 0))
    ((EhDocLine *) lines->pdata[lines->len - 1])->look = look[2];
}

static void
resource (GPtrArray *lines, const EhDocBlock *block)
{
  const char *address = eh_doc_block_address (block);

  add_text (lines, "Resource", block->text, block->language);
  add_fields (lines, block, "Resource_20_Detail",
              address != NULL ? "Resource_20_Detail" : "Resource_20_End");
  add_words (lines, "Resource_20_End", g_strdup (address));
}

/* What stands under a question, and the lines to write on; or these alone. */
static void
room (GPtrArray *lines, const EhDocBlock *block)
{
  for (guint i = 0; i < block->fields->len; i++)
    add_field (lines, eh_doc_look_of_question (block, (int) i), block->fields->pdata[i]);
  for (guint i = 0; i < block->room; i++)
    add_words (lines, i + 1 < block->room ? "Writing_20_Line" : "Writing_20_Line_20_End",
               g_strdup (i == 0 && block->room_label != NULL ? block->room_label : ""));
}

/**
 * eh_doc_lines:
 * @block: a block
 *
 * Returns: (transfer full) (element-type EhDocLine): its paragraphs, which point into @block: of a
 *   recommendation those under its label, of a question those under its words; none for what is not
 *   made of paragraphs in styles
 */
GPtrArray *
eh_doc_lines (const EhDocBlock *block)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  if (block->kind == EH_DOC_BLOCK_QUOTE)
    quote (lines, block);
  else if (block->kind == EH_DOC_BLOCK_RECOMMENDATION)
    recommendation (lines, block);
  else if (block->kind == EH_DOC_BLOCK_CALLOUT)
    callout (lines, block);
  else if (block->kind == EH_DOC_BLOCK_RESOURCE)
    resource (lines, block);
  else if (block->kind == EH_DOC_BLOCK_QUESTION || block->kind == EH_DOC_BLOCK_ROOM)
    room (lines, block);
  return lines;
}

/**
 * eh_doc_lines_cell_look:
 * @table: a table
 * @column: of it
 * @header: whether the cell is a header
 *
 * Returns: (transfer none): name of the style of what stands in the cell
 */
const char *
eh_doc_lines_cell_look (const EhDocTable *table, guint column, gboolean header)
{
  static const char *const looks[2][2][2] = {
    { { "Table_20_Contents", "Table_20_Number" },
      { "Table_20_Heading", "Table_20_Number_20_Heading" } },
    { { "Small_20_Table_20_Contents", "Small_20_Table_20_Number" },
      { "Small_20_Table_20_Heading", "Small_20_Table_20_Number_20_Heading" } },
  };
  gboolean number = eh_doc_table_align (table, column) == EH_DOC_ALIGN_END;

  return looks[eh_doc_table_squeeze (table) > 0][header][number];
}
