/* A document as an OpenDocument text, for word processors: real headings, lists, tables with header
 * rows, notes, a table of contents that is filled already, pictures as SVG with a PNG beside it for
 * programs that cannot show one, languages, and a text alternative for every picture (OpenDocument
 * 1.3). The look is in the styles of eh-odt-styles.c. */

#include "config.h"

#include "eh-doc-writer.h"

#include "eh-doc-cover.h"
#include "eh-doc-lines.h"
#include "eh-doc-look.h"
#include "eh-odt-parts.h"
#include "eh-odt-styles.h"
#include "eh-text.h"
#include "eh-xml-writer.h"
#include "eh-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define CM_PER_PX (2.54 / 96.0)

typedef struct {
  const EhDoc *doc;
  const EhDocMeta *meta;
  EhXmlWriter *w;
  EhZipWriter *zip;
  EhXmlWriter *manifest;
  GHashTable *automatic; /* key of a style to its name */
  GPtrArray *keys;       /* (element-type utf8): in order of first use */
  guint level;           /* of the last heading */
  guint tables;
  guint pictures;
  gboolean break_before; /* the next paragraph begins a page */
  gboolean cover;        /* the next paragraph begins the cover */
  gboolean apart;        /* paragraphs belong to a box that must not melt into the box before */
} Odt;

static void
start (Odt *o, const char *name)
{
  eh_xml_writer_start (o->w, name);
}

static void
attr (Odt *o, const char *name, const char *value)
{
  eh_xml_writer_attr (o->w, name, value);
}

static void
end (Odt *o)
{
  eh_xml_writer_end (o->w);
}

/* Returns: (transfer none): the name of an automatic style: @family is "P" or "T", @parent a named
 * style, or none for T */
static const char *
automatic (Odt *o,
           const char *family,
           const char *parent,
           EhOdtBegins begins,
           gboolean apart,
           const char *language)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%d|%d|%s", family, parent, (int) begins,
                                          apart ? 1 : 0, language != NULL ? language : "");
  const char *name = g_hash_table_lookup (o->automatic, key);

  if (name == NULL) {
    char *made = g_strdup_printf ("%s%u", family, o->keys->len + 1);

    name = made;
    g_ptr_array_add (o->keys, g_strdup (key));
    g_hash_table_insert (o->automatic, g_steal_pointer (&key), made);
  }
  return name;
}

/* Opens a paragraph or heading of a named style. */
static void
open_paragraph (Odt *o, const char *element, const char *style, const char *language)
{
  EhOdtBegins begins = o->cover          ? EH_ODT_BEGINS_COVER
                       : o->break_before ? EH_ODT_BEGINS_PAGE
                                         : EH_ODT_BEGINS_NOTHING;

  start (o, element);
  if (begins != EH_ODT_BEGINS_NOTHING || o->apart || language != NULL)
    style = automatic (o, "P", style, begins, o->apart, language);
  attr (o, "text:style-name", style);
  o->break_before = FALSE;
  o->cover = FALSE;
}

/* White space is kept by elements: XML would make one blank of it. */
static void
words (Odt *o, const char *text)
{
  const char *plain = text;
  const char *p = text;

  while (*p != '\0') {
    guint blanks = 0;
    const char *run = p;

    while (*run == ' ') {
      blanks++;
      run++;
    }
    if (*p != '\n' && *p != '\t' && (blanks == 0 || (blanks == 1 && p > text))) {
      p += MAX (blanks, 1);
      continue;
    }
    eh_xml_writer_text_len (o->w, plain, p - plain);
    if (blanks > 0) {
      start (o, "text:s");
      eh_xml_writer_attr_printf (o->w, "text:c", "%u", blanks);
      end (o);
      p = run;
    } else {
      eh_xml_writer_element (o->w, *p == '\n' ? "text:line-break" : "text:tab", NULL);
      p++;
    }
    plain = p;
  }
  eh_xml_writer_text_len (o->w, plain, p - plain);
}

static void
span (Odt *o, const char *style, const char *text)
{
  start (o, "text:span");
  attr (o, "text:style-name", style);
  words (o, text);
  end (o);
}

static void runs (Odt *o, const EhDocText *text);

