#pragma once

#include "eh-sheaf.h"
#include "eh-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_PRINT_DESK (eh_print_desk_get_type ())
G_DECLARE_DERIVABLE_TYPE (EhPrintDesk, eh_print_desk, EH, PRINT_DESK, AdwWindow)

/**
 * EhPrintDeskClass:
 * @why_not: (transfer full) (nullable): why nothing can be printed now
 * @make_async: begins to make the pages, to be looked at or to be printed; whether it did
 * @make_finish: (transfer full) (nullable): the pages
 * @save_async: begins to write them as a PDF; whether it did
 * @save_finish: whether they are written
 * @has_names: whether there is a name on a page
 * @keeps_apart: (nullable): whether pages of different people are on sheets of their own
 * @printed: (nullable): told when they were given to the printer
 *
 * What a window that prints something knows of it.
 */
struct _EhPrintDeskClass {
  AdwWindowClass parent_class;

  char *(*why_not) (EhPrintDesk *self);
  gboolean (*make_async) (EhPrintDesk *self,
                          gboolean to_print,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
  EhSheaf *(*make_finish) (EhPrintDesk *self, GAsyncResult *result, GError **error);
  gboolean (*save_async) (EhPrintDesk *self,
                          GFile *file,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
  gboolean (*save_finish) (EhPrintDesk *self, GAsyncResult *result, GError **error);
  gboolean (*has_names) (EhPrintDesk *self, EhSheaf *sheaf, guint page);
  gboolean (*keeps_apart) (EhPrintDesk *self);
  void (*printed) (EhPrintDesk *self);
};

void eh_print_desk_fill (EhPrintDesk *self, EhWorkspace *workspace, GtkWidget *choices);
EhWorkspace *eh_print_desk_get_workspace (EhPrintDesk *self);
void eh_print_desk_add_button (EhPrintDesk *self, GtkWidget *button);
void eh_print_desk_look (EhPrintDesk *self);
void eh_print_desk_chosen (EhPrintDesk *self, gboolean from_the_start);
void eh_print_desk_say (EhPrintDesk *self, const char *words);
void eh_print_desk_fail (EhPrintDesk *self, const GError *error);

G_END_DECLS
