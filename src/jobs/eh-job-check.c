/* A project looked over from end to end: the file, and what is in it. */

#include "eh-job-check.h"

#include "config.h"
#include "eh-access-need.h"
#include "eh-backup.h"
#include "eh-integrity.h"
#include "eh-kept.h"
#include "eh-publish-check.h"
#include "eh-queue.h"
#include "eh-reader.h"
#include "eh-schedule.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * eh_check_free:
 * @self: (nullable) (transfer full): what was found
 */
void
eh_check_free (EhCheck *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static guint
count_backups (EhDb *db)
{
  g_autofree char *folder = eh_backup_folder (db);
  g_autoptr (GPtrArray) backups = eh_backup_list (folder);

  return backups->len;
}

/* Without what cannot be looked into: that is no fault of the project's. */
static GPtrArray *
list_copies (EhDb *db, const char *path)
{
  const EhKeptQuery query = { path, path, NULL, NULL };
  g_autoptr (GPtrArray) kept = eh_kept_count_erased (db) > 0 ? eh_kept_list (&query, NULL, NULL)
                                                             : NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; kept != NULL && i < kept->len; i++) {
    const EhKept *copy = kept->pdata[i];

    if (copy->readable && copy->holds)
      g_ptr_array_add (paths, g_filename_display_name (copy->path));
  }
  return paths;
}

static guint64
size_of (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 ? (guint64) about.st_size : 0;
}

/* What each document has to say, beyond what is said of the project. */
static void
check_documents (EhDataset *dataset, GPtrArray *findings)
{
  eh_project_check_names (dataset, EH_ID_NONE, findings);
  for (guint i = 0; i < dataset->guidances->len; i++) {
    EhId id = eh_row_id (dataset->guidances->pdata[i]);
    g_autoptr (EhDocumentCheck) document = eh_document_check_new (dataset, id);

    eh_publish_check_differences (dataset, id, findings);
    eh_document_check_report (document, dataset, id, findings);
  }
}

/**
 * eh_job_check:
 * @db: a connection to the project
 * @path: its file
 * @dataset: the same, frozen
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Looks over every page, index, reference and rule. Changes nothing. Takes a second for some 50 MB.
 *
 * Returns: (transfer full) (nullable): what was found
 */
EhCheck *
eh_job_check (EhDb *db, const char *path, EhDataset *dataset, GError **error)
{
  g_autoptr (GPtrArray) faults = eh_integrity_faults (db, error);
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *today = eh_schedule_today ();
  EhProjectFacts facts = { .today = today, .faults = faults };
  EhCheck *self;

  if (faults == NULL)
    return NULL;
  if (faults->len == 0 && !eh_integrity_words_agree (path))
    g_ptr_array_add (faults, g_strdup (_ ("The index of words does not agree with the insights.")));
  steps = eh_history_list (db, 0, error);
  if (steps == NULL)
    return NULL;
  facts.access_needs = needs = eh_reader_list (db, &eh_access_need_row_type);
  facts.format = eh_reader_format (db);
  facts.size = size_of (path);
  facts.n_steps = steps->len;
  facts.n_received = eh_queue_count (db, EH_QUEUE_WAITING);
  facts.copies = copies = list_copies (db, path);
  facts.n_backups = count_backups (db);
  self = g_new0 (EhCheck, 1);
  self->sound = faults->len == 0;
  self->findings = eh_project_check (dataset, &facts);
  check_documents (dataset, self->findings);
  return self;
}
