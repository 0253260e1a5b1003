/* Who is let through. Everything that can be told from the headers is looked at before a byte of
 * the body is read. */

#include "eh-reception-private.h"

#include "eh-address.h"
#include "eh-secret.h"

#include <string.h>

static const EhDoormanLimits limits = {
  .connections = 512,
  .connections_each = 400,
  .header_seconds = 10,
  .request_seconds = 30,
  .header_bytes = 8 * 1024,
};

static gboolean
is_foreign_origin (EhReception *self, SoupMessageHeaders *headers)
{
  const char *origin = soup_message_headers_get_list (headers, "Origin");
  const char *site = soup_message_headers_get_list (headers, "Sec-Fetch-Site");

  /* "null" is what some browsers say when they keep the origin to themselves; the link and the
   * stamp have to be known all the same. */
  if (origin != NULL && !g_str_equal (origin, self->origin) && !g_str_equal (origin, "null"))
    return TRUE;
  return site != NULL && !g_str_equal (site, "same-origin") && !g_str_equal (site, "none");
}

static gboolean
is_form (SoupMessageHeaders *headers)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  return type != NULL && g_ascii_strcasecmp (type, "application/x-www-form-urlencoded") == 0;
}

/* The length of a body in digits alone, told once. */
static gboolean
read_length (SoupMessageHeaders *headers, guint64 *length)
{
  const char *text = soup_message_headers_get_list (headers, "Content-Length");

  *length = 0;
  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, length, NULL);
}

typedef struct {
  guint status;
  EhPhoneNotice notice;
  const char *header;
} Refusal;

static const Refusal not_understood = { SOUP_STATUS_BAD_REQUEST, EH_PHONE_NOTICE_NOT_UNDERSTOOD,
                                        NULL };
static const Refusal too_large = { SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, EH_PHONE_NOTICE_TOO_LARGE,
                                   NULL };
static const Refusal no_length = { SOUP_STATUS_LENGTH_REQUIRED, EH_PHONE_NOTICE_NOT_UNDERSTOOD,
                                   NULL };
static const Refusal not_a_form = { SOUP_STATUS_UNSUPPORTED_MEDIA_TYPE,
                                    EH_PHONE_NOTICE_NOT_UNDERSTOOD, NULL };
static const Refusal foreign = { SOUP_STATUS_FORBIDDEN, EH_PHONE_NOTICE_NOT_UNDERSTOOD, NULL };
static const Refusal busy = { EH_STATUS_TOO_MANY_REQUESTS, EH_PHONE_NOTICE_BUSY,
                              "Retry-After: 5\r\n" };
static const Refusal misdirected = { SOUP_STATUS_MISDIRECTED_REQUEST, EH_PHONE_NOTICE_WRONG_ADDRESS,
                                     NULL };
static const Refusal not_allowed = { SOUP_STATUS_METHOD_NOT_ALLOWED, EH_PHONE_NOTICE_NOT_UNDERSTOOD,
                                     "Allow: GET, HEAD, POST\r\n" };
static const Refusal not_found = { SOUP_STATUS_NOT_FOUND, EH_PHONE_NOTICE_NOT_FOUND, NULL };

static const Refusal *
refusal_of_post (EhReception *self, SoupMessageHeaders *headers, guint64 *length)
{
  if (soup_message_headers_get_list (headers, "Transfer-Encoding") != NULL ||
      soup_message_headers_get_list (headers, "Content-Length") == NULL)
    return &no_length;
  if (!read_length (headers, length))
    return &too_large;
  if (*length > EH_RECEPTION_MAX_BODY)
    return &too_large;
  if (!is_form (headers))
    return &not_a_form;
  return is_foreign_origin (self, headers) ? &foreign : NULL;
}

