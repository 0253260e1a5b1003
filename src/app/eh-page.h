#pragma once

#include "eh-id.h"
#include "eh-split.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PAGE (eh_page_get_type ())
G_DECLARE_INTERFACE (EhPage, eh_page, EH, PAGE, GtkWidget)

/**
 * EhPageInterface:
 * @focus_search: (nullable): puts the keyboard into the page's search field
 * @show_item: (nullable): selects a row and shows it
 * @show_filter: (nullable): lists only what waits, by the filter's name
 * @add: (nullable): begins a new row, for Ctrl+Shift+N
 * @get_split: (nullable): the split between its list and its details; the window's way back goes
 *   from the details to the list first, where only one of them has room
 *
 * One place of the window. A page is a widget with one construct-only property, `workspace`; it
 * implements what makes sense for it and leaves out the rest.
 */
struct _EhPageInterface {
  GTypeInterface parent_iface;

  void (*focus_search) (EhPage *self);
  void (*show_item) (EhPage *self, EhId id);
  void (*show_filter) (EhPage *self, const char *filter);
  void (*add) (EhPage *self);
  EhSplit *(*get_split) (EhPage *self);
};

gboolean eh_page_focus_search (EhPage *self);
void eh_page_show_item (EhPage *self, EhId id);
void eh_page_show_filter (EhPage *self, const char *filter);
gboolean eh_page_add (EhPage *self);
EhSplit *eh_page_get_split (EhPage *self);
void eh_page_focus (GtkWidget *page);

G_END_DECLS
