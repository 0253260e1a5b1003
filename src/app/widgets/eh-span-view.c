/* The words of an insight, of which a part can be chosen with the pointer or with Shift and arrows;
 * parts that were placed under a category are underlined in its colour, in one of three ways, and
 * told in words below. */

#include "eh-span-view.h"

#include "eh-fields.h"
#include "eh-tag.h"
#include "eh-text.h"
#include "eh-theme.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define SHOWN_CHARS 60

struct _EhSpanView {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *spans;
  guint resize;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhSpanView, eh_span_view, GTK_TYPE_WIDGET)

/* GTK finds out how high the lines are after it has given them room. */
static gboolean
resize_cb (gpointer data)
{
  EhSpanView *self = data;

  self->resize = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

static void
resize_later (EhSpanView *self)
{
  if (self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_LOW, resize_cb, self, NULL);
}

static void
eh_span_view_dispose (GObject *object)
{
  g_clear_handle_id (&EH_SPAN_VIEW (object)->resize, g_source_remove);
  g_clear_pointer (&EH_SPAN_VIEW (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_span_view_parent_class)->dispose (object);
}

static gboolean
eh_span_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EH_SPAN_VIEW (widget)->view));
}

static void
eh_span_view_class_init (EhSpanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_span_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = eh_span_view_grab_focus;
  /**
   * EhSpanView::chosen: another part of the words is chosen, or none
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_SPAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
selection_cb (EhSpanView *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
eh_span_view_init (EhSpanView *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, TRUE);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (self->view, 4);
  gtk_text_view_set_pixels_inside_wrap (self->view, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "eh-sort-words");
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, 40);
  g_signal_connect_object (self->view, "map", G_CALLBACK (resize_later), self, G_CONNECT_SWAPPED);
  self->spans = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self->body), self->spans);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "notify::has-selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_span_view_new:
 * @name: what screen readers call it
 *
 * Returns: (transfer floating): a view of no words
 */
GtkWidget *
eh_span_view_new (const char *name)
{
  EhSpanView *self = g_object_new (EH_TYPE_SPAN_VIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * eh_span_view_clear_spans:
 * @self: a view
 *
 * Underlines nothing any more.
 */
void
eh_span_view_clear_spans (EhSpanView *self)
{
  GtkTextIter start, end;
  GtkWidget *child;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  while ((child = gtk_widget_get_first_child (self->spans)) != NULL)
    gtk_box_remove (GTK_BOX (self->spans), child);
  gtk_widget_set_visible (self->spans, FALSE);
}

/**
 * eh_span_view_set_text:
 * @self: a view
 * @text: the words
 *
 * Shows other words, of which nothing is chosen or underlined.
 */
void
eh_span_view_set_text (EhSpanView *self, const char *text)
{
  GtkTextIter start;

  eh_span_view_clear_spans (self);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  resize_later (self);
}

static PangoUnderline
underline_of (int slot)
{
  static const PangoUnderline ways[] = { PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_DOUBLE,
                                         PANGO_UNDERLINE_ERROR };

  return ways[(guint) MAX (slot, 0) % G_N_ELEMENTS (ways)];
}

static void
tell_span (EhSpanView *self, const char *words, const char *label, int slot)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *shown = eh_text_shorten (words, SHOWN_CHARS);
  g_autofree char *apart = eh_text_isolate (shown);
  /* TRANSLATORS: %s is part of what somebody said */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), apart);
  GtkWidget *said = eh_fields_words (quoted, "eh-quiet");

  gtk_box_append (GTK_BOX (line), eh_tag_new (label, slot));
  gtk_widget_set_hexpand (said, TRUE);
  gtk_box_append (GTK_BOX (line), said);
  gtk_box_append (GTK_BOX (self->spans), line);
  gtk_widget_set_visible (self->spans, TRUE);
}

/**
 * eh_span_view_add_span:
 * @self: a view
 * @start: first character
 * @end: one past the last; what is past the words is left out
 * @label: the category that the part was placed under
 * @slot: colour of the category at the top of its branch
 */
void
eh_span_view_add_span (EhSpanView *self, gint64 start, gint64 end, const char *label, int slot)
{
  const EhChartTheme *theme = eh_theme_current ();
  gint64 n = gtk_text_buffer_get_char_count (self->buffer);
  GdkRGBA colour = eh_theme_rgba (theme->category[(guint) MAX (slot, 0) % EH_CHART_THEME_SLOTS]);
  g_autofree char *words = NULL;
  GtkTextIter from, to;
  GtkTextTag *tag;

  end = MIN (end, n);
  if (start < 0 || start >= end)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) end);
  tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", underline_of (slot),
                                    "underline-rgba", &colour, NULL);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
  words = gtk_text_buffer_get_text (self->buffer, &from, &to, FALSE);
  tell_span (self, words, label, slot);
}

/**
 * eh_span_view_get_chosen:
 * @self: a view
 * @start: (out): first character of what is chosen
 * @end: (out): one past its last; both 0 for nothing
 *
 * Returns: whether a part is chosen
 */
gboolean
eh_span_view_get_chosen (EhSpanView *self, gint64 *start, gint64 *end)
{
  GtkTextIter from, to;
  gboolean some = gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);

  *start = some ? gtk_text_iter_get_offset (&from) : 0;
  *end = some ? gtk_text_iter_get_offset (&to) : 0;
  return some;
}

/**
 * eh_span_view_clear_chosen:
 * @self: a view
 *
 * Chooses nothing: the whole is meant.
 */
void
eh_span_view_clear_chosen (EhSpanView *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_place_cursor (self->buffer, &at);
}

/**
 * eh_span_view_extend:
 * @self: a view
 * @step: characters, words or lines
 * @count: how many, to the right or to the left as they are seen
 *
 * Chooses more or less, as Shift and an arrow do, and takes the keyboard for what comes next.
 *
 * Returns: whether it has the keyboard
 */
gboolean
eh_span_view_extend (EhSpanView *self, GtkMovementStep step, int count)
{
  gboolean focused = gtk_widget_grab_focus (GTK_WIDGET (self->view));

  g_signal_emit_by_name (self->view, "move-cursor", step, count, TRUE);
  return focused;
}
