/* Whether a document is safe to publish: what must be settled, what may be let stand and comes back
 * when it changes, and what is nobody's business but another document's. */

#include "eh-publish-check.h"
#include "eh-published.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

#define TODAY    "2026-03-10"
#define DOCUMENT 900002

typedef struct {
  EhDataset *project;
  EhId group;
  EhId person;
  EhInsight *insight;
  EhBlock *heading;
  EhBlock *advice;
} Fixture;

static EhBlock *
add_block (Fixture *f, EhBlockKind kind, const char *text)
{
  EhBlock *row = project_recommend (f->project);

  row->kind = kind;
  eh_set_str (&row->text, text);
  return row;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  EhGuidance *guidance = eh_guidance_new ();

  f->project = project_new ();
  f->group = project_group (f->project, "public", "Public contributors", "public contributor");
  f->person = project_person (f->project, "Asha Rahman", f->group);
  project_find (f->project, f->person)->credit = EH_CREDIT_ROLE_ONLY;
  project_consent (f->project, f->person, EH_QUOTE_LEVEL_ANONYMOUS);
  guidance->id = DOCUMENT;
  eh_set_str (&guidance->title, "Guide");
  eh_set_str (&guidance->language, "en");
  g_ptr_array_add (f->project->guidances, guidance);
  f->heading = add_block (f, EH_BLOCK_KIND_HEADING, "Pay");
  f->heading->level = 1;
  f->advice = add_block (f, EH_BLOCK_KIND_RECOMMENDATION, "Pay people on the day.");
  eh_set_str (&f->advice->owner, "Finance");
  f->insight = project_insight (f->project, project_workshop (f->project, "Workshop 1"));
  project_say (f->project, f->insight, f->person);
  project_rest (f->project, f->advice, f->insight);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  eh_dataset_unref (f->project);
}

static EhPublishCheck *
check (Fixture *f)
{
  const EhProjectFacts facts = { .today = TODAY };

  if (!f->project->frozen)
    eh_dataset_freeze (f->project);
  return eh_publish_check_new (f->project, DOCUMENT, &facts);
}

static const EhPublishItem *
find (EhPublishCheck *self, const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((EhPublishItem *) self->items->pdata[i])->id, id))
      return self->items->pdata[i];
  return NULL;
}

static void
assert_state (EhPublishCheck *self, const char *id, EhPublishState state, EhId row)
{
  const EhPublishItem *item = find (self, id);

  g_assert_nonnull (item);
  g_assert_cmpint (item->state, ==, state);
  g_assert_cmpint (item->row, ==, row);
  g_assert_cmpstr (item->message, !=, "");
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) self = check (f);

  g_assert_cmpuint (self->n[EH_PUBLISH_MUST], ==, 0);
  g_assert_null (find (self, EH_DOCUMENT_NO_OWNER));
  g_assert_null (find (self, EH_DOCUMENT_NO_PUBLIC));
  g_assert_null (find (self, "names.full"));
  g_assert_cmpuint (self->n[EH_PUBLISH_FINE], >=, 4);
}

static void
test_parts (Fixture *f, gconstpointer data)
{
  EhBlock *other = add_block (f, EH_BLOCK_KIND_HEADING, "Time");
  EhBlock *alone = add_block (f, EH_BLOCK_KIND_RECOMMENDATION, "Meet later.");
  g_autoptr (EhPublishCheck) self = NULL;

  other->level = 1;
  self = check (f);
  assert_state (self, EH_DOCUMENT_NO_OWNER, EH_PUBLISH_LOOK, alone->id);
  assert_state (self, EH_DOCUMENT_NO_PUBLIC, EH_PUBLISH_LOOK, other->id);
  assert_state (self, "evidence.untraced", EH_PUBLISH_LOOK, alone->id);
}

static void
test_could_not (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) self = NULL;

  f->advice->status = EH_BLOCK_STATUS_NOT_DONE;
  self = check (f);
  assert_state (self, EH_DOCUMENT_NO_REASON, EH_PUBLISH_MUST, f->advice->id);
}

