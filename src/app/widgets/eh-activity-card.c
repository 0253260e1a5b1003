/* One item of a run sheet: when it comes, what happens, how long it takes, and more behind that. It
 * asks to be moved or removed; the run sheet does it. */

#include "eh-activity-card.h"

#include "eh-activity.h"
#include "eh-form.h"
#include "eh-text-field.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhActivityCard {
  GtkWidget parent_instance;

  EhId id;
  EhForm *form;
  GtkWidget *box;
  GtkWidget *handle;
  GtkLabel *time_label;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *copy_button;
  GtkWidget *remove_button;
  EhTextField *title_field;
  GtkSpinButton *minutes_spin;
  GtkLabel *prompt_label;
  GtkExpander *more;
  EhTextField *prompt_field;
  GtkWidget *method_choice;
  EhTextField *materials_field;
  GtkWidget *groups_check;
};

enum {
  MOVE,
  DROPPED,
  COPY,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhActivityCard, eh_activity_card, GTK_TYPE_WIDGET)

/* The prompt can be read without opening the card; opened, it is in its field. */
static void
show_prompt (EhActivityCard *self)
{
  const EhActivity *activity = self->form != NULL ? eh_form_get_row (self->form) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (activity == NULL)
    return;
  title = eh_text_isolate (activity->title);
  /* TRANSLATORS: %s is the title of an activity; read aloud for what opens the rest of its fields
   */
  name = g_strdup_printf (_ ("More about %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_label_set_label (self->prompt_label, activity->prompt);
  gtk_widget_set_visible (GTK_WIDGET (self->prompt_label),
                          !gtk_expander_get_expanded (self->more) &&
                              !eh_text_is_blank (activity->prompt));
}

static void
up_cb (EhActivityCard *self)
{
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
down_cb (EhActivityCard *self)
{
  g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
remove_cb (EhActivityCard *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
copy_cb (EhActivityCard *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static gboolean
up_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  up_cb (EH_ACTIVITY_CARD (widget));
  return TRUE;
}

static gboolean
down_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  down_cb (EH_ACTIVITY_CARD (widget));
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, EhActivityCard *self)
{
  return gdk_content_provider_new_typed (EH_TYPE_ACTIVITY_CARD, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, EhActivityCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EhActivityCard *self)
{
  EhActivityCard *moved = g_value_get_object (value);
  gboolean after = y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (moved == NULL || moved == self)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, moved, after);
  return TRUE;
}

static void
set_up_dragging (EhActivityCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (EH_TYPE_ACTIVITY_CARD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
eh_activity_card_dispose (GObject *object)
{
  EhActivityCard *self = EH_ACTIVITY_CARD (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_activity_card_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhActivityCard, name)

static void
eh_activity_card_class_init (EhActivityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_activity_card_dispose;
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-activity-card.ui");
  BIND (box);
  BIND (handle);
  BIND (time_label);
  BIND (up_button);
  BIND (down_button);
  BIND (copy_button);
  BIND (remove_button);
  BIND (title_field);
  BIND (minutes_spin);
  BIND (prompt_label);
  BIND (more);
  BIND (prompt_field);
  BIND (method_choice);
  BIND (materials_field);
  BIND (groups_check);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, up_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, down_key, NULL);

  /**
   * EhActivityCard::move:
   * @by: -1 to come one earlier, 1 to come one later
   */
  signals[MOVE] = g_signal_new ("move", EH_TYPE_ACTIVITY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * EhActivityCard::dropped:
   * @moved: the card that was dropped here
   * @after: whether it shall come after this one rather than before
   */
  signals[DROPPED] = g_signal_new ("dropped", EH_TYPE_ACTIVITY_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, EH_TYPE_ACTIVITY_CARD,
                                   G_TYPE_BOOLEAN);
  signals[COPY] = g_signal_new ("copy", EH_TYPE_ACTIVITY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", EH_TYPE_ACTIVITY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
eh_activity_card_init (EhActivityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->up_button, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down_button, "clicked", G_CALLBACK (down_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  set_up_dragging (self);
}

/**
 * eh_activity_card_new:
 * @workspace: a workspace with a project
 * @activity_id: an activity
 *
 * Returns: (transfer floating): its card
 */
GtkWidget *
eh_activity_card_new (EhWorkspace *workspace, EhId activity_id)
{
  EhActivityCard *self = g_object_new (EH_TYPE_ACTIVITY_CARD, NULL);

  self->id = activity_id;
  self->form = eh_form_new (workspace, &eh_activity_row_type, _ ("Changed an activity"));
  eh_form_bind_text (self->form, "title", eh_text_field_get_input (self->title_field));
  eh_form_require (self->form, "title");
  eh_form_bind_number (self->form, "minutes", self->minutes_spin);
  eh_form_bind_text (self->form, "prompt", eh_text_field_get_input (self->prompt_field));
  eh_form_bind_choice (self->form, "method", self->method_choice);
  eh_form_bind_text (self->form, "materials", eh_text_field_get_input (self->materials_field));
  eh_form_bind_switch (self->form, "small_groups", self->groups_check);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_prompt), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "notify::expanded", G_CALLBACK (show_prompt), self,
                           G_CONNECT_SWAPPED);
  eh_form_set_id (self->form, activity_id);
  return GTK_WIDGET (self);
}

/**
 * eh_activity_card_get_id:
 * @self: a card
 *
 * Returns: its activity
 */
EhId
eh_activity_card_get_id (EhActivityCard *self)
{
  return self->id;
}

/**
 * eh_activity_card_set_place:
 * @self: a card
 * @time_text: when it comes, in words
 * @first: whether nothing comes before it
 * @last: whether nothing comes after it
 * @is_break: whether people rest in it
 */
void
eh_activity_card_set_place (
    EhActivityCard *self, const char *time_text, gboolean first, gboolean last, gboolean is_break)
{
  if (is_break)
    gtk_widget_add_css_class (self->box, "eh-break");
  else
    gtk_widget_remove_css_class (self->box, "eh-break");
  gtk_label_set_label (self->time_label, time_text);
  gtk_widget_set_sensitive (self->up_button, !first);
  gtk_widget_set_sensitive (self->down_button, !last);
}

/**
 * eh_activity_card_edit_title:
 * @self: a card
 *
 * Puts the keyboard into its title, with all of it selected.
 */
void
eh_activity_card_edit_title (EhActivityCard *self)
{
  GtkWidget *input = eh_text_field_get_input (self->title_field);

  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}
