/* Finds what somebody said where others copied it: with other quotation marks, dashes, spaces,
 * accents or capitals, with a few words left out for an ellipsis or put into brackets, or only a
 * part of it. All of that is no part of a word; a passage is a run of the same words. Eight words
 * in a row are nobody else's; of something shorter, all of it.
 *
 * The words of everything that was said stand in one array, each as a number; three in a row lead
 * to where they stand in it. */

#include "eh-passages.h"

#include "eh-text.h"

#include <string.h>

/* Of a word; a character of a script that puts no spaces between words is worth half of one. */
#define WORTH_OF_WORD      2
#define WORTH_OF_CHARACTER 1

/* Eight words; and four, of which all that somebody said may consist. */
#define ENOUGH       (8 * WORTH_OF_WORD)
#define ENOUGH_WHOLE (4 * WORTH_OF_WORD)
/* Less than that, letter by letter, stands in many a sentence. */
#define LEAST_LETTERS 12
/* Looked up at once. */
#define RUN 3
/* What stands in brackets is an editor's, if it is no longer than this, in bytes. */
#define LONGEST_ASIDE 40
/* Of one run, so that a text of nothing but the same few words takes no time. */
#define MOST_TRIES 4000

/* Between two things that were said, and for a word that nobody said. */
#define NO_WORD    0u
#define OTHER_WORD G_MAXUINT

typedef struct {
  guint start;
  guint end;
  guint worth;
  guint letters;
} Said;

struct _EhPassages {
  gatomicrefcount refs;
  GHashTable *numbers; /* (element-type utf8 guint): the words */
  GArray *words;       /* (element-type guint) */
  GArray *worths;      /* (element-type guint8), beside @words */
  GArray *owners;      /* (element-type guint), beside @words: of which Said */
  GArray *next;     /* (element-type guint), beside @words: where the same run stands before, +1 */
  GArray *said;     /* (element-type Said) */
  GHashTable *runs; /* (element-type guint64 guint): where a run stands last, +1 */
};

typedef struct {
  guint word;
  guint worth;
  gsize start;
  gsize end;
  gboolean gap; /* something was left out before it */
} Token;

/**
 * eh_passages_new:
 *
 * Returns: (transfer full): nothing that anybody said, to be added to
 */
EhPassages *
eh_passages_new (void)
{
  EhPassages *self = g_new0 (EhPassages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->worths = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->next = g_array_new (FALSE, FALSE, sizeof (guint));
  self->said = g_array_new (FALSE, FALSE, sizeof (Said));
  self->runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

EhPassages *
eh_passages_ref (EhPassages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
eh_passages_unref (EhPassages *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->runs);
  g_array_unref (self->words);
  g_array_unref (self->worths);
  g_array_unref (self->owners);
  g_array_unref (self->next);
  g_array_unref (self->said);
  g_free (self);
}

/* ---- Words ---- */

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xb4 || c == 0x2018 || c == 0x2019 || c == 0x02bc ||
         c == 0x2032 || c == 0xff07;
}

/* Neither part of a word nor between two: soft hyphens, joiners, accents of their own. */
static gboolean
is_nothing (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_ismark (c);
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) && !is_apostrophe (c);
}

/* Of a script without spaces between words. */
static gboolean
is_word_by_itself (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,     G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_THAI,    G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
    G_UNICODE_SCRIPT_MYANMAR,
  };
  GUnicodeScript script;

  if (c < 0x0e00)
    return FALSE;
  script = g_unichar_get_script (c);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

static void
add_folded (GString *word, gunichar c)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c < 0x80) {
    g_string_append_c (word, g_ascii_tolower ((char) c));
    return;
  }
  n = g_unichar_fully_decompose (c, TRUE, apart, G_N_ELEMENTS (apart));
  for (gsize i = 0; i < n; i++)
    if (is_letter (apart[i]))
      g_string_append_unichar (word, g_unichar_tolower (apart[i]));
}

