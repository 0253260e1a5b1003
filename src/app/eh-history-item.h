#pragma once

#include "eh-history-query.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_ITEM (eh_history_item_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryItem, eh_history_item, EH, HISTORY_ITEM, GObject)

EhHistoryItem *eh_history_item_new (EhHistoryStep *step);
const EhHistoryStep *eh_history_item_get_step (EhHistoryItem *self);
void eh_history_item_take_step (EhHistoryItem *self, EhHistoryStep *step);
char *eh_history_step_describe (const EhHistoryStep *step);

G_END_DECLS