/* Returns: (nullable): why the request goes no further */
static const Refusal *
refusal_of (EhReception *self, SoupServerMessage *message, guint64 *length)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *method = soup_server_message_get_method (message);
  const char *host = soup_message_headers_get_list (headers, "Host");
  const char *address = soup_server_message_get_remote_host (message);
  EhRoute route;
  gint64 now = g_get_monotonic_time ();

  *length = 0;
  if (!eh_throttle_take (self->requests_each, address != NULL ? address : "", now) ||
      !eh_throttle_take (self->requests, "", now))
    return &busy;
  /* A name that somebody else's page has turned to this address. */
  if (host == NULL || g_ascii_strcasecmp (host, self->host) != 0)
    return &misdirected;
  if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD") &&
      !g_str_equal (method, "POST"))
    return &not_allowed;
  route = eh_reception_route (self, g_uri_get_path (soup_server_message_get_uri (message)));
  if (route.kind == EH_ROUTE_NOTHING)
    return &not_found;
  if (g_str_equal (method, "POST"))
    return refusal_of_post (self, headers, length);
  if (soup_message_headers_get_list (headers, "Transfer-Encoding") != NULL ||
      (soup_message_headers_get_list (headers, "Content-Length") != NULL &&
       (!read_length (headers, length) || *length > 0)))
    return &not_understood;
  return NULL;
}

/* The computer itself opens the page too, when somebody tries it out. */
static void
note_opened (EhReception *self, SoupServerMessage *message)
{
  EhRoute route = eh_reception_route (self, g_uri_get_path (soup_server_message_get_uri (message)));

  if (route.kind != EH_ROUTE_FORM ||
      g_strcmp0 (soup_server_message_get_remote_host (message), self->address) == 0)
    return;
  self->news.n_opened++;
  self->tell (&self->news, self->data);
}

static void
got_headers_cb (SoupServerMessage *message, EhReception *self)
{
  guint64 length;
  const Refusal *refusal = refusal_of (self, message, &length);

  if (refusal != NULL) {
    eh_reception_refuse (self, message, refusal->status, refusal->notice, refusal->header);
    return;
  }
  eh_doorman_has_headers (self->doorman, soup_server_message_get_remote_address (message),
                          (gsize) length);
}

static void
request_started_cb (SoupServer *server, SoupServerMessage *message, EhReception *self)
{
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), self);
}

static void
handler_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  EhReception *self = data;

  note_opened (self, message);
  eh_reception_serve (self, message);
}

/* Whoever gets as far as this computer shows that the network lets phones through, whatever they
 * ask for. */
static void
note_knocked (EhReception *self, GSocketAddress *remote)
{
  GInetAddress *address = G_IS_INET_SOCKET_ADDRESS (remote)
                              ? g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote))
                              : NULL;
  g_autofree char *text = address != NULL ? g_inet_address_to_string (address) : NULL;

  if (self->news.knocked || text == NULL || g_strcmp0 (text, self->address) == 0)
    return;
  self->news.knocked = TRUE;
  self->tell (&self->news, self->data);
}

static void
let_in_cb (GIOStream *stream, GSocketAddress *local, GSocketAddress *remote, gpointer data)
{
  EhReception *self = data;
  g_autoptr (GError) error = NULL;

  note_knocked (self, remote);
  if (!soup_server_accept_iostream (self->soup, stream, local, remote, &error))
    g_debug ("a connection was not taken: %s", error->message);
}

/* Three hundred phones behind one address can all send within a minute; one phone cannot send as
 * much as they. */
static void
make_throttles (EhReception *self)
{
  self->requests_each = eh_throttle_new (6000, 60);
  self->requests = eh_throttle_new (9000, 240);
  self->posts_each = eh_throttle_new (1800, 20);
  self->posts = eh_throttle_new (3000, 60);
  self->posts_of_phone = eh_throttle_new (10, 0.2);
  self->wrong_codes = eh_throttle_new (100, 1);
  self->letter_codes_each = eh_throttle_new (10, 1.0 / 30);
  self->letter_codes = eh_throttle_new (100, 0.2);
}

/**
 * eh_reception_new:
 * @path: a working copy
 * @tell: called with what happened, in this thread
 * @data: for @tell
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): a reception of the calling thread and its main context,
 * which serves nothing yet
 */
