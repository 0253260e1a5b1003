/* The documents that a project can be filled into: each with what it is for, how far what is
 * recorded fills it, and what would stand in it. One is exported as it is, or begun as a guidance
 * that the team goes on writing. How far it reaches is worked out in a worker, for it takes the
 * whole document. */

#include "eh-document-window.h"

#include "eh-choice-button.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-export-progress.h"
#include "eh-fields.h"
#include "eh-guidance-edit.h"
#include "eh-job-document.h"
#include "eh-look-window.h"
#include "eh-template-team.h"
#include "eh-text.h"
#include "eh-two-panes.h"
#include "eh-work-progress.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhDocumentWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *datasets;
  GtkListBox *list;
  GtkEditable *own_name;
  GtkCheckButton *own_words;
  GtkLabel *title;
  GtkLabel *purpose;
  GtkLabel *reach;
  GtkWidget *parts; /* the contents, part by part */
  GtkWidget *workshop_field;
  EhChoiceButton *workshop;
  EhChoiceButton *format;
  GtkWidget *begin;
  GtkWidget *remove;
  GtkWidget *export;
  GtkLabel *done;

  GCancellable *reaching;
  EhExportProgress *exporting; /* (nullable): while a document is written */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (EhDocumentWindow, eh_document_window, ADW_TYPE_WINDOW)

/* What a row of the list stands for. */
typedef struct {
  char *key;
  EhId own; /* the team's, or 0 */
  const EhGuidanceTemplate *template;
} Row;

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->key);
  g_free (data);
}

static const Row *
row_at (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "document");
}

static const Row *
chosen_row (EhDocumentWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? row_at (row) : NULL;
}

static const EhGuidanceTemplate *
chosen (EhDocumentWindow *self)
{
  const Row *row = chosen_row (self);

  return row != NULL ? row->template : NULL;
}

static EhId
chosen_workshop (EhDocumentWindow *self)
{
  const EhGuidanceTemplate *template = chosen (self);

  return template != NULL && template->of_workshop ? eh_choice_button_get_selected (self->workshop)
                                                   : EH_ID_NONE;
}

static void
say (EhDocumentWindow *self, const char *words)
{
  gtk_label_set_label (self->done, words);
  gtk_widget_set_visible (GTK_WIDGET (self->done), TRUE);
  eh_compat_announce (GTK_WIDGET (self), words);
}

static void
set_working (EhDocumentWindow *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (self->export, !working);
  gtk_widget_set_sensitive (self->begin, !working);
}

/* ---- how far a document can be filled ---- */

typedef struct {
  EhDataset *dataset;
  char *key;
  EhId workshop_id;
} Question;

static void
question_free (Question *question)
{
  eh_dataset_unref (question->dataset);
  g_free (question->key);
  g_free (question);
}

static void
reach_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (question->dataset, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const EhGuidanceOptions options = { .date = today,
                                      .template_key = question->key,
                                      .workshop_id = question->workshop_id };

  g_task_return_pointer (task, eh_guidance_reach (gate, &options),
                         (GDestroyNotify) eh_guidance_reach_free);
}

static char *
reach_text (const EhGuidanceReach *reach)
{
  guint n = g_strv_length (reach->parts);
  guint filled = n - g_strv_length (reach->missing);

  if (n == 0)
    return g_strdup (_ ("It is filled from what is recorded."));
  if (filled == n)
    return g_strdup (_ ("Every part can be filled from what is recorded."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u part can be filled from what is recorded.",
                   "%1$u of %2$u parts can be filled from what is recorded.", n),
      filled, n);
}

static void
clear_parts (EhDocumentWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), child);
}

static void
show_reach (EhDocumentWindow *self, const EhGuidanceReach *reach)
{
  g_autofree char *text = reach_text (reach);

  clear_parts (self);
  gtk_label_set_label (self->reach, text);
  for (guint i = 0; reach->parts[i] != NULL; i++) {
    gboolean missing = g_strv_contains ((const char *const *) reach->missing, reach->parts[i]);
    /* TRANSLATORS: a part of a document about which nothing is recorded yet */
    g_autofree char *words = missing ? g_strdup_printf (_ ("%s (nothing recorded yet)"),
                                                        reach->parts[i])
                                     : g_strdup (reach->parts[i]);

    gtk_box_append (GTK_BOX (self->parts),
                    eh_fields_words (words, missing ? "eh-hint" : "eh-body"));
  }
}

static void
reached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EhDocumentWindow *self = EH_DOCUMENT_WINDOW (source);
  g_autoptr (EhGuidanceReach) reach = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The answer to an earlier question, or to a window that is closed. */
  if (reach != NULL && self->workspace != NULL &&
      g_task_get_cancellable (G_TASK (result)) == self->reaching)
    show_reach (self, reach);
}

