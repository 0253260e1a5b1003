#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_KIOSK_WINDOW (eh_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (EhKioskWindow, eh_kiosk_window, EH, KIOSK_WINDOW, GtkWindow)

void eh_kiosk_window_start (EhWorkspace *workspace,
                            GtkWindow *main,
                            gboolean straight,
                            const char *passphrase);

G_END_DECLS
