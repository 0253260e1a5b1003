/* kill -9 at random moments, of a window under a steady load and of an import by the command line:
 * whatever was acknowledged is there, the user's file is a whole project at every moment, and
 * nothing is left behind. Usage: test-kill FAULT-LOAD EVENHAND [--kills N] */

#include "fault-project.h"

#include "eh-db.h"
#include "eh-participant.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS_A_PROJECT 25

static struct {
  const char *load;
  const char *command;
  guint kills;
  gint64 budget; /* microseconds; at least a third of the kills are done in any case */
} plan = { NULL, NULL, 300, 20 * G_USEC_PER_SEC };

typedef struct {
  char *dir;
  char *path;
  char *other;
  GFile *file;
  GHashTable *seen; /* every content that the project is known to have had */
  char *last;       /* the last that was acknowledged */
  char *flying;     /* what was being done when it was killed, or NULL */
  guint acknowledged;
} Project;

static void
project_begin (Project *p)
{
  g_autoptr (EhStore) store = NULL;

  p->dir = fault_folder ("kill");
  p->path = g_build_filename (p->dir, "p.evenhand", NULL);
  p->other = g_build_filename (p->dir, "other", NULL);
  p->file = g_file_new_for_path (p->path);
  p->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  store = fault_project_new (p->path);
  p->last = fault_digest (eh_store_get_db (store));
  g_hash_table_add (p->seen, g_strdup (p->last));
}

static void
project_end (Project *p)
{
  fault_remove_folder (p->dir);
  g_hash_table_unref (p->seen);
  g_object_unref (p->file);
  g_free (p->dir);
  g_free (p->path);
  g_free (p->other);
  g_free (p->last);
  g_free (p->flying);
  memset (p, 0, sizeof *p);
}

/* -- what the load says ------------------------------------------------------------------------ */

static void
hear_line (Project *p, const char *line)
{
  g_clear_pointer (&p->flying, g_free);
  if (g_str_has_prefix (line, "do ")) {
    p->flying = g_strdup (line + 3);
    return;
  }
  g_assert_true (g_str_has_prefix (line, "ok "));
  g_free (p->last);
  p->last = g_strdup (line + 3);
  g_hash_table_add (p->seen, g_strdup (p->last));
  p->acknowledged++;
}

/* Everything that was told before the end, and no half line. */
static void
hear (Project *p, int fd)
{
  g_autoptr (GString) told = g_string_new (NULL);
  char buffer[4096];
  gssize n;
  g_auto (GStrv) lines = NULL;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (told, buffer, n);
  lines = g_strsplit (told->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    hear_line (p, lines[i]);
}

static void
run_and_kill (char **argv, gint64 after, int *out, int *status)
{
  GPid pid;
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            out, NULL, &error);
  g_assert_no_error (error);
  g_usleep ((gulong) after);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, status, 0), ==, pid);
}

static void
live_and_die (Project *p, GRand *rand, gint64 longest)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand));
  char *argv[] = { (char *) plan.load, p->path, p->other, seed, NULL };
  int out, status;

  run_and_kill (argv, g_rand_int_range (rand, 1000, (gint32) longest), &out, &status);
  /* It goes on until it is killed: any other end is a fault of its own. */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  hear (p, out);
  close (out);
}

/* -- what must hold ---------------------------------------------------------------------------- */

/* Before anything is opened again: the user's file is whole, and holds what the project once held.
 */
static void
check_user_file (Project *p, gboolean something_flying)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open (p->path, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  fault_check_sound (eh_store_get_db (store));
  digest = fault_digest (eh_store_get_db (store));
  /* What was not acknowledged any more may be in it: then it is in the working copy too. */
  if (!something_flying)
    g_assert_true (g_hash_table_contains (p->seen, digest));
}

static void
check_undone (Project *p, EhStore *store, gboolean with_redo, const char *now)
{
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (with_redo ? eh_store_redo (store, &error) : eh_store_undo (store, &error));
  before = fault_digest (eh_store_get_db (store));
  g_assert_cmpstr (before, ==, p->last);
  g_assert_true (with_redo ? eh_store_undo (store, &error) : eh_store_redo (store, &error));
  again = fault_digest (eh_store_get_db (store));
  g_assert_cmpstr (again, ==, now);
}

static void
check_erased (EhStore *store, const char *person)
{
  guint n = (guint) strtoul (person, NULL, 10);
  g_autofree char *name = g_strdup_printf ("Person %u", n);
  g_autoptr (EhParticipant) there = eh_reader_get (
      eh_store_get_db (store), &eh_participant_row_type, fault_project_person (n));

  g_assert_true (there == NULL || !g_str_equal (there->name, name));
}

/* The project holds what was acknowledged last; or that, and the one thing that was being done. */
static void
check_content (Project *p, EhStore *store)
{
  g_autofree char *now = fault_digest (eh_store_get_db (store));

  if (g_str_equal (now, p->last))
    return;
  g_assert_nonnull (p->flying);
  if (g_str_has_prefix (p->flying, "erase "))
    check_erased (store, p->flying + strlen ("erase "));
  else
    check_undone (p, store, g_str_equal (p->flying, "undo"), now);
  g_free (p->last);
  p->last = g_steal_pointer (&now);
  g_hash_table_add (p->seen, g_strdup (p->last));
}

/* A save that was killed before its first byte leaves an empty file, which is swept later, when it
 * cannot be another program's any more. */
static gboolean
is_empty (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf at;

  return g_stat (path, &at) == 0 && at.st_size == 0;
}

