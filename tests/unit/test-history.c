/* What a step of the history changed is told as a person reads it, whatever it was about. */

#include "eh-db.h"
#include "eh-history-detail.h"
#include "eh-row-store.h"
#include "eh-text.h"
#include "merge-fixture.h"

static EhHistoryDetail *
last_detail (EhStore *store, GPtrArray **details)
{
  g_autoptr (GError) error = NULL;
  guint n_all;

  *details = eh_history_details (eh_store_get_db (store),
                                 eh_history_next (eh_store_get_db (store), FALSE, NULL), 10, &n_all,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*details)->len, ==, n_all);
  return (*details)->pdata[0];
}

static void
put (EhStore *store, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (store, type, row, "Put", NULL, &error);
  g_assert_no_error (error);
}

static void
test_before_and_after (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = merge_new_project (f);
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (EhConsent) consent = eh_consent_new ();
  g_autoptr (GPtrArray) details = NULL;
  const EhHistoryDetail *detail;
  const EhHistoryMember *member;

  person->id = consent->id = eh_id_new ();
  eh_set_str (&person->name, "Asha");
  put (store, &eh_participant_row_type, person);
  consent->take_part = EH_ANSWER_YES;
  put (store, &eh_consent_row_type, consent);
  consent->take_part = EH_ANSWER_NO;
  put (store, &eh_consent_row_type, consent);
  detail = last_detail (store, &details);
  g_assert_true (detail->type == &eh_consent_row_type);
  g_assert_cmpint (detail->kind, ==, EH_CHANGE_CHANGED);
  g_assert_cmpuint (detail->members->len, ==, 1);
  member = detail->members->pdata[0];
  g_assert_cmpstr (member->field->name, ==, "take_part");
  g_assert_cmpstr (member->before, ==, eh_vocabulary_label (&eh_answer_vocabulary, EH_ANSWER_YES));
  g_assert_cmpstr (member->after, ==, eh_vocabulary_label (&eh_answer_vocabulary, EH_ANSWER_NO));
}

/* Two numbers are told as what they stand for, and that it is gone when it is. */
static void
test_references_have_names (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = merge_new_project (f);
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (GPtrArray) details = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const EhHistoryDetail *detail;
  gint64 step;
  guint n_all;

  workshop->id = eh_id_new ();
  eh_set_str (&workshop->title, "The first");
  put (store, &eh_workshop_row_type, workshop);
  insight->id = eh_id_new ();
  insight->workshop_id = workshop->id;
  put (store, &eh_insight_row_type, insight);
  step = eh_history_next (eh_store_get_db (store), FALSE, NULL);
  detail = last_detail (store, &details);
  g_assert_cmpuint (detail->members->len, ==, 1);
  g_assert_cmpstr (((EhHistoryMember *) detail->members->pdata[0])->after, ==, "The first");
  g_assert_true (eh_store_remove_one (store, &eh_workshop_row_type, workshop->id, "Removed", NULL));
  later = eh_history_details (eh_store_get_db (store), step, 10, &n_all, NULL);
  detail = later->pdata[0];
  g_assert_cmpstr (((EhHistoryMember *) detail->members->pdata[0])->after, !=, "The first");
}

/* The history says of each step which tables it touched. */
static void
test_touched (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = merge_new_project (f);
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (GPtrArray) steps = NULL;
  guint n;
  const EhRowType *const *types = eh_history_types (&n);

  insight->id = eh_id_new ();
  put (store, &eh_insight_row_type, insight);
  workshop->id = eh_id_new ();
  put (store, &eh_workshop_row_type, workshop);
  steps = eh_history_list (eh_store_get_db (store), 0, NULL);
  g_assert_true (eh_history_read_touched (eh_store_get_db (store), steps, NULL));
  g_assert_cmpuint (steps->len, ==, 2);
  for (guint i = 0; i < n; i++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << i;

    g_assert_true (((((EhHistoryStep *) steps->pdata[0])->touched & bit) != 0) ==
                   (types[i] == &eh_workshop_row_type));
    g_assert_true (((((EhHistoryStep *) steps->pdata[1])->touched & bit) != 0) ==
                   (types[i] == &eh_insight_row_type));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, MergeFixture, NULL, merge_set_up, func, merge_tear_down)
  ADD ("/history/before-and-after", test_before_and_after);
  ADD ("/history/references-have-names", test_references_have_names);
  ADD ("/history/touched", test_touched);
  return g_test_run ();
}
