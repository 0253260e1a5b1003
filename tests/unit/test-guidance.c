/* Guidance as a document: what the gate lets through and nothing else, in the order of the blocks;
 * and the template that a guidance begins from. */

#include "eh-doc-writer.h"
#include "eh-guidance-build.h"
#include "eh-guidance-template.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

typedef struct {
  EhDataset *project;
  EhId group;
  EhId workshop;
  EhId category;
  EhId guidance;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = project_new ();
  g_ptr_array_set_size (f->project->guidances, 0);
  f->group = project_group (f->project, "public", "Public contributors", "public contributor");
  f->workshop = project_workshop (f->project, "First");
  f->category = project_category (f->project, EH_ID_NONE, "agenda");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  eh_dataset_unref (f->project);
}

/* Somebody who came, said @text, and chose @credit and @quote. */
static EhInsight *
say (Fixture *f, const char *name, const char *text, EhCredit credit, EhQuoteLevel quote)
{
  EhId person = project_person (f->project, name, f->group);
  EhInsight *insight = project_insight (f->project, f->workshop);

  project_attend (f->project, f->workshop, person);
  project_find (f->project, person)->credit = credit;
  project_consent (f->project, person, quote)->show_first = FALSE;
  project_say (f->project, insight, person);
  project_place (f->project, insight, f->category, "team");
  eh_set_str (&insight->text, text);
  return insight;
}

static EhBlock *
block (Fixture *f, EhBlockKind kind, const char *text)
{
  EhBlock *row = eh_block_new ();

  if (f->guidance == EH_ID_NONE) {
    EhGuidance *guidance = eh_guidance_new ();

    guidance->id = f->guidance = eh_id_new ();
    eh_set_str (&guidance->title, "What we say");
    g_ptr_array_add (f->project->guidances, guidance);
  }
  row->id = eh_id_new ();
  row->guidance_id = f->guidance;
  row->kind = kind;
  row->level = 1;
  row->position = f->project->blocks->len + 1;
  eh_set_str (&row->text, text);
  g_ptr_array_add (f->project->blocks, row);
  return row;
}

