#pragma once

#include "eh-merge.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_MERGE_CHOICE (eh_merge_choice_get_type ())
G_DECLARE_FINAL_TYPE (EhMergeChoice, eh_merge_choice, EH, MERGE_CHOICE, GtkWidget)

GtkWidget *eh_merge_choice_new (EhWorkspace *workspace, EhMergeConflict *conflict);

G_END_DECLS
