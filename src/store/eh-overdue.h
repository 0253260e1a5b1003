#pragma once

#include "eh-store.h"

G_BEGIN_DECLS

/* How long what a person needs is kept after the last workshop. */
#define EH_OVERDUE_DAYS_KEPT 30
/* How many days ahead it is said what will be deleted. */
#define EH_OVERDUE_DAYS_AHEAD 7

guint eh_overdue_count (EhDb *db);
gboolean eh_overdue_delete (EhStore *store, guint *n_deleted, GError **error);
char *eh_overdue_default_date (EhDb *db);

G_END_DECLS
