#pragma once

/* Private to analysis: which numbers of a table with totals must be withheld; see eh-suppress.c. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EhSuppress EhSuppress;

EhSuppress *eh_suppress_new (guint threshold, double unit, guint n_nodes);
void eh_suppress_free (EhSuppress *self);

void eh_suppress_set_crowd (EhSuppress *self, guint crowd, guint people);
guint eh_suppress_add (EhSuppress *self, guint from, guint to);
void eh_suppress_put (EhSuppress *self, guint element, guint person, double amount);
void eh_suppress_put_crowd (EhSuppress *self, guint element, guint crowd, double amount);
void eh_suppress_add_line (EhSuppress *self, const guint *elements, guint n, guint total);
void eh_suppress_force (EhSuppress *self, guint element);
void eh_suppress_withhold (EhSuppress *self, guint element);

void eh_suppress_run (EhSuppress *self);
gboolean eh_suppress_is_hidden (EhSuppress *self, guint element);
gboolean eh_suppress_is_safe (EhSuppress *self, const guint *elements, guint n);
double eh_suppress_count (EhSuppress *self, guint element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhSuppress, eh_suppress_free)

G_END_DECLS
