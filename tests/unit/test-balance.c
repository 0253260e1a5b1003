/* Voice balance: the worked example to four digits, and the rules of who counts where. */

#include "eh-measures.h"
#include "eh-sentence.h"
#include "project-fixture.h"

#include <string.h>

#define assert_figure(figure, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((figure).state, ==, EH_FIGURE_KNOWN);                                         \
    g_assert_cmpfloat_with_epsilon ((figure).value, (expected), 0.00005);                          \
  }                                                                                                \
  G_STMT_END

#define assert_undefined(figure) g_assert_cmpint ((figure).state, ==, EH_FIGURE_UNDEFINED)

/* A sentence without the marks that isolate the words of people. */
static char *
plain (char *text)
{
  g_auto (GStrv) a = g_strsplit (text, "\xe2\x81\xa8", -1);
  g_autofree char *half = g_strjoinv ("", a);
  g_auto (GStrv) b = g_strsplit (half, "\xe2\x81\xa9", -1);

  g_free (text);
  return g_strjoinv ("", b);
}

static EhBalance *
balance_of (EhDataset *project, const EhFilter *filter)
{
  eh_dataset_freeze (project);
  return eh_balance_new (project, filter);
}

typedef struct {
  const char *key;
  double people, insights, carried, p, q, r, v, c, expected, low, high, taken_up;
} Expected;

static void
test_worked_example (void)
{
  static const Expected expected[] = {
    { "public", 12, 21, 9, 0.5455, 0.3621, 0.3, 0.6638, 0.55, 31.6364, 0.3387, 0.4032, 0.4286 },
    { "staff", 3, 9, 6, 0.1364, 0.1552, 0.2, 1.1379, 1.4667, 7.9091, 0.1452, 0.2097, 0.6667 },
    { "research", 7, 28, 15, 0.3182, 0.4828, 0.5, 1.5172, 1.5714, 18.4545, 0.4516, 0.5161, 0.5357 },
  };
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhBalance) balance = balance_of (project, NULL);

  g_assert_cmpint (balance->audience, ==, EH_AUDIENCE_TEAM);
  g_assert_cmpint (balance->reference, ==, EH_REFERENCE_ROOM);
  g_assert_cmpuint (balance->n_groups, ==, 3);
  assert_figure (balance->people, 22);
  assert_figure (balance->insights, 58);
  assert_figure (balance->unattributed, 4);
  assert_figure (balance->unattributed_share, 4.0 / 62);
  assert_figure (balance->recommendations, 30);
  assert_figure (balance->untraced, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const EhBalanceGroup *group = eh_balance_find (balance, expected[i].key);

    assert_figure (group->people, expected[i].people);
    assert_figure (group->insights, expected[i].insights);
    assert_figure (group->carried, expected[i].carried);
    assert_figure (group->room_share, expected[i].p);
    assert_figure (group->voice_share, expected[i].q);
    assert_figure (group->carry_share, expected[i].r);
    assert_figure (group->voice_ratio, expected[i].v);
    assert_figure (group->carry_ratio, expected[i].c);
    assert_figure (group->expected, expected[i].expected);
    assert_figure (group->voice_low, expected[i].low);
    assert_figure (group->voice_high, expected[i].high);
    assert_figure (group->taken_up, expected[i].taken_up);
    assert_figure (group->touch, expected[i].carried / 30);
    assert_figure (group->silent, 0);
  }
  g_assert_false (eh_balance_find (balance, "staff")->may_say_shares);
  g_assert_true (eh_balance_find (balance, "research")->may_say_shares);
}

static void
test_sentence (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhBalance) balance = balance_of (project, NULL);
  g_autofree char *headline = plain (eh_sentence_balance_headline (balance));
  g_autofree char *staff = plain (
      eh_sentence_balance_group (balance, eh_balance_find (balance, "staff")));

  g_assert_cmpstr (headline, ==,
                   "Public contributors were 12 of 22 people. They gave 21 of 58 insights; about "
                   "32 would match the room. Insights from them make up 30% of the guidance. 4 "
                   "insights have no name, so their share of insights could be anything from 34% "
                   "to 40%.");
  /* Three people: counts, and neither a percentage nor an expectation. */
  g_assert_cmpstr (staff, ==,
                   "Health and care staff were 3 of 22 people. They gave 9 of 58 insights. "
                   "Something of theirs is behind 6 of 30 recommendations.");
}

