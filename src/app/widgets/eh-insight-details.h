#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_DETAILS (eh_insight_details_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightDetails, eh_insight_details, EH, INSIGHT_DETAILS, GtkWidget)

void eh_insight_details_set_workspace (EhInsightDetails *self, EhWorkspace *workspace);
void eh_insight_details_show (EhInsightDetails *self, GArray *ids);

G_END_DECLS
