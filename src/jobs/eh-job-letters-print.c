/* Letters to print, one after the other. All are measured, so that it is known how many pages they
 * are; a letter is laid out again when one of its pages is drawn, so that two thousand of them are
 * not kept as pictures. */

#include "eh-job-letters-print.h"

#include "config.h"
#include "eh-doc-paged.h"
#include "eh-many.h"

#include <glib/gi18n-lib.h>

/* A letter among others. */
typedef struct {
  EhLetterItem *item; /* a copy */
  guint first;        /* page, from 0 */
  guint n_pages;
} Entry;

typedef struct {
  EhFeedbackIndex *index;
  EhLook *look;       /* (nullable) */
  GPtrArray *entries; /* (element-type Entry) */
  /* The one that was drawn last. */
  const Entry *open;
  EhDocPaged *pages;
} Letters;

static void
entry_free (Entry *entry)
{
  eh_letter_item_free (entry->item);
  g_free (entry);
}

static void
letters_free (gpointer data)
{
  Letters *self = data;

  g_clear_pointer (&self->pages, eh_doc_paged_free);
  g_clear_pointer (&self->look, eh_look_free);
  g_ptr_array_unref (self->entries);
  eh_feedback_index_unref (self->index);
  g_free (self);
}

static const Entry *
entry_at (const Letters *self, guint page)
{
  guint low = 0;
  guint high = self->entries->len;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (((const Entry *) self->entries->pdata[middle])->first <= page)
      low = middle;
    else
      high = middle;
  }
  return self->entries->pdata[low];
}

static gboolean
open_entry (Letters *self, const Entry *entry)
{
  g_autoptr (EhDoc) doc = NULL;

  if (self->open == entry)
    return self->pages != NULL;
  g_clear_pointer (&self->pages, eh_doc_paged_free);
  self->open = entry;
  doc = eh_job_letters_doc (self->index, entry->item, self->look);
  self->pages = doc != NULL ? eh_doc_paged_new (doc) : NULL;
  return self->pages != NULL;
}

static void
draw (gpointer data, guint page, cairo_t *cr)
{
  Letters *self = data;
  const Entry *entry = entry_at (self, page);

  /* The page after the last of a letter is the empty back of its last sheet. */
  if (page - entry->first < entry->n_pages && open_entry (self, entry) &&
      page - entry->first < eh_doc_paged_n_pages (self->pages))
    eh_doc_paged_draw (self->pages, page - entry->first, cr);
}

/* All the words of the letter, for each of its pages. */
static char *
text (gpointer data, guint page)
{
  Letters *self = data;
  const Entry *entry = entry_at (self, page);
  g_autoptr (EhLetter) letter = NULL;

  if (page - entry->first >= entry->n_pages)
    return g_strdup (_ ("This page is empty, so that the next letter begins on a new sheet."));
  letter = eh_job_letters_letter (self->index, entry->item);
  return letter != NULL ? eh_letter_to_plain (letter) : g_strdup ("");
}

static guint
keep_apart (gpointer data, gboolean apart)
{
  Letters *self = data;
  guint page = 0;

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = self->entries->pdata[i];

    entry->first = page;
    page += entry->n_pages;
    if (apart && page % 2 == 1 && i + 1 < self->entries->len)
      page++;
  }
  return page;
}

static gboolean
measure (gpointer item, gpointer data, GCancellable *cancellable, GError **error)
{
  Entry *entry = item;
  Letters *self = data;
  g_autoptr (EhDoc) doc = eh_job_letters_doc (self->index, entry->item, self->look);

  if (doc != NULL) {
    g_autoptr (EhDocPaged) pages = eh_doc_paged_new (doc);

    entry->n_pages = eh_doc_paged_n_pages (pages);
  }
  return TRUE;
}

static char *
title_of (const Letters *self)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u letter", "%u letters", self->entries->len),
      self->entries->len);
}

/**
 * eh_job_letters_sheaf:
 * @index: a project
 * @items: (element-type EhLetterItem): letters; those without one are passed over
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages of all of them, each letter beginning a page; for
 *   one thread, this or another
 */
