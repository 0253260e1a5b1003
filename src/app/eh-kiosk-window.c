/* The kiosk: one question, full screen, passed from hand to hand. It belongs to no application, so
 * none of the application's keys reach it, and the project's window is hidden meanwhile. The way
 * back is held for five seconds, on a key or a corner. What is sent is on disk before it is said
 * that it arrived; what is half typed is shown to nobody else. */

#include "eh-kiosk-window.h"

#include "eh-catalogue.h"
#include "eh-compat.h"
#include "eh-contribute-view.h"
#include "eh-drop-down.h"
#include "eh-inbox.h"
#include "eh-phones.h"
#include "eh-queue.h"
#include "eh-slips.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#define HOLD_MS  5000
#define TICK_MS  50
#define IDLE_S   60
#define ANSWER_S 20
#define THANKS_S 12
#define BIGGEST  3

struct _EhKioskWindow {
  GtkWindow parent_instance;

  EhWorkspace *workspace;
  GtkWindow *main;
  EhContributeView *view;
  EhCatalogue *words;
  char *passphrase;

  GtkWidget *hold; /* how long the way back has been held */
  GtkStack *stack;
  GtkTextView *text;
  GtkEditable *code;
  GtkDropDown *group;
  GtkDropDown *credit;
  GtkLabel *trouble;
  GtkWidget *go_on; /* of whoever is still writing */
  GtkEditable *answer;
  GtkLabel *wrong;

  guint size;
  gboolean contrast;
  gboolean leaving;
  gint64 held_since; /* monotonic; 0 while nothing is held */
  guint hold_timer;
  guint timer; /* until the page that is shown goes by itself */
  EhId sent;
};

G_DEFINE_FINAL_TYPE (EhKioskWindow, eh_kiosk_window, GTK_TYPE_WINDOW)

static const EhCredit credits[] = { EH_CREDIT_ASK,      EH_CREDIT_NAMED,     EH_CREDIT_FIRST_NAME,
                                    EH_CREDIT_INITIALS, EH_CREDIT_ROLE_ONLY, EH_CREDIT_ANONYMOUS };

static void build (EhKioskWindow *self);
static void show_question (EhKioskWindow *self);

static char *
typed (EhKioskWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_shown (EhKioskWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

/* --- Time that passes --- */

/* For the next person nothing is as the last one left it. */
static void
begin_again (EhKioskWindow *self)
{
  self->sent = EH_ID_NONE;
  self->size = 0;
  self->contrast = FALSE;
  g_clear_pointer (&self->words, eh_catalogue_unref);
  self->words = eh_catalogue_for (self->view->language);
  build (self);
}

/* A test does not wait for a minute. */
static guint
in_a_test (guint seconds)
{
  const char *told = g_getenv ("EVENHAND_KIOSK_SECONDS");

  return told != NULL ? (guint) g_ascii_strtoull (told, NULL, 10) : seconds;
}

static gboolean
timer_cb (gpointer data)
{
  EhKioskWindow *self = data;
  g_autofree char *words = typed (self);

  if (self->held_since != 0)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  if (is_shown (self, "question") && !eh_text_is_blank (words)) {
    gtk_stack_set_visible_child_name (self->stack, "still");
    gtk_widget_grab_focus (self->go_on);
    self->timer = g_timeout_add_seconds (in_a_test (ANSWER_S), timer_cb, self);
    return G_SOURCE_REMOVE;
  }
  begin_again (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for (EhKioskWindow *self, guint seconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (in_a_test (seconds), timer_cb, self);
}

static void
touched (EhKioskWindow *self)
{
  if (is_shown (self, "question"))
    wait_for (self, IDLE_S);
}

/* --- The way back --- */

static void
leave (EhKioskWindow *self)
{
  self->leaving = TRUE;
  gtk_window_present (self->main);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_to_leave (EhKioskWindow *self)
{
  if (self->passphrase == NULL) {
    leave (self);
    return;
  }
  gtk_editable_set_text (self->answer, "");
  gtk_label_set_label (self->wrong, "");
  gtk_stack_set_visible_child_name (self->stack, "leave");
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
  wait_for (self, IDLE_S);
}

static void
answer_cb (EhKioskWindow *self)
{
  if (g_str_equal (gtk_editable_get_text (self->answer), self->passphrase)) {
    leave (self);
    return;
  }
  gtk_editable_set_text (self->answer, "");
  gtk_label_set_label (self->wrong, _ ("That is not the passphrase"));
  eh_compat_announce (GTK_WIDGET (self), _ ("That is not the passphrase"));
}

static void
let_go (EhKioskWindow *self)
{
  g_clear_handle_id (&self->hold_timer, g_source_remove);
  self->held_since = 0;
  if (self->hold != NULL)
    gtk_widget_set_opacity (self->hold, 0);
}

static gboolean
hold_cb (gpointer data)
{
  EhKioskWindow *self = data;
  double done = (double) (g_get_monotonic_time () - self->held_since) / (HOLD_MS * 1000.0);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->hold), CLAMP (done, 0.0, 1.0));
  if (done < 1.0)
    return G_SOURCE_CONTINUE;
  self->hold_timer = 0;
  let_go (self);
  ask_to_leave (self);
  return G_SOURCE_REMOVE;
}

static void
hold (EhKioskWindow *self)
{
  if (self->held_since != 0)
    return;
  self->held_since = g_get_monotonic_time ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->hold), 0);
  gtk_widget_set_opacity (self->hold, 1);
  self->hold_timer = g_timeout_add (TICK_MS, hold_cb, self);
}

/* --- What keys and buttons may do here: type, move about, choose --- */

static gboolean
key_cb (EhKioskWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  touched (self);
  if (keyval == GDK_KEY_Escape) {
    hold (self);
    return TRUE;
  }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return TRUE;
  return (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35) || keyval == GDK_KEY_Menu ||
         keyval == GDK_KEY_Print;
}

static void
key_released_cb (EhKioskWindow *self, guint keyval)
{
  if (keyval == GDK_KEY_Escape)
    let_go (self);
}

/* Neither a menu nor what somebody else has copied. */
static void
pressed_cb (EhKioskWindow *self, int n, double x, double y, GtkGesture *click)
{
  touched (self);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) > GDK_BUTTON_PRIMARY)
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
close_request_cb (EhKioskWindow *self)
{
  return !self->leaving;
}

