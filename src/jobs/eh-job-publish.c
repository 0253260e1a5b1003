/* A document sent out: looked over, written, and remembered by the digest of its bytes and by the
 * numbers that it told, so that it can be shown later what was sent, and the next version be held
 * against it. */

#include "eh-job-publish.h"

#include "config.h"
#include "eh-job-document.h"
#include "eh-published.h"
#include "eh-reader.h"
#include "eh-schedule.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/**
 * eh_job_publish_newest:
 * @dataset: a frozen project
 *
 * Returns: the document that was begun last, or none
 */
EhId
eh_job_publish_newest (EhDataset *dataset)
{
  GPtrArray *all = dataset->guidances;

  return all->len > 0 ? eh_row_id (all->pdata[all->len - 1]) : EH_ID_NONE;
}

/**
 * eh_job_publish_check:
 * @dataset: a frozen project
 * @guidance_id: a document
 *
 * Returns: (transfer full): whether it is safe to publish today
 */
EhPublishCheck *
eh_job_publish_check (EhDataset *dataset, EhId guidance_id)
{
  g_autofree char *today = eh_schedule_today ();
  const EhProjectFacts facts = { .today = today };

  return eh_publish_check_new (dataset, guidance_id, &facts);
}

static char *
digest_of (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* What it says, whatever the date, the version and the kind of file. */
static char *
content_of (EhPublicDataset *gate, EhId guidance_id, const char *template_key, GError **error)
{
  const EhGuidanceOptions options = { .template_key = template_key, .published_as = "" };
  g_autoptr (EhDoc) doc = eh_guidance_build (gate, guidance_id, &options);
  g_autoptr (GBytes) bytes = eh_doc_render (doc, eh_doc_writer_by_id ("markdown"), NULL, error);

  return bytes != NULL ? digest_of (bytes) : NULL;
}

static GBytes *
write_document (EhPublicDataset *gate,
                EhId guidance_id,
                const char *template_key,
                const char *version,
                GFile *file,
                GCancellable *cancellable,
                GError **error)
{
  const EhDocWriter *writer = eh_job_document_format (file, error);
  g_autofree char *today = eh_schedule_today ();
  const EhGuidanceOptions options = { .date = today,
                                      .template_key = template_key,
                                      .published_as = version };
  g_autoptr (EhDoc) doc = NULL;

  if (writer == NULL)
    return NULL;
  doc = eh_guidance_build (gate, guidance_id, &options);
  if (!eh_doc_save (doc, writer, file, cancellable, error))
    return NULL;
  /* What is on the disk is what is sent. */
  return g_file_load_bytes (file, cancellable, NULL, error);
}

static EhPublication *
describe (EhDataset *dataset, EhPublicDataset *gate, EhId guidance_id, GFile *file, GBytes *bytes)
{
  const EhGuidance *guidance = eh_dataset_guidance (dataset, guidance_id);
  EhPublication *self = eh_publication_new ();
  g_autoptr (GPtrArray) numbers = eh_published_numbers (gate);
  g_autofree char *figures = eh_published_to_text (numbers);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *digest = digest_of (bytes);

  self->id = eh_id_new ();
  self->guidance_id = guidance != NULL ? guidance_id : EH_ID_NONE;
  eh_set_str (&self->title, guidance != NULL ? guidance->title : dataset->project->title);
  eh_set_str (&self->template, guidance != NULL ? guidance->template : "");
  eh_set_str (&self->format, eh_doc_writer_for_extension (name)->id);
  eh_set_str (&self->file_name, shown);
  eh_set_str (&self->digest, digest);
  eh_set_str (&self->figures, figures);
  self->size = (gint64) g_bytes_get_size (bytes);
  self->published_at = g_get_real_time () / G_USEC_PER_SEC;
  return self;
}

static gboolean
is_settled (EhPublishCheck *check, GError **error)
{
  guint n = check->n[EH_PUBLISH_MUST];

  if (n == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE, "%u thing must be settled before this is published.",
                            "%u things must be settled before this is published.", n),
               n);
  return FALSE;
}

/* The same words in another kind of file are the same version. */
static char *
version_of (EhDataset *dataset, EhId guidance_id, const char *wanted, const char *content)
{
  const EhGuidance *guidance = eh_dataset_guidance (dataset, guidance_id);
  const EhPublication *last = eh_publish_last (dataset, guidance_id);

  if (!eh_text_is_blank (wanted))
    return eh_text_clean_line (wanted);
  if (last != NULL && g_str_equal (last->content, content) &&
      (guidance == NULL || g_str_equal (guidance->version, last->version)))
    return g_strdup (last->version);
  return eh_publish_next_version (dataset, guidance_id);
}

