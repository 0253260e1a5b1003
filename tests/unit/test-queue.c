/* What was sent and waits: on disk, in no part of the project, accepted and put back by undo,
 * changed and taken back afterwards, reached by a withdrawal and by a merge. */

#include "eh-queue.h"

#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-inbox.h"
#include "eh-insight-edit.h"
#include "eh-merge.h"
#include "eh-reader.h"
#include "eh-slips.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS "zanzibarian marmalade"

typedef struct {
  char *dir;
  EhStore *store;
  EhId workshop;
  EhId person;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhParticipant) person = eh_participant_new ();

  f->dir = g_dir_make_tmp ("evenhand-queue-XXXXXX", NULL);
  path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (path, "Queue", NULL);
  workshop->id = f->workshop = eh_id_new ();
  g_assert_true (eh_store_put_one (f->store, &eh_workshop_row_type, workshop, "W", NULL, NULL));
  person->id = f->person = eh_id_new ();
  eh_set_str (&person->name, "Asha Quillon");
  g_assert_true (eh_store_put_one (f->store, &eh_participant_row_type, person, "P", NULL, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (f->store);
  dir = g_dir_open (f->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->dir, name, NULL);

    g_unlink (path);
  }
  g_rmdir (f->dir);
  g_free (f->dir);
}

static EhReceived *
received (Fixture *f, const char *text, const char *edit, const char *nonce)
{
  EhReceived *row = eh_received_new ();

  row->workshop_id = f->workshop;
  row->capture = EH_CAPTURE_PHONE;
  eh_set_str (&row->text, text);
  eh_set_str (&row->edit_hash, edit);
  eh_set_str (&row->nonce_hash, nonce);
  return row;
}

static EhReceived *
sent (Fixture *f, const char *text)
{
  EhReceived *row = received (f, text, "key", "");

  g_assert_true (eh_queue_add (f->store, row, NULL));
  return row;
}

static void
accept (Fixture *f, EhId id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_array_append_val (ids, id);
  g_assert_true (eh_queue_accept (f->store, ids, NULL));
}

static EhInsight *
insight (Fixture *f, EhId id)
{
  return eh_reader_get (eh_store_get_db (f->store), &eh_insight_row_type, id);
}

static EhReceived *
again (Fixture *f, EhId id)
{
  return eh_reader_get (eh_store_get_db (f->store), &eh_received_row_type, id);
}

static gboolean
holds (const char *bytes, gsize size, const char *words)
{
  gsize length = strlen (words);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, words, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
file_holds (const char *path, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &bytes, &size, NULL) && holds (bytes, size, words);
}

/* The project's file, and what SQLite keeps beside it. */
static gboolean
anywhere (Fixture *f, const char *words)
{
  g_autofree char *wal = g_strconcat (eh_store_get_path (f->store), "-wal", NULL);

  return file_holds (eh_store_get_path (f->store), words) || file_holds (wal, words);
}

static void
test_columns (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  EhStmt s = eh_db_prepare (db, "SELECT name FROM pragma_table_xinfo ('received')");
  guint n = 0;

  for (; eh_stmt_step (&s); n++) {
    g_assert_cmpuint (n, <, eh_received_row_type.n_fields);
    g_assert_cmpstr (eh_stmt_text (&s, 0), ==, eh_received_row_type.fields[n].name);
  }
  g_assert_true (eh_stmt_finish (&s, NULL));
  g_assert_cmpuint (n, ==, eh_received_row_type.n_fields);
}

