#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_TAG (eh_tag_get_type ())
G_DECLARE_FINAL_TYPE (EhTag, eh_tag, EH, TAG, GtkWidget)

GtkWidget *eh_tag_new (const char *text, int slot);
void eh_tag_set (EhTag *self, const char *text, int slot);

G_END_DECLS
