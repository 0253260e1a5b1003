#pragma once

#include "eh-job-paper.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PRINT_CHOICES (eh_print_choices_get_type ())
G_DECLARE_FINAL_TYPE (EhPrintChoices, eh_print_choices, EH, PRINT_CHOICES, GtkWidget)

GtkWidget *eh_print_choices_new (EhWorkspace *workspace);
void eh_print_choices_refresh (EhPrintChoices *self);
EhPaperOrder eh_print_choices_get_order (EhPrintChoices *self);
guint eh_print_choices_get_first (EhPrintChoices *self);
guint eh_print_choices_get_count (EhPrintChoices *self);
char *eh_print_choices_get_why_not (EhPrintChoices *self);

G_END_DECLS
