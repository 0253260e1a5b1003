#pragma once

/* base: knows nothing of Evenhand's own words; may include GLib and GIO only. */

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhId:
 *
 * The key of a row, in the file and in memory: 1 to 2^63 - 1, 0 for "none".
 *
 * Two laptops that work apart never make the same id for different things, and make the same id for
 * the same thing where the thing is told by its content (a category of a shipped framework, the
 * link between an insight and a person): see eh_id_new(), eh_id_from_key() and eh_id_from_pair().
 */
typedef gint64 EhId;

#define EH_ID_NONE   ((EhId) 0)
#define EH_ID_FORMAT G_GINT64_FORMAT

EhId eh_id_new (void);
EhId eh_id_at (gint64 unix_ms, guint n);
EhId eh_id_from_key (const char *scope, const char *key);
EhId eh_id_from_pair (const char *scope, EhId a, EhId b);
char *eh_id_to_string (EhId id);
EhId eh_id_from_string (const char *text);
guint eh_id_hash (gconstpointer id);
gboolean eh_id_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
