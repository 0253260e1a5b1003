/* The documents that a project is filled into: that every one of them is written in every format,
 * says nothing that people did not agree to and no small number, and is honest about what is not
 * there. */

#include "eh-doc-dress.h"
#include "eh-doc-writer.h"
#include "eh-easy-picture.h"
#include "eh-guidance-build.h"
#include "eh-guidance-template.h"
#include "eh-template-team.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <stdlib.h>
#include <string.h>

/* What begins so is private: it may stand in no document. */
#define PRIVATE "Zq"
/* Of somebody who agreed to be quoted once, and does not any more: others have copied it. */
#define LOWERED                                                                                    \
  PRIVATE "words of the zebra, said aloud, not to be quoted in any document of this team"
/* What begins so may be told. */
#define TOLD "Xk"
/* A picture of one dark dot. */
#define DOT                                                                                        \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMQ"                                   \
  "CcgDAAFOANOWrHM8AAAAAElFTkSuQmCC"

static EhDoc *
build (EhDataset *project, const char *key)
{
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (project, NULL, NULL);
  const EhGuidanceOptions options = { .template_key = key, .date = "2026-06-01" };

  return eh_guidance_build (gate, EH_ID_NONE, &options);
}

static char *
as_text (const EhDoc *doc, const char *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = eh_doc_render (doc, eh_doc_writer_by_id (writer), NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Everything that the table of templates promises about each of them. */
static void
test_registry (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    const EhGuidanceTemplate *template = eh_guidance_template (i);

    g_assert_true (g_hash_table_add (keys, (gpointer) template->key));
    g_assert_true (eh_guidance_template_find (template->key) == template);
    g_assert_false (eh_text_is_blank (template->label));
    g_assert_true (g_str_has_suffix (template->purpose, "."));
  }
  for (guint i = 1; i <= 18; i++) {
    g_autofree char *key = g_strdup_printf ("T%u", i);
    g_autofree char *small = g_strdup_printf ("t%u", i);

    g_assert_nonnull (eh_guidance_template_find (key));
    g_assert_nonnull (eh_guidance_template_find (small));
  }
  g_assert_null (eh_guidance_template_find ("T99"));
  g_assert_null (eh_guidance_template_find (NULL));
}

/* Nothing recorded at all: each document has its title, says what is missing, and invents nothing.
 */
static void
test_empty (void)
{
  g_autoptr (EhDataset) project = eh_dataset_new ();

  project->project->id = 1;
  eh_set_str (&project->project->title, "Nothing yet");
  eh_dataset_freeze (project);
  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    const EhGuidanceTemplate *template = eh_guidance_template (i);
    g_autoptr (EhDoc) doc = build (project, template->key);
    g_autofree char *text = as_text (doc, "markdown");

    if (strstr (text, "Nothing yet") == NULL)
      g_error ("%s does not name the project:\n%s", template->key, text);
    /* A document that must be short has no room for a box: it says it in a line. */
    if (strstr (text, template->brief ? "\n\n*" : "> **Take care**") == NULL)
      g_error ("%s does not say what is missing:\n%s", template->key, text);
    if (strstr (text, "“") != NULL)
      g_error ("%s quotes somebody:\n%s", template->key, text);
  }
}