static void
test_comments (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) self = NULL;

  for (guint i = 0; i < 3; i++) {
    EhBlockComment *comment = eh_block_comment_new ();

    comment->id = 7000 + i;
    comment->block_id = f->advice->id;
    comment->settled_at = i == 0 ? 5 : 0;
    g_ptr_array_add (f->project->block_comments, comment);
  }
  self = check (f);
  assert_state (self, "guidance.open-comments", EH_PUBLISH_LOOK, f->advice->id);
  g_assert_nonnull (strstr (find (self, "guidance.open-comments")->message, "2 comments"));
}

static void
test_easy_read (Fixture *f, gconstpointer data)
{
  EhBlock *bare = add_block (f, EH_BLOCK_KIND_PARAGRAPH, "We met twice.");
  EhBlock *pictured = add_block (f, EH_BLOCK_KIND_PARAGRAPH, "We had tea.");
  g_autoptr (EhPublishCheck) usual = NULL;
  g_autoptr (EhPublishCheck) easy = NULL;

  eh_set_str (&pictured->source, "picture:tea");
  usual = check (f);
  g_assert_null (find (usual, EH_DOCUMENT_NO_PICTURE));
  eh_set_str (&((EhGuidance *) f->project->guidances->pdata[0])->template, "T8");
  easy = check (f);
  assert_state (easy, EH_DOCUMENT_NO_PICTURE, EH_PUBLISH_LOOK, bare->id);
  g_assert_cmpuint (easy->n[EH_PUBLISH_LOOK], ==, usual->n[EH_PUBLISH_LOOK] + 1);
}

/* What a part says for whoever cannot see it, as @detail, and whether that is looked at. */
static void
expect_words (Fixture *f, EhBlock *block, const char *detail, gboolean looked_at)
{
  g_autoptr (EhPublishCheck) self = NULL;

  eh_set_str (&block->detail, detail);
  self = check (f);
  if (looked_at)
    assert_state (self, EH_DOCUMENT_NO_WORDS, EH_PUBLISH_LOOK, block->id);
  else
    g_assert_null (find (self, EH_DOCUMENT_NO_WORDS));
}

static void
test_chart_words (Fixture *f, gconstpointer data)
{
  EhBlock *chart = add_block (f, EH_BLOCK_KIND_CHART, "Who spoke in the workshops?");

  /* There is no such chart, so that it says nothing by itself. */
  eh_set_str (&chart->source, "weather");
  expect_words (f, chart, "", TRUE);
  eh_set_str (&chart->source, "balance");
  expect_words (f, chart, "", FALSE);
  expect_words (f, chart, "chart", TRUE);
  expect_words (f, chart, "a picture of all voices.png", TRUE);
  expect_words (f, chart, "Who spoke in the workshops?", TRUE);
  expect_words (f, chart, "Public contributors spoke most, researchers least.", FALSE);
}

static void
test_table_words (Fixture *f, gconstpointer data)
{
  EhBlock *table = add_block (f, EH_BLOCK_KIND_TABLE, "Group | Hours\nResearchers | 4");

  expect_words (f, table, "", TRUE);
  expect_words (f, table, "Hours of each group", FALSE);
  eh_set_str (&table->text, " | Hours\nResearchers | 4");
  expect_words (f, table, "Hours of each group", FALSE);
  eh_set_str (&table->text, "Group | | Hours\nResearchers | x | 4");
  expect_words (f, table, "Hours of each group", TRUE);
}

static void
test_names (Fixture *f, gconstpointer data)
{
  EhBlock *named = add_block (f, EH_BLOCK_KIND_PARAGRAPH, "**Asha** said so; *Asha Rahman*.");
  g_autoptr (EhPublishCheck) self = check (f);

  assert_state (self, "names.full", EH_PUBLISH_MUST, named->id);
  g_assert_null (find (self, "names.first"));
}

static void
test_name_wanted (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) self = NULL;

  project_find (f->project, f->person)->credit = EH_CREDIT_NAMED;
  add_block (f, EH_BLOCK_KIND_PARAGRAPH, "Asha Rahman said so.");
  self = check (f);
  g_assert_null (find (self, "names.full"));
}