static void
realize_cb (EhKioskWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  if (GDK_IS_TOPLEVEL (surface))
    gdk_toplevel_inhibit_system_shortcuts (GDK_TOPLEVEL (surface), NULL);
}

/* --- Sending --- */

static void
tell (EhKioskWindow *self, const char *trouble)
{
  gtk_label_set_label (self->trouble, trouble);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble[0] != '\0');
  if (trouble[0] != '\0')
    eh_compat_announce (GTK_WIDGET (self), trouble);
}

static EhReceived *
received_of (EhKioskWindow *self, const char *text)
{
  EhReceived *row = eh_received_new ();
  guint group = self->group != NULL ? gtk_drop_down_get_selected (self->group) : 0;

  eh_set_str (&row->text, text);
  eh_set_str (&row->language, eh_catalogue_get_language (self->words));
  row->workshop_id = self->view->workshop_id;
  row->activity_id = self->view->activity_id;
  row->capture = EH_CAPTURE_TYPED;
  if (group > 0 && group <= self->view->groups->len)
    row->role_group_id = ((EhContributeGroup *) self->view->groups->pdata[group - 1])->id;
  if (self->credit != NULL)
    row->credit = credits[MIN (gtk_drop_down_get_selected (self->credit),
                               G_N_ELEMENTS (credits) - 1)];
  return row;
}

/* A number is on the next slip too; a code is known to whoever has it. */
static gboolean
find_slip (EhKioskWindow *self, EhReceived *row)
{
  const char *code = self->code != NULL ? gtk_editable_get_text (self->code) : "";
  g_autofree char *read = eh_slip_read_code (code);
  g_autoptr (EhSlip) slip = NULL;

  if (eh_text_is_blank (code))
    return TRUE;
  if (read != NULL)
    slip = eh_slips_find (eh_workspace_get_db (self->workspace), row->workshop_id, read);
  if (slip == NULL)
    return FALSE;
  row->slip_id = slip->id;
  return TRUE;
}

static gboolean
keep (EhKioskWindow *self, EhReceived *row)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  if (store == NULL || eh_store_in_transaction (store) || !eh_queue_add (store, row, &error))
    return FALSE;
  self->sent = row->id;
  g_array_append_val (ids, row->id);
  /* It arrived already; if this fails it waits for a nod. */
  if (self->view->straight && !eh_queue_accept (store, ids, &error))
    g_debug ("kiosk: %s", error->message);
  return TRUE;
}

