#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhDoormanLimits:
 * @connections: most at once
 * @connections_each: most at once from one address; many phones may stand behind one
 * @header_seconds: how long the headers of a request may take
 * @request_seconds: how long a connection may last in all
 * @header_bytes: most that is read before the headers are complete
 */
typedef struct {
  guint connections;
  guint connections_each;
  guint header_seconds;
  guint request_seconds;
  gsize header_bytes;
} EhDoormanLimits;

/**
 * EhDoorman:
 *
 * Listens, and lets connections in: so many, for so long, with so many bytes. One request a
 * connection. Lives in one thread and its main context.
 */
typedef struct _EhDoorman EhDoorman;

/**
 * EhDoormanFunc:
 * @stream: (transfer none): a connection, metered
 * @local: its own end
 * @remote: its other end
 * @data: as given
 */
typedef void (*EhDoormanFunc) (GIOStream *stream,
                               GSocketAddress *local,
                               GSocketAddress *remote,
                               gpointer data);

EhDoorman *eh_doorman_new (const EhDoormanLimits *limits, EhDoormanFunc let_in, gpointer data);
void eh_doorman_free (EhDoorman *self);
gboolean eh_doorman_listen (EhDoorman *self, const char *address, guint16 *port, GError **error);
void eh_doorman_stop_listening (EhDoorman *self);
void eh_doorman_has_headers (EhDoorman *self, GSocketAddress *remote, gsize body_bytes);
void eh_doorman_answer_and_close (EhDoorman *self,
                                  GSocketAddress *remote,
                                  GIOStream *stream,
                                  GBytes *answer);
guint eh_doorman_count (EhDoorman *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDoorman, eh_doorman_free)

G_END_DECLS
