/* Which resource a sentence cites: the library, narrowed by typing, beside the caret. */

#include "eh-cite-popover.h"

#include "eh-passing-popover.h"
#include "eh-resource.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* More rows than anybody reads; typing narrows them. */
#define MOST_ROWS 40

struct _EhCitePopover {
  GtkPopover parent_instance;

  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *nothing;
  GPtrArray *resources; /* (element-type EhResource) */
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCitePopover, eh_cite_popover, GTK_TYPE_POPOVER)

static gboolean
matches (const EhResource *resource, char **words)
{
  g_autofree char *all = g_strjoin (" ", resource->authors, resource->title, resource->organisation,
                                    NULL);
  g_autofree char *folded = eh_text_fold (all);

  return eh_text_has_words (folded, words);
}

static void
add_row (EhCitePopover *self, guint index)
{
  const EhResource *resource = self->resources->pdata[index];
  const char *by = eh_text_is_blank (resource->authors) ? resource->organisation
                                                        : resource->authors;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *labels[] = { gtk_label_new (resource->title), gtk_label_new (by) };
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = g_strjoin (", ", resource->title, by, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
    gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), 44);
    gtk_box_append (GTK_BOX (box), labels[i]);
  }
  gtk_widget_add_css_class (labels[1], "eh-row-detail");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->list, row);
}

static void
show_matches (EhCitePopover *self)
{
  g_auto (GStrv) words = eh_text_words (gtk_editable_get_text (self->search));
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->resources->len && n < MOST_ROWS; i++)
    if (matches (self->resources->pdata[i], words)) {
      add_row (self, i);
      n++;
    }
  gtk_widget_set_visible (self->nothing, n == 0);
}

/* Its key where it has one, which says more to a reader of the words, else its number. */
static void
choose (EhCitePopover *self, GtkListBoxRow *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
  const EhResource *resource = self->resources->pdata[index];
  g_autofree char *key = eh_text_is_blank (resource->key)
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, resource->id)
                             : g_strdup (resource->key);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

static void
row_activated_cb (EhCitePopover *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
activate_cb (EhCitePopover *self)
{
  GtkListBoxRow *first = NULL;

  /* Whoever types fast is there before the search has begun. */
  show_matches (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    choose (self, first);
}

static void
eh_cite_popover_finalize (GObject *object)
{
  EhCitePopover *self = EH_CITE_POPOVER (object);

  g_clear_pointer (&self->resources, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_cite_popover_parent_class)->finalize (object);
}

static void
eh_cite_popover_class_init (EhCitePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_cite_popover_finalize;
  /**
   * EhCitePopover::chosen:
   * @key: what a citation calls the resource
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_CITE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
name_it (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
eh_cite_popover_init (EhCitePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->search = GTK_EDITABLE (search);
  self->list = GTK_LIST_BOX (list);
  self->nothing = gtk_label_new (_ ("No resource is called that. Add it under Resources first."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 36);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  name_it (search, _ ("Which resource?"));
  name_it (list, _ ("Resources"));
  name_it (GTK_WIDGET (self), _ ("Cite a Resource"));
  g_signal_connect_object (search, "search-changed", G_CALLBACK (show_matches), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_cite_popover_open:
 * @over: the text that cites
 * @at: where its caret is
 * @workspace: the project, whose library is offered
 *
 * Returns: (transfer none): the open popover, which goes away by itself
 */
EhCitePopover *
eh_cite_popover_open (GtkWidget *over, const GdkRectangle *at, EhWorkspace *workspace)
{
  EhCitePopover *self = g_object_new (EH_TYPE_CITE_POPOVER, NULL);

  self->resources = eh_reader_list (eh_workspace_get_db (workspace), &eh_resource_row_type);
  show_matches (self);
  eh_passing_popover_open (GTK_POPOVER (self), over, at);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return self;
}