/* The end of a few words in brackets that an editor put there; @at is behind the bracket. A link is
 * in brackets too, and its words are the text's own. */
static const char *
end_of_aside (const char *at)
{
  for (const char *p = at; *p != '\0' && *p != '\n' && p - at <= LONGEST_ASIDE; p++)
    if (*p == ']')
      return p[1] != '(' ? p + 1 : NULL;
  return NULL;
}

typedef void (*TokenFunc) (const char *folded, Token *token, gpointer data);

/* Reads one word from @p on, which is at a letter. */
static const char *
read_word (const char *text, const char *p, GString *word, Token *token)
{
  gboolean single = is_word_by_itself (g_utf8_get_char (p));

  g_string_truncate (word, 0);
  token->start = (gsize) (p - text);
  token->worth = single ? WORTH_OF_CHARACTER : WORTH_OF_WORD;
  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);
    const char *after = g_utf8_next_char (p);

    if (is_letter (c)) {
      if (word->len > 0 && (single || is_word_by_itself (c)))
        break;
      add_folded (word, c);
      token->end = (gsize) (after - text);
    } else if (is_nothing (c)) {
      token->end = (gsize) (after - text);
    } else if (!is_apostrophe (c) || !is_letter (g_utf8_get_char (after))) {
      break;
    }
    p = after;
  }
  return p;
}

static void
for_each_word (const char *text, TokenFunc func, gpointer data)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *p = text;
  guint dots = 0;
  Token token = { 0 };

  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);
    const char *behind = c == '[' ? end_of_aside (p + 1) : NULL;

    if (is_letter (c)) {
      p = read_word (text, p, word, &token);
      if (word->len > 0)
        func (word->str, &token, data);
      token.gap = FALSE;
      dots = 0;
      continue;
    }
    dots = c == '.' ? dots + 1 : g_unichar_isspace (c) ? dots : 0;
    token.gap |= c == 0x2026 || dots >= 3 || behind != NULL;
    p = behind != NULL ? behind : g_utf8_next_char (p);
  }
}

/* ---- What was said ---- */

static guint64
key_of (const guint *words, guint n)
{
  guint64 key = n;

  for (guint i = 0; i < n; i++)
    key = (key ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ (key >> 29);
  return key;
}

static void
add_word (const char *folded, Token *token, gpointer data)
{
  EhPassages *self = data;
  Said *said = &g_array_index (self->said, Said, self->said->len - 1);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
  guint8 worth = (guint8) token->worth;
  guint owner = self->said->len - 1;
  guint none = 0;

  if (number == 0) {
    number = g_hash_table_size (self->numbers) + 1;
    g_hash_table_insert (self->numbers, g_strdup (folded), GUINT_TO_POINTER (number));
  }
  g_array_append_val (self->words, number);
  g_array_append_val (self->worths, worth);
  g_array_append_val (self->owners, owner);
  g_array_append_val (self->next, none);
  said->end++;
  said->worth += token->worth;
  said->letters += (guint) g_utf8_strlen (folded, -1);
}

static void
index_run (EhPassages *self, guint at, guint n)
{
  guint64 key = key_of (&g_array_index (self->words, guint, at), n);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->runs, &key));

  g_array_index (self->next, guint, at) = before;
  g_hash_table_replace (self->runs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (at + 1));
}

/* Takes back what was just added. */
static void
forget_last (EhPassages *self, guint n_words)
{
  g_array_set_size (self->words, n_words);
  g_array_set_size (self->worths, n_words);
  g_array_set_size (self->owners, n_words);
  g_array_set_size (self->next, n_words);
  g_array_set_size (self->said, self->said->len - 1);
}

/**
 * eh_passages_add:
 * @self: what somebody said, not shared yet
 * @said: (nullable): UTF-8: something more; what is too short to be anybody's own is not kept
 */
