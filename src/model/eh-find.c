/* Words in a document: found in small or capital letters, among words that stand out and links, and
 * replaced without losing those. */

#include "eh-find.h"

#include "eh-markup.h"

/* A character as it is shown, and the piece that it belongs to. */
typedef struct {
  gunichar c;
  gunichar lower;
  guint piece;
  gboolean fixed; /* of a citation or a note: found, but not replaced */
} Shown;

static void
add_text (GArray *shown, const char *text, guint piece, gboolean fixed)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    Shown one = { c, g_unichar_tolower (c), piece, fixed };

    g_array_append_val (shown, one);
  }
}

static GArray *
pieces_of (const char *markup, gboolean rich)
{
  GArray *pieces;

  if (rich)
    return eh_markup_parse (markup);
  pieces = eh_markup_pieces_new ();
  eh_markup_pieces_add (pieces, EH_MARKUP_TEXT, EH_MARKUP_PLAIN, markup, NULL);
  return pieces;
}

static GArray *
shown_of (GArray *pieces)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  for (guint i = 0; i < pieces->len; i++) {
    const EhMarkupPiece *piece = &g_array_index (pieces, EhMarkupPiece, i);

    if (piece->kind == EH_MARKUP_CITATION || piece->kind == EH_MARKUP_NOTE) {
      g_autofree char *written = eh_markup_write (piece, 1, FALSE);

      add_text (shown, written, i, TRUE);
    } else {
      add_text (shown, piece->text, i, FALSE);
    }
  }
  return shown;
}

static gboolean
stands_at (GArray *shown, guint at, const gunichar *wanted, glong n)
{
  for (glong i = 0; i < n; i++)
    if (g_array_index (shown, Shown, at + (guint) i).lower != wanted[i])
      return FALSE;
  return TRUE;
}

static gunichar *
lower_of (const char *words, glong *n)
{
  gunichar *wanted = g_utf8_to_ucs4_fast (words, -1, n);

  for (glong i = 0; i < *n; i++)
    wanted[i] = g_unichar_tolower (wanted[i]);
  return wanted;
}

/* (element-type guint): where the hits begin, none within another. */
static GArray *
starts_of (GArray *shown, const gunichar *wanted, glong n)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = 0; n > 0 && at + (guint) n <= shown->len;) {
    if (!stands_at (shown, at, wanted, n)) {
      at++;
      continue;
    }
    g_array_append_val (starts, at);
    at += (guint) n;
  }
  return starts;
}

static void
find_in (GArray *hits, const EhBlock *block, gboolean detail, const gunichar *wanted, glong n)
{
  const char *text = detail ? block->detail : block->text;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GArray) starts = NULL;

  if (text[0] == '\0')
    return;
  pieces = pieces_of (text, eh_block_has_markup (block->kind));
  shown = shown_of (pieces);
  starts = starts_of (shown, wanted, n);
  for (guint i = 0; i < starts->len; i++) {
    int start = (int) g_array_index (starts, guint, i);
    EhHit hit = { block->id, detail, start, start + (int) n };

    g_array_append_val (hits, hit);
  }
}

/**
 * eh_find_in_blocks:
 * @blocks: (element-type EhBlock): the blocks of a document in order
 * @words: what to look for
 *
 * Returns: (transfer full) (element-type EhHit): where it stands, in order
 */
GArray *
eh_find_in_blocks (GPtrArray *blocks, const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (EhHit));
  glong n = 0;
  g_autofree gunichar *wanted = lower_of (words, &n);

  for (guint i = 0; n > 0 && i < blocks->len; i++) {
    find_in (hits, blocks->pdata[i], FALSE, wanted, n);
    find_in (hits, blocks->pdata[i], TRUE, wanted, n);
  }
  return hits;
}

static gboolean
is_fixed (GArray *shown, guint start, glong n)
{
  for (glong i = 0; i < n; i++)
    if (g_array_index (shown, Shown, start + (guint) i).fixed)
      return TRUE;
  return FALSE;
}

/* The words of each piece, with those that are replaced; of what is fixed nothing. */
static GPtrArray *
replaced (GArray *shown, guint n_pieces, GArray *starts, glong n, const char *with, int only)
{
  GPtrArray *texts = g_ptr_array_new_full (n_pieces, g_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  guint next = 0;

  for (guint i = 0; i < n_pieces; i++)
    g_ptr_array_add (strings, g_string_new (NULL));
  for (guint at = 0; at < shown->len;) {
    const Shown *one = &g_array_index (shown, Shown, at);
    GString *text = strings->pdata[one->piece];
    gboolean hit = next < starts->len && at == g_array_index (starts, guint, next);
    gboolean meant = hit && (only < 0 || (guint) only == next) && !is_fixed (shown, at, n);

    next += hit;
    g_string_append (text, meant ? with : "");
    if (!meant && !one->fixed)
      g_string_append_unichar (text, one->c);
    at += meant ? (guint) n : 1;
  }
  for (guint i = 0; i < n_pieces; i++)
    g_ptr_array_add (texts, g_string_free (strings->pdata[i], FALSE));
  return texts;
}

/**
 * eh_find_replace:
 * @markup: words, with signs where they are rich
 * @rich: whether they are
 * @words: what to look for
 * @with: what to put in its place
 * @only: which of the hits, counted from 0; -1 for all
 *
 * What stands in a citation or a note is left as it is.
 *
 * Returns: (transfer full): the words then
 */
char *
eh_find_replace (const char *markup, gboolean rich, const char *words, const char *with, int only)
{
  g_autoptr (GArray) pieces = pieces_of (markup, rich);
  g_autoptr (GArray) shown = shown_of (pieces);
  g_autoptr (GArray) out = eh_markup_pieces_new ();
  glong n = 0;
  g_autofree gunichar *wanted = lower_of (words, &n);
  g_autoptr (GArray) starts = starts_of (shown, wanted, n);
  g_autoptr (GPtrArray) texts = NULL;

  if (starts->len == 0)
    return g_strdup (markup);
  texts = replaced (shown, pieces->len, starts, n, with, only);
  if (!rich)
    return g_strdup (texts->pdata[0]);
  for (guint i = 0; i < pieces->len; i++) {
    const EhMarkupPiece *piece = &g_array_index (pieces, EhMarkupPiece, i);
    gboolean fixed = piece->kind == EH_MARKUP_CITATION || piece->kind == EH_MARKUP_NOTE;

    eh_markup_pieces_add (out, piece->kind, piece->style, fixed ? piece->text : texts->pdata[i],
                          piece->target);
  }
  return eh_markup_write ((EhMarkupPiece *) (gpointer) out->data, out->len, FALSE);
}
