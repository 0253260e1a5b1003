/* What was told in one version, held against the next: each version may be safe by itself, and
 * still the difference of two shows who joined or who withdrew.
 *
 * The numbers of a version are kept as text, a line each: key, value and label with tabs between.
 * Only what was told is in it, so that it may be stored beside the version. */

#include "eh-published.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TINY 1e-6

/**
 * eh_published_number_free:
 * @self: (transfer full): a number
 */
void
eh_published_number_free (EhPublishedNumber *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

/**
 * eh_published_step_free:
 * @self: (transfer full): a step
 */
void
eh_published_step_free (EhPublishedStep *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

static GPtrArray *
numbers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) eh_published_number_free);
}

static void
add (GPtrArray *numbers, char *key, const char *label, EhFigure figure)
{
  EhPublishedNumber *number;

  if (!eh_figure_is_known (figure)) {
    g_free (key);
    return;
  }
  number = g_new0 (EhPublishedNumber, 1);
  number->key = key;
  number->label = eh_text_clean_line (label);
  number->value = figure.value;
  g_ptr_array_add (numbers, number);
}

static void
add_balance (GPtrArray *numbers, EhPublicDataset *dataset)
{
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (dataset, NULL);

  add (numbers, g_strdup ("balance/people"), _ ("People"), balance->people);
  add (numbers, g_strdup ("balance/insights"), _ ("Insights"), balance->insights);
  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *group = &balance->groups[i];

    add (numbers, g_strdup_printf ("balance/people/%s", group->key), group->label, group->people);
    add (numbers, g_strdup_printf ("balance/insights/%s", group->key), group->label,
         group->insights);
  }
}

static void
add_map (GPtrArray *numbers, EhPublicDataset *dataset)
{
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (dataset, rows, columns, NULL);

  for (guint j = 0; j < map->n_columns; j++)
    add (numbers, g_strdup_printf ("map/total/%s", map->columns[j].key), map->columns[j].label,
         map->columns[j].total);
  for (guint i = 0; i < map->n_rows; i++)
    for (guint j = 0; j < map->n_columns; j++) {
      /* TRANSLATORS: a row and a column of a map: "Researchers, Money and payment". */
      g_autofree char *label = g_strdup_printf (C_ ("chart", "%s, %s"), map->rows[i].label,
                                                map->columns[j].label);

      add (numbers, g_strdup_printf ("map/%s/%s", map->rows[i].key, map->columns[j].key), label,
           eh_crosstab_cell (map, i, j)->count);
    }
}

/**
 * eh_published_numbers:
 * @dataset: what may leave the program
 *
 * Returns: (transfer full) (element-type EhPublishedNumber): the counts that documents tell: people
 *   and insights by group, and the power map
 */
GPtrArray *
eh_published_numbers (EhPublicDataset *dataset)
{
  GPtrArray *numbers = numbers_new ();

  add_balance (numbers, dataset);
  add_map (numbers, dataset);
  return numbers;
}

/**
 * eh_published_to_text:
 * @numbers: (element-type EhPublishedNumber): numbers
 *
 * Returns: (transfer full): the same as text, to be kept
 */
char *
eh_published_to_text (GPtrArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++) {
    const EhPublishedNumber *number = numbers->pdata[i];
    char value[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf (text, "%s\t%s\t%s\n", number->key,
                            g_ascii_dtostr (value, sizeof value, number->value), number->label);
  }
  return g_string_free (text, FALSE);
}

/**
 * eh_published_from_text:
 * @text: what eh_published_to_text() gave; lines that are none are left out
 *
 * Returns: (transfer full) (element-type EhPublishedNumber): the numbers
 */
GPtrArray *
eh_published_from_text (const char *text)
{
  GPtrArray *numbers = numbers_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);

    if (g_strv_length (fields) == 3)
      add (numbers, g_strdup (fields[0]), fields[2],
           eh_figure_known (g_ascii_strtod (fields[1], NULL)));
  }
  return numbers;
}

/**
 * eh_disclosure_difference:
 * @before: (element-type EhPublishedNumber): what was told last
 * @now: (element-type EhPublishedNumber): what would be told
 * @threshold: fewest people behind a number that is shared
 *
 * Returns: (transfer full) (element-type EhPublishedStep): the numbers that are in both and change
 * by more than nothing and less than @threshold: whoever has both versions could tell who it was
 */
GPtrArray *
eh_disclosure_difference (GPtrArray *before, GPtrArray *now, guint threshold)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_published_step_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->len; i++) {
    EhPublishedNumber *number = before->pdata[i];

    g_hash_table_insert (known, number->key, number);
  }
  for (guint i = 0; i < now->len; i++) {
    const EhPublishedNumber *number = now->pdata[i];
    const EhPublishedNumber *last = g_hash_table_lookup (known, number->key);
    double change = last != NULL ? fabs (number->value - last->value) : 0;
    EhPublishedStep *step;

    if (change < TINY || change >= threshold - TINY)
      continue;
    step = g_new0 (EhPublishedStep, 1);
    step->key = g_strdup (number->key);
    step->label = g_strdup (number->label);
    step->before = last->value;
    step->now = number->value;
    g_ptr_array_add (steps, step);
  }
  return steps;
}
