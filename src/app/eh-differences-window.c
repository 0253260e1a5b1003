/* Where two coders placed the same insight differently, side by side: as one of them has it, as
 * both have it, or left standing on purpose with the reason; and how far they agree. */

#include "eh-differences-window.h"

#include "eh-actions.h"
#include "eh-category.h"
#include "eh-choice-button.h"
#include "eh-coder-differences.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-fields.h"
#include "eh-filter-choices.h"
#include "eh-framework.h"
#include "eh-insight.h"
#include "eh-map-data.h"
#include "eh-mapping.h"
#include "eh-reader.h"
#include "eh-sentence.h"
#include "eh-tag.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-toast.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* More than anybody settles at one sitting; the others come when these are done. */
#define MAX_SHOWN 50

struct _EhDifferencesWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhId framework_id;
  EhChoiceButton *framework;
  guint n_frameworks;
  GPtrArray *coders;      /* (element-type EhCoder) */
  GPtrArray *differences; /* (element-type EhDifference) */

  AdwToastOverlay *toasts;
  EhChoiceButton *first;
  EhChoiceButton *second;
  GtkWidget *choices;
  GtkLabel *summary;
  GtkLabel *agreement;
  GtkWidget *cards;
  gboolean filling;
  GCancellable *comparing;
  GCancellable *counting; /* how far they agree */
};

G_DEFINE_FINAL_TYPE (EhDifferencesWindow, eh_differences_window, ADW_TYPE_WINDOW)

static EhDb *
db_of (EhDifferencesWindow *self)
{
  return eh_workspace_get_db (self->workspace);
}

static const char *
coder_at (EhDifferencesWindow *self, EhChoiceButton *button)
{
  EhId at = eh_choice_button_get_selected (button);

  return at >= 1 && (guint) at <= self->coders->len
             ? ((EhCoder *) self->coders->pdata[at - 1])->name
             : "";
}

static const char *
shown_name (const char *coder)
{
  return coder[0] != '\0' ? coder : _ ("The team");
}

static void
settle (EhDifferencesWindow *self, GtkWidget *card, EhDifferenceChoice choice)
{
  const EhDifference *difference = g_object_get_data (G_OBJECT (card), "difference");
  GtkWidget *note = g_object_get_data (G_OBJECT (card), "note");
  g_autoptr (GError) error = NULL;

  if (!eh_difference_settle (eh_workspace_get_store (self->workspace), difference,
                             coder_at (self, self->first), coder_at (self, self->second), choice,
                             gtk_editable_get_text (GTK_EDITABLE (note)), &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  eh_workspace_toast (self->workspace,
                      choice == EH_DIFFERENCE_STANDS ? _ ("The difference stands")
                                                     : _ ("The difference is settled"),
                      TRUE);
}

static void
choice_cb (GtkWidget *button, EhDifferencesWindow *self)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (button), "card");

  settle (self, card, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "choice")));
}

static void
add_choice (EhDifferencesWindow *self,
            GtkWidget *wrap,
            GtkWidget *card,
            const char *label,
            EhDifferenceChoice choice)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "card", card);
  g_object_set_data (G_OBJECT (button), "choice", GINT_TO_POINTER ((int) choice));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, 0);
  eh_wrap_append (EH_WRAP (wrap), button);
}

static void
add_tags (EhDifferencesWindow *self, GtkWidget *box, GArray *categories)
{
  for (guint i = 0; i < categories->len; i++) {
    g_autoptr (EhCategory) category = eh_reader_get (db_of (self), &eh_category_row_type,
                                                     g_array_index (categories, EhId, i));
    GtkWidget *tag;

    if (category == NULL)
      continue;
    tag = eh_tag_new (category->label, (int) category->slot);
    gtk_widget_set_halign (tag, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (box), tag);
  }
}

static GtkWidget *
column (EhDifferencesWindow *self, const char *coder, GArray *own, GArray *both)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 4, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown_name (coder), -1);
  gtk_box_append (GTK_BOX (box), eh_fields_words (shown_name (coder), "eh-field-label"));
  add_tags (self, box, own);
  if (both->len > 0) {
    gtk_box_append (GTK_BOX (box), eh_fields_words (_ ("and, as both have it:"), "eh-hint"));
    add_tags (self, box, both);
  }
  return box;
}

