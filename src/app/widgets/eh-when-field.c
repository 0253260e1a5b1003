/* A date or a time of day, typed as people write it; a date can be picked from a calendar too. Its
 * value is what is stored: "2026-12-05", "14:00" or "". */

#include "eh-when-field.h"

#include "eh-compat.h"
#include "eh-focus.h"

#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _EhWhenField {
  GtkWidget parent_instance;

  GtkWidget *box;
  EhTextField *field;
  GtkWidget *button; /* of a date */
  GtkCalendar *calendar;
  char *value;
  gboolean time;
  gboolean showing;
};

enum {
  PROP_LABEL = 1,
  PROP_TIME,
  PROP_VALUE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EhWhenField, eh_when_field, GTK_TYPE_WIDGET)

static void
show_value (EhWhenField *self)
{
  g_autofree char *text = NULL;

  if (self->time || *self->value == '\0')
    text = g_strdup (self->value);
  else
    text = eh_when_format_date (self->value);
  eh_text_field_set_text (self->field, text);
  eh_text_field_set_hint (self->field, NULL, FALSE);
}

static void
read_typed (EhWhenField *self)
{
  g_autofree char *text = eh_text_field_get_text (self->field);
  g_autofree char *shown = self->time ? g_strdup (self->value) : eh_when_format_date (self->value);
  g_autofree char *value = NULL;

  if (g_str_equal (text, shown))
    return;
  value = self->time ? eh_when_parse_time (text) : eh_when_parse_date (text);
  if (value == NULL)
    eh_text_field_set_hint (self->field,
                            self->time ? _ ("This is not a time. Try 14:00.")
                                       : _ ("This is not a date. Try 5 December 2026."),
                            TRUE);
  else if (g_str_equal (value, self->value))
    show_value (self);
  else
    eh_when_field_set_value (self, value);
}

static void
picked_cb (EhWhenField *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *iso = NULL;

  if (self->showing)
    return;
  date = gtk_calendar_get_date (self->calendar);
  iso = g_date_time_format (date, "%Y-%m-%d");
  eh_when_field_set_value (self, iso);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (eh_text_field_get_input (self->field));
}

/* The calendar opens on the date that is there. */
static void
opened_cb (EhWhenField *self)
{
  int year = 0, month = 0, day = 0;
  g_autoptr (GDateTime) date = NULL;

  read_typed (self);
  if (sscanf (self->value, "%d-%d-%d", &year, &month, &day) != 3)
    return;
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (date == NULL)
    return;
  self->showing = TRUE;
  eh_compat_calendar_set_date (self->calendar, date);
  self->showing = FALSE;
}

static GtkWidget *
calendar_button (EhWhenField *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "eh-workshops-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Pick a Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pick a date"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "eh-beside-field");
  g_signal_connect_swapped (popover, "map", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (picked_cb), self);
  return button;
}

static void
eh_when_field_constructed (GObject *object)
{
  EhWhenField *self = EH_WHEN_FIELD (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (eh_when_field_parent_class)->constructed (object);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (read_typed), self);
  g_signal_connect_swapped (eh_text_field_get_input (self->field), "activate",
                            G_CALLBACK (read_typed), self);
  gtk_widget_add_controller (eh_text_field_get_input (self->field), focus);
  if (self->time)
    return;
  self->button = calendar_button (self);
  gtk_box_append (GTK_BOX (self->box), self->button);
}

static void
eh_when_field_dispose (GObject *object)
{
  EhWhenField *self = EH_WHEN_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_when_field_parent_class)->dispose (object);
}

static void
eh_when_field_finalize (GObject *object)
{
  g_free (EH_WHEN_FIELD (object)->value);
  G_OBJECT_CLASS (eh_when_field_parent_class)->finalize (object);
}

static void
eh_when_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhWhenField *self = EH_WHEN_FIELD (object);

  if (id == PROP_LABEL)
    g_object_get_property (G_OBJECT (self->field), "label", value);
  else if (id == PROP_TIME)
    g_value_set_boolean (value, self->time);
  else
    g_value_set_string (value, self->value);
}

static void
eh_when_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhWhenField *self = EH_WHEN_FIELD (object);

  if (id == PROP_LABEL)
    g_object_set_property (G_OBJECT (self->field), "label", value);
  else if (id == PROP_TIME)
    self->time = g_value_get_boolean (value);
  else
    eh_when_field_set_value (self, g_value_get_string (value));
}

static gboolean
eh_when_field_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, GTK_WIDGET (EH_WHEN_FIELD (widget)->field));
}

static void
eh_when_field_class_init (EhWhenFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_when_field_constructed;
  object_class->dispose = eh_when_field_dispose;
  object_class->finalize = eh_when_field_finalize;
  object_class->get_property = eh_when_field_get_property;
  object_class->set_property = eh_when_field_set_property;
  widget_class->grab_focus = eh_when_field_grab_focus;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EhWhenField:time: whether it is a time of day rather than a date
   */
  props[PROP_TIME] = g_param_spec_boolean ("time", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                               G_PARAM_STATIC_STRINGS);
  /**
   * EhWhenField:value: as it is stored
   */
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                               G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_when_field_init (EhWhenField *self)
{
  self->value = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->field = EH_TEXT_FIELD (eh_text_field_new (NULL, FALSE));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->field));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * eh_when_field_new:
 * @label: its name, with a mnemonic
 * @time: whether it is a time of day rather than a date
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
eh_when_field_new (const char *label, gboolean time)
{
  return g_object_new (EH_TYPE_WHEN_FIELD, "label", label, "time", time, NULL);
}

/**
 * eh_when_field_get_value:
 * @self: a field
 *
 * Returns: (transfer none): "2026-12-05", "14:00" or ""
 */
const char *
eh_when_field_get_value (EhWhenField *self)
{
  return self->value;
}

/**
 * eh_when_field_set_value:
 * @self: a field
 * @value: (nullable): "2026-12-05", "14:00" or ""
 */
void
eh_when_field_set_value (EhWhenField *self, const char *value)
{
  if (!eh_set_str (&self->value, value != NULL ? value : ""))
    return;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
