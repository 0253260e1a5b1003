/* Categories that the words of an insight suggest, each with the reason and a button that places it
 * there. What it learns from is prepared in a worker; nothing is placed by itself. */

#include "eh-suggestion-box.h"

#include "eh-category.h"
#include "eh-dataset-watch.h"
#include "eh-fields.h"
#include "eh-reader.h"
#include "eh-suggester.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_SUGGESTIONS 3

struct _EhSuggestionBox {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkWidget *rows;
  EhSuggester *suggester;
  GCancellable *learning;
  GArray *shown; /* (element-type EhId) */
  gboolean on;
  EhId framework_id;
  char *coder; /* (nullable) */
  EhId insight_id;
  char *text;
};

typedef struct {
  EhDataset *dataset;
  EhId framework_id;
  char *coder;
} Lesson;

enum {
  TAKEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhSuggestionBox, eh_suggestion_box, GTK_TYPE_WIDGET)

static void
lesson_free (Lesson *lesson)
{
  eh_dataset_unref (lesson->dataset);
  g_free (lesson->coder);
  g_free (lesson);
}

static void
eh_suggestion_box_dispose (GObject *object)
{
  EhSuggestionBox *self = EH_SUGGESTION_BOX (object);

  g_cancellable_cancel (self->learning);
  g_clear_object (&self->learning);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->suggester, eh_suggester_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_suggestion_box_parent_class)->dispose (object);
}

static void
eh_suggestion_box_finalize (GObject *object)
{
  EhSuggestionBox *self = EH_SUGGESTION_BOX (object);

  g_array_unref (self->shown);
  g_free (self->coder);
  g_free (self->text);
  G_OBJECT_CLASS (eh_suggestion_box_parent_class)->finalize (object);
}

static void
eh_suggestion_box_class_init (EhSuggestionBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_suggestion_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_suggestion_box_finalize;
  /**
   * EhSuggestionBox::taken:
   * @category: the category that somebody agrees with
   */
  signals[TAKEN] = g_signal_new ("taken", EH_TYPE_SUGGESTION_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_suggestion_box_init (EhSuggestionBox *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->text = g_strdup ("");
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (self->body),
                  eh_fields_words (_ ("It may belong here"), "eh-field-label"));
  gtk_box_append (GTK_BOX (self->body), self->rows);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
reason_of (const EhSuggestion *suggestion)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *listed = NULL;

  for (guint i = 0; suggestion->words[i] != NULL; i++)
    g_ptr_array_add (words, eh_text_isolate (suggestion->words[i]));
  /* TRANSLATORS: between words of what somebody said */
  listed = eh_text_join (words, C_ ("between words", ", "));
  /* TRANSLATORS: why a category is suggested; %1$s is a list of words */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Because of: %1$s; as in %2$u insight there",
                   "Because of: %1$s; as in %2$u insights there", suggestion->n_insights),
      listed, suggestion->n_insights);
}

static void
clicked_cb (GtkButton *button, EhSuggestionBox *self)
{
  const EhId *id = g_object_get_data (G_OBJECT (button), "category");

  g_signal_emit (self, signals[TAKEN], 0, *id);
}

static void
add_row (EhSuggestionBox *self, const EhSuggestion *suggestion)
{
  g_autoptr (EhCategory) category = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                   &eh_category_row_type, suggestion->category_id);
  g_autofree char *reason = reason_of (suggestion);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button, *words;

  if (category == NULL)
    return;
  words = gtk_label_new (category->label);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
  g_object_set_data_full (G_OBJECT (button), "category",
                          g_memdup2 (&suggestion->category_id, sizeof (EhId)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), eh_fields_words (reason, "eh-hint"));
  gtk_box_append (GTK_BOX (self->rows), row);
  g_array_append_val (self->shown, suggestion->category_id);
}

static void
refresh (EhSuggestionBox *self)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  g_array_set_size (self->shown, 0);
  if (self->on && self->suggester != NULL && self->insight_id != EH_ID_NONE) {
    found = eh_suggester_suggest (self->suggester, self->text, self->insight_id, MAX_SUGGESTIONS);
    for (guint i = 0; i < found->len; i++)
      add_row (self, found->pdata[i]);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
}

static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Lesson *lesson = data;
  EhSuggester *learnt;

  g_cancellable_push_current (cancellable);
  learnt = eh_suggester_new (lesson->dataset, lesson->framework_id, lesson->coder);
  g_cancellable_pop_current (cancellable);
  /* What was superseded may have ended early; then this is not what the task gives. */
  g_task_return_pointer (task, learnt, (GDestroyNotify) eh_suggester_unref);
}

static void
learnt_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhSuggestionBox *self = EH_SUGGESTION_BOX (source);
  EhSuggester *suggester = g_task_propagate_pointer (G_TASK (result), NULL);

  if (suggester == NULL)
    return;
  g_clear_pointer (&self->suggester, eh_suggester_unref);
  self->suggester = suggester;
  if (self->workspace != NULL)
    refresh (self);
}

static void
learn (EhSuggestionBox *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (eh_dataset_watch_of (self->workspace));
  g_autoptr (GTask) task = NULL;
  Lesson *lesson;

  if (!self->on || dataset == NULL)
    return;
  g_cancellable_cancel (self->learning);
  g_clear_object (&self->learning);
  self->learning = g_cancellable_new ();
  lesson = g_new0 (Lesson, 1);
  lesson->dataset = eh_dataset_ref (dataset);
  lesson->framework_id = self->framework_id;
  lesson->coder = g_strdup (self->coder);
  task = g_task_new (self, self->learning, learnt_cb, NULL);
  g_task_set_source_tag (task, learn);
  g_task_set_task_data (task, lesson, (GDestroyNotify) lesson_free);
  g_task_run_in_thread (task, learn_in_thread);
}

/**
 * eh_suggestion_box_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a box that suggests nothing and is not seen
 */
GtkWidget *
eh_suggestion_box_new (EhWorkspace *workspace)
{
  EhSuggestionBox *self = g_object_new (EH_TYPE_SUGGESTION_BOX, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (eh_dataset_watch_of (workspace), "loaded", G_CALLBACK (learn), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eh_suggestion_box_set_source:
 * @self: a box
 * @on: whether anything is suggested
 * @framework_id: of whose categories
 * @coder: (nullable): learn from what this coder placed alone; %NULL from all
 */
void
eh_suggestion_box_set_source (EhSuggestionBox *self,
                              gboolean on,
                              EhId framework_id,
                              const char *coder)
{
  self->on = on;
  self->framework_id = framework_id;
  g_free (self->coder);
  self->coder = g_strdup (coder);
  g_clear_pointer (&self->suggester, eh_suggester_unref);
  if (on) {
    eh_dataset_watch_want (eh_dataset_watch_of (self->workspace));
    learn (self);
  }
  refresh (self);
}

/**
 * eh_suggestion_box_show:
 * @self: a box
 * @insight_id: an insight, or none
 * @text: its words
 */
void
eh_suggestion_box_show (EhSuggestionBox *self, EhId insight_id, const char *text)
{
  self->insight_id = insight_id;
  eh_set_str (&self->text, text);
  refresh (self);
}

/**
 * eh_suggestion_box_take:
 * @self: a box
 * @number: 1 for the first suggestion
 *
 * Agrees with a suggestion.
 *
 * Returns: whether there is one of that number
 */
gboolean
eh_suggestion_box_take (EhSuggestionBox *self, guint number)
{
  if (number < 1 || number > self->shown->len)
    return FALSE;
  g_signal_emit (self, signals[TAKEN], 0, g_array_index (self->shown, EhId, number - 1));
  return TRUE;
}
