/* Planning a workshop: times and overruns, what is paid and when, and what is done to a plan as one
 * step of the history. */

#include "eh-access-need.h"
#include "eh-overview.h"
#include "eh-payment.h"
#include "eh-plan-edit.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-turns.h"
#include "eh-venue-check.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhDb *db;
  EhId person;
  EhId first;
  EhId second;
} Fixture;

static EhId
put_workshop (Fixture *f, const char *date)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

  workshop->id = eh_id_new ();
  eh_set_str (&workshop->date, date);
  g_assert_true (eh_store_put_one (f->store, &eh_workshop_row_type, workshop, "w", NULL, NULL));
  return workshop->id;
}

static EhId
put_activity (Fixture *f, EhId workshop, const char *title, gint64 minutes, double position)
{
  g_autoptr (EhActivity) activity = eh_activity_new ();

  activity->id = eh_id_new ();
  activity->workshop_id = workshop;
  activity->minutes = minutes;
  activity->position = position;
  eh_set_str (&activity->title, title);
  g_assert_true (eh_store_put_one (f->store, &eh_activity_row_type, activity, "a", NULL, NULL));
  return activity->id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhParticipant) person = eh_participant_new ();

  f->dir = g_dir_make_tmp ("eh-plan-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  f->db = eh_store_get_db (f->store);
  f->person = person->id = eh_id_new ();
  g_assert_true (eh_store_put_one (f->store, &eh_participant_row_type, person, "p", NULL, &error));
  f->first = put_workshop (f, "2026-03-02");
  f->second = put_workshop (f, "2026-03-16");
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

static GPtrArray *
run_sheet (Fixture *f, EhId workshop)
{
  return eh_reader_list_of (f->db, &eh_activity_row_type, "workshop_id", workshop);
}

/* "Welcome Round Break", in their order. */
static void
assert_titles (Fixture *f, EhId workshop, const char *expected)
{
  g_autoptr (GPtrArray) rows = run_sheet (f, workshop);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            ((EhActivity *) rows->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_schedule (void)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_activity_free);
  const gint64 minutes[] = { 20, 45, 0, 55 };
  EhSchedule schedule;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++) {
    EhActivity *activity = eh_activity_new ();

    activity->minutes = minutes[i];
    g_ptr_array_add (activities, activity);
  }
  eh_set_str (&workshop->start_time, "14:00");
  schedule = eh_schedule_of (workshop, activities);
  g_assert_cmpint (schedule.minutes, ==, 120);
  g_assert_cmpint (schedule.planned, ==, -1);
  g_assert_cmpint (schedule.over, ==, 0);
  eh_set_str (&workshop->end_time, "15:45");
  g_assert_cmpint (eh_schedule_of (workshop, activities).over, ==, 15);
  eh_set_str (&workshop->end_time, "16:30");
  g_assert_cmpint (eh_schedule_of (workshop, activities).over, ==, -30);
  /* A workshop that ends after midnight. */
  eh_set_str (&workshop->start_time, "23:00");
  eh_set_str (&workshop->end_time, "00:30");
  schedule = eh_schedule_of (workshop, activities);
  g_assert_cmpint (schedule.planned, ==, 90);
  g_assert_cmpint (schedule.over, ==, 30);
}

static void
test_days (void)
{
  g_autofree char *before = eh_schedule_days_before ("2026-03-10", 14);
  g_autofree char *none = eh_schedule_days_before ("", 14);

  g_assert_cmpstr (before, ==, "2026-02-24");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpint (eh_schedule_days_between ("2026-02-27", "2026-03-02"), ==, 3);
  g_assert_cmpint (eh_schedule_days_between ("2026-03-02", "2026-02-27"), ==, -3);
  g_assert_cmpint (eh_schedule_days_between ("2026-03-02", "soon"), ==, G_MININT64);
}

