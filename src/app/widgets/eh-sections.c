/* Leads through the pages of a stack: a button for each while they fit side by side, and one list
 * to choose from where they do not. */

#include "eh-sections.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSections {
  GtkWidget parent_instance;

  GtkStack *stack; /* not owned: it is beside this in the same window */
  GtkWidget *switcher;
  GtkWidget *drop_down;
};

G_DEFINE_FINAL_TYPE (EhSections, eh_sections, GTK_TYPE_WIDGET)

static int
width_of (GtkWidget *widget, gboolean natural)
{
  int minimum = 0;
  int wanted = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static GtkWidget *
shown_at (EhSections *self, int width)
{
  return width < 0 || width >= width_of (self->switcher, TRUE) ? self->switcher : self->drop_down;
}

static void
eh_sections_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  EhSections *self = EH_SECTIONS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = width_of (self->drop_down, FALSE);
    *natural = MAX (width_of (self->switcher, TRUE), *minimum);
  } else {
    gtk_widget_measure (shown_at (self, for_size), orientation, -1, minimum, natural, NULL, NULL);
  }
}

static void
eh_sections_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhSections *self = EH_SECTIONS (widget);
  GtkWidget *shown = shown_at (self, width);
  GtkWidget *hidden = shown == self->switcher ? self->drop_down : self->switcher;
  int wide = MIN (width, MAX (width_of (shown, TRUE), width_of (shown, FALSE)));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (shown, TRUE);
  gtk_widget_set_child_visible (hidden, FALSE);
  gtk_widget_size_allocate (shown, &(GtkAllocation){ mirrored ? width - wide : 0, 0, wide, height },
                            baseline);
}

static void
chosen_cb (EhSections *self)
{
  GtkSelectionModel *pages = NULL;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->stack == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  pages = gtk_stack_get_pages (self->stack);
  gtk_selection_model_select_item (pages, selected, TRUE);
  g_object_unref (pages);
}

static void
page_cb (EhSections *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), i);
}

static GtkSizeRequestMode
eh_sections_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_sections_dispose (GObject *object)
{
  EhSections *self = EH_SECTIONS (object);

  self->stack = NULL;
  g_clear_pointer (&self->switcher, gtk_widget_unparent);
  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_sections_parent_class)->dispose (object);
}

static void
eh_sections_class_init (EhSectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_sections_dispose;
  widget_class->measure = eh_sections_measure;
  widget_class->size_allocate = eh_sections_size_allocate;
  widget_class->get_request_mode = eh_sections_get_request_mode;
}

static void
eh_sections_init (EhSections *self)
{
  self->switcher = gtk_stack_switcher_new ();
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Part of the workshop"), -1);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_sections_set_name:
 * @self: sections
 * @name: what they are sections of, for whoever hears it
 */
void
eh_sections_set_name (EhSections *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * eh_sections_set_stack:
 * @self: sections that have no stack
 * @stack: a stack with all its pages, each with a title
 */
void
eh_sections_set_stack (EhSections *self, GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

    gtk_string_list_append (titles, gtk_stack_page_get_title (GTK_STACK_PAGE (page)));
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (titles));
  self->stack = stack;
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), stack);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
  page_cb (self);
}