static void
test_accept_and_undo (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (EhReceived) row = sent (f, "  The lift is broken\r\nagain ");
  g_autoptr (EhInsight) made = NULL;
  g_autoptr (EhDataset) dataset = eh_reader_load_dataset (db, NULL);

  g_assert_cmpuint (dataset->insights->len, ==, 0);
  g_assert_cmpstr (row->text, ==, "The lift is broken\nagain");
  g_assert_cmpint (eh_queue_state_of (db, row), ==, EH_QUEUE_WAITING);
  accept (f, row->id);
  g_assert_cmpint (eh_queue_state_of (db, row), ==, EH_QUEUE_ACCEPTED);
  made = insight (f, row->insight_id);
  g_assert_cmpstr (made->text, ==, row->text);
  g_assert_cmpint (made->capture, ==, EH_CAPTURE_PHONE);
  g_assert_cmpint (made->workshop_id, ==, f->workshop);
  accept (f, row->id);
  g_assert_true (eh_store_undo (f->store, NULL));
  g_assert_cmpint (eh_queue_state_of (db, row), ==, EH_QUEUE_WAITING);
  g_assert_cmpuint (eh_queue_count (db, EH_QUEUE_WAITING), ==, 1);
  g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_cmpint (eh_queue_state_of (db, row), ==, EH_QUEUE_ACCEPTED);
}

static void
test_refuse (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (EhReceived) row = sent (f, "Refused");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_array_append_val (ids, row->id);
  g_assert_true (eh_queue_refuse (f->store, ids, "", TRUE, NULL));
  g_assert_cmpuint (eh_queue_count (db, EH_QUEUE_REFUSED), ==, 1);
  g_assert_true (eh_queue_reconsider (f->store, ids, NULL));
  g_assert_cmpuint (eh_queue_count (db, EH_QUEUE_REFUSED), ==, 0);
  g_assert_cmpuint (eh_queue_count (db, EH_QUEUE_WAITING), ==, 1);
}

/* The reason stays with what was refused, and goes when it waits again, is changed or is erased. */
static void
test_reason (Fixture *f, gconstpointer data)
{
  g_autoptr (EhDb) inbox = eh_inbox_open (eh_store_get_path (f->store), NULL);
  g_autoptr (EhReceived) row = sent (f, "Refused with a reason");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (EhReceived) refused = NULL;
  g_autoptr (EhReceived) waiting = NULL;
  g_autoptr (EhReceived) changed = NULL;
  g_autoptr (EhReceived) erased = NULL;

  g_array_append_val (ids, row->id);
  g_assert_true (eh_queue_refuse (f->store, ids, " It names\nsomebody ", TRUE, NULL));
  refused = again (f, row->id);
  g_assert_cmpstr (refused->reason, ==, "It names somebody");
  g_assert_true (refused->tell_reason);
  g_assert_true (eh_queue_reconsider (f->store, ids, NULL));
  waiting = again (f, row->id);
  g_assert_cmpstr (waiting->reason, ==, "");
  g_assert_false (waiting->tell_reason);
  g_assert_true (eh_queue_refuse (f->store, ids, "For us alone", FALSE, NULL));
  changed = again (f, row->id);
  g_assert_false (changed->tell_reason);
  g_assert_true (eh_inbox_begin (inbox, NULL));
  g_assert_true (eh_inbox_change (inbox, changed, NULL));
  g_assert_true (eh_inbox_commit (inbox, NULL));
  g_assert_cmpstr (changed->reason, ==, "");
  g_assert_true (eh_queue_refuse (f->store, ids, "Once more", TRUE, NULL));
  g_assert_true (eh_queue_erase (f->store, row->id, NULL));
  erased = again (f, row->id);
  g_assert_cmpstr (erased->reason, ==, "");
}

static void
test_limits (Fixture *f, gconstpointer data)
{
  g_autofree char *most = g_strnfill (EH_INBOX_MAX_CHARS, 'x');
  g_autofree char *more = g_strconcat (most, "x", NULL);
  g_autoptr (EhReceived) fits = received (f, most, "", "");
  g_autoptr (EhReceived) long_one = received (f, more, "", "");
  g_autoptr (EhReceived) blank = received (f, " \n\t ", "", "");

  g_assert_true (eh_queue_add (f->store, fits, NULL));
  g_assert_false (eh_queue_add (f->store, long_one, NULL));
  g_assert_false (eh_queue_add (f->store, blank, NULL));
  g_assert_cmpuint (eh_queue_count (eh_store_get_db (f->store), EH_QUEUE_WAITING), ==, 1);
}

