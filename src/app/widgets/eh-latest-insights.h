#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_LATEST_INSIGHTS (eh_latest_insights_get_type ())
G_DECLARE_FINAL_TYPE (EhLatestInsights, eh_latest_insights, EH, LATEST_INSIGHTS, GtkWidget)

void eh_latest_insights_set_workspace (EhLatestInsights *self, EhWorkspace *workspace);

G_END_DECLS
