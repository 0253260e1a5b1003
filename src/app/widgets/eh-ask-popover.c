/* A question with an answer of one line, asked beside what it is about. */

#include "eh-ask-popover.h"

#include "eh-passing-popover.h"
#include "eh-text.h"

struct _EhAskPopover {
  GtkPopover parent_instance;

  GtkLabel *question;
  GtkEditable *entry;
  GtkWidget *buttons;
  gboolean may_be_blank;
};

enum {
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhAskPopover, eh_ask_popover, GTK_TYPE_POPOVER)

static void
eh_ask_popover_class_init (EhAskPopoverClass *klass)
{
  /**
   * EhAskPopover::answered:
   * @answer: (nullable): what was typed; %NULL when it was refused
   */
  signals[ANSWERED] = g_signal_new ("answered", EH_TYPE_ASK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
answer (EhAskPopover *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, copy);
}

static void
accept_cb (EhAskPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->may_be_blank || !eh_text_is_blank (text))
    answer (self, text);
}

static void
refuse_cb (EhAskPopover *self)
{
  answer (self, NULL);
}

static GtkWidget *
add_button (EhAskPopover *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (self->buttons), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
eh_ask_popover_init (EhAskPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *entry = gtk_entry_new ();

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_max_width_chars (self->question, 36);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_widget_set_size_request (entry, 240, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  self->entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (box), entry);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * eh_ask_popover_open:
 * @over: what it is about
 * @at: (nullable): where in it; %NULL for all of it
 * @question: what is asked
 * @answer: (nullable): the answer as it is now
 * @accept: what the button says that gives the answer, with a mnemonic
 * @refuse: (nullable): what another says that gives none; with it an answer may be empty
 *
 * Returns: (transfer none): the open popover, which goes away by itself
 */
EhAskPopover *
eh_ask_popover_open (GtkWidget *over,
                     const GdkRectangle *at,
                     const char *question,
                     const char *answer,
                     const char *accept,
                     const char *refuse)
{
  EhAskPopover *self = g_object_new (EH_TYPE_ASK_POPOVER, NULL);

  gtk_label_set_label (self->question, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  self->may_be_blank = refuse != NULL;
  if (refuse != NULL)
    add_button (self, refuse, G_CALLBACK (refuse_cb));
  gtk_widget_add_css_class (add_button (self, accept, G_CALLBACK (accept_cb)), "suggested-action");
  gtk_editable_set_text (self->entry, answer != NULL ? answer : "");
  eh_passing_popover_open (GTK_POPOVER (self), over, at);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}
