#pragma once

/* Private to analysis: what falls into which cell of a crosstab, by person; see eh-placements.c. */

#include "eh-flow.h"
#include "eh-voices.h"

G_BEGIN_DECLS

/**
 * EhPlacement:
 * @cell: row times columns plus column
 * @person: index of the participant, or %EH_NOBODY
 * @group: index of the role group, or %EH_OUTSIDE for an insight with no name
 * @source: which of the dataset's insights; of hours and money, 1 and which of its workshops, or 0
 * @amount: how much of an insight
 */
typedef struct {
  guint cell;
  guint person;
  int group;
  guint source;
  double amount;
} EhPlacement;

/**
 * EhPlacements:
 * @rows: (element-type EhCrosstabLine): the rows
 * @columns: (element-type EhCrosstabLine): the columns
 * @entries: (array): sorted by cell
 * @first: (array): index of each cell's first entry, and one more
 * @unit: what is counted
 */
typedef struct {
  GArray *rows;
  GArray *columns;
  EhPlacement *entries;
  guint *first;
  EhUnit unit;
} EhPlacements;

EhPlacements *eh_placements_new (EhVoices *voices, EhAxis rows, EhAxis columns);
EhPlacements *eh_placements_new_shared (EhVoices *voices, EhAxis rows, EhAxis columns);
void eh_placements_free (EhPlacements *self);

EhCrosstab *eh_crosstab_count (const EhVoices *voices,
                               const EhPlacements *placements,
                               EhAxis rows,
                               EhAxis columns);
void eh_crosstab_relate (EhCrosstab *self);

EhPlacements *eh_flow_place (EhVoices *voices, EhPlacements **used);
EhFlow *eh_flow_count (const EhVoices *voices, const EhPlacements *given, const EhPlacements *used);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPlacements, eh_placements_free)

G_END_DECLS