static void
send (EhKioskWindow *self)
{
  g_autofree char *raw = typed (self);
  g_autofree char *text = eh_text_clean (raw);
  g_autoptr (EhReceived) row = received_of (self, text);
  glong over = g_utf8_strlen (text, -1) - EH_INBOX_MAX_CHARS;
  g_autofree char *trouble = NULL;

  if (eh_text_is_blank (text))
    trouble = g_strdup (eh_catalogue_get (self->words, N_ ("Write something before you send it")));
  else if (over > 0)
    trouble = g_strdup_printf (
        eh_catalogue_get_plural (self->words,
                                 NN_ ("Your words are %u character too long. Make them shorter, or "
                                      "send them in two parts",
                                      "Your words are %u characters too long. Make them shorter, "
                                      "or send them in two parts"),
                                 (guint) over),
        (guint) over);
  else if (!find_slip (self, row))
    trouble = g_strdup (eh_catalogue_get (
        self->words, N_ ("There is no slip with that code. Look at it again, or leave it empty")));
  else if (!keep (self, row))
    trouble = g_strdup (eh_catalogue_get (
        self->words, N_ ("The laptop could not save your words just now. They are still here: wait "
                         "a moment and send them again")));
  tell (self, trouble != NULL ? trouble : "");
  if (trouble != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
    return;
  }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", 0);
  gtk_stack_set_visible_child_name (self->stack, "thanks");
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  eh_compat_announce (GTK_WIDGET (self), eh_catalogue_get (self->words, N_ ("It arrived")));
  wait_for (self, THANKS_S);
}

static void
take_back (EhKioskWindow *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GError) error = NULL;

  if (store != NULL && self->sent != EH_ID_NONE && !eh_store_in_transaction (store) &&
      eh_queue_erase (store, self->sent, &error)) {
    begin_again (self);
    tell (self, eh_catalogue_get (self->words, N_ ("Taken back. Nothing of it was kept.")));
  }
}

/* --- What is on the screen --- */

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
new_button (EhKioskWindow *self, const char *label, const char *class, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "eh-kiosk-button");
  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_field (GtkWidget *box, const char *label, GtkWidget *field)
{
  GtkWidget *name = new_label (label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), field);
}

static GtkDropDown *
add_choice (GtkWidget *box, const char *label, GtkStringList *choices)
{
  GtkDropDown *field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));

  eh_drop_down_set_words (field, choices);
  gtk_widget_add_css_class (GTK_WIDGET (field), "eh-kiosk-button");
  add_field (box, label, GTK_WIDGET (field));
  return field;
}

static void
add_who (EhKioskWindow *self, GtkWidget *box)
{
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->group = NULL;
  gtk_string_list_append (groups, eh_catalogue_get (self->words, N_ ("I would rather not say")));
  for (guint i = 0; i < self->view->groups->len; i++)
    gtk_string_list_append (groups, ((EhContributeGroup *) self->view->groups->pdata[i])->label);
  if (self->view->groups->len > 0)
    self->group = add_choice (
        box, eh_catalogue_get (self->words, N_ ("Choose a group, if you like")), groups);
  self->code = NULL;
  self->credit = NULL;
  if (!self->view->has_slips)
    return;
  self->code = GTK_EDITABLE (gtk_entry_new ());
  add_field (box, eh_catalogue_get (self->words, N_ ("The code on your slip")),
             GTK_WIDGET (self->code));
  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    gtk_string_list_append (
        names, credits[i] == EH_CREDIT_ASK
                   ? eh_catalogue_get (self->words, N_ ("Ask me later"))
                   : eh_catalogue_get_in (self->words, eh_credit_vocabulary.context,
                                          eh_credit_vocabulary.words[credits[i]].label));
  self->credit = add_choice (
      box, eh_catalogue_get (self->words, N_ ("With a code: how may we name you?")), names);
}

static GtkWidget *
make_text (EhKioskWindow *self, GtkTextBuffer *buffer)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (buffer));
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eh_catalogue_get (self->words, N_ ("Your words")), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->text));
  gtk_widget_set_size_request (scroll, -1, 180);
  gtk_widget_add_css_class (scroll, "eh-kiosk-words");
  return scroll;
}

static void
larger_cb (EhKioskWindow *self)
{
  self->size = (self->size + 1) % BIGGEST;
  build (self);
}

static void
contrast_cb (EhKioskWindow *self)
{
  self->contrast = !self->contrast;
  build (self);
}

