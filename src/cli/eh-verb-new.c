/* evenhand new: begins a project. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-project.h"
#include "eh-preset.h"

#include <glib/gi18n-lib.h>

static char *
describe (void)
{
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();
  GString *out = g_string_new (_ ("Frameworks that ship:"));

  for (guint i = 0; i < presets->len; i++) {
    EhPreset *preset = presets->pdata[i];

    g_string_append_printf (out, "\n  %-28s  %s", preset->key, preset->name);
  }
  g_string_append_printf (out, "\n  %-28s  %s", EH_PRESET_NO_FRAMEWORK,
                          _ ("No categories to begin with: the team adds its own"));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static gboolean
is_framework (const char *key)
{
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();

  for (guint i = 0; i < presets->len; i++)
    if (g_str_equal (((EhPreset *) presets->pdata[i])->key, key))
      return TRUE;
  return g_str_equal (key, EH_PRESET_NO_FRAMEWORK);
}

static int
run (const EhVerb *verb, char **words)
{
  g_autofree char *title = NULL;
  g_autofree char *framework = NULL;
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &title, N_ ("What the team calls the project"),
      N_ ("T") },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &framework, N_ ("The framework to begin with"),
      N_ ("ID") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("Fill it with invented people and words"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = describe ();
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;

  if (!eh_cli_parse (verb, entries, description, words, 1, 1, &rest) ||
      !eh_cli_text (verb, "--title", &title) || !eh_cli_text (verb, "--framework", &framework))
    return EH_CLI_USAGE;
  if (framework != NULL && !is_framework (framework))
    return eh_cli_misuse (verb, _ ("There is no framework “%s” among those that ship."), framework);
  if (!eh_job_new_project (rest[0], title, framework, sample, &error))
    return eh_cli_fail_with (error);
  return EH_CLI_DONE;
}

const EhVerb eh_verb_new = {
  "new",
  "FILE [--title T] [--framework ID] [--sample]",
  N_ ("begin a project"),
  run,
};
