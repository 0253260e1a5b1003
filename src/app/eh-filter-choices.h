#pragma once

#include "eh-choice-button.h"
#include "eh-db.h"

G_BEGIN_DECLS

/**
 * EH_FILTER_ANY_KIND:
 *
 * The choice of no kind of insight; 0 is the kind that was not said.
 */
#define EH_FILTER_ANY_KIND (-1)

guint eh_filter_choices_fill_workshops (EhChoiceButton *button, EhDb *db);
void eh_filter_choices_fill_groups (EhChoiceButton *button, EhDb *db);
void eh_filter_choices_fill_frameworks (EhChoiceButton *button, EhDb *db);
void eh_filter_choices_fill_categories (EhChoiceButton *button, EhDb *db, EhId framework_id);
void eh_filter_choices_fill_subjects (EhChoiceButton *button, EhDb *db);
void eh_filter_choices_fill_kinds (EhChoiceButton *button);

G_END_DECLS
