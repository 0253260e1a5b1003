#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_CATEGORY_COUNTS (eh_category_counts_get_type ())
G_DECLARE_FINAL_TYPE (EhCategoryCounts, eh_category_counts, EH, CATEGORY_COUNTS, GObject)

EhCategoryCounts *eh_category_counts_of (EhWorkspace *workspace);
GHashTable *eh_category_counts_get (EhCategoryCounts *self);
gboolean eh_category_counts_are_known (EhCategoryCounts *self);

G_END_DECLS
