#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_DAMAGED_WINDOW (eh_damaged_window_get_type ())
G_DECLARE_FINAL_TYPE (EhDamagedWindow, eh_damaged_window, EH, DAMAGED_WINDOW, AdwWindow)

GtkWidget *
eh_damaged_window_new (GtkWindow *parent, const char *name, const char *why, GPtrArray *backups);

G_END_DECLS
