#pragma once

#include "eh-store.h"

#include "eh-contributor.h"
#include "eh-insight.h"

G_BEGIN_DECLS

gboolean
eh_insight_put (EhStore *store, const EhInsight *row, GPtrArray *contributors, GError **error);
EhId eh_insight_record (EhStore *store,
                        const EhInsight *draft,
                        GPtrArray *contributors,
                        GArray *categories,
                        const char *coder,
                        GError **error);
EhId eh_insight_record_in_step (EhStore *store,
                                const EhInsight *draft,
                                GPtrArray *contributors,
                                GArray *categories,
                                const char *coder,
                                GError **error);
gboolean eh_insight_set_text (EhStore *store, EhId id, const char *text, GError **error);
gboolean eh_insight_set_gist (EhStore *store, EhId id, const char *gist, GError **error);
gboolean eh_insight_set_kind (EhStore *store, GArray *ids, EhInsightKind kind, GError **error);
gboolean eh_insight_set_place (
    EhStore *store, GArray *ids, EhId workshop_id, EhId activity_id, GError **error);
gboolean eh_insight_set_said_at (EhStore *store, EhId id, gint64 said_at, GError **error);
gboolean eh_insight_set_checked (EhStore *store, GArray *ids, EhChecked checked, GError **error);
gboolean eh_insight_set_parked (
    EhStore *store, GArray *ids, gboolean parked, const char *reason, GError **error);
gboolean eh_insight_set_who (
    EhStore *store, GArray *ids, GPtrArray *contributors, EhId role_group_id, GError **error);
gboolean eh_insight_set_mapped (EhStore *store,
                                GArray *ids,
                                EhId category_id,
                                gboolean on,
                                const char *coder,
                                EhPlacedBy placed_by,
                                GError **error);
gboolean eh_insight_set_mapping_note (EhStore *store,
                                      EhId mapping_id,
                                      EhPlacedBy placed_by,
                                      gboolean unsure,
                                      const char *note,
                                      GError **error);
gboolean eh_insight_remove (EhStore *store, GArray *ids, GError **error);
EhId eh_insight_add_person (EhStore *store, const char *name, EhId role_group_id, GError **error);

G_END_DECLS
