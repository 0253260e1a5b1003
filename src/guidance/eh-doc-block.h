#pragma once

#include "eh-doc-figure.h"
#include "eh-doc-table.h"
#include "eh-doc-text.h"

G_BEGIN_DECLS

typedef enum {
  EH_DOC_BLOCK_HEADING,        /* level 1-4, id, text */
  EH_DOC_BLOCK_PARAGRAPH,      /* text, figure (nullable: a small one, before the words) */
  EH_DOC_BLOCK_LIST,           /* ordered, items */
  EH_DOC_BLOCK_QUOTE,          /* text, attribution */
  EH_DOC_BLOCK_RECOMMENDATION, /* label, text, fields */
  EH_DOC_BLOCK_QUESTION,       /* label (nullable), text, fields, room, room_label */
  EH_DOC_BLOCK_CALLOUT,        /* callout, label, text (the title), items, fields */
  EH_DOC_BLOCK_RESOURCE,       /* text (the title, perhaps a link), fields */
  EH_DOC_BLOCK_TABLE,          /* label, text (the caption), table */
  EH_DOC_BLOCK_FIGURE,         /* label, text (the caption), figure */
  EH_DOC_BLOCK_ROOM,           /* room, room_label (nullable) */
  EH_DOC_BLOCK_PAGE_BREAK,
  EH_DOC_BLOCK_CONTENTS, /* label */
} EhDocBlockKind;

typedef enum {
  EH_DOC_CALLOUT_NOTE,
  EH_DOC_CALLOUT_DISAGREEMENT,
  EH_DOC_CALLOUT_CAUTION,
} EhDocCalloutKind;

/* A name and what it is for this thing: "For whom: research teams". */
typedef struct {
  char *label;
  EhDocText *text;
} EhDocField;

/* A line of a list, or a paragraph of a callout. */
typedef struct {
  guint level; /* 0, or 1 for a list within a list */
  char *id;    /* (nullable): of a line that a citation leads to; unique in the document */
  EhDocText *text;
} EhDocItem;

/**
 * EhDocBlock:
 *
 * One block of a document; which members it has is said beside its kind, the rest are %NULL or 0.
 * Labels ("Recommendation 3", "Figure 1", "Note") are words to print, made by the builder, so that
 * every writer prints the same.
 */
typedef struct {
  EhDocBlockKind kind;
  guint level;
  guint number;
  char *id;       /* heading, table, figure, recommendation: unique in the document */
  char *language; /* (nullable): BCP 47, where it is not the document's */
  char *label;
  EhDocText *text;
  char *attribution; /* (nullable) */
  gboolean ordered;
  EhDocCalloutKind callout;
  GPtrArray *items;  /* (element-type EhDocItem) */
  GPtrArray *fields; /* (element-type EhDocField) */
  EhDocTable *table;
  EhDocFigure *figure;
  guint room;       /* lines to write on, on paper */
  char *room_label; /* (nullable): at the beginning of the first of them */
  gint64 source;    /* what it was made of, as the builder was told; 0 for nothing */
} EhDocBlock;

EhDocBlock *eh_doc_block_new (EhDocBlockKind kind);
void eh_doc_block_free (EhDocBlock *self);
void eh_doc_block_add_field (EhDocBlock *self, const char *label, EhDocText *text);
void eh_doc_block_add_item (EhDocBlock *self, guint level, EhDocText *text);

const char *eh_doc_block_address (const EhDocBlock *self);

typedef void (*EhDocTextFunc) (EhDocText *text, gpointer data);
void eh_doc_block_foreach_text (EhDocBlock *self, EhDocTextFunc func, gpointer data);

EhDocField *eh_doc_field_new (const char *label, EhDocText *text);
void eh_doc_field_free (EhDocField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocBlock, eh_doc_block_free)

G_END_DECLS
