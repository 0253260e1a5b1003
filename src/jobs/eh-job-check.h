#pragma once

#include "eh-connection.h"
#include "eh-project-check.h"

G_BEGIN_DECLS

/**
 * EhCheck:
 * @sound: the file is whole, every index and every reference agrees
 * @findings: (element-type EhFinding): what there is to say
 *
 * A project looked over from end to end.
 */
typedef struct {
  gboolean sound;
  GPtrArray *findings;
} EhCheck;

EhCheck *eh_job_check (EhDb *db, const char *path, EhDataset *dataset, GError **error);
void eh_check_free (EhCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCheck, eh_check_free)

G_END_DECLS
