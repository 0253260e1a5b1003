/* The gate, numbers: what of balance, crosstab and lists leaves the program, and what the report
 * says of the rest. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-text.h"
#include "project-fixture.h"

#include <string.h>

#define assert_known(figure, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((figure).state, ==, EH_FIGURE_KNOWN);                                         \
    g_assert_cmpfloat_with_epsilon ((figure).value, (expected), 0.00005);                          \
  }                                                                                                \
  G_STMT_END

#define assert_protected(figure)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((figure).state, ==, EH_FIGURE_PROTECTED);                                     \
    g_assert_cmpfloat ((figure).value, ==, 0);                                                     \
  }                                                                                                \
  G_STMT_END

static EhPublicDataset *
gate (EhDataset *project)
{
  eh_dataset_freeze (project);
  return eh_disclosure_apply (project, NULL, NULL);
}

static void
assert_all_protected (const EhBalanceGroup *group)
{
  assert_protected (group->people);
  assert_protected (group->insights);
  assert_protected (group->carried);
  assert_protected (group->room_share);
  assert_protected (group->voice_share);
  assert_protected (group->carry_share);
  assert_protected (group->voice_ratio);
  assert_protected (group->carry_ratio);
  assert_protected (group->expected);
  assert_protected (group->silent);
  assert_protected (group->voice_low);
  assert_protected (group->voice_high);
  assert_protected (group->taken_up);
  assert_protected (group->touch);
  assert_protected (group->top_share);
  assert_protected (group->without_top);
  g_assert_false (group->may_say_shares);
}

/* The real numbers of phase 1: 12, 3 and 7. Staff are too few, and with the total and the public
 * contributors known they would be known through researchers. */
static void
test_phase_1 (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhPublicDataset) public = gate (project);
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, NULL);
  const EhBalanceGroup *group = eh_balance_find (balance, "public");

  g_assert_cmpint (balance->audience, ==, EH_AUDIENCE_PUBLIC);
  g_assert_cmpuint (balance->n_groups, ==, 4);
  assert_known (balance->people, 22);
  assert_known (balance->insights, 58);
  assert_known (group->people, 12);
  assert_known (group->insights, 21);
  assert_known (group->voice_ratio, 0.6638);
  assert_known (group->carry_ratio, 0.55);
  assert_known (group->voice_low, 0.3387);
  assert_protected (group->top_share);
  assert_all_protected (eh_balance_find (balance, "staff"));
  assert_all_protected (eh_balance_find (balance, "research"));
  group = &balance->groups[3];
  g_assert_true (group->merged);
  assert_known (group->people, 10);
  assert_known (group->insights, 37);
  assert_known (group->carried, 21);
  assert_known (group->touch, 0.7);
  assert_known (group->silent, 0);
  assert_protected (group->top_share);
  g_assert_cmpuint (g_strv_length (group->members), ==, 2);
  g_assert_cmpstr (group->members[0], ==, "Health and care staff");
}

/* Nor do the sentences say what the numbers do not. */
static void
test_sentences (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhPublicDataset) public = gate (project);
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, NULL);
  g_auto (GStrv) sentences = eh_sentence_balance_all (balance);
  g_autofree char *text = g_strjoinv ("\n", sentences);

  g_assert_nonnull (strstr (text, " 12 of 22 "));
  g_assert_nonnull (strstr (text, " 10 of 22 "));
  g_assert_null (strstr (text, " 3 of 22 "));
  g_assert_null (strstr (text, " 7 of 22 "));
  g_assert_null (strstr (text, " 9 of 58 "));
  g_assert_null (strstr (text, " 28 of 58 "));
  g_assert_null (strstr (text, "50%"));
}

/* Whatever is asked for by itself, no more comes out than of the whole. */
static void
test_one_group_at_a_time (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhPublicDataset) public = gate (project);

  for (guint i = 0; i < 3; i++) {
    const EhRoleGroup *row = project->role_groups->pdata[i];
    EhFilter filter = { .role_group_id = row->id };
    g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, &filter);

    g_assert_cmpuint (balance->n_groups, ==, 1);
    assert_known (balance->people, 22);
    if (i == 0)
      assert_known (balance->groups[0].people, 12);
    else
      assert_all_protected (&balance->groups[0]);
  }
}