EhSheaf *
eh_job_letters_sheaf (EhFeedbackIndex *index,
                      GPtrArray *items,
                      EhJobProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  static const EhSheafKind kind = { draw, text, keep_apart, letters_free };
  Letters *self = g_new0 (Letters, 1);
  g_autofree char *title = NULL;

  self->index = eh_feedback_index_ref (index);
  self->look = eh_job_letters_look (index);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < items->len; i++) {
    const EhLetterItem *item = items->pdata[i];
    Entry *entry;

    if (item->writer == NULL)
      continue;
    entry = g_new0 (Entry, 1);
    entry->item = eh_letter_item_copy (item);
    g_ptr_array_add (self->entries, entry);
  }
  if (!eh_many_run (self->entries, measure, self, progress, _ ("Laying out letters…"), data,
                    cancellable, error)) {
    letters_free (self);
    return NULL;
  }
  title = title_of (self);
  return eh_sheaf_new (&kind, self, title, keep_apart (self, FALSE), EH_DOC_PAGE_WIDTH,
                       EH_DOC_PAGE_HEIGHT);
}

/* What the worker gets, copied where it could change. */
typedef struct {
  EhFeedbackIndex *index;
  GPtrArray *items;
  gboolean apart;
  GFile *file; /* (nullable): where they are written */
} Task;

static void
task_free (Task *task)
{
  eh_feedback_index_unref (task->index);
  g_ptr_array_unref (task->items);
  g_clear_object (&task->file);
  g_free (task);
}

static gpointer
copy_item (gconstpointer item, gpointer unused)
{
  return eh_letter_item_copy (item);
}

static void
begin (GTask *task,
       EhFeedbackIndex *index,
       GPtrArray *items,
       gboolean apart,
       GFile *file,
       GTaskThreadFunc func)
{
  Task *what = g_new0 (Task, 1);

  what->index = eh_feedback_index_ref (index);
  what->items = g_ptr_array_copy (items, copy_item, NULL);
  g_ptr_array_set_free_func (what->items, (GDestroyNotify) eh_letter_item_free);
  what->apart = apart;
  what->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, func);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  GError *error = NULL;
  EhSheaf *sheaf = eh_job_letters_sheaf (what->index, what->items, NULL, NULL, cancellable, &error);

  if (sheaf != NULL)
    g_task_return_pointer (task, sheaf, (GDestroyNotify) eh_sheaf_free);
  else
    g_task_return_error (task, error);
}

static gboolean
save (Task *what, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhSheaf) sheaf = eh_job_letters_sheaf (what->index, what->items, NULL, NULL,
                                                    cancellable, error);
  g_autoptr (GBytes) pdf = NULL;
  const char *bytes;
  gsize size;

  if (sheaf == NULL)
    return FALSE;
  eh_sheaf_keep_apart (sheaf, what->apart);
  pdf = eh_sheaf_to_pdf (sheaf, cancellable, error);
  if (pdf == NULL)
    return FALSE;
  bytes = g_bytes_get_data (pdf, &size);
  return g_file_replace_contents (what->file, bytes, size, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  NULL, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * eh_job_letters_sheaf_async:
 * @index: a project
 * @items: (element-type EhLetterItem): letters
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_letters_sheaf(), in a worker.
 */
void
eh_job_letters_sheaf_async (EhFeedbackIndex *index,
                            GPtrArray *items,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_job_letters_sheaf_async);
  begin (task, index, items, FALSE, NULL, make_in_thread);
}

/**
 * eh_job_letters_sheaf_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages; from now on this thread's
 */
EhSheaf *
eh_job_letters_sheaf_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_job_letters_save_async:
 * @index: a project
 * @items: (element-type EhLetterItem): letters
 * @apart: see eh_sheaf_keep_apart()
 * @file: where to; what was there is replaced at the end, and stays when anything fails
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Writes all of them as one PDF to print, for its owner alone to read.
 */
void
eh_job_letters_save_async (EhFeedbackIndex *index,
                           GPtrArray *items,
                           gboolean apart,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_job_letters_save_async);
  begin (task, index, items, apart, file, save_in_thread);
}

/**
 * eh_job_letters_save_finish:
 * @result: what the callback was given
 * @error: set to a #GIOError
 *
 * Returns: whether it is written
 */
gboolean
eh_job_letters_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