static EhPayment *
payment_of (EhId who, double hours, gint64 amount, const char *claimed, const char *paid)
{
  EhPayment *payment = eh_payment_new ();

  payment->participant_id = who;
  payment->hours = hours;
  payment->offered = payment->amount = amount;
  payment->travel = 450;
  eh_set_str (&payment->claimed_on, claimed);
  eh_set_str (&payment->paid_on, paid);
  return payment;
}

static void
test_payments (void)
{
  g_autoptr (GPtrArray) payments = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_payment_free);
  EhPaymentSums sums;

  g_ptr_array_add (payments, payment_of (1, 2.5, 5000, "2026-03-01", "2026-04-10"));
  g_ptr_array_add (payments, payment_of (1, 1, 2000, "2026-03-01", "2026-03-11"));
  g_ptr_array_add (payments, payment_of (2, 2.5, 5000, "2026-03-01", ""));
  g_ptr_array_add (payments, payment_of (3, 0, 0, "", ""));
  g_assert_cmpint (eh_payment_days (payments->pdata[0]), ==, 40);
  g_assert_cmpint (eh_payment_days (payments->pdata[2]), ==, -1);
  eh_payment_sum (payments, &sums);
  g_assert_cmpuint (sums.n, ==, 4);
  g_assert_cmpuint (sums.n_people, ==, 3);
  g_assert_cmpfloat (sums.hours, ==, 6);
  g_assert_cmpint (sums.offered, ==, 12000);
  g_assert_cmpint (sums.paid, ==, 7000);
  g_assert_cmpint (sums.expenses, ==, 1800);
  g_assert_cmpuint (sums.n_waiting, ==, 1);
  g_assert_cmpuint (sums.n_settled, ==, 2);
  g_assert_cmpint (sums.days, ==, 50);
  g_assert_cmpint (sums.longest, ==, 40);
}

static void
test_offer (void)
{
  g_autoptr (EhRate) rate = eh_rate_new ();

  rate->amount = 2567;
  rate->unit = EH_RATE_UNIT_HOUR;
  g_assert_cmpint (eh_payment_offer (rate, 1.5), ==, 3851);
  rate->unit = EH_RATE_UNIT_HALF_DAY;
  g_assert_cmpint (eh_payment_offer (rate, 1.5), ==, 2567);
  g_assert_cmpint (eh_payment_offer (NULL, 1.5), ==, 0);
}

static void
test_copy_run_sheet (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put_activity (f, f->first, "Welcome", 10, 1);
  put_activity (f, f->first, "Round", 40, 2);
  put_activity (f, f->second, "Tea", 15, 7);
  g_assert_true (eh_plan_copy_run_sheet (f->store, f->first, f->second, &error));
  assert_titles (f, f->second, "Tea Welcome Round");
  assert_titles (f, f->first, "Welcome Round");
  g_assert_true (eh_store_undo (f->store, &error));
  assert_titles (f, f->second, "Tea");
}

static void
test_duplicate (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId welcome = put_activity (f, f->first, "Welcome", 10, 1);
  EhId copy;
  g_autoptr (GPtrArray) rows = NULL;

  put_activity (f, f->first, "Round", 40, 2);
  copy = eh_plan_duplicate_activity (f->store, welcome, &error);
  g_assert_no_error (error);
  assert_titles (f, f->first, "Welcome Welcome Round");
  rows = run_sheet (f, f->first);
  g_assert_cmpint (eh_row_id (rows->pdata[1]), ==, copy);
  g_assert_cmpint (((EhActivity *) rows->pdata[1])->minutes, ==, 10);
  g_assert_cmpint (eh_plan_duplicate_activity (f->store, f->first, &error), ==, EH_ID_NONE);
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND);
}

