#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhBlock:
 * @id: key
 * @guidance_id: the document
 * @position: order in the document
 * @kind: heading, paragraph, recommendation … (EhBlockKind)
 * @level: of a heading, 1 to 3; 0 otherwise
 * @text: its words; of a list, an item a line
 * @detail: second text: the action of a recommendation, why a question is asked, the attribution of
 * a quotation that rests on no insight
 * @audience: for whom
 * @stage: when in a project
 * @owner: who does it
 * @due: ISO date or words
 * @status: how far a recommendation has got (EhBlockStatus)
 * @category_id: the category that a chapter or block is about, or none
 * @insight_id: what a quotation quotes, or none
 * @resource_id: what is cited, or none
 * @source: what fills an automatic block, chart or table: "balance", "who", "credits"
 * @flag: why somebody should look at it again, empty for nothing: "support withdrawn"
 * @created_at: when written
 * @reason: why a recommendation could not be done, in words for those who asked for it
 *
 * One block of a guidance, in order.
 */
typedef struct {
  EhId id;
  EhId guidance_id;
  double position;
  EhBlockKind kind;
  gint64 level;
  char *text;
  char *detail;
  char *audience;
  char *stage;
  char *owner;
  char *due;
  EhBlockStatus status;
  EhId category_id;
  EhId insight_id;
  EhId resource_id;
  char *source;
  char *flag;
  gint64 created_at;
  char *reason;
} EhBlock;

EH_DECLARE_ROW (EhBlock, eh_block)

gboolean eh_block_has_markup (EhBlockKind kind);

G_END_DECLS
