#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

/**
 * EhDocBuilder:
 *
 * Builds a document from its start to its end. Plain strings are words as a person typed them;
 * where words need links, emphasis or notes, there is a variant that takes an #EhDocText. Blank
 * things are left out, headings never skip a level, ids are made unique, tables and figures are
 * numbered, and a reference to a heading that is not there becomes plain words.
 *
 * |[
 * g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("Sharing power", "en-GB");
 * eh_doc_builder_contents (b);
 * eh_doc_builder_heading (b, 1, "In short", NULL);
 * eh_doc_builder_paragraph (b, "Agree the agenda together.");
 * g_autoptr (EhDoc) doc = eh_doc_builder_end (b);
 * ]|
 */
typedef struct _EhDocBuilder EhDocBuilder;

/**
 * EhDocRecommendation:
 * @number: its number in the document, counted from 1; 0 for none
 * @text: the recommendation
 *
 * All strings may be %NULL but @text.
 */
typedef struct {
  guint number;
  const char *text;
  const char *action;   /* what to do, exactly */
  const char *audience; /* for whom */
  const char *stage;    /* when in a project */
  const char *owner;    /* who leads */
  const char *due;      /* by when */
  const char *status;
  const char *behind; /* who stands behind it */
} EhDocRecommendation;

/**
 * EhDocResource:
 *
 * An item of a resource list. All strings may be %NULL but @title.
 */
typedef struct {
  const char *title;
  const char *by;
  const char *year;
  const char *address;
  const char *good_for;
  const char *note; /* such as its length, cost or formats */
} EhDocResource;

/**
 * EhDocCite:
 * @key: the key of a resource, or its id
 * @place: where in it, or empty
 * @target: (out) (nullable): the id of the block to lead to
 *
 * Returns: (transfer full) (nullable): the words of a citation, such as "(Farr, 2021, p. 4)"; %NULL
 *   when nothing is known of the resource
 */
typedef char *(*EhDocCite) (const char *key, const char *place, char **target, gpointer data);

EhDocBuilder *eh_doc_builder_new (const char *title, const char *language);
void eh_doc_builder_free (EhDocBuilder *self);
EhDocMeta *eh_doc_builder_meta (EhDocBuilder *self);
void eh_doc_builder_set_source (EhDocBuilder *self, gint64 source);
void eh_doc_builder_set_markup (EhDocBuilder *self, gboolean markup);
void eh_doc_builder_set_cite (EhDocBuilder *self, EhDocCite cite, gpointer data);
guint eh_doc_builder_n_blocks (EhDocBuilder *self);
guint eh_doc_builder_n_items (EhDocBuilder *self);
void eh_doc_builder_detail (EhDocBuilder *self, const char *label, const char *value);
void eh_doc_builder_keyword (EhDocBuilder *self, const char *keyword);

const char *
eh_doc_builder_heading (EhDocBuilder *self, guint level, const char *text, const char *id);
void eh_doc_builder_paragraph (EhDocBuilder *self, const char *text);
void eh_doc_builder_paragraph_text (EhDocBuilder *self, EhDocText *text);
void eh_doc_builder_logo (EhDocBuilder *self, EhDocFigure *figure);
void eh_doc_builder_pictured (EhDocBuilder *self, EhDocFigure *figure, const char *text);
void eh_doc_builder_list (EhDocBuilder *self, gboolean ordered);
void eh_doc_builder_item (EhDocBuilder *self, guint level, const char *text);
void eh_doc_builder_item_text (EhDocBuilder *self, guint level, EhDocText *text);
void eh_doc_builder_quote (EhDocBuilder *self,
                           const char *text,
                           const char *attribution,
                           const char *language);
const char *
eh_doc_builder_recommendation (EhDocBuilder *self, const EhDocRecommendation *recommendation);
void eh_doc_builder_question (EhDocBuilder *self, const char *text, const char *why_ask);
void eh_doc_builder_callout (EhDocBuilder *self,
                             EhDocCalloutKind kind,
                             const char *title,
                             const char *text);
void eh_doc_builder_field (EhDocBuilder *self, const char *label, const char *text);
void eh_doc_builder_resource (EhDocBuilder *self, const EhDocResource *resource);
void eh_doc_builder_table (EhDocBuilder *self, const char *caption, EhDocTable *table);
void eh_doc_builder_figure (EhDocBuilder *self, const char *caption, EhDocFigure *figure);
void eh_doc_builder_page_break (EhDocBuilder *self);
void eh_doc_builder_contents (EhDocBuilder *self);
void eh_doc_builder_alias (EhDocBuilder *self, const char *alias);
void eh_doc_builder_room (EhDocBuilder *self, guint lines, const char *label);
void eh_doc_builder_go_on_list (EhDocBuilder *self);
void eh_doc_builder_item_alias (EhDocBuilder *self, const char *alias, const char *id);
void eh_doc_builder_language (EhDocBuilder *self, const char *language);
gboolean eh_doc_builder_added_since (EhDocBuilder *self, guint mark);
void eh_doc_builder_drop_empty_sections (EhDocBuilder *self);
EhDoc *eh_doc_builder_end (EhDocBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocBuilder, eh_doc_builder_free)

G_END_DECLS
