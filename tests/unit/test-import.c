/* What tables of people and insights add to a project: who is who, what is made, what is left out
 * and why, and that the same file twice adds nothing twice. */

#include "eh-import-resolve.h"
#include "eh-import.h"
#include "eh-preset.h"

#include <string.h>

static EhDataset *
new_project (void)
{
  EhDataset *dataset = eh_dataset_new ();
  g_autoptr (GPtrArray) groups = eh_preset_role_groups (EH_PRESET_GROUPS_USUAL);
  g_autoptr (GPtrArray) categories = NULL;
  EhFramework *framework = NULL;

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (dataset->role_groups, eh_role_group_copy (groups->pdata[i]));
  eh_preset_framework_rows (EH_PRESET_DEFAULT_FRAMEWORK, &framework, &categories);
  g_ptr_array_add (dataset->frameworks, framework);
  dataset->project->framework_id = framework->id;
  for (guint i = 0; i < categories->len; i++)
    g_ptr_array_add (dataset->categories, eh_category_copy (categories->pdata[i]));
  return dataset;
}

/* Puts what an import adds where the store would. */
static void
apply (EhDataset *dataset, const EhRowSet *rows)
{
  const struct {
    const EhRowType *type;
    GPtrArray *to;
  } tables[] = {
    { &eh_role_group_row_type, dataset->role_groups },
    { &eh_participant_row_type, dataset->participants },
    { &eh_consent_row_type, dataset->consents },
    { &eh_workshop_row_type, dataset->workshops },
    { &eh_activity_row_type, dataset->activities },
    { &eh_attendance_row_type, dataset->attendances },
    { &eh_insight_row_type, dataset->insights },
    { &eh_contributor_row_type, dataset->contributors },
    { &eh_mapping_row_type, dataset->mappings },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    GPtrArray *from = eh_row_set_rows (rows, tables[i].type);

    for (guint j = 0; from != NULL && j < from->len; j++)
      g_ptr_array_add (tables[i].to, eh_row_copy (tables[i].type, from->pdata[j]));
  }
}

typedef EhImportPlan *(*Reader) (GBytes *bytes, const EhImportOptions *options);

static EhImportRows *
import_with (EhDataset *dataset, Reader reader, const char *text, const EhImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EhImportPlan) plan = reader (bytes, options);
  EhImportRows *rows;

  if (plan->errors->len > 0)
    g_test_message ("%s", ((EhImportNote *) plan->errors->pdata[0])->message);
  g_assert_cmpuint (plan->errors->len, ==, 0);
  rows = eh_import_resolve (plan, dataset);
  apply (dataset, rows->rows);
  return rows;
}

static EhImportRows *
import (EhDataset *dataset, Reader reader, const char *text)
{
  EhImportOptions options = { "file.csv", NULL, NULL, NULL };

  return import_with (dataset, reader, text, &options);
}

static void
assert_warning (const EhImportRows *rows, guint index, guint line, const char *part)
{
  EhImportNote *note;

  g_assert_cmpuint (rows->warnings->len, >, index);
  note = rows->warnings->pdata[index];
  g_assert_cmpuint (note->line, ==, line);
  g_assert_nonnull (strstr (note->message, part));
}

