#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SORT_OPTIONS (eh_sort_options_get_type ())
G_DECLARE_FINAL_TYPE (EhSortOptions, eh_sort_options, EH, SORT_OPTIONS, GtkWidget)

GtkWidget *eh_sort_options_new (EhWorkspace *workspace);
EhId eh_sort_options_get_framework (EhSortOptions *self);
const char *eh_sort_options_get_framework_name (EhSortOptions *self);
gboolean eh_sort_options_get_own (EhSortOptions *self);
gboolean eh_sort_options_get_blind (EhSortOptions *self);
gboolean eh_sort_options_get_suggest (EhSortOptions *self);
char *eh_sort_options_get_coder (EhSortOptions *self);

G_END_DECLS
