#pragma once

#include "eh-paper.h"
#include "eh-store.h"

G_BEGIN_DECLS

guint eh_job_paper_slips_made (EhDb *db, EhId workshop_id);
GPtrArray *eh_job_paper_slips_there (EhDb *db, EhId workshop_id, guint first, guint count);
GPtrArray *
eh_job_paper_slips (EhStore *store, EhId workshop_id, guint first, guint count, GError **error);
/**
 * EhPaperOrder:
 * @kind: what is to be printed
 * @workshop_id: for which workshop, or none
 * @slips: (nullable) (element-type EhSlip): for @EH_PAPER_SLIPS: which
 * @options: how
 *
 * What a paper is made of, for a worker that makes it.
 */
typedef struct {
  EhPaperKind kind;
  EhId workshop_id;
  GPtrArray *slips;
  EhPaperOptions options;
} EhPaperOrder;

void eh_job_paper_make_async (EhDataset *dataset,
                              const char *project_path,
                              const EhPaperOrder *order,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
EhPaper *eh_job_paper_make_finish (GAsyncResult *result, GError **error);
void eh_job_paper_save_async (const char *project_path,
                              const EhPaperOrder *order,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean eh_job_paper_save_finish (GAsyncResult *result, GError **error);
gboolean eh_job_paper_save (const EhPaper *paper, GFile *file, GError **error);

G_END_DECLS
