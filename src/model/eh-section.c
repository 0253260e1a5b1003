/* The sections of a document: a heading with all that follows it, until another of its level or
 * above. */

#include "eh-section.h"

static gboolean
is_heading (GPtrArray *blocks, guint index)
{
  return ((EhBlock *) blocks->pdata[index])->kind == EH_BLOCK_KIND_HEADING;
}

static gint64
level_at (GPtrArray *blocks, guint index)
{
  return MAX (((EhBlock *) blocks->pdata[index])->level, 1);
}

/**
 * eh_section_of:
 * @blocks: (element-type EhBlock): the blocks of a document in order
 * @index: one of them
 *
 * Returns: the heading that it stands under, itself for a heading; %G_MAXUINT for none
 */
guint
eh_section_of (GPtrArray *blocks, guint index)
{
  for (guint i = MIN (index + 1, blocks->len); i > 0; i--)
    if (is_heading (blocks, i - 1))
      return i - 1;
  return G_MAXUINT;
}

/**
 * eh_section_end:
 * @blocks: (element-type EhBlock): the blocks of a document in order
 * @heading: a heading among them; %G_MAXUINT for what comes before the first one
 *
 * Returns: one past the last block of its section
 */
guint
eh_section_end (GPtrArray *blocks, guint heading)
{
  for (guint i = heading != G_MAXUINT ? heading + 1 : 0; i < blocks->len; i++)
    if (is_heading (blocks, i) &&
        (heading == G_MAXUINT || level_at (blocks, i) <= level_at (blocks, heading)))
      return i;
  return blocks->len;
}

/**
 * eh_section_category:
 * @blocks: (element-type EhBlock): the blocks of a document in order
 * @index: one of them
 *
 * Returns: the category that it is about: its own, or that of the nearest heading above it which
 * has one and whose section it is in; 0 for none
 */
EhId
eh_section_category (GPtrArray *blocks, guint index)
{
  gint64 level = G_MAXINT64;

  if (index >= blocks->len)
    return EH_ID_NONE;
  if (((EhBlock *) blocks->pdata[index])->category_id != EH_ID_NONE)
    return ((EhBlock *) blocks->pdata[index])->category_id;
  for (guint i = index + 1; i > 0; i--) {
    EhBlock *block = blocks->pdata[i - 1];

    if (block->kind != EH_BLOCK_KIND_HEADING || level_at (blocks, i - 1) >= level)
      continue;
    if (block->category_id != EH_ID_NONE)
      return block->category_id;
    level = level_at (blocks, i - 1);
  }
  return EH_ID_NONE;
}
