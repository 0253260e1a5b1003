#pragma once

#include "eh-csv.h"
#include "eh-import.h"

G_BEGIN_DECLS

/**
 * EhImportField:
 * @key: what names it on the command line: "name"
 * @label: (translatable): what people call it
 * @synonyms: (array zero-terminated=1): other names that a column of it has, as slugs; the first is
 * the likeliest
 *
 * Something that a column can hold.
 */
typedef struct {
  const char *key;
  const char *label;
  const char *synonyms[20];
} EhImportField;

/**
 * EhImportColumns:
 * @of_field: the column of each field; -1 for none
 * @slugs: the names of the columns, as slugs
 * @taken: for each column, whether something takes it or it was asked to be ignored
 * @n_columns: how many there are
 * @width: how many cells a row may have: more than there are columns where most rows end in the
 * same empty ones
 */
typedef struct {
  int *of_field;
  GStrv slugs;
  gboolean *taken;
  guint n_columns;
  guint width;
} EhImportColumns;

EhCsv *eh_import_open_csv (GBytes *bytes, EhImportPlan *plan);
void eh_import_columns_match (EhImportColumns *self,
                              const EhCsv *csv,
                              const EhImportField *fields,
                              guint n_fields,
                              const EhImportOptions *options,
                              EhImportPlan *plan);
int eh_import_columns_find (const EhImportColumns *self, const char *slug);
int eh_import_columns_only_left (const EhImportColumns *self);
char *eh_import_columns_list (const EhCsv *csv, const EhImportColumns *self, gboolean only_left);
void
eh_import_columns_warn_left (const EhImportColumns *self, const EhCsv *csv, EhImportPlan *plan);
void eh_import_columns_clear (EhImportColumns *self);

gboolean eh_import_columns_fit (const EhImportColumns *self,
                                const EhCsv *csv,
                                guint row,
                                EhImportPlan *plan);
GStrv eh_import_split (const char *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EhImportColumns, eh_import_columns_clear)

G_END_DECLS
