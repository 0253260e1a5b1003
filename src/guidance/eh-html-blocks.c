/* The blocks of a document as HTML, which is XHTML where the writer is one of XML: headings without
 * gaps, tables with captions and scopes, pictures as SVG with a title and a description and their
 * numbers as a table: what a screen reader goes by (WCAG 2.2, WAI-ARIA graphics). */

#include "config.h"

#include "eh-html-blocks.h"

#include <glib/gi18n-lib.h>

/**
 * eh_html_start:
 * @name: of an element
 * @class_name: (nullable): its class
 *
 * Opens an element; eh_html_end() closes it.
 */
void
eh_html_start (EhHtml *h, const char *name, const char *class_name)
{
  eh_xml_writer_start (h->w, name);
  eh_xml_writer_attr (h->w, "class", class_name);
}

/**
 * eh_html_end:
 *
 * Closes the element that was opened last.
 */
void
eh_html_end (EhHtml *h)
{
  eh_xml_writer_end (h->w);
}

/**
 * eh_html_newline:
 *
 * Begins a new line, for those who read the source.
 */
void
eh_html_newline (EhHtml *h)
{
  eh_xml_writer_raw (h->w, "\n");
}

/**
 * eh_html_language:
 * @tag: (nullable): BCP 47
 *
 * Says the language and direction of the element just opened.
 */
void
eh_html_language (EhHtml *h, const char *tag)
{
  if (tag == NULL)
    return;
  eh_xml_writer_attr (h->w, "lang", tag);
  if (h->files != NULL)
    eh_xml_writer_attr (h->w, "xml:lang", tag);
  eh_xml_writer_attr (h->w, "dir", eh_doc_language_is_rtl (tag) ? "rtl" : "ltr");
}

static void
words (EhHtml *h, const char *text)
{
  const char *line = text;

  for (const char *p = text;; p++)
    if (*p == '\n' || *p == '\0') {
      eh_xml_writer_text_len (h->w, line, p - line);
      if (*p == '\0')
        return;
      eh_html_start (h, "br", NULL);
      eh_html_end (h);
      line = p + 1;
    }
}

/**
 * eh_html_paragraph:
 * @class_name: (nullable): its class
 * @text: plain words
 *
 * Writes a paragraph.
 */
void
eh_html_paragraph (EhHtml *h, const char *class_name, const char *text)
{
  eh_html_start (h, "p", class_name);
  words (h, text);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
note_mark (EhHtml *h, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *label = NULL;

  eh_html_start (h, "sup", NULL);
  eh_html_start (h, "a", NULL);
  eh_xml_writer_attr_printf (h->w, "id", "note-mark-%u", number);
  eh_xml_writer_attr_printf (h->w, "href", "#note-%u", number);
  eh_xml_writer_attr (h->w, "role", "doc-noteref");
  if (h->files != NULL)
    eh_xml_writer_attr (h->w, "epub:type", "noteref");
  /* TRANSLATORS: what a screen reader says for the mark of a note in the text */
  label = g_strdup_printf (_ ("Note %s"), digits);
  eh_xml_writer_attr (h->w, "aria-label", label);
  eh_xml_writer_text (h->w, digits);
  eh_html_end (h);
  eh_html_end (h);
}

/* Writes where a link to a block leads: to another file, where the block is in another. */
static void
lead_to (EhHtml *h, const char *id)
{
  const char *file = h->files != NULL ? g_hash_table_lookup (h->files, id) : NULL;

  eh_xml_writer_attr_printf (h->w, "href", "%s#%s",
                             file != NULL && g_strcmp0 (file, h->file) != 0 ? file : "", id);
}

static void
run (EhHtml *h, const EhDocRun *r)
{
  guint open = 0;

  if (r->kind == EH_DOC_RUN_NOTE) {
    if (h->notes != NULL)
      g_array_append_val (h->notes, r->note);
    if (r->note > 0)
      note_mark (h, r->note);
    return;
  }
  if (r->kind == EH_DOC_RUN_LINK || r->kind == EH_DOC_RUN_REFERENCE) {
    eh_html_start (h, "a", NULL);
    if (r->kind == EH_DOC_RUN_LINK)
      eh_xml_writer_attr (h->w, "href", r->target);
    else
      lead_to (h, r->target);
    open++;
  }
  if (r->style & EH_DOC_STYLE_STRONG) {
    eh_html_start (h, "strong", NULL);
    open++;
  }
  if (r->style & EH_DOC_STYLE_EMPHASIS) {
    eh_html_start (h, "em", NULL);
    open++;
  }
  if (r->style & EH_DOC_STYLE_SOFT) {
    eh_html_start (h, "span", "remark");
    open++;
  }
  if (r->language != NULL) {
    eh_html_start (h, "span", NULL);
    eh_html_language (h, r->language);
    open++;
  }
  words (h, r->text);
  while (open-- > 0)
    eh_html_end (h);
}

/**
 * eh_html_runs:
 * @text: (nullable): what to write
 */
void
eh_html_runs (EhHtml *h, const EhDocText *text)
{
  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++)
    run (h, eh_doc_text_run (text, i));
}

