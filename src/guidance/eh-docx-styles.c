/* The styles, lists and settings of an Office Open XML document: the looks of eh-doc-look.c as
 * styles that a person finds in the list of their word processor (ECMA-376, part
 * 1, 17.7, 17.9, 17.15). Elements stand in the order of its schema. */

#include "config.h"

#include "eh-docx-styles.h"

#include "eh-doc-dress.h"
#include "eh-doc-look.h"
#include "eh-docx-text.h"

#include <string.h>

#define SANS         "Noto Sans"
#define SANS_COMPLEX "Noto Sans Arabic"

/* Beside the text, and above and below it, in points: where borders stand. */
#define EDGE_SPACE 11
#define PAD_SPACE  7

static void
spacing (EhXmlWriter *w, const EhDocLook *look, guint line)
{
  gboolean inside = look->box != NULL && look->before == NULL && look->after == NULL;
  /* Within a box the room around its paragraphs is between them. */
  const char *before = inside ? look->pad : look->before;
  const char *after = inside ? look->pad : look->after;

  if (before == NULL && after == NULL && line == 0)
    return;
  eh_xml_writer_start (w, "w:spacing");
  if (before != NULL)
    eh_xml_writer_attr_printf (w, "w:before", "%u", eh_docx_twips (before));
  if (after != NULL)
    eh_xml_writer_attr_printf (w, "w:after", "%u", eh_docx_twips (after));
  if (line > 0) {
    eh_xml_writer_attr_printf (w, "w:line", "%u", line);
    eh_xml_writer_attr (w, "w:lineRule", "auto");
  }
  eh_xml_writer_end (w);
}

static void
border (EhXmlWriter *w, const char *side, guint eighths, guint space, const char *colour)
{
  eh_xml_writer_start (w, side);
  eh_xml_writer_attr (w, "w:val", "single");
  eh_xml_writer_attr_printf (w, "w:sz", "%u", eighths);
  eh_xml_writer_attr_printf (w, "w:space", "%u", space);
  eh_xml_writer_attr (w, "w:color", colour + 1);
  eh_xml_writer_end (w);
}

/* The border at the side where lines start. A box has room inside by borders of its own colour: all
 * its paragraphs have the same, so that they are drawn around all of them. */
static void
borders (EhXmlWriter *w, const EhDocLook *look, gboolean rtl)
{
  const char *colour = look->edge != NULL ? strchr (look->edge, '#') : NULL;
  guint width = look->edge != NULL ? (guint) (g_ascii_strtod (look->edge, NULL) * 8) : 0;

  if (strcmp (look->name, "Document_20_Rule") == 0) {
    eh_xml_writer_start (w, "w:pBdr");
    border (w, "w:bottom", 18, 1, EH_DOC_ACCENT);
    eh_xml_writer_end (w);
    return;
  }
  if (look->line) {
    eh_xml_writer_start (w, "w:pBdr");
    border (w, "w:bottom", 6, 1, EH_DOC_LINE);
    border (w, "w:between", 6, 1, EH_DOC_LINE);
    eh_xml_writer_end (w);
  }
  if (look->edge == NULL)
    return;
  eh_xml_writer_start (w, "w:pBdr");
  if (look->box != NULL)
    border (w, "w:top", 4, PAD_SPACE, look->box);
  if (!rtl)
    border (w, "w:left", width, EDGE_SPACE, colour);
  else if (look->box != NULL)
    border (w, "w:left", 4, EDGE_SPACE, look->box);
  if (look->box != NULL)
    border (w, "w:bottom", 4, PAD_SPACE, look->box);
  if (rtl)
    border (w, "w:right", width, EDGE_SPACE, colour);
  else if (look->box != NULL)
    border (w, "w:right", 4, EDGE_SPACE, look->box);
  eh_xml_writer_end (w);
  if (look->box == NULL)
    return;
  eh_xml_writer_start (w, "w:shd");
  eh_xml_writer_attr (w, "w:val", "clear");
  eh_xml_writer_attr (w, "w:color", "auto");
  eh_xml_writer_attr (w, "w:fill", look->box + 1);
  eh_xml_writer_end (w);
}

