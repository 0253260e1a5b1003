/* Which column of a table is which field: by the names of the columns, never by their place. Names
 * are compared as slugs, so that case, accents, spaces and underscores do not matter. */

#include "eh-import-columns.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * eh_import_open_csv:
 * @bytes: a file
 * @plan: where to say what is wrong or was guessed
 *
 * Returns: (transfer full) (nullable): its table; %NULL once @plan has an error
 */
EhCsv *
eh_import_open_csv (GBytes *bytes, EhImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  guint line = 0;
  EhCsv *csv = eh_csv_read (bytes, &line, &error);
  gboolean guessed = FALSE;
  gboolean had_nul = FALSE;

  if (csv == NULL) {
    eh_import_plan_fail (plan, line, "%s", error->message);
    return NULL;
  }
  eh_csv_encoding (csv, &guessed, &had_nul);
  if (guessed)
    eh_import_plan_warn (plan, 0, "%s",
                         _ ("The file does not say how its letters are written. It was read as "
                            "Windows-1252: look at the accents."));
  if (had_nul)
    eh_import_plan_warn (plan, 0, "%s",
                         _ ("There are empty bytes in the file; they were left out."));
  return csv;
}

static int
find_field (const EhImportField *fields, guint n_fields, const char *name)
{
  g_autofree char *slug = eh_text_slug (name);

  for (guint i = 0; i < n_fields; i++) {
    g_autofree char *label = eh_text_slug (
        g_dpgettext2 (GETTEXT_PACKAGE, "column", fields[i].label));

    if (g_str_equal (slug, fields[i].key) || g_str_equal (slug, label))
      return (int) i;
  }
  return -1;
}

static void
apply_map (EhImportColumns *self,
           const EhImportField *fields,
           guint n_fields,
           const char *map,
           EhImportPlan *plan)
{
  const char *equals = strrchr (map, '=');
  g_autofree char *name = NULL;
  g_autofree char *slug = NULL;
  int column;
  int field;

  if (equals == NULL) {
    eh_import_plan_fail (plan, 0, _ ("“%s” does not say which column is which field."), map);
    return;
  }
  name = g_strndup (map, (gsize) (equals - map));
  slug = eh_text_slug (name);
  column = eh_import_columns_find (self, slug);
  field = find_field (fields, n_fields, equals + 1);
  if (column < 0)
    eh_import_plan_fail (plan, 0, _ ("The file has no column “%s”."), name);
  else if (g_ascii_strcasecmp (equals + 1, "ignore") == 0)
    self->taken[column] = TRUE;
  else if (field < 0)
    eh_import_plan_fail (plan, 0, _ ("There is no field “%s”."), equals + 1);
  else {
    self->of_field[field] = column;
    self->taken[column] = TRUE;
  }
}

static int
find_free (const EhImportColumns *self, const char *slug)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!self->taken[i] && g_str_equal (self->slugs[i], slug))
      return (int) i;
  return -1;
}

static int
find_by_names (const EhImportColumns *self, const EhImportField *field)
{
  g_autofree char *label = eh_text_slug (g_dpgettext2 (GETTEXT_PACKAGE, "column", field->label));
  int column = find_free (self, field->key);

  if (column < 0)
    column = find_free (self, label);
  for (guint i = 0; column < 0 && field->synonyms[i] != NULL; i++)
    column = find_free (self, field->synonyms[i]);
  return column;
}

/* Some tools end every row but the header with the same empty cells. */
static guint
usual_width (const EhCsv *csv)
{
  guint n_columns = eh_csv_n_columns (csv);
  guint n_rows = eh_csv_n_rows (csv);
  guint width = n_columns;
  guint n_wider = 0;

  for (guint row = 0; row < n_rows; row++)
    width = MAX (width, eh_csv_n_cells (csv, row));
  for (guint row = 0; row < n_rows; row++)
    if (eh_csv_n_cells (csv, row) == width)
      n_wider++;
  return n_rows >= 3 && n_wider > n_rows / 2 ? width : n_columns;
}

/**
 * eh_import_columns_match:
 * @self: (out caller-allocates): which column is which
 * @csv: a table
 * @fields: (array length=n_fields): what can be in it
 * @n_fields: how many fields
 * @options: what was asked
 * @plan: where to say what was asked for and is not there
 *
 * What @options ask for comes first, then the name of a field or its label, then its synonyms.
 */
void
eh_import_columns_match (EhImportColumns *self,
                         const EhCsv *csv,
                         const EhImportField *fields,
                         guint n_fields,
                         const EhImportOptions *options,
                         EhImportPlan *plan)
{
  self->n_columns = eh_csv_n_columns (csv);
  self->width = usual_width (csv);
  self->of_field = g_new (int, n_fields);
  self->taken = g_new0 (gboolean, self->n_columns);
  self->slugs = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->slugs[i] = eh_text_slug (eh_csv_header (csv, i));
  for (guint i = 0; i < n_fields; i++)
    self->of_field[i] = -1;
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    apply_map (self, fields, n_fields, options->maps[i], plan);
  for (guint i = 0; i < n_fields; i++) {
    int column = self->of_field[i] < 0 ? find_by_names (self, &fields[i]) : -1;

    if (column >= 0) {
      self->of_field[i] = column;
      self->taken[column] = TRUE;
    }
  }
}

