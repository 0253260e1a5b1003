#pragma once

#include "eh-insight-item.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_INSIGHT_SLOTS (eh_insight_slots_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightSlots, eh_insight_slots, EH, INSIGHT_SLOTS, GObject)

#define EH_TYPE_INSIGHT_SLOT (eh_insight_slot_get_type ())
G_DECLARE_FINAL_TYPE (EhInsightSlot, eh_insight_slot, EH, INSIGHT_SLOT, GtkWidget)

EhInsightSlots *eh_insight_slots_new (EhWorkspace *workspace, GtkListView *list);
GtkListItemFactory *eh_insight_slots_make_factory (EhInsightSlots *self);
void eh_insight_slots_expect (EhInsightSlots *self, guint position);

EhInsightItem *eh_insight_slot_get_item (EhInsightSlot *self);

G_END_DECLS
