#pragma once

#include "eh-publish-check.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PUBLISH_LIST (eh_publish_list_get_type ())
G_DECLARE_FINAL_TYPE (EhPublishList, eh_publish_list, EH, PUBLISH_LIST, GtkWidget)

GtkWidget *eh_publish_list_new (EhWorkspace *workspace);
void eh_publish_list_show (EhPublishList *self, EhDataset *dataset, EhPublishCheck *check);

G_END_DECLS
