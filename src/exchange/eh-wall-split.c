/* Words that were typed or pasted at once, taken apart into notes, and those that say much the
 * same found. Nothing is lost: what is taken off is what people put before words to count them. */

#include "eh-wall-split.h"

#include "eh-text.h"

#include <string.h>

/* Shorter ones are alike only when they are the same. */
#define LIKE_WORDS 4
#define LIKE_SHARE 0.8
/* A word in more notes than this tells nothing. */
#define COMMON 400

/* --- Taking off what is around the words --- */

static gboolean
is_bullet (gunichar c)
{
  static const gunichar bullets[] = { '-',    '*',    '+',    0x2022, 0x2023, 0x25E6,
                                      0x2043, 0x2219, 0x25AA, 0x25AB, 0x25CF, 0x25CB,
                                      0x25A0, 0x25A1, 0x25BA, 0x2610, 0x2611, 0x2612,
                                      0x2713, 0x2714, 0x00B7, 0x2013, 0x2014, 0x27A4 };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;
  return FALSE;
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* "• words", "- words", "[ ] words". A sign that is not followed by a blank belongs to the words,
 * but for those that are never anything else. */
static const char *
skip_bullet (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next;

  if (g_str_has_prefix (p, "[ ] ") || g_str_has_prefix (p, "[x] ") || g_str_has_prefix (p, "[X] "))
    return skip_space (p + 4);
  if (c == 0 || !is_bullet (c))
    return p;
  next = g_utf8_next_char (p);
  if (g_unichar_isspace (g_utf8_get_char (next)) || (c > 0x2014 && c != 0x2043))
    return skip_space (next);
  return p;
}

/* "1. words", "1) words", "(1) words". */
static const char *
skip_count (const char *p)
{
  const char *digits = p + (*p == '(' ? 1 : 0);
  gsize n = strspn (digits, "0123456789");
  const char *after = digits + n;

  if (n == 0 || n > 4)
    return p;
  if (*p == '(' ? *after != ')' : (*after != '.' && *after != ')'))
    return p;
  if (!g_unichar_isspace (g_utf8_get_char (after + 1)))
    return p;
  return skip_space (after + 1);
}

static char *
without_quotes (const char *words)
{
  static const struct {
    const char *open;
    const char *close;
  } pairs[] = {
    { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "‘", "’" }, { "«", "»" }, { "'", "'" }
  };
  g_autofree char *text = g_strstrip (g_strdup (words));

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    gsize open = strlen (pairs[i].open);
    gsize close = strlen (pairs[i].close);
    gsize length = strlen (text);
    g_autofree char *inner = NULL;

    if (length <= open + close || !g_str_has_prefix (text, pairs[i].open) ||
        !g_str_has_suffix (text, pairs[i].close))
      continue;
    inner = g_strndup (text + open, length - open - close);
    /* “One” and “two” are two. */
    if (strstr (inner, pairs[i].open) != NULL || strstr (inner, pairs[i].close) != NULL)
      continue;
    return g_strstrip (g_steal_pointer (&inner));
  }
  return g_steal_pointer (&text);
}

/* "17: words", "W2-017 words", "#17 words", "K7RQM: words". */
static char *
take_slip (const char *words, const char **rest)
{
  static const char *const pattern =
      "^(?:(?:\\p{L}{1,3}\\d{0,3}-0*(\\d{1,4})(?=[\\s:.])|#0*(\\d{1,4})(?=[\\s:.])"
      "|0*(\\d{1,4})(?=\\s*[:\\x{2013}\\x{2014}]\\s|\\t)"
      "|(?i:([BCDFGHJKMNPQRTVWXY34679]{5}))(?=\\s*:\\s)))\\s*[:.\\x{2013}\\x{2014}-]?\\s+(?=\\S)";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  *rest = words;
  if (!g_regex_match (regex, words, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  *rest = words + end;
  for (int i = 1; i <= 4; i++) {
    g_autofree char *found = g_match_info_fetch (match, i);

    if (found != NULL && found[0] != '\0')
      return g_steal_pointer (&found);
  }
  return NULL;
}

/**
 * eh_wall_piece_new:
 * @words: a note as it was typed
 *
 * Returns: (transfer full): the note
 */
EhWallPiece *
eh_wall_piece_new (const char *words)
{
  EhWallPiece *self = g_new0 (EhWallPiece, 1);
  g_autofree char *clean = eh_text_clean (words);
  const char *start = skip_count (skip_bullet (skip_space (clean)));
  const char *rest;

  self->whole = without_quotes (start);
  self->slip = take_slip (self->whole, &rest);
  self->text = without_quotes (rest);
  self->is_long = g_utf8_strlen (self->text, -1) > EH_WALL_LONG;
  self->like = -1;
  return self;
}

void
eh_wall_piece_free (EhWallPiece *self)
{
  g_free (self->text);
  g_free (self->whole);
  g_free (self->slip);
  g_free (self);
}

/* --- Where one ends --- */

static gboolean
begins_with_sign (const char *line)
{
  const char *start = skip_space (line);
  g_autofree char *slip = NULL;
  const char *rest;

  if (*start == '\0')
    return FALSE;
  slip = take_slip (start, &rest);
  return slip != NULL || skip_bullet (start) != start || skip_count (start) != start;
}

/**
 * eh_wall_guess:
 * @words: what was typed or pasted
 *
 * A note ends at a blank line where there are such and notes of several lines between them. Lines
 * with a bullet or a number each are notes, and so are long lists under a heading.
 *
 * Returns: @EH_WALL_LINES or @EH_WALL_GAPS
 */
EhWallRule
eh_wall_guess (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  guint n_lines = 0, n_signs = 0, n_blocks = 0, n_in_block = 0, n_long = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (eh_text_is_blank (lines[i])) {
      n_in_block = 0;
      continue;
    }
    n_lines++;
    n_signs += begins_with_sign (lines[i]) ? 1 : 0;
    if (++n_in_block == 1)
      n_blocks++;
    else if (n_in_block == 2)
      n_long++;
  }
  if (n_blocks < 2 || n_long == 0)
    return EH_WALL_LINES;
  /* Most lines bear a sign of their own. */
  if (n_signs > n_blocks && n_signs * 2 >= n_lines)
    return EH_WALL_LINES;
  return n_lines > n_blocks * 6 ? EH_WALL_LINES : EH_WALL_GAPS;
}

static void
take (GPtrArray *out, const char *words)
{
  g_autoptr (EhWallPiece) piece = NULL;

  if (eh_text_is_blank (words))
    return;
  piece = eh_wall_piece_new (words);
  if (!eh_text_is_blank (piece->text))
    g_ptr_array_add (out, g_steal_pointer (&piece));
}

/**
 * eh_wall_split:
 * @words: what was typed or pasted
 * @rule: where one note ends
 *
 * Returns: (transfer full) (element-type EhWallPiece): the notes, in order
 */
GPtrArray *
eh_wall_split (const char *words, EhWallRule rule)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_wall_piece_free);
  g_autofree char *clean = eh_text_clean (words);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  g_autoptr (GString) block = g_string_new (NULL);

  if (rule == EH_WALL_AUTO)
    rule = eh_wall_guess (clean);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (rule == EH_WALL_LINES) {
      take (out, lines[i]);
      continue;
    }
    if (eh_text_is_blank (lines[i])) {
      take (out, block->str);
      g_string_truncate (block, 0);
    } else {
      g_string_append (block, lines[i]);
      g_string_append_c (block, '\n');
    }
  }
  take (out, block->str);
  return out;
}

