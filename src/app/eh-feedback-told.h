#pragma once

#include "eh-job-letters.h"
#include "eh-told-form.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

EhToldHow eh_feedback_usual_way (const EhParticipant *person);
void eh_feedback_take_back (EhWorkspace *workspace, EhFeedbackIndex *index, EhId person_id);
void eh_feedback_mark (EhWorkspace *workspace,
                       EhFeedbackIndex *index,
                       GPtrArray *items,
                       EhToldForm *form);
void eh_feedback_mark_printed (EhWorkspace *workspace, EhFeedbackIndex *index, GPtrArray *items);

G_END_DECLS
