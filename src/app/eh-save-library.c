/* The library of resources, saved for a program that keeps references or for a spreadsheet. */

#include "eh-save-library.h"

#include "eh-compat.h"
#include "eh-job-data.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWorkspace) workspace = data;
  g_autoptr (GError) error = NULL;

  if (eh_job_export_data_finish (result, &error))
    eh_workspace_toast (workspace, _ ("Resources saved"), FALSE);
  else
    eh_workspace_report_error (workspace, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWorkspace) workspace = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);

  if (file == NULL || eh_workspace_get_store (workspace) == NULL)
    return;
  eh_workspace_flush (workspace);
  eh_job_export_data_async (eh_store_get_path (eh_workspace_get_store (workspace)),
                            EH_JOB_DATA_RESOURCES, file, NULL, saved_cb, g_object_ref (workspace));
}

/**
 * eh_save_library:
 * @workspace: the project
 * @window: the window that asks
 * @extension: how the name ends: "ris", "bib", "csl.json" or "csv"
 *
 * Asks where to save the library, saves it in a worker and says so.
 */
void
eh_save_library (EhWorkspace *workspace, GtkWindow *window, const char *extension)
{
  g_autofree char *name = NULL;

  /* TRANSLATORS: the beginning of a file name */
  name = g_strdup_printf ("%s.%s", _ ("resources"), extension);
  eh_compat_save_file_async (window, _ ("Save the Resources"), name, NULL, NULL, NULL, chosen_cb,
                             g_object_ref (workspace));
}
