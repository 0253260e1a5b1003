#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean
eh_guidance_start (EhStore *store, const EhGuidance *guidance, GPtrArray *blocks, GError **error);
EhId eh_guidance_add_block (EhStore *store, const EhBlock *draft, EhId after, GError **error);
gboolean
eh_guidance_change_block (EhStore *store, const EhBlock *block, const char *what, GError **error);
gboolean eh_guidance_move_block (EhStore *store, EhId block_id, int by, GError **error);
gboolean eh_guidance_remove_block (EhStore *store, EhId block_id, GError **error);
gboolean eh_guidance_set_evidence (EhStore *store,
                                   EhId block_id,
                                   EhId insight_id,
                                   gboolean rests,
                                   EhStance stance,
                                   GError **error);
GPtrArray *eh_guidance_blocks_on (EhDb *db, EhId insight_id);

G_END_DECLS
