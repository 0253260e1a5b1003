/* Somebody withdraws: how far, what exactly would change, what cannot be changed any more, and then
 * it is done. Nobody is asked why. */

#include "eh-withdrawal-window.h"

#include "eh-compat.h"
#include "eh-copies-box.h"
#include "eh-store-read.h"
#include "eh-text.h"
#include "eh-window.h"
#include "eh-withdrawal-words.h"
#include "eh-words-box.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* The scopes from the least to the most; nothing is chosen before somebody chooses. */
typedef struct {
  EhWithdrawal scope;
  const char *label;
  const char *detail;
  const char *verb;
} Scope;

static const Scope scopes[] = {
  { EH_WITHDRAWAL_STOP_CONTACT, N_ ("No more contact"),
    N_ ("What they said stays as it is. They get no letters and no invitations."),
    N_ ("_Stop Contact") },
  { EH_WITHDRAWAL_REMOVE_NAME, N_ ("Take out the name"),
    N_ ("What they said stays, with their role group and nobody’s name."), N_ ("_Erase the Name") },
  { EH_WITHDRAWAL_REMOVE_UNPUBLISHED, N_ ("Take out the name, and words that are not published"),
    N_ ("What published guidance rests on stays, without the name."), N_ ("_Erase for Good") },
  { EH_WITHDRAWAL_REMOVE_ALL, N_ ("Take out everything that can be taken out"),
    N_ ("Also what published guidance rests on. The next version of it will do without."),
    N_ ("_Erase for Good") },
};

/* Before it says that it is looking. */
#define PATIENCE_MS 200

struct _EhWithdrawalWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhId participant_id;
  GtkLabel *heading;
  AdwPreferencesGroup *scope_group;
  GtkWidget *rehearsal;
  GtkBox *change_box;
  EhWordsBox *words_box;
  GtkWidget *limits;
  GtkWidget *asking; /* what is shown until it is done */
  EhCopiesBox *copies;
  GtkWidget *copies_check;
  GtkWidget *delete_button;
  GtkWidget *done_label;
  GtkButton *cancel_button;
  GtkButton *apply_button;
  GtkWidget *checks[G_N_ELEMENTS (scopes)];

  EhWithdrawalPlan *plan; /* (nullable): as long as it is not worked out */
  GCancellable *planning;
  guint patience;      /* source that says that it takes a moment */
  gboolean to_be_told; /* somebody has chosen, and hears what comes of it */
  char *user_file;
  char *name;
  GPtrArray *chosen; /* (nullable): places of the last plan, with what was chosen for them */
  EhPassages *words; /* (nullable): of the last plan */
  GArray *gone;      /* (nullable) (element-type EhId): what was erased, once it is done */
};

G_DEFINE_FINAL_TYPE (EhWithdrawalWindow, eh_withdrawal_window, ADW_TYPE_WINDOW)

static void
add_change (EhWithdrawalWindow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "eh-body");
  gtk_box_append (self->change_box, label);
}

/* A few are shown; the rest is found by searching for the name. */
#define N_MENTIONS 12

static void
show_mentions (EhWithdrawalWindow *self)
{
  GPtrArray *mentions = self->plan->mentions;
  g_autofree char *heading = eh_withdrawal_words_mentions (self->plan);

  if (heading == NULL)
    return;
  add_change (self, heading);
  for (guint i = 0; i < MIN (mentions->len, N_MENTIONS); i++) {
    const EhMention *mention = mentions->pdata[i];
    g_autofree char *text = eh_workspace_hide_names (self->workspace, mention->text);
    g_autofree char *line = eh_withdrawal_words_mention (mention, text);

    add_change (self, line);
  }
}

static void
show_changes (EhWithdrawalWindow *self)
{
  g_autoptr (GPtrArray) changes = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->change_box))) != NULL)
    gtk_box_remove (self->change_box, child);
  eh_words_box_show (self->words_box, self->workspace, self->plan);
  if (self->plan == NULL)
    return;
  changes = eh_withdrawal_words_changes (self->plan);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, changes->pdata[i]);
  show_mentions (self);
}

/* What somebody hears who cannot see the list change. */
static void
tell_changes (EhWithdrawalWindow *self)
{
  GString *said = g_string_new (NULL);
  g_autofree char *places = eh_withdrawal_words_places (self->plan);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->change_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (said, "%s%s", said->len > 0 ? " " : "",
                            gtk_label_get_label (GTK_LABEL (child)));
  if (places != NULL)
    g_string_append_printf (said, " %s", places);
  eh_compat_announce (GTK_WIDGET (self), said->str);
  g_string_free (said, TRUE);
}

