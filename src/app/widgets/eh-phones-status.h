#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_PHONES_STATUS (eh_phones_status_get_type ())
G_DECLARE_FINAL_TYPE (EhPhonesStatus, eh_phones_status, EH, PHONES_STATUS, GtkWidget)

GtkWidget *eh_phones_status_new (EhWorkspace *workspace);

G_END_DECLS
