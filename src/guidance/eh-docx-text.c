/* Paragraphs, runs, fields and bookmarks of Office Open XML (ECMA-376, part 1, section 17).
 * Elements within properties stand in the order of its schema: word processors refuse another. */

#include "eh-docx-text.h"

#include "eh-text.h"

#include <stdlib.h>
#include <string.h>

#define TWIPS_PER_CM (1440.0 / 2.54)

/* Styles that word processors know by a name of theirs; ids are names without blanks. */
static const struct {
  const char *look;
  const char *id;
} known[] = {
  { "Standard", "Normal" },
  { "Text_20_body", "BodyText" },
  { "Contents_20_Heading", "TOCHeading" },
  { "Contents_20_1", "TOC1" },
  { "Contents_20_2", "TOC2" },
  { "List_20_Contents", "ListParagraph" },
  { "Quotations", "Quote" },
  { "Footnote", "FootnoteText" },
};

static void
name_bookmarks (EhDocx *self)
{
  guint lines = 0;

  for (guint i = 0; i < eh_doc_n_blocks (self->doc); i++) {
    const EhDocBlock *block = eh_doc_block (self->doc, i);

    if (block->id != NULL)
      g_hash_table_insert (
          self->bookmarks, block->id,
          g_strdup_printf (block->kind == EH_DOC_BLOCK_HEADING ? "_Toc%08u" : "_Ref%08u", i + 1));
    for (guint k = 0; k < block->items->len; k++) {
      EhDocItem *item = block->items->pdata[k];

      if (item->id != NULL)
        g_hash_table_insert (self->bookmarks, item->id, g_strdup_printf ("_Src%08u", ++lines));
    }
  }
}

/**
 * eh_docx_init:
 * @doc: a document
 * @w: the first part
 *
 * Begins a document; eh_docx_clear() frees what it holds.
 */
void
eh_docx_init (EhDocx *self, const EhDoc *doc, EhXmlWriter *w)
{
  memset (self, 0, sizeof *self);
  self->doc = doc;
  self->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->link_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->w = w;
  name_bookmarks (self);
}

void
eh_docx_clear (EhDocx *self)
{
  g_hash_table_unref (self->bookmarks);
  g_hash_table_unref (self->link_numbers);
  g_ptr_array_unref (self->links);
}

/**
 * eh_docx_use_part:
 *
 * Goes on in another part, which has links of its own.
 */
void
eh_docx_use_part (EhDocx *self, EhXmlWriter *w)
{
  self->w = w;
  self->language = NULL;
  g_hash_table_remove_all (self->link_numbers);
  g_ptr_array_set_size (self->links, 0);
}

/**
 * eh_docx_style_id:
 * @look: a style, as eh-doc-look.h names it
 *
 * Returns: (transfer full): its id
 */
char *
eh_docx_style_id (const char *look)
{
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].look, look) == 0)
      return g_strdup (known[i].id);
  parts = g_strsplit (look, "_20_", -1);
  return g_strjoinv ("", parts);
}

/**
 * eh_docx_twips:
 * @cm: such as "0.5cm"
 *
 * Returns: the same in twentieths of a point
 */
guint
eh_docx_twips (const char *cm)
{
  return (guint) (g_ascii_strtod (cm, NULL) * TWIPS_PER_CM + 0.5);
}

/**
 * eh_docx_indent:
 *
 * Returns: how far from the side where lines start the words of @look are, in twentieths of a point
 */
guint
eh_docx_indent (const EhDocLook *look)
{
  for (; look != NULL; look = eh_doc_look (look->parent)) {
    if (look->indent != NULL)
      return eh_docx_twips (look->indent);
    if (look->box != NULL)
      return eh_docx_twips ("0.5cm");
  }
  return 0;
}

/**
 * eh_docx_value:
 * @element: its name
 * @value: of its one attribute
 *
 * Writes a property. So do eh_docx_number(), and eh_docx_flag() of what is so by being there.
 */
void
eh_docx_value (EhXmlWriter *w, const char *element, const char *value)
{
  eh_xml_writer_start (w, element);
  eh_xml_writer_attr (w, "w:val", value);
  eh_xml_writer_end (w);
}

