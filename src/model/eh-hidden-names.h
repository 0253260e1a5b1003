#pragma once

#include "eh-id.h"

G_BEGIN_DECLS

/**
 * EhHiddenNames:
 *
 * What stands in the place of people's names while others can see the screen: the role group and a
 * number, "Public contributor 3". The number comes from the order in which people were recorded in
 * their group, so it stays the same as others are added, on every computer. Free with
 * eh_hidden_names_free().
 */
typedef struct _EhHiddenNames EhHiddenNames;

EhHiddenNames *eh_hidden_names_new (GPtrArray *people, GPtrArray *groups);
void eh_hidden_names_free (EhHiddenNames *self);
const char *eh_hidden_names_label (EhHiddenNames *self, EhId participant_id);
char *eh_hidden_names_apply (EhHiddenNames *self, const char *text);
char *
eh_hidden_names_apply_for (EhHiddenNames *self, const char *text, EhId reader, const char *instead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhHiddenNames, eh_hidden_names_free)

G_END_DECLS
