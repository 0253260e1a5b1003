#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

/**
 * EhDocLine:
 * @look: its style, as eh-doc-look.h names it
 * @label: (nullable): strong words before the others, with a colon
 * @text: (nullable): what it says
 * @words: (nullable): what it says, where that is plain words
 * @strong: whether @words are strong
 * @language: (nullable): where it is not the document's
 *
 * A paragraph of a block, as the formats of word processors have it.
 */
typedef struct {
  const char *look;
  const char *label;
  const EhDocText *text;
  char *words;
  gboolean strong;
  const char *language;
} EhDocLine;

GPtrArray *eh_doc_lines (const EhDocBlock *block);
const char *eh_doc_lines_cell_look (const EhDocTable *table, guint column, gboolean header);

G_END_DECLS
