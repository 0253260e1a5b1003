#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_recovery_dialog_ask (GtkWindow *window, GFile *damaged, const char *why);

G_END_DECLS
