/* Asks where a guidance is to go as a document, writes it there in a worker, and says what the gate
 * left out or merged. */

#include "eh-guidance-export.h"

#include "eh-compat.h"
#include "eh-export-progress.h"
#include "eh-job-document.h"
#include "eh-text.h"
#include "eh-work-progress.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static EhWorkspace *
workspace_of (EhGuidanceDoc *doc)
{
  return eh_guidance_doc_get_workspace (doc);
}

/* For whoever is about to send it on. */
static void
say_what_was_withheld (EhGuidanceDoc *doc, EhDisclosureReport *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->n_notes; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", notes->notes[i].text);
  if (text->len > 0)
    eh_workspace_set_problem (workspace_of (doc), text->str);
}

/* An export that goes on. */
typedef struct {
  EhGuidanceDoc *doc;
  GtkWindow *parent; /* (nullable): weak */
  EhExportProgress *progress;
} Export;

static void
export_free (Export *export)
{
  g_clear_pointer (&export->progress, eh_export_progress_end);
  g_clear_weak_pointer (&export->parent);
  g_object_unref (export->doc);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  EhGuidanceDoc *doc = export->doc;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDisclosureReport) notes = NULL;
  gboolean ok = eh_job_export_document_finish (result, &notes, &error);

  g_clear_pointer (&export->progress, eh_export_progress_end);
  if (!ok) {
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      eh_workspace_toast (workspace_of (doc), _ ("The export was stopped. No file was written."),
                          FALSE);
    else
      eh_workspace_report_error (workspace_of (doc), error);
    return;
  }
  eh_workspace_toast (workspace_of (doc), _ ("Guidance exported"), FALSE);
  say_what_was_withheld (doc, notes);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  EhGuidanceDoc *doc = export->doc;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (doc);

  if (file == NULL || guidance == NULL || eh_workspace_get_store (workspace_of (doc)) == NULL)
    return;
  eh_workspace_flush (workspace_of (doc));
  export->progress = eh_export_progress_begin (export->parent, _ ("Writing the guidance"));
  eh_job_export_document_as_async (
      eh_store_get_path (eh_workspace_get_store (workspace_of (doc))), guidance->id, NULL,
      EH_ID_NONE, file, eh_work_progress_note, eh_export_progress_data (export->progress),
      (GDestroyNotify) eh_work_progress_unref, eh_export_progress_cancellable (export->progress),
      exported_cb, export);
  g_steal_pointer (&export);
}

/**
 * eh_guidance_export:
 * @doc: a guidance
 * @parent: the window
 * @extension: what kind of document: "odt"
 */
void
eh_guidance_export (EhGuidanceDoc *doc, GtkWindow *parent, const char *extension)
{
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (doc);
  g_autofree char *slug = guidance != NULL ? eh_text_slug (guidance->title) : NULL;
  g_autofree char *name = g_strdup_printf ("%s.%s", slug, extension);

  Export *export;

  if (guidance == NULL)
    return;
  export = g_new0 (Export, 1);
  export->doc = g_object_ref (doc);
  g_set_weak_pointer (&export->parent, parent);
  eh_compat_save_file_async (parent, _ ("Export the guidance"), name, NULL, NULL, NULL,
                             file_chosen_cb, export);
}
