/* Time and money by role group, of the payments that were recorded.
 *
 * Paid is what has a date of payment; waiting what was offered or chosen and has none; unpaid what
 * was declined, or had nothing to offer. A payment for a workshop is in the group of the hat worn
 * there, any other in the person's own. Facilitators and whoever takes no part count nowhere. */

#include "eh-hours-private.h"

#include "config.h"
#include "eh-measures.h"

#include <glib/gi18n-lib.h>

/**
 * eh_hours_alloc:
 * @hours: (transfer full): role groups across paid, waiting and unpaid
 * @money: (transfer full): the same groups across pay and expenses
 * @currency: (nullable): ISO 4217
 *
 * Returns: (transfer full): time and money, with no days yet, for whoever makes one
 */
EhHours *
eh_hours_alloc (EhCrosstab *hours, EhCrosstab *money, const char *currency)
{
  EhHours *self = g_atomic_rc_box_new0 (EhHours);

  self->hours = hours;
  self->money = money;
  self->days = g_new0 (EhFigure, hours->n_rows + 1);
  self->currency = g_strdup (currency != NULL ? currency : "");
  return self;
}

/**
 * eh_hours_ref:
 * @self: time and money
 *
 * Returns: (transfer full): @self
 */
EhHours *
eh_hours_ref (EhHours *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_hours_clear (gpointer data)
{
  EhHours *self = data;

  eh_crosstab_unref (self->hours);
  eh_crosstab_unref (self->money);
  g_free (self->days);
  g_free (self->currency);
}

/**
 * eh_hours_unref:
 * @self: (transfer full): time and money
 */
void
eh_hours_unref (EhHours *self)
{
  g_atomic_rc_box_release_full (self, eh_hours_clear);
}

static void
clear_line (gpointer data)
{
  EhCrosstabLine *line = data;

  g_free (line->key);
  g_free (line->label);
}

static void
add_line (GArray *lines, EhId id, const char *key, const char *label, int slot)
{
  EhCrosstabLine line = { id, g_strdup (key), g_strdup (label), slot, EH_LINE_PLAIN, { 0 } };

  g_array_append_val (lines, line);
}

/* Placements with every role group as a row, and no entries. */
static EhPlacements *
placements_new (const EhVoices *voices)
{
  EhPlacements *self = g_new0 (EhPlacements, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (EhCrosstabLine));
  self->columns = g_array_new (FALSE, TRUE, sizeof (EhCrosstabLine));
  g_array_set_clear_func (self->rows, clear_line);
  g_array_set_clear_func (self->columns, clear_line);
  self->unit = EH_UNIT_SHARES;
  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *group = voices->groups->pdata[i];

    if (group != NULL)
      add_line (self->rows, group->id, group->key, group->label, (int) group->slot);
    else
      add_line (self->rows, EH_ID_NONE, "none", eh_voices_no_group_label (), -1);
  }
  return self;
}

/* Whose a payment is, and in which group they did the work; FALSE where it counts nowhere. */
static gboolean
find_payee (const EhVoices *voices, const EhPayment *payment, guint *person, int *group)
{
  gpointer found;
  gpointer workshop;

  if (!g_hash_table_lookup_extended (voices->person_index, &payment->participant_id, NULL, &found))
    return FALSE;
  *person = GPOINTER_TO_UINT (found);
  if (!voices->takes_part[*person])
    return FALSE;
  *group = EH_OUTSIDE;
  if (g_hash_table_lookup_extended (voices->workshop_index, &payment->workshop_id, NULL, &workshop))
    *group = eh_voices_group_at (voices, *person, GPOINTER_TO_UINT (workshop));
  if (*group == EH_OUTSIDE)
    *group = voices->own_group[*person];
  return *group != EH_OUTSIDE;
}

static EhHoursColumn
column_of (const EhPayment *payment)
{
  if (payment->paid_on[0] != '\0')
    return EH_HOURS_PAID;
  if (payment->choice == EH_PAYMENT_CHOICE_DECLINED ||
      (payment->offered <= 0 && payment->amount <= 0))
    return EH_HOURS_UNPAID;
  return EH_HOURS_WAITING;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const EhPlacement *first = a;
  const EhPlacement *second = b;

  return (first->cell > second->cell) - (first->cell < second->cell);
}

static void
take_entries (EhPlacements *self, GArray *entries)
{
  guint n = self->rows->len * self->columns->len;

  g_array_sort (entries, compare_cells);
  self->first = g_new0 (guint, n + 1);
  for (guint i = 0; i < entries->len; i++)
    self->first[g_array_index (entries, EhPlacement, i).cell + 1]++;
  for (guint i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];
  self->entries = (EhPlacement *) (gpointer) g_array_free (entries, FALSE);
}

/* Which of the workshops it is for, and one; 0 for none. */
static guint
source_of (const EhVoices *voices, const EhPayment *payment)
{
  GPtrArray *workshops = voices->dataset->workshops;

  for (guint i = 0; i < workshops->len; i++)
    if (((EhWorkshop *) workshops->pdata[i])->id == payment->workshop_id)
      return i + 1;
  return 0;
}

