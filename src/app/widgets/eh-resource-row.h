#pragma once

#include "eh-resource.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_RESOURCE_ROW (eh_resource_row_get_type ())
G_DECLARE_FINAL_TYPE (EhResourceRow, eh_resource_row, EH, RESOURCE_ROW, GtkWidget)

GtkWidget *eh_resource_row_new (void);
char *eh_resource_row_show (EhResourceRow *self, const EhResource *resource);
char *eh_resource_kind_label (const char *kind);

G_END_DECLS
