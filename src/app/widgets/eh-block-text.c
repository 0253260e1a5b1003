/* Words of a document edited in their place: no frame, as high as they need, a hint while there are
 * none. What is typed is told after a short pause and whenever the keyboard goes elsewhere. Keys
 * that reach beyond the words (Enter, Backspace before them, Up from the first line) are told to
 * whoever knows what is around them. */

#include "eh-block-text.h"

#include "eh-ask-popover.h"
#include "eh-block-copy.h"
#include "eh-block-paste.h"
#include "eh-cite-popover.h"
#include "eh-lines-view.h"
#include "eh-rich-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define PAUSE_MS 500
#define LEAST_PX 16

struct _EhBlockText {
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  guint timer;
  guint settling;
  int width;  /* that it was given last */
  int height; /* of its lines */
  gboolean settled;
  gboolean rich;
  gboolean lines;     /* Enter begins a line */
  gboolean composing; /* with an input method */
  gboolean setting;
  gboolean dirty;
};

enum {
  CHANGED,
  ASKS,
  PASTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhBlockText, eh_block_text, GTK_TYPE_WIDGET)

static void
eh_block_text_dispose (GObject *object)
{
  EhBlockText *self = EH_BLOCK_TEXT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_block_text_parent_class)->dispose (object);
}

/* ---- Its height ---- */

static gboolean
settle_cb (gpointer data)
{
  EhBlockText *self = data;
  GtkTextIter end;
  int y, height;

  self->settling = 0;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_view_get_line_yrange (self->view, &end, &y, &height);
  height += y;
  self->settled = height == self->height ||
                  height == gtk_widget_get_height (GTK_WIDGET (self->view));
  self->height = height;
  if (!self->settled)
    gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* GTK lays lines out in idle moments after they have got a width, and does not ask again for the
 * room that they turn out to need: so it is asked again when it has had its moment, until it needs
 * no other. */
static void
settle_soon (EhBlockText *self)
{
  self->settled = FALSE;
  if (self->settling == 0)
    self->settling = g_idle_add_full (G_PRIORITY_LOW, settle_cb, self, NULL);
}

static GtkSizeRequestMode
eh_block_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_block_text_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (EH_BLOCK_TEXT (widget)->overlay, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
eh_block_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhBlockText *self = EH_BLOCK_TEXT (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  if (width != self->width || !self->settled)
    settle_soon (self);
  self->width = width;
}

static void
eh_block_text_class_init (EhBlockTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_block_text_dispose;
  widget_class->get_request_mode = eh_block_text_get_request_mode;
  widget_class->measure = eh_block_text_measure;
  widget_class->size_allocate = eh_block_text_size_allocate;
  /**
   * EhBlockText::changed: eh_block_text_get_text() gives other words than were set
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_BLOCK_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * EhBlockText::asks:
   * @what: an #EhBlockAsk
   *
   * Returns: whether it was done, so that the key does nothing else
   */
  signals[ASKS] = g_signal_new ("asks", EH_TYPE_BLOCK_TEXT, G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                G_TYPE_INT);
  /**
   * EhBlockText::pasted:
   * @blocks: (element-type EhBlock): more than fits among the words, as an array
   */
  signals[PASTED] = g_signal_new ("pasted", EH_TYPE_BLOCK_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
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
touch (EhBlockText *self)
{
  if (self->setting)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, timer_cb, self);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, EhBlockText *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    settle_soon (self);
  touch (self);
}

/* ---- Keys that reach beyond the words ---- */

static gboolean
ask (EhBlockText *self, EhBlockAsk what)
{
  gboolean done = FALSE;

  g_signal_emit (self, signals[ASKS], 0, (int) what, &done);
  return done;
}

static void
get_caret (EhBlockText *self, GtkTextIter *caret)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, caret, gtk_text_buffer_get_insert (self->buffer));
}

static gboolean
is_at_edge (EhBlockText *self, gboolean first)
{
  GtkTextIter caret;

  get_caret (self, &caret);
  return first ? !gtk_text_view_backward_display_line (self->view, &caret)
               : !gtk_text_view_forward_display_line (self->view, &caret);
}

/* The caret alone on the last line of several; of a list on any but the first. */
static gboolean
is_on_empty_line (EhBlockText *self)
{
  gboolean list = eh_lines_view_is_list (EH_LINES_VIEW (self->view));
  GtkTextIter caret;

  get_caret (self, &caret);
  return gtk_text_iter_starts_line (&caret) && gtk_text_iter_ends_line (&caret) &&
         (list || gtk_text_iter_is_end (&caret)) &&
         (gtk_text_iter_get_line (&caret) > 0 ||
          (list && gtk_text_buffer_get_line_count (self->buffer) == 1));
}

static gboolean
enter (EhBlockText *self)
{
  if (self->lines && !is_on_empty_line (self))
    return FALSE;
  return ask (self, self->lines ? EH_BLOCK_ASK_LEAVE : EH_BLOCK_ASK_SPLIT);
}

static gboolean
beyond (EhBlockText *self, guint keyval)
{
  gboolean selected = gtk_text_buffer_get_has_selection (self->buffer);
  GtkTextIter caret;

  get_caret (self, &caret);
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return enter (self);
  case GDK_KEY_BackSpace:
    return !selected && gtk_text_iter_is_start (&caret) && ask (self, EH_BLOCK_ASK_JOIN_BEFORE);
  case GDK_KEY_Delete:
    return !selected && gtk_text_iter_is_end (&caret) && ask (self, EH_BLOCK_ASK_JOIN_AFTER);
  case GDK_KEY_Up:
    return is_at_edge (self, TRUE) && ask (self, EH_BLOCK_ASK_ABOVE);
  case GDK_KEY_Down:
    return is_at_edge (self, FALSE) && ask (self, EH_BLOCK_ASK_BELOW);
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return ask (self, EH_BLOCK_ASK_PAGE_UP);
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return ask (self, EH_BLOCK_ASK_PAGE_DOWN);
  default:
    return FALSE;
  }
}

