#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WHO_CHIP (eh_who_chip_get_type ())
G_DECLARE_FINAL_TYPE (EhWhoChip, eh_who_chip, EH, WHO_CHIP, GtkWidget)

void eh_who_chip_set_workspace (EhWhoChip *self, EhWorkspace *workspace);
void eh_who_chip_set_who (EhWhoChip *self, GPtrArray *contributors, EhId role_group_id);
void eh_who_chip_set_mixed (EhWhoChip *self);
GPtrArray *eh_who_chip_get_contributors (EhWhoChip *self);
EhId eh_who_chip_get_role_group (EhWhoChip *self);
const char *eh_who_chip_get_text (EhWhoChip *self);
void eh_who_chip_refresh (EhWhoChip *self);
void eh_who_chip_open (EhWhoChip *self, const char *typed, EhId workshop_id);

G_END_DECLS
