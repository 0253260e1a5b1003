/* Words of a document edited in their place: no frame, as high as they need, a hint while there are
 * none. What is typed is told after a short pause and whenever the keyboard goes elsewhere. */

#include "eh-block-text.h"

#define PAUSE_MS 500

struct _EhBlockText {
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkTextView *view;
  GtkWidget *hint;
  guint timer;
  guint resize;
  gboolean setting;
  gboolean dirty;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhBlockText, eh_block_text, GTK_TYPE_WIDGET)

static void
eh_block_text_dispose (GObject *object)
{
  EhBlockText *self = EH_BLOCK_TEXT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->resize, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_block_text_parent_class)->dispose (object);
}

static void
eh_block_text_class_init (EhBlockTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_text_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhBlockText::changed: eh_block_text_get_text() gives other words than were set
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_BLOCK_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

/**
 * eh_block_text_flush:
 * @self: a text
 *
 * Tells now what was typed and not told yet.
 */
void
eh_block_text_flush (EhBlockText *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
timer_cb (gpointer data)
{
  EhBlockText *self = data;

  self->timer = 0;
  eh_block_text_flush (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, EhBlockText *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
  if (self->setting)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, timer_cb, self);
}

static gboolean
resize_cb (gpointer data)
{
  EhBlockText *self = data;

  self->resize = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* GTK lays lines out in idle moments after they are shown, and does not ask again for the room that
 * they turn out to need: so it is asked again when it has had its moment. */
static void
map_cb (EhBlockText *self)
{
  if (self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_LOW, resize_cb, self, NULL);
}

static void
eh_block_text_init (EhBlockText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->overlay = gtk_overlay_new ();
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "eh-block-text");
  /* Where there is no room at all, GTK never finds out how high the lines are. */
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, 16);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->view));
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->hint, "eh-note");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->hint);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (eh_block_text_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->view, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_block_text_new:
 * @name: what it is, for whoever hears it
 * @hint: what to write, shown while there is nothing
 *
 * Returns: (transfer full): an empty text
 */
GtkWidget *
eh_block_text_new (const char *name, const char *hint)
{
  EhBlockText *self = g_object_new (EH_TYPE_BLOCK_TEXT, NULL);

  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  return GTK_WIDGET (self);
}

/**
 * eh_block_text_get_text:
 * @self: a text
 *
 * Returns: (transfer full): the words as they stand
 */
char *
eh_block_text_get_text (EhBlockText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * eh_block_text_set_text:
 * @self: a text
 * @workspace: the window's workspace
 * @text: the words as they are kept
 *
 * Shows @text, unless something newer is being typed. Words with a hidden name in them are not the
 * ones that are kept: they cannot be edited.
 */
void
eh_block_text_set_text (EhBlockText *self, EhWorkspace *workspace, const char *text)
{
  g_autofree char *now = eh_block_text_get_text (self);
  g_autofree char *shown = eh_workspace_hide_names (workspace, text);

  if (self->dirty)
    return;
  gtk_text_view_set_editable (self->view, g_str_equal (shown, text));
  if (g_str_equal (now, shown))
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), shown, -1);
  self->setting = FALSE;
}

/**
 * eh_block_text_get_view:
 * @self: a text
 *
 * Returns: (transfer none): what takes the keyboard
 */
GtkWidget *
eh_block_text_get_view (EhBlockText *self)
{
  return GTK_WIDGET (self->view);
}
