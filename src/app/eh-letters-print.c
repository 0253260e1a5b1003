/* Letters on paper: whose, how large, and on which side of the sheet. What was printed can be noted
 * as told right away. */

#include "eh-letters-print.h"

#include "eh-dataset-watch.h"
#include "eh-drop-down.h"
#include "eh-feedback-told.h"
#include "eh-fields.h"
#include "eh-job-letters-print.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhLettersPrint {
  EhPrintDesk parent_instance;

  EhDatasetWatch *datasets;
  EhFeedbackState *state; /* (nullable): until the project was read */
  GCancellable *working;  /* while it is worked out */
  EhLetterItem *one;      /* (nullable): a copy */
  GHashTable *listed;     /* ids of those who are listed */
  GtkDropDown *which;
  GtkCheckButton *large;
  GtkCheckButton *apart;
  GtkLabel *count;
  GtkWidget *told;
  GPtrArray *printing; /* (nullable) (element-type EhLetterItem): that go to the printer */
};

G_DEFINE_FINAL_TYPE (EhLettersPrint, eh_letters_print, EH_TYPE_PRINT_DESK)

/* ---- whose ---- */

/* Where no letter is shown, the first choice is not offered. */
static EhLettersWhich
chosen (EhLettersPrint *self)
{
  guint which = gtk_drop_down_get_selected (self->which) + (self->one == NULL);

  return which < EH_LETTERS_N_WHICH ? (EhLettersWhich) which : EH_LETTERS_ALL;
}

static gboolean
is_meant (EhLettersPrint *self, const EhLetterItem *item, EhLettersWhich which)
{
  EhToldState state = eh_feedback_state_of (self->state, item->person_id);
  gboolean waits = state == EH_TOLD_STATE_WAITS || state == EH_TOLD_STATE_NEWS;

  switch (which) {
  case EH_LETTERS_ONE:
    return self->one != NULL && self->one->person_id == item->person_id;
  case EH_LETTERS_PAPER:
    return waits && item->paper;
  case EH_LETTERS_WAITING:
    return waits;
  case EH_LETTERS_LISTED:
    return g_hash_table_contains (self->listed, &item->person_id);
  case EH_LETTERS_ALL:
  case EH_LETTERS_N_WHICH:
  default:
    return TRUE;
  }
}

/* Returns: (transfer full): copies, in the order in which people were recorded */
static GPtrArray *
items_of (EhLettersPrint *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_letter_item_free);
  EhLettersWhich which = chosen (self);

  if (which == EH_LETTERS_ONE && self->one != NULL && self->one->slip != NULL)
    g_ptr_array_add (items, eh_letter_item_copy (self->one));
  for (guint i = 0; self->state != NULL && i < self->state->plan->len; i++) {
    const EhLetterItem *item = self->state->plan->pdata[i];

    if (item->writer != NULL && is_meant (self, item, which))
      g_ptr_array_add (items, eh_letter_item_copy (item));
  }
  for (guint i = 0; gtk_check_button_get_active (self->large) && i < items->len; i++)
    ((EhLetterItem *) items->pdata[i])->large = TRUE;
  return items;
}

static void
show_count (EhLettersPrint *self)
{
  g_autoptr (GPtrArray) items = items_of (self);
  guint n_large = 0;
  g_autofree char *letters = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u letter", "%u letters", items->len), items->len);
  g_autofree char *large = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < items->len; i++)
    n_large += ((const EhLetterItem *) items->pdata[i])->large;
  large = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u in large print", "%u in large print", n_large), n_large);
  /* TRANSLATORS: two counts, one after the other: "12 letters; 3 in large print" */
  text = n_large > 0 ? g_strdup_printf (_ ("%1$s; %2$s"), letters, large)
                     : g_steal_pointer (&letters);
  gtk_label_set_label (self->count, text);
}

/* ---- what the desk asks ---- */

static char *
why_not (EhPrintDesk *desk)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (desk);
  g_autoptr (GPtrArray) items = items_of (self);

  if (self->state == NULL)
    return g_strdup (_ ("Reading the project…"));
  if (items->len > 0)
    return NULL;
  if (chosen (self) == EH_LETTERS_PAPER)
    return g_strdup (_ ("Nobody who waits has asked for paper. Choose other letters."));
  if (chosen (self) == EH_LETTERS_WAITING)
    return g_strdup (_ ("Nobody waits: everybody who gets a letter was told."));
  return g_strdup (_ ("There is no such letter to print."));
}