/* An event with groups and no attendance, nobody and nothing recorded: not 0%, but nothing. */
static void
test_empty (void)
{
  g_autoptr (EhDataset) project = project_new ();
  g_autoptr (EhBalance) balance = NULL;
  g_autofree char *headline = NULL;

  for (guint i = 0; i < 6; i++) {
    g_autofree char *key = g_strdup_printf ("group-%u", i);

    project_group (project, key, key, key);
  }
  project_workshop (project, "Learning circles");
  balance = balance_of (project, NULL);
  g_assert_cmpint (balance->reference, ==, EH_REFERENCE_NONE);
  g_assert_cmpuint (balance->n_groups, ==, 6);
  assert_figure (balance->people, 0);
  assert_figure (balance->insights, 0);
  assert_undefined (balance->gini);
  assert_undefined (balance->unattributed_share);
  for (guint i = 0; i < 6; i++) {
    const EhBalanceGroup *group = &balance->groups[i];
    g_autofree char *people = eh_figure_to_count_text (group->people, 5);

    g_assert_cmpstr (people, ==, "not recorded");
    assert_undefined (group->room_share);
    assert_undefined (group->voice_share);
    assert_undefined (group->carry_share);
    assert_undefined (group->voice_ratio);
    assert_undefined (group->voice_low);
    assert_undefined (group->taken_up);
    assert_undefined (group->touch);
  }
  headline = eh_sentence_balance_headline (balance);
  g_assert_cmpstr (headline, ==, "No insights are recorded yet.");
}

/* Somebody named for an insight of a workshop came; who is known to have stayed away did not. */
static void
test_room (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "public", "Public", "public");
  EhId workshop = project_workshop (project, "One");
  EhId people[5];
  g_autoptr (EhBalance) balance = NULL;

  project_people (project, group, 5, people);
  project_attend (project, workshop, people[0]);
  project_say (project, project_insight (project, workshop), people[1]);
  project_attend (project, workshop, people[2])->status = EH_PRESENCE_APOLOGIES;
  project_say (project, project_insight (project, workshop), people[2]);
  project_say (project, project_insight (project, EH_ID_NONE), people[3]);
  balance = balance_of (project, NULL);
  g_assert_cmpint (balance->reference, ==, EH_REFERENCE_ROOM);
  assert_figure (balance->people, 2);
  assert_figure (balance->insights, 3);
  assert_figure (balance->silent, 1);
  assert_figure (balance->groups[0].silent, 1);
}

/* A list of people with no attendance is compared with itself, silent people included. */
static void
test_no_attendance (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "participants", "Participants", "participant");
  EhId people[8];
  g_autoptr (EhBalance) balance = NULL;

  project_people (project, group, 8, people);
  for (guint i = 0; i < 6; i++)
    project_say (project, project_insight (project, EH_ID_NONE), people[0]);
  balance = balance_of (project, NULL);
  g_assert_cmpint (balance->reference, ==, EH_REFERENCE_RECORDED);
  assert_figure (balance->people, 8);
  assert_figure (balance->silent, 7);
  assert_figure (balance->gini, 7.0 / 8);
  assert_figure (balance->gini_corrected, 1);
  assert_figure (balance->groups[0].top_share, 1);
  assert_undefined (balance->groups[0].without_top);
}

