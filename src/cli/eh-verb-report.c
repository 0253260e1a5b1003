/* evenhand report: the measures, as numbers. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-table-out.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gboolean json;
  gboolean is_public;
  char *workshop;
  char *rows;
  char *columns;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->workshop);
  g_free (options->rows);
  g_free (options->columns);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* For programs: a number, null for what is undefined, and for what is protected always the same
 * words, whatever the user's language. */
static void
add_figure (EhJsonOut *json, const char *name, EhFigure figure, guint threshold)
{
  g_autofree char *withheld = NULL;

  switch (figure.state) {
  case EH_FIGURE_KNOWN:
    eh_json_out_number (json, name, figure.value);
    break;
  case EH_FIGURE_PROTECTED:
    withheld = g_strdup_printf ("fewer than %u", threshold);
    eh_json_out_text (json, name, withheld);
    break;
  case EH_FIGURE_UNDEFINED:
  default:
    eh_json_out_null (json, name);
    break;
  }
}

static void
add_group (EhJsonOut *json, const EhBalanceGroup *group, guint threshold)
{
  eh_json_out_begin_object (json, NULL);
  eh_json_out_text (json, "id", group->key);
  eh_json_out_text (json, "label", group->label);
  add_figure (json, "people", group->people, threshold);
  add_figure (json, "insights", group->insights, threshold);
  add_figure (json, "carried", group->carried, threshold);
  add_figure (json, "room_share", group->room_share, threshold);
  add_figure (json, "voice_share", group->voice_share, threshold);
  add_figure (json, "carry_share", group->carry_share, threshold);
  add_figure (json, "voice_ratio", group->voice_ratio, threshold);
  add_figure (json, "carry_ratio", group->carry_ratio, threshold);
  add_figure (json, "silent", group->silent, threshold);
  add_figure (json, "voice_low", group->voice_low, threshold);
  add_figure (json, "voice_high", group->voice_high, threshold);
  eh_json_out_end_object (json);
}

static int
print_balance_json (const EhBalance *balance)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  add_figure (json, "people", balance->people, balance->threshold);
  add_figure (json, "insights", balance->insights, balance->threshold);
  add_figure (json, "unattributed", balance->unattributed, balance->threshold);
  add_figure (json, "recommendations", balance->recommendations, balance->threshold);
  add_figure (json, "untraced", balance->untraced, balance->threshold);
  add_figure (json, "gini", balance->gini, balance->threshold);
  eh_json_out_begin_array (json, "groups");
  for (guint i = 0; i < balance->n_groups; i++)
    add_group (json, &balance->groups[i], balance->threshold);
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

/* The sentences that go with the numbers, and what they do not say. */
static void
append_sentences (GString *out, char **sentences)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  g_string_append_c (out, '\n');
  for (guint i = 0; sentences[i] != NULL; i++)
    eh_cli_add_line (out, sentences[i]);
  g_string_append_c (out, '\n');
  for (guint i = 0; caveats[i] != NULL; i++)
    eh_cli_add_line (out, caveats[i]);
}

/* "12 (54%)", or the count alone where shares may not be said. */
static char *
count_and_share (EhFigure count, EhFigure share, gboolean say, guint threshold)
{
  g_autofree char *number = eh_figure_to_count_text (count, threshold);
  g_autofree char *percent = eh_figure_to_percent_text (share);

  if (!say || !eh_figure_is_known (count) || !eh_figure_is_known (share))
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s (%s)", number, percent);
}

static int
print_balance_text (const EhBalance *balance)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_balance_all (balance);

  eh_table_out_column (table, _ ("Group"), FALSE, 44);
  eh_table_out_column (table, _ ("People"), TRUE, 0);
  eh_table_out_column (table, _ ("Insights"), TRUE, 0);
  eh_table_out_column (table, _ ("Guidance"), TRUE, 0);
  eh_table_out_column (table, _ ("Silent"), TRUE, 0);
  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *group = &balance->groups[i];
    gboolean say = balance->may_say_shares && group->may_say_shares;
    guint threshold = balance->threshold;

    eh_table_out_cell (table, group->label);
    eh_table_out_cell_take (table,
                            count_and_share (group->people, group->room_share, say, threshold));
    eh_table_out_cell_take (table,
                            count_and_share (group->insights, group->voice_share, say, threshold));
    eh_table_out_cell_take (table,
                            count_and_share (group->carried, group->carry_share, say, threshold));
    eh_table_out_cell_take (table, eh_figure_to_count_text (group->silent, threshold));
  }
  eh_table_out_write (table, out);
  append_sentences (out, sentences);
  return eh_cli_print (out);
}

/* What stands for a line in JSON: its label, told apart where two lines have the same. */
static char **
line_names (const EhCrosstabLine *lines, guint n_lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char **names = g_new0 (char *, n_lines + 1);

  for (guint i = 0; i < n_lines; i++) {
    names[i] = g_strdup (lines[i].label);
    if (!g_hash_table_add (seen, names[i])) {
      g_free (names[i]);
      names[i] = g_strdup_printf ("%s (%s)", lines[i].label, lines[i].key);
    }
  }
  return names;
}

