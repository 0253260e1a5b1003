#pragma once

#include "eh-store.h"

#include "eh-mapping.h"

G_BEGIN_DECLS

/**
 * EhPlacing:
 * @coder: (nullable): who places it, as they want to be called; "" or %NULL for the team
 * @placed_by: in which part
 * @unsure: "not sure"
 * @span_start: first character of the part that is meant
 * @span_end: one past its last; 0 for the whole insight
 *
 * How somebody places an insight under a category.
 */
typedef struct {
  const char *coder;
  EhPlacedBy placed_by;
  gboolean unsure;
  gint64 span_start;
  gint64 span_end;
} EhPlacing;

gboolean eh_coding_put (
    EhStore *store, EhId insight_id, EhId category_id, const EhPlacing *placing, GError **error);
gboolean eh_coding_place (
    EhStore *store, GArray *ids, EhId category_id, const EhPlacing *placing, GError **error);
gboolean eh_coding_set_span (
    EhStore *store, EhId mapping_id, gint64 span_start, gint64 span_end, GError **error);

GArray *eh_coding_queue (EhDb *db, EhId framework_id, const char *coder, GError **error);
gboolean eh_coding_is_placed (EhDb *db, EhId insight_id, EhId framework_id, const char *coder);
GArray *eh_coding_recent (EhDb *db, EhId framework_id, const char *coder, guint limit);

G_END_DECLS
