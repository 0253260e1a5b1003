/* What is printed for a workshop: the slips that stand on it are recorded first, so that their
 * numbers are known when they are typed up, and the file is its owner's alone to read. */

#include "eh-job-paper.h"

#include "config.h"
#include "eh-slips.h"

#include <glib/gi18n-lib.h>

/* More than this is a slip of the finger. */
#define MOST_SLIPS 1000

/**
 * eh_job_paper_slips_made:
 * @db: a project
 * @workshop_id: a workshop
 *
 * Returns: how many slips there are for it; they are numbered from 1
 */
guint
eh_job_paper_slips_made (EhDb *db, EhId workshop_id)
{
  g_autoptr (GPtrArray) all = eh_slips_list (db, workshop_id);

  return all->len;
}

static GPtrArray *
pick (GPtrArray *all, guint first, guint count)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_slip_free);

  for (guint i = 0; i < all->len; i++) {
    const EhSlip *slip = all->pdata[i];

    if (slip->number >= first && slip->number < (gint64) first + count)
      g_ptr_array_add (out, eh_slip_copy (slip));
  }
  return out;
}

/**
 * eh_job_paper_slips_there:
 * @db: a project
 * @workshop_id: a workshop
 * @first: number of the first
 * @count: how many
 *
 * Returns: (transfer full) (element-type EhSlip): those of them that there are
 */
GPtrArray *
eh_job_paper_slips_there (EhDb *db, EhId workshop_id, guint first, guint count)
{
  g_autoptr (GPtrArray) all = eh_slips_list (db, workshop_id);

  return pick (all, first, count);
}

/**
 * eh_job_paper_slips:
 * @store: a project
 * @workshop_id: a workshop
 * @first: number of the first, 1 or more
 * @count: how many
 * @error: set to %G_IO_ERROR_INVALID_ARGUMENT for more than can be meant, or a #EhStoreError
 *
 * Makes the slips that are not there yet. Those that are keep number and code, so that a page can
 * be printed again.
 *
 * Returns: (transfer full) (element-type EhSlip): the slips
 */
GPtrArray *
eh_job_paper_slips (EhStore *store, EhId workshop_id, guint first, guint count, GError **error)
{
  g_autoptr (GPtrArray) all = eh_slips_list (eh_store_get_db (store), workshop_id);
  gint64 last = (gint64) first + count - 1;
  gint64 have = 0;

  if (first < 1 || count < 1 || last > MOST_SLIPS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 g_dngettext (GETTEXT_PACKAGE, "A workshop can have %u slip at most.",
                              "A workshop can have %u slips at most.", MOST_SLIPS),
                 MOST_SLIPS);
    return NULL;
  }
  for (guint i = 0; i < all->len; i++)
    have = MAX (have, ((EhSlip *) all->pdata[i])->number);
  if (last > have) {
    g_autoptr (GPtrArray) made = eh_slips_make (store, workshop_id, (guint) (last - have), error);

    if (made == NULL)
      return NULL;
  }
  return eh_job_paper_slips_there (eh_store_get_db (store), workshop_id, first, count);
}

/**
 * eh_job_paper_save:
 * @paper: what to print
 * @file: where to; what was there is replaced at the end, and stays when anything fails
 * @error: set to a #GIOError
 *
 * Writes a PDF that its owner alone can read, for most of what is printed holds names or codes.
 *
 * Returns: whether it is written
 */
gboolean
eh_job_paper_save (const EhPaper *paper, GFile *file, GError **error)
{
  g_autoptr (GBytes) pdf = eh_paper_to_pdf (paper, error);
  gsize size;
  const char *data;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  NULL, error);
}
