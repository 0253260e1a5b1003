/* The parts of an OpenDocument text around its words: the automatic styles that these use, and what
 * the document says of itself. */

#include "config.h"

#include "eh-odt-parts.h"

#include "eh-doc-cover.h"
#include "eh-doc-dress.h"
#include "eh-doc-look.h"
#include "eh-odt-styles.h"

#include <stdlib.h>

/* LibreOffice forgets the margin below where a style says the one above alone. */
static void
cover_margins (EhXmlWriter *w, const EhDoc *doc, const char *parent)
{
  const EhDocLook *look = eh_doc_look (parent);
  char lead[G_ASCII_DTOSTR_BUF_SIZE];

  eh_xml_writer_attr (w, "fo:margin-top",
                      g_ascii_formatd (lead, sizeof lead, "%.2fcm", eh_doc_cover_lead (doc)));
  if (look != NULL)
    eh_xml_writer_attr (w, "fo:margin-bottom", look->after);
}

static void
automatic_style (EhXmlWriter *w, const EhDoc *doc, const char *name, const char *key)
{
  gboolean rtl = eh_doc_meta (doc)->rtl;
  g_auto (GStrv) parts = g_strsplit (key, "|", 5);
  EhOdtBegins begins = (EhOdtBegins) atoi (parts[2]);
  const char *language = parts[4];
  gboolean is_text = parts[0][0] == 'T';

  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "style:family", is_text ? "text" : "paragraph");
  if (parts[1][0] != '\0')
    eh_xml_writer_attr (w, "style:parent-style-name", parts[1]);
  if (begins == EH_ODT_BEGINS_COVER)
    eh_xml_writer_attr (w, "style:master-page-name", "Cover");
  if (!is_text) {
    eh_xml_writer_start (w, "style:paragraph-properties");
    if (begins == EH_ODT_BEGINS_PAGE)
      eh_xml_writer_attr (w, "fo:break-before", "page");
    if (begins == EH_ODT_BEGINS_COVER)
      cover_margins (w, doc, parts[1]);
    /* Word processors melt boxes that are alike into one; this one is not quite like its parent. */
    if (parts[3][0] == '1') {
      eh_xml_writer_attr (w, rtl ? "fo:margin-left" : "fo:margin-right", "0.02cm");
      eh_xml_writer_attr (w, "fo:background-color",
                          g_str_has_prefix (parts[1], "Dis")   ? "#f7efe1"
                          : g_str_has_prefix (parts[1], "Cau") ? "#fbeae7"
                                                               : "#eaf2f7");
    }
    if (language[0] != '\0') {
      gboolean is_rtl = eh_doc_language_is_rtl (language);

      eh_xml_writer_attr (w, "style:writing-mode", is_rtl ? "rl-tb" : "lr-tb");
      eh_xml_writer_attr (w, "fo:text-align", is_rtl ? "right" : "left");
    }
    eh_xml_writer_end (w);
  }
  if (language[0] != '\0') {
    eh_xml_writer_start (w, "style:text-properties");
    eh_odt_language (w, language);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
}

static void
cell_style (EhXmlWriter *w, const char *name, const char *border)
{
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "style:family", "table-cell");
  eh_xml_writer_start (w, "style:table-cell-properties");
  eh_xml_writer_attr (w, "fo:padding", "0.15cm");
  if (g_str_equal (name, "PictureCell"))
    eh_xml_writer_attr (w, "style:vertical-align", "middle");
  eh_xml_writer_attr (w, "fo:border-left", "none");
  eh_xml_writer_attr (w, "fo:border-right", "none");
  eh_xml_writer_attr (w, "fo:border-top", "none");
  eh_xml_writer_attr (w, "fo:border-bottom", border);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
column_styles (EhXmlWriter *w, const EhDocTable *data, guint number)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint c = 0; c < eh_doc_table_n_columns (data); c++) {
    eh_xml_writer_start (w, "style:style");
    eh_xml_writer_attr_printf (w, "style:name", "Table%u.%u", number, c + 1);
    eh_xml_writer_attr (w, "style:family", "table-column");
    eh_xml_writer_start (w, "style:table-column-properties");
    g_ascii_formatd (width, sizeof width, "%.3fcm",
                     EH_DOC_TEXT_WIDTH * eh_doc_table_share (data, c));
    eh_xml_writer_attr (w, "style:column-width", width);
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
  }
}

/* A small picture and the words beside it. */
static void
picture_columns (EhXmlWriter *w)
{
  static const struct {
    const char *name;
    const char *width;
  } columns[] = { { "Picture.1", "3cm" }, { "Picture.2", "13.4cm" } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    eh_xml_writer_start (w, "style:style");
    eh_xml_writer_attr (w, "style:name", columns[i].name);
    eh_xml_writer_attr (w, "style:family", "table-column");
    eh_xml_writer_start (w, "style:table-column-properties");
    eh_xml_writer_attr (w, "style:column-width", columns[i].width);
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
  }
}

