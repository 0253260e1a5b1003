#pragma once

#include "eh-merge.h"

G_BEGIN_DECLS

char *eh_job_merge_summary (EhMergePlan *plan);
void eh_job_merge_prefer (EhMergePlan *plan, gboolean theirs);
char *eh_job_merge_label (const char *other_path);

G_END_DECLS
