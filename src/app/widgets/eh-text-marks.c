/* Lines under the words of a text that somebody may want to look at again. The note under the block
 * says the same in words (eh-block-marks.c), so that no line has to be seen. What was typed since
 * the text was looked over is left alone: only words that still stand where they stood are
 * underlined. */

#include "eh-text-marks.h"

#include <stdlib.h>
#include <string.h>

#define TAG "eh-mark"
/* A middle tone that is seen on light and on dark. */
#define LINE_COLOUR "#b8731f"

static gboolean
stands_at (GtkTextBuffer *buffer, const EhWritingMark *mark, GtkTextIter *start, GtkTextIter *end)
{
  g_autofree char *words = NULL;

  if ((int) mark->end > gtk_text_buffer_get_char_count (buffer))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) mark->start);
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) mark->end);
  words = gtk_text_buffer_get_slice (buffer, start, end, TRUE);
  return g_str_equal (words, mark->words);
}

/* What stands for a note or a citation in the editor takes places that the words alone do not have:
 * the nearest place where the words stand is the one. */
static gboolean
stands_near (GtkTextBuffer *buffer, const EhWritingMark *mark, GtkTextIter *start, GtkTextIter *end)
{
  g_autofree char *all = NULL;
  glong wanted = (glong) mark->start;
  glong best = -1;

  gtk_text_buffer_get_bounds (buffer, start, end);
  all = gtk_text_buffer_get_slice (buffer, start, end, TRUE);
  for (const char *at = strstr (all, mark->words); at != NULL; at = strstr (at + 1, mark->words)) {
    glong offset = g_utf8_pointer_to_offset (all, at);

    if (best < 0 || labs (offset - wanted) < labs (best - wanted))
      best = offset;
    if (offset > wanted)
      break;
  }
  if (best < 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) best);
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) (best + mark->end - mark->start));
  return TRUE;
}

static gboolean
find_words (GtkTextBuffer *buffer, const EhWritingMark *mark, GtkTextIter *start, GtkTextIter *end)
{
  return mark->end > mark->start &&
         (stands_at (buffer, mark, start, end) || stands_near (buffer, mark, start, end));
}

static GtkTextTag *
tag_of (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG);
  GdkRGBA colour;

  if (tag != NULL)
    return tag;
  gdk_rgba_parse (&colour, LINE_COLOUR);
  return gtk_text_buffer_create_tag (buffer, TAG, "underline", PANGO_UNDERLINE_ERROR,
                                     "underline-rgba", &colour, NULL);
}

typedef struct {
  int start;
  int end;
} Range;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  return ((const Range *) a)->start - ((const Range *) b)->start;
}

/* In order, and as one where they meet: as a tag shows them. */
static GArray *
wanted_ranges (GtkTextBuffer *buffer, GPtrArray *marks, EhBlockPart part)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  guint n = 0;

  for (guint i = 0; i < marks->len; i++) {
    const EhDocumentMark *mark = marks->pdata[i];
    GtkTextIter start, end;

    if (mark->part == part && find_words (buffer, mark->mark, &start, &end)) {
      Range range = { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

      g_array_append_val (ranges, range);
    }
  }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len; i++) {
    Range *before = &g_array_index (ranges, Range, n);
    Range *range = &g_array_index (ranges, Range, i);

    if (range->start <= before->end)
      before->end = MAX (before->end, range->end);
    else
      g_array_index (ranges, Range, ++n) = *range;
  }
  if (ranges->len > 0)
    g_array_set_size (ranges, n + 1);
  return ranges;
}

/* Whether those words are underlined by now, and no others. */
static gboolean
are_shown (GtkTextBuffer *buffer, GtkTextTag *tag, GArray *ranges)
{
  GtkTextIter at;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &at);
  if (!gtk_text_iter_starts_tag (&at, tag) && !gtk_text_iter_forward_to_tag_toggle (&at, tag))
    return ranges->len == 0;
  do {
    const Range *range = n < ranges->len ? &g_array_index (ranges, Range, n) : NULL;
    int start = gtk_text_iter_get_offset (&at);

    if (!gtk_text_iter_starts_tag (&at, tag))
      break;
    gtk_text_iter_forward_to_tag_toggle (&at, tag);
    if (range == NULL || range->start != start || range->end != gtk_text_iter_get_offset (&at))
      return FALSE;
    n++;
  } while (gtk_text_iter_forward_to_tag_toggle (&at, tag));
  return n == ranges->len;
}

/**
 * eh_text_marks_show:
 * @view: a text
 * @marks: (element-type EhDocumentMark): what was found in the block that it is of; none takes the
 *   lines away
 * @part: which of the block's texts it is
 *
 * A text whose lines are right is left alone, for GTK would lay all of it out again.
 */
void
eh_text_marks_show (GtkTextView *view, GPtrArray *marks, EhBlockPart part)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GArray) ranges = wanted_ranges (buffer, marks, part);
  GtkTextIter start, end;
  GtkTextTag *tag = tag_of (buffer);

  if (are_shown (buffer, tag, ranges))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < ranges->len; i++) {
    const Range *range = &g_array_index (ranges, Range, i);

    gtk_text_buffer_get_iter_at_offset (buffer, &start, range->start);
    gtk_text_buffer_get_iter_at_offset (buffer, &end, range->end);
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  }
}

/**
 * eh_text_marks_select:
 * @view: a text
 * @mark: something found in it
 *
 * Returns: whether the marked words are selected: not when they are others by now
 */
gboolean
eh_text_marks_select (GtkTextView *view, const EhWritingMark *mark)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (!find_words (buffer, mark, &start, &end))
    return FALSE;
  gtk_text_buffer_select_range (buffer, &start, &end);
  return TRUE;
}

/**
 * eh_text_marks_replace:
 * @view: a text that can be edited
 * @mark: something found in it that has a replacement
 *
 * Returns: whether the plainer words stand in the place of the marked ones
 */
gboolean
eh_text_marks_replace (GtkTextView *view, const EhWritingMark *mark)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (!gtk_text_view_get_editable (view) || mark->replacement == NULL ||
      !find_words (buffer, mark, &start, &end))
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, mark->replacement, -1);
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}
