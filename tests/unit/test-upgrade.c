/* Files of earlier formats: each released one is kept in tests/fixtures, comes to the current
 * format with everything in it, and goes on to undo, redo and merge what was recorded before.
 * Whatever stops that half-way leaves the file as it was. */

#include "eh-backup.h"
#include "eh-changeset.h"
#include "eh-merge.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-text.h"
#include "eh-upgrade.h"
#include "eh-working-copy.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file that a release has left to us. */
typedef struct {
  const char *file;
  gint64 n_insights_at_first; /* those that there are as far back as one can undo */
} Release;

static const Release releases[] = {
  { "format-1.evenhand", 0 },
  /* From here on, what was said before a withdrawal is not undone. */
  { "format-2.evenhand", 1 },
};

/* The rows of each of them that the tests ask for. */
#define ASHA     2001
#define BEN      2002
#define WITHDREW 2003
#define ERASED   3002

typedef struct {
  const Release *release;
  char *dir;
  char *path;
  guint n_files;
} Fixture;

static char *
old_file (Fixture *f)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "fixtures", f->release->file, NULL);
  g_autofree char *name = g_strdup_printf ("old-%u.evenhand", f->n_files++);
  char *to = g_build_filename (f->dir, name, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
  return to;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("eh-upgrade-XXXXXX", NULL);
  f->n_files = 0;
  f->release = data;
  f->path = old_file (f);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_all (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);

  remove_all (backups);
  remove_all (f->dir);
  g_free (f->dir);
  g_free (f->path);
}

static EhStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  EhStore *store = eh_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static char *
bytes_of (const char *path, gsize *size)
{
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));
  return bytes;
}

static gboolean
has (EhStore *store, const EhRowType *type, EhId id)
{
  gpointer row = eh_reader_get (eh_store_get_db (store), type, id);
  gboolean is_there = row != NULL;

  if (row != NULL)
    type->free (row);
  return is_there;
}

static void
assert_words_indexed (EhDb *db)
{
  g_autoptr (GError) error = NULL;

  eh_db_exec (db, "INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1)",
              &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      eh_db_value (db, "SELECT count(*) FROM insight_words WHERE insight_words MATCH 'agenda'", 0),
      ==, 1);
}

static void
test_fixture_lives_on (Fixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = open_store (f->path);
  g_autoptr (GError) error = NULL;
  guint n_undone = 0;

  g_assert_cmpuint (eh_schema_version (eh_store_get_db (store)), ==, EH_SCHEMA_VERSION);
  assert_words_indexed (eh_store_get_db (store));
  g_assert_cmpstr (eh_store_get_redo_label (store), ==, "Changed a workshop");
  g_assert_true (eh_store_redo (store, &error));
  g_assert_false (has (store, &eh_participant_row_type, BEN));
  while (eh_store_get_undo_label (store) != NULL) {
    g_assert_true (eh_store_undo (store, &error));
    if (++n_undone == 2)
      g_assert_true (has (store, &eh_participant_row_type, BEN));
  }
  g_assert_cmpint (eh_reader_count (eh_store_get_db (store), &eh_insight_row_type), ==,
                   f->release->n_insights_at_first);
  while (eh_store_get_redo_label (store) != NULL)
    g_assert_true (eh_store_redo (store, &error));
  g_assert_true (has (store, &eh_consent_row_type, ASHA));
  g_assert_false (has (store, &eh_participant_row_type, BEN));
  g_assert_false (has (store, &eh_participant_row_type, WITHDREW));
  assert_words_indexed (eh_store_get_db (store));
}

/* How many rows there are of each kind; -1 where that release had no such table. */
static GArray *
count_rows (EhDb *db)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autofree char *there = g_strdup_printf (
        "SELECT count (*) FROM sqlite_schema WHERE name = '%s'", types[i]->table);
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", types[i]->table);
    gint64 n = eh_db_value (db, there, 0) > 0 ? eh_db_value (db, sql, -1) : -1;

    g_array_append_val (counts, n);
  }
  return counts;
}

