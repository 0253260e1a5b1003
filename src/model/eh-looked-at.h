#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhLookedAt:
 * @id: see eh_looked_at_id()
 * @finding: what was found: "writing.passive"
 * @block_id: the part of the guidance that it is about, or none
 * @participant_id: the person that it is about, or none
 * @insight_id: the insight that it is about, or none
 * @reason: why it is fine; empty for a mark in a text that somebody hid
 * @looked_by: who looked, if they gave a name
 * @created_at: when
 *
 * Something that a check has found, and somebody looked at and let stand.
 */
typedef struct {
  EhId id;
  char *finding;
  EhId block_id;
  EhId participant_id;
  EhId insight_id;
  char *reason;
  char *looked_by;
  gint64 created_at;
} EhLookedAt;

EH_DECLARE_ROW (EhLookedAt, eh_looked_at)

EhId eh_looked_at_id (const char *finding, EhId about, const char *words);

G_END_DECLS
