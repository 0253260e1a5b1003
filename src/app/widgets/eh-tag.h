#pragma once

#include "eh-chart-colour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Between its words and its sides, and above and below them. */
#define EH_TAG_PADDING 8
#define EH_TAG_MARGIN  2

#define EH_TYPE_TAG (eh_tag_get_type ())
G_DECLARE_FINAL_TYPE (EhTag, eh_tag, EH, TAG, GtkWidget)

GtkWidget *eh_tag_new (const char *text, int slot);
void eh_tag_set (EhTag *self, const char *text, int slot);

EhChartColour eh_tag_ink (int slot);
void eh_tag_paint (GtkSnapshot *snapshot, const graphene_rect_t *bounds, int slot);

G_END_DECLS
