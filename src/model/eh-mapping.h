#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhMapping:
 * @id: see eh_mapping_id()
 * @insight_id: what
 * @category_id: where
 * @coder: who placed it, as they want to be called; empty for the team
 * @placed_by: in which part (EhPlacedBy)
 * @unsure: "not sure"
 * @span_start: first character of the part that is meant
 * @span_end: one past its last character; 0 for the whole insight
 * @note: why
 * @created_at: when placed
 *
 * An insight under a category, by somebody; id from insight, category and coder.
 */
typedef struct {
  EhId id;
  EhId insight_id;
  EhId category_id;
  char *coder;
  EhPlacedBy placed_by;
  gboolean unsure;
  gint64 span_start;
  gint64 span_end;
  char *note;
  gint64 created_at;
} EhMapping;

EH_DECLARE_ROW (EhMapping, eh_mapping)

EhId eh_mapping_id (EhId insight_id, EhId category_id, const char *coder);

G_END_DECLS
