#pragma once

#include "eh-db.h"
#include "eh-private-folder.h"
#include "eh-strays.h"

G_BEGIN_DECLS

/**
 * EhRecoverySource:
 * @folder: where it is, gone when this is freed
 * @path: the copy in it
 * @db: (nullable): a connection to it; %NULL when not even the list of its tables can be read
 * @page_size: of its pages, in bytes
 * @first_free: the page on which its list of free pages began, 0 for none
 * @n_left: how many bytes there were to copy
 * @n_once: how many it had, as far as it still tells; 0 when it does not
 *
 * A private copy of a file that something is read from.
 */
typedef struct {
  EhPrivateFolder *folder;
  char *path;
  EhDb *db;
  guint32 page_size;
  guint32 first_free;
  guint64 n_left;
  guint64 n_once;
} EhRecoverySource;

EhRecoverySource *eh_recovery_source_open (const char *path, GError **error);
EhStrays *eh_recovery_source_find_strays (EhRecoverySource *self, EhDb *like, GError **error);
EhRecoverySource *eh_recovery_source_open_whole (const char *path);
void eh_recovery_source_free (EhRecoverySource *self);
gboolean eh_recovery_source_tables_are_whole (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRecoverySource, eh_recovery_source_free)

G_END_DECLS
