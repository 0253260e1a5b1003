#pragma once

#include "eh-kept.h"

G_BEGIN_DECLS

GPtrArray *eh_job_damaged_list_backups (const char *path, GCancellable *cancellable);
void eh_job_damaged_list_backups_async (const char *path,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *eh_job_damaged_list_backups_finish (GAsyncResult *result, GError **error);
gboolean
eh_job_damaged_copy_backup (const char *path, const char *backup_path, GFile *to, GError **error);

G_END_DECLS
