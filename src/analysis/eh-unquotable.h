#pragma once

#include "eh-dataset.h"
#include "eh-public-insight.h"

G_BEGIN_DECLS

/**
 * EhUnquotable:
 *
 * What people said and did not agree to be quoted with, as far as others have copied it into what
 * the team wrote. Immutable; may be read from any thread.
 */
typedef struct _EhUnquotable EhUnquotable;

EhUnquotable *eh_unquotable_new (EhDataset *dataset);
void eh_unquotable_free (EhUnquotable *self);
gboolean eh_unquotable_stands_in (const EhUnquotable *self, const char *text);
char *eh_unquotable_leave_out (const EhUnquotable *self,
                               const char *text,
                               EhId reader,
                               const char *instead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhUnquotable, eh_unquotable_free)

G_END_DECLS
