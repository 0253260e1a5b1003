/* What there is to look at in the document that is being written: looked over by a worker whenever
 * what was typed is safe, told in a line with the reading level, walked through from mark to mark,
 * and hidden as a whole by whoever wants to write in peace. */

#include "eh-marks-bar.h"

#include "eh-dataset-watch.h"
#include "eh-fields.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhMarksBar {
  GtkWidget parent_instance;

  EhDatasetWatch *watch; /* (nullable): the workspace's */
  GSettings *settings;
  EhId guidance_id;
  EhDocumentCheck *check; /* (nullable) */
  GHashTable *by_block;   /* (element-type EhId GPtrArray): the marks of it that nobody hid */
  EhId at;                /* the mark that was gone to last, or none */
  guint run;              /* only the last look counts */
  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *toggle;
  GtkLabel *level;
};

enum {
  LOOKED,
  NEXT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhMarksBar, eh_marks_bar, GTK_TYPE_WIDGET)

static gboolean
are_shown (EhMarksBar *self)
{
  return g_settings_get_boolean (self->settings, "writing-marks");
}

static void
show (EhMarksBar *self)
{
  guint n = self->check != NULL ? self->check->n_open : 0;
  g_autofree char *says = NULL;

  if (n == 0)
    says = g_strdup (_ ("Nothing to look at"));
  else
    says = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u thing to look at", "%u things to look at", n), n);
  gtk_button_set_label (GTK_BUTTON (self->button), says);
  gtk_widget_set_sensitive (self->button, n > 0 && are_shown (self));
  gtk_label_set_label (self->level, self->check != NULL ? self->check->reading_level : "");
  gtk_widget_set_visible (GTK_WIDGET (self->level), self->check != NULL && are_shown (self));
}

/* ---- Looking ---- */

static void
sort_by_block (EhMarksBar *self)
{
  g_hash_table_remove_all (self->by_block);
  for (guint i = 0; self->check != NULL && i < self->check->marks->len; i++) {
    EhDocumentMark *mark = self->check->marks->pdata[i];
    GPtrArray *marks = g_hash_table_lookup (self->by_block, &mark->block_id);

    if (mark->stands)
      continue;
    if (marks == NULL) {
      marks = g_ptr_array_new ();
      g_hash_table_insert (self->by_block, &mark->block_id, marks);
    }
    g_ptr_array_add (marks, mark);
  }
}

static void
take_check (EhMarksBar *self, EhDocumentCheck *check)
{
  /* Its keys are within the check. */
  g_hash_table_remove_all (self->by_block);
  g_clear_pointer (&self->check, eh_document_check_free);
  self->check = check;
  sort_by_block (self);
}

typedef struct {
  EhDataset *dataset;
  EhId guidance_id;
  guint run;
} Look;

static void
look_free (Look *look)
{
  eh_dataset_unref (look->dataset);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  g_task_return_pointer (task, eh_document_check_new (look->dataset, look->guidance_id),
                         (GDestroyNotify) eh_document_check_free);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhMarksBar) self = data;
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (EhDocumentCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);

  if (check == NULL || look->run != self->run || self->box == NULL)
    return;
  take_check (self, g_steal_pointer (&check));
  show (self);
  g_signal_emit (self, signals[LOOKED], 0);
}

