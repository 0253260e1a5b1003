/* How far an export is, and a way to stop it: a small window that comes only where it takes longer
 * than a moment, and goes by itself. */

#include "eh-export-progress.h"

#include "eh-compat.h"
#include "eh-work-progress.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is done sooner needs no window. */
#define SHOW_MS 600
#define LOOK_MS 100

struct _EhExportProgress {
  GtkWindow *parent; /* (nullable): weak */
  char *title;
  GtkWindow *window; /* (nullable): once it is there */
  GtkProgressBar *bar;
  EhWorkProgress *progress;
  GCancellable *cancellable;
  guint timer;
};

static gboolean
look_cb (gpointer data)
{
  EhExportProgress *self = data;

  gtk_progress_bar_set_fraction (self->bar, eh_work_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

static gboolean
closed_cb (EhExportProgress *self)
{
  g_cancellable_cancel (self->cancellable);
  return TRUE; /* it goes once the work has ended */
}

static void
cancel_cb (EhExportProgress *self)
{
  g_cancellable_cancel (self->cancellable);
}

static GtkWidget *
make_content (EhExportProgress *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = gtk_label_new (self->title);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static gboolean
show_cb (gpointer data)
{
  EhExportProgress *self = data;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", self->title, "modal", TRUE,
                               "transient-for", self->parent, "resizable", FALSE, "default-width",
                               320, "content", make_content (self), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (closed_cb), self);
  look_cb (self);
  gtk_window_present (self->window);
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * eh_export_progress_begin:
 * @parent: (nullable): the window that asked for it
 * @title: what is done, as a person reads it
 *
 * Call it when the work begins, and eh_export_progress_end() when it has ended.
 *
 * Returns: (transfer full): what shows it, if it takes long
 */
EhExportProgress *
eh_export_progress_begin (GtkWindow *parent, const char *title)
{
  EhExportProgress *self = g_new0 (EhExportProgress, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->title = g_strdup (title);
  self->progress = eh_work_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (SHOW_MS, show_cb, self);
  return self;
}

/**
 * eh_export_progress_cancellable:
 * @self: what shows it
 *
 * Returns: (transfer none): what stops the work
 */
GCancellable *
eh_export_progress_cancellable (EhExportProgress *self)
{
  return self->cancellable;
}

/**
 * eh_export_progress_data:
 * @self: what shows it
 *
 * Returns: (transfer full): for eh_work_progress_note(); freed with eh_work_progress_unref()
 */
gpointer
eh_export_progress_data (EhExportProgress *self)
{
  return eh_work_progress_ref (self->progress);
}

/**
 * eh_export_progress_end:
 * @self: (transfer full): what shows it
 *
 * The work has ended, one way or another.
 */
void
eh_export_progress_end (EhExportProgress *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->window != NULL) {
    g_signal_handlers_disconnect_by_data (self->window, self);
    gtk_window_destroy (self->window);
  }
  g_clear_weak_pointer (&self->parent);
  eh_work_progress_unref (self->progress);
  g_object_unref (self->cancellable);
  g_free (self->title);
  g_free (self);
}
