/* Time and money by role group as they may leave the program: what one person was paid is told to
 * them alone. A group that is withheld in hours is withheld in money too. */

#include "eh-hours-private.h"
#include "eh-public-tables.h"

#include <string.h>

/**
 * eh_public_dataset_hours:
 * @self: what may leave the program
 * @filter: (nullable): what to look at: a workshop
 *
 * Returns: (transfer full): time and money
 */
EhHours *
eh_public_dataset_hours (EhPublicDataset *self, const EhFilter *filter)
{
  EhFilter wide = { .workshop_id = filter != NULL ? filter->workshop_id : EH_ID_NONE };
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, NULL);
  g_autoptr (EhVoices) there = eh_voices_new (self->dataset, &wide);
  g_autoptr (EhPlacements) time = eh_hours_place (voices);
  g_autoptr (EhPlacements) money = eh_hours_place_money (voices);
  g_autoptr (EhPlacements) time_part = NULL;
  g_autoptr (EhPlacements) money_part = NULL;
  g_autofree guint *people = g_new0 (guint, voices->n_groups + 1);
  g_auto (EhPublicTables) tables = { .dataset = self, .join = EH_PUBLIC_ROWS_ARE_ROWS, .n = 2 };
  g_autoptr (EhHours) whole = eh_hours_count (voices, time, money, people);
  EhPublicShape shape = { whole->hours->n_rows, whole->hours->n_columns };
  EhHours *hours;

  tables.whole = voices;
  tables.places[0] = time;
  tables.places[1] = money;
  tables.lines[0] = whole->hours;
  tables.lines[1] = whole->money;
  eh_public_tables_withhold (&tables, &wide);
  time_part = eh_public_tables_part (&tables, 0, &wide);
  money_part = eh_public_tables_part (&tables, 1, &wide);
  memset (people, 0, sizeof (guint) * voices->n_groups);
  hours = eh_hours_count (there, time_part, money_part, people);
  hours->hours->audience = hours->money->audience = EH_AUDIENCE_PUBLIC;
  hours->hours->threshold = hours->money->threshold = self->threshold;
  eh_public_crosstab_mask (hours->hours, tables.withheld[0]);
  eh_public_crosstab_mask (hours->money, tables.withheld[1]);
  for (guint i = 0; i < hours->hours->n_rows; i++)
    if (tables.withheld[0][eh_public_crosstab_row (shape, i)] ||
        (people[i] > 0 && people[i] < self->threshold))
      hours->days[i] = eh_figure_protected ();
  return hours;
}