static void
language_cb (GtkButton *button, EhKioskWindow *self)
{
  g_clear_pointer (&self->words, eh_catalogue_unref);
  self->words = eh_catalogue_for (g_object_get_data (G_OBJECT (button), "language"));
  build (self);
}

static void
add_comforts (EhKioskWindow *self, GtkWidget *box)
{
  g_auto (GStrv) languages = eh_catalogue_languages ();
  GtkWidget *row = eh_wrap_new (12);

  eh_wrap_append (EH_WRAP (row),
                  new_button (self, eh_catalogue_get (self->words, N_ ("Larger letters")), NULL,
                              G_CALLBACK (larger_cb)));
  eh_wrap_append (EH_WRAP (row),
                  new_button (self, eh_catalogue_get (self->words, N_ ("Stronger contrast")), NULL,
                              G_CALLBACK (contrast_cb)));
  for (guint i = 0; languages[i] != NULL && languages[1] != NULL; i++) {
    GtkWidget *button = gtk_button_new_with_label (eh_language_own_name (languages[i]));

    gtk_widget_add_css_class (button, "eh-kiosk-button");
    g_object_set_data_full (G_OBJECT (button), "language", g_strdup (languages[i]), g_free);
    g_signal_connect_object (button, "clicked", G_CALLBACK (language_cb), self, 0);
    eh_wrap_append (EH_WRAP (row), button);
  }
  gtk_box_append (GTK_BOX (box), row);
}

static GtkWidget *
in_page (GtkWidget *box)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (box, "eh-kiosk-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  return scroll;
}

static GtkWidget *
make_question (EhKioskWindow *self, GtkTextBuffer *buffer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const char *question = self->view->question[0] != '\0'
                             ? self->view->question
                             : eh_catalogue_get (self->words, N_ ("What would you like to say?"));

  add_comforts (self, box);
  gtk_box_append (GTK_BOX (box), new_label (question, "eh-kiosk-question"));
  gtk_box_append (GTK_BOX (box), make_text (self, buffer));
  self->trouble = GTK_LABEL (new_label ("", "eh-kiosk-trouble"));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  add_who (self, box);
  gtk_box_append (
      GTK_BOX (box),
      new_label (self->view->straight
                     ? eh_catalogue_get (self->words,
                                         N_ ("It becomes part of the workshop at once, and may be "
                                             "shown to everyone here."))
                     : eh_catalogue_get (self->words,
                                         N_ ("The person who runs the workshop reads it first. "
                                             "Then it may be shown to everyone here.")),
                 NULL));
  gtk_box_append (GTK_BOX (box), new_button (self, eh_catalogue_get (self->words, N_ ("Send")),
                                             "suggested-action", G_CALLBACK (send)));
  return in_page (box);
}

static GtkWidget *
make_short (EhKioskWindow *self,
            const char *heading,
            GtkWidget *first,
            const char *other,
            GCallback other_clicked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (heading, "eh-kiosk-question"));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), new_button (self, other, NULL, other_clicked));
  return in_page (box);
}

static GtkWidget *
make_leave (EhKioskWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->answer = GTK_EDITABLE (gtk_password_entry_new ());
  self->wrong = GTK_LABEL (new_label ("", "eh-kiosk-trouble"));
  add_field (box, _ ("Passphrase of the facilitator"), GTK_WIDGET (self->answer));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wrong));
  gtk_box_append (GTK_BOX (box), new_button (self, _ ("Leave the Kiosk"), "suggested-action",
                                             G_CALLBACK (answer_cb)));
  gtk_box_append (GTK_BOX (box),
                  new_button (self, _ ("Back to the Question"), NULL, G_CALLBACK (show_question)));
  g_signal_connect_object (self->answer, "activate", G_CALLBACK (answer_cb), self,
                           G_CONNECT_SWAPPED);
  return in_page (box);
}

static void
show_question (EhKioskWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "question");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  wait_for (self, IDLE_S);
}

/* Nothing else makes anything of the press, which would end it. */
static void
start_hold_cb (EhKioskWindow *self, int n, double x, double y, GtkGesture *press)
{
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  hold (self);
}

