#pragma once

#include "eh-block.h"

G_BEGIN_DECLS

/**
 * EhHit:
 * @block_id: the block
 * @detail: in its second words, not its first
 * @start: first character, of the words as they are shown
 * @end: one past the last
 *
 * Where words stand in a document.
 */
typedef struct {
  EhId block_id;
  gboolean detail;
  int start;
  int end;
} EhHit;

GArray *eh_find_in_blocks (GPtrArray *blocks, const char *words);
char *
eh_find_replace (const char *markup, gboolean rich, const char *words, const char *with, int only);

G_END_DECLS
