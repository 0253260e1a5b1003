/* The numbers behind the Map place, measured in a worker from the project in memory. */

#include "eh-map-data.h"

#include "eh-disclosure.h"
#include "eh-measures.h"

/**
 * eh_map_data_new:
 * @dataset: a frozen dataset
 * @choice: what to show
 *
 * Returns: (transfer full): the numbers; for sharing, through the gate
 */
EhMapData *
eh_map_data_new (EhDataset *dataset, const EhMapChoice *choice)
{
  EhMapData *self = g_atomic_rc_box_new0 (EhMapData);

  self->choice = *choice;
  if (choice->audience == EH_AUDIENCE_TEAM) {
    self->balance = eh_balance_new (dataset, &choice->filter);
    self->crosstab = eh_crosstab_new (dataset, choice->rows, choice->columns, &choice->filter);
  } else {
    EhDisclosurePolicy policy = { 0 };
    g_autoptr (EhPublicDataset) open = eh_disclosure_apply (dataset, &policy, &self->report);

    self->balance = eh_public_dataset_balance (open, &choice->filter);
    self->crosstab = eh_public_dataset_crosstab (open, choice->rows, choice->columns,
                                                 &choice->filter);
  }
  return self;
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

  g_task_return_pointer (task, eh_map_data_new (order->dataset, &order->choice),
                         (GDestroyNotify) eh_map_data_unref);
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
