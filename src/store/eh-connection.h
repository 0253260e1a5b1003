#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhDb:
 *
 * A connection to a project, as it is passed about outside the store: opaque, so that SQLite's
 * header goes no further. Close with eh_db_close().
 */
typedef struct _EhDb EhDb;

void eh_db_close (EhDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDb, eh_db_close)

G_END_DECLS
