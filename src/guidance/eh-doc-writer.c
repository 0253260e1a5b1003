/* The formats of documents, and how a file of one is written: whole, or not at all. */

#include "config.h"

#include "eh-doc-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EhDocWriter writers[] = {
  { "odt", "odt", "application/vnd.oasis.opendocument.text", N_ ("OpenDocument text"),
    eh_doc_render_odt },
  { "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    N_ ("Word document"), eh_doc_render_docx },
  { "pdf", "pdf", "application/pdf", N_ ("PDF"), eh_doc_render_pdf },
  { "html", "html", "text/html", N_ ("Web page"), eh_doc_render_html },
  { "epub", "epub", "application/epub+zip", N_ ("EPUB book"), eh_doc_render_epub },
  { "markdown", "md", "text/markdown", N_ ("Markdown"), eh_doc_render_markdown },
};

/**
 * eh_doc_writers:
 * @n_writers: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_writers): every format, the one to offer first first
 */
const EhDocWriter *
eh_doc_writers (guint *n_writers)
{
  *n_writers = G_N_ELEMENTS (writers);
  return writers;
}

/**
 * eh_doc_writer_by_id:
 *
 * Returns: (transfer none) (nullable): the format called @id
 */
const EhDocWriter *
eh_doc_writer_by_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_strcmp0 (writers[i].id, id) == 0)
      return &writers[i];
  return NULL;
}

/**
 * eh_doc_writer_for_extension:
 * @path_or_extension: such as "guide.odt", ".odt" or "odt", in any case
 *
 * Returns: (transfer none) (nullable): the format of such a file
 */
const EhDocWriter *
eh_doc_writer_for_extension (const char *path_or_extension)
{
  const char *dot = strrchr (path_or_extension, '.');
  const char *extension = dot != NULL ? dot + 1 : path_or_extension;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_ascii_strcasecmp (writers[i].extension, extension) == 0)
      return &writers[i];
  return NULL;
}

/**
 * eh_doc_render_with:
 * @doc: a document
 * @writer: the format
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Safe in any thread. Errors are %G_IO_ERROR_CANCELLED, %G_IO_ERROR_NO_SPACE where the format has
 * a limit, and %G_IO_ERROR_FAILED where a figure cannot be painted.
 *
 * Returns: (transfer full): the file
 */
GBytes *
eh_doc_render_with (const EhDoc *doc,
                    const EhDocWriter *writer,
                    const EhDocWork *work,
                    GError **error)
{
  g_autoptr (GBytes) bytes = writer->render (doc, work, error);

  if (bytes == NULL || !eh_doc_work_step (work, 1, 1, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

/**
 * eh_doc_render:
 * @doc: a document
 * @writer: the format
 *
 * As eh_doc_render_with(), for what nobody watches.
 *
 * Returns: (transfer full): the file
 */
GBytes *
eh_doc_render (const EhDoc *doc,
               const EhDocWriter *writer,
               GCancellable *cancellable,
               GError **error)
{
  const EhDocWork work = { .cancellable = cancellable };

  return eh_doc_render_with (doc, writer, &work, error);
}

/**
 * eh_doc_write:
 * @stream: where to write; it is not closed
 *
 * Writes @doc on @stream, once all of it is made.
 *
 * Returns: %FALSE with the errors of eh_doc_render() or of @stream
 */
gboolean
eh_doc_write (const EhDoc *doc,
              const EhDocWriter *writer,
              GOutputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GBytes) bytes = eh_doc_render (doc, writer, cancellable, error);
  gsize size;
  const guint8 *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_output_stream_write_all (stream, data, size, NULL, cancellable, error);
}

/**
 * eh_doc_save_with:
 * @file: where to; what was there before is replaced at the end, and stays when anything fails
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Returns: %FALSE with the errors of eh_doc_render() or of writing the file
 */
gboolean
eh_doc_save_with (
    const EhDoc *doc, const EhDocWriter *writer, GFile *file, const EhDocWork *work, GError **error)
{
  GCancellable *cancellable = work != NULL ? work->cancellable : NULL;
  g_autoptr (GBytes) bytes = eh_doc_render_with (doc, writer, work, error);
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize size;
  const guint8 *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error)) {
    /* Closing puts the new file in place of the old; closing while cancelled does not. */
    g_autoptr (GCancellable) abandon = g_cancellable_new ();

    g_cancellable_cancel (abandon);
    g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
    return FALSE;
  }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/**
 * eh_doc_save:
 * @file: where to; what was there before is replaced at the end, and stays when anything fails
 *
 * As eh_doc_save_with(), for what nobody watches.
 *
 * Returns: %FALSE with the errors of eh_doc_render() or of writing the file
 */
gboolean
eh_doc_save (const EhDoc *doc,
             const EhDocWriter *writer,
             GFile *file,
             GCancellable *cancellable,
             GError **error)
{
  const EhDocWork work = { .cancellable = cancellable };

  return eh_doc_save_with (doc, writer, file, &work, error);
}