static void
element (EhHtml *h, const char *name, const char *class_name, const EhDocText *text)
{
  eh_html_start (h, name, class_name);
  eh_html_runs (h, text);
  eh_html_end (h);
  eh_html_newline (h);
}

/**
 * eh_html_fields:
 * @list: (element-type EhDocField): what to write, if anything
 */
void
eh_html_fields (EhHtml *h, const GPtrArray *list)
{
  if (list->len == 0)
    return;
  eh_html_start (h, "dl", NULL);
  for (guint i = 0; i < list->len; i++) {
    const EhDocField *field = list->pdata[i];

    eh_html_start (h, "div", NULL);
    eh_xml_writer_element (h->w, "dt", field->label);
    eh_xml_writer_raw (h->w, " ");
    eh_html_start (h, "dd", NULL);
    eh_html_runs (h, field->text);
    eh_html_end (h);
    eh_html_end (h);
  }
  eh_html_end (h);
  eh_html_newline (h);
}

static void
open_heading (EhHtml *h, guint level, const char *id)
{
  char name[] = { 'h', (char) ('0' + MIN (level, 6)), '\0' };

  eh_xml_writer_start (h->w, name);
  eh_xml_writer_attr (h->w, "id", id);
}

static void
heading (EhHtml *h, const EhDocBlock *block)
{
  h->level = block->level;
  open_heading (h, block->level + h->shift, block->id);
  eh_html_language (h, block->language);
  eh_html_runs (h, block->text);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
list (EhHtml *h, const EhDocBlock *block)
{
  const char *name = block->ordered ? "ol" : "ul";
  guint level = 0;

  eh_html_start (h, name, NULL);
  eh_html_language (h, block->language);
  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];

    if (item->level > level)
      eh_html_start (h, name, NULL);
    else if (i > 0)
      eh_html_end (h); /* li */
    if (item->level < level) {
      eh_html_end (h); /* ul */
      eh_html_end (h); /* li */
    }
    level = item->level;
    eh_html_start (h, "li", NULL);
    eh_xml_writer_attr (h->w, "id", item->id);
    eh_html_runs (h, item->text);
  }
  for (guint open = 2 * level + 2; open > 0; open--)
    eh_html_end (h);
  eh_html_newline (h);
}

