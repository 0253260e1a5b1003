#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhMeteredStream:
 *
 * A connection that gives no more bytes than it was allowed: what an HTTP library keeps while it
 * waits for the end of a line or of the headers is bounded, whoever sends.
 */
#define EH_TYPE_METERED_STREAM (eh_metered_stream_get_type ())
G_DECLARE_FINAL_TYPE (EhMeteredStream, eh_metered_stream, EH, METERED_STREAM, GIOStream)

GIOStream *eh_metered_stream_new (GSocketConnection *connection, gsize allowed);
void eh_metered_stream_allow (EhMeteredStream *self, gsize more);
GSocketConnection *eh_metered_stream_get_connection (EhMeteredStream *self);
gboolean eh_metered_stream_has_read (GInputStream *input);

G_END_DECLS
