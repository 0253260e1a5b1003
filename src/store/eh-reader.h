#pragma once

/* Reading a project. On the main thread the connection is eh_store_get_db(); a worker opens one of
 * its own with eh_reader_open() and sees the project as it was at that moment. */

#include "eh-change.h"
#include "eh-dataset.h"
#include "eh-history.h"
#include "eh-insight-card.h"
#include "eh-insight-query.h"
#include "eh-overview.h"

G_BEGIN_DECLS

EhDb *eh_reader_open (const char *path, GCancellable *cancellable, GError **error);
EhDb *eh_reader_open_file (const char *path, GCancellable *cancellable, GError **error);
guint eh_reader_format (EhDb *db);
gpointer eh_reader_get (EhDb *db, const EhRowType *type, EhId id);
GPtrArray *eh_reader_list (EhDb *db, const EhRowType *type);
GPtrArray *eh_reader_list_of (EhDb *db, const EhRowType *type, const char *column, EhId id);
gint64 eh_reader_count (EhDb *db, const EhRowType *type);
EhDataset *eh_reader_load_dataset (EhDb *db, GError **error);
EhDataset *eh_reader_load_lean_dataset (EhDb *db, GError **error);
EhDataset *eh_reader_update_dataset (EhDb *db, EhDataset *before, GArray *changes, GError **error);

G_END_DECLS
