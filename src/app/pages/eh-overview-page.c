/* Overview: where the project stands, what waits, and what the project is. Everything that waits
 * leads to its place, already filtered. The counts are read in a worker. */

#include "eh-overview-page.h"

#include "eh-dataset-watch.h"
#include "eh-form.h"
#include "eh-groups-editor.h"
#include "eh-insight.h"
#include "eh-job-letters.h"
#include "eh-measures.h"
#include "eh-page.h"
#include "eh-place.h"
#include "eh-project.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-voice-strip.h"
#include "eh-when-text.h"
#include "eh-workspace.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define QUIET_MS 120
/* After a workshop it takes some time to write. */
#define WEEKS_TO_WAIT 3

struct _EhOverviewPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhForm *form;
  EhDatasetWatch *watch;
  GCancellable *cancellable;
  guint timer;

  GtkWidget *body;
  GtkWidget *sample_label;
  GtkLabel *title;
  GtkLabel *aim_label;
  GtkLabel *host_label;
  EhWrap *numbers;
  GtkWidget *begin_section;
  GtkListBox *begin_list;
  GtkWidget *waiting_section;
  GtkListBox *waiting_list;
  GtkWidget *nothing_label;
  GtkWidget *voice_section;
  EhVoiceStrip *voice_strip;
  GtkWidget *map_button;
  EhGroupsEditor *groups;
  EhTextField *title_field;
  EhTextField *subtitle_field;
  EhTextField *aim_field;
  EhTextField *host_field;
  EhTextField *contact_field;
  GtkWidget *involvement_row;
  EhTextField *ethics_field;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EhOverviewPage,
                               eh_overview_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, NULL))

/* Something that waits: how many, what it is in both numbers, why it matters, where to go. */
typedef struct {
  gsize offset;
  const char *one;
  const char *many;
  const char *why;
  const char *place; /* (nullable): nowhere to go, only to know; or an action of the window */
  const char *filter;
} Waiting;

static const Waiting waitings[] = {
  { G_STRUCT_OFFSET (EhOverview, n_received_waiting),
    NN_ ("%s contribution waits for your nod", "%s contributions wait for your nod"),
    N_ ("It was sent from a phone or written at this computer; nobody sees it until you accept it."),
    "win.phones", NULL },
  { G_STRUCT_OFFSET (EhOverview, n_no_consent),
    NN_ ("%s person has not been asked to take part", "%s people have not been asked to take part"),
    N_ ("What was not asked is not agreed: their words stay out of documents."), "people",
    "no-consent" },
  { G_STRUCT_OFFSET (EhOverview, n_no_credit),
    NN_ ("%s person has not been asked how they want to be named",
         "%s people have not been asked how they want to be named"),
    N_ ("Until they choose, no document names them."), "people", "no-credit" },
  { G_STRUCT_OFFSET (EhOverview, n_needs_open),
    NN_ ("%s access need is to be arranged", "%s access needs are to be arranged"),
    N_ ("Asked for, and nothing done about it yet."), "people", "needs-open" },
  { G_STRUCT_OFFSET (EhOverview, n_needs_soon),
    NN_ ("%s access need is deleted within a week", "%s access needs are deleted within a week"),
    N_ ("Its date comes, as was promised. Change the date if it is needed longer."), "people",
    "needs-overdue" },
  { G_STRUCT_OFFSET (EhOverview, n_needs_early),
    NN_ ("%s access need is deleted before the last workshop",
         "%s access needs are deleted before the last workshop"),
    N_ ("A workshop is later than its date: change the date if it is needed then."), "people",
    "needs-early" },
  { G_STRUCT_OFFSET (EhOverview, n_needs_overdue),
    NN_ ("%s access need is to be deleted", "%s access needs are to be deleted"),
    N_ ("Its date has passed; it was given for a purpose."), "people", "needs-overdue" },
  { G_STRUCT_OFFSET (EhOverview, n_needs_late),
    NN_ ("%s access need should have been booked by now",
         "%s access needs should have been booked by now"),
    N_ ("A workshop is near, and nothing is arranged."), "workshops", "needs-late" },
  { G_STRUCT_OFFSET (EhOverview, n_promises_overdue),
    NN_ ("%s promise is overdue", "%s promises are overdue"),
    N_ ("It was said to people, and its date has passed."), "workshops", "promises-overdue" },
  { G_STRUCT_OFFSET (EhOverview, n_payments_waiting),
    NN_ ("%s payment was claimed and is not paid", "%s payments were claimed and are not paid"),
    N_ ("Somebody is waiting for money."), "workshops", "payments-waiting" },
  { G_STRUCT_OFFSET (EhOverview, n_unmapped),
    NN_ ("%s insight is not sorted", "%s insights are not sorted"),
    N_ ("It is under no category, so the map does not show it."), "insights", "unmapped" },
  { G_STRUCT_OFFSET (EhOverview, n_unnamed),
    NN_ ("%s insight has neither a person nor a group",
         "%s insights have neither a person nor a group"),
    N_ ("It counts for nobody in whose voice is heard."), "insights", "unnamed" },
  { G_STRUCT_OFFSET (EhOverview, n_untraced),
    NN_ ("%s recommendation rests on no insight", "%s recommendations rest on no insight"),
    N_ ("Nobody can see whose knowledge is in it."), "guidance", "untraced" },
  { G_STRUCT_OFFSET (EhOverview, n_untold),
    NN_ ("%s person waits to hear what became of what they said",
         "%s people wait to hear what became of what they said"),
    NULL, "feedback", "waiting" }, /* see why_tell() */
  { G_STRUCT_OFFSET (EhOverview, n_silent),
    NN_ ("From %s person nothing is recorded", "From %s people nothing is recorded"),
    N_ ("They may have spoken, or found no way in. It is a number, not a list of names."), NULL,
    NULL },
};