/* Staff came to one workshop only. The other, by itself, would show researchers, and so staff. */
static void
test_workshops_apart (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhId second = project_workshop (project, "Workshop 2");
  EhFilter filter = { .workshop_id = second };
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhBalance) balance = NULL;
  g_autoptr (GPtrArray) workshops = NULL;

  for (guint i = 0; i < project->participants->len; i++) {
    EhParticipant *person = project->participants->pdata[i];

    if (person->role_group_id != ((EhRoleGroup *) project->role_groups->pdata[1])->id)
      project_attend (project, second, person->id);
  }
  public = gate (project);
  balance = eh_public_dataset_balance (public, &filter);
  assert_known (balance->people, 19);
  assert_known (eh_balance_find (balance, "public")->people, 12);
  assert_protected (eh_balance_find (balance, "research")->people);
  assert_protected (eh_balance_find (balance, "staff")->people);
  workshops = eh_public_dataset_workshops (public);
  assert_known (((EhPublicWorkshop *) workshops->pdata[1])->people, 19);
}

/* Two people's insights are withheld at the second workshop, and so they are not what the whole
 * less the first tells. */
static void
test_whole_less_part (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhId first = ((EhWorkshop *) project->workshops->pdata[0])->id;
  EhId second = project_workshop (project, "Workshop 2");
  g_autoptr (EhPublicDataset) public = NULL;

  for (guint i = 0; i < 2; i++)
    project_say (project, project_insight (project, second),
                 ((EhParticipant *) project->participants->pdata[i])->id);
  public = gate (project);
  for (guint i = 0; i < 3; i++) {
    EhFilter filter = { .workshop_id = i == 1 ? first : i == 2 ? second : EH_ID_NONE };
    g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, &filter);

    if (i == 0)
      assert_known (eh_balance_find (balance, "public")->insights, 23);
    else
      assert_protected (eh_balance_find (balance, "public")->insights);
    if (i > 0)
      assert_protected (balance->insights);
  }
}

static void
test_groups (void)
{
  g_autoptr (EhDataset) project = project_phase_1 ();
  g_autoptr (EhPublicDataset) public = gate (project);
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (public);

  g_assert_cmpuint (groups->len, ==, 4);
  assert_known (((EhPublicGroup *) groups->pdata[0])->people, 12);
  assert_protected (((EhPublicGroup *) groups->pdata[1])->people);
  assert_protected (((EhPublicGroup *) groups->pdata[2])->people);
  assert_known (((EhPublicGroup *) groups->pdata[3])->people, 10);
}

/* Many people, few of whom said anything: how many there are is told, and nothing of what they
 * said, the silent neither. */
static void
test_few_speakers (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId loud = project_group (project, "loud", "Loud", "loud");
  EhId quiet = project_group (project, "quiet", "Quiet", "quiet");
  EhId middling = project_group (project, "middling", "Middling", "middling");
  EhId people[36];
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhBalance) balance = NULL;
  const EhBalanceGroup *group;

  project_people (project, loud, 12, people);
  project_people (project, quiet, 12, people + 12);
  project_people (project, middling, 12, people + 24);
  for (guint i = 0; i < 36; i++)
    if (i < 14 || i >= 30)
      project_say (project, project_insight (project, EH_ID_NONE), people[i]);
  public = gate (project);
  balance = eh_public_dataset_balance (public, NULL);
  group = eh_balance_find (balance, "quiet");
  assert_known (group->people, 12);
  assert_known (group->room_share, 1.0 / 3);
  assert_protected (group->insights);
  assert_protected (group->silent);
  assert_protected (group->voice_share);
  /* And the smallest of the others, so that the total does not tell. */
  assert_protected (eh_balance_find (balance, "middling")->insights);
  assert_known (eh_balance_find (balance, "loud")->insights, 12);
  assert_known (eh_balance_find (balance, "together")->insights, 8);
}

