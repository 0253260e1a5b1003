/* How far the writing of a document is, and whether it is to be stopped. */

#include "eh-doc-work.h"

/**
 * eh_doc_work_part:
 * @self: (nullable): the work
 * @from: where the part begins, 0 to 1 of @self
 * @to: where it ends
 *
 * Returns: the work of that part
 */
EhDocWork
eh_doc_work_part (const EhDocWork *self, double from, double to)
{
  EhDocWork part = { 0 };
  double share;

  if (self == NULL)
    return part;
  part = *self;
  share = self->share > 0 ? self->share : 1;
  part.from = self->from + from * share;
  part.share = (to - from) * share;
  return part;
}

/**
 * eh_doc_work_step:
 * @self: (nullable): the work
 * @done: how many of its steps are done
 * @total: how many there are
 *
 * Tells how far the work is. Cheap enough for every block of a document.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when it is to be stopped
 */
gboolean
eh_doc_work_step (const EhDocWork *self, guint done, guint total, GError **error)
{
  double share;

  if (self == NULL)
    return TRUE;
  share = self->share > 0 ? self->share : 1;
  if (self->progress != NULL && total > 0)
    self->progress (MIN (1, self->from + share * done / total), self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
