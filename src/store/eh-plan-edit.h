#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean eh_plan_add_activities (
    EhStore *store, EhId workshop_id, GPtrArray *activities, const char *label, GError **error);
gboolean eh_plan_copy_run_sheet (EhStore *store, EhId from_id, EhId to_id, GError **error);
EhId eh_plan_duplicate_activity (EhStore *store, EhId activity_id, GError **error);
gboolean eh_plan_agree_rules (
    EhStore *store, EhId workshop_id, const char *agreed_by, const char *agreed_on, GError **error);
gboolean eh_plan_copy_rules (EhStore *store, EhId from_id, EhId to_id, GError **error);

G_END_DECLS
