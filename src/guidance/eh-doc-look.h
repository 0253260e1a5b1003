#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

#define EH_DOC_ACCENT "#14506e"
#define EH_DOC_INK    "#1d2329"
#define EH_DOC_SOFT   "#4f5a64"
#define EH_DOC_LINE   "#c5d0d8"
#define EH_DOC_BAND   "#eaf2f6"
#define EH_DOC_LINK   "#0f5a86"

/* The text area of a page of A4, in centimetres. */
#define EH_DOC_TEXT_WIDTH  16.4
#define EH_DOC_TEXT_HEIGHT 24.2

/**
 * EhDocLook:
 * How a kind of paragraph looks in the formats of word processors, where it is a style that a
 * person can change once for all. Sizes are as OpenDocument writes them; what is not said is
 * inherited.
 */
typedef struct {
  const char *name;    /* as OpenDocument spells it: "Heading_20_1" */
  const char *display; /* (nullable): as the name */
  const char *parent;
  const char *next; /* (nullable): the style of the paragraph after it */
  const char *size;
  const char *colour;
  gboolean bold;
  int outline; /* level of a heading, 0 for none */
  const char *before;
  const char *after;
  const char *indent;
  const char *box;  /* background */
  const char *edge; /* border at the side where lines start */
  const char *pad;  /* padding above and below inside the box */
  gboolean keep;    /* on the same page as what follows */
  gboolean line;    /* to write on: with a rule under it */
} EhDocLook;

const EhDocLook *eh_doc_looks (guint *n_looks);
const EhDocLook *eh_doc_look (const char *name);
const char *eh_doc_look_of_item (const EhDocBlock *block, guint index);
const char *eh_doc_look_of_question (const EhDocBlock *block, int field);
const EhDocLook *eh_doc_look_brief (const EhDocLook *look);

G_END_DECLS
