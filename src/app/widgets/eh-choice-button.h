#pragma once

#include "eh-id.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_CHOICE_BUTTON (eh_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (EhChoiceButton, eh_choice_button, EH, CHOICE_BUTTON, GtkWidget)

/**
 * EH_CHOICE_NO_MARKER:
 *
 * A choice that is no role group.
 */
#define EH_CHOICE_NO_MARKER (-2)

GtkWidget *eh_choice_button_new (const char *title);
void eh_choice_button_set_title (EhChoiceButton *self, const char *title);
void eh_choice_button_clear (EhChoiceButton *self);
void eh_choice_button_add (
    EhChoiceButton *self, EhId id, const char *label, guint depth, const char *key, int slot);
EhId eh_choice_button_get_selected (EhChoiceButton *self);
void eh_choice_button_set_selected (EhChoiceButton *self, EhId id);
void eh_choice_button_set_resting (EhChoiceButton *self, EhId id);
const char *eh_choice_button_get_text (EhChoiceButton *self);
void eh_choice_button_open (EhChoiceButton *self);

G_END_DECLS