EhReception *
eh_reception_new (const char *path, EhReceptionFunc tell, gpointer data, GError **error)
{
  EhDb *db = eh_inbox_open (path, error);
  EhReception *self;

  if (db == NULL)
    return NULL;
  self = g_new0 (EhReception, 1);
  self->db = db;
  self->tell = tell;
  self->data = data;
  self->languages = eh_catalogue_languages ();
  self->catalogues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) eh_catalogue_unref);
  self->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_ptr_array_new_with_free_func (eh_reception_waiting_free);
  self->root = g_strdup ("/");
  make_throttles (self);
  self->doorman = eh_doorman_new (&limits, let_in_cb, self);
  self->soup = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->soup, NULL, handler_cb, self, NULL);
  g_signal_connect (self->soup, "request-started", G_CALLBACK (request_started_cb), self);
  return self;
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/**
 * eh_reception_free:
 * @self: (nullable) (transfer full): a reception
 */
void
eh_reception_free (EhReception *self)
{
  if (self == NULL)
    return;
  clear_source (&self->flush);
  clear_source (&self->clear_traces);
  clear_source (&self->forget_letters);
  g_signal_handlers_disconnect_by_data (self->soup, self);
  soup_server_remove_handler (self->soup, NULL);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_ptr_array_unref (self->waiting);
  eh_doorman_free (self->doorman);
  eh_inbox_clear_traces (self->db);
  eh_db_close (self->db);
  g_clear_pointer (&self->view, eh_contribute_view_unref);
  g_strfreev (self->languages);
  g_hash_table_unref (self->catalogues);
  g_hash_table_unref (self->phones);
  eh_throttle_free (self->requests_each);
  eh_throttle_free (self->requests);
  eh_throttle_free (self->posts_each);
  eh_throttle_free (self->posts);
  eh_throttle_free (self->posts_of_phone);
  eh_throttle_free (self->wrong_codes);
  eh_throttle_free (self->letter_codes_each);
  eh_throttle_free (self->letter_codes);
  g_clear_pointer (&self->letters, eh_feedback_index_unref);
  g_free (self->address);
  g_free (self->host);
  g_free (self->origin);
  g_free (self->root);
  g_free (self->key);
  g_free (self);
}

/**
 * eh_reception_listen:
 * @self: a reception with a view and a token
 * @address: one of this computer's
 * @port: (inout): which port, or 0 to choose one
 * @error: set to a #GIOError
 *
 * Returns: whether it serves
 */
gboolean
eh_reception_listen (EhReception *self, const char *address, guint16 *port, GError **error)
{
  if (!eh_doorman_listen (self->doorman, address, port, error))
    return FALSE;
  self->address = g_strdup (address);
  self->host = eh_address_host (address, *port);
  self->origin = g_strconcat ("http://", self->host, NULL);
  return TRUE;
}

/**
 * eh_reception_set_view:
 * @self: a reception
 * @view: what phones are shown from now on
 */
void
eh_reception_set_view (EhReception *self, EhContributeView *view)
{
  eh_contribute_view_ref (view);
  g_clear_pointer (&self->view, eh_contribute_view_unref);
  self->view = view;
}

/**
 * eh_reception_set_token:
 * @self: a reception
 * @token: of the link
 *
 * The link that was there before leads nowhere from now on, and its forms are not taken.
 */
void
eh_reception_set_token (EhReception *self, const char *token)
{
  eh_reception_flush (self);
  g_free (self->root);
  g_free (self->key);
  self->root = g_strconcat ("/", token, NULL);
  self->key = eh_secret_new (EH_SECRET_PHONE_LENGTH * 2);
  self->n_taken = 0;
}

/**
 * eh_reception_finish:
 * @self: a reception
 *
 * Lets nobody else in, and puts on disk what has arrived.
 */
void
eh_reception_finish (EhReception *self)
{
  eh_doorman_stop_listening (self->doorman);
  eh_reception_flush (self);
}

/**
 * eh_reception_is_busy:
 * @self: a reception
 *
 * Returns: whether there are connections that have not ended
 */
gboolean
eh_reception_is_busy (EhReception *self)
{
  return eh_doorman_count (self->doorman) > 0;
}
