/* The small markup in which people's words of a document are kept:
 *
 *   **strong**  *emphasis*  [words](https://...)  [words](#block)  [@key]  [@key, p. 4]  ^[a note]
 *
 * A backslash takes the meaning from the mark after it, and "\|" is nothing at all: it parts two
 * marks. What is not well formed is what it looks like: "5* hotel", "f**k" and "[sic]" are words.
 * Reading never fails and takes time in proportion to the text: brackets are paired in one pass,
 * and of the marks that are still open no more than MAX_OPEN are looked through. Writing what was
 * read gives what reads the same. */

#include "eh-markup.h"

#include "eh-text.h"

#include <string.h>

#define MAX_OPEN    32
#define MAX_STARS   3
#define MAX_KEY     100
#define MAX_ADDRESS 2000

typedef enum {
  TOKEN_PIECE,
  TOKEN_STARS
} TokenKind;

/* A piece, or a row of asterisks: some close what was open, some are words, some open. */
typedef struct {
  TokenKind kind;
  EhMarkupPiece piece;
  guint left; /* asterisks that are neither */
  gboolean closes[2];
  gboolean opens[2];
} Token;

enum {
  SINGLE,
  DOUBLE
};

typedef struct {
  const char *text;
  guint length;
  guint *pair;    /* of an opening bracket: where its other is; 0 for none */
  GArray *tokens; /* (element-type Token) */
  GArray *open;   /* (element-type guint): tokens that may open something */
  GString *words; /* that no token holds yet */
} Parse;

static void
piece_clear (gpointer data)
{
  EhMarkupPiece *piece = data;

  g_free (piece->text);
  g_free (piece->target);
}

/**
 * eh_markup_pieces_new:
 *
 * Returns: (transfer full) (element-type EhMarkupPiece): no pieces
 */
GArray *
eh_markup_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (EhMarkupPiece));

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

/**
 * eh_markup_pieces_add:
 * @text: (nullable): its words
 * @target: (nullable): where it leads
 *
 * Adds a piece; words of one style that follow one another are one piece, and empty words none.
 */
void
eh_markup_pieces_add (
    GArray *pieces, EhMarkupKind kind, EhMarkupStyle style, const char *text, const char *target)
{
  EhMarkupPiece piece = { kind, style, NULL, NULL };
  EhMarkupPiece *last = pieces->len > 0 ? &g_array_index (pieces, EhMarkupPiece, pieces->len - 1)
                                        : NULL;

  text = text != NULL ? text : "";
  if (kind == EH_MARKUP_TEXT && text[0] == '\0')
    return;
  if (kind == EH_MARKUP_TEXT && last != NULL && last->kind == kind && last->style == style) {
    char *joined = g_strconcat (last->text, text, NULL);

    g_free (last->text);
    last->text = joined;
    return;
  }
  piece.text = g_strdup (text);
  piece.target = g_strdup (target);
  g_array_append_val (pieces, piece);
}

/* Whether a backslash takes the meaning from @c. */
static gboolean
is_mark (char c)
{
  return c != '\0' && strchr ("\\*[]()^|", c) != NULL;
}

static gboolean
is_blank_line (const char *line_feed)
{
  const char *p = line_feed + 1;

  while (*p == ' ' || *p == '\t' || *p == '\r')
    p++;
  return *p == '\n';
}

/* The same in markup, where "\\|" between two line feeds is nothing, and keeps nothing apart. */
static gboolean
is_blank_line_of_markup (const char *line_feed)
{
  const char *p = line_feed + 1;

  while (*p == ' ' || *p == '\t' || *p == '\r' || (p[0] == '\\' && p[1] == '|'))
    p += *p == '\\' ? 2 : 1;
  return *p == '\n';
}

static char *
unescape (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++) {
    if (text[i] == '\\' && i + 1 < length && is_mark (text[i + 1])) {
      i++;
      if (text[i] == '|')
        continue;
    }
    g_string_append_c (out, text[i]);
  }
  return g_string_free (out, FALSE);
}

