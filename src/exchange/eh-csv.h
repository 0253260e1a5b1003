#pragma once

#include "eh-decode.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet takes at most; beyond that a file is not what it says it is. */
#define EH_CSV_MAX_BYTES   (256u * 1024 * 1024)
#define EH_CSV_MAX_COLUMNS 16384u
#define EH_CSV_MAX_CELL    (1024u * 1024)
#define EH_CSV_MAX_CELLS   (32u * 1024 * 1024)

typedef struct _EhCsv EhCsv;

EhCsv *eh_csv_read (GBytes *bytes, guint *line, GError **error);
void eh_csv_free (EhCsv *self);

guint eh_csv_n_columns (const EhCsv *self);
const char *eh_csv_header (const EhCsv *self, guint column);
guint eh_csv_n_rows (const EhCsv *self);
guint eh_csv_line (const EhCsv *self, guint row);
guint eh_csv_n_cells (const EhCsv *self, guint row);
const char *eh_csv_cell (const EhCsv *self, guint row, int column);

EhEncoding eh_csv_encoding (const EhCsv *self, gboolean *guessed, gboolean *had_nul);
char eh_csv_separator (const EhCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCsv, eh_csv_free)

G_END_DECLS
