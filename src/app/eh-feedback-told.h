#pragma once

#include "eh-job-letters.h"
#include "eh-told-form.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

EhToldHow eh_feedback_usual_way (const EhParticipant *person);
gboolean eh_feedback_mark (EhWorkspace *workspace,
                           EhFeedbackIndex *index,
                           GPtrArray *items,
                           EhToldForm *form);

G_END_DECLS