void
eh_passages_add (EhPassages *self, const char *said)
{
  guint n_words = self->words->len;
  Said fresh = { n_words, n_words, 0, 0 };
  guint length;

  if (eh_text_is_blank (said))
    return;
  g_array_append_val (self->said, fresh);
  for_each_word (said, add_word, self);
  fresh = g_array_index (self->said, Said, self->said->len - 1);
  length = fresh.end - fresh.start;
  if (length == 0 || (fresh.letters < LEAST_LETTERS && fresh.worth < ENOUGH)) {
    forget_last (self, n_words);
    return;
  }
  if (length < RUN)
    index_run (self, fresh.start, length);
  for (guint i = fresh.start; i + RUN <= fresh.end; i++)
    index_run (self, i, RUN);
}

/**
 * eh_passages_is_empty:
 * @self: what somebody said
 *
 * Returns: whether there is nothing to look for
 */
gboolean
eh_passages_is_empty (const EhPassages *self)
{
  return self->said->len == 0;
}

/* ---- Where it stands ---- */

typedef struct {
  const EhPassages *said;
  GArray *tokens;
} Reading;

static void
take_token (const char *folded, Token *token, gpointer data)
{
  Reading *reading = data;
  gpointer number = g_hash_table_lookup (reading->said->numbers, folded);

  token->word = number != NULL ? GPOINTER_TO_UINT (number) : OTHER_WORD;
  g_array_append_val (reading->tokens, *token);
}

static guint
word_at (const EhPassages *self, guint place)
{
  return g_array_index (self->words, guint, place);
}

/* How many words from @i of the text on are those from @place on, up to @end; and their worth. */
static guint
common (const EhPassages *self, GArray *tokens, guint i, guint place, guint end, guint *worth)
{
  guint n = 0;

  *worth = 0;
  while (i + n < tokens->len && place + n < end &&
         g_array_index (tokens, Token, i + n).word == word_at (self, place + n)) {
    *worth += g_array_index (self->worths, guint8, place + n);
    n++;
  }
  return n;
}

/* A part that stands behind something that was left out: the longest that goes on from @place. */
static guint
common_later (const EhPassages *self,
              GArray *tokens,
              guint i,
              guint place,
              guint end,
              guint *found,
              guint *worth)
{
  guint longest = 0;

  for (guint q = place; q < end; q++) {
    guint value;
    guint n = common (self, tokens, i, q, end, &value);

    /* One word alone goes on only as the last that was said. */
    if (n <= longest || (n == 1 && q + 1 != end))
      continue;
    longest = n;
    *found = q;
    *worth = value;
  }
  return longest;
}

/* A part that stands before something that was left out, no further back than word @floor: the
 * longest that ends before @place, and where it begins in what was said. */
static guint
common_before (const EhPassages *self,
               GArray *tokens,
               guint i,
               guint floor,
               guint start,
               guint place,
               guint *found)
{
  guint longest = 0;

  for (guint q = start + 1; q <= place; q++) {
    guint n = 0;

    while (i - n > floor && q - n > start &&
           (n == 0 || !g_array_index (tokens, Token, i - n).gap) &&
           g_array_index (tokens, Token, i - n - 1).word == word_at (self, q - n - 1))
      n++;
    if (n <= longest || (n == 1 && q != start + 1))
      continue;
    longest = n;
    *found = q - n;
  }
  return longest;
}

/* A run of words of the text. */
typedef struct {
  guint start;
  guint end;
  gboolean sure;
} Run;

/* Follows what was said at @place from word @i of the text on, and back to word @floor.
 * Returns: whether it is enough */
