/* The command: `evenhand [FILE]` opens the window, which is a program beside this one, so that a
 * verb needs no display and loads no GTK; `evenhand VERB …` does one thing and ends. */

#include "config.h"
#include "eh-verbs.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static const EhVerb *const verbs[] = {
  &eh_verb_new,     &eh_verb_import,  &eh_verb_list,     &eh_verb_search,    &eh_verb_report,
  &eh_verb_chart,   &eh_verb_export,  &eh_verb_publish,  &eh_verb_published, &eh_verb_print,
  &eh_verb_letters, &eh_verb_merge,   &eh_verb_withdraw, &eh_verb_copy,      &eh_verb_check,
  &eh_verb_recover, &eh_verb_history,
};

static int
print_help (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append (out,
                   _ ("Evenhand shows whose knowledge ended up in what people wrote together.\n"
                      "\n"
                      "Usage:\n"
                      "  evenhand [FILE]                 open the window\n"
                      "  evenhand VERB FILE [OPTIONS]    do one thing, without a window\n"
                      "  evenhand VERB --help            how it is done\n"));
  g_string_append_printf (out, "\n%s\n", _ ("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (out, "  %-9s  %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_string_append_printf (
      out, "\n%s\n",
      _ ("What goes wrong is said in a line on stderr. The status is 0 when it is done, 1 when it\n"
         "could not be done and nothing was changed, 2 when the command was not understood."));
  return eh_cli_print (out);
}

static int
print_version (void)
{
  g_autoptr (GString) out = g_string_new ("evenhand " EH_VERSION "\n");

  return eh_cli_print (out);
}

/* The window's program: where the environment says, in the build folder beside this one, or where
 * it is installed. */
static char *
find_window (void)
{
  const char *said = g_getenv ("EVENHAND_WINDOW");
  g_autofree char *own = NULL;
  g_autofree char *folder = NULL;
  char *beside;

  if (said != NULL && said[0] != '\0')
    return g_strdup (said);
  own = g_file_read_link ("/proc/self/exe", NULL);
  if (own != NULL) {
    folder = g_path_get_dirname (own);
    beside = g_build_filename (folder, "..", "app", "evenhand-window", NULL);
    if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
      return beside;
    g_free (beside);
  }
  return g_build_filename (EH_LIBEXEC_DIR, "evenhand-window", NULL);
}

static int
open_window (char **argv)
{
  g_autofree char *window = find_window ();

  execv (window, argv);
  if (errno == ENOENT)
    return eh_cli_fail (
        _ ("The window is not installed. Without it, verbs work: evenhand --help."));
  return eh_cli_fail (_ ("The window could not be started: %s."), g_strerror (errno));
}

static const EhVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

/* A word that is neither a verb nor a file was most likely meant as a verb. */
static gboolean
is_meant_as_file (const char *word)
{
  return strchr (word, '/') != NULL || strchr (word, '.') != NULL ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

int
main (int argc, char **argv)
{
  const EhVerb *verb;

  eh_cli_begin (NULL);
  g_set_prgname ("evenhand");
  if (argc < 2)
    return open_window (argv);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    return print_version ();
  verb = find_verb (argv[1]);
  if (verb != NULL)
    return verb->run (verb, argv + 1);
  if (argv[1][0] == '-' && !g_str_has_prefix (argv[1], "--gapplication"))
    return eh_cli_misuse (NULL, _ ("There is no option “%s”."), argv[1]);
  if (argv[1][0] != '-' && !is_meant_as_file (argv[1]))
    return eh_cli_misuse (NULL, _ ("There is no verb “%s”."), argv[1]);
  return open_window (argv);
}
