#pragma once

/* Only for the store and its tests. */

#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>

G_BEGIN_DECLS

FILE *eh_query_log_open (void);
void eh_query_log_write (FILE *log, sqlite3_stmt *statement);

G_END_DECLS
