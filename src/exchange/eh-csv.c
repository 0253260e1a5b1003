/* A table of text, as spreadsheets and survey tools write it: RFC 4180 (https://www.rfc-editor.org/
 * rfc/rfc4180), and beyond it what people bring: any of three separators, any line end, a byte
 * order mark, another encoding, a first line "sep=;", rows that are too short or too long.
 *
 * The text is decoded once and then cut in place: a cell never grows, so every cell is ended by a
 * NUL inside the same block of memory, and a table costs four bytes a cell beside its text. */

#include "eh-csv.h"

#include "config.h"
#include "eh-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  guint32 first_cell;
  guint32 line;
} Row;

struct _EhCsv {
  EhDecoded decoded;
  GArray *cells; /* guint32: where a cell begins in the text */
  GArray *rows;  /* Row; the first is the header */
  char separator;
};

typedef struct {
  EhCsv *csv;
  const char *in;
  const char *end;
  char *out;
  guint line;
} Cutter;

static gboolean
fail (Cutter *cutter, guint line, EhExchangeError code, char *message, GError **error)
{
  cutter->line = line;
  g_set_error_literal (error, EH_EXCHANGE_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
at_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
take_line_end (Cutter *cutter)
{
  cutter->in += cutter->in[0] == '\r' && cutter->in[1] == '\n' ? 2 : 1;
  cutter->line++;
}

/* Excel writes this first line where a country's separator is not the comma. */
static char
take_separator_line (Cutter *cutter)
{
  const char *p = cutter->in;
  char separator;

  if (cutter->end - p < 6 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || !at_line_end (p[5]))
    return 0;
  separator = p[4];
  if (separator != ',' && separator != ';' && separator != '\t')
    return 0;
  cutter->in += 5;
  take_line_end (cutter);
  return separator;
}

/* The one of the three that stands most often in the header, outside quotes; of two that stand as
 * often, the one that is rarer in prose. */
static char
detect_separator (const Cutter *cutter)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = cutter->in; p < cutter->end && (quoted || !at_line_end (*p)); p++) {
    if (*p == '"')
      quoted = !quoted;
    for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
      if (*p == separators[i])
        counts[i]++;
  }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > 0 && counts[i] >= counts[best])
      best = i;
  return separators[best];
}

static gboolean
cut_quoted (Cutter *cutter, GError **error)
{
  guint opened = cutter->line;
  const char *start = cutter->in++;

  for (;;) {
    char c;

    if (cutter->in >= cutter->end)
      return fail (cutter, opened, EH_EXCHANGE_ERROR_SYNTAX,
                   g_strdup (_ ("A quotation mark is opened here and never closed.")), error);
    if (cutter->in - start > (gssize) EH_CSV_MAX_CELL)
      return fail (
          cutter, opened, EH_EXCHANGE_ERROR_LIMIT,
          g_strdup (_ ("A cell is longer than a megabyte: perhaps a quotation mark that is "
                       "opened here is never closed.")),
          error);
    c = *cutter->in++;
    if (c == '"') {
      if (*cutter->in != '"')
        break;
      cutter->in++;
    } else if (c == '\n' || (c == '\r' && *cutter->in != '\n')) {
      cutter->line++;
    }
    *cutter->out++ = c;
  }
  while (*cutter->in == ' ')
    cutter->in++;
  if (cutter->in < cutter->end && *cutter->in != cutter->csv->separator &&
      !at_line_end (*cutter->in))
    return fail (cutter, cutter->line, EH_EXCHANGE_ERROR_SYNTAX,
                 g_strdup (_ ("A quotation mark stands inside a quoted cell; it must be doubled.")),
                 error);
  return TRUE;
}

static gboolean
cut_plain (Cutter *cutter, GError **error)
{
  const char *start = cutter->in;
  gsize length;

  while (cutter->in < cutter->end && *cutter->in != cutter->csv->separator &&
         !at_line_end (*cutter->in))
    cutter->in++;
  length = (gsize) (cutter->in - start);
  if (length > EH_CSV_MAX_CELL)
    return fail (cutter, cutter->line, EH_EXCHANGE_ERROR_LIMIT,
                 g_strdup (_ ("A cell is longer than a megabyte.")), error);
  memmove (cutter->out, start, length);
  cutter->out += length;
  return TRUE;
}

