#pragma once

#include "eh-disclosure.h"
#include "eh-doc-writer.h"
#include "eh-guidance-build.h"
#include "eh-guidance-template.h"
#include "eh-reader.h"

G_BEGIN_DECLS

const EhDocWriter *eh_job_document_format (GFile *file, GError **error);
GPtrArray *eh_job_document_changes (EhDb *db, EhDataset *dataset);
gboolean eh_job_export_document_as (EhPublicDataset *dataset,
                                    EhId guidance_id,
                                    const EhGuidanceOptions *options,
                                    GFile *file,
                                    const EhDocWork *work,
                                    GError **error);
void eh_job_export_document_as_async (const char *project_path,
                                      EhId guidance_id,
                                      const char *template_key,
                                      EhId workshop_id,
                                      GFile *file,
                                      EhDocProgress progress,
                                      gpointer data,
                                      GDestroyNotify destroy,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
eh_job_export_document_finish (GAsyncResult *result, EhDisclosureReport **report, GError **error);

G_END_DECLS
