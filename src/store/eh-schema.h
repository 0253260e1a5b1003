#pragma once

#include "eh-db.h"

G_BEGIN_DECLS

/* "EvHd": how a file says that it is ours (PRAGMA application_id, bytes 68 to 71 of the file). */
#define EH_SCHEMA_APPLICATION_ID 0x45764864
/* PRAGMA user_version, bytes 60 to 63. */
#define EH_SCHEMA_VERSION 2

gboolean eh_schema_create (EhDb *db, GError **error);
gboolean eh_schema_create_as (EhDb *db, guint version, GError **error);
gboolean eh_schema_check_header (const char *path, GError **error);
guint eh_schema_version (EhDb *db);
gboolean eh_schema_check (EhDb *db, GError **error);
gboolean eh_schema_check_as (EhDb *db, guint version, GError **error);

G_END_DECLS
