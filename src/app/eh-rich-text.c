/* The marks of a text as people see them: strong and emphasised words, links, sources. In the file
 * they are signs among the words (eh-markup.h), in a text field they are tags of its buffer. */

#include "eh-rich-text.h"

#define STRONG   "eh-strong"
#define EMPHASIS "eh-emphasis"
/* A citation or a note: shown as it is written, for its words are not those of the sentence. */
#define SOURCE "eh-source"

static GQuark
target_quark (void)
{
  return g_quark_from_static_string ("eh-target");
}

static GQuark
kind_quark (void)
{
  return g_quark_from_static_string ("eh-kind");
}

/**
 * eh_rich_text_prepare:
 * @buffer: a buffer
 *
 * Gives it the tags that the other functions use.
 */
void
eh_rich_text_prepare (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, STRONG, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, EMPHASIS, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, SOURCE, "scale", PANGO_SCALE_SMALL, "underline",
                              PANGO_UNDERLINE_LOW, NULL);
}

/* ---- From signs to tags ---- */

static GtkTextTag *
link_tag (GtkTextBuffer *buffer, EhMarkupKind kind, const char *target)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                                NULL);

  g_object_set_qdata_full (G_OBJECT (tag), target_quark (), g_strdup (target), g_free);
  g_object_set_qdata (G_OBJECT (tag), kind_quark (), GINT_TO_POINTER (kind));
  return tag;
}

static void
insert_piece (GtkTextBuffer *buffer, GtkTextIter *at, const EhMarkupPiece *piece)
{
  gboolean source = piece->kind == EH_MARKUP_CITATION || piece->kind == EH_MARKUP_NOTE;
  gboolean link = piece->kind == EH_MARKUP_LINK || piece->kind == EH_MARKUP_REFERENCE;
  g_autofree char *written = source ? eh_markup_write (piece, 1, FALSE) : NULL;
  int offset = gtk_text_iter_get_offset (at);
  GtkTextIter start;

  gtk_text_buffer_insert (buffer, at, source ? written : piece->text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (source) {
    gtk_text_buffer_apply_tag_by_name (buffer, SOURCE, &start, at);
    return;
  }
  if ((piece->style & EH_MARKUP_STRONG) != 0)
    gtk_text_buffer_apply_tag_by_name (buffer, STRONG, &start, at);
  if ((piece->style & EH_MARKUP_EMPHASIS) != 0)
    gtk_text_buffer_apply_tag_by_name (buffer, EMPHASIS, &start, at);
  if (link && piece->target != NULL)
    gtk_text_buffer_apply_tag (buffer, link_tag (buffer, piece->kind, piece->target), &start, at);
}

/**
 * eh_rich_text_insert:
 * @buffer: a prepared buffer
 * @at: (inout): where; afterwards the end of what was inserted
 * @markup: words with signs
 */
void
eh_rich_text_insert (GtkTextBuffer *buffer, GtkTextIter *at, const char *markup)
{
  g_autoptr (GArray) pieces = eh_markup_parse (markup);

  for (guint i = 0; i < pieces->len; i++)
    insert_piece (buffer, at, &g_array_index (pieces, EhMarkupPiece, i));
}

/**
 * eh_rich_text_load:
 * @buffer: a prepared buffer
 * @markup: words with signs, instead of what it holds
 */
void
eh_rich_text_load (GtkTextBuffer *buffer, const char *markup)
{
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &start);
  eh_rich_text_insert (buffer, &start, markup);
}

/* ---- From tags to signs ---- */

static GtkTextTag *
link_of (const GtkTextIter *at)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (at);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (g_object_get_qdata (l->data, target_quark ()) != NULL)
      return l->data;
  return NULL;
}

static GtkTextTag *
named (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static void
add_written (GArray *pieces, const char *written)
{
  g_autoptr (GArray) read = eh_markup_parse (written);

  for (guint i = 0; i < read->len; i++) {
    EhMarkupPiece *piece = &g_array_index (read, EhMarkupPiece, i);

    eh_markup_pieces_add (pieces, piece->kind, piece->style, piece->text, piece->target);
  }
}

static void
add_stretch (GtkTextBuffer *buffer, GArray *pieces, const GtkTextIter *from, const GtkTextIter *to)
{
  g_autofree char *words = gtk_text_buffer_get_text (buffer, from, to, TRUE);
  GtkTextTag *link = link_of (from);
  EhMarkupStyle style = EH_MARKUP_PLAIN;

  if (gtk_text_iter_has_tag (from, named (buffer, SOURCE))) {
    add_written (pieces, words);
    return;
  }
  if (gtk_text_iter_has_tag (from, named (buffer, STRONG)))
    style |= EH_MARKUP_STRONG;
  if (gtk_text_iter_has_tag (from, named (buffer, EMPHASIS)))
    style |= EH_MARKUP_EMPHASIS;
  if (link != NULL)
    eh_markup_pieces_add (
        pieces,
        (EhMarkupKind) GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (link), kind_quark ())), style,
        words, g_object_get_qdata (G_OBJECT (link), target_quark ()));
  else
    eh_markup_pieces_add (pieces, EH_MARKUP_TEXT, style, words, NULL);
}

