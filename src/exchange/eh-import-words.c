/* The words that people write in a table for a kind, a credit or a consent: the keys and labels of
 * the program, and what others are likely to say. Where a word could mean more than one thing, it
 * is read as the one that exposes somebody least. */

#include "eh-import-words.h"

#include "eh-text.h"

#include <string.h>

typedef struct {
  const char *slug;
  int value;
} Synonym;

static gboolean
find_synonym (const Synonym *synonyms, gsize n, const char *text, int *value)
{
  g_autofree char *slug = eh_text_slug (text);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (synonyms[i].slug, slug)) {
      *value = synonyms[i].value;
      return TRUE;
    }
  return FALSE;
}

/**
 * eh_import_find_kind:
 * @text: what somebody wrote
 * @kind: (out): the kind of insight
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_find_kind (const char *text, EhInsightKind *kind)
{
  static const Synonym synonyms[] = {
    { "barriers", EH_INSIGHT_KIND_BARRIER },      { "problem", EH_INSIGHT_KIND_BARRIER },
    { "challenge", EH_INSIGHT_KIND_BARRIER },     { "obstacle", EH_INSIGHT_KIND_BARRIER },
    { "issue", EH_INSIGHT_KIND_BARRIER },         { "enablers", EH_INSIGHT_KIND_ENABLER },
    { "help", EH_INSIGHT_KIND_ENABLER },          { "what-helped", EH_INSIGHT_KIND_ENABLER },
    { "strength", EH_INSIGHT_KIND_ENABLER },      { "suggestion", EH_INSIGHT_KIND_IDEA },
    { "solution", EH_INSIGHT_KIND_IDEA },         { "ideas", EH_INSIGHT_KIND_IDEA },
    { "questions", EH_INSIGHT_KIND_QUESTION },    { "experience", EH_INSIGHT_KIND_STORY },
    { "example", EH_INSIGHT_KIND_STORY },         { "stories", EH_INSIGHT_KIND_STORY },
    { "disagree", EH_INSIGHT_KIND_DISAGREEMENT }, { "disagreements", EH_INSIGHT_KIND_DISAGREEMENT },
  };
  int value = 0;

  if (!eh_vocabulary_find (&eh_insight_kind_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *kind = (EhInsightKind) value;
  return TRUE;
}

/**
 * eh_import_find_credit:
 * @text: what somebody wrote
 * @credit: (out): how they want to be named
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_find_credit (const char *text, EhCredit *credit)
{
  static const Synonym synonyms[] = {
    { "name", EH_CREDIT_NAMED },      { "full-name", EH_CREDIT_NAMED },
    { "yes", EH_CREDIT_NAMED },       { "first-name-only", EH_CREDIT_FIRST_NAME },
    { "alias", EH_CREDIT_PSEUDONYM }, { "chosen-name", EH_CREDIT_PSEUDONYM },
    { "role", EH_CREDIT_ROLE_ONLY },  { "anon", EH_CREDIT_ANONYMOUS },
    { "no", EH_CREDIT_ANONYMOUS },    { "no-name", EH_CREDIT_ANONYMOUS },
    { "none", EH_CREDIT_NOT_LISTED }, { "hidden", EH_CREDIT_NOT_LISTED },
    { "unknown", EH_CREDIT_ASK },
  };
  int value = 0;

  if (!eh_vocabulary_find (&eh_credit_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *credit = (EhCredit) value;
  return TRUE;
}

static gboolean
find_quote_level (const char *text, EhQuoteLevel *level)
{
  static const Synonym synonyms[] = {
    { "paraphrase-only", EH_QUOTE_LEVEL_PARAPHRASE },
    { "anonymously", EH_QUOTE_LEVEL_ANONYMOUS },
    { "quote-anonymous", EH_QUOTE_LEVEL_ANONYMOUS },
    { "quote-anonymously", EH_QUOTE_LEVEL_ANONYMOUS },
    { "quoted-anonymously", EH_QUOTE_LEVEL_ANONYMOUS },
    { "quote-pseudonym", EH_QUOTE_LEVEL_PSEUDONYM },
    { "quote-named", EH_QUOTE_LEVEL_NAMED },
    { "quote-by-name", EH_QUOTE_LEVEL_NAMED },
    { "by-name", EH_QUOTE_LEVEL_NAMED },
    { "no-quotes", EH_QUOTE_LEVEL_NONE },
    { "do-not-quote", EH_QUOTE_LEVEL_NONE },
  };
  int value = 0;

  if (!eh_vocabulary_find (&eh_quote_level_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *level = (EhQuoteLevel) value;
  return TRUE;
}

/* One part of a consent; FALSE when it is not understood. */
static gboolean
read_part (const char *part, EhImportPerson *person)
{
  static const Synonym answers[] = {
    { "yes", EH_ANSWER_YES },       { "y", EH_ANSWER_YES },      { "true", EH_ANSWER_YES },
    { "agreed", EH_ANSWER_YES },    { "agree", EH_ANSWER_YES },  { "given", EH_ANSWER_YES },
    { "consented", EH_ANSWER_YES }, { "signed", EH_ANSWER_YES }, { "no", EH_ANSWER_NO },
    { "n", EH_ANSWER_NO },          { "false", EH_ANSWER_NO },   { "refused", EH_ANSWER_NO },
    { "declined", EH_ANSWER_NO },
  };
  static const Synonym recordings[] = { { "notes", 0 },  { "audio", 1 },       { "photo", 2 },
                                        { "photos", 2 }, { "photographs", 2 }, { "video", 3 },
                                        { "film", 3 } };
  EhAnswer *recorded[] = { &person->notes, &person->audio, &person->photo, &person->video };
  int value = 0;

  if (find_synonym (answers, G_N_ELEMENTS (answers), part, &value)) {
    person->take_part = (EhAnswer) value;
    if (value == EH_ANSWER_NO)
      person->quote = EH_QUOTE_LEVEL_NONE;
    person->has_consent = TRUE;
    return TRUE;
  }
  if (find_synonym (recordings, G_N_ELEMENTS (recordings), part, &value)) {
    *recorded[value] = EH_ANSWER_YES;
    person->has_consent = TRUE;
    return TRUE;
  }
  if (!find_quote_level (part, &person->quote))
    return FALSE;
  if (person->quote == EH_QUOTE_LEVEL_UNKNOWN)
    return TRUE;
  person->has_consent = TRUE;
  if (person->quote != EH_QUOTE_LEVEL_NONE && person->take_part == EH_ANSWER_UNKNOWN)
    person->take_part = EH_ANSWER_YES;
  return TRUE;
}

