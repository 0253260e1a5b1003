/* Which run sheet to begin with: that of an earlier workshop, or a deck that ships. What is chosen
 * is added after what the workshop has, as one step. */

#include "eh-deck-window.h"

#include "eh-deck.h"
#include "eh-fields.h"
#include "eh-plan-edit.h"
#include "eh-when-text.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhDeckWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *content;
  GPtrArray *decks;
};

G_DEFINE_FINAL_TYPE (EhDeckWindow, eh_deck_window, ADW_TYPE_WINDOW)

static void
done (EhDeckWindow *self, gboolean well, const GError *error)
{
  if (well)
    eh_workspace_toast (self->workspace, _ ("The activities are in the run sheet"), TRUE);
  else
    eh_workspace_report_error (self->workspace, error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
deck_cb (GtkWidget *row, EhDeckWindow *self)
{
  const EhDeck *deck = g_object_get_data (G_OBJECT (row), "deck");
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  done (self,
        eh_plan_add_activities (eh_workspace_get_store (self->workspace), self->workshop_id,
                                deck->activities, _ ("Began with a run sheet"), &error),
        error);
}

static void
workshop_cb (GtkWidget *row, EhDeckWindow *self)
{
  const EhId *from = g_object_get_data (G_OBJECT (row), "workshop");
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  done (self,
        eh_plan_copy_run_sheet (eh_workspace_get_store (self->workspace), *from, self->workshop_id,
                                &error),
        error);
}

static char *
size_text (GPtrArray *activities)
{
  guint n = activities->len;
  guint minutes = 0;
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", n), n);
  g_autofree char *length = NULL;

  for (guint i = 0; i < n; i++)
    minutes += (guint) ((EhActivity *) activities->pdata[i])->minutes;
  length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes),
                            minutes);
  /* TRANSLATORS: "5 activities, 110 minutes" */
  return g_strdup_printf (_ ("%1$s, %2$s"), count, length);
}

static GtkWidget *
row_for (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
add_group (EhDeckWindow *self, const char *title, const char *hint)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_box_append (GTK_BOX (self->content), eh_fields_heading (title));
  if (hint != NULL)
    gtk_box_append (GTK_BOX (self->content), eh_fields_words (hint, "eh-hint"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->content), list);
  return list;
}

static void
add_workshops (EhDeckWindow *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) workshops = eh_reader_list (db, &eh_workshop_row_type);
  GtkWidget *list = NULL;

  for (guint i = workshops->len; i > 0; i--) {
    const EhWorkshop *workshop = workshops->pdata[i - 1];
    g_autoptr (GPtrArray) activities = eh_reader_list_of (db, &eh_activity_row_type, "workshop_id",
                                                          workshop->id);
    g_autofree char *date = eh_when_format_date_short (workshop->date);
    g_autofree char *size = size_text (activities);
    g_autofree char *subtitle = NULL;
    GtkWidget *row = NULL;

    if (workshop->id == self->workshop_id || activities->len == 0)
      continue;
    if (list == NULL)
      list = add_group (self, _ ("Another workshop of this project"), NULL);
    /* TRANSLATORS: a date, or that there is none; then "5 activities, 110 minutes" */
    subtitle = g_strdup_printf (_ ("%1$s. %2$s"), *date != '\0' ? date : _ ("No date yet"), size);
    row = row_for (workshop->title, subtitle);
    g_object_set_data_full (G_OBJECT (row), "workshop",
                            g_memdup2 (&workshop->id, sizeof workshop->id), g_free);
    g_signal_connect_object (row, "activated", G_CALLBACK (workshop_cb), self, 0);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
}

static void
add_decks (EhDeckWindow *self)
{
  GtkWidget *list = add_group (self, _ ("A deck of questions"),
                               _ ("In English, as they were written. Change every word of them."));

  for (guint i = 0; i < self->decks->len; i++) {
    EhDeck *deck = self->decks->pdata[i];
    g_autofree char *size = size_text (deck->activities);
    /* TRANSLATORS: what a run sheet is for; "5 activities, 110 minutes"; whose it is; what of it
     * was seen there */
    g_autofree char *subtitle = g_strdup_printf (_ ("%1$s %2$s.\nFrom: %3$s. %4$s"), deck->use,
                                                 size, deck->source, deck->note);
    GtkWidget *row = row_for (deck->name, subtitle);

    g_object_set_data (G_OBJECT (row), "deck", deck);
    g_signal_connect_object (row, "activated", G_CALLBACK (deck_cb), self, 0);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
}

static void
eh_deck_window_dispose (GObject *object)
{
  EhDeckWindow *self = EH_DECK_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->decks, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_deck_window_parent_class)->dispose (object);
}

static void
eh_deck_window_class_init (EhDeckWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_deck_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
eh_deck_window_init (EhDeckWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->decks = eh_deck_list ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "eh-detail");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 720);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Begin with a Run Sheet"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * eh_deck_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 * @workshop_id: the workshop that gets the activities
 *
 * Returns: (transfer none): a window that shows what there is to begin with
 */
GtkWidget *
eh_deck_window_new (EhWorkspace *workspace, GtkWindow *parent, EhId workshop_id)
{
  EhDeckWindow *self = g_object_new (EH_TYPE_DECK_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->workshop_id = workshop_id;
  add_workshops (self);
  add_decks (self);
  return GTK_WIDGET (self);
}
