#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

char *eh_link_from_address (const char *address);
char *eh_link_from_doi (const char *doi);
void eh_link_open_folder (EhWorkspace *workspace, GtkWidget *widget, const char *uri);
void eh_link_open (EhWorkspace *workspace, GtkWidget *widget, const char *uri);

G_END_DECLS
