#pragma once

#include "eh-store.h"

GBytes *fuzz_project_seed (gboolean sample);
guint8 *fuzz_project_with_our_head (const guint8 *data, gsize size);
void fuzz_project_use (EhStore *store);
