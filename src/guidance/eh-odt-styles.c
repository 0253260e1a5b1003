/* The styles of an OpenDocument text: the look of a document, as styles that a person finds in the
 * list of their word processor and can change once for all (OpenDocument 1.3, part 3, section 16).
 * Names that word processors know ("Heading 1", "Quotations") keep their meaning there. */

#include "config.h"

#include "eh-odt-styles.h"

#include "eh-doc-cover.h"
#include "eh-doc-dress.h"
#include "eh-doc-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SANS         "'Noto Sans', 'Open Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
#define SANS_COMPLEX "'Noto Sans Arabic', 'Noto Naskh Arabic', 'DejaVu Sans', Arial, sans-serif"

/**
 * eh_odt_namespaces:
 *
 * Declares the prefixes on the element just started, and the version of the format.
 */
void
eh_odt_namespaces (EhXmlWriter *w)
{
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
  static const char *const names[][2] = {
    { "xmlns:office", OASIS "office:1.0" },
    { "xmlns:style", OASIS "style:1.0" },
    { "xmlns:text", OASIS "text:1.0" },
    { "xmlns:table", OASIS "table:1.0" },
    { "xmlns:draw", OASIS "drawing:1.0" },
    { "xmlns:fo", OASIS "xsl-fo-compatible:1.0" },
    { "xmlns:svg", OASIS "svg-compatible:1.0" },
    { "xmlns:meta", OASIS "meta:1.0" },
    { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
    { "office:version", "1.3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    eh_xml_writer_attr (w, names[i][0], names[i][1]);
}

/**
 * eh_odt_language:
 * @language: BCP 47
 *
 * Writes the attributes that say it on the text properties just started. OpenDocument keeps three
 * languages apart, by kind of script.
 */
void
eh_odt_language (EhXmlWriter *w, const char *language)
{
  static const char *const asian[] = { "zh", "ja", "ko", NULL };
  static const char *const complex_too[] = { "hi", "bn", "pa", "gu", "ta", "te", "ml",
                                             "kn", "mr", "ne", "th", "si", NULL };
  g_auto (GStrv) parts = g_strsplit (language, "-", -1);
  g_autofree char *lower = g_ascii_strdown (parts[0] != NULL ? parts[0] : "", -1);
  const char *country = "none";
  gboolean is_complex = eh_doc_language_is_rtl (language) || g_strv_contains (complex_too, lower);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2)
      country = parts[i];
  for (const char *p = lower; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return;
  if (g_strv_contains (asian, lower)) {
    eh_xml_writer_attr (w, "style:language-asian", lower);
    eh_xml_writer_attr (w, "style:country-asian", country);
  } else if (is_complex) {
    eh_xml_writer_attr (w, "style:language-complex", lower);
    eh_xml_writer_attr (w, "style:country-complex", country);
  } else {
    eh_xml_writer_attr (w, "fo:language", lower);
    eh_xml_writer_attr (w, "fo:country", country);
  }
}

static void
font_face (EhXmlWriter *w, const char *name, const char *family)
{
  eh_xml_writer_start (w, "style:font-face");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "svg:font-family", family);
  eh_xml_writer_attr (w, "style:font-family-generic", "swiss");
  eh_xml_writer_attr (w, "style:font-pitch", "variable");
  eh_xml_writer_end (w);
}

/* Sizes and weights are said thrice: Latin, Asian and complex scripts have their own. */
static void
thrice (EhXmlWriter *w, const char *what, const char *value)
{
  static const char *const kinds[] = { "fo:%s", "style:%s-asian", "style:%s-complex" };

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (kinds); i++) {
    g_auto (GStrv) halves = g_strsplit (kinds[i], "%s", 2);
    g_autofree char *name = g_strconcat (halves[0], what, halves[1], NULL);

    eh_xml_writer_attr (w, name, value);
  }
}

static void
default_style (EhXmlWriter *w, const EhDocMeta *meta)
{
  eh_xml_writer_start (w, "style:default-style");
  eh_xml_writer_attr (w, "style:family", "paragraph");
  eh_xml_writer_start (w, "style:paragraph-properties");
  /* Not "start": LibreOffice takes it for the left, in whatever direction. */
  eh_xml_writer_attr (w, "fo:text-align", meta->rtl ? "right" : "left");
  eh_xml_writer_attr (w, "style:justify-single-word", "false");
  eh_xml_writer_attr (w, "fo:line-height", meta->brief ? "104%" : "118%");
  eh_xml_writer_attr (w, "fo:orphans", "2");
  eh_xml_writer_attr (w, "fo:widows", "2");
  eh_xml_writer_attr (w, "style:writing-mode", meta->rtl ? "rl-tb" : "lr-tb");
  eh_xml_writer_attr (w, "style:tab-stop-distance", "1.25cm");
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "style:text-properties");
  eh_xml_writer_attr (w, "style:font-name", "Sans");
  eh_xml_writer_attr (w, "style:font-name-asian", "Sans");
  eh_xml_writer_attr (w, "style:font-name-complex", "Sans Complex");
  eh_xml_writer_attr (w, "fo:color", EH_DOC_INK);
  thrice (w, "font-size", "14pt");
  eh_odt_language (w, meta->language);
  eh_xml_writer_attr (w, "fo:hyphenate", "false");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "style:default-style");
  eh_xml_writer_attr (w, "style:family", "table");
  eh_xml_writer_start (w, "style:table-properties");
  eh_xml_writer_attr (w, "table:border-model", "collapsing");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