static void
ask_reach (EhDocumentWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  const Row *row = chosen_row (self);
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (self->reaching != NULL)
    g_cancellable_cancel (self->reaching);
  g_clear_object (&self->reaching);
  if (dataset == NULL || row == NULL)
    return;
  self->reaching = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->dataset = eh_dataset_ref (dataset);
  question->key = g_strdup (row->key);
  question->workshop_id = chosen_workshop (self);
  task = g_task_new (self, self->reaching, reached_cb, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, reach_in_thread);
}

/* ---- choosing ---- */

static void
chosen_cb (EhDocumentWindow *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  const Row *row = chosen_row (self);
  const EhGuidanceTemplate *template = row != NULL ? row->template : NULL;

  if (template == NULL)
    return;
  gtk_label_set_label (self->title, g_object_get_data (G_OBJECT (selected), "label"));
  gtk_label_set_label (self->purpose, g_object_get_data (G_OBJECT (selected), "purpose"));
  gtk_widget_set_visible (self->remove, row->own != EH_ID_NONE);
  gtk_label_set_label (self->reach, _ ("Looking at what is recorded…"));
  clear_parts (self);
  gtk_widget_set_visible (self->workshop_field, template->of_workshop);
  gtk_widget_set_visible (self->begin,
                          row->own != EH_ID_NONE || template->kind == EH_TEMPLATE_GUIDANCE);
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  ask_reach (self);
}

