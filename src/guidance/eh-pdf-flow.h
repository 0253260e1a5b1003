#pragma once

#include "eh-doc-pages.h"
#include "eh-doc-work.h"
#include "eh-pdf-pages.h"
#include "eh-pdf-text.h"

G_BEGIN_DECLS

/* A4 in points, and the text on it. */
#define EH_PDF_PAGE_WIDTH    EH_DOC_PAGE_WIDTH
#define EH_PDF_PAGE_HEIGHT   EH_DOC_PAGE_HEIGHT
#define EH_PDF_MARGIN_SIDE   66.0
#define EH_PDF_MARGIN_TOP    62.0
#define EH_PDF_MARGIN_BOTTOM 76.0
#define EH_PDF_TEXT_WIDTH    (EH_PDF_PAGE_WIDTH - 2 * EH_PDF_MARGIN_SIDE)
#define EH_PDF_TEXT_HEIGHT   (EH_PDF_PAGE_HEIGHT - EH_PDF_MARGIN_TOP - EH_PDF_MARGIN_BOTTOM)

/**
 * EhPdfBox:
 * What stands behind a slice.
 */
typedef enum {
  EH_PDF_BOX_NONE,
  EH_PDF_BOX_TITLE,
  EH_PDF_BOX_QUOTE,
  EH_PDF_BOX_RECOMMENDATION,
  EH_PDF_BOX_QUESTIONS,
  EH_PDF_BOX_NOTE,
  EH_PDF_BOX_DISAGREEMENT,
  EH_PDF_BOX_CAUTION,
} EhPdfBox;

/**
 * EhPdfOpKind:
 * @EH_PDF_OP_OPEN: an element of the structure begins: @tag
 * @EH_PDF_OP_CLOSE: the element that was opened last ends
 * @EH_PDF_OP_LINE: @line of @text, with its base line at @y
 * @EH_PDF_OP_PAGE_OF: the number of the page of @target, at the end of the line
 * @EH_PDF_OP_FIGURE: a picture, @width by @height
 * @EH_PDF_OP_RULE: a line over the width, which says nothing
 */
typedef enum {
  EH_PDF_OP_OPEN,
  EH_PDF_OP_CLOSE,
  EH_PDF_OP_LINE,
  EH_PDF_OP_PAGE_OF,
  EH_PDF_OP_FIGURE,
  EH_PDF_OP_RULE,
} EhPdfOpKind;

/* One step of painting; positions are from the top left of the slice, or its top right where the
 * document runs from the right. */
typedef struct {
  EhPdfOpKind kind;
  const char *tag;
  double x;
  double y;
  double width;
  double height;
  double inset; /* of a line: from the left edge of its width */
  const EhPdfText *text;
  PangoLayoutLine *line; /* the text's */
  const EhDocFigure *figure;
  const char *language; /* (nullable): of the element */
  const char *scope;    /* (nullable): of a header cell: "Column" or "Row" */
  const char *target;   /* (nullable): id of a block */
  guint slice;          /* that it belongs to */
} EhPdfOp;

/* What belongs to a slice beside its place. */
typedef struct {
  guint first_op;
  guint n_ops;
  EhPdfBox box;
  guint box_id;        /* boxes with one number are one box */
  const char *id;      /* (nullable): of the block that begins here */
  guint outline;       /* level of the heading that begins here; 0 for none */
  const char *heading; /* (nullable): its words */
  gint64 source;       /* of the block that it belongs to */
} EhPdfSliceInfo;

/**
 * EhPdfFlow:
 * @slices: (element-type EhPdfSlice): for eh_pdf_paginate()
 * @infos: (element-type EhPdfSliceInfo): one for each
 * @ops: (element-type EhPdfOp): in reading order
 * @texts: (element-type EhPdfText): what the ops point to
 * @strings: what they point to otherwise
 *
 * A document measured, before it is known what goes on which page.
 */
typedef struct {
  GArray *slices;
  GArray *infos;
  GArray *ops;
  GPtrArray *texts;
  GStringChunk *strings;
  PangoContext *context;
} EhPdfFlow;

EhPdfFlow *eh_pdf_flow_new (const EhDoc *doc);
EhPdfFlow *eh_pdf_flow_new_with (const EhDoc *doc, const EhDocWork *work, GError **error);
void eh_pdf_flow_free (EhPdfFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPdfFlow, eh_pdf_flow_free)

G_END_DECLS
