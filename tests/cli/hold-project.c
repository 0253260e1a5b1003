/* Holds a project open as a window does, until its input ends. Usage: hold-project FILE
 * [crash|change]: with "crash" it makes a change and stops at once, as after a power cut; with
 * "change" it makes one and goes on. */

#include "eh-insight-edit.h"
#include "eh-working-copy.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhWorkingCopy **copy = data;
  g_autoptr (GError) error = NULL;

  *copy = eh_working_copy_open_finish (result, &error);
  if (*copy == NULL)
    g_error ("%s", error->message);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 1 ? argv[1] : "");
  g_autoptr (EhWorkingCopy) copy = NULL;
  gboolean closed = FALSE;

  eh_working_copy_open_async (file, NULL, opened_cb, &copy);
  while (copy == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (argc > 2)
    eh_insight_add_person (eh_working_copy_get_store (copy), "Held", EH_ID_NONE, NULL);
  if (argc > 2 && g_str_equal (argv[2], "crash"))
    _Exit (0);
  puts ("open");
  fflush (stdout);
  while (getchar () != EOF)
    ;
  eh_working_copy_close_async (copy, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
