#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_WELCOME (eh_welcome_get_type ())
G_DECLARE_FINAL_TYPE (EhWelcome, eh_welcome, EH, WELCOME, GtkWidget)

GtkWidget *eh_welcome_new (void);
void eh_welcome_remember (GFile *file);

G_END_DECLS