static void
note (Odt *o, const EhDocRun *run)
{
  g_autofree char *digits = g_strdup_printf ("%u", run->note);

  start (o, "text:note");
  eh_xml_writer_attr_printf (o->w, "text:id", "ftn%u", run->note);
  attr (o, "text:note-class", "footnote");
  eh_xml_writer_element (o->w, "text:note-citation", digits);
  start (o, "text:note-body");
  start (o, "text:p");
  attr (o, "text:style-name", "Footnote");
  runs (o, run->words);
  end (o);
  end (o);
  end (o);
}

/* Whether a reference says what it refers to by its own name, so that it follows when that changes.
 */
static gboolean
is_named_so (const Odt *o, const EhDocRun *r)
{
  const EhDocBlock *target = r->kind == EH_DOC_RUN_REFERENCE
                                 ? eh_doc_block_by_id (o->doc, r->target)
                                 : NULL;

  return target != NULL && target->label != NULL && strcmp (target->label, r->text) == 0;
}

static void
named (Odt *o, const EhDocRun *r)
{
  start (o, "text:bookmark-ref");
  attr (o, "text:reference-format", "text");
  attr (o, "text:ref-name", r->target);
  eh_xml_writer_text (o->w, r->text);
  end (o);
}

static void
run (Odt *o, const EhDocRun *r)
{
  const char *style = NULL;
  gboolean leads = r->kind == EH_DOC_RUN_LINK || r->kind == EH_DOC_RUN_REFERENCE;

  if (r->kind == EH_DOC_RUN_NOTE) {
    if (r->note > 0)
      note (o, r);
    return;
  }
  if (leads) {
    start (o, "text:a");
    attr (o, "xlink:type", "simple");
    eh_xml_writer_attr_printf (o->w, "xlink:href", "%s%s", r->kind == EH_DOC_RUN_LINK ? "" : "#",
                               r->target);
    attr (o, "text:style-name", "Internet_20_link");
    attr (o, "text:visited-style-name", "Visited_20_Internet_20_Link");
  }
  if (r->style == EH_DOC_STYLE_STRONG)
    style = "Strong_20_Emphasis";
  else if (r->style == EH_DOC_STYLE_EMPHASIS)
    style = "Emphasis";
  else if (r->style == EH_DOC_STYLE_SOFT)
    style = "Remark";
  else if (r->style != EH_DOC_STYLE_NONE)
    style = "Strong_20_and_20_Emphasis";
  if (r->language != NULL)
    style = automatic (o, "T", style != NULL ? style : "", EH_ODT_BEGINS_NOTHING, FALSE,
                       r->language);
  if (is_named_so (o, r))
    named (o, r);
  else if (style != NULL)
    span (o, style, r->text);
  else
    words (o, r->text);
  if (leads)
    end (o);
}

static void
runs (Odt *o, const EhDocText *text)
{
  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++)
    run (o, eh_doc_text_run (text, i));
}

static void
paragraph (Odt *o, const char *style, const EhDocText *text, const char *language)
{
  open_paragraph (o, "text:p", style, language);
  runs (o, text);
  end (o);
}

static void
plain (Odt *o, const char *style, const char *text)
{
  if (text == NULL)
    return;
  open_paragraph (o, "text:p", style, NULL);
  words (o, text);
  end (o);
}

static void
field (Odt *o, const char *style, const EhDocField *f)
{
  open_paragraph (o, "text:p", style, NULL);
  start (o, "text:span");
  attr (o, "text:style-name", "Strong_20_Emphasis");
  words (o, f->label);
  eh_xml_writer_text (o->w, ":");
  end (o);
  eh_xml_writer_text (o->w, " ");
  runs (o, f->text);
  end (o);
}

static void
bookmark (Odt *o, const char *id, gboolean opens)
{
  start (o, opens ? "text:bookmark-start" : "text:bookmark-end");
  attr (o, "text:name", id);
  end (o);
}

static void
heading (Odt *o, const EhDocBlock *block)
{
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", block->level);

  o->level = block->level;
  open_paragraph (o, "text:h", style, block->language);
  eh_xml_writer_attr_printf (o->w, "text:outline-level", "%u", block->level);
  bookmark (o, block->id, TRUE);
  runs (o, block->text);
  bookmark (o, block->id, FALSE);
  end (o);
}

