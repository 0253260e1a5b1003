/* A document as an EPUB 3 book (W3C, EPUB 3.3 and EPUB Accessibility 1.1), for readers on phones
 * and for programs that read aloud: a file for each chapter, a table of contents that such programs
 * know, notes at the end of the chapter that they belong to, pictures as SVG with their words and
 * numbers, and metadata that say what there is for whom. Nothing in it runs or is fetched. */

#include "config.h"

#include "eh-doc-dress.h"
#include "eh-doc-writer.h"

#include "eh-guidance-resources.h"
#include "eh-html-blocks.h"
#include "eh-text.h"
#include "eh-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME_TYPE "application/epub+zip"
#define XHTML     "application/xhtml+xml"
#define EPUB_NS   "http://www.idpf.org/2007/ops"

/* Of the format that the date of a book is written in, where it has none: what the archive says. */
#define NO_DATE "1980-01-01"

typedef struct {
  EhHtml h;
  EhZipWriter *zip;
  GPtrArray *names;    /* (element-type utf8): files of the text, in order */
  GPtrArray *pictured; /* (element-type utf8): those with pictures in them */
  GHashTable *files;
} Epub;

static gboolean
begins_chapter (const EhDocBlock *block)
{
  return block->kind == EH_DOC_BLOCK_HEADING && block->level == 1;
}

/* Which file each block is in: the title page, or the chapter of a heading of level 1. */
static void
find_files (Epub *e)
{
  const char *name = g_ptr_array_index (e->names, 0);

  for (guint i = 0; i < eh_doc_n_blocks (e->h.doc); i++) {
    const EhDocBlock *block = eh_doc_block (e->h.doc, i);

    if (begins_chapter (block)) {
      g_ptr_array_add (e->names, g_strdup_printf ("chapter-%03u.xhtml", e->names->len));
      name = e->names->pdata[e->names->len - 1];
    }
    if (block->id != NULL)
      g_hash_table_insert (e->files, block->id, (gpointer) name);
    for (guint k = 0; k < block->items->len; k++) {
      EhDocItem *item = block->items->pdata[k];

      if (item->id != NULL)
        g_hash_table_insert (e->files, item->id, (gpointer) name);
    }
  }
}

static void
head (Epub *e, const char *title)
{
  EhHtml *h = &e->h;

  eh_html_start (h, "html", NULL);
  eh_xml_writer_attr (h->w, "xmlns", "http://www.w3.org/1999/xhtml");
  eh_xml_writer_attr (h->w, "xmlns:epub", EPUB_NS);
  eh_html_language (h, h->meta->language);
  eh_html_newline (h);
  eh_html_start (h, "head", NULL);
  eh_xml_writer_element (h->w, "title", title);
  eh_html_start (h, "link", NULL);
  eh_xml_writer_attr (h->w, "rel", "stylesheet");
  eh_xml_writer_attr (h->w, "type", "text/css");
  eh_xml_writer_attr (h->w, "href", "book.css");
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
}

/* Begins another file. */
static void
begin_file (Epub *e, EhXmlWriter *w, const char *name)
{
  e->h.w = w;
  e->h.file = name;
  e->h.level = 0;
  g_array_set_size (e->h.notes, 0);
  eh_xml_writer_raw (w, "<!DOCTYPE html>\n");
}

static void
section (Epub *e, const char *type, const char *role)
{
  eh_html_start (&e->h, "section", NULL);
  eh_xml_writer_attr (e->h.w, "epub:type", type);
  eh_xml_writer_attr (e->h.w, "role", role);
}

/* The notes of the file, each an aside that programs show where its mark is. */
static void
notes (Epub *e)
{
  EhHtml *h = &e->h;

  for (guint i = 0; i < h->notes->len; i++) {
    guint number = g_array_index (h->notes, guint, i);
    g_autofree char *digits = g_strdup_printf ("%u. ", number);

    eh_html_start (h, "aside", "note-text");
    eh_xml_writer_attr_printf (h->w, "id", "note-%u", number);
    eh_xml_writer_attr (h->w, "epub:type", "footnote");
    eh_xml_writer_attr (h->w, "role", "doc-footnote");
    eh_html_start (h, "p", NULL);
    eh_xml_writer_text (h->w, digits);
    eh_html_runs (h, eh_doc_note (h->doc, number));
    eh_xml_writer_text (h->w, " ");
    eh_html_back (h, number);
    eh_html_end (h);
    eh_html_end (h);
    eh_html_newline (h);
  }
}

