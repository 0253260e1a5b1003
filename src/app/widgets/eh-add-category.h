#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_ADD_CATEGORY (eh_add_category_get_type ())
G_DECLARE_FINAL_TYPE (EhAddCategory, eh_add_category, EH, ADD_CATEGORY, GtkWidget)

GtkWidget *eh_add_category_new (void);
void eh_add_category_set_workspace (EhAddCategory *self, EhWorkspace *workspace);
void eh_add_category_set_framework (EhAddCategory *self, EhId framework_id);
void eh_add_category_offer (EhAddCategory *self, const char *text, gboolean empty);

G_END_DECLS
