/* Merging: what was added on both sides is kept, what was removed goes, what both changed is shown
 * and comes out the same on every laptop, in every order, however often. */

#include "eh-db.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include "merge-fixture.h"

static EhId
put_insight (EhStore *store, EhId id, const char *text, EhId workshop)
{
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (GError) error = NULL;

  insight->id = id != EH_ID_NONE ? id : eh_id_new ();
  insight->workshop_id = workshop;
  eh_set_str (&insight->text, text);
  eh_store_put_one (store, &eh_insight_row_type, insight, "Insight", NULL, &error);
  g_assert_no_error (error);
  return insight->id;
}

static EhId
put_workshop (EhStore *store, EhId id, const char *title)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (GError) error = NULL;

  workshop->id = id != EH_ID_NONE ? id : eh_id_new ();
  eh_set_str (&workshop->title, title);
  eh_store_put_one (store, &eh_workshop_row_type, workshop, "Workshop", NULL, &error);
  g_assert_no_error (error);
  return workshop->id;
}

static EhId
put_person (EhStore *store, const char *name)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (GError) error = NULL;

  person->id = eh_id_new ();
  eh_set_str (&person->name, name);
  eh_store_put_one (store, &eh_participant_row_type, person, "Person", NULL, &error);
  g_assert_no_error (error);
  return person->id;
}

static void
put_contributor (EhStore *store, EhId insight, EhId person)
{
  g_autoptr (EhContributor) row = eh_contributor_new ();
  g_autoptr (GError) error = NULL;

  row->id = eh_id_from_pair ("contributor", insight, person);
  row->insight_id = insight;
  row->participant_id = person;
  eh_store_put_one (store, &eh_contributor_row_type, row, "Who said it", NULL, &error);
  g_assert_no_error (error);
}

static void
put_consent (EhStore *store, EhId person, EhAnswer take_part)
{
  g_autoptr (EhConsent) consent = eh_consent_new ();
  g_autoptr (GError) error = NULL;

  consent->id = person;
  consent->take_part = take_part;
  eh_store_put_one (store, &eh_consent_row_type, consent, "Consent", NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_in_file (const char *path, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  gsize n = strlen (words);

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i + n <= size; i++)
    if (memcmp (bytes + i, words, n) == 0)
      return TRUE;
  return FALSE;
}

static void
remove_row (EhStore *store, const EhRowType *type, EhId id)
{
  g_autoptr (GError) error = NULL;

  eh_store_remove_one (store, type, id, "Removed", &error);
  g_assert_no_error (error);
}

static void
test_both_sides_add (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId workshop = put_workshop (a, EH_ID_NONE, "One");
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autoptr (EhStore) b_before = NULL;

  put_insight (a, EH_ID_NONE, "from a", workshop);
  put_insight (b, EH_ID_NONE, "from b", workshop);
  b_before = merge_copy_of (f, b);
  g_assert_cmpuint (merge_into (a, b), ==, 0);
  g_assert_cmpuint (merge_into (b, a), ==, 0);
  merge_assert_same (a, b);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 2);
  /* Merging again, also with what the other was before, changes nothing. */
  {
    g_autoptr (EhMergePlan) again = merge_plan_for (a, b);
    g_autoptr (EhMergePlan) old = merge_plan_for (a, b_before);

    g_assert_true (eh_merge_plan_is_empty (again));
    g_assert_true (eh_merge_plan_is_empty (old));
  }
}

