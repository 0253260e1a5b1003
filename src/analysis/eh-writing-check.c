/* A text looked over for what makes it hard to read or unfair to people. What is found is a
 * question for whoever writes, never a verdict: each mark says why, and can be let stand.
 *
 * All of it takes time in proportion to the text. What is looked for in any language is the length
 * of sentences, abbreviations that are explained nowhere, and the project's own jargon jar; the
 * rest knows English only (eh-writing-english.c). */

#include "eh-writing-private.h"

#include "config.h"
#include "eh-reading-level.h"
#include "eh-term.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ACRONYM 8
/* How many words before "(ICB)" may hold what it stands for, beyond one a letter. */
#define WORDS_AROUND 3

struct _EhWritingCheck {
  EhWritingRules rules;
  char *language;
  EhEnglish *english;    /* (nullable) */
  EhPhraseBook *jar;     /* (element-type EhTerm): the project's jargon */
  GPtrArray *terms;      /* (element-type EhTerm): they live as long as the book */
  GHashTable *explained; /* (element-type utf8): in small letters */
  EhReadingLevel level;
};

/**
 * eh_writing_rules_for:
 * @template_key: (nullable): what the document is: "T8"
 * @language: (nullable) (not owned): BCP 47 tag of the document
 *
 * Easy Read has sentences of 15 words at most; what is for everyone at once, such as a plain
 * summary, an invitation or top tips, of 20; other documents of 25.
 *
 * Returns: how to look it over
 */
EhWritingRules
eh_writing_rules_for (const char *template_key, const char *language)
{
  static const char *const plain[] = { "T3", "T4", "T6", "T7", "T9", "T13", "T17", "T18" };
  EhWritingRules rules = { language != NULL ? language : "", 25, FALSE };

  if (g_strcmp0 (template_key, "T8") == 0)
    return (EhWritingRules){ rules.language, 15, TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_strcmp0 (template_key, plain[i]) == 0)
      rules.max_words = 20;
  return rules;
}

static char *
fold (const char *text)
{
  g_autofree char *line = eh_text_clean_line (text);

  return g_utf8_strdown (line, -1);
}

static void
take_terms (EhWritingCheck *self, GPtrArray *terms)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++) {
    EhTerm *term = eh_row_ref (terms->pdata[i]);

    g_ptr_array_add (self->terms, term);
    if (term->kind == EH_TERM_KIND_JARGON)
      eh_phrase_book_add (self->jar, term->word, term);
    g_hash_table_add (self->explained, fold (term->word));
  }
}

/**
 * eh_writing_check_new:
 * @rules: how to look
 * @terms: (nullable) (element-type EhTerm): the project's glossary and jargon jar
 *
 * Returns: (transfer full): a document that nothing has been looked at of yet
 */
EhWritingCheck *
eh_writing_check_new (const EhWritingRules *rules, GPtrArray *terms)
{
  EhWritingCheck *self = g_new0 (EhWritingCheck, 1);

  self->rules = *rules;
  self->language = g_strdup (rules->language);
  self->rules.language = self->language;
  self->jar = eh_phrase_book_new ();
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_term_free);
  self->explained = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->level.formula = eh_reading_formula_for (self->language);
  take_terms (self, terms);
  if (self->level.formula == EH_READING_FLESCH_KINCAID)
    self->english = eh_english_new (self->explained);
  return self;
}

/**
 * eh_writing_check_free:
 * @self: (nullable) (transfer full): a document
 */
void
eh_writing_check_free (EhWritingCheck *self)
{
  if (self == NULL)
    return;
  eh_english_free (self->english);
  eh_phrase_book_free (self->jar);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->explained);
  g_free (self->language);
  g_free (self);
}

/**
 * eh_writing_mark_free:
 * @self: (nullable) (transfer full): a mark
 */
void
eh_writing_mark_free (EhWritingMark *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->reason);
  g_free (self->replacement);
  g_free (self);
}

/* What takes the place of "Utilise" begins with a capital too. */
static char *
like (const char *words, const char *replacement)
{
  gunichar first = g_utf8_get_char (replacement);
  char capital[7] = "";

  if (!g_unichar_isupper (g_utf8_get_char (words)))
    return g_strdup (replacement);
  capital[g_unichar_to_utf8 (g_unichar_toupper (first), capital)] = '\0';
  return g_strconcat (capital, g_utf8_next_char (replacement), NULL);
}

/**
 * eh_writing_mark_add:
 * @marks: (element-type EhWritingMark): where to add it
 * @id: what it is; a literal
 * @prose: the text
 * @first_word: the first marked word
 * @n_words: how many; at least one
 * @reason: (transfer full): why
 * @replacement: (nullable): the words to put there
 */