static void
test_sent_twice_is_one (Fixture *f, gconstpointer data)
{
  g_autoptr (EhDb) db = eh_inbox_open (eh_store_get_path (f->store), NULL);
  g_autoptr (EhReceived) one = received (f, "Once", "key", "nonce");
  g_autoptr (EhReceived) two = received (f, "Once", "key", "nonce");
  g_autoptr (GPtrArray) mine = NULL;
  gboolean was_there;

  g_assert_true (eh_inbox_begin (db, NULL));
  g_assert_true (eh_inbox_add (db, one, &was_there, NULL));
  g_assert_false (was_there);
  g_assert_true (eh_inbox_add (db, two, &was_there, NULL));
  g_assert_true (was_there);
  g_assert_cmpint (one->id, ==, two->id);
  g_assert_true (eh_inbox_commit (db, NULL));
  mine = eh_inbox_list (db, "key");
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_null (eh_inbox_find (db, one->id, "other"));
  g_assert_null (eh_inbox_find (db, one->id, ""));
}

static void
change (Fixture *f, EhReceived *row, const char *text)
{
  EhDb *db = eh_store_get_db (f->store);

  eh_set_str (&row->text, text);
  g_assert_true (eh_inbox_begin (db, NULL));
  g_assert_true (eh_inbox_change (db, row, NULL));
  g_assert_true (eh_inbox_commit (db, NULL));
}

static void
test_change_after_accepting (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, "First");
  g_autoptr (EhReceived) now = NULL;
  g_autoptr (EhInsight) made = NULL;
  g_autoptr (EhInsight) before = NULL;
  guint n_changed, n_taken_back;

  accept (f, row->id);
  now = again (f, row->id);
  change (f, now, "Second");
  g_assert_true (eh_queue_settle (f->store, &n_changed, &n_taken_back, NULL));
  g_assert_cmpuint (n_changed, ==, 1);
  made = insight (f, row->insight_id);
  g_assert_cmpstr (made->text, ==, "Second");
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, "A contributor changed their words");
  g_assert_true (eh_queue_settle (f->store, &n_changed, &n_taken_back, NULL));
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_true (eh_store_undo (f->store, NULL));
  before = insight (f, row->insight_id);
  g_assert_cmpstr (before->text, ==, "First");
}

/* Accepted, the acceptance undone, changed, and done again: the newest words come. */
static void
test_change_while_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, "First");
  g_autoptr (EhReceived) now = NULL;
  g_autoptr (EhInsight) made = NULL;
  guint n_changed, n_taken_back;

  accept (f, row->id);
  g_assert_true (eh_store_undo (f->store, NULL));
  now = again (f, row->id);
  change (f, now, "Second");
  g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_true (eh_queue_settle (f->store, &n_changed, &n_taken_back, NULL));
  made = insight (f, row->insight_id);
  g_assert_cmpstr (made->text, ==, "Second");
}

static void
take_back (Fixture *f, EhId id)
{
  EhDb *db = eh_store_get_db (f->store);
  guint n_changed, n_taken_back;

  g_assert_true (eh_inbox_begin (db, NULL));
  g_assert_true (eh_inbox_take_back (db, id, NULL));
  g_assert_true (eh_inbox_commit (db, NULL));
  g_assert_true (eh_queue_settle (f->store, &n_changed, &n_taken_back, NULL));
  eh_inbox_clear_traces (db);
}

