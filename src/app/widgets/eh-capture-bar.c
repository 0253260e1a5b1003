/* Where what is said is written down, while it is being said. Words, then Enter: who said it stays
 * for the next, the keyboard stays in the words, and when it could not be kept, so do the words. */

#include "eh-capture-bar.h"

#include "eh-focus.h"

#include "eh-activity.h"
#include "eh-choice-button.h"
#include "eh-draft.h"
#include "eh-insight-edit.h"
#include "eh-kind-keys.h"
#include "eh-reader.h"
#include "eh-text.h"
#include "eh-who-chip.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Quiet after the last letter before a draft is kept. */
#define DRAFT_MS 400

struct _EhCaptureBar {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  EhWhoChip *who;
  GtkTextView *text;
  GtkWidget *placeholder;
  GtkRevealer *trouble;
  GtkLabel *trouble_text;
  EhChoiceButton *kind;
  EhChoiceButton *place;
  GtkWidget *hint;
  GtkWidget *add;

  GHashTable *activities; /* id of an activity -> id of its workshop */
  GPtrArray *waiting;     /* (element-type Waiting): added when the project can be written */
  gboolean composing;     /* an input method has the keys */
  guint draft_timer;      /* the words are kept in a moment */
};

enum {
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* An insight that was added while a worker had the project. */
typedef struct {
  EhInsight *draft;
  GPtrArray *who;
} Waiting;

static void
waiting_free (Waiting *self)
{
  eh_insight_free (self->draft);
  g_ptr_array_unref (self->who);
  g_free (self);
}

G_DEFINE_FINAL_TYPE (EhCaptureBar, eh_capture_bar, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (EhCaptureBar *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static char *
words_of (EhCaptureBar *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}

static void
focus_text (EhCaptureBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Said in the room today, or written down from notes on another day? */
static gboolean
is_today (EhCaptureBar *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autoptr (EhWorkshop) workshop = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                   &eh_workshop_row_type,
                                                   eh_workspace_get_workshop_id (self->workspace));

  return workshop == NULL || workshop->date[0] == '\0' || g_str_equal (workshop->date, today);
}

/* What waits to be added, and what is being typed. */
static char *
unsaved_words (EhCaptureBar *self)
{
  GString *all = g_string_new (NULL);
  g_autofree char *words = words_of (self);

  for (guint i = 0; i < self->waiting->len; i++) {
    const Waiting *one = self->waiting->pdata[i];

    g_string_append_printf (all, "%s\n", one->draft->text);
  }
  g_string_append (all, words);
  return g_string_free (all, FALSE);
}

/* Until they are added, the words are kept on this computer. */
static void
keep_draft (EhCaptureBar *self)
{
  g_autoptr (EhDraft) draft = eh_draft_new ();
  EhStore *store = eh_workspace_get_store (self->workspace);
  GPtrArray *who = eh_who_chip_get_contributors (self->who);

  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_free (draft->words);
  draft->words = unsaved_words (self);
  if (eh_text_is_blank (draft->words)) {
    eh_draft_forget (store);
    return;
  }
  draft->kind = (EhInsightKind) eh_choice_button_get_selected (self->kind);
  draft->role_group_id = eh_who_chip_get_role_group (self->who);
  for (guint i = 0; i < who->len; i++)
    g_ptr_array_add (draft->contributors, eh_contributor_copy (who->pdata[i]));
  eh_draft_save (draft, store);
}

static gboolean
keep_draft_cb (gpointer data)
{
  EhCaptureBar *self = data;

  self->draft_timer = 0;
  keep_draft (self);
  return G_SOURCE_REMOVE;
}

/* Not put off by the next letter: somebody who types without a pause loses no more than others. */
static void
keep_draft_soon (EhCaptureBar *self)
{
  if (self->workspace != NULL && self->draft_timer == 0)
    self->draft_timer = g_timeout_add (DRAFT_MS, keep_draft_cb, self);
}

static void add_waiting (EhCaptureBar *self);

static void
flush_cb (EhCaptureBar *self)
{
  add_waiting (self);
  if (self->draft_timer != 0)
    keep_draft (self);
}

/* What was typed when the window was last open, as it was: nothing of it is added. */
static void
bring_draft_back (EhCaptureBar *self)
{
  g_autoptr (EhDraft) draft = eh_draft_load (eh_workspace_get_store (self->workspace));

  if (draft == NULL)
    return;
  gtk_text_buffer_begin_irreversible_action (buffer_of (self));
  gtk_text_buffer_set_text (buffer_of (self), draft->words, -1);
  gtk_text_buffer_end_irreversible_action (buffer_of (self));
  eh_choice_button_set_selected (self->kind, draft->kind);
  eh_who_chip_set_who (self->who, draft->contributors, draft->role_group_id);
  eh_workspace_toast (self->workspace,
                      _ ("Here again: what you were typing, which was not added yet"), FALSE);
}

static EhInsight *
draft_of (EhCaptureBar *self, const char *words)
{
  EhInsight *draft = eh_insight_new ();
  gboolean today = is_today (self);

  eh_set_str (&draft->text, words);
  draft->kind = (EhInsightKind) eh_choice_button_get_selected (self->kind);
  draft->workshop_id = eh_workspace_get_workshop_id (self->workspace);
  draft->activity_id = eh_workspace_get_activity_id (self->workspace);
  draft->role_group_id = eh_who_chip_get_role_group (self->who);
  draft->capture = today ? EH_CAPTURE_SCRIBED : EH_CAPTURE_AFTER;
  draft->said_at = today ? g_get_real_time () / G_USEC_PER_SEC : 0;
  return draft;
}

static void
tell_added (EhCaptureBar *self, const EhInsight *draft)
{
  const char *who = eh_who_chip_get_text (self->who);
  g_autofree char *isolated = eh_text_isolate (who);
  g_autofree char *told = NULL;

  if (draft->said_at != 0) {
    g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (draft->said_at);
    /* TRANSLATORS: a time of day on a clock of 24 hours */
    g_autofree char *time = g_date_time_format (at, _ ("%H:%M"));

    /* TRANSLATORS: an insight was added: who gave it, and when: "Added. Asha, 14:31" */
    told = g_strdup_printf (_ ("Added. %1$s, %2$s"), isolated, time);
  } else {
    /* TRANSLATORS: an insight was added: who gave it */
    told = g_strdup_printf (_ ("Added. %s"), isolated);
  }
  eh_workspace_toast (self->workspace, told, TRUE);
}

static void
show_trouble (EhCaptureBar *self, const char *why)
{
  g_autofree char *text = NULL;

  if (why != NULL) {
    /* TRANSLATORS: %s is a sentence that says what went wrong */
    text = g_strdup_printf (
        _ ("Not added yet: %s Your words are still here; press Enter to try again."), why);
    gtk_label_set_label (self->trouble_text, text);
    eh_workspace_announce (self->workspace, text);
  }
  gtk_revealer_set_reveal_child (self->trouble, why != NULL);
}

static gboolean
record (EhCaptureBar *self, const EhInsight *draft, GPtrArray *who)
{
  g_autoptr (GError) error = NULL;
  EhId id = eh_insight_record (eh_workspace_get_store (self->workspace), draft, who, NULL, "",
                               &error);

  show_trouble (self, id == EH_ID_NONE ? error->message : NULL);
  if (id == EH_ID_NONE)
    return FALSE;
  tell_added (self, draft);
  g_signal_emit (self, signals[ADDED], 0, id);
  return TRUE;
}

static void
add_waiting (EhCaptureBar *self)
{
  g_autoptr (GPtrArray) waiting = NULL;
  g_autofree char *back = NULL;

  if (self->waiting->len == 0)
    return;
  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) waiting_free);
  while (waiting->len > 0) {
    const Waiting *first = waiting->pdata[0];

    if (!record (self, first->draft, first->who))
      break;
    g_ptr_array_remove_index (waiting, 0);
  }
  /* Words that could not be added are where they were typed. */
  g_ptr_array_extend_and_steal (self->waiting, g_steal_pointer (&waiting));
  back = unsaved_words (self);
  if (self->waiting->len > 0)
    gtk_text_buffer_set_text (buffer_of (self), back, -1);
  g_ptr_array_set_size (self->waiting, 0);
  keep_draft (self);
}

static void
wait_for_store (EhCaptureBar *self, const EhInsight *draft)
{
  GPtrArray *who = eh_who_chip_get_contributors (self->who);
  Waiting *one = g_new0 (Waiting, 1);

  one->draft = eh_row_copy (&eh_insight_row_type, draft);
  one->who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  for (guint i = 0; i < who->len; i++)
    g_ptr_array_add (one->who, eh_contributor_copy (who->pdata[i]));
  g_ptr_array_add (self->waiting, one);
  eh_workspace_announce (self->workspace, _ ("Added in a moment"));
}

static void
add (EhCaptureBar *self)
{
  g_autofree char *words = words_of (self);
  g_autoptr (EhInsight) draft = NULL;

  focus_text (self);
  if (eh_text_is_blank (words))
    return;
  draft = draft_of (self, words);
  if (eh_store_is_busy (eh_workspace_get_store (self->workspace)))
    wait_for_store (self, draft);
  else if (!record (self, draft, eh_who_chip_get_contributors (self->who)))
    return;
  gtk_text_buffer_set_text (buffer_of (self), "", 0);
  eh_choice_button_set_selected (self->kind, EH_INSIGHT_KIND_NONE);
  keep_draft (self);
}

static void
open_picker (EhCaptureBar *self)
{
  eh_who_chip_open (self->who, NULL, eh_workspace_get_workshop_id (self->workspace));
}

static gboolean
after_space (EhCaptureBar *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &at,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  return !gtk_text_iter_backward_char (&at) || g_unichar_isspace (gtk_text_iter_get_char (&at));
}

static gboolean
key_cb (EhCaptureBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->composing)
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if ((state & GDK_SHIFT_MASK) != 0)
      return FALSE;
    add (self);
    return TRUE;
  case GDK_KEY_at:
    if (!after_space (self))
      return FALSE;
    open_picker (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
preedit_cb (EhCaptureBar *self, const char *preedit)
{
  self->composing = preedit != NULL && preedit[0] != '\0';
}

static void
text_changed_cb (EhCaptureBar *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (buffer_of (self)) == 0;

  gtk_widget_set_visible (self->placeholder, empty);
  if (empty)
    show_trouble (self, NULL);
  keep_draft_soon (self);
}

static gboolean
kind_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EhCaptureBar *self = EH_CAPTURE_BAR (widget);
  EhId kind = (EhId) g_variant_get_uint32 (args);
  gboolean again = eh_choice_button_get_selected (self->kind) == kind;

  if (again)
    kind = EH_INSIGHT_KIND_NONE;
  eh_choice_button_set_selected (self->kind, kind);
  eh_workspace_announce (self->workspace, eh_choice_button_get_text (self->kind));
  return TRUE;
}

static gboolean
picker_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  open_picker (EH_CAPTURE_BAR (widget));
  return TRUE;
}

