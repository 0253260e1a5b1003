#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

void eh_kiosk_ask (EhWorkspace *workspace, GtkWindow *main);

G_END_DECLS