static void
test_take_back_waiting (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, WORDS);
  g_autoptr (EhReceived) now = NULL;

  g_assert_true (anywhere (f, WORDS));
  take_back (f, row->id);
  now = again (f, row->id);
  g_assert_cmpstr (now->text, ==, "");
  g_assert_cmpint (now->state, ==, EH_RECEIVED_STATE_TAKEN_BACK);
  g_assert_false (anywhere (f, WORDS));
}

static void
test_take_back_accepted (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, WORDS);

  accept (f, row->id);
  take_back (f, row->id);
  g_assert_null (insight (f, row->insight_id));
  g_assert_false (anywhere (f, WORDS));
  while (eh_store_get_undo_label (f->store) != NULL)
    g_assert_true (eh_store_undo (f->store, NULL));
  while (eh_store_get_redo_label (f->store) != NULL)
    g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_null (insight (f, row->insight_id));
}

static void
test_take_back_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, WORDS);

  accept (f, row->id);
  g_assert_true (eh_store_undo (f->store, NULL));
  take_back (f, row->id);
  g_assert_false (anywhere (f, WORDS));
  while (eh_store_get_redo_label (f->store) != NULL)
    g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_null (insight (f, row->insight_id));
}

static void
test_workshop_removed (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) row = sent (f, "Homeless");
  g_autoptr (EhInsight) made = NULL;

  g_assert_true (
      eh_store_remove_one (f->store, &eh_workshop_row_type, f->workshop, "Removed", NULL));
  g_assert_cmpuint (eh_queue_count (eh_store_get_db (f->store), EH_QUEUE_WAITING), ==, 1);
  accept (f, row->id);
  made = insight (f, row->insight_id);
  g_assert_cmpint (made->workshop_id, ==, EH_ID_NONE);
}

static EhId
slip_of_person (Fixture *f)
{
  g_autoptr (GPtrArray) slips = eh_slips_make (f->store, f->workshop, 1, NULL);
  EhId id = eh_row_id (slips->pdata[0]);

  g_assert_true (eh_slips_give (f->store, id, f->person, NULL));
  return id;
}

static void
test_wish (Fixture *f, gconstpointer data)
{
  static const struct {
    EhCredit before, wish, after;
  } cases[] = {
    { EH_CREDIT_ASK, EH_CREDIT_FIRST_NAME, EH_CREDIT_FIRST_NAME },
    { EH_CREDIT_NAMED, EH_CREDIT_ANONYMOUS, EH_CREDIT_ANONYMOUS },
    { EH_CREDIT_ANONYMOUS, EH_CREDIT_NAMED, EH_CREDIT_ANONYMOUS },
    { EH_CREDIT_NAMED, EH_CREDIT_ASK, EH_CREDIT_NAMED },
  };
  EhId slip = slip_of_person (f);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EhDb *db = eh_store_get_db (f->store);
    g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type, f->person);
    g_autoptr (EhParticipant) after = NULL;
    g_autoptr (EhReceived) row = received (f, "Wish", "", "");

    person->credit = cases[i].before;
    g_assert_true (eh_store_put_one (f->store, &eh_participant_row_type, person, "P", NULL, NULL));
    row->slip_id = slip;
    row->credit = cases[i].wish;
    g_assert_true (eh_queue_add (f->store, row, NULL));
    accept (f, row->id);
    after = eh_reader_get (db, &eh_participant_row_type, f->person);
    g_assert_cmpint (after->credit, ==, cases[i].after);
  }
}

static void
withdraw (Fixture *f, EhWithdrawal scope)
{
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                              scope, NULL);

  g_assert_cmpuint (plan->n_waiting_erased, ==, scope == EH_WITHDRAWAL_REMOVE_ALL ? 1 : 0);
  g_assert_true (eh_withdrawal_apply (f->store, plan, NULL));
}

