#pragma once

#include "eh-kept.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *eh_kept_row_new (const EhKept *kept);
void eh_kept_row_add_hint (GtkWidget *row, const char *text, gboolean is_warning);
GtkWidget *eh_kept_row_add_button (GtkWidget *row, const char *label, const char *name);

G_END_DECLS