box_properties (EhXmlWriter *w, const EhDocLook *style, gboolean rtl)
{
  const char *side = rtl ? "right" : "left";
  g_autofree char *border = g_strconcat ("fo:border-", side, NULL);
  g_autofree char *padding = g_strconcat ("fo:padding-", side, NULL);
  g_autofree char *other = g_strconcat ("fo:padding-", rtl ? "left" : "right", NULL);

  if (style->box != NULL)
    eh_xml_writer_attr (w, "fo:background-color", style->box);
  if (style->edge != NULL) {
    static const char *const sides[] = { "fo:border-top", "fo:border-bottom", "fo:border-left",
                                         "fo:border-right" };

    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      eh_xml_writer_attr (w, sides[i], strcmp (sides[i], border) == 0 ? style->edge : "none");
    eh_xml_writer_attr (w, padding, "0.4cm");
    eh_xml_writer_attr (w, other, style->box != NULL ? "0.4cm" : "0cm");
    eh_xml_writer_attr (w, "style:join-border", "true");
  }
}

/* Space inside a box: above its first paragraph, below its last, and little between. */
static void
pad_properties (EhXmlWriter *w, const EhDocLook *style)
{
  gboolean first = style->before != NULL;
  gboolean last = style->after != NULL && strcmp (style->after, "0cm") != 0;

  if (style->pad == NULL)
    return;
  eh_xml_writer_attr (w, "fo:padding-top", last ? "0.05cm" : style->pad);
  eh_xml_writer_attr (w, "fo:padding-bottom", first ? "0.05cm" : style->pad);
}

