#pragma once

#include "eh-catalogue.h"
#include "eh-doc-block.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EhDocMeta:
 *
 * What a document says of itself. All strings are owned by the document, and nothing is %NULL but
 * what is marked so.
 */
typedef struct {
  char *title;
  char *subtitle;      /* (nullable) */
  char *language;      /* BCP 47 */
  char *authors;       /* (nullable): one line of credit */
  char *licence;       /* (nullable) */
  char *licence_url;   /* (nullable) */
  char *date;          /* (nullable): ISO 8601, YYYY-MM-DD */
  char *description;   /* (nullable): a sentence for catalogues */
  char *status;        /* (nullable): such as "Draft for comment" */
  GPtrArray *keywords; /* (element-type utf8) */
  GPtrArray *details;  /* (element-type EhDocField): shown under the title, such as a version */
  gboolean rtl;
  gboolean compact;   /* of a page or two: its title takes little room on paper */
  gboolean brief;     /* headings and what stands under them come closer, for it must be short */
  double text_size;   /* points of the text on paper; 0 for the usual size */
  EhDocFigure *logo;  /* (nullable): over the title */
  char *accent;       /* (nullable): "#14506e": headings and rules; reads well on white */
  char *accent_2;     /* (nullable): the same, of what stands beside the text */
  EhCatalogue *words; /* (nullable): for what writers print themselves; NULL for the program's */
} EhDocMeta;

/**
 * EhDoc:
 *
 * A document: what it says of itself and its blocks in reading order. Immutable and counted by
 * reference, so that it may cross threads; made by #EhDocBuilder. Writers look nothing up: all that
 * they need is in here.
 */
typedef struct _EhDoc EhDoc;

EhDoc *eh_doc_ref (EhDoc *self);
void eh_doc_unref (EhDoc *self);
const EhDocMeta *eh_doc_meta (const EhDoc *self);
const char *eh_doc_say (const EhDoc *self, const char *message) G_GNUC_FORMAT (2);
guint eh_doc_n_blocks (const EhDoc *self);
const EhDocBlock *eh_doc_block (const EhDoc *self, guint index);
gboolean eh_doc_block_begins_group (const EhDoc *self, guint index);
gboolean eh_doc_block_ends_group (const EhDoc *self, guint index);
const EhDocBlock *eh_doc_block_by_id (const EhDoc *self, const char *id);
guint eh_doc_n_notes (const EhDoc *self);
const EhDocText *eh_doc_note (const EhDoc *self, guint number);
gboolean eh_doc_in_contents (const EhDoc *self, guint index);
gboolean eh_doc_has_long_contents (const EhDoc *self);
gboolean eh_doc_has_contents (const EhDoc *self);

/* For the builder: takes what it is given. */
EhDoc *eh_doc_new_take (EhDocMeta *meta, GPtrArray *blocks, GPtrArray *notes);
EhDocMeta *eh_doc_meta_new (const char *title, const char *language);
void eh_doc_meta_free (EhDocMeta *meta);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDoc, eh_doc_unref)

G_END_DECLS
