/* Flow: from who spoke, over what it was about, to what the guidance says. What of it may leave the
 * program is in eh-public-flow.c. */

#include "eh-flow.h"

#include "eh-measures.h"
#include "eh-placements.h"
#include "eh-tally.h"

/**
 * eh_flow_alloc:
 * @given: (transfer full): role groups across categories
 * @used: (transfer full): these categories across recommendations
 *
 * Returns: (transfer full): the flow, for whoever makes one
 */
EhFlow *
eh_flow_alloc (EhCrosstab *given, EhCrosstab *used)
{
  EhFlow *self = g_atomic_rc_box_new0 (EhFlow);

  self->audience = given->audience;
  self->threshold = given->threshold;
  self->given = given;
  self->used = used;
  return self;
}

/**
 * eh_flow_ref:
 * @self: a flow
 *
 * Returns: (transfer full): @self
 */
EhFlow *
eh_flow_ref (EhFlow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_flow_clear (gpointer data)
{
  EhFlow *self = data;

  eh_crosstab_unref (self->given);
  eh_crosstab_unref (self->used);
}

/**
 * eh_flow_unref:
 * @self: (transfer full): a flow
 */
void
eh_flow_unref (EhFlow *self)
{
  g_atomic_rc_box_release_full (self, eh_flow_clear);
}

/**
 * eh_flow_unused_column:
 * @self: a flow
 *
 * Returns: which column of what is used counts what no recommendation rests on; -1 for none
 */
int
eh_flow_unused_column (const EhFlow *self)
{
  for (guint j = 0; j < self->used->n_columns; j++)
    if (self->used->columns[j].kind == EH_LINE_UNSORTED)
      return (int) j;
  return -1;
}

/**
 * eh_flow_unused:
 * @self: a flow
 *
 * Returns: insights that no recommendation rests on
 */
EhFigure
eh_flow_unused (const EhFlow *self)
{
  int column = eh_flow_unused_column (self);

  return column < 0 ? eh_figure_known (0) : self->used->columns[column].total;
}

/**
 * eh_flow_count:
 * @voices: who said what
 * @given: what falls where, of role groups across categories
 * @used: what falls where, of categories across recommendations
 *
 * Returns: (transfer full): the flow, exact, for the team
 */
EhFlow *
eh_flow_count (const EhVoices *voices, const EhPlacements *given, const EhPlacements *used)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis categories = { .kind = EH_AXIS_CATEGORY };
  const EhAxis recommendations = { .kind = EH_AXIS_RECOMMENDATION };
  EhFlow *self = eh_flow_alloc (eh_crosstab_count (voices, given, groups, categories),
                                eh_crosstab_count (voices, used, categories, recommendations));
  GPtrArray *blocks = voices->dataset->blocks;
  EhId guidance_id = eh_tally_guidance (voices);

  for (guint i = 0; i < blocks->len; i++)
    self->n_recommendations += eh_tally_is_in_force (blocks->pdata[i], guidance_id);
  for (guint j = 0; j < self->used->n_columns; j++)
    self->n_untraced += self->used->columns[j].kind == EH_LINE_UNTRACED;
  return self;
}

/**
 * eh_flow_place:
 * @voices: who said what
 * @used: (out) (transfer full): of categories across recommendations
 *
 * Returns: (transfer full): what falls where, of role groups across categories
 */
EhPlacements *
eh_flow_place (EhVoices *voices, EhPlacements **used)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis categories = { .kind = EH_AXIS_CATEGORY, .most = EH_FLOW_CATEGORIES };
  const EhAxis recommendations = { .kind = EH_AXIS_RECOMMENDATION,
                                   .most = EH_FLOW_RECOMMENDATIONS };

  *used = eh_placements_new_shared (voices, categories, recommendations);
  return eh_placements_new_shared (voices, groups, categories);
}

/**
 * eh_flow_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at; %NULL for everything
 *
 * Returns: (transfer full): the flow, exact, for the team's own view
 */
EhFlow *
eh_flow_new (EhDataset *dataset, const EhFilter *filter)
{
  g_autoptr (EhVoices) voices = eh_voices_new (dataset, filter);
  g_autoptr (EhPlacements) used = NULL;
  g_autoptr (EhPlacements) given = eh_flow_place (voices, &used);

  return eh_flow_count (voices, given, used);
}