static void
go (EhOverviewPage *self, const char *place, const char *filter)
{
  g_autoptr (EhInsightQuery) query = NULL;

  if (g_str_has_prefix (place, "win.")) {
    gtk_widget_activate_action (GTK_WIDGET (self), place, NULL);
    return;
  }
  if (!g_str_equal (place, "insights") || filter == NULL) {
    if (filter != NULL)
      eh_workspace_show_filter (self->workspace, place, filter);
    else
      eh_workspace_show_place (self->workspace, place);
    return;
  }
  query = eh_insight_query_new ();
  query->unmapped = g_str_equal (filter, "unmapped");
  query->unnamed = g_str_equal (filter, "unnamed");
  eh_workspace_show_insights (self->workspace, query);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EhOverviewPage *self)
{
  const char *place = g_object_get_data (G_OBJECT (row), "place");

  if (place != NULL)
    go (self, place, g_object_get_data (G_OBJECT (row), "filter"));
}

static GtkWidget *
row_for (const char *title, const char *why, const char *place, const char *filter)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean leads = place != NULL &&
                   (g_str_has_prefix (place, "win.") || eh_place_find (place) != NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads);
  if (!leads)
    return row;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "place", (gpointer) place);
  g_object_set_data (G_OBJECT (row), "filter", (gpointer) filter);
  return row;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* A row keeps the keyboard when the list is filled anew. */
static int
focused_row (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
focus_row (GtkListBox *list, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What is read of a project. */
typedef struct {
  EhOverview overview;
  EhLettersTold told;
} Loaded;

/* Why people who wait should hear soon. */
static char *
why_tell (const EhOverview *overview)
{
  guint weeks = (guint) (MAX (overview->n_days_since, 0) / 7);

  if (weeks < WEEKS_TO_WAIT)
    return g_strdup (_ ("Make their letters, and note when and how they were told."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The last workshop was %u week ago. Make their letters, and note when and how "
                   "they were told.",
                   "The last workshop was %u weeks ago. Make their letters, and note when and how "
                   "they were told.",
                   weeks),
      weeks);
}

/* "Post: 12; Email: 3" */
static char *
ways_of (const EhLettersTold *told)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < EH_TOLD_HOW_N_VALUES; i++)
    if (told->by_way[i] > 0)
      /* TRANSLATORS: a way in which people were told, and how many */
      g_ptr_array_add (ways,
                       g_strdup_printf (_ ("%1$s: %2$u"),
                                        eh_vocabulary_label (&eh_told_how_vocabulary, (int) i),
                                        told->by_way[i]));
  return eh_text_join (ways, "; ");
}

