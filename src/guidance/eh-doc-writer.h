#pragma once

#include "eh-doc-work.h"
#include "eh-doc.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EhDocWriter EhDocWriter;

/**
 * EhDocWriter:
 * @id: what the command line and settings call it
 * @extension: of a file, without the dot
 * @mime_type: what kind of file it makes
 * @label: what a person calls it, to be translated
 * @render: makes the whole file, telling how far it is; returns (transfer full) %NULL and sets the
 * error when it cannot
 *
 * A format that documents can be written in. A new one is a file with a `render` function and a
 * line in the table of eh-doc-writer.c; menus, the command line and the tests take it from there.
 */
struct _EhDocWriter {
  const char *id;
  const char *extension;
  const char *mime_type;
  const char *label;
  GBytes *(*render) (const EhDoc *doc, const EhDocWork *work, GError **error);
};

const EhDocWriter *eh_doc_writers (guint *n_writers);
const EhDocWriter *eh_doc_writer_by_id (const char *id);
const EhDocWriter *eh_doc_writer_for_extension (const char *path_or_extension);
GBytes *eh_doc_render (const EhDoc *doc,
                       const EhDocWriter *writer,
                       GCancellable *cancellable,
                       GError **error);
gboolean eh_doc_write (const EhDoc *doc,
                       const EhDocWriter *writer,
                       GOutputStream *stream,
                       GCancellable *cancellable,
                       GError **error);
GBytes *eh_doc_render_with (const EhDoc *doc,
                            const EhDocWriter *writer,
                            const EhDocWork *work,
                            GError **error);
gboolean eh_doc_save_with (const EhDoc *doc,
                           const EhDocWriter *writer,
                           GFile *file,
                           const EhDocWork *work,
                           GError **error);
gboolean eh_doc_save (const EhDoc *doc,
                      const EhDocWriter *writer,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error);

/* The formats; for the table alone. */
GBytes *eh_doc_render_odt (const EhDoc *doc, const EhDocWork *work, GError **error);
GBytes *eh_doc_render_docx (const EhDoc *doc, const EhDocWork *work, GError **error);
GBytes *eh_doc_render_pdf (const EhDoc *doc, const EhDocWork *work, GError **error);
GBytes *eh_doc_render_html (const EhDoc *doc, const EhDocWork *work, GError **error);
GBytes *eh_doc_render_epub (const EhDoc *doc, const EhDocWork *work, GError **error);
GBytes *eh_doc_render_markdown (const EhDoc *doc, const EhDocWork *work, GError **error);

G_END_DECLS
