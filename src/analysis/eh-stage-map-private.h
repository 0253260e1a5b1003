#pragma once

/* Private to analysis: how a stage map is counted, for the team and for others. */

#include "eh-stage-map.h"
#include "eh-voices.h"

G_BEGIN_DECLS

EhStageMap *eh_stage_map_count (const EhVoices *voices);
gboolean *eh_stage_map_needed (const EhStageMap *self, const EhVoices *voices);
void eh_stage_map_keep (EhStageMap *self, const gboolean *needed);
int eh_stage_map_group_at (const EhVoices *voices, guint person, guint stage);

G_END_DECLS
