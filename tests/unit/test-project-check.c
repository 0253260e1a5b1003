/* A project looked over: each thing that can be wrong is found where it is, and nothing else is. */

#include "eh-access-need.h"
#include "eh-project-check.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

#define TODAY "2026-03-10"

static GPtrArray *
check (EhDataset *project, GPtrArray *needs)
{
  EhProjectFacts facts = { .today = TODAY, .access_needs = needs, .format = 2, .n_steps = 3 };

  eh_dataset_freeze (project);
  return eh_project_check (project, &facts);
}

static const EhFinding *
find (GPtrArray *findings, const char *id, EhId row)
{
  for (guint i = 0; i < findings->len; i++) {
    const EhFinding *finding = findings->pdata[i];

    if (g_str_equal (finding->id, id) && (row == EH_ID_NONE || finding->row == row))
      return finding;
  }
  return NULL;
}

static void
assert_finding (GPtrArray *findings, const char *id, EhSeverity severity, EhId row)
{
  const EhFinding *finding = find (findings, id, row);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->message, !=, "");
  g_assert_null (strstr (finding->message, "%"));
}

/* Asked, agreed and credited: nothing is left to say of somebody. */
static EhId
settled_person (EhDataset *project, const char *name, EhId group)
{
  EhId id = project_person (project, name, group);

  project_find (project, id)->credit = EH_CREDIT_NAMED;
  project_consent (project, id, EH_QUOTE_LEVEL_NAMED);
  return id;
}

static void
test_people (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EhId group = project_group (project, "public", "Public contributors", "public contributor");
  EhId settled = settled_person (project, "Asha", group);
  EhId unasked = project_person (project, "Ben", group);
  EhId refused = project_person (project, "Carys", group);
  EhId shy = project_person (project, "Dilys", group);
  EhId gone = project_person (project, "Elin", group);
  EhInsight *insight = project_insight (project, EH_ID_NONE);
  EhConsent *consent;

  project_say (project, insight, refused);
  project_consent (project, refused, EH_QUOTE_LEVEL_NAMED)->take_part = EH_ANSWER_NO;
  consent = project_consent (project, shy, EH_QUOTE_LEVEL_ANONYMOUS);
  eh_set_str (&consent->review_on, "2026-03-09");
  project_find (project, shy)->credit = EH_CREDIT_NAMED;
  project_find (project, gone)->withdrawal = EH_WITHDRAWAL_REMOVE_NAME;
  findings = check (project, NULL);
  assert_finding (findings, "consent.missing", EH_SEVERITY_LOOK, unasked);
  assert_finding (findings, "credit.ask", EH_SEVERITY_LOOK, unasked);
  assert_finding (findings, "consent.refused-but-recorded", EH_SEVERITY_PROBLEM, refused);
  assert_finding (findings, "consent.review-passed", EH_SEVERITY_LOOK, shy);
  assert_finding (findings, "credit.named-without-quote", EH_SEVERITY_LOOK, shy);
  for (guint i = 0; i < findings->len; i++) {
    const EhFinding *finding = findings->pdata[i];

    g_assert_false (finding->type == &eh_participant_row_type &&
                    (finding->row == settled || finding->row == gone));
  }
}

static EhAccessNeed *
add_need (GPtrArray *needs, EhId id, EhId person, const char *date)
{
  EhAccessNeed *need = eh_access_need_new ();

  need->id = id;
  need->participant_id = person;
  eh_set_str (&need->kind, "hearing loop");
  eh_set_str (&need->delete_after, date);
  g_ptr_array_add (needs, need);
  return need;
}

static void
test_deletion (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_access_need_free);
  g_autoptr (GPtrArray) findings = NULL;
  EhId group = project_group (project, "public", "Public contributors", "public contributor");
  EhId person = settled_person (project, "Asha", group);

  ((EhConsent *) project->consents->pdata[0])->special_data = TRUE;
  add_need (needs, 801, person, "2026-03-09");
  add_need (needs, 802, person, TODAY);
  add_need (needs, 803, person, "2026-03-18");
  add_need (needs, 804, person, "");
  findings = check (project, needs);
  assert_finding (findings, "deletion.overdue", EH_SEVERITY_PROBLEM, 801);
  assert_finding (findings, "deletion.soon", EH_SEVERITY_FACT, 802);
  assert_finding (findings, "deletion.no-date", EH_SEVERITY_LOOK, 804);
  g_assert_null (find (findings, "consent.special-data", EH_ID_NONE));
  for (guint i = 0; i < findings->len; i++) {
    g_assert_cmpint (((EhFinding *) findings->pdata[i])->row, !=, 803);
    g_assert_null (strstr (((EhFinding *) findings->pdata[i])->message, "hearing loop"));
  }
}

static EhBlock *
quote (EhDataset *project, EhInsight *insight)
{
  EhBlock *block = project_recommend (project);

  block->kind = EH_BLOCK_KIND_QUOTATION;
  block->insight_id = insight != NULL ? insight->id : EH_ID_NONE;
  return block;
}

