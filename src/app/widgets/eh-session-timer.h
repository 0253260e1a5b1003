#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SESSION_TIMER (eh_session_timer_get_type ())
G_DECLARE_FINAL_TYPE (EhSessionTimer, eh_session_timer, EH, SESSION_TIMER, GtkWidget)

void eh_session_timer_set_workspace (EhSessionTimer *self, EhWorkspace *workspace);
void eh_session_timer_toggle (EhSessionTimer *self);

G_END_DECLS
