#pragma once

#include "eh-store.h"
#include "eh-work-folder.h"

G_BEGIN_DECLS

/**
 * EhElsewhere:
 * @path: a private copy of it
 * @generation: which save it is
 * @n_questions: things that were changed both here and there, apart
 *
 * What somebody else has put in the place of the user's file. Free with eh_elsewhere_free().
 */
typedef struct {
  char *path;
  char *generation;
  guint n_questions;
} EhElsewhere;

EhElsewhere *eh_elsewhere_read (EhWorkFolder *folder, GError **error);
void eh_elsewhere_free (EhElsewhere *self);
gboolean eh_elsewhere_bring_in (EhElsewhere *self, EhStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhElsewhere, eh_elsewhere_free)

G_END_DECLS