static void
list (Odt *o, const EhDocBlock *block)
{
  guint level = 0;

  start (o, "text:list");
  attr (o, "text:style-name", block->ordered ? "Numbers" : "Bullets");
  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];

    if (item->level > level)
      start (o, "text:list");
    else if (i > 0)
      end (o);
    if (item->level < level) {
      end (o);
      end (o);
    }
    level = item->level;
    start (o, "text:list-item");
    open_paragraph (o, "text:p", eh_doc_look_of_item (block, i), block->language);
    if (item->id != NULL)
      bookmark (o, item->id, TRUE);
    runs (o, item->text);
    if (item->id != NULL)
      bookmark (o, item->id, FALSE);
    end (o);
  }
  for (guint open = 2 * level + 2; open > 0; open--)
    end (o);
}

static void
lines (Odt *o, const EhDocBlock *block)
{
  g_autoptr (GPtrArray) all = eh_doc_lines (block);

  for (guint i = 0; i < all->len; i++) {
    const EhDocLine *line = all->pdata[i];

    if (line->label != NULL) {
      field (o, line->look, &(EhDocField){ (char *) line->label, (EhDocText *) line->text });
      continue;
    }
    open_paragraph (o, "text:p", line->look, line->language);
    if (line->strong)
      span (o, "Strong_20_Emphasis", line->words);
    else if (line->words != NULL)
      words (o, line->words);
    runs (o, line->text);
    end (o);
  }
}

static void
recommendation (Odt *o, const EhDocBlock *block)
{
  open_paragraph (o, "text:h", "Recommendation_20_Label", NULL);
  eh_xml_writer_attr_printf (o->w, "text:outline-level", "%u", o->level + 1);
  bookmark (o, block->id, TRUE);
  words (o, block->label);
  bookmark (o, block->id, FALSE);
  end (o);
  lines (o, block);
}

static void
question (Odt *o, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first) {
    plain (o, "Question_20_Label", block->label);
    start (o, "text:list");
    attr (o, "text:style-name", "Bullets");
  }
  start (o, "text:list-item");
  paragraph (o, eh_doc_look_of_question (block, -1), block->text, block->language);
  lines (o, block);
  end (o);
  if (last)
    end (o);
}

/* "Figure 2", with its number as a field, so that captions that are added later count on from it.
 */
static void
counter (Odt *o, const EhDocBlock *block, const char *sequence)
{
  g_autofree char *digits = g_strdup_printf ("%u", block->number);
  const char *at = strstr (block->label, digits);

  if (at == NULL) {
    words (o, block->label);
    return;
  }
  eh_xml_writer_text_len (o->w, block->label, at - block->label);
  start (o, "text:sequence");
  eh_xml_writer_attr_printf (o->w, "text:ref-name", "ref%s%u", sequence, block->number - 1);
  attr (o, "text:name", sequence);
  eh_xml_writer_attr_printf (o->w, "text:formula", "ooow:%s+1", sequence);
  attr (o, "style:num-format", "1");
  eh_xml_writer_text (o->w, digits);
  end (o);
  eh_xml_writer_text (o->w, at + strlen (digits));
}

static void
caption (Odt *o, const EhDocBlock *block, const char *style)
{
  open_paragraph (o, "text:p", style, block->language);
  start (o, "text:span");
  attr (o, "text:style-name", "Label");
  bookmark (o, block->id, TRUE);
  counter (o, block, style);
  bookmark (o, block->id, FALSE);
  eh_xml_writer_text (o->w, ".");
  end (o);
  if (!eh_doc_text_is_blank (block->text)) {
    eh_xml_writer_text (o->w, " ");
    runs (o, block->text);
  }
  end (o);
}

static void
cell (Odt *o,
      const EhDocTable *table,
      guint column,
      const EhDocText *text,
      const char *style,
      gboolean header)
{
  start (o, "table:table-cell");
  attr (o, "table:style-name", style);
  attr (o, "office:value-type", "string");
  paragraph (o, eh_doc_lines_cell_look (table, column, header), text, NULL);
  end (o);
}

static void
table (Odt *o, const EhDocTable *data, const char *name)
{
  guint n_columns = eh_doc_table_n_columns (data);
  guint number = ++o->tables;

  start (o, "table:table");
  eh_xml_writer_attr_printf (o->w, "table:name", "%s", name);
  attr (o, "table:style-name", eh_doc_table_is_small (data) ? "TableWhole" : "Table1");
  for (guint c = 0; c < n_columns; c++) {
    start (o, "table:table-column");
    eh_xml_writer_attr_printf (o->w, "table:style-name", "Table%u.%u", number, c + 1);
    end (o);
  }
  if (eh_doc_table_has_header_row (data)) {
    start (o, "table:table-header-rows");
    start (o, "table:table-row");
    for (guint c = 0; c < n_columns; c++)
      cell (o, data, c, eh_doc_table_header (data, c), "HeaderCell", TRUE);
    end (o);
    end (o);
  }
  for (guint r = 0; r < eh_doc_table_n_rows (data); r++) {
    start (o, "table:table-row");
    attr (o, "table:style-name", eh_doc_table_is_short_row (data, r) ? "Row" : NULL);
    for (guint c = 0; c < n_columns; c++)
      cell (o, data, c, eh_doc_table_cell (data, r, c), "Cell",
            c == 0 && eh_doc_table_has_row_headers (data));
    end (o);
  }
  end (o);
}