static void
test_rules (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhGroundRule) rule = eh_ground_rule_new ();
  g_autoptr (GPtrArray) copied = NULL;
  g_autoptr (EhGroundRule) agreed = NULL;

  rule->id = eh_id_new ();
  rule->workshop_id = f->first;
  eh_set_str (&rule->text, "One voice at a time");
  g_assert_true (eh_store_put_one (f->store, &eh_ground_rule_row_type, rule, "r", NULL, &error));
  g_assert_true (eh_plan_agree_rules (f->store, f->first, "public staff", "2026-03-02", &error));
  agreed = eh_reader_get (f->db, &eh_ground_rule_row_type, rule->id);
  g_assert_cmpstr (agreed->agreed_by, ==, "public staff");
  g_assert_true (eh_plan_copy_rules (f->store, f->first, f->second, &error));
  copied = eh_reader_list_of (f->db, &eh_ground_rule_row_type, "workshop_id", f->second);
  g_assert_cmpuint (copied->len, ==, 1);
  g_assert_cmpstr (((EhGroundRule *) copied->pdata[0])->text, ==, "One voice at a time");
  g_assert_cmpstr (((EhGroundRule *) copied->pdata[0])->agreed_on, ==, "");
}

static void
test_taps (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId round = put_activity (f, f->first, "Round", 40, 1);
  g_autoptr (GHashTable) in_round = NULL;
  g_autoptr (GHashTable) in_all = NULL;
  g_autoptr (EhTurn) turn = NULL;
  EhId last;

  g_assert_cmpint (eh_turns_tap (f->store, f->first, round, f->person, &error), !=, EH_ID_NONE);
  g_assert_cmpint (eh_turns_tap (f->store, f->first, EH_ID_NONE, f->person, &error), !=, 0);
  last = eh_turns_tap (f->store, f->first, round, f->person, &error);
  turn = eh_reader_get (f->db, &eh_turn_row_type, last);
  g_assert_cmpint (turn->at, >, 0);
  g_assert_true (eh_store_undo (f->store, &error));
  in_round = eh_turns_count (f->db, f->first, round);
  in_all = eh_turns_count (f->db, f->first, EH_ID_NONE);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (in_round, &f->person)), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (in_all, &f->person)), ==, 2);
  /* A turn outlives its activity, and not its workshop. */
  g_assert_true (eh_store_remove_one (f->store, &eh_activity_row_type, round, "x", &error));
  g_assert_cmpint (eh_reader_count (f->db, &eh_turn_row_type), ==, 2);
  g_assert_true (eh_store_remove_one (f->store, &eh_workshop_row_type, f->first, "x", &error));
  g_assert_cmpint (eh_reader_count (f->db, &eh_turn_row_type), ==, 0);
}

/* Who let their turn pass is known after the file was opened again; it is no turn. */
static void
test_passing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId round = put_activity (f, f->first, "Round", 40, 1);
  EhId other = put_activity (f, f->first, "Another round", 40, 2);
  g_autoptr (GHashTable) turns = NULL;
  g_autoptr (GHashTable) passed = NULL;
  g_autoptr (GHashTable) elsewhere = NULL;
  g_autoptr (GHashTable) again = NULL;

  g_assert_cmpint (eh_turns_last (f->db, f->first, round), ==, EH_ID_NONE);
  g_assert_cmpint (eh_turns_pass (f->store, f->first, round, f->person, &error), !=, EH_ID_NONE);
  turns = eh_turns_count (f->db, f->first, round);
  passed = eh_turns_passed (f->db, f->first, round);
  elsewhere = eh_turns_passed (f->db, f->first, other);
  g_assert_false (g_hash_table_contains (turns, &f->person));
  g_assert_true (g_hash_table_contains (passed, &f->person));
  g_assert_cmpuint (g_hash_table_size (elsewhere), ==, 0);
  g_assert_cmpint (eh_turns_last (f->db, f->first, round), ==, f->person);
  g_assert_true (eh_turns_ask_again (f->store, f->first, round, &error));
  again = eh_turns_passed (f->db, f->first, round);
  g_assert_cmpuint (g_hash_table_size (again), ==, 0);
}

