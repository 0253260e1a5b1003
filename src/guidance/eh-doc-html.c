/* A document as one HTML file that needs nothing else: its style, its pictures and its numbers are
 * inside, and it asks the browser to fetch nothing. Landmarks, one h1, headings without gaps, a
 * link past the contents, tables with captions and scopes, pictures as SVG with a title and a
 * description and their numbers as a table: what a screen reader goes by (WCAG 2.2, WAI-ARIA
 * graphics). */

#include "config.h"

#include "eh-doc-writer.h"
#include "eh-guidance-resources.h"
#include "eh-text.h"
#include "eh-xml-writer.h"

#include <glib/gi18n-lib.h>

/* Nothing may be loaded but the style and pictures within the file. */
#define POLICY                                                                                     \
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "                \
  "form-action 'none'"

typedef struct {
  const EhDoc *doc;
  const EhDocMeta *meta;
  EhXmlWriter *w;
  guint level; /* of the last heading, 0 before the first */
} Html;

static void
start (Html *h, const char *name, const char *class_name)
{
  eh_xml_writer_start (h->w, name);
  eh_xml_writer_attr (h->w, "class", class_name);
}

static void
end (Html *h)
{
  eh_xml_writer_end (h->w);
}

static void
newline (Html *h)
{
  eh_xml_writer_raw (h->w, "\n");
}

static void
language (Html *h, const char *tag)
{
  if (tag == NULL)
    return;
  eh_xml_writer_attr (h->w, "lang", tag);
  eh_xml_writer_attr (h->w, "dir", eh_doc_language_is_rtl (tag) ? "rtl" : "ltr");
}

static void
words (Html *h, const char *text)
{
  const char *line = text;

  for (const char *p = text;; p++)
    if (*p == '\n' || *p == '\0') {
      eh_xml_writer_text_len (h->w, line, p - line);
      if (*p == '\0')
        return;
      start (h, "br", NULL);
      end (h);
      line = p + 1;
    }
}

static void
note_mark (Html *h, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *label = NULL;

  start (h, "sup", NULL);
  start (h, "a", NULL);
  eh_xml_writer_attr_printf (h->w, "id", "note-mark-%u", number);
  eh_xml_writer_attr_printf (h->w, "href", "#note-%u", number);
  eh_xml_writer_attr (h->w, "role", "doc-noteref");
  /* TRANSLATORS: what a screen reader says for the mark of a note in the text */
  label = g_strdup_printf (_ ("Note %s"), digits);
  eh_xml_writer_attr (h->w, "aria-label", label);
  eh_xml_writer_text (h->w, digits);
  end (h);
  end (h);
}

static void
run (Html *h, const EhDocRun *r)
{
  guint open = 0;

  if (r->kind == EH_DOC_RUN_NOTE) {
    note_mark (h, r->note);
    return;
  }
  if (r->kind == EH_DOC_RUN_LINK || r->kind == EH_DOC_RUN_REFERENCE) {
    start (h, "a", NULL);
    eh_xml_writer_attr_printf (h->w, "href", "%s%s", r->kind == EH_DOC_RUN_LINK ? "" : "#",
                               r->target);
    open++;
  }
  if (r->style & EH_DOC_STYLE_STRONG) {
    start (h, "strong", NULL);
    open++;
  }
  if (r->style & EH_DOC_STYLE_EMPHASIS) {
    start (h, "em", NULL);
    open++;
  }
  if (r->language != NULL) {
    start (h, "span", NULL);
    language (h, r->language);
    open++;
  }
  words (h, r->text);
  while (open-- > 0)
    end (h);
}

static void
runs (Html *h, const EhDocText *text)
{
  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++)
    run (h, eh_doc_text_run (text, i));
}

static void
element (Html *h, const char *name, const char *class_name, const EhDocText *text)
{
  start (h, name, class_name);
  runs (h, text);
  end (h);
  newline (h);
}

