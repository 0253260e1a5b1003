#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_PANE (eh_insight_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightPane, eh_insight_pane, EH, INSIGHT_PANE, GtkWidget)

void eh_insight_pane_set_workspace (EhInsightPane *self, EhWorkspace *workspace);
void eh_insight_pane_show (EhInsightPane *self, GArray *ids);
gboolean eh_insight_pane_toggle_number (EhInsightPane *self, guint number);
void eh_insight_pane_focus_find (EhInsightPane *self);
gboolean eh_insight_pane_has_keyboard (EhInsightPane *self);
void eh_insight_pane_set_narrow (EhInsightPane *self, gboolean narrow);

G_END_DECLS
