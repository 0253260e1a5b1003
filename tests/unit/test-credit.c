/* The gate, words and names: every wish to be named against every agreement to be quoted, and what
 * makes either void. */

#include "eh-disclosure.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

static EhPublicDataset *
gate (EhDataset *project)
{
  eh_dataset_freeze (project);
  return eh_disclosure_apply (project, NULL, NULL);
}

/* Six public contributors, of whom the first is Asha; three members of staff. */
typedef struct {
  EhDataset *project;
  EhId public;
  EhId staff;
  EhId asha;
  EhId ben;
  EhId nurse;
  EhInsight *insight;
} Fixture;

static void
set_up (Fixture *self)
{
  EhId people[4];

  self->project = project_new ();
  self->public = project_group (self->project, "public", "Public contributors",
                                "public contributor");
  self->staff = project_group (self->project, "staff", "Health and care staff", "member of staff");
  self->asha = project_person (self->project, "Asha Mensah", self->public);
  self->ben = project_person (self->project, "Ben Rees", self->public);
  self->nurse = project_person (self->project, "Nia Roberts", self->staff);
  project_people (self->project, self->public, 4, people);
  project_people (self->project, self->staff, 2, people);
  eh_set_str (&project_find (self->project, self->asha)->role, "carer");
  eh_set_str (&project_find (self->project, self->asha)->pseudonym, "Heron");
  eh_set_str (&project_find (self->project, self->nurse)->role, "district nurse");
  self->insight = project_insight (self->project, EH_ID_NONE);
  eh_set_str (&self->insight->text, "Their own words.");
  eh_set_str (&self->insight->gist, "In short.");
}

typedef struct {
  EhQuoteLevel quote;
  EhTextUse use;
  const char *credit[EH_CREDIT_N_VALUES];
} Row;

#define GROUP "a public contributor"
#define ROLE  "a carer"

/* In the order of EhCredit: ask, named, first name, initials, pseudonym, role only, anonymous, not
 * listed. */
static const Row matrix[] = {
  { EH_QUOTE_LEVEL_UNKNOWN,
    EH_TEXT_USE_NONE,
    { GROUP, GROUP, GROUP, GROUP, GROUP, ROLE, GROUP, GROUP } },
  { EH_QUOTE_LEVEL_NONE,
    EH_TEXT_USE_NONE,
    { GROUP, GROUP, GROUP, GROUP, GROUP, ROLE, GROUP, GROUP } },
  { EH_QUOTE_LEVEL_PARAPHRASE,
    EH_TEXT_USE_GIST,
    { GROUP, GROUP, GROUP, GROUP, GROUP, ROLE, GROUP, GROUP } },
  { EH_QUOTE_LEVEL_ANONYMOUS,
    EH_TEXT_USE_QUOTE,
    { GROUP, GROUP, GROUP, GROUP, GROUP, ROLE, GROUP, GROUP } },
  { EH_QUOTE_LEVEL_PSEUDONYM,
    EH_TEXT_USE_QUOTE,
    { GROUP, GROUP, GROUP, GROUP, "Heron", ROLE, GROUP, GROUP } },
  { EH_QUOTE_LEVEL_NAMED,
    EH_TEXT_USE_QUOTE,
    { GROUP, "Asha Mensah", "Asha", "A. M.", "Heron", ROLE, GROUP, GROUP } },
};

static void
test_matrix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    for (int credit = 0; credit < EH_CREDIT_N_VALUES; credit++) {
      Fixture f;
      g_autoptr (EhPublicDataset) public = NULL;
      g_autoptr (EhPublicInsight) insight = NULL;

      set_up (&f);
      project_find (f.project, f.asha)->credit = (EhCredit) credit;
      project_consent (f.project, f.asha, matrix[i].quote);
      project_say (f.project, f.insight, f.asha);
      public = gate (f.project);
      insight = eh_public_dataset_insight (public, f.insight->id);
      g_assert_cmpint (insight->use, ==, matrix[i].use);
      g_assert_cmpstr (insight->credit, ==, matrix[i].credit[credit]);
      g_assert_cmpint (insight->named, ==, !g_str_has_prefix (matrix[i].credit[credit], "a "));
      g_assert_cmpstr (insight->text, ==,
                       matrix[i].use == EH_TEXT_USE_QUOTE  ? "Their own words."
                       : matrix[i].use == EH_TEXT_USE_GIST ? "In short."
                                                           : NULL);
      eh_dataset_unref (f.project);
    }
}