static void
pair_with (Parse *self, GArray *open, guint at)
{
  if (open->len == 0)
    return;
  self->pair[g_array_index (open, guint, open->len - 1)] = at;
  g_array_set_size (open, open->len - 1);
}

/* Square brackets pair within a paragraph, round ones within an address. */
static void
pair_brackets (Parse *self)
{
  g_autoptr (GArray) square = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) round = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->length; i++) {
    char c = self->text[i];

    if (c == '\\' && is_mark (self->text[i + 1]))
      i++;
    else if (c == '[')
      g_array_append_val (square, i);
    else if (c == ']')
      pair_with (self, square, i);
    else if (c == '(' && (round->len > 0 || (i > 0 && self->text[i - 1] == ']')))
      g_array_append_val (round, i);
    else if (c == ')')
      pair_with (self, round, i);
    if (g_ascii_isspace (c))
      g_array_set_size (round, 0);
    if (c == '\n' && is_blank_line_of_markup (self->text + i))
      g_array_set_size (square, 0);
  }
}

/* Puts the words so far among the tokens. */
static void
flush (Parse *self)
{
  Token token = { .kind = TOKEN_PIECE };

  if (self->words->len == 0)
    return;
  token.piece.kind = EH_MARKUP_TEXT;
  token.piece.text = g_strdup (self->words->str);
  g_array_append_val (self->tokens, token);
  g_string_truncate (self->words, 0);
}

/* Takes @text and @target. */
static void
add_piece (Parse *self, EhMarkupKind kind, EhMarkupStyle style, char *text, char *target)
{
  Token token = { .kind = TOKEN_PIECE, .piece = { kind, style, text, target } };

  flush (self);
  g_array_append_val (self->tokens, token);
}