static void
fields (Html *h, const GPtrArray *list)
{
  if (list->len == 0)
    return;
  start (h, "dl", NULL);
  for (guint i = 0; i < list->len; i++) {
    const EhDocField *field = list->pdata[i];

    start (h, "div", NULL);
    eh_xml_writer_element (h->w, "dt", field->label);
    eh_xml_writer_raw (h->w, " ");
    start (h, "dd", NULL);
    runs (h, field->text);
    end (h);
    end (h);
  }
  end (h);
  newline (h);
}

static void
open_heading (Html *h, guint level, const char *id)
{
  char name[] = { 'h', (char) ('0' + MIN (level, 6)), '\0' };

  eh_xml_writer_start (h->w, name);
  eh_xml_writer_attr (h->w, "id", id);
}

static void
heading (Html *h, const EhDocBlock *block)
{
  h->level = block->level;
  open_heading (h, block->level + 1, block->id);
  language (h, block->language);
  runs (h, block->text);
  end (h);
  newline (h);
}

static void
list (Html *h, const EhDocBlock *block)
{
  const char *name = block->ordered ? "ol" : "ul";
  guint level = 0;

  start (h, name, NULL);
  language (h, block->language);
  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];

    if (item->level > level)
      start (h, name, NULL);
    else if (i > 0)
      end (h); /* li */
    if (item->level < level) {
      end (h); /* ul */
      end (h); /* li */
    }
    level = item->level;
    start (h, "li", NULL);
    runs (h, item->text);
  }
  for (guint open = 2 * level + 2; open > 0; open--)
    end (h);
  newline (h);
}

static void
quote (Html *h, const EhDocBlock *block)
{
  start (h, "figure", "quote");
  start (h, "blockquote", NULL);
  if (block->language != NULL)
    language (h, block->language);
  else
    eh_xml_writer_attr (h->w, "dir", "auto");
  start (h, "p", NULL);
  runs (h, block->text);
  end (h);
  end (h);
  if (block->attribution != NULL)
    eh_xml_writer_element (h->w, "figcaption", block->attribution);
  end (h);
  newline (h);
}

static void
recommendation (Html *h, const EhDocBlock *block)
{
  start (h, "div", "recommendation");
  eh_xml_writer_attr (h->w, "id", block->id);
  language (h, block->language);
  open_heading (h, h->level + 2, NULL);
  eh_xml_writer_attr (h->w, "class", "label");
  eh_xml_writer_text (h->w, block->label);
  end (h);
  newline (h);
  element (h, "p", "what", block->text);
  fields (h, block->fields);
  end (h);
  newline (h);
}

static void
question (Html *h, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first) {
    start (h, "div", "questions");
    if (block->label != NULL) {
      start (h, "p", "label");
      eh_xml_writer_text (h->w, block->label);
      end (h);
      newline (h);
    }
    start (h, "ul", NULL);
  }
  start (h, "li", NULL);
  language (h, block->language);
  element (h, "p", NULL, block->text);
  fields (h, block->fields);
  end (h);
  if (last) {
    end (h);
    end (h);
    newline (h);
  }
}

static void
callout (Html *h, const EhDocBlock *block)
{
  static const char *const classes[] = {
    [EH_DOC_CALLOUT_NOTE] = "callout note",
    [EH_DOC_CALLOUT_DISAGREEMENT] = "callout disagreement",
    [EH_DOC_CALLOUT_CAUTION] = "callout caution",
  };

  start (h, "div", classes[block->callout]);
  eh_xml_writer_attr (h->w, "role", "note");
  language (h, block->language);
  start (h, "p", "label");
  eh_xml_writer_text (h->w, block->label);
  end (h);
  newline (h);
  if (!eh_doc_text_is_blank (block->text))
    element (h, "p", "about", block->text);
  for (guint i = 0; i < block->items->len; i++)
    element (h, "p", NULL, ((EhDocItem *) block->items->pdata[i])->text);
  fields (h, block->fields);
  end (h);
  newline (h);
}

static void
resource (Html *h, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first)
    start (h, "ul", "resources");
  start (h, "li", NULL);
  language (h, block->language);
  element (h, "p", "name", block->text);
  fields (h, block->fields);
  end (h);
  if (last)
    end (h);
  newline (h);
}

