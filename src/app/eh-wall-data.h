#pragma once

#include "eh-dataset.h"
#include "eh-disclosure.h"
#include "eh-map-data.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhWallCard:
 * @insight: (transfer full): what may be shown of it
 * @place: (nullable): the category that it was sorted under, where that is not the section's own
 */
typedef struct {
  EhPublicInsight *insight;
  char *place;
} EhWallCard;

/**
 * EhWallSection:
 * @id: the category at the top of the tree, or %EH_ID_NONE for what is not sorted yet
 * @title: its label
 * @cards: (element-type EhWallCard): the newest first
 */
typedef struct {
  EhId id;
  char *title;
  GPtrArray *cards;
} EhWallSection;

/**
 * EhWallData:
 * @open: what has passed the gate: the whole project
 * @charts: (element-type EhMapData): the charts that are for a room, of the workshop
 * @sections: (element-type EhWallSection): those that have cards
 * @n_cards: in all sections
 * @newest: id of the insight that came last, or %EH_ID_NONE
 *
 * All that the wall shows of a project. Immutable.
 */
typedef struct {
  EhPublicDataset *open;
  GPtrArray *charts;
  GPtrArray *sections;
  guint n_cards;
  EhId newest;
} EhWallData;

EhWallData *eh_wall_data_new (EhDataset *dataset, EhId workshop_id);
EhWallData *eh_wall_data_ref (EhWallData *self);
void eh_wall_data_unref (EhWallData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhWallData, eh_wall_data_unref)

G_END_DECLS