/* --- What says much the same --- */

typedef struct {
  GHashTable *folded; /* the whole as one string -> index + 1 */
  GHashTable *notes;  /* word -> (element-type guint) notes that have it */
  GArray *sizes;      /* (element-type guint): words of each note */
} Index;

static char **
words_of (const char *text, guint *n)
{
  g_autofree char *folded = eh_text_fold (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  char **words;

  for (char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && !g_unichar_ismark (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] == '\0' || !g_hash_table_add (seen, words[i]))
      continue;
    g_ptr_array_add (out, g_strdup (words[i]));
  }
  g_strfreev (words);
  *n = out->len;
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&out), FALSE);
}

/* Returns the index of something like it that was there before; -1 for none; and adds it. */
static int
look_up_and_add (Index *index, const char *text)
{
  guint n = 0;
  g_auto (GStrv) words = words_of (text, &n);
  g_autofree char *whole = g_strjoinv (" ", words);
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  guint here = index->sizes->len;
  int found = (int) GPOINTER_TO_UINT (g_hash_table_lookup (index->folded, whole)) - 1;

  if (found < 0)
    g_hash_table_insert (index->folded, g_steal_pointer (&whole), GUINT_TO_POINTER (here + 1));
  for (guint i = 0; i < n; i++) {
    GArray *notes = g_hash_table_lookup (index->notes, words[i]);

    if (notes == NULL) {
      notes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index->notes, g_strdup (words[i]), notes);
    }
    for (guint j = 0; found < 0 && n >= LIKE_WORDS && j < notes->len && notes->len <= COMMON; j++) {
      gpointer other = GUINT_TO_POINTER (g_array_index (notes, guint, j));
      guint common = GPOINTER_TO_UINT (g_hash_table_lookup (shared, other)) + 1;
      guint size = g_array_index (index->sizes, guint, GPOINTER_TO_UINT (other));

      g_hash_table_insert (shared, other, GUINT_TO_POINTER (common));
      if (size >= LIKE_WORDS && common >= LIKE_SHARE * (n + size - common))
        found = (int) GPOINTER_TO_UINT (other);
    }
    if (notes->len <= COMMON)
      g_array_append_val (notes, here);
  }
  g_array_append_val (index->sizes, n);
  return found;
}

/**
 * eh_wall_compare:
 * @pieces: (element-type EhWallPiece): notes
 * @known: (array zero-terminated=1): words that are there already
 *
 * Marks the notes that say much the same as an earlier one: the same words but for their order, or
 * four of five of all that the two have.
 */
void
eh_wall_compare (GPtrArray *pieces, const char *const *known)
{
  Index index = {
    .folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify) g_array_unref),
    .sizes = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  int n_known = 0;

  for (; known != NULL && known[n_known] != NULL; n_known++)
    look_up_and_add (&index, known[n_known]);
  for (guint i = 0; i < pieces->len; i++) {
    EhWallPiece *piece = pieces->pdata[i];
    int found = look_up_and_add (&index, piece->text);

    piece->like_known = found >= 0 && found < n_known;
    piece->like = found < 0 ? -1 : piece->like_known ? found : found - n_known;
  }
  g_hash_table_unref (index.folded);
  g_hash_table_unref (index.notes);
  g_array_unref (index.sizes);
}
