/* evenhand recover: what can be read of a damaged project, in a new file. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-dataset.h"
#include "eh-job-recover.h"

#include <glib/gi18n-lib.h>

static const char *const histories[] = { "none", "kept", "lost" };

static void
add_count (EhJsonOut *json, const char *key, const EhRecoveryCount *count)
{
  eh_json_out_begin_object (json, key);
  if (key == NULL)
    eh_json_out_text (json, "table", count->type->table);
  eh_json_out_int (json, "saved", count->kept);
  eh_json_out_int (json, "of", count->known);
  eh_json_out_bool (json, "certain", count->certain);
  eh_json_out_end_object (json);
}

static int
print_json (const EhRecovery *recovery)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_object (json, NULL);
  eh_json_out_bool (json, "whole", eh_recovery_is_whole (recovery));
  add_count (json, "people", eh_recovery_count (recovery, &eh_participant_row_type));
  add_count (json, "insights", eh_recovery_count (recovery, &eh_insight_row_type));
  add_count (json, "workshops", eh_recovery_count (recovery, &eh_workshop_row_type));
  eh_json_out_begin_array (json, "tables");
  for (guint i = 0; i < recovery->counts->len; i++)
    add_count (json, NULL, &g_array_index (recovery->counts, EhRecoveryCount, i));
  eh_json_out_end_array (json);
  eh_json_out_text (json, "history", histories[recovery->history]);
  eh_json_out_int (json, "steps", recovery->n_steps);
  eh_json_out_bool (json, "settings_lost", recovery->project_lost);
  eh_json_out_bool (json, "erasures_lost", recovery->erasures_lost);
  eh_json_out_bool (json, "merges_lost", recovery->merges_lost);
  eh_json_out_int (json, "links_let_go", recovery->n_let_go);
  eh_json_out_int (json, "from_backups", recovery->n_from_others);
  eh_json_out_bool (json, "cut_short", recovery->n_once > 0);
  eh_json_out_int (json, "bytes_left", (gint64) recovery->n_left);
  eh_json_out_int (json, "bytes_once", (gint64) recovery->n_once);
  eh_json_out_int (json, "cut_off", recovery->n_cut_off);
  eh_json_out_int (json, "unsure_pages", recovery->n_unsure);
  eh_json_out_end_object (json);
  return eh_cli_print_json (json);
}

static int
print_text (const EhRecovery *recovery)
{
  g_autofree char *summary = eh_job_recover_summary (recovery);
  g_auto (GStrv) lines = g_strsplit (summary, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    eh_cli_add_line (out, lines[i]);
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
  const char *description = _ (
      "FILE is not changed. What it still names and what cannot be read of it is looked for in the\n"
      "backups of this computer. NEW must not be there yet. The status is 0 when NEW was made, even\n"
      "if something was lost: the counts tell.");
  g_auto (GStrv) rest = NULL;
  g_autoptr (GFile) to = NULL;
  g_autoptr (EhRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest))
    return EH_CLI_USAGE;
  to = g_file_new_for_path (rest[1]);
  recovery = eh_job_recover (rest[0], to, &error);
  if (recovery == NULL)
    return eh_cli_fail_recovering (rest[0], error);
  return json ? print_json (recovery) : print_text (recovery);
}

const EhVerb eh_verb_recover = {
  "recover",
  "FILE NEW [--json]",
  N_ ("save what can be read of a damaged project in a new one"),
  run,
};
