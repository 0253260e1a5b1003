#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_BANNER (eh_banner_get_type ())
G_DECLARE_FINAL_TYPE (EhBanner, eh_banner, EH, BANNER, GtkWidget)

void eh_banner_set_action (EhBanner *self, const char *label, const char *action_name);

G_END_DECLS
