/* Every key of the window, once: what is bound and what the window of shortcuts lists come from
 * this table. A key that a page handles itself stands here without an action. */

#include "eh-actions.h"

#include "eh-place.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const EhAction actions[] = {
  { N_ ("Project"), N_ ("New project"), "win.new", "<Control>n" },
  { N_ ("Project"), N_ ("Open a project"), "win.open", "<Control>o" },
  { N_ ("Project"), N_ ("Preferences of this computer"), "win.preferences", "<Control>comma" },
  { N_ ("Project"), N_ ("Close the window"), "win.close", "<Control>w" },
  { N_ ("Project"), N_ ("Quit"), "app.quit", "<Control>q" },
  { N_ ("Editing"), N_ ("Undo"), "win.undo", "<Control>z", FALSE, "text.undo" },
  { N_ ("Editing"), N_ ("Do again"), "win.redo", "<Control><Shift>z <Control>y", FALSE,
    "text.redo" },
  { N_ ("Editing"), N_ ("What was done, and the way back"), "win.history", "<Control>h", TRUE },
  { N_ ("Editing"), N_ ("Safe to publish?"), "win.publish", "<Control><Shift>p" },
  { N_ ("Editing"), N_ ("Add to this list"), "win.add", "<Control><Shift>n" },
  { N_ ("Finding the way"), N_ ("Search in this place"), "win.search", "<Control>f" },
  { N_ ("Finding the way"), N_ ("Show or hide the list of places"), "win.sidebar", "F9" },
  { N_ ("Finding the way"), N_ ("Menu"), NULL, "F10" },
  { N_ ("In the room"), N_ ("Run the workshop, or go back to it"), "win.run", "F5" },
  { N_ ("In the room"), N_ ("Start or pause the clock"), NULL, "F3" },
  { N_ ("In the room"), N_ ("One minute more"), NULL, "F4" },
  { N_ ("In the room"), N_ ("The next activity"), NULL, "<Alt>Page_Down" },
  { N_ ("In the room"), N_ ("The activity before"), NULL, "<Alt>Page_Up" },
  { N_ ("In the room"), N_ ("Find who arrives"), NULL, "<Control>f" },
  { N_ ("In the room"), N_ ("Who has the floor; then a key for each person"), NULL, "<Control>t" },
  { N_ ("In the room"), N_ ("The run sheet"), NULL, "<Control>r" },
  { N_ ("In the room"), N_ ("Write down what is said"), NULL, "<Control><Shift>n" },
  { N_ ("In the room"), N_ ("Hide or show the names of people"), "win.room-display", "F8" },
  { N_ ("In the room"), N_ ("Print what the workshop needs, where workshops are shown"), NULL,
    "<Control>p" },
  { N_ ("Closing the circle"), N_ ("Print the letter that is shown, or all"), NULL, "<Control>p" },
  { N_ ("In the room"), N_ ("Phones"), "win.phones", "F7" },
  { N_ ("In the room"), N_ ("Wall for the projector"), "win.wall", "F6" },
  { N_ ("In the room"), N_ ("Accept what was sent"), NULL, "a" },
  { N_ ("In the room"), N_ ("Refuse what was sent"), NULL, "r" },
  { N_ ("In the room"), N_ ("Wall: insights, question, charts"), NULL, "1 2 3" },
  { N_ ("In the room"), N_ ("Wall: larger or smaller"), NULL, "plus minus" },
  { N_ ("In the room"), N_ ("Wall: full screen"), NULL, "F11" },
  { N_ ("Finding the way"), N_ ("Back, where only one pane is shown, or to the chart"), "win.back",
    "Escape <Alt>Left", TRUE },
  { N_ ("Finding the way"), N_ ("This list of keys"), "win.shortcuts", "<Control>question" },
  { N_ ("Writing down what is said"), N_ ("Add it"), NULL, "Return" },
  { N_ ("Writing down what is said"), N_ ("Begin a new line"), NULL, "<Shift>Return" },
  { N_ ("Writing down what is said"), N_ ("Say who, by name or initials"), NULL, "at <Control>p" },
  { N_ ("Writing down what is said"), N_ ("Paste a whole wall of notes"), "win.paste-wall",
    "<Control><Shift>v" },
  { N_ ("Sorting insights"), N_ ("Sort one after another"), "win.sort-insights", "<Control>j" },
  { N_ ("Sorting insights"), N_ ("Not sure, while sorting one after another"), NULL, "question" },
  { N_ ("Sorting insights"), N_ ("The next insight"), NULL, "j Page_Down" },
  { N_ ("Sorting insights"), N_ ("The insight before"), NULL, "k Page_Up" },
  { N_ ("Sorting insights"), N_ ("The next one that is not sorted"), NULL, "n <Control>Return" },
  { N_ ("Sorting insights"), N_ ("Tick the first of the categories at hand"), NULL, "1" },
  { N_ ("Sorting insights"), N_ ("Find a category, or tick what was found"), NULL, "Return" },
  { N_ ("Sorting insights"), N_ ("Remove what is chosen"), NULL, "Delete" },
  { N_ ("Writing guidance"), N_ ("A paragraph below"), NULL, "<Control>Return" },
  { N_ ("Writing guidance"), N_ ("A recommendation below"), NULL, "<Control>r" },
  { N_ ("Writing guidance"), N_ ("Move the part, or the section in the outline"), NULL,
    "<Alt>Up <Alt>Down" },
  { N_ ("Writing guidance"), N_ ("Strong, emphasis, link"), NULL,
    "<Control>b <Control>i <Control>k" },
  { N_ ("Writing guidance"), N_ ("Cite a resource"), NULL, "<Shift><Control>k" },
  { N_ ("Writing guidance"), N_ ("Find and replace"), NULL, "<Control>h" },
  { N_ ("Writing guidance"), N_ ("Evidence, comments, pages"), NULL,
    "<Control>e <Control>m <Control>p" },
  { N_ ("Writing guidance"), N_ ("Link the insight, or link it as one that disagrees"), NULL,
    "Return d" },
  { N_ ("Writing guidance"), N_ ("Park the insight with a reason"), NULL, "p" },
  { N_ ("Writing guidance"), N_ ("The next thing to look at"), NULL, "<Alt>Page_Down" },
  { N_ ("Writing guidance"), N_ ("The thing to look at before"), NULL, "<Alt>Page_Up" },
  { N_ ("Charts"), N_ ("The first chart, and so on"), NULL, "<Control>1" },
  { N_ ("Charts"), N_ ("Look at everything again"), NULL, "<Control>0" },
  { N_ ("Charts"), N_ ("From mark to mark"), NULL, "Left Right Up Down" },
  { N_ ("Charts"), N_ ("The first and the last mark"), NULL, "Home End" },
  { N_ ("Charts"), N_ ("The insights behind a mark"), NULL, "Return" },
  { N_ ("Charts"), N_ ("The numbers as a table"), NULL, "t" },
  { N_ ("Charts"), N_ ("Leave the chart"), NULL, "Escape" },
};