static void
quote (EhHtml *h, const EhDocBlock *block)
{
  eh_html_start (h, "figure", "quote");
  eh_html_start (h, "blockquote", NULL);
  if (block->language != NULL)
    eh_html_language (h, block->language);
  else
    eh_xml_writer_attr (h->w, "dir", "auto");
  eh_html_start (h, "p", NULL);
  eh_html_runs (h, block->text);
  eh_html_end (h);
  eh_html_end (h);
  if (block->attribution != NULL)
    eh_xml_writer_element (h->w, "figcaption", block->attribution);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
recommendation (EhHtml *h, const EhDocBlock *block)
{
  eh_html_start (h, "div", "recommendation");
  eh_xml_writer_attr (h->w, "id", block->id);
  eh_html_language (h, block->language);
  open_heading (h, h->level + 1 + h->shift, NULL);
  eh_xml_writer_attr (h->w, "class", "label");
  eh_xml_writer_text (h->w, block->label);
  eh_html_end (h);
  eh_html_newline (h);
  element (h, "p", "what", block->text);
  eh_html_fields (h, block->fields);
  eh_html_end (h);
  eh_html_newline (h);
}

/* Lines to write on: for paper, so that neither a screen nor a book has them. */
static void
room (EhHtml *h, const EhDocBlock *block)
{
  if (block->room == 0 || h->files != NULL)
    return;
  eh_html_start (h, "div", "room");
  eh_xml_writer_attr (h->w, "aria-hidden", "true");
  for (guint i = 0; i < block->room; i++) {
    eh_html_start (h, "span", NULL);
    if (i == 0 && block->room_label != NULL)
      eh_xml_writer_text (h->w, block->room_label);
    eh_html_end (h);
  }
  eh_html_end (h);
  eh_html_newline (h);
}

static void
question (EhHtml *h, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first) {
    eh_html_start (h, "div", "questions");
    if (block->label != NULL) {
      eh_html_paragraph (h, "label", block->label);
    }
    eh_html_start (h, "ul", NULL);
  }
  eh_html_start (h, "li", NULL);
  eh_html_language (h, block->language);
  element (h, "p", NULL, block->text);
  eh_html_fields (h, block->fields);
  room (h, block);
  eh_html_end (h);
  if (last) {
    eh_html_end (h);
    eh_html_end (h);
    eh_html_newline (h);
  }
}

static void
callout (EhHtml *h, const EhDocBlock *block)
{
  static const char *const classes[] = {
    [EH_DOC_CALLOUT_NOTE] = "callout note",
    [EH_DOC_CALLOUT_DISAGREEMENT] = "callout disagreement",
    [EH_DOC_CALLOUT_CAUTION] = "callout caution",
  };

  eh_html_start (h, "div", classes[block->callout]);
  eh_xml_writer_attr (h->w, "role", "note");
  eh_html_language (h, block->language);
  eh_html_paragraph (h, "label", block->label);
  if (!eh_doc_text_is_blank (block->text))
    element (h, "p", "about", block->text);
  for (guint i = 0; i < block->items->len; i++)
    element (h, "p", NULL, ((EhDocItem *) block->items->pdata[i])->text);
  eh_html_fields (h, block->fields);
  eh_html_end (h);
  eh_html_newline (h);
}

static void
resource (EhHtml *h, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first)
    eh_html_start (h, "ul", "resources");
  eh_html_start (h, "li", NULL);
  eh_html_language (h, block->language);
  element (h, "p", "name", block->text);
  eh_html_fields (h, block->fields);
  eh_html_end (h);
  if (last)
    eh_html_end (h);
  eh_html_newline (h);
}

/* "Figure 1. What it shows" */
static void
caption (EhHtml *h, const EhDocBlock *block)
{
  eh_html_start (h, "span", "number");
  eh_xml_writer_text (h->w, block->label);
  eh_html_end (h);
  if (eh_doc_text_is_blank (block->text))
    return;
  eh_xml_writer_text (h->w, " ");
  eh_html_runs (h, block->text);
}

static void
cell (EhHtml *h, const EhDocTable *table, guint column, const EhDocText *text, const char *scope)
{
  eh_html_start (h, scope != NULL ? "th" : "td",
                 eh_doc_table_align (table, column) == EH_DOC_ALIGN_END ? "end" : NULL);
  eh_xml_writer_attr (h->w, "scope", scope);
  eh_html_runs (h, text);
  eh_html_end (h);
}

static void
table_rows (EhHtml *h, const EhDocTable *table)
{
  guint n_columns = eh_doc_table_n_columns (table);

  if (eh_doc_table_has_header_row (table)) {
    eh_html_start (h, "thead", NULL);
    eh_html_start (h, "tr", NULL);
    for (guint c = 0; c < n_columns; c++) {
      const EhDocText *text = eh_doc_table_header (table, c);

      /* An empty header would be announced for every cell under it. */
      cell (h, table, c, text, eh_doc_text_is_blank (text) ? NULL : "col");
    }
    eh_html_end (h);
    eh_html_end (h);
    eh_html_newline (h);
  }
  eh_html_start (h, "tbody", NULL);
  for (guint r = 0; r < eh_doc_table_n_rows (table); r++) {
    eh_html_start (h, "tr", NULL);
    for (guint c = 0; c < n_columns; c++)
      cell (h, table, c, eh_doc_table_cell (table, r, c),
            c == 0 && eh_doc_table_has_row_headers (table) ? "row" : NULL);
    eh_html_end (h);
    eh_html_newline (h);
  }
  eh_html_end (h);
}