static gboolean
follow (const EhPassages *self, GArray *tokens, guint i, guint floor, guint place, Run *run)
{
  const Said *said = &g_array_index (self->said, Said, g_array_index (self->owners, guint, place));
  guint worth, more, at;
  guint n = common (self, tokens, i, place, said->end, &worth);
  gboolean whole = place == said->start && place + n == said->end;

  if (n == 0)
    return FALSE;
  at = place + n;
  run->start = i;
  run->end = i + n;
  while (run->end < tokens->len && g_array_index (tokens, Token, run->end).gap && at < said->end) {
    guint found = at;

    n = common_later (self, tokens, run->end, at, said->end, &found, &more);
    if (n == 0)
      break;
    worth += more;
    run->end += n;
    at = found + n;
  }
  while (run->start > floor && g_array_index (tokens, Token, run->start).gap) {
    n = common_before (self, tokens, run->start, floor, said->start, place, &place);
    if (n == 0)
      break;
    run->start -= n;
    for (guint k = 0; k < n; k++)
      worth += g_array_index (self->worths, guint8, place + k);
  }
  run->sure = worth >= ENOUGH || (whole && worth >= ENOUGH_WHOLE);
  return worth >= ENOUGH || (whole && said->letters >= LEAST_LETTERS);
}

static gboolean
longest_from (const EhPassages *self, GArray *tokens, guint i, guint floor, Run *longest)
{
  longest->start = longest->end = i;
  for (guint n = 1; n <= RUN && i + n <= tokens->len; n++) {
    guint words[RUN];
    guint64 key;
    guint place;

    for (guint k = 0; k < n; k++)
      words[k] = g_array_index (tokens, Token, i + k).word;
    if (words[n - 1] == OTHER_WORD)
      break;
    key = key_of (words, n);
    place = GPOINTER_TO_UINT (g_hash_table_lookup (self->runs, &key));
    for (guint tries = 0; place > 0 && tries < MOST_TRIES;
         tries++, place = g_array_index (self->next, guint, place - 1)) {
      Run run = { 0 };

      if (follow (self, tokens, i, floor, place - 1, &run) &&
          run.end - run.start > longest->end - longest->start)
        *longest = run;
    }
  }
  return longest->end > longest->start;
}

/**
 * eh_passages_touch:
 * @self: what somebody said
 * @text: (nullable): UTF-8: any text
 *
 * Cheap, for choosing which of many texts to compare with it the other way round.
 *
 * Returns: whether @text shares a few words in a row with it; always for a text of fewer words
 */
gboolean
eh_passages_touch (const EhPassages *self, const char *text)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  Reading reading = { self, tokens };

  if (eh_text_is_blank (text))
    return FALSE;
  for_each_word (text, take_token, &reading);
  if (tokens->len < RUN)
    return TRUE;
  for (guint i = 0; i + RUN <= tokens->len; i++) {
    guint words[RUN];
    guint64 key;

    for (guint k = 0; k < RUN; k++)
      words[k] = g_array_index (tokens, Token, i + k).word;
    key = key_of (words, RUN);
    if (g_hash_table_contains (self->runs, &key))
      return TRUE;
  }
  return FALSE;
}

static gboolean
opens (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xab || c == 0xbb || c == 0x2018 || c == 0x201a ||
         c == 0x201c || c == 0x201d || c == 0x201e || c == 0x2039 || c == 0x300c || c == 0x300e;
}

static gboolean
closes (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xab || c == 0xbb || c == 0x2018 || c == 0x2019 ||
         c == 0x201c || c == 0x201d || c == 0x203a || c == 0x300d || c == 0x300f;
}

static gboolean
is_markup (gunichar c)
{
  return c == '*' || c == '_';
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ',' || c == ';' || c == ':' || c == 0x2026 ||
         c == 0x3002;
}

/* Takes in the quotation marks around it, with the full stop before the second. */
static gboolean
widen (const char *text, EhPassage *passage)
{
  const char *before = text + passage->start;
  const char *behind = text + passage->end;

  do
    before = g_utf8_find_prev_char (text, before);
  while (before != NULL && is_markup (g_utf8_get_char (before)));
  while (*behind != '\0' &&
         (is_markup (g_utf8_get_char (behind)) || ends_sentence (g_utf8_get_char (behind))))
    behind = g_utf8_next_char (behind);
  if (before == NULL || *behind == '\0' || !opens (g_utf8_get_char (before)) ||
      !closes (g_utf8_get_char (behind)))
    return FALSE;
  passage->start = (gsize) (before - text);
  passage->end = (gsize) (g_utf8_next_char (behind) - text);
  return TRUE;
}