static void
manifest_entry (Odt *o, const char *path, const char *mime_type)
{
  eh_xml_writer_start (o->manifest, "manifest:file-entry");
  eh_xml_writer_attr (o->manifest, "manifest:full-path", path);
  if (strcmp (path, "/") == 0)
    eh_xml_writer_attr (o->manifest, "manifest:version", "1.3");
  eh_xml_writer_attr (o->manifest, "manifest:media-type", mime_type);
  eh_xml_writer_end (o->manifest);
}

static gboolean
picture (Odt *o, GBytes *bytes, const char *extension, const char *mime_type, GError **error)
{
  g_autofree char *path = g_strdup_printf ("Pictures/figure-%u.%s", o->pictures, extension);

  start (o, "draw:image");
  attr (o, "xlink:href", path);
  attr (o, "xlink:type", "simple");
  attr (o, "xlink:show", "embed");
  attr (o, "xlink:actuate", "onLoad");
  attr (o, "draw:mime-type", mime_type);
  end (o);
  manifest_entry (o, path, mime_type);
  return eh_zip_writer_add (o->zip, path, bytes, error);
}

static gboolean
frame (Odt *o, const EhDocBlock *block, const char *style, GError **error)
{
  const EhDocFigure *f = block->figure;
  double scale = MIN (CM_PER_PX,
                      MIN (EH_DOC_TEXT_WIDTH / f->width, EH_DOC_TEXT_HEIGHT * 0.75 / f->height));
  g_autofree char *svg = eh_doc_figure_to_svg (f, "", error);
  g_autofree char *file = NULL;
  g_autoptr (GBytes) svg_bytes = NULL;
  g_autoptr (GBytes) png = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  png = svg != NULL ? eh_doc_figure_to_png (f, eh_doc_figure_png_scale (f), error) : NULL;
  if (png == NULL)
    return FALSE;
  file = g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", svg, NULL);
  svg_bytes = g_bytes_new (file, strlen (file));
  o->pictures++;
  open_paragraph (o, "text:p", style, NULL);
  start (o, "draw:frame");
  if (block->label != NULL)
    attr (o, "draw:name", block->label);
  else
    eh_xml_writer_attr_printf (o->w, "draw:name", "Picture %u", o->pictures);
  attr (o, "draw:style-name", "Frame");
  attr (o, "text:anchor-type", "as-char");
  g_ascii_formatd (size, sizeof size, "%.3fcm", f->width * scale);
  attr (o, "svg:width", size);
  g_ascii_formatd (size, sizeof size, "%.3fcm", f->height * scale);
  attr (o, "svg:height", size);
  if (!picture (o, svg_bytes, "svg", "image/svg+xml", error) ||
      !picture (o, png, "png", "image/png", error))
    return FALSE;
  eh_xml_writer_element (o->w, "svg:title", f->alt);
  if (f->description != NULL)
    eh_xml_writer_element (o->w, "svg:desc", f->description);
  end (o);
  end (o);
  return TRUE;
}

static gboolean
figure (Odt *o, const EhDocBlock *block, GError **error)
{
  if (!frame (o, block, "Figure_20_Picture", error))
    return FALSE;
  caption (o, block, "Figure");
  plain (o, "Figure_20_Text", block->figure->description);
  if (block->figure->table != NULL) {
    g_autofree char *name = g_strdup_printf (_ ("The numbers of %s"), block->label);

    table (o, block->figure->table, name);
  }
  return TRUE;
}

/* A small picture alone, or in a table without lines with the words in the cell beside it: word
 * processors keep that together, and say it in its order. */
