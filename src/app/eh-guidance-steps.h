#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

/**
 * EhCaret:
 * @block_id: the block to go to; none to stay
 * @offset: characters before the caret; -1 for the end, -2 for the block itself
 *
 * Where the keyboard goes after a step.
 */
typedef struct {
  EhId block_id;
  int offset;
} EhCaret;

EhCaret eh_guidance_add (EhGuidanceDoc *doc, const char *what, EhId after);
EhCaret eh_guidance_add_before (EhGuidanceDoc *doc, EhId block_id);
EhCaret
eh_guidance_split (EhGuidanceDoc *doc, EhId block_id, const char *before, const char *after);
EhCaret eh_guidance_join_before (EhGuidanceDoc *doc, EhId block_id);
EhCaret eh_guidance_join_after (EhGuidanceDoc *doc, EhId block_id);
EhCaret
eh_guidance_leave_list (EhGuidanceDoc *doc, EhId block_id, const char *before, const char *after);
EhCaret eh_guidance_paste (EhGuidanceDoc *doc, EhId block_id, GPtrArray *blocks);
EhCaret eh_guidance_turn (EhGuidanceDoc *doc, EhId block_id, const char *what);
EhCaret eh_guidance_move (EhGuidanceDoc *doc, EhId block_id, int by);
EhCaret eh_guidance_move_before (EhGuidanceDoc *doc, EhId block_id, EhId before);
EhCaret eh_guidance_remove (EhGuidanceDoc *doc, EhId block_id);
EhCaret eh_guidance_remove_several (EhGuidanceDoc *doc, GArray *ids);
void eh_guidance_move_several (EhGuidanceDoc *doc, GArray *ids, int by);
gboolean eh_guidance_link (EhGuidanceDoc *doc, EhId block_id, EhId insight_id, EhStance stance);

G_END_DECLS
