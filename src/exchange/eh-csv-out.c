/* Writing CSV (RFC 4180) that spreadsheets take as it is meant: the mark at the beginning tells
 * them that it is UTF-8, and words of a stranger cannot be taken for a formula. */

#include "eh-csv-out.h"

#include <string.h>

struct _EhCsvOut {
  GString *out;
  gboolean in_row;
};

/**
 * eh_csv_out_new:
 *
 * Returns: (transfer full): a table without rows
 */
EhCsvOut *
eh_csv_out_new (void)
{
  EhCsvOut *self = g_new0 (EhCsvOut, 1);

  self->out = g_string_new ("\xef\xbb\xbf");
  return self;
}

void
eh_csv_out_free (EhCsvOut *self)
{
  if (self == NULL)
    return;
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}

/* A spreadsheet runs a cell that begins so; numbers may. */
static gboolean
is_like_a_formula (const char *text)
{
  char *end = NULL;

  if (text[0] == '\0' || strchr ("=+-@\t\r", text[0]) == NULL)
    return FALSE;
  g_ascii_strtod (text, &end);
  return end == text || *end != '\0';
}

/**
 * eh_csv_out_cell:
 * @self: a table
 * @text: (nullable): what the next cell of the row says; a quotation mark is put before what a
 *   spreadsheet would take for a formula
 */
void
eh_csv_out_cell (EhCsvOut *self, const char *text)
{
  const char *words = text != NULL ? text : "";
  gboolean guard = is_like_a_formula (words);
  gboolean quote = guard || words[strcspn (words, ",;\"\t\r\n")] != '\0';

  if (self->in_row)
    g_string_append_c (self->out, ',');
  self->in_row = TRUE;
  if (quote)
    g_string_append_c (self->out, '"');
  if (guard)
    g_string_append_c (self->out, '\'');
  for (const char *p = words; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (self->out, '"');
    g_string_append_c (self->out, *p);
  }
  if (quote)
    g_string_append_c (self->out, '"');
}

/**
 * eh_csv_out_end_row:
 * @self: a table
 *
 * Ends the row.
 */
void
eh_csv_out_end_row (EhCsvOut *self)
{
  g_string_append (self->out, "\r\n");
  self->in_row = FALSE;
}

/**
 * eh_csv_out_finish:
 * @self: a table whose rows are all ended; only freed after this
 *
 * Returns: (transfer full): the file
 */
GBytes *
eh_csv_out_finish (EhCsvOut *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
