/* A crosstab, the result. How it is counted is in eh-crosstab-count.c; what of it may leave the
 * program in eh-disclosure-crosstab.c. */

#include "eh-crosstab.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *key;
  const char *label;
} axis_words[EH_AXIS_N_VALUES] = {
  [EH_AXIS_ROLE_GROUP] = { "role-group", NC_ ("axis", "Role groups") },
  [EH_AXIS_ROLE] = { "role", NC_ ("axis", "Roles") },
  [EH_AXIS_WORKSHOP] = { "workshop", NC_ ("axis", "Workshops") },
  [EH_AXIS_KIND] = { "kind", NC_ ("axis", "Kinds of insight") },
  [EH_AXIS_CATEGORY] = { "category", NC_ ("axis", "Categories") },
  [EH_AXIS_LEVEL] = { "level", NC_ ("axis", "Levels") },
  [EH_AXIS_STAGE] = { "stage", NC_ ("axis", "Stages of the work") },
};

/**
 * eh_crosstab_alloc:
 * @n_rows: how many rows
 * @n_columns: how many columns
 *
 * Returns: (transfer full): a crosstab with every figure undefined, for whoever makes one
 */
EhCrosstab *
eh_crosstab_alloc (guint n_rows, guint n_columns)
{
  EhCrosstab *self = g_atomic_rc_box_new0 (EhCrosstab);

  self->rows = g_new0 (EhCrosstabLine, n_rows);
  self->n_rows = n_rows;
  self->columns = g_new0 (EhCrosstabLine, n_columns);
  self->n_columns = n_columns;
  self->cells = g_new0 (EhCrosstabCell, (gsize) n_rows * n_columns);
  return self;
}

/**
 * eh_crosstab_ref:
 * @self: a crosstab
 *
 * Returns: (transfer full): @self
 */
EhCrosstab *
eh_crosstab_ref (EhCrosstab *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_lines (EhCrosstabLine *lines, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_free (lines[i].key);
    g_free (lines[i].label);
  }
  g_free (lines);
}

static void
eh_crosstab_clear (gpointer data)
{
  EhCrosstab *self = data;

  clear_lines (self->rows, self->n_rows);
  clear_lines (self->columns, self->n_columns);
  g_free (self->cells);
}

/**
 * eh_crosstab_unref:
 * @self: (transfer full): a crosstab
 */
void
eh_crosstab_unref (EhCrosstab *self)
{
  g_atomic_rc_box_release_full (self, eh_crosstab_clear);
}

/**
 * eh_crosstab_cell:
 * @self: a crosstab
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer none): the cell
 */
EhCrosstabCell *
eh_crosstab_cell (const EhCrosstab *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);
  return &self->cells[(gsize) row * self->n_columns + column];
}

/**
 * eh_crosstab_hides_something:
 * @self: a crosstab
 *
 * Returns: whether the number of a cell is withheld, so that what stands in its place has to be
 *   explained
 */
gboolean
eh_crosstab_hides_something (const EhCrosstab *self)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].count.state == EH_FIGURE_PROTECTED)
      return TRUE;
  return FALSE;
}

/**
 * eh_axis_equal:
 * @a: a way of sorting
 * @b: another
 *
 * Returns: whether a table of one against the other would say nothing: the same kind, and of
 *   categories those of the same framework under the same one
 */
gboolean
eh_axis_equal (EhAxis a, EhAxis b)
{
  return a.kind == b.kind && (a.kind != EH_AXIS_CATEGORY ||
                              (a.framework_id == b.framework_id && a.parent_id == b.parent_id));
}

/**
 * eh_axis_kind_key:
 * @kind: what the lines of an axis are
 *
 * Returns: (transfer none): "role-group", "role", "workshop", "kind", "category" …, for the
 *   command line and for settings
 */
const char *
eh_axis_kind_key (EhAxisKind kind)
{
  g_return_val_if_fail (kind < EH_AXIS_N_VALUES, NULL);
  return axis_words[kind].key;
}

/**
 * eh_axis_kind_label:
 * @kind: what the lines of an axis are
 *
 * Returns: (transfer none): the same for people
 */
const char *
eh_axis_kind_label (EhAxisKind kind)
{
  g_return_val_if_fail (kind < EH_AXIS_N_VALUES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "axis", axis_words[kind].label);
}

/**
 * eh_axis_kind_from_key:
 * @key: as eh_axis_kind_key() gives
 * @kind: (out): what the lines are
 *
 * Returns: whether @key is one
 */
gboolean
eh_axis_kind_from_key (const char *key, EhAxisKind *kind)
{
  for (guint i = 0; i < EH_AXIS_N_VALUES; i++)
    if (g_strcmp0 (key, axis_words[i].key) == 0) {
      *kind = (EhAxisKind) i;
      return TRUE;
    }
  return FALSE;
}
