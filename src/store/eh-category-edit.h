#pragma once

#include "eh-store.h"

#include "eh-category.h"
#include "eh-framework.h"

G_BEGIN_DECLS

EhId eh_category_add (
    EhStore *store, EhId framework_id, EhId parent_id, const char *label, GError **error);
gboolean eh_category_move (EhStore *store, EhId id, EhId parent_id, EhId before_id, GError **error);
gboolean eh_category_merge (EhStore *store, EhId from_id, EhId into_id, GError **error);
gboolean eh_category_set_retired (EhStore *store, EhId id, gboolean retired, GError **error);
gboolean eh_category_set_slot (EhStore *store, EhId id, guint slot, GError **error);
gboolean eh_framework_add (EhStore *store,
                           const EhFramework *framework,
                           GPtrArray *categories,
                           GError **error);
EhId eh_framework_begin (EhStore *store, const char *name, GError **error);
gboolean eh_framework_may_go (EhDb *db, EhId id);
gboolean eh_framework_remove (EhStore *store, EhId id, GError **error);
gboolean eh_framework_choose (EhStore *store, EhId id, GError **error);

G_END_DECLS