/**
 * eh_job_publish_write:
 * @dataset: a frozen project
 * @guidance_id: which document, or none for what @template_key begins with
 * @template_key: (nullable): "T1"
 * @version: (nullable): what to call it; %NULL for the last version where it says the same,
 * otherwise for eh_publish_next_version()
 * @file: where to; its name says the format
 * @cancellable: (nullable): stops it
 * @error: set to %G_IO_ERROR_FAILED where something must be settled first, or to a #GIOError
 *
 * Looks the document over and writes it. In any thread.
 *
 * Returns: (transfer full) (nullable): what was sent, for eh_job_publish_record()
 */
EhPublication *
eh_job_publish_write (EhDataset *dataset,
                      EhId guidance_id,
                      const char *template_key,
                      const char *version,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EhPublishCheck) check = eh_job_publish_check (dataset, guidance_id);
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (dataset, NULL, NULL);
  g_autofree char *as = NULL;
  g_autofree char *content = NULL;
  g_autofree char *accepted = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EhPublication *publication;

  if (!is_settled (check, error))
    return NULL;
  content = content_of (gate, guidance_id, template_key, error);
  if (content == NULL)
    return NULL;
  as = version_of (dataset, guidance_id, version, content);
  bytes = write_document (gate, guidance_id, template_key, as, file, cancellable, error);
  if (bytes == NULL)
    return NULL;
  publication = describe (dataset, gate, guidance_id, file, bytes);
  accepted = eh_publish_check_accepted (check);
  eh_set_str (&publication->version, as);
  eh_set_str (&publication->content, content);
  eh_set_str (&publication->accepted, accepted);
  if (template_key != NULL && publication->guidance_id == EH_ID_NONE)
    eh_set_str (&publication->template, template_key);
  return publication;
}

/**
 * eh_job_publish_record:
 * @store: the store of the project
 * @publication: what eh_job_publish_write() gave
 * @error: set to a #EhStoreError
 *
 * Remembers what was sent, and that the document is published in that version: one step of the
 * history.
 *
 * Returns: whether it is safe
 */
gboolean
eh_job_publish_record (EhStore *store, const EhPublication *publication, GError **error)
{
  g_autoptr (EhGuidance) guidance = eh_reader_get (eh_store_get_db (store), &eh_guidance_row_type,
                                                   publication->guidance_id);
  gboolean ok;

  if (!eh_store_begin (store, _ ("Published the guidance"), error))
    return FALSE;
  ok = eh_store_put (store, &eh_publication_row_type, publication, error);
  if (ok && guidance != NULL) {
    guidance->status = EH_GUIDANCE_STATUS_PUBLISHED;
    eh_set_str (&guidance->version, publication->version);
    ok = eh_store_put (store, &eh_guidance_row_type, guidance, error);
  }
  if (ok)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

typedef struct {
  char *project_path;
  EhId guidance_id;
  char *version;
  GFile *file;
} Task;

static void
task_free (Task *task)
{
  g_free (task->project_path);
  g_free (task->version);
  g_object_unref (task->file);
  g_free (task);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (what->project_path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  EhPublication *publication = NULL;

  if (dataset != NULL)
    publication = eh_job_publish_write (dataset, what->guidance_id, NULL, what->version, what->file,
                                        cancellable, &error);
  if (publication != NULL)
    g_task_return_pointer (task, publication, (GDestroyNotify) eh_publication_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_job_publish_write_async:
 * @project_path: the project or its working copy (eh_store_get_path())
 * @guidance_id: which document
 * @version: (nullable): what to call it
 * @file: where to; its name says the format
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * As eh_job_publish_write(), in a worker, of the project as it is now.
 */
void
eh_job_publish_write_async (const char *project_path,
                            EhId guidance_id,
                            const char *version,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task *what = g_new0 (Task, 1);

  what->project_path = g_strdup (project_path);
  what->guidance_id = guidance_id;
  what->version = g_strdup (version);
  what->file = g_object_ref (file);
  g_task_set_source_tag (task, eh_job_publish_write_async);
  g_task_set_task_data (task, what, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * eh_job_publish_write_finish:
 * @result: what the callback was given
 * @error: as for eh_job_publish_write(), or a #EhStoreError
 *
 * Returns: (transfer full) (nullable): what was sent
 */
EhPublication *
eh_job_publish_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_job_publish_find:
 * @publications: (element-type EhPublication): what was sent
 * @file: a file
 * @found: (out) (transfer none) (nullable): which of them it is; %NULL for none
 * @error: set to a #GIOError where the file cannot be read
 *
 * Was this what we sent? Holds every byte of it against what was sent.
 *
 * Returns: whether the file could be read
 */
gboolean
eh_job_publish_find (GPtrArray *publications,
                     GFile *file,
                     const EhPublication **found,
                     GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autofree char *digest = bytes != NULL ? digest_of (bytes) : NULL;

  *found = NULL;
  for (guint i = publications->len; digest != NULL && i > 0 && *found == NULL; i--)
    if (g_str_equal (((EhPublication *) publications->pdata[i - 1])->digest, digest))
      *found = publications->pdata[i - 1];
  return digest != NULL;
}
