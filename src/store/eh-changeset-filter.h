#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eh_changeset_is_sound (GBytes *changes);
GBytes *eh_changeset_without (GBytes *changes, GHashTable *ids, gboolean *touched);

G_END_DECLS