static char *
written (Fixture *f)
{
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;

  eh_dataset_freeze (f->project);
  gate = eh_disclosure_apply (f->project, NULL, NULL);
  doc = eh_guidance_build (gate, EH_ID_NONE, NULL);
  bytes = eh_doc_render (doc, eh_doc_writer_by_id ("markdown"), NULL, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

static void
test_gate (Fixture *f, gconstpointer data)
{
  EhInsight *named = say (f, "Asha Mensah", "Said aloud", EH_CREDIT_NAMED, EH_QUOTE_LEVEL_NAMED);
  EhInsight *hidden = say (f, "Bea Secret", "Said in trust", EH_CREDIT_ANONYMOUS,
                           EH_QUOTE_LEVEL_NONE);
  EhInsight *gist = say (f, "Cai Plain", "In my own way", EH_CREDIT_ANONYMOUS,
                         EH_QUOTE_LEVEL_PARAPHRASE);
  g_autofree char *text = NULL;

  eh_set_str (&gist->gist, "Put plainly");
  block (f, EH_BLOCK_KIND_HEADING, "What people said");
  block (f, EH_BLOCK_KIND_QUOTATION, "typed over")->insight_id = named->id;
  block (f, EH_BLOCK_KIND_QUOTATION, "typed over")->insight_id = hidden->id;
  block (f, EH_BLOCK_KIND_QUOTATION, "typed over")->insight_id = gist->id;
  block (f, EH_BLOCK_KIND_HEADING, "Thanks");
  eh_set_str (&block (f, EH_BLOCK_KIND_AUTOMATIC, "")->source, "credits");
  text = written (f);
  assert_has (text, "> Said aloud\n>\n> — Asha Mensah");
  assert_has (text, "> Put plainly\n");
  assert_has (text, "in other words");
  assert_lacks (text, "In my own way");
  assert_lacks (text, "Said in trust");
  assert_lacks (text, "Secret");
  assert_lacks (text, "Cai");
  assert_lacks (text, "typed over");
}

static void
test_numbers (Fixture *f, gconstpointer data)
{
  EhInsight *insight = say (f, "Asha Mensah", "Ask first", EH_CREDIT_NAMED, EH_QUOTE_LEVEL_NAMED);
  EhBlock *first;
  g_autofree char *text = NULL;

  block (f, EH_BLOCK_KIND_HEADING, "What to do");
  first = block (f, EH_BLOCK_KIND_RECOMMENDATION, "Ask before the agenda");
  eh_set_str (&first->audience, "Funders; Teams");
  eh_set_str (&first->due, "2026-12-01");
  project_rest (f->project, first, insight);
  block (f, EH_BLOCK_KIND_RECOMMENDATION, "  "); /* begun and not written */
  eh_set_str (&block (f, EH_BLOCK_KIND_RECOMMENDATION, "Pay on the day")->audience, "Teams");
  block (f, EH_BLOCK_KIND_HEADING, "How to act");
  eh_set_str (&block (f, EH_BLOCK_KIND_TABLE, "")->source, "audiences");
  block (f, EH_BLOCK_KIND_HEADING, "Behind it");
  eh_set_str (&block (f, EH_BLOCK_KIND_AUTOMATIC, "")->source, "trace");
  text = written (f);
  assert_has (text, "### Recommendation 1\n\nAsk before the agenda");
  assert_has (text, "### Recommendation 2\n\nPay on the day");
  assert_lacks (text, "Recommendation 3");
  assert_has (text, "1 December 2026");
  assert_has (text, "1 insight (Asha Mensah)");
  assert_has (text, "No insight has been noted behind this yet.");
  assert_has (text, "| Funders | 1. Ask before the agenda |");
  assert_has (text, "| Teams | 1. Ask before the agenda |");
  assert_has (text, "| Teams | 2. Pay on the day |");
}

static void
test_empty_sections (Fixture *f, gconstpointer data)
{
  EhBlock *inner;
  g_autofree char *text = NULL;

  block (f, EH_BLOCK_KIND_HEADING, "Nothing here");
  inner = block (f, EH_BLOCK_KIND_HEADING, "Nor here");
  inner->level = 2;
  block (f, EH_BLOCK_KIND_LIST, " \n ");
  block (f, EH_BLOCK_KIND_HEADING, "Something");
  inner = block (f, EH_BLOCK_KIND_HEADING, "Under it");
  inner->level = 2;
  block (f, EH_BLOCK_KIND_LIST, "One\n  inner\nTwo");
  block (f, EH_BLOCK_KIND_HEADING, "Last");
  eh_set_str (&block (f, EH_BLOCK_KIND_AUTOMATIC, "")->source, "of a later version");
  text = written (f);
  assert_lacks (text, "Nothing here");
  assert_lacks (text, "Nor here");
  assert_lacks (text, "Last");
  assert_has (text, "## Something\n\n### Under it\n\n- One\n  - inner\n- Two\n");
}

/* Without a guidance, a document is what the template begins with. */
static void
test_template (Fixture *f, gconstpointer data)
{
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (EhGuidance) guidance = NULL;
  guint quotes = 0;
  g_autofree char *text = NULL;

  say (f, "Asha Mensah", "Said aloud", EH_CREDIT_NAMED, EH_QUOTE_LEVEL_NAMED);
  say (f, "Bea Secret", "Said in trust", EH_CREDIT_ANONYMOUS, EH_QUOTE_LEVEL_NONE);
  f->project->project->framework_id = ((EhCategory *) f->project->categories->pdata[0])
                                          ->framework_id;
  text = written (f);
  assert_has (text, "> Said aloud");
  assert_lacks (text, "Said in trust");
  gate = eh_disclosure_apply (f->project, NULL, NULL);
  guidance = eh_guidance_template_begin (gate, "T1", 7, &blocks);
  g_assert_cmpstr (guidance->template, ==, "T1");
  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *row = blocks->pdata[i];

    g_assert_true (row->guidance_id == guidance->id);
    g_assert_cmpfloat (row->position, ==, i + 1);
    if (row->kind == EH_BLOCK_KIND_QUOTATION) {
      quotes++;
      /* Words are not copied into the file: withdrawing them must find them in one place. */
      g_assert_cmpstr (row->text, ==, "");
    }
  }
  g_assert_cmpuint (quotes, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/guidance/gate", test_gate);
  ADD ("/guidance/numbers", test_numbers);
  ADD ("/guidance/empty-sections", test_empty_sections);
  ADD ("/guidance/template", test_template);
  return g_test_run ();
}
