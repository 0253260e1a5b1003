/* A copy of the project in another place: for a colleague, for safety, and for when the user's own
 * file cannot be written. The window stays with its own file. */

#include "eh-save-copy.h"

#include "eh-compat.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EhSession *session;
  EhWorkspace *workspace;
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->session);
  g_object_unref (self->workspace);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GError) error = NULL;

  if (eh_session_save_a_copy_finish (self->session, result, &error))
    eh_workspace_toast (self->workspace, _ ("Copy saved"), FALSE);
  else
    eh_workspace_report_error (self->workspace, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  EhSession *session = self->session;

  if (file == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  eh_workspace_flush (self->workspace);
  eh_session_save_a_copy_async (session, file, saved_cb, g_steal_pointer (&self));
}

/**
 * eh_save_copy_ask:
 * @session: what the window has open
 * @workspace: its workspace
 * @parent: the window
 *
 * Asks for a place, and writes the project there as it is now.
 */
void
eh_save_copy_ask (EhSession *session, EhWorkspace *workspace, GtkWindow *parent)
{
  g_autofree char *title = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *name = NULL;
  Asking *self = g_new0 (Asking, 1);

  self->session = g_object_ref (session);
  self->workspace = g_object_ref (workspace);
  g_object_get (workspace, "title", &title, NULL);
  slug = eh_text_slug (title);
  /* TRANSLATORS: Name of a file: a copy of a project. %s is the project's title. */
  name = g_strdup_printf (_ ("%s copy.evenhand"), slug);
  eh_compat_save_file_async (parent, _ ("Save a Copy"), name, NULL, NULL, NULL, chosen_cb, self);
}
