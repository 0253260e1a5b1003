/* The letters that close the circle: who gets one, made as each asked, all of them or none.
 *
 * A file is called by the number of the person and, where they chose to be named in print, by the
 * name that they chose: a name in a list of files, a mail or a queue of a printer is read by others
 * who did not ask. Who has which number is told by the window and by --json, not left in the
 * folder. */

#include "eh-job-letters.h"

#include "config.h"
#include "eh-credit-name.h"
#include "eh-private-folder.h"
#include "eh-slips.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a name in that of a file. */
#define NAME_CHARS 40

void
eh_letter_item_free (EhLetterItem *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->slip, eh_slip_free);
  g_clear_pointer (&self->insights, g_array_unref);
  g_free (self->name);
  g_free (self->language);
  g_free (self->file_name);
  g_free (self);
}

static const struct {
  EhLetterFormat format;
  const char *writer;
} formats[] = {
  { EH_LETTER_FORMAT_ODT, "odt" },   { EH_LETTER_FORMAT_DOCX, "docx" },
  { EH_LETTER_FORMAT_PDF, "pdf" },   { EH_LETTER_FORMAT_HTML, "html" },
  { EH_LETTER_FORMAT_PRINT, "pdf" },
};

/* Whoever was not asked gets what is offered first, and a page to print where they hear by post. */
static const EhDocWriter *
writer_for (const EhParticipant *person)
{
  EhLetterFormat format = person->letter_format;
  const EhDocWriter *writer = NULL;
  guint n_writers;

  if (format == EH_LETTER_FORMAT_UNKNOWN && person->contact_by == EH_CONTACT_BY_POST)
    format = EH_LETTER_FORMAT_PRINT;
  for (guint i = 0; i < G_N_ELEMENTS (formats) && writer == NULL; i++)
    if (formats[i].format == format)
      writer = eh_doc_writer_by_id (formats[i].writer);
  return writer != NULL ? writer : eh_doc_writers (&n_writers);
}

/**
 * eh_letter_item_format:
 * @self: a letter
 *
 * Returns: what it is made as
 */
EhLetterFormat
eh_letter_item_format (const EhLetterItem *self)
{
  for (guint i = 0; self->writer != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].writer, self->writer->id))
      return formats[i].format;
  return EH_LETTER_FORMAT_UNKNOWN;
}

static int
compare_recorded (gconstpointer a, gconstpointer b)
{
  const EhParticipant *one = *(const EhParticipant *const *) a;
  const EhParticipant *other = *(const EhParticipant *const *) b;

  if (one->created_at != other->created_at)
    return one->created_at < other->created_at ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* The name that they chose for print, as far as letters and digits of any script. */
static char *
name_in_file (const EhParticipant *person)
{
  g_autofree char *name = eh_credit_name (person);
  g_autofree char *slug = NULL;

  if (name == NULL)
    return NULL;
  slug = eh_text_slug (name);
  return g_utf8_strlen (slug, -1) > NAME_CHARS ? g_utf8_substring (slug, 0, NAME_CHARS)
                                               : g_steal_pointer (&slug);
}

static void
name_file (EhLetterItem *item, const EhParticipant *person)
{
  g_autofree char *name = person != NULL ? name_in_file (person) : NULL;

  if (item->slip != NULL)
    item->file_name = g_strdup_printf ("slip-%03u.%s", item->number, item->writer->extension);
  else if (!eh_text_is_blank (name))
    item->file_name = g_strdup_printf ("letter-%03u-%s.%s", item->number, name,
                                       item->writer->extension);
  else
    item->file_name = g_strdup_printf ("letter-%03u.%s", item->number, item->writer->extension);
}

static gboolean
is_told (EhFeedbackIndex *index, EhId person_id)
{
  const EhTold *told = eh_feedback_index_last_told (index, person_id);
  g_autoptr (EhFeedback) feedback = NULL;
  g_autofree char *digest = NULL;

  if (told == NULL || told->digest[0] == '\0')
    return told != NULL;
  feedback = eh_feedback_new (index, person_id);
  digest = eh_feedback_digest (feedback);
  return g_str_equal (digest, told->digest);
}

static EhLetterItem *
plan_one (EhFeedbackIndex *index,
          const EhParticipant *person,
          guint number,
          const EhLetterWishes *wishes)
{
  EhLetterItem *item = g_new0 (EhLetterItem, 1);

  item->person_id = person->id;
  item->number = number;
  item->name = g_strdup (person->name);
  item->due = eh_feedback_index_due (index, person);
  item->told = is_told (index, person->id);
  item->large = wishes->large || person->letter_large;
  item->language = g_strdup (wishes->language);
  if (item->due != EH_LETTER_DUE || (wishes->waiting && item->told))
    return item;
  item->writer = wishes->writer != NULL ? wishes->writer : writer_for (person);
  name_file (item, person);
  return item;
}

/**
 * eh_job_letters_plan:
 * @index: a project
 * @wishes: which letters
 *
 * Returns: (transfer full) (element-type EhLetterItem): one for everybody who was asked for, with
 *   or without a letter, in the order in which they were recorded
 */
GPtrArray *
eh_job_letters_plan (EhFeedbackIndex *index, const EhLetterWishes *wishes)
{
  EhDataset *dataset = eh_feedback_index_get_dataset (index);
  g_autoptr (GPtrArray) recorded = g_ptr_array_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_letter_item_free);

  g_ptr_array_extend (recorded, dataset->participants, NULL, NULL);
  g_ptr_array_sort (recorded, compare_recorded);
  for (guint i = 0; i < recorded->len; i++) {
    const EhParticipant *person = recorded->pdata[i];

    if (wishes->person_id == EH_ID_NONE || wishes->person_id == person->id)
      g_ptr_array_add (items, plan_one (index, person, i + 1, wishes));
  }
  return items;
}

