/* When things were said, and how early people were let in, as they may leave the program. */

#include "eh-public-crosstab-private.h"
#include "eh-stage-map-private.h"
#include "eh-timeline-private.h"

/**
 * eh_public_dataset_timeline:
 * @self: what may leave the program
 * @filter: (nullable): what to look at; see eh_timeline_new(); a role group is not heeded
 *
 * The stretches of time are longer than in the team's own view, so that more people are behind
 * each.
 *
 * Returns: (transfer full): the timeline
 */
EhTimeline *
eh_public_dataset_timeline (EhPublicDataset *self, const EhFilter *filter)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  EhFilter narrow = filter != NULL ? *filter : (EhFilter){ 0 };
  EhAxis axis;
  EhTimeline *timeline = eh_timeline_plan (self->dataset, &narrow, EH_TIMELINE_PUBLIC, &axis);

  for (guint i = 0; i < timeline->n_bands; i++) {
    char *title = eh_public_dataset_nameless (self, timeline->bands[i].title);

    g_free (timeline->bands[i].title);
    timeline->bands[i].title = title;
  }
  /* Stretches of time are those of one workshop, so that is the whole here. */
  narrow.role_group_id = EH_ID_NONE;
  timeline->counts = eh_public_crosstab_within (self, groups, axis, &narrow,
                                                (EhFilter){ .workshop_id = narrow.workshop_id });
  return timeline;
}

/* The people of a stage are a line of groups with a total. */
static EhSuppress *
suppress_stage (EhPublicDataset *self, guint stage)
{
  guint n = self->voices->n_groups;
  EhSuppress *line = eh_suppress_new (self->threshold, 1, 2);
  g_autofree guint *elements = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    elements[i] = eh_suppress_add (line, 0, 1);
  for (guint person = 0; person < self->voices->n_persons; person++) {
    int group = eh_stage_map_group_at (self->voices, person, stage);

    if (group != EH_OUTSIDE)
      eh_suppress_put (line, elements[group], person, 1);
  }
  eh_suppress_add_line (line, elements, n, eh_suppress_add (line, 1, 0));
  for (guint i = 0; i < n; i++)
    if (self->mask->people[i])
      eh_suppress_force (line, elements[i]);
  eh_suppress_run (line);
  return line;
}

/* Where all groups' totals but one are shown, the sum of all would give that one away; and each is
 * withheld that the balance withholds. */
static void
mask_totals (EhPublicDataset *self, EhCrosstab *people)
{
  gboolean small = people->total.value > 0 && people->total.value < self->threshold;
  g_autoptr (EhSuppress) line = eh_suppress_new (self->threshold, 1, 2);
  g_autofree guint *elements = g_new (guint, people->n_rows + 1);
  guint person = 0;

  for (guint i = 0; i < people->n_rows; i++) {
    elements[i] = eh_suppress_add (line, 0, 1);
    /* Everybody is in one group here, so that any number stands for a person. */
    for (guint k = 0; k < (guint) people->rows[i].total.value; k++)
      eh_suppress_put (line, elements[i], person++, 1);
    if (self->mask->people[i])
      eh_suppress_force (line, elements[i]);
  }
  eh_suppress_add_line (line, elements, people->n_rows, eh_suppress_add (line, 1, 0));
  eh_suppress_run (line);
  for (guint i = 0; i < people->n_rows; i++)
    if (eh_suppress_is_hidden (line, elements[i]))
      people->rows[i].total = eh_figure_protected ();
  if (small || eh_suppress_is_hidden (line, people->n_rows))
    people->total = eh_figure_protected ();
}

/**
 * eh_public_dataset_stage_map:
 * @self: what may leave the program
 *
 * A group whose people the balance withholds is withheld at every stage, also where it has nobody.
 *
 * Returns: (transfer full): the stage map
 */
EhStageMap *
eh_public_dataset_stage_map (EhPublicDataset *self)
{
  EhStageMap *map = eh_stage_map_count (self->voices);
  EhCrosstab *people = map->people;
  g_autofree gboolean *needed = eh_stage_map_needed (map, self->voices);

  people->audience = EH_AUDIENCE_PUBLIC;
  people->threshold = self->threshold;
  for (guint j = 0; j < people->n_columns; j++) {
    g_autoptr (EhSuppress) line = suppress_stage (self, j);

    /* That there was no workshop is no secret. */
    if (people->columns[j].kind != EH_LINE_PLAIN)
      continue;
    for (guint i = 0; i < people->n_rows; i++)
      if (eh_suppress_is_hidden (line, i))
        eh_crosstab_cell (people, i, j)->count = eh_figure_protected ();
    if (eh_suppress_is_hidden (line, people->n_rows))
      people->columns[j].total = eh_figure_protected ();
  }
  mask_totals (self, people);
  eh_stage_map_keep (map, needed);
  return map;
}
