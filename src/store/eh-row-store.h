#pragma once

#include "eh-db.h"
#include "eh-row.h"

G_BEGIN_DECLS

const EhRowType *eh_row_store_type_named (const char *table);
gboolean eh_row_store_put (EhDb *db, const EhRowType *type, gconstpointer row, GError **error);
gboolean eh_row_store_delete (EhDb *db, const EhRowType *type, EhId id, GError **error);
gpointer eh_row_store_get (EhDb *db, const EhRowType *type, EhId id, GError **error);
GPtrArray *eh_row_store_list (
    EhDb *db, const EhRowType *type, const char *clause, EhId argument, GError **error);
gboolean eh_row_store_append (EhDb *db,
                              const EhRowType *type,
                              const char *clause,
                              EhId argument,
                              GPtrArray *rows,
                              GError **error);
gboolean eh_row_store_append_lean (EhDb *db,
                                   const EhRowType *type,
                                   const char *clause,
                                   EhId argument,
                                   GPtrArray *rows,
                                   GError **error);

const EhRowType *const *eh_row_store_tables (guint *n_tables);

G_END_DECLS