/* k contributors have 1/k each; the hat of an insight, then of the day, then their own. */
static void
test_hats (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId public = project_group (project, "public", "Public", "public");
  EhId staff = project_group (project, "staff", "Staff", "staff");
  EhId facilitators = project_facilitators (project);
  EhId one = project_workshop (project, "One");
  EhId two = project_workshop (project, "Two");
  EhId nurse = project_person (project, "Nurse", staff);
  EhId carer = project_person (project, "Carer", public);
  EhId host = project_person (project, "Host", facilitators);
  EhInsight *insight;
  g_autoptr (EhBalance) balance = NULL;
  g_autoptr (EhBalance) day = NULL;
  EhFilter filter = { .workshop_id = two };

  project_attend (project, one, nurse);
  project_attend (project, two, nurse)->role_group_id = public;
  project_attend (project, one, carer);
  project_attend (project, one, host);
  /* At the second workshop the nurse is a public contributor, except where an insight says not. */
  project_say (project, project_insight (project, two), nurse);
  project_say (project, project_insight (project, two), nurse)->speaking_as = staff;
  /* Three share this one, of whom the facilitator does not count: halves. */
  insight = project_insight (project, one);
  project_say (project, insight, nurse);
  project_say (project, insight, carer);
  project_say (project, insight, host);
  /* And this is the facilitator's alone. */
  project_say (project, project_insight (project, one), host);
  eh_dataset_freeze (project);
  balance = eh_balance_new (project, NULL);
  assert_figure (balance->people, 2);
  assert_figure (balance->insights, 3);
  assert_figure (balance->outside, 1);
  g_assert_cmpuint (balance->n_groups, ==, 2);
  assert_figure (eh_balance_find (balance, "public")->insights, 1.5);
  assert_figure (eh_balance_find (balance, "staff")->insights, 1.5);
  /* One hat each way: their own. */
  assert_figure (eh_balance_find (balance, "staff")->people, 1);
  day = eh_balance_new (project, &filter);
  assert_figure (day->people, 1);
  assert_figure (eh_balance_find (day, "public")->people, 1);
  assert_figure (eh_balance_find (day, "staff")->people, 0);
  assert_figure (eh_balance_find (day, "staff")->insights, 1);
  assert_undefined (eh_balance_find (day, "staff")->voice_ratio);
}

/* Group alone, nobody, withdrawn, unwilling, parked, and with no group. */
static void
test_who_counts (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId public = project_group (project, "public", "Public", "public");
  EhId gone = project_person (project, "Gone", public);
  EhId unwilling = project_person (project, "Unwilling", public);
  EhId stays = project_person (project, "Stays", public);
  EhId loose = project_person (project, "Loose", EH_ID_NONE);
  EhInsight *shared;
  EhBlock *block;
  g_autoptr (EhBalance) balance = NULL;

  project_find (project, gone)->withdrawal = EH_WITHDRAWAL_REMOVE_UNPUBLISHED;
  project_consent (project, unwilling, EH_QUOTE_LEVEL_NAMED)->take_part = EH_ANSWER_NO;
  project_insight (project, EH_ID_NONE)->role_group_id = public;
  project_insight (project, EH_ID_NONE);
  block = project_recommend (project);
  shared = project_insight (project, EH_ID_NONE);
  project_say (project, shared, gone);
  project_rest (project, block, shared);
  shared = project_insight (project, EH_ID_NONE);
  project_say (project, shared, gone);
  project_say (project, shared, stays);
  shared->parked = TRUE;
  project_say (project, project_insight (project, EH_ID_NONE), unwilling);
  project_say (project, project_insight (project, EH_ID_NONE), loose);
  balance = balance_of (project, NULL);
  assert_figure (balance->people, 2);
  assert_figure (balance->insights, 3);
  assert_figure (balance->unattributed, 1);
  assert_figure (eh_balance_find (balance, "public")->insights, 2);
  assert_figure (eh_balance_find (balance, "none")->insights, 1);
  /* What it rested on was taken back. */
  assert_figure (balance->untraced, 1);
}

/* What supports or shapes carries, in equal parts; what disagrees does not; what is put down as not
 * done is no longer in force; what rests on nothing is counted apart. */
