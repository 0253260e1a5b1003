#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_DECK_WINDOW (eh_deck_window_get_type ())
G_DECLARE_FINAL_TYPE (EhDeckWindow, eh_deck_window, EH, DECK_WINDOW, AdwWindow)

GtkWidget *eh_deck_window_new (EhWorkspace *workspace, GtkWindow *parent, EhId workshop_id);

G_END_DECLS
