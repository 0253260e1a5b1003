#pragma once

#include "eh-balance.h"
#include "eh-crosstab.h"
#include "eh-dataset.h"
#include "eh-disclosure-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhMapChoice:
 * @audience: the team's own numbers, or what may be shared
 * @filter: what is looked at
 * @rows: rows of the power map
 * @columns: its columns
 *
 * What the Map place was asked to show.
 */
typedef struct {
  EhAudience audience;
  EhFilter filter;
  EhAxis rows;
  EhAxis columns;
} EhMapChoice;

/**
 * EhMapData:
 * @choice: what was asked
 * @balance: voice balance
 * @crosstab: the power map
 * @report: (nullable): what the gate withheld, when it was for sharing
 *
 * What the Map place shows. Immutable, ref-counted.
 */
typedef struct {
  EhMapChoice choice;
  EhBalance *balance;
  EhCrosstab *crosstab;
  EhDisclosureReport *report;
} EhMapData;

EhMapData *eh_map_data_new (EhDataset *dataset, const EhMapChoice *choice);
EhMapData *eh_map_data_ref (EhMapData *self);
void eh_map_data_unref (EhMapData *self);

void eh_map_data_new_async (EhDataset *dataset,
                            const EhMapChoice *choice,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EhMapData *eh_map_data_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhMapData, eh_map_data_unref)

G_END_DECLS
