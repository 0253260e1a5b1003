#pragma once

#include "eh-connection.h"
#include "eh-publish-check.h"
#include "eh-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

EhPublishCheck *eh_job_publish_check (EhDataset *dataset, EhId guidance_id);
EhId eh_job_publish_newest (EhDataset *dataset);

EhPublication *eh_job_publish_write (EhDataset *dataset,
                                     EhId guidance_id,
                                     const char *template_key,
                                     const char *version,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean eh_job_publish_record (EhStore *store, const EhPublication *publication, GError **error);

void eh_job_publish_write_async (const char *project_path,
                                 EhId guidance_id,
                                 const char *version,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EhPublication *eh_job_publish_write_finish (GAsyncResult *result, GError **error);

gboolean eh_job_publish_find (GPtrArray *publications,
                              GFile *file,
                              const EhPublication **found,
                              GError **error);

G_END_DECLS