static int
print_map_json (const EhCrosstab *map)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();
  g_auto (GStrv) rows = line_names (map->rows, map->n_rows);
  g_auto (GStrv) columns = line_names (map->columns, map->n_columns);

  eh_json_out_begin_object (json, NULL);
  eh_json_out_begin_array (json, "rows");
  for (guint i = 0; i < map->n_rows; i++)
    eh_json_out_text (json, NULL, rows[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "columns");
  for (guint i = 0; i < map->n_columns; i++)
    eh_json_out_text (json, NULL, columns[i]);
  eh_json_out_end_array (json);
  eh_json_out_begin_array (json, "cells");
  for (guint row = 0; row < map->n_rows; row++) {
    for (guint column = 0; column < map->n_columns; column++) {
      const EhCrosstabCell *cell = eh_crosstab_cell (map, row, column);

      eh_json_out_begin_object (json, NULL);
      eh_json_out_text (json, "row", rows[row]);
      eh_json_out_text (json, "column", columns[column]);
      add_figure (json, "count", cell->count, map->threshold);
      add_figure (json, "emphasis", cell->emphasis, map->threshold);
      eh_json_out_end_object (json);
    }
  }
  eh_json_out_end_array (json);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static int
print_map_text (const EhCrosstab *map)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) sentences = eh_sentence_crosstab_all (map);

  eh_table_out_column (table, eh_axis_kind_label (map->row_axis.kind), FALSE, 44);
  for (guint i = 0; i < map->n_columns; i++) {
    g_autofree char *header = eh_text_shorten (map->columns[i].label, 24);

    eh_table_out_column (table, header, TRUE, 0);
  }
  eh_table_out_column (table, _ ("In all"), TRUE, 0);
  for (guint row = 0; row < map->n_rows; row++) {
    eh_table_out_cell (table, map->rows[row].label);
    for (guint column = 0; column < map->n_columns; column++)
      eh_table_out_cell_take (
          table,
          eh_figure_to_count_text (eh_crosstab_cell (map, row, column)->count, map->threshold));
    eh_table_out_cell_take (table, eh_figure_to_count_text (map->rows[row].total, map->threshold));
  }
  eh_table_out_write (table, out);
  append_sentences (out, sentences);
  return eh_cli_print (out);
}

static int
print_balance (EhDataset *dataset, const EhFilter *filter, const Options *options)
{
  g_autoptr (EhPublicDataset) gate = options->is_public ? eh_disclosure_apply (dataset, NULL, NULL)
                                                        : NULL;
  g_autoptr (EhBalance) balance = gate != NULL ? eh_public_dataset_balance (gate, filter)
                                               : eh_balance_new (dataset, filter);

  return options->json ? print_balance_json (balance) : print_balance_text (balance);
}

static int
print_map (EhDataset *dataset, const EhFilter *filter, const Options *options)
{
  EhAxis rows = { EH_AXIS_ROLE_GROUP, EH_ID_NONE };
  EhAxis columns = { EH_AXIS_CATEGORY, EH_ID_NONE };
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhCrosstab) map = NULL;

  if (options->rows != NULL)
    eh_axis_kind_from_key (options->rows, &rows.kind);
  if (options->columns != NULL)
    eh_axis_kind_from_key (options->columns, &columns.kind);
  if (options->is_public)
    gate = eh_disclosure_apply (dataset, NULL, NULL);
  map = gate != NULL ? eh_public_dataset_crosstab (gate, rows, columns, filter)
                     : eh_crosstab_new (dataset, rows, columns, filter);
  return options->json ? print_map_json (map) : print_map_text (map);
}

static const char *const report_names[] = { "balance", "map", NULL };

static gboolean
check_options (const EhVerb *verb, Options *options, guint report)
{
  EhAxisKind kind;

  if (!eh_cli_text (verb, "--workshop", &options->workshop) ||
      !eh_cli_text (verb, "--rows", &options->rows) ||
      !eh_cli_text (verb, "--columns", &options->columns) ||
      !eh_cli_find_axis (verb, options->rows, &kind) ||
      !eh_cli_find_axis (verb, options->columns, &kind))
    return FALSE;
  if (report == 0 && (options->rows != NULL || options->columns != NULL)) {
    eh_cli_misuse (verb, "%s", _ ("--rows and --columns belong to the map."));
    return FALSE;
  }
  if (g_strcmp0 (options->rows != NULL ? options->rows : "role-group",
                 options->columns != NULL ? options->columns : "category") == 0) {
    eh_cli_misuse (verb, "%s", _ ("The rows and the columns of the map have to differ."));
    return FALSE;
  }
  return TRUE;
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &options.workshop,
      N_ ("Only this workshop, by title or id"), N_ ("W") },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public,
      N_ ("As it may be shown to others: small numbers are protected"), NULL },
    { "rows", 0, 0, G_OPTION_ARG_FILENAME, &options.rows, N_ ("What the rows of the map are"),
      N_ ("AXIS") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &options.columns,
      N_ ("What the columns of the map are"), N_ ("AXIS") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = eh_cli_describe_axes ();
  g_auto (GStrv) rest = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  EhFilter filter = { 0 };
  guint report;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest) ||
      !eh_cli_find (verb, report_names, rest[1], &report) ||
      !check_options (verb, &options, report))
    return EH_CLI_USAGE;
  dataset = eh_cli_load (rest[0]);
  if (dataset == NULL || !eh_cli_find_workshop (dataset, options.workshop, &filter.workshop_id))
    return EH_CLI_COULD_NOT;
  return report == 0 ? print_balance (dataset, &filter, &options)
                     : print_map (dataset, &filter, &options);
}

const EhVerb eh_verb_report = {
  "report",
  "FILE balance|map [--workshop W] [--public] [--json]",
  N_ ("whose voice is in the room, the insights and the guidance, in numbers"),
  run,
};
