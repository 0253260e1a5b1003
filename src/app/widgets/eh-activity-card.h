#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_ACTIVITY_CARD (eh_activity_card_get_type ())
G_DECLARE_FINAL_TYPE (EhActivityCard, eh_activity_card, EH, ACTIVITY_CARD, GtkWidget)

GtkWidget *eh_activity_card_new (EhWorkspace *workspace, EhId activity_id);
EhId eh_activity_card_get_id (EhActivityCard *self);
void eh_activity_card_set_place (
    EhActivityCard *self, const char *time_text, gboolean first, gboolean last, gboolean is_break);
void eh_activity_card_edit_title (EhActivityCard *self);

G_END_DECLS
