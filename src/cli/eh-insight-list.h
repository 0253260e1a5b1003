#pragma once

#include "eh-cli.h"

G_BEGIN_DECLS

int eh_insight_list_print (EhDataset *dataset, gboolean json);
EhDataset *eh_insight_list_dataset (EhDb *db, GArray *ids);

G_END_DECLS