static gboolean
is_reference (const char *address)
{
  if (address[0] != '#' || address[1] == '\0' || strlen (address) > MAX_KEY)
    return FALSE;
  for (const char *p = address + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && (guchar) *p < 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
is_address (const char *address)
{
  static const char *const schemes[] = { "http", "https", "mailto", NULL };
  g_autofree char *safe = g_uri_escape_string (address, "%:/?#[]@!$&'()*+,;=-._~", FALSE);
  const char *scheme = g_uri_peek_scheme (safe);

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return FALSE;
  return strlen (safe) > strlen (scheme) + 1 &&
         g_uri_is_valid (safe, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* Asterisks around all the words of a link say how the link stands out. */
static EhMarkupStyle
peel (const char **words, gsize *length)
{
  static const EhMarkupStyle styles[] = { EH_MARKUP_PLAIN, EH_MARKUP_EMPHASIS, EH_MARKUP_STRONG,
                                          EH_MARKUP_STRONG | EH_MARKUP_EMPHASIS };
  const char *text = *words;
  gsize n = 0;

  while (n < MAX_STARS && 2 * n + 2 < *length && text[n] == '*' && text[*length - 1 - n] == '*')
    n++;
  if (n == 0 || text[*length - 1 - n] == '\\' || memchr (text + n, '*', *length - 2 * n) != NULL)
    return EH_MARKUP_PLAIN;
  *words += n;
  *length -= 2 * n;
  return styles[n];
}

/* "[words](address)" at @at; returns where it ends, or 0 when it is not one. */
static guint
parse_link (Parse *self, guint at)
{
  guint close = self->pair[at];
  guint end = close > 0 && self->text[close + 1] == '(' ? self->pair[close + 1] : 0;
  const char *words = self->text + at + 1;
  gsize length = close - at - 1;
  EhMarkupStyle style;
  g_autofree char *address = NULL;
  g_autofree char *plain = NULL;
  gboolean inside;

  if (end == 0 || end - close > MAX_ADDRESS)
    return 0;
  address = unescape (self->text + close + 2, end - close - 2);
  inside = is_reference (address);
  if (!inside && !is_address (address))
    return 0;
  style = peel (&words, &length);
  plain = unescape (words, length);
  if (!inside && eh_text_is_blank (plain))
    return 0;
  if (inside)
    add_piece (self, EH_MARKUP_REFERENCE, style, g_steal_pointer (&plain), g_strdup (address + 1));
  else
    add_piece (self, EH_MARKUP_LINK, style, g_steal_pointer (&plain), g_steal_pointer (&address));
  return end + 1;
}

static gboolean
is_key (const char *key)
{
  gsize length = strlen (key);

  return length > 0 && length <= MAX_KEY && strpbrk (key, " \t\r\n[]()*\\^@,;|") == NULL;
}

/* "[@key]" or "[@key, p. 4]" at @at; returns where it ends, or 0 when it is not one. */
static guint
parse_citation (Parse *self, guint at)
{
  guint close = self->pair[at];
  const char *from = self->text + at + 2;
  const char *comma;
  g_autofree char *key = NULL;
  g_autofree char *place = NULL;

  if (close == 0 || self->text[at + 1] != '@')
    return 0;
  comma = memchr (from, ',', (gsize) (self->text + close - from));
  key = g_strndup (from, (gsize) ((comma != NULL ? comma : self->text + close) - from));
  if (comma != NULL)
    place = g_strstrip (unescape (comma + 1, (gsize) (self->text + close - comma - 1)));
  if (!is_key (key) || (place != NULL && place[0] == '\0'))
    return 0;
  add_piece (self, EH_MARKUP_CITATION, EH_MARKUP_PLAIN,
             place != NULL ? g_steal_pointer (&place) : g_strdup (""), g_steal_pointer (&key));
  return close + 1;
}

/* "^[note]" at @at; returns where it ends, or 0 when it is not one. */
static guint
parse_note (Parse *self, guint at)
{
  guint close = self->text[at + 1] == '[' ? self->pair[at + 1] : 0;
  g_autofree char *note = NULL;

  if (close == 0)
    return 0;
  note = g_strndup (self->text + at + 2, close - at - 2);
  if (eh_text_is_blank (note))
    return 0;
  add_piece (self, EH_MARKUP_NOTE, EH_MARKUP_PLAIN, g_steal_pointer (&note), NULL);
  return close + 1;
}

/* Scripts that put no blanks between words, so that a mark cannot be told by them. */
static gboolean
is_spaceless (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,     G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_THAI,    G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
    G_UNICODE_SCRIPT_MYANMAR, G_UNICODE_SCRIPT_TIBETAN,
  };
  GUnicodeScript script = g_unichar_get_script (c);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i] == script)
      return TRUE;
  return FALSE;
}

/* Whether a mark between these two is inside a word, and thus a part of it: "2*3*4", "f**k". */
static gboolean
is_inside_word (gunichar before, gunichar after)
{
  return g_unichar_isalnum (before) && g_unichar_isalnum (after) && !is_spaceless (before) &&
         !is_spaceless (after);
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c > 0 && c < 0x80 && strchr (set, (char) c) != NULL;
}

static gboolean
may_open (gunichar before, gunichar after)
{
  return after != 0 && !g_unichar_isspace (after) && !is_one_of (after, ")]}.,;:!?") &&
         !is_inside_word (before, after);
}

static gboolean
may_close (gunichar before, gunichar after)
{
  return before != 0 && !g_unichar_isspace (before) && !is_one_of (before, "([{") &&
         !is_inside_word (before, after);
}

/* How many asterisks of @opener and @closer belong together. */
static guint
common (guint opener, guint closer)
{
  if (opener >= 2 && closer >= 2)
    return 2;
  return opener != 2 && closer != 2 ? 1 : 0;
}

static void
close_stars (Parse *self, Token *closer)
{
  guint i = self->open->len;

  while (closer->left > 0 && i > 0) {
    Token *opener = &g_array_index (self->tokens, Token, g_array_index (self->open, guint, i - 1));
    guint n = common (opener->left, closer->left);

    if (n == 0) {
      i--;
      continue;
    }
    opener->opens[n - 1] = TRUE;
    opener->left -= n;
    closer->closes[n - 1] = TRUE;
    closer->left -= n;
    /* What opened in between stays words. */
    if (opener->left == 0)
      i--;
    g_array_set_size (self->open, i);
  }
}

/* A row of asterisks at @at; returns where it ends. */
static guint
parse_stars (Parse *self, guint at)
{
  const char *text = self->text;
  guint end = at;
  Token token = { .kind = TOKEN_STARS };
  gunichar before = at > 0 ? g_utf8_get_char (g_utf8_prev_char (text + at)) : 0;
  gunichar after;
  gboolean opens;

  while (text[end] == '*')
    end++;
  after = g_utf8_get_char (text + end);
  opens = may_open (before, after);
  if (end - at > MAX_STARS || !(opens || may_close (before, after))) {
    g_string_append_len (self->words, text + at, end - at);
    return end;
  }
  flush (self);
  token.left = end - at;
  if (may_close (before, after))
    close_stars (self, &token);
  g_array_append_val (self->tokens, token);
  if (opens && token.left > 0) {
    guint index = self->tokens->len - 1;

    if (self->open->len == MAX_OPEN)
      g_array_remove_index (self->open, 0);
    g_array_append_val (self->open, index);
  }
  return end;
}

static void
tokenise (Parse *self)
{
  guint i = 0;

  while (i < self->length) {
    const char *p = self->text + i;
    guint next = 0;

    if (*p == '\\' && is_mark (p[1])) {
      if (p[1] != '|')
        g_string_append_c (self->words, p[1]);
      i += 2;
      continue;
    }
    if (*p == '*')
      next = parse_stars (self, i);
    else if (*p == '[')
      next = p[1] == '@' ? parse_citation (self, i) : parse_link (self, i);
    else if (*p == '^')
      next = parse_note (self, i);
    if (*p == '\n' && is_blank_line_of_markup (p))
      g_array_set_size (self->open, 0);
    if (next > 0) {
      i = next;
    } else {
      g_string_append_c (self->words, *p);
      i++;
    }
  }
  flush (self);
}

/* Words that follow one another in one style, until something else comes. */
static void
end_words (GArray *pieces, GString *words, EhMarkupStyle style)
{
  if (words->len > 0)
    eh_markup_pieces_add (pieces, EH_MARKUP_TEXT, style, words->str, NULL);
  g_string_truncate (words, 0);
}

static GArray *
join (Parse *self)
{
  GArray *pieces = eh_markup_pieces_new ();
  guint depth[2] = { 0, 0 };
  EhMarkupStyle before = EH_MARKUP_PLAIN;

  for (guint i = 0; i < self->tokens->len; i++) {
    Token *token = &g_array_index (self->tokens, Token, i);
    EhMarkupPiece *piece = &token->piece;
    EhMarkupStyle style;

    for (guint k = 0; k < 2; k++)
      depth[k] -= token->closes[k] ? 1 : 0;
    style = (depth[DOUBLE] > 0 ? EH_MARKUP_STRONG : 0) |
            (depth[SINGLE] > 0 ? EH_MARKUP_EMPHASIS : 0);
    if (style != before)
      end_words (pieces, self->words, before);
    before = style;
    if (token->kind == TOKEN_STARS) {
      g_string_append (self->words, &"***"[MAX_STARS - token->left]);
    } else if (piece->kind == EH_MARKUP_TEXT) {
      g_string_append (self->words, piece->text);
    } else {
      end_words (pieces, self->words, style);
      eh_markup_pieces_add (pieces, piece->kind, style | piece->style, piece->text, piece->target);
    }
    piece_clear (piece);
    for (guint k = 0; k < 2; k++)
      depth[k] += token->opens[k] ? 1 : 0;
  }
  end_words (pieces, self->words, before);
  return pieces;
}

/**
 * eh_markup_parse:
 * @markup: (nullable): words with marks
 *
 * Returns: (transfer full) (element-type EhMarkupPiece): the pieces of @markup in their order
 */
GArray *
eh_markup_parse (const char *markup)
{
  g_autofree char *text = g_utf8_make_valid (markup != NULL ? markup : "", -1);
  Parse self = { .text = text, .length = (guint) strlen (text) };
  GArray *pieces;

  self.pair = g_new0 (guint, self.length + 2);
  self.tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  self.open = g_array_new (FALSE, FALSE, sizeof (guint));
  self.words = g_string_new (NULL);
  pair_brackets (&self);
  tokenise (&self);
  pieces = join (&self);
  g_free (self.pair);
  g_array_unref (self.tokens);
  g_array_unref (self.open);
  g_string_free (self.words, TRUE);
  return pieces;
}

/**
 * eh_markup_plain:
 * @markup: (nullable): words with marks
 *
 * Returns: (transfer full): the words alone, without notes and citations: for searching, counting
 *   and labels
 */
char *
eh_markup_plain (const char *markup)
{
  g_autoptr (GArray) pieces = eh_markup_parse (markup);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const EhMarkupPiece *piece = &g_array_index (pieces, EhMarkupPiece, i);

    if (piece->kind == EH_MARKUP_CITATION && out->len > 0 && out->str[out->len - 1] == ' ')
      g_string_truncate (out, out->len - 1);
    if (piece->kind != EH_MARKUP_CITATION && piece->kind != EH_MARKUP_NOTE)
      g_string_append (out, piece->text);
  }
  return g_string_free (out, FALSE);
}

