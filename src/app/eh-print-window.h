#pragma once

#include "eh-print-desk.h"

G_BEGIN_DECLS

#define EH_TYPE_PRINT_WINDOW (eh_print_window_get_type ())
G_DECLARE_FINAL_TYPE (EhPrintWindow, eh_print_window, EH, PRINT_WINDOW, EhPrintDesk)

GtkWidget *eh_print_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
