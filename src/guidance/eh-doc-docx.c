/* A document as an Office Open XML text, for word processors (ECMA-376): real headings, lists with
 * numbering, tables with header rows, captions that count, footnotes, bookmarks with references to
 * them, a table of contents that is filled already, pictures as SVG with a PNG beside it for
 * programs that cannot show one, languages, and a text alternative for every picture. The look is
 * in the styles (eh-doc-look.c), which a person can change once for all. */

#include "config.h"

#include "eh-doc-writer.h"

#include "eh-doc-cover.h"
#include "eh-doc-lines.h"
#include "eh-doc-look.h"
#include "eh-doc-pages.h"
#include "eh-docx-parts.h"
#include "eh-docx-styles.h"
#include "eh-docx-text.h"
#include "eh-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EMU_PER_CM    360000.0
#define CM_PER_PX     (2.54 / 96.0)
#define TWIPS_PER_CM  (1440.0 / 2.54)
#define AFTER_A_TABLE 283 /* twentieths of a point */

typedef struct {
  EhDocx x;
  const EhDocMeta *meta;
  EhZipWriter *zip;
  GHashTable *pages; /* (nullable): id of a block to its page */
  guint level;       /* of the last heading */
  guint pictures;
  guint numbered;        /* lists with numbers */
  guint lead;            /* room above the next paragraph in twentieths of a point, or 0 */
  gboolean break_before; /* the next paragraph begins a page */
  gboolean apart;        /* paragraphs belong to a box that must not melt into the box before */
  gboolean after_table;  /* the next paragraph stands under a table */
} Docx;

static EhXmlWriter *
w (Docx *d)
{
  return d->x.w;
}

/* Opens a paragraph: what waits for the next one goes with it. */
static void
open_with (Docx *d, EhDocxParagraph paragraph)
{
  paragraph.page_break = d->break_before;
  paragraph.apart = d->apart && !paragraph.unmarked;
  if (d->after_table && eh_doc_look (paragraph.look) != NULL &&
      eh_doc_look (paragraph.look)->before == NULL)
    paragraph.before = AFTER_A_TABLE;
  if (d->lead > 0)
    paragraph.before = d->lead;
  d->lead = 0;
  d->break_before = FALSE;
  d->after_table = FALSE;
  eh_docx_open (&d->x, &paragraph);
}

static void
open (Docx *d, const char *look, const char *language)
{
  open_with (d, (EhDocxParagraph){ .look = look, .language = language });
}

static void
end (Docx *d)
{
  eh_docx_close (&d->x);
}

static void
paragraph (Docx *d, const char *look, const EhDocText *text, const char *language)
{
  open (d, look, language);
  eh_docx_runs (&d->x, text);
  end (d);
}

static void
plain (Docx *d, const char *look, const char *text)
{
  if (text == NULL)
    return;
  open (d, look, NULL);
  eh_docx_words (&d->x, text, NULL);
  end (d);
}

static void
field_words (Docx *d, const EhDocField *field)
{
  g_autofree char *label = g_strconcat (field->label, ":", NULL);

  eh_docx_words (&d->x, label, "Strong");
  eh_docx_words (&d->x, " ", NULL);
  eh_docx_runs (&d->x, field->text);
  end (d);
}

static void
field (Docx *d, const char *look, const EhDocField *f)
{
  open (d, look, NULL);
  field_words (d, f);
}

static void
heading (Docx *d, const EhDocBlock *block)
{
  g_autofree char *look = g_strdup_printf ("Heading_20_%u", block->level);

  d->level = block->level;
  open (d, look, block->language);
  eh_docx_mark (&d->x, block->id, TRUE);
  eh_docx_runs (&d->x, block->text);
  eh_docx_mark (&d->x, block->id, FALSE);
  end (d);
}

static void
list (Docx *d, const EhDocBlock *block)
{
  guint number = block->ordered ? EH_DOCX_BULLETS + ++d->numbered : EH_DOCX_BULLETS;

  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];

    open_with (d, (EhDocxParagraph){ .look = eh_doc_look_of_item (block, i),
                                     .language = block->language,
                                     .list = number,
                                     .level = item->level });
    if (item->id != NULL)
      eh_docx_mark (&d->x, item->id, TRUE);
    eh_docx_runs (&d->x, item->text);
    if (item->id != NULL)
      eh_docx_mark (&d->x, item->id, FALSE);
    end (d);
  }
}

