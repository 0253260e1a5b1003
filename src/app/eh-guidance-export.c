/* Asks where a guidance is to go as a document, writes it there in a worker, and says what the gate
 * left out or merged. */

#include "eh-guidance-export.h"

#include "eh-compat.h"
#include "eh-job-document.h"
#include "eh-text.h"

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

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidanceDoc) doc = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDisclosureReport) notes = NULL;
  gboolean ok = eh_job_export_document_finish (result, &notes, &error);

  if (!ok) {
    eh_workspace_report_error (workspace_of (doc), error);
    return;
  }
  eh_workspace_toast (workspace_of (doc), _ ("Guidance exported"), FALSE);
  say_what_was_withheld (doc, notes);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidanceDoc) doc = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (doc);

  if (file == NULL || guidance == NULL || eh_workspace_get_store (workspace_of (doc)) == NULL)
    return;
  eh_workspace_flush (workspace_of (doc));
  eh_job_export_document_async (eh_store_get_path (eh_workspace_get_store (workspace_of (doc))),
                                guidance->id, NULL, file, NULL, exported_cb, g_object_ref (doc));
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

  if (guidance != NULL)
    eh_compat_save_file_async (parent, _ ("Export the guidance"), name, NULL, NULL, NULL,
                               file_chosen_cb, g_object_ref (doc));
}
