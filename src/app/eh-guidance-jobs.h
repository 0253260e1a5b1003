#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

gboolean eh_guidance_start_from (EhStore *store,
                                 EhDataset *dataset,
                                 const char *template_key,
                                 GError **error);

G_END_DECLS
