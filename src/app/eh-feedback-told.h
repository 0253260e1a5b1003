#pragma once

#include "eh-job-letters.h"
#include "eh-told-form.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

/**
 * EhFeedbackMarked:
 * @noted: whether it is in the project now
 * @data: what was given for it
 */
typedef void (*EhFeedbackMarked) (gboolean noted, gpointer data);

EhToldHow eh_feedback_usual_way (const EhParticipant *person);
void eh_feedback_take_back (EhWorkspace *workspace, EhFeedbackIndex *index, EhId person_id);
void eh_feedback_mark (EhWorkspace *workspace,
                       EhFeedbackIndex *index,
                       GPtrArray *items,
                       EhToldForm *form);
void eh_feedback_mark_printed (EhWorkspace *workspace,
                               EhFeedbackIndex *index,
                               GPtrArray *items,
                               EhFeedbackMarked marked,
                               gpointer data);

G_END_DECLS
