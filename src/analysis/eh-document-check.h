#pragma once

#include "eh-dataset.h"
#include "eh-finding.h"
#include "eh-writing-check.h"

G_BEGIN_DECLS

/**
 * EhBlockPart:
 * @EH_BLOCK_PART_WHOLE: the block itself, none of its words
 * @EH_BLOCK_PART_TEXT: its words
 * @EH_BLOCK_PART_DETAIL: its second text
 *
 * What of a block is meant.
 */
typedef enum {
  EH_BLOCK_PART_WHOLE,
  EH_BLOCK_PART_TEXT,
  EH_BLOCK_PART_DETAIL,
} EhBlockPart;

#define EH_DOCUMENT_NO_OWNER   "guidance.no-owner"
#define EH_DOCUMENT_NO_REASON  "guidance.no-reason"
#define EH_DOCUMENT_NO_PUBLIC  "guidance.no-public"
#define EH_DOCUMENT_NO_PICTURE "guidance.no-picture"
#define EH_DOCUMENT_NO_WORDS   "guidance.no-words"

/**
 * EhDocumentMark:
 * @block_id: the block
 * @part: what of it
 * @mark: what was found; its characters count in the text without markup (eh_markup_plain()), and
 * are 0 to 0 for the whole block
 * @severity: how much it matters
 * @looked_at: id of the #EhLookedAt that says it may stand
 * @stands: somebody has said so
 * @reported: eh_project_check_guidance() reports it too
 *
 * Something about a block that whoever writes may want to look at.
 */
typedef struct {
  EhId block_id;
  EhBlockPart part;
  EhWritingMark *mark;
  EhSeverity severity;
  EhId looked_at;
  gboolean stands;
  gboolean reported;
} EhDocumentMark;

EhDocumentMark *eh_document_mark_copy (const EhDocumentMark *self);
void eh_document_mark_free (EhDocumentMark *self);
const char *eh_document_mark_label (const EhDocumentMark *self);

/**
 * EhDocumentCheck:
 * @marks: (element-type EhDocumentMark): in the order of the document
 * @n_open: how many of them nobody has let stand
 * @figures: (element-type EhId utf8): of each chart for which nobody wrote what it shows, the
 *   sentence that it says by itself
 * @reading_level: how hard it is to read, with the name of the formula
 * @is_hard: it is harder than most people find easy
 *
 * A guidance looked over as it stands.
 */
typedef struct {
  GPtrArray *marks;
  guint n_open;
  GHashTable *figures;
  char *reading_level;
  gboolean is_hard;
} EhDocumentCheck;

EhDocumentCheck *eh_document_check_new (EhDataset *dataset, EhId guidance_id);
void eh_document_check_free (EhDocumentCheck *self);
void eh_document_check_report (EhDocumentCheck *self,
                               EhDataset *dataset,
                               EhId guidance_id,
                               GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocumentCheck, eh_document_check_free)

G_END_DECLS
