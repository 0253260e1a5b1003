/* A document as one HTML file that needs nothing else: its style, its pictures and its numbers are
 * inside, and it asks the browser to fetch nothing. Landmarks, one h1, headings without gaps, a
 * link past the contents, tables with captions and scopes, pictures as SVG with a title and a
 * description and their numbers as a table: what a screen reader goes by (WCAG 2.2, WAI-ARIA
 * graphics). */

#include "config.h"

#include "eh-doc-dress.h"
#include "eh-doc-writer.h"
#include "eh-guidance-resources.h"
#include "eh-html-blocks.h"
#include "eh-text.h"
#include "eh-xml-writer.h"

#include <glib/gi18n-lib.h>

/* Nothing may be loaded but the style and pictures within the file. */
#define POLICY                                                                                     \
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "                \
  "form-action 'none'"

static void
meta_tag (EhHtml *h, const char *name, const char *content)
{
  if (content == NULL || content[0] == '\0')
    return;
  eh_html_start (h, "meta", NULL);
  eh_xml_writer_attr (h->w, "name", name);
  eh_xml_writer_attr (h->w, "content", content);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
head (EhHtml *h)
{
  g_autofree char *look = NULL;
  g_autoptr (GBytes) css = g_resource_lookup_data (eh_guidance_get_resource (),
                                                   "/org/evenhand/Evenhand/guidance/document.css",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *keywords = eh_text_join (h->meta->keywords, ", ");

  eh_html_start (h, "head", NULL);
  eh_xml_writer_raw (h->w, "\n<meta charset=\"utf-8\">\n");
  eh_html_start (h, "meta", NULL);
  eh_xml_writer_attr (h->w, "http-equiv", "Content-Security-Policy");
  eh_xml_writer_attr (h->w, "content", POLICY);
  eh_html_end (h);
  eh_html_newline (h);
  meta_tag (h, "viewport", "width=device-width, initial-scale=1");
  meta_tag (h, "color-scheme", "light dark");
  meta_tag (h, "generator", "Evenhand " EH_VERSION);
  meta_tag (h, "author", h->meta->authors);
  meta_tag (h, "description", h->meta->description);
  meta_tag (h, "keywords", keywords);
  meta_tag (h, "dcterms.date", h->meta->date);
  meta_tag (h, "dcterms.license", h->meta->licence);
  eh_xml_writer_element (h->w, "title", h->meta->title);
  eh_html_newline (h);
  eh_html_start (h, "style", NULL);
  eh_xml_writer_raw (h->w, "\n");
  look = eh_doc_dress_style (g_bytes_get_data (css, NULL), h->meta);
  eh_xml_writer_raw (h->w, look);
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
contents (EhHtml *h)
{
  eh_html_start (h, "nav", NULL);
  eh_xml_writer_attr (h->w, "aria-labelledby", "contents");
  eh_html_start (h, "h2", NULL);
  eh_xml_writer_attr (h->w, "id", "contents");
  eh_xml_writer_text (h->w, _ ("Contents"));
  eh_html_end (h);
  eh_html_contents (h);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
notes (EhHtml *h)
{
  if (eh_doc_n_notes (h->doc) == 0)
    return;
  eh_html_start (h, "section", "notes");
  eh_xml_writer_attr (h->w, "role", "doc-endnotes");
  eh_xml_writer_attr (h->w, "aria-labelledby", "notes");
  eh_xml_writer_raw (h->w, "<h2 id=\"notes\">");
  eh_xml_writer_text (h->w, _ ("Notes"));
  eh_xml_writer_raw (h->w, "</h2>\n");
  eh_html_start (h, "ol", NULL);
  for (guint n = 1; n <= eh_doc_n_notes (h->doc); n++) {
    eh_html_start (h, "li", NULL);
    eh_xml_writer_attr_printf (h->w, "id", "note-%u", n);
    eh_html_runs (h, eh_doc_note (h->doc, n));
    eh_xml_writer_text (h->w, " ");
    eh_html_back (h, n);
    eh_html_end (h);
    eh_html_newline (h);
  }
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
}

/**
 * eh_doc_render_html:
 * @doc: a document
 *
 * Returns: (transfer full): one HTML file; %NULL with %G_IO_ERROR_FAILED when a figure cannot be
 *   painted, or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_html (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_HTML);
  EhHtml h = { .doc = doc, .meta = eh_doc_meta (doc), .w = w, .shift = 1 };

  eh_html_start (&h, "html", h.meta->text_size > 14 ? "large" : NULL);
  eh_xml_writer_attr (w, "lang", h.meta->language);
  eh_xml_writer_attr (w, "dir", h.meta->rtl ? "rtl" : "ltr");
  /* Plain text is 1.125 of the root's size; 1 pt is 4/3 of a pixel, of which 16 are usual. */
  if (h.meta->text_size > 14)
    eh_xml_writer_attr_printf (w, "style", "font-size: %.0f%%",
                               h.meta->text_size * 4 / 3 / 16 / 1.125 * 100);
  eh_html_newline (&h);
  head (&h);
  eh_html_start (&h, "body", eh_doc_has_contents (doc) ? "with-contents" : NULL);
  eh_html_newline (&h);
  eh_html_start (&h, "a", "skip");
  eh_xml_writer_attr (w, "href", "#main");
  eh_xml_writer_text (w, eh_doc_say (doc, N_ ("Skip to the text")));
  eh_html_end (&h);
  eh_html_newline (&h);
  if (!eh_html_title (&h, error))
    return NULL;
  eh_html_start (&h, "div", "page");
  eh_html_newline (&h);
  if (eh_doc_has_contents (doc))
    contents (&h);
  eh_html_start (&h, "main", NULL);
  eh_xml_writer_attr (w, "id", "main");
  eh_xml_writer_attr (w, "tabindex", "-1");
  eh_html_newline (&h);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    if (!eh_doc_work_step (work, i, eh_doc_n_blocks (doc), error) || !eh_html_block (&h, i, error))
      return NULL;
  }
  notes (&h);
  eh_html_end (&h);
  eh_html_newline (&h);
  eh_html_end (&h);
  eh_html_newline (&h);
  eh_html_licence (&h);
  return eh_xml_writer_finish (w);
}