/* Keys that reach beyond the words once they have reached the end of them. */
static gboolean
beyond_end (EhBlockText *self, guint keyval, GdkModifierType held)
{
  GtkTextIter start, end, from, to, caret;
  gboolean all;

  get_caret (self, &caret);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  all = gtk_text_iter_equal (&start, &from) && gtk_text_iter_equal (&end, &to);
  if (held == GDK_CONTROL_MASK && keyval == GDK_KEY_a)
    return all && ask (self, EH_BLOCK_ASK_ALL);
  if (held == GDK_CONTROL_MASK && keyval == GDK_KEY_Home)
    return gtk_text_iter_is_start (&caret) && ask (self, EH_BLOCK_ASK_FIRST);
  if (held == GDK_CONTROL_MASK && keyval == GDK_KEY_End)
    return gtk_text_iter_is_end (&caret) && ask (self, EH_BLOCK_ASK_LAST);
  if (held == GDK_SHIFT_MASK && keyval == GDK_KEY_Up)
    return gtk_text_iter_is_start (&caret) && ask (self, EH_BLOCK_ASK_WITH_ABOVE);
  if (held == GDK_SHIFT_MASK && keyval == GDK_KEY_Down)
    return gtk_text_iter_is_end (&caret) && ask (self, EH_BLOCK_ASK_WITH_BELOW);
  return FALSE;
}

