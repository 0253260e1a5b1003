#pragma once

#include "eh-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EhPlace:
 * @id: its name in actions and in eh_workspace_show_place()
 * @label: (translatable): its name for people
 * @icon: name of its icon
 * @number: of the key that goes there, with Alt
 * @page_type: type of its page, a widget with a construct-only property `workspace`
 * @counted: (nullable): the table whose rows are counted beside its name
 *
 * A place of the window.
 */
typedef struct {
  const char *id;
  const char *label;
  const char *icon;
  guint number;
  GType (*page_type) (void);
  const EhRowType *counted;
} EhPlace;

const EhPlace *eh_place_list (guint *n_places);
const EhPlace *eh_place_find (const char *id);

G_END_DECLS