/* What happens to Asha's words after one change to a project where they would be quoted by name. */
typedef struct {
  const char *name;
  void (*change) (Fixture *f, EhParticipant *asha, EhConsent *consent);
  EhTextUse use;
  EhWithheld withheld;
  const char *credit;
} Change;

static void
nothing (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
}

static void
never_asked (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  g_ptr_array_set_size (f->project->consents, 0);
}

static void
wants_to_see (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  consent->show_first = TRUE;
  eh_set_str (&f->insight->gist, "");
}

static void
wants_to_see_gist (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  consent->show_first = TRUE;
}

static void
could_not_see (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  wants_to_see (f, asha, consent);
  f->insight->checked = EH_CHECKED_NOT_POSSIBLE;
}

static void
has_seen (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  wants_to_see (f, asha, consent);
  f->insight->checked = EH_CHECKED_YES;
}

static void
no_gist (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  consent->quote = EH_QUOTE_LEVEL_PARAPHRASE;
  eh_set_str (&f->insight->gist, " ");
}

static void
no_part (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  consent->take_part = EH_ANSWER_NO;
}

static void
no_notes (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  consent->notes = EH_ANSWER_NO;
}

static void
stop_contact (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->withdrawal = EH_WITHDRAWAL_STOP_CONTACT;
}

static void
remove_name (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->withdrawal = EH_WITHDRAWAL_REMOVE_NAME;
}

static void
remove_words (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->withdrawal = EH_WITHDRAWAL_REMOVE_UNPUBLISHED;
}

static void
remove_all (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->withdrawal = EH_WITHDRAWAL_REMOVE_ALL;
}

static void
another_name (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  eh_set_str (&asha->credit_name, "Dr Asha Mensah");
}

static void
no_pseudonym (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->credit = EH_CREDIT_PSEUDONYM;
  eh_set_str (&asha->pseudonym, "");
}

/* Ben shares it, and agreed to less. */
static void
with_ben (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  project_say (f->project, f->insight, f->ben);
  project_find (f->project, f->ben)->credit = EH_CREDIT_NAMED;
  project_consent (f->project, f->ben, EH_QUOTE_LEVEL_ANONYMOUS);
}

static void
with_ben_by_name (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  project_say (f->project, f->insight, f->ben);
  project_find (f->project, f->ben)->credit = EH_CREDIT_FIRST_NAME;
  project_consent (f->project, f->ben, EH_QUOTE_LEVEL_NAMED);
}

static void
with_ben_unasked (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  project_say (f->project, f->insight, f->ben);
}

static void
with_ben_gone (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  with_ben_by_name (f, asha, consent);
  project_find (f->project, f->ben)->withdrawal = EH_WITHDRAWAL_REMOVE_UNPUBLISHED;
}

static void
with_nurse (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  project_say (f->project, f->insight, f->nurse);
  project_consent (f->project, f->nurse, EH_QUOTE_LEVEL_ANONYMOUS);
}

static void
as_staff (Fixture *f, EhParticipant *asha, EhConsent *consent)
{
  asha->credit = EH_CREDIT_ROLE_ONLY;
  ((EhContributor *) f->project->contributors->pdata[0])->speaking_as = f->staff;
}