static void
add_private_person (EhDataset *project, EhId group, EhId workshop, EhId category)
{
  EhId id = project_person (project, PRIVATE "ana " PRIVATE "ames", group);
  EhParticipant *person = project_find (project, id);
  EhConsent *consent = project_consent (project, id, EH_QUOTE_LEVEL_NONE);
  EhInsight *said = project_insight (project, workshop);
  EhPayment *payment = eh_payment_new ();
  EhPromise *promise = eh_promise_new ();
  EhInvitation *invitation = eh_invitation_new ();

  eh_set_str (&person->role, PRIVATE "role");
  eh_set_str (&person->organisation, PRIVATE "organisation");
  eh_set_str (&person->pronouns, PRIVATE "pronouns");
  eh_set_str (&person->biography, PRIVATE "biography");
  eh_set_str (&person->pseudonym, PRIVATE "pseudonym");
  eh_set_str (&person->credit_name, PRIVATE "creditname");
  person->credit = EH_CREDIT_ANONYMOUS;
  eh_set_str (&consent->wording, PRIVATE "wording");
  eh_set_str (&project_attend (project, workshop, id)->table_label, PRIVATE "table");
  eh_set_str (&said->text, LOWERED);
  eh_set_str (&said->gist, PRIVATE "gist, not to be quoted");
  eh_set_str (&said->origin, PRIVATE "origin");
  said->kind = EH_INSIGHT_KIND_BARRIER;
  project_say (project, said, id);
  project_place (project, said, category, PRIVATE "coder");
  payment->id = 700001;
  payment->participant_id = id;
  payment->workshop_id = workshop;
  payment->amount = 76543;
  g_ptr_array_add (project->payments, payment);
  promise->id = 700002;
  promise->participant_id = id;
  promise->workshop_id = workshop;
  eh_set_str (&promise->text, PRIVATE "promise to one");
  g_ptr_array_add (project->promises, promise);
  invitation->id = 700003;
  invitation->participant_id = id;
  invitation->workshop_id = workshop;
  eh_set_str (&invitation->asked_by, PRIVATE "asker");
  g_ptr_array_add (project->invitations, invitation);
}

static EhInsight *
add_open_words (EhDataset *project, EhId group, EhId workshop, EhId category, guint number)
{
  g_autofree char *name = g_strdup_printf (TOLD "name%u Public", number);
  g_autofree char *words = g_strdup_printf (TOLD "words number %u", number);
  EhId id = project_person (project, name, group);
  EhInsight *said = project_insight (project, workshop);

  project_find (project, id)->credit = EH_CREDIT_NAMED;
  eh_set_str (&project_find (project, id)->biography, TOLD "biography");
  project_consent (project, id, EH_QUOTE_LEVEL_NAMED);
  project_attend (project, workshop, id);
  eh_set_str (&said->text, words);
  said->kind = number % 2 == 0 ? EH_INSIGHT_KIND_BARRIER : EH_INSIGHT_KIND_ENABLER;
  project_say (project, said, id);
  project_place (project, said, category, "team");
  return said;
}

static void
add_work (EhDataset *project, EhId workshop)
{
  EhWorkshop *row;
  EhActivity *activity = eh_activity_new ();
  EhGroundRule *rule = eh_ground_rule_new ();
  EhPromise *promise = eh_promise_new ();
  EhResource *resource = eh_resource_new ();

  row = project->workshops->pdata[0];
  eh_set_str (&row->date, "2026-03-10");
  eh_set_str (&row->notes, PRIVATE "notes of the facilitator");
  eh_set_str (&row->access_notes,
              TOLD "access is level. " PRIVATE "ana needs the lift; the loop works.");
  activity->id = 700010;
  activity->workshop_id = workshop;
  eh_set_str (&activity->title, TOLD "activity");
  eh_set_str (&activity->prompt, PRIVATE "ames tells a story.");
  eh_set_str (&activity->materials, PRIVATE "materials");
  g_ptr_array_add (project->activities, activity);
  rule->id = 700011;
  rule->workshop_id = workshop;
  eh_set_str (&rule->text, TOLD "rule");
  eh_set_str (&rule->agreed_by, PRIVATE "agreed");
  g_ptr_array_add (project->ground_rules, rule);
  promise->id = 700012;
  promise->workshop_id = workshop;
  promise->state = EH_PROMISE_STATE_NOT_KEPT;
  eh_set_str (&promise->text, TOLD "promise");
  eh_set_str (&promise->reason, "We forgot. " PRIVATE "ana was ill.");
  g_ptr_array_add (project->promises, promise);
  resource->id = 700013;
  eh_set_str (&resource->title, TOLD "resource");
  eh_set_str (&resource->suggested_by, PRIVATE "suggester");
  eh_set_str (&resource->verified_note, PRIVATE "verified");
  g_ptr_array_add (project->resources, resource);
}