/* Takes nothing; the file ends with what is open in @w. */
static gboolean
add_file (Epub *e, EhXmlWriter *w, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("EPUB/", name, NULL);
  g_autoptr (GBytes) bytes = eh_xml_writer_finish (w);

  return eh_zip_writer_add (e->zip, path, bytes, error);
}

static gboolean
blocks (Epub *e, guint from, guint to, const EhDocWork *work, GError **error)
{
  gboolean pictured = from == 0 && e->h.meta->logo != NULL;

  for (guint i = from; i < to; i++) {
    if (!eh_doc_work_step (work, i, eh_doc_n_blocks (e->h.doc), error) ||
        !eh_html_block (&e->h, i, error))
      return FALSE;
    pictured = pictured || eh_doc_block (e->h.doc, i)->figure != NULL;
  }
  if (pictured)
    g_ptr_array_add (e->pictured, (gpointer) e->h.file);
  return TRUE;
}

/* The title, what stands before the first chapter, and the licence. */
static gboolean
title_page (Epub *e, guint end, const EhDocWork *work, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  begin_file (e, w, e->names->pdata[0]);
  e->h.shift = 1;
  head (e, e->h.meta->title);
  eh_html_start (&e->h, "body", "title-page");
  section (e, "titlepage", NULL);
  if (!eh_html_title (&e->h, error) || !blocks (e, 0, end, work, error))
    return FALSE;
  notes (e);
  eh_html_licence (&e->h);
  e->h.shift = 0;
  return add_file (e, w, e->h.file, error);
}

static gboolean
chapter (Epub *e, const char *name, guint from, guint to, const EhDocWork *work, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  const EhDocBlock *first = eh_doc_block (e->h.doc, from);
  g_autofree char *title = eh_doc_text_to_plain (first->text);

  begin_file (e, w, name);
  head (e, title);
  eh_html_start (&e->h, "body", NULL);
  section (e, "chapter", "doc-chapter");
  eh_xml_writer_attr (w, "aria-labelledby", first->id);
  if (!blocks (e, from, to, work, error))
    return FALSE;
  notes (e);
  return add_file (e, w, name, error);
}

/* All the text, chapter by chapter. */
static gboolean
text (Epub *e, const EhDocWork *work, GError **error)
{
  guint n = eh_doc_n_blocks (e->h.doc);
  guint from = 0;

  while (from < n && !begins_chapter (eh_doc_block (e->h.doc, from)))
    from++;
  if (!title_page (e, from, work, error))
    return FALSE;
  for (guint file = 1; from < n; file++) {
    guint to = from + 1;

    while (to < n && !begins_chapter (eh_doc_block (e->h.doc, to)))
      to++;
    if (!chapter (e, e->names->pdata[file], from, to, work, error))
      return FALSE;
    from = to;
  }
  return TRUE;
}

static void
landmark (Epub *e, const char *type, const char *target, const char *label)
{
  eh_html_start (&e->h, "li", NULL);
  eh_html_start (&e->h, "a", NULL);
  eh_xml_writer_attr (e->h.w, "epub:type", type);
  eh_xml_writer_attr (e->h.w, "href", target);
  eh_xml_writer_text (e->h.w, label);
  eh_html_end (&e->h);
  eh_html_end (&e->h);
}

static gboolean
has_entries (const EhDoc *doc)
{
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++)
    if (eh_doc_in_contents (doc, i))
      return TRUE;
  return FALSE;
}

