#pragma once

/* What became of what one person said, as facts: for a letter to that person and to nobody else. */

#include "eh-catalogue.h"
#include "eh-dataset.h"
#include "eh-hidden-names.h"
#include "eh-unquotable.h"

G_BEGIN_DECLS

/**
 * EhLetterDue:
 * @EH_LETTER_DUE: they get a letter
 * @EH_LETTER_WITHDRAWN: they have withdrawn
 * @EH_LETTER_NO_CONTACT: they do not want to be written to
 * @EH_LETTER_NOT_TAKING_PART: they do not take part
 *
 * Whether somebody is written to, and why not.
 */
typedef enum {
  EH_LETTER_DUE,
  EH_LETTER_WITHDRAWN,
  EH_LETTER_NO_CONTACT,
  EH_LETTER_NOT_TAKING_PART,
  EH_LETTER_DUE_N_VALUES
} EhLetterDue;

/**
 * EhFeedbackSaid:
 * @insight: what they said
 * @shared: with others, of whom nothing is told
 * @used: guidance rests on it, is shaped by it, stands beside it or quotes it
 * @why_not: (nullable): the reason why it is set aside; empty where none is recorded; %NULL where
 *   it is not
 *
 * Something that a person said.
 */
typedef struct {
  const EhInsight *insight;
  gboolean shared;
  gboolean used;
  char *why_not;
} EhFeedbackSaid;

/**
 * EhFeedbackUse:
 * @block: a part of the guidance
 * @guidance: (nullable): of which document
 * @heading: (nullable): the heading that it stands under
 * @quoted: it quotes them
 * @stance: how what they said bears on it, where it does not quote them
 * @numbers: (element-type guint): which of what they said, counted from 1
 *
 * Where something that a person said went.
 */
typedef struct {
  const EhBlock *block;
  const EhGuidance *guidance;
  const EhBlock *heading;
  gboolean quoted;
  EhStance stance;
  GArray *numbers;
} EhFeedbackUse;

/**
 * EhFeedback:
 * @dataset: the project
 * @person: (nullable): who; %NULL for whoever holds a slip of paper
 * @consent: (nullable): what they agreed to
 * @said: (element-type EhFeedbackSaid): oldest first
 * @uses: (element-type EhFeedbackUse): in the order of the documents
 * @workshops: (element-type EhWorkshop): where they were
 * @promises: (element-type EhPromise): what was promised to them, to their group or to all
 * @payments: (element-type EhPayment): theirs
 * @guidances: (element-type EhGuidance): the documents
 *
 * What became of what one person said. The rows are the dataset's.
 */
typedef struct {
  EhDataset *dataset;
  const EhParticipant *person;
  const EhConsent *consent;
  GPtrArray *said;
  GPtrArray *uses;
  GPtrArray *workshops;
  GPtrArray *promises;
  GPtrArray *payments;
  GPtrArray *guidances;
} EhFeedback;

/**
 * EhFeedbackGap:
 * @block: (nullable): a recommendation that is not done
 * @insight: (nullable): or an insight that is set aside
 *
 * Something of which no reason is recorded.
 */
typedef struct {
  const EhBlock *block;
  const EhInsight *insight;
} EhFeedbackGap;

/**
 * EhFeedbackIndex:
 *
 * A project, ready to be asked about one person after another. Immutable; may be read from any
 * thread.
 */
typedef struct _EhFeedbackIndex EhFeedbackIndex;

EhFeedbackIndex *eh_feedback_index_new (EhDataset *dataset);
EhFeedbackIndex *eh_feedback_index_ref (EhFeedbackIndex *self);
void eh_feedback_index_unref (EhFeedbackIndex *self);
EhDataset *eh_feedback_index_get_dataset (EhFeedbackIndex *self);
const EhUnquotable *eh_feedback_index_get_unquotable (EhFeedbackIndex *self);
EhHiddenNames *eh_feedback_index_get_names (EhFeedbackIndex *self);
EhCatalogue *eh_feedback_index_words (EhFeedbackIndex *self, const char *language);
EhLetterDue eh_feedback_index_due (EhFeedbackIndex *self, const EhParticipant *person);
const EhTold *eh_feedback_index_last_told (EhFeedbackIndex *self, EhId participant_id);
GPtrArray *eh_feedback_index_without_reason (EhFeedbackIndex *self);

EhFeedback *eh_feedback_new (EhFeedbackIndex *index, EhId participant_id);
EhFeedback *eh_feedback_new_for_insights (EhFeedbackIndex *index, const EhId *ids, guint n_ids);
void eh_feedback_free (EhFeedback *self);
char *eh_feedback_digest (const EhFeedback *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhFeedbackIndex, eh_feedback_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhFeedback, eh_feedback_free)

G_END_DECLS
