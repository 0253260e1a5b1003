#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SUGGESTION_BOX (eh_suggestion_box_get_type ())
G_DECLARE_FINAL_TYPE (EhSuggestionBox, eh_suggestion_box, EH, SUGGESTION_BOX, GtkWidget)

GtkWidget *eh_suggestion_box_new (EhWorkspace *workspace);
void eh_suggestion_box_set_source (EhSuggestionBox *self,
                                   gboolean on,
                                   EhId framework_id,
                                   const char *coder);
void eh_suggestion_box_show (EhSuggestionBox *self, EhId insight_id, const char *text);
gboolean eh_suggestion_box_take (EhSuggestionBox *self, guint number);

G_END_DECLS
