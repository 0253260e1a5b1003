#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_history_changes_show (GtkBox *box, EhWorkspace *workspace, gint64 seq);

G_END_DECLS
