/* Withdrawal: what is erased is in no byte of the file, what stays still works, and nothing is
 * undone across it. */

#include "eh-access-need.h"
#include "eh-store.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME   "Quillon Vexworth"
#define WORDS  "zanzibarian marmalade of the ward"
#define NEED   "quixotic trampoline access"
#define SHARED "said by both of us"
#define VOW    "a copy of the xylophonic minutes"
#define TOLD   "rang, and was thanked by the quokka"
#define FINE   "the okapi says that it is fine"

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhId person;
  EhId other;
  EhId alone;
  EhId shared;
  EhId block;
} Fixture;

static EhId
put_person (Fixture *f, const char *name, EhId group)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();

  person->id = eh_id_new ();
  person->role_group_id = group;
  eh_set_str (&person->name, name);
  g_assert_true (eh_store_put (f->store, &eh_participant_row_type, person, NULL));
  return person->id;
}

static EhId
put_insight (Fixture *f, const char *text)
{
  g_autoptr (EhInsight) insight = eh_insight_new ();

  insight->id = eh_id_new ();
  eh_set_str (&insight->text, text);
  g_assert_true (eh_store_put (f->store, &eh_insight_row_type, insight, NULL));
  return insight->id;
}

static void
put_contributor (Fixture *f, EhId insight, EhId person)
{
  g_autoptr (EhContributor) link = eh_contributor_new ();

  link->id = eh_id_from_pair ("contributor", insight, person);
  link->insight_id = insight;
  link->participant_id = person;
  g_assert_true (eh_store_put (f->store, &eh_contributor_row_type, link, NULL));
}

static void
begin (Fixture *f, const char *label)
{
  g_assert_true (eh_store_begin (f->store, label, NULL));
}

static void
commit (Fixture *f)
{
  g_assert_true (eh_store_commit (f->store, NULL));
}

static void
put_block (Fixture *f)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (EhBlock) block = eh_block_new ();
  g_autoptr (EhEvidence) evidence = eh_evidence_new ();

  guidance->id = eh_id_new ();
  g_assert_true (eh_store_put (f->store, &eh_guidance_row_type, guidance, NULL));
  block->id = eh_id_new ();
  block->guidance_id = guidance->id;
  block->kind = EH_BLOCK_KIND_RECOMMENDATION;
  eh_set_str (&block->text, "Agree the agenda together");
  block->insight_id = f->alone;
  g_assert_true (eh_store_put (f->store, &eh_block_row_type, block, NULL));
  evidence->block_id = f->block = block->id;
  evidence->insight_id = f->alone;
  evidence->id = eh_id_from_pair ("evidence", block->id, f->alone);
  g_assert_true (eh_store_put (f->store, &eh_evidence_row_type, evidence, NULL));
}

/* What was let stand about somebody, and about their words. */
static void
put_looked_at (Fixture *f, EhId participant_id, EhId insight_id)
{
  g_autoptr (EhLookedAt) row = eh_looked_at_new ();

  row->id = eh_id_new ();
  row->participant_id = participant_id;
  row->insight_id = insight_id;
  eh_set_str (&row->reason, FINE);
  g_assert_true (eh_store_put (f->store, &eh_looked_at_row_type, row, NULL));
}

/* What was planned around them: all of it goes with them. */
static void
put_plans (Fixture *f, EhId workshop_id)
{
  g_autoptr (EhInvitation) invitation = eh_invitation_new ();
  g_autoptr (EhPromise) promise = eh_promise_new ();
  g_autoptr (EhPayment) payment = eh_payment_new ();
  g_autoptr (EhTurn) turn = eh_turn_new ();
  g_autoptr (EhTold) told = eh_told_new ();

  invitation->id = eh_id_from_pair ("invitation", workshop_id, f->person);
  promise->id = eh_id_new ();
  payment->id = eh_id_new ();
  turn->id = eh_id_new ();
  told->id = eh_id_new ();
  invitation->workshop_id = turn->workshop_id = workshop_id;
  invitation->participant_id = promise->participant_id = f->person;
  payment->participant_id = turn->participant_id = told->participant_id = f->person;
  eh_set_str (&told->note, TOLD);
  eh_set_str (&promise->text, VOW);
  g_assert_true (eh_store_put (f->store, &eh_invitation_row_type, invitation, NULL));
  g_assert_true (eh_store_put (f->store, &eh_promise_row_type, promise, NULL));
  g_assert_true (eh_store_put (f->store, &eh_payment_row_type, payment, NULL));
  g_assert_true (eh_store_put (f->store, &eh_turn_row_type, turn, NULL));
  g_assert_true (eh_store_put (f->store, &eh_told_row_type, told, NULL));
}

