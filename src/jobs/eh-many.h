#pragma once

#include "eh-job-project.h"

G_BEGIN_DECLS

/**
 * EhManyFunc:
 * @item: one of many
 * @data: what was given with the function
 * @cancellable: (nullable): stops it
 * @error: why it could not be done
 *
 * Does what is to be done with @item, in any thread.
 *
 * Returns: whether it is done
 */
typedef gboolean (*EhManyFunc) (gpointer item,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

gboolean eh_many_run (GPtrArray *items,
                      EhManyFunc func,
                      gpointer func_data,
                      EhJobProgress progress,
                      const char *words,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error);

G_END_DECLS