void
eh_writing_mark_add (GPtrArray *marks,
                     const char *id,
                     const EhProse *prose,
                     guint first_word,
                     guint n_words,
                     char *reason,
                     const char *replacement)
{
  const EhProseWord *first = eh_prose_word (prose, first_word);
  const EhProseWord *last = eh_prose_word (prose, first_word + n_words - 1);
  EhWritingMark *mark = g_new0 (EhWritingMark, 1);

  mark->id = id;
  mark->start = first->offset;
  mark->end = last->offset + last->n_chars;
  mark->words = g_strndup (prose->text + first->start, last->start + last->length - first->start);
  mark->reason = reason;
  if (!eh_text_is_blank (replacement)) {
    mark->fix = EH_WRITING_FIX_REPLACE;
    mark->replacement = like (mark->words, replacement);
  }
  g_ptr_array_add (marks, mark);
}

static void
look_for_length (EhWritingCheck *self, const EhProse *prose, GPtrArray *marks)
{
  for (guint i = 0; i < prose->sentences->len; i++) {
    const EhProseSentence *sentence = eh_prose_sentence (prose, i);

    if (sentence->n_words > self->rules.max_words)
      eh_writing_mark_add (
          marks, EH_WRITING_LONG_SENTENCE, prose, sentence->first_word, sentence->n_words,
          /* TRANSLATORS: how many words a sentence has, and how many it should have at most */
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "This sentence has %1$u word. Up to %2$u are easier to "
                                        "follow: could it be two?",
                                        "This sentence has %1$u words. Up to %2$u are easier to "
                                        "follow: could it be two?",
                                        sentence->n_words),
                           sentence->n_words, self->rules.max_words),
          NULL);
  }
}

/* The letters of an abbreviation, without stops and the s of a plural; %NULL for another word. */
static char *
acronym_of (const EhProse *prose, const EhProseWord *word)
{
  const char *text = prose->text + word->start;
  g_autoptr (GString) letters = NULL;

  if (word->n_letters < 2 || word->n_letters > MAX_ACRONYM || word->n_capitals < 2 ||
      word->n_letters - word->n_capitals > 1 ||
      (word->n_letters != word->n_capitals && text[word->length - 1] != 's'))
    return NULL;
  letters = g_string_sized_new (word->length);
  for (const char *p = text; p < text + word->length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isupper (c) || g_unichar_isdigit (c) || c == '&')
      g_string_append_unichar (letters, c);
  }
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static gboolean
begins_with (const EhFoldedWords *words, guint index, gunichar letter)
{
  return g_utf8_get_char (eh_folded_words_get (words, index)) == letter;
}

/* "integrated care board (ICB)", "ICB (integrated care board)". */
static gboolean
is_explained_here (const EhProse *prose, const EhFoldedWords *words, guint index)
{
  const EhProseWord *word = eh_prose_word (prose, index);
  const EhProseSentence *sentence = eh_prose_sentence (prose, word->sentence);
  gunichar letter = g_utf8_get_char (eh_folded_words_get (words, index));
  guint first = sentence->first_word;
  guint reach = word->n_letters + WORDS_AROUND;

  if (word->start > 0 && prose->text[word->start - 1] == '(')
    for (guint i = index; i > first && i + reach > index; i--)
      if (begins_with (words, i - 1, letter))
        return TRUE;
  return g_str_has_prefix (prose->text + word->start + word->length, " (") &&
         index + 1 < first + sentence->n_words && begins_with (words, index + 1, letter);
}

/* A heading in capitals is full of what looks like abbreviations. */
static gboolean
is_shouted (const EhProse *prose, const EhProseSentence *sentence)
{
  guint loud = 0;

  for (guint i = 0; i < sentence->n_words; i++) {
    const EhProseWord *word = eh_prose_word (prose, sentence->first_word + i);

    loud += word->n_letters > 1 && word->n_letters == word->n_capitals;
  }
  return loud >= 2 && loud * 2 > sentence->n_words;
}

