/* What the checks while writing find, and what they leave alone: each with texts that deserve a
 * mark and texts that look alike and do not. */

#include "eh-reading-level.h"
#include "eh-term.h"
#include "eh-writing-check.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *text;
  const char *words; /* (nullable): what is marked; nothing is */
} Case;

static GPtrArray *
terms_new (void)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_term_free);
  const struct {
    const char *word, *instead;
    EhTermKind kind;
  } words[] = {
    { "ICB", "", EH_TERM_KIND_GLOSSARY },
    { "methodology", "", EH_TERM_KIND_GLOSSARY },
    { "touch base", "talk", EH_TERM_KIND_JARGON },
    { "cydgynhyrchu", "gweithio gyda’n gilydd", EH_TERM_KIND_JARGON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    EhTerm *term = eh_term_new ();

    term->word = (g_free (term->word), g_strdup (words[i].word));
    term->say_instead = (g_free (term->say_instead), g_strdup (words[i].instead));
    term->kind = words[i].kind;
    term->id = eh_term_id (term->word);
    g_ptr_array_add (terms, term);
  }
  return terms;
}

static GPtrArray *
look (const char *template_key, const char *language, const char *text)
{
  g_autoptr (GPtrArray) terms = terms_new ();
  const EhWritingRules rules = eh_writing_rules_for (template_key, language);
  g_autoptr (EhWritingCheck) check = eh_writing_check_new (&rules, terms);

  return eh_writing_check_text (check, text, TRUE);
}

static const EhWritingMark *
find (GPtrArray *marks, const char *id)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_str_equal (((EhWritingMark *) marks->pdata[i])->id, id))
      return marks->pdata[i];
  return NULL;
}

static void
check_cases (const char *id, const char *template_key, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (GPtrArray) marks = look (template_key, "en-GB", cases[i].text);
    const EhWritingMark *mark = find (marks, id);
    g_autofree char *cut = NULL;

    g_test_message ("%s", cases[i].text);
    if (cases[i].words == NULL) {
      g_assert_null (mark);
      continue;
    }
    g_assert_nonnull (mark);
    g_assert_cmpstr (mark->words, ==, cases[i].words);
    cut = g_utf8_substring (cases[i].text, mark->start, mark->end);
    g_assert_cmpstr (cut, ==, cases[i].words);
    g_assert_cmpuint (strlen (mark->reason), >, 10);
  }
}

static void
test_passive (void)
{
  const Case cases[] = {
    { "Contributors were asked for their views.", "were asked" },
    { "The notes will not be shared.", "be shared" },
    { "The form has been carefully written.", "been carefully written" },
    { "Was it held there? It wasn’t recorded.", "wasn’t recorded" },
    { "The plan was written by Anne and Joe.", NULL },
    { "People are interested and involved.", NULL },
    { "We were tired but pleased.", NULL },
    { "She is married. Found a room?", NULL },
    { "Carers are used to waiting.", NULL },
    { "We asked people what they need.", NULL },
    { "It was. Made in Wales.", NULL },
    { "Indeed there is need for speed.", NULL },
  };
  const Case strict[] = { { "The plan was written by Anne.", "was written" } };

  check_cases (EH_WRITING_PASSIVE, "T1", cases, G_N_ELEMENTS (cases));
  check_cases (EH_WRITING_PASSIVE, "T8", strict, G_N_ELEMENTS (strict));
}

static void
test_people (void)
{
  const Case cases[] = {
    { "Twelve patients were used in the study.", "patients were used" },
    { "Service users are often exploited.", "users are often exploited" },
    { "The trial was done using real patients.", "using real patients" },
    { "We used our public contributors for this.", "used our public contributors" },
    { "Research subjects filled in a form.", "Research subjects" },
    { "The subjects were tired.", "subjects were" },
    { "These are hard-to-reach groups.", "hard-to-reach" },
    { "It helps the elderly.", "the elderly" },
    { "People were used to long waits.", NULL },
    { "People use services near them.", NULL },
    { "We used patients’ own words.", NULL },
    { "They studied many subjects at school.", NULL },
    { "These tools were used. Patients liked them.", NULL },
  };

  check_cases (EH_WRITING_PEOPLE, "T1", cases, G_N_ELEMENTS (cases));
}

