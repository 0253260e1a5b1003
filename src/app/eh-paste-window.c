/* Paste the wall: a whole wall of notes, typed or pasted at once. What will become of it is said
 * while one types; then the notes can be gone through one by one, or added as they are. */

#include "eh-paste-window.h"

#include "eh-activity.h"
#include "eh-choice-button.h"
#include "eh-compat.h"
#include "eh-drop-down.h"
#include "eh-reader.h"
#include "eh-text.h"
#include "eh-wall-note.h"
#include "eh-wall-sorter.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Quiet after the last letter before the words are taken apart again. */
#define SPLIT_MS 150
#define SHOWN    5

struct _EhPasteWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  GtkTextView *text;
  GtkLabel *outcome;
  GtkLabel *first;
  GtkDropDown *rule;
  EhChoiceButton *place;
  EhChoiceButton *group;
  EhWallSorter *sorter;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *add;

  GHashTable *activities; /* id of an activity -> id of its workshop */
  GPtrArray *notes;       /* (element-type EhWallNote) */
  GCancellable *cancellable;
  guint timer;
  gboolean stale; /* the words are not those of the notes */
  gboolean adding;
  gboolean leaving;
};

G_DEFINE_FINAL_TYPE (EhPasteWindow, eh_paste_window, ADW_TYPE_WINDOW)

static char *
words_of (EhPasteWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_sorting (EhPasteWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sort") == 0;
}

static guint
n_to_add (EhPasteWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->notes->len; i++)
    n += ((EhWallNote *) self->notes->pdata[i])->left_out ? 0 : 1;
  return n;
}

static void
show_add (EhPasteWindow *self)
{
  guint n = n_to_add (self);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Add %u Note", "_Add %u Notes", n), n);

  gtk_button_set_label (GTK_BUTTON (self->add), label);
  gtk_widget_set_sensitive (self->add, n > 0 && !self->adding);
  gtk_widget_set_sensitive (self->next, n > 0 && !self->adding);
  gtk_widget_set_visible (self->next, !is_sorting (self));
  gtk_widget_set_visible (self->back, is_sorting (self));
}

static char *
describe_outcome (EhPasteWindow *self, EhWallRule used)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n = self->notes->len, n_long = 0, n_like = 0, n_slips = 0;

  if (n == 0)
    return g_strdup (_ ("Nothing yet"));
  for (guint i = 0; i < n; i++) {
    const EhWallNote *note = self->notes->pdata[i];

    n_long += note->piece->is_long ? 1 : 0;
    n_like += note->piece->like >= 0 ? 1 : 0;
    n_slips += note->slip != NULL ? 1 : 0;
  }
  if (used == EH_WALL_LINES)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note, a line each",
                                                          "%u notes, a line each", n),
                                             n));
  else
    g_ptr_array_add (parts,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note, a blank line between",
                                                   "%u notes, a blank line between", n),
                                      n));
  if (n_slips > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u from a slip",
                                                          "%u from slips", n_slips),
                                             n_slips));
  if (n_like > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u much like another",
                                                          "%u much like others", n_like),
                                             n_like));
  if (n_long > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "%u very long", "%u very long", n_long), n_long));
  return eh_text_join (parts, " · ");
}

static char *
describe_first (EhPasteWindow *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->notes->len && i < SHOWN; i++) {
    g_autofree char *line = eh_text_clean_line (eh_wall_note_text (self->notes->pdata[i]));
    g_autofree char *shown = eh_text_shorten (line, 80);

    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", shown);
  }
  if (self->notes->len > SHOWN)
    g_string_append (out, "\n…");
  return g_string_free (out, FALSE);
}

static void
take_apart (EhPasteWindow *self)
{
  g_autofree char *words = words_of (self);
  g_autofree char *clean = eh_text_clean (words);
  EhWallRule rule = (EhWallRule) gtk_drop_down_get_selected (self->rule);
  EhWallRule used = rule == EH_WALL_AUTO ? eh_wall_guess (clean) : rule;
  g_autofree char *outcome = NULL;
  g_autofree char *first = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = eh_wall_notes_make (eh_workspace_get_db (self->workspace), words, used,
                                    eh_workspace_get_workshop_id (self->workspace));
  for (guint i = 0; i < self->notes->len; i++) {
    EhWallNote *note = self->notes->pdata[i];

    if (note->who->len == 0)
      eh_wall_note_set_who (note, NULL, eh_choice_button_get_selected (self->group));
  }
  self->stale = FALSE;
  outcome = describe_outcome (self, used);
  first = describe_first (self);
  gtk_label_set_label (self->outcome, outcome);
  gtk_label_set_label (self->first, first);
  show_add (self);
}