/* Into whatever the team writes and others read. */
static void
copy_words (EhDataset *project)
{
  EhBlock *copied = project_recommend (project);
  EhPromise *promise = eh_promise_new ();
  EhGroundRule *rule = eh_ground_rule_new ();

  eh_set_str (&copied->text, "Heed this: “" LOWERED "”.");
  eh_set_str (&copied->detail, "As in: " LOWERED);
  eh_set_str (&copied->reason, LOWERED);
  copied = project_recommend (project);
  copied->kind = EH_BLOCK_KIND_PARAGRAPH;
  eh_set_str (&copied->text,
              PRIVATE "words of the ZEBRA – said aloud … not to be quoted in any document");
  copied = project_recommend (project);
  copied->kind = EH_BLOCK_KIND_QUOTATION;
  eh_set_str (&copied->text, LOWERED);
  promise->id = 700300;
  eh_set_str (&promise->text, "We heed: " LOWERED);
  eh_set_str (&promise->reason, "It said: " LOWERED);
  g_ptr_array_add (project->promises, promise);
  rule->id = 700301;
  rule->workshop_id = ((EhWorkshop *) project->workshops->pdata[0])->id;
  eh_set_str (&rule->text, LOWERED);
  g_ptr_array_add (project->ground_rules, rule);
  eh_set_str (&((EhActivity *) project->activities->pdata[0])->title, TOLD "activity: " LOWERED);
}

/* A project with a mark in everything that is private, and another in what may be told. */
static EhDataset *
marked_project (void)
{
  EhDataset *project = project_new ();
  EhId group = project_group (project, "public", "Public contributors", "public contributor");
  EhId workshop = project_workshop (project, "First");
  EhId category = project_category (project, EH_ID_NONE, "agenda");
  EhInsight *parked;
  EhBlock *block;
  EhBlock *not_done;

  eh_set_str (&project->project->title, TOLD "title");
  eh_set_str (&project->project->contact, TOLD "contact");
  ((EhCategory *) project->categories->pdata[0])->framework_id = project->project->framework_id;
  eh_set_str (&((EhCategory *) project->categories->pdata[0])->ask, TOLD "question?");
  add_private_person (project, group, workshop, category);
  block = project_recommend (project);
  eh_set_str (&block->flag, PRIVATE "flag");
  for (guint i = 0; i < 8; i++) {
    EhInsight *said = add_open_words (project, group, workshop, category, i);
    EhEvidence *evidence = project_rest (project, block, said);

    eh_set_str (&evidence->note, PRIVATE "evidence note");
    if (i == 7)
      evidence->stance = EH_STANCE_DISAGREES;
  }
  project_rest (project, block, project->insights->pdata[0]);
  not_done = project_recommend (project);
  not_done->status = EH_BLOCK_STATUS_NOT_DONE;
  eh_set_str (&not_done->text, TOLD "not done");
  parked = add_open_words (project, group, workshop, category, 9);
  parked->parked = TRUE;
  eh_set_str (&parked->parked_reason, TOLD "reason. Ask " PRIVATE "ana about it.");
  eh_set_str (&((EhMapping *) project->mappings->pdata[0])->note, PRIVATE "mapping note");
  add_work (project, workshop);
  copy_words (project);
  return project;
}