/* One person who gives most of a group's insights is not a group. */
static void
test_one_voice (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhId first = ((EhParticipant *) project->participants->pdata[0])->id;
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhBalance) balance = NULL;

  for (guint i = 0; i < 40; i++)
    project_say (project, project_insight (project, EH_ID_NONE), first);
  public = gate (project);
  balance = eh_public_dataset_balance (public, NULL);
  assert_known (eh_balance_find (balance, "public")->people, 12);
  assert_protected (eh_balance_find (balance, "public")->insights);
  assert_protected (eh_balance_find (balance, "public")->voice_share);
}

/* Group alone: it can have come from anybody in the group, so the group's size decides. */
static void
test_group_alone (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId large = project_group (project, "large", "Large", "large");
  EhId larger = project_group (project, "larger", "Larger", "larger");
  EhId people[20];
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhBalance) balance = NULL;

  project_people (project, large, 8, people);
  project_people (project, larger, 12, people + 8);
  project_insight (project, EH_ID_NONE)->role_group_id = large;
  project_insight (project, EH_ID_NONE)->role_group_id = larger;
  public = gate (project);
  balance = eh_public_dataset_balance (public, NULL);
  assert_known (eh_balance_find (balance, "large")->insights, 1);
  assert_known (eh_balance_find (balance, "larger")->insights, 1);
}

static void
test_threshold (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhDisclosurePolicy lax = { 1 };
  EhDisclosurePolicy strict = { 10 };
  g_autoptr (EhPublicDataset) at_least = NULL;
  g_autoptr (EhPublicDataset) at_ten = NULL;
  g_autoptr (EhBalance) balance = NULL;
  g_autofree char *text = NULL;

  eh_dataset_freeze (project);
  at_least = eh_disclosure_apply (project, &lax, NULL);
  g_assert_cmpuint (eh_public_dataset_threshold (at_least), ==, 3);
  balance = eh_public_dataset_balance (at_least, NULL);
  assert_known (eh_balance_find (balance, "staff")->people, 3);
  at_ten = eh_disclosure_apply (project, &strict, NULL);
  g_assert_cmpuint (eh_public_dataset_threshold (at_ten), ==, 10);
  text = eh_figure_to_count_text (eh_figure_protected (), eh_public_dataset_threshold (at_ten));
  g_assert_cmpstr (text, ==, "fewer than 10");
}

/* Fewer people than the threshold: not even totals. */
static void
test_tiny (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "public", "Public", "public");
  EhId people[4];
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhBalance) balance = NULL;
  g_autoptr (EhDisclosureReport) report = NULL;
  g_autofree char *headline = NULL;

  project_people (project, group, 4, people);
  for (guint i = 0; i < 12; i++)
    project_say (project, project_insight (project, EH_ID_NONE), people[i % 4]);
  eh_dataset_freeze (project);
  public = eh_disclosure_apply (project, NULL, &report);
  balance = eh_public_dataset_balance (public, NULL);
  g_assert_cmpuint (balance->n_groups, ==, 1);
  assert_all_protected (&balance->groups[0]);
  assert_protected (balance->people);
  assert_protected (balance->insights);
  assert_protected (balance->silent);
  assert_protected (balance->gini);
  headline = eh_sentence_balance_headline (balance);
  g_assert_null (strpbrk (headline, "0123456789"));
  g_assert_cmpuint (report->n_notes, >, 0);
}

/* Of a group that the balance withholds, the map tells nothing either: not where it has nothing to
 * say. */