/* Who knows by now what became of what they said: nothing waits there, but it is good to see. */
static guint
add_told (EhOverviewPage *self, const EhLettersTold *told)
{
  g_autofree char *ways = ways_of (told);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (told->last_at);
  g_autofree char *iso = moment != NULL ? g_date_time_format (moment, "%F") : g_strdup ("");
  g_autofree char *date = eh_when_format_date_short (iso);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person was told what became of what they said",
                   "%u people were told what became of what they said", told->n_told),
      told->n_told);
  /* TRANSLATORS: when people were told last, and how many by which way */
  g_autofree char *why = g_strdup_printf (_ ("The last on %1$s. %2$s."), date, ways);
  g_autofree char *news = NULL;

  if (told->n_news > 0) {
    news = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "For %u person something is new since they were told",
                     "For %u people something is new since they were told", told->n_news),
        told->n_news);
    gtk_list_box_append (
        self->waiting_list,
        row_for (news,
                 _ ("What became of what they said has changed. Their letter is out of date."),
                 "feedback", "news"));
  }
  if (told->n_told > 0)
    gtk_list_box_append (self->waiting_list, row_for (title, why, "feedback", "told"));
  return told->n_told > 0 || told->n_news > 0;
}

static void
show_waiting (EhOverviewPage *self, const EhOverview *overview, const EhLettersTold *told)
{
  g_autofree char *tell = why_tell (overview);
  guint n = 0;
  int focused = focused_row (self->waiting_list);

  clear (self->waiting_list);
  for (guint i = 0; i < G_N_ELEMENTS (waitings); i++) {
    const Waiting *waiting = &waitings[i];
    gint64 count = *(const gint64 *) (gconstpointer) ((const char *) overview + waiting->offset);
    g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
    g_autoptr (GString) title = NULL;

    if (count == 0)
      continue;
    title = g_string_new (
        g_dngettext (GETTEXT_PACKAGE, waiting->one, waiting->many, (gulong) count));
    g_string_replace (title, "%s", number, 1);
    gtk_list_box_append (self->waiting_list,
                         row_for (title->str,
                                  waiting->offset == G_STRUCT_OFFSET (EhOverview, n_untold)
                                      ? tell
                                      : _ (waiting->why),
                                  waiting->place, waiting->filter));
    n++;
  }
  n += add_told (self, told);
  focus_row (self->waiting_list, focused);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_list), n > 0);
  gtk_widget_set_visible (self->nothing_label, n == 0);
}

static void
show_begin (EhOverviewPage *self, const EhOverview *overview)
{
  gboolean fresh = overview->n_people == 0 || overview->n_workshops == 0 ||
                   overview->n_insights == 0;

  clear (self->begin_list);
  gtk_widget_set_visible (self->begin_section, fresh);
  gtk_widget_set_visible (self->waiting_section,
                          overview->n_people > 0 || overview->n_insights > 0);
  if (overview->n_people == 0)
    gtk_list_box_append (
        self->begin_list,
        row_for (_ ("Add the people who take part"),
                 _ ("Who they are, what they agree to, how they want to be named."), "people",
                 NULL));
  if (overview->n_workshops == 0)
    gtk_list_box_append (self->begin_list,
                         row_for (_ ("Plan the first workshop"),
                                  _ ("When, where, and what happens in it."), "workshops", NULL));
  if (overview->n_insights == 0)
    gtk_list_box_append (self->begin_list,
                         row_for (_ ("Record what people say"),
                                  _ ("In their words, with their name or without."), "insights",
                                  NULL));
}

