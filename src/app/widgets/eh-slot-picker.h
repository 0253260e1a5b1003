#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SLOT_PICKER (eh_slot_picker_get_type ())
G_DECLARE_FINAL_TYPE (EhSlotPicker, eh_slot_picker, EH, SLOT_PICKER, GtkWidget)

GtkWidget *eh_slot_swatch_new (guint slot, int width, int height);

GtkWidget *eh_slot_picker_new (void);
void eh_slot_picker_set_slot (EhSlotPicker *self, guint slot);
guint eh_slot_picker_get_slot (EhSlotPicker *self);

G_END_DECLS