static void
test_name_quoted (Fixture *f, gconstpointer data)
{
  EhBlock *quotation = add_block (f, EH_BLOCK_KIND_QUOTATION, "");
  g_autoptr (EhPublishCheck) self = NULL;

  quotation->insight_id = f->insight->id;
  eh_set_str (&f->insight->text, "I told Asha at Tern House.");
  eh_set_str (&project_find (f->project, f->person)->organisation, "Tern House");
  f->insight->checked = EH_CHECKED_YES;
  self = check (f);
  assert_state (self, "names.first", EH_PUBLISH_LOOK, quotation->id);
  assert_state (self, "names.organisation", EH_PUBLISH_LOOK, quotation->id);
}

/* What somebody let stand is fine, with the reason; when the words change it is asked again. */
static void
test_let_stand (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) first = NULL;
  g_autoptr (EhPublishCheck) second = NULL;
  g_autoptr (EhPublishCheck) third = NULL;
  g_autofree char *accepted = NULL;
  EhLookedAt *row;

  eh_set_str (&f->advice->owner, "");
  first = check (f);
  row = eh_publish_item_let_stand (find (first, EH_DOCUMENT_NO_OWNER), f->project,
                                   "We ask at the next meeting");
  g_assert_nonnull (row);
  g_assert_cmpint (row->block_id, ==, f->advice->id);
  g_ptr_array_add (f->project->looked_ats, row);
  second = check (f);
  assert_state (second, EH_DOCUMENT_NO_OWNER, EH_PUBLISH_FINE, f->advice->id);
  g_assert_cmpstr (find (second, EH_DOCUMENT_NO_OWNER)->reason, ==, "We ask at the next meeting");
  accepted = eh_publish_check_accepted (second);
  g_assert_true (g_str_has_prefix (accepted, "guidance.no-owner\t"));
  g_assert_null (strstr (accepted, "meeting"));
  eh_set_str (&f->advice->text, "Pay people before the day.");
  third = check (f);
  assert_state (third, EH_DOCUMENT_NO_OWNER, EH_PUBLISH_LOOK, f->advice->id);
}

static void
test_must_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublishCheck) self = NULL;

  eh_set_str (&f->advice->flag, "Support withdrawn on 2026-03-01");
  self = check (f);
  assert_state (self, "evidence.support-withdrawn", EH_PUBLISH_MUST, f->advice->id);
  g_assert_null (
      eh_publish_item_let_stand (find (self, "evidence.support-withdrawn"), f->project, "no"));
}

static void
test_other_document (Fixture *f, gconstpointer data)
{
  EhBlock *elsewhere = add_block (f, EH_BLOCK_KIND_PARAGRAPH, "Asha Rahman. Utilise it.");
  g_autoptr (EhPublishCheck) self = NULL;

  elsewhere->guidance_id = DOCUMENT + 1;
  self = check (f);
  g_assert_cmpuint (self->n[EH_PUBLISH_MUST], ==, 0);
  g_assert_null (find (self, EH_WRITING_JARGON));
}

static void
test_versions (Fixture *f, gconstpointer data)
{
  EhPublication *row = eh_publication_new ();
  EhGuidance *guidance = f->project->guidances->pdata[0];
  const struct {
    const char *last, *now, *next;
  } cases[] = {
    { "1.0", "1.0", "1.1" },
    { "1.9", "1.9", "1.10" },
    { "2", "2", "2.1" },
    { "1.0", "2.0", "2.0" },
    { "final", "final", "final.1" },
    { "1.9999999999", "1.9999999999", "1.9999999999.1" },
  };

  eh_dataset_freeze (f->project);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *first = eh_publish_next_version (f->project, DOCUMENT);

    g_assert_cmpstr (first, ==, i == 0 ? "1.0" : "3");
    eh_set_str (&guidance->version, "3");
  }
  row->guidance_id = DOCUMENT;
  g_ptr_array_add (f->project->publications, row);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *next = NULL;

    eh_set_str (&row->version, cases[i].last);
    eh_set_str (&guidance->version, cases[i].now);
    next = eh_publish_next_version (f->project, DOCUMENT);
    g_assert_cmpstr (next, ==, cases[i].next);
  }
}