/* @within: within a list, whose mark is that of the words above. */
static void
lines (Docx *d, const EhDocBlock *block, gboolean within)
{
  g_autoptr (GPtrArray) all = eh_doc_lines (block);

  for (guint i = 0; i < all->len; i++) {
    const EhDocLine *line = all->pdata[i];

    open_with (
        d, (EhDocxParagraph){ .look = line->look, .language = line->language, .unmarked = within });
    if (line->label != NULL) {
      field_words (d, &(EhDocField){ (char *) line->label, (EhDocText *) line->text });
      continue;
    }
    if (line->words != NULL && line->words[0] != '\0')
      eh_docx_words (&d->x, line->words, line->strong ? "Strong" : NULL);
    eh_docx_runs (&d->x, line->text);
    end (d);
  }
}

static void
recommendation (Docx *d, const EhDocBlock *block)
{
  open_with (d, (EhDocxParagraph){ .look = "Recommendation_20_Label", .outline = d->level + 1 });
  eh_docx_mark (&d->x, block->id, TRUE);
  eh_docx_words (&d->x, block->label, NULL);
  eh_docx_mark (&d->x, block->id, FALSE);
  end (d);
  lines (d, block, FALSE);
}

static void
question (Docx *d, const EhDocBlock *block, gboolean first)
{
  if (first)
    plain (d, "Question_20_Label", block->label);
  open_with (d, (EhDocxParagraph){ .look = eh_doc_look_of_question (block, -1),
                                   .language = block->language,
                                   .list = EH_DOCX_BULLETS });
  eh_docx_runs (&d->x, block->text);
  end (d);
  lines (d, block, TRUE);
}

static void
caption (Docx *d, const EhDocBlock *block, const char *sequence)
{
  open (d, sequence, block->language);
  eh_docx_mark (&d->x, block->id, TRUE);
  eh_docx_counter (&d->x, sequence, block);
  eh_docx_mark (&d->x, block->id, FALSE);
  eh_docx_words (&d->x, ".", "CaptionLabel");
  if (!eh_doc_text_is_blank (block->text)) {
    eh_docx_words (&d->x, " ", NULL);
    eh_docx_runs (&d->x, block->text);
  }
  end (d);
}

static void
measure (Docx *d, const char *element, const char *attribute, guint value)
{
  eh_xml_writer_start (w (d), element);
  eh_xml_writer_attr_printf (w (d), attribute, "%u", value);
  if (strcmp (element, "w:gridCol") != 0)
    eh_xml_writer_attr (w (d), "w:type", "dxa");
  eh_xml_writer_end (w (d));
}

static guint
column_width (const EhDocTable *table, guint column)
{
  return (guint) (EH_DOC_TEXT_WIDTH * TWIPS_PER_CM * eh_doc_table_share (table, column));
}

static void
table_properties (Docx *d, const EhDocTable *data, const char *name, const char *description)
{
  gboolean header = eh_doc_table_has_header_row (data);

  eh_xml_writer_start (w (d), "w:tblPr");
  eh_docx_value (w (d), "w:tblStyle", "EvenhandTable");
  if (d->meta->rtl)
    eh_docx_flag (w (d), "w:bidiVisual");
  measure (d, "w:tblW", "w:w", (guint) (EH_DOC_TEXT_WIDTH * TWIPS_PER_CM));
  eh_xml_writer_start (w (d), "w:tblLayout");
  eh_xml_writer_attr (w (d), "w:type", "fixed");
  eh_xml_writer_end (w (d));
  eh_xml_writer_start (w (d), "w:tblLook");
  eh_xml_writer_attr (w (d), "w:val", header ? "0020" : "0000");
  eh_xml_writer_attr (w (d), "w:firstRow", header ? "1" : "0");
  eh_xml_writer_attr (w (d), "w:lastRow", "0");
  eh_xml_writer_attr (w (d), "w:firstColumn", "0");
  eh_xml_writer_attr (w (d), "w:lastColumn", "0");
  eh_xml_writer_attr (w (d), "w:noHBand", "1");
  eh_xml_writer_attr (w (d), "w:noVBand", "1");
  eh_xml_writer_end (w (d));
  eh_docx_value (w (d), "w:tblCaption", name);
  if (description != NULL)
    eh_docx_value (w (d), "w:tblDescription", description);
  eh_xml_writer_end (w (d));
  eh_xml_writer_start (w (d), "w:tblGrid");
  for (guint c = 0; c < eh_doc_table_n_columns (data); c++)
    measure (d, "w:gridCol", "w:w", column_width (data, c));
  eh_xml_writer_end (w (d));
}

