/* What an Office Open XML document has beside its text: what its parts are and how they hang
 * together (ECMA-376, part 2), what it says of itself, its foot and its notes. */

#include "config.h"

#include "eh-docx-parts.h"

#include "eh-doc-cover.h"
#include "eh-doc-dress.h"
#include "eh-doc-look.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WPS     "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
#define WORD    "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* In centimetres. */
#define PAGE_WIDTH 21.0
#define EMU_PER_CM 360000.0

static void
attributes (EhXmlWriter *w, const char *element, const char *const *names_and_values)
{
  eh_xml_writer_start (w, element);
  for (guint i = 0; names_and_values[i] != NULL; i += 2)
    eh_xml_writer_attr (w, names_and_values[i], names_and_values[i + 1]);
  eh_xml_writer_end (w);
}

static void
part_type (EhXmlWriter *w, const char *part, const char *type)
{
  attributes (w, "Override", (const char *const[]){ "PartName", part, "ContentType", type, NULL });
}

/**
 * eh_docx_content_types:
 *
 * Returns: (transfer full): `[Content_Types].xml`
 */
GBytes *
eh_docx_content_types (const EhDoc *doc)
{
  static const char *const kinds[][2] = {
    { "rels", "application/vnd.openxmlformats-package.relationships+xml" },
    { "xml", "application/xml" },
    { "png", "image/png" },
    { "svg", "image/svg+xml" },
  };
  static const char *const parts[][2] = {
    { "/word/document.xml", WORD "document.main+xml" },
    { "/word/styles.xml", WORD "styles+xml" },
    { "/word/numbering.xml", WORD "numbering+xml" },
    { "/word/settings.xml", WORD "settings+xml" },
    { "/word/fontTable.xml", WORD "fontTable+xml" },
    { "/word/footer1.xml", WORD "footer+xml" },
    { "/word/footer2.xml", WORD "footer+xml" },
    { "/word/header1.xml", WORD "header+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
    { "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml" },
  };
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "Types");
  eh_xml_writer_attr (w, "xmlns", PACKAGE "content-types");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    attributes (
        w, "Default",
        (const char *const[]){ "Extension", kinds[i][0], "ContentType", kinds[i][1], NULL });
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    part_type (w, parts[i][0], parts[i][1]);
  if (eh_doc_n_notes (doc) > 0)
    part_type (w, "/word/footnotes.xml", WORD "footnotes+xml");
  if (eh_doc_meta (doc)->licence != NULL)
    part_type (w, "/docProps/custom.xml",
               "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  return eh_xml_writer_finish (w);
}

static EhXmlWriter *
relations_new (void)
{
  EhXmlWriter *w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "Relationships");
  eh_xml_writer_attr (w, "xmlns", PACKAGE "relationships");
  return w;
}

static void
relation (EhXmlWriter *w, const char *id, const char *type, const char *target)
{
  attributes (w, "Relationship",
              (const char *const[]){ "Id", id, "Type", type, "Target", target, NULL });
}

static void
link_relations (EhXmlWriter *w, const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++) {
    g_autofree char *id = g_strdup_printf ("link%u", i + 1);

    attributes (w, "Relationship",
                (const char *const[]){ "Id", id, "Type", OFFICE "relationships/hyperlink", "Target",
                                       links->pdata[i], "TargetMode", "External", NULL });
  }
}

/**
 * eh_docx_package_relations:
 *
 * Returns: (transfer full): `_rels/.rels`
 */
GBytes *
eh_docx_package_relations (const EhDoc *doc)
{
  g_autoptr (EhXmlWriter) w = relations_new ();

  relation (w, "document", OFFICE "relationships/officeDocument", "word/document.xml");
  relation (w, "core", PACKAGE "relationships/metadata/core-properties", "docProps/core.xml");
  relation (w, "app", OFFICE "relationships/extended-properties", "docProps/app.xml");
  if (eh_doc_meta (doc)->licence != NULL)
    relation (w, "own", OFFICE "relationships/custom-properties", "docProps/custom.xml");
  return eh_xml_writer_finish (w);
}

/**
 * eh_docx_document_relations:
 * @docx: the document, written
 * @n_pictures: how many pictures are in it, each as PNG and as SVG
 *
 * Returns: (transfer full): `word/_rels/document.xml.rels`
 */
