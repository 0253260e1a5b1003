#pragma once

#include "eh-db.h"
#include "eh-private-folder.h"

G_BEGIN_DECLS

/**
 * EhRecoverySource:
 * @folder: where it is, gone when this is freed
 * @path: the copy in it
 * @db: (nullable): a connection to it
 *
 * A private copy of a file that something is read from.
 */
typedef struct {
  EhPrivateFolder *folder;
  char *path;
  EhDb *db;
} EhRecoverySource;

EhRecoverySource *eh_recovery_source_open (const char *path, GError **error);
EhRecoverySource *eh_recovery_source_open_whole (const char *path);
void eh_recovery_source_free (EhRecoverySource *self);
gboolean eh_recovery_source_tables_are_whole (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRecoverySource, eh_recovery_source_free)

G_END_DECLS
