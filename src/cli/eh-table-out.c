/* Tables on a terminal. Widths are counted in the terminal's cells: two for the wide letters of
 * East Asia, none for combining marks. */

#include "eh-table-out.h"

#include "eh-text.h"

typedef struct {
  char *header;
  gboolean number;
  guint max_width;
  guint width;
} Column;

struct _EhTableOut {
  GArray *columns;  /* (element-type Column) */
  GPtrArray *cells; /* (element-type utf8): row by row */
};

static void
column_clear (Column *column)
{
  g_free (column->header);
}

/**
 * eh_table_out_new:
 *
 * Returns: (transfer full): a table without columns; add those first, then the cells row by row
 */
EhTableOut *
eh_table_out_new (void)
{
  EhTableOut *self = g_new0 (EhTableOut, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify) column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
eh_table_out_free (EhTableOut *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static gboolean
has_no_width (gunichar c)
{
  return g_unichar_iszerowidth (c) || (c >= 0x2066 && c <= 0x2069);
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    width += has_no_width (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

/**
 * eh_table_out_column:
 * @self: a table without cells
 * @header: what stands above the column
 * @number: whether it holds numbers, which stand at the right
 * @max_width: where longer words are cut; 0 for nowhere
 *
 * Adds a column.
 */
void
eh_table_out_column (EhTableOut *self, const char *header, gboolean number, guint max_width)
{
  Column column = { g_strdup (header), number, max_width, width_of (header) };

  g_array_append_val (self->columns, column);
}

/**
 * eh_table_out_cell:
 * @self: a table with columns
 * @text: (nullable): what the cell says
 *
 * Adds the next cell, as eh_table_out_cell_take() and eh_table_out_cell_count() do for a text that
 * the table then owns and for a number.
 */
void
eh_table_out_cell (EhTableOut *self, const char *text)
{
  Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);
  char *clean = column->max_width > 0 ? eh_text_shorten (text, column->max_width)
                                      : eh_text_clean_line (text);

  column->width = MAX (column->width, width_of (clean));
  g_ptr_array_add (self->cells, clean);
}

void
eh_table_out_cell_take (EhTableOut *self, char *text)
{
  eh_table_out_cell (self, text);
  g_free (text);
}

void
eh_table_out_cell_count (EhTableOut *self, gint64 count)
{
  eh_table_out_cell_take (self, g_strdup_printf ("%" G_GINT64_FORMAT, count));
}

static void
write_cell (const EhTableOut *self, guint index, const char *text, GString *out)
{
  const Column *column = &g_array_index (self->columns, Column, index);
  gboolean last = index + 1 == self->columns->len;
  guint room = column->width - MIN (column->width, width_of (text));

  if (column->number)
    for (guint i = 0; i < room; i++)
      g_string_append_c (out, ' ');
  g_string_append (out, text);
  if (last) {
    g_string_append_c (out, '\n');
    return;
  }
  for (guint i = column->number ? room : 0; i < room + 2; i++)
    g_string_append_c (out, ' ');
}

/**
 * eh_table_out_write:
 * @self: a table whose last row is whole
 * @out: where to write it
 */
void
eh_table_out_write (const EhTableOut *self, GString *out)
{
  guint n_columns = self->columns->len;

  for (guint i = 0; i < n_columns; i++)
    write_cell (self, i, g_array_index (self->columns, Column, i).header, out);
  for (guint i = 0; i < self->cells->len; i++)
    write_cell (self, i % n_columns, self->cells->pdata[i], out);
}