static void
look_for_acronym (EhWritingCheck *self,
                  const EhProse *prose,
                  const EhFoldedWords *words,
                  guint at,
                  GPtrArray *marks)
{
  g_autofree char *letters = acronym_of (prose, eh_prose_word (prose, at));
  g_autofree char *folded = letters != NULL ? g_utf8_strdown (letters, -1) : NULL;
  EhWritingMark *mark;

  if (folded == NULL || eh_writing_is_common_acronym (letters) ||
      g_hash_table_contains (self->explained, folded))
    return;
  if (!is_explained_here (prose, words, at)) {
    eh_writing_mark_add (marks, EH_WRITING_ACRONYM, prose, at, 1,
                         g_strdup (_ ("These letters are explained neither here nor in the "
                                      "glossary. Write the words in full the first time.")),
                         NULL);
    mark = marks->pdata[marks->len - 1];
    mark->fix = EH_WRITING_FIX_EXPLAIN;
    mark->replacement = g_strdup (letters);
  }
  g_hash_table_add (self->explained, g_steal_pointer (&folded));
}

static void
look_for_acronyms (EhWritingCheck *self,
                   const EhProse *prose,
                   const EhFoldedWords *words,
                   GPtrArray *marks)
{
  for (guint i = 0; i < prose->sentences->len; i++) {
    const EhProseSentence *sentence = eh_prose_sentence (prose, i);

    if (is_shouted (prose, sentence))
      continue;
    for (guint w = 0; w < sentence->n_words; w++)
      look_for_acronym (self, prose, words, sentence->first_word + w, marks);
  }
}

static void
look_into_jar (EhWritingCheck *self,
               const EhProse *prose,
               const EhFoldedWords *words,
               GPtrArray *marks)
{
  for (guint i = 0; i < prose->words->len; i++) {
    const EhProseSentence *sentence = eh_prose_sentence (prose, eh_prose_word (prose, i)->sentence);
    guint n_words;
    const EhTerm *term = eh_phrase_book_match (self->jar, words, i,
                                               sentence->first_word + sentence->n_words, &n_words);
    g_autofree char *instead = term != NULL ? eh_text_isolate (term->say_instead) : NULL;

    if (term == NULL)
      continue;
    eh_writing_mark_add (marks, EH_WRITING_JARGON, prose, i, n_words,
                         eh_text_is_blank (term->say_instead)
                             ? g_strdup (_ ("This is in the project’s jargon jar. Is there a "
                                            "plainer word?"))
                             /* TRANSLATORS: %s is what to say instead */
                             : g_strdup_printf (_ ("This is in the project’s jargon jar. Say "
                                                   "instead: %s."),
                                                instead),
                         term->say_instead);
    i += n_words - 1;
  }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const EhWritingMark *x = *(const EhWritingMark *const *) a;
  const EhWritingMark *y = *(const EhWritingMark *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return (x->end > y->end) - (x->end < y->end);
}

/**
 * eh_writing_check_text:
 * @self: a document
 * @text: the next plain text of it
 * @is_prose: it has sentences, which count for the reading level; a heading has none
 *
 * Returns: (transfer full) (element-type EhWritingMark): what somebody may want to look at again,
 * in the order of the text
 */
GPtrArray *
eh_writing_check_text (EhWritingCheck *self, const char *text, gboolean is_prose)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_writing_mark_free);
  g_autoptr (EhProse) prose = eh_prose_new (text);
  g_autoptr (EhFoldedWords) words = eh_folded_words_new (prose);

  if (is_prose)
    eh_reading_level_add (&self->level, prose, words);
  look_for_length (self, prose, marks);
  look_for_acronyms (self, prose, words, marks);
  look_into_jar (self, prose, words, marks);
  if (self->english != NULL)
    eh_english_check (self->english, prose, words, self->rules.strict, marks);
  g_ptr_array_sort (marks, compare_marks);
  return marks;
}

/**
 * eh_writing_check_reading_level:
 * @self: a document
 *
 * Returns: (transfer full): how hard it is to read so far, with the name of the formula
 */
char *
eh_writing_check_reading_level (EhWritingCheck *self)
{
  return eh_reading_level_text (&self->level);
}

/**
 * eh_writing_check_is_hard:
 * @self: a document
 *
 * Returns: whether it is so far harder to read than most people find easy
 */
gboolean
eh_writing_check_is_hard (EhWritingCheck *self)
{
  return eh_reading_level_is_hard (&self->level);
}

/**
 * eh_writing_label:
 * @id: of a mark
 *
 * Returns: (transfer none): what people call it
 */
const char *
eh_writing_label (const char *id)
{
  static const struct {
    const char *id;
    const char *label;
  } labels[] = {
    { EH_WRITING_LONG_SENTENCE, N_ ("Long sentence") },
    { EH_WRITING_PASSIVE, N_ ("Who does it?") },
    { EH_WRITING_ACRONYM, N_ ("Letters not explained") },
    { EH_WRITING_JARGON, N_ ("Jargon") },
    { EH_WRITING_PEOPLE, N_ ("Words about people") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].id, id))
      return _ (labels[i].label);
  return "";
}
