/* Backups: a handful, each whole and its owner's alone; what is restored is what was, but never
 * what somebody has withdrawn since. */

#include "eh-backup.h"
#include "eh-db.h"
#include "eh-draft.h"
#include "eh-kept.h"
#include "eh-merge.h"
#include "eh-restore.h"
#include "eh-text.h"
#include "eh-withdrawal.h"
#include "eh-work-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME  "Quillon Vexworth"
#define WORDS "zanzibarian marmalade of the ward"

typedef struct {
  char *dir;
  char *path;
  char *folder;
  EhStore *store;
  EhId workshop;
  EhId person;
  EhId insight;
} Fixture;

static void
put (Fixture *f, const EhRowType *type, gconstpointer row, const char *label)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (f->store, type, row, label, NULL, &error);
  g_assert_no_error (error);
}

static void
put_workshop (Fixture *f, const char *title)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

  workshop->id = f->workshop;
  eh_set_str (&workshop->title, title);
  put (f, &eh_workshop_row_type, workshop, title);
}

static void
put_person (Fixture *f)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (EhContributor) link = eh_contributor_new ();
  g_autoptr (EhAttendance) attendance = eh_attendance_new ();

  person->id = f->person = eh_id_new ();
  eh_set_str (&person->name, NAME);
  put (f, &eh_participant_row_type, person, "Added " NAME);
  insight->id = f->insight = eh_id_new ();
  eh_set_str (&insight->text, WORDS);
  put (f, &eh_insight_row_type, insight, "Added an insight");
  link->insight_id = insight->id;
  link->participant_id = person->id;
  link->id = eh_id_from_pair ("contributor", insight->id, person->id);
  put (f, &eh_contributor_row_type, link, "Said who");
  attendance->workshop_id = f->workshop;
  attendance->participant_id = person->id;
  attendance->id = eh_id_from_pair ("attendance", f->workshop, person->id);
  put (f, &eh_attendance_row_type, attendance, "Was there");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  f->dir = g_dir_make_tmp ("eh-backup-XXXXXX", NULL);
  made = g_build_filename (f->dir, "p.evenhand", NULL);
  g_object_unref (eh_store_create (made, "Test", &error));
  g_assert_no_error (error);
  f->path = g_steal_pointer (&made);
  f->store = eh_store_open_working_copy (f->path, &error);
  g_assert_no_error (error);
  f->folder = eh_backup_folder (eh_store_get_db (f->store));
  f->workshop = eh_id_new ();
  put_workshop (f, "First title");
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
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);

  g_clear_object (&f->store);
  remove_all (root);
  remove_all (f->dir);
  g_free (f->dir);
  g_free (f->path);
  g_free (f->folder);
}

static void
back_up (Fixture *f, EhBackupReason reason)
{
  g_autoptr (GError) error = NULL;

  eh_backup_make (eh_store_get_db (f->store), reason, &error);
  g_assert_no_error (error);
}

static char *
oldest_path (Fixture *f)
{
  g_autoptr (GPtrArray) list = eh_backup_list (f->folder);

  return g_strdup (((EhBackup *) list->pdata[list->len - 1])->path);
}

static void
restore (Fixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhRestore) ready = eh_restore_new (path, f->path, &error);

  g_assert_no_error (error);
  g_assert_true (eh_restore_fits (ready, eh_store_get_db (f->store)));
  eh_store_restore (f->store, eh_restore_get_path (ready), eh_restore_get_changes (ready), &error);
  g_assert_no_error (error);
}

