/* Answers, each with the headers that keep a page to itself. */

#include "eh-reception-private.h"

#include "eh-catalogue.h"

/* Nothing but our own style, script and forms, from here alone; kept nowhere; guessed at by nobody;
 * in no other page; and no address of ours told to another. "same-origin" and not "no-referrer",
 * with which a browser would call the origin of our own forms "null". */
static const struct {
  const char *name;
  const char *value;
} headers[] = {
  { "Content-Security-Policy",
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'" },
  { "X-Content-Type-Options", "nosniff" },
  { "X-Frame-Options", "DENY" },
  { "Referrer-Policy", "same-origin" },
  { "Cache-Control", "no-store" },
  { "Cross-Origin-Resource-Policy", "same-origin" },
  { "Cross-Origin-Opener-Policy", "same-origin" },
  { "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { "X-Robots-Tag", "noindex, nofollow" },
  { "Connection", "close" },
};

static const char *
phrase_of (guint status)
{
  return status == EH_STATUS_TOO_MANY_REQUESTS ? "Too Many Requests"
                                               : soup_status_get_phrase (status);
}

/**
 * eh_reception_answer:
 * @message: a request that was read
 * @status: of HTTP
 * @type: media type of the body
 * @body: the body
 */
void
eh_reception_answer (SoupServerMessage *message, guint status, const char *type, GBytes *body)
{
  SoupMessageHeaders *response = soup_server_message_get_response_headers (message);
  gsize size;
  const char *data = g_bytes_get_data (body, &size);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    soup_message_headers_replace (response, headers[i].name, headers[i].value);
  soup_server_message_set_status (message, status, phrase_of (status));
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, data, size);
}

/**
 * eh_reception_answer_again:
 * @message: a request that was read
 * @status: of HTTP
 * @body: a page that still has what was typed
 * @seconds: when to try again
 */
void
eh_reception_answer_again (SoupServerMessage *message, guint status, GBytes *body, guint seconds)
{
  g_autofree char *wait = g_strdup_printf ("%u", seconds);

  eh_reception_answer (message, status, "text/html; charset=utf-8", body);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                wait);
}

/**
 * eh_reception_redirect:
 * @message: a request that was read
 * @location: a path
 */
void
eh_reception_redirect (SoupServerMessage *message, const char *location)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  eh_reception_answer (message, SOUP_STATUS_SEE_OTHER, "text/html; charset=utf-8", nothing);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                location);
}

/**
 * eh_reception_refuse:
 * @self: a reception
 * @message: a request of which nothing but the headers was read
 * @status: of HTTP
 * @notice: why
 * @header: (nullable): one more header, with its line end
 *
 * Answers, and reads nothing more of it.
 */
void
eh_reception_refuse (EhReception *self,
                     SoupServerMessage *message,
                     guint status,
                     EhPhoneNotice notice,
                     const char *header)
{
  EhPhonePage page = eh_reception_page (self, message, NULL);
  g_autoptr (GBytes) body = eh_phone_page_notice (&page, notice);
  g_autoptr (GSocketAddress) remote = g_object_ref (
      soup_server_message_get_remote_address (message));
  gboolean head_only = g_str_equal (soup_server_message_get_method (message), "HEAD");
  g_autoptr (GBytes) answer = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "HTTP/1.1 %u %s\r\nContent-Type: text/html; charset=utf-8\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\n",
                          status, phrase_of (status), g_bytes_get_size (body));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    g_string_append_printf (text, "%s: %s\r\n", headers[i].name, headers[i].value);
  if (header != NULL)
    g_string_append (text, header);
  g_string_append (text, "\r\n");
  if (!head_only)
    g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  answer = g_string_free_to_bytes (text);
  eh_doorman_answer_and_close (self->doorman, remote,
                               soup_server_message_steal_connection (message), answer);
}
