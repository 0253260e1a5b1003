/* What the window may ask of a place. */

#include "eh-page.h"

G_DEFINE_INTERFACE (EhPage, eh_page, GTK_TYPE_WIDGET)

static void
eh_page_default_init (EhPageInterface *iface)
{
}

/**
 * eh_page_focus_search:
 * @self: a page
 *
 * Puts the keyboard into the page's search field.
 *
 * Returns: whether it has one
 */
gboolean
eh_page_focus_search (EhPage *self)
{
  EhPageInterface *iface = EH_PAGE_GET_IFACE (self);

  if (iface->focus_search == NULL)
    return FALSE;
  iface->focus_search (self);
  return TRUE;
}

/**
 * eh_page_show_item:
 * @self: a page
 * @id: a row of the kind that it lists
 *
 * Selects the row and shows it, whatever is filtered.
 */
void
eh_page_show_item (EhPage *self, EhId id)
{
  EhPageInterface *iface = EH_PAGE_GET_IFACE (self);

  if (iface->show_item != NULL)
    iface->show_item (self, id);
}

/**
 * eh_page_show_filter:
 * @self: a page
 * @filter: a name that the page knows: "no-consent"
 *
 * Lists only what waits for something.
 */
void
eh_page_show_filter (EhPage *self, const char *filter)
{
  EhPageInterface *iface = EH_PAGE_GET_IFACE (self);

  if (iface->show_filter != NULL)
    iface->show_filter (self, filter);
}

/**
 * eh_page_add:
 * @self: a page
 *
 * Begins a new row of the kind that the page lists.
 *
 * Returns: whether the page lists something that can be added
 */
gboolean
eh_page_add (EhPage *self)
{
  EhPageInterface *iface = EH_PAGE_GET_IFACE (self);

  if (iface->add == NULL)
    return FALSE;
  iface->add (self);
  return TRUE;
}

/**
 * eh_page_get_split:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the split between its list and its details
 */
EhSplit *
eh_page_get_split (EhPage *self)
{
  EhPageInterface *iface = EH_PAGE_GET_IFACE (self);

  return iface->get_split != NULL ? iface->get_split (self) : NULL;
}

/**
 * eh_page_focus:
 * @page: a page that is shown
 *
 * Puts the keyboard into it: where it is, where it was last, or at the beginning.
 */
void
eh_page_focus (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));
  GtkWidget *last = gtk_widget_get_focus_child (page);

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;
  while (last != NULL && gtk_widget_get_focus_child (last) != NULL)
    last = gtk_widget_get_focus_child (last);
  if (last == NULL || !gtk_widget_grab_focus (last))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