/* A wide table scrolls by itself, so that the page never does; what scrolls must take the focus,
 * and what takes the focus must have a name. */
static void
table (EhHtml *h, const EhDocBlock *block, const EhDocTable *data, const char *name)
{
  eh_html_start (h, "section", eh_doc_table_is_small (data) ? "scroll whole" : "scroll");
  eh_xml_writer_attr (h->w, "aria-label", name);
  eh_xml_writer_attr (h->w, "tabindex", "0");
  eh_html_start (h, "table", NULL);
  if (block->kind == EH_DOC_BLOCK_TABLE) {
    eh_xml_writer_attr (h->w, "id", block->id);
    eh_html_language (h, block->language);
    eh_html_start (h, "caption", NULL);
    caption (h, block);
    eh_html_end (h);
    eh_html_newline (h);
  }
  table_rows (h, data);
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
}

static gboolean
figure (EhHtml *h, const EhDocBlock *block, GError **error)
{
  const EhDocFigure *f = block->figure;
  g_autofree char *prefix = g_strdup_printf ("f%u-", block->number);
  g_autofree char *svg = eh_doc_figure_to_svg (f, prefix, error);
  /* TRANSLATORS: %s is "Figure 2" */
  g_autofree char *name = g_strdup_printf (_ ("The numbers of %s"), block->label);

  if (svg == NULL)
    return FALSE;
  eh_html_start (h, "figure", "picture");
  eh_xml_writer_attr (h->w, "id", block->id);
  eh_html_language (h, block->language);
  eh_html_start (h, "div", "frame");
  eh_xml_writer_raw (h->w, svg);
  eh_html_end (h);
  eh_html_newline (h);
  eh_html_start (h, "figcaption", NULL);
  caption (h, block);
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
  if (f->description != NULL) {
    eh_html_start (h, "p", "described");
    words (h, f->description);
    eh_html_end (h);
    eh_html_newline (h);
  }
  if (f->table == NULL)
    return TRUE;
  /* In a book the numbers are open: not every reader can unfold them. */
  if (h->files == NULL) {
    eh_html_start (h, "details", NULL);
    eh_xml_writer_element (h->w, "summary", name);
  }
  table (h, block, f->table, name);
  if (h->files == NULL)
    eh_html_end (h);
  eh_html_newline (h);
  return TRUE;
}

/* A small picture before the words, or alone. */
static gboolean
picture_beside (EhHtml *h, guint index, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("p%u-", index);
  g_autofree char *svg = eh_doc_figure_to_svg (eh_doc_block (h->doc, index)->figure, prefix, error);

  if (svg == NULL)
    return FALSE;
  eh_html_start (h, "div", "beside");
  eh_xml_writer_raw (h->w, svg);
  eh_html_end (h);
  return TRUE;
}

static gboolean
paragraph (EhHtml *h, guint index, GError **error)
{
  const EhDocBlock *b = eh_doc_block (h->doc, index);

  if (b->figure != NULL) {
    eh_html_start (h, "div", "pictured");
    if (!picture_beside (h, index, error))
      return FALSE;
  }
  if (b->figure == NULL || !eh_doc_text_is_blank (b->text)) {
    eh_html_start (h, "p", NULL);
    eh_html_language (h, b->language);
    eh_html_runs (h, b->text);
    eh_html_end (h);
  }
  if (b->figure != NULL)
    eh_html_end (h);
  eh_html_newline (h);
  return TRUE;
}

/**
 * eh_html_block:
 * @index: of a block of the document
 *
 * Writes a block.
 *
 * Returns: %FALSE with %G_IO_ERROR_FAILED when a figure cannot be painted
 */