static void
number_cb (GtkWidget *button, EhOverviewPage *self)
{
  eh_workspace_show_place (self->workspace, g_object_get_data (G_OBJECT (button), "place"));
}

static void
add_number (EhOverviewPage *self, gint64 count, const char *what, const char *place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  GtkWidget *figure = gtk_label_new (number);
  GtkWidget *label = gtk_label_new (what);
  /* TRANSLATORS: a number and what it counts, as a screen reader says it: "22 people" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s %2$s"), number, what);

  gtk_widget_add_css_class (figure, "eh-number");
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "eh-number-button");
  gtk_widget_set_sensitive (button, eh_place_find (place) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "place", (gpointer) place);
  g_signal_connect_object (button, "clicked", G_CALLBACK (number_cb), self, 0);
  eh_wrap_append (self->numbers, button);
}

static const char *
plural (const char *one, const char *many, gint64 n)
{
  return g_dngettext (GETTEXT_PACKAGE, one, many, (gulong) n);
}

static void
show_numbers (EhOverviewPage *self, const EhOverview *o)
{
  eh_wrap_clear (self->numbers);
  /* TRANSLATORS: stands under a large number, like the three that follow */
  add_number (self, o->n_workshops, plural (NN_ ("workshop", "workshops"), o->n_workshops),
              "workshops");
  add_number (self, o->n_people, plural (NN_ ("person", "people"), o->n_people), "people");
  add_number (self, o->n_insights, plural (NN_ ("insight", "insights"), o->n_insights), "insights");
  add_number (self, o->n_recommendations,
              plural (NN_ ("recommendation", "recommendations"), o->n_recommendations), "guidance");
}

/* All of the project is read only once somebody was told. */
static void
count_told (EhDb *db, Loaded *loaded, GCancellable *cancellable)
{
  g_autoptr (EhDataset) dataset = NULL;
  g_autoptr (EhFeedbackIndex) index = NULL;

  if (loaded->overview.n_told == 0 || g_cancellable_is_cancelled (cancellable))
    return;
  dataset = eh_reader_load_dataset (db, NULL);
  if (dataset == NULL)
    return;
  index = eh_feedback_index_new (dataset);
  loaded->told = eh_job_letters_count_told (index);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (data, cancellable, &error);
  Loaded *loaded = NULL;

  if (db == NULL) {
    g_task_return_error (task, error);
    return;
  }
  loaded = g_new0 (Loaded, 1);
  eh_overview_load (db, &loaded->overview);
  count_told (db, loaded, cancellable);
  g_task_return_pointer (task, loaded, g_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree Loaded *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (loaded == NULL) {
    if (self->workspace != NULL)
      eh_workspace_report_error (self->workspace, error);
    return;
  }
  show_numbers (self, &loaded->overview);
  show_begin (self, &loaded->overview);
  show_waiting (self, &loaded->overview, &loaded->told);
}

static void
load (EhOverviewPage *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GTask) task = NULL;

  /* What was typed last is saved as the project closes; when that is heard of, it is gone. */
  if (store == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_task_data (task, g_strdup (eh_store_get_path (store)), g_free);
  g_task_run_in_thread (task, load_thread);
}

static gboolean
quiet_cb (gpointer data)
{
  EhOverviewPage *self = data;

  self->timer = 0;
  load (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    eh_dataset_watch_want_lean (self->watch);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhOverviewPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
phones_cb (EhOverviewPage *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
balance_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, eh_balance_new (data, NULL), (GDestroyNotify) eh_balance_unref);
}

static void
balance_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (source);
  g_autoptr (EhBalance) balance = g_task_propagate_pointer (G_TASK (result), NULL);

  if (balance != NULL && self->workspace != NULL)
    gtk_widget_set_visible (self->voice_section, eh_voice_strip_show (self->voice_strip, balance));
}

static void
dataset_cb (EhOverviewPage *self)
{
  EhDataset *dataset = eh_dataset_watch_get_lean (self->watch);
  g_autoptr (GTask) task = NULL;

  if (dataset == NULL)
    return;
  task = g_task_new (self, NULL, balance_cb, NULL);
  g_task_set_task_data (task, eh_dataset_ref (dataset), (GDestroyNotify) eh_dataset_unref);
  g_task_run_in_thread (task, balance_thread);
}

static void
show_project (EhOverviewPage *self)
{
  const EhProject *project = eh_form_get_row (self->form);

  if (project == NULL)
    return;
  gtk_label_set_label (self->title, project->title);
  gtk_label_set_label (self->aim_label,
                       eh_text_is_blank (project->subtitle) ? project->aim : project->subtitle);
  gtk_label_set_label (self->host_label, project->host);
  gtk_widget_set_visible (GTK_WIDGET (self->aim_label),
                          *gtk_label_get_label (self->aim_label) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->host_label), *project->host != '\0');
  gtk_widget_set_visible (self->sample_label, project->sample);
}

