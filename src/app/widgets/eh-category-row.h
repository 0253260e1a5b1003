#pragma once

#include "eh-category.h"
#include "eh-mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* No digit ticks it. */
#define EH_CATEGORY_ROW_NO_NUMBER 10

#define EH_TYPE_CATEGORY_ROW (eh_category_row_get_type ())
G_DECLARE_FINAL_TYPE (EhCategoryRow, eh_category_row, EH, CATEGORY_ROW, GtkWidget)

GtkWidget *eh_category_row_new (const EhCategory *category);
const EhCategory *eh_category_row_get_category (EhCategoryRow *self);
void eh_category_row_set_number (EhCategoryRow *self, guint number);
gboolean eh_category_row_has_number (EhCategoryRow *self);
void eh_category_row_set_state (EhCategoryRow *self, guint n_placed, guint n_insights);
guint eh_category_row_get_n_placed (EhCategoryRow *self);
void eh_category_row_set_mappings (EhCategoryRow *self, GPtrArray *mappings);
void eh_category_row_set_pointed (EhCategoryRow *self, gboolean pointed);
gboolean eh_category_row_matches (EhCategoryRow *self, const char *folded);
char *eh_category_row_describe (EhCategoryRow *self);

G_END_DECLS
