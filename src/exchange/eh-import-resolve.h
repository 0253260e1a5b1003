#pragma once

#include "eh-dataset.h"
#include "eh-import-plan.h"
#include "eh-row-set.h"

G_BEGIN_DECLS

/**
 * EhImportRows:
 * @rows: what to insert; nothing that is in the project already is changed
 * @people: people added
 * @insights: insights added
 * @workshops: workshops added
 * @role_groups: role groups added
 * @activities: activities added
 * @attendances: attendances added
 * @mappings: insights placed under a category
 * @resources: publications added to the library
 * @skipped: rows of the file that add nothing: without a name or text, twice in the file, or in the
 * project already
 * @warnings: (element-type EhImportNote): by line
 * @notes: (element-type EhImportNote): what was decided, for the summary
 *
 * What an import adds to one project.
 */
typedef struct {
  EhRowSet *rows;
  guint people;
  guint insights;
  guint workshops;
  guint role_groups;
  guint activities;
  guint attendances;
  guint mappings;
  guint resources;
  guint skipped;
  GPtrArray *warnings;
  GPtrArray *notes;
} EhImportRows;

EhImportRows *eh_import_resolve (EhImportPlan *plan, EhDataset *existing);
void eh_import_rows_free (EhImportRows *self);
char *eh_import_rows_summary (const EhImportRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhImportRows, eh_import_rows_free)

G_END_DECLS
