#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhRewordFunc:
 * @type: a table
 * @id: a row's
 * @field: one of its members
 * @text: what it says
 *
 * Returns: (transfer full) (nullable): what it shall say instead
 */
typedef char *(*EhRewordFunc) (
    const EhRowType *type, EhId id, const EhField *field, const char *text, gconstpointer data);

gboolean eh_changeset_is_sound (GBytes *changes);
GBytes *eh_changeset_without (GBytes *changes, GHashTable *ids, gboolean *touched);
GBytes *
eh_changeset_reworded (GBytes *changes, EhRewordFunc func, gconstpointer data, gboolean *touched);

G_END_DECLS
