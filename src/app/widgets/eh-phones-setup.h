#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_PHONES_SETUP (eh_phones_setup_get_type ())
G_DECLARE_FINAL_TYPE (EhPhonesSetup, eh_phones_setup, EH, PHONES_SETUP, GtkWidget)

GtkWidget *eh_phones_setup_new (EhWorkspace *workspace);

G_END_DECLS
