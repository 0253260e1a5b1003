#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_WITHDRAWAL_WINDOW (eh_withdrawal_window_get_type ())
G_DECLARE_FINAL_TYPE (EhWithdrawalWindow, eh_withdrawal_window, EH, WITHDRAWAL_WINDOW, AdwWindow)

GtkWidget *
eh_withdrawal_window_new (EhWorkspace *workspace, GtkWindow *parent, EhId participant_id);

G_END_DECLS
