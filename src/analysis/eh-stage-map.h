#pragma once

#include "eh-crosstab.h"

G_BEGIN_DECLS

/**
 * EhStageMap:
 * @people: role groups across the stages of the work: how many people were there, each counted once
 *   in a cell, once in the total of a stage and once in that of a group. A stage with no workshop
 * is an unnamed column.
 * @n_unsaid: workshops of which no stage is said
 *
 * How early people were let in. Immutable.
 */
typedef struct {
  EhCrosstab *people;
  guint n_unsaid;
} EhStageMap;

EhStageMap *eh_stage_map_alloc (EhCrosstab *people);
EhStageMap *eh_stage_map_ref (EhStageMap *self);
void eh_stage_map_unref (EhStageMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhStageMap, eh_stage_map_unref)

G_END_DECLS