static void
test_people (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) rows = import (
      dataset, eh_import_people_csv,
      "Full name;Role group;Job title;Organisation;Consent;Credit;Pseudonym;Bio;Workshops\r\n"
      "Zoë Quaye;Public contributor;carer;;yes, anonymous;by first name;;Likes maps.;"
      "\"Workshop 1;Workshop 2\"\r\n"
      "Dev Rao;research;statistician;A university;no;named;;;\r\n"
      "Ana Lima;Young carers;;;;;Wren;;Workshop 1\r\n");
  EhParticipant *zoe = dataset->participants->pdata[0];
  EhConsent *consent = dataset->consents->pdata[0];

  g_assert_cmpuint (rows->people, ==, 3);
  g_assert_cmpuint (rows->workshops, ==, 2);
  g_assert_cmpuint (rows->role_groups, ==, 1);
  g_assert_cmpuint (rows->warnings->len, ==, 0);
  g_assert_cmpuint (dataset->attendances->len, ==, 3);
  g_assert_cmpstr (zoe->name, ==, "Zoë Quaye");
  g_assert_cmpint (zoe->role_group_id, ==, eh_id_from_key ("role_group", "public"));
  g_assert_cmpstr (zoe->role, ==, "carer");
  g_assert_cmpint (zoe->credit, ==, EH_CREDIT_FIRST_NAME);
  g_assert_cmpint (consent->id, ==, zoe->id);
  g_assert_cmpint (consent->take_part, ==, EH_ANSWER_YES);
  g_assert_cmpint (consent->quote, ==, EH_QUOTE_LEVEL_ANONYMOUS);
  g_assert_cmpint (((EhConsent *) dataset->consents->pdata[1])->quote, ==, EH_QUOTE_LEVEL_NONE);
  g_assert_cmpstr (((EhParticipant *) dataset->participants->pdata[2])->pseudonym, ==, "Wren");
}

static void
test_who_is_who (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) first = import (dataset, eh_import_people_csv,
                                           "name,group,workshops\n"
                                           "Zoë Quaye,public,One\n"
                                           "ZOE  QUAYE,Public contributors,Two\n"
                                           "Zoë Quaye,Researchers,\n"
                                           ",Researchers,\n"
                                           "Zoë Quaye,,\n");
  g_autoptr (EhImportRows) second = NULL;

  g_assert_cmpuint (first->people, ==, 2);
  g_assert_cmpuint (first->skipped, ==, 3);
  g_assert_cmpuint (first->attendances, ==, 2);
  assert_warning (first, 0, 3, "line 2");
  assert_warning (first, 1, 4, "two people");
  assert_warning (first, 2, 5, "no name");
  assert_warning (first, 3, 6, "several people");

  second = import (dataset, eh_import_people_csv, "name,group\nzoe quaye,research\n");
  g_assert_cmpuint (second->people, ==, 0);
  g_assert_cmpuint (second->skipped, ==, 1);
  g_assert_cmpuint (second->notes->len, ==, 1);
}

static const char insights_file
    [] = "text,person,group,workshop,activity,kind,time,categories\n"
         "\"The agenda was set\nbefore we met.\",Asha M;Tom B,,One,Round 1,barrier,5/3/2026 14:30,"
         "hier.agenda;Rank and job titles\n"
         "Name badges without titles,asha m,public,One,Round 1,Something that helped,14:40,"
         "\"Money and class, hier.rank\"\n"
         "Who pays for the bus?,,Researchers,One,,riddle,whenever,Nonsense\n"
         ",Asha M,,One,,,,\n"
         "I felt unheard, really,Asha M,,One,,,,\n"
         "Said by nobody we know,anonymous,,,Round 1,,,\n"
         "Said by nobody we know,anonymous,,,,,,\n";

