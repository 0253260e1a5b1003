#pragma once

#include "eh-merge.h"

G_BEGIN_DECLS

char *eh_job_merge_summary (EhMergePlan *plan);
char *eh_job_merge_label (const char *other_path);

G_END_DECLS
