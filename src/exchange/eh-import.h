#pragma once

#include "eh-import-plan.h"

G_BEGIN_DECLS

/**
 * EhImportKind:
 * @EH_IMPORT_KIND_GUESS: to be told from the file
 * @EH_IMPORT_KIND_PEOPLE: a table of people
 * @EH_IMPORT_KIND_INSIGHTS: a table of insights
 * @EH_IMPORT_KIND_POLIS: a conversation held with Polis
 * @EH_IMPORT_KIND_RESOURCES: a list of publications: RIS, BibTeX or CSL-JSON
 */
typedef enum {
  EH_IMPORT_KIND_GUESS,
  EH_IMPORT_KIND_PEOPLE,
  EH_IMPORT_KIND_INSIGHTS,
  EH_IMPORT_KIND_POLIS,
  EH_IMPORT_KIND_RESOURCES,
} EhImportKind;

/**
 * EhImportOptions:
 * @file_name: (nullable): the name of the file, without its folder; part of what recognises a row
 * that was imported before
 * @group: (nullable): the role group of rows that name none
 * @workshop: (nullable): the workshop of rows that name none
 * @maps: (nullable) (array zero-terminated=1): which column is which field, "column=field"; the
 * field "ignore" leaves a column out
 *
 * What somebody asked of an import.
 */
typedef struct {
  const char *file_name;
  const char *group;
  const char *workshop;
  const char *const *maps;
} EhImportOptions;

gboolean eh_import_kind_from_key (const char *key, EhImportKind *kind);
EhImportKind eh_import_guess_kind (GBytes *bytes);

EhImportPlan *eh_import_people_csv (GBytes *bytes, const EhImportOptions *options);
EhImportPlan *eh_import_insights_csv (GBytes *bytes, const EhImportOptions *options);
EhImportPlan *
eh_import_polis (GBytes *comments, GBytes *votes, GBytes *summary, const EhImportOptions *options);

EhImportPlan *eh_import_read (const char *path,
                              EhImportKind kind,
                              const EhImportOptions *options,
                              GError **error);

G_END_DECLS
