#pragma once

#include "eh-private-folder.h"
#include "eh-protected-copy.h"

G_BEGIN_DECLS

/**
 * EhUnlocked:
 * @folder: where it is, until this is freed
 * @path: the project, checked
 * @name: what it is called, for a file name: without a folder, with ".evenhand"
 *
 * A project that was taken out of a protected copy, for the moment that it takes to give it a place
 * or to bring it into another.
 */
typedef struct {
  EhPrivateFolder *folder;
  char *path;
  char *name;
} EhUnlocked;

EhUnlocked *eh_job_unlock (const char *archive,
                           const char *passphrase,
                           EhProtectedProgress progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);
void eh_unlocked_free (EhUnlocked *self);
gboolean eh_job_place (const char *from, GFile *to, gboolean replace, GError **error);
gboolean eh_job_copy (const char *path,
                      GFile *to,
                      const char *passphrase,
                      EhProtectedProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error);
char *eh_job_copy_entry_name (const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhUnlocked, eh_unlocked_free)

G_END_DECLS
