#pragma once

#include "eh-recovery.h"

G_BEGIN_DECLS

EhRecovery *eh_job_recover (const char *path, GFile *to, GError **error);
char *eh_job_recover_summary (const EhRecovery *recovery);

G_END_DECLS
