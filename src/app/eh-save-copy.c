/* A copy of the project in another place: for a colleague, for safety, and for when the user's own
 * file cannot be written; protected by a passphrase where somebody wants that. The window of the
 * project stays with its own file. */

#include "eh-save-copy.h"

#include "eh-compat.h"
#include "eh-job-copy.h"
#include "eh-text.h"
#include "eh-work-progress.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define LOOK_MS 100
#define WIDTH   480
#define HEIGHT  470

struct _EhSaveCopy {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *choose_button;
  GtkCheckButton *protect;
  GtkRevealer *revealer;
  GtkEditable *passphrase;
  GtkEditable *again;
  GtkLabel *hint;
  GtkProgressBar *bar;

  EhSession *session;
  EhWorkspace *workspace;
  EhWorkProgress *progress;
  GCancellable *cancellable; /* while a protected copy is being written */
  guint timer;
};

G_DEFINE_FINAL_TYPE (EhSaveCopy, eh_save_copy, ADW_TYPE_WINDOW)

static gboolean
is_plain_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

static char *
too_short (void)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Too short yet: it has at least %u character.",
                   "Too short yet: it has at least %u characters.", EH_PASSPHRASE_MIN),
      EH_PASSPHRASE_MIN);
}

/* What is to be said of the passphrase as it stands. Its length is what protects. */
static char *
advice (const char *passphrase, const char *again)
{
  glong length = g_utf8_strlen (passphrase, -1);

  if (length == 0)
    return g_strdup (_ ("Four or five words in a row are easy to keep in mind and hard to guess."));
  if (length < EH_PASSPHRASE_MIN)
    return too_short ();
  if (!g_str_equal (passphrase, again))
    return g_strdup (*again == '\0' ? _ ("Now type it once more.")
                                    : _ ("The two are not the same yet."));
  if (length < EH_PASSPHRASE_GOOD)
    return g_strdup (
        _ ("Somebody with time and a computer could guess it. Some more words make that "
           "hopeless."));
  if (!is_plain_ascii (passphrase))
    return g_strdup (
        _ ("Long enough. Evenhand will open it; some other programs stumble over letters "
           "with accents."));
  return g_strdup (_ ("Long enough to be hard to guess."));
}

static gboolean
is_ready (EhSaveCopy *self)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  return !gtk_check_button_get_active (self->protect) ||
         (g_utf8_strlen (passphrase, -1) >= EH_PASSPHRASE_MIN &&
          g_str_equal (passphrase, gtk_editable_get_text (self->again)));
}

static void
refresh (EhSaveCopy *self)
{
  g_autofree char *text = advice (gtk_editable_get_text (self->passphrase),
                                  gtk_editable_get_text (self->again));

  gtk_revealer_set_reveal_child (self->revealer, gtk_check_button_get_active (self->protect));
  gtk_label_set_label (self->hint, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passphrase),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_set_sensitive (self->choose_button, is_ready (self));
}

static void
protect_toggled_cb (EhSaveCopy *self)
{
  gboolean protect = gtk_check_button_get_active (self->protect);

  refresh (self);
  /* The window grows with what it asks; on a small screen it scrolls. */
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, protect ? HEIGHT : -1);
  if (protect)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
told (EhSaveCopy *self, gboolean saved, const GError *error)
{
  if (self->workspace == NULL)
    return;
  if (saved)
    eh_workspace_toast (self->workspace, _ ("Copy saved"), FALSE);
  else
    eh_workspace_report_error (self->workspace, error);
  g_clear_object (&self->cancellable);
  gtk_window_close (GTK_WINDOW (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhSaveCopy) self = data;
  g_autoptr (GError) error = NULL;

  told (self, eh_session_save_a_copy_finish (EH_SESSION (source), result, &error), error);
}

static void
protected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhSaveCopy) self = data;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  told (self, eh_session_save_protected_finish (EH_SESSION (source), result, &error), error);
}

static gboolean
look_cb (gpointer data)
{
  EhSaveCopy *self = data;

  gtk_progress_bar_set_fraction (self->bar, eh_work_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
save_protected (EhSaveCopy *self, GFile *file)
{
  g_autofree char *title = NULL;
  g_autofree char *entry_name = NULL;

  g_object_get (self->workspace, "title", &title, NULL);
  entry_name = eh_job_copy_entry_name (title);
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  eh_session_save_protected_async (self->session, file, entry_name,
                                   gtk_editable_get_text (self->passphrase), eh_work_progress_note,
                                   eh_work_progress_ref (self->progress),
                                   (GDestroyNotify) eh_work_progress_unref, self->cancellable,
                                   protected_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhSaveCopy) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);

  if (file == NULL || self->workspace == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  eh_workspace_flush (self->workspace);
  gtk_widget_set_visible (self->choose_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  if (gtk_check_button_get_active (self->protect))
    save_protected (self, file);
  else
    eh_session_save_a_copy_async (self->session, file, saved_cb, g_object_ref (self));
}

static void
choose_cb (EhSaveCopy *self)
{
  gboolean protect = gtk_check_button_get_active (self->protect);
  g_autofree char *title = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *name = NULL;

  g_object_get (self->workspace, "title", &title, NULL);
  slug = eh_text_slug (title);
  /* TRANSLATORS: Name of a file: a copy of a project that a passphrase protects. %s is the
   * project's title. */
  name = protect ? g_strdup_printf (_ ("%s copy.zip"), slug)
                 /* TRANSLATORS: Name of a file: a copy of a project. %s is the project's title. */
                 : g_strdup_printf (_ ("%s copy.evenhand"), slug);
  eh_compat_save_file_async (GTK_WINDOW (self), _ ("Save a Copy"), name, NULL, NULL, NULL,
                             chosen_cb, g_object_ref (self));
}

/* Closing stops a copy that is half written; what was in its place is still there. */
static gboolean
eh_save_copy_close_request (GtkWindow *window)
{
  EhSaveCopy *self = EH_SAVE_COPY (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (eh_save_copy_parent_class)->close_request (window);
}

static void
eh_save_copy_dispose (GObject *object)
{
  EhSaveCopy *self = EH_SAVE_COPY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->progress, eh_work_progress_unref);
  G_OBJECT_CLASS (eh_save_copy_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhSaveCopy, name)

static void
eh_save_copy_class_init (EhSaveCopyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_save_copy_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_save_copy_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-save-copy.ui");
  BIND (stack);
  BIND (choose_button);
  BIND (protect);
  BIND (revealer);
  BIND (passphrase);
  BIND (again);
  BIND (hint);
  BIND (bar);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
activate_choose (EhSaveCopy *self)
{
  gtk_widget_activate (self->choose_button);
}

static void
eh_save_copy_init (EhSaveCopy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->progress = eh_work_progress_new ();
  g_signal_connect_object (self->protect, "toggled", G_CALLBACK (protect_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->again, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->again, "activate", G_CALLBACK (activate_choose), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * eh_save_copy_ask:
 * @session: what the window has open
 * @workspace: its workspace
 * @parent: the window
 *
 * Asks how a copy shall be protected and where it shall be, and writes the project there as it is
 * then.
 */
void
eh_save_copy_ask (EhSession *session, EhWorkspace *workspace, GtkWindow *parent)
{
  EhSaveCopy *self = g_object_new (EH_TYPE_SAVE_COPY, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->workspace = g_object_ref (workspace);
  gtk_window_present (GTK_WINDOW (self));
}
