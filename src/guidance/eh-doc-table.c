/* A table of a document. Cells that a row was not given are empty; cells beyond the columns are not
 * kept. */

#include "eh-doc-table.h"

#include "eh-text.h"

#include <stdarg.h>
#include <string.h>

typedef struct {
  EhDocText *header;
  double weight;
  EhDocAlign align;
} Column;

struct _EhDocTable {
  GArray *columns; /* (element-type Column) */
  GPtrArray *rows; /* (element-type GPtrArray of EhDocText) */
  gboolean row_headers;
  EhDocText *blank; /* what a missing cell holds */
};

static void
column_clear (gpointer data)
{
  eh_doc_text_free (((Column *) data)->header);
}

/**
 * eh_doc_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
EhDocTable *
eh_doc_table_new (void)
{
  EhDocTable *self = g_new0 (EhDocTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->blank = eh_doc_text_new (NULL);
  return self;
}

void
eh_doc_table_free (EhDocTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  eh_doc_text_free (self->blank);
  g_free (self);
}

/**
 * eh_doc_table_add_column:
 * @header: (nullable): what the column holds
 * @weight: its width as a part of the sum of all weights, more than 0
 * @align: %EH_DOC_ALIGN_END for numbers
 */
void
eh_doc_table_add_column (EhDocTable *self, const char *header, double weight, EhDocAlign align)
{
  Column column = { eh_doc_text_new (header), weight > 0 ? weight : 1, align };

  g_array_append_val (self->columns, column);
}

/**
 * eh_doc_table_set_row_headers:
 * @row_headers: whether the first column says what each row is about
 */
void
eh_doc_table_set_row_headers (EhDocTable *self, gboolean row_headers)
{
  self->row_headers = row_headers;
}

/**
 * eh_doc_table_add_row:
 *
 * Begins a row; eh_doc_table_add_cell() fills it from its start.
 */
void
eh_doc_table_add_row (EhDocTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func ((GDestroyNotify) eh_doc_text_free));
}

void
eh_doc_table_add_cell (EhDocTable *self, const char *text)
{
  eh_doc_table_add_cell_text (self, eh_doc_text_new (text));
}

/**
 * eh_doc_table_add_cell_text:
 * @text: (transfer full): what the next cell of the last row says
 */
void
eh_doc_table_add_cell_text (EhDocTable *self, EhDocText *text)
{
  GPtrArray *row = self->rows->len > 0 ? self->rows->pdata[self->rows->len - 1] : NULL;

  if (row != NULL && row->len < self->columns->len)
    g_ptr_array_add (row, text);
  else
    eh_doc_text_free (text);
}

/**
 * eh_doc_table_add_cells:
 * @...: the cells of a new row, from its start, ended by %NULL
 */
void
eh_doc_table_add_cells (EhDocTable *self, ...)
{
  va_list args;
  const char *cell;

  eh_doc_table_add_row (self);
  va_start (args, self);
  while ((cell = va_arg (args, const char *)) != NULL)
    eh_doc_table_add_cell (self, cell);
  va_end (args);
}

/* Letters of the longest word in @text. */
static guint
longest_word (const EhDocText *text)
{
  g_autofree char *words = eh_doc_text_to_plain (text);
  guint longest = 0;
  guint letters = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    letters = g_unichar_isspace (c) || c == '-' || c == '/' ? 0 : letters + 1;
    longest = MAX (longest, letters);
  }
  return longest;
}

/* Cuts the greatest of @values until their sum is 1: only the longest words are then broken. */
static void
cap_to_one (double *values, guint n)
{
  double low = 0;
  double high = 1;

  for (guint round = 0; round < 40; round++) {
    double cap = (low + high) / 2;
    double sum = 0;

    for (guint i = 0; i < n; i++)
      sum += MIN (values[i], cap);
    if (sum > 1)
      high = cap;
    else
      low = cap;
  }
  for (guint i = 0; i < n; i++)
    values[i] = MIN (values[i], low);
}

/**
 * eh_doc_table_fit:
 *
 * Shifts widths so that each column has room for its longest word, as far as there is any, before
 * the others get what their weights ask for. An estimate in letters: what is on the page decides
 * where lines break.
 */
void
eh_doc_table_fit (EhDocTable *self)
{
  const double page = 62 + 11 * eh_doc_table_squeeze (self); /* letters on a line */
  guint n = self->columns->len;
  g_autofree double *need = g_new0 (double, n);
  g_autofree double *asked = g_new0 (double, n);
  double needed = 0;
  double slack = 0;
  double sum = 0;

  for (guint c = 0; c < n; c++) {
    guint letters = longest_word (eh_doc_table_header (self, c));

    for (guint r = 0; r < self->rows->len; r++)
      letters = MAX (letters, longest_word (eh_doc_table_cell (self, r, c)));
    asked[c] = eh_doc_table_share (self, c);
    need[c] = (MIN (letters, 24) + 2.5) / page;
    needed += need[c];
  }
  if (needed > 1)
    cap_to_one (need, n);
  for (guint c = 0; c < n; c++)
    g_array_index (self->columns, Column, c).weight = needed > 1 ? need[c]
                                                                 : MAX (asked[c], need[c]);
  for (guint c = 0; c < n; c++) {
    sum += g_array_index (self->columns, Column, c).weight;
    slack += g_array_index (self->columns, Column, c).weight - need[c];
  }
  for (guint c = 0; c < n && slack > 0 && sum > 1; c++) {
    Column *column = &g_array_index (self->columns, Column, c);

    column->weight -= (sum - 1) * (column->weight - need[c]) / slack;
  }
}

