#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_PHONES_WINDOW (eh_phones_window_get_type ())
G_DECLARE_FINAL_TYPE (EhPhonesWindow, eh_phones_window, EH, PHONES_WINDOW, AdwWindow)

void eh_phones_window_show (EhWorkspace *workspace, GtkWindow *parent);
void eh_phones_window_close (EhWorkspace *workspace);

G_END_DECLS