/* How much is escaped when writing: as little as reads the same. */
typedef enum {
  ESCAPE_NOTHING,
  ESCAPE_STARS,
  ESCAPE_ALL
} Escape;

static void
append_escaped (GString *out, const char *text, const char *marks)
{
  for (const char *p = text; *p != '\0'; p++) {
    if (strchr (marks, *p) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
}

/**
 * eh_markup_escape:
 * @plain: (nullable): words without marks
 *
 * Returns: (transfer full): what eh_markup_parse() reads as @plain: @plain itself where it can be
 */
char *
eh_markup_escape (const char *plain)
{
  const EhMarkupPiece piece = { EH_MARKUP_TEXT, EH_MARKUP_PLAIN, (char *) plain, NULL };

  return plain != NULL ? eh_markup_write (&piece, 1, FALSE) : g_strdup ("");
}

static void
append_piece (GString *out, const EhMarkupPiece *piece, Escape escape)
{
  static const char *const marks[] = { "", "*", "\\*[]^" };
  const char *inner = escape == ESCAPE_ALL ? "\\*[]^" : "*[]^";

  switch (piece->kind) {
  case EH_MARKUP_TEXT:
    append_escaped (out, piece->text, marks[escape]);
    break;
  case EH_MARKUP_LINK:
  case EH_MARKUP_REFERENCE:
    g_string_append_c (out, '[');
    append_escaped (out, piece->text, inner);
    g_string_append (out, piece->kind == EH_MARKUP_REFERENCE ? "](#" : "](");
    append_escaped (out, piece->target, escape == ESCAPE_ALL ? "\\()" : "");
    g_string_append_c (out, ')');
    break;
  case EH_MARKUP_CITATION:
    g_string_append_printf (out, "[@%s%s", piece->target, piece->text[0] != '\0' ? ", " : "");
    append_escaped (out, piece->text, inner);
    g_string_append_c (out, ']');
    break;
  case EH_MARKUP_NOTE:
    g_string_append_printf (out, "^[%s]", piece->text);
    break;
  default:
    g_assert_not_reached ();
  }
}

static gunichar
last_char (const GString *text)
{
  return text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : 0;
}

/* Appends words of one style, with marks around them, and "\|" where the marks would not be told
 * from words. */
static void
append_styled (GString *out, const GString *words, EhMarkupStyle style, gboolean after_mark)
{
  const char *stars = &"***"[MAX_STARS - (style & EH_MARKUP_STRONG ? 2 : 0) -
                             (style & EH_MARKUP_EMPHASIS ? 1 : 0)];
  gunichar before = last_char (out);
  gunichar first = g_utf8_get_char (words->str);
  gunichar last = last_char (words);

  if (after_mark && (g_unichar_isalnum (first) || style != EH_MARKUP_PLAIN || first == '*'))
    g_string_append (out, "\\|");
  else if (style != EH_MARKUP_PLAIN && (g_unichar_isalnum (before) || before == '*'))
    g_string_append (out, "\\|");
  g_string_append (out, stars);
  if (style != EH_MARKUP_PLAIN && !may_open (0, first))
    g_string_append (out, "\\|");
  g_string_append_len (out, words->str, (gssize) words->len);
  if (style != EH_MARKUP_PLAIN && !may_close (last, 0))
    g_string_append (out, "\\|");
  g_string_append (out, stars);
}

static char *
write_with (const GArray *pieces, Escape escape)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  EhMarkupStyle before = EH_MARKUP_PLAIN;

  for (guint i = 0; i < pieces->len; i++) {
    const EhMarkupPiece *piece = &g_array_index (pieces, EhMarkupPiece, i);
    gboolean last = i + 1 == pieces->len || piece[1].style != piece->style;

    append_piece (words, piece, escape);
    if (!last)
      continue;
    append_styled (out, words, piece->style, before != EH_MARKUP_PLAIN);
    before = piece->style;
    g_string_truncate (words, 0);
  }
  return g_string_free (out, FALSE);
}

/* The gap between two paragraphs at or after @text: white space with two line feeds in it. */
static const char *
find_gap (const char *text, const char **end)
{
  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    if (is_blank_line (p)) {
      *end = p + strspn (p, " \t\r\n");
      return p;
    }
  return NULL;
}

/* A copy of @pieces in which nothing stands out across a gap between paragraphs. */
static GArray *
normalise (const EhMarkupPiece *pieces, guint n_pieces)
{
  GArray *out = eh_markup_pieces_new ();

  for (guint i = 0; i < n_pieces; i++) {
    const EhMarkupPiece *piece = &pieces[i];
    g_autofree char *valid = g_utf8_make_valid (piece->text != NULL ? piece->text : "", -1);
    const char *rest = valid;
    const char *end = NULL;

    while (piece->kind == EH_MARKUP_TEXT && piece->style != EH_MARKUP_PLAIN &&
           find_gap (rest, &end) != NULL) {
      const char *gap = find_gap (rest, &end);
      g_autofree char *words = g_strndup (rest, (gsize) (gap - rest));
      g_autofree char *blank = g_strndup (gap, (gsize) (end - gap));

      eh_markup_pieces_add (out, piece->kind, piece->style, words, NULL);
      eh_markup_pieces_add (out, piece->kind, EH_MARKUP_PLAIN, blank, NULL);
      rest = end;
    }
    eh_markup_pieces_add (out, piece->kind, piece->style, rest, piece->target);
  }
  return out;
}

static gboolean
are_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const EhMarkupPiece *x = &g_array_index (a, EhMarkupPiece, i);
    const EhMarkupPiece *y = &g_array_index (b, EhMarkupPiece, i);

    if (x->kind != y->kind || x->style != y->style || strcmp (x->text, y->text) != 0 ||
        g_strcmp0 (x->target, y->target) != 0)
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_markup_write:
 * @pieces: (array length=n_pieces): what to write
 * @enclosed: whether the result is to stand within brackets, as the words of a note do
 *
 * Returns: (transfer full): what eh_markup_parse() reads as @pieces, with as few marks as that
 * takes
 */
char *
eh_markup_write (const EhMarkupPiece *pieces, guint n_pieces, gboolean enclosed)
{
  g_autoptr (GArray) wanted = normalise (pieces, n_pieces);
  char *markup = NULL;

  for (Escape escape = enclosed ? ESCAPE_ALL : ESCAPE_NOTHING; escape <= ESCAPE_ALL; escape++) {
    g_autoptr (GArray) read = NULL;

    g_free (markup);
    markup = write_with (wanted, escape);
    read = eh_markup_parse (markup);
    if (are_equal (wanted, read))
      break;
  }
  return markup;
}
