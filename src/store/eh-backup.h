#pragma once

#include "eh-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhBackupReason:
 * @EH_BACKUP_REASON_UPGRADE: before the file became one of the current format
 * @EH_BACKUP_REASON_MERGE: before another copy was brought in
 * @EH_BACKUP_REASON_IMPORT: before an import
 * @EH_BACKUP_REASON_RESTORE: before another backup was restored
 */
typedef enum {
  EH_BACKUP_REASON_UPGRADE,
  EH_BACKUP_REASON_MERGE,
  EH_BACKUP_REASON_IMPORT,
  EH_BACKUP_REASON_RESTORE,
} EhBackupReason;

/* So many backups are kept of a project; the one from before its last upgrade is always among them.
 */
#define EH_BACKUP_KEPT 5

/**
 * EhBackup:
 * @path: the file
 * @reason: what it was made before
 * @made_at: when, seconds since 1970 in UTC
 * @size: in bytes
 *
 * A copy of a project as it was at one moment. Free with eh_backup_free().
 */
typedef struct {
  char *path;
  EhBackupReason reason;
  gint64 made_at;
  guint64 size;
} EhBackup;

void eh_backup_free (EhBackup *self);
gboolean eh_backup_are_any (void);
char *eh_backup_folder_of (const char *guid);
char *eh_backup_folder (EhDb *db);
gboolean eh_backup_make (EhDb *db, EhBackupReason reason, GError **error);
GPtrArray *eh_backup_list (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhBackup, eh_backup_free)

G_END_DECLS
