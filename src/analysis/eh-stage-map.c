/* How early people were let in: who was there at which stage of the work.
 *
 * People are counted, not what they said. Somebody who came twice at a stage counts once there,
 * under the hat of the first time. People do not add up along a group's row, because one person can
 * be there at several stages; down a stage's column they do. */

#include "eh-stage-map-private.h"

#include "eh-measures.h"

#define N_STAGES (EH_STAGE_OF_WORK_N_VALUES - 1)

/**
 * eh_stage_map_alloc:
 * @people: (transfer full): role groups across stages
 *
 * Returns: (transfer full): a stage map, for whoever makes one
 */
EhStageMap *
eh_stage_map_alloc (EhCrosstab *people)
{
  EhStageMap *self = g_atomic_rc_box_new0 (EhStageMap);

  self->people = people;
  return self;
}

/**
 * eh_stage_map_ref:
 * @self: a stage map
 *
 * Returns: (transfer full): @self
 */
EhStageMap *
eh_stage_map_ref (EhStageMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_stage_map_clear (gpointer data)
{
  eh_crosstab_unref (((EhStageMap *) data)->people);
}

/**
 * eh_stage_map_unref:
 * @self: (transfer full): a stage map
 */
void
eh_stage_map_unref (EhStageMap *self)
{
  g_atomic_rc_box_release_full (self, eh_stage_map_clear);
}

/**
 * eh_stage_map_group_at:
 * @voices: who said what, of everything
 * @person: index of a participant
 * @stage: index of a stage, from 0
 *
 * Returns: the role group in which they were there at that stage, or %EH_OUTSIDE
 */
int
eh_stage_map_group_at (const EhVoices *voices, guint person, guint stage)
{
  GPtrArray *workshops = voices->dataset->workshops;

  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];
    int group = EH_OUTSIDE;

    if ((guint) workshop->stage != stage + 1)
      continue;
    group = eh_voices_group_at (voices, person, i);
    if (group != EH_OUTSIDE)
      return group;
  }
  return EH_OUTSIDE;
}

static void
fill_stages (EhStageMap *self, const EhVoices *voices)
{
  GPtrArray *workshops = voices->dataset->workshops;

  for (guint j = 0; j < N_STAGES; j++) {
    EhCrosstabLine *line = &self->people->columns[j];

    line->id = j + 1;
    line->key = g_strdup (eh_vocabulary_key (&eh_stage_of_work_vocabulary, (int) j + 1));
    line->label = g_strdup (eh_vocabulary_label (&eh_stage_of_work_vocabulary, (int) j + 1));
    line->slot = -1;
    line->kind = EH_LINE_UNNAMED;
    line->total = eh_figure_known (0);
  }
  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];

    if (workshop->stage == EH_STAGE_OF_WORK_NONE)
      self->n_unsaid++;
    else
      self->people->columns[workshop->stage - 1].kind = EH_LINE_PLAIN;
  }
}

/* Counts each person at each stage, and once for the group that they were in first. */
static void
count_people (EhStageMap *self, const EhVoices *voices)
{
  EhCrosstab *people = self->people;
  double total = 0;

  for (guint i = 0; i < people->n_rows * people->n_columns; i++)
    people->cells[i].count = eh_figure_known (0);
  for (guint person = 0; person < voices->n_persons; person++) {
    int first = EH_OUTSIDE;

    for (guint j = 0; j < people->n_columns; j++) {
      int group = eh_stage_map_group_at (voices, person, j);

      if (group == EH_OUTSIDE)
        continue;
      eh_crosstab_cell (people, (guint) group, j)->count.value++;
      people->columns[j].total.value++;
      first = first == EH_OUTSIDE ? group : first;
    }
    if (first != EH_OUTSIDE)
      people->rows[first].total.value++;
    total += first != EH_OUTSIDE;
  }
  people->total = eh_figure_known (total);
}

/**
 * eh_stage_map_count:
 * @voices: who said what, of everything
 *
 * Returns: (transfer full): the stage map, exact, for the team; a row for every role group
 */
EhStageMap *
eh_stage_map_count (const EhVoices *voices)
{
  EhStageMap *self = eh_stage_map_alloc (eh_crosstab_alloc (voices->n_groups, N_STAGES));
  EhCrosstab *people = self->people;

  people->audience = EH_AUDIENCE_TEAM;
  people->threshold = (guint) voices->dataset->project->threshold;
  people->row_axis.kind = EH_AXIS_ROLE_GROUP;
  people->column_axis.kind = EH_AXIS_STAGE;
  people->unit = EH_UNIT_PEOPLE;
  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *group = voices->groups->pdata[i];
    EhCrosstabLine *line = &people->rows[i];

    line->id = group != NULL ? group->id : EH_ID_NONE;
    line->key = g_strdup (group != NULL ? group->key : "none");
    line->label = g_strdup (group != NULL ? group->label : eh_voices_no_group_label ());
    line->slot = group != NULL ? (int) group->slot : -1;
    line->total = eh_figure_known (0);
  }
  fill_stages (self, voices);
  count_people (self, voices);
  return self;
}

/**
 * eh_stage_map_needed:
 * @self: a stage map with exact numbers and a row for every role group
 * @voices: what it was counted of
 *
 * Returns: (transfer full) (array): for each row whether it is to be shown: not of groups that
 * nobody is in and that are offered no more, nor of people with no group where there is none
 */
gboolean *
eh_stage_map_needed (const EhStageMap *self, const EhVoices *voices)
{
  gboolean *needed = g_new0 (gboolean, voices->n_groups + 1);

  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *group = voices->groups->pdata[i];

    needed[i] = self->people->rows[i].total.value > 0 || (group != NULL && !group->retired);
  }
  return needed;
}

/**
 * eh_stage_map_keep:
 * @self: a stage map with a row for every role group
 * @needed: (array): for each row whether it stays
 */
void
eh_stage_map_keep (EhStageMap *self, const gboolean *needed)
{
  EhCrosstab *all = self->people;
  guint n = 0;

  for (guint i = 0; i < all->n_rows; i++) {
    if (!needed[i]) {
      g_free (all->rows[i].key);
      g_free (all->rows[i].label);
      continue;
    }
    all->rows[n] = all->rows[i];
    for (guint j = 0; j < all->n_columns; j++)
      all->cells[n * all->n_columns + j] = all->cells[i * all->n_columns + j];
    n++;
  }
  all->n_rows = n;
}

/**
 * eh_stage_map_new:
 * @dataset: a frozen dataset
 *
 * Returns: (transfer full): the stage map, exact, for the team's own view
 */
EhStageMap *
eh_stage_map_new (EhDataset *dataset)
{
  g_autoptr (EhVoices) voices = eh_voices_new (dataset, NULL);
  EhStageMap *self = eh_stage_map_count (voices);
  g_autofree gboolean *needed = eh_stage_map_needed (self, voices);

  eh_stage_map_keep (self, needed);
  return self;
}
