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

/**
 * eh_text_marks_show:
 * @view: a text
 * @marks: (element-type EhDocumentMark): what was found in the block that it is of; none takes the
 *   lines away
 * @part: which of the block's texts it is
 */
void
eh_text_marks_show (GtkTextView *view, GPtrArray *marks, EhBlockPart part)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  GtkTextTag *tag = tag_of (buffer);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < marks->len; i++) {
    const EhDocumentMark *mark = marks->pdata[i];

    if (mark->part == part && find_words (buffer, mark->mark, &start, &end))
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
