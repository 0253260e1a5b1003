#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CAPTURE_BAR (eh_capture_bar_get_type ())
G_DECLARE_FINAL_TYPE (EhCaptureBar, eh_capture_bar, EH, CAPTURE_BAR, GtkWidget)

void eh_capture_bar_set_workspace (EhCaptureBar *self, EhWorkspace *workspace);
void eh_capture_bar_write (EhCaptureBar *self);
void eh_capture_bar_set_narrow (EhCaptureBar *self, gboolean narrow);

G_END_DECLS