static void
test_both_sides_change (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId id = put_insight (a, EH_ID_NONE, "words", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autoptr (EhStore) c = merge_copy_of (f, a);
  g_autoptr (EhInsight) merged = NULL;

  put_insight (a, id, "words here", EH_ID_NONE);
  put_insight (b, id, "words over there", EH_ID_NONE);
  {
    g_autoptr (EhMergePlan) plan = merge_plan_for (a, b);
    EhMergeConflict *conflict;

    g_assert_cmpuint (plan->conflicts->len, ==, 1);
    conflict = plan->conflicts->pdata[0];
    g_assert_cmpstr (conflict->field->name, ==, "text");
    g_assert_cmpstr (conflict->ours, ==, "words here");
    g_assert_cmpstr (conflict->theirs, ==, "words over there");
    g_assert_true (conflict->take_theirs);
  }
  /* Only one side changed: nothing to ask. */
  g_assert_cmpuint (merge_into (c, a), ==, 0);
  merged = eh_reader_get (eh_store_get_db (c), &eh_insight_row_type, id);
  g_assert_cmpstr (merged->text, ==, "words here");
}

static void
test_choice_is_followed (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId id = put_insight (a, EH_ID_NONE, "words", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (EhInsight) merged = NULL;
  g_autoptr (GError) error = NULL;

  put_insight (a, id, "words here", EH_ID_NONE);
  put_insight (b, id, "words over there", EH_ID_NONE);
  plan = merge_plan_for (a, b);
  ((EhMergeConflict *) plan->conflicts->pdata[0])->take_theirs = FALSE;
  g_assert_true (eh_merge_apply (a, plan, "Merged", &error));
  merged = eh_reader_get (eh_store_get_db (a), &eh_insight_row_type, id);
  g_assert_cmpstr (merged->text, ==, "words here");
}

static void
test_removal_against_change (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId kept = put_insight (a, EH_ID_NONE, "changed there", EH_ID_NONE);
  EhId gone = put_insight (a, EH_ID_NONE, "left alone there", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);

  remove_row (a, &eh_insight_row_type, kept);
  remove_row (a, &eh_insight_row_type, gone);
  put_insight (b, kept, "changed there, and how", EH_ID_NONE);
  g_assert_cmpuint (merge_into (a, b), ==, 1);
  g_assert_cmpuint (merge_into (b, a), <=, 1);
  merge_assert_same (a, b);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 1);
}

static void
test_what_something_rests_on_stays (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId workshop = put_workshop (a, EH_ID_NONE, "One");
  g_autoptr (EhStore) b = merge_copy_of (f, a);

  remove_row (a, &eh_workshop_row_type, workshop);
  put_insight (b, EH_ID_NONE, "said there", workshop);
  g_assert_cmpuint (merge_into (a, b), ==, 1);
  merge_into (b, a);
  merge_assert_same (a, b);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_workshop_row_type), ==, 1);
}

static void
test_undo_of_a_shared_step (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  g_autoptr (EhStore) b = NULL;

  put_insight (a, EH_ID_NONE, "shared, then undone", EH_ID_NONE);
  b = merge_copy_of (f, a);
  g_assert_true (eh_store_undo (a, NULL));
  put_insight (a, EH_ID_NONE, "instead", EH_ID_NONE);
  put_insight (b, EH_ID_NONE, "meanwhile", EH_ID_NONE);
  merge_into (a, b);
  merge_into (b, a);
  merge_assert_same (a, b);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 2);
}

static void
test_erased_does_not_come_back (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId id = put_insight (a, EH_ID_NONE, "please forget", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO erased VALUES (%" EH_ID_FORMAT ", 'insight', 0)", id);

  remove_row (a, &eh_insight_row_type, id);
  g_assert_true (eh_db_exec (eh_store_get_db (a), sql, NULL));
  put_insight (b, id, "please forget, changed meanwhile", EH_ID_NONE);
  merge_into (a, b);
  merge_into (b, a);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (b), &eh_insight_row_type), ==, 0);
}

/* A withdrawal that was honoured on one laptop leaves nothing in the history of the other. */
static void
test_erased_there_is_erased_here (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId person = put_person (a, "Quillon Adeyemi");
  EhId id = put_insight (a, EH_ID_NONE, "please forget", EH_ID_NONE);
  g_autoptr (EhStore) b = NULL;
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autofree char *path = NULL;

  put_contributor (a, id, person);
  b = merge_copy_of (f, a);
  put_insight (a, EH_ID_NONE, "said meanwhile", EH_ID_NONE);
  plan = eh_withdrawal_plan_new (eh_store_get_db (b), person, EH_WITHDRAWAL_REMOVE_ALL, NULL);
  g_assert_true (eh_withdrawal_apply (b, plan, NULL));
  merge_into (a, b);
  while (eh_store_get_undo_label (a) != NULL)
    g_assert_true (eh_store_undo (a, NULL));
  g_assert_null (eh_reader_get (eh_store_get_db (a), &eh_insight_row_type, id));
  g_assert_null (eh_reader_get (eh_store_get_db (a), &eh_participant_row_type, person));
  path = g_strdup (eh_store_get_path (a));
  eh_store_close (a);
  g_assert_true (is_in_file (path, "said meanwhile"));
  g_assert_false (is_in_file (path, "please forget"));
  g_assert_false (is_in_file (path, "Quillon"));
}

static EhWithdrawalPlan *
withdrawal_of (EhStore *store, EhId person)
{
  return eh_withdrawal_plan_new (eh_store_get_db (store), person, EH_WITHDRAWAL_REMOVE_ALL, NULL);
}

