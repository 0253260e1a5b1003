/* A copy that is kept, as a row of a list: what it is, from when, what is in it, and buttons. */

#include "eh-kept-row.h"

#include "eh-kept-words.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/**
 * eh_kept_row_new:
 * @kept: a copy
 *
 * Returns: (transfer floating): a row for a list of them
 */
GtkWidget *
eh_kept_row_new (const EhKept *kept)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *title = eh_kept_words_title (kept);
  g_autofree char *detail = eh_kept_words_detail (kept);
  /* TRANSLATORS: a backup as a screen reader says it: why it was made, and when and what is in it
   */
  g_autofree char *name = g_strdup_printf (_ ("%1$s. %2$s"), title, detail);

  gtk_widget_add_css_class (box, "eh-card");
  add_label (box, title, "eh-row-title");
  add_label (box, detail, "eh-row-detail");
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/**
 * eh_kept_row_add_hint:
 * @row: from eh_kept_row_new()
 * @text: a sentence
 * @is_warning: whether something is wrong
 *
 * Says something more of it, above the buttons.
 */
void
eh_kept_row_add_hint (GtkWidget *row, const char *text, gboolean is_warning)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *buttons = gtk_widget_get_last_child (box);
  GtkWidget *label = add_label (box, text, "eh-hint");

  if (is_warning)
    gtk_widget_add_css_class (label, "eh-warning");
  gtk_box_reorder_child_after (GTK_BOX (box), buttons, label);
}

/**
 * eh_kept_row_add_button:
 * @row: from eh_kept_row_new()
 * @label: with a mnemonic
 * @name: what a screen reader says: several buttons have one label, and this tells them apart
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
eh_kept_row_add_button (GtkWidget *row, const char *label, const char *name)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (box)), button);
  return button;
}
