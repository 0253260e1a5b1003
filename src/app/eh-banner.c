/* A sentence across the window that stays until it is closed: what went wrong, or what must be
 * known. Shown while its text is not empty. */

#include "eh-banner.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhBanner {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *label;
  GtkWidget *button;
  GtkWidget *close;
  char *text;
  gboolean closable;
};

enum {
  PROP_TEXT = 1,
  PROP_CLOSABLE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];
static guint closed_signal;

G_DEFINE_FINAL_TYPE (EhBanner, eh_banner, GTK_TYPE_WIDGET)

static void
set_text (EhBanner *self, const char *text)
{
  if (!eh_set_str (&self->text, text))
    return;
  if (!eh_text_is_blank (self->text))
    gtk_label_set_label (self->label, self->text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), !eh_text_is_blank (self->text));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
clicked_cb (EhBanner *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
eh_banner_dispose (GObject *object)
{
  EhBanner *self = EH_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (eh_banner_parent_class)->dispose (object);
}

static void
eh_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhBanner *self = EH_BANNER (object);

  if (id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else
    g_value_set_boolean (value, self->closable);
}

static void
eh_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhBanner *self = EH_BANNER (object);

  if (id == PROP_TEXT) {
    set_text (self, g_value_get_string (value));
  } else {
    self->closable = g_value_get_boolean (value);
    gtk_widget_set_visible (self->close, self->closable);
  }
}

static void
eh_banner_class_init (EhBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = eh_banner_dispose;
  object_class->get_property = eh_banner_get_property;
  object_class->set_property = eh_banner_set_property;
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, rw);
  props[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, TRUE, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * EhBanner::closed: somebody has closed it; whoever set the text takes it away
   */
  closed_signal = g_signal_new ("closed", EH_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
}

static void
eh_banner_init (EhBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->closable = TRUE;
  self->revealer = gtk_revealer_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->close, _ ("Close this message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close this message"), -1);
  gtk_widget_add_css_class (self->close, "flat");
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_css_class (box, "eh-banner");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->close);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * eh_banner_set_action:
 * @self: a banner
 * @label: (nullable): of a button beside the sentence, with its letter marked; %NULL for none
 * @action_name: (nullable): what it does
 */
void
eh_banner_set_action (EhBanner *self, const char *label, const char *action_name)
{
  gtk_widget_set_visible (self->button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
}