static void
test_a_handful (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  GStatBuf there;

  back_up (f, EH_BACKUP_REASON_UPGRADE);
  for (guint i = 0; i < EH_BACKUP_KEPT + 2; i++)
    back_up (f, EH_BACKUP_REASON_IMPORT);
  list = eh_backup_list (f->folder);
  g_assert_cmpuint (list->len, ==, EH_BACKUP_KEPT);
  g_assert_cmpint (((EhBackup *) list->pdata[EH_BACKUP_KEPT - 1])->reason, ==,
                   EH_BACKUP_REASON_UPGRADE);
  for (guint i = 0; i < list->len; i++) {
    const EhBackup *backup = list->pdata[i];

    g_assert_cmpint (g_stat (backup->path, &there), ==, 0);
    g_assert_cmpint (there.st_mode & 0777, ==, 0600);
    if (i > 0)
      g_assert_cmpint (((EhBackup *) list->pdata[i - 1])->made_at, >=, backup->made_at);
  }
}

static void
test_no_room (Fixture *f, gconstpointer data)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (root, "in the way", -1, NULL));
  g_assert_false (eh_backup_make (eh_store_get_db (f->store), EH_BACKUP_REASON_MERGE, &error));
  g_assert_nonnull (strstr (error->message, "nothing was changed"));
  g_unlink (root);
}

static char *
title_now (Fixture *f)
{
  g_autoptr (EhWorkshop) workshop = eh_reader_get (eh_store_get_db (f->store),
                                                   &eh_workshop_row_type, f->workshop);

  return g_strdup (workshop->title);
}

static void
count_cb (EhStore *store, GArray *changes, guint *n)
{
  *n += changes->len;
}

/* The state and its history come back; whoever shows the project hears of what is other. */
static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *second = NULL;
  guint n_changes = 0;

  put_workshop (f, "Second title");
  back_up (f, EH_BACKUP_REASON_MERGE);
  path = oldest_path (f);
  put_workshop (f, "Third title");
  put_person (f);
  g_signal_connect (f->store, "changed", G_CALLBACK (count_cb), &n_changes);
  restore (f, path);
  g_assert_cmpuint (n_changes, ==, 5);
  second = title_now (f);
  g_assert_cmpstr (second, ==, "Second title");
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_participant_row_type), ==, 0);
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, "Second title");
  g_assert_true (eh_store_undo (f->store, NULL));
  first = title_now (f);
  g_assert_cmpstr (first, ==, "First title");
  g_assert_true (eh_store_redo (f->store, NULL));
  undone = title_now (f);
  g_assert_cmpstr (undone, ==, "Second title");
}

static gboolean
file_holds (const char *path, const char *what)
{
  g_autofree char *bytes = NULL;
  gsize length = strlen (what);
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return FALSE;
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, what, length) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_gone (Fixture *f)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  g_assert_true (eh_db_exec (eh_store_get_db (f->store), "PRAGMA wal_checkpoint (TRUNCATE)", NULL));
  g_assert_false (file_holds (f->path, WORDS));
  g_assert_false (file_holds (f->path, NAME));
  g_assert_false (file_holds (wal, WORDS));
}

static void
withdraw (Fixture *f, EhWithdrawal scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                              scope, &error);

  g_assert_no_error (error);
  g_assert_true (eh_withdrawal_apply (f->store, plan, &error));
}

static void
test_withdrawn_stays_withdrawn (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) people = NULL;

  put_person (f);
  back_up (f, EH_BACKUP_REASON_MERGE);
  path = oldest_path (f);
  g_assert_true (file_holds (path, WORDS));
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  restore (f, path);
  assert_gone (f);
  while (eh_store_get_undo_label (f->store) != NULL)
    g_assert_true (eh_store_undo (f->store, NULL));
  while (eh_store_get_redo_label (f->store) != NULL)
    g_assert_true (eh_store_redo (f->store, NULL));
  assert_gone (f);
  /* That somebody was there stays true. */
  people = eh_reader_list (eh_store_get_db (f->store), &eh_participant_row_type);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_attendance_row_type), ==, 1);
}