static void
tab_at_end (EhXmlWriter *w)
{
  eh_xml_writer_start (w, "w:tabs");
  eh_xml_writer_start (w, "w:tab");
  eh_xml_writer_attr (w, "w:val", "right");
  eh_xml_writer_attr_printf (w, "w:pos", "%u", (guint) (EH_DOC_TEXT_WIDTH * 1440 / 2.54));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
indent (EhXmlWriter *w, const EhDocLook *look)
{
  guint start = look->indent != NULL || look->box != NULL ? eh_docx_indent (look) : 0;

  if (start == 0)
    return;
  eh_xml_writer_start (w, "w:ind");
  eh_xml_writer_attr_printf (w, "w:left", "%u", start);
  if (look->box != NULL)
    eh_xml_writer_attr_printf (w, "w:right", "%u", eh_docx_twips ("0.4cm"));
  eh_xml_writer_end (w);
}

/* Between the lines, in 240ths of a line; 0 for what is inherited. */
static guint
line_height (const EhDocLook *look)
{
  if (g_str_has_prefix (look->name, "Heading") || strcmp (look->name, "Title") == 0 ||
      strcmp (look->name, "Document_20_Logo") == 0)
    return 240;
  return g_str_has_prefix (look->name, "Table_20_") ? 259 : 0;
}

static gboolean
is_entry (const EhDocLook *look)
{
  return strcmp (look->name, "Contents_20_1") == 0 || strcmp (look->name, "Contents_20_2") == 0;
}

static void
paragraph_properties (EhXmlWriter *w, const EhDocLook *look, gboolean rtl)
{
  eh_xml_writer_start (w, "w:pPr");
  /* LibreOffice can search for ever for a page that holds a caption and a table that is long. */
  if (look->keep && strcmp (look->name, "Table") != 0)
    eh_docx_flag (w, "w:keepNext");
  if (look->outline > 0)
    eh_docx_flag (w, "w:keepLines");
  borders (w, look, rtl);
  if (strcmp (look->name, "Footer") == 0 || is_entry (look))
    tab_at_end (w);
  spacing (w, look, line_height (look));
  indent (w, look);
  if (strstr (look->name, "Table_20_Number") != NULL)
    eh_docx_value (w, "w:jc", "right");
  if (look->outline > 0)
    eh_docx_number (w, "w:outlineLvl", (guint) look->outline - 1);
  eh_xml_writer_end (w);
}

static void
character_properties (EhXmlWriter *w, const EhDocLook *look)
{
  guint half_points = look->size != NULL ? (guint) (g_ascii_strtod (look->size, NULL) * 2 + 0.5)
                                         : 0;

  if (!look->bold && look->colour == NULL && half_points == 0)
    return;
  eh_xml_writer_start (w, "w:rPr");
  if (look->bold) {
    eh_docx_flag (w, "w:b");
    eh_docx_flag (w, "w:bCs");
  }
  if (look->colour != NULL)
    eh_docx_value (w, "w:color", look->colour + 1);
  if (half_points > 0) {
    eh_docx_number (w, "w:sz", half_points);
    eh_docx_number (w, "w:szCs", half_points);
  }
  eh_xml_writer_end (w);
}

/* Names that word processors know are written as they know them, in any language of theirs. */
static char *
style_name (const EhDocLook *look, const char *id)
{
  static const char *const lower[] = { "Heading1", "Heading2", "Heading3", "Heading4",
                                       "Caption",  "Footer",   NULL };
  static const char *const names[][2] = {
    { "BodyText", "Body Text" },
    { "TOCHeading", "TOC Heading" },
    { "TOC1", "toc 1" },
    { "TOC2", "toc 2" },
    { "Quote", "Quote" },
    { "ListParagraph", "List Paragraph" },
    { "FootnoteText", "footnote text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i][0], id) == 0)
      return g_strdup (names[i][1]);
  if (g_strv_contains (lower, id))
    return g_ascii_strdown (look->display != NULL ? look->display : look->name, -1);
  return g_strdup (look->display != NULL ? look->display : look->name);
}

static void
paragraph_style (EhXmlWriter *w, const EhDocLook *look, gboolean rtl)
{
  g_autofree char *id = eh_docx_style_id (look->name);
  g_autofree char *parent = eh_docx_style_id (look->parent);
  g_autofree char *next = look->next != NULL ? eh_docx_style_id (look->next) : NULL;
  g_autofree char *name = style_name (look, id);

  eh_xml_writer_start (w, "w:style");
  eh_xml_writer_attr (w, "w:type", "paragraph");
  eh_xml_writer_attr (w, "w:styleId", id);
  eh_docx_value (w, "w:name", name);
  eh_docx_value (w, "w:basedOn", parent);
  if (next != NULL)
    eh_docx_value (w, "w:next", next);
  eh_docx_number (w, "w:uiPriority",
                  look->outline > 0              ? 9
                  : g_str_has_prefix (id, "TOC") ? 39
                                                 : 20);
  eh_docx_flag (w, "w:qFormat");
  paragraph_properties (w, look, rtl);
  character_properties (w, look);
  eh_xml_writer_end (w);
}

static void
open_style (EhXmlWriter *w, const char *type, const char *id, const char *name, gboolean is_default)
{
  eh_xml_writer_start (w, "w:style");
  eh_xml_writer_attr (w, "w:type", type);
  if (is_default)
    eh_xml_writer_attr (w, "w:default", "1");
  eh_xml_writer_attr (w, "w:styleId", id);
  eh_docx_value (w, "w:name", name);
}

static void
character_style (EhXmlWriter *w, const char *id, const char *name)
{
  open_style (w, "character", id, name, FALSE);
  eh_docx_value (w, "w:basedOn", "DefaultParagraphFont");
  eh_docx_number (w, "w:uiPriority", 22);
  eh_docx_flag (w, "w:qFormat");
  eh_xml_writer_start (w, "w:rPr");
}

static void
end_character_style (EhXmlWriter *w)
{
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
character_styles (EhXmlWriter *w)
{
  open_style (w, "character", "DefaultParagraphFont", "Default Paragraph Font", TRUE);
  eh_docx_number (w, "w:uiPriority", 1);
  eh_docx_flag (w, "w:semiHidden");
  eh_xml_writer_end (w);
  character_style (w, "Strong", "Strong");
  eh_docx_flag (w, "w:b");
  eh_docx_flag (w, "w:bCs");
  end_character_style (w);
  character_style (w, "Emphasis", "Emphasis");
  eh_docx_flag (w, "w:i");
  eh_docx_flag (w, "w:iCs");
  end_character_style (w);
  character_style (w, "Remark", "Remark");
  eh_docx_value (w, "w:color", &EH_DOC_SOFT[1]);
  end_character_style (w);
  character_style (w, "CaptionLabel", "Caption Label");
  eh_docx_flag (w, "w:b");
  eh_docx_flag (w, "w:bCs");
  eh_docx_value (w, "w:color", &EH_DOC_ACCENT[1]);
  end_character_style (w);
  character_style (w, "Hyperlink", "Hyperlink");
  eh_docx_value (w, "w:color", &EH_DOC_LINK[1]);
  eh_docx_value (w, "w:u", "single");
  end_character_style (w);
  character_style (w, "FootnoteReference", "footnote reference");
  eh_docx_value (w, "w:vertAlign", "superscript");
  end_character_style (w);
}

static void
cell_margin (EhXmlWriter *w, const char *side, const char *cm)
{
  eh_xml_writer_start (w, side);
  eh_xml_writer_attr_printf (w, "w:w", "%u", eh_docx_twips (cm));
  eh_xml_writer_attr (w, "w:type", "dxa");
  eh_xml_writer_end (w);
}

/* Lines between rows, a stronger one under the header row. */
static void
table_styles (EhXmlWriter *w)
{
  open_style (w, "table", "TableNormal", "Normal Table", TRUE);
  eh_docx_number (w, "w:uiPriority", 99);
  eh_docx_flag (w, "w:semiHidden");
  eh_docx_flag (w, "w:unhideWhenUsed");
  eh_xml_writer_end (w);
  open_style (w, "table", "EvenhandTable", "Evenhand Table", FALSE);
  eh_docx_value (w, "w:basedOn", "TableNormal");
  eh_docx_number (w, "w:uiPriority", 59);
  eh_xml_writer_start (w, "w:tblPr");
  eh_xml_writer_start (w, "w:tblBorders");
  border (w, "w:bottom", 4, 0, EH_DOC_LINE);
  border (w, "w:insideH", 4, 0, EH_DOC_LINE);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "w:tblCellMar");
  cell_margin (w, "w:top", "0.12cm");
  cell_margin (w, "w:left", "0.15cm");
  cell_margin (w, "w:bottom", "0.12cm");
  cell_margin (w, "w:right", "0.15cm");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "w:tblStylePr");
  eh_xml_writer_attr (w, "w:type", "firstRow");
  eh_xml_writer_start (w, "w:tcPr");
  eh_xml_writer_start (w, "w:tcBorders");
  border (w, "w:bottom", 12, 0, EH_DOC_ACCENT);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
defaults (EhXmlWriter *w, const EhDocMeta *meta)
{
  eh_xml_writer_start (w, "w:docDefaults");
  eh_xml_writer_start (w, "w:rPrDefault");
  eh_xml_writer_start (w, "w:rPr");
  eh_xml_writer_start (w, "w:rFonts");
  eh_xml_writer_attr (w, "w:ascii", SANS);
  eh_xml_writer_attr (w, "w:hAnsi", SANS);
  eh_xml_writer_attr (w, "w:eastAsia", SANS);
  eh_xml_writer_attr (w, "w:cs", SANS_COMPLEX);
  eh_xml_writer_end (w);
  eh_docx_value (w, "w:color", &EH_DOC_INK[1]);
  eh_docx_number (w, "w:sz", 28);
  eh_docx_number (w, "w:szCs", 28);
  eh_docx_language (w, meta->language);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "w:pPrDefault");
  eh_xml_writer_start (w, "w:pPr");
  eh_xml_writer_start (w, "w:spacing");
  eh_xml_writer_attr (w, "w:after", "0");
  eh_xml_writer_attr (w, "w:line", meta->brief ? "250" : "283");
  eh_xml_writer_attr (w, "w:lineRule", "auto");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

/**
 * eh_docx_styles:
 * @doc: a document
 *
 * Returns: (transfer full): `styles.xml`
 */
GBytes *
eh_docx_styles (const EhDoc *doc)
{
  static const char *const sizes[] = { "<w:sz w:val=\"", "<w:szCs w:val=\"", NULL };
  g_autoptr (GBytes) plain = NULL;
  const EhDocMeta *meta = eh_doc_meta (doc);
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  guint n_looks;
  const EhDocLook *looks = eh_doc_looks (&n_looks);

  eh_xml_writer_start (w, "w:styles");
  eh_docx_namespaces (w);
  defaults (w, meta);
  open_style (w, "paragraph", "Normal", "Normal", TRUE);
  eh_docx_flag (w, "w:qFormat");
  if (meta->rtl) {
    eh_xml_writer_start (w, "w:pPr");
    eh_docx_flag (w, "w:bidi");
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
  for (guint i = 0; i < n_looks; i++)
    paragraph_style (w, meta->brief ? eh_doc_look_brief (&looks[i]) : &looks[i], meta->rtl);
  character_styles (w);
  table_styles (w);
  plain = eh_xml_writer_finish (w);
  return eh_doc_dress_sized (plain, meta, sizes, 0);
}

static void
list_level (EhXmlWriter *w, guint level, gboolean numbered)
{
  static const char *const bullets[] = { "•", "◦", "–" };
  static const char *const numbers[] = { "decimal", "lowerLetter", "lowerRoman" };

  eh_xml_writer_start (w, "w:lvl");
  eh_xml_writer_attr_printf (w, "w:ilvl", "%u", level);
  eh_docx_number (w, "w:start", 1);
  eh_docx_value (w, "w:numFmt", numbered ? numbers[level] : "bullet");
  if (numbered) {
    g_autofree char *text = g_strdup_printf ("%%%u.", level + 1);

    eh_docx_value (w, "w:lvlText", text);
  } else {
    eh_docx_value (w, "w:lvlText", bullets[level]);
  }
  eh_docx_value (w, "w:lvlJc", "left");
  eh_xml_writer_start (w, "w:pPr");
  eh_xml_writer_start (w, "w:ind");
  eh_xml_writer_attr_printf (w, "w:left", "%u", (level + 1) * eh_docx_twips ("0.8cm"));
  eh_xml_writer_attr_printf (w, "w:hanging", "%u", eh_docx_twips ("0.8cm"));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

/**
 * eh_docx_numbering:
 * @n_numbered: how many lists have numbers; each begins with 1
 *
 * Returns: (transfer full): `numbering.xml`
 */
GBytes *
eh_docx_numbering (guint n_numbered)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "w:numbering");
  eh_docx_namespaces (w);
  for (guint kind = 0; kind < 2; kind++) {
    eh_xml_writer_start (w, "w:abstractNum");
    eh_xml_writer_attr_printf (w, "w:abstractNumId", "%u", kind);
    eh_docx_value (w, "w:multiLevelType", "hybridMultilevel");
    for (guint level = 0; level < 3; level++)
      list_level (w, level, kind == 1);
    eh_xml_writer_end (w);
  }
  for (guint i = 0; i <= n_numbered; i++) {
    eh_xml_writer_start (w, "w:num");
    eh_xml_writer_attr_printf (w, "w:numId", "%u", EH_DOCX_BULLETS + i);
    eh_docx_number (w, "w:abstractNumId", i > 0 ? 1 : 0);
    for (guint level = 0; i > 0 && level < 3; level++) {
      eh_xml_writer_start (w, "w:lvlOverride");
      eh_xml_writer_attr_printf (w, "w:ilvl", "%u", level);
      eh_docx_number (w, "w:startOverride", 1);
      eh_xml_writer_end (w);
    }
    eh_xml_writer_end (w);
  }
  return eh_xml_writer_finish (w);
}

static void
note_settings (EhXmlWriter *w)
{
  eh_xml_writer_start (w, "w:footnotePr");
  for (int id = -1; id <= 0; id++) {
    eh_xml_writer_start (w, "w:footnote");
    eh_xml_writer_attr_printf (w, "w:id", "%d", id);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
}

/**
 * eh_docx_settings:
 * @doc: a document
 *
 * Returns: (transfer full): `settings.xml`. Nothing in it makes a word processor ask a question
 * when the document is opened.
 */
GBytes *
eh_docx_settings (const EhDoc *doc)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "w:settings");
  eh_docx_namespaces (w);
  eh_xml_writer_start (w, "w:zoom");
  eh_xml_writer_attr (w, "w:percent", "100");
  eh_xml_writer_end (w);
  eh_docx_number (w, "w:defaultTabStop", eh_docx_twips ("1.25cm"));
  if (eh_doc_n_notes (doc) > 0)
    note_settings (w);
  eh_xml_writer_start (w, "w:compat");
  eh_xml_writer_start (w, "w:compatSetting");
  eh_xml_writer_attr (w, "w:name", "compatibilityMode");
  eh_xml_writer_attr (w, "w:uri", "http://schemas.microsoft.com/office/word");
  eh_xml_writer_attr (w, "w:val", "15");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  return eh_xml_writer_finish (w);
}

static void
font (EhXmlWriter *w, const char *name, const char *others)
{
  eh_xml_writer_start (w, "w:font");
  eh_xml_writer_attr (w, "w:name", name);
  eh_docx_value (w, "w:altName", others);
  eh_docx_value (w, "w:panose1", "020B0502040504020204");
  eh_docx_value (w, "w:family", "swiss");
  eh_docx_value (w, "w:pitch", "variable");
  eh_xml_writer_end (w);
}

/**
 * eh_docx_fonts:
 *
 * Returns: (transfer full): `fontTable.xml`: which fonts do where the one asked for is not there
 */
GBytes *
eh_docx_fonts (void)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "w:fonts");
  eh_docx_namespaces (w);
  font (w, SANS, "Segoe UI");
  font (w, SANS_COMPLEX, "Segoe UI");
  return eh_xml_writer_finish (w);
}
