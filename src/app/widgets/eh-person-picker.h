#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PERSON_PICKER (eh_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (EhPersonPicker, eh_person_picker, EH, PERSON_PICKER, GtkPopover)

GtkWidget *eh_person_picker_new (EhWorkspace *workspace);
void eh_person_picker_start (EhPersonPicker *self, const char *typed, EhId workshop_id);

G_END_DECLS
