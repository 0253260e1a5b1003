#pragma once

#include "eh-protected-copy.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

/**
 * EhWorkFolder:
 * @path: the folder, readable by its owner only
 * @database: the working copy in it
 * @snapshot: where a snapshot is made before it goes to the user's file
 * @target: the user's file
 * @lock: held while the file is open; -1 when not
 * @upgraded: the user's file is one of an earlier format; the working copy is not, and the file as
 *   it was is among the backups
 * @mended: an index of the user's file was damaged, and is sound in the working copy
 *
 * The place on this computer where one user's file is worked on.
 */
typedef struct {
  char *path;
  char *database;
  char *snapshot;
  char *target;
  int lock;
  gboolean upgraded;
  gboolean mended;
} EhWorkFolder;

EhWorkFolder *eh_work_folder_new (const char *target);
void eh_work_folder_free (EhWorkFolder *self);
gboolean eh_work_folder_lock (EhWorkFolder *self, GError **error);
gboolean eh_work_folder_is_held (EhWorkFolder *self);
void eh_work_folder_clear (EhWorkFolder *self);

gboolean
eh_work_folder_fill (EhWorkFolder *self, gboolean *picked_up, char **set_aside, GError **error);
gboolean eh_work_folder_snapshot (EhWorkFolder *self, const char *where, GError **error);
gboolean eh_work_folder_save_copy (EhWorkFolder *self, const char *path, GError **error);
gboolean eh_work_folder_save_protected (EhWorkFolder *self,
                                        GFile *to,
                                        const char *entry_name,
                                        const char *passphrase,
                                        EhProtectedProgress progress,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);
gboolean
eh_work_folder_publish (EhWorkFolder *self, const char *known, char **found, GError **error);

gboolean eh_work_folder_copy_target (EhWorkFolder *self, const char *where, GError **error);
char *eh_work_folder_root (void);
GPtrArray *eh_work_folder_left_snapshots (const char *folder);
char *eh_work_folder_left_over (const char *folder);
gboolean eh_work_folder_is_set_aside (const char *target, const char *name);
void eh_work_folder_remove_logs (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhWorkFolder, eh_work_folder_free)

G_END_DECLS
