#pragma once

#include "eh-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CARD_LIST (eh_card_list_get_type ())
G_DECLARE_FINAL_TYPE (EhCardList, eh_card_list, EH, CARD_LIST, GtkWidget)

/**
 * EhCardMaker:
 * @row: a row that has no card yet
 * @data: what was given with the maker
 *
 * Returns: (transfer floating): its card
 */
typedef GtkWidget *(*EhCardMaker) (gconstpointer row, gpointer data);

GtkWidget *eh_card_list_new (EhCardMaker make, gpointer data);
void eh_card_list_show (EhCardList *self, GPtrArray *rows);
void eh_card_list_clear (EhCardList *self);
GtkWidget *eh_card_list_find (EhCardList *self, EhId id);

void eh_card_set_form (GtkWidget *card, EhForm *form);
EhForm *eh_card_get_form (GtkWidget *card);
EhId eh_card_get_id (GtkWidget *card);

G_END_DECLS
