#pragma once

#include "eh-doc-text.h"

G_BEGIN_DECLS

typedef enum {
  EH_DOC_ALIGN_START,
  EH_DOC_ALIGN_END, /* numbers */
} EhDocAlign;

/**
 * EhDocTable:
 *
 * A table: columns with headers, rows of cells. The header row is repeated where the table goes on
 * to another page. A column can hold the headers of its rows (usually the first).
 */
typedef struct _EhDocTable EhDocTable;

EhDocTable *eh_doc_table_new (void);
void eh_doc_table_free (EhDocTable *self);
void
eh_doc_table_add_column (EhDocTable *self, const char *header, double weight, EhDocAlign align);
void eh_doc_table_set_row_headers (EhDocTable *self, gboolean row_headers);
void eh_doc_table_add_row (EhDocTable *self);
void eh_doc_table_add_cell (EhDocTable *self, const char *text);
void eh_doc_table_add_cell_text (EhDocTable *self, EhDocText *text);
void eh_doc_table_add_cells (EhDocTable *self, ...) G_GNUC_NULL_TERMINATED;

void eh_doc_table_fit (EhDocTable *self);

guint eh_doc_table_n_columns (const EhDocTable *self);
guint eh_doc_table_n_rows (const EhDocTable *self);
guint eh_doc_table_squeeze (const EhDocTable *self);
gboolean eh_doc_table_has_header_row (const EhDocTable *self);
gboolean eh_doc_table_has_row_headers (const EhDocTable *self);
gboolean eh_doc_table_has_short_header (const EhDocTable *self);
gboolean eh_doc_table_is_small (const EhDocTable *self);
gboolean eh_doc_table_is_short_row (const EhDocTable *self, guint row);
const EhDocText *eh_doc_table_header (const EhDocTable *self, guint column);
double eh_doc_table_share (const EhDocTable *self, guint column);
EhDocAlign eh_doc_table_align (const EhDocTable *self, guint column);
const EhDocText *eh_doc_table_cell (const EhDocTable *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocTable, eh_doc_table_free)

G_END_DECLS
