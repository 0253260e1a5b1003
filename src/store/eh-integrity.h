#pragma once

#include "eh-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *eh_integrity_faults (EhDb *db, GError **error);

G_END_DECLS