GBytes *
eh_docx_document_relations (const EhDocx *docx, guint n_pictures)
{
  static const char *const parts[] = { "styles", "numbering", "settings", "fontTable" };
  static const char *const kinds[] = { "png", "svg" };
  g_autoptr (EhXmlWriter) w = relations_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *type = g_strconcat (OFFICE "relationships/", parts[i], NULL);
    g_autofree char *target = g_strconcat (parts[i], ".xml", NULL);

    relation (w, parts[i], type, target);
  }
  relation (w, "footer", OFFICE "relationships/footer", "footer1.xml");
  relation (w, "coverFoot", OFFICE "relationships/footer", "footer2.xml");
  relation (w, "coverHead", OFFICE "relationships/header", "header1.xml");
  if (eh_doc_n_notes (docx->doc) > 0)
    relation (w, "notes", OFFICE "relationships/footnotes", "footnotes.xml");
  for (guint i = 1; i <= n_pictures; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
      g_autofree char *id = g_strdup_printf ("%s%u", kinds[k], i);
      g_autofree char *target = g_strdup_printf ("media/figure-%u.%s", i, kinds[k]);

      relation (w, id, OFFICE "relationships/image", target);
    }
  link_relations (w, docx->links);
  return eh_xml_writer_finish (w);
}

/**
 * eh_docx_note_relations:
 * @docx: the notes, written
 *
 * Returns: (transfer full): `word/_rels/footnotes.xml.rels`
 */
GBytes *
eh_docx_note_relations (const EhDocx *docx)
{
  g_autoptr (EhXmlWriter) w = relations_new ();

  link_relations (w, docx->links);
  return eh_xml_writer_finish (w);
}

/**
 * eh_docx_footer:
 *
 * Returns: (transfer full): `word/footer1.xml`: the title, and "Page 2 of 9" at the far side
 */
GBytes *
eh_docx_footer (EhDocx *docx)
{
  static const EhDocxParagraph paragraph = { .look = "Footer" };
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  /* TRANSLATORS: at the foot of a page: the page and how many there are */
  g_auto (GStrv) parts = g_strsplit_set (eh_doc_say (docx->doc, N_ ("Page %1 of %2")), "%", -1);

  eh_docx_use_part (docx, w);
  eh_xml_writer_start (w, "w:ftr");
  eh_docx_namespaces (w);
  eh_docx_open (docx, &paragraph);
  eh_docx_words (docx, eh_doc_meta (docx->doc)->title, NULL);
  eh_docx_words (docx, "\t", NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    const char *rest = parts[i];

    if (i > 0 && (*rest == '1' || *rest == '2'))
      eh_docx_field (docx, *rest++ == '1' ? " PAGE " : " NUMPAGES ", "1", NULL);
    if (*rest != '\0')
      eh_docx_words (docx, rest, NULL);
  }
  eh_docx_close (docx);
  return eh_xml_writer_finish (w);
}

static void
placed (EhXmlWriter *w, const char *element, double cm)
{
  g_autofree char *offset = g_strdup_printf ("%u", (guint) (cm * EMU_PER_CM));

  eh_xml_writer_start (w, element);
  eh_xml_writer_attr (w, "relativeFrom", "page");
  eh_xml_writer_element (w, "wp:posOffset", offset);
  eh_xml_writer_end (w);
}

static void
extent (EhXmlWriter *w, const char *element, double width, double height)
{
  eh_xml_writer_start (w, element);
  eh_xml_writer_attr_printf (w, "cx", "%u", (guint) (width * EMU_PER_CM));
  eh_xml_writer_attr_printf (w, "cy", "%u", (guint) (height * EMU_PER_CM));
  eh_xml_writer_end (w);
}

