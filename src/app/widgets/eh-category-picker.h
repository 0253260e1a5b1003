#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CATEGORY_PICKER (eh_category_picker_get_type ())
G_DECLARE_FINAL_TYPE (EhCategoryPicker, eh_category_picker, EH, CATEGORY_PICKER, GtkWidget)

void eh_category_picker_set_workspace (EhCategoryPicker *self, EhWorkspace *workspace);
void eh_category_picker_show (EhCategoryPicker *self, GArray *ids);
void eh_category_picker_refresh (EhCategoryPicker *self);
gboolean eh_category_picker_toggle_number (EhCategoryPicker *self, guint number);
gboolean eh_category_picker_is_typing (EhCategoryPicker *self);
void eh_category_picker_set_coder (EhCategoryPicker *self,
                                   const char *coder,
                                   gboolean blind,
                                   EhId framework_id);
void eh_category_picker_set_span (EhCategoryPicker *self, gint64 span_start, gint64 span_end);
gboolean eh_category_picker_is_pointing (EhCategoryPicker *self);
void eh_category_picker_clear (EhCategoryPicker *self);
void eh_category_picker_place (EhCategoryPicker *self, EhId category_id);

G_END_DECLS
