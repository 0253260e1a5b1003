/* A picture file of any usual kind as a small PNG: what the project keeps of a logo. The file may
 * be anything: it is read in a worker, no more of it than a logo needs, and a picture of more
 * pixels than any logo has is refused before it is decoded. */

#include "eh-logo.h"

#include "eh-look.h"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

#define FILE_BYTES  (8u << 20)
#define FILE_PIXELS 40e6
#define CHUNK       (64u << 10)

typedef struct {
  gboolean seen;
  gboolean too_large;
} Prepared;

/* Told before anything is decoded. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, Prepared *prepared)
{
  double scale = (double) EH_LOOK_LOGO_SIDE / MAX (MAX (width, height), 1);

  prepared->seen = TRUE;
  prepared->too_large = width < 1 || height < 1 || (double) width * height > FILE_PIXELS;
  if (prepared->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                MAX (1, (int) (height * scale)));
}

static void
refuse (GError **error)
{
  g_clear_error (error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("This is no picture that can be used as a logo: a PNG, JPEG or SVG of no more "
                  "than eight megabytes."));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Prepared *prepared, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length && !prepared->too_large; at += CHUNK)
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), error))
      return FALSE;
  return gdk_pixbuf_loader_close (loader, error) && !prepared->too_large;
}

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[16384];
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, cancellable,
                                   error)) > 0) {
    g_byte_array_append (bytes, chunk, (guint) n);
    if (bytes->len > FILE_BYTES) {
      refuse (error);
      return NULL;
    }
  }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static char *
to_base64 (GdkPixbuf *pixbuf, GError **error)
{
  g_autofree char *png = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &png, &length, "png", error, NULL))
    return NULL;
  if (length > EH_LOOK_LOGO_BYTES) {
    refuse (error);
    return NULL;
  }
  return g_base64_encode ((const guchar *) png, length);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (data, cancellable, &error);
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Prepared prepared = { 0 };
  char *text = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &prepared);
  if (bytes == NULL) {
    gdk_pixbuf_loader_close (loader, NULL);
  } else if (feed (loader, bytes, &prepared, &error) &&
             gdk_pixbuf_loader_get_pixbuf (loader) != NULL) {
    text = to_base64 (gdk_pixbuf_loader_get_pixbuf (loader), &error);
  } else {
    gdk_pixbuf_loader_close (loader, NULL);
    refuse (&error);
  }
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_logo_read_async:
 * @file: a PNG, JPEG or SVG
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Reads a picture and makes it small, in a worker.
 */
void
eh_logo_read_async (GFile *file,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_logo_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * eh_logo_read_finish:
 * @result: what the callback was given
 * @error: set to a #GIOError, with a sentence for people
 *
 * Returns: (transfer full) (nullable): a PNG in base64, at most %EH_LOOK_LOGO_SIDE wide and high
 */
char *
eh_logo_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