/* The insight had been removed when the backup was made, and was in its history alone. */
static void
test_withdrawn_from_history (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  put_person (f);
  g_assert_true (eh_store_remove_one (f->store, &eh_insight_row_type, f->insight, "Removed", NULL));
  back_up (f, EH_BACKUP_REASON_MERGE);
  path = oldest_path (f);
  g_assert_true (eh_store_undo (f->store, NULL));
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  restore (f, path);
  assert_gone (f);
}

static void
test_words_stay_without_name (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  put_person (f);
  back_up (f, EH_BACKUP_REASON_MERGE);
  path = oldest_path (f);
  withdraw (f, EH_WITHDRAWAL_REMOVE_NAME);
  restore (f, path);
  g_assert_true (file_holds (f->path, WORDS) ||
                 eh_reader_count (eh_store_get_db (f->store), &eh_insight_row_type) == 1);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_contributor_row_type), ==, 1);
  g_assert_null (eh_reader_get (eh_store_get_db (f->store), &eh_participant_row_type, f->person));
}

static void
test_no_contact_stays (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (EhParticipant) person = NULL;

  put_person (f);
  back_up (f, EH_BACKUP_REASON_MERGE);
  path = oldest_path (f);
  withdraw (f, EH_WITHDRAWAL_STOP_CONTACT);
  restore (f, path);
  person = eh_reader_get (eh_store_get_db (f->store), &eh_participant_row_type, f->person);
  g_assert_cmpint (person->withdrawal, ==, EH_WITHDRAWAL_STOP_CONTACT);
}

static GPtrArray *
list_kept (Fixture *f, gboolean with_ids)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhKeptQuery query = { f->path, f->path, with_ids ? ids : NULL, NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  g_array_append_val (ids, f->person);
  list = eh_kept_list (&query, NULL, &error);
  g_assert_no_error (error);
  return list;
}

/* Each copy is looked into: which of them still hold the person, and which cannot be read. */
static void
test_what_is_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *beside = g_build_filename (f->dir, "p (recovered 2026-01-02 03.04.05).evenhand",
                                              NULL);
  g_autofree char *damaged = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const EhKept *kept;

  back_up (f, EH_BACKUP_REASON_UPGRADE); /* before the person */
  damaged = oldest_path (f);
  put_person (f);
  back_up (f, EH_BACKUP_REASON_IMPORT);
  g_assert_true (eh_db_vacuum_into (eh_store_get_db (f->store), beside, NULL));
  list = list_kept (f, TRUE);
  g_assert_cmpuint (list->len, ==, 3);
  kept = list->pdata[0];
  g_assert_cmpint (kept->reason, ==, EH_BACKUP_REASON_IMPORT);
  g_assert_true (kept->readable);
  g_assert_true (kept->holds);
  g_assert_cmpuint (kept->n_people, ==, 1);
  g_assert_cmpuint (kept->n_insights, ==, 1);
  g_assert_false (((EhKept *) list->pdata[1])->holds);
  kept = list->pdata[2];
  g_assert_cmpint (kept->kind, ==, EH_KEPT_KIND_SET_ASIDE);
  g_assert_true (kept->holds);

  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_true (g_file_set_contents (damaged, "SQLite format 3\0 no more", 24, NULL));
  later = list_kept (f, FALSE);
  g_assert_cmpuint (later->len, ==, 3);
  g_assert_true (((EhKept *) later->pdata[0])->holds);
  g_assert_false (((EhKept *) later->pdata[1])->readable);
  g_assert_true (((EhKept *) later->pdata[1])->holds);
  for (guint i = 0; i < later->len; i++)
    g_assert_true (eh_kept_delete (later->pdata[i], NULL));
  g_clear_pointer (&later, g_ptr_array_unref);
  later = list_kept (f, FALSE);
  g_assert_cmpuint (later->len, ==, 0);
}

static guint
files_that_hold (const char *path, const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = dir == NULL && file_holds (path, words);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *one = g_build_filename (path, name, NULL);

    n += files_that_hold (one, words);
  }
  return n;
}

