/* A plain text taken apart into sentences and words, in one pass.
 *
 * Sentences end as Unicode's text segmentation has it (UAX #29, sentence boundaries): at a stop,
 * with quotation marks and brackets that close after it, before a blank; not where what follows is
 * a small letter or the stop is inside a number. A line ends a sentence too, for an item of a list
 * has no stop. Beyond those rules the stop of an abbreviation ("e.g.", "Dr.") and of an initial
 * ("J. Smith") ends nothing. Words are runs of letters, marks and digits, with an apostrophe,
 * hyphen or stop between two of them; in scripts that write no blanks a run is one word, which is
 * why nothing is counted there. */

#include "eh-prose.h"

#include <string.h>

/* How far to look for what follows a stop: more punctuation than this is no sentence. */
#define LOOK_AHEAD 8

/* Only what is hardly ever the last word of a sentence. */
static const char *const abbreviations[] = {
  "dr",  "mr",   "mrs",    "ms",  "prof", "rev", "st",  "nos", "fig", "figs", "p",    "pp",   "al",
  "vol", "eds",  "approx", "ca",  "cf",   "vs",  "viz", "jan", "feb", "aug",  "sept", "oct",  "nov",
  "dec", "dept", "incl",   "tel", "e.g",  "i.e", "h.y", "e.e", "z.b", "d.h",  "bzw",  "p.ex",
};

typedef struct {
  EhProse *prose;
  const char *at;
  guint offset;
  gboolean open; /* a sentence has begun */
  guint begin;   /* its first character */
  guint end;     /* one past its last that is no blank */
  guint first_word;
} Walk;

static void
end_sentence (Walk *walk)
{
  const EhProseSentence sentence = { walk->begin, walk->end - walk->begin, walk->first_word,
                                     walk->prose->words->len - walk->first_word };

  if (walk->open && sentence.n_words > 0)
    g_array_append_val (walk->prose->sentences, sentence);
  walk->open = FALSE;
  walk->first_word = walk->prose->words->len;
}

static gboolean
in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Between two letters it belongs to the word: "can't", "co-design", "e.g", "1,000". */
static gboolean
joins (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.' ||
         c == ',' || c == '&' || c == 0xad;
}

/* A stop or comma joins figures, and the letters of "e.g."; not two words without a blank between.
 */
static gboolean
joins_here (gunichar c, const char *before, const char *after)
{
  gunichar left = g_utf8_get_char (before);
  gunichar right = *after != '\0' ? g_utf8_get_char (after) : 0;
  const char *second;

  if (!joins (c) || !in_word (right))
    return FALSE;
  if (c == ',')
    return g_unichar_isdigit (left) && g_unichar_isdigit (right);
  if (c == '&')
    return g_unichar_isupper (left) && g_unichar_isupper (right);
  if (c != '.')
    return TRUE;
  if (g_unichar_isdigit (left))
    return g_unichar_isdigit (right);
  second = g_utf8_next_char (after);
  return g_unichar_isalpha (right) && (*second == '\0' || !in_word (g_utf8_get_char (second)));
}

static void
take_word (Walk *walk)
{
  EhProseWord word = { .start = (guint) (walk->at - walk->prose->text),
                       .offset = walk->offset,
                       .sentence = walk->prose->sentences->len };
  const char *before = walk->at;

  while (*walk->at != '\0') {
    gunichar c = g_utf8_get_char (walk->at);
    const char *next = g_utf8_next_char (walk->at);

    if (!in_word (c) && !joins_here (c, before, next))
      break;
    word.n_letters += g_unichar_isalpha (c);
    word.n_capitals += g_unichar_isupper (c);
    before = walk->at;
    walk->at = next;
    walk->offset++;
  }
  word.length = (guint) (walk->at - walk->prose->text) - word.start;
  word.n_chars = walk->offset - word.offset;
  if (!walk->open) {
    walk->open = TRUE;
    walk->begin = word.offset;
  }
  g_array_append_val (walk->prose->words, word);
  walk->end = walk->offset;
}

