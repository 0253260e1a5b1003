/* The HTTP library serves whatever connection it is given, for as long as it lasts. Here is decided
 * what it is given, and when that ends: the slow, the endless and the many. */

#include "eh-doorman.h"

#include "eh-metered-stream.h"
#include "eh-throttle.h"

/* Requests that cannot be read, from one address. The HTTP library may keep a little of each for
 * ever, and nobody's browser makes many. */
#define BAD_AT_ONCE    300
#define BAD_PER_SECOND 1
#define LINGER_SECONDS 2
#define LINGER_BYTES   (256 * 1024)

struct _EhDoorman {
  EhDoormanLimits limits;
  EhDoormanFunc let_in;
  gpointer data;
  GSocketService *service;
  GQueue visits;         /* (element-type Visit), the oldest first */
  GHashTable *by_remote; /* (element-type utf8 Visit) by address and port of the other end */
  GHashTable *each;      /* (element-type utf8 guint) how many of an address */
  EhThrottle *bad;
  GQueue lingering; /* (element-type Lingering) */
};

/* One connection, from being let in until nobody holds it. */
typedef struct {
  EhDoorman *doorman;
  GIOStream *stream;             /* not owned: the HTTP library's */
  GSocketConnection *connection; /* owned, to end it */
  GInputStream *input;           /* owned */
  char *address;
  char *remote; /* with the port: no two connections have the same */
  GSource *deadline;
  gboolean has_headers;
  gboolean is_answered;
} Visit;

static GSource *
attach_timeout (guint seconds, GSourceFunc callback, gpointer data)
{
  GSource *source = g_timeout_source_new_seconds (seconds);

  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
count_address (EhDoorman *self, const char *address, int by)
{
  guint n = (guint) ((int) GPOINTER_TO_UINT (g_hash_table_lookup (self->each, address)) + by);

  if (n == 0)
    g_hash_table_remove (self->each, address);
  else
    g_hash_table_replace (self->each, g_strdup (address), GUINT_TO_POINTER (n));
}

static void
visit_free (Visit *visit)
{
  EhDoorman *self = visit->doorman;

  clear_source (&visit->deadline);
  if (!visit->has_headers && !visit->is_answered && eh_metered_stream_has_read (visit->input))
    eh_throttle_take (self->bad, visit->address, g_get_monotonic_time ());
  count_address (self, visit->address, -1);
  g_queue_remove (&self->visits, visit);
  g_hash_table_remove (self->by_remote, visit->remote);
  g_io_stream_close (G_IO_STREAM (visit->connection), NULL, NULL);
  g_object_unref (visit->connection);
  g_object_unref (visit->input);
  g_free (visit->address);
  g_free (visit->remote);
  g_free (visit);
}

static void
stream_gone_cb (gpointer data, GObject *stream)
{
  visit_free (data);
}

/* The HTTP library notices the end of the connection and lets go of it. */
static void
end_visit (Visit *visit)
{
  clear_source (&visit->deadline);
  g_socket_shutdown (g_socket_connection_get_socket (visit->connection), TRUE, TRUE, NULL);
}

static gboolean
deadline_cb (gpointer data)
{
  end_visit (data);
  return G_SOURCE_REMOVE;
}

/* Who has not said anything yet makes room for who comes. */
static gboolean
make_room (EhDoorman *self)
{
  for (GList *l = self->visits.head; l != NULL; l = l->next) {
    Visit *visit = l->data;

    if (!visit->has_headers && visit->deadline != NULL) {
      end_visit (visit);
      return TRUE;
    }
  }
  return FALSE;
}

static char *
text_of (GSocketAddress *address)
{
  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup ("");
  return g_inet_address_to_string (
      g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static char *
text_with_port (GSocketAddress *address)
{
  g_autofree char *text = text_of (address);

  return g_strdup_printf ("%s:%u", text,
                          G_IS_INET_SOCKET_ADDRESS (address)
                              ? g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address))
                              : 0);
}

static Visit *
visit_from (EhDoorman *self, GSocketAddress *remote)
{
  g_autofree char *key = text_with_port (remote);

  return g_hash_table_lookup (self->by_remote, key);
}

static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  EhDoorman *self = data;
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  g_autofree char *address = remote != NULL ? text_of (remote) : g_strdup ("");
  g_autoptr (GIOStream) stream = NULL;
  Visit *visit;

  if (self->visits.length >= self->limits.connections * 2 ||
      (self->visits.length >= self->limits.connections && !make_room (self)) ||
      GPOINTER_TO_UINT (g_hash_table_lookup (self->each, address)) >=
          self->limits.connections_each ||
      eh_throttle_is_empty (self->bad, address, g_get_monotonic_time ()) || local == NULL ||
      remote == NULL) {
    g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
    return TRUE;
  }
  stream = eh_metered_stream_new (connection, self->limits.header_bytes);
  visit = g_new0 (Visit, 1);
  visit->doorman = self;
  visit->stream = stream;
  visit->connection = g_object_ref (connection);
  visit->input = g_object_ref (g_io_stream_get_input_stream (stream));
  visit->address = g_steal_pointer (&address);
  visit->remote = text_with_port (remote);
  visit->deadline = attach_timeout (self->limits.header_seconds, deadline_cb, visit);
  count_address (self, visit->address, 1);
  g_queue_push_tail (&self->visits, visit);
  g_hash_table_insert (self->by_remote, visit->remote, visit);
  g_object_weak_ref (G_OBJECT (stream), stream_gone_cb, visit);
  self->let_in (stream, local, remote, self->data);
  return TRUE;
}

