/* evenhand copy: the project in another place, protected by a passphrase or taken out of a copy
 * that is. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-job-copy.h"
#include "eh-passphrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_zip_name (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".zip") == 0;
}

static void
progress_cb (double fraction, gpointer data)
{
  eh_cli_progress (fraction, _ ("Protecting the copy"), NULL);
}

static int
take_out (const char *archive, const char *out, const char *passphrase)
{
  g_autoptr (GFile) to = g_file_new_for_path (out);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhUnlocked) unlocked = eh_job_unlock (archive, passphrase, NULL, NULL, NULL, &error);

  if (unlocked == NULL || !eh_job_place (unlocked->path, to, FALSE, &error))
    return eh_cli_fail_with (error);
  return EH_CLI_DONE;
}

static int
copy (const char *path, const char *out, const char *passphrase)
{
  g_autoptr (GFile) to = g_file_new_for_path (out);
  g_autoptr (EhDb) db = eh_cli_read (path);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return EH_CLI_COULD_NOT;
  g_clear_pointer (&db, eh_db_close);
  if (!eh_job_copy (path, to, passphrase, passphrase != NULL ? progress_cb : NULL, NULL, NULL,
                    &error))
    return eh_cli_fail_with (error);
  return EH_CLI_DONE;
}

static int
run (const EhVerb *verb, char **words)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = {
    { EH_PASSPHRASE_OPTION, 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file,
      N_ ("The passphrase is the first line of F; “-” reads it from stdin"), N_ ("F") },
    G_OPTION_ENTRY_NULL,
  };
  const char *description = _ (
      "With OUT.zip the copy is protected: an encrypted archive (AES-256) that 7-Zip and its like\n"
      "open too. Without the passphrase nobody can open it, you neither. Take the project out of\n"
      "one with “evenhand copy COPY.zip OUT.evenhand --passphrase-file F”.");
  g_auto (GStrv) rest = NULL;
  char *passphrase = NULL;
  gboolean from_archive;
  int status;

  if (!eh_cli_parse (verb, entries, description, words, 2, 2, &rest))
    return EH_CLI_USAGE;
  from_archive = eh_protected_copy_is_archive (rest[0]);
  if (from_archive && is_zip_name (rest[1]))
    return eh_cli_misuse (verb, "%s", _ ("What is taken out of an archive is no archive."));
  if (!from_archive && is_zip_name (rest[1]) && passphrase_file == NULL)
    return eh_cli_misuse (verb, "%s", _ ("A protected copy needs --passphrase-file."));
  if (!from_archive && !is_zip_name (rest[1]) && passphrase_file != NULL)
    return eh_cli_misuse (verb, "%s", _ ("Only a copy whose name ends with .zip is protected."));
  if (passphrase_file != NULL && (passphrase = eh_passphrase_read (passphrase_file)) == NULL)
    return EH_CLI_COULD_NOT;
  status = from_archive ? take_out (rest[0], rest[1], passphrase)
                        : copy (rest[0], rest[1], passphrase);
  eh_passphrase_free (passphrase);
  return status;
}

const EhVerb eh_verb_copy = {
  "copy",
  "FILE OUT.evenhand|OUT.zip [--passphrase-file F]",
  N_ ("copy a project, protected by a passphrase if you like"),
  run,
};
