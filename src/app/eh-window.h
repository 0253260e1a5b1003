#pragma once

#include "eh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_WINDOW (eh_window_get_type ())
G_DECLARE_FINAL_TYPE (EhWindow, eh_window, EH, WINDOW, AdwApplicationWindow)

EhWindow *eh_window_new (GtkApplication *application);
void eh_window_open (EhWindow *self, GFile *file);
GFile *eh_window_get_file (EhWindow *self);
EhWorkspace *eh_window_get_workspace (EhWindow *self);
EhSession *eh_window_get_session (EhWindow *self);
void eh_window_show_place (EhWindow *self, const char *place_id);

G_END_DECLS