static void
test_insights (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) rows = NULL;
  EhWorkshop *workshop = eh_workshop_new ();
  EhInsight *first;
  EhInsight *second;
  EhInsight *third;

  workshop->id = eh_id_new ();
  g_free (workshop->title);
  g_free (workshop->date);
  workshop->title = g_strdup ("ONE");
  workshop->date = g_strdup ("2026-03-05");
  g_ptr_array_add (dataset->workshops, workshop);
  rows = import (dataset, eh_import_insights_csv, insights_file);
  first = dataset->insights->pdata[0];
  second = dataset->insights->pdata[1];
  third = dataset->insights->pdata[2];

  g_assert_cmpuint (rows->insights, ==, 5);
  g_assert_cmpuint (rows->people, ==, 2);
  g_assert_cmpuint (rows->workshops, ==, 0);
  g_assert_cmpuint (rows->activities, ==, 1);
  g_assert_cmpuint (rows->attendances, ==, 2);
  g_assert_cmpuint (rows->skipped, ==, 2);
  g_assert_cmpstr (first->text, ==, "The agenda was set\nbefore we met.");
  g_assert_cmpint (first->kind, ==, EH_INSIGHT_KIND_BARRIER);
  g_assert_cmpint (first->workshop_id, ==, workshop->id);
  g_assert_cmpint (first->role_group_id, ==, EH_ID_NONE);
  g_assert_cmpint (first->capture, ==, EH_CAPTURE_IMPORTED);
  g_assert_cmpint (second->said_at - first->said_at, ==, 600);
  g_assert_cmpint (second->activity_id, ==, first->activity_id);
  g_assert_cmpint (third->role_group_id, ==, eh_id_from_key ("role_group", "research"));
  g_assert_cmpuint (dataset->contributors->len, ==, 3);
  g_assert_cmpuint (dataset->mappings->len, ==, 4);
  /* Asha had no group until a row said so. */
  g_assert_cmpint (((EhParticipant *) dataset->participants->pdata[0])->role_group_id, ==,
                   eh_id_from_key ("role_group", "public"));
  assert_warning (rows, 0, 5, "riddle");
  assert_warning (rows, 1, 5, "whenever");
  assert_warning (rows, 2, 5, "Nonsense");
  assert_warning (rows, 3, 6, "no text");
  assert_warning (rows, 4, 7, "9 cells");
  assert_warning (rows, 5, 8, "Round 1");
}

static void
test_again (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) first = import (dataset, eh_import_insights_csv, insights_file);
  g_autoptr (EhImportRows) second = import (dataset, eh_import_insights_csv, insights_file);
  g_autoptr (EhImportRows) third = import (dataset, eh_import_insights_csv,
                                           "note,text,person\n"
                                           "new column,Said by nobody we know,anonymous\n"
                                           "new row,Said for the first time,Asha M\n");

  g_assert_cmpuint (first->insights, ==, 5);
  g_assert_cmpuint (eh_row_set_size (second->rows), ==, 0);
  g_assert_cmpuint (second->skipped, ==, 7);
  g_assert_cmpuint (third->insights, ==, 1);
  g_assert_cmpuint (third->skipped, ==, 1);
}

static void
test_a_wrong_name_is_worse_than_none (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) people = import (dataset, eh_import_people_csv,
                                            "name,group\nSam Ode,public\nSam Ode,research\n");
  g_autoptr (EhImportRows) rows = import (dataset, eh_import_insights_csv,
                                          "text,person,group\nA,Sam Ode,\nB,Sam Ode,research\n");

  g_assert_cmpuint (people->people, ==, 2);
  g_assert_cmpuint (rows->insights, ==, 2);
  g_assert_cmpuint (rows->people, ==, 0);
  g_assert_cmpuint (dataset->contributors->len, ==, 1);
  assert_warning (rows, 0, 2, "without that name");
}

static void
test_options (void)
{
  g_autoptr (EhDataset) dataset = new_project ();
  const char *maps[] = { "What was it=like?=text", "ID=ignore", "Whom=person", NULL };
  EhImportOptions options = { "survey.csv", "Neighbours", "Street day", maps };
  g_autoptr (EhImportRows) rows = import_with (dataset, eh_import_insights_csv,
                                               "ID,What was it=like?,Whom\n1,Loud,Ivy\n2,Warm,\n",
                                               &options);
  EhRoleGroup *group = dataset->role_groups->pdata[dataset->role_groups->len - 1];

  g_assert_cmpuint (rows->insights, ==, 2);
  g_assert_cmpuint (rows->warnings->len, ==, 0);
  g_assert_cmpstr (group->label, ==, "Neighbours");
  g_assert_true (group->in_voice);
  g_assert_cmpint (((EhParticipant *) dataset->participants->pdata[0])->role_group_id, ==,
                   group->id);
  g_assert_cmpint (((EhInsight *) dataset->insights->pdata[0])->role_group_id, ==, EH_ID_NONE);
  g_assert_cmpint (((EhInsight *) dataset->insights->pdata[1])->role_group_id, ==, group->id);
  g_assert_cmpstr (((EhWorkshop *) dataset->workshops->pdata[0])->title, ==, "Street day");
}