static void
fill_workshops (EhDocumentWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  EhId before = eh_choice_button_get_selected (self->workshop);

  eh_choice_button_clear (self->workshop);
  eh_choice_button_add (self->workshop, EH_ID_NONE, _ ("The usual one"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  for (guint i = 0; dataset != NULL && i < dataset->workshops->len; i++) {
    const EhWorkshop *workshop = dataset->workshops->pdata[i];

    eh_choice_button_add (self->workshop, workshop->id, workshop->title, 0, NULL,
                          EH_CHOICE_NO_MARKER);
  }
  eh_choice_button_set_selected (self->workshop, before);
}

static void fill_own (EhDocumentWindow *self);

static void
loaded_cb (EhDocumentWindow *self)
{
  fill_workshops (self);
  fill_own (self);
  ask_reach (self);
}

/* ---- exporting ---- */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhDocumentWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = eh_job_export_document_finish (result, NULL, &error);

  g_clear_pointer (&self->exporting, eh_export_progress_end);
  if (self->workspace == NULL)
    return;
  set_working (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("The export was stopped. No file was written."));
  else
    say (self, written ? _ ("The document is written.") : error->message);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhDocumentWindow) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  const Row *row;

  if (file == NULL || self->workspace == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  row = chosen_row (self);
  if (row == NULL)
    return;
  set_working (self, TRUE);
  eh_workspace_flush (self->workspace);
  self->exporting = eh_export_progress_begin (GTK_WINDOW (self), _ ("Writing the document"));
  eh_job_export_document_as_async (
      eh_store_get_path (eh_workspace_get_store (self->workspace)), EH_ID_NONE, row->key,
      chosen_workshop (self), file, eh_work_progress_note,
      eh_export_progress_data (self->exporting), (GDestroyNotify) eh_work_progress_unref,
      eh_export_progress_cancellable (self->exporting), exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhDocumentWindow *self = EH_DOCUMENT_WINDOW (widget);
  const EhGuidanceTemplate *template = chosen (self);
  g_autofree char *slug = NULL;
  g_autofree char *file_name = NULL;
  guint n;
  const EhDocWriter *writers = eh_doc_writers (&n);
  guint format = (guint) eh_choice_button_get_selected (self->format);

  if (template == NULL || self->working)
    return;
  slug = eh_text_slug (_ (template->label));
  file_name = g_strdup_printf ("%s.%s", slug,
                               writers[format >= 1 ? MIN (format, n) - 1 : 0].extension);
  eh_compat_save_file_async (GTK_WINDOW (self), _ ("Export a Document"), file_name, NULL, NULL,
                             NULL, file_chosen_cb, g_object_ref (self));
}

/* The document becomes a guidance of the project, to be written on. */
static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhDocumentWindow *self = EH_DOCUMENT_WINDOW (widget);
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  const Row *row = chosen_row (self);
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhGuidance) guidance = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;

  if (dataset == NULL || row == NULL)
    return;
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  guidance = eh_guidance_template_begin_of_workshop (gate, row->key, chosen_workshop (self),
                                                     g_get_real_time () / G_USEC_PER_SEC, &blocks);
  if (!eh_guidance_start (eh_workspace_get_store (self->workspace), guidance, blocks, &error)) {
    say (self, error->message);
    return;
  }
  eh_workspace_toast (self->workspace, _ ("Document begun"), TRUE);
  eh_workspace_show_place (self->workspace, "guidance");
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- putting it together ---- */

static GtkWidget *
make_row (const char *key,
          const EhGuidanceTemplate *template,
          EhId own,
          const char *label,
          const char *purpose)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* TRANSLATORS: a kind of document as a screen reader says it: its name, and what it is for */
  g_autofree char *name = g_strdup_printf (C_ ("document", "%1$s. %2$s"), label, purpose);
  Row *what = g_new0 (Row, 1);

  what->key = g_strdup (key);
  what->template = template;
  what->own = own;
  g_object_set_data_full (G_OBJECT (row), "document", what, row_free);
  g_object_set_data_full (G_OBJECT (row), "label", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (row), "purpose", g_strdup (purpose), g_free);
  gtk_widget_add_css_class (box, "eh-card");
  gtk_box_append (GTK_BOX (box), eh_fields_words (label, "eh-row-title"));
  gtk_box_append (GTK_BOX (box), eh_fields_words (purpose, "eh-hint"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* ---- the team's own ---- */

/* Those of the team after ours; what was chosen stays chosen. */
static void
fill_own (EhDocumentWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  const Row *before = chosen_row (self);
  g_autofree char *key = g_strdup (before != NULL ? before->key : NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) eh_guidance_n_templates ())) !=
         NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; dataset != NULL && i < dataset->team_templates->len; i++) {
    const EhTeamTemplate *own = dataset->team_templates->pdata[i];
    const EhGuidanceTemplate *base = eh_guidance_template_find (own->base);
    g_autofree char *id = eh_id_to_string (own->id);
    g_autofree char *own_key = g_strconcat (EH_TEMPLATE_TEAM_PREFIX, id, NULL);
    GtkWidget *made = make_row (own_key, base != NULL ? base : eh_guidance_template (0), own->id,
                                own->name, _ ("A template of the team."));

    gtk_list_box_append (self->list, made);
    if (g_strcmp0 (key, own_key) == 0)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (made));
  }
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
keep_cb (EhDocumentWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  g_autoptr (EhTeamTemplate) row = eh_team_template_new ();
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *name = eh_text_clean_line (gtk_editable_get_text (self->own_name));
  const EhGuidance *guidance;

  if (dataset == NULL || dataset->guidances->len == 0) {
    say (self, _ ("There is no guidance yet whose parts could be kept."));
    return;
  }
  if (eh_text_is_blank (name)) {
    say (self, _ ("Give the template a name first."));
    gtk_widget_grab_focus (GTK_WIDGET (self->own_name));
    return;
  }
  guidance = dataset->guidances->pdata[dataset->guidances->len - 1];
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  blocks = eh_public_dataset_blocks (gate, guidance->id);
  row->id = eh_id_new ();
  row->created_at = g_get_real_time () / G_USEC_PER_SEC;
  eh_set_str (&row->name, name);
  eh_set_str (&row->base, guidance->template);
  g_free (row->structure);
  row->structure = eh_template_team_structure (blocks,
                                               gtk_check_button_get_active (self->own_words));
  if (!eh_workspace_put (self->workspace, &eh_team_template_row_type, row, _ ("Kept a template"),
                         NULL))
    return;
  gtk_editable_set_text (self->own_name, "");
  say (self, _ ("Kept. It is at the end of the list."));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhDocumentWindow *self = EH_DOCUMENT_WINDOW (widget);
  const Row *row = chosen_row (self);

  if (row == NULL || row->own == EH_ID_NONE)
    return;
  eh_workspace_remove (self->workspace, &eh_team_template_row_type, row->own,
                       _ ("Removed a template"), _ ("Template removed"));
}

static void
look_cb (EhDocumentWindow *self)
{
  gtk_window_present (GTK_WINDOW (eh_look_window_new (self->workspace, GTK_WINDOW (self))));
}

static GtkWidget *
make_own (EhDocumentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *keep = eh_fields_pill (_ ("_Keep as a Template"));
  GtkWidget *look = eh_fields_pill (_ ("_Logo and Colours…"));
  GtkWidget *buttons = eh_wrap_new (8);

  self->own_name = GTK_EDITABLE (entry);
  self->own_words = GTK_CHECK_BUTTON (eh_fields_check (_ ("With the words that the team typed")));
  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("Your own")));
  gtk_box_append (GTK_BOX (box),
                  eh_fields_words (_ ("Keep the parts of the present guidance, to begin other "
                                      "documents from. What people said is not in it."),
                                   "eh-hint"));
  gtk_box_append (GTK_BOX (box), eh_fields_labelled (_ ("What it is called"), entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->own_words));
  eh_wrap_append (EH_WRAP (buttons), keep);
  eh_wrap_append (EH_WRAP (buttons), look);
  gtk_box_append (GTK_BOX (box), buttons);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (look, "clicked", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (box, 18);
  return box;
}

