/* The cover of a document for word processors: what stands on it, and how high the band is that
 * lies behind it, from one edge of the page to the other. Word processors cannot be asked how high
 * words will be, so that they are measured here as the PDF's are; where a computer has other fonts,
 * the band ends a little above or below, which no word depends on: all of them are dark on a pale
 * ground. */

#include "config.h"

#include "eh-doc-cover.h"

#include "eh-doc-look.h"
#include "eh-pdf-text.h"

#include <pango/pango.h>

#define PT_PER_CM 28.3464567
#define CM_PER_PX (2.54 / 96.0)
#define FAMILIES  "Noto Sans, Open Sans, DejaVu Sans, sans-serif"

/* In centimetres: the margin above the text, and from the last words to the edge of the band. */
#define MARGIN 2.2
#define FOOT   0.45

static void
line_free (gpointer data)
{
  EhDocCoverLine *line = data;

  eh_doc_text_free (line->text);
  g_free (line);
}

/* Takes @text. */
static void
add (GPtrArray *lines, const char *look, const char *label, EhDocText *text)
{
  EhDocCoverLine *line;

  if (eh_doc_text_is_blank (text)) {
    eh_doc_text_free (text);
    return;
  }
  line = g_new0 (EhDocCoverLine, 1);
  line->look = look;
  line->label = label;
  line->text = text;
  g_ptr_array_add (lines, line);
}

/**
 * eh_doc_cover_details:
 * @doc: a document
 *
 * Returns: (transfer full): who wrote it and what else stands under its title, in one line: "The
 *   University · Date: 5 December 2026"
 */
char *
eh_doc_cover_details (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  GString *line = g_string_new (meta->authors);

  for (guint i = 0; i < meta->details->len; i++) {
    const EhDocField *detail = meta->details->pdata[i];
    g_autofree char *words = eh_doc_text_to_plain (detail->text);

    g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "", detail->label, words);
  }
  return g_string_free (line, FALSE);
}

/**
 * eh_doc_cover_lines:
 * @doc: a document
 *
 * Returns: (transfer full) (element-type EhDocCoverLine): what stands on its cover, from above
 */
GPtrArray *
eh_doc_cover_lines (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add (lines, "Document_20_Status", NULL, eh_doc_text_new (meta->status));
  add (lines, "Title", NULL, eh_doc_text_new (meta->title));
  add (lines, "Subtitle", NULL, eh_doc_text_new (meta->subtitle));
  if (meta->compact) {
    g_autofree char *details = eh_doc_cover_details (doc);

    add (lines, "Document_20_Detail", NULL, eh_doc_text_new (details));
    return lines;
  }
  add (lines, "Document_20_Authors", NULL, eh_doc_text_new (meta->authors));
  for (guint i = 0; i < meta->details->len; i++) {
    const EhDocField *detail = meta->details->pdata[i];
    g_autofree char *words = eh_doc_text_to_plain (detail->text);

    add (lines, "Document_20_Detail", detail->label, eh_doc_text_new (words));
  }
  return lines;
}

/**
 * eh_doc_cover_lead:
 * @doc: a document
 *
 * Returns: the room above the first words of its cover, in centimetres; one of a page or two has
 * none
 */
double
eh_doc_cover_lead (const EhDoc *doc)
{
  return eh_doc_meta (doc)->compact ? 0 : 1.4;
}

static double
cm (const char *length)
{
  return length != NULL ? g_ascii_strtod (length, NULL) : 0;
}

/* How high a paragraph is, in centimetres, with the space around it. */
static double
height_of (PangoContext *context, const EhDocMeta *meta, const EhDocCoverLine *line)
{
  const EhDocLook *plain = eh_doc_look (line->look);
  const EhDocLook *look = meta->brief ? eh_doc_look_brief (plain) : plain;
  gboolean title = g_str_equal (look->name, "Title");
  double size = look->size != NULL ? g_ascii_strtod (look->size, NULL) : 14;
  g_autofree char *words = eh_doc_text_to_plain (line->text);
  g_autofree char *all = line->label != NULL ? g_strdup_printf ("%s: %s", line->label, words)
                                             : g_strdup (words);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  PangoRectangle box;

  if (meta->text_size > 0)
    size *= meta->text_size / 14;
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (EH_DOC_TEXT_WIDTH * PT_PER_CM * PANGO_SCALE));
  pango_layout_set_text (layout, all, -1);
  pango_layout_get_extents (layout, NULL, &box);
  pango_font_description_free (font);
  return cm (look->before) + cm (look->after) +
         box.height / (double) PANGO_SCALE / PT_PER_CM *
             (title         ? 1
              : meta->brief ? 1.04
                            : 1.18);
}

/**
 * eh_doc_cover_height:
 * @doc: a document
 *
 * Returns: from the upper edge of the first page to the lower edge of the band behind its cover, in
 *   centimetres
 */
double
eh_doc_cover_height (const EhDoc *doc)
{
  const EhDocMeta *meta = eh_doc_meta (doc);
  g_autoptr (GPtrArray) lines = eh_doc_cover_lines (doc);
  PangoContext *context = eh_pdf_context_new (meta->language);
  double height = MARGIN + eh_doc_cover_lead (doc) + FOOT;

  if (meta->logo != NULL)
    height += meta->logo->height * CM_PER_PX + 0.6;
  for (guint i = 0; i < lines->len; i++)
    height += height_of (context, meta, lines->pdata[i]);
  g_object_unref (context);
  return height;
}