/* A rectangle of one colour, without a line. */
static void
band_shape (EhXmlWriter *w, double height, const char *colour)
{
  eh_xml_writer_start (w, "a:graphic");
  eh_xml_writer_start (w, "a:graphicData");
  eh_xml_writer_attr (w, "uri", WPS);
  eh_xml_writer_start (w, "wps:wsp");
  eh_docx_flag (w, "wps:cNvSpPr");
  eh_xml_writer_start (w, "wps:spPr");
  eh_xml_writer_start (w, "a:xfrm");
  attributes (w, "a:off", (const char *const[]){ "x", "0", "y", "0", NULL });
  extent (w, "a:ext", PAGE_WIDTH, height);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "a:prstGeom");
  eh_xml_writer_attr (w, "prst", "rect");
  eh_docx_flag (w, "a:avLst");
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "a:solidFill");
  attributes (w, "a:srgbClr", (const char *const[]){ "val", colour + 1, NULL });
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "a:ln");
  eh_docx_flag (w, "a:noFill");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_docx_flag (w, "wps:bodyPr");
  for (guint open = 3; open > 0; open--)
    eh_xml_writer_end (w);
}

/* Behind the words, over the width of the page. */
static void
band (EhXmlWriter *w, guint id, double y, double height, const char *colour)
{
  static const char *const anchor[] = {
    "distT",     "0", "distB",  "0", "distL",        "0", "distR",        "0", "simplePos", "0",
    "behindDoc", "1", "locked", "0", "layoutInCell", "1", "allowOverlap", "1",
  };

  eh_xml_writer_start (w, "w:r");
  eh_xml_writer_start (w, "mc:AlternateContent");
  eh_xml_writer_start (w, "mc:Choice");
  eh_xml_writer_attr (w, "Requires", "wps");
  eh_xml_writer_start (w, "w:drawing");
  eh_xml_writer_start (w, "wp:anchor");
  for (guint i = 0; i < G_N_ELEMENTS (anchor); i += 2)
    eh_xml_writer_attr (w, anchor[i], anchor[i + 1]);
  eh_xml_writer_attr_printf (w, "relativeHeight", "%u", id);
  attributes (w, "wp:simplePos", (const char *const[]){ "x", "0", "y", "0", NULL });
  placed (w, "wp:positionH", 0);
  placed (w, "wp:positionV", y);
  extent (w, "wp:extent", PAGE_WIDTH, height);
  eh_docx_flag (w, "wp:wrapNone");
  eh_xml_writer_start (w, "wp:docPr");
  eh_xml_writer_attr_printf (w, "id", "%u", id);
  eh_xml_writer_attr_printf (w, "name", "Band %u", id);
  eh_xml_writer_end (w);
  band_shape (w, height, colour);
  for (guint open = 5; open > 0; open--)
    eh_xml_writer_end (w);
}

/**
 * eh_docx_cover_header:
 * @doc: a document
 *
 * Returns: (transfer full): `word/header1.xml`: the head of the first page, which holds the band
 * behind the cover; what is there only to be seen is not read
 */
GBytes *
eh_docx_cover_header (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  const char *accent = meta->accent != NULL ? meta->accent : EH_DOC_ACCENT;
  g_autofree char *ground = eh_doc_dress_style (EH_DOC_BAND, meta);
  double height = eh_doc_cover_height (doc);
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "w:hdr");
  eh_docx_namespaces (w);
  eh_xml_writer_attr (w, "xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
  eh_xml_writer_attr (w, "xmlns:wps", WPS);
  eh_xml_writer_start (w, "w:p");
  eh_xml_writer_start (w, "w:pPr");
  eh_docx_value (w, "w:pStyle", "DocumentHead");
  eh_xml_writer_end (w);
  band (w, 90001, 0, height, ground);
  band (w, 90002, height, 0.11, accent);
  return eh_xml_writer_finish (w);
}

static void
open_note (EhXmlWriter *w, int id, const char *type)
{
  eh_xml_writer_start (w, "w:footnote");
  if (type != NULL)
    eh_xml_writer_attr (w, "w:type", type);
  eh_xml_writer_attr_printf (w, "w:id", "%d", id);
}

static void
separator (EhDocx *docx, int id, const char *type)
{
  static const EhDocxParagraph paragraph = { .look = "Standard" };

  open_note (docx->w, id, type);
  eh_docx_open (docx, &paragraph);
  eh_xml_writer_start (docx->w, "w:r");
  eh_docx_flag (docx->w, id < 0 ? "w:separator" : "w:continuationSeparator");
  eh_xml_writer_end (docx->w);
  eh_docx_close (docx);
  eh_xml_writer_end (docx->w);
}