static void
fill_kinds (EhCaptureBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  eh_kind_keys_fill (self->kind);
  eh_kind_keys_add (GTK_SHORTCUT_CONTROLLER (keys), kind_cb);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                        gtk_callback_action_new (picker_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Of all activities, which come in their order. */
static void
add_activities (EhCaptureBar *self, const EhWorkshop *workshop, GPtrArray *activities)
{
  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];

    if (activity->workshop_id != workshop->id || activity->method == EH_METHOD_BREAK)
      continue;
    eh_choice_button_add (self->place, activity->id, activity->title, 1, NULL, EH_CHOICE_NO_MARKER);
    g_hash_table_insert (self->activities, g_memdup2 (&activity->id, sizeof (EhId)),
                         g_memdup2 (&workshop->id, sizeof (EhId)));
  }
}

static void
show_place (EhCaptureBar *self)
{
  EhId activity = eh_workspace_get_activity_id (self->workspace);

  eh_choice_button_set_selected (self->place, activity != EH_ID_NONE
                                                  ? activity
                                                  : eh_workspace_get_workshop_id (self->workspace));
}

static void
fill_places (EhCaptureBar *self)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                    &eh_workshop_row_type);
  g_autoptr (GPtrArray) activities = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                     &eh_activity_row_type);

  g_hash_table_remove_all (self->activities);
  eh_choice_button_clear (self->place);
  eh_choice_button_add (self->place, EH_ID_NONE, _ ("In no workshop"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];

    eh_choice_button_add (self->place, workshop->id, workshop->title, 0, NULL, EH_CHOICE_NO_MARKER);
    add_activities (self, workshop, activities);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->place), workshops->len > 0);
  eh_workspace_choose_workshop (self->workspace);
  show_place (self);
}