/* The person and their words, in whatever else this program keeps of the project. */
static void
look_for_copies (EhWithdrawalWindow *self, GArray *ids)
{
  const EhKeptQuery query = { eh_store_get_path (eh_workspace_get_store (self->workspace)),
                              self->user_file, ids, self->name, self->words };

  eh_copies_box_look (self->copies, ids != NULL ? &query : NULL);
}

static GArray *
ids_of_plan (EhWithdrawalWindow *self)
{
  return self->plan != NULL && self->plan->scope != EH_WITHDRAWAL_STOP_CONTACT
             ? eh_withdrawal_plan_list_gone (self->plan)
             : NULL;
}

static const Scope *
chosen_scope (EhWithdrawalWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      return &scopes[i];
  return NULL;
}

static void
show_plan (EhWithdrawalWindow *self)
{
  g_autoptr (GArray) ids = ids_of_plan (self);

  if (self->plan != NULL) {
    eh_passages_unref (self->words);
    self->words = eh_passages_ref (self->plan->words);
    if (self->chosen != NULL)
      eh_words_places_recall (self->plan->places, self->chosen);
    g_clear_pointer (&self->chosen, g_ptr_array_unref);
    self->chosen = g_ptr_array_ref (self->plan->places);
  }
  show_changes (self);
  look_for_copies (self, ids);
  gtk_widget_set_visible (self->rehearsal, self->plan != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), self->plan != NULL);
  if (self->plan != NULL && self->to_be_told)
    tell_changes (self);
  self->to_be_told = FALSE;
}

static void
stop_planning (EhWithdrawalWindow *self)
{
  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->plan, eh_withdrawal_plan_free);
}

/* What is asked in a worker. */
typedef struct {
  EhId participant_id;
  EhWithdrawal scope;
} Question;

static gpointer
plan_in_worker (EhDb *db, gpointer data, GError **error)
{
  const Question *question = data;

  return eh_withdrawal_plan_new (db, question->participant_id, question->scope, error);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWithdrawalWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWithdrawalPlan) plan = eh_store_read_finish (result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_planning (self);
  eh_workspace_report_error (self->workspace, error);
  self->plan = g_steal_pointer (&plan);
  show_plan (self);
}

/* In a small project it never comes to that. */
static gboolean
patience_cb (gpointer data)
{
  EhWithdrawalWindow *self = data;

  self->patience = 0;
  show_changes (self);
  add_change (self, _ ("Looking through the project for what would change…"));
  gtk_widget_set_visible (self->rehearsal, TRUE);
  return G_SOURCE_REMOVE;
}

/* Their name is looked for in every word of the project, so a worker does it. */
static void
rehearse (EhWithdrawalWindow *self)
{
  const Scope *scope = chosen_scope (self);
  gboolean erases = scope != NULL && scope->scope != EH_WITHDRAWAL_STOP_CONTACT;
  const Question question = { self->participant_id,
                              scope != NULL ? scope->scope : EH_WITHDRAWAL_NONE };

  stop_planning (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), FALSE);
  if (scope == NULL)
    return;
  gtk_widget_set_visible (self->limits, erases);
  gtk_button_set_label (self->apply_button, _ (scope->verb));
  if (erases)
    gtk_widget_add_css_class (GTK_WIDGET (self->apply_button), "destructive-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->apply_button), "destructive-action");
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  self->planning = g_cancellable_new ();
  eh_store_read_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), plan_in_worker,
                       g_memdup2 (&question, sizeof question), g_free,
                       (GDestroyNotify) eh_withdrawal_plan_free, self->planning, planned_cb,
                       g_object_ref (self));
}

static void
toggled_cb (EhWithdrawalWindow *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->to_be_told = TRUE;
  rehearse (self);
}

static void
finish (EhWithdrawalWindow *self)
{
  eh_workspace_toast (self->workspace,
                      self->gone == NULL ? _ ("Recorded: no more contact")
                                         : _ ("Erased. The next documents will do without."),
                      self->gone == NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_copies (EhWithdrawalWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!eh_copies_box_delete (self->copies, &error))
    eh_workspace_report_error (self->workspace, error);
  finish (self);
}

/* It is done, and copies on this computer still hold it: nothing but these is shown any more, and
 * no name. */
static void
show_done (EhWithdrawalWindow *self)
{
  guint n = eh_copies_box_get_n_copies (self->copies);
  g_autofree char *said = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "It is erased from the project. %u copy on this computer still holds it.",
                   "It is erased from the project. %u copies on this computer still hold it.", n),
      n);

  gtk_label_set_label (self->heading, _ ("Erased from the project"));
  gtk_widget_set_visible (self->done_label, TRUE);
  gtk_widget_set_visible (self->asking, FALSE);
  gtk_widget_set_visible (self->copies_check, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), FALSE);
  gtk_widget_set_visible (self->delete_button, TRUE);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_widget_grab_focus (self->delete_button);
  eh_compat_announce (GTK_WIDGET (self), said);
}

