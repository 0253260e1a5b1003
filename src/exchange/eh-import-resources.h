#pragma once

#include "eh-import-resolve.h"

G_BEGIN_DECLS

void eh_import_resolve_resources (EhImportPlan *plan, EhDataset *existing, EhImportRows *result);

G_END_DECLS
