#pragma once

#include "eh-guidance-body.h"

G_BEGIN_DECLS

/**
 * EhDiffKind:
 * What happened to a block between two states of a document.
 */
typedef enum {
  EH_DIFF_SAME,
  EH_DIFF_CHANGED,
  EH_DIFF_ADDED,
  EH_DIFF_REMOVED,
} EhDiffKind;

/**
 * EhBlockDiff:
 * @kind: what happened
 * @before: (nullable) (transfer none): the block as it was
 * @after: (nullable) (transfer none): as it is
 * @moved: it stands elsewhere among those that stayed
 * @gained: insights that it rests on now and did not before
 * @lost: insights that it rested on and does not now
 *
 * A block in two states of a document.
 */
typedef struct {
  EhDiffKind kind;
  const EhBlock *before;
  const EhBlock *after;
  gboolean moved;
  guint gained;
  guint lost;
} EhBlockDiff;

/**
 * EhWordDiff:
 * @kind: the same, added or removed
 * @text: (transfer full): some words
 *
 * A stretch of words in two states of a text.
 */
typedef struct {
  EhDiffKind kind;
  char *text;
} EhWordDiff;

GArray *eh_guidance_diff (const EhGuidanceBody *before, const EhGuidanceBody *after);
GArray *eh_word_diff (const char *before, const char *after);

G_END_DECLS
