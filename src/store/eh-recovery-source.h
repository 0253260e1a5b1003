#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

/**
 * EhRecoverySource:
 * @folder: a folder that only its owner may look into, gone when this is freed
 * @path: the copy in it
 * @db: (nullable): a connection to it, opened with %EH_DB_SALVAGE
 *
 * A private copy of a damaged file, whose header SQLite takes.
 */
typedef struct {
  char *folder;
  char *path;
  EhDb *db;
} EhRecoverySource;

EhRecoverySource *eh_recovery_source_open (const char *path, GError **error);
void eh_recovery_source_free (EhRecoverySource *self);
gboolean eh_recovery_source_tables_are_whole (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRecoverySource, eh_recovery_source_free)

G_END_DECLS
