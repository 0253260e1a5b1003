#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SECTIONS (eh_sections_get_type ())
G_DECLARE_FINAL_TYPE (EhSections, eh_sections, EH, SECTIONS, GtkWidget)

void eh_sections_set_name (EhSections *self, const char *name);
void eh_sections_set_stack (EhSections *self, GtkStack *stack);

G_END_DECLS