static void
test_guidance (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EhId group = project_group (project, "public", "Public contributors", "public contributor");
  EhId people[6];
  EhInsight *said = project_insight (project, EH_ID_NONE);
  EhInsight *refused = project_insight (project, EH_ID_NONE);
  EhBlock *traced = project_recommend (project);
  EhBlock *untraced = project_recommend (project);
  EhBlock *good, *beyond, *loose;
  EhId dangling;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = settled_person (project, "Somebody", group);
  project_say (project, said, people[0]);
  project_say (project, refused, people[1]);
  ((EhConsent *) project->consents->pdata[1])->quote = EH_QUOTE_LEVEL_NONE;
  project_rest (project, traced, said);
  project_rest (project, untraced, said)->stance = EH_STANCE_DISAGREES;
  good = quote (project, said);
  beyond = quote (project, refused);
  loose = quote (project, NULL);
  eh_set_str (&traced->flag, "Support withdrawn on 2026-03-01");
  eh_set_str (&refused->text, "Words that were never meant for a document of this kind at all");
  eh_set_str (&untraced->detail, "As: words that were never meant for a document of this kind");
  dangling = project_rest (project, traced, said)->id;
  ((EhEvidence *) project->evidences->pdata[project->evidences->len - 1])->insight_id = 4711;
  findings = check (project, NULL);
  assert_finding (findings, "evidence.untraced", EH_SEVERITY_LOOK, untraced->id);
  assert_finding (findings, "evidence.support-withdrawn", EH_SEVERITY_LOOK, traced->id);
  assert_finding (findings, "evidence.insight-gone", EH_SEVERITY_PROBLEM, dangling);
  assert_finding (findings, "consent.quote-beyond", EH_SEVERITY_PROBLEM, beyond->id);
  assert_finding (findings, "quotation.without-insight", EH_SEVERITY_LOOK, loose->id);
  g_assert_null (find (findings, "evidence.untraced", traced->id));
  g_assert_null (find (findings, "consent.quote-beyond", good->id));
  assert_finding (findings, "consent.copied-beyond", EH_SEVERITY_PROBLEM, untraced->id);
  g_assert_null (find (findings, "consent.copied-beyond", traced->id));
  g_assert_null (find (findings, "small.quotation", good->id));
}

static void
test_small (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EhId group = project_group (project, "staff", "Staff", "member of staff");
  EhId category = project_category (project, EH_ID_NONE, "hier");
  EhId person = settled_person (project, "Asha", group);
  EhInsight *insight = project_insight (project, EH_ID_NONE);
  EhBlock *block;

  project_say (project, insight, person);
  project_place (project, insight, category, "");
  block = quote (project, insight);
  findings = check (project, NULL);
  assert_finding (findings, "small.cells", EH_SEVERITY_FACT, group);
  assert_finding (findings, "small.quotation", EH_SEVERITY_LOOK, block->id);
}

static void
test_file (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;
  EhProjectFacts facts = { .today = TODAY, .faults = faults, .format = 2, .size = 4096 };

  g_ptr_array_add (faults, g_strdup ("row 7 missing from index"));
  eh_dataset_freeze (project);
  findings = eh_project_check (project, &facts);
  assert_finding (findings, "file.damaged", EH_SEVERITY_PROBLEM, EH_ID_NONE);
  assert_finding (findings, "fact.file", EH_SEVERITY_FACT, EH_ID_NONE);
  assert_finding (findings, "fact.backups", EH_SEVERITY_FACT, EH_ID_NONE);
  g_assert_cmpuint (eh_finding_count (findings, EH_SEVERITY_PROBLEM), ==, 1);
}

static void
add_promise (EhDataset *project, EhId id, const char *due, EhPromiseState state)
{
  EhPromise *promise = eh_promise_new ();

  promise->id = id;
  promise->state = state;
  eh_set_str (&promise->text, "A summary for everybody");
  eh_set_str (&promise->due, due);
  g_ptr_array_add (project->promises, promise);
}

static void
test_waiting (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = NULL;
  EhProjectFacts facts = { .today = TODAY, .n_received = 2, .copies = copies };

  add_promise (project, 901, "2026-03-09", EH_PROMISE_STATE_OPEN);
  add_promise (project, 902, "2026-03-09", EH_PROMISE_STATE_KEPT);
  add_promise (project, 903, TODAY, EH_PROMISE_STATE_OPEN);
  add_promise (project, 904, "", EH_PROMISE_STATE_OPEN);
  g_ptr_array_add (copies, (char *) "/backups/old.evenhand");
  eh_dataset_freeze (project);
  findings = eh_project_check (project, &facts);
  assert_finding (findings, "promise.overdue", EH_SEVERITY_LOOK, 901);
  for (EhId id = 902; id <= 904; id++)
    g_assert_null (find (findings, "promise.overdue", id));
  assert_finding (findings, "received.waiting", EH_SEVERITY_LOOK, EH_ID_NONE);
  assert_finding (findings, "copy.holds-erased", EH_SEVERITY_LOOK, EH_ID_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-check/people", test_people);
  g_test_add_func ("/project-check/deletion", test_deletion);
  g_test_add_func ("/project-check/guidance", test_guidance);
  g_test_add_func ("/project-check/small", test_small);
  g_test_add_func ("/project-check/file", test_file);
  g_test_add_func ("/project-check/waiting", test_waiting);
  return g_test_run ();
}
