/* Safe to publish? Everything that should be looked at before a document goes out, the way out, and
 * what went out already. */

#include "eh-publish-window.h"

#include "eh-choice-button.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-doc-writer.h"
#include "eh-fields.h"
#include "eh-guidance-template.h"
#include "eh-job-publish.h"
#include "eh-publish-list.h"
#include "eh-reader.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Of what was sent already, the last few. */
#define MAX_SENT 8

struct _EhPublishWindow {
  EhProjectWindow parent_instance;

  EhDatasetWatch *watch; /* the workspace's */
  EhDataset *dataset;    /* (nullable): what was looked over */
  EhPublishCheck *check; /* (nullable) */
  EhId guidance_id;
  guint run; /* of the check: only the last one counts */
  GSettings *settings;

  EhChoiceButton *document;
  GtkLabel *summary;
  GtkLabel *level;
  EhPublishList *list;
  EhTextField *version;
  EhTextField *by;
  GtkDropDown *format;
  GtkWidget *publish;
  GtkWidget *sent;
  gboolean filling;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (EhPublishWindow, eh_publish_window, EH_TYPE_PROJECT_WINDOW)

static EhWorkspace *
workspace_of (EhPublishWindow *self)
{
  return eh_project_window_get_workspace (EH_PROJECT_WINDOW (self));
}

/* ---- Looking it over ---- */

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

  g_task_return_pointer (task, eh_job_publish_check (look->dataset, look->guidance_id),
                         (GDestroyNotify) eh_publish_check_free);
}

static char *
summary_text (const EhPublishCheck *check)
{
  guint must = check->n[EH_PUBLISH_MUST];
  guint look = check->n[EH_PUBLISH_LOOK];

  if (must > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Not yet: %u thing must be settled before this is published.",
                     "Not yet: %u things must be settled before this is published.", must),
        must);
  if (look > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "It can be published. Somebody should look at %u thing before.",
                     "It can be published. Somebody should look at %u things before.", look),
        look);
  return g_strdup (_ ("Safe to publish: nothing is left to look at."));
}

static void
show_check (EhPublishWindow *self, gboolean first)
{
  g_autofree char *text = summary_text (self->check);
  gboolean was_other = !g_str_equal (gtk_label_get_label (self->summary), text);

  gtk_label_set_label (self->summary, text);
  gtk_label_set_label (self->level, self->check->reading_level);
  eh_publish_list_show (self->list, self->dataset, self->check);
  /* A button that goes with the keyboard on it would take the window's own keys along. */
  if (self->check->n[EH_PUBLISH_MUST] > 0 && gtk_widget_has_focus (self->publish))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_sensitive (self->publish, self->check->n[EH_PUBLISH_MUST] == 0);
  /* A window that has just come is read by itself. */
  if (first)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else if (was_other)
    eh_compat_announce (GTK_WIDGET (self), text);
}

/* The list holds what the check before owns until it has the new one. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPublishWindow) self = data;
  Look *look = g_task_get_task_data (G_TASK (result));
  EhPublishCheck *check = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (EhPublishCheck) before = NULL;

  if (check == NULL || look->run != self->run || workspace_of (self) == NULL) {
    eh_publish_check_free (check);
    return;
  }
  before = self->check;
  self->check = check;
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  self->dataset = eh_dataset_ref (look->dataset);
  show_check (self, before == NULL);
}

static void
look (EhPublishWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);
  g_autoptr (GTask) task = NULL;
  Look *data;

  if (dataset == NULL || self->guidance_id == EH_ID_NONE)
    return;
  data = g_new0 (Look, 1);
  data->dataset = eh_dataset_ref (dataset);
  data->guidance_id = self->guidance_id;
  data->run = ++self->run;
  task = g_task_new (NULL, NULL, looked_cb, g_object_ref (self));
  g_task_set_task_data (task, data, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* ---- What was sent ---- */

static char *
sent_text (const EhPublication *row)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (row->published_at);
  g_autofree char *when = at != NULL ? g_date_time_format (at, C_ ("date", "%-d %B %Y, %H:%M"))
                                     : g_strdup ("");
  g_autofree char *name = eh_text_isolate (row->file_name);

  if (row->guidance_id == EH_ID_NONE) {
    const EhGuidanceTemplate *template = eh_guidance_template_find (row->template);
    g_autofree char *title = eh_text_isolate (template != NULL ? _ (template->label) : row->title);

    /* TRANSLATORS: a document, its version, the name of the file, and when it was published */
    return g_strdup_printf (_ ("%1$s, version %2$s: %3$s, %4$s"), title, row->version, name, when);
  }
  /* TRANSLATORS: a version, the name of a file, and when it was published */
  return g_strdup_printf (_ ("Version %1$s: %2$s, %3$s"), row->version, name, when);
}

