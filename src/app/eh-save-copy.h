#pragma once

#include "eh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_save_copy_ask (EhSession *session, EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