/* "Figure 1. What it shows" */
static void
caption (Html *h, const EhDocBlock *block)
{
  start (h, "span", "number");
  eh_xml_writer_text (h->w, block->label);
  end (h);
  if (eh_doc_text_is_blank (block->text))
    return;
  eh_xml_writer_text (h->w, " ");
  runs (h, block->text);
}

static void
cell (Html *h, const EhDocTable *table, guint column, const EhDocText *text, const char *scope)
{
  start (h, scope != NULL ? "th" : "td",
         eh_doc_table_align (table, column) == EH_DOC_ALIGN_END ? "end" : NULL);
  eh_xml_writer_attr (h->w, "scope", scope);
  runs (h, text);
  end (h);
}

static void
table_rows (Html *h, const EhDocTable *table)
{
  guint n_columns = eh_doc_table_n_columns (table);

  if (eh_doc_table_has_header_row (table)) {
    start (h, "thead", NULL);
    start (h, "tr", NULL);
    for (guint c = 0; c < n_columns; c++) {
      const EhDocText *text = eh_doc_table_header (table, c);

      /* An empty header would be announced for every cell under it. */
      cell (h, table, c, text, eh_doc_text_is_blank (text) ? NULL : "col");
    }
    end (h);
    end (h);
    newline (h);
  }
  start (h, "tbody", NULL);
  for (guint r = 0; r < eh_doc_table_n_rows (table); r++) {
    start (h, "tr", NULL);
    for (guint c = 0; c < n_columns; c++)
      cell (h, table, c, eh_doc_table_cell (table, r, c),
            c == 0 && eh_doc_table_has_row_headers (table) ? "row" : NULL);
    end (h);
    newline (h);
  }
  end (h);
}

/* A wide table scrolls by itself, so that the page never does; what scrolls must take the focus,
 * and what takes the focus must have a name. */
static void
table (Html *h, const EhDocBlock *block, const EhDocTable *data, const char *name)
{
  start (h, "section", "scroll");
  eh_xml_writer_attr (h->w, "aria-label", name);
  eh_xml_writer_attr (h->w, "tabindex", "0");
  start (h, "table", NULL);
  if (block->kind == EH_DOC_BLOCK_TABLE) {
    eh_xml_writer_attr (h->w, "id", block->id);
    language (h, block->language);
    start (h, "caption", NULL);
    caption (h, block);
    end (h);
    newline (h);
  }
  table_rows (h, data);
  end (h);
  end (h);
  newline (h);
}

static gboolean
figure (Html *h, const EhDocBlock *block, GError **error)
{
  const EhDocFigure *f = block->figure;
  g_autofree char *prefix = g_strdup_printf ("f%u-", block->number);
  g_autofree char *svg = eh_doc_figure_to_svg (f, prefix, error);
  /* TRANSLATORS: %s is "Figure 2" */
  g_autofree char *name = g_strdup_printf (_ ("The numbers of %s"), block->label);

  if (svg == NULL)
    return FALSE;
  start (h, "figure", "picture");
  eh_xml_writer_attr (h->w, "id", block->id);
  language (h, block->language);
  start (h, "div", "frame");
  eh_xml_writer_raw (h->w, svg);
  end (h);
  newline (h);
  start (h, "figcaption", NULL);
  caption (h, block);
  end (h);
  end (h);
  newline (h);
  if (f->description != NULL) {
    start (h, "p", "described");
    words (h, f->description);
    end (h);
    newline (h);
  }
  if (f->table != NULL) {
    start (h, "details", NULL);
    eh_xml_writer_element (h->w, "summary", name);
    table (h, block, f->table, name);
    end (h);
    newline (h);
  }
  return TRUE;
}

