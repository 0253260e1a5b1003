/* The rows that belong to insights, side by side in the order of the insights, because a hundred
 * thousand look-ups take longer than all the counting. After a change they are made from those
 * before: what a row linked then it links now, wherever that has moved, and only new rows are
 * looked up. */

#include "eh-dataset-links.h"

#include <string.h>

struct _EhDatasetLinks {
  EhDatasetLink *links;
  guint *first;
  guint *at;    /* of each row: its insight */
  guint *other; /* of each row */
};

static EhId
id_at (gconstpointer row, gsize offset)
{
  return *(const EhId *) (gconstpointer) ((const char *) row + offset);
}

/* Where each row of @before is in @after; NULL where that is the same place for all. */
static guint *
moves (GPtrArray *before, GPtrArray *after, const EhDatasetIndex *index)
{
  guint *moved;

  if (before == after)
    return NULL;
  moved = g_new (guint, before->len + 1);
  for (guint i = 0, j = 0; i < before->len; i++) {
    /* Most rows are the very same, one after the other. */
    if (j < after->len && before->pdata[i] == after->pdata[j])
      moved[i] = j++;
    else {
      moved[i] = eh_dataset_index_find (index, eh_row_id (before->pdata[i]));
      if (moved[i] != G_MAXUINT)
        j = moved[i] + 1;
    }
  }
  return moved;
}

static guint
moved_to (const guint *moved, guint place)
{
  return moved == NULL || place == G_MAXUINT ? place : moved[place];
}

/* Finds both ends of every row. */
static void
find_ends (EhDatasetLinks *self,
           const EhDatasetEnds *ends,
           const EhDatasetLinks *before,
           const EhDatasetEnds *ends_before)
{
  g_autofree guint *insights = NULL;
  g_autofree guint *others = NULL;
  GPtrArray *old = before != NULL ? ends_before->rows : NULL;

  if (before != NULL) {
    insights = moves (ends_before->insights, ends->insights, ends->insight_index);
    others = moves (ends_before->others, ends->others, ends->other_index);
  }
  for (guint i = 0, j = 0; i < ends->rows->len; i++) {
    gpointer row = ends->rows->pdata[i];

    self->at[i] = self->other[i] = G_MAXUINT;
    while (old != NULL && j < old->len && old->pdata[j] != row &&
           eh_row_id (old->pdata[j]) <= eh_row_id (row))
      j++;
    if (old != NULL && j < old->len && old->pdata[j] == row) {
      self->at[i] = moved_to (insights, before->at[j]);
      self->other[i] = moved_to (others, before->other[j]);
      j++;
    }
    /* What was not there before may have come since. */
    if (self->at[i] == G_MAXUINT)
      self->at[i] = eh_dataset_index_find (ends->insight_index, id_at (row, ends->insight));
    if (self->other[i] == G_MAXUINT)
      self->other[i] = eh_dataset_index_find (ends->other_index, id_at (row, ends->other));
  }
}

/* Puts the rows side by side: one pass to count, one to place. */
static void
place (EhDatasetLinks *self, const EhDatasetEnds *ends)
{
  guint n_insights = ends->insights->len;
  g_autofree guint *next = NULL;

  for (guint i = 0; i < ends->rows->len; i++)
    if (self->at[i] != G_MAXUINT)
      self->first[self->at[i] + 1]++;
  for (guint i = 0; i < n_insights; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, sizeof (guint) * (n_insights + 1));
  for (guint i = 0; i < ends->rows->len; i++) {
    gpointer row = ends->rows->pdata[i];

    if (self->at[i] != G_MAXUINT)
      self->links[next[self->at[i]]++] = (EhDatasetLink){ row, self->other[i],
                                                          ends->hat > 0 ? id_at (row, ends->hat)
                                                                        : EH_ID_NONE };
  }
}

/**
 * eh_dataset_links_new:
 * @ends: what they are made from
 * @before: (nullable): the links before a change; the rows then are in the order of their ids
 * @ends_before: (nullable): what those were made from
 *
 * Returns: (transfer full): the links; they do not hold the rows
 */
EhDatasetLinks *
eh_dataset_links_new (const EhDatasetEnds *ends,
                      const EhDatasetLinks *before,
                      const EhDatasetEnds *ends_before)
{
  EhDatasetLinks *self = g_atomic_rc_box_new (EhDatasetLinks);

  self->links = g_new (EhDatasetLink, ends->rows->len + 1);
  self->first = g_new0 (guint, ends->insights->len + 1);
  self->at = g_new (guint, ends->rows->len + 1);
  self->other = g_new (guint, ends->rows->len + 1);
  find_ends (self, ends, before, ends_before);
  place (self, ends);
  return self;
}

EhDatasetLinks *
eh_dataset_links_ref (EhDatasetLinks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EhDatasetLinks *self = data;

  g_free (self->links);
  g_free (self->first);
  g_free (self->at);
  g_free (self->other);
}

void
eh_dataset_links_unref (EhDatasetLinks *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * eh_dataset_links_at:
 * @self: links
 * @insight: index of an insight; %G_MAXUINT for one that is not there
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): those that belong to it
 */
const EhDatasetLink *
eh_dataset_links_at (const EhDatasetLinks *self, guint insight, guint *n)
{
  if (insight == G_MAXUINT) {
    *n = 0;
    return self->links;
  }
  *n = self->first[insight + 1] - self->first[insight];
  return &self->links[self->first[insight]];
}
