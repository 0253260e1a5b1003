#pragma once

#include "eh-insight-list-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_SELECTION (eh_insight_selection_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightSelection, eh_insight_selection, EH, INSIGHT_SELECTION, GObject)

EhInsightSelection *eh_insight_selection_new (EhInsightListModel *model);

G_END_DECLS
