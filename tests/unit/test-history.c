/* What a step of the history changed is told as a person reads it, whatever it was about. */

#include "eh-db.h"
#include "eh-history-detail.h"
#include "eh-history-query.h"
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

static gint64
seq_at (GArray *seqs, guint place)
{
  return g_array_index (seqs, gint64, place);
}

static gboolean
is_even (const EhHistoryStep *step, gpointer data)
{
  (*(guint *) data)++;
  return step->seq % 2 == 0;
}

/* Steps are found by the tables that they touched, by who did them and by what else is asked. */
static void
test_found (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = merge_new_project (f);
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (GPtrArray) people = NULL;
  EhHistoryQuery query = { .until = G_MAXINT64 };
  GArray *found;
  guint64 tables;
  guint n, asked = 0;
  const EhRowType *const *types = eh_history_types (&n);

  insight->id = eh_id_new ();
  put (store, &eh_insight_row_type, insight);
  workshop->id = eh_id_new ();
  put (store, &eh_workshop_row_type, workshop);
  g_assert_true (eh_history_tables (db, &tables, NULL));
  for (guint i = 0; i < n; i++) {
    gboolean touched = types[i] == &eh_workshop_row_type || types[i] == &eh_insight_row_type;

    g_assert_true (((tables & (G_GUINT64_CONSTANT (1) << i)) != 0) == touched);
    query.tables = G_GUINT64_CONSTANT (1) << i;
    found = eh_history_find (db, &query, NULL);
    g_assert_cmpuint (found->len, ==, touched ? 1 : 0);
    if (touched)
      g_assert_cmpint (seq_at (found, 0), ==, types[i] == &eh_insight_row_type ? 1 : 2);
    g_array_unref (found);
  }
  query.tables = 0;
  found = eh_history_find (db, &query, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (seq_at (found, 0), ==, 2);
  g_array_unref (found);
  query.match = is_even;
  query.data = &asked;
  found = eh_history_find (db, &query, NULL);
  g_assert_cmpuint (asked, ==, 2);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (seq_at (found, 0), ==, 2);
  g_array_unref (found);
  people = eh_history_people (db, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  query = (EhHistoryQuery){ .who = people->pdata[0], .until = G_MAXINT64 };
  found = eh_history_find (db, &query, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_array_unref (found);
  query.who = (char *) "nobody";
  found = eh_history_find (db, &query, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_array_unref (found);
}

/* As many steps lie between as are walked. */
static void
test_distance (MergeFixture *f, gconstpointer data)
{
  g_autoptr (EhStore) store = merge_new_project (f);
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhHistoryStep) first = NULL;
  g_autoptr (EhHistoryStep) undone = NULL;

  for (guint i = 0; i < 3; i++) {
    g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

    workshop->id = eh_id_new ();
    put (store, &eh_workshop_row_type, workshop);
  }
  first = eh_history_get (db, 1);
  g_assert_cmpuint (eh_history_distance (db, first), ==, 3);
  g_assert_true (eh_store_undo (store, NULL));
  g_assert_true (eh_store_undo (store, NULL));
  g_assert_cmpuint (eh_history_distance (db, first), ==, 1);
  undone = eh_history_get (db, 3);
  g_assert_cmpuint (eh_history_distance (db, undone), ==, 2);
  g_assert_null (eh_history_get (db, 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, MergeFixture, NULL, merge_set_up, func, merge_tear_down)
  ADD ("/history/before-and-after", test_before_and_after);
  ADD ("/history/references-have-names", test_references_have_names);
  ADD ("/history/found", test_found);
  ADD ("/history/distance", test_distance);
  return g_test_run ();
}
