#pragma once

#include "eh-doc.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct {
  double r, g, b;
} EhPdfColour;

/**
 * EhPdfFace:
 * What a piece of text is, which decides its size, weight and colour.
 */
typedef enum {
  EH_PDF_FACE_BODY,
  EH_PDF_FACE_TITLE,
  EH_PDF_FACE_SMALL_TITLE, /* of a document of a page or two */
  EH_PDF_FACE_SUBTITLE,
  EH_PDF_FACE_STATUS,
  EH_PDF_FACE_DETAIL,
  EH_PDF_FACE_HEADING_1,
  EH_PDF_FACE_HEADING_2,
  EH_PDF_FACE_HEADING_3,
  EH_PDF_FACE_HEADING_4,
  EH_PDF_FACE_CONTENTS_1,
  EH_PDF_FACE_CONTENTS_2,
  EH_PDF_FACE_QUOTE,
  EH_PDF_FACE_CREDIT,
  EH_PDF_FACE_LABEL,
  EH_PDF_FACE_RECOMMENDATION,
  EH_PDF_FACE_FIELD,
  EH_PDF_FACE_SOFT_FIELD,
  EH_PDF_FACE_STRONG,
  EH_PDF_FACE_CAPTION,
  EH_PDF_FACE_SMALL,
  EH_PDF_FACE_CELL,
  EH_PDF_FACE_HEADER_CELL,
  EH_PDF_FACE_SMALL_CELL,
  EH_PDF_FACE_SMALL_HEADER_CELL,
  EH_PDF_FACE_TINY_CELL,
  EH_PDF_FACE_TINY_HEADER_CELL,
  EH_PDF_FACE_FOOT,
  EH_PDF_N_FACES
} EhPdfFace;

extern const EhPdfColour eh_pdf_accent;
extern const EhPdfColour eh_pdf_line;

/**
 * EhPdfSpan:
 * @start: first byte in the layout's text
 * @end: the byte after its last
 * @kind: %EH_DOC_RUN_LINK, %EH_DOC_RUN_REFERENCE or %EH_DOC_RUN_NOTE
 * @target: (transfer none): an address, or the id of a block; "note-3" for a note
 *
 * Words that lead somewhere.
 */
typedef struct {
  guint start;
  guint end;
  EhDocRunKind kind;
  char *target;
} EhPdfSpan;

/**
 * EhPdfText:
 * @layout: the words, broken into lines
 * @colour: of words that have none of their own
 * @spans: (element-type EhPdfSpan): in order
 * @quiet: links in it are not underlined
 * @advance: from one line to the next, in points, unless a line is higher
 *
 * A text that has been set in lines.
 */
typedef struct {
  PangoLayout *layout;
  EhPdfColour colour;
  GArray *spans;
  double advance;
  gboolean quiet;
} EhPdfText;

PangoContext *eh_pdf_context_new (const char *language);
void eh_pdf_context_dress (PangoContext *context, const EhDocMeta *meta);
EhPdfColour eh_pdf_colour (const char *hex, EhPdfColour otherwise);
PangoContext *eh_pdf_context_new_in (PangoFontMap *fonts, const char *language);
EhPdfText *eh_pdf_text_new (PangoContext *context,
                            EhPdfFace face,
                            const char *label,
                            const EhDocText *text,
                            const char *language,
                            double width);
EhPdfText *eh_pdf_text_new_plain (
    PangoContext *context, EhPdfFace face, const char *text, const char *language, double width);
void eh_pdf_text_align (EhPdfText *self, gboolean end);
void eh_pdf_text_free (EhPdfText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPdfText, eh_pdf_text_free)

G_END_DECLS
