#pragma once

#include "eh-kept.h"
#include "eh-store.h"

G_BEGIN_DECLS

void eh_job_backup_make_async (const char *project_path,
                               EhBackupReason reason,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean eh_job_backup_make_finish (GAsyncResult *result, GError **error);

void eh_job_backup_list_async (const EhKeptQuery *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *eh_job_backup_list_finish (GAsyncResult *result, GError **error);

gboolean eh_job_backup_restore (EhStore *store,
                                const char *backup_path,
                                GCancellable *cancellable,
                                GError **error);

const char *eh_job_backup_reason (EhBackupReason reason);

G_END_DECLS
