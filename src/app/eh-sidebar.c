/* The list of places, with how many rows each holds. */

#include "eh-sidebar.h"

#include "eh-place.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSidebar {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *box;
  GtkListBox *list;
  GPtrArray *counts; /* (element-type GtkLabel): of the places, in their order; NULL for none */
  guint idle_id;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (EhSidebar, eh_sidebar, GTK_TYPE_WIDGET)

static void
name_row (GtkWidget *row, const EhPlace *place, gint64 count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *name = NULL;

  if (place->counted != NULL)
    /* TRANSLATORS: a place of the window and how much is in it, as a screen reader says it:
     * "People, 22" */
    name = g_strdup_printf (_ ("%1$s, %2$s"), _ (place->label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ (place->label), -1);
}

static void
refresh (EhSidebar *self)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);
  EhDb *db = eh_workspace_get_db (self->workspace);

  /* A project that is being closed tells of its last change when it is already gone. */
  if (db == NULL)
    return;
  for (guint i = 0; i < n_places; i++) {
    gint64 count = 0;
    g_autofree char *text = NULL;

    if (places[i].counted == NULL)
      continue;
    count = eh_reader_count (db, places[i].counted);
    text = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
    gtk_label_set_label (g_ptr_array_index (self->counts, i), count > 0 ? text : "");
    name_row (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)), &places[i], count);
  }
}

static gboolean
refresh_cb (gpointer data)
{
  EhSidebar *self = data;

  self->idle_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhSidebar *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_timeout_add (60, refresh_cb, self);
}

static GtkWidget *
row_for (EhSidebar *self, const EhPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (place->icon);
  GtkWidget *label = gtk_label_new (_ (place->label));
  GtkWidget *count = gtk_label_new (NULL);
  g_autofree char *hint = gtk_accelerator_get_label (GDK_KEY_0 + place->number, GDK_ALT_MASK);

  gtk_widget_set_tooltip_text (row, hint);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_ptr_array_add (self->counts, count);
  name_row (row, place, 0);
  return row;
}

static void
chosen (EhSidebar *self, GtkListBoxRow *row, gboolean activated)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  if (row != NULL)
    g_signal_emit (self, chosen_signal, 0, places[gtk_list_box_row_get_index (row)].id, activated);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, EhSidebar *self)
{
  chosen (self, row, FALSE);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EhSidebar *self)
{
  chosen (self, row, TRUE);
}

static void
eh_sidebar_dispose (GObject *object)
{
  EhSidebar *self = EH_SIDEBAR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_sidebar_parent_class)->dispose (object);
}

static void
eh_sidebar_class_init (EhSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_sidebar_dispose;
  /**
   * EhSidebar::chosen:
   * @place_id: the place
   * @activated: by a click or Enter, rather than by passing over it with the arrows
   */
  chosen_signal = g_signal_new ("chosen", EH_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_sidebar_init (EhSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->counts = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "eh-sidebar");
}

/**
 * eh_sidebar_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the list of places
 */
GtkWidget *
eh_sidebar_new (EhWorkspace *workspace)
{
  EhSidebar *self = g_object_new (EH_TYPE_SIDEBAR, NULL);
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < n_places; i++)
    gtk_list_box_append (self->list, row_for (self, &places[i]));
  refresh (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, 0);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_sidebar_select:
 * @self: a sidebar
 * @place_id: the place that is shown
 */
void
eh_sidebar_select (EhSidebar *self, const char *place_id)
{
  guint n_places;
  const EhPlace *places = eh_place_list (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (g_str_equal (places[i].id, place_id))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}
