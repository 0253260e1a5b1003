/* A text that can be a list: an item a line, with bullets or numbers before them. An item of a list
 * within the list begins with two spaces, as it does in the file; here they take no room, the caret
 * does not go among them, and Tab and Shift+Tab put them there and take them away. */

#include "eh-lines-view.h"

#include "eh-theme.h"

#include <string.h>

#define INSET   "  "
#define N_INSET 2
/* Of the words from the edge, at each of the two levels, and between a bullet and its words. */
#define MARGIN_PX 24
#define NESTED_PX 48
#define GAP_PX    8
/* Tags. */
#define NESTED "eh-nested"
#define PREFIX "eh-prefix"

struct _EhLinesView {
  GtkTextView parent_instance;

  gboolean list;
  gboolean ordered;
  gboolean tidying;
};

G_DEFINE_FINAL_TYPE (EhLinesView, eh_lines_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
buffer_of (EhLinesView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_line (EhLinesView *self, int line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (buffer_of (self), start, line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

static gboolean
is_nested (const GtkTextIter *start)
{
  GtkTextIter at = *start;

  return gtk_text_iter_get_char (&at) == '\t' ||
         (gtk_text_iter_get_char (&at) == ' ' && gtk_text_iter_forward_char (&at) &&
          gtk_text_iter_get_char (&at) == ' ');
}

/* How many characters before the words of a line say that it is within another. */
static int
prefix_of (const GtkTextIter *start)
{
  if (!is_nested (start))
    return 0;
  return gtk_text_iter_get_char (start) == '\t' ? 1 : N_INSET;
}

static gboolean
is_empty (const GtkTextIter *start, const GtkTextIter *end)
{
  return gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start) <= prefix_of (start);
}

/* ---- Bullets ---- */

static char *
bullet_of (EhLinesView *self, gboolean nested, const guint *numbers)
{
  if (self->ordered)
    return g_strdup_printf ("%u.", numbers[nested]);
  return g_strdup (nested ? "◦" : "•");
}

static void
draw_bullet (EhLinesView *self, GtkSnapshot *snapshot, const GtkTextIter *start, const char *bullet)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), bullet);
  GtkTextIter words = *start;
  GtkTextIter end = *start;
  g_autofree char *text = NULL;
  PangoDirection direction;
  GdkRectangle at;
  int width;
  GdkRGBA colour = eh_theme_rgba (eh_theme_current ()->text);

  gtk_text_iter_forward_chars (&words, prefix_of (start));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &words, &at);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_text (&words, &end);
  pango_layout_set_text (layout, text, -1);
  direction = pango_layout_get_direction (layout, 0);
  pango_layout_set_text (layout, bullet, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (direction == PANGO_DIRECTION_RTL
                                                              ? (float) (at.x + at.width + GAP_PX)
                                                              : (float) (at.x - GAP_PX - width),
                                                          (float) at.y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* An item without words is none in a document, so it has no number, but for the one that is being
 * written. */
static void
draw_bullets (EhLinesView *self, GtkSnapshot *snapshot)
{
  int n = gtk_text_buffer_get_line_count (buffer_of (self));
  guint numbers[2] = { 0, 0 };
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  for (int line = 0; line < n; line++) {
    g_autofree char *bullet = NULL;
    GtkTextIter start, end;
    gboolean nested;

    get_line (self, line, &start, &end);
    if (is_empty (&start, &end) && gtk_text_iter_get_line (&caret) != line && n > 1)
      continue;
    nested = is_nested (&start);
    numbers[nested]++;
    if (!nested)
      numbers[1] = 0;
    bullet = bullet_of (self, nested, numbers);
    draw_bullet (self, snapshot, &start, bullet);
  }
}

static void
eh_lines_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  EhLinesView *self = EH_LINES_VIEW (view);

  if (self->list && layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_bullets (self, snapshot);
}

static void
eh_lines_view_class_init (EhLinesViewClass *klass)
{
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = eh_lines_view_snapshot_layer;
}

static void
eh_lines_view_init (EhLinesView *self)
{
}

/* ---- What is within what ---- */

static gboolean
has_tag (EhLinesView *self, const GtkTextIter *at, const char *name)
{
  return gtk_text_iter_has_tag (
      at, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer_of (self)), name));
}

static void
tidy_line (EhLinesView *self, int line)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end, words;
  int prefix;

  get_line (self, line, &start, &end);
  prefix = prefix_of (&start);
  if (has_tag (self, &start, NESTED) == (prefix > 0))
    return;
  words = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_remove_tag_by_name (buffer, NESTED, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, PREFIX, &start, &end);
  if (prefix == 0)
    return;
  gtk_text_iter_forward_chars (&words, prefix);
  gtk_text_buffer_apply_tag_by_name (buffer, NESTED, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, PREFIX, &start, &words);
}

static void
tidy (EhLinesView *self)
{
  if (self->tidying)
    return;
  self->tidying = TRUE;
  for (int line = 0; line < gtk_text_buffer_get_line_count (buffer_of (self)); line++)
    tidy_line (self, line);
  self->tidying = FALSE;
}

/* Nobody writes before the words of an item. */
static void
moved_cb (GtkTextBuffer *buffer, GtkTextIter *to, GtkTextMark *mark, EhLinesView *self)
{
  GtkTextIter words = *to;

  if (mark != gtk_text_buffer_get_insert (buffer) || self->tidying)
    return;
  gtk_text_iter_set_line_offset (&words, 0);
  gtk_text_iter_forward_chars (&words, prefix_of (&words));
  if (gtk_text_iter_compare (to, &words) >= 0)
    return;
  if (gtk_text_buffer_get_has_selection (buffer))
    gtk_text_buffer_move_mark (buffer, mark, &words);
  else
    gtk_text_buffer_place_cursor (buffer, &words);
}