static gboolean
pictured (Odt *o, const EhDocBlock *block, GError **error)
{
  if (eh_doc_text_is_blank (block->text))
    return frame (o, block, "Figure_20_Picture", error);
  start (o, "table:table");
  eh_xml_writer_attr_printf (o->w, "table:name", "Picture %u", o->pictures + 1);
  attr (o, "table:style-name", "Table1");
  for (guint c = 1; c <= 2; c++) {
    start (o, "table:table-column");
    eh_xml_writer_attr_printf (o->w, "table:style-name", "Picture.%u", c);
    end (o);
  }
  start (o, "table:table-row");
  attr (o, "table:style-name", "Row");
  for (guint c = 0; c < 2; c++) {
    start (o, "table:table-cell");
    attr (o, "table:style-name", "PictureCell");
    attr (o, "office:value-type", "string");
    if (c == 1)
      paragraph (o, "Text_20_body", block->text, block->language);
    else if (!frame (o, block, "Figure_20_Picture", error))
      return FALSE;
    end (o);
  }
  end (o);
  end (o);
  return TRUE;
}

static void
contents_source (Odt *o)
{
  start (o, "text:table-of-content-source");
  attr (o, "text:outline-level", "2");
  attr (o, "text:use-index-marks", "false");
  for (guint level = 1; level <= 2; level++) {
    start (o, "text:table-of-content-entry-template");
    eh_xml_writer_attr_printf (o->w, "text:outline-level", "%u", level);
    eh_xml_writer_attr_printf (o->w, "text:style-name", "Contents_20_%u", level);
    eh_xml_writer_element (o->w, "text:index-entry-link-start", NULL);
    eh_xml_writer_element (o->w, "text:index-entry-text", NULL);
    start (o, "text:index-entry-tab-stop");
    attr (o, "style:type", "right");
    attr (o, "style:leader-char", ".");
    end (o);
    eh_xml_writer_element (o->w, "text:index-entry-page-number", NULL);
    eh_xml_writer_element (o->w, "text:index-entry-link-end", NULL);
    end (o);
  }
  end (o);
}

/* The entries are written out, since word processors do not fill them on opening; the page of each
 * is a field, which they do work out. */
static void
contents (Odt *o, const EhDocBlock *block)
{
  o->break_before = o->break_before || eh_doc_has_long_contents (o->doc);
  start (o, "text:table-of-content");
  attr (o, "text:name", "contents");
  attr (o, "text:protected", "true");
  contents_source (o);
  start (o, "text:index-body");
  start (o, "text:index-title");
  attr (o, "text:name", "contents-title");
  plain (o, "Contents_20_Heading", block->label);
  end (o);
  for (guint i = 0; i < eh_doc_n_blocks (o->doc); i++) {
    const EhDocBlock *b = eh_doc_block (o->doc, i);

    if (!eh_doc_in_contents (o->doc, i))
      continue;
    open_paragraph (o, "text:p", b->level == 1 ? "Contents_20_1" : "Contents_20_2", NULL);
    start (o, "text:a");
    attr (o, "xlink:type", "simple");
    eh_xml_writer_attr_printf (o->w, "xlink:href", "#%s", b->id);
    attr (o, "text:style-name", "Index_20_Link");
    attr (o, "text:visited-style-name", "Index_20_Link");
    runs (o, b->text);
    eh_xml_writer_element (o->w, "text:tab", NULL);
    start (o, "text:bookmark-ref");
    attr (o, "text:reference-format", "page");
    attr (o, "text:ref-name", b->id);
    end (o);
    end (o);
    end (o);
  }
  end (o);
  end (o);
}

static gboolean
is_box (const EhDocBlock *block)
{
  return block->kind == EH_DOC_BLOCK_RECOMMENDATION || block->kind == EH_DOC_BLOCK_CALLOUT;
}

static gboolean
block (Odt *o, guint index, GError **error)
{
  const EhDocBlock *b = eh_doc_block (o->doc, index);
  gboolean first = eh_doc_block_begins_group (o->doc, index);
  gboolean last = eh_doc_block_ends_group (o->doc, index);

  o->apart = is_box (b) && index > 0 && is_box (eh_doc_block (o->doc, index - 1)) && !o->apart;
  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    heading (o, b);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    if (b->figure != NULL)
      return pictured (o, b, error);
    paragraph (o, "Text_20_body", b->text, b->language);
    break;
  case EH_DOC_BLOCK_LIST:
    list (o, b);
    break;
  case EH_DOC_BLOCK_QUOTE:
  case EH_DOC_BLOCK_CALLOUT:
  case EH_DOC_BLOCK_RESOURCE:
  case EH_DOC_BLOCK_ROOM:
    lines (o, b);
    break;
  case EH_DOC_BLOCK_RECOMMENDATION:
    recommendation (o, b);
    break;
  case EH_DOC_BLOCK_QUESTION:
    question (o, b, first, last);
    break;
  case EH_DOC_BLOCK_TABLE:
    caption (o, b, "Table");
    table (o, b->table, b->label);
    break;
  case EH_DOC_BLOCK_FIGURE:
    return figure (o, b, error);
  case EH_DOC_BLOCK_PAGE_BREAK:
    o->break_before = TRUE;
    break;
  case EH_DOC_BLOCK_CONTENTS:
    contents (o, b);
    break;
  default:
    break;
  }
  return TRUE;
}