static void
paragraph_style (EhXmlWriter *w, const EhDocLook *style, gboolean rtl)
{
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", style->name);
  eh_xml_writer_attr (w, "style:display-name", style->display);
  eh_xml_writer_attr (w, "style:family", "paragraph");
  eh_xml_writer_attr (w, "style:parent-style-name", style->parent);
  eh_xml_writer_attr (w, "style:next-style-name", style->next);
  if (style->outline > 0)
    eh_xml_writer_attr_printf (w, "style:default-outline-level", "%d", style->outline);
  eh_xml_writer_attr (w, "style:class", "text");
  eh_xml_writer_start (w, "style:paragraph-properties");
  eh_xml_writer_attr (w, "fo:margin-top", style->before);
  eh_xml_writer_attr (w, "fo:margin-bottom", style->after);
  eh_xml_writer_attr (w, rtl ? "fo:margin-right" : "fo:margin-left",
                      style->indent != NULL ? style->indent
                      : style->box != NULL  ? "0.1cm"
                                            : NULL);
  eh_xml_writer_attr (w, "fo:keep-with-next", style->keep ? "always" : "auto");
  box_properties (w, style, rtl);
  pad_properties (w, style);
  if (style->line) {
    eh_xml_writer_attr (w, "fo:border-bottom", "0.75pt solid " EH_DOC_LINE);
    eh_xml_writer_attr (w, "style:join-border", "false");
  }
  if (strcmp (style->name, "Document_20_Rule") == 0)
    eh_xml_writer_attr (w, "fo:border-bottom", "2.25pt solid " EH_DOC_ACCENT);
  if (g_str_has_prefix (style->name, "Table_20_"))
    eh_xml_writer_attr (w, "fo:line-height", "108%");
  if (strstr (style->name, "Table_20_Number") != NULL)
    eh_xml_writer_attr (w, "fo:text-align", rtl ? "left" : "right");
  if (g_str_has_prefix (style->name, "Heading") || strcmp (style->name, "Title") == 0 ||
      strcmp (style->name, "Document_20_Logo") == 0)
    eh_xml_writer_attr (w, "fo:line-height", "100%");
  if (strcmp (style->name, "Footer") == 0 || g_str_has_prefix (style->name, "Contents_20_")) {
    eh_xml_writer_start (w, "style:tab-stops");
    eh_xml_writer_start (w, "style:tab-stop");
    eh_xml_writer_attr_printf (w, "style:position", "%.1fcm", EH_DOC_TEXT_WIDTH);
    eh_xml_writer_attr (w, "style:type", "right");
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "style:text-properties");
  eh_xml_writer_attr (w, "fo:color", style->colour);
  thrice (w, "font-size", style->size);
  thrice (w, "font-weight", style->bold ? "bold" : NULL);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
text_style (EhXmlWriter *w,
            const char *name,
            const char *display,
            const char *weight,
            const char *slant,
            const char *colour)
{
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "style:display-name", display);
  eh_xml_writer_attr (w, "style:family", "text");
  eh_xml_writer_start (w, "style:text-properties");
  eh_xml_writer_attr (w, "fo:color", colour);
  if (g_str_has_prefix (name, "Internet") || g_str_has_prefix (name, "Visited")) {
    eh_xml_writer_attr (w, "style:text-underline-style", "solid");
    eh_xml_writer_attr (w, "style:text-underline-color", "font-color");
  }
  thrice (w, "font-weight", weight);
  thrice (w, "font-style", slant);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
list_style (EhXmlWriter *w, const char *name, gboolean numbered)
{
  static const char *const bullets[] = { "•", "◦" };

  eh_xml_writer_start (w, "text:list-style");
  eh_xml_writer_attr (w, "style:name", name);
  for (guint level = 1; level <= 2; level++) {
    eh_xml_writer_start (w, numbered ? "text:list-level-style-number"
                                     : "text:list-level-style-bullet");
    eh_xml_writer_attr_printf (w, "text:level", "%u", level);
    if (numbered) {
      eh_xml_writer_attr (w, "style:num-suffix", ".");
      eh_xml_writer_attr (w, "style:num-format", level == 1 ? "1" : "a");
    } else {
      eh_xml_writer_attr (w, "text:bullet-char", bullets[level - 1]);
    }
    eh_xml_writer_start (w, "style:list-level-properties");
    eh_xml_writer_attr (w, "text:list-level-position-and-space-mode", "label-alignment");
    eh_xml_writer_start (w, "style:list-level-label-alignment");
    eh_xml_writer_attr (w, "text:label-followed-by", "listtab");
    eh_xml_writer_attr_printf (w, "text:list-tab-stop-position", "%.1fcm", 0.8 * level);
    eh_xml_writer_attr (w, "fo:text-indent", "-0.8cm");
    eh_xml_writer_attr_printf (w, "fo:margin-left", "%.1fcm", 0.8 * level);
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
}

static void
outline_style (EhXmlWriter *w)
{
  eh_xml_writer_start (w, "text:outline-style");
  eh_xml_writer_attr (w, "style:name", "Outline");
  for (guint level = 1; level <= 6; level++) {
    eh_xml_writer_start (w, "text:outline-level-style");
    eh_xml_writer_attr_printf (w, "text:level", "%u", level);
    eh_xml_writer_attr (w, "style:num-format", "");
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "text:notes-configuration");
  eh_xml_writer_attr (w, "text:note-class", "footnote");
  eh_xml_writer_attr (w, "style:num-suffix", " ");
  eh_xml_writer_attr (w, "style:num-format", "1");
  eh_xml_writer_attr (w, "text:start-value", "0");
  eh_xml_writer_attr (w, "text:footnotes-position", "page");
  eh_xml_writer_end (w);
}

/* The head of the cover's page holds the band behind it: what is there only to be seen is not read.
 */
static void
cover_head (EhXmlWriter *w)
{
  eh_xml_writer_start (w, "style:header-style");
  eh_xml_writer_start (w, "style:header-footer-properties");
  eh_xml_writer_attr (w, "fo:min-height", "0.1cm");
  eh_xml_writer_attr (w, "fo:margin-bottom", "0cm");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
page_layout (EhXmlWriter *w, const char *name, gboolean cover, gboolean rtl)
{
  eh_xml_writer_start (w, "style:page-layout");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_start (w, "style:page-layout-properties");
  eh_xml_writer_attr (w, "fo:page-width", "21cm");
  eh_xml_writer_attr (w, "fo:page-height", "29.7cm");
  eh_xml_writer_attr (w, "style:print-orientation", "portrait");
  eh_xml_writer_attr (w, "fo:margin-top", cover ? "2.1cm" : "2.2cm");
  eh_xml_writer_attr (w, "fo:margin-bottom", "1.6cm");
  eh_xml_writer_attr (w, "fo:margin-left", "2.3cm");
  eh_xml_writer_attr (w, "fo:margin-right", "2.3cm");
  eh_xml_writer_attr (w, "style:writing-mode", rtl ? "rl-tb" : "lr-tb");
  eh_xml_writer_end (w);
  if (cover)
    cover_head (w);
  eh_xml_writer_start (w, "style:footer-style");
  eh_xml_writer_start (w, "style:header-footer-properties");
  eh_xml_writer_attr (w, "fo:min-height", "0.6cm");
  eh_xml_writer_attr (w, "fo:margin-top", "0.6cm");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
band_style (EhXmlWriter *w, const char *name, const char *colour)
{
  static const char *const properties[][2] = {
    { "draw:stroke", "none" },
    { "draw:fill", "solid" },
    { "style:run-through", "background" },
    { "style:wrap", "run-through" },
    { "style:number-wrapped-paragraphs", "no-limit" },
    { "style:vertical-pos", "from-top" },
    { "style:vertical-rel", "page" },
    { "style:horizontal-pos", "from-left" },
    { "style:horizontal-rel", "page" },
    { "style:flow-with-text", "false" },
  };

  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", name);
  eh_xml_writer_attr (w, "style:family", "graphic");
  eh_xml_writer_start (w, "style:graphic-properties");
  eh_xml_writer_attr (w, "draw:fill-color", colour);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    eh_xml_writer_attr (w, properties[i][0], properties[i][1]);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
page_layouts (EhXmlWriter *w, gboolean rtl)
{
  eh_xml_writer_start (w, "office:automatic-styles");
  band_style (w, "Band", EH_DOC_BAND);
  band_style (w, "BandEdge", EH_DOC_ACCENT);
  page_layout (w, "A4", FALSE, rtl);
  page_layout (w, "A4Cover", TRUE, rtl);
  eh_xml_writer_end (w);
}

static void
band (EhXmlWriter *w, const char *style, double y, double height)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  eh_xml_writer_start (w, "draw:rect");
  eh_xml_writer_attr (w, "text:anchor-type", "paragraph");
  eh_xml_writer_attr (w, "draw:style-name", style);
  eh_xml_writer_attr (w, "svg:x", "0cm");
  eh_xml_writer_attr (w, "svg:y", g_ascii_formatd (size, sizeof size, "%.3fcm", y));
  eh_xml_writer_attr (w, "svg:width", "21cm");
  eh_xml_writer_attr (w, "svg:height", g_ascii_formatd (size, sizeof size, "%.3fcm", height));
  eh_xml_writer_end (w);
}

static void
cover_header (EhXmlWriter *w, const EhDoc *doc)
{
  double height = eh_doc_cover_height (doc);

  eh_xml_writer_start (w, "style:header");
  eh_xml_writer_start (w, "text:p");
  eh_xml_writer_attr (w, "text:style-name", "Document_20_Head");
  band (w, "Band", 0, height);
  band (w, "BandEdge", height, 0.11);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

/* "Title", then "Page 2 of 9" at the far side. */
static void
foot (EhXmlWriter *w, const EhDoc *doc)
{
  /* TRANSLATORS: at the foot of a page: the page and how many there are */
  g_auto (GStrv) parts = g_strsplit_set (eh_doc_say (doc, N_ ("Page %1 of %2")), "%", -1);

  eh_xml_writer_start (w, "style:footer");
  eh_xml_writer_start (w, "text:p");
  eh_xml_writer_attr (w, "text:style-name", "Footer");
  eh_xml_writer_text (w, eh_doc_meta (doc)->title);
  eh_xml_writer_element (w, "text:tab", NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    const char *rest = parts[i];

    if (i > 0 && (*rest == '1' || *rest == '2')) {
      eh_xml_writer_start (w, *rest == '1' ? "text:page-number" : "text:page-count");
      if (*rest == '1')
        eh_xml_writer_attr (w, "text:select-page", "current");
      eh_xml_writer_text (w, "1");
      eh_xml_writer_end (w);
      rest++;
    }
    eh_xml_writer_text (w, rest);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
master_pages (EhXmlWriter *w, const EhDoc *doc)
{
  eh_xml_writer_start (w, "office:master-styles");
  eh_xml_writer_start (w, "style:master-page");
  eh_xml_writer_attr (w, "style:name", "Standard");
  eh_xml_writer_attr (w, "style:page-layout-name", "A4");
  foot (w, doc);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "style:master-page");
  eh_xml_writer_attr (w, "style:name", "Cover");
  eh_xml_writer_attr (w, "style:page-layout-name", "A4Cover");
  eh_xml_writer_attr (w, "style:next-style-name", "Standard");
  cover_header (w, doc);
  foot (w, doc);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

/**
 * eh_odt_styles:
 * @doc: a document
 *
 * Returns: (transfer full): `styles.xml`
 */
GBytes *
eh_odt_styles (const EhDoc *doc)
{
  static const char *const sizes[] = { "font-size=\"", "font-size-asian=\"", "font-size-complex=\"",
                                       NULL };
  g_autoptr (GBytes) plain = NULL;
  const EhDocMeta *meta = eh_doc_meta (doc);
  guint n_looks;
  const EhDocLook *looks = eh_doc_looks (&n_looks);
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "office:document-styles");
  eh_odt_namespaces (w);
  eh_xml_writer_start (w, "office:font-face-decls");
  font_face (w, "Sans", SANS);
  font_face (w, "Sans Complex", SANS_COMPLEX);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "office:styles");
  default_style (w, meta);
  eh_xml_writer_start (w, "style:style");
  eh_xml_writer_attr (w, "style:name", "Standard");
  eh_xml_writer_attr (w, "style:family", "paragraph");
  eh_xml_writer_attr (w, "style:class", "text");
  eh_xml_writer_end (w);
  for (guint i = 0; i < n_looks; i++)
    paragraph_style (w, meta->brief ? eh_doc_look_brief (&looks[i]) : &looks[i], meta->rtl);
  text_style (w, "Strong_20_Emphasis", "Strong Emphasis", "bold", NULL, NULL);
  text_style (w, "Emphasis", NULL, NULL, "italic", NULL);
  text_style (w, "Strong_20_and_20_Emphasis", "Strong and Emphasis", "bold", "italic", NULL);
  text_style (w, "Label", NULL, "bold", NULL, EH_DOC_ACCENT);
  text_style (w, "Remark", NULL, NULL, NULL, EH_DOC_SOFT);
  text_style (w, "Index_20_Link", "Index Link", NULL, NULL, EH_DOC_INK);
  text_style (w, "Internet_20_link", "Internet link", NULL, NULL, EH_DOC_LINK);
  text_style (w, "Visited_20_Internet_20_Link", "Visited Internet Link", NULL, NULL, EH_DOC_LINK);
  list_style (w, "Bullets", FALSE);
  list_style (w, "Numbers", TRUE);
  outline_style (w);
  eh_xml_writer_end (w);
  page_layouts (w, meta->rtl);
  master_pages (w, doc);
  plain = eh_xml_writer_finish (w);
  return eh_doc_dress_sized (plain, meta, sizes, 1);
}