static gboolean
mark_key (EhBlockText *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_b:
    eh_block_text_toggle (self, EH_MARKUP_STRONG);
    return TRUE;
  case GDK_KEY_i:
    eh_block_text_toggle (self, EH_MARKUP_EMPHASIS);
    return TRUE;
  case GDK_KEY_k:
    eh_block_text_ask_link (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhBlockText *self)
{
  GdkModifierType held = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);

  if (self->composing)
    return FALSE;
  if (beyond_end (self, held == GDK_CONTROL_MASK ? gdk_keyval_to_lower (keyval) : keyval, held))
    return TRUE;
  if (!gtk_text_view_get_editable (self->view))
    return FALSE;
  if (eh_lines_view_key (EH_LINES_VIEW (self->view), keyval, held))
    return TRUE;
  /* A text would take it for an end of line. */
  if (held == GDK_CONTROL_MASK && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    return gtk_widget_activate_action (GTK_WIDGET (self), "guidance.add", "s", "paragraph");
  if (held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && self->rich &&
      gdk_keyval_to_lower (keyval) == GDK_KEY_k)
    return gtk_widget_activate_action (GTK_WIDGET (self), "guidance.style", "s", "citation");
  if (held == GDK_CONTROL_MASK && self->rich)
    return mark_key (self, gdk_keyval_to_lower (keyval));
  return held == 0 && beyond (self, keyval);
}

static void
preedit_cb (EhBlockText *self, const char *preedit)
{
  self->composing = preedit[0] != '\0';
}

/* ---- Pasting ---- */

/* Items and paragraphs as lines; %NULL where there is more among them. */
static char *
lines_of (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];

    if (block->kind != EH_BLOCK_KIND_PARAGRAPH && block->kind != EH_BLOCK_KIND_LIST)
      return NULL;
    g_ptr_array_add (lines, block->text);
  }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhBlockText) self = data;
  g_autoptr (GPtrArray) blocks = eh_block_paste_finish (result, NULL);
  g_autofree char *lines = NULL;

  if (blocks == NULL || blocks->len == 0 || self->overlay == NULL)
    return;
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  lines = self->lines ? lines_of (blocks) : NULL;
  if (lines != NULL)
    eh_block_text_insert (self, lines);
  else if (blocks->len == 1 && ((EhBlock *) blocks->pdata[0])->kind == EH_BLOCK_KIND_PARAGRAPH)
    eh_block_text_insert (self, ((EhBlock *) blocks->pdata[0])->text);
  else
    g_signal_emit (self, signals[PASTED], 0, blocks);
}

static void
paste_cb (GtkTextView *view, EhBlockText *self)
{
  if (!self->rich || !gtk_text_view_get_editable (view))
    return;
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  eh_block_paste_async (gtk_widget_get_clipboard (GTK_WIDGET (view)),
                        self->lines && !eh_lines_view_is_list (EH_LINES_VIEW (view)), read_cb,
                        g_object_ref (self));
}

/* What stands out still does where it is pasted. */
static void
copy_cb (GtkTextView *view, EhBlockText *self)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GtkTextIter from, to;
  EhBlock *block;

  if (!self->rich || !gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return;
  g_signal_stop_emission_by_name (view, "copy-clipboard");
  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  block = eh_block_new ();
  block->kind = eh_lines_view_is_list (EH_LINES_VIEW (view)) &&
                        gtk_text_iter_get_line (&from) != gtk_text_iter_get_line (&to)
                    ? EH_BLOCK_KIND_LIST
                    : EH_BLOCK_KIND_PARAGRAPH;
  g_free (block->text);
  block->text = eh_rich_text_save (self->buffer, &from, &to);
  g_ptr_array_add (blocks, block);
  provider = eh_block_copy_provider (blocks);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
}

static void
cut_cb (GtkTextView *view, EhBlockText *self)
{
  if (!self->rich || !gtk_text_view_get_editable (view))
    return;
  g_signal_stop_emission_by_name (view, "cut-clipboard");
  g_signal_emit_by_name (view, "copy-clipboard");
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
}

/* ---- Object ---- */

static void
watch_keys (EhBlockText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (eh_block_text_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "copy-clipboard", G_CALLBACK (copy_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->view, "cut-clipboard", G_CALLBACK (cut_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
eh_block_text_init (EhBlockText *self)
{
  self->overlay = gtk_overlay_new ();
  self->view = GTK_TEXT_VIEW (eh_lines_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  /* One way back for everything: the project's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "eh-block-text");
  /* Where there is no room at all, GTK never finds out how high the lines are. */
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, LEAST_PX);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->view));
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->hint, "eh-note");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->hint);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_DEFAULT);
  watch_keys (self);
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

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  eh_block_text_set_hint (self, hint);
  return GTK_WIDGET (self);
}