static gboolean
has_letter (const char *from, const char *to, gboolean stop_at_line)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p)) {
    if (stop_at_line && *p == '\n')
      return FALSE;
    if (is_letter (g_utf8_get_char (p)))
      return TRUE;
  }
  return FALSE;
}

/* Nothing else is in its line. */
static gboolean
is_line (const char *text, const EhPassage *passage)
{
  const char *start = text + passage->start;

  while (start > text && start[-1] != '\n')
    start--;
  return !has_letter (start, text + passage->start, FALSE) &&
         !has_letter (text + passage->end, text + strlen (text), TRUE);
}

/**
 * eh_passages_find:
 * @self: what somebody said
 * @text: (nullable): UTF-8: any text
 *
 * Returns: (transfer full) (nullable) (element-type EhPassage): where it stands in @text, from the
 * beginning on and none inside another; %NULL for nowhere
 */
GArray *
eh_passages_find (const EhPassages *self, const char *text)
{
  g_autoptr (GArray) tokens = NULL;
  GArray *found = NULL;
  Reading reading;

  if (text == NULL || eh_passages_is_empty (self) || strlen (text) < LEAST_LETTERS / 2)
    return NULL;
  tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  reading = (Reading){ self, tokens };
  for_each_word (text, take_token, &reading);
  for (guint i = 0, floor = 0; i < tokens->len;) {
    EhPassage passage;
    Run run = { 0 };

    if (!longest_from (self, tokens, i, floor, &run)) {
      i++;
      continue;
    }
    passage.start = g_array_index (tokens, Token, run.start).start;
    passage.end = g_array_index (tokens, Token, run.end - 1).end;
    passage.sure = run.sure | widen (text, &passage);
    passage.sure |= is_line (text, &passage);
    if (found == NULL)
      found = g_array_new (FALSE, FALSE, sizeof (EhPassage));
    g_array_append_val (found, passage);
    i = floor = run.end;
  }
  return found;
}

static void
append_folded (const char *folded, Token *token, gpointer data)
{
  g_string_append_printf (data, "%s ", folded);
}

/**
 * eh_passages_fold:
 * @text: UTF-8
 * @passage: a part of it
 *
 * Returns: (transfer full): the words of that part, the same for every way to write them
 */
char *
eh_passages_fold (const char *text, const EhPassage *passage)
{
  g_autofree char *part = g_strndup (text + passage->start, passage->end - passage->start);
  GString *folded = g_string_new (NULL);

  for_each_word (part, append_folded, folded);
  return g_string_free (folded, FALSE);
}

/**
 * eh_passages_are_all:
 * @text: UTF-8
 * @found: (element-type EhPassage): parts of it, in their order
 *
 * Returns: whether no word stands anywhere else in @text
 */
gboolean
eh_passages_are_all (const char *text, GArray *found)
{
  const char *from = text;

  for (guint i = 0; i < found->len; i++) {
    const EhPassage *passage = &g_array_index (found, EhPassage, i);

    if (has_letter (from, text + passage->start, FALSE))
      return FALSE;
    from = text + passage->end;
  }
  return !has_letter (from, from + strlen (from), FALSE);
}

/**
 * eh_passages_replace:
 * @text: UTF-8
 * @found: (element-type EhPassage): parts of it, in their order
 * @instead: what shall stand there
 *
 * Returns: (transfer full): @text with @instead for each of them, once where no word is between two
 */
char *
eh_passages_replace (const char *text, GArray *found, const char *instead)
{
  GString *out = g_string_new (NULL);
  const char *from = text;

  for (guint i = 0; i < found->len; i++) {
    const EhPassage *passage = &g_array_index (found, EhPassage, i);
    const char *start = text + passage->start;

    if (i == 0 || has_letter (from, start, FALSE)) {
      g_string_append_len (out, from, start - from);
      g_string_append (out, instead);
    }
    from = text + passage->end;
  }
  g_string_append (out, from);
  return g_string_free (out, FALSE);
}