static void
test_every_row_comes_along (Fixture *f, gconstpointer data)
{
  g_autoptr (EhDb) before = eh_db_open (f->path, EH_DB_SNAPSHOT, NULL);
  g_autoptr (GArray) then = count_rows (before);
  g_autoptr (GArray) now = NULL;
  g_autoptr (EhStore) store = NULL;

  g_clear_pointer (&before, eh_db_close);
  store = open_store (f->path);
  now = count_rows (eh_store_get_db (store));
  g_assert_cmpuint (now->len, ==, then->len);
  for (guint i = 0; i < now->len; i++)
    g_assert_cmpint (g_array_index (now, gint64, i), ==, MAX (g_array_index (then, gint64, i), 0));
}

/* Of every table that its format has, so that none can be forgotten. */
static void
test_has_everything (Fixture *f, gconstpointer data)
{
  g_autoptr (EhDb) db = eh_db_open (f->path, EH_DB_SNAPSHOT, NULL);
  g_autoptr (GArray) counts = count_rows (db);

  for (guint i = 0; i < counts->len; i++)
    g_assert_cmpint (g_array_index (counts, gint64, i), !=, 0);
}

static void
test_backup_is_the_old_file (Fixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = open_store (f->path);
  g_autofree char *folder = eh_backup_folder (eh_store_get_db (store));
  g_autoptr (GPtrArray) backups = eh_backup_list (folder);
  g_autoptr (EhDb) kept = NULL;
  const EhBackup *backup;
  gboolean is_older = FALSE;
  GStatBuf there;

  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_cmpint (backup->reason, ==, EH_BACKUP_REASON_UPGRADE);
  kept = eh_db_open (backup->path, EH_DB_SNAPSHOT, NULL);
  g_assert_true (eh_upgrade_check (kept, &is_older, NULL));
  g_assert_true (is_older);
  g_assert_cmpint (g_stat (backup->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0700);
}

static void
test_no_backup_no_upgrade (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);
  gsize size_before, size_after;
  g_autofree char *before = bytes_of (f->path, &size_before);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  g_assert_null (eh_store_open (f->path, &error));
  g_assert_nonnull (error);
  after = bytes_of (f->path, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
  g_unlink (backups);
}

static void
test_reading_changes_nothing (Fixture *f, gconstpointer data)
{
  gsize size_before, size_after;
  g_autofree char *before = bytes_of (f->path, &size_before);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open_file (f->path, NULL, &error);
  g_autoptr (EhDataset) dataset = NULL;

  g_assert_no_error (error);
  dataset = eh_reader_load_dataset (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dataset->insights->len, ==, 2);
  after = bytes_of (f->path, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

/* What another laptop, which is not up to date yet, has done since. */
static void
test_merge_with_older_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *theirs = old_file (f);
  gsize size_before, size_after;
  g_autofree char *before = bytes_of (theirs, &size_before);
  g_autofree char *after = NULL;
  g_autoptr (EhStore) ours = open_store (f->path);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (EhInsight) mine = eh_insight_new ();
  g_autoptr (GError) error = NULL;

  mine->id = eh_id_new ();
  eh_set_str (&mine->text, "Said after the upgrade");
  g_assert_true (
      eh_store_put_one (ours, &eh_insight_row_type, mine, "Added an insight", NULL, NULL));
  plan = eh_merge_plan_new (eh_store_get_db (ours), theirs, &error);
  g_assert_no_error (error);
  g_assert_true (plan->related);
  g_assert_true (eh_merge_plan_is_empty (plan));
  g_assert_cmpuint (plan->conflicts->len, ==, 0);
  after = bytes_of (theirs, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_merge_into_older_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *other = old_file (f);
  g_autoptr (EhStore) theirs = open_store (other);
  g_autoptr (EhStore) ours = open_store (f->path);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      eh_store_remove_one (theirs, &eh_participant_row_type, ASHA, "Removed a person", NULL));
  g_assert_true (eh_store_undo (ours, NULL)); /* Ben is back here, removed there */
  plan = eh_merge_plan_new (eh_store_get_db (ours), other, &error);
  g_assert_no_error (error);
  g_assert_true (eh_merge_apply (ours, plan, "Merged", &error));
  g_assert_false (has (ours, &eh_participant_row_type, ASHA));
  g_assert_true (has (ours, &eh_participant_row_type, BEN));
  g_assert_false (has (ours, &eh_insight_row_type, ERASED));
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EhWorkingCopy *
open_window (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EhWorkingCopy *copy;

  eh_working_copy_open_async (file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  copy = eh_working_copy_open_finish (result, &error);
  g_assert_no_error (error);
  return copy;
}

static void
close_window (EhWorkingCopy *copy)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_close_async (copy, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (eh_working_copy_close_finish (copy, result, NULL));
}

static guint
n_backups (Fixture *f)
{
  g_autoptr (EhDb) db = eh_reader_open_file (f->path, NULL, NULL);
  g_autofree char *folder = eh_backup_folder (db);
  g_autoptr (GPtrArray) backups = eh_backup_list (folder);

  return backups->len;
}

/* Looking at an old project changes nothing and leaves one backup, however often; the first change
 * makes the file one of today. */
static void
test_window (Fixture *f, gconstpointer data)
{
  gsize size_before, size_after;
  g_autofree char *before = bytes_of (f->path, &size_before);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (EhWorkingCopy) copy = open_window (f);

    close_window (copy);
    g_clear_pointer (&after, g_free);
    after = bytes_of (f->path, &size_after);
    g_assert_cmpmem (before, size_before, after, size_after);
  }
  g_assert_cmpuint (n_backups (f), ==, 1);
  {
    g_autoptr (EhWorkingCopy) copy = open_window (f);

    g_assert_true (eh_store_undo (eh_working_copy_get_store (copy), NULL));
    close_window (copy);
  }
  {
    g_autoptr (EhDb) db = eh_db_open (f->path, EH_DB_SNAPSHOT, NULL);

    g_assert_cmpuint (eh_schema_version (db), ==, EH_SCHEMA_VERSION);
  }
}

/* Dies after @n turns of SQLite's machine. */
static int
die_cb (void *data)
{
  gint64 *n = data;

  if ((*n)-- <= 0)
    _exit (9);
  return 0;
}

static gboolean
upgrade_and_die (const char *path, gint64 turns)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    g_autoptr (EhDb) db = eh_db_open (path, EH_DB_WRITER, NULL);

    /* A small cache, so that pages reach the file long before the end. */
    eh_db_exec (db, "PRAGMA cache_size = 2", NULL);
    sqlite3_progress_handler (eh_db_handle (db), 100, die_cb, &turns);
    _exit (eh_upgrade_run (db, NULL) ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 1);
  return WEXITSTATUS (status) == 0;
}

static void
test_killed_half_way (Fixture *f, gconstpointer data)
{
  guint n_killed = 0;

  for (gint64 turns = 0; !upgrade_and_die (f->path, turns); turns += 1 + turns / 4) {
    g_autoptr (EhDb) db = eh_db_open (f->path, EH_DB_WRITER, NULL);
    gboolean is_older = FALSE;

    n_killed++;
    g_assert_true (eh_upgrade_check (db, &is_older, NULL));
    g_assert_true (is_older);
  }
  g_assert_cmpuint (n_killed, >, 5);
  {
    g_autoptr (EhStore) store = open_store (f->path);

    g_assert_true (has (store, &eh_participant_row_type, ASHA));
  }
}

static void
assert_refused (const char *path, const char *sql, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_WRITER, NULL);

  sqlite3_db_config (eh_db_handle (db), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  g_assert_true (eh_db_exec (db, sql, &error));
  g_clear_pointer (&db, eh_db_close);
  g_assert_null (eh_store_open (path, &error));
  g_assert_error (error, EH_STORE_ERROR, code);
  g_clear_error (&error);
  g_assert_null (eh_reader_open_file (path, NULL, &error));
  g_assert_error (error, EH_STORE_ERROR, code);
}

static void
test_to_the_letter (Fixture *f, gconstpointer data)
{
  g_autofree char *trigger = old_file (f);
  g_autofree char *column = old_file (f);
  g_autofree char *newer = old_file (f);
  g_autofree char *swindle = old_file (f);

  assert_refused (trigger,
                  "CREATE TRIGGER t AFTER INSERT ON insight BEGIN DELETE FROM insight; END",
                  EH_STORE_ERROR_DAMAGED);
  assert_refused (column, "ALTER TABLE insight ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
                  EH_STORE_ERROR_DAMAGED);
  assert_refused (newer, "PRAGMA user_version = 3", EH_STORE_ERROR_NEWER);
  assert_refused (swindle, "PRAGMA user_version = 0", EH_STORE_ERROR_DAMAGED);
}

/* A project in a form that never was: without a table and an index, with tables that lack their
 * last column or allow a word less, and with a step that was recorded then. */
static void
make_earlier_form (const char *path)
{
  static const char sql[] =
      "DROP TABLE resource_category; DROP INDEX insight_origin; DROP TABLE insight_words;"
      "ALTER TABLE consent DROP COLUMN wording; ALTER TABLE insight DROP COLUMN created_at;"
      "PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET sql = replace (sql, ', ''card_sort''', '') WHERE name = 'activity';"
      "PRAGMA writable_schema = RESET; PRAGMA user_version = 1";
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_WRITER, NULL);
  g_autoptr (EhRecorder) recorder = NULL;
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GError) error = NULL;

  eh_db_trust_schema (db);
  sqlite3_db_config (eh_db_handle (db), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  eh_db_exec (db, sql, &error);
  g_assert_no_error (error);
  recorder = eh_recorder_new (db, &error);
  g_assert_true (eh_db_exec (db, "DELETE FROM consent", &error));
  changes = eh_recorder_finish (recorder, db, &error);
  g_assert_true (
      eh_history_record (db, "guid", "Took a consent back", "", "", changes, 1, FALSE, &error));
}

static void
test_any_earlier_form (Fixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = open_store (f->path);
  g_autoptr (EhDb) db = NULL;
  g_autoptr (EhConsent) consent = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  make_earlier_form (f->path);
  db = eh_db_open (f->path, EH_DB_WRITER, NULL);
  eh_upgrade_run (db, &error);
  g_assert_no_error (error);
  g_assert_true (eh_schema_check (db, &error));
  g_assert_cmpint (eh_db_value (db, "PRAGMA foreign_keys", 0), ==, 1);
  g_clear_pointer (&db, eh_db_close);
  store = open_store (f->path);
  assert_words_indexed (eh_store_get_db (store));
  g_assert_true (eh_store_undo (store, &error));
  consent = eh_reader_get (eh_store_get_db (store), &eh_consent_row_type, ASHA);
  g_assert_cmpint (consent->quote, ==, EH_QUOTE_LEVEL_PSEUDONYM);
  g_assert_cmpstr (consent->wording, ==, "");
  g_assert_true (eh_store_redo (store, &error));
  g_assert_false (has (store, &eh_consent_row_type, ASHA));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD_FOR(path, release, func)                                                               \
  g_test_add (path, Fixture, &releases[release - 1], set_up, func, tear_down)
#define ADD(path, func) ADD_FOR (path, 1, func)
  ADD_FOR ("/upgrade/fixture-lives-on/1", 1, test_fixture_lives_on);
  ADD_FOR ("/upgrade/fixture-lives-on/2", 2, test_fixture_lives_on);
  ADD_FOR ("/upgrade/every-row-comes-along/1", 1, test_every_row_comes_along);
  ADD_FOR ("/upgrade/every-row-comes-along/2", 2, test_every_row_comes_along);
  ADD_FOR ("/upgrade/has-everything/2", 2, test_has_everything);
  ADD ("/upgrade/backup-is-the-old-file", test_backup_is_the_old_file);
  ADD ("/upgrade/no-backup-no-upgrade", test_no_backup_no_upgrade);
  ADD ("/upgrade/reading-changes-nothing", test_reading_changes_nothing);
  ADD ("/upgrade/merge-with-older-copy", test_merge_with_older_copy);
  ADD ("/upgrade/merge-into-older-copy", test_merge_into_older_copy);
  ADD ("/upgrade/window", test_window);
  ADD ("/upgrade/killed-half-way", test_killed_half_way);
  ADD ("/upgrade/to-the-letter", test_to_the_letter);
  ADD ("/upgrade/any-earlier-form", test_any_earlier_form);
  return g_test_run ();
}