static gboolean
take_apart_cb (gpointer data)
{
  EhPasteWindow *self = data;

  self->timer = 0;
  take_apart (self);
  eh_compat_announce (GTK_WIDGET (self), gtk_label_get_label (self->outcome));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EhPasteWindow *self)
{
  self->stale = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SPLIT_MS, take_apart_cb, self);
}

static void
show_page (EhPasteWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  show_add (self);
  gtk_widget_grab_focus (is_sorting (self) ? GTK_WIDGET (self->sorter) : GTK_WIDGET (self->text));
}

static void
sort (EhPasteWindow *self)
{
  if (self->stale)
    take_apart (self);
  if (self->notes->len == 0 || self->adding)
    return;
  eh_wall_sorter_set_notes (self->sorter, self->notes);
  show_page (self, "sort");
}

static void
go_back (EhPasteWindow *self)
{
  if (is_sorting (self))
    show_page (self, "paste");
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPasteWindow) self = data;
  g_autoptr (GError) error = NULL;
  int n = eh_wall_notes_add_finish (result, &error);
  g_autofree char *told = NULL;

  self->adding = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (n < 0) {
    eh_workspace_report_error (self->workspace, error);
    eh_compat_announce (GTK_WIDGET (self), error->message);
    show_add (self);
    return;
  }
  told = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u note added", "%u notes added", (gulong) n), (guint) n);
  eh_workspace_toast (self->workspace, told, TRUE);
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
add (EhPasteWindow *self)
{
  if (self->stale)
    take_apart (self);
  if (self->adding || n_to_add (self) == 0)
    return;
  self->adding = TRUE;
  show_add (self);
  eh_workspace_flush (self->workspace);
  eh_wall_notes_add_async (self->workspace, self->notes, self->cancellable, added_cb,
                           g_object_ref (self));
}

static gboolean
add_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EhPasteWindow *self = EH_PASTE_WINDOW (widget);

  if (is_sorting (self))
    add (self);
  else
    sort (self);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EhPasteWindow *self = EH_PASTE_WINDOW (widget);

  if (is_sorting (self))
    go_back (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
leave_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPasteWindow) self = data;

  if (!eh_compat_ask_finish (result, NULL))
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What was pasted is nowhere else. */
static gboolean
close_request_cb (EhPasteWindow *self)
{
  g_autofree char *words = words_of (self);

  if (self->adding)
    return TRUE;
  if (self->leaving || eh_text_is_blank (words))
    return FALSE;
  eh_compat_ask_async (GTK_WINDOW (self), _ ("Throw these notes away?"),
                       _ ("They have not been added, and are kept nowhere else."),
                       _ ("_Throw Away"), TRUE, NULL, leave_cb, g_object_ref (self));
  return TRUE;
}

/* --- Where, and from whom --- */

static void
place_chosen_cb (EhPasteWindow *self)
{
  EhId id = eh_choice_button_get_selected (self->place);
  const EhId *workshop = g_hash_table_lookup (self->activities, &id);

  eh_workspace_set_workshop_id (self->workspace, workshop != NULL ? *workshop : id);
  eh_workspace_set_activity_id (self->workspace, workshop != NULL ? id : EH_ID_NONE);
  take_apart (self);
}

static void
fill_places (EhPasteWindow *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) workshops = eh_reader_list (db, &eh_workshop_row_type);
  EhId activity_id = eh_workspace_get_activity_id (self->workspace);

  eh_choice_button_add (self->place, EH_ID_NONE, _ ("In no workshop"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];
    g_autoptr (GPtrArray) activities = eh_reader_list_of (db, &eh_activity_row_type, "workshop_id",
                                                          workshop->id);

    eh_choice_button_add (self->place, workshop->id, workshop->title, 0, NULL, EH_CHOICE_NO_MARKER);
    for (guint j = 0; j < activities->len; j++) {
      const EhActivity *activity = activities->pdata[j];

      if (activity->method == EH_METHOD_BREAK)
        continue;
      eh_choice_button_add (self->place, activity->id, activity->title, 1, NULL,
                            EH_CHOICE_NO_MARKER);
      g_hash_table_insert (self->activities, g_memdup2 (&activity->id, sizeof (EhId)),
                           g_memdup2 (&workshop->id, sizeof (EhId)));
    }
  }
  eh_choice_button_set_selected (self->place, activity_id != EH_ID_NONE
                                                  ? activity_id
                                                  : eh_workspace_get_workshop_id (self->workspace));
}

