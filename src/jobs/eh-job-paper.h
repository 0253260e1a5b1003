#pragma once

#include "eh-paper.h"
#include "eh-store.h"

G_BEGIN_DECLS

guint eh_job_paper_slips_made (EhDb *db, EhId workshop_id);
GPtrArray *eh_job_paper_slips_there (EhDb *db, EhId workshop_id, guint first, guint count);
GPtrArray *
eh_job_paper_slips (EhStore *store, EhId workshop_id, guint first, guint count, GError **error);
gboolean eh_job_paper_save (const EhPaper *paper, GFile *file, GError **error);

G_END_DECLS