/* Somebody withdraws between two versions. */
static void
test_difference (void)
{
  g_autoptr (EhDataset) before = project_worked_example ();
  g_autoptr (EhDataset) after = project_worked_example ();
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_finding_free);
  EhPublication *row = eh_publication_new ();

  eh_dataset_freeze (before);
  gate = eh_disclosure_apply (before, NULL, NULL);
  numbers = eh_published_numbers (gate);
  g_free (row->figures);
  row->figures = eh_published_to_text (numbers);
  row->guidance_id = DOCUMENT;
  eh_set_str (&row->version, "1.0");
  g_ptr_array_add (after->publications, row);
  eh_publish_check_differences (before, DOCUMENT, findings);
  g_assert_cmpuint (findings->len, ==, 0);
  ((EhParticipant *) after->participants->pdata[0])->withdrawal = EH_WITHDRAWAL_REMOVE_ALL;
  eh_dataset_freeze (after);
  eh_publish_check_differences (after, DOCUMENT, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (((EhFinding *) findings->pdata[0])->message, "12, now 11"));
}

#define ADD(name, func) g_test_add ("/publish/" name, Fixture, NULL, set_up, func, tear_down)

/* Of two thousand alike, the first few are shown, and the one that stands alone is not buried. */
static void
test_alike (void)
{
  g_autoptr (EhAlike) alike = eh_alike_new ();
  guint n_shown = 0, n_told = 0;

  for (guint i = 0; i < 2000; i++)
    eh_alike_add (alike, "many");
  eh_alike_add (alike, "one");
  for (guint i = 0; i < 2000; i++) {
    guint n_more;

    if (eh_alike_next (alike, "many", &n_more))
      n_shown++;
    n_told += n_more;
  }
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown + n_told, ==, 2000);
  g_assert_cmpuint (n_shown, <, 20);
  g_assert_true (eh_alike_next (alike, "one", &n_told));
  g_assert_cmpuint (n_told, ==, 0);
}

/* What a template made alone belongs to no document, and is among what was sent all the same. */
static void
test_sent (void)
{
  static const struct {
    EhId guidance_id;
    gint64 at;
  } sent[] = { { 5, 10 }, { EH_ID_NONE, 30 }, { 6, 40 }, { 5, 20 } };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_publication_free);
  g_autoptr (GPtrArray) of_five = NULL;
  g_autoptr (GPtrArray) of_none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sent); i++) {
    EhPublication *row = eh_publication_new ();

    row->id = (EhId) i + 1;
    row->guidance_id = sent[i].guidance_id;
    row->published_at = sent[i].at;
    g_ptr_array_add (all, row);
  }
  of_five = eh_publish_sent (all, 5);
  g_assert_cmpuint (of_five->len, ==, 3);
  g_assert_cmpint (((EhPublication *) of_five->pdata[0])->published_at, ==, 30);
  g_assert_cmpint (((EhPublication *) of_five->pdata[1])->published_at, ==, 20);
  g_assert_cmpint (((EhPublication *) of_five->pdata[2])->published_at, ==, 10);
  of_none = eh_publish_sent (all, EH_ID_NONE);
  g_assert_cmpuint (of_none->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing", test_nothing);
  ADD ("parts", test_parts);
  ADD ("could-not", test_could_not);
  ADD ("comments", test_comments);
  ADD ("easy-read", test_easy_read);
  ADD ("chart-words", test_chart_words);
  ADD ("table-words", test_table_words);
  ADD ("names", test_names);
  ADD ("name-wanted", test_name_wanted);
  ADD ("name-quoted", test_name_quoted);
  ADD ("let-stand", test_let_stand);
  ADD ("must-stays", test_must_stays);
  ADD ("other-document", test_other_document);
  ADD ("versions", test_versions);
  g_test_add_func ("/publish/difference", test_difference);
  g_test_add_func ("/publish/alike", test_alike);
  g_test_add_func ("/publish/sent", test_sent);
  return g_test_run ();
}