/* Cuts one row. What ends a cell in the input has at least the one byte that its NUL takes in the
 * output; the last cell has the byte that the decoder leaves free. */
static gboolean
cut_row (Cutter *cutter, GError **error)
{
  EhCsv *csv = cutter->csv;
  Row row = { csv->cells->len, cutter->line };

  for (;;) {
    guint32 where = (guint32) (cutter->out - csv->decoded.text);
    gboolean more;

    g_array_append_val (csv->cells, where);
    if (csv->cells->len - row.first_cell > EH_CSV_MAX_COLUMNS)
      return fail (cutter, row.line, EH_EXCHANGE_ERROR_LIMIT,
                   g_strdup (_ ("A row has more columns than a spreadsheet takes.")), error);
    if (csv->cells->len > EH_CSV_MAX_CELLS)
      return fail (cutter, row.line, EH_EXCHANGE_ERROR_LIMIT,
                   g_strdup (_ ("The table has too many cells.")), error);
    if (cutter->in < cutter->end && *cutter->in == '"') {
      if (!cut_quoted (cutter, error))
        return FALSE;
    } else if (!cut_plain (cutter, error)) {
      return FALSE;
    }
    more = cutter->in < cutter->end && *cutter->in == csv->separator;
    if (more)
      cutter->in++;
    else if (cutter->in < cutter->end)
      take_line_end (cutter);
    *cutter->out++ = '\0';
    if (!more)
      break;
  }
  g_array_append_val (csv->rows, row);
  return TRUE;
}

static gboolean
is_blank_cell (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Rows in which nothing is written, as spreadsheets leave them at the end, are no rows. */
static void
drop_row_if_blank (EhCsv *csv)
{
  Row *row = &g_array_index (csv->rows, Row, csv->rows->len - 1);

  for (guint i = row->first_cell; i < csv->cells->len; i++)
    if (!is_blank_cell (csv->decoded.text + g_array_index (csv->cells, guint32, i)))
      return;
  g_array_set_size (csv->cells, row->first_cell);
  g_array_set_size (csv->rows, csv->rows->len - 1);
}

static gboolean
check_kind (GBytes *bytes, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length > EH_CSV_MAX_BYTES) {
    g_autofree char *limit = g_format_size_full (EH_CSV_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

    g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_LIMIT,
                 _ ("The file is too large: a table may have up to %s."), limit);
    return FALSE;
  }
  if (length >= 4 &&
      (memcmp (data, "PK\x03\x04", 4) == 0 || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)) {
    g_set_error_literal (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_UNSUPPORTED,
                         _ ("This is a spreadsheet or an archive, not a table of text. Save it as "
                            "CSV first."));
    return FALSE;
  }
  return TRUE;
}

/**
 * eh_csv_read:
 * @bytes: a file, whatever is in it
 * @line: (out) (optional): the line that an error is about, from 1; 0 when it is about the file
 * @error: where to say what is wrong
 *
 * Sets %EH_EXCHANGE_ERROR_UNSUPPORTED for a file that is no text, %EH_EXCHANGE_ERROR_SYNTAX for
 * quotation marks that do not match or a file with nothing in it, and %EH_EXCHANGE_ERROR_LIMIT.
 *
 * Returns: (transfer full) (nullable): the table; rows in which nothing is written are left out
 */