static void
add_entry (
    const EhPlacements *self, GArray *entries, EhPlacement entry, guint column, double amount)
{
  entry.cell = (guint) entry.group * self->columns->len + column;
  entry.amount = amount;

  if (amount > 0)
    g_array_append_val (entries, entry);
}

/**
 * eh_hours_place:
 * @voices: who said what
 *
 * Returns: (transfer full): hours, by role group and whether they are paid
 */
EhPlacements *
eh_hours_place (const EhVoices *voices)
{
  EhPlacements *self = placements_new (voices);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (EhPlacement));
  GPtrArray *rows = voices->dataset->payments;

  add_line (self->columns, EH_ID_NONE, "paid", C_ ("hours", "Paid"), -1);
  add_line (self->columns, EH_ID_NONE, "waiting", C_ ("hours", "Still to be paid"), -1);
  add_line (self->columns, EH_ID_NONE, "unpaid", C_ ("hours", "Without pay"), -1);
  for (guint i = 0; i < rows->len; i++) {
    const EhPayment *payment = rows->pdata[i];
    EhPlacement entry = { .source = source_of (voices, payment) };

    if (voices->filter.workshop_id != EH_ID_NONE &&
        payment->workshop_id != voices->filter.workshop_id)
      continue;
    if (find_payee (voices, payment, &entry.person, &entry.group))
      add_entry (self, entries, entry, column_of (payment), payment->hours);
  }
  take_entries (self, entries);
  return self;
}

/**
 * eh_hours_place_money:
 * @voices: who said what
 *
 * Returns: (transfer full): what was paid, by role group, for the work and for expenses
 */
EhPlacements *
eh_hours_place_money (const EhVoices *voices)
{
  EhPlacements *self = placements_new (voices);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (EhPlacement));
  GPtrArray *rows = voices->dataset->payments;

  add_line (self->columns, EH_ID_NONE, "pay", C_ ("money", "Pay"), -1);
  add_line (self->columns, EH_ID_NONE, "expenses", C_ ("money", "Expenses"), -1);
  for (guint i = 0; i < rows->len; i++) {
    const EhPayment *payment = rows->pdata[i];
    EhPlacement entry = { .source = source_of (voices, payment) };

    if (payment->paid_on[0] == '\0' || (voices->filter.workshop_id != EH_ID_NONE &&
                                        payment->workshop_id != voices->filter.workshop_id))
      continue;
    if (!find_payee (voices, payment, &entry.person, &entry.group))
      continue;
    add_entry (self, entries, entry, 0, payment->amount);
    add_entry (self, entries, entry, 1, eh_payment_expenses (payment));
  }
  take_entries (self, entries);
  return self;
}

/* The average of days, by group, and how many people it is of. */
static void
count_days (EhHours *self, const EhVoices *voices, guint *n_people)
{
  GPtrArray *rows = voices->dataset->payments;
  g_autofree gint64 *days = g_new0 (gint64, voices->n_groups);
  g_autofree guint *n = g_new0 (guint, voices->n_groups);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++) {
    const EhPayment *payment = rows->pdata[i];
    gint64 took = eh_payment_days (payment);
    guint person;
    int group;

    if (took < 0 || !find_payee (voices, payment, &person, &group) ||
        (voices->filter.workshop_id != EH_ID_NONE &&
         payment->workshop_id != voices->filter.workshop_id))
      continue;
    days[group] += took;
    n[group]++;
    if (g_hash_table_add (seen, GUINT_TO_POINTER (person * voices->n_groups + (guint) group)))
      n_people[group]++;
  }
  for (guint i = 0; i < voices->n_groups; i++)
    self->days[i] = eh_figure_ratio (eh_figure_known ((double) days[i]), eh_figure_known (n[i]));
}

/**
 * eh_hours_count:
 * @voices: who said what
 * @hours: hours
 * @money: what was paid
 * @n_settled_people: (array): gets for each group how many people its days are of; zeros before
 *
 * Returns: (transfer full): time and money, exact, for the team
 */
EhHours *
eh_hours_count (const EhVoices *voices,
                const EhPlacements *hours,
                const EhPlacements *money,
                guint *n_settled_people)
{
  const EhAxis groups = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis kinds = { .kind = EH_AXIS_KIND };
  EhHours *self = eh_hours_alloc (eh_crosstab_count (voices, hours, groups, kinds),
                                  eh_crosstab_count (voices, money, groups, kinds),
                                  voices->dataset->project->currency);

  count_days (self, voices, n_settled_people);
  return self;
}

/**
 * eh_hours_new:
 * @dataset: a frozen dataset
 * @filter: (nullable): what to look at: a workshop
 *
 * Returns: (transfer full): time and money, exact, for the team's own view
 */
EhHours *
eh_hours_new (EhDataset *dataset, const EhFilter *filter)
{
  EhFilter wide = { .workshop_id = filter != NULL ? filter->workshop_id : EH_ID_NONE };
  g_autoptr (EhVoices) voices = eh_voices_new (dataset, &wide);
  g_autoptr (EhPlacements) hours = eh_hours_place (voices);
  g_autoptr (EhPlacements) money = eh_hours_place_money (voices);
  g_autofree guint *people = g_new0 (guint, voices->n_groups);

  return eh_hours_count (voices, hours, money, people);
}
