#pragma once

/* What the parts of the feedback share. */

#include "eh-feedback.h"

G_BEGIN_DECLS

/**
 * EhFeedbackIndex:
 * @dataset: the project
 * @names: everybody's
 * @unquotable: (nullable): what may not be read in what the team wrote, but by whoever said it, as
 * soon as it is asked for
 * @said: participant -> (element-type EhInsight)
 * @evidence: insight -> (element-type EhEvidence)
 * @quoting: insight -> (element-type EhBlock): blocks that quote it
 * @attended: participant -> (element-type EhAttendance): where they were
 * @paid: participant -> (element-type EhPayment)
 * @told: participant -> EhTold, the last one
 * @parked: insight -> EhParked
 * @headings: block -> EhBlock that it stands under
 * @block_order: block -> its place among all
 * @lock: of @words and @unquotable
 * @words: language that was asked for -> EhCatalogue, as they are asked for
 */
struct _EhFeedbackIndex {
  EhDataset *dataset;
  EhHiddenNames *names;
  EhUnquotable *unquotable;
  GHashTable *said;
  GHashTable *evidence;
  GHashTable *quoting;
  GHashTable *attended;
  GHashTable *paid;
  GHashTable *told;
  GHashTable *parked;
  GHashTable *headings;
  GHashTable *block_order;
  GMutex lock;
  GHashTable *words;
};

G_END_DECLS
