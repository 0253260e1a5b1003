#pragma once

#include "eh-job-letters.h"
#include "eh-sheaf.h"

G_BEGIN_DECLS

EhSheaf *eh_job_letters_sheaf (EhFeedbackIndex *index,
                               GPtrArray *items,
                               EhJobProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);
void eh_job_letters_sheaf_async (EhFeedbackIndex *index,
                                 GPtrArray *items,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EhSheaf *eh_job_letters_sheaf_finish (GAsyncResult *result, GError **error);
void eh_job_letters_save_async (EhFeedbackIndex *index,
                                GPtrArray *items,
                                gboolean apart,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean eh_job_letters_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