static void
check_nothing_left (Project *p)
{
  g_autofree char *work = g_build_filename (g_get_user_data_dir (), "evenhand", "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (work, 0, NULL);
  g_autoptr (GDir) beside = g_dir_open (p->dir, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
  while ((name = g_dir_read_name (beside)) != NULL)
    if (!g_str_has_prefix (name, "other") /* the load's own */ && !is_empty (p->dir, name))
      g_assert_cmpstr (name, ==, "p.evenhand");
}

/* As the next start of the window does it. */
static void
pick_up (Project *p, gboolean walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkingCopy) copy = NULL;
  EhStore *store;

  check_user_file (p, p->flying != NULL);
  copy = fault_open (p->file, &error);
  g_assert_no_error (error);
  store = eh_working_copy_get_store (copy);
  fault_check_sound (eh_store_get_db (store));
  fault_check_index (eh_store_get_db (store));
  check_content (p, store);
  if (walk)
    fault_walk_history (store);
  g_assert_true (fault_close (copy, &error));
  g_assert_no_error (error);
  check_nothing_left (p);
  g_clear_pointer (&p->flying, g_free);
}

/* How long it takes to begin, until the first thing is acknowledged: with sanitizers, and on a busy
 * machine, many times as long. */
static gint64
time_to_begin (void)
{
  Project p = { 0 };
  g_autofree char *work = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);
  char *argv[] = { (char *) plan.load, NULL, NULL, (char *) "1", NULL };
  gint64 began = g_get_monotonic_time (), took;
  g_autoptr (GString) told = g_string_new (NULL);
  GPid pid;
  char buffer[256];
  gssize n;
  int out;

  project_begin (&p);
  argv[1] = p.path;
  argv[2] = p.other;
  g_assert_true (g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &pid, NULL, &out, NULL, NULL));
  while (strstr (told->str, "ok ") == NULL && (n = read (out, buffer, sizeof buffer)) > 0)
    g_string_append_len (told, buffer, n);
  took = g_get_monotonic_time () - began;
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
  project_end (&p);
  fault_remove_folder (work);
  return took;
}

static void
test_window (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250611);
  gint64 begin = time_to_begin ();
  gint64 end = g_get_monotonic_time () + plan.budget;
  Project p = { 0 };
  guint acknowledged = 0, n;

  for (n = 0; n < plan.kills; n++) {
    if (n >= plan.kills / 3 && g_get_monotonic_time () > end)
      break;
    if (n % KILLS_A_PROJECT == 0)
      project_begin (&p);
    live_and_die (&p, rand, (n % 10 == 9 ? 200000 : 40000) + 2 * begin);
    /* Now and then it is killed again before anybody has looked. */
    if (p.flying != NULL || g_rand_int_range (rand, 0, 4) > 0 || n % KILLS_A_PROJECT >= 23)
      pick_up (&p, n % KILLS_A_PROJECT == 24);
    if (n % KILLS_A_PROJECT == KILLS_A_PROJECT - 1) {
      acknowledged += p.acknowledged;
      project_end (&p);
    }
  }
  acknowledged += p.acknowledged;
  if (p.dir != NULL)
    project_end (&p);
  g_test_message ("killed %u times, with %u things acknowledged", n, acknowledged);
  g_assert_cmpuint (acknowledged, >, n / 4);
}

/* -- the command line -------------------------------------------------------------------------- */

#define ROWS 3000

static char *
write_source (const char *dir)
{
  char *path = g_build_filename (dir, "source.csv", NULL);
  g_autoptr (GString) table = g_string_new ("text,person,group\n");

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (table, "What was said %u,Somebody %u,Public contributors\n", i,
                            i % 200);
  g_assert_true (g_file_set_contents (path, table->str, (gssize) table->len, NULL));
  return path;
}

static void
test_import (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *dir = fault_folder ("import");
  g_autofree char *path = g_build_filename (dir, "p.evenhand", NULL);
  g_autofree char *source = write_source (dir);
  char *argv[] = {
    (char *) plan.command, (char *) "import", path, source, (char *) "--json", NULL
  };
  gint64 began = g_get_monotonic_time (), took;
  guint nothing = 0;
  int status;

  g_object_unref (fault_project_new (path));
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
  took = g_get_monotonic_time () - began;
  g_assert_cmpint (fault_insights_in (path), ==, 6 + ROWS);
  for (guint i = 0; i < MAX (plan.kills / 10, 5); i++) {
    gint64 there;
    int out;

    g_unlink (path);
    g_object_unref (fault_project_new (path));
    run_and_kill (argv, g_rand_int_range (rand, 0, (gint32) took * 5 / 4), &out, &status);
    close (out);
    there = fault_insights_in (path);
    g_assert_true (there == 6 || there == 6 + ROWS);
    nothing += there == 6;
  }
  g_test_message ("of the killed imports %u had changed nothing", nothing);
  g_assert_cmpuint (nothing, >, 0);
  fault_remove_folder (dir);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = fault_folder ("kill-home");
  int result;

  /* The children must work where we do. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 3);
  plan.load = argv[1];
  plan.command = argv[2];
  if (argc > 3)
    plan.kills = (guint) strtoul (argv[3], NULL, 10);
  if (g_test_thorough ()) {
    plan.kills = 3000;
    plan.budget = G_MAXINT64 / 2;
  }
  g_test_add_func ("/faults/kill/window", test_window);
  g_test_add_func ("/faults/kill/import", test_import);
  result = g_test_run ();
  fault_remove_folder (home);
  return result;
}