static void
put_room (Fixture *f)
{
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhAttendance) attendance = eh_attendance_new ();
  g_autoptr (EhAccessNeed) need = eh_access_need_new ();

  group->id = eh_id_from_key ("role_group", "public");
  g_assert_true (eh_store_put (f->store, &eh_role_group_row_type, group, NULL));
  f->person = put_person (f, NAME, group->id);
  f->other = put_person (f, "Ben", group->id);
  workshop->id = eh_id_new ();
  g_assert_true (eh_store_put (f->store, &eh_workshop_row_type, workshop, NULL));
  attendance->workshop_id = workshop->id;
  attendance->participant_id = f->person;
  attendance->id = eh_id_from_pair ("attendance", workshop->id, f->person);
  g_assert_true (eh_store_put (f->store, &eh_attendance_row_type, attendance, NULL));
  need->id = eh_id_new ();
  need->participant_id = f->person;
  eh_set_str (&need->kind, NEED);
  g_assert_true (eh_store_put (f->store, &eh_access_need_row_type, need, NULL));
  put_plans (f, workshop->id);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("eh-withdrawal-XXXXXX", &error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  begin (f, "Added " NAME);
  put_room (f);
  commit (f);
  begin (f, "Added insights");
  f->alone = put_insight (f, WORDS);
  put_contributor (f, f->alone, f->person);
  f->shared = put_insight (f, SHARED);
  put_contributor (f, f->shared, f->person);
  put_contributor (f, f->shared, f->other);
  commit (f);
  begin (f, "Wrote guidance");
  put_block (f);
  put_looked_at (f, f->person, EH_ID_NONE);
  put_looked_at (f, EH_ID_NONE, f->alone);
  commit (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
  g_free (f->path);
}

static gboolean
is_in_bytes (Fixture *f, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (bytes + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static void
withdraw (Fixture *f, EhWithdrawal scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                              scope, &error);

  g_assert_no_error (error);
  g_assert_true (eh_withdrawal_apply (f->store, plan, &error));
  g_assert_no_error (error);
}

static gint64
count (Fixture *f, const EhRowType *type)
{
  return eh_reader_count (eh_store_get_db (f->store), type);
}

static void
test_rehearsal_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                              EH_WITHDRAWAL_REMOVE_ALL, NULL);

  g_assert_cmpuint (plan->n_insights_erased, ==, 1);
  g_assert_cmpuint (plan->n_insights_unnamed, ==, 1);
  g_assert_cmpuint (plan->n_insights_shared, ==, 1);
  g_assert_cmpuint (plan->n_blocks_flagged, ==, 1);
  g_assert_cmpuint (plan->n_access_needs, ==, 1);
  g_assert_cmpuint (plan->n_payments, ==, 1);
  g_assert_cmpuint (plan->n_promises, ==, 1);
  g_assert_cmpint (count (f, &eh_insight_row_type), ==, 2);
  g_assert_true (is_in_bytes (f, WORDS));
}

static void
test_everything_is_erased (Fixture *f, gconstpointer data)
{
  g_autoptr (EhBlock) block = NULL;

  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_false (is_in_bytes (f, NAME));
  g_assert_false (is_in_bytes (f, "Quillon"));
  g_assert_false (is_in_bytes (f, WORDS));
  g_assert_false (is_in_bytes (f, "zanzibarian"));
  g_assert_false (is_in_bytes (f, "marmalade"));
  g_assert_false (is_in_bytes (f, NEED));
  g_assert_false (is_in_bytes (f, VOW));
  g_assert_cmpint (count (f, &eh_invitation_row_type), ==, 0);
  g_assert_cmpint (count (f, &eh_promise_row_type), ==, 0);
  g_assert_cmpint (count (f, &eh_payment_row_type), ==, 0);
  g_assert_cmpint (count (f, &eh_turn_row_type), ==, 0);
  g_assert_cmpint (count (f, &eh_told_row_type), ==, 0);
  g_assert_false (is_in_bytes (f, TOLD));
  g_assert_cmpint (count (f, &eh_looked_at_row_type), ==, 0);
  g_assert_false (is_in_bytes (f, FINE));
  g_assert_true (is_in_bytes (f, SHARED));
  /* That somebody was in the room stays true, and so does what was said together. */
  g_assert_cmpint (count (f, &eh_participant_row_type), ==, 2);
  g_assert_cmpint (count (f, &eh_attendance_row_type), ==, 1);
  g_assert_cmpint (count (f, &eh_contributor_row_type), ==, 2);
  block = eh_reader_get (eh_store_get_db (f->store), &eh_block_row_type, f->block);
  g_assert_cmpstr (block->flag, !=, "");
  g_assert_cmpint (block->insight_id, ==, EH_ID_NONE);
}

static void
test_name_alone (Fixture *f, gconstpointer data)
{
  withdraw (f, EH_WITHDRAWAL_REMOVE_NAME);
  g_assert_false (is_in_bytes (f, NAME));
  g_assert_false (is_in_bytes (f, NEED));
  g_assert_true (is_in_bytes (f, WORDS));
  g_assert_cmpint (count (f, &eh_insight_row_type), ==, 2);
  g_assert_cmpint (count (f, &eh_contributor_row_type), ==, 3);
}

