#pragma once

#include "eh-job-letters.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

/**
 * EhFeedbackState:
 * @index: the project
 * @plan: (element-type EhLetterItem): a letter for everybody who gets one
 * @items: participant -> their EhLetterItem
 * @gaps: (element-type EhFeedbackGap): what no reason is recorded for
 *
 * Who waits, as of one moment. Immutable.
 */
typedef struct {
  EhFeedbackIndex *index;
  GPtrArray *plan;
  GHashTable *items;
  GPtrArray *gaps;
} EhFeedbackState;

/**
 * EhToldState:
 * Whether somebody knows what became of what they said.
 */
typedef enum {
  EH_TOLD_STATE_WAITS,
  EH_TOLD_STATE_NEWS,
  EH_TOLD_STATE_TOLD,
  EH_TOLD_STATE_NO_LETTER,
  EH_TOLD_STATE_N_VALUES
} EhToldState;

void eh_feedback_state_free (EhFeedbackState *self);
const EhLetterItem *eh_feedback_state_item (EhFeedbackState *self, EhId person_id);
EhToldState eh_feedback_state_of (EhFeedbackState *self, EhId person_id);
char *eh_feedback_state_words (EhFeedbackState *self, EhId person_id);
char *
eh_feedback_state_wishes (const EhLetterItem *item, EhLetter *letter, const EhParticipant *person);
char *eh_feedback_state_gap_words (EhFeedbackState *self);
void eh_feedback_state_show_gap (EhFeedbackState *self, EhWorkspace *workspace);
char *eh_feedback_state_tolds (EhFeedbackState *self, EhId person_id);

void eh_feedback_state_new_async (EhDataset *dataset,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EhFeedbackState *eh_feedback_state_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhFeedbackState, eh_feedback_state_free)

G_END_DECLS
