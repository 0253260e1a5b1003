/* The flow as it may leave the program: two crosstabs that have the totals of the categories in
 * common, so that what the one withholds of these the other must. */

#include "eh-public-tables.h"

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
  EhFilter base = { 0 };
  g_autoptr (EhVoices) voices = NULL;
  g_autoptr (EhPlacements) given = NULL;
  g_autoptr (EhPlacements) used = NULL;
  g_autoptr (EhPlacements) given_part = NULL;
  g_autoptr (EhPlacements) used_part = NULL;
  g_autoptr (EhFlow) whole = NULL;
  g_auto (EhPublicTables) tables = { .dataset = self, .join = EH_PUBLIC_COLUMNS_ARE_ROWS, .n = 2 };
  EhFlow *flow;

  if (filter != NULL)
    wide = *filter;
  wide.role_group_id = EH_ID_NONE;
  base.lens_id = wide.lens_id;
  base.guidance_id = wide.guidance_id;
  voices = eh_voices_new (self->dataset, &base);
  given = eh_flow_place (voices, &used);
  whole = eh_flow_count (voices, given, used);
  g_assert (whole->given->n_columns == whole->used->n_rows);
  tables.whole = voices;
  tables.base = base;
  tables.places[0] = given;
  tables.places[1] = used;
  tables.lines[0] = whole->given;
  tables.lines[1] = whole->used;
  eh_public_tables_withhold (&tables, &wide);
  given_part = eh_public_tables_part (&tables, 0, &wide);
  used_part = eh_public_tables_part (&tables, 1, &wide);
  flow = eh_flow_count (voices, given_part, used_part);
  flow->audience = flow->given->audience = flow->used->audience = EH_AUDIENCE_PUBLIC;
  flow->threshold = flow->given->threshold = flow->used->threshold = self->threshold;
  eh_public_crosstab_mask (flow->given, tables.withheld[0]);
  eh_public_crosstab_mask (flow->used, tables.withheld[1]);
  mask_totals (flow);
  eh_public_crosstab_reword (self, flow->used);
  flow->given = eh_public_crosstab_show_together (self, flow->given);
  return flow;
}