static GtkWidget *
make_corner (EhKioskWindow *self)
{
  GtkWidget *corner = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_set_halign (corner, GTK_ALIGN_END);
  gtk_widget_set_valign (corner, GTK_ALIGN_END);
  gtk_widget_set_focusable (corner, FALSE);
  gtk_widget_add_css_class (corner, "flat");
  gtk_widget_add_css_class (corner, "eh-kiosk-corner");
  gtk_accessible_update_property (GTK_ACCESSIBLE (corner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("For the facilitator: hold for five seconds"), -1);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (start_hold_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "released", G_CALLBACK (let_go), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "cancel", G_CALLBACK (let_go), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (corner, GTK_EVENT_CONTROLLER (press));
  return corner;
}

/* The words outlive a change of letters or language; everything else is chosen again. */
static void
build (EhKioskWindow *self)
{
  static const char *const sizes[] = { "eh-kiosk-1", "eh-kiosk-2", "eh-kiosk-3" };
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *words = self->text != NULL && self->sent == EH_ID_NONE &&
                                   is_shown (self, "question")
                               ? typed (self)
                               : g_strdup ("");
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_text_buffer_set_text (buffer, words, -1);
  let_go (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->hold = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->hold, GTK_ALIGN_START);
  gtk_widget_set_opacity (self->hold, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How long the way back has been held"), -1);
  gtk_stack_add_named (self->stack, make_question (self, buffer), "question");
  gtk_stack_add_named (self->stack,
                       make_short (self, eh_catalogue_get (self->words, N_ ("It arrived")),
                                   new_button (self, eh_catalogue_get (self->words, N_ ("Done")),
                                               "suggested-action", G_CALLBACK (begin_again)),
                                   eh_catalogue_get (self->words, N_ ("Take it back")),
                                   G_CALLBACK (take_back)),
                       "thanks");
  self->go_on = new_button (self, eh_catalogue_get (self->words, N_ ("Yes, go on")),
                            "suggested-action", G_CALLBACK (show_question));
  gtk_stack_add_named (
      self->stack,
      make_short (self, eh_catalogue_get (self->words, N_ ("Are you still writing?")), self->go_on,
                  eh_catalogue_get (self->words, N_ ("Throw it away")), G_CALLBACK (begin_again)),
      "still");
  gtk_stack_add_named (self->stack, make_leave (self), "leave");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stack));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hold);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_corner (self));
  gtk_widget_add_css_class (overlay, "eh-kiosk");
  gtk_widget_add_css_class (overlay, sizes[MIN (self->size, BIGGEST - 1)]);
  if (self->contrast)
    gtk_widget_add_css_class (overlay, "eh-kiosk-contrast");
  gtk_widget_set_direction (
      GTK_WIDGET (self), eh_catalogue_is_rtl (self->words) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  show_question (self);
}

static void
eh_kiosk_window_dispose (GObject *object)
{
  EhKioskWindow *self = EH_KIOSK_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->hold_timer, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->main);
  g_clear_pointer (&self->view, eh_contribute_view_unref);
  g_clear_pointer (&self->words, eh_catalogue_unref);
  g_clear_pointer (&self->passphrase, g_free);
  G_OBJECT_CLASS (eh_kiosk_window_parent_class)->dispose (object);
}

static void
eh_kiosk_window_class_init (EhKioskWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_kiosk_window_dispose;
}

static void
eh_kiosk_window_init (EhKioskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (realize_cb), NULL);
}

/**
 * eh_kiosk_window_start:
 * @workspace: a workspace with a project; its workshop and activity say what is asked
 * @main: the window of the project, which is hidden until the kiosk is left
 * @straight: what is sent becomes an insight at once, without waiting for a nod
 * @passphrase: (nullable): what is asked for before the kiosk is left
 *
 * Shows the kiosk over the whole screen.
 */
void
eh_kiosk_window_start (EhWorkspace *workspace,
                       GtkWindow *main,
                       gboolean straight,
                       const char *passphrase)
{
  EhKioskWindow *self = g_object_new (EH_TYPE_KIOSK_WINDOW, NULL);

  eh_workspace_flush (workspace);
  eh_workspace_choose_workshop (workspace);
  self->workspace = g_object_ref (workspace);
  self->main = g_object_ref (main);
  self->passphrase = eh_text_is_blank (passphrase) ? NULL : g_strdup (passphrase);
  self->view = eh_contribute_view_new (eh_workspace_get_db (workspace),
                                       eh_workspace_get_workshop_id (workspace),
                                       eh_workspace_get_activity_id (workspace), straight,
                                       eh_phones_get_asks (eh_phones_of (workspace)), NULL);
  self->words = eh_catalogue_for (self->view->language);
  gtk_window_set_title (GTK_WINDOW (self), self->view->project);
  build (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_set_visible (GTK_WIDGET (main), FALSE);
}
