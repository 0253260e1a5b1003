#pragma once

#include "eh-session.h"

G_BEGIN_DECLS

#define EH_TYPE_NOTICES (eh_notices_get_type ())
G_DECLARE_FINAL_TYPE (EhNotices, eh_notices, EH, NOTICES, GtkBox)

void eh_notices_set_session (EhNotices *self, EhWorkspace *workspace, EhSession *session);
void eh_notices_set_news (EhNotices *self, const char *text);
void eh_notices_add_news (EhNotices *self, const char *text);

G_END_DECLS