/* Here the words were removed before, and are in the history alone: the merge has no row to change,
 * and erases them all the same. Whoever merges this copy next hears of it too. */
static void
test_erased_from_the_history (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId person = put_person (a, "Quillon Adeyemi");
  EhId id = put_insight (a, EH_ID_NONE, "please forget", EH_ID_NONE);
  g_autoptr (EhStore) b = NULL;
  g_autoptr (EhStore) c = NULL;
  g_autoptr (EhWithdrawalPlan) withdrawal = NULL;
  g_autofree char *path = NULL;

  put_contributor (a, id, person);
  b = merge_copy_of (f, a);
  c = merge_copy_of (f, a);
  remove_row (a, &eh_insight_row_type, id);
  remove_row (a, &eh_participant_row_type, person);
  withdrawal = withdrawal_of (b, person);
  g_assert_true (eh_withdrawal_apply (b, withdrawal, NULL));
  g_assert_true (is_in_file (eh_store_get_path (a), "please forget"));
  merge_into (a, b);
  g_assert_false (is_in_file (eh_store_get_path (a), "please forget"));
  g_assert_false (is_in_file (eh_store_get_path (a), "Quillon"));
  merge_into (c, a);
  path = g_strdup (eh_store_get_path (c));
  eh_store_close (c);
  g_assert_false (is_in_file (path, "please forget"));
  g_assert_false (is_in_file (path, "Quillon"));
}

/* Nothing is to be added or changed, and still the other's erasing is known from here on. */
static void
test_empty_plan_carries_what_was_erased (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  g_autoptr (EhStore) b = merge_new_project (f);
  g_autoptr (EhStore) c = NULL;
  EhId id = eh_id_new ();
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO erased VALUES (%" EH_ID_FORMAT ", 'insight', 7)", id);

  c = merge_copy_of (f, b);
  g_assert_true (eh_db_exec (eh_store_get_db (b), sql, NULL));
  {
    g_autoptr (EhMergePlan) plan = merge_plan_for (a, b);

    g_assert_true (eh_merge_plan_is_empty (plan));
  }
  merge_into (a, b);
  g_assert_cmpint (eh_db_value (eh_store_get_db (a),
                                "SELECT count(*) FROM erased WHERE table_name = 'insight' AND "
                                "erased_at = 7",
                                0),
                   ==, 1);
  g_assert_null (eh_store_get_undo_label (a));
  g_assert_false (eh_store_ends_in_erasing (a));
  put_insight (c, id, "please forget", EH_ID_NONE);
  merge_into (a, c);
  g_assert_null (eh_reader_get (eh_store_get_db (a), &eh_insight_row_type, id));
}

/* What one brought in, changed there or removed there since, is no change of one's own. */
static void
test_meeting_again (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  EhId changed = put_insight (b, EH_ID_NONE, "a longer sentence", EH_ID_NONE);
  EhId removed = put_insight (b, EH_ID_NONE, "removed later", EH_ID_NONE);
  g_autoptr (EhInsight) row = NULL;

  put_insight (a, EH_ID_NONE, "ours", EH_ID_NONE);
  merge_into (a, b);
  put_insight (b, changed, "short", EH_ID_NONE);
  remove_row (b, &eh_insight_row_type, removed);
  g_assert_cmpuint (merge_into (a, b), ==, 0);
  row = eh_reader_get (eh_store_get_db (a), &eh_insight_row_type, changed);
  g_assert_cmpstr (row->text, ==, "short");
  g_assert_null (eh_reader_get (eh_store_get_db (a), &eh_insight_row_type, removed));
  merge_into (b, a);
  merge_assert_same (a, b);
}

/* A choice is a change: it is taken where the other has changed nothing since. */
static void
test_choice_travels (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId id = put_insight (a, EH_ID_NONE, "words", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autoptr (EhMergePlan) plan = NULL;
  g_autoptr (EhInsight) row = NULL;

  put_insight (a, id, "words here", EH_ID_NONE);
  put_insight (b, id, "words over there", EH_ID_NONE);
  plan = merge_plan_for (a, b);
  ((EhMergeConflict *) plan->conflicts->pdata[0])->take_theirs = FALSE;
  g_assert_true (eh_merge_apply (a, plan, "Merged", NULL));
  g_assert_cmpuint (merge_into (b, a), ==, 0);
  row = eh_reader_get (eh_store_get_db (b), &eh_insight_row_type, id);
  g_assert_cmpstr (row->text, ==, "words here");
}

/* A removed insight that somebody went on working with comes back with who said it. */
static void
test_what_hung_on_it_comes_back (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId person = put_person (a, "Asha");
  EhId id = put_insight (a, EH_ID_NONE, "words", EH_ID_NONE);
  g_autoptr (EhStore) b = NULL;

  put_contributor (a, id, person);
  b = merge_copy_of (f, a);
  remove_row (a, &eh_insight_row_type, id);
  put_insight (b, id, "more words", EH_ID_NONE);
  g_assert_cmpuint (merge_into (a, b), ==, 1);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_contributor_row_type), ==, 1);
  merge_into (b, a);
  merge_assert_same (a, b);
}

