#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

void eh_guidance_start_async (EhWorkspace *workspace,
                              gboolean blank,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean eh_guidance_start_finish (GAsyncResult *result, GError **error);

G_END_DECLS
