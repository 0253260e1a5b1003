#pragma once

#include "eh-wall-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WALL_CHARTS (eh_wall_charts_get_type ())
G_DECLARE_FINAL_TYPE (EhWallCharts, eh_wall_charts, EH, WALL_CHARTS, GtkWidget)

GtkWidget *eh_wall_charts_new (void);
void eh_wall_charts_show (EhWallCharts *self, EhWallData *data);
void eh_wall_charts_set_scale (EhWallCharts *self, double scale);
void eh_wall_charts_next (EhWallCharts *self);

G_END_DECLS