static void
cell (Docx *d,
      const EhDocTable *table,
      guint column,
      const EhDocText *text,
      gboolean header,
      gboolean keep)
{
  eh_xml_writer_start (w (d), "w:tc");
  eh_xml_writer_start (w (d), "w:tcPr");
  measure (d, "w:tcW", "w:w", column_width (table, column));
  eh_xml_writer_end (w (d));
  open_with (
      d, (EhDocxParagraph){ .look = eh_doc_lines_cell_look (table, column, header), .keep = keep });
  eh_docx_runs (&d->x, text);
  end (d);
  eh_xml_writer_end (w (d));
}

static void
table (Docx *d, const EhDocTable *data, const char *name, const char *description)
{
  guint n_columns = eh_doc_table_n_columns (data);
  gboolean small = eh_doc_table_is_small (data);

  d->after_table = FALSE;
  eh_xml_writer_start (w (d), "w:tbl");
  table_properties (d, data, name, description);
  if (eh_doc_table_has_header_row (data)) {
    eh_xml_writer_start (w (d), "w:tr");
    eh_xml_writer_start (w (d), "w:trPr");
    if (eh_doc_table_has_short_header (data)) {
      eh_docx_flag (w (d), "w:cantSplit");
      eh_docx_flag (w (d), "w:tblHeader");
    }
    eh_xml_writer_end (w (d));
    for (guint c = 0; c < n_columns; c++)
      cell (d, data, c, eh_doc_table_header (data, c), TRUE, small);
    eh_xml_writer_end (w (d));
  }
  for (guint r = 0; r < eh_doc_table_n_rows (data); r++) {
    eh_xml_writer_start (w (d), "w:tr");
    if (eh_doc_table_is_short_row (data, r)) {
      eh_xml_writer_start (w (d), "w:trPr");
      eh_docx_flag (w (d), "w:cantSplit");
      eh_xml_writer_end (w (d));
    }
    for (guint c = 0; c < n_columns; c++)
      cell (d, data, c, eh_doc_table_cell (data, r, c),
            c == 0 && eh_doc_table_has_row_headers (data),
            small && r + 1 < eh_doc_table_n_rows (data));
    eh_xml_writer_end (w (d));
  }
  eh_xml_writer_end (w (d));
  d->after_table = TRUE;
}

/* The names and words of a picture, which DrawingML wants twice. */
static void
picture_words (Docx *d, const char *element, const EhDocBlock *block)
{
  eh_xml_writer_start (w (d), element);
  eh_xml_writer_attr_printf (w (d), "id", "%u", d->pictures);
  if (block->label != NULL)
    eh_xml_writer_attr (w (d), "name", block->label);
  else
    eh_xml_writer_attr_printf (w (d), "name", "Picture %u", d->pictures);
  eh_xml_writer_attr (w (d), "descr", block->figure->alt);
  eh_xml_writer_end (w (d));
}

static void
size (Docx *d, const char *element, guint64 width, guint64 height)
{
  eh_xml_writer_start (w (d), element);
  eh_xml_writer_attr_printf (w (d), "cx", "%" G_GUINT64_FORMAT, width);
  eh_xml_writer_attr_printf (w (d), "cy", "%" G_GUINT64_FORMAT, height);
  eh_xml_writer_end (w (d));
}

