/* Letters while they are made: how far it is, and a way to stop. It is there only as long. */

#include "eh-letters-bar.h"

#include "eh-work-progress.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define LOOK_MS 100

struct _EhLettersBar {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkProgressBar *bar;
  EhWorkspace *workspace;
  EhWorkProgress *progress;
  GCancellable *cancellable; /* while letters are made */
  guint n;
  guint timer;
};

static guint busy_signal;

G_DEFINE_FINAL_TYPE (EhLettersBar, eh_letters_bar, GTK_TYPE_WIDGET)

static void
cancel_cb (EhLettersBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
forget (EhLettersBar *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, eh_work_progress_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
}

static void
eh_letters_bar_dispose (GObject *object)
{
  EhLettersBar *self = EH_LETTERS_BAR (object);

  cancel_cb (self);
  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_letters_bar_parent_class)->dispose (object);
}

static void
eh_letters_bar_class_init (EhLettersBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_letters_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhLettersBar::busy: letters are begun or ended
   */
  busy_signal = g_signal_new ("busy", EH_TYPE_LETTERS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
eh_letters_bar_init (EhLettersBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Making letters"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eh_letters_bar_is_busy:
 * @self: a bar
 *
 * Returns: whether letters are being made
 */
gboolean
eh_letters_bar_is_busy (EhLettersBar *self)
{
  return self->cancellable != NULL;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhLettersBar) self = data;
  g_autoptr (EhWorkspace) workspace = self->workspace != NULL ? g_object_ref (self->workspace)
                                                              : NULL;
  g_autoptr (GError) error = NULL;
  gboolean made = eh_job_letters_write_finish (result, &error);
  g_autofree char *text = NULL;

  if (workspace == NULL)
    return;
  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, busy_signal, 0);
  if (!made) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      eh_workspace_report_error (workspace, error);
    return;
  }
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Made %u letter", "Made %u letters", self->n), self->n);
  eh_workspace_toast (workspace, text, FALSE);
}

static gboolean
look_cb (gpointer data)
{
  EhLettersBar *self = data;

  gtk_progress_bar_set_fraction (self->bar, eh_work_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
note_progress (double fraction, const char *text, gpointer data)
{
  eh_work_progress_note (fraction, data);
}

/**
 * eh_letters_bar_make:
 * @self: a bar that is not busy
 * @workspace: where it is told that they are made
 * @index: the project
 * @items: (element-type EhLetterItem): letters
 * @folder: where to
 *
 * Makes them in a worker.
 */
void
eh_letters_bar_make (EhLettersBar *self,
                     EhWorkspace *workspace,
                     EhFeedbackIndex *index,
                     GPtrArray *items,
                     GFile *folder)
{
  g_return_if_fail (!eh_letters_bar_is_busy (self));
  self->workspace = g_object_ref (workspace);
  self->n = 0;
  for (guint i = 0; i < items->len; i++)
    self->n += ((EhLetterItem *) items->pdata[i])->writer != NULL;
  self->progress = eh_work_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_emit (self, busy_signal, 0);
  eh_job_letters_write_async (
      index, items, folder, note_progress, eh_work_progress_ref (self->progress),
      (GDestroyNotify) eh_work_progress_unref, self->cancellable, made_cb, g_object_ref (self));
}
