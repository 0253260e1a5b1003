/* The flow as it may leave the program: two crosstabs that have the totals of the categories in
 * common, so that what the one withholds of these the other must. */

#include "eh-public-crosstab-private.h"

/* The two tables while it is being found out what to withhold. */
typedef struct {
  EhPublicDataset *dataset;
  const EhVoices *voices;
  const EhPlacements *given_places;
  const EhPlacements *used_places;
  const EhFlow *flow;
  EhSuppress *given;
  EhSuppress *used;
} Tables;

static void
run (Tables *self, const gboolean *forced)
{
  g_clear_pointer (&self->given, eh_suppress_free);
  g_clear_pointer (&self->used, eh_suppress_free);
  self->given = eh_public_crosstab_suppress (self->dataset, self->voices, self->given_places,
                                             self->flow->given, NULL, forced);
  self->used = eh_public_crosstab_suppress (self->dataset, self->voices, self->used_places,
                                            self->flow->used, forced, NULL);
}

/* Names the categories whose total one of the tables withholds. Returns whether there is another
 * than before. */
static gboolean
join (const Tables *self, gboolean *forced)
{
  const EhPublicShape given = { self->flow->given->n_rows, self->flow->given->n_columns };
  const EhPublicShape used = { self->flow->used->n_rows, self->flow->used->n_columns };
  gboolean all = eh_suppress_is_hidden (self->given, eh_public_crosstab_grand (given)) ||
                 eh_suppress_is_hidden (self->used, eh_public_crosstab_grand (used));
  gboolean more = FALSE;

  for (guint i = 0; i < given.n_columns; i++) {
    gboolean hidden = all ||
                      eh_suppress_is_hidden (self->given, eh_public_crosstab_column (given, i)) ||
                      eh_suppress_is_hidden (self->used, eh_public_crosstab_row (used, i));

    more |= hidden && !forced[i];
    forced[i] |= hidden;
  }
  return more;
}

/* Where all categories are withheld, so is what they add up to, in both tables. */
static void
mask_totals (EhFlow *flow)
{
  if (eh_figure_is_known (flow->given->total) && eh_figure_is_known (flow->used->total))
    return;
  flow->given->total = eh_figure_protected ();
  flow->used->total = eh_figure_protected ();
}

/**
 * eh_public_dataset_flow:
 * @self: what may leave the program
 * @filter: (nullable): what to look at; a role group is not heeded, as in
 *   eh_public_dataset_crosstab()
 *
 * Returns: (transfer full): the flow
 */
EhFlow *
eh_public_dataset_flow (EhPublicDataset *self, const EhFilter *filter)
{
  EhFilter wide = { 0 };
  g_autoptr (EhVoices) voices = NULL;
  g_autoptr (EhPlacements) given = NULL;
  g_autoptr (EhPlacements) used = NULL;
  g_autofree gboolean *forced = NULL;
  Tables tables = { .dataset = self };
  EhFlow *flow;

  if (filter != NULL)
    wide = *filter;
  wide.role_group_id = EH_ID_NONE;
  voices = eh_voices_new (self->dataset, &wide);
  given = eh_flow_place (voices, &used);
  flow = eh_flow_count (voices, given, used);
  flow->audience = flow->given->audience = flow->used->audience = EH_AUDIENCE_PUBLIC;
  flow->threshold = flow->given->threshold = flow->used->threshold = self->threshold;
  g_assert (flow->given->n_columns == flow->used->n_rows);
  forced = g_new0 (gboolean, flow->given->n_columns + 1);
  tables.voices = voices;
  tables.given_places = given;
  tables.used_places = used;
  tables.flow = flow;
  do
    run (&tables, forced);
  while (join (&tables, forced));
  eh_public_crosstab_mask (flow->given, tables.given);
  eh_public_crosstab_mask (flow->used, tables.used);
  mask_totals (flow);
  flow->given = eh_public_crosstab_show_together (self, flow->given);
  eh_suppress_free (tables.given);
  eh_suppress_free (tables.used);
  return flow;
}