/**
 * eh_job_letters_plan_slip:
 * @db: the project
 * @slip: a slip of it
 * @wishes: how
 *
 * Whoever holds the slip need not be the person that it was given to: the letter names nobody, and
 * tells only of what came from the slip.
 *
 * Returns: (transfer full): the letter for whoever holds it
 */
EhLetterItem *
eh_job_letters_plan_slip (EhDb *db, const EhSlip *slip, const EhLetterWishes *wishes)
{
  EhLetterItem *item = g_new0 (EhLetterItem, 1);
  guint n_writers;

  item->slip = eh_slip_copy (slip);
  item->insights = eh_slips_insights (db, slip);
  item->number = (guint) slip->number;
  item->name = g_strdup (slip->code);
  item->large = wishes->large;
  item->language = g_strdup (wishes->language);
  item->writer = wishes->writer != NULL ? wishes->writer : eh_doc_writers (&n_writers);
  name_file (item, NULL);
  return item;
}

static EhFeedback *
facts_of (EhFeedbackIndex *index, const EhLetterItem *item)
{
  if (item->slip != NULL)
    return eh_feedback_new_for_insights (index, (const EhId *) (gpointer) item->insights->data,
                                         item->insights->len);
  return eh_feedback_new (index, item->person_id);
}

/**
 * eh_job_letters_letter:
 * @index: the project
 * @item: a letter
 *
 * Returns: (transfer full) (nullable): what it says, with the date of today
 */
EhLetter *
eh_job_letters_letter (EhFeedbackIndex *index, const EhLetterItem *item)
{
  g_autoptr (EhFeedback) feedback = facts_of (index, item);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  const EhLetterOptions options = { item->language, today, item->slip };

  return feedback != NULL ? eh_letter_new (index, feedback, &options) : NULL;
}

static gboolean
render (EhFeedbackIndex *index,
        const EhLetterItem *item,
        const char *path,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (EhLetter) letter = eh_job_letters_letter (index, item);
  g_autoptr (EhDoc) doc = letter != NULL
                              ? eh_letter_to_doc (letter, item->large ? EH_LETTER_LARGE_POINTS : 0)
                              : NULL;
  g_autoptr (GBytes) bytes = doc != NULL ? eh_doc_render (doc, item->writer, cancellable, error)
                                         : NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                   error);
}

static gboolean
put (const char *from, GFile *to, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  return g_file_get_contents (from, &bytes, &size, error) &&
         g_file_replace_contents (to, bytes, size, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                  NULL, error);
}

/* Once all are made they are put in their place; what is new there goes again when one cannot be.
 */
static gboolean
put_all (GPtrArray *letters, EhPrivateFolder *made, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) already = NULL;

  if (!g_file_make_directory_with_parents (folder, NULL, &already) &&
      !g_error_matches (already, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&already));
    return FALSE;
  }
  for (guint i = 0; i < letters->len; i++) {
    const EhLetterItem *item = letters->pdata[i];
    g_autofree char *from = eh_private_folder_file (made, item->file_name);
    g_autoptr (GFile) to = g_file_get_child (folder, item->file_name);

    if (!g_file_query_exists (to, NULL))
      g_ptr_array_add (new, g_object_ref (to));
    if (put (from, to, error))
      continue;
    for (guint j = 0; j < new->len; j++)
      g_file_delete (new->pdata[j], NULL, NULL);
    return FALSE;
  }
  return TRUE;
}

