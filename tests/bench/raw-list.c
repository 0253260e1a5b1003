/* What a list costs that is GTK's alone: the words of a file, a line a row, under them a second
 * label; no database, no pictures, nobody to name. Searching takes others at once, out of memory.
 * What Evenhand's list is measured against, by the same keys: see rows.py. */

#include "eh-stall-log.h"

#include <adwaita.h>

#define RAW_TYPE_LIST (raw_list_get_type ())
G_DECLARE_FINAL_TYPE (RawList, raw_list, RAW, LIST, GObject)

/* Every so many of the lines. */
struct _RawList {
  GObject parent_instance;

  char **lines; /* not owned */
  guint n_lines;
  guint step;
  guint n_added; /* shown before the others */
};

static void raw_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RawList,
                               raw_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, raw_list_iface_init))

static GType
raw_list_get_item_type (GListModel *list)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
raw_list_get_n_items (GListModel *list)
{
  RawList *self = RAW_LIST (list);

  return self->n_lines / self->step + self->n_added;
}

static gpointer
raw_list_get_item (GListModel *list, guint position)
{
  RawList *self = RAW_LIST (list);

  if (position >= raw_list_get_n_items (list))
    return NULL;
  position = position < self->n_added ? 0 : position - self->n_added;
  return gtk_string_object_new (self->lines[position * self->step]);
}

static void
raw_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = raw_list_get_item_type;
  iface->get_n_items = raw_list_get_n_items;
  iface->get_item = raw_list_get_item;
}

static void
raw_list_class_init (RawListClass *klass)
{
}

static void
raw_list_init (RawList *self)
{
  self->step = 1;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < 2; i++) {
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (words),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (words)),
                       "Somebody, somewhere, at some time");
}

static void
search_cb (GtkEditable *search, RawList *list)
{
  guint before = raw_list_get_n_items (G_LIST_MODEL (list));

  list->n_added = 0;
  list->step = 1 + (guint) strlen (gtk_editable_get_text (search));
  g_list_model_items_changed (G_LIST_MODEL (list), 0, before,
                              raw_list_get_n_items (G_LIST_MODEL (list)));
}

static void
add_cb (GtkWidget *search, RawList *list)
{
  list->n_added++;
  g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, 1);
}

static void
show_cb (GtkWidget *button, GtkListView *view)
{
  RawList *list = g_object_get_data (G_OBJECT (view), "list");

  gtk_list_view_set_model (
      view, GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (list)))));
}

static void
activate_cb (GtkApplication *application, RawList *list)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label ("Show");
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view = gtk_list_view_new (NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (search, "changed", G_CALLBACK (search_cb), list);
  g_signal_connect (search, "activate", G_CALLBACK (add_cb), list);
  g_signal_connect (button, "clicked", G_CALLBACK (show_cb), view);
  g_object_set_data (G_OBJECT (view), "list", list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search",
                                  -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_title (GTK_WINDOW (window), "A list");
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.evenhand.RawList",
                                                                G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr (RawList) list = g_object_new (RAW_TYPE_LIST, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, &error)) {
    g_printerr ("usage: raw-list FILE: %s\n", error != NULL ? error->message : "of words");
    return 2;
  }
  list->lines = lines = g_strsplit (text, "\n", -1);
  list->n_lines = g_strv_length (lines);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), list);
  eh_stall_log_start ();
  return g_application_run (G_APPLICATION (application), 1, argv);
}