static void
test_attendance_tap (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhAttendance) row = eh_attendance_new ();
  g_autoptr (EhAttendance) there = NULL;
  g_autoptr (EhRoleGroup) hat = eh_role_group_new ();

  hat->id = eh_id_from_key ("role_group", "staff");
  g_assert_true (eh_store_put_one (f->store, &eh_role_group_row_type, hat, "g", NULL, &error));
  row->id = eh_id_from_pair ("attendance", f->first, f->person);
  row->workshop_id = f->first;
  row->participant_id = f->person;
  row->status = EH_PRESENCE_APOLOGIES;
  eh_set_str (&row->table_label, "2");
  g_assert_true (eh_store_put_one (f->store, &eh_attendance_row_type, row, "a", NULL, &error));
  g_assert_true (eh_attendance_tap (f->store, f->first, f->person, hat->id, &error));
  there = eh_reader_get (f->db, &eh_attendance_row_type, row->id);
  g_assert_cmpint (there->status, ==, EH_PRESENCE_PRESENT);
  g_assert_cmpint (there->role_group_id, ==, hat->id);
  g_assert_cmpstr (there->table_label, ==, "2");
}

static void
put_promise (Fixture *f, const char *due, EhPromiseState state)
{
  g_autoptr (EhPromise) promise = eh_promise_new ();

  promise->id = eh_id_new ();
  promise->state = state;
  eh_set_str (&promise->due, due);
  g_assert_true (eh_store_put_one (f->store, &eh_promise_row_type, promise, "p", NULL, NULL));
}

static void
test_overdue (Fixture *f, gconstpointer data)
{
  g_autoptr (EhAccessNeed) need = eh_access_need_new ();
  g_autoptr (EhInvitation) invitation = eh_invitation_new ();
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *yesterday = eh_schedule_days_before (today, 1);
  EhOverview overview;
  EhId soon = put_workshop (f, today);

  put_promise (f, yesterday, EH_PROMISE_STATE_OPEN);
  put_promise (f, yesterday, EH_PROMISE_STATE_KEPT);
  put_promise (f, today, EH_PROMISE_STATE_OPEN);
  put_promise (f, "", EH_PROMISE_STATE_OPEN);
  need->id = eh_id_new ();
  need->participant_id = f->person;
  need->lead_days = 14;
  g_assert_true (eh_store_put_one (f->store, &eh_access_need_row_type, need, "n", NULL, NULL));
  eh_overview_load (f->db, &overview);
  g_assert_cmpint (overview.n_promises_open, ==, 3);
  g_assert_cmpint (overview.n_promises_overdue, ==, 1);
  g_assert_cmpint (overview.n_needs_late, ==, 0);
  invitation->id = eh_id_from_pair ("invitation", soon, f->person);
  invitation->workshop_id = soon;
  invitation->participant_id = f->person;
  g_assert_true (eh_store_put_one (f->store, &eh_invitation_row_type, invitation, "i", NULL, NULL));
  eh_overview_load (f->db, &overview);
  g_assert_cmpint (overview.n_needs_late, ==, 1);
}

static void
test_venue_check_id (void)
{
  g_assert_cmpint (eh_venue_check_id (1, "lift"), ==, eh_venue_check_id (1, "lift"));
  g_assert_cmpint (eh_venue_check_id (1, "lift"), !=, eh_venue_check_id (2, "lift"));
  g_assert_cmpint (eh_venue_check_id (1, "lift"), !=, eh_venue_check_id (1, "loop"));
}

#define ADD(name, function) g_test_add ("/plan/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/schedule", test_schedule);
  g_test_add_func ("/plan/days", test_days);
  g_test_add_func ("/plan/payments", test_payments);
  g_test_add_func ("/plan/offer", test_offer);
  g_test_add_func ("/plan/venue-check-id", test_venue_check_id);
  ADD ("copy-run-sheet", test_copy_run_sheet);
  ADD ("duplicate", test_duplicate);
  ADD ("rules", test_rules);
  ADD ("taps", test_taps);
  ADD ("passing", test_passing);
  ADD ("attendance-tap", test_attendance_tap);
  ADD ("overdue", test_overdue);
  return g_test_run ();
}
