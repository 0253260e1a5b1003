#pragma once

#include "eh-insight-card.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EhInsightRow EhInsightRow;

EhInsightRow *
eh_insight_row_new (GtkWidget *widget, EhWorkspace *workspace, const EhInsightCard *card);
void eh_insight_row_free (EhInsightRow *self);

int eh_insight_row_height (EhInsightRow *self, int width);
void eh_insight_row_paint (EhInsightRow *self, GtkSnapshot *snapshot);
const char *eh_insight_row_tip (EhInsightRow *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhInsightRow, eh_insight_row_free)

G_END_DECLS