static gboolean
navigation (Epub *e, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  EhHtml *h = &e->h;

  begin_file (e, w, "nav.xhtml");
  head (e, _ ("Contents"));
  eh_html_start (h, "body", "contents");
  eh_html_start (h, "nav", NULL);
  eh_xml_writer_attr (w, "epub:type", "toc");
  eh_xml_writer_attr (w, "role", "doc-toc");
  eh_xml_writer_attr (w, "aria-labelledby", "contents");
  eh_html_start (h, "h1", NULL);
  eh_xml_writer_attr (w, "id", "contents");
  eh_xml_writer_text (w, _ ("Contents"));
  eh_html_end (h);
  if (has_entries (h->doc)) {
    eh_html_contents (h);
  } else {
    eh_html_start (h, "ol", NULL);
    landmark (e, "titlepage", e->names->pdata[0], h->meta->title);
    eh_html_end (h);
  }
  eh_html_end (h);
  eh_html_newline (h);
  eh_html_start (h, "nav", NULL);
  eh_xml_writer_attr (w, "epub:type", "landmarks");
  eh_xml_writer_attr (w, "aria-label", _ ("Parts of the book"));
  eh_xml_writer_attr (w, "hidden", "");
  eh_html_start (h, "ol", NULL);
  landmark (e, "titlepage", e->names->pdata[0], h->meta->title);
  landmark (e, "toc", "nav.xhtml", _ ("Contents"));
  if (e->names->len > 1)
    landmark (e, "bodymatter", e->names->pdata[1], _ ("The text"));
  return add_file (e, w, "nav.xhtml", error);
}

static void
property (EhXmlWriter *w, const char *name, const char *value)
{
  eh_xml_writer_start (w, "meta");
  eh_xml_writer_attr (w, "property", name);
  eh_xml_writer_text (w, value);
  eh_xml_writer_end (w);
}

/* What the book offers to whom, as catalogues ask for it (schema.org). */
static void
accessibility (EhXmlWriter *w, gboolean pictures)
{
  static const char *const features[] = { "structuralNavigation", "tableOfContents", "readingOrder",
                                          "displayTransformability" };

  property (w, "schema:accessMode", "textual");
  if (pictures)
    property (w, "schema:accessMode", "visual");
  property (w, "schema:accessModeSufficient", "textual");
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    property (w, "schema:accessibilityFeature", features[i]);
  if (pictures) {
    property (w, "schema:accessibilityFeature", "alternativeText");
    property (w, "schema:accessibilityFeature", "longDescription");
  }
  property (w, "schema:accessibilityHazard", "none");
  property (w, "schema:accessibilitySummary",
            pictures ? _ ("All of the text can be read aloud and enlarged. Every chart has a text "
                          "alternative, a description and its numbers as a table.")
                     : _ ("All of the text can be read aloud and enlarged."));
}

/* The same text has the same name, another has another: a UUID made of a hash of all of it. */
static char *
identifier (const EhDoc *doc)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const EhDocMeta *meta = eh_doc_meta (doc);
  const char *hex;

  g_checksum_update (sum, (const guchar *) meta->title, -1);
  if (meta->date != NULL)
    g_checksum_update (sum, (const guchar *) meta->date, -1);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    g_autofree char *words = eh_doc_text_to_plain (eh_doc_block (doc, i)->text);

    g_checksum_update (sum, (const guchar *) words, -1);
  }
  hex = g_checksum_get_string (sum);
  /* Version 8 and its variant (RFC 9562, 5.8): bits of one's own. */
  return g_strdup_printf ("urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", hex, hex + 8, hex + 12, hex + 15,
                          hex + 18);
}

static gboolean
is_date (const char *date)
{
  return date != NULL && g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d$", date, 0, 0);
}

static void
optional (EhXmlWriter *w, const char *name, const char *value)
{
  if (!eh_text_is_blank (value))
    eh_xml_writer_element (w, name, value);
}