static gboolean
make_async (EhPrintDesk *desk,
            gboolean to_print,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (desk);
  g_autoptr (GPtrArray) items = items_of (self);

  if (self->state == NULL || items->len == 0)
    return FALSE;
  eh_job_letters_sheaf_async (self->state->index, items, cancellable, callback, user_data);
  if (to_print) {
    g_clear_pointer (&self->printing, g_ptr_array_unref);
    self->printing = g_steal_pointer (&items);
  }
  return TRUE;
}

static EhSheaf *
make_finish (EhPrintDesk *desk, GAsyncResult *result, GError **error)
{
  return eh_job_letters_sheaf_finish (result, error);
}

static gboolean
keeps_apart (EhPrintDesk *desk)
{
  return gtk_check_button_get_active (EH_LETTERS_PRINT (desk)->apart);
}

static gboolean
save_async (EhPrintDesk *desk, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (desk);
  g_autoptr (GPtrArray) items = items_of (self);

  if (self->state == NULL || items->len == 0)
    return FALSE;
  eh_job_letters_save_async (self->state->index, items, keeps_apart (desk), file, NULL, callback,
                             user_data);
  return TRUE;
}

static gboolean
save_finish (EhPrintDesk *desk, GAsyncResult *result, GError **error)
{
  return eh_job_letters_save_finish (result, error);
}

/* A letter holds what one person said: all of it is about them. */
static gboolean
has_names (EhPrintDesk *desk, EhSheaf *sheaf, guint page)
{
  return TRUE;
}

static void
printed (EhPrintDesk *desk)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (desk);
  guint n = 0;

  for (guint i = 0; self->printing != NULL && i < self->printing->len; i++)
    n += ((const EhLetterItem *) self->printing->pdata[i])->person_id != EH_ID_NONE;
  gtk_widget_set_visible (self->told, n > 0);
}

/* ---- told ---- */

/* What could not be noted can be tried again. */
static void
marked (gboolean noted, gpointer data)
{
  g_autoptr (EhLettersPrint) self = data;

  if (eh_print_desk_get_workspace (EH_PRINT_DESK (self)) == NULL)
    return;
  if (noted) {
    g_clear_pointer (&self->printing, g_ptr_array_unref);
    eh_print_desk_say (EH_PRINT_DESK (self), _ ("They are marked as told by post."));
  } else {
    gtk_widget_set_visible (self->told, TRUE);
  }
}

static void
told_cb (EhLettersPrint *self)
{
  EhWorkspace *workspace = eh_print_desk_get_workspace (EH_PRINT_DESK (self));

  if (workspace == NULL || self->state == NULL || self->printing == NULL)
    return;
  gtk_widget_set_visible (self->told, FALSE);
  eh_feedback_mark_printed (workspace, self->state->index, self->printing, marked,
                            g_object_ref (self));
}

/* ---- what is known ---- */

/* Where nobody asked for paper, those are offered who wait. */
static void
choose_some (EhLettersPrint *self)
{
  g_autoptr (GPtrArray) items = items_of (self);

  if (items->len == 0 && chosen (self) == EH_LETTERS_PAPER)
    gtk_drop_down_set_selected (self->which, gtk_drop_down_get_selected (self->which) +
                                                 EH_LETTERS_WAITING - EH_LETTERS_PAPER);
}

static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhLettersPrint) self = data;
  gboolean is_first;
  g_autoptr (EhFeedbackState) state = eh_feedback_state_new_finish (result, NULL);

  if (state == NULL || eh_print_desk_get_workspace (EH_PRINT_DESK (self)) == NULL)
    return;
  g_clear_object (&self->working);
  is_first = self->state == NULL;
  g_clear_pointer (&self->state, eh_feedback_state_free);
  self->state = g_steal_pointer (&state);
  if (is_first)
    choose_some (self);
  show_count (self);
  eh_print_desk_look (EH_PRINT_DESK (self));
}

static void
loaded_cb (EhLettersPrint *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);

  if (dataset == NULL)
    return;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  eh_feedback_state_new_async (dataset, self->working, known_cb, g_object_ref (self));
}

static void
chosen_cb (EhLettersPrint *self)
{
  show_count (self);
  eh_print_desk_chosen (EH_PRINT_DESK (self), TRUE);
}

/* ---- putting it together ---- */

