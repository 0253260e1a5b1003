#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_NEW_PROJECT (eh_new_project_get_type ())
G_DECLARE_FINAL_TYPE (EhNewProject, eh_new_project, EH, NEW_PROJECT, AdwWindow)

void eh_new_project_ask (GtkWindow *parent);
void eh_new_project_sample (GtkWindow *parent);

G_END_DECLS
