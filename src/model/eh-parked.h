#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhParked:
 * @id: eh_id_from_pair ("parked", guidance, insight)
 * @guidance_id: the document
 * @insight_id: the insight
 * @reason: why, in words for those who said it
 * @created_at: when
 *
 * An insight that a guidance does without, for a reason; id from the pair.
 */
typedef struct {
  EhId id;
  EhId guidance_id;
  EhId insight_id;
  char *reason;
  gint64 created_at;
} EhParked;

EH_DECLARE_ROW (EhParked, eh_parked)

G_END_DECLS
