#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhThrottle:
 *
 * How much may come, of each and in all: a bucket that holds some at once and fills again at a
 * steady rate. Knows who comes by a number made with a secret of its own: nobody's address is in
 * it.
 */
typedef struct _EhThrottle EhThrottle;

EhThrottle *eh_throttle_new (double at_once, double per_second);
void eh_throttle_free (EhThrottle *self);
gboolean eh_throttle_take (EhThrottle *self, const char *who, gint64 now);
gboolean eh_throttle_is_empty (EhThrottle *self, const char *who, gint64 now);
guint eh_throttle_wait (EhThrottle *self, const char *who, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhThrottle, eh_throttle_free)

G_END_DECLS
