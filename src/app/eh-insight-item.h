#pragma once

#include "eh-insight-card.h"
#include "eh-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_ITEM (eh_insight_item_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightItem, eh_insight_item, EH, INSIGHT_ITEM, GObject)

EhInsightItem *eh_insight_item_new (EhStore *store, EhId id);
EhId eh_insight_item_get_id (EhInsightItem *self);
const EhInsightCard *eh_insight_item_get_card (EhInsightItem *self);
void eh_insight_item_invalidate (EhInsightItem *self);

G_END_DECLS