/**
 * eh_rich_text_save:
 * @buffer: a prepared buffer
 * @start: from where
 * @end: until where
 *
 * Returns: (transfer full): the words between with their signs
 */
char *
eh_rich_text_save (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (GArray) pieces = eh_markup_pieces_new ();
  GtkTextIter from = *start;

  while (gtk_text_iter_compare (&from, end) < 0) {
    GtkTextIter to = from;

    if (!gtk_text_iter_forward_to_tag_toggle (&to, NULL) || gtk_text_iter_compare (&to, end) > 0)
      to = *end;
    add_stretch (buffer, pieces, &from, &to);
    from = to;
  }
  return eh_markup_write ((EhMarkupPiece *) (gpointer) pieces->data, pieces->len, FALSE);
}

/* ---- What people do with them ---- */

/* The selection, or the word at the caret. */
static gboolean
stretch_at_hand (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  if (gtk_text_buffer_get_selection_bounds (buffer, start, end))
    return TRUE;
  gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_insert (buffer));
  *end = *start;
  if (!gtk_text_iter_inside_word (start) && !gtk_text_iter_ends_word (start))
    return FALSE;
  if (!gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (!gtk_text_iter_ends_word (end))
    gtk_text_iter_forward_word_end (end);
  return gtk_text_iter_compare (start, end) < 0;
}

/* Whether the tag is on every character between. */
static gboolean
is_all (GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter at = *start;

  if (!gtk_text_iter_has_tag (&at, tag))
    return FALSE;
  gtk_text_iter_forward_to_tag_toggle (&at, tag);
  return gtk_text_iter_compare (&at, end) >= 0;
}

/**
 * eh_rich_text_toggle:
 * @buffer: a prepared buffer
 * @style: %EH_MARKUP_STRONG or %EH_MARKUP_EMPHASIS
 *
 * Makes the selection, or the word at the caret, strong or emphasised, or plain again.
 *
 * Returns: whether there was anything
 */
gboolean
eh_rich_text_toggle (GtkTextBuffer *buffer, EhMarkupStyle style)
{
  GtkTextTag *tag = named (buffer, style == EH_MARKUP_STRONG ? STRONG : EMPHASIS);
  GtkTextIter start, end;

  if (!stretch_at_hand (buffer, &start, &end))
    return FALSE;
  if (is_all (tag, &start, &end))
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  else
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  return TRUE;
}

/**
 * eh_rich_text_link_at:
 * @buffer: a prepared buffer
 * @start: (out): where the link that the caret is in begins; else the selection or the word
 * @end: (out): where that ends
 *
 * Returns: (transfer full) (nullable): the address of the link; %NULL for none
 */
char *
eh_rich_text_link_at (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag;

  if (!stretch_at_hand (buffer, start, end)) {
    gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_insert (buffer));
    *end = *start;
    return NULL;
  }
  tag = link_of (start);
  if (tag == NULL)
    return NULL;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return g_strdup (g_object_get_qdata (G_OBJECT (tag), target_quark ()));
}

static void
remove_links (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0) {
    GtkTextTag *tag = link_of (&at);

    if (tag != NULL)
      gtk_text_buffer_remove_tag (buffer, tag, start, end);
    if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
      return;
  }
}

/**
 * eh_rich_text_set_link:
 * @buffer: a prepared buffer
 * @start: from where
 * @end: until where; the same as @start to insert the address as words
 * @target: (nullable): an address; %NULL or "" for no link
 */
void
eh_rich_text_set_link (GtkTextBuffer *buffer,
                       const GtkTextIter *start,
                       const GtkTextIter *end,
                       const char *target)
{
  GtkTextIter from = *start;
  GtkTextIter to = *end;
  int offset = gtk_text_iter_get_offset (start);

  remove_links (buffer, start, end);
  if (target == NULL || target[0] == '\0')
    return;
  if (gtk_text_iter_equal (start, end)) {
    gtk_text_buffer_insert (buffer, &to, target, -1);
    gtk_text_buffer_get_iter_at_offset (buffer, &from, offset);
  }
  gtk_text_buffer_apply_tag (buffer, link_tag (buffer, EH_MARKUP_LINK, target), &from, &to);
}