/**
 * eh_job_letters_write:
 * @index: a project
 * @items: (element-type EhLetterItem): letters; those without one are passed over
 * @folder: where to; it is made when it is not there
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: set to a #GIOError or a #GFileError
 *
 * Makes all letters, and then puts them in the folder, each readable by its owner alone.
 *
 * Returns: whether all are there; when not, no new one is
 */
gboolean
eh_job_letters_write (EhFeedbackIndex *index,
                      GPtrArray *items,
                      GFile *folder,
                      EhJobProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EhPrivateFolder) made = eh_private_folder_new (error);
  g_autoptr (GPtrArray) letters = g_ptr_array_new ();

  if (made == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (((EhLetterItem *) items->pdata[i])->writer != NULL)
      g_ptr_array_add (letters, items->pdata[i]);
  for (guint i = 0; i < letters->len; i++) {
    const EhLetterItem *item = letters->pdata[i];
    g_autofree char *path = eh_private_folder_file (made, item->file_name);

    if (progress != NULL)
      progress ((double) i / letters->len, _ ("Making letters…"), data);
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !render (index, item, path, cancellable, error))
      return FALSE;
  }
  if (!put_all (letters, made, folder, error))
    return FALSE;
  if (progress != NULL)
    progress (1, _ ("Making letters…"), data);
  return TRUE;
}

/**
 * eh_job_letters_tolds:
 * @index: a project
 * @items: (element-type EhLetterItem): letters
 * @how: how they went out
 *
 * Returns: (transfer full) (element-type EhTold): for eh_tolds_mark(): that each of them to a
 * person was given
 */
GPtrArray *
eh_job_letters_tolds (EhFeedbackIndex *index, GPtrArray *items, EhToldHow how)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_told_free);

  for (guint i = 0; i < items->len; i++) {
    const EhLetterItem *item = items->pdata[i];
    g_autoptr (EhFeedback) feedback = NULL;
    g_autoptr (EhLetter) letter = NULL;
    g_autofree char *digest = NULL;
    EhTold *row;

    if (item->writer == NULL || item->person_id == EH_ID_NONE)
      continue;
    feedback = eh_feedback_new (index, item->person_id);
    digest = eh_feedback_digest (feedback);
    letter = eh_job_letters_letter (index, item);
    row = eh_told_new ();
    row->participant_id = item->person_id;
    row->how = how;
    row->format = eh_letter_item_format (item);
    eh_set_str (&row->language, eh_catalogue_get_language (letter->words));
    eh_set_str (&row->digest, digest);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

typedef struct {
  EhFeedbackIndex *index;
  GPtrArray *items;
  GFile *folder;
  EhJobProgress progress;
  gpointer data;
  GDestroyNotify destroy;
} Task;

static void
task_free (Task *task)
{
  if (task->destroy != NULL)
    task->destroy (task->data);
  eh_feedback_index_unref (task->index);
  g_ptr_array_unref (task->items);
  g_object_unref (task->folder);
  g_free (task);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;

  if (eh_job_letters_write (what->index, what->items, what->folder, what->progress, what->data,
                            cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_letters_write_async:
 * @index: a project
 * @items: (element-type EhLetterItem): letters, which do not change any more
 * @folder: where to
 * @progress: (nullable): told how far it is, in the worker
 * @data: for @progress
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_letters_write(), in a worker.
 */
void
eh_job_letters_write_async (EhFeedbackIndex *index,
                            GPtrArray *items,
                            GFile *folder,
                            EhJobProgress progress,
                            gpointer data,
                            GDestroyNotify destroy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->index = eh_feedback_index_ref (index);
  what->items = g_ptr_array_ref (items);
  what->folder = g_object_ref (folder);
  what->progress = progress;
  what->data = data;
  what->destroy = destroy;
  g_task_set_source_tag (task, eh_job_letters_write_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * eh_job_letters_write_finish:
 * @result: what the callback was given
 * @error: as for eh_job_letters_write()
 *
 * Returns: whether all are there
 */
gboolean
eh_job_letters_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
