/* A text with its name above it and, if need be, a hint below. Screen readers of GTK 4.8 hear
 * nothing of AdwEntryRow, so this is a plain label over a plain entry or text view, tied together.
 */

#include "eh-text-field.h"

#include "eh-focus.h"

struct _EhTextField {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *input;
  GtkWidget *hint;
  char *hint_text;
  gboolean lines;
};

enum {
  PROP_LABEL = 1,
  PROP_HINT,
  PROP_LINES,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhTextField, eh_text_field, GTK_TYPE_WIDGET)

static GtkWidget *
lines_input (EhTextField *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  /* Tab leads on; a text view that keeps it is a trap for the keyboard. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_widget_add_css_class (view, "eh-lines");
  return view;
}

static void
eh_text_field_constructed (GObject *object)
{
  EhTextField *self = EH_TEXT_FIELD (object);

  G_OBJECT_CLASS (eh_text_field_parent_class)->constructed (object);
  self->input = self->lines ? lines_input (self) : gtk_entry_new ();
  /* A field takes the room that there is, and asks for next to none. */
  if (!self->lines)
    gtk_editable_set_width_chars (GTK_EDITABLE (self->input), 4);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->input);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->hint, NULL, -1);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->input, self->label);
}

static void
eh_text_field_dispose (GObject *object)
{
  EhTextField *self = EH_TEXT_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->hint_text, g_free);
  G_OBJECT_CLASS (eh_text_field_parent_class)->dispose (object);
}

static void
eh_text_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhTextField *self = EH_TEXT_FIELD (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
  else if (id == PROP_HINT)
    g_value_set_string (value, self->hint_text);
  else
    g_value_set_boolean (value, self->lines);
}

static void
eh_text_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhTextField *self = EH_TEXT_FIELD (object);

  if (id == PROP_LABEL)
    gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
  else if (id == PROP_HINT)
    eh_text_field_set_hint (self, g_value_get_string (value), FALSE);
  else
    self->lines = g_value_get_boolean (value);
}

static gboolean
eh_text_field_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, EH_TEXT_FIELD (widget)->input);
}

static void
eh_text_field_class_init (EhTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_text_field_constructed;
  object_class->dispose = eh_text_field_dispose;
  object_class->get_property = eh_text_field_get_property;
  object_class->set_property = eh_text_field_set_property;
  widget_class->grab_focus = eh_text_field_grab_focus;

  /**
   * EhTextField:label: its name, with a mnemonic
   */
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EhTextField:hint: (nullable): a sentence under it
   */
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EhTextField:lines: whether it takes several lines
   */
  props[PROP_LINES] = g_param_spec_boolean ("lines", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
}

static void
eh_text_field_init (EhTextField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  self->label = gtk_label_new (NULL);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_use_underline (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "eh-field-label");
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "eh-hint");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * eh_text_field_new:
 * @label: its name, with a mnemonic
 * @lines: whether it takes several lines
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
eh_text_field_new (const char *label, gboolean lines)
{
  return g_object_new (EH_TYPE_TEXT_FIELD, "label", label, "lines", lines, NULL);
}

/**
 * eh_text_field_get_input:
 * @self: a field
 *
 * Returns: (transfer none): the #GtkEntry, or the #GtkTextView of a field of several lines
 */
GtkWidget *
eh_text_field_get_input (EhTextField *self)
{
  return self->input;
}

/**
 * eh_text_field_set_hint:
 * @self: a field
 * @hint: (nullable): a sentence under it, which screen readers say with the field
 * @warning: whether something should be changed
 */
void
eh_text_field_set_hint (EhTextField *self, const char *hint, gboolean warning)
{
  if (g_strcmp0 (self->hint_text, hint) != 0) {
    g_free (self->hint_text);
    self->hint_text = g_strdup (hint);
    gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
    gtk_widget_set_visible (self->hint, hint != NULL && *hint != '\0');
  }
  if (warning)
    gtk_widget_add_css_class (self->hint, "eh-warning");
  else
    gtk_widget_remove_css_class (self->hint, "eh-warning");
}

/**
 * eh_text_field_set_text:
 * @self: a field
 * @text: what it shall hold
 */
void
eh_text_field_set_text (EhTextField *self, const char *text)
{
  if (self->lines)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
}

/**
 * eh_text_field_get_text:
 * @self: a field
 *
 * Returns: (transfer full): what it holds
 */
char *
eh_text_field_get_text (EhTextField *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = NULL;

  if (!self->lines)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