static void
place_chosen_cb (EhCaptureBar *self)
{
  EhId id = eh_choice_button_get_selected (self->place);
  const EhId *workshop = g_hash_table_lookup (self->activities, &id);

  eh_workspace_set_workshop_id (self->workspace, workshop != NULL ? *workshop : id);
  eh_workspace_set_activity_id (self->workspace, workshop != NULL ? id : EH_ID_NONE);
  focus_text (self);
}

/* The words that wait here were added elsewhere in the window: they do not wait any more. */
static void
forget_if_added (EhCaptureBar *self, EhId id)
{
  g_autofree char *words = words_of (self);
  g_autofree char *clean = eh_text_clean (words);
  g_autoptr (EhInsight) insight = NULL;

  if (eh_text_is_blank (clean))
    return;
  insight = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_insight_row_type, id);
  if (insight != NULL && g_str_equal (insight->text, clean))
    gtk_text_buffer_set_text (buffer_of (self), "", 0);
}

static void
changed_cb (EhCaptureBar *self, GArray *changes)
{
  for (guint i = 0; i < changes->len && !gtk_widget_get_mapped (GTK_WIDGET (self)); i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == &eh_insight_row_type && change->kind == EH_CHANGE_ADDED)
      forget_if_added (self, change->id);
  }
  if (eh_changes_touch (changes, &eh_workshop_row_type) ||
      eh_changes_touch (changes, &eh_activity_row_type))
    fill_places (self);
  if (eh_changes_touch (changes, &eh_participant_row_type) ||
      eh_changes_touch (changes, &eh_role_group_row_type))
    eh_who_chip_refresh (self->who);
}

