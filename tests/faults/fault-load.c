/* A window's steady load, to be killed: opens a project as a window does, does one thing after the
 * other, and says on its standard output "do WHAT" before each and "ok DIGEST" once it is safe.
 * Usage: fault-load FILE OTHER SEED */

#include "fault-project.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  EhWorkingCopy *copy;
  EhStore *store;
  GRand *rand;
  const char *other;
  guint what;
  gboolean may_join; /* typing now could become part of an earlier step of the history */
} Load;

static void
say (const char *what, const char *more)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", what, more);
  gsize size = strlen (line);

  /* One write, so that a line is told whole or not at all. */
  if (write (STDOUT_FILENO, line, size) != (gssize) size)
    _exit (3);
}

static void
done (Load *load, gboolean ok, const GError *error)
{
  g_autofree char *digest = NULL;

  if (!ok && !g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND))
    g_error ("what %u: %s", load->what, error != NULL ? error->message : "failed");
  digest = fault_digest (eh_store_get_db (load->store));
  say ("ok", digest);
}

static void
walk (Load *load, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if ((redo ? eh_store_get_redo_label (load->store) : eh_store_get_undo_label (load->store)) ==
      NULL)
    return;
  say ("do", redo ? "redo" : "undo");
  ok = redo ? eh_store_redo (load->store, &error) : eh_store_undo (load->store, &error);
  done (load, ok, error);
  load->may_join = TRUE;
}

static void
save_a_copy (Load *load)
{
  g_autofree char *path = g_strconcat (load->other, "-copy", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  eh_working_copy_save_a_copy_async (load->copy, file, NULL, fault_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!eh_working_copy_save_a_copy_finish (load->copy, result, &error))
    g_error ("%s", error->message);
}

static void
merge (Load *load, guint n)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!fault_make_other (load->store, load->other, n, &error))
    g_error ("%s", error->message);
  say ("do", "step");
  ok = fault_merge (load->store, load->other, &error);
  done (load, ok, error);
  load->may_join = FALSE;
}

static void
change (Load *load, guint what, guint n)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  say ("do", "step");
  if (what < 45)
    ok = fault_add (load->store, n, &error) != EH_ID_NONE;
  else if (what < 62 || (what < 72 && load->may_join))
    ok = fault_map (load->store, n, &error);
  else if (what < 72)
    ok = fault_edit (load->store, n, &error);
  else
    ok = fault_remove (load->store, n, &error);
  done (load, ok, error);
  load->may_join = what >= 62 && what < 72;
}

static void
erase (Load *load, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = g_strdup_printf ("erase %u", n % FAULT_PEOPLE);
  gboolean ok;

  say ("do", what);
  ok = fault_erase (load->store, n % FAULT_PEOPLE, &error);
  done (load, ok, error);
  load->may_join = FALSE;
}

static void
one_thing (Load *load)
{
  guint what = (guint) g_rand_int_range (load->rand, 0, 100);
  guint n = (guint) g_rand_int_range (load->rand, 0, 100000);

  load->what = what;

  if (what < 76)
    change (load, what, n);
  else if (what < 84)
    walk (load, FALSE);
  else if (what < 92)
    walk (load, TRUE);
  else if (what < 96)
    merge (load, n);
  else if (what < 98)
    save_a_copy (load);
  else
    erase (load, n);
}

static void
open_again (Load *load, GFile *file)
{
  g_autoptr (GError) error = NULL;

  load->copy = fault_open (file, &error);
  if (load->copy == NULL)
    g_error ("%s", error->message);
  load->store = eh_working_copy_get_store (load->copy);
  load->may_join = TRUE;
}

/* Lets the window's own work go on: snapshots are begun and ended from the main loop. */
static void
breathe (Load *load)
{
  gint64 until = g_get_monotonic_time () + g_rand_int_range (load->rand, 0, 12000);

  do {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (500);
  } while (g_get_monotonic_time () < until);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 3 ? argv[1] : "");
  g_autoptr (GError) error = NULL;
  Load load = { 0 };

  g_return_val_if_fail (argc > 3, 2);
  load.rand = g_rand_new_with_seed ((guint32) strtoul (argv[3], NULL, 10));
  load.other = argv[2];
  open_again (&load, file);
  for (;;) {
    one_thing (&load);
    if (g_rand_int_range (load.rand, 0, 4) == 0)
      breathe (&load);
    if (g_rand_int_range (load.rand, 0, 40) > 0)
      continue;
    if (!fault_close (load.copy, &error))
      g_error ("%s", error->message);
    g_clear_object (&load.copy);
    open_again (&load, file);
  }
}