static void
test_carry (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId public = project_group (project, "public", "Public", "public");
  EhId staff = project_group (project, "staff", "Staff", "staff");
  EhId a = project_person (project, "A", public);
  EhId b = project_person (project, "B", staff);
  EhInsight *from_a = project_insight (project, EH_ID_NONE);
  EhInsight *from_b = project_insight (project, EH_ID_NONE);
  EhInsight *from_nobody = project_insight (project, EH_ID_NONE);
  EhBlock *block;
  g_autoptr (EhBalance) balance = NULL;

  project_say (project, from_a, a);
  project_say (project, from_b, b);
  block = project_recommend (project);
  project_rest (project, block, from_a);
  project_rest (project, block, from_b)->stance = EH_STANCE_DISAGREES;
  block = project_recommend (project);
  project_rest (project, block, from_a)->stance = EH_STANCE_SHAPES;
  project_rest (project, block, from_b);
  project_rest (project, block, from_nobody);
  project_recommend (project);
  block = project_recommend (project);
  project_rest (project, block, from_b);
  block->status = EH_BLOCK_STATUS_NOT_DONE;
  balance = balance_of (project, NULL);
  assert_figure (balance->recommendations, 3);
  assert_figure (balance->untraced, 1);
  assert_figure (balance->carried_unattributed, 1.0 / 3);
  assert_figure (eh_balance_find (balance, "public")->carried, 4.0 / 3);
  assert_figure (eh_balance_find (balance, "staff")->carried, 1.0 / 3);
  assert_figure (eh_balance_find (balance, "public")->carry_share, 0.8);
  assert_figure (eh_balance_find (balance, "public")->touch, 2.0 / 3);
  assert_figure (eh_balance_find (balance, "staff")->touch, 1.0 / 3);
  assert_figure (eh_balance_find (balance, "public")->taken_up, 1);
}

/* Of random projects: shares add up to 1, and every insight that counts is somebody's once. */
static void
test_shares_add_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 100; round++) {
    g_autoptr (EhDataset) project = project_new ();
    EhId people[30];
    guint n = (guint) g_rand_int_range (rand, 0, 60);
    double p = 0, q = 0, r = 0, insights = 0;
    g_autoptr (EhBalance) balance = NULL;

    for (guint i = 0; i < 3; i++) {
      g_autofree char *key = g_strdup_printf ("%u", i);

      project_people (project, project_group (project, key, key, key), 10, &people[i * 10]);
    }
    for (guint i = 0; i < n; i++) {
      EhInsight *insight = project_insight (project, EH_ID_NONE);
      guint first = (guint) g_rand_int_range (rand, 0, 30);

      for (guint k = 0; k < (guint) g_rand_int_range (rand, 0, 4); k++)
        project_say (project, insight, people[(first + k * 7) % 30]);
      if (g_rand_int_range (rand, 0, 3) == 0)
        project_rest (project, project_recommend (project), insight);
    }
    balance = balance_of (project, NULL);
    for (guint i = 0; i < balance->n_groups; i++) {
      p += balance->groups[i].room_share.value;
      q += balance->groups[i].voice_share.value;
      r += balance->groups[i].carry_share.value;
      insights += balance->groups[i].insights.value;
    }
    assert_figure (balance->insights, insights);
    g_assert_cmpfloat_with_epsilon (balance->insights.value + balance->unattributed.value, n, 1e-9);
    g_assert_cmpfloat_with_epsilon (p, 1, 1e-9);
    g_assert_cmpfloat_with_epsilon (q, balance->insights.value > 0 ? 1 : 0, 1e-9);
    if (r > 0)
      g_assert_cmpfloat_with_epsilon (r, 1, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/balance/worked-example", test_worked_example);
  g_test_add_func ("/balance/sentence", test_sentence);
  g_test_add_func ("/balance/empty", test_empty);
  g_test_add_func ("/balance/room", test_room);
  g_test_add_func ("/balance/no-attendance", test_no_attendance);
  g_test_add_func ("/balance/hats", test_hats);
  g_test_add_func ("/balance/who-counts", test_who_counts);
  g_test_add_func ("/balance/carry", test_carry);
  g_test_add_func ("/balance/shares-add-up", test_shares_add_up);
  return g_test_run ();
}
