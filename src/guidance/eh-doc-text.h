#pragma once

/* guidance: documents and what writes them. May include charts, analysis, model and base; no store,
 * no GTK. */

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhDocText:
 *
 * A stretch of words in a document: runs, each plain, strong, emphasised, in another language, a
 * link, a reference to another block, the mark of a note, or a citation. What an XML document
 * cannot hold is left out as words come in, so that no writer has to look for it. A line feed is a
 * line break.
 */
typedef struct _EhDocText EhDocText;

typedef enum {
  EH_DOC_RUN_TEXT,
  EH_DOC_RUN_LINK,      /* target: an address on the web */
  EH_DOC_RUN_REFERENCE, /* target: the id of a block of the same document */
  EH_DOC_RUN_NOTE,      /* words: what the note says; text: the same without its marks */
  EH_DOC_RUN_CITATION,  /* target: the key of a resource; text: where in it, or empty; the builder
                           makes words of it, so that no writer meets one */
} EhDocRunKind;

typedef enum {
  EH_DOC_STYLE_NONE = 0,
  EH_DOC_STYLE_STRONG = 1 << 0,
  EH_DOC_STYLE_EMPHASIS = 1 << 1,
  EH_DOC_STYLE_SOFT = 1 << 2, /* paler: what is said of the words before it */
} EhDocStyle;

typedef struct {
  EhDocRunKind kind;
  EhDocStyle style;
  char *text;
  char *target;     /* (nullable) */
  char *language;   /* (nullable): BCP 47; NULL is the language around it */
  guint note;       /* the number of a note, counted through the document from 1 */
  EhDocText *words; /* (nullable): of a note */
} EhDocRun;

EhDocText *eh_doc_text_new (const char *text);
void eh_doc_text_free (EhDocText *self);
EhDocText *eh_doc_text_add (EhDocText *self, const char *text, EhDocStyle style);
EhDocText *eh_doc_text_add_language (EhDocText *self, const char *text, const char *language);
EhDocText *
eh_doc_text_add_styled (EhDocText *self, const char *text, EhDocStyle style, const char *language);
EhDocText *eh_doc_text_add_link (EhDocText *self, const char *text, const char *address);
EhDocText *eh_doc_text_add_reference (EhDocText *self, const char *text, const char *heading_id);
EhDocText *eh_doc_text_style_last (EhDocText *self, EhDocStyle style);
EhDocText *eh_doc_text_add_note (EhDocText *self, const char *note);
EhDocText *eh_doc_text_add_note_text (EhDocText *self, EhDocText *words);
EhDocText *eh_doc_text_add_citation (EhDocText *self, const char *key, const char *place);
guint eh_doc_text_n_runs (const EhDocText *self);
const EhDocRun *eh_doc_text_run (const EhDocText *self, guint index);
gboolean eh_doc_text_is_blank (const EhDocText *self);
char *eh_doc_text_to_plain (const EhDocText *self);

char *eh_doc_words (const char *text);
char *eh_doc_address (const char *address);
gboolean eh_doc_language_is_rtl (const char *language);

/* For the builder, which alone may change a text after it was made. */
EhDocRun *eh_doc_text_run_mutable (EhDocText *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocText, eh_doc_text_free)

G_END_DECLS
