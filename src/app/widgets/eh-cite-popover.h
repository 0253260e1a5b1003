#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CITE_POPOVER (eh_cite_popover_get_type ())
G_DECLARE_FINAL_TYPE (EhCitePopover, eh_cite_popover, EH, CITE_POPOVER, GtkPopover)

EhCitePopover *
eh_cite_popover_open (GtkWidget *over, const GdkRectangle *at, EhWorkspace *workspace);

G_END_DECLS