static const Change changes[] = {
  { "nothing", nothing, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "Asha Mensah" },
  { "never-asked", never_asked, EH_TEXT_USE_NONE, EH_WITHHELD_NOT_ASKED, GROUP },
  { "wants-to-see", wants_to_see, EH_TEXT_USE_NONE, EH_WITHHELD_NOT_CHECKED, GROUP },
  { "wants-to-see-gist", wants_to_see_gist, EH_TEXT_USE_GIST, EH_WITHHELD_NOT, GROUP },
  { "could-not-see", could_not_see, EH_TEXT_USE_NONE, EH_WITHHELD_NOT_CHECKED, GROUP },
  { "has-seen", has_seen, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "Asha Mensah" },
  { "no-gist", no_gist, EH_TEXT_USE_NONE, EH_WITHHELD_NO_GIST, GROUP },
  { "no-part", no_part, EH_TEXT_USE_NONE, EH_WITHHELD_WITHDRAWN, "a contributor" },
  { "no-notes", no_notes, EH_TEXT_USE_NONE, EH_WITHHELD_REFUSED, GROUP },
  { "stop-contact", stop_contact, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "Asha Mensah" },
  { "remove-name", remove_name, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, GROUP },
  { "remove-words", remove_words, EH_TEXT_USE_NONE, EH_WITHHELD_WITHDRAWN, "a contributor" },
  { "remove-all", remove_all, EH_TEXT_USE_NONE, EH_WITHHELD_WITHDRAWN, "a contributor" },
  { "another-name", another_name, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "Dr Asha Mensah" },
  { "no-pseudonym", no_pseudonym, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, GROUP },
  { "with-ben", with_ben, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "Public contributors" },
  { "with-ben-by-name", with_ben_by_name, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT,
    "Asha Mensah and Ben" },
  { "with-ben-unasked", with_ben_unasked, EH_TEXT_USE_NONE, EH_WITHHELD_NOT_ASKED,
    "Public contributors" },
  { "with-ben-gone", with_ben_gone, EH_TEXT_USE_NONE, EH_WITHHELD_WITHDRAWN, "a contributor" },
  { "with-nurse", with_nurse, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "several contributors" },
  { "as-staff", as_staff, EH_TEXT_USE_QUOTE, EH_WITHHELD_NOT, "a contributor" },
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  Fixture f;
  EhConsent *consent;
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhPublicInsight) insight = NULL;

  set_up (&f);
  project_find (f.project, f.asha)->credit = EH_CREDIT_NAMED;
  consent = project_consent (f.project, f.asha, EH_QUOTE_LEVEL_NAMED);
  project_say (f.project, f.insight, f.asha);
  change->change (&f, project_find (f.project, f.asha), consent);
  public = gate (f.project);
  insight = eh_public_dataset_insight (public, f.insight->id);
  g_assert_cmpint (insight->use, ==, change->use);
  g_assert_cmpint (insight->withheld, ==, change->withheld);
  g_assert_cmpstr (insight->credit, ==, change->credit);
  g_assert_cmpint (insight->text == NULL, ==, change->use == EH_TEXT_USE_NONE);
  eh_dataset_unref (f.project);
}

/* Where nobody is named there is nobody to ask. Three are too few to be told as a group, and a role
 * in a group of three points to one of them. */
static void
test_small_group (void)
{
  Fixture f;
  EhInsight *alone;
  EhInsight *alone_staff;
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhPublicInsight) by_nurse = NULL;
  g_autoptr (EhPublicInsight) by_group = NULL;
  g_autoptr (EhPublicInsight) by_staff = NULL;

  set_up (&f);
  project_find (f.project, f.nurse)->credit = EH_CREDIT_ROLE_ONLY;
  project_consent (f.project, f.nurse, EH_QUOTE_LEVEL_NAMED);
  project_say (f.project, f.insight, f.nurse);
  alone = project_insight (f.project, EH_ID_NONE);
  alone->role_group_id = f.public;
  alone_staff = project_insight (f.project, EH_ID_NONE);
  alone_staff->role_group_id = f.staff;
  public = gate (f.project);
  by_nurse = eh_public_dataset_insight (public, f.insight->id);
  by_group = eh_public_dataset_insight (public, alone->id);
  by_staff = eh_public_dataset_insight (public, alone_staff->id);
  g_assert_cmpint (by_nurse->use, ==, EH_TEXT_USE_QUOTE);
  g_assert_cmpstr (by_nurse->credit, ==, "a contributor");
  g_assert_cmpint (by_group->use, ==, EH_TEXT_USE_QUOTE);
  g_assert_cmpstr (by_group->credit, ==, GROUP);
  g_assert_cmpstr (by_staff->credit, ==, "a contributor");
  eh_dataset_unref (f.project);
}

