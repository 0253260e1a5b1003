#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhTableOut:
 *
 * A table for people to read on a terminal: columns as wide as their longest cell, numbers at the
 * right, every cell on one line.
 */
typedef struct _EhTableOut EhTableOut;

EhTableOut *eh_table_out_new (void);
void eh_table_out_free (EhTableOut *self);
void eh_table_out_column (EhTableOut *self, const char *header, gboolean number, guint max_width);
void eh_table_out_cell (EhTableOut *self, const char *text);
void eh_table_out_cell_take (EhTableOut *self, char *text);
void eh_table_out_cell_count (EhTableOut *self, gint64 count);
void eh_table_out_write (const EhTableOut *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhTableOut, eh_table_out_free)

G_END_DECLS