static void
add_choices (EhDifferencesWindow *self, GtkWidget *card)
{
  GtkWidget *wrap = eh_wrap_new (8);
  g_autofree char *one = eh_text_isolate (shown_name (coder_at (self, self->first)));
  g_autofree char *other = eh_text_isolate (shown_name (coder_at (self, self->second)));
  /* TRANSLATORS: %s is who sorted insights */
  g_autofree char *first = g_strdup_printf (_ ("As %s has it"), one);
  /* TRANSLATORS: %s is who sorted insights */
  g_autofree char *second = g_strdup_printf (_ ("As %s has it"), other);

  add_choice (self, wrap, card, first, EH_DIFFERENCE_FIRST);
  add_choice (self, wrap, card, second, EH_DIFFERENCE_SECOND);
  add_choice (self, wrap, card, _ ("Both"), EH_DIFFERENCE_BOTH);
  add_choice (self, wrap, card, _ ("Leave It Standing"), EH_DIFFERENCE_STANDS);
  gtk_box_append (GTK_BOX (card), wrap);
}

static void
add_card (EhDifferencesWindow *self, EhDifference *difference)
{
  g_autoptr (EhInsight) insight = eh_reader_get (db_of (self), &eh_insight_row_type,
                                                 difference->insight_id);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *note = eh_text_field_new (_ ("Why"), FALSE);

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "eh-card");
  gtk_box_append (GTK_BOX (sides),
                  column (self, coder_at (self, self->first), difference->first, difference->both));
  gtk_box_append (GTK_BOX (sides), column (self, coder_at (self, self->second), difference->second,
                                           difference->both));
  gtk_box_append (GTK_BOX (card),
                  eh_fields_words (insight != NULL ? insight->text : "", "eh-body"));
  gtk_box_append (GTK_BOX (card), sides);
  eh_text_field_set_text (EH_TEXT_FIELD (note), difference->note);
  g_object_set_data (G_OBJECT (card), "difference", difference);
  g_object_set_data (G_OBJECT (card), "note", eh_text_field_get_input (EH_TEXT_FIELD (note)));
  if (difference->settled)
    gtk_box_append (GTK_BOX (card),
                    eh_fields_words (difference->stands ? _ ("Left standing on purpose")
                                                        : _ ("Settled: both belong"),
                                     "eh-hint"));
  gtk_box_append (GTK_BOX (card), note);
  add_choices (self, card);
  gtk_box_append (GTK_BOX (self->cards), card);
}

/* Those that nobody has decided about come first. */
static void
add_cards (EhDifferencesWindow *self, gboolean settled, guint *n_shown)
{
  for (guint i = 0; i < self->differences->len && *n_shown < MAX_SHOWN; i++) {
    EhDifference *difference = self->differences->pdata[i];

    if (difference->settled != settled)
      continue;
    add_card (self, difference);
    (*n_shown)++;
  }
}

static void
show_summary (EhDifferencesWindow *self)
{
  guint n_open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->differences->len; i++)
    n_open += !((EhDifference *) self->differences->pdata[i])->settled;
  if (self->coders->len < 2)
    text = g_strdup (_ ("Only one coder has sorted insights so far. Two who each give their name "
                        "in “How to sort” are compared here."));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u insight is placed differently and not decided yet.",
                     "%u insights are placed differently and not decided yet.", n_open),
        n_open);
  gtk_label_set_label (self->summary, text);
}

static void
agreement_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhDifferencesWindow) self = data;
  g_autoptr (EhMapData) numbers = eh_map_data_new_finish (result, NULL);
  g_auto (GStrv) said = NULL;
  g_autofree char *text = NULL;

  if (numbers == NULL || self->workspace == NULL)
    return;
  said = eh_sentence_agreement_all (numbers->agreement);
  text = g_strjoinv ("\n", said);
  gtk_label_set_label (self->agreement, text);
}

