#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_APPLICATION (eh_application_get_type ())
G_DECLARE_FINAL_TYPE (EhApplication, eh_application, EH, APPLICATION, AdwApplication)

EhApplication *eh_application_new (void);
void eh_application_open_file (EhApplication *self, GFile *file, GtkWindow *from);

G_END_DECLS