/* Another project, once more, after something was removed there. */
static void
test_strangers_again (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  g_autoptr (EhStore) b = merge_new_project (f);
  EhId id = put_insight (b, EH_ID_NONE, "theirs", put_workshop (b, EH_ID_NONE, "Elsewhere"));

  merge_into (a, b);
  {
    g_autoptr (EhMergePlan) again = merge_plan_for (a, b);

    g_assert_true (eh_merge_plan_is_empty (again));
    g_assert_false (again->related);
  }
  remove_row (b, &eh_insight_row_type, id);
  merge_into (a, b);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_workshop_row_type), ==, 1);
}

/* What is chosen between has the names that people gave it, also where a row is two numbers. */
static void
test_conflicts_are_named (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  EhId first = put_workshop (a, EH_ID_NONE, "The first");
  EhId second = put_workshop (a, EH_ID_NONE, "The second");
  EhId person = put_person (a, "Asha");
  EhId id = put_insight (a, EH_ID_NONE, "said", EH_ID_NONE);
  g_autoptr (EhStore) b = merge_copy_of (f, a);
  g_autoptr (EhMergePlan) plan = NULL;
  guint n_seen = 0;

  put_insight (a, id, "said", first);
  put_insight (b, id, "said", second);
  put_consent (a, person, EH_ANSWER_YES);
  put_consent (b, person, EH_ANSWER_NO);
  plan = merge_plan_for (a, b);
  for (guint i = 0; i < plan->conflicts->len; i++) {
    const EhMergeConflict *conflict = plan->conflicts->pdata[i];

    if (conflict->type == &eh_insight_row_type) {
      g_assert_cmpstr (conflict->ours, ==, "The first");
      g_assert_cmpstr (conflict->theirs, ==, "The second");
      n_seen++;
    } else if (conflict->type == &eh_consent_row_type) {
      g_assert_cmpstr (conflict->row_label, ==, "Asha");
      n_seen++;
    }
  }
  g_assert_cmpuint (n_seen, ==, 2);
}

static void
test_strangers (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) a = merge_new_project (f);
  g_autoptr (EhStore) b = merge_new_project (f);

  put_insight (a, EH_ID_NONE, "ours", EH_ID_NONE);
  put_insight (b, EH_ID_NONE, "theirs", put_workshop (b, EH_ID_NONE, "Elsewhere"));
  g_assert_cmpuint (merge_into (a, b), ==, 0);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_insight_row_type), ==, 2);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (a), &eh_workshop_row_type), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, MergeFixture, NULL, merge_set_up, func, merge_tear_down)
  ADD ("/merge/both-sides-add", test_both_sides_add);
  ADD ("/merge/both-sides-change", test_both_sides_change);
  ADD ("/merge/choice-is-followed", test_choice_is_followed);
  ADD ("/merge/removal-against-change", test_removal_against_change);
  ADD ("/merge/what-something-rests-on-stays", test_what_something_rests_on_stays);
  ADD ("/merge/undo-of-a-shared-step", test_undo_of_a_shared_step);
  ADD ("/merge/erased-does-not-come-back", test_erased_does_not_come_back);
  ADD ("/merge/erased-there-is-erased-here", test_erased_there_is_erased_here);
  ADD ("/merge/erased-from-the-history", test_erased_from_the_history);
  ADD ("/merge/empty-plan-carries-what-was-erased", test_empty_plan_carries_what_was_erased);
  ADD ("/merge/meeting-again", test_meeting_again);
  ADD ("/merge/choice-travels", test_choice_travels);
  ADD ("/merge/what-hung-on-it-comes-back", test_what_hung_on_it_comes_back);
  ADD ("/merge/strangers-again", test_strangers_again);
  ADD ("/merge/conflicts-are-named", test_conflicts_are_named);
  ADD ("/merge/strangers", test_strangers);
  return g_test_run ();
}
