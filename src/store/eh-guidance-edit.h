#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean
eh_guidance_start (EhStore *store, const EhGuidance *guidance, GPtrArray *blocks, GError **error);
EhId eh_guidance_add_block (EhStore *store, const EhBlock *draft, EhId after, GError **error);
EhId
eh_guidance_add_block_before (EhStore *store, const EhBlock *draft, EhId before, GError **error);
gboolean
eh_guidance_change_block (EhStore *store, const EhBlock *block, const char *what, GError **error);
gboolean eh_guidance_move_block (EhStore *store, EhId block_id, int by, GError **error);
gboolean eh_guidance_remove_block (EhStore *store, EhId block_id, GError **error);
gboolean eh_guidance_remove_blocks (EhStore *store, GArray *ids, GError **error);
gboolean eh_guidance_set_evidence (EhStore *store,
                                   EhId block_id,
                                   EhId insight_id,
                                   gboolean rests,
                                   EhStance stance,
                                   GError **error);
gboolean eh_guidance_add_blocks (
    EhStore *store, EhId guidance_id, GPtrArray *drafts, EhId after, EhId instead, GError **error);
gboolean
eh_guidance_change_blocks (EhStore *store, GPtrArray *blocks, const char *label, GError **error);
gboolean
eh_guidance_split_block (EhStore *store, const EhBlock *first, GPtrArray *rest, GError **error);
gboolean eh_guidance_join_blocks (EhStore *store, const EhBlock *joined, EhId gone, GError **error);
gboolean eh_guidance_move_blocks (
    EhStore *store, EhId guidance_id, GArray *ids, EhId before, GError **error);
gboolean eh_guidance_park (
    EhStore *store, EhId guidance_id, EhId insight_id, const char *reason, GError **error);
GPtrArray *eh_guidance_blocks_on (EhDb *db, EhId insight_id);

G_END_DECLS