/* On a page of its own kind, which has the band behind it. */
static gboolean
cover (Odt *o, GError **error)
{
  g_autoptr (GPtrArray) lines = eh_doc_cover_lines (o->doc);
  const EhDocBlock logo = { .figure = o->meta->logo };

  o->cover = TRUE;
  if (logo.figure != NULL && !frame (o, &logo, "Document_20_Logo", error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const EhDocCoverLine *line = lines->pdata[i];
    const EhDocField labelled = { (char *) line->label, line->text };

    if (line->label != NULL)
      field (o, line->look, &labelled);
    else
      paragraph (o, line->look, line->text, NULL);
  }
  plain (o, "Document_20_Cover_20_End", "");
  return TRUE;
}

static void
foot (Odt *o)
{
  g_autoptr (EhDocText) licence = NULL;

  if (o->meta->licence == NULL)
    return;
  licence = eh_doc_text_add_link (eh_doc_text_new (NULL), o->meta->licence, o->meta->licence_url);
  plain (o, "Document_20_Rule", "");
  paragraph (o, "Document_20_Foot", licence, NULL);
}

static gboolean
add_part (Odt *o, const char *path, GBytes *bytes, GError **error)
{
  manifest_entry (o, path, "text/xml");
  return eh_zip_writer_add (o->zip, path, bytes, error);
}

static gboolean
write_parts (Odt *o, const EhDocWork *work, GError **error)
{
  g_autoptr (GBytes) mime_type = g_bytes_new_static (MIME_TYPE, strlen (MIME_TYPE));
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) styles = eh_odt_styles (o->doc);
  g_autoptr (GBytes) meta = eh_odt_metadata (o->doc);
  g_autoptr (GBytes) manifest = NULL;

  if (!eh_zip_writer_add_stored (o->zip, "mimetype", mime_type, error))
    return FALSE;
  manifest_entry (o, "/", MIME_TYPE);
  if (!cover (o, error))
    return FALSE;
  for (guint i = 0; i < eh_doc_n_blocks (o->doc); i++)
    if (!eh_doc_work_step (work, i, eh_doc_n_blocks (o->doc), error) || !block (o, i, error))
      return FALSE;
  o->apart = FALSE;
  foot (o);
  body = eh_xml_writer_finish (o->w);
  text = eh_odt_content (o->doc, body, o->keys, o->automatic);
  if (!add_part (o, "content.xml", text, error) || !add_part (o, "styles.xml", styles, error) ||
      !add_part (o, "meta.xml", meta, error))
    return FALSE;
  manifest = eh_xml_writer_finish (o->manifest);
  return eh_zip_writer_add (o->zip, "META-INF/manifest.xml", manifest, error);
}

/**
 * eh_doc_render_odt:
 * @doc: a document
 *
 * Returns: (transfer full): an OpenDocument text; %NULL with %G_IO_ERROR_FAILED when a figure
 * cannot be painted, %G_IO_ERROR_NO_SPACE or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_odt (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_FRAGMENT);
  g_autoptr (EhXmlWriter) manifest = eh_xml_writer_new (EH_XML_DIALECT_XML);
  g_autoptr (EhZipWriter) zip = eh_zip_writer_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  Odt o = {
    .doc = doc,
    .meta = eh_doc_meta (doc),
    .w = w,
    .zip = zip,
    .manifest = manifest,
    .automatic = names,
    .keys = keys,
  };

  eh_xml_writer_start (manifest, "manifest:manifest");
  eh_xml_writer_attr (manifest, "xmlns:manifest",
                      "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  eh_xml_writer_attr (manifest, "manifest:version", "1.3");
  return write_parts (&o, work, error) ? eh_zip_writer_finish (zip) : NULL;
}