/* Shift+Tab out of the first control asks this, and must get past. */
static gboolean
eh_capture_bar_grab_focus (GtkWidget *widget)
{
  EhCaptureBar *self = EH_CAPTURE_BAR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->who)))
    return FALSE;
  return eh_focus_hand_on (widget, GTK_WIDGET (self->text));
}

static void
eh_capture_bar_dispose (GObject *object)
{
  EhCaptureBar *self = EH_CAPTURE_BAR (object);

  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_capture_bar_parent_class)->dispose (object);
}

static void
eh_capture_bar_finalize (GObject *object)
{
  g_hash_table_unref (EH_CAPTURE_BAR (object)->activities);
  g_ptr_array_unref (EH_CAPTURE_BAR (object)->waiting);
  G_OBJECT_CLASS (eh_capture_bar_parent_class)->finalize (object);
}

static void
eh_capture_bar_class_init (EhCaptureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_capture_bar_dispose;
  object_class->finalize = eh_capture_bar_finalize;
  widget_class->grab_focus = eh_capture_bar_grab_focus;
  /**
   * EhCaptureBar::added:
   * @id: the insight, which is safe
   */
  signals[ADDED] = g_signal_new ("added", EH_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (EH_TYPE_WHO_CHIP);
  g_type_ensure (EH_TYPE_CHOICE_BUTTON);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-capture-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, body);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, who);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, text);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, placeholder);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, trouble);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, kind);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, place);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, hint);
  gtk_widget_class_bind_template_child (widget_class, EhCaptureBar, add);
  gtk_widget_class_bind_template_callback (widget_class, add);
  gtk_widget_class_bind_template_callback (widget_class, focus_text);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capture");
}

static void
eh_capture_bar_init (EhCaptureBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) waiting_free);
  self->activities = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was said"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Enter adds it. Control and P, or the sign @, say who. Alt and a letter say what kind."),
      -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "preedit-changed", G_CALLBACK (preedit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "closed", G_CALLBACK (focus_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "picked", G_CALLBACK (keep_draft_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (keep_draft_soon), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_capture_bar_set_workspace:
 * @self: a capture bar
 * @workspace: the window's workspace, with a project
 */
void
eh_capture_bar_set_workspace (EhCaptureBar *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  eh_who_chip_set_workspace (self->who, workspace);
  eh_who_chip_refresh (self->who);
  fill_kinds (self);
  fill_places (self);
  bring_draft_back (self);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::workshop-id", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::activity-id", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_capture_bar_write:
 * @self: a capture bar
 *
 * Moves the keyboard to the words, from wherever it is.
 */
void
eh_capture_bar_write (EhCaptureBar *self)
{
  focus_text (self);
}

/**
 * eh_capture_bar_set_narrow:
 * @self: a capture bar
 * @narrow: whether there is no room for hints
 */
void
eh_capture_bar_set_narrow (EhCaptureBar *self, gboolean narrow)
{
  gtk_widget_set_visible (self->hint, !narrow);
}
