/* The copies on this computer that still hold what somebody asks about, each with what it is and
 * from when. Every copy is looked into, in a worker; the box is there when one of them holds it. */

#include "eh-copies-box.h"

#include "eh-job-backup.h"
#include "eh-kept-words.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhCopiesBox {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkLabel *count_label;
  GtkBox *list;
  GPtrArray *copies; /* (element-type EhKept) those that hold it */
  GCancellable *looking;
};

enum {
  LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCopiesBox, eh_copies_box, GTK_TYPE_BOX)

static void
eh_copies_box_dispose (GObject *object)
{
  EhCopiesBox *self = EH_COPIES_BOX (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_copies_box_parent_class)->dispose (object);
}

static void
eh_copies_box_class_init (EhCopiesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_copies_box_dispose;
  /**
   * EhCopiesBox::looked: all copies were looked into; see eh_copies_box_get_n_copies()
   */
  signals[LOOKED] = g_signal_new ("looked", EH_TYPE_COPIES_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
eh_copies_box_init (EhCopiesBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "eh-section");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->heading = add_label (GTK_BOX (self), _ ("Copies on this computer"), "eh-heading");
  self->count_label = add_label (GTK_BOX (self), NULL, NULL);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_kept_free);
}

static void
add_copy (EhCopiesBox *self, const EhKept *kept)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *detail = eh_kept_words_detail (kept);

  add_label (GTK_BOX (box), eh_kept_words_title (kept), "eh-row-title");
  add_label (GTK_BOX (box), detail, "eh-row-detail");
  if (kept->kind != EH_KEPT_KIND_BACKUP)
    add_label (GTK_BOX (box), kept->path, "eh-row-detail");
  if (!kept->readable)
    add_label (GTK_BOX (box), _ ("It cannot be read, so it may hold it."), "eh-row-detail");
  gtk_box_append (self->list, box);
}

static void
show (EhCopiesBox *self)
{
  guint n = self->copies->len;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u copy still holds their name or words:",
                   "%u copies still hold their name or words:", n),
      n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  gtk_label_set_label (self->count_label, text);
  for (guint i = 0; i < n; i++)
    add_copy (self, self->copies->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhCopiesBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = eh_job_backup_list_finish (result, &error);

  if (self->copies == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kept == NULL)
    g_debug ("copies: %s", error->message);
  for (guint i = 0; kept != NULL && i < kept->len;) {
    if (((EhKept *) kept->pdata[i])->holds)
      g_ptr_array_add (self->copies, g_ptr_array_steal_index (kept, i));
    else
      i++;
  }
  show (self);
  g_signal_emit (self, signals[LOOKED], 0);
}

/**
 * eh_copies_box_look:
 * @self: a box
 * @query: (nullable): which copies, and what in them; %NULL to show none
 *
 * Looks anew; "looked" tells when it is known.
 */
void
eh_copies_box_look (EhCopiesBox *self, const EhKeptQuery *query)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_ptr_array_set_size (self->copies, 0);
  show (self);
  if (query == NULL)
    return;
  self->looking = g_cancellable_new ();
  eh_job_backup_list_async (query, self->looking, looked_cb, g_object_ref (self));
}

/**
 * eh_copies_box_get_n_copies:
 * @self: a box
 *
 * Returns: how many copies hold it, as far as is known
 */
guint
eh_copies_box_get_n_copies (EhCopiesBox *self)
{
  return self->copies->len;
}

/**
 * eh_copies_box_delete:
 * @self: a box
 * @error: set to a #EhStoreError
 *
 * Deletes the copies that it shows.
 *
 * Returns: whether all of them are gone
 */
gboolean
eh_copies_box_delete (EhCopiesBox *self, GError **error)
{
  while (self->copies->len > 0) {
    if (!eh_kept_delete (self->copies->pdata[0], error)) {
      show (self);
      return FALSE;
    }
    g_ptr_array_remove_index (self->copies, 0);
  }
  show (self);
  return TRUE;
}