/* The PNG, and for those who can show it the SVG in its place. */
static void
picture_fill (Docx *d)
{
  eh_xml_writer_start (w (d), "pic:blipFill");
  eh_xml_writer_start (w (d), "a:blip");
  eh_xml_writer_attr_printf (w (d), "r:embed", "png%u", d->pictures);
  eh_xml_writer_start (w (d), "a:extLst");
  eh_xml_writer_start (w (d), "a:ext");
  eh_xml_writer_attr (w (d), "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
  eh_xml_writer_start (w (d), "asvg:svgBlip");
  eh_xml_writer_attr_printf (w (d), "r:embed", "svg%u", d->pictures);
  eh_xml_writer_end (w (d));
  eh_xml_writer_end (w (d));
  eh_xml_writer_end (w (d));
  eh_xml_writer_end (w (d));
  eh_xml_writer_start (w (d), "a:stretch");
  eh_docx_flag (w (d), "a:fillRect");
  eh_xml_writer_end (w (d));
  eh_xml_writer_end (w (d));
}

static void
picture_shape (Docx *d, guint64 width, guint64 height)
{
  eh_xml_writer_start (w (d), "pic:spPr");
  eh_xml_writer_start (w (d), "a:xfrm");
  eh_xml_writer_start (w (d), "a:off");
  eh_xml_writer_attr (w (d), "x", "0");
  eh_xml_writer_attr (w (d), "y", "0");
  eh_xml_writer_end (w (d));
  size (d, "a:ext", width, height);
  eh_xml_writer_end (w (d));
  eh_xml_writer_start (w (d), "a:prstGeom");
  eh_xml_writer_attr (w (d), "prst", "rect");
  eh_docx_flag (w (d), "a:avLst");
  eh_xml_writer_end (w (d));
  eh_xml_writer_end (w (d));
}

static void
drawing (Docx *d, const EhDocBlock *block)
{
  const EhDocFigure *f = block->figure;
  double scale = MIN (CM_PER_PX,
                      MIN (EH_DOC_TEXT_WIDTH / f->width, EH_DOC_TEXT_HEIGHT * 0.75 / f->height));
  guint64 width = (guint64) (f->width * scale * EMU_PER_CM);
  guint64 height = (guint64) (f->height * scale * EMU_PER_CM);

  eh_xml_writer_start (w (d), "w:r");
  eh_xml_writer_start (w (d), "w:drawing");
  eh_xml_writer_start (w (d), "wp:inline");
  for (const char *const *side = (const char *const[]){ "distT", "distB", "distL", "distR", NULL };
       *side != NULL; side++)
    eh_xml_writer_attr (w (d), *side, "0");
  size (d, "wp:extent", width, height);
  picture_words (d, "wp:docPr", block);
  eh_xml_writer_start (w (d), "a:graphic");
  eh_xml_writer_start (w (d), "a:graphicData");
  eh_xml_writer_attr (w (d), "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
  eh_xml_writer_start (w (d), "pic:pic");
  eh_xml_writer_start (w (d), "pic:nvPicPr");
  picture_words (d, "pic:cNvPr", block);
  eh_docx_flag (w (d), "pic:cNvPicPr");
  eh_xml_writer_end (w (d));
  picture_fill (d);
  picture_shape (d, width, height);
  for (guint open = 6; open > 0; open--)
    eh_xml_writer_end (w (d));
}

static gboolean
picture_files (Docx *d, const EhDocFigure *f, GError **error)
{
  g_autofree char *svg = eh_doc_figure_to_svg (f, "", error);
  g_autofree char *svg_path = g_strdup_printf ("word/media/figure-%u.svg", d->pictures);
  g_autofree char *png_path = g_strdup_printf ("word/media/figure-%u.png", d->pictures);
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) png = NULL;

  png = svg != NULL ? eh_doc_figure_to_png (f, eh_doc_figure_png_scale (f), error) : NULL;
  if (png == NULL)
    return FALSE;
  file = g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", svg, NULL);
  bytes = g_bytes_new (file, strlen (file));
  return eh_zip_writer_add (d->zip, svg_path, bytes, error) &&
         eh_zip_writer_add (d->zip, png_path, png, error);
}

/* A picture in a paragraph of its own. */
static gboolean
picture (Docx *d, const EhDocBlock *block, const char *look, GError **error)
{
  d->pictures++;
  if (!picture_files (d, block->figure, error))
    return FALSE;
  open (d, look, NULL);
  drawing (d, block);
  end (d);
  return TRUE;
}

static gboolean
figure (Docx *d, const EhDocBlock *block, GError **error)
{
  if (!picture (d, block, "Figure_20_Picture", error))
    return FALSE;
  caption (d, block, "Figure");
  plain (d, "Figure_20_Text", block->figure->description);
  if (block->figure->table != NULL) {
    g_autofree char *name = g_strdup_printf (_ ("The numbers of %s"), block->label);

    table (d, block->figure->table, name, block->figure->alt);
  }
  return TRUE;
}

static void
begin_beside (Docx *d, guint width)
{
  eh_xml_writer_start (w (d), "w:tc");
  eh_xml_writer_start (w (d), "w:tcPr");
  measure (d, "w:tcW", "w:w", width);
  eh_docx_value (w (d), "w:vAlign", "center");
  eh_xml_writer_end (w (d));
}

/* A small picture alone, or in a table without lines with the words in the cell beside it. */
static gboolean
pictured (Docx *d, const EhDocBlock *block, GError **error)
{
  const guint beside = (guint) (3 * TWIPS_PER_CM);
  const guint rest = (guint) (EH_DOC_TEXT_WIDTH * TWIPS_PER_CM) - beside;
  gboolean alone = eh_doc_text_is_blank (block->text);

  if (!alone) {
    d->after_table = FALSE;
    eh_xml_writer_start (w (d), "w:tbl");
    eh_xml_writer_start (w (d), "w:tblPr");
    if (d->meta->rtl)
      eh_docx_flag (w (d), "w:bidiVisual");
    measure (d, "w:tblW", "w:w", beside + rest);
    eh_xml_writer_start (w (d), "w:tblLayout");
    eh_xml_writer_attr (w (d), "w:type", "fixed");
    eh_xml_writer_end (w (d));
    eh_xml_writer_end (w (d));
    eh_xml_writer_start (w (d), "w:tblGrid");
    measure (d, "w:gridCol", "w:w", beside);
    measure (d, "w:gridCol", "w:w", rest);
    eh_xml_writer_end (w (d));
    eh_xml_writer_start (w (d), "w:tr");
    begin_beside (d, beside);
  }
  if (!picture (d, block, "Figure_20_Picture", error))
    return FALSE;
  if (alone)
    return TRUE;
  eh_xml_writer_end (w (d));
  begin_beside (d, rest);
  paragraph (d, "Text_20_body", block->text, block->language);
  for (guint opened = 3; opened > 0; opened--)
    eh_xml_writer_end (w (d));
  d->after_table = TRUE;
  return TRUE;
}

/* One line of the table of contents; the first of them opens the field that they are the result of.
 */
static void
contents_line (Docx *d, const EhDocBlock *block, guint page, gboolean first)
{
  const char *bookmark = g_hash_table_lookup (d->x.bookmarks, block->id);
  g_autofree char *instruction = g_strdup_printf (" PAGEREF %s \\h ", bookmark);
  g_autofree char *digits = g_strdup_printf ("%u", page);

  open (d, block->level == 1 ? "Contents_20_1" : "Contents_20_2", NULL);
  if (first)
    eh_docx_field (&d->x, " TOC \\o \"1-2\" \\h \\z ", NULL, NULL);
  eh_xml_writer_start (w (d), "w:hyperlink");
  eh_xml_writer_attr (w (d), "w:anchor", bookmark);
  eh_xml_writer_attr (w (d), "w:history", "1");
  eh_docx_runs (&d->x, block->text);
  eh_docx_words (&d->x, "\t", NULL);
  eh_docx_field (&d->x, instruction, digits, NULL);
  eh_xml_writer_end (w (d));
}

/* The entries are written out, since word processors do not fill them on opening, nor work out on
 * which page each is until they are asked to: it is where it is in the PDF, which has the same
 * look. */
static void
contents (Docx *d, const EhDocBlock *block)
{
  gboolean any = FALSE;

  d->break_before = d->break_before || eh_doc_has_long_contents (d->x.doc);
  plain (d, "Contents_20_Heading", block->label);
  for (guint i = 0; i < eh_doc_n_blocks (d->x.doc); i++) {
    const EhDocBlock *b = eh_doc_block (d->x.doc, i);

    if (!eh_doc_in_contents (d->x.doc, i))
      continue;
    if (any)
      end (d);
    contents_line (d, b, GPOINTER_TO_UINT (g_hash_table_lookup (d->pages, b->id)), !any);
    any = TRUE;
  }
  if (any) {
    eh_docx_field (&d->x, NULL, NULL, NULL);
    end (d);
  }
}

static gboolean
is_box (const EhDocBlock *block)
{
  return block->kind == EH_DOC_BLOCK_RECOMMENDATION || block->kind == EH_DOC_BLOCK_CALLOUT ||
         block->kind == EH_DOC_BLOCK_QUOTE;
}

static gboolean
block (Docx *d, guint index, GError **error)
{
  const EhDocBlock *b = eh_doc_block (d->x.doc, index);

  d->apart = is_box (b) && index > 0 && is_box (eh_doc_block (d->x.doc, index - 1)) && !d->apart;
  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    heading (d, b);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    if (b->figure != NULL)
      return pictured (d, b, error);
    paragraph (d, "Text_20_body", b->text, b->language);
    break;
  case EH_DOC_BLOCK_LIST:
    list (d, b);
    break;
  case EH_DOC_BLOCK_QUOTE:
  case EH_DOC_BLOCK_CALLOUT:
  case EH_DOC_BLOCK_RESOURCE:
  case EH_DOC_BLOCK_ROOM:
    lines (d, b, FALSE);
    break;
  case EH_DOC_BLOCK_RECOMMENDATION:
    recommendation (d, b);
    break;
  case EH_DOC_BLOCK_QUESTION:
    question (d, b, eh_doc_block_begins_group (d->x.doc, index));
    break;
  case EH_DOC_BLOCK_TABLE:
    caption (d, b, "Table");
    table (d, b->table, b->label, NULL);
    break;
  case EH_DOC_BLOCK_FIGURE:
    return figure (d, b, error);
  case EH_DOC_BLOCK_PAGE_BREAK:
    d->break_before = TRUE;
    break;
  case EH_DOC_BLOCK_CONTENTS:
    contents (d, b);
    break;
  default:
    break;
  }
  return TRUE;
}