static gboolean
block (Html *h, guint index, GError **error)
{
  const EhDocBlock *b = eh_doc_block (h->doc, index);
  gboolean first = eh_doc_block_begins_group (h->doc, index);
  gboolean last = eh_doc_block_ends_group (h->doc, index);

  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    heading (h, b);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    start (h, "p", NULL);
    language (h, b->language);
    runs (h, b->text);
    end (h);
    newline (h);
    break;
  case EH_DOC_BLOCK_LIST:
    list (h, b);
    break;
  case EH_DOC_BLOCK_QUOTE:
    quote (h, b);
    break;
  case EH_DOC_BLOCK_RECOMMENDATION:
    recommendation (h, b);
    break;
  case EH_DOC_BLOCK_QUESTION:
    question (h, b, first, last);
    break;
  case EH_DOC_BLOCK_CALLOUT:
    callout (h, b);
    break;
  case EH_DOC_BLOCK_RESOURCE:
    resource (h, b, first, last);
    break;
  case EH_DOC_BLOCK_TABLE:
    table (h, b, b->table, b->label);
    break;
  case EH_DOC_BLOCK_FIGURE:
    return figure (h, b, error);
  case EH_DOC_BLOCK_PAGE_BREAK: /* a page of the web has none */
  case EH_DOC_BLOCK_CONTENTS:   /* beside the text, see contents() */
  default:
    break;
  }
  return TRUE;
}

static void
meta_tag (Html *h, const char *name, const char *content)
{
  if (content == NULL || content[0] == '\0')
    return;
  start (h, "meta", NULL);
  eh_xml_writer_attr (h->w, "name", name);
  eh_xml_writer_attr (h->w, "content", content);
  end (h);
  newline (h);
}