/**
 * eh_import_columns_find:
 * @self: the columns
 * @slug: a name, as a slug
 *
 * Returns: the first column of that name, or -1
 */
int
eh_import_columns_find (const EhImportColumns *self, const char *slug)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->slugs[i], slug))
      return (int) i;
  return -1;
}

/* What tools add to every table and nobody would want in a project. */
static gboolean
is_bookkeeping (const char *slug)
{
  static const char *const slugs[] = { "id",
                                       "x",
                                       "email",
                                       "user-email",
                                       "email-address",
                                       "username",
                                       "start-time",
                                       "language",
                                       "attendee-identifier",
                                       "pinned",
                                       "slide",
                                       "attachment",
                                       "likes",
                                       "votes",
                                       "score",
                                       "last-modified-time",
                                       "response-id",
                                       "ip-address",
                                       "row",
                                       NULL };

  return g_strv_contains (slugs, slug);
}

/**
 * eh_import_columns_only_left:
 * @self: the columns
 *
 * Returns: the one column that nothing takes and that is not the bookkeeping of a tool; -1 where
 *   there is none, or more than one
 */
int
eh_import_columns_only_left (const EhImportColumns *self)
{
  int found = -1;

  for (guint i = 0; i < self->n_columns; i++) {
    if (self->taken[i] || is_bookkeeping (self->slugs[i]))
      continue;
    if (found >= 0)
      return -1;
    found = (int) i;
  }
  return found;
}

/**
 * eh_import_columns_list:
 * @csv: a table
 * @self: its columns
 * @only_left: only those that nothing takes
 *
 * Returns: (transfer full): their names, for a message
 */
char *
eh_import_columns_list (const EhCsv *csv, const EhImportColumns *self, gboolean only_left)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_columns && names->len < 12; i++)
    if ((!only_left || !self->taken[i]) && !eh_text_is_blank (eh_csv_header (csv, i)))
      g_ptr_array_add (names, eh_text_shorten (eh_csv_header (csv, i), 40));
  /* TRANSLATORS: what separates the names of columns in a list */
  return eh_text_join (names, _ (", "));
}

/**
 * eh_import_columns_warn_left:
 * @self: the columns
 * @csv: a table
 * @plan: where to name the columns that are not imported
 */
void
eh_import_columns_warn_left (const EhImportColumns *self, const EhCsv *csv, EhImportPlan *plan)
{
  g_autofree char *names = eh_import_columns_list (csv, self, TRUE);
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (!self->taken[i] && !eh_text_is_blank (eh_csv_header (csv, i)))
      n++;
  if (n > 0)
    eh_import_plan_warn (plan, 1,
                         g_dngettext (GETTEXT_PACKAGE, "This column was not imported: %s.",
                                      "These columns were not imported: %s.", n),
                         names);
}

/**
 * eh_import_columns_clear:
 * @self: what eh_import_columns_match() filled
 */
void
eh_import_columns_clear (EhImportColumns *self)
{
  g_clear_pointer (&self->of_field, g_free);
  g_clear_pointer (&self->slugs, g_strfreev);
  g_clear_pointer (&self->taken, g_free);
}

/**
 * eh_import_columns_fit:
 * @self: the columns
 * @csv: a table
 * @row: a row of it
 * @plan: where to name a row that is left out
 *
 * A row with more cells than the table has columns is nearly always a comma in somebody's words
 * that was not quoted. What stands in which column is then anybody's guess, and words put in the
 * wrong mouth are worse than words that have to be entered again.
 *
 * Returns: whether the row can be read
 */
gboolean
eh_import_columns_fit (const EhImportColumns *self, const EhCsv *csv, guint row, EhImportPlan *plan)
{
  guint n_cells = eh_csv_n_cells (csv, row);
  gboolean fits = n_cells <= self->width;

  for (guint i = self->n_columns; fits && i < n_cells; i++)
    fits = eh_text_is_blank (eh_csv_cell (csv, row, (int) i));
  if (fits)
    return TRUE;
  plan->skipped++;
  eh_import_plan_warn (plan, eh_csv_line (csv, row),
                       g_dngettext (GETTEXT_PACKAGE,
                                    "Left out: it has %u cell, more than the table has columns. "
                                    "Is a comma in it not in quotation marks?",
                                    "Left out: it has %u cells, more than the table has columns. "
                                    "Is a comma in it not in quotation marks?",
                                    n_cells),
                       n_cells);
  return FALSE;
}

/**
 * eh_import_split:
 * @cell: several values, separated by semicolons or line ends
 *
 * Returns: (transfer full) (nullable): the values, cleaned, without empty ones; %NULL for none
 */
GStrv
eh_import_split (const char *cell)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean any = FALSE;

  if (*cell == '\0')
    return NULL;
  builder = g_strv_builder_new ();
  parts = g_strsplit_set (cell, ";\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *part = eh_text_clean_line (parts[i]);

    if (*part == '\0')
      continue;
    g_strv_builder_add (builder, part);
    any = TRUE;
  }
  return any ? g_strv_builder_end (builder) : NULL;
}