typedef struct {
  const char *name;
  Reader reader;
  const char *text;
  const char *map;
  guint line;
} BadCase;

static const BadCase bad_cases[] = {
  { "no-name-column", eh_import_people_csv, "role,group\nx,y\n", NULL, 1 },
  { "no-text-column", eh_import_insights_csv, "person,colour,size\nx,y,z\n", NULL, 1 },
  { "open-quote", eh_import_insights_csv, "text\na\n\"b\n", NULL, 3 },
  { "map-unknown-column", eh_import_insights_csv, "text\na\n", "words=text", 0 },
  { "map-unknown-field", eh_import_insights_csv, "text\na\n", "text=colour", 0 },
  { "map-without-equals", eh_import_insights_csv, "text\na\n", "text", 0 },
};

static void
test_errors (gconstpointer data)
{
  const BadCase *test = data;
  const char *maps[] = { test->map, NULL };
  EhImportOptions options = { "file.csv", NULL, NULL, maps };
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->text, strlen (test->text));
  g_autoptr (EhImportPlan) plan = test->reader (bytes, &options);

  g_assert_cmpuint (plan->errors->len, ==, 1);
  g_assert_cmpuint (((EhImportNote *) plan->errors->pdata[0])->line, ==, test->line);
}

typedef struct {
  const char *name;
  const char *text;
  const char *first; /* the words of the first insight */
  guint people;
} ToolCase;

static const ToolCase tool_cases[] = {
  { "forms",
    "ID;Start time;Completion time;Email;Name;What got in the way?\n"
    "1;7/27/26 19:00;7/27/26 19:06:23;anonymous;;Meetings by day\n",
    "Meetings by day", 0 },
  { "board",
    "Created At,Author,Subject,Body,Section,Attachment\n"
    "2026-02-01T10:00:00Z,Sam Ode,Travel,\"<p>Two buses &amp; a walk</p>\",Barriers,\n",
    "Travel\nTwo buses & a walk", 1 },
  { "chat",
    "Attendee identifier,User email,Name,Message,Pinned,Slide #,Sent at (UTC)\n"
    "AB12,N/A,N/A,Slower please,false,3,2026-02-01 10:00:00\n",
    "Slower please", 0 },
  { "one-column", "What would help?\nA lift that works\n", "A lift that works", 0 },
};

static void
test_tools (gconstpointer data)
{
  const ToolCase *test = data;
  g_autoptr (EhDataset) dataset = new_project ();
  g_autoptr (EhImportRows) rows = import (dataset, eh_import_insights_csv, test->text);

  g_assert_cmpuint (rows->insights, ==, 1);
  g_assert_cmpuint (rows->people, ==, test->people);
  g_assert_cmpstr (((EhInsight *) dataset->insights->pdata[0])->text, ==, test->first);
}

static void
add_table (const char *prefix, const char *name, gconstpointer data, GTestDataFunc func)
{
  g_autofree char *path = g_strconcat (prefix, name, NULL);

  g_test_add_data_func (path, data, func);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/people", test_people);
  g_test_add_func ("/import/who-is-who", test_who_is_who);
  g_test_add_func ("/import/insights", test_insights);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/a-wrong-name-is-worse-than-none", test_a_wrong_name_is_worse_than_none);
  g_test_add_func ("/import/options", test_options);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    add_table ("/import/errors/", bad_cases[i].name, &bad_cases[i], test_errors);
  for (gsize i = 0; i < G_N_ELEMENTS (tool_cases); i++)
    add_table ("/import/tools/", tool_cases[i].name, &tool_cases[i], test_tools);
  return g_test_run ();
}
