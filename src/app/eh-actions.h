#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EhAction:
 * @group: (translatable): heading in the window of shortcuts
 * @label: (translatable): what it does
 * @name: (nullable): the action, "win.undo"; %NULL where a page handles the keys itself
 * @keys: accelerators, with a space between two that do the same
 * @after_text: whatever has the keyboard gets the keys first
 * @text_action: (nullable): what a text field does with the keys, as long as there is something to
 * do
 *
 * Something that a key does.
 */
typedef struct {
  const char *group;
  const char *label;
  const char *name;
  const char *keys;
  gboolean after_text;
  const char *text_action;
} EhAction;

const EhAction *eh_actions_list (guint *n_actions);
void eh_actions_install (GtkApplication *application);
void eh_actions_install_window (GtkWidget *window);

G_END_DECLS
