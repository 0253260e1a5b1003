#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_RULE_LIST (eh_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (EhRuleList, eh_rule_list, EH, RULE_LIST, GtkWidget)

GtkWidget *eh_rule_list_new (EhWorkspace *workspace);
void eh_rule_list_set_workshop (EhRuleList *self, EhId workshop_id);

G_END_DECLS
