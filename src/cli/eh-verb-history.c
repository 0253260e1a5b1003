/* evenhand history: what was done to a project, step by step. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

static char *
time_text (gint64 seconds, gboolean exact)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  if (time == NULL)
    return g_strdup ("");
  return exact ? g_date_time_format_iso8601 (time) : g_date_time_format (time, "%Y-%m-%d %H:%M");
}

static int
print_json (GPtrArray *steps)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_array (json, NULL);
  for (guint i = 0; i < steps->len; i++) {
    EhHistoryStep *step = steps->pdata[i];
    g_autofree char *time = time_text (step->made_at, TRUE);

    eh_json_out_begin_object (json, NULL);
    eh_json_out_int (json, "step", step->seq);
    eh_json_out_text (json, "label", step->label);
    eh_json_out_text (json, "time", time);
    eh_json_out_text_or_null (json, "device", step->device);
    eh_json_out_text_or_null (json, "author", step->author);
    eh_json_out_int (json, "rows", step->n_rows);
    eh_json_out_text (json, "state", step->state);
    eh_json_out_end_object (json);
  }
  eh_json_out_end_array (json);
  return eh_cli_print_json (json);
}

static const char *
state_text (const char *state)
{
  if (g_str_equal (state, "undone"))
    return _ ("undone");
  return g_str_equal (state, "dropped") ? _ ("undone for good") : "";
}

static int
print_text (GPtrArray *steps)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  if (steps->len == 0) {
    g_string_append_printf (out, "%s\n", _ ("Nothing has been done in this project yet."));
    return eh_cli_print (out);
  }
  eh_table_out_column (table, _ ("When"), FALSE, 0);
  eh_table_out_column (table, _ ("What"), FALSE, 60);
  eh_table_out_column (table, _ ("Who"), FALSE, 24);
  eh_table_out_column (table, _ ("Rows"), TRUE, 0);
  eh_table_out_column (table, "", FALSE, 0);
  for (guint i = 0; i < steps->len; i++) {
    EhHistoryStep *step = steps->pdata[i];

    eh_table_out_cell_take (table, time_text (step->made_at, FALSE));
    eh_table_out_cell (table, step->label);
    eh_table_out_cell (table, step->author[0] != '\0' ? step->author : step->device);
    eh_table_out_cell_count (table, step->n_rows);
    eh_table_out_cell (table, state_text (step->state));
  }
  eh_table_out_write (table, out);
  return eh_cli_print (out);
}

static int
run (const EhVerb *verb, char **words)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (!eh_cli_parse (verb, entries, NULL, words, 1, 1, &rest))
    return EH_CLI_USAGE;
  db = eh_cli_read (rest[0]);
  if (db == NULL)
    return EH_CLI_COULD_NOT;
  steps = eh_history_list (db, 0, &error);
  if (steps == NULL)
    return eh_cli_fail_with (error);
  return json ? print_json (steps) : print_text (steps);
}

const EhVerb eh_verb_history = {
  "history",
  "FILE [--json]",
  N_ ("list what was done, the newest first"),
  run,
};
