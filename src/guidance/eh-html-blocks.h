#pragma once

#include "eh-doc.h"
#include "eh-xml-writer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhHtml:
 * @doc: the document
 * @meta: what it says of itself
 * @w: where it is written
 * @level: of the last heading, 0 before the first
 * @shift: by how much headings are lowered, for a title above them
 * @file: (nullable): the file that is being written, of a book of several
 * @files: (nullable): id of a block to the file that it is in (utf8)
 * @notes: (nullable) (element-type guint): numbers of the notes met in this file
 *
 * What writes the blocks of a document as HTML; as a page, or as XHTML for a book of several files.
 */
typedef struct {
  const EhDoc *doc;
  const EhDocMeta *meta;
  EhXmlWriter *w;
  guint level;
  guint shift;
  const char *file;
  GHashTable *files;
  GArray *notes;
} EhHtml;

void eh_html_start (EhHtml *self, const char *name, const char *class_name);
void eh_html_end (EhHtml *self);
void eh_html_newline (EhHtml *self);
void eh_html_paragraph (EhHtml *self, const char *class_name, const char *text);
void eh_html_language (EhHtml *self, const char *tag);
void eh_html_runs (EhHtml *self, const EhDocText *text);
void eh_html_fields (EhHtml *self, const GPtrArray *fields);
gboolean eh_html_title (EhHtml *h, GError **error);
void eh_html_back (EhHtml *self, guint note);
void eh_html_contents (EhHtml *self);
void eh_html_licence (EhHtml *self);
gboolean eh_html_block (EhHtml *self, guint index, GError **error);

G_END_DECLS
