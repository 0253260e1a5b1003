#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_ROW_ITEM (eh_row_item_get_type ())
G_DECLARE_FINAL_TYPE (EhRowItem, eh_row_item, EH, ROW_ITEM, GObject)

EhId eh_row_item_get_id (EhRowItem *self);
gconstpointer eh_row_item_get_row (EhRowItem *self);
const char *eh_row_item_get_search_key (EhRowItem *self);
int eh_row_item_compare (gconstpointer a, gconstpointer b, gpointer unused);
void eh_row_item_touch (EhRowItem *self);

#define EH_TYPE_ROW_MODEL (eh_row_model_get_type ())
G_DECLARE_FINAL_TYPE (EhRowModel, eh_row_model, EH, ROW_MODEL, GObject)

EhRowModel *eh_row_model_new (EhWorkspace *workspace,
                              const EhRowType *type,
                              const char *order_field,
                              const char *const *search_fields);
EhRowItem *eh_row_model_find (EhRowModel *self, EhId id);
gboolean eh_row_model_is_loading (EhRowModel *self);

G_END_DECLS