static gboolean
cover (Docx *d, GError **error)
{
  g_autoptr (GPtrArray) lines = eh_doc_cover_lines (d->x.doc);
  const EhDocBlock logo = { .figure = d->meta->logo };

  d->lead = (guint) (eh_doc_cover_lead (d->x.doc) * TWIPS_PER_CM);
  if (logo.figure != NULL && !picture (d, &logo, "Document_20_Logo", error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const EhDocCoverLine *line = lines->pdata[i];
    const EhDocField labelled = { (char *) line->label, line->text };

    if (line->label != NULL)
      field (d, line->look, &labelled);
    else
      paragraph (d, line->look, line->text, NULL);
  }
  plain (d, "Document_20_Cover_20_End", "");
  return TRUE;
}

static void
foot (Docx *d)
{
  g_autoptr (EhDocText) licence = NULL;

  if (d->meta->licence != NULL) {
    licence = eh_doc_text_add_link (eh_doc_text_new (NULL), d->meta->licence, d->meta->licence_url);
    plain (d, "Document_20_Rule", "");
    paragraph (d, "Document_20_Foot", licence, NULL);
  } else if (d->after_table) {
    /* The last thing must be a paragraph. */
    plain (d, "Document_20_Foot", "");
  }
}

static void
head_or_foot (Docx *d, const char *element, const char *pages, const char *id)
{
  eh_xml_writer_start (w (d), element);
  eh_xml_writer_attr (w (d), "w:type", pages);
  eh_xml_writer_attr (w (d), "r:id", id);
  eh_xml_writer_end (w (d));
}

/* The page: A4, what stands at its foot, and what lies behind the cover. */
static void
section (Docx *d)
{
  static const char *const margins[][2] = {
    { "w:top", "2.2cm" },  { "w:right", "2.3cm" },  { "w:bottom", "2.8cm" },
    { "w:left", "2.3cm" }, { "w:header", "1.2cm" }, { "w:footer", "1.4cm" },
    { "w:gutter", "0cm" },
  };

  eh_xml_writer_start (w (d), "w:sectPr");
  head_or_foot (d, "w:headerReference", "first", "coverHead");
  head_or_foot (d, "w:footerReference", "default", "footer");
  head_or_foot (d, "w:footerReference", "first", "coverFoot");
  eh_xml_writer_start (w (d), "w:pgSz");
  eh_xml_writer_attr_printf (w (d), "w:w", "%u", eh_docx_twips ("21cm"));
  eh_xml_writer_attr_printf (w (d), "w:h", "%u", eh_docx_twips ("29.7cm"));
  eh_xml_writer_end (w (d));
  eh_xml_writer_start (w (d), "w:pgMar");
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    eh_xml_writer_attr_printf (w (d), margins[i][0], "%u", eh_docx_twips (margins[i][1]));
  eh_xml_writer_end (w (d));
  eh_docx_flag (w (d), "w:titlePg");
  if (d->meta->rtl)
    eh_docx_flag (w (d), "w:bidi");
  eh_xml_writer_end (w (d));
}

/* Takes @bytes. */
static gboolean
add_part (Docx *d, const char *path, GBytes *bytes, GError **error)
{
  gboolean ok = eh_zip_writer_add (d->zip, path, bytes, error);

  g_bytes_unref (bytes);
  return ok;
}

static gboolean
add_notes (Docx *d, GError **error)
{
  if (eh_doc_n_notes (d->x.doc) == 0)
    return TRUE;
  return add_part (d, "word/footnotes.xml", eh_docx_notes (&d->x), error) &&
         (d->x.links->len == 0 ||
          add_part (d, "word/_rels/footnotes.xml.rels", eh_docx_note_relations (&d->x), error));
}

/* What belongs to the text, once that is written. */
static gboolean
add_other_parts (Docx *d, GError **error)
{
  const EhDoc *doc = d->x.doc;

  return add_part (d, "word/_rels/document.xml.rels",
                   eh_docx_document_relations (&d->x, d->pictures), error) &&
         add_notes (d, error) && add_part (d, "word/footer1.xml", eh_docx_footer (&d->x), error) &&
         add_part (d, "word/footer2.xml", eh_docx_footer (&d->x), error) &&
         add_part (d, "word/header1.xml", eh_docx_cover_header (doc), error) &&
         add_part (d, "word/styles.xml", eh_docx_styles (doc), error) &&
         add_part (d, "word/numbering.xml", eh_docx_numbering (d->numbered), error) &&
         add_part (d, "word/settings.xml", eh_docx_settings (doc), error) &&
         add_part (d, "word/fontTable.xml", eh_docx_fonts (), error) &&
         add_part (d, "docProps/core.xml", eh_docx_core_properties (doc), error) &&
         add_part (d, "docProps/app.xml", eh_docx_program_properties (), error) &&
         (d->meta->licence == NULL ||
          add_part (d, "docProps/custom.xml", eh_docx_own_properties (doc), error));
}

static gboolean
write_parts (Docx *d, const EhDocWork *work, GError **error)
{
  const EhDoc *doc = d->x.doc;
  /* Where there is a table of contents, all of it is laid out first. */
  EhDocWork layout = eh_doc_work_part (work, 0, 0.6);
  EhDocWork blocks = eh_doc_work_part (work, eh_doc_has_contents (doc) ? 0.6 : 0, 1);

  if (eh_doc_has_contents (doc)) {
    d->pages = eh_doc_page_numbers (doc, &layout, error);
    if (d->pages == NULL)
      return FALSE;
  }
  if (!add_part (d, "[Content_Types].xml", eh_docx_content_types (doc), error) ||
      !add_part (d, "_rels/.rels", eh_docx_package_relations (doc), error))
    return FALSE;
  eh_xml_writer_start (w (d), "w:document");
  eh_docx_namespaces (w (d));
  eh_xml_writer_start (w (d), "w:body");
  if (!cover (d, error))
    return FALSE;
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++)
    if (!eh_doc_work_step (&blocks, i, eh_doc_n_blocks (doc), error) || !block (d, i, error))
      return FALSE;
  d->apart = FALSE;
  foot (d);
  section (d);
  return add_part (d, "word/document.xml", eh_xml_writer_finish (w (d)), error) &&
         add_other_parts (d, error);
}

/**
 * eh_doc_render_docx:
 * @doc: a document
 *
 * Returns: (transfer full): an Office Open XML document; %NULL with %G_IO_ERROR_FAILED when a
 * figure cannot be painted, %G_IO_ERROR_NO_SPACE or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_docx (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (EhXmlWriter) writer = eh_xml_writer_new (EH_XML_DIALECT_XML);
  g_autoptr (EhZipWriter) zip = eh_zip_writer_new ();
  Docx d = { .meta = eh_doc_meta (doc), .zip = zip };
  GBytes *file;

  eh_docx_init (&d.x, doc, writer);
  file = write_parts (&d, work, error) ? eh_zip_writer_finish (zip) : NULL;
  g_clear_pointer (&d.pages, g_hash_table_unref);
  eh_docx_clear (&d.x);
  return file;
}
