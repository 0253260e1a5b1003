#pragma once

#include "eh-project.h"
#include "eh-row-set.h"

G_BEGIN_DECLS

void eh_sample_fill_project (EhProject *project);
EhRowSet *eh_sample_rows (void);

G_END_DECLS