static void
head (Html *h)
{
  g_autoptr (GBytes) css = g_resource_lookup_data (eh_guidance_get_resource (),
                                                   "/org/evenhand/Evenhand/guidance/document.css",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *keywords = eh_text_join (h->meta->keywords, ", ");

  start (h, "head", NULL);
  eh_xml_writer_raw (h->w, "\n<meta charset=\"utf-8\">\n");
  start (h, "meta", NULL);
  eh_xml_writer_attr (h->w, "http-equiv", "Content-Security-Policy");
  eh_xml_writer_attr (h->w, "content", POLICY);
  end (h);
  newline (h);
  meta_tag (h, "viewport", "width=device-width, initial-scale=1");
  meta_tag (h, "color-scheme", "light dark");
  meta_tag (h, "generator", "Evenhand " EH_VERSION);
  meta_tag (h, "author", h->meta->authors);
  meta_tag (h, "description", h->meta->description);
  meta_tag (h, "keywords", keywords);
  meta_tag (h, "dcterms.date", h->meta->date);
  meta_tag (h, "dcterms.license", h->meta->licence);
  eh_xml_writer_element (h->w, "title", h->meta->title);
  newline (h);
  start (h, "style", NULL);
  eh_xml_writer_raw (h->w, "\n");
  eh_xml_writer_raw (h->w, g_bytes_get_data (css, NULL));
  end (h);
  end (h);
  newline (h);
}

static void
title_block (Html *h)
{
  start (h, "header", "title");
  start (h, "div", NULL);
  if (h->meta->status != NULL) {
    start (h, "p", "status");
    eh_xml_writer_text (h->w, h->meta->status);
    end (h);
    newline (h);
  }
  eh_xml_writer_element (h->w, "h1", h->meta->title);
  newline (h);
  if (h->meta->subtitle != NULL) {
    start (h, "p", "subtitle");
    eh_xml_writer_text (h->w, h->meta->subtitle);
    end (h);
    newline (h);
  }
  if (h->meta->authors != NULL) {
    start (h, "p", "authors");
    eh_xml_writer_text (h->w, h->meta->authors);
    end (h);
    newline (h);
  }
  fields (h, h->meta->details);
  end (h);
  end (h);
  newline (h);
}

static void
contents (Html *h)
{
  guint level = 0;

  start (h, "nav", NULL);
  eh_xml_writer_attr (h->w, "aria-labelledby", "contents");
  start (h, "h2", NULL);
  eh_xml_writer_attr (h->w, "id", "contents");
  eh_xml_writer_text (h->w, _ ("Contents"));
  end (h);
  for (guint i = 0; i < eh_doc_n_blocks (h->doc); i++) {
    const EhDocBlock *b = eh_doc_block (h->doc, i);

    if (!eh_doc_in_contents (h->doc, i))
      continue;
    if (b->level > level) {
      start (h, "ol", NULL);
    } else {
      end (h);
      for (guint n = b->level; n < level; n++) {
        end (h);
        end (h);
      }
    }
    level = b->level;
    start (h, "li", NULL);
    start (h, "a", NULL);
    eh_xml_writer_attr_printf (h->w, "href", "#%s", b->id);
    runs (h, b->text);
    end (h);
  }
  for (guint open = 2 * level; open > 0; open--)
    end (h);
  end (h);
  newline (h);
}

static void
notes (Html *h)
{
  if (eh_doc_n_notes (h->doc) == 0)
    return;
  start (h, "section", "notes");
  eh_xml_writer_attr (h->w, "role", "doc-endnotes");
  eh_xml_writer_attr (h->w, "aria-labelledby", "notes");
  eh_xml_writer_raw (h->w, "<h2 id=\"notes\">");
  eh_xml_writer_text (h->w, _ ("Notes"));
  eh_xml_writer_raw (h->w, "</h2>\n");
  start (h, "ol", NULL);
  for (guint n = 1; n <= eh_doc_n_notes (h->doc); n++) {
    start (h, "li", NULL);
    eh_xml_writer_attr_printf (h->w, "id", "note-%u", n);
    runs (h, eh_doc_note (h->doc, n));
    eh_xml_writer_text (h->w, " ");
    start (h, "a", "back");
    eh_xml_writer_attr_printf (h->w, "href", "#note-mark-%u", n);
    eh_xml_writer_attr (h->w, "role", "doc-backlink");
    eh_xml_writer_attr (h->w, "aria-label", _ ("Back to the text"));
    eh_xml_writer_text (h->w, "↩");
    end (h);
    end (h);
    newline (h);
  }
  end (h);
  end (h);
  newline (h);
}

static void
foot (Html *h)
{
  if (h->meta->licence == NULL)
    return;
  start (h, "footer", NULL);
  start (h, "p", NULL);
  if (h->meta->licence_url != NULL) {
    start (h, "a", NULL);
    eh_xml_writer_attr (h->w, "href", h->meta->licence_url);
    eh_xml_writer_attr (h->w, "rel", "license");
    eh_xml_writer_text (h->w, h->meta->licence);
    end (h);
  } else {
    eh_xml_writer_text (h->w, h->meta->licence);
  }
  end (h);
  end (h);
  newline (h);
}

/**
 * eh_doc_render_html:
 * @doc: a document
 *
 * Returns: (transfer full): one HTML file; %NULL with %G_IO_ERROR_FAILED when a figure cannot be
 *   painted, or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_html (const EhDoc *doc, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_HTML);
  Html h = { .doc = doc, .meta = eh_doc_meta (doc), .w = w };

  start (&h, "html", NULL);
  eh_xml_writer_attr (w, "lang", h.meta->language);
  eh_xml_writer_attr (w, "dir", h.meta->rtl ? "rtl" : "ltr");
  newline (&h);
  head (&h);
  start (&h, "body", eh_doc_has_contents (doc) ? "with-contents" : NULL);
  newline (&h);
  start (&h, "a", "skip");
  eh_xml_writer_attr (w, "href", "#main");
  eh_xml_writer_text (w, _ ("Skip to the text"));
  end (&h);
  newline (&h);
  title_block (&h);
  start (&h, "div", "page");
  newline (&h);
  if (eh_doc_has_contents (doc))
    contents (&h);
  start (&h, "main", NULL);
  eh_xml_writer_attr (w, "id", "main");
  eh_xml_writer_attr (w, "tabindex", "-1");
  newline (&h);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !block (&h, i, error))
      return NULL;
  }
  notes (&h);
  end (&h);
  newline (&h);
  end (&h);
  newline (&h);
  foot (&h);
  return eh_xml_writer_finish (w);
}
