#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *eh_welcome_new (void);
void eh_welcome_remember (GFile *file);

G_END_DECLS
