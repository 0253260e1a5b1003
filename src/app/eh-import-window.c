/* Bringing in tables of people or insights, or a conversation held with Polis: the files are
 * chosen, read and checked in a worker, what would be added is said with what was odd about it, and
 * only then is it added, all of it as one step or nothing. */

#include "eh-import-window.h"

#include "eh-compat.h"
#include "eh-job-backup.h"
#include "eh-job-import.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Warnings that are spelt out; of the rest the number is said. */
#define MOST_WARNINGS 6

typedef struct {
  EhWorkspace *workspace;
  GtkWindow *parent;
  EhJobImport *prepared;
} Import;

static void
import_free (Import *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->prepared, eh_job_import_free);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static gboolean
import_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return eh_job_import_apply (data, store, NULL, NULL, error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  if (!eh_workspace_run_finish (self->workspace, result, &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  summary = eh_job_import_summary (self->prepared);
  eh_workspace_toast (self->workspace, summary, TRUE);
  eh_workspace_announce (self->workspace, summary);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  EhWorkspace *workspace = self->workspace;
  EhJobImport *prepared = self->prepared;

  if (eh_workspace_get_store (self->workspace) == NULL)
    return;
  if (!eh_job_backup_make_finish (result, &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  eh_workspace_run_async (workspace, _ ("Importing…"), import_work, prepared, NULL, imported_cb,
                          g_steal_pointer (&self));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  EhStore *store = eh_workspace_get_store (self->workspace);

  if (!eh_compat_ask_finish (result, NULL) || store == NULL)
    return;
  eh_workspace_flush (self->workspace);
  eh_job_backup_make_async (eh_store_get_path (store), EH_BACKUP_REASON_IMPORT, NULL, backed_up_cb,
                            g_steal_pointer (&self));
}

static void
append_notes (GString *text, GPtrArray *notes, guint most)
{
  for (guint i = 0; i < MIN (notes->len, most); i++) {
    const EhImportNote *note = notes->pdata[i];

    if (note->line > 0)
      /* TRANSLATORS: %1$u is the number of a line of a file, %2$s says what is odd about it. */
      g_string_append_printf (text, _ ("Line %1$u: %2$s"), (guint) note->line, note->message);
    else
      g_string_append (text, note->message);
    g_string_append_c (text, '\n');
  }
  if (notes->len > most) {
    guint rest = notes->len - most;

    g_string_append_printf (
        text, ngettext ("And %u line more like these.", "And %u lines more like these.", rest),
        rest);
    g_string_append_c (text, '\n');
  }
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GString) body = NULL;
  GtkWindow *parent = self->parent;

  self->prepared = eh_job_import_prepare_finish (result, &error);
  if (self->prepared == NULL) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  summary = eh_job_import_summary (self->prepared);
  body = g_string_new (summary);
  g_string_append (body, "\n\n");
  if (eh_workspace_get_room_display (self->workspace)) {
    g_string_append (body,
                     _ ("What is odd about a file may hold names, and is not said while names "
                        "are hidden."));
  } else {
    append_notes (body, self->prepared->notes, MOST_WARNINGS);
    append_notes (body, self->prepared->warnings, MOST_WARNINGS);
  }
  eh_compat_ask_async (parent, _ ("Add This to the Project?"), g_strstrip (body->str), _ ("_Add"),
                       FALSE, NULL, answered_cb, g_steal_pointer (&self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GListModel) files = eh_compat_open_files_finish (result, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  EhJobImportOptions options = { EH_IMPORT_KIND_GUESS, NULL, NULL, NULL };
  const char *path;

  if (files == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    g_autofree char *one = g_file_get_path (file);

    if (one != NULL)
      g_strv_builder_add (paths, one);
  }
  list = g_strv_builder_end (paths);
  eh_workspace_flush (self->workspace);
  path = eh_store_get_path (eh_workspace_get_store (self->workspace));
  eh_job_import_prepare_async (path, (const char *const *) list, &options, NULL, prepared_cb,
                               g_steal_pointer (&self));
}

/**
 * eh_import_window_ask:
 * @workspace: the open project
 * @parent: the window
 *
 * Asks for files, says what they would add, and adds it when that is wanted.
 */
void
eh_import_window_ask (EhWorkspace *workspace, GtkWindow *parent)
{
  Import *self = g_new0 (Import, 1);

  self->workspace = g_object_ref (workspace);
  self->parent = g_object_ref (parent);
  eh_compat_open_files_async (parent, _ ("Import People or Insights"), NULL, NULL, NULL, chosen_cb,
                              self);
}
