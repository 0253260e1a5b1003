#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_ASK_POPOVER (eh_ask_popover_get_type ())
G_DECLARE_FINAL_TYPE (EhAskPopover, eh_ask_popover, EH, ASK_POPOVER, GtkPopover)

EhAskPopover *eh_ask_popover_open (GtkWidget *over,
                                   const GdkRectangle *at,
                                   const char *question,
                                   const char *answer,
                                   const char *accept,
                                   const char *refuse);

G_END_DECLS