static void
indent_line (EhLinesView *self, int line, gboolean deeper)
{
  GtkTextIter start, end;

  get_line (self, line, &start, &end);
  end = start;
  gtk_text_iter_forward_chars (&end, prefix_of (&start));
  if (deeper && gtk_text_iter_equal (&start, &end))
    gtk_text_buffer_insert (buffer_of (self), &start, INSET, -1);
  else if (!deeper)
    gtk_text_buffer_delete (buffer_of (self), &start, &end);
}

/* The first item is within none. Returns whether anything could be done. */
static gboolean
indent (EhLinesView *self, gboolean deeper)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter from, to, start, end;
  gboolean done = FALSE;
  int last;

  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  last = gtk_text_iter_get_line (&to);
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = gtk_text_iter_get_line (&from); line <= last; line++) {
    get_line (self, line, &start, &end);
    if (is_nested (&start) == deeper || (deeper && line == 0))
      continue;
    indent_line (self, line, deeper);
    done = TRUE;
  }
  gtk_text_buffer_end_user_action (buffer);
  return done;
}

/* ---- Keys ---- */

/* A new item is within the same one as the item that it follows. */
static gboolean
enter (EhLinesView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  if (!is_nested (start))
    return FALSE;
  if (is_empty (start, end))
    return indent (self, FALSE);
  gtk_text_buffer_begin_user_action (buffer_of (self));
  gtk_text_buffer_delete_selection (buffer_of (self), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer_of (self), "\n" INSET, -1);
  gtk_text_buffer_end_user_action (buffer_of (self));
  return TRUE;
}

/* What says that the next item is within another goes with the end of the line. */
static gboolean
join_next (EhLinesView *self, const GtkTextIter *caret)
{
  GtkTextIter from = *caret;
  GtkTextIter next = *caret;

  if (!gtk_text_iter_ends_line (&next) || !gtk_text_iter_forward_line (&next) || !is_nested (&next))
    return FALSE;
  gtk_text_iter_forward_chars (&next, prefix_of (&next));
  gtk_text_buffer_delete (buffer_of (self), &from, &next);
  return TRUE;
}

/* From before the words of an item it is a step to the end of the one before. */
static gboolean
step_back (EhLinesView *self, const GtkTextIter *caret, const GtkTextIter *start)
{
  GtkTextIter before = *start;

  if (!is_nested (start) || gtk_text_iter_get_line_offset (caret) > prefix_of (start) ||
      !gtk_text_iter_backward_char (&before))
    return FALSE;
  gtk_text_buffer_place_cursor (buffer_of (self), &before);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (buffer_of (self)));
  return TRUE;
}

/**
 * eh_lines_view_key:
 * @self: a text
 * @keyval: a key
 * @held: what is held with it
 *
 * Returns: whether the key means something else in a list than in other texts, and was done
 */
gboolean
eh_lines_view_key (EhLinesView *self, guint keyval, GdkModifierType held)
{
  gboolean selected = gtk_text_buffer_get_has_selection (buffer_of (self));
  GtkTextIter caret, start, end;

  if (!self->list || (held & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  get_line (self, gtk_text_iter_get_line (&caret), &start, &end);
  switch (keyval) {
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
    return indent (self, (held & GDK_SHIFT_MASK) == 0);
  case GDK_KEY_ISO_Left_Tab:
    return indent (self, FALSE);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return held == 0 && enter (self, &start, &end);
  case GDK_KEY_BackSpace:
    return held == 0 && !selected && is_nested (&start) &&
           gtk_text_iter_get_line_offset (&caret) <= prefix_of (&start) && indent (self, FALSE);
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return held == 0 && !selected && step_back (self, &caret, &start);
  case GDK_KEY_Delete:
    return held == 0 && !selected && join_next (self, &caret);
  default:
    return FALSE;
  }
}

/* ---- Public ---- */

/**
 * eh_lines_view_new:
 *
 * Returns: (transfer floating): a text that is no list
 */
GtkWidget *
eh_lines_view_new (void)
{
  return g_object_new (EH_TYPE_LINES_VIEW, NULL);
}

/* An item that is written needs its bullet, and those after it their numbers. */
static void
changed_cb (EhLinesView *self)
{
  tidy (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * eh_lines_view_set_list:
 * @self: a text, without words yet
 * @ordered: whether its lines have numbers before them; otherwise they have bullets
 */
void
eh_lines_view_set_list (EhLinesView *self, gboolean ordered)
{
  GtkTextBuffer *buffer = buffer_of (self);

  self->ordered = ordered;
  if (self->list)
    return;
  self->list = TRUE;
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), MARGIN_PX);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), MARGIN_PX);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), 3);
  gtk_text_buffer_create_tag (buffer, NESTED, "left-margin", NESTED_PX, "right-margin", NESTED_PX,
                              NULL);
  gtk_text_buffer_create_tag (buffer, PREFIX, "scale", 0.01, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (moved_cb), self, G_CONNECT_AFTER);
}

/**
 * eh_lines_view_is_list:
 * @self: a text
 *
 * Returns: whether its lines have bullets or numbers before them
 */
gboolean
eh_lines_view_is_list (EhLinesView *self)
{
  return self->list;
}
