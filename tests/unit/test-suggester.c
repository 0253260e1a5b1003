/* Categories that are suggested from the words of what was placed before, and why. */

#include "eh-suggester.h"

#include "eh-text.h"

typedef struct {
  EhDataset *dataset;
  EhId framework;
  gboolean frozen;
} Fixture;

static void
add_category (Fixture *f, EhId id, gboolean retired)
{
  EhCategory *row = eh_category_new ();

  row->id = id;
  row->framework_id = f->framework;
  row->retired = retired;
  g_ptr_array_add (f->dataset->categories, row);
}

static void
add (Fixture *f, const char *text, EhId category, const char *coder)
{
  EhInsight *insight = eh_insight_new ();

  insight->id = 1000 + f->dataset->insights->len;
  eh_set_str (&insight->text, text);
  g_ptr_array_add (f->dataset->insights, insight);
  if (category != EH_ID_NONE) {
    EhMapping *mapping = eh_mapping_new ();

    mapping->insight_id = insight->id;
    mapping->category_id = category;
    eh_set_str (&mapping->coder, coder);
    mapping->id = eh_mapping_id (insight->id, category, coder);
    g_ptr_array_add (f->dataset->mappings, mapping);
  }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  EhFramework *framework = eh_framework_new ();

  f->dataset = eh_dataset_new ();
  f->framework = framework->id = 9;
  g_ptr_array_add (f->dataset->frameworks, framework);
  add_category (f, 1, FALSE);
  add_category (f, 2, FALSE);
  add_category (f, 3, TRUE);
  add (f, "The agenda was set before the meeting", 1, "");
  add (f, "Nobody sent us the agenda", 1, "");
  add (f, "They changed the Agenda at the meeting", 1, "");
  add (f, "The bus fare was never paid back", 2, "");
  add (f, "Bus and train cost more than the payment", 2, "");
  add (f, "The form for the bus money was long", 2, "Mair");
  add (f, "Retired words about whistles", 3, "");
  add (f, "More retired words about whistles", 3, "");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  eh_dataset_unref (f->dataset);
}

static GPtrArray *
suggest (Fixture *f, const char *coder, const char *text, EhId insight_id)
{
  g_autoptr (EhSuggester) suggester = NULL;

  if (!f->frozen)
    eh_dataset_freeze (f->dataset);
  f->frozen = TRUE;
  suggester = eh_suggester_new (f->dataset, f->framework, coder);
  return eh_suggester_suggest (suggester, text, insight_id, 3);
}

/* The word that speaks for it is named, as it is written, with how often it stands there. */
static void
test_reason (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = suggest (f, NULL, "Whose AGENDA is this?", EH_ID_NONE);
  const EhSuggestion *first;

  g_assert_cmpuint (found->len, ==, 1);
  first = found->pdata[0];
  g_assert_cmpint (first->category_id, ==, 1);
  g_assert_cmpstr (first->words[0], ==, "agenda");
  g_assert_null (first->words[1]);
  g_assert_cmpuint (first->n_insights, ==, 3);
}

static void
test_two (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = suggest (f, NULL, "The agenda said nothing of the bus", EH_ID_NONE);

  g_assert_cmpuint (found->len, ==, 2);
}

/* Unknown words, retired categories and a single insight suggest nothing. */
static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) unknown = suggest (f, NULL, "Zebras", EH_ID_NONE);
  g_autoptr (GPtrArray) retired = suggest (f, NULL, "whistles", EH_ID_NONE);
  g_autoptr (GPtrArray) single = suggest (f, NULL, "train", EH_ID_NONE);
  g_autoptr (GPtrArray) blank = suggest (f, NULL, "", EH_ID_NONE);
  g_autoptr (GPtrArray) small = suggest (f, NULL, "At the, before us", EH_ID_NONE);

  g_assert_cmpuint (small->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_assert_cmpuint (retired->len, ==, 0);
  g_assert_cmpuint (single->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

/* One coder's suggestions come of their own placements alone; an insight is no evidence for
 * itself. */
static void
test_own (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) mair = suggest (f, "Mair", "bus", EH_ID_NONE);
  g_autoptr (GPtrArray) team = suggest (f, "", "bus", EH_ID_NONE);
  g_autoptr (GPtrArray) itself = suggest (f, NULL, "agenda", 1000);

  g_assert_cmpuint (mair->len, ==, 0);
  g_assert_cmpuint (team->len, ==, 1);
  g_assert_cmpuint (((EhSuggestion *) team->pdata[0])->n_insights, ==, 2);
  g_assert_cmpuint (((EhSuggestion *) itself->pdata[0])->n_insights, ==, 2);
}

/* Any language: Welsh with its accents, and a script without spaces. */
static void
test_languages (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) welsh = NULL;
  g_autoptr (GPtrArray) japanese = NULL;

  add (f, "Dŵr oer oedd yno", 2, "");
  add (f, "Roedd y dŵr yn brin", 2, "");
  add (f, "会議の議題", 1, "");
  add (f, "議題は誰が", 1, "");
  welsh = suggest (f, NULL, "DWR", EH_ID_NONE);
  japanese = suggest (f, NULL, "この議題", EH_ID_NONE);
  g_assert_cmpint (((EhSuggestion *) welsh->pdata[0])->category_id, ==, 2);
  g_assert_cmpint (((EhSuggestion *) japanese->pdata[0])->category_id, ==, 1);
  g_assert_cmpstr (((EhSuggestion *) japanese->pdata[0])->words[0], ==, "議題");
}

/* What most insights have says nothing. */
static void
test_common (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 40; i++)
    add (f, "y cyfarfod", i % 4 == 0 ? 2 : 1, "");
  found = suggest (f, NULL, "cyfarfod", EH_ID_NONE);
  g_assert_cmpuint (found->len, ==, 0);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/suggester/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reason", test_reason);
  ADD ("two", test_two);
  ADD ("nothing", test_nothing);
  ADD ("own", test_own);
  ADD ("languages", test_languages);
  ADD ("common", test_common);
  return g_test_run ();
}
