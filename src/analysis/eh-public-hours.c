/* Time and money by role group as they may leave the program: what one person was paid is told to
 * them alone. A group that is withheld in hours is withheld in money too. */

#include "eh-hours-private.h"
#include "eh-public-crosstab-private.h"

/* Names the groups of which one of the tables withholds the total. Returns whether there is another
 * than before. */
static gboolean
join (const EhHours *hours, EhSuppress *time, EhSuppress *money, gboolean *forced)
{
  const EhPublicShape time_shape = { hours->hours->n_rows, hours->hours->n_columns };
  const EhPublicShape money_shape = { hours->money->n_rows, hours->money->n_columns };
  gboolean more = FALSE;

  for (guint i = 0; i < hours->hours->n_rows; i++) {
    gboolean hidden = eh_suppress_is_hidden (time, eh_public_crosstab_row (time_shape, i)) ||
                      eh_suppress_is_hidden (money, eh_public_crosstab_row (money_shape, i));

    more |= hidden && !forced[i];
    forced[i] |= hidden;
  }
  return more;
}

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
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, &wide);
  g_autoptr (EhPlacements) time_places = eh_hours_place (voices);
  g_autoptr (EhPlacements) money_places = eh_hours_place_money (voices);
  g_autofree guint *people = g_new0 (guint, voices->n_groups);
  g_autofree gboolean *forced = g_new0 (gboolean, voices->n_groups + 1);
  g_autoptr (EhSuppress) time = NULL;
  g_autoptr (EhSuppress) money = NULL;
  EhHours *hours = eh_hours_count (voices, time_places, money_places, people);

  hours->hours->audience = hours->money->audience = EH_AUDIENCE_PUBLIC;
  hours->hours->threshold = hours->money->threshold = self->threshold;
  do {
    g_clear_pointer (&time, eh_suppress_free);
    g_clear_pointer (&money, eh_suppress_free);
    time = eh_public_crosstab_suppress (self, voices, time_places, hours->hours, forced, NULL);
    money = eh_public_crosstab_suppress (self, voices, money_places, hours->money, forced, NULL);
  } while (join (hours, time, money, forced));
  eh_public_crosstab_mask (hours->hours, time);
  eh_public_crosstab_mask (hours->money, money);
  for (guint i = 0; i < hours->hours->n_rows; i++)
    if (forced[i] || (people[i] > 0 && people[i] < self->threshold))
      hours->days[i] = eh_figure_protected ();
  return hours;
}
