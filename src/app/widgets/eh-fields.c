/* The small parts that sections of fields are put together from, each with its name for screen
 * readers. */

#include "eh-fields.h"

#include "eh-wrap.h"

/**
 * eh_fields_labelled:
 * @label: its name, with a mnemonic
 * @control: (transfer floating): what it names
 *
 * Returns: (transfer floating): a box with the label above the control
 */
GtkWidget *
eh_fields_labelled (const char *label, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), control);
  gtk_widget_add_css_class (words, "eh-field-label");
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  words, NULL, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), control);
  return box;
}

/**
 * eh_fields_words:
 * @text: (nullable): a sentence
 * @style: its class in the style sheet
 *
 * Returns: (transfer floating): a label that takes as many lines as it needs
 */
GtkWidget *
eh_fields_words (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * eh_fields_heading:
 * @text: what a section is called
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
eh_fields_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "eh-heading");
  return label;
}

/**
 * eh_fields_icon_button:
 * @icon_name: a symbol
 * @name: what it does
 *
 * Returns: (transfer floating): a quiet button
 */
GtkWidget *
eh_fields_icon_button (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/**
 * eh_fields_wrap_button:
 * @button: a button with words on it
 *
 * Lets its words take as many lines as they need: large text must not make the window wider.
 */
void
eh_fields_wrap_button (GtkButton *button)
{
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_wrap_mode (words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
}

/**
 * eh_fields_button:
 * @label: what it does
 *
 * Returns: (transfer floating): a button whose words take as many lines as they need
 */
GtkWidget *
eh_fields_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  eh_fields_wrap_button (GTK_BUTTON (button));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/**
 * eh_fields_pill:
 * @label: what it does, with a mnemonic
 *
 * Returns: (transfer floating): a button that begins something
 */
GtkWidget *
eh_fields_pill (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  eh_fields_wrap_button (GTK_BUTTON (button));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

/**
 * eh_fields_wrap_check:
 * @check: a check button with words beside it
 *
 * Lets its words take as many lines as they need.
 */
void
eh_fields_wrap_check (GtkCheckButton *check)
{
  GtkWidget *words = gtk_widget_get_last_child (GTK_WIDGET (check));

  if (GTK_IS_LABEL (words))
    gtk_label_set_wrap (GTK_LABEL (words), TRUE);
}

/**
 * eh_fields_check:
 * @label: what is ticked
 *
 * Returns: (transfer floating): a #GtkCheckButton whose words take as many lines as they need
 */
GtkWidget *
eh_fields_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  eh_fields_wrap_check (GTK_CHECK_BUTTON (check));
  return check;
}

/**
 * eh_fields_number:
 * @upper: the largest number
 * @step: how far one press goes
 * @digits: after the point
 *
 * Returns: (transfer floating): a #GtkSpinButton from 0 on
 */
GtkWidget *
eh_fields_number (double upper, double step, guint digits)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, upper, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 7);
  return spin;
}

/**
 * eh_fields_name_expander:
 * @expander: a #GtkExpander
 * @label: what it is called
 *
 * Shows the name, in as many lines as it needs, and tells it to screen readers, to which GTK before
 * 4.10 does not tell it.
 */
void
eh_fields_name_expander (GtkWidget *expander, const char *label)
{
  GtkWidget *words = gtk_expander_get_label_widget (GTK_EXPANDER (expander));

  if (words == NULL) {
    words = eh_fields_words ("", "eh-expander-words");
    gtk_expander_set_label_widget (GTK_EXPANDER (expander), words);
  }
  gtk_label_set_label (GTK_LABEL (words), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * eh_fields_append:
 * @wrap: a #EhWrap
 * @field: (transfer floating): a field with its name above it
 *
 * Adds it so that what is typed in stands on one line with the other fields.
 */
void
eh_fields_append (GtkWidget *wrap, GtkWidget *field)
{
  gtk_widget_set_valign (field, GTK_ALIGN_END);
  eh_wrap_append (EH_WRAP (wrap), field);
}
