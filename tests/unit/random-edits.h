#pragma once

#include "eh-store.h"

gboolean random_edits_one_in (int n);

/* Rows are added, changed and removed, and sometimes the last of that is undone. */
void random_edits_do (EhStore *store, int n);
