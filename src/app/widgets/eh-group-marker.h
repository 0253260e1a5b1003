#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_GROUP_MARKER (eh_group_marker_get_type ())
G_DECLARE_FINAL_TYPE (EhGroupMarker, eh_group_marker, EH, GROUP_MARKER, GtkWidget)

GtkWidget *eh_group_marker_new (int slot);
void eh_group_marker_set_slot (EhGroupMarker *self, int slot);

int eh_group_marker_size (GtkWidget *widget);
void eh_group_marker_paint (GtkSnapshot *snapshot, const graphene_rect_t *bounds, int slot);

G_END_DECLS