static void
show_sent (EhPublishWindow *self)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (workspace_of (self)),
                                              &eh_publication_row_type);
  g_autoptr (GPtrArray) rows = eh_publish_sent (all, self->guidance_id);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sent)) != NULL)
    gtk_box_remove (GTK_BOX (self->sent), child);
  for (guint i = 0; i < rows->len && i < MAX_SENT; i++) {
    g_autofree char *text = sent_text (rows->pdata[i]);

    gtk_box_append (GTK_BOX (self->sent), eh_fields_words (text, "eh-body"));
  }
  if (rows->len == 0)
    gtk_box_append (GTK_BOX (self->sent),
                    eh_fields_words (_ ("Nothing was published yet."), "eh-hint"));
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPublishWindow) self = data;
  g_autoptr (GFile) file = eh_compat_open_file_finish (result, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const EhPublication *found;
  g_autofree char *text = NULL;

  if (file == NULL || workspace_of (self) == NULL)
    return;
  rows = eh_reader_list (eh_workspace_get_db (workspace_of (self)), &eh_publication_row_type);
  if (!eh_job_publish_find (rows, file, &found, &error)) {
    eh_workspace_report_error (workspace_of (self), error);
    return;
  }
  text = found != NULL ? sent_text (found)
                       : g_strdup (_ ("Either it was published from elsewhere, or something in it "
                                      "was changed since."));
  eh_compat_tell_async (GTK_WINDOW (self),
                        found != NULL ? _ ("Yes: This Is What Was Sent")
                                      : _ ("No: This Is Not What Was Sent"),
                        text, _ ("_Close"), NULL, NULL);
}

static void
verify_cb (EhPublishWindow *self)
{
  eh_compat_open_file_async (GTK_WINDOW (self), _ ("Was This What We Sent?"), NULL, NULL, NULL,
                             verified_cb, g_object_ref (self));
}

/* ---- Publishing ---- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPublishWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhPublication) publication = eh_job_publish_write_finish (result, &error);
  EhWorkspace *workspace = workspace_of (self);
  g_autofree char *by = NULL;
  g_autofree char *text = NULL;

  if (workspace == NULL)
    return;
  self->writing = FALSE;
  by = eh_text_field_get_text (self->by);
  if (publication != NULL)
    eh_set_str (&publication->published_by, by);
  if (publication == NULL ||
      !eh_job_publish_record (eh_workspace_get_store (workspace), publication, &error)) {
    eh_workspace_report_error (workspace, error);
    gtk_label_set_label (self->summary, error->message);
    return;
  }
  /* TRANSLATORS: %s is a version */
  text = g_strdup_printf (_ ("Published as version %s"), publication->version);
  eh_workspace_toast (workspace, text, FALSE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPublishWindow) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  g_autofree char *version = NULL;

  if (file == NULL || workspace_of (self) == NULL || self->writing)
    return;
  version = eh_text_field_get_text (self->version);
  eh_workspace_flush (workspace_of (self));
  self->writing = TRUE;
  eh_job_publish_write_async (eh_store_get_path (eh_workspace_get_store (workspace_of (self))),
                              self->guidance_id, version, file, NULL, written_cb,
                              g_object_ref (self));
}

static void
publish_cb (EhPublishWindow *self)
{
  g_autoptr (EhGuidance) guidance = eh_reader_get (eh_workspace_get_db (workspace_of (self)),
                                                   &eh_guidance_row_type, self->guidance_id);
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);
  guint chosen = MIN (gtk_drop_down_get_selected (self->format), n_writers - 1);
  g_autofree char *slug = eh_text_slug (guidance != NULL ? guidance->title : "");
  g_autofree char *name = g_strdup_printf ("%s.%s", slug, writers[chosen].extension);

  eh_compat_save_file_async (GTK_WINDOW (self), _ ("Publish"), name, NULL, NULL, NULL,
                             file_chosen_cb, g_object_ref (self));
}

/* ---- The window ---- */

static void
show_version (EhPublishWindow *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);
  g_autofree char *next = dataset != NULL ? eh_publish_next_version (dataset, self->guidance_id)
                                          : g_strdup ("1.0");
  /* TRANSLATORS: %s is a version */
  g_autofree char *hint = g_strdup_printf (_ ("Left empty, it is version %s, or the last one once "
                                              "more when nothing has changed."),
                                           next);

  eh_text_field_set_hint (self->version, hint, FALSE);
}