/* Of the charts and the tables, whose lines are called by what a recommendation says. */
static void
assert_no_label (EhDataset *project)
{
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (project, NULL, NULL);
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis recommendations = { .kind = EH_AXIS_RECOMMENDATION };
  g_autoptr (EhFlow) flow = eh_public_dataset_flow (gate, NULL);
  g_autoptr (EhCrosstab) crosstab = eh_public_dataset_crosstab (gate, groups, recommendations,
                                                                NULL);

  g_assert_cmpuint (crosstab->n_columns, >, 2);
  for (guint i = 0; i < crosstab->n_columns; i++)
    g_assert_null (strstr (crosstab->columns[i].label, PRIVATE));
  for (guint i = 0; i < flow->used->n_columns; i++)
    g_assert_null (strstr (flow->used->columns[i].label, PRIVATE));
}

static void
test_private (void)
{
  static const char *const writers[] = { "markdown", "html" };
  g_autoptr (EhDataset) project = marked_project ();
  g_autoptr (GString) all = g_string_new (NULL);
  static const char *const told[] = { "title", "contact",   "question?",       "words number",
                                      "name",  "biography", "access is level", "activity",
                                      "rule",  "promise",   "resource",        "not done",
                                      "reason" };

  eh_dataset_freeze (project);
  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    const EhGuidanceTemplate *template = eh_guidance_template (i);
    g_autoptr (EhDoc) doc = build (project, template->key);

    for (guint k = 0; k < G_N_ELEMENTS (writers); k++) {
      g_autofree char *text = as_text (doc, writers[k]);
      const char *found = strstr (text, PRIVATE);

      if (found != NULL)
        g_error ("%s as %s says “%.40s”", template->key, writers[k], found);
      if (strstr (text, "765.43") != NULL)
        g_error ("%s as %s says what one person was paid", template->key, writers[k]);
      g_string_append (all, text);
    }
  }
  assert_no_label (project);
  /* And the sweep would find something: what may be told is. */
  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autofree char *mark = g_strconcat (TOLD, told[i], NULL);

    if (strstr (all->str, mark) == NULL)
      g_error ("“%s” is in no document", mark);
  }
}

/* The cells of a table whose column counts people. */
static void
check_people (const EhDocTable *table, guint threshold, const char *key)
{
  for (guint c = 0; c < eh_doc_table_n_columns (table); c++) {
    g_autofree char *header = eh_doc_text_to_plain (eh_doc_table_header (table, c));

    if (strstr (header, "People") == NULL)
      continue;
    for (guint r = 0; r < eh_doc_table_n_rows (table); r++) {
      g_autofree char *cell = eh_doc_text_to_plain (eh_doc_table_cell (table, r, c));
      int n = atoi (cell);

      if (g_ascii_isdigit (cell[0]) && n > 0 && (guint) n < threshold)
        g_error ("%s tells that there are %d people", key, n);
    }
  }
}

static EhDataset *
random_project (GRand *rand)
{
  EhDataset *project = project_new ();
  EhId workshop = project_workshop (project, "First");
  guint n_groups = (guint) g_rand_int_range (rand, 1, 5);

  eh_set_str (&((EhWorkshop *) project->workshops->pdata[0])->date, "2026-03-10");
  for (guint g = 0; g < n_groups; g++) {
    g_autofree char *key = g_strdup_printf ("group%u", g);
    g_autofree char *label = g_strdup_printf ("Group %c", 'A' + (int) g);
    EhId group = project_group (project, key, label, label);
    guint n_people = (guint) g_rand_int_range (rand, 1, 14);

    for (guint p = 0; p < n_people; p++) {
      g_autofree char *name = g_strdup_printf ("Person %c%u", 'A' + (int) g, p);
      EhId id = project_person (project, name, group);

      project_consent (project, id, EH_QUOTE_LEVEL_ANONYMOUS);
      project_attend (project, workshop, id);
      if (g_rand_boolean (rand)) {
        EhInsight *said = project_insight (project, workshop);

        project_say (project, said, id);
        if (g_rand_boolean (rand))
          project_rest (project, project_recommend (project), said);
      }
    }
  }
  eh_dataset_freeze (project);
  return project;
}