/**
 * eh_block_text_set_hint:
 * @self: a text
 * @hint: what to write, or what holds while nothing is written
 */
void
eh_block_text_set_hint (EhBlockText *self, const char *hint)
{
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->hint)), hint))
    return;
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint, -1);
}

/**
 * eh_block_text_wrap_hint:
 * @self: a text
 *
 * Shows all of a hint that says more than what to write.
 */
void
eh_block_text_wrap_hint (EhBlockText *self)
{
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (self->overlay), self->hint, TRUE);
}

/**
 * eh_block_text_set_rich:
 * @self: a text without words yet
 * @rich: whether words may stand out and lead somewhere; they are then kept with the signs of
 *   eh-markup.h
 */
void
eh_block_text_set_rich (EhBlockText *self, gboolean rich)
{
  if (rich && !self->rich)
    eh_rich_text_prepare (self->buffer);
  self->rich = rich;
}

/**
 * eh_block_text_set_lines:
 * @self: a text
 * @lines: whether Enter begins another line of it
 */
void
eh_block_text_set_lines (EhBlockText *self, gboolean lines)
{
  self->lines = lines;
}

/**
 * eh_block_text_set_list:
 * @self: a text without words yet
 * @ordered: whether its lines have numbers before them; otherwise they have bullets
 */
void
eh_block_text_set_list (EhBlockText *self, gboolean ordered)
{
  self->lines = TRUE;
  eh_lines_view_set_list (EH_LINES_VIEW (self->view), ordered);
  gtk_widget_set_margin_start (self->hint, gtk_text_view_get_left_margin (self->view));
}

static char *
words_between (EhBlockText *self, const GtkTextIter *start, const GtkTextIter *end)
{
  return self->rich ? eh_rich_text_save (self->buffer, start, end)
                    : gtk_text_buffer_get_text (self->buffer, start, end, FALSE);
}

/**
 * eh_block_text_get_text:
 * @self: a text
 *
 * Returns: (transfer full): the words as they stand, with signs where it is rich
 */
char *
eh_block_text_get_text (EhBlockText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return words_between (self, &start, &end);
}

/**
 * eh_block_text_get_halves:
 * @self: a text
 * @before: (out) (transfer full): the words before the caret
 * @after: (out) (transfer full): those after it; what is selected is in neither
 */
void
eh_block_text_get_halves (EhBlockText *self, char **before, char **after)
{
  GtkTextIter start, end, from, to;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to)) {
    get_caret (self, &from);
    to = from;
  }
  *before = words_between (self, &start, &from);
  *after = words_between (self, &to, &end);
}

static void
fill (EhBlockText *self, const char *text)
{
  GtkTextIter caret;
  int offset;

  get_caret (self, &caret);
  offset = gtk_text_iter_get_offset (&caret);
  self->setting = TRUE;
  if (self->rich)
    eh_rich_text_load (self->buffer, text);
  else
    gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &caret, offset);
  gtk_text_buffer_place_cursor (self->buffer, &caret);
  self->setting = FALSE;
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
  if (!g_str_equal (now, shown))
    fill (self, shown);
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

/**
 * eh_block_text_is_settled:
 * @self: a text
 *
 * Returns: whether it has the height that its lines need
 */
gboolean
eh_block_text_is_settled (EhBlockText *self)
{
  return self->settled;
}

/**
 * eh_block_text_focus_at:
 * @self: a text
 * @offset: characters before the caret; -1 for its end
 */
void
eh_block_text_focus_at (EhBlockText *self, int offset)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &caret, offset);
  gtk_text_buffer_place_cursor (self->buffer, &caret);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * eh_block_text_select:
 * @self: a text
 * @start: first character that is meant
 * @end: one past the last
 */