static void
loaded_cb (EhPublishWindow *self)
{
  if (workspace_of (self) == NULL)
    return;
  look (self);
  show_version (self);
  show_sent (self);
}

static void
fill_documents (EhPublishWindow *self)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (workspace_of (self)),
                                              &eh_guidance_row_type);

  self->filling = TRUE;
  eh_choice_button_clear (self->document);
  for (guint i = all->len; i > 0; i--) {
    const EhGuidance *guidance = all->pdata[i - 1];

    eh_choice_button_add (self->document, guidance->id, guidance->title, 0, NULL,
                          EH_CHOICE_NO_MARKER);
  }
  self->guidance_id = all->len > 0 ? eh_row_id (all->pdata[all->len - 1]) : EH_ID_NONE;
  eh_choice_button_set_selected (self->document, self->guidance_id);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->document), all->len > 1);
  gtk_widget_set_sensitive (self->publish, FALSE);
  if (all->len == 0)
    gtk_label_set_label (self->summary,
                         _ ("There is nothing to publish yet: begin the guidance first."));
}

static void
document_cb (EhPublishWindow *self)
{
  if (self->filling)
    return;
  self->guidance_id = eh_choice_button_get_selected (self->document);
  loaded_cb (self);
}

static GtkWidget *
make_way_out (EhPublishWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);
  GtkWidget *verify = eh_fields_button (_ ("Was This What We Sent?…"));

  for (guint i = 0; i < n_writers; i++)
    gtk_string_list_append (formats, _ (writers[i].label));
  self->version = EH_TEXT_FIELD (eh_text_field_new (_ ("_Version"), FALSE));
  self->by = EH_TEXT_FIELD (eh_text_field_new (_ ("Published _by"), FALSE));
  self->format = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (formats)), NULL));
  self->publish = eh_fields_pill (_ ("Publish…"));
  gtk_widget_add_css_class (self->publish, "suggested-action");
  self->sent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("Publish")));
  gtk_box_append (GTK_BOX (box),
                  eh_fields_words (_ ("What is exported elsewhere is a draft and says so. What is "
                                      "published here is remembered: which bytes, which numbers, "
                                      "when and by whom, and none of its words."),
                                   "eh-hint"));
  gtk_box_append (GTK_BOX (box),
                  eh_fields_labelled (_ ("_Kind of file"), GTK_WIDGET (self->format)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->version));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->by));
  gtk_box_append (GTK_BOX (box), self->publish);
  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("Published so far")));
  gtk_box_append (GTK_BOX (box), self->sent);
  gtk_box_append (GTK_BOX (box), verify);
  g_signal_connect_object (self->publish, "clicked", G_CALLBACK (publish_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (verify, "clicked", G_CALLBACK (verify_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_body (EhPublishWindow *self, EhWorkspace *workspace)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->document = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Document")));
  self->summary = GTK_LABEL (eh_fields_words (_ ("Looking it over…"), "eh-lead"));
  self->level = GTK_LABEL (eh_fields_words ("", "eh-hint"));
  self->list = EH_PUBLISH_LIST (eh_publish_list_new (workspace));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->document));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->level));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (body), make_way_out (self));
  g_signal_connect_object (self->document, "chosen", G_CALLBACK (document_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "go", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  return body;
}

static void
eh_publish_window_dispose (GObject *object)
{
  EhPublishWindow *self = EH_PUBLISH_WINDOW (object);

  self->run++;
  G_OBJECT_CLASS (eh_publish_window_parent_class)->dispose (object);
  g_clear_pointer (&self->check, eh_publish_check_free);
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  g_clear_object (&self->settings);
}

static void
eh_publish_window_class_init (EhPublishWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_publish_window_dispose;
}

static void
eh_publish_window_init (EhPublishWindow *self)
{
}

/**
 * eh_publish_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window that looks a document over and sends it out; Escape closes it
 */
GtkWidget *
eh_publish_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPublishWindow *self = g_object_new (EH_TYPE_PUBLISH_WINDOW, NULL);
  g_autofree char *name = NULL;

  eh_workspace_flush (workspace);
  self->watch = eh_dataset_watch_of (workspace);
  self->settings = g_settings_new (EH_APP_ID);
  eh_project_window_set_up (EH_PROJECT_WINDOW (self), workspace, parent, _ ("Safe to Publish?"),
                            make_body (self, workspace));
  name = g_settings_get_string (self->settings, "contributor-name");
  eh_text_field_set_text (self->by, name);
  fill_documents (self);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  eh_dataset_watch_want (self->watch);
  loaded_cb (self);
  return GTK_WIDGET (self);
}
