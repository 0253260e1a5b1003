/* Workshops: the meetings of the project. A list by date, and beside it one of them with its run
 * sheet and its attendance. */

#include "eh-workshops-page.h"

#include "eh-compat.h"
#include "eh-overview.h"
#include "eh-page.h"
#include "eh-row-list.h"
#include "eh-row-model.h"
#include "eh-slots.h"
#include "eh-text.h"
#include "eh-when-text.h"
#include "eh-workshop-detail.h"
#include "eh-workshop.h"
#include "eh-workspace.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* About how high a row is. */
#define ROW_HEIGHT 52

struct _EhWorkshopsPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  EhSplit *split;
  GtkSearchEntry *search;
  GtkWidget *add_button;
  GtkWidget *first_button;
  GtkWidget *clear_button;
  GtkStack *list_stack;
  GtkListView *list;
  GtkStack *detail_stack;
  EhWorkshopDetail *detail;

  EhRowModel *workshops;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char *words; /* folded words that are searched */
  EhId wanted; /* is shown as soon as the list is read */
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_workshops_page_page_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhWorkshopsPage,
                               eh_workshops_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_workshops_page_page_init))

static gboolean
matches (gpointer item, gpointer data)
{
  EhWorkshopsPage *self = data;

  return strstr (eh_row_item_get_search_key (item), self->words) != NULL;
}

/* By date; what has no date yet comes last, in the order in which it was added. */
static int
by_date (gconstpointer a, gconstpointer b, gpointer unused)
{
  const EhWorkshop *one = eh_row_item_get_row ((EhRowItem *) a);
  const EhWorkshop *other = eh_row_item_get_row ((EhRowItem *) b);
  int order = 0;

  if ((*one->date == '\0') != (*other->date == '\0'))
    return *one->date == '\0' ? 1 : -1;
  order = strcmp (one->date, other->date);
  if (order == 0)
    order = strcmp (one->start_time, other->start_time);
  if (order == 0 && one->position < other->position)
    order = -1;
  if (order == 0 && one->position > other->position)
    order = 1;
  return order;
}

static void
refresh_stacks (EhWorkshopsPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->workshops));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (eh_row_model_is_loading (self->workshops))
    return;
  gtk_stack_set_visible_child_name (self->stack, all > 0 ? "workshops" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 ? "list" : "none");
}

static void
refilter (EhWorkshopsPage *self)
{
  g_free (self->words);
  self->words = eh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  refresh_stacks (self);
}

static void
clear_search (EhWorkshopsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  refilter (self);
}

static void
selected_cb (EhWorkshopsPage *self)
{
  EhRowItem *item = gtk_single_selection_get_selected_item (self->selection);

  gtk_stack_set_visible_child_name (self->detail_stack, item != NULL ? "detail" : "none");
  eh_workshop_detail_set_workshop (self->detail,
                                   item != NULL ? eh_row_item_get_id (item) : EH_ID_NONE);
  if (item == NULL)
    eh_split_leave_detail (self->split);
}

static void
activated_cb (EhWorkshopsPage *self)
{
  eh_split_enter_detail (self->split);
}

static void
eh_workshops_page_show_item (EhPage *page, EhId id)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (page);

  self->wanted = eh_row_model_is_loading (self->workshops) ? id : EH_ID_NONE;
  if (self->wanted != EH_ID_NONE || eh_row_list_show (self->list, self->split, id))
    return;
  clear_search (self);
  eh_row_list_show (self->list, self->split, id);
}

/* The first workshop with something of that kind, with the part that shows it. */
static void
eh_workshops_page_show_filter (EhPage *page, const char *filter)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (page);
  EhId id = eh_overview_workshop (eh_workspace_get_db (self->workspace), filter);
  const char *part = g_str_equal (filter, "needs-late")         ? "access"
                     : g_str_equal (filter, "promises-overdue") ? "promises"
                                                                : "payments";

  if (id != EH_ID_NONE)
    eh_workshops_page_show_item (page, id);
  eh_workshop_detail_show_part (self->detail, part);
  eh_split_enter_detail (self->split);
}

