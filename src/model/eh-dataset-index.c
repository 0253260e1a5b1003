/* Where a row is, by its id: the ids side by side in their order, found by halving. Rows mostly
 * come in the order of their ids, and then it is made in one pass: a hash of a hundred thousand
 * rows would take longer to make than most measures take to count. */

#include "eh-dataset-index.h"

#include <stdlib.h>

typedef struct {
  EhId id;
  guint at;
} Entry;

struct _EhDatasetIndex {
  Entry *entries;
  guint n;
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  return x->id != y->id ? (x->id > y->id) - (x->id < y->id) : (x->at > y->at) - (x->at < y->at);
}

/**
 * eh_dataset_index_new:
 * @rows: rows of any one type
 *
 * Returns: (transfer full): where each of them is
 */
EhDatasetIndex *
eh_dataset_index_new (GPtrArray *rows)
{
  EhDatasetIndex *self = g_atomic_rc_box_new (EhDatasetIndex);
  gboolean sorted = TRUE;

  self->n = rows->len;
  self->entries = g_new (Entry, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    self->entries[i] = (Entry){ eh_row_id (rows->pdata[i]), i };
    sorted = sorted && (i == 0 || self->entries[i - 1].id < self->entries[i].id);
  }
  if (!sorted)
    qsort (self->entries, self->n, sizeof (Entry), compare_entries);
  return self;
}

EhDatasetIndex *
eh_dataset_index_ref (EhDatasetIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((EhDatasetIndex *) data)->entries);
}

void
eh_dataset_index_unref (EhDatasetIndex *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * eh_dataset_index_find:
 * @self: an index
 * @id: an id
 *
 * Returns: the place of the row in the array; %G_MAXUINT if it is not there
 */
guint
eh_dataset_index_find (const EhDatasetIndex *self, EhId id)
{
  guint low = 0;
  guint high = self->n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (self->entries[middle].id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->n && self->entries[low].id == id ? self->entries[low].at : G_MAXUINT;
}