static void
test_small_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (18);
  guint n_tables = 0;

  for (guint round = 0; round < 12; round++) {
    g_autoptr (EhDataset) project = random_project (rand);

    for (guint i = 0; i < eh_guidance_n_templates (); i++) {
      const EhGuidanceTemplate *template = eh_guidance_template (i);
      g_autoptr (EhDoc) doc = build (project, template->key);

      for (guint b = 0; b < eh_doc_n_blocks (doc); b++) {
        const EhDocBlock *block = eh_doc_block (doc, b);

        if (block->table != NULL)
          check_people (block->table, 5, template->key);
        n_tables += block->table != NULL;
      }
    }
  }
  g_assert_cmpuint (n_tables, >, 100);
}

/* What a guidance does without stands where it says what could not be done, with the reason. */
static void
test_parked (void)
{
  g_autoptr (EhDataset) project = marked_project ();
  EhParked *parked = eh_parked_new ();
  g_autoptr (EhDoc) doc = NULL;
  g_autofree char *text = NULL;

  parked->id = 700200;
  parked->guidance_id = 900002;
  parked->insight_id = ((EhInsight *) project->insights->pdata[3])->id;
  eh_set_str (&parked->reason, TOLD "beyond us.");
  g_ptr_array_add (project->parked, parked);
  eh_dataset_freeze (project);
  doc = build (project, "T6");
  text = as_text (doc, "markdown");
  g_assert_nonnull (strstr (text, TOLD "beyond us."));
}

/* A document beside the guidance does not take its place in what is counted. */
static void
test_about (void)
{
  g_autoptr (EhDataset) project = marked_project ();
  EhGuidance *tips = eh_guidance_new ();
  g_autofree char *text = NULL;
  g_autoptr (EhDoc) doc = NULL;

  tips->id = 900009;
  eh_set_str (&tips->template, "T4");
  g_ptr_array_add (project->guidances, tips);
  eh_dataset_freeze (project);
  doc = build (project, "T15");
  text = as_text (doc, "markdown");
  g_assert_nonnull (strstr (text, "1. Do this."));
}

static void
test_reach (void)
{
  g_autoptr (EhDataset) project = marked_project ();
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhGuidanceReach) reach = NULL;
  const EhGuidanceOptions options = { .template_key = "T5" };

  eh_dataset_freeze (project);
  gate = eh_disclosure_apply (project, NULL, NULL);
  reach = eh_guidance_reach (gate, &options);
  g_assert_cmpuint (g_strv_length (reach->parts), ==, 6);
  g_assert_false (g_strv_contains ((const char *const *) reach->missing, "3. Results"));
  g_assert_true (g_strv_contains ((const char *const *) reach->missing, "1. Aim"));
}

/* A report without anything that went badly says so; with it, it does not. */
static void
test_negatives (void)
{
  g_autoptr (EhDataset) bright = project_worked_example ();
  g_autoptr (EhDataset) honest = marked_project ();
  g_autoptr (EhDoc) bright_doc = NULL;
  g_autoptr (EhDoc) honest_doc = NULL;
  g_autofree char *bright_text = NULL;
  g_autofree char *honest_text = NULL;

  eh_dataset_freeze (bright);
  eh_dataset_freeze (honest);
  bright_doc = build (bright, "T5");
  honest_doc = build (honest, "T5");
  bright_text = as_text (bright_doc, "markdown");
  honest_text = as_text (honest_doc, "markdown");
  g_assert_nonnull (strstr (bright_text, "Nothing that went badly is recorded"));
  g_assert_null (strstr (honest_text, "Nothing that went badly is recorded"));
}