/**
 * eh_doc_table_n_columns:
 *
 * Returns: how many columns there are
 */
guint
eh_doc_table_n_columns (const EhDocTable *self)
{
  return self->columns->len;
}

/**
 * eh_doc_table_n_rows:
 *
 * Returns: how many rows there are, without the header row
 */
guint
eh_doc_table_n_rows (const EhDocTable *self)
{
  return self->rows->len;
}

/**
 * eh_doc_table_squeeze:
 *
 * Returns: by how many steps, 0 to 2, the letters must be smaller on paper for so many columns
 */
guint
eh_doc_table_squeeze (const EhDocTable *self)
{
  return self->columns->len > 7 ? 2 : self->columns->len > 5 ? 1 : 0;
}

/**
 * eh_doc_table_has_header_row:
 *
 * Returns: whether any column has a header
 */
gboolean
eh_doc_table_has_header_row (const EhDocTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!eh_doc_text_is_blank (eh_doc_table_header (self, i)))
      return TRUE;
  return FALSE;
}

/**
 * eh_doc_table_has_row_headers:
 *
 * Returns: whether the first column says what each row is about
 */
gboolean
eh_doc_table_has_row_headers (const EhDocTable *self)
{
  return self->row_headers;
}

static gboolean
is_short (const EhDocTable *self, const EhDocText *cell, guint column)
{
  g_autofree char *text = eh_doc_text_to_plain (cell);

  return (double) strlen (text) <= 1000 * eh_doc_table_share (self, column);
}

/**
 * eh_doc_table_has_short_header:
 *
 * Returns: whether the header row surely leaves room on a page for the rows that it is repeated
 * over
 */
gboolean
eh_doc_table_has_short_header (const EhDocTable *self)
{
  for (guint c = 0; c < self->columns->len; c++)
    if (!is_short (self, eh_doc_table_header (self, c), c))
      return FALSE;
  return TRUE;
}

/**
 * eh_doc_table_is_short_row:
 *
 * Returns: whether the row surely fits on a page, so that it need not break across two
 */
gboolean
eh_doc_table_is_short_row (const EhDocTable *self, guint row)
{
  for (guint c = 0; c < self->columns->len; c++)
    if (!is_short (self, eh_doc_table_cell (self, row, c), c))
      return FALSE;
  return TRUE;
}

/* About how many lines a cell has, where a line over the whole width has so many letters. */
#define LETTERS     84.0
#define SMALL_LINES 16u

static guint
lines_of (const EhDocTable *self, const EhDocText *text, guint column)
{
  g_autofree char *words = text != NULL ? eh_doc_text_to_plain (text) : g_strdup ("");

  return 1 + (guint) ((double) g_utf8_strlen (words, -1) /
                      (LETTERS * MAX (0.02, eh_doc_table_share (self, column))));
}

/**
 * eh_doc_table_is_small:
 *
 * Returns: whether the table surely takes less than half a page, so that it need not break across
 * two
 */
gboolean
eh_doc_table_is_small (const EhDocTable *self)
{
  guint sum = 0;

  for (int r = -1; r < (int) eh_doc_table_n_rows (self) && sum <= SMALL_LINES; r++) {
    guint lines = 0;

    for (guint c = 0; c < self->columns->len; c++) {
      const EhDocText *text = r < 0 ? eh_doc_table_header (self, c)
                                    : eh_doc_table_cell (self, (guint) r, c);

      lines = MAX (lines, lines_of (self, text, c));
    }
    sum += lines;
  }
  return sum <= SMALL_LINES;
}

/**
 * eh_doc_table_header:
 *
 * Returns: (transfer none): what stands over @column
 */
const EhDocText *
eh_doc_table_header (const EhDocTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).header;
}

/**
 * eh_doc_table_share:
 *
 * Returns: the width of @column as a part of the width of the table, above 0 and at most 1
 */
double
eh_doc_table_share (const EhDocTable *self, guint column)
{
  double sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    sum += g_array_index (self->columns, Column, i).weight;
  return g_array_index (self->columns, Column, column).weight / sum;
}

/**
 * eh_doc_table_align:
 *
 * Returns: to which side the cells of @column lean
 */
EhDocAlign
eh_doc_table_align (const EhDocTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).align;
}

/**
 * eh_doc_table_cell:
 *
 * Returns: (transfer none): what the cell says; empty when the row is shorter
 */
const EhDocText *
eh_doc_table_cell (const EhDocTable *self, guint row, guint column)
{
  const GPtrArray *cells = self->rows->pdata[row];

  return column < cells->len ? cells->pdata[column] : self->blank;
}
