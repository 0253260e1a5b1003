#pragma once

#include "eh-reader.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define EH_TYPE_HISTORY_ITEM (eh_history_item_get_type ())
G_DECLARE_FINAL_TYPE (EhHistoryItem, eh_history_item, EH, HISTORY_ITEM, GObject)

EhHistoryItem *eh_history_item_new (EhHistoryStep *step);
const EhHistoryStep *eh_history_item_get_step (EhHistoryItem *self);
char *eh_history_item_describe (EhHistoryItem *self);
gboolean eh_history_item_matches (EhHistoryItem *self, GPtrArray *words);

G_END_DECLS