static void
fill_groups (EhPasteWindow *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);

  eh_choice_button_add (self->group, EH_ID_NONE, _ ("From nobody in particular"), 0, NULL, -1);
  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    eh_choice_button_add (self->group, group->id, group->label, 0, NULL, (int) group->slot);
  }
  eh_choice_button_set_selected (self->group, EH_ID_NONE);
}

/* --- The window --- */

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  return scroll;
}

static GtkWidget *
new_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_text (EhPasteWindow *self)
{
  GtkWidget *scroll;

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The notes of the wall"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  scroll = scrolled (GTK_WIDGET (self->text));
  gtk_widget_set_size_request (scroll, -1, 160);
  gtk_widget_add_css_class (scroll, "card");
  return scroll;
}

static GtkWidget *
make_paste_page (EhPasteWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = eh_wrap_new (8);
  g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);

  gtk_string_list_append (rules, _ ("Find out where notes end"));
  gtk_string_list_append (rules, _ ("A line each"));
  gtk_string_list_append (rules, _ ("A blank line between"));
  self->rule = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  eh_drop_down_set_words (self->rule, rules);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rule), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where a note ends"), -1);
  self->place = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Where it is said")));
  self->group = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("All from")));
  self->outcome = GTK_LABEL (new_label ("", "heading"));
  self->first = GTK_LABEL (new_label ("", "eh-hint"));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->rule));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->place));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box),
                  new_label (_ ("Type or paste all notes at once. Bullets, numbers and quotation "
                                "marks around them are taken off. Begin a note with the number of "
                                "its slip, as in “17: …”, and it is tied to the slip."),
                             "eh-hint"));
  gtk_box_append (GTK_BOX (box), make_text (self));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->first));
  gtk_widget_add_css_class (box, "eh-detail");
  g_signal_connect_object (self->rule, "notify::selected", G_CALLBACK (take_apart), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group, "chosen", G_CALLBACK (take_apart), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
new_button (EhPasteWindow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_foot (EhPasteWindow *self)
{
  GtkWidget *foot = eh_wrap_new (8);

  self->back = new_button (self, _ ("_Back to the Words"), G_CALLBACK (go_back));
  self->next = new_button (self, _ ("_Go Through Them"), G_CALLBACK (sort));
  self->add = new_button (self, "", G_CALLBACK (add));
  gtk_button_set_use_underline (GTK_BUTTON (self->add), TRUE);
  gtk_widget_set_tooltip_text (self->next, _ ("Control and Enter"));
  gtk_widget_set_tooltip_text (self->add, _ ("Control and Enter, while going through them"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  eh_wrap_append (EH_WRAP (foot), self->back);
  eh_wrap_append (EH_WRAP (foot), self->next);
  eh_wrap_append (EH_WRAP (foot), self->add);
  gtk_widget_add_css_class (foot, "eh-detail");
  return foot;
}

static void
eh_paste_window_dispose (GObject *object)
{
  EhPasteWindow *self = EH_PASTE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_hash_table_unref);
  G_OBJECT_CLASS (eh_paste_window_parent_class)->dispose (object);
}

static void
eh_paste_window_class_init (EhPasteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_paste_window_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
eh_paste_window_init (EhPasteWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* Before the words, which would take Enter for a line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (add_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->activities = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->notes = g_ptr_array_new ();
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/**
 * eh_paste_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window to paste a wall of notes into
 */
GtkWidget *
eh_paste_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPasteWindow *self = g_object_new (EH_TYPE_PASTE_WINDOW, "transient-for", parent, "modal", TRUE,
                                      "destroy-with-parent", TRUE, "title", _ ("Paste the Wall"),
                                      "default-width", 720, "default-height", 720, "width-request",
                                      360, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sort_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = g_object_ref (workspace);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->sorter = EH_WALL_SORTER (eh_wall_sorter_new (workspace));
  gtk_widget_set_hexpand (GTK_WIDGET (self->sorter), TRUE);
  gtk_box_append (GTK_BOX (sort_box), GTK_WIDGET (self->sorter));
  gtk_widget_add_css_class (sort_box, "eh-detail");
  gtk_stack_add_named (self->stack, scrolled (make_paste_page (self)), "paste");
  gtk_stack_add_named (self->stack, scrolled (sort_box), "sort");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->sorter, "done", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (show_add), self, G_CONNECT_SWAPPED);
  eh_workspace_choose_workshop (workspace);
  fill_places (self);
  fill_groups (self);
  take_apart (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WIDGET (self);
}
