/* A passphrase on the command line: never as one of its words, which the whole computer can see in
 * the list of processes, and which a shell keeps in its history. */

#include "eh-passphrase.h"

#include "eh-cli.h"
#include "eh-protected-copy.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_LENGTH 1024

static char *
first_line (FILE *stream)
{
  char buffer[MAX_LENGTH + 2];
  char *line = NULL;

  if (fgets (buffer, sizeof buffer, stream) != NULL) {
    buffer[strcspn (buffer, "\r\n")] = '\0';
    line = g_strdup (buffer);
  }
  explicit_bzero (buffer, sizeof buffer);
  return line;
}

/**
 * eh_passphrase_read:
 * @path: a file, or "-" for what comes in on stdin
 *
 * Returns: (transfer full) (nullable): its first line, to be freed with eh_passphrase_free(); %NULL
 * when it has been said why not
 */
char *
eh_passphrase_read (const char *path)
{
  gboolean is_stdin = g_str_equal (path, "-");
  FILE *stream = is_stdin ? stdin : fopen (path, "re");
  char *line;

  if (stream == NULL) {
    g_autofree char *shown = g_filename_display_basename (path);

    eh_cli_fail (_ ("The passphrase in “%s” could not be read."), shown);
    return NULL;
  }
  if (is_stdin && isatty (STDIN_FILENO))
    fputs (_ ("Passphrase, which will be seen as you type: "), stderr);
  line = first_line (stream);
  if (!is_stdin)
    fclose (stream);
  if (line == NULL || *line == '\0' || !g_utf8_validate (line, -1, NULL)) {
    eh_passphrase_free (line);
    eh_cli_fail ("%s", _ ("There is no passphrase on the first line of that file, or it is not in "
                          "UTF-8."));
    return NULL;
  }
  return line;
}
