#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CATEGORY_TREE (eh_category_tree_get_type ())
G_DECLARE_FINAL_TYPE (EhCategoryTree, eh_category_tree, EH, CATEGORY_TREE, GtkWidget)

GtkWidget *eh_category_tree_new (EhWorkspace *workspace);
void eh_category_tree_show (EhCategoryTree *self, EhId framework_id);
EhId eh_category_tree_get_selected (EhCategoryTree *self);
void eh_category_tree_select (EhCategoryTree *self, EhId id);

G_END_DECLS
