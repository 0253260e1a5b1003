#pragma once

#include "eh-connection.h"
#include "eh-received.h"
#include "eh-slip.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

/**
 * EH_INBOX_MAX_CHARS:
 *
 * The longest that something sent may be, in characters (Unicode code points after
 * eh_text_clean()): what a page counts and what is checked here is the same.
 */
#define EH_INBOX_MAX_CHARS 2000

EhDb *eh_inbox_open (const char *path, GError **error);
gboolean eh_inbox_begin (EhDb *db, GError **error);
gboolean eh_inbox_commit (EhDb *db, GError **error);
void eh_inbox_abort (EhDb *db);

gboolean eh_inbox_add (EhDb *db, EhReceived *row, gboolean *again, GError **error);
gboolean eh_inbox_change (EhDb *db, EhReceived *row, GError **error);
gboolean eh_inbox_take_back (EhDb *db, EhId id, GError **error);
EhReceived *eh_inbox_find (EhDb *db, EhId id, const char *edit_hash);
GPtrArray *eh_inbox_list (EhDb *db, const char *edit_hash);
EhSlip *eh_inbox_find_slip (EhDb *db, const char *code);
gboolean eh_inbox_is_accepted (EhDb *db, const EhReceived *row);
void eh_inbox_clear_traces (EhDb *db);

G_END_DECLS
