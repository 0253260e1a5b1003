#pragma once

#include "eh-redaction.h"

G_BEGIN_DECLS

/**
 * EhErased:
 * @id: the id that a row had
 * @table: (nullable): its table; interned
 * @at: when it was erased, seconds since 1970, UTC
 *
 * Something that was erased at somebody's wish.
 */
typedef struct {
  EhId id;
  const char *table;
  gint64 at;
} EhErased;

GArray *eh_honour_list (EhDb *from, EhDb *here, GError **error);
EhRedaction *eh_honour_redaction (EhDb *db, GArray *erased, GError **error);
gboolean eh_honour_erased (EhStore *store, GArray *erased, GError **error);

G_END_DECLS
