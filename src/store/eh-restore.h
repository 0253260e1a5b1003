#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhRestore:
 *
 * A backup that is ready to take the place of a project. Free with eh_restore_free().
 */
typedef struct _EhRestore EhRestore;

EhRestore *eh_restore_new (const char *backup_path, const char *current_path, GError **error);
void eh_restore_free (EhRestore *self);
const char *eh_restore_get_path (EhRestore *self);
GArray *eh_restore_get_changes (EhRestore *self);
gboolean eh_restore_fits (EhRestore *self, EhDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRestore, eh_restore_free)

G_END_DECLS
