#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhRate:
 * @id: key
 * @position: order in the list
 * @activity: "A workshop", "Reading a draft"
 * @unit: for how long (EhRateUnit)
 * @amount: in hundredths of the project's currency
 *
 * What the team pays for an activity of involvement. The team fills this table; nothing ships in
 * it.
 */
typedef struct {
  EhId id;
  double position;
  char *activity;
  EhRateUnit unit;
  gint64 amount;
} EhRate;

EH_DECLARE_ROW (EhRate, eh_rate)

G_END_DECLS
