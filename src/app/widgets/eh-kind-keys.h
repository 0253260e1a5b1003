#pragma once

#include "eh-choice-button.h"

G_BEGIN_DECLS

void eh_kind_keys_fill (EhChoiceButton *button);
void eh_kind_keys_add (GtkShortcutController *keys, GtkShortcutFunc chosen);

G_END_DECLS
