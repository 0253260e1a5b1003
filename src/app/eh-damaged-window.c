/* A project is damaged and there are backups of it: each with what is in it and a button that opens
 * it, and, below, the other way out. What is chosen is done by whoever shows it. */

#include "eh-damaged-window.h"

#include "eh-kept-row.h"
#include "eh-kept-words.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhDamagedWindow {
  AdwWindow parent_instance;

  GtkLabel *name_label;
  GtkLabel *why_label;
  GtkListBox *list;
  GtkWidget *recover_button;
  GPtrArray *backups; /* (element-type EhKept) */
};

enum {
  BACKUP_CHOSEN,
  RECOVERY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhDamagedWindow, eh_damaged_window, ADW_TYPE_WINDOW)

static void
backup_cb (GtkWidget *button, EhDamagedWindow *self)
{
  const EhKept *kept = g_object_get_data (G_OBJECT (button), "kept");

  g_signal_emit (self, signals[BACKUP_CHOSEN], 0, kept->path);
}

static void
recover_cb (EhDamagedWindow *self)
{
  g_signal_emit (self, signals[RECOVERY_CHOSEN], 0);
}

static void
add_row (EhDamagedWindow *self, EhKept *kept)
{
  GtkWidget *row = eh_kept_row_new (kept);
  g_autofree char *when = eh_kept_words_when (kept);
  /* TRANSLATORS: %s is a date and a time */
  g_autofree char *name = g_strdup_printf (_ ("Open the backup from %s"), when);
  GtkWidget *button = eh_kept_row_add_button (row, _ ("_Open This Backup…"), name);

  g_object_set_data (G_OBJECT (button), "kept", kept);
  g_signal_connect (button, "clicked", G_CALLBACK (backup_cb), self);
  gtk_list_box_append (self->list, row);
}

static void
eh_damaged_window_dispose (GObject *object)
{
  EhDamagedWindow *self = EH_DAMAGED_WINDOW (object);
  GtkWidget *row;

  while (self->list != NULL && (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->list = NULL;
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_damaged_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhDamagedWindow, name)

static void
eh_damaged_window_class_init (EhDamagedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_damaged_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-damaged-window.ui");
  BIND (name_label);
  BIND (why_label);
  BIND (list);
  BIND (recover_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  /**
   * EhDamagedWindow::backup-chosen:
   * @path: the backup that shall be opened
   */
  signals[BACKUP_CHOSEN] = g_signal_new ("backup-chosen", EH_TYPE_DAMAGED_WINDOW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * EhDamagedWindow::recovery-chosen: what can be read of the project shall be saved
   */
  signals[RECOVERY_CHOSEN] = g_signal_new ("recovery-chosen", EH_TYPE_DAMAGED_WINDOW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_damaged_window_init (EhDamagedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->recover_button, "clicked", G_CALLBACK (recover_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_damaged_window_new:
 * @parent: a window without a project
 * @name: of the file
 * @why: what is wrong, in a sentence
 * @backups: (transfer none) (element-type EhKept): backups that are whole, the newest first
 *
 * Returns: (transfer none): a window that offers them; Escape closes it
 */
GtkWidget *
eh_damaged_window_new (GtkWindow *parent, const char *name, const char *why, GPtrArray *backups)
{
  EhDamagedWindow *self = g_object_new (EH_TYPE_DAMAGED_WINDOW, "transient-for", parent, NULL);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->why_label, why);
  self->backups = g_ptr_array_ref (backups);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, backups->pdata[i]);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}