/**
 * eh_actions_list:
 * @n_actions: (out): how many
 *
 * Returns: (transfer none) (array length=n_actions): what keys do; the places' own keys are not
 * among them, for they come from eh_place_list()
 */
const EhAction *
eh_actions_list (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * eh_actions_install:
 * @application: the application
 *
 * Binds the keys that work wherever the keyboard is.
 */
void
eh_actions_install (GtkApplication *application)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_auto (GStrv) keys = g_strsplit (actions[i].keys, " ", -1);

    if (actions[i].name != NULL && !actions[i].after_text && actions[i].text_action == NULL)
      gtk_application_set_accels_for_action (application, actions[i].name,
                                             (const char *const *) keys);
  }
  for (guint i = 0; i < n_places; i++) {
    g_autofree char *name = g_strconcat ("win.place-", places[i].id, NULL);
    g_autofree char *key = g_strdup_printf ("<Alt>%u", places[i].number);
    const char *keys[] = { key, NULL };

    gtk_application_set_accels_for_action (application, name, keys);
  }
}

/* Whether the text that has the keyboard did something with the action. A line of text does not
 * tell beforehand whether it can; what it holds tells afterwards. */
static gboolean
text_did (GtkWidget *focus, const char *action)
{
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
    gboolean undo = g_str_equal (action, "text.undo");

    if (undo ? !gtk_text_buffer_get_can_undo (buffer) : !gtk_text_buffer_get_can_redo (buffer))
      return FALSE;
    return gtk_widget_activate_action (focus, action, NULL);
  }
  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

static gboolean
text_first_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  const EhAction *action = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL || !text_did (focus, action->text_action))
    gtk_widget_activate_action (window, action->name, NULL);
  return TRUE;
}

static void
add_keys (GtkEventController *controller, const EhAction *action)
{
  g_auto (GStrv) keys = g_strsplit (action->keys, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++) {
    GtkShortcutAction *todo = action->text_action != NULL
                                  ? gtk_callback_action_new (text_first_cb, (gpointer) action, NULL)
                                  : gtk_named_action_new (action->name);

    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]), todo));
  }
}

/**
 * eh_actions_install_window:
 * @window: a window
 *
 * Binds the keys that depend on what has the keyboard: a field's own undo comes before the
 * project's, and Escape closes what is open before it leads back.
 */
void
eh_actions_install_window (GtkWidget *window)
{
  GtkEventController *first = gtk_shortcut_controller_new ();
  GtkEventController *last = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (last, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    if (actions[i].text_action != NULL)
      add_keys (first, &actions[i]);
    else if (actions[i].after_text)
      add_keys (last, &actions[i]);
  }
  gtk_widget_add_controller (window, first);
  gtk_widget_add_controller (window, last);
}
