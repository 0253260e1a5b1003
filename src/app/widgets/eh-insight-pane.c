/* Beside the list: where the chosen insights belong, and all that is known of them. Where there is
 * no room beside, a page of its own, which then shows the words again. */

#include "eh-insight-pane.h"

#include "eh-category-picker.h"
#include "eh-insight-details.h"
#include "eh-insight.h"
#include "eh-reader.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhInsightPane {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkStack *stack;
  GtkWidget *scroll;
  GtkLabel *title;
  GtkLabel *words;
  EhCategoryPicker *categories;
  EhInsightDetails *details;
  GtkWidget *hint;

  GArray *ids; /* (element-type EhId) */
  gboolean narrow;
  guint idle; /* while its parts do not know the project yet */
};

enum {
  BACK,
  STEP,
  NEXT_UNMAPPED,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhInsightPane, eh_insight_pane, GTK_TYPE_WIDGET)

static void
back_cb (EhInsightPane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
previous_cb (EhInsightPane *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
next_cb (EhInsightPane *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
next_unmapped_cb (EhInsightPane *self)
{
  g_signal_emit (self, signals[NEXT_UNMAPPED], 0);
}

static void
remove_cb (EhInsightPane *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* The categories and the details are read and built when they are wanted, or when there is nothing
 * else to do, and not even styled before: whoever comes to the list does not wait for them. */
static void
prepare (EhInsightPane *self)
{
  if (self->idle == 0)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  eh_category_picker_set_workspace (self->categories, self->workspace);
  eh_insight_details_set_workspace (self->details, self->workspace);
  gtk_widget_set_visible (self->scroll, TRUE);
}

static gboolean
prepare_cb (gpointer self)
{
  prepare (self);
  return G_SOURCE_REMOVE;
}

/* Whether digits are words here, and not ways to sort. */
static gboolean
is_writing (EhInsightPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->categories)) && GTK_IS_TEXT (focus) &&
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    return eh_category_picker_is_typing (self->categories);
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
key_cb (EhInsightPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (control && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)) {
    next_unmapped_cb (self);
    return TRUE;
  }
  if (control || is_writing (self))
    return FALSE;
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return eh_insight_pane_toggle_number (self, keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    return eh_insight_pane_toggle_number (self, keyval - GDK_KEY_KP_0);
  if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_Page_Up) {
    g_signal_emit (self, signals[STEP], 0, keyval == GDK_KEY_Page_Down ? 1 : -1);
    return TRUE;
  }
  return FALSE;
}

static gboolean
escape_cb (EhInsightPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  back_cb (self);
  return TRUE;
}

static void
eh_insight_pane_dispose (GObject *object)
{
  EhInsightPane *self = EH_INSIGHT_PANE (object);
  GtkWidget *stack = GTK_WIDGET (self->stack);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (stack != NULL)
    gtk_widget_unparent (stack);
  self->stack = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_insight_pane_parent_class)->dispose (object);
}

static void
eh_insight_pane_finalize (GObject *object)
{
  g_array_unref (EH_INSIGHT_PANE (object)->ids);
  G_OBJECT_CLASS (eh_insight_pane_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params)
{
  return g_signal_new (name, EH_TYPE_INSIGHT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, G_TYPE_INT);
}

static void
eh_insight_pane_class_init (EhInsightPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_insight_pane_dispose;
  object_class->finalize = eh_insight_pane_finalize;
  /**
   * EhInsightPane::back: back to the list
   */
  signals[BACK] = add_signal ("back", 0);
  /**
   * EhInsightPane::step:
   * @by: 1 for the next insight, -1 for the one before
   */
  signals[STEP] = add_signal ("step", 1);
  /**
   * EhInsightPane::next-unmapped: to the next insight that is not sorted yet
   */
  signals[NEXT_UNMAPPED] = add_signal ("next-unmapped", 0);
  /**
   * EhInsightPane::remove: somebody wants the insights gone
   */
  signals[REMOVE] = add_signal ("remove", 0);
  g_type_ensure (EH_TYPE_CATEGORY_PICKER);
  g_type_ensure (EH_TYPE_INSIGHT_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-insight-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, scroll);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, title);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, words);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, categories);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, details);
  gtk_widget_class_bind_template_child (widget_class, EhInsightPane, hint);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_unmapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_insight_pane_init (EhInsightPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_event_controller_key_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
}

static void
show_words (EhInsightPane *self)
{
  g_autoptr (EhInsight) row = NULL;

  if (self->ids->len == 1)
    row = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_insight_row_type,
                         g_array_index (self->ids, EhId, 0));
  gtk_label_set_label (self->words, row != NULL ? row->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), self->narrow && row != NULL);
}

static void
changed_cb (EhInsightPane *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_insight_row_type))
    show_words (self);
}

/**
 * eh_insight_pane_set_workspace:
 * @self: a pane
 * @workspace: the window's workspace, with a project
 */
void
eh_insight_pane_set_workspace (EhInsightPane *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
same_ids (GArray *a, GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (EhId)) == 0);
}

/**
 * eh_insight_pane_show:
 * @self: a pane
 * @ids: (element-type EhId): the chosen insights; none shows how to begin
 */
void
eh_insight_pane_show (EhInsightPane *self, GArray *ids)
{
  g_autofree char *title = NULL;

  if (same_ids (self->ids, ids))
    return;
  prepare (self);
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "some" : "none");
  title = ids->len > 1
              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Where does %u insight belong?",
                                              "Where do %u insights belong?", ids->len),
                                 ids->len)
              : g_strdup (_ ("Where does it belong?"));
  gtk_label_set_label (self->title, title);
  eh_category_picker_show (self->categories, ids);
  eh_insight_details_show (self->details, ids);
  show_words (self);
}

/**
 * eh_insight_pane_toggle_number:
 * @self: a pane
 * @number: a digit, 1 to 9
 *
 * Places the chosen insights under the category of that digit, or takes them out.
 *
 * Returns: whether there is something to place, and a category of that digit
 */
gboolean
eh_insight_pane_toggle_number (EhInsightPane *self, guint number)
{
  prepare (self);
  return eh_category_picker_toggle_number (self->categories, number);
}

/**
 * eh_insight_pane_focus_find:
 * @self: a pane
 *
 * Puts the keyboard where a category can be typed.
 */
void
eh_insight_pane_focus_find (EhInsightPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->categories));
}

/**
 * eh_insight_pane_has_keyboard:
 * @self: a pane
 *
 * Returns: whether the keyboard is in it
 */
gboolean
eh_insight_pane_has_keyboard (EhInsightPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/**
 * eh_insight_pane_set_narrow:
 * @self: a pane
 * @narrow: whether it is a page of its own
 */
void
eh_insight_pane_set_narrow (EhInsightPane *self, gboolean narrow)
{
  self->narrow = narrow;
  show_words (self);
}