static void
test_acronyms (void)
{
  const Case cases[] = {
    { "Ask the PPI lead.", "PPI" },
    { "Ask your local CCGs first.", "CCGs" },
    { "The R&D office signs.", "R&D" },
    { "The integrated stroke network (ISN) meets, and the ISN decides.", NULL },
    { "The ISN (integrated stroke network) meets.", NULL },
    { "The ICB pays, as in our glossary.", NULL },
    { "The NHS in the UK, your GP and two TVs.", NULL },
    { "See part II and part IV.", NULL },
    { "WHO DECIDES WHAT", NULL },
    { "I asked A and B.", NULL },
  };
  g_autoptr (GPtrArray) marks = look ("T1", "cy", "Mae’r BCUHB yma. Mae’r BCUHB yno.");

  check_cases (EH_WRITING_ACRONYM, "T1", cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpint (((EhWritingMark *) marks->pdata[0])->fix, ==, EH_WRITING_FIX_EXPLAIN);
}

/* What was explained in an earlier part of the document is known in a later one. */
static void
test_acronym_once (void)
{
  const EhWritingRules rules = eh_writing_rules_for ("T1", "en");
  g_autoptr (EhWritingCheck) check = eh_writing_check_new (&rules, NULL);
  g_autoptr (GPtrArray) first = eh_writing_check_text (check, "The stroke network group (SNG).",
                                                       TRUE);
  g_autoptr (GPtrArray) second = eh_writing_check_text (check, "The SNG and the LMC meet.", TRUE);
  g_autoptr (GPtrArray) third = eh_writing_check_text (check, "The LMC pays.", TRUE);

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (((EhWritingMark *) second->pdata[0])->words, ==, "LMC");
  g_assert_cmpuint (third->len, ==, 0);
}

static void
test_jargon (void)
{
  const Case cases[] = {
    { "We touch base on Mondays.", "touch base" },
    { "Utilise the hall.", "Utilise" },
    { "Share it prior to the meeting.", "prior to" },
    { "Our methodology is simple.", NULL },
    { "We touched base camp.", NULL },
    { "A prior engagement. To the hall!", NULL },
  };
  g_autoptr (GPtrArray) own = look ("T1", "en", "We touch base.");
  g_autoptr (GPtrArray) built_in = look ("T1", "en", "Utilise it.");
  g_autoptr (GPtrArray) welsh = look ("T1", "cy", "Cydgynhyrchu yw hyn. Utilise it.");

  check_cases (EH_WRITING_JARGON, "T1", cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (find (own, EH_WRITING_JARGON)->replacement, ==, "talk");
  g_assert_cmpstr (find (built_in, EH_WRITING_JARGON)->replacement, ==, "Use");
  g_assert_cmpuint (welsh->len, ==, 1);
  g_assert_cmpstr (find (welsh, EH_WRITING_JARGON)->replacement, ==, "Gweithio gyda’n gilydd");
}

static void
test_sentences (void)
{
  const struct {
    const char *text;
    guint n;
  } cases[] = {
    { "One. Two! Three?", 3 },
    { "Dr. Patel and J. Smith came, e.g. by bus. They left.", 2 },
    { "It costs 3.50 pounds. “Why?” she asked.", 2 },
    { "“We wait.” Then we go…", 2 },
    { "First item\nSecond item\n\nThird", 3 },
    { "see www.example.org for more", 1 },
    { "So did I. Then he said no. We left.", 3 },
    { "これは文です。これも。", 2 },
    { "هل هذا سؤال؟ نعم.", 2 },
    { "... !!! \n ...", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EhProse) prose = eh_prose_new (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (prose->sentences->len, ==, cases[i].n);
  }
}

static void
test_length (void)
{
  GString *text = g_string_new ("One");
  const struct {
    const char *template_key;
    guint max;
  } cases[] = { { "T1", 25 }, { "T9", 20 }, { "T8", 15 } };

  for (guint n = 1; n < 30; n++) {
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
      g_autoptr (GPtrArray) marks = look (cases[i].template_key, "en", text->str);

      g_assert_cmpint (find (marks, EH_WRITING_LONG_SENTENCE) != NULL, ==, n > cases[i].max);
    }
    g_string_append (text, " word");
  }
  g_string_free (text, TRUE);
}

static void
test_syllables (void)
{
  const struct {
    const char *word;
    guint n;
  } cases[] = {
    { "cat", 1 },     { "people", 2 }, { "research", 2 },  { "asked", 1 },     { "wanted", 2 },
    { "service", 2 }, { "table", 2 },  { "made", 1 },      { "decisions", 3 }, { "media", 3 },
    { "the", 1 },     { "eye", 1 },    { "co-design", 3 }, { "12", 1 },        { "houses", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].word);
    g_assert_cmpuint (eh_syllables_in_english (cases[i].word), ==, cases[i].n);
  }
}

static double
level_of (const char *language, const char *text, guint times, gboolean *known)
{
  EhReadingLevel level = { .formula = eh_reading_formula_for (language) };
  g_autoptr (EhProse) prose = eh_prose_new (text);
  g_autoptr (EhFoldedWords) words = eh_folded_words_new (prose);
  double value;

  for (guint i = 0; i < times; i++)
    eh_reading_level_add (&level, prose, words);
  *known = eh_reading_level_get (&level, &value);
  return value;
}

/* By hand: 6 words of 7 syllables in a sentence; 6 words, 1 of them long. */
static void
test_level (void)
{
  gboolean known;
  double grade = level_of ("en-GB", "The cat sat on the table.", 20, &known);
  double lix;

  g_assert_true (known);
  g_assert_cmpfloat (fabs (grade - (0.39 * 6 + 11.8 * 7 / 6 - 15.59)), <, 1e-9);
  lix = level_of ("cy", "Mae pawb yma yn gwrando’n astud.", 20, &known);
  g_assert_true (known);
  g_assert_cmpfloat (fabs (lix - (6 + 100.0 * 1 / 6)), <, 1e-9);
  level_of ("en", "Too short for that.", 1, &known);
  g_assert_false (known);
  level_of ("ar", "هل هذا سؤال؟", 100, &known);
  g_assert_false (known);
}

/* Twice the text may take some twice the time, whatever it is made of. */
static void
test_linear (void)
{
  const char *const pieces[] = {
    "Patients were not used. ", "? ", "((((", "using the ", "A. ", "ICB (", "hard to ", "’’’ ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GPtrArray) marks = NULL;
    gint64 start = g_get_monotonic_time ();

    while (text->len < 1000000)
      g_string_append (text, pieces[i]);
    marks = look ("T1", "en", text->str);
    g_test_message ("%s %.0f ms", pieces[i], (g_get_monotonic_time () - start) / 1000.0);
    g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writing/passive", test_passive);
  g_test_add_func ("/writing/people", test_people);
  g_test_add_func ("/writing/acronyms", test_acronyms);
  g_test_add_func ("/writing/acronym-once", test_acronym_once);
  g_test_add_func ("/writing/jargon", test_jargon);
  g_test_add_func ("/writing/sentences", test_sentences);
  g_test_add_func ("/writing/length", test_length);
  g_test_add_func ("/writing/syllables", test_syllables);
  g_test_add_func ("/writing/level", test_level);
  g_test_add_func ("/writing/linear", test_linear);
  return g_test_run ();
}
