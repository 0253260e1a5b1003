#pragma once

#include "eh-disclosure.h"
#include "eh-doc-writer.h"
#include "eh-guidance-build.h"
#include "eh-guidance-template.h"

G_BEGIN_DECLS

const EhDocWriter *eh_job_document_format (GFile *file, GError **error);
gboolean eh_job_export_document (EhPublicDataset *dataset,
                                 EhId guidance_id,
                                 const char *template_key,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);
void eh_job_export_document_async (const char *project_path,
                                   EhId guidance_id,
                                   const char *template_key,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
eh_job_export_document_finish (GAsyncResult *result, EhDisclosureReport **report, GError **error);

G_END_DECLS
