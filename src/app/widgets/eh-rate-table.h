#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_RATE_TABLE (eh_rate_table_get_type ())
G_DECLARE_FINAL_TYPE (EhRateTable, eh_rate_table, EH, RATE_TABLE, GtkWidget)

GtkWidget *eh_rate_table_new (EhWorkspace *workspace);

G_END_DECLS
