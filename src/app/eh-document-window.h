#pragma once

#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_DOCUMENT_WINDOW (eh_document_window_get_type ())
G_DECLARE_FINAL_TYPE (EhDocumentWindow, eh_document_window, EH, DOCUMENT_WINDOW, AdwWindow)

GtkWidget *eh_document_window_new (EhWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