static void
eh_workshops_page_add (EhPage *page)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (page);
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->workshops)) + 1;

  eh_workspace_flush (self->workspace);
  workshop->id = eh_id_new ();
  g_free (workshop->title);
  /* TRANSLATORS: the name of a new workshop: "Workshop 3" */
  workshop->title = g_strdup_printf (C_ ("title", "Workshop %u"), n);
  workshop->position = n;
  workshop->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (!eh_workspace_put (self->workspace, &eh_workshop_row_type, workshop, _ ("Added a workshop"),
                         NULL))
    return;
  eh_workshops_page_show_item (page, workshop->id);
  eh_workshop_detail_edit_title (self->detail);
  eh_workspace_announce (self->workspace, _ ("A new workshop. Type its title."));
}

static void
eh_workshops_page_focus_search (EhPage *page)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (page);

  eh_split_leave_detail (self->split);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static EhSplit *
eh_workshops_page_get_split (EhPage *page)
{
  return EH_WORKSHOPS_PAGE (page)->split;
}

static void
eh_workshops_page_page_init (EhPageInterface *iface)
{
  iface->focus_search = eh_workshops_page_focus_search;
  iface->show_item = eh_workshops_page_show_item;
  iface->show_filter = eh_workshops_page_show_filter;
  iface->add = eh_workshops_page_add;
  iface->get_split = eh_workshops_page_get_split;
}

static GtkWidget *
make_row (gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *when = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_widget_add_css_class (title, "eh-row-title");
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_widget_add_css_class (when, "eh-row-detail");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), when);
  return box;
}

static void
show_row (GtkWidget *row, GtkListItem *list_item, gpointer data)
{
  const EhWorkshop *workshop = eh_row_item_get_row (gtk_list_item_get_item (list_item));
  GtkWidget *title = gtk_widget_get_first_child (row);
  g_autofree char *date = eh_when_format_date_short (workshop->date);
  g_autofree char *label = NULL;
  const char *when = *date != '\0' ? date : _ ("No date yet");

  gtk_label_set_label (GTK_LABEL (title), workshop->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), when);
  /* TRANSLATORS: a workshop in a list, as a screen reader says it: title, date */
  label = g_strdup_printf (_ ("%1$s, %2$s"), workshop->title, when);
  eh_compat_list_item_set_label (list_item, label);
}

static void
loaded_cb (EhWorkshopsPage *self)
{
  refresh_stacks (self);
  if (self->wanted != EH_ID_NONE)
    eh_workshops_page_show_item (EH_PAGE (self), self->wanted);
}

static void
set_up_list (EhWorkshopsPage *self)
{
  static const char *const searched[] = { "title", "place", "aim", NULL };
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel *sorted = NULL;

  self->workshops = eh_row_model_new (self->workspace, &eh_workshop_row_type, "date", searched);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->workshops)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    GTK_SORTER (gtk_custom_sorter_new (by_date, NULL, NULL)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  eh_slots_attach (self->list, make_row, show_row, self, ROW_HEIGHT);
  eh_compat_tab_leaves_list (self->list);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->workshops, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (refresh_stacks), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* Where the details take the list's place, one press leads to them. */
  g_object_bind_property (self->split, "folded", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
}

static void
eh_workshops_page_constructed (GObject *object)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (object);

  G_OBJECT_CLASS (eh_workshops_page_parent_class)->constructed (object);
  self->detail = EH_WORKSHOP_DETAIL (eh_workshop_detail_new (self->workspace));
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->detail), "detail");
  set_up_list (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (eh_workshops_page_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (eh_workshops_page_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_search), self,
                           G_CONNECT_SWAPPED);
  refresh_stacks (self);
  selected_cb (self);
}

static void
eh_workshops_page_dispose (GObject *object)
{
  EhWorkshopsPage *self = EH_WORKSHOPS_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->workshops);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_workshops_page_parent_class)->dispose (object);
}

static void
eh_workshops_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_WORKSHOPS_PAGE (object)->workspace = g_value_dup_object (value);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhWorkshopsPage, name)

static void
eh_workshops_page_class_init (EhWorkshopsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_workshops_page_constructed;
  object_class->dispose = eh_workshops_page_dispose;
  object_class->set_property = eh_workshops_page_set_property;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-workshops-page.ui");
  BIND (stack);
  BIND (split);
  BIND (search);
  BIND (add_button);
  BIND (first_button);
  BIND (clear_button);
  BIND (list_stack);
  BIND (list);
  BIND (detail_stack);
  /* Elsewhere the same key says who is speaking. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "win.print-workshop", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_workshops_page_init (EhWorkshopsPage *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