/**
 * eh_import_read_consent:
 * @text: what somebody wrote: "yes" or "no" for taking part; how they may be quoted, by the keys
 * and labels of #EhQuoteLevel ("none", "paraphrase", "anonymous", "pseudonym", "named"); "notes",
 * "audio", "photo", "video" for what may be recorded; several of them separated by semicolons or
 * commas
 * @person: whose; set where @text is understood
 *
 * "yes" says that they take part, and nothing about being quoted. A way of being quoted says that
 * they take part, but for "none", which is read as it is. "no" also means that nothing is quoted,
 * whatever stands beside it.
 *
 * Returns: whether all of @text is understood; nothing is set when it is not
 */
gboolean
eh_import_read_consent (const char *text, EhImportPerson *person)
{
  EhImportPerson read = { 0 };
  g_auto (GStrv) parts = g_strsplit_set (text, ";,\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!eh_text_is_blank (parts[i]) && !read_part (parts[i], &read))
      return FALSE;
  if (read.take_part == EH_ANSWER_NO)
    read.quote = EH_QUOTE_LEVEL_NONE;
  person->has_consent = read.has_consent;
  person->take_part = read.take_part;
  person->notes = read.notes;
  person->audio = read.audio;
  person->photo = read.photo;
  person->video = read.video;
  person->quote = read.quote;
  return TRUE;
}

/**
 * eh_import_show:
 * @words: what stands in a file
 *
 * Returns: (transfer full): @words as they may stand in a message: short, on one line, and unable
 *   to turn its direction
 */
char *
eh_import_show (const char *words)
{
  g_autofree char *line = eh_text_shorten (words, 60);

  return eh_text_isolate (line);
}

/**
 * eh_import_is_nobody:
 * @name: what stands where a name would
 *
 * Returns: whether it says that there is no name
 */
gboolean
eh_import_is_nobody (const char *name)
{
  static const char *const words[] = { "anonymous", "anon",    "n/a",  "unknown",
                                       "nobody",    "no name", "none", "not known",
                                       "-",         "–",       "?",    NULL };
  g_autofree char *folded = eh_text_fold (name);

  return *folded == '\0' || g_strv_contains (words, folded);
}
