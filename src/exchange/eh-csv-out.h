#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhCsvOut:
 *
 * A table as it is written for spreadsheets: UTF-8 with a byte order mark, cells separated by
 * commas, CR LF at the end of a row.
 */
typedef struct _EhCsvOut EhCsvOut;

EhCsvOut *eh_csv_out_new (void);
void eh_csv_out_free (EhCsvOut *self);
void eh_csv_out_cell (EhCsvOut *self, const char *text);
void eh_csv_out_end_row (EhCsvOut *self);
GBytes *eh_csv_out_finish (EhCsvOut *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCsvOut, eh_csv_out_free)

G_END_DECLS