static void
map_cb (EhOverviewPage *self)
{
  eh_workspace_show_place (self->workspace, "map");
}

static void
bind_form (EhOverviewPage *self)
{
  self->form = eh_form_new (self->workspace, &eh_project_row_type, _ ("Changed the project"));
  eh_form_bind_text (self->form, "title", eh_text_field_get_input (self->title_field));
  eh_form_require (self->form, "title");
  eh_form_bind_text (self->form, "subtitle", eh_text_field_get_input (self->subtitle_field));
  eh_form_bind_text (self->form, "aim", eh_text_field_get_input (self->aim_field));
  eh_form_bind_text (self->form, "host", eh_text_field_get_input (self->host_field));
  eh_form_bind_text (self->form, "contact", eh_text_field_get_input (self->contact_field));
  eh_form_bind_choice (self->form, "involvement", self->involvement_row);
  eh_form_bind_text (self->form, "ethics_ref", eh_text_field_get_input (self->ethics_field));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_project), self,
                           G_CONNECT_SWAPPED);
  eh_form_set_id (self->form, 1);
}

static void
eh_overview_page_constructed (GObject *object)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (eh_overview_page_parent_class)->constructed (object);
  bind_form (self);
  eh_groups_editor_set_workspace (self->groups, self->workspace);
  self->watch = g_object_ref (eh_dataset_watch_of (self->workspace));
  gtk_widget_set_visible (self->voice_section, FALSE);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (dataset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting_list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           0);
  g_signal_connect_object (self->begin_list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           0);
  g_signal_connect_object (self->map_button, "clicked", G_CALLBACK (map_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (eh_workspace_get_store (self->workspace), "received",
                           G_CALLBACK (phones_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
eh_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_overview_page_parent_class)->map (widget);
  eh_dataset_watch_want_lean (EH_OVERVIEW_PAGE (widget)->watch);
}

static void
eh_overview_page_dispose (GObject *object)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->form);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_overview_page_parent_class)->dispose (object);
}

static void
eh_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_OVERVIEW_PAGE (object)->workspace = g_value_dup_object (value);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhOverviewPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (body);
  BIND (sample_label);
  BIND (title);
  BIND (aim_label);
  BIND (host_label);
  BIND (numbers);
  BIND (begin_section);
  BIND (begin_list);
  BIND (waiting_section);
  BIND (waiting_list);
  BIND (nothing_label);
  BIND (voice_section);
  BIND (voice_strip);
  BIND (map_button);
  BIND (groups);
  BIND (title_field);
  BIND (subtitle_field);
  BIND (aim_field);
  BIND (host_field);
  BIND (contact_field);
  BIND (involvement_row);
  BIND (ethics_field);
}

static void
eh_overview_page_class_init (EhOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_overview_page_constructed;
  object_class->dispose = eh_overview_page_dispose;
  object_class->set_property = eh_overview_page_set_property;
  widget_class->map = eh_overview_page_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  g_type_ensure (EH_TYPE_GROUPS_EDITOR);
  g_type_ensure (EH_TYPE_VOICE_STRIP);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-overview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_overview_page_init (EhOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