EhCsv *
eh_csv_read (GBytes *bytes, guint *line, GError **error)
{
  g_autoptr (EhCsv) self = g_new0 (EhCsv, 1);
  Cutter cutter = { self, NULL, NULL, NULL, 1 };

  if (line != NULL)
    *line = 0;
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (!check_kind (bytes, error))
    return NULL;
  eh_decode (bytes, &self->decoded);
  /* A stray empty byte happens in a text; in what is no text in any encoding, it is a program's. */
  if (self->decoded.guessed && self->decoded.had_nul) {
    g_set_error_literal (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_UNSUPPORTED,
                         _ ("This is not a table of text. Save it as CSV first."));
    return NULL;
  }
  cutter.in = cutter.out = self->decoded.text;
  cutter.end = self->decoded.text + self->decoded.length;
  self->separator = take_separator_line (&cutter);
  while (cutter.in < cutter.end && at_line_end (*cutter.in))
    take_line_end (&cutter);
  if (self->separator == 0)
    self->separator = detect_separator (&cutter);
  while (cutter.in < cutter.end) {
    if (!cut_row (&cutter, error)) {
      if (line != NULL)
        *line = cutter.line;
      return NULL;
    }
    drop_row_if_blank (self);
  }
  if (self->rows->len == 0) {
    g_set_error_literal (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_SYNTAX,
                         _ ("There is nothing in this file."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * eh_csv_free:
 * @self: (nullable) (transfer full): a table
 */
void
eh_csv_free (EhCsv *self)
{
  if (self == NULL)
    return;
  eh_decoded_clear (&self->decoded);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

static guint
cells_of (const EhCsv *self, guint index)
{
  guint end = index + 1 < self->rows->len ? g_array_index (self->rows, Row, index + 1).first_cell
                                          : self->cells->len;

  return end - g_array_index (self->rows, Row, index).first_cell;
}

static const char *
cell_of (const EhCsv *self, guint index, guint column)
{
  guint first = g_array_index (self->rows, Row, index).first_cell;

  if (column >= cells_of (self, index))
    return "";
  return self->decoded.text + g_array_index (self->cells, guint32, first + column);
}

/**
 * eh_csv_n_columns:
 * @self: a table
 *
 * Returns: how many columns the header names, at least 1
 */
guint
eh_csv_n_columns (const EhCsv *self)
{
  return cells_of (self, 0);
}

/**
 * eh_csv_header:
 * @self: a table
 * @column: below eh_csv_n_columns()
 *
 * Returns: the name of a column, as it is written
 */
const char *
eh_csv_header (const EhCsv *self, guint column)
{
  return cell_of (self, 0, column);
}

/**
 * eh_csv_n_rows:
 * @self: a table
 *
 * Returns: how many rows come after the header
 */
guint
eh_csv_n_rows (const EhCsv *self)
{
  return self->rows->len - 1;
}

/**
 * eh_csv_line:
 * @self: a table
 * @row: below eh_csv_n_rows()
 *
 * Returns: the line of the file that the row begins on, from 1, as an editor counts
 */
guint
eh_csv_line (const EhCsv *self, guint row)
{
  return g_array_index (self->rows, Row, row + 1).line;
}

/**
 * eh_csv_n_cells:
 * @self: a table
 * @row: below eh_csv_n_rows()
 *
 * Returns: how many cells the row has, which may be fewer or more than the header
 */
guint
eh_csv_n_cells (const EhCsv *self, guint row)
{
  return cells_of (self, row + 1);
}

/**
 * eh_csv_cell:
 * @self: a table
 * @row: below eh_csv_n_rows()
 * @column: any column; below 0 for one that the table does not have
 *
 * Returns: what is written there; "" where the row is too short
 */
const char *
eh_csv_cell (const EhCsv *self, guint row, int column)
{
  return column < 0 ? "" : cell_of (self, row + 1, (guint) column);
}

/**
 * eh_csv_encoding:
 * @self: a table
 * @guessed: (out) (optional): nothing in the file said so
 * @had_nul: (out) (optional): NUL bytes were left out
 *
 * Returns: the encoding that the file was in
 */
EhEncoding
eh_csv_encoding (const EhCsv *self, gboolean *guessed, gboolean *had_nul)
{
  if (guessed != NULL)
    *guessed = self->decoded.guessed;
  if (had_nul != NULL)
    *had_nul = self->decoded.had_nul;
  return self->decoded.encoding;
}

/**
 * eh_csv_separator:
 * @self: a table
 *
 * Returns: what stands between its cells: a comma, a semicolon or a tab
 */
char
eh_csv_separator (const EhCsv *self)
{
  return self->separator;
}
