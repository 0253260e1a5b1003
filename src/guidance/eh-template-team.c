/* A template of the team's own: what a guidance is made of, without what people said. Kept are
 * headings, the parts that fill themselves and where there is room to write; what the team typed
 * itself only where it wants that. A quotation is never kept: whoever takes words back must find
 * them in one place. */

#include "config.h"

#include "eh-template-team.h"

#include "eh-public-record.h"
#include "eh-template-private.h"
#include "eh-text.h"

#include <stdlib.h>
#include <string.h>

/* Blocks in a template, and characters of one of them: a file may say anything. */
#define MOST_BLOCKS 500

static gboolean
fills_itself (const EhBlock *block)
{
  return !eh_text_is_blank (block->source) &&
         (block->kind == EH_BLOCK_KIND_AUTOMATIC || block->kind == EH_BLOCK_KIND_CHART ||
          block->kind == EH_BLOCK_KIND_TABLE);
}

static gboolean
is_typed (const EhBlock *block)
{
  return block->kind == EH_BLOCK_KIND_PARAGRAPH || block->kind == EH_BLOCK_KIND_LIST ||
         block->kind == EH_BLOCK_KIND_QUESTION || block->kind == EH_BLOCK_KIND_CALLOUT;
}

/* "heard:1f" is about one workshop, and another document will be about another. */
static char *
source_of (const EhBlock *block)
{
  const char *colon = strchr (block->source, ':');

  if (block->kind == EH_BLOCK_KIND_AUTOMATIC && colon != NULL &&
      eh_id_from_string (colon + 1) != EH_ID_NONE)
    return g_strdup_printf ("%.*s:@", (int) (colon - block->source), block->source);
  return g_strdup (block->source);
}

/**
 * eh_template_team_structure:
 * @blocks: (element-type EhBlock): of a guidance, in order
 * @with_words: whether to keep what the team typed in paragraphs, lists, questions and callouts
 *
 * Returns: (transfer full): what #EhTeamTemplate keeps of it
 */
char *
eh_template_team_structure (GPtrArray *blocks, gboolean with_words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len && i < MOST_BLOCKS; i++) {
    const EhBlock *block = blocks->pdata[i];
    gboolean heading = block->kind == EH_BLOCK_KIND_HEADING;
    g_autofree char *source = NULL;
    g_autofree char *words = NULL;

    if (block->kind == EH_BLOCK_KIND_QUOTATION ||
        (block->kind == EH_BLOCK_KIND_RESOURCE && block->resource_id != EH_ID_NONE) ||
        (block->kind == EH_BLOCK_KIND_TABLE && !fills_itself (block)))
      continue;
    source = source_of (block);
    words = heading || (with_words && is_typed (block)) ? g_strescape (block->text, NULL)
                                                        : g_strdup ("");
    g_string_append_printf (out, "%s\t%d\t%s\t%s\n",
                            eh_vocabulary_key (&eh_block_kind_vocabulary, (int) block->kind),
                            (int) block->level, source, words);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_template_team_find:
 * @dataset: what may leave the program
 * @key: (nullable): "own:" and the id or the name of a template of the team
 *
 * Returns: (transfer none) (nullable): the template
 */
const EhTeamTemplate *
eh_template_team_find (EhPublicDataset *dataset, const char *key)
{
  g_autoptr (GPtrArray) rows = eh_public_dataset_team_templates (dataset);
  g_autofree char *wanted = NULL;
  EhId id;

  if (key == NULL || !g_str_has_prefix (key, EH_TEMPLATE_TEAM_PREFIX))
    return NULL;
  key += strlen (EH_TEMPLATE_TEAM_PREFIX);
  wanted = eh_text_fold (key);
  id = eh_id_from_string (key);
  for (guint i = 0; i < rows->len; i++) {
    const EhTeamTemplate *row = rows->pdata[i];
    g_autofree char *name = eh_text_fold (row->name);

    if ((id != EH_ID_NONE && row->id == id) || g_str_equal (name, wanted))
      return row;
  }
  return NULL;
}

static void
begin_line (EhTemplateBegin *b, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 4);
  g_autofree char *words = NULL;
  int kind;
  EhBlock *block;

  if (g_strv_length (cells) != 4 ||
      !eh_vocabulary_find (&eh_block_kind_vocabulary, cells[0], &kind) ||
      kind == EH_BLOCK_KIND_QUOTATION)
    return;
  if (g_str_has_suffix (cells[2], ":@")) {
    cells[2][strlen (cells[2]) - 2] = '\0';
    eh_template_part_of (b, cells[2], b->workshop_id);
    return;
  }
  words = eh_text_unescape (cells[3]);
  block = eh_template_add (b, (EhBlockKind) kind);
  block->level = CLAMP (atoi (cells[1]), 0, 4);
  eh_set_str (&block->source, cells[2]);
  if (words == NULL)
    return;
  /* Kept when somebody still agreed to be quoted, perhaps. */
  g_free (block->text);
  block->text = eh_public_dataset_agreed (b->dataset, words);
}

/* Adds the blocks of a template of the team. */
void
eh_template_team_begin (EhTemplateBegin *b, const EhTeamTemplate *row)
{
  g_auto (GStrv) lines = g_strsplit (row->structure, "\n", MOST_BLOCKS + 1);

  for (guint i = 0; lines[i] != NULL && i < MOST_BLOCKS; i++)
    begin_line (b, lines[i]);
}
