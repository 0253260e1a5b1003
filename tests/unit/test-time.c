/* When things were said, how early people were let in, and who has been heard: counted by hand, and
 * nothing of it that can be worked back where it is shared. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-sentence.h"
#include "eh-text.h"
#include "project-fixture.h"
#include "work-back.h"

#include <string.h>

static int
find_line (const EhCrosstabLine *lines, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (lines[i].key, key))
      return (int) i;
  g_assert_not_reached ();
}

static double
count_at (const EhCrosstab *crosstab, const char *row, const char *column)
{
  guint i = (guint) find_line (crosstab->rows, crosstab->n_rows, row);
  guint j = (guint) find_line (crosstab->columns, crosstab->n_columns, column);

  return eh_crosstab_cell (crosstab, i, j)->count.value;
}

static gint64
at_clock (int hour, int minute)
{
  g_autoptr (GDateTime) when = g_date_time_new_local (2026, 11, 12, hour, minute, 30);

  return g_date_time_to_unix (when);
}

static EhInsight *
say_at (EhDataset *project, EhId workshop, EhId person, gint64 when)
{
  EhInsight *insight = project_insight (project, workshop);

  insight->said_at = when;
  if (person != EH_ID_NONE)
    project_say (project, insight, person);
  return insight;
}

static void
add_activity (EhDataset *project, EhId workshop, const char *title, gint64 minutes)
{
  EhActivity *row = eh_activity_new ();

  row->id = 700000 + project->activities->len;
  row->workshop_id = workshop;
  row->minutes = minutes;
  eh_set_str (&row->title, title);
  g_ptr_array_add (project->activities, row);
}

/* From 14:00, with a run sheet of two hours: stretches of five minutes; what was typed in the next
 * day has no time of that day. */
static void
test_timeline (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId group = project_group (project, "public", "Public", "public contributor");
  EhId asha = project_person (project, "Asha", group);
  EhId earlier = project_workshop (project, "Workshop 1");
  EhId later = project_workshop (project, "Workshop 2");
  EhWorkshop *workshop = project->workshops->pdata[1];
  g_autoptr (EhTimeline) timeline = NULL;
  g_autofree char *headline = NULL;

  eh_set_str (&workshop->date, "2026-11-12");
  eh_set_str (&workshop->start_time, "14:00");
  add_activity (project, later, "Welcome", 30);
  add_activity (project, earlier, "Elsewhere", 30);
  add_activity (project, later, "Round one", 90);
  say_at (project, earlier, asha, at_clock (9, 0));
  say_at (project, later, asha, at_clock (14, 2));
  say_at (project, later, asha, at_clock (14, 4));
  say_at (project, later, EH_ID_NONE, at_clock (14, 40));
  say_at (project, later, asha, at_clock (15, 59));
  say_at (project, later, asha, at_clock (14, 2) + 86400);
  say_at (project, later, asha, 0);
  eh_dataset_freeze (project);

  timeline = eh_timeline_new (project, NULL);
  g_assert_cmpstr (timeline->workshop, ==, "Workshop 2");
  g_assert_cmpuint (timeline->minutes, ==, 5);
  g_assert_cmpuint (timeline->n_stretches, ==, 24);
  g_assert_cmpfloat (count_at (timeline->counts, "public", "14:00"), ==, 2);
  g_assert_cmpfloat (count_at (timeline->counts, "unnamed", "14:40"), ==, 1);
  g_assert_cmpfloat (count_at (timeline->counts, "public", "15:55"), ==, 1);
  g_assert_cmpfloat (eh_timeline_untimed (timeline).value, ==, 2);
  g_assert_cmpfloat (timeline->counts->total.value, ==, 6);
  g_assert_cmpuint (timeline->n_bands, ==, 2);
  g_assert_cmpint (timeline->bands[1].start, ==, 30);
  g_assert_cmpint (timeline->bands[1].minutes, ==, 90);
  headline = eh_sentence_timeline_headline (timeline);
  g_assert_nonnull (strstr (headline,
                            "4 of 6 insights have a time. The fullest time was from 14:00 "
                            "to 14:05: 2 insights. From 14:45 to 15:55 nothing was "
                            "recorded."));
}