static void
test_crosstab (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhAxis rows = { EH_AXIS_ROLE_GROUP, EH_ID_NONE, EH_ID_NONE };
  EhAxis columns = { EH_AXIS_CATEGORY, EH_ID_NONE, EH_ID_NONE };
  EhId categories[2] = { project_category (project, EH_ID_NONE, "hier"),
                         project_category (project, EH_ID_NONE, "know") };
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhCrosstab) crosstab = NULL;

  for (guint i = 0; i < 58; i++)
    project_place (project, project->insights->pdata[i], categories[i % 2], "");
  public = gate (project);
  crosstab = eh_public_dataset_crosstab (public, rows, columns, NULL);
  g_assert_cmpuint (crosstab->n_rows, ==, 5);
  g_assert_cmpuint (crosstab->n_columns, ==, 3);
  assert_known (crosstab->total, 62);
  assert_known (crosstab->rows[0].total, 21);
  assert_known (eh_crosstab_cell (crosstab, 0, 0)->count, 11);
  for (guint i = 1; i < 3; i++) {
    assert_protected (crosstab->rows[i].total);
    for (guint j = 0; j < 3; j++) {
      if (crosstab->columns[j].kind == EH_LINE_PLAIN)
        assert_protected (eh_crosstab_cell (crosstab, i, j)->count);
      assert_protected (eh_crosstab_cell (crosstab, i, j)->emphasis);
    }
  }
  g_assert_cmpstr (crosstab->rows[3].key, ==, "together");
  g_assert_cmpint (crosstab->rows[4].kind, ==, EH_LINE_UNNAMED);
  assert_known (crosstab->rows[3].total, 37);
  assert_known (eh_crosstab_cell (crosstab, 3, 0)->count, 18);
  assert_known (eh_crosstab_cell (crosstab, 3, 1)->count, 19);
  for (guint i = 0; i < crosstab->n_rows * crosstab->n_columns; i++) {
    assert_protected (crosstab->cells[i].contributors);
    assert_protected (crosstab->cells[i].top_share);
  }
}

static void
test_roles_stay_inside (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  EhAxis rows = { EH_AXIS_ROLE, EH_ID_NONE, EH_ID_NONE };
  EhAxis columns = { EH_AXIS_KIND, EH_ID_NONE, EH_ID_NONE };
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhCrosstab) crosstab = NULL;

  for (guint i = 0; i < project->participants->len; i++)
    eh_set_str (&((EhParticipant *) project->participants->pdata[i])->role,
                i % 2 ? "carer" : "nurse");
  public = gate (project);
  crosstab = eh_public_dataset_crosstab (public, rows, columns, NULL);
  g_assert_cmpuint (crosstab->n_rows, ==, 3);
  for (guint i = 0; i < crosstab->n_rows; i++)
    assert_protected (crosstab->rows[i].total);
}

/* Of random projects: what is withheld of people has at least two groups to hide among and enough
 * people in them, whatever else the balance tells; what is told of a group stands on enough. */
static void
check_balance (EhDataset *project, EhPublicDataset *public)
{
  g_autoptr (EhBalance) exact = eh_balance_new (project, NULL);
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (public, NULL);
  double hidden = balance->people.value;
  double shown_insights = 0;
  guint n_hidden = 0;

  for (guint i = 0; i < exact->n_groups; i++) {
    const EhBalanceGroup *told = &balance->groups[i];
    const EhBalanceGroup *true_one = &exact->groups[i];

    if (eh_figure_is_known (told->people)) {
      g_assert_true (told->people.value == 0 || told->people.value >= 5);
      hidden -= told->people.value;
    } else if (balance->reference != EH_REFERENCE_NONE) {
      g_assert_false (eh_figure_is_known (told->room_share));
      g_assert_false (eh_figure_is_known (told->insights));
      n_hidden++;
    }
    if (eh_figure_is_known (told->insights)) {
      double spoke = true_one->people.value - true_one->silent.value;

      assert_known (told->insights, true_one->insights.value);
      g_assert_true (spoke == 0 || spoke >= 5);
      g_assert_cmpfloat (true_one->top_share.value, <=, 0.5 + 1e-9);
      shown_insights += told->insights.value;
    } else {
      g_assert_false (eh_figure_is_known (told->voice_share));
      g_assert_false (eh_figure_is_known (told->voice_ratio));
      g_assert_false (eh_figure_is_known (told->voice_low));
      g_assert_false (eh_figure_is_known (told->silent));
      g_assert_false (eh_figure_is_known (told->carried));
      g_assert_false (eh_figure_is_known (told->taken_up));
    }
    if (eh_figure_is_known (told->silent))
      g_assert_true (told->silent.value == 0 || told->silent.value >= 5);
  }
  if (n_hidden > 0 && eh_figure_is_known (balance->people)) {
    g_assert_cmpuint (n_hidden, >, 1);
    g_assert_cmpfloat (hidden, >=, 5);
    /* With one in each, there is still somebody to place. */
    g_assert_cmpfloat (hidden, >, n_hidden);
  }
  if (balance->n_groups > exact->n_groups) {
    const EhBalanceGroup *together = &balance->groups[exact->n_groups];

    g_assert_true (together->merged);
    assert_known (together->insights, balance->insights.value - shown_insights);
  }
}

