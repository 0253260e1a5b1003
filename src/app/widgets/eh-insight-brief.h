#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

GtkWidget *eh_insight_brief_row (EhWorkspace *workspace, const EhInsightCard *card);
EhId eh_insight_brief_get_id (GtkWidget *row);
void eh_insight_brief_append (GtkWidget *row, GtkWidget *more);
void eh_insight_brief_clear (GtkListBox *list);

G_END_DECLS
