#pragma once

#include "eh-dataset.h"
#include "eh-id.h"
#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhTextUse:
 * @EH_TEXT_USE_NONE: the words may not be used
 * @EH_TEXT_USE_GIST: the plain version may, not as a quotation
 * @EH_TEXT_USE_QUOTE: the words may be quoted as they are
 */
typedef enum {
  EH_TEXT_USE_NONE,
  EH_TEXT_USE_GIST,
  EH_TEXT_USE_QUOTE,
} EhTextUse;

/**
 * EhWithheld:
 * @EH_WITHHELD_NOT: nothing is
 * @EH_WITHHELD_WITHDRAWN: somebody took the words back, or does not take part
 * @EH_WITHHELD_REFUSED: somebody does not want to be quoted
 * @EH_WITHHELD_NOT_ASKED: somebody has not been asked
 * @EH_WITHHELD_NO_GIST: only a plain version may be used, and there is none
 * @EH_WITHHELD_NOT_CHECKED: somebody wants to see it first, and has not
 * @EH_WITHHELD_GONE: there is no such insight
 *
 * Why words may not be used. Where there are several reasons, the first of them in this order.
 */
typedef enum {
  EH_WITHHELD_NOT,
  EH_WITHHELD_WITHDRAWN,
  EH_WITHHELD_REFUSED,
  EH_WITHHELD_NOT_ASKED,
  EH_WITHHELD_NO_GIST,
  EH_WITHHELD_NOT_CHECKED,
  EH_WITHHELD_GONE,
  EH_WITHHELD_N_VALUES
} EhWithheld;

/**
 * EhPublicInsight:
 * @id: to find it again inside the program; @ref is what is printed
 * @ref: a short code that stays the same from one version of a document to the next
 * @kind: what it is
 * @agreement: how far the room shared it
 * @parked: out of scope
 * @use: how its words may be used
 * @withheld: why they may not
 * @text: (nullable): the words that may be used; %NULL for none
 * @credit: whose it is, as they chose and as is safe: "Asha", "A. M.", "a carer", "a contributor"
 * @named: whether @credit points to a person, by whatever name
 * @may_travel: everybody behind it let the words be used beyond this guidance, under an open
 * licence
 *
 * An insight as it may leave the program. Immutable.
 */
typedef struct {
  EhId id;
  char *ref;
  EhInsightKind kind;
  EhAgreement agreement;
  gboolean parked;
  EhTextUse use;
  EhWithheld withheld;
  char *text;
  char *credit;
  gboolean named;
  gboolean may_travel;
} EhPublicInsight;

EhTextUse eh_public_insight_use_of (EhDataset *dataset, const EhInsight *insight);
void eh_public_insight_free (EhPublicInsight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPublicInsight, eh_public_insight_free)

/**
 * EhPublicEvidence:
 * @insight: (transfer full): the insight
 * @stance: how it bears on the block
 */
typedef struct {
  EhPublicInsight *insight;
  EhStance stance;
} EhPublicEvidence;

void eh_public_evidence_free (EhPublicEvidence *self);

G_END_DECLS