static void
test_withdrawal (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) waiting = received (f, WORDS, "key", "");
  g_autoptr (EhReceived) accepted = received (f, WORDS, "key", "");

  waiting->slip_id = accepted->slip_id = slip_of_person (f);
  g_assert_true (eh_queue_add (f->store, waiting, NULL));
  g_assert_true (eh_queue_add (f->store, accepted, NULL));
  accept (f, accepted->id);
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_false (anywhere (f, WORDS));
  g_assert_cmpuint (eh_queue_count (eh_store_get_db (f->store), EH_QUEUE_TAKEN_BACK), ==, 2);
}

static void
test_withdrawal_of_name (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (EhReceived) waiting = received (f, WORDS, "key", "");
  g_autoptr (EhReceived) now = NULL;

  waiting->slip_id = slip_of_person (f);
  g_assert_true (eh_queue_add (f->store, waiting, NULL));
  withdraw (f, EH_WITHDRAWAL_REMOVE_NAME);
  now = again (f, waiting->id);
  g_assert_cmpstr (now->text, ==, WORDS);
  g_assert_cmpint (now->slip_id, ==, EH_ID_NONE);
  g_assert_cmpint (eh_queue_who (db, now), !=, f->person);
  g_assert_cmpint (eh_queue_who (db, now), !=, EH_ID_NONE);
}

static EhStore *
copy_of (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->dir, "copy.evenhand", NULL);
  EhStmt s = eh_db_prepare (eh_store_get_db (f->store), "VACUUM INTO ?");

  eh_stmt_bind_text (&s, path);
  g_assert_true (eh_stmt_run (&s, NULL));
  return eh_store_open (path, NULL);
}

static void
merge (EhStore *ours, EhStore *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhMergePlan) plan = eh_merge_plan_new (eh_store_get_db (ours),
                                                    eh_store_get_path (theirs), &error);

  g_assert_no_error (error);
  g_assert_false (eh_merge_plan_is_empty (plan));
  eh_merge_apply (ours, plan, "Merged", &error);
  g_assert_no_error (error);
}

static void
test_merge (Fixture *f, gconstpointer data)
{
  g_autoptr (EhReceived) both = sent (f, "Both");
  g_autoptr (EhReceived) gone = sent (f, WORDS);
  g_autoptr (EhStore) copy = copy_of (f);
  Fixture there = { f->dir, copy, f->workshop, f->person };
  g_autoptr (EhReceived) here_only = sent (f, "Here");
  g_autoptr (EhReceived) there_only = sent (&there, "There");
  g_autoptr (EhReceived) now = NULL;
  g_autoptr (EhMergePlan) rest = NULL;

  take_back (&there, gone->id);
  merge (f->store, copy);
  g_assert_cmpuint (eh_queue_count (eh_store_get_db (f->store), EH_QUEUE_WAITING), ==, 3);
  now = again (f, gone->id);
  g_assert_cmpstr (now->text, ==, "");
  rest = eh_merge_plan_new (eh_store_get_db (f->store), eh_store_get_path (copy), NULL);
  g_assert_true (eh_merge_plan_is_empty (rest));
  eh_store_close (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, f) g_test_add ("/queue/" path, Fixture, NULL, set_up, f, tear_down)
  ADD ("columns", test_columns);
  ADD ("accept-and-undo", test_accept_and_undo);
  ADD ("refuse", test_refuse);
  ADD ("reason", test_reason);
  ADD ("limits", test_limits);
  ADD ("sent-twice-is-one", test_sent_twice_is_one);
  ADD ("change-after-accepting", test_change_after_accepting);
  ADD ("change-while-undone", test_change_while_undone);
  ADD ("take-back-waiting", test_take_back_waiting);
  ADD ("take-back-accepted", test_take_back_accepted);
  ADD ("take-back-undone", test_take_back_undone);
  ADD ("workshop-removed", test_workshop_removed);
  ADD ("wish", test_wish);
  ADD ("withdrawal", test_withdrawal);
  ADD ("withdrawal-of-name", test_withdrawal_of_name);
  ADD ("merge", test_merge);
  return g_test_run ();
}
