/* The numbers behind the Map place, measured in a worker from the project in memory. */

#include "eh-map-data.h"

#include "eh-disclosure.h"
#include "eh-measures.h"

static void
measure_for_team (EhMapData *self, EhDataset *dataset)
{
  const EhMapChoice *choice = &self->choice;
  const EhFilter *filter = &choice->filter;

  switch (choice->chart) {
  case EH_MAP_CHART_MAP:
    self->crosstab = eh_crosstab_new (dataset, choice->rows, choice->columns, filter);
    break;
  case EH_MAP_CHART_FLOW:
    self->flow = eh_flow_new (dataset, filter);
    break;
  case EH_MAP_CHART_TIME:
    self->timeline = eh_timeline_new (dataset, filter);
    break;
  case EH_MAP_CHART_PEOPLE:
    self->people = eh_people_new (dataset, filter);
    break;
  case EH_MAP_CHART_STAGES:
    self->stages = eh_stage_map_new (dataset);
    break;
  case EH_MAP_CHART_HOURS:
    self->hours = eh_hours_new (dataset, filter);
    break;
  case EH_MAP_CHART_AGREEMENT:
    self->agreement = eh_coder_agreement_new (dataset, filter);
    break;
  case EH_MAP_CHART_BALANCE:
  case EH_MAP_CHART_N_VALUES:
  default:
    self->balance = eh_balance_new (dataset, filter);
    break;
  }
}

static void
measure_open (EhMapData *self, EhPublicDataset *open)
{
  const EhMapChoice *choice = &self->choice;
  const EhFilter *filter = &choice->filter;

  switch (choice->chart) {
  case EH_MAP_CHART_MAP:
    self->crosstab = eh_public_dataset_crosstab (open, choice->rows, choice->columns, filter);
    break;
  case EH_MAP_CHART_FLOW:
    self->flow = eh_public_dataset_flow (open, filter);
    break;
  case EH_MAP_CHART_TIME:
    self->timeline = eh_public_dataset_timeline (open, filter);
    break;
  case EH_MAP_CHART_STAGES:
    self->stages = eh_public_dataset_stage_map (open);
    break;
  case EH_MAP_CHART_HOURS:
    self->hours = eh_public_dataset_hours (open, filter);
    break;
  case EH_MAP_CHART_AGREEMENT:
    self->agreement = eh_public_dataset_agreement (open, filter);
    break;
  case EH_MAP_CHART_BALANCE:
  case EH_MAP_CHART_PEOPLE:
  case EH_MAP_CHART_N_VALUES:
  default:
    self->balance = eh_public_dataset_balance (open, filter);
    break;
  }
}

static void
measure_for_sharing (EhMapData *self, EhDataset *dataset)
{
  EhDisclosurePolicy policy = { 0 };
  g_autoptr (EhPublicDataset) open = eh_disclosure_apply (dataset, &policy, &self->report);

  measure_open (self, open);
}

/**
 * eh_map_data_new_open:
 * @open: a project behind the gate
 * @choice: what to show; no chart of each person, which never leaves the team
 *
 * Returns: (transfer full): the numbers that may be shared
 */
EhMapData *
eh_map_data_new_open (EhPublicDataset *open, const EhMapChoice *choice)
{
  EhMapData *self = g_atomic_rc_box_new0 (EhMapData);

  g_return_val_if_fail (choice->chart != EH_MAP_CHART_PEOPLE, NULL);
  self->choice = *choice;
  measure_open (self, open);
  return self;
}

/**
 * eh_map_data_new:
 * @dataset: a frozen dataset
 * @choice: what to show; each person is for the team alone
 *
 * Returns: (transfer full): the numbers; for sharing, through the gate
 */
EhMapData *
eh_map_data_new (EhDataset *dataset, const EhMapChoice *choice)
{
  EhMapData *self = g_atomic_rc_box_new0 (EhMapData);

  g_return_val_if_fail (
      choice->chart != EH_MAP_CHART_PEOPLE || choice->audience == EH_AUDIENCE_TEAM, NULL);
  self->choice = *choice;
  self->home_id = dataset->project->framework_id;
  self->one_framework = dataset->frameworks->len < 2;
  if (choice->audience == EH_AUDIENCE_TEAM)
    measure_for_team (self, dataset);
  else
    measure_for_sharing (self, dataset);
  return self;
}

/**
 * eh_map_data_rename:
 * @self: numbers
 * @namer: gives the name to show
 * @data: for @namer
 *
 * Returns: (transfer full): the same numbers, with the names of people as they are to be shown
 */
EhMapData *
eh_map_data_rename (EhMapData *self, EhMapNamer namer, gpointer data)
{
  EhMapData *renamed;
  EhPeople *people;

  if (self->people == NULL)
    return eh_map_data_ref (self);
  people = eh_people_alloc (eh_balance_ref (self->people->balance), self->people->n_people);
  people->has_turns = self->people->has_turns;
  for (guint i = 0; i < people->n_people; i++) {
    people->people[i] = self->people->people[i];
    people->people[i].name = g_strdup (
        namer (data, people->people[i].id, self->people->people[i].name));
  }
  renamed = g_atomic_rc_box_new0 (EhMapData);
  renamed->choice = self->choice;
  renamed->home_id = self->home_id;
  renamed->one_framework = self->one_framework;
  renamed->people = people;
  return renamed;
}

EhMapData *
eh_map_data_ref (EhMapData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EhMapData *self = data;

  g_clear_pointer (&self->balance, eh_balance_unref);
  g_clear_pointer (&self->crosstab, eh_crosstab_unref);
  g_clear_pointer (&self->flow, eh_flow_unref);
  g_clear_pointer (&self->timeline, eh_timeline_unref);
  g_clear_pointer (&self->people, eh_people_unref);
  g_clear_pointer (&self->stages, eh_stage_map_unref);
  g_clear_pointer (&self->hours, eh_hours_unref);
  g_clear_pointer (&self->agreement, eh_coder_agreement_unref);
  g_clear_pointer (&self->report, eh_disclosure_report_unref);
}

void
eh_map_data_unref (EhMapData *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

typedef struct {
  EhDataset *dataset;
  EhMapChoice choice;
} Order;

static void
order_free (Order *self)
{
  eh_dataset_unref (self->dataset);
  g_free (self);
}

static void
measure_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  g_autoptr (EhMapData) counted = NULL;

  /* What was superseded while it waited for a thread costs nothing. */
  if (g_task_return_error_if_cancelled (task))
    return;
  if (cancellable != NULL)
    g_cancellable_push_current (cancellable);
  counted = eh_map_data_new (order->dataset, &order->choice);
  if (cancellable != NULL)
    g_cancellable_pop_current (cancellable);
  /* Superseded while it counted, it may have ended early. */
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&counted), (GDestroyNotify) eh_map_data_unref);
}

/**
 * eh_map_data_new_async:
 * @dataset: a frozen dataset
 * @choice: what to show
 * @cancellable: (nullable): stops waiting for it
 * @callback: called with the numbers
 * @user_data: for @callback
 */
void
eh_map_data_new_async (EhDataset *dataset,
                       const EhMapChoice *choice,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->dataset = eh_dataset_ref (dataset);
  order->choice = *choice;
  g_task_set_source_tag (task, eh_map_data_new_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, measure_in_thread);
}

/**
 * eh_map_data_new_finish:
 * @result: the result
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the numbers
 */
EhMapData *
eh_map_data_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
