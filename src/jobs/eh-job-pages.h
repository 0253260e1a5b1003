#pragma once

#include "eh-dataset.h"
#include "eh-doc-screen.h"

G_BEGIN_DECLS

void eh_job_pages_async (EhDataset *dataset,
                         EhId guidance_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
EhDocScreen *eh_job_pages_finish (GAsyncResult *result, GError **error);

G_END_DECLS
