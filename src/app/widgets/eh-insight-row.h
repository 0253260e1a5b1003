#pragma once

#include "eh-insight-item.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_ROW (eh_insight_row_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightRow, eh_insight_row, EH, INSIGHT_ROW, GtkWidget)

GtkWidget *eh_insight_row_new (EhWorkspace *workspace);
void eh_insight_row_bind (EhInsightRow *self, GtkListItem *list_item);
void eh_insight_row_unbind (EhInsightRow *self);
void eh_insight_row_release (EhInsightRow *self);

char *eh_insight_row_describe (EhWorkspace *workspace, const EhInsightCard *card);
char *eh_insight_row_time (gint64 said_at);

G_END_DECLS
