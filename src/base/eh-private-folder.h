#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhPrivateFolder:
 *
 * A folder for what must not lie about while it is being worked on: readable by its owner alone, in
 * the user's data folder and never in the computer's shared one, and gone with everything in it
 * when it is freed. What a process that was stopped left behind goes when the next one is made.
 */
typedef struct _EhPrivateFolder EhPrivateFolder;

EhPrivateFolder *eh_private_folder_new (GError **error);
void eh_private_folder_free (EhPrivateFolder *self);
char *eh_private_folder_file (EhPrivateFolder *self, const char *name);
void eh_private_folder_sweep (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPrivateFolder, eh_private_folder_free)

G_END_DECLS