/* A sentence gets the picture of what it is about, and each picture is another one. */
static void
test_pictures (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpint (eh_easy_picture_for ("Pay people in money.", EH_EASY_PICTURE_PAPER), ==,
                   EH_EASY_PICTURE_MONEY);
  g_assert_cmpint (eh_easy_picture_for ("Xyzzy.", EH_EASY_PICTURE_PAPER), ==,
                   EH_EASY_PICTURE_PAPER);
  for (guint i = 0; i < EH_EASY_PICTURE_N_VALUES; i++) {
    EhDocFigure *figure = eh_easy_picture_figure ((EhEasyPicture) i);
    g_autoptr (GError) error = NULL;
    char *svg = eh_doc_figure_to_svg (figure, "p", &error);
    EhEasyPicture back;

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (figure->alt, "Picture: "));
    g_assert_true (eh_easy_picture_from_key (eh_easy_picture_key ((EhEasyPicture) i), &back));
    g_assert_cmpint (back, ==, i);
    g_assert_true (g_hash_table_add (seen, svg));
    eh_doc_figure_free (figure);
  }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 20);
}

/* A template of the team is made of parts; what somebody said is not in it, and what the team typed
 * only where it wants that. */
static void
test_own (void)
{
  g_autoptr (EhDataset) project = marked_project ();
  EhTeamTemplate *own = eh_team_template_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  g_autoptr (EhDoc) doc = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *text = NULL;
  static const struct {
    EhBlockKind kind;
    const char *text;
    const char *source;
  } from[] = {
    { EH_BLOCK_KIND_HEADING, "Our\tchapter", "" },
    { EH_BLOCK_KIND_PARAGRAPH, "Typed by the team.", "" },
    { EH_BLOCK_KIND_QUOTATION, PRIVATE "said", "" },
    { EH_BLOCK_KIND_RECOMMENDATION, PRIVATE "recommended", "" },
    { EH_BLOCK_KIND_AUTOMATIC, "", "workshop-facts:1f" },
    { EH_BLOCK_KIND_HEADING, "Thanks", "" },
    { EH_BLOCK_KIND_AUTOMATIC, "", "credits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (from); i++) {
    EhBlock *block = eh_block_new ();

    block->kind = from[i].kind;
    block->level = 1;
    eh_set_str (&block->text, from[i].text);
    eh_set_str (&block->source, from[i].source);
    g_ptr_array_add (blocks, block);
  }
  bare = eh_template_team_structure (blocks, FALSE);
  g_assert_null (strstr (bare, PRIVATE));
  g_assert_null (strstr (bare, "Typed"));
  g_assert_null (strstr (bare, "1f"));
  own->id = 700100;
  eh_set_str (&own->name, "Our way");
  eh_set_str (&own->base, "T7");
  g_free (own->structure);
  own->structure = eh_template_team_structure (blocks, TRUE);
  g_assert_null (strstr (own->structure, PRIVATE));
  g_ptr_array_add (project->team_templates, own);
  eh_dataset_freeze (project);
  doc = build (project, "own:our WAY");
  text = as_text (doc, "markdown");
  g_assert_nonnull (strstr (text, "# Our way"));
  g_assert_nonnull (strstr (text, "Our chapter"));
  g_assert_nonnull (strstr (text, "Typed by the team."));
  g_assert_nonnull (strstr (text, "10 March 2026"));
  g_assert_nonnull (strstr (text, TOLD "name1 Public"));
}

/* A file may say anything where a template of the team should be. */
static void
test_own_hostile (void)
{
  static const char *const structures[] = { "",
                                            "\n\n\n",
                                            "x\ty",
                                            "heading\t99999999999\t\t\\377\\300",
                                            "quotation\t0\t\twords",
                                            "automatic\t0\t:@\t" };

  for (guint i = 0; i < G_N_ELEMENTS (structures); i++) {
    g_autoptr (EhDataset) project = marked_project ();
    EhTeamTemplate *own = eh_team_template_new ();
    g_autoptr (EhDoc) doc = NULL;
    g_autofree char *text = NULL;

    own->id = 700100;
    eh_set_str (&own->name, "own");
    eh_set_str (&own->structure, structures[i]);
    g_ptr_array_add (project->team_templates, own);
    eh_dataset_freeze (project);
    doc = build (project, "own:own");
    text = as_text (doc, "html");
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_null (strstr (text, "words</"));
  }
}

/* Colours that are too pale are made darker, and what is no colour changes nothing. */
static void
test_colours (void)
{
  g_autofree char *darker = eh_doc_dress_nearest ("#ffd700");
  g_autofree char *same = eh_doc_dress_nearest ("#800080");
  EhDocMeta *meta = eh_doc_meta_new ("A document", NULL);
  g_autofree char *dressed = NULL;
  g_autofree char *larger = eh_doc_dress_scale ("size=\"14pt\" size=\"20pt\"", "size=\"", 1.5, 1);

  g_assert_cmpfloat (eh_doc_dress_contrast ("#ffd700"), <, 4.5);
  g_assert_cmpfloat (eh_doc_dress_contrast (darker), >=, 4.5);
  g_assert_cmpfloat (eh_doc_dress_contrast (darker), <, 5.2);
  g_assert_cmpstr (same, ==, "#800080");
  g_assert_cmpstr (larger, ==, "size=\"21.0pt\" size=\"30.0pt\"");
  eh_doc_dress_apply (meta, "red;}</style><script>", "#12345");
  g_assert_null (meta->accent);
  g_assert_null (meta->accent_2);
  eh_doc_dress_apply (meta, "#ffd700", NULL);
  dressed = eh_doc_dress_style ("a { color: #14506e }", meta);
  g_assert_nonnull (strstr (dressed, darker));
  eh_doc_meta_free (meta);
}

static void
test_logo (void)
{
  static const char *const dot = DOT;
  EhDocFigure *figure = eh_doc_dress_logo (dot, "Our logo");
  g_autofree guint8 *huge = NULL;
  g_autofree char *lies = NULL;
  gsize length;

  g_assert_nonnull (figure);
  g_assert_cmpstr (figure->alt, ==, "Our logo");
  eh_doc_figure_free (figure);
  g_assert_null (eh_doc_dress_logo ("", NULL));
  g_assert_null (eh_doc_dress_logo ("bm8gcGljdHVyZQ==", NULL));
  /* It says that it is sixty-five thousand dots wide. */
  huge = g_base64_decode (dot, &length);
  huge[18] = 0xff;
  lies = g_base64_encode (huge, length);
  g_assert_null (eh_doc_dress_logo (lies, NULL));
}

/* Every document in every format, in the team's colours and with its logo. */
static void
test_formats (void)
{
  g_autoptr (EhDataset) project = marked_project ();
  EhLook *look = eh_look_new ();
  guint n;
  const EhDocWriter *writers = eh_doc_writers (&n);

  look->id = EH_LOOK_ID;
  eh_set_str (&look->accent, "#7a1f5c");
  eh_set_str (&look->accent_2, "#b35900");
  eh_set_str (&look->logo, DOT);
  g_ptr_array_add (project->looks, look);
  eh_dataset_freeze (project);
  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    g_autoptr (EhDoc) doc = build (project, eh_guidance_template (i)->key);

    for (guint k = 0; k < n; k++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = eh_doc_render (doc, &writers[k], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/registry", test_registry);
  g_test_add_func ("/templates/empty", test_empty);
  g_test_add_func ("/templates/private", test_private);
  g_test_add_func ("/templates/small-numbers", test_small_numbers);
  g_test_add_func ("/templates/parked", test_parked);
  g_test_add_func ("/templates/about", test_about);
  g_test_add_func ("/templates/reach", test_reach);
  g_test_add_func ("/templates/negatives", test_negatives);
  g_test_add_func ("/templates/pictures", test_pictures);
  g_test_add_func ("/templates/own", test_own);
  g_test_add_func ("/templates/own-hostile", test_own_hostile);
  g_test_add_func ("/templates/colours", test_colours);
  g_test_add_func ("/templates/logo", test_logo);
  g_test_add_func ("/templates/formats", test_formats);
  return g_test_run ();
}
