#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_opening_ask (GtkWindow *window);

G_END_DECLS