static void
test_no_time (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhTimeline) timeline = NULL;

  eh_dataset_freeze (project);
  timeline = eh_timeline_new (project, NULL);
  g_assert_cmpuint (timeline->n_stretches, ==, 0);
  g_assert_cmpfloat (eh_timeline_untimed (timeline).value, ==, 62);
}

/* One person twice at a stage is one; at two stages they are one in their group's total. */
static void
test_stages (void)
{
  g_autoptr (EhDataset) project = project_new ();
  EhId groups[2] = { project_group (project, "public", "Public contributors", "p"),
                     project_group (project, "research", "Researchers", "r") };
  EhId asha = project_person (project, "Asha", groups[0]);
  EhId ben = project_person (project, "Ben", groups[1]);
  EhId workshops[4] = { project_workshop (project, "A"), project_workshop (project, "B"),
                        project_workshop (project, "C"), project_workshop (project, "D") };
  g_autoptr (EhStageMap) map = NULL;
  g_auto (GStrv) sentences = NULL;
  EhInsight *insight;

  ((EhWorkshop *) project->workshops->pdata[0])->stage = EH_STAGE_OF_WORK_AGENDA;
  ((EhWorkshop *) project->workshops->pdata[1])->stage = EH_STAGE_OF_WORK_SENSE;
  ((EhWorkshop *) project->workshops->pdata[2])->stage = EH_STAGE_OF_WORK_SENSE;
  project_attend (project, workshops[0], ben);
  project_attend (project, workshops[1], ben);
  project_attend (project, workshops[1], asha);
  project_attend (project, workshops[2], asha);
  project_attend (project, workshops[3], asha);
  /* Was there although nobody wrote down that she was. */
  insight = project_insight (project, workshops[0]);
  project_say (project, insight, project_person (project, "Nia", groups[1]));
  eh_dataset_freeze (project);

  map = eh_stage_map_new (project);
  g_assert_cmpuint (map->n_unsaid, ==, 1);
  g_assert_cmpfloat (count_at (map->people, "public", "agenda"), ==, 0);
  g_assert_cmpfloat (count_at (map->people, "research", "agenda"), ==, 2);
  g_assert_cmpfloat (count_at (map->people, "public", "sense"), ==, 1);
  g_assert_cmpfloat (count_at (map->people, "research", "sense"), ==, 1);
  g_assert_cmpfloat (map->people->rows[0].total.value, ==, 1);
  g_assert_cmpfloat (map->people->rows[1].total.value, ==, 2);
  g_assert_cmpfloat (map->people->total.value, ==, 3);
  g_assert_cmpint (map->people->columns[1].kind, ==, EH_LINE_UNNAMED);
  sentences = eh_sentence_stage_map_all (map);
  g_assert_nonnull (strstr (sentences[0], "were first there at this stage: "));
  g_assert_nonnull (strstr (sentences[0], "Making sense of it"));
}

static void
test_people (void)
{
  g_autoptr (EhDataset) project = project_worked_example ();
  g_autoptr (EhPeople) people = NULL;
  g_autofree char *headline = NULL;
  double sum = 0;

  for (guint i = 0; i < 4; i++) {
    EhTurn *turn = eh_turn_new ();

    turn->id = 800000 + i;
    turn->participant_id = ((EhParticipant *) project->participants->pdata[0])->id;
    /* One of them was let pass, and is none. */
    turn->passed = i == 3;
    g_ptr_array_add (project->turns, turn);
  }
  project_person (project, "Never came", ((EhRoleGroup *) project->role_groups->pdata[0])->id);
  eh_dataset_freeze (project);
  people = eh_people_new (project, NULL);
  g_assert_cmpuint (people->n_people, ==, 22);
  g_assert_true (people->has_turns);
  g_assert_cmpuint (people->people[0].turns, ==, 3);
  for (guint i = 0; i < people->n_people; i++)
    sum += people->people[i].insights;
  g_assert_cmpfloat (sum, ==, 58);
  headline = eh_sentence_people_headline (people);
  g_assert_cmpstr (headline, ==, "Everybody who came gave at least one insight that was recorded.");
}