/* What is left of a connection that has had its answer. Closing it at once would throw the answer
 * away on the other side, where bytes are still on their way here. */
typedef struct {
  EhDoorman *doorman;
  GIOStream *stream;
  GSource *readable;
  GSource *timeout;
  gsize read;
} Lingering;

static void
lingering_free (Lingering *self)
{
  g_queue_remove (&self->doorman->lingering, self);
  clear_source (&self->readable);
  clear_source (&self->timeout);
  g_io_stream_close (self->stream, NULL, NULL);
  g_object_unref (self->stream);
  g_free (self);
}

/**
 * eh_doorman_new:
 * @limits: what may come
 * @let_in: called for each connection that may; it takes a reference of its own
 * @data: for @let_in
 *
 * Returns: (transfer full): a doorman who does not listen yet; of the calling thread
 */
EhDoorman *
eh_doorman_new (const EhDoormanLimits *limits, EhDoormanFunc let_in, gpointer data)
{
  EhDoorman *self = g_new0 (EhDoorman, 1);

  self->limits = *limits;
  self->let_in = let_in;
  self->data = data;
  self->bad = eh_throttle_new (BAD_AT_ONCE, BAD_PER_SECOND);
  self->by_remote = g_hash_table_new (g_str_hash, g_str_equal);
  self->each = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * eh_doorman_free:
 * @self: (nullable) (transfer full): a doorman
 *
 * Ends every connection.
 */
void
eh_doorman_free (EhDoorman *self)
{
  if (self == NULL)
    return;
  eh_doorman_stop_listening (self);
  while (self->lingering.head != NULL)
    lingering_free (self->lingering.head->data);
  while (self->visits.head != NULL) {
    Visit *visit = self->visits.head->data;

    g_object_weak_unref (G_OBJECT (visit->stream), stream_gone_cb, visit);
    visit_free (visit);
  }
  eh_throttle_free (self->bad);
  g_hash_table_unref (self->by_remote);
  g_hash_table_unref (self->each);
  g_free (self);
}

/**
 * eh_doorman_listen:
 * @self: a doorman
 * @address: IPv4, one of this computer's
 * @port: (inout): which port, or 0 to choose one
 * @error: set to a #GIOError
 *
 * Listens at that address and at no other.
 *
 * Returns: whether it does
 */
gboolean
eh_doorman_listen (EhDoorman *self, const char *address, guint16 *port, GError **error)
{
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new_from_string (address, *port);
  g_autoptr (GSocketAddress) got = NULL;

  if (wanted == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s is no address", address);
    return FALSE;
  }
  self->service = g_socket_service_new ();
  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), 512);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted,
                                      G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &got,
                                      error)) {
    g_clear_object (&self->service);
    return FALSE;
  }
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got));
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_socket_service_start (self->service);
  return TRUE;
}