static void
test_contact_can_be_undone (Fixture *f, gconstpointer data)
{
  withdraw (f, EH_WITHDRAWAL_STOP_CONTACT);
  g_assert_true (is_in_bytes (f, NAME));
  g_assert_true (eh_store_undo (f->store, NULL));
}

/* What was erased cannot be put back, so that whatever was before stays done. */
static void
test_undo_ends_there (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (f, "Undone");
  put_insight (f, "soon undone");
  commit (f);
  g_assert_true (eh_store_undo (f->store, NULL));
  g_assert_false (eh_store_ends_in_erasing (f->store));
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_null (eh_store_get_undo_label (f->store));
  g_assert_null (eh_store_get_redo_label (f->store));
  g_assert_true (eh_store_ends_in_erasing (f->store));
  g_assert_false (eh_store_undo (f->store, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_FAILED);
  begin (f, "Later");
  put_insight (f, "later words");
  commit (f);
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, "Later");
  g_assert_true (eh_store_undo (f->store, NULL));
  g_assert_null (eh_store_get_undo_label (f->store));
  g_assert_true (eh_store_redo (f->store, NULL));
  g_assert_cmpint (count (f, &eh_insight_row_type), ==, 2);
}

static EhId
say_alone (Fixture *f, const char *text)
{
  EhId id;

  begin (f, "Added an insight");
  id = put_insight (f, text);
  put_contributor (f, id, f->person);
  commit (f);
  return id;
}

static void
need (Fixture *f, const char *kind)
{
  g_autoptr (EhAccessNeed) row = eh_access_need_new ();

  row->id = eh_id_new ();
  row->participant_id = f->person;
  eh_set_str (&row->kind, kind);
  begin (f, "Added an access need");
  g_assert_true (eh_store_put (f->store, &eh_access_need_row_type, row, NULL));
  commit (f);
  g_assert_true (
      eh_store_remove_one (f->store, &eh_access_need_row_type, row->id, "Removed", NULL));
}

/* Words that were removed, or undone and could be done again, are in the history alone. */
static void
test_past_words_go_too (Fixture *f, gconstpointer data)
{
  EhId id = say_alone (f, "removed marzipan");

  g_assert_true (eh_store_remove_one (f->store, &eh_insight_row_type, id, "Removed", NULL));
  need (f, "removed hydrangea");
  say_alone (f, "undone gooseberry");
  g_assert_true (eh_store_undo (f->store, NULL));
  g_assert_true (is_in_bytes (f, "marzipan"));
  g_assert_true (is_in_bytes (f, "gooseberry"));
  g_assert_true (is_in_bytes (f, "hydrangea"));
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_false (is_in_bytes (f, "marzipan"));
  g_assert_false (is_in_bytes (f, "gooseberry"));
  g_assert_false (is_in_bytes (f, "hydrangea"));
  g_assert_false (is_in_bytes (f, NAME));
}

static EhPromise *
put_promise (Fixture *f, EhId to, const char *text)
{
  EhPromise *promise = eh_promise_new ();

  promise->id = eh_id_new ();
  promise->participant_id = to;
  eh_set_str (&promise->text, text);
  g_assert_true (eh_store_put (f->store, &eh_promise_row_type, promise, NULL));
  return promise;
}

/* What others wrote of them is found, and is not changed; what goes with them is not told. */
static void
test_mentions (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autoptr (EhPromise) about = NULL;
  g_autoptr (EhPromise) to_them = NULL;
  g_autoptr (EhPromise) now = NULL;
  g_autoptr (GError) error = NULL;
  const EhMention *mention;
  EhId in_words;

  begin (f, "Wrote of them");
  in_words = put_insight (f, "As quillon VEXWORTH said, nobody asked");
  put_contributor (f, put_insight (f, "I, " NAME ", was there"), f->person);
  about = put_promise (f, EH_ID_NONE, "Thank " NAME " in the report");
  to_them = put_promise (f, f->person, NAME " gets a copy");
  commit (f);
  plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person, EH_WITHDRAWAL_REMOVE_ALL,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->mentions->len, ==, 2);
  for (guint i = 0; i < plan->mentions->len; i++) {
    mention = plan->mentions->pdata[i];
    g_assert_true (mention->id == in_words || mention->id == about->id);
    g_assert_cmpstr (mention->field->name, ==, "text");
  }
  g_assert_true (eh_withdrawal_apply (f->store, plan, &error));
  now = eh_reader_get (eh_store_get_db (f->store), &eh_promise_row_type, about->id);
  g_assert_cmpstr (now->text, ==, about->text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/withdrawal/rehearsal-changes-nothing", test_rehearsal_changes_nothing);
  ADD ("/withdrawal/everything-is-erased", test_everything_is_erased);
  ADD ("/withdrawal/name-alone", test_name_alone);
  ADD ("/withdrawal/contact-can-be-undone", test_contact_can_be_undone);
  ADD ("/withdrawal/undo-ends-there", test_undo_ends_there);
  ADD ("/withdrawal/past-words-go-too", test_past_words_go_too);
  ADD ("/withdrawal/mentions", test_mentions);
  return g_test_run ();
}