static char *
put_folder (const char *name)
{
  g_autofree char *root = eh_work_folder_root ();
  char *folder = g_build_filename (root, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

static void
put_draft (const char *folder, const char *words, EhId who)
{
  g_autofree char *path = g_build_filename (folder, EH_DRAFT_FILE, NULL);
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  g_autofree char *text = g_strdup_printf ("[draft]\nwords=%s\nwho=%" EH_ID_FORMAT ";0;\n", words,
                                           who);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_set_contents (unfinished, text, -1, NULL));
}

/* Words of somebody who withdrew are also where they were being typed, and where a window that was
 * killed had put what somebody else had saved. */
static void
test_drafts_and_snapshots (Fixture *f, gconstpointer data)
{
  g_autofree char *theirs = put_folder ("one");
  g_autofree char *of_others = put_folder ("two");
  g_autofree char *killed = put_folder ("three");
  g_autofree char *snapshot = g_build_filename (killed, "snapshot.db-0b5e", NULL);
  g_autofree char *root = eh_work_folder_root ();
  g_autoptr (GPtrArray) list = NULL;

  put_person (f);
  g_assert_true (eh_db_vacuum_into (eh_store_get_db (f->store), snapshot, NULL));
  put_draft (theirs, WORDS, f->person);
  put_draft (of_others, "Nobody told us", 77);
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  list = list_kept (f, FALSE);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (files_that_hold (root, WORDS), ==, 3);
  for (guint i = 0; i < list->len; i++) {
    const EhKept *kept = list->pdata[i];

    g_assert_true (kept->holds);
    g_assert_true (kept->readable);
    g_assert_cmpint (kept->kind, ==,
                     g_str_has_prefix (kept->path, killed) ? EH_KEPT_KIND_WORK
                                                           : EH_KEPT_KIND_DRAFT);
    g_assert_true (eh_kept_delete (kept, NULL));
  }
  g_assert_cmpuint (files_that_hold (root, WORDS), ==, 0);
  g_assert_cmpuint (files_that_hold (root, NAME), ==, 0);
  g_assert_cmpuint (files_that_hold (root, "Nobody told us"), ==, 2);
}

/* What had been removed here, and was in the history alone, goes when its erasure is heard of. */
static void
test_merge_honours_in_history (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->dir, "other.evenhand", NULL);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  put_person (f);
  g_assert_true (eh_db_vacuum_into (eh_store_get_db (f->store), other, NULL));
  g_assert_true (eh_store_remove_one (f->store, &eh_insight_row_type, f->insight, "Removed", NULL));
  {
    g_autoptr (EhStore) theirs = eh_store_open (other, NULL);
    g_autoptr (EhWithdrawalPlan) wish = eh_withdrawal_plan_new (eh_store_get_db (theirs), f->person,
                                                                EH_WITHDRAWAL_REMOVE_ALL, NULL);

    g_assert_true (eh_withdrawal_apply (theirs, wish, NULL));
  }
  plan = eh_merge_plan_new (eh_store_get_db (f->store), other, &error);
  g_assert_no_error (error);
  g_assert_true (eh_merge_apply (f->store, plan, "Merged", &error));
  assert_gone (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backup/a-handful", test_a_handful);
  ADD ("/backup/no-room", test_no_room);
  ADD ("/backup/restore", test_restore);
  ADD ("/backup/withdrawn-stays-withdrawn", test_withdrawn_stays_withdrawn);
  ADD ("/backup/withdrawn-from-history", test_withdrawn_from_history);
  ADD ("/backup/words-stay-without-name", test_words_stay_without_name);
  ADD ("/backup/no-contact-stays", test_no_contact_stays);
  ADD ("/backup/what-is-kept", test_what_is_kept);
  ADD ("/backup/drafts-and-snapshots", test_drafts_and_snapshots);
  ADD ("/backup/merge-honours-in-history", test_merge_honours_in_history);
  return g_test_run ();
}
