#pragma once

#include "eh-import-resolve.h"
#include "eh-import.h"
#include "eh-job-project.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhJobImportOptions:
 * @kind: what the sources are, or %EH_IMPORT_KIND_GUESS
 * @group: (nullable): the role group of rows that name none
 * @workshop: (nullable): the workshop of rows that name none
 * @maps: (nullable) (array zero-terminated=1): "column=field"
 *
 * What somebody asked of an import.
 */
typedef struct {
  EhImportKind kind;
  const char *group;
  const char *workshop;
  const char *const *maps;
} EhJobImportOptions;

/**
 * EhJobImport:
 * @sources: (element-type EhImportRows): what each source adds, in the order of the sources
 * @label: what a person reads in the history: "Imported people.csv"
 * @people: people added
 * @insights: insights added
 * @workshops: workshops added
 * @resources: publications that it adds
 * @skipped: rows that add nothing
 * @warnings: (element-type EhImportNote): by source and line; named by source where there are
 * several
 * @notes: (element-type EhImportNote): what was decided, for the summary
 *
 * What an import would add to a project: read and checked, and nothing done yet.
 */
typedef struct {
  GPtrArray *sources;
  char *label;
  guint people;
  guint insights;
  guint workshops;
  guint resources;
  guint skipped;
  GPtrArray *warnings;
  GPtrArray *notes;
} EhJobImport;

EhJobImport *eh_job_import_prepare (EhDataset *existing,
                                    const char *const *paths,
                                    const EhJobImportOptions *options,
                                    GError **error);
void eh_job_import_prepare_async (const char *project_path,
                                  const char *const *paths,
                                  const EhJobImportOptions *options,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EhJobImport *eh_job_import_prepare_finish (GAsyncResult *result, GError **error);
gboolean eh_job_import_apply (
    EhJobImport *self, EhStore *store, EhJobProgress progress, gpointer data, GError **error);
char *eh_job_import_summary (const EhJobImport *self);
void eh_job_import_free (EhJobImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhJobImport, eh_job_import_free)

G_END_DECLS