static void
look (EhMarksBar *self)
{
  EhDataset *dataset = self->watch != NULL ? eh_dataset_watch_get_dataset (self->watch) : NULL;
  g_autoptr (GTask) task = NULL;
  Look *data;

  /* A window that goes still hears of the last change. */
  if (self->box == NULL)
    return;
  self->run++;
  if (dataset == NULL || self->guidance_id == EH_ID_NONE || !are_shown (self)) {
    take_check (self, NULL);
    show (self);
    g_signal_emit (self, signals[LOOKED], 0);
    return;
  }
  data = g_new0 (Look, 1);
  data->dataset = eh_dataset_ref (dataset);
  data->guidance_id = self->guidance_id;
  data->run = self->run;
  task = g_task_new (NULL, NULL, looked_cb, g_object_ref (self));
  g_task_set_task_data (task, data, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
next_cb (EhMarksBar *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
eh_marks_bar_dispose (GObject *object)
{
  EhMarksBar *self = EH_MARKS_BAR (object);

  self->run++;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->by_block, g_hash_table_unref);
  g_clear_pointer (&self->check, eh_document_check_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (eh_marks_bar_parent_class)->dispose (object);
}

static void
eh_marks_bar_class_init (EhMarksBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_marks_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhMarksBar::looked: eh_marks_bar_marks_of() gives others than before
   */
  signals[LOOKED] = g_signal_new ("looked", EH_TYPE_MARKS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * EhMarksBar::next: somebody wants to see the next mark
   */
  signals[NEXT] = g_signal_new ("next", EH_TYPE_MARKS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
eh_marks_bar_init (EhMarksBar *self)
{
  GtkWidget *wrap = eh_wrap_new (8);

  self->by_block = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->settings = g_settings_new (EH_APP_ID);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->button = eh_fields_button ("");
  self->toggle = eh_fields_check (_ ("Show marks"));
  self->level = GTK_LABEL (eh_fields_words ("", "eh-note"));
  gtk_widget_set_tooltip_text (self->button, _ ("Go to the next (Alt+Page Down)"));
  g_settings_bind (self->settings, "writing-marks", self->toggle, "active",
                   G_SETTINGS_BIND_DEFAULT);
  eh_wrap_append (EH_WRAP (wrap), self->button);
  eh_wrap_append (EH_WRAP (wrap), self->toggle);
  gtk_box_append (GTK_BOX (self->box), wrap);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->level));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::writing-marks", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

/**
 * eh_marks_bar_set_workspace:
 * @self: a bar
 * @workspace: the workspace
 */
void
eh_marks_bar_set_workspace (EhMarksBar *self, EhWorkspace *workspace)
{
  g_return_if_fail (self->watch == NULL);
  self->watch = eh_dataset_watch_of (workspace);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

/**
 * eh_marks_bar_set_guidance:
 * @self: a bar
 * @guidance_id: the document that is shown, or none
 */
void
eh_marks_bar_set_guidance (EhMarksBar *self, EhId guidance_id)
{
  if (self->guidance_id == guidance_id)
    return;
  self->guidance_id = guidance_id;
  self->at = EH_ID_NONE;
  look (self);
}

/**
 * eh_marks_bar_marks_of:
 * @self: a bar
 * @block_id: a block
 *
 * Returns: (transfer container) (element-type EhDocumentMark): what was found in it and nobody hid;
 *   the marks live until the next "looked"
 */
GPtrArray *
eh_marks_bar_marks_of (EhMarksBar *self, EhId block_id)
{
  GPtrArray *marks = self->by_block != NULL ? g_hash_table_lookup (self->by_block, &block_id)
                                            : NULL;

  return marks != NULL ? g_ptr_array_ref (marks) : g_ptr_array_new ();
}

/**
 * eh_marks_bar_n_of:
 * @self: a bar
 * @block_id: a block
 *
 * Returns: how many marks eh_marks_bar_marks_of() gives
 */
guint
eh_marks_bar_n_of (EhMarksBar *self, EhId block_id)
{
  GPtrArray *marks = self->by_block != NULL ? g_hash_table_lookup (self->by_block, &block_id)
                                            : NULL;

  return marks != NULL ? marks->len : 0;
}

/**
 * eh_marks_bar_words_of:
 * @self: a bar
 * @block_id: a block
 *
 * Returns: (transfer none) (nullable): what a chart says by itself to whoever cannot see it
 */
const char *
eh_marks_bar_words_of (EhMarksBar *self, EhId block_id)
{
  return self->check != NULL ? g_hash_table_lookup (self->check->figures, &block_id) : NULL;
}

/**
 * eh_marks_bar_step:
 * @self: a bar
 * @by: 1 for the next mark, -1 for the one before; after the last comes the first
 *
 * Returns: (transfer none) (nullable): the mark to go to; it lives until the next "looked"
 */
const EhDocumentMark *
eh_marks_bar_step (EhMarksBar *self, int by)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const EhDocumentMark *mark;
  int at = -1;

  for (guint i = 0; self->check != NULL && i < self->check->marks->len; i++) {
    EhDocumentMark *each = self->check->marks->pdata[i];

    if (each->stands)
      continue;
    if (each->looked_at == self->at)
      at = (int) open->len;
    g_ptr_array_add (open, each);
  }
  if (open->len == 0)
    return NULL;
  if (at < 0 && by < 0)
    at = 0;
  at = (at + by + (int) open->len) % (int) open->len;
  mark = open->pdata[at];
  self->at = mark->looked_at;
  return mark;
}
