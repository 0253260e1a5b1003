#include "eh-block.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhBlock, id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlock, guidance_id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlock, position, EH_FIELD_REAL),
  EH_FIELD_OF_ENUM (EhBlock, kind, eh_block_kind_vocabulary),
  EH_FIELD_OF (EhBlock, level, EH_FIELD_INT),
  EH_FIELD_OF (EhBlock, text, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, detail, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, audience, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, stage, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, owner, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, due, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhBlock, status, eh_block_status_vocabulary),
  EH_FIELD_OF (EhBlock, category_id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlock, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlock, resource_id, EH_FIELD_ID),
  EH_FIELD_OF (EhBlock, source, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, flag, EH_FIELD_TEXT),
  EH_FIELD_OF (EhBlock, created_at, EH_FIELD_TIME),
  EH_FIELD_OF (EhBlock, reason, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhBlock, eh_block, "block", fields)

/**
 * eh_block_has_markup:
 * @kind: a kind of block
 *
 * Returns: whether its words are kept with the signs of eh-markup.h; those of a quotation
 * are somebody's own
 */
gboolean
eh_block_has_markup (EhBlockKind kind)
{
  return kind == EH_BLOCK_KIND_PARAGRAPH || kind == EH_BLOCK_KIND_LIST ||
         kind == EH_BLOCK_KIND_RECOMMENDATION || kind == EH_BLOCK_KIND_QUESTION ||
         kind == EH_BLOCK_KIND_CALLOUT;
}