/* In the document, the words that were typed into a quotation are not what counts. */
static void
test_blocks (void)
{
  Fixture f;
  EhBlock *block;
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) insights = NULL;
  g_autofree char *ref = NULL;

  set_up (&f);
  project_say (f.project, f.insight, f.asha);
  project_consent (f.project, f.asha, EH_QUOTE_LEVEL_NONE);
  block = project_recommend (f.project);
  block->kind = EH_BLOCK_KIND_QUOTATION;
  block->insight_id = f.insight->id;
  eh_set_str (&block->text, "Their own words, pasted.");
  eh_set_str (&block->detail, "Asha Mensah");
  block = project_recommend (f.project);
  project_rest (f.project, block, f.insight);
  public = gate (f.project);
  blocks = eh_public_dataset_blocks (public, block->guidance_id);
  g_assert_cmpuint (blocks->len, ==, 2);
  g_assert_cmpstr (((EhBlock *) blocks->pdata[0])->text, ==, "");
  g_assert_cmpstr (((EhBlock *) blocks->pdata[0])->detail, ==, GROUP);
  evidence = eh_public_dataset_evidence (public, block->id);
  g_assert_cmpuint (evidence->len, ==, 1);
  ref = eh_public_dataset_insight_ref (public, f.insight->id);
  g_assert_cmpstr (((EhPublicEvidence *) evidence->pdata[0])->insight->ref, ==, ref);
  g_assert_cmpuint (strlen (ref), ==, 8);
  g_assert_null (((EhPublicEvidence *) evidence->pdata[0])->insight->text);
  insights = eh_public_dataset_insights (public, NULL);
  g_assert_cmpuint (insights->len, ==, 0);
  eh_dataset_unref (f.project);
}

static void
test_thanks (void)
{
  Fixture f;
  EhId quiet;
  EhId gone;
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhPublicCredits) credits = NULL;
  g_autofree char *names = NULL;

  set_up (&f);
  quiet = project_person (f.project, "Zed Zero", f.staff);
  gone = project_person (f.project, "Gone Girl", f.public);
  project_find (f.project, f.nurse)->credit = EH_CREDIT_INITIALS;
  project_find (f.project, f.asha)->credit = EH_CREDIT_PSEUDONYM;
  project_find (f.project, f.ben)->credit = EH_CREDIT_NAMED;
  project_find (f.project, quiet)->credit = EH_CREDIT_FIRST_NAME;
  project_find (f.project, gone)->credit = EH_CREDIT_NAMED;
  project_find (f.project, gone)->withdrawal = EH_WITHDRAWAL_REMOVE_ALL;
  public = gate (f.project);
  credits = eh_public_dataset_credits (public);
  names = g_strjoinv ("|", credits->names);
  g_assert_cmpstr (names, ==, "Ben Rees|Heron|N. R.|Zed");
  /* Six have not been asked: enough to say how many. */
  g_assert_cmpint (credits->unnamed.state, ==, EH_FIGURE_KNOWN);
  g_assert_cmpfloat (credits->unnamed.value, ==, 6);
  eh_dataset_unref (f.project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit/matrix", test_matrix);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *path = g_strdup_printf ("/credit/change/%s", changes[i].name);

    g_test_add_data_func (path, &changes[i], test_change);
  }
  g_test_add_func ("/credit/small-group", test_small_group);
  g_test_add_func ("/credit/blocks", test_blocks);
  g_test_add_func ("/credit/thanks", test_thanks);
  return g_test_run ();
}