/**
 * eh_doorman_stop_listening:
 * @self: a doorman
 *
 * Lets nobody else in.
 */
void
eh_doorman_stop_listening (EhDoorman *self)
{
  if (self->service == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
}

/**
 * eh_doorman_has_headers:
 * @self: a doorman
 * @remote: the other end of a connection whose request may go on
 * @body_bytes: how much more it may send
 *
 * Gives it the time of a whole request.
 */
void
eh_doorman_has_headers (EhDoorman *self, GSocketAddress *remote, gsize body_bytes)
{
  Visit *visit = visit_from (self, remote);

  if (visit == NULL || visit->deadline == NULL)
    return;
  visit->has_headers = TRUE;
  clear_source (&visit->deadline);
  visit->deadline = attach_timeout (self->limits.request_seconds, deadline_cb, visit);
  eh_metered_stream_allow (EH_METERED_STREAM (visit->stream), body_bytes);
}

static gboolean
linger_timeout_cb (gpointer data)
{
  lingering_free (data);
  return G_SOURCE_REMOVE;
}

static gboolean
linger_readable_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  Lingering *self = data;
  char buffer[8192];
  gssize n = g_socket_receive_with_blocking (socket, buffer, sizeof buffer, FALSE, NULL, NULL);

  if (n > 0 && (self->read += (gsize) n) < LINGER_BYTES)
    return G_SOURCE_CONTINUE;
  lingering_free (self);
  return G_SOURCE_REMOVE;
}

/**
 * eh_doorman_answer_and_close:
 * @self: a doorman
 * @remote: the other end of a connection
 * @stream: (transfer full): that connection as the HTTP library has given it up
 * @answer: the whole answer, small enough for the system to take at once
 *
 * Answers somebody who is refused, reads no more of what they send than it takes for them to see
 * the answer, and ends the connection.
 */
void
eh_doorman_answer_and_close (EhDoorman *self,
                             GSocketAddress *remote,
                             GIOStream *stream,
                             GBytes *answer)
{
  Visit *visit = visit_from (self, remote);
  gsize size;
  const char *bytes = g_bytes_get_data (answer, &size);
  Lingering *lingering;
  GSocket *socket;

  if (visit == NULL) {
    g_object_unref (stream);
    return;
  }
  clear_source (&visit->deadline);
  visit->is_answered = TRUE;
  socket = g_socket_connection_get_socket (visit->connection);
  g_socket_send_with_blocking (socket, bytes, size, FALSE, NULL, NULL);
  g_socket_shutdown (socket, FALSE, TRUE, NULL);
  lingering = g_new0 (Lingering, 1);
  lingering->doorman = self;
  lingering->stream = stream;
  g_queue_push_tail (&self->lingering, lingering);
  lingering->timeout = attach_timeout (LINGER_SECONDS, linger_timeout_cb, lingering);
  lingering->readable = g_socket_create_source (socket, G_IO_IN | G_IO_HUP, NULL);
  g_source_set_callback (lingering->readable, G_SOURCE_FUNC (linger_readable_cb), lingering, NULL);
  g_source_attach (lingering->readable, g_main_context_get_thread_default ());
}

/**
 * eh_doorman_count:
 * @self: a doorman
 *
 * Returns: how many connections there are
 */
guint
eh_doorman_count (EhDoorman *self)
{
  return self->visits.length;
}