static void
show_agreement (EhDifferencesWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_lean (eh_dataset_watch_of (self->workspace));
  const EhMapChoice choice = { .chart = EH_MAP_CHART_AGREEMENT,
                               .audience = EH_AUDIENCE_TEAM,
                               .filter = { .framework_id = self->framework_id } };

  gtk_widget_set_visible (GTK_WIDGET (self->agreement), dataset != NULL && self->coders->len > 1);
  if (dataset == NULL || self->coders->len < 2)
    return;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  eh_map_data_new_async (dataset, &choice, self->counting, agreement_cb, g_object_ref (self));
}

static void
show_differences (EhDifferencesWindow *self)
{
  guint n_shown = 0;
  GtkWidget *child;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* In the cards, or around them as long as there was none. */
  gboolean had_focus = focus != NULL && (gtk_widget_is_ancestor (focus, self->cards) ||
                                         gtk_widget_is_ancestor (self->cards, focus));

  /* A button that goes with the keyboard on it would take the window's own keys along. */
  if (had_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  if (self->coders->len > 1) {
    add_cards (self, FALSE, &n_shown);
    add_cards (self, TRUE, &n_shown);
  }
  show_summary (self);
  if (had_focus)
    gtk_widget_child_focus (self->cards, GTK_DIR_TAB_FORWARD);
}

static void
fill_choice (EhDifferencesWindow *self, EhChoiceButton *button, guint selected)
{
  eh_choice_button_clear (button);
  for (guint i = 0; i < self->coders->len; i++)
    eh_choice_button_add (button, (EhId) i + 1,
                          shown_name (((EhCoder *) self->coders->pdata[i])->name), 0, NULL,
                          EH_CHOICE_NO_MARKER);
  eh_choice_button_set_selected (button, (EhId) selected);
}

/* ---- Comparing, in a worker: two coders of everything are many rows ---- */

typedef struct {
  char *path;
  EhId framework_id;
  char *first;  /* (nullable): %NULL for the two who have the most in common */
  char *second; /* (nullable) */
  GPtrArray *coders;
  GPtrArray *differences;
} Comparison;

static void
comparison_free (Comparison *self)
{
  g_free (self->path);
  g_free (self->first);
  g_free (self->second);
  g_clear_pointer (&self->coders, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

static const char *
name_at (GPtrArray *coders, guint place)
{
  return place < coders->len ? ((EhCoder *) coders->pdata[place])->name : "";
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *self = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (self->path, cancellable, &error);

  if (db != NULL)
    self->coders = eh_coder_list_to_compare (db, self->framework_id, &error);
  if (self->coders != NULL)
    self->differences = eh_difference_list (
        db, self->framework_id, self->first != NULL ? self->first : name_at (self->coders, 0),
        self->second != NULL ? self->second : name_at (self->coders, 1), &error);
  /* Whoever is told finds the file let go of. */
  g_clear_pointer (&db, eh_db_close);
  if (self->differences != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhDifferencesWindow) self = data;
  Comparison *comparison = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    if (self->workspace != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      eh_workspace_report_error (self->workspace, error);
    return;
  }
  if (self->workspace == NULL)
    return;
  if (comparison->first == NULL) {
    g_clear_pointer (&self->coders, g_ptr_array_unref);
    self->coders = g_steal_pointer (&comparison->coders);
    self->filling = TRUE;
    fill_choice (self, self->first, 1);
    fill_choice (self, self->second, 2);
    self->filling = FALSE;
    gtk_widget_set_visible (GTK_WIDGET (self->first), self->coders->len > 2);
    gtk_widget_set_visible (GTK_WIDGET (self->second), self->coders->len > 2);
    gtk_widget_set_visible (self->choices, self->coders->len > 2 || self->n_frameworks > 1);
    show_agreement (self);
  }
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  self->differences = g_steal_pointer (&comparison->differences);
  show_differences (self);
}

static void
compare (EhDifferencesWindow *self, const char *first, const char *second)
{
  Comparison *comparison = g_new0 (Comparison, 1);
  g_autoptr (GTask) task = NULL;

  comparison->path = g_strdup (eh_store_get_path (eh_workspace_get_store (self->workspace)));
  comparison->framework_id = self->framework_id;
  comparison->first = g_strdup (first);
  comparison->second = g_strdup (second);
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->comparing = g_cancellable_new ();
  task = g_task_new (NULL, self->comparing, compared_cb, g_object_ref (self));
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, comparison, (GDestroyNotify) comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

static void
compare_again (EhDifferencesWindow *self)
{
  if (self->coders->len > 1)
    compare (self, coder_at (self, self->first), coder_at (self, self->second));
  else
    compare (self, NULL, NULL);
}

static void
fill_frameworks (EhDifferencesWindow *self)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db_of (self), &eh_framework_row_type);

  self->n_frameworks = rows->len;
  eh_filter_choices_fill_frameworks (self->framework, db_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self->framework), rows->len > 1);
}

static void
load (EhDifferencesWindow *self)
{
  g_autoptr (EhProject) project = eh_reader_get (db_of (self), &eh_project_row_type, 1);

  if (project == NULL)
    return;
  fill_frameworks (self);
  self->framework_id = project->framework_id;
  compare (self, NULL, NULL);
}

static void
framework_cb (EhDifferencesWindow *self)
{
  self->framework_id = eh_choice_button_get_selected (self->framework);
  compare (self, NULL, NULL);
}

static void
chosen_cb (EhDifferencesWindow *self)
{
  if (!self->filling)
    compare_again (self);
}

static void
changed_cb (EhDifferencesWindow *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_mapping_row_type) ||
      eh_changes_touch (changes, &eh_coding_decision_row_type))
    compare_again (self);
}

