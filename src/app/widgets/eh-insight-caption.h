#pragma once

#include "eh-insight-card.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

char *eh_insight_caption_time (gint64 said_at);
char *eh_insight_caption_uses (const EhInsightCard *card);
char *eh_insight_caption_spoken (EhWorkspace *workspace, const EhInsightCard *card);

G_END_DECLS