static GtkStringList *
choices (EhLettersPrint *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint n = g_hash_table_size (self->listed);
  g_autofree char *listed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "The %u person who is listed",
                                                          "The %u people who are listed", n),
                                             n);

  if (self->one != NULL)
    gtk_string_list_append (words, self->one->slip != NULL ? _ ("The letter of this slip")
                                                           : _ ("The letter that is shown"));
  gtk_string_list_append (words, _ ("Who waits and gets paper"));
  gtk_string_list_append (words, _ ("Everybody who waits"));
  gtk_string_list_append (words, listed);
  gtk_string_list_append (words, _ ("Everybody who gets a letter"));
  return words;
}

static GtkWidget *
fill (EhLettersPrint *self, EhLettersWhich which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkStringList) words = choices (self);

  self->which = GTK_DROP_DOWN (drop_down);
  eh_drop_down_set_words (self->which, words);
  gtk_drop_down_set_selected (self->which,
                              (guint) which - (self->one == NULL && which > EH_LETTERS_ONE));
  self->count = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  self->large = GTK_CHECK_BUTTON (eh_fields_check (_ ("All in large print")));
  self->apart = GTK_CHECK_BUTTON (
      eh_fields_check (_ ("No letter on the back of another, where paper is printed on both "
                          "sides")));
  gtk_check_button_set_active (self->apart, TRUE);
  gtk_box_append (GTK_BOX (box), eh_fields_labelled (_ ("Which letters"), drop_down));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->large));
  gtk_box_append (
      GTK_BOX (box),
      eh_fields_words (_ ("Whoever asked for large print gets it in any case."), "eh-hint"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->apart));
  gtk_box_append (
      GTK_BOX (box),
      eh_fields_words (_ ("A PDF from here is one file of all letters, for a printer. What is "
                          "sent to people is made by Make All Letters: a file each, which "
                          "screen readers can read."),
                       "eh-hint"));
  return box;
}

static void
eh_letters_print_dispose (GObject *object)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (object);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  G_OBJECT_CLASS (eh_letters_print_parent_class)->dispose (object);
}

static void
eh_letters_print_finalize (GObject *object)
{
  EhLettersPrint *self = EH_LETTERS_PRINT (object);

  g_clear_pointer (&self->state, eh_feedback_state_free);
  g_clear_pointer (&self->one, eh_letter_item_free);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_pointer (&self->printing, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_letters_print_parent_class)->finalize (object);
}

static void
eh_letters_print_class_init (EhLettersPrintClass *klass)
{
  EhPrintDeskClass *desk_class = EH_PRINT_DESK_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_letters_print_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_letters_print_finalize;
  desk_class->why_not = why_not;
  desk_class->make_async = make_async;
  desk_class->make_finish = make_finish;
  desk_class->save_async = save_async;
  desk_class->save_finish = save_finish;
  desk_class->has_names = has_names;
  desk_class->keeps_apart = keeps_apart;
  desk_class->printed = printed;
}

static void
eh_letters_print_init (EhLettersPrint *self)
{
  self->listed = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
}

/**
 * eh_letters_print_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 * @one: (nullable): the letter that is shown
 * @listed: (element-type EhLetterItem): of those who are listed
 * @which: what is chosen at first
 *
 * Returns: (transfer none): a window that prints letters; Escape closes it
 */
GtkWidget *
eh_letters_print_new (EhWorkspace *workspace,
                      GtkWindow *parent,
                      const EhLetterItem *one,
                      GPtrArray *listed,
                      EhLettersWhich which)
{
  EhLettersPrint *self = g_object_new (
      EH_TYPE_LETTERS_PRINT, "transient-for", parent, "destroy-with-parent", TRUE, "application",
      gtk_window_get_application (parent), "title", _ ("Print Letters"), "default-width", 1000,
      "default-height", 760, NULL);

  eh_workspace_flush (workspace);
  self->datasets = eh_dataset_watch_of (workspace);
  self->one = one != NULL ? eh_letter_item_copy (one) : NULL;
  for (guint i = 0; i < listed->len; i++)
    g_hash_table_add (
        self->listed,
        g_memdup2 (&((const EhLetterItem *) listed->pdata[i])->person_id, sizeof (EhId)));
  eh_print_desk_fill (EH_PRINT_DESK (self), workspace, fill (self, which));
  self->told = eh_fields_pill (_ ("_Mark Them as Told by Post"));
  gtk_widget_set_visible (self->told, FALSE);
  eh_print_desk_add_button (EH_PRINT_DESK (self), self->told);
  g_signal_connect_object (self->told, "clicked", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->large, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apart, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->datasets, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  loaded_cb (self);
  eh_dataset_watch_want (self->datasets);
  return GTK_WIDGET (self);
}