static void
note_mark (EhXmlWriter *w)
{
  eh_xml_writer_start (w, "w:r");
  eh_xml_writer_start (w, "w:rPr");
  eh_docx_value (w, "w:rStyle", "FootnoteReference");
  eh_xml_writer_end (w);
  eh_docx_flag (w, "w:footnoteRef");
  eh_xml_writer_end (w);
}

/**
 * eh_docx_notes:
 *
 * Returns: (transfer full): `word/footnotes.xml`
 */
GBytes *
eh_docx_notes (EhDocx *docx)
{
  static const EhDocxParagraph paragraph = { .look = "Footnote" };
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_docx_use_part (docx, w);
  eh_xml_writer_start (w, "w:footnotes");
  eh_docx_namespaces (w);
  separator (docx, -1, "separator");
  separator (docx, 0, "continuationSeparator");
  for (guint n = 1; n <= eh_doc_n_notes (docx->doc); n++) {
    open_note (w, (int) n, NULL);
    eh_docx_open (docx, &paragraph);
    note_mark (w);
    eh_docx_words (docx, " ", NULL);
    eh_docx_runs (docx, eh_doc_note (docx->doc, n));
    eh_docx_close (docx);
    eh_xml_writer_end (w);
  }
  return eh_xml_writer_finish (w);
}

static void
element (EhXmlWriter *w, const char *name, const char *value)
{
  if (!eh_text_is_blank (value))
    eh_xml_writer_element (w, name, value);
}

static void
moment (EhXmlWriter *w, const char *name, const char *date)
{
  g_autofree char *text = NULL;

  if (date == NULL || !g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d$", date, 0, 0))
    return;
  text = g_strconcat (date, "T00:00:00Z", NULL);
  eh_xml_writer_start (w, name);
  eh_xml_writer_attr (w, "xsi:type", "dcterms:W3CDTF");
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

/**
 * eh_docx_core_properties:
 *
 * Returns: (transfer full): `docProps/core.xml`
 */
GBytes *
eh_docx_core_properties (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);
  g_autofree char *keywords = eh_text_join (meta->keywords, ", ");

  eh_xml_writer_start (w, "cp:coreProperties");
  eh_xml_writer_attr (w, "xmlns:cp", PACKAGE "metadata/core-properties");
  eh_xml_writer_attr (w, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  eh_xml_writer_attr (w, "xmlns:dcterms", "http://purl.org/dc/terms/");
  eh_xml_writer_attr (w, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  element (w, "dc:title", meta->title);
  element (w, "dc:subject", meta->subtitle);
  element (w, "dc:creator", meta->authors);
  element (w, "cp:keywords", keywords);
  element (w, "dc:description", meta->description);
  moment (w, "dcterms:created", meta->date);
  moment (w, "dcterms:modified", meta->date);
  element (w, "dc:language", meta->language);
  element (w, "cp:contentStatus", meta->status);
  return eh_xml_writer_finish (w);
}

/**
 * eh_docx_program_properties:
 *
 * Returns: (transfer full): `docProps/app.xml`
 */
GBytes *
eh_docx_program_properties (void)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "Properties");
  eh_xml_writer_attr (w, "xmlns", OFFICE "extended-properties");
  eh_xml_writer_element (w, "Application", "Evenhand");
  return eh_xml_writer_finish (w);
}

/**
 * eh_docx_own_properties:
 *
 * Returns: (transfer full): `docProps/custom.xml`: the licence
 */
GBytes *
eh_docx_own_properties (const EhDoc *doc)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "Properties");
  eh_xml_writer_attr (w, "xmlns", OFFICE "custom-properties");
  eh_xml_writer_attr (w, "xmlns:vt", OFFICE "docPropsVTypes");
  eh_xml_writer_start (w, "property");
  eh_xml_writer_attr (w, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
  eh_xml_writer_attr (w, "pid", "2");
  eh_xml_writer_attr (w, "name", "Licence");
  eh_xml_writer_element (w, "vt:lpwstr", eh_doc_meta (doc)->licence);
  eh_xml_writer_end (w);
  return eh_xml_writer_finish (w);
}
