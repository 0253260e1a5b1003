#include "eh-block-comment.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhBlockComment, id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlockComment, block_id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlockComment, author, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlockComment, text, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlockComment, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhBlockComment, settled_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhBlockComment, eh_block_comment, "block_comment", fields)
