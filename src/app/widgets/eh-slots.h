#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EhSlotMake:
 * @data: what eh_slots_attach() was given
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
typedef GtkWidget *(*EhSlotMake) (gpointer data);

/**
 * EhSlotShow:
 * @row: a row that was made for the list
 * @list_item: whose item it shall show, and which it names for screen readers
 * @data: what eh_slots_attach() was given
 */
typedef void (*EhSlotShow) (GtkWidget *row, GtkListItem *list_item, gpointer data);

void eh_slots_attach (
    GtkListView *list, EhSlotMake make, EhSlotShow show, gpointer data, int row_height);
void eh_slots_expect (GtkListView *list, guint position);

G_END_DECLS