static void
toast_cb (EhDifferencesWindow *self, const char *text, gboolean with_undo)
{
  adw_toast_overlay_add_toast (self->toasts, eh_toast_new (text));
  eh_compat_announce (GTK_WIDGET (self), text);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhDifferencesWindow *self = EH_DIFFERENCES_WINDOW (widget);

  if (g_str_equal (name, "win.undo"))
    eh_workspace_undo (self->workspace);
  else
    eh_workspace_redo (self->workspace);
}

static GtkWidget *
make_body (EhDifferencesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->choices = eh_wrap_new (8);
  self->first = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Coder on the one side")));
  self->second = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Coder on the other side")));
  self->framework = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Framework")));
  eh_wrap_append (EH_WRAP (self->choices), GTK_WIDGET (self->framework));
  g_signal_connect_object (self->framework, "chosen", G_CALLBACK (framework_cb), self,
                           G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->choices), GTK_WIDGET (self->first));
  eh_wrap_append (EH_WRAP (self->choices), GTK_WIDGET (self->second));
  g_signal_connect_object (self->first, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->summary = GTK_LABEL (eh_fields_words ("", "eh-lead"));
  self->agreement = GTK_LABEL (eh_fields_words ("", "eh-body"));
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "eh-sort-pane");
  gtk_box_append (GTK_BOX (box), self->choices);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->agreement));
  gtk_box_append (GTK_BOX (box),
                  eh_fields_words (_ ("What is settled here is agreed afterwards, and raises these "
                                      "numbers: note them before you begin."),
                                   "eh-hint"));
  gtk_box_append (GTK_BOX (box), self->cards);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
make_content (EhDifferencesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, make_body (self));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
eh_differences_window_dispose (GObject *object)
{
  EhDifferencesWindow *self = EH_DIFFERENCES_WINDOW (object);

  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->comparing);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->coders, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_differences_window_parent_class)->dispose (object);
}

static void
eh_differences_window_class_init (EhDifferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_differences_window_dispose;
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_differences_window_init (EhDifferencesWindow *self)
{
  self->coders = g_ptr_array_new ();
  self->differences = g_ptr_array_new ();
}

/**
 * eh_differences_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window of what coders placed differently; Escape closes it
 */
GtkWidget *
eh_differences_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhDifferencesWindow *self = g_object_new (
      EH_TYPE_DIFFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
      TRUE, "title", _ ("Where Coders Differ"), "default-width", 760, "default-height", 700, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  eh_workspace_flush (workspace);
  make_content (self);
  eh_actions_install_window (GTK_WIDGET (self));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_dataset_watch_of (workspace), "loaded", G_CALLBACK (show_agreement),
                           self, G_CONNECT_SWAPPED);
  eh_dataset_watch_want_lean (eh_dataset_watch_of (workspace));
  load (self);
  return GTK_WIDGET (self);
}