static void
looked_cb (EhWithdrawalWindow *self)
{
  gboolean any = eh_copies_box_get_n_copies (self->copies) > 0;

  if (self->gone == NULL)
    gtk_widget_set_visible (self->copies_check, any);
  else if (!any)
    finish (self);
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->copies_check)))
    delete_copies (self);
  else
    show_done (self);
}

static gboolean
apply_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return eh_withdrawal_apply (store, data, error);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhWithdrawalWindow) self = data;
  EhWorkspace *workspace = EH_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = eh_workspace_run_finish (workspace, result, &error);

  if (!done)
    eh_workspace_report_error (workspace, error);
  if (self->workspace == NULL)
    return;
  if (!done) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  if (self->plan->scope == EH_WITHDRAWAL_STOP_CONTACT) {
    finish (self);
    return;
  }
  self->gone = eh_withdrawal_plan_list_gone (self->plan);
  look_for_copies (self, self->gone);
}

/* The worker has a plan of its own, for this window may be gone before it is through. */
static void
apply (EhWithdrawalWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->workspace, rehearse, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), FALSE);
  eh_workspace_run_async (self->workspace, _ ("Recording the withdrawal…"), apply_work,
                          eh_withdrawal_plan_copy (self->plan),
                          (GDestroyNotify) eh_withdrawal_plan_free, applied_cb,
                          g_object_ref (self));
}

static void
apply_cb (EhWithdrawalWindow *self)
{
  if (self->plan != NULL)
    apply (self);
}

/* What was erased stays erased when somebody keeps the copies, and is said. */
static void
cancel_cb (EhWithdrawalWindow *self)
{
  if (self->gone != NULL)
    finish (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
add_scope (EhWithdrawalWindow *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (scopes[i].label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (scopes[i].detail));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->checks[0]));
  /* The row names it by its title. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (scopes[i].detail), -1);
  self->checks[i] = check;
  adw_preferences_group_add (self->scope_group, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_withdrawal_window_dispose (GObject *object)
{
  EhWithdrawalWindow *self = EH_WITHDRAWAL_WINDOW (object);

  stop_planning (self);
  g_clear_pointer (&self->gone, g_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->words, eh_passages_unref);
  g_clear_pointer (&self->user_file, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_withdrawal_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhWithdrawalWindow, name)

static void
eh_withdrawal_window_class_init (EhWithdrawalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_withdrawal_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-withdrawal-window.ui");
  BIND (heading);
  BIND (scope_group);
  BIND (rehearsal);
  BIND (change_box);
  BIND (words_box);
  BIND (limits);
  BIND (asking);
  BIND (copies);
  BIND (copies_check);
  BIND (delete_button);
  BIND (done_label);
  BIND (cancel_button);
  BIND (apply_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_withdrawal_window_init (EhWithdrawalWindow *self)
{
  g_type_ensure (EH_TYPE_COPIES_BOX);
  g_type_ensure (EH_TYPE_WORDS_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    add_scope (self, i);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delete_button, "clicked", G_CALLBACK (delete_copies), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copies, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_withdrawal_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 * @participant_id: who withdraws
 *
 * Returns: (transfer none): a window that asks how far, shows what would change, and does it
 */
GtkWidget *
eh_withdrawal_window_new (EhWorkspace *workspace, GtkWindow *parent, EhId participant_id)
{
  EhWithdrawalWindow *self = g_object_new (EH_TYPE_WITHDRAWAL_WINDOW, "transient-for", parent,
                                           NULL);
  g_autoptr (EhParticipant) person = NULL;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  self->workspace = g_object_ref (workspace);
  self->participant_id = participant_id;
  eh_workspace_flush (workspace);
  person = eh_reader_get (eh_workspace_get_db (workspace), &eh_participant_row_type,
                          participant_id);
  self->name = g_strdup (person != NULL ? person->name : "");
  if (EH_IS_WINDOW (parent) && eh_window_get_file (EH_WINDOW (parent)) != NULL)
    self->user_file = g_file_get_path (eh_window_get_file (EH_WINDOW (parent)));
  name = eh_text_isolate (
      person != NULL ? eh_workspace_name_of (workspace, participant_id, person->name) : "");
  /* TRANSLATORS: %s is the name of a person */
  heading = g_strdup_printf (_ ("What shall become of what %s gave?"), name);
  gtk_label_set_label (self->heading, heading);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (rehearse), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
