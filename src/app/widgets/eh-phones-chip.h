#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

GtkWidget *eh_phones_chip_new (EhWorkspace *workspace);

G_END_DECLS