/* Three workshops at three stages, people who come and go, insights at odd minutes. */
static EhDataset *
random_project (GRand *rand)
{
  EhDataset *project = project_new ();
  EhId workshops[3];
  EhId people[48];
  guint n_people = 0;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *key = g_strdup_printf ("g%u", i);
    guint n = (guint) g_rand_int_range (rand, 2, 15);

    workshops[i] = project_workshop (project, key);
    ((EhWorkshop *) project->workshops->pdata[i])->stage = (EhStageOfWork) g_rand_int_range (rand,
                                                                                             0, 4);
    project_people (project, project_group (project, key, key, key), n, &people[n_people]);
    n_people += n;
  }
  for (guint i = 0; i < n_people; i++)
    for (guint j = 0; j < 3; j++)
      if (g_rand_int_range (rand, 0, 3) > 0)
        project_attend (project, workshops[j], people[i]);
  for (gint32 i = g_rand_int_range (rand, 0, 1500); i > 0; i--)
    say_at (project, workshops[g_rand_int_range (rand, 0, 3)],
            people[g_rand_int_range (rand, 0, (gint32) n_people)],
            at_clock (13, 0) + g_rand_int_range (rand, 0, 3600));
  eh_dataset_freeze (project);
  return project;
}

/* The exact counts of the stretches that others are told of, which are longer than the team's. */
static EhCrosstab *
exact_of (EhDataset *project, const EhTimeline *told)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  EhFilter filter = { 0 };

  for (guint i = 0; i < project->workshops->len; i++) {
    const EhWorkshop *workshop = project->workshops->pdata[i];

    if (g_strcmp0 (workshop->title, told->workshop) == 0)
      filter.workshop_id = workshop->id;
  }
  return eh_crosstab_new (project, groups, told->counts->column_axis, &filter);
}

/* The stage map with the workshops' numbers of people, which documents tell too. */
static void
try_stages (EhDataset *project, EhPublicDataset *gate)
{
  g_autoptr (EhStageMap) is = eh_stage_map_new (project);
  g_autoptr (EhStageMap) told = eh_public_dataset_stage_map (gate);
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (gate);
  g_autoptr (WorkBack) observer = work_back_new ();

  g_assert_cmpuint (told->people->n_rows, ==, is->people->n_rows);
  for (guint j = 0; j < is->people->n_columns; j++) {
    g_autofree guint *cells = g_new (guint, is->people->n_rows);
    guint total = work_back_add (observer, told->people->columns[j].total,
                                 is->people->columns[j].total.value);
    guint n = 0;

    for (guint i = 0; i < is->people->n_rows; i++)
      cells[i] = work_back_add (observer, eh_crosstab_cell (told->people, i, j)->count,
                                eh_crosstab_cell (is->people, i, j)->count.value);
    work_back_sum (observer, total, cells, is->people->n_rows);
    for (guint i = 0; i < workshops->len; i++) {
      const EhWorkshop *workshop = project->workshops->pdata[i];
      const EhPublicWorkshop *shown = workshops->pdata[i];

      if (workshop->stage != (EhStageOfWork) (j + 1))
        continue;
      n++;
      if (n == 1 && eh_figure_is_known (shown->people) &&
          shown->people.value == is->people->columns[j].total.value)
        work_back_same (observer, total,
                        work_back_add (observer, shown->people, shown->people.value));
    }
  }
  work_back_check (observer, 1, 5);
}

static void
test_work_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_told = 0;

  for (guint round = 0; round < 60; round++) {
    g_autoptr (EhDataset) project = random_project (rand);
    g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (project, NULL, NULL);
    g_autoptr (EhTimeline) told = eh_public_dataset_timeline (gate, NULL);
    g_autoptr (EhCrosstab) is = exact_of (project, told);
    g_autoptr (WorkBack) observer = work_back_new ();

    work_back_crosstab (observer, told->counts, is, NULL, NULL);
    work_back_check (observer, 1, 5);
    for (guint i = 0; i < told->counts->n_rows * told->counts->n_columns; i++)
      n_told += told->counts->cells[i].count.value > 0;
    try_stages (project, gate);
  }
  g_assert_cmpuint (n_told, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/timeline", test_timeline);
  g_test_add_func ("/time/no-time", test_no_time);
  g_test_add_func ("/time/stages", test_stages);
  g_test_add_func ("/time/people", test_people);
  g_test_add_func ("/time/work-back", test_work_back);
  return g_test_run ();
}