void
eh_block_text_select (EhBlockText *self, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_select_range (self->buffer, &to, &from);
}

/**
 * eh_block_text_insert:
 * @self: a rich text
 * @markup: words with signs, to stand where the caret is
 */
void
eh_block_text_insert (EhBlockText *self, const char *markup)
{
  GtkTextIter caret;

  get_caret (self, &caret);
  eh_rich_text_insert (self->buffer, &caret, markup);
  gtk_text_buffer_place_cursor (self->buffer, &caret);
  touch (self);
  eh_block_text_flush (self);
}

/**
 * eh_block_text_toggle:
 * @self: a rich text
 * @style: how the selection, or the word at the caret, is to stand out, or no more
 *
 * Returns: whether there was anything
 */
gboolean
eh_block_text_toggle (EhBlockText *self, EhMarkupStyle style)
{
  /* Typing is a step of its own. */
  eh_block_text_flush (self);
  if (!self->rich || !gtk_text_view_get_editable (self->view) ||
      !eh_rich_text_toggle (self->buffer, style))
    return FALSE;
  touch (self);
  eh_block_text_flush (self);
  return TRUE;
}

/* ---- Links ---- */

/* "example.org" is meant as an address of the web, "a@example.org" as one of a person. */
static char *
complete_address (const char *typed)
{
  g_autofree char *address = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  if (address[0] == '\0')
    return NULL;
  if (strstr (address, "://") != NULL || g_str_has_prefix (address, "mailto:"))
    return g_steal_pointer (&address);
  return g_strconcat (strchr (address, '@') != NULL ? "mailto:" : "https://", address, NULL);
}

static void
link_chosen_cb (EhAskPopover *popover, const char *typed, EhBlockText *self)
{
  g_autofree char *address = complete_address (typed);
  GtkTextIter start, end;
  g_autofree char *before = eh_rich_text_link_at (self->buffer, &start, &end);

  eh_rich_text_set_link (self->buffer, &start, &end, address);
  touch (self);
  eh_block_text_flush (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
caret_box (EhBlockText *self, GdkRectangle *at)
{
  GtkTextIter caret;

  get_caret (self, &caret);
  gtk_text_view_get_iter_location (self->view, &caret, at);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, at->x, at->y, &at->x,
                                         &at->y);
}

/**
 * eh_block_text_ask_link:
 * @self: a rich text
 *
 * Asks where the selection, or the word at the caret, is to lead.
 */
void
eh_block_text_ask_link (EhBlockText *self)
{
  GtkTextIter start, end;
  g_autofree char *address = NULL;
  EhAskPopover *popover;
  GdkRectangle at;

  if (!self->rich || !gtk_text_view_get_editable (self->view))
    return;
  eh_block_text_flush (self);
  address = eh_rich_text_link_at (self->buffer, &start, &end);
  caret_box (self, &at);
  popover = eh_ask_popover_open (GTK_WIDGET (self->view), &at, _ ("Where do the words lead?"),
                                 address, _ ("_Link"), _ ("_No Link"));
  g_signal_connect_object (popover, "answered", G_CALLBACK (link_chosen_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
cited_cb (EhCitePopover *popover, const char *key, EhBlockText *self)
{
  g_autofree char *citation = g_strdup_printf ("[@%s]", key);

  eh_block_text_insert (self, citation);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * eh_block_text_ask_citation:
 * @self: a rich text
 * @workspace: the project, whose library is offered
 *
 * Asks which resource is cited where the caret is.
 */
void
eh_block_text_ask_citation (EhBlockText *self, EhWorkspace *workspace)
{
  EhCitePopover *popover;
  GdkRectangle at;

  if (!self->rich || !gtk_text_view_get_editable (self->view))
    return;
  eh_block_text_flush (self);
  caret_box (self, &at);
  popover = eh_cite_popover_open (GTK_WIDGET (self->view), &at, workspace);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (cited_cb), self, G_CONNECT_DEFAULT);
}
