#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhAlike:
 *
 * How many of the same kind a list has, so that two thousand of one do not bury what stands alone.
 */
typedef struct _EhAlike EhAlike;

EhAlike *eh_alike_new (void);
void eh_alike_free (EhAlike *self);
void eh_alike_add (EhAlike *self, const char *kind);
gboolean eh_alike_next (EhAlike *self, const char *kind, guint *n_more);
char *eh_alike_more_text (guint n_more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhAlike, eh_alike_free)

G_END_DECLS
