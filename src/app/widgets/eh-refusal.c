/* A button that refuses what was sent. It asks why, which may stay empty: one more press of Enter,
 * and it is done; and whether whoever sent it may read the reason. */

#include "eh-refusal.h"

#include "eh-fields.h"
#include "eh-focus.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhRefusal {
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *reason;
  GtkWidget *tell;
};

enum {
  REFUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhRefusal, eh_refusal, GTK_TYPE_WIDGET)

static void
refuse_cb (EhRefusal *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[REFUSED], 0, reason,
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tell)));
}

static gboolean
eh_refusal_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, EH_REFUSAL (widget)->button);
}

static void
eh_refusal_dispose (GObject *object)
{
  EhRefusal *self = EH_REFUSAL (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_refusal_parent_class)->dispose (object);
}

static void
eh_refusal_class_init (EhRefusalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_refusal_dispose;
  widget_class->grab_focus = eh_refusal_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /**
   * EhRefusal::refused:
   * @reason: why, or ""
   * @tell: whether whoever sent it may read the reason
   */
  signals[REFUSED] = g_signal_new ("refused", EH_TYPE_REFUSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
eh_refusal_init (EhRefusal *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *refuse = eh_fields_pill (_ ("_Refuse It"));

  self->button = eh_fields_pill (_ ("_Refuse…"));
  gtk_widget_set_tooltip_text (self->button, _ ("Refuse (R)"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->popover = gtk_popover_new ();
  self->reason = gtk_entry_new ();
  self->tell = eh_fields_check (_ ("Whoever sent it may read this"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tell), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), 200);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->reason), 24);
  gtk_box_append (GTK_BOX (box),
                  eh_fields_labelled (_ ("_Why, in a few words, if you like"), self->reason));
  gtk_widget_set_halign (self->reason, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (box), self->tell);
  gtk_box_append (GTK_BOX (box), refuse);
  gtk_widget_add_css_class (box, "eh-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (eh_refusal_open), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (refuse_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (refuse, "clicked", G_CALLBACK (refuse_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_refusal_new:
 *
 * Returns: (transfer floating): a button that asks why
 */
GtkWidget *
eh_refusal_new (void)
{
  return g_object_new (EH_TYPE_REFUSAL, NULL);
}

/**
 * eh_refusal_open:
 * @self: the button
 *
 * Asks, the keyboard in the reason.
 */
void
eh_refusal_open (EhRefusal *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->reason);
}
