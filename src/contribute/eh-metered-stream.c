/* A connection with a limit on what is read from it. */

#include "eh-metered-stream.h"

#include "config.h"

/* The input side. It must be pollable as the socket's own is. */
#define EH_TYPE_METERED_INPUT (eh_metered_input_get_type ())
G_DECLARE_FINAL_TYPE (EhMeteredInput, eh_metered_input, EH, METERED_INPUT, GFilterInputStream)

struct _EhMeteredInput {
  GFilterInputStream parent_instance;
  gsize left;
  gboolean has_read;
};

struct _EhMeteredStream {
  GIOStream parent_instance;
  GSocketConnection *connection;
  EhMeteredInput *input;
};

static void pollable_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhMeteredInput,
                               eh_metered_input,
                               G_TYPE_FILTER_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM, pollable_init))
G_DEFINE_FINAL_TYPE (EhMeteredStream, eh_metered_stream, G_TYPE_IO_STREAM)

static gboolean
refuse (EhMeteredInput *self, gsize *count, GError **error)
{
  if (self->left == 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too much was sent");
    return TRUE;
  }
  *count = MIN (*count, self->left);
  return FALSE;
}

static gssize
input_read (
    GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  EhMeteredInput *self = EH_METERED_INPUT (stream);
  gssize n;

  if (refuse (self, &count, error))
    return -1;
  n = g_input_stream_read (G_FILTER_INPUT_STREAM (self)->base_stream, buffer, count, cancellable,
                           error);
  if (n > 0) {
    self->left -= (gsize) n;
    self->has_read = TRUE;
  }
  return n;
}

static gssize
input_read_nonblocking (GPollableInputStream *stream, void *buffer, gsize count, GError **error)
{
  EhMeteredInput *self = EH_METERED_INPUT (stream);
  GInputStream *base = G_FILTER_INPUT_STREAM (self)->base_stream;
  gssize n;

  if (refuse (self, &count, error))
    return -1;
  n = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (base), buffer, count, NULL,
                                                error);
  if (n > 0) {
    self->left -= (gsize) n;
    self->has_read = TRUE;
  }
  return n;
}

static gboolean
input_is_readable (GPollableInputStream *stream)
{
  GInputStream *base = G_FILTER_INPUT_STREAM (stream)->base_stream;

  return g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (base));
}

static GSource *
input_create_source (GPollableInputStream *stream, GCancellable *cancellable)
{
  GInputStream *base = G_FILTER_INPUT_STREAM (stream)->base_stream;
  g_autoptr (GSource) of_base = g_pollable_input_stream_create_source (
      G_POLLABLE_INPUT_STREAM (base), cancellable);

  return g_pollable_source_new_full (stream, of_base, NULL);
}

static void
pollable_init (GPollableInputStreamInterface *iface)
{
  iface->read_nonblocking = input_read_nonblocking;
  iface->is_readable = input_is_readable;
  iface->create_source = input_create_source;
}

static void
eh_metered_input_class_init (EhMeteredInputClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = input_read;
}

static void
eh_metered_input_init (EhMeteredInput *self)
{
}

static GInputStream *
stream_get_input (GIOStream *stream)
{
  return G_INPUT_STREAM (EH_METERED_STREAM (stream)->input);
}

static GOutputStream *
stream_get_output (GIOStream *stream)
{
  return g_io_stream_get_output_stream (G_IO_STREAM (EH_METERED_STREAM (stream)->connection));
}

static gboolean
stream_close (GIOStream *stream, GCancellable *cancellable, GError **error)
{
  EhMeteredStream *self = EH_METERED_STREAM (stream);

  return g_io_stream_close (G_IO_STREAM (self->connection), cancellable, error);
}

static void
eh_metered_stream_finalize (GObject *object)
{
  EhMeteredStream *self = EH_METERED_STREAM (object);

  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (eh_metered_stream_parent_class)->finalize (object);
}

static void
eh_metered_stream_class_init (EhMeteredStreamClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eh_metered_stream_finalize;
  stream_class->get_input_stream = stream_get_input;
  stream_class->get_output_stream = stream_get_output;
  stream_class->close_fn = stream_close;
}

static void
eh_metered_stream_init (EhMeteredStream *self)
{
}

/**
 * eh_metered_stream_new:
 * @connection: a connection
 * @allowed: how many bytes may be read from it, until eh_metered_stream_allow()
 *
 * Returns: (transfer full): the connection, metered
 */
GIOStream *
eh_metered_stream_new (GSocketConnection *connection, gsize allowed)
{
  EhMeteredStream *self = g_object_new (EH_TYPE_METERED_STREAM, NULL);

  self->connection = g_object_ref (connection);
  self->input = g_object_new (EH_TYPE_METERED_INPUT, "base-stream",
                              g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                              "close-base-stream", FALSE, NULL);
  self->input->left = allowed;
  return G_IO_STREAM (self);
}

/**
 * eh_metered_stream_allow:
 * @self: a metered connection
 * @more: how many more bytes may be read
 */
void
eh_metered_stream_allow (EhMeteredStream *self, gsize more)
{
  self->input->left += more;
}

/**
 * eh_metered_stream_get_connection:
 * @self: a metered connection
 *
 * Returns: (transfer none): the connection itself
 */
GSocketConnection *
eh_metered_stream_get_connection (EhMeteredStream *self)
{
  return self->connection;
}

/**
 * eh_metered_stream_has_read:
 * @input: the input side of a metered connection, which may outlive it
 *
 * Returns: whether anything came
 */
gboolean
eh_metered_stream_has_read (GInputStream *input)
{
  return EH_METERED_INPUT (input)->has_read;
}