static void
metadata (Epub *e, EhXmlWriter *w)
{
  const EhDocMeta *meta = e->h.meta;
  g_autofree char *id = identifier (e->h.doc);
  g_autofree char *modified = g_strconcat (is_date (meta->date) ? meta->date : NO_DATE,
                                           "T00:00:00Z", NULL);

  eh_xml_writer_start (w, "metadata");
  eh_xml_writer_attr (w, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  eh_xml_writer_start (w, "dc:identifier");
  eh_xml_writer_attr (w, "id", "uid");
  eh_xml_writer_text (w, id);
  eh_xml_writer_end (w);
  eh_xml_writer_element (w, "dc:title", meta->title);
  eh_xml_writer_element (w, "dc:language", meta->language);
  optional (w, "dc:creator", meta->authors);
  optional (w, "dc:date", is_date (meta->date) ? meta->date : NULL);
  optional (w, "dc:description", meta->description);
  optional (w, "dc:rights", meta->licence);
  for (guint i = 0; i < meta->keywords->len; i++)
    optional (w, "dc:subject", meta->keywords->pdata[i]);
  property (w, "dcterms:modified", modified);
  accessibility (w, e->pictured->len > 0);
  eh_xml_writer_end (w);
}

static void
item (EhXmlWriter *w, const char *id, const char *path, const char *type, const char *properties)
{
  eh_xml_writer_start (w, "item");
  eh_xml_writer_attr (w, "id", id);
  eh_xml_writer_attr (w, "href", path);
  eh_xml_writer_attr (w, "media-type", type);
  eh_xml_writer_attr (w, "properties", properties);
  eh_xml_writer_end (w);
}

static void
spine_item (EhXmlWriter *w, const char *id, gboolean in_turn)
{
  eh_xml_writer_start (w, "itemref");
  if (!in_turn)
    eh_xml_writer_attr (w, "linear", "no");
  eh_xml_writer_attr (w, "idref", id);
  eh_xml_writer_end (w);
}

static gboolean
package (Epub *e, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "package");
  eh_xml_writer_attr (w, "xmlns", "http://www.idpf.org/2007/opf");
  eh_xml_writer_attr (w, "version", "3.0");
  eh_xml_writer_attr (w, "unique-identifier", "uid");
  eh_xml_writer_attr (w, "xml:lang", e->h.meta->language);
  metadata (e, w);
  eh_xml_writer_start (w, "manifest");
  item (w, "nav", "nav.xhtml", XHTML, "nav");
  item (w, "css", "book.css", "text/css", NULL);
  for (guint i = 0; i < e->names->len; i++) {
    g_autofree char *id = g_strdup_printf ("text-%u", i);

    item (w, id, e->names->pdata[i], XHTML,
          g_ptr_array_find (e->pictured, e->names->pdata[i], NULL) ? "svg" : NULL);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "spine");
  if (e->h.meta->rtl)
    eh_xml_writer_attr (w, "page-progression-direction", "rtl");
  spine_item (w, "text-0", TRUE);
  spine_item (w, "nav", eh_doc_has_contents (e->h.doc));
  for (guint i = 1; i < e->names->len; i++) {
    g_autofree char *id = g_strdup_printf ("text-%u", i);

    spine_item (w, id, TRUE);
  }
  return add_file (e, w, "package.opf", error);
}

/* What the archive is, and where in it the book is. */
static gboolean
begin_archive (Epub *e, GError **error)
{
  static const char container
      [] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
           "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
           "media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";
  g_autoptr (GBytes) kind = g_bytes_new_static (MIME_TYPE, strlen (MIME_TYPE));
  g_autoptr (GBytes) bytes = g_bytes_new_static (container, strlen (container));
  g_autoptr (GBytes) css = g_resource_lookup_data (eh_guidance_get_resource (),
                                                   "/org/evenhand/Evenhand/guidance/book.css",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *look = eh_doc_dress_style (g_bytes_get_data (css, NULL), e->h.meta);
  g_autoptr (GBytes) dressed = g_bytes_new_take (look, strlen (look));

  return eh_zip_writer_add_stored (e->zip, "mimetype", kind, error) &&
         eh_zip_writer_add (e->zip, "META-INF/container.xml", bytes, error) &&
         eh_zip_writer_add (e->zip, "EPUB/book.css", dressed, error);
}

/**
 * eh_doc_render_epub:
 * @doc: a document
 *
 * Returns: (transfer full): an EPUB 3 book; %NULL with %G_IO_ERROR_FAILED when a figure cannot be
 *   painted, %G_IO_ERROR_NO_SPACE or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_epub (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (EhZipWriter) zip = eh_zip_writer_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pictured = g_ptr_array_new ();
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  Epub e = {
    .h = { .doc = doc, .meta = eh_doc_meta (doc), .files = files, .notes = numbers },
    .zip = zip,
    .names = names,
    .pictured = pictured,
    .files = files,
  };

  g_ptr_array_add (names, g_strdup ("title.xhtml"));
  find_files (&e);
  if (!begin_archive (&e, error) || !text (&e, work, error) || !navigation (&e, error) ||
      !package (&e, error))
    return NULL;
  return eh_zip_writer_finish (zip);
}