/* The stop after the last word is not the end of a sentence. */
static gboolean
is_abbreviation (const Walk *walk)
{
  const EhProseWord *word;
  char folded[8];

  if (walk->prose->words->len == walk->first_word)
    return FALSE;
  word = eh_prose_word (walk->prose, walk->prose->words->len - 1);
  if (walk->prose->text + word->start + word->length != walk->at)
    return FALSE;
  if (word->n_chars == 1 && word->n_capitals == 1)
    return walk->prose->text[word->start] != 'I';
  if (word->length >= sizeof folded)
    return FALSE;
  for (guint i = 0; i < word->length; i++)
    folded[i] = g_ascii_tolower (walk->prose->text[word->start + i]);
  folded[word->length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strcmp (abbreviations[i], folded) == 0)
      return TRUE;
  return FALSE;
}

/* Stops of scripts that write no blank after them end a sentence at once. */
static gboolean
is_wide_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff0e || c == 0xff01 || c == 0xff1f || c == 0xff61;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203d || c == 0x061f ||
         c == 0x06d4 || c == 0x0964 || c == 0x0965 || c == 0x1362 || c == 0x0589 ||
         is_wide_stop (c);
}

static gboolean
closes (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Whether the first letter after the blanks at @at is a small one: the sentence goes on. */
static gboolean
goes_on (const char *at)
{
  for (guint i = 0; i < LOOK_AHEAD && *at != '\0' && *at != '\n'; i++, at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (in_word (c))
      return g_unichar_islower (c);
    if (!g_unichar_isspace (c) && !g_unichar_ispunct (c))
      return FALSE;
  }
  return FALSE;
}

static void
take_stop (Walk *walk, gunichar c)
{
  gboolean wide = is_wide_stop (c);
  gboolean shortened = c == '.' && is_abbreviation (walk);

  walk->at = g_utf8_next_char (walk->at);
  walk->offset++;
  while (*walk->at != '\0') {
    gunichar after = g_utf8_get_char (walk->at);

    if (!is_stop (after) && !closes (after))
      break;
    wide = wide || is_wide_stop (after);
    shortened = shortened && after != '.';
    walk->at = g_utf8_next_char (walk->at);
    walk->offset++;
  }
  walk->end = walk->offset;
  if (!wide && *walk->at != '\0' && !g_unichar_isspace (g_utf8_get_char (walk->at)))
    return;
  if (!wide && (shortened || goes_on (walk->at)))
    return;
  end_sentence (walk);
}

/**
 * eh_prose_new:
 * @text: a plain text, which must live as long as the result
 *
 * Takes time in proportion to the text.
 *
 * Returns: (transfer full): its sentences and words
 */
EhProse *
eh_prose_new (const char *text)
{
  EhProse *self = g_new0 (EhProse, 1);
  Walk walk = { .prose = self, .at = text };

  self->text = text;
  self->words = g_array_new (FALSE, FALSE, sizeof (EhProseWord));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (EhProseSentence));
  while (*walk.at != '\0') {
    gunichar c = g_utf8_get_char (walk.at);

    if (in_word (c)) {
      take_word (&walk);
      continue;
    }
    if (is_stop (c)) {
      take_stop (&walk, c);
      continue;
    }
    if (c == '\n' || c == 0x2028 || c == 0x2029)
      end_sentence (&walk);
    else if (!g_unichar_isspace (c) && walk.open)
      walk.end = walk.offset + 1;
    walk.at = g_utf8_next_char (walk.at);
    walk.offset++;
  }
  end_sentence (&walk);
  return self;
}

/**
 * eh_prose_free:
 * @self: (nullable) (transfer full): a text taken apart
 */
void
eh_prose_free (EhProse *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_free (self);
}

/**
 * eh_prose_word:
 * @self: a text taken apart
 * @index: of a word
 *
 * Returns: (transfer none): the word
 */
const EhProseWord *
eh_prose_word (const EhProse *self, guint index)
{
  return &g_array_index (self->words, EhProseWord, index);
}

/**
 * eh_prose_sentence:
 * @self: a text taken apart
 * @index: of a sentence
 *
 * Returns: (transfer none): the sentence
 */
const EhProseSentence *
eh_prose_sentence (const EhProse *self, guint index)
{
  return &g_array_index (self->sentences, EhProseSentence, index);
}