void
eh_docx_number (EhXmlWriter *w, const char *element, guint value)
{
  eh_xml_writer_start (w, element);
  eh_xml_writer_attr_printf (w, "w:val", "%u", value);
  eh_xml_writer_end (w);
}

void
eh_docx_flag (EhXmlWriter *w, const char *element)
{
  eh_xml_writer_element (w, element, NULL);
}

/**
 * eh_docx_language:
 * @language: BCP 47; one that is not well formed is left out
 *
 * Writes the element that says it. Three languages are kept apart, by kind of script.
 */
void
eh_docx_language (EhXmlWriter *w, const char *language)
{
  static const char *const east[] = { "zh", "ja", "ko", NULL };
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);
  const char *name = "w:val";

  if (!g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", language, 0, 0))
    return;
  if (eh_doc_language_is_rtl (language))
    name = "w:bidi";
  else if (g_strv_contains (east, parts[0]))
    name = "w:eastAsia";
  eh_xml_writer_start (w, "w:lang");
  eh_xml_writer_attr (w, name, language);
  eh_xml_writer_end (w);
}

/**
 * eh_docx_namespaces:
 *
 * Declares the prefixes on the element just started.
 */
void
eh_docx_namespaces (EhXmlWriter *w)
{
  static const char *const names[][2] = {
    { "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
    { "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
    { "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture" },
    { "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    eh_xml_writer_attr (w, names[i][0], names[i][1]);
}

static gboolean
is_rtl (const EhDocx *self, const char *language)
{
  language = language != NULL ? language : self->language;
  return language != NULL ? eh_doc_language_is_rtl (language) : eh_doc_meta (self->doc)->rtl;
}

static void
list_properties (EhDocx *self, const EhDocxParagraph *paragraph)
{
  EhXmlWriter *w = self->w;

  if (paragraph->list == 0 || paragraph->unmarked)
    return;
  eh_xml_writer_start (w, "w:numPr");
  eh_docx_number (w, "w:ilvl", paragraph->level);
  eh_docx_number (w, "w:numId", paragraph->list);
  eh_xml_writer_end (w);
}

/* Boxes melt together where all their borders and indents are the same: a twentieth of a point
 * parts them. */
static void
indent (EhDocx *self, const EhDocxParagraph *paragraph)
{
  if (!paragraph->unmarked && !paragraph->apart)
    return;
  eh_xml_writer_start (self->w, "w:ind");
  eh_xml_writer_attr_printf (self->w, "w:left", "%u",
                             paragraph->unmarked
                                 ? eh_docx_twips ("0.8cm")
                                 : eh_docx_indent (eh_doc_look (paragraph->look)) + 1);
  eh_xml_writer_end (self->w);
}

/**
 * eh_docx_open:
 * @paragraph: what it is
 *
 * Opens a paragraph.
 */
void
eh_docx_open (EhDocx *self, const EhDocxParagraph *paragraph)
{
  EhXmlWriter *w = self->w;
  g_autofree char *style = eh_docx_style_id (paragraph->look);

  self->language = paragraph->language;
  eh_xml_writer_start (w, "w:p");
  eh_xml_writer_start (w, "w:pPr");
  eh_docx_value (w, "w:pStyle", style);
  if (paragraph->keep)
    eh_docx_flag (w, "w:keepNext");
  if (paragraph->page_break)
    eh_docx_flag (w, "w:pageBreakBefore");
  list_properties (self, paragraph);
  if (is_rtl (self, NULL) != eh_doc_meta (self->doc)->rtl)
    eh_docx_value (w, "w:bidi", is_rtl (self, NULL) ? "1" : "0");
  if (paragraph->before > 0) {
    eh_xml_writer_start (w, "w:spacing");
    eh_xml_writer_attr_printf (w, "w:before", "%u", paragraph->before);
    eh_xml_writer_end (w);
  }
  indent (self, paragraph);
  if (paragraph->outline > 0)
    eh_docx_number (w, "w:outlineLvl", MIN (paragraph->outline, 9) - 1);
  eh_xml_writer_end (w);
}

/**
 * eh_docx_close:
 *
 * Closes the paragraph that is open.
 */
void
eh_docx_close (EhDocx *self)
{
  self->language = NULL;
  eh_xml_writer_end (self->w);
}

/* Opens a run, up to its words. */
static void
open_run (EhDocx *self, const char *style, EhDocStyle marks, const char *language)
{
  EhXmlWriter *w = self->w;
  gboolean strong = (marks & EH_DOC_STYLE_STRONG) != 0;
  gboolean emphasis = (marks & EH_DOC_STYLE_EMPHASIS) != 0;
  gboolean rtl = is_rtl (self, language);

  language = language != NULL ? language : self->language;
  if (style == NULL && marks != EH_DOC_STYLE_NONE)
    style = strong ? "Strong" : emphasis ? "Emphasis" : "Remark";
  eh_xml_writer_start (w, "w:r");
  if (style == NULL && !rtl && language == NULL)
    return;
  eh_xml_writer_start (w, "w:rPr");
  if (style != NULL)
    eh_docx_value (w, "w:rStyle", style);
  if (strong && g_strcmp0 (style, "Strong") != 0) {
    eh_docx_flag (w, "w:b");
    eh_docx_flag (w, "w:bCs");
  }
  if (emphasis && g_strcmp0 (style, "Emphasis") != 0) {
    eh_docx_flag (w, "w:i");
    eh_docx_flag (w, "w:iCs");
  }
  if (rtl)
    eh_docx_flag (w, "w:rtl");
  if (language != NULL)
    eh_docx_language (w, language);
  eh_xml_writer_end (w);
}

static void
letters (EhXmlWriter *w, const char *text, gssize length)
{
  if (length == 0)
    return;
  eh_xml_writer_start (w, "w:t");
  eh_xml_writer_attr (w, "xml:space", "preserve");
  eh_xml_writer_text_len (w, text, length);
  eh_xml_writer_end (w);
}

static void
styled_words (
    EhDocx *self, const char *text, const char *style, EhDocStyle marks, const char *language)
{
  const char *plain = text;

  open_run (self, style, marks, language);
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t') {
      letters (self->w, plain, p - plain);
      eh_docx_flag (self->w, *p == '\n' ? "w:br" : "w:tab");
      plain = p + 1;
    }
  letters (self->w, plain, (gssize) strlen (plain));
  eh_xml_writer_end (self->w);
}

/**
 * eh_docx_words:
 * @text: words; a line feed is a line break
 * @style: (nullable): id of a style of characters
 *
 * Writes words into the paragraph that is open.
 */
void
eh_docx_words (EhDocx *self, const char *text, const char *style)
{
  styled_words (self, text, style, EH_DOC_STYLE_NONE, NULL);
}

static void
field_character (EhDocx *self, const char *kind, const char *style)
{
  open_run (self, style, EH_DOC_STYLE_NONE, NULL);
  eh_xml_writer_start (self->w, "w:fldChar");
  eh_xml_writer_attr (self->w, "w:fldCharType", kind);
  eh_xml_writer_end (self->w);
  eh_xml_writer_end (self->w);
}

/**
 * eh_docx_field:
 * @instruction: what the word processor works out; ends the field before it when %NULL
 * @result: (nullable): what it says until then; %NULL leaves the field open
 * @style: (nullable): id of a style of characters for @result
 *
 * Writes a field.
 */
void
eh_docx_field (EhDocx *self, const char *instruction, const char *result, const char *style)
{
  EhXmlWriter *w = self->w;

  if (instruction != NULL) {
    field_character (self, "begin", style);
    open_run (self, style, EH_DOC_STYLE_NONE, NULL);
    eh_xml_writer_start (w, "w:instrText");
    eh_xml_writer_attr (w, "xml:space", "preserve");
    eh_xml_writer_text (w, instruction);
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
    field_character (self, "separate", style);
  }
  if (result != NULL)
    eh_docx_words (self, result, style);
  if (result != NULL || instruction == NULL)
    field_character (self, "end", style);
}

/**
 * eh_docx_mark:
 * @id: of a block
 * @opens: whether its bookmark begins here, else it ends
 */
void
eh_docx_mark (EhDocx *self, const char *id, gboolean opens)
{
  EhXmlWriter *w = self->w;

  if (opens)
    self->n_marks++;
  eh_xml_writer_start (w, opens ? "w:bookmarkStart" : "w:bookmarkEnd");
  eh_xml_writer_attr_printf (w, "w:id", "%u", self->n_marks);
  if (opens)
    eh_xml_writer_attr (w, "w:name", g_hash_table_lookup (self->bookmarks, id));
  eh_xml_writer_end (w);
}

/**
 * eh_docx_counter:
 * @sequence: what is counted: "Table" or "Figure"
 * @block: a block with a label and a number
 *
 * Writes the label of @block, with its number as a field, so that captions that are added later
 * count on from it.
 */
void
eh_docx_counter (EhDocx *self, const char *sequence, const EhDocBlock *block)
{
  g_autofree char *digits = g_strdup_printf ("%u", block->number);
  g_autofree char *instruction = g_strdup_printf (" SEQ %s \\* ARABIC ", sequence);
  const char *at = strstr (block->label, digits);
  g_autofree char *before = at != NULL ? g_strndup (block->label, (gsize) (at - block->label))
                                       : NULL;

  if (at == NULL) {
    eh_docx_words (self, block->label, "CaptionLabel");
    return;
  }
  if (before[0] != '\0')
    eh_docx_words (self, before, "CaptionLabel");
  eh_docx_field (self, instruction, digits, "CaptionLabel");
  if (at[strlen (digits)] != '\0')
    eh_docx_words (self, at + strlen (digits), "CaptionLabel");
}

static void
link_run (EhDocx *self, const EhDocRun *run)
{
  EhXmlWriter *w = self->w;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->link_numbers, run->target));

  if (number == 0) {
    char *address = g_strdup (run->target);

    g_ptr_array_add (self->links, address);
    number = self->links->len;
    g_hash_table_insert (self->link_numbers, address, GUINT_TO_POINTER (number));
  }
  eh_xml_writer_start (w, "w:hyperlink");
  eh_xml_writer_attr_printf (w, "r:id", "link%u", number);
  eh_xml_writer_attr (w, "w:history", "1");
  styled_words (self, run->text, "Hyperlink", run->style, run->language);
  eh_xml_writer_end (w);
}

/* A reference whose words are those of what it refers to follows it when it is renamed; others are
 * plain links. */
static void
reference_run (EhDocx *self, const EhDocRun *run)
{
  const char *bookmark = g_hash_table_lookup (self->bookmarks, run->target);
  const EhDocBlock *target = eh_doc_block_by_id (self->doc, run->target);

  if (target != NULL && g_strcmp0 (target->label, run->text) == 0) {
    g_autofree char *instruction = g_strdup_printf (" REF %s \\h ", bookmark);

    eh_docx_field (self, instruction, run->text, "Hyperlink");
    return;
  }
  eh_xml_writer_start (self->w, "w:hyperlink");
  eh_xml_writer_attr (self->w, "w:anchor", bookmark);
  eh_xml_writer_attr (self->w, "w:history", "1");
  styled_words (self, run->text, "Hyperlink", run->style, run->language);
  eh_xml_writer_end (self->w);
}

static void
note_run (EhDocx *self, const EhDocRun *run)
{
  open_run (self, "FootnoteReference", EH_DOC_STYLE_NONE, NULL);
  eh_xml_writer_start (self->w, "w:footnoteReference");
  eh_xml_writer_attr_printf (self->w, "w:id", "%u", run->note);
  eh_xml_writer_end (self->w);
  eh_xml_writer_end (self->w);
}

/**
 * eh_docx_runs:
 * @text: (nullable): what to write into the paragraph that is open
 */
void
eh_docx_runs (EhDocx *self, const EhDocText *text)
{
  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++) {
    const EhDocRun *run = eh_doc_text_run (text, i);

    switch (run->kind) {
    case EH_DOC_RUN_LINK:
      link_run (self, run);
      break;
    case EH_DOC_RUN_REFERENCE:
      reference_run (self, run);
      break;
    case EH_DOC_RUN_NOTE:
      if (run->note > 0)
        note_run (self, run);
      break;
    case EH_DOC_RUN_TEXT:
    case EH_DOC_RUN_CITATION:
    default:
      styled_words (self, run->text, NULL, run->style, run->language);
      break;
    }
  }
}