static GtkWidget *
make_list (EhDocumentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Documents"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  for (guint i = 0; i < eh_guidance_n_templates (); i++) {
    const EhGuidanceTemplate *template = eh_guidance_template (i);

    gtk_list_box_append (self->list, make_row (template->key, template, EH_ID_NONE,
                                               _ (template->label), _ (template->purpose)));
  }
  gtk_widget_add_css_class (box, "eh-pane-body");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), make_own (self));
  return box;
}

static GtkWidget *
make_choices (EhDocumentWindow *self)
{
  GtkWidget *box = eh_wrap_new (12);
  guint n;
  const EhDocWriter *writers = eh_doc_writers (&n);

  self->workshop = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Workshop")));
  self->format = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Format")));
  for (guint i = 0; i < n; i++)
    eh_choice_button_add (self->format, (EhId) i + 1, _ (writers[i].label), 0, NULL,
                          EH_CHOICE_NO_MARKER);
  eh_choice_button_set_selected (self->format, 1);
  self->workshop_field = eh_fields_labelled (_ ("Which workshop"), GTK_WIDGET (self->workshop));
  eh_wrap_append (EH_WRAP (box), self->workshop_field);
  eh_wrap_append (EH_WRAP (box), eh_fields_labelled (_ ("As"), GTK_WIDGET (self->format)));
  return box;
}

static GtkWidget *
make_details (EhDocumentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->title = GTK_LABEL (eh_fields_heading (NULL));
  self->purpose = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->reach = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->parts, "eh-card");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->purpose));
  gtk_box_append (GTK_BOX (box), make_choices (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reach));
  gtk_box_append (GTK_BOX (box), self->parts);
  gtk_widget_add_css_class (box, "eh-pane-body");
  return box;
}

static GtkWidget *
make_bar (EhDocumentWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = eh_wrap_new (8);

  self->export = eh_fields_pill (_ ("_Export…"));
  self->begin = eh_fields_pill (_ ("_Begin and Write On"));
  gtk_widget_add_css_class (self->export, "suggested-action");
  gtk_widget_set_tooltip_text (self->export, _ ("Export (Ctrl+S)"));
  gtk_widget_set_tooltip_text (self->begin,
                               _ ("Make it a guidance of this project, to be written on"));
  self->remove = eh_fields_pill (_ ("_Remove This Template"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "document.remove");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export), "document.export");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin), "document.begin");
  self->done = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  eh_wrap_append (EH_WRAP (buttons), self->export);
  eh_wrap_append (EH_WRAP (buttons), self->begin);
  eh_wrap_append (EH_WRAP (buttons), self->remove);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->done));
  gtk_box_append (GTK_BOX (bar), buttons);
  gtk_widget_add_css_class (bar, "eh-queue-bar");
  return bar;
}

static void
fill (EhDocumentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = make_list (self);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), eh_two_panes_new (list, make_details (self)));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
eh_document_window_dispose (GObject *object)
{
  EhDocumentWindow *self = EH_DOCUMENT_WINDOW (object);

  if (self->reaching != NULL)
    g_cancellable_cancel (self->reaching);
  g_clear_object (&self->reaching);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_document_window_parent_class)->dispose (object);
}

static void
eh_document_window_class_init (EhDocumentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_document_window_dispose;
  gtk_widget_class_install_action (widget_class, "document.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "document.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "document.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_document_window_init (EhDocumentWindow *self)
{
}

/**
 * eh_document_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window of the documents that the project can be filled into; Escape
 *   closes it
 */
GtkWidget *
eh_document_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhDocumentWindow *self = g_object_new (
      EH_TYPE_DOCUMENT_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, "application",
      gtk_window_get_application (parent), "title", _ ("Documents"), "default-width", 900,
      "default-height", 720, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  eh_workspace_flush (workspace);
  self->workspace = g_object_ref (workspace);
  self->datasets = eh_dataset_watch_of (workspace);
  fill (self);
  fill_workshops (self);
  fill_own (self);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workshop, "chosen", G_CALLBACK (ask_reach), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->datasets, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  eh_dataset_watch_want (self->datasets);
  chosen_cb (self);
  return GTK_WIDGET (self);
}