gboolean
eh_html_block (EhHtml *h, guint index, GError **error)
{
  const EhDocBlock *b = eh_doc_block (h->doc, index);
  gboolean first = eh_doc_block_begins_group (h->doc, index);
  gboolean last = eh_doc_block_ends_group (h->doc, index);

  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    heading (h, b);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    return paragraph (h, index, error);
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
  case EH_DOC_BLOCK_ROOM:
    room (h, b);
    break;
  case EH_DOC_BLOCK_PAGE_BREAK: /* a page of the web has none */
  case EH_DOC_BLOCK_CONTENTS:   /* beside the text, see contents() */
  default:
    break;
  }
  return TRUE;
}

/**
 * eh_html_title:
 *
 * Writes the title and what stands with it.
 *
 * Returns: %FALSE with %G_IO_ERROR_FAILED when the logo cannot be painted
 */
gboolean
eh_html_title (EhHtml *h, GError **error)
{
  eh_html_start (h, "header", "title");
  eh_html_start (h, "div", NULL);
  if (h->meta->logo != NULL) {
    g_autofree char *svg = eh_doc_figure_to_svg (h->meta->logo, "logo-", error);

    if (svg == NULL)
      return FALSE;
    eh_html_start (h, "div", "logo");
    eh_xml_writer_raw (h->w, svg);
    eh_html_end (h);
  }
  if (h->meta->status != NULL)
    eh_html_paragraph (h, "status", h->meta->status);
  eh_xml_writer_element (h->w, "h1", h->meta->title);
  eh_html_newline (h);
  if (h->meta->subtitle != NULL)
    eh_html_paragraph (h, "subtitle", h->meta->subtitle);
  if (h->meta->authors != NULL)
    eh_html_paragraph (h, "authors", h->meta->authors);
  eh_html_fields (h, h->meta->details);
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
  return TRUE;
}

/**
 * eh_html_contents:
 *
 * Writes the table of contents as a list.
 */
void
eh_html_contents (EhHtml *h)
{
  guint level = 0;

  for (guint i = 0; i < eh_doc_n_blocks (h->doc); i++) {
    const EhDocBlock *b = eh_doc_block (h->doc, i);

    if (!eh_doc_in_contents (h->doc, i))
      continue;
    if (b->level > level) {
      eh_html_start (h, "ol", NULL);
    } else {
      eh_html_end (h);
      for (guint n = b->level; n < level; n++) {
        eh_html_end (h);
        eh_html_end (h);
      }
    }
    level = b->level;
    eh_html_start (h, "li", NULL);
    eh_html_start (h, "a", NULL);
    lead_to (h, b->id);
    eh_html_runs (h, b->text);
    eh_html_end (h);
  }
  for (guint open = 2 * level; open > 0; open--)
    eh_html_end (h);
}

/**
 * eh_html_back:
 * @note: its number
 *
 * Writes the link from a note back to the text.
 */
void
eh_html_back (EhHtml *h, guint note)
{
  eh_html_start (h, "a", "back");
  eh_xml_writer_attr_printf (h->w, "href", "#note-mark-%u", note);
  eh_xml_writer_attr (h->w, "role", "doc-backlink");
  eh_xml_writer_attr (h->w, "aria-label", _ ("Back to the text"));
  eh_xml_writer_text (h->w, "↩");
  eh_html_end (h);
}

/**
 * eh_html_licence:
 *
 * Writes the licence, where there is one.
 */
void
eh_html_licence (EhHtml *h)
{
  if (h->meta->licence == NULL)
    return;
  eh_html_start (h, "footer", NULL);
  eh_html_start (h, "p", NULL);
  if (h->meta->licence_url != NULL) {
    eh_html_start (h, "a", NULL);
    eh_xml_writer_attr (h->w, "href", h->meta->licence_url);
    eh_xml_writer_attr (h->w, "rel", "license");
    eh_xml_writer_text (h->w, h->meta->licence);
    eh_html_end (h);
  } else {
    eh_xml_writer_text (h->w, h->meta->licence);
  }
  eh_html_end (h);
  eh_html_end (h);
  eh_html_newline (h);
}