/* @breaks: it may go on on the next page. */
static void
table_style (EhXmlWriter *w, const char *name, gboolean breaks, gboolean rtl)
{
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "style:family", "table");
  eh_xml_writer_start (w, "style:table-properties");
  eh_xml_writer_attr_printf (w, "style:width", "%.1fcm", EH_DOC_TEXT_WIDTH);
  eh_xml_writer_attr (w, "table:align", "margins");
  eh_xml_writer_attr (w, "fo:margin-bottom", "0.5cm");
  if (!breaks)
    eh_xml_writer_attr (w, "style:may-break-between-rows", "false");
  eh_xml_writer_attr (w, "style:writing-mode", rtl ? "rl-tb" : "lr-tb");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
table_styles (const EhDoc *doc, EhXmlWriter *w)
{
  guint number = 0;
  g_autofree char *header_border = eh_doc_dress_style ("1.5pt solid #14506e", eh_doc_meta (doc));

  table_style (w, "Table1", TRUE, eh_doc_meta (doc)->rtl);
  table_style (w, "TableWhole", FALSE, eh_doc_meta (doc)->rtl);
  cell_style (w, "Cell", "0.5pt solid #c5d0d8");
  cell_style (w, "HeaderCell", header_border);
  cell_style (w, "PictureCell", "none");
  picture_columns (w);
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", "Row");
  eh_xml_writer_attr (w, "style:family", "table-row");
  eh_xml_writer_start (w, "style:table-row-properties");
  eh_xml_writer_attr (w, "fo:keep-together", "always");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    const EhDocBlock *b = eh_doc_block (doc, i);

    if (b->table != NULL)
      column_styles (w, b->table, ++number);
    if (b->figure != NULL && b->figure->table != NULL)
      column_styles (w, b->figure->table, ++number);
  }
}

/* What captions count. */
static void
sequences (EhXmlWriter *w)
{
  static const char *const names[] = { "Figure", "Table" };

  eh_xml_writer_start (w, "text:sequence-decls");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    eh_xml_writer_start (w, "text:sequence-decl");
    eh_xml_writer_attr (w, "text:display-outline-level", "0");
    eh_xml_writer_attr (w, "text:name", names[i]);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
}

/**
 * eh_odt_content:
 * @doc: a document
 * @body: what stands in its text, as XML without a root
 * @keys: (element-type utf8): keys of the automatic styles that it uses: "P" for a paragraph or "T"
 *   for words, the parent's name, what it begins (#EhOdtBegins), 1 to stand apart from a box like
 * it, and the language, with bars between
 * @names: the name of each of them
 *
 * Returns: (transfer full): `content.xml`
 */
GBytes *
eh_odt_content (const EhDoc *doc, GBytes *body, GPtrArray *keys, GHashTable *names)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  eh_xml_writer_start (w, "office:document-content");
  eh_odt_namespaces (w);
  eh_xml_writer_start (w, "office:automatic-styles");
  for (guint i = 0; i < keys->len; i++)
    automatic_style (w, doc, g_hash_table_lookup (names, keys->pdata[i]), keys->pdata[i]);
  table_styles (doc, w);
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", "Frame");
  eh_xml_writer_attr (w, "style:family", "graphic");
  eh_xml_writer_start (w, "style:graphic-properties");
  eh_xml_writer_attr (w, "style:vertical-pos", "top");
  eh_xml_writer_attr (w, "style:vertical-rel", "baseline");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "office:body");
  eh_xml_writer_start (w, "office:text");
  sequences (w);
  eh_xml_writer_raw (w, text);
  return eh_xml_writer_finish (w);
}

/**
 * eh_odt_metadata:
 * @doc: a document
 *
 * Returns: (transfer full): `meta.xml`
 */
GBytes *
eh_odt_metadata (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "office:document-meta");
  eh_odt_namespaces (w);
  eh_xml_writer_start (w, "office:meta");
  eh_xml_writer_element (w, "meta:generator", "Evenhand/" EH_VERSION);
  eh_xml_writer_element (w, "dc:title", meta->title);
  if (meta->description != NULL)
    eh_xml_writer_element (w, "dc:description", meta->description);
  for (guint i = 0; i < meta->keywords->len; i++)
    eh_xml_writer_element (w, "meta:keyword", meta->keywords->pdata[i]);
  if (meta->authors != NULL) {
    eh_xml_writer_element (w, "meta:initial-creator", meta->authors);
    eh_xml_writer_element (w, "dc:creator", meta->authors);
  }
  if (meta->date != NULL && g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d$", meta->date, 0, 0)) {
    g_autofree char *moment = g_strconcat (meta->date, "T00:00:00", NULL);

    eh_xml_writer_element (w, "dc:date", moment);
  }
  eh_xml_writer_element (w, "dc:language", meta->language);
  if (meta->licence != NULL) {
    eh_xml_writer_start (w, "meta:user-defined");
    eh_xml_writer_attr (w, "meta:name", "Licence");
    eh_xml_writer_text (w, meta->licence);
    eh_xml_writer_end (w);
  }
  return eh_xml_writer_finish (w);
}
