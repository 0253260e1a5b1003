#pragma once

#include "eh-reach.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_NETWORK_HELP (eh_network_help_get_type ())
G_DECLARE_FINAL_TYPE (EhNetworkHelp, eh_network_help, EH, NETWORK_HELP, GtkWidget)

GtkWidget *eh_network_help_new (GtkWindow *window);
char *eh_network_help_say (EhReach reach, const char *address);

G_END_DECLS
