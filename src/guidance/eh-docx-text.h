#pragma once

#include "eh-doc-look.h"
#include "eh-doc.h"
#include "eh-xml-writer.h"

G_BEGIN_DECLS

/**
 * EhDocx:
 * @doc: the document
 * @w: the part that is being written
 * @links: (element-type utf8): addresses that the part leads to; the first is "link1"
 * @link_numbers: address to its number
 * @bookmarks: id of a block to the name of its bookmark (utf8)
 * @n_marks: bookmarks written so far
 * @language: (nullable): of the paragraph that is open, where it is not the document's
 *
 * What the parts of the writer of Office Open XML share.
 */
typedef struct {
  const EhDoc *doc;
  EhXmlWriter *w;
  GPtrArray *links;
  GHashTable *link_numbers;
  GHashTable *bookmarks;
  guint n_marks;
  const char *language;
} EhDocx;

/**
 * EhDocxParagraph:
 * @look: the style, as eh-doc-look.h names it
 * @language: (nullable): where it is not the document's
 * @page_break: begins a page
 * @keep: on the same page as what follows, whatever its style says
 * @list: number of the list that it is an item of, 0 for none
 * @level: within that list
 * @outline: level of a heading that its style does not say, 0 for none
 * @before: space above in twentieths of a point where it is not the style's, 0 for the style's
 * @unmarked: has the indent of a list, but no mark
 * @apart: must not melt into the box before it, which is like its own
 *
 * What a paragraph is.
 */
typedef struct {
  const char *look;
  const char *language;
  gboolean page_break;
  gboolean keep;
  guint list;
  guint level;
  guint outline;
  guint before;
  gboolean unmarked;
  gboolean apart;
} EhDocxParagraph;

void eh_docx_init (EhDocx *self, const EhDoc *doc, EhXmlWriter *w);
void eh_docx_clear (EhDocx *self);
void eh_docx_use_part (EhDocx *self, EhXmlWriter *w);

char *eh_docx_style_id (const char *look);
guint eh_docx_twips (const char *cm);
guint eh_docx_indent (const EhDocLook *look);
void eh_docx_value (EhXmlWriter *w, const char *element, const char *value);
void eh_docx_number (EhXmlWriter *w, const char *element, guint value);
void eh_docx_flag (EhXmlWriter *w, const char *element);
void eh_docx_language (EhXmlWriter *w, const char *language);
void eh_docx_namespaces (EhXmlWriter *w);

void eh_docx_open (EhDocx *self, const EhDocxParagraph *paragraph);
void eh_docx_close (EhDocx *self);
void eh_docx_words (EhDocx *self, const char *text, const char *style);
void eh_docx_runs (EhDocx *self, const EhDocText *text);
void eh_docx_mark (EhDocx *self, const char *id, gboolean opens);
void eh_docx_field (EhDocx *self, const char *instruction, const char *result, const char *style);
void eh_docx_counter (EhDocx *self, const char *sequence, const EhDocBlock *block);

G_END_DECLS