static void
test_random_projects (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 400; round++) {
    g_autoptr (EhDataset) project = project_new ();
    g_autoptr (EhPublicDataset) public = NULL;
    guint n_groups = (guint) g_rand_int_range (rand, 1, 7);

    for (guint i = 0; i < n_groups; i++) {
      g_autofree char *key = g_strdup_printf ("g%u", i);
      EhId group = project_group (project, key, key, key);
      EhId people[16];
      guint n = (guint) g_rand_int_range (rand, 0, 16);
      guint speakers = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n + 1) : 0;

      project_people (project, group, n, people);
      for (guint j = 0; speakers > 0 && j < 2 * n; j++) {
        EhInsight *insight = project_insight (project, EH_ID_NONE);

        project_say (project, insight, people[g_rand_int_range (rand, 0, (gint32) speakers)]);
        if (g_rand_int_range (rand, 0, 4) == 0)
          project_rest (project, project_recommend (project), insight);
      }
    }
    public = gate (project);
    check_balance (project, public);
  }
}

static void
test_report (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhPublicDataset) public = NULL;
  g_autoptr (EhDisclosureReport) report = NULL;
  gboolean groups = FALSE;
  gboolean words = FALSE;

  eh_dataset_freeze (project);
  public = eh_disclosure_apply (project, NULL, &report);
  for (guint i = 0; i < report->n_notes; i++) {
    groups |= report->notes[i].kind == EH_DISCLOSURE_GROUPS && report->notes[i].count == 2;
    /* Nobody has been asked: all 30 that recommendations rest on. */
    words |= report->notes[i].kind == EH_DISCLOSURE_WORDS && report->notes[i].count == 30;
    g_assert_null (strstr (report->notes[i].text, "Person"));
  }
  g_assert_true (groups);
  g_assert_true (words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disclosure/phase-1", test_phase_1);
  g_test_add_func ("/disclosure/sentences", test_sentences);
  g_test_add_func ("/disclosure/one-group-at-a-time", test_one_group_at_a_time);
  g_test_add_func ("/disclosure/workshops-apart", test_workshops_apart);
  g_test_add_func ("/disclosure/whole-less-part", test_whole_less_part);
  g_test_add_func ("/disclosure/groups", test_groups);
  g_test_add_func ("/disclosure/few-speakers", test_few_speakers);
  g_test_add_func ("/disclosure/one-voice", test_one_voice);
  g_test_add_func ("/disclosure/group-alone", test_group_alone);
  g_test_add_func ("/disclosure/threshold", test_threshold);
  g_test_add_func ("/disclosure/tiny", test_tiny);
  g_test_add_func ("/disclosure/crosstab", test_crosstab);
  g_test_add_func ("/disclosure/roles-stay-inside", test_roles_stay_inside);
  g_test_add_func ("/disclosure/random-projects", test_random_projects);
  g_test_add_func ("/disclosure/report", test_report);
  return g_test_run ();
}
