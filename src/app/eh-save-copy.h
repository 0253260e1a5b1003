#pragma once

#include "eh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_SAVE_COPY (eh_save_copy_get_type ())
G_DECLARE_FINAL_TYPE (EhSaveCopy, eh_save_copy, EH, SAVE_COPY, AdwWindow)

void eh_save_copy_ask (EhSession *session, EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
