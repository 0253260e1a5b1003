#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhBlockComment:
 * @id: key
 * @block_id: the block
 * @author: who, as they call themselves; empty when they do not say
 * @text: the words
 * @created_at: when written
 * @settled_at: when it was settled; 0 while it is open
 *
 * What somebody of the team says about a block, to be settled.
 */
typedef struct {
  EhId id;
  EhId block_id;
  char *author;
  char *text;
  gint64 created_at;
  gint64 settled_at;
} EhBlockComment;

EH_DECLARE_ROW (EhBlockComment, eh_block_comment)

G_END_DECLS
