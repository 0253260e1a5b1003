/* The words that people write in a table for a kind, a credit or a consent: the keys and labels of
 * the program, and what others are likely to say. Where a word could mean more than one thing, it
 * is read as the one that exposes somebody least. */

#include "eh-import-words.h"

#include "eh-catalogue.h"
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

static gboolean
looks_like_phone (const char *text)
{
  guint digits = 0;

  for (const char *at = text; *at != '\0'; at++) {
    if (g_ascii_isdigit (*at))
      digits++;
    else if (strchr ("+()-./ \t", *at) == NULL)
      return FALSE;
  }
  return digits >= 5;
}

/**
 * eh_import_read_contact:
 * @text: what somebody wrote: a way, or an address
 * @way: (out): how they want to hear back
 * @is_address: (out): it is an address, which says the way and is not to be kept
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_read_contact (const char *text, EhContactBy *way, gboolean *is_address)
{
  static const Synonym synonyms[] = {
    { "e-mail", EH_CONTACT_BY_EMAIL },
    { "mail", EH_CONTACT_BY_POST },
    { "by-email", EH_CONTACT_BY_EMAIL },
    { "by-e-mail", EH_CONTACT_BY_EMAIL },
    { "by-post", EH_CONTACT_BY_POST },
    { "letter", EH_CONTACT_BY_POST },
    { "by-letter", EH_CONTACT_BY_POST },
    { "postal", EH_CONTACT_BY_POST },
    { "telephone", EH_CONTACT_BY_PHONE },
    { "phone-call", EH_CONTACT_BY_PHONE },
    { "call", EH_CONTACT_BY_PHONE },
    { "by-phone", EH_CONTACT_BY_PHONE },
    { "by-telephone", EH_CONTACT_BY_PHONE },
    { "sms", EH_CONTACT_BY_TEXT },
    { "texts", EH_CONTACT_BY_TEXT },
    { "by-text", EH_CONTACT_BY_TEXT },
    { "whatsapp", EH_CONTACT_BY_TEXT },
    { "carer", EH_CONTACT_BY_SUPPORTER },
    { "support-worker", EH_CONTACT_BY_SUPPORTER },
    { "via-supporter", EH_CONTACT_BY_SUPPORTER },
    { "advocate", EH_CONTACT_BY_SUPPORTER },
  };
  const char *at = strchr (text, '@');
  int value = 0;

  *is_address = TRUE;
  if (at != NULL && at != text && strchr (at, '.') != NULL) {
    *way = EH_CONTACT_BY_EMAIL;
    return TRUE;
  }
  if (looks_like_phone (text)) {
    *way = EH_CONTACT_BY_PHONE;
    return TRUE;
  }
  *is_address = FALSE;
  if (!eh_vocabulary_find (&eh_contact_by_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *way = (EhContactBy) value;
  return TRUE;
}

/**
 * eh_import_find_contact_after:
 * @text: what somebody wrote
 * @after: (out): whether they want to be written to afterwards
 *
 * "yes" is read as about this work, and no more.
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_find_contact_after (const char *text, EhContactAfter *after)
{
  static const Synonym synonyms[] = {
    { "yes", EH_CONTACT_AFTER_ABOUT_THIS },
    { "y", EH_CONTACT_AFTER_ABOUT_THIS },
    { "true", EH_CONTACT_AFTER_ABOUT_THIS },
    { "this-work", EH_CONTACT_AFTER_ABOUT_THIS },
    { "this-project", EH_CONTACT_AFTER_ABOUT_THIS },
    { "n", EH_CONTACT_AFTER_NONE },
    { "false", EH_CONTACT_AFTER_NONE },
    { "never", EH_CONTACT_AFTER_NONE },
    { "no-letters", EH_CONTACT_AFTER_NONE },
    { "no-letter", EH_CONTACT_AFTER_NONE },
    { "no-contact", EH_CONTACT_AFTER_NONE },
    { "do-not-contact", EH_CONTACT_AFTER_NONE },
    { "other", EH_CONTACT_AFTER_OTHER_OPPORTUNITIES },
    { "opportunities", EH_CONTACT_AFTER_OTHER_OPPORTUNITIES },
  };
  int value = 0;

  if (!eh_vocabulary_find (&eh_contact_after_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *after = (EhContactAfter) value;
  return TRUE;
}

/**
 * eh_import_read_letter_format:
 * @text: what somebody wrote; "large print" is paper and large
 * @person: whose; set where @text is understood
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_read_letter_format (const char *text, EhImportPerson *person)
{
  static const Synonym synonyms[] = {
    { "word", EH_LETTER_FORMAT_DOCX },          { "doc", EH_LETTER_FORMAT_DOCX },
    { "ms-word", EH_LETTER_FORMAT_DOCX },       { "opendocument", EH_LETTER_FORMAT_ODT },
    { "libreoffice", EH_LETTER_FORMAT_ODT },    { "web", EH_LETTER_FORMAT_HTML },
    { "web-page", EH_LETTER_FORMAT_HTML },      { "webpage", EH_LETTER_FORMAT_HTML },
    { "paper", EH_LETTER_FORMAT_PRINT },        { "printed", EH_LETTER_FORMAT_PRINT },
    { "on-paper", EH_LETTER_FORMAT_PRINT },     { "post", EH_LETTER_FORMAT_PRINT },
    { "letter", EH_LETTER_FORMAT_PRINT },       { "hard-copy", EH_LETTER_FORMAT_PRINT },
    { "large", EH_LETTER_FORMAT_N_VALUES },     { "large-print", EH_LETTER_FORMAT_N_VALUES },
    { "big-print", EH_LETTER_FORMAT_N_VALUES },
  };
  int value = 0;

  if (!eh_vocabulary_find (&eh_letter_format_vocabulary, text, &value) &&
      !find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  if (value == EH_LETTER_FORMAT_N_VALUES)
    person->letter_large = TRUE;
  person->letter_format = value == EH_LETTER_FORMAT_N_VALUES ? EH_LETTER_FORMAT_PRINT
                                                             : (EhLetterFormat) value;
  return TRUE;
}

/**
 * eh_import_read_large:
 * @text: what somebody wrote: "yes", "no", or a size in points, of which 16 and more is large
 * @large: (out): whether they want large print
 *
 * Returns: whether it is understood
 */
gboolean
eh_import_read_large (const char *text, gboolean *large)
{
  static const Synonym synonyms[] = {
    { "yes", TRUE },       { "y", TRUE },           { "true", TRUE },       { "x", TRUE },
    { "large", TRUE },     { "large-print", TRUE }, { "very-large", TRUE }, { "no", FALSE },
    { "n", FALSE },        { "false", FALSE },      { "usual", FALSE },     { "normal", FALSE },
    { "standard", FALSE },
  };
  char *end = NULL;
  gint64 points = g_ascii_strtoll (text, &end, 10);
  g_autofree char *unit = eh_text_slug (end);
  int value = 0;

  if (end != text && points >= 6 && points <= 72 &&
      (*unit == '\0' || g_str_equal (unit, "pt") || g_str_equal (unit, "point") ||
       g_str_equal (unit, "points"))) {
    *large = points >= 16;
    return TRUE;
  }
  if (!find_synonym (synonyms, G_N_ELEMENTS (synonyms), text, &value))
    return FALSE;
  *large = value;
  return TRUE;
}

/**
 * eh_import_find_language:
 * @text: what somebody wrote: a tag, what its speakers call it, or what it is called in English
 *
 * Returns: (transfer full) (nullable): its BCP 47 tag; %NULL when it is not understood
 */
char *
eh_import_find_language (const char *text)
{
  static const struct {
    const char *name;
    const char *tag;
  } english[] = {
    { "arabic", "ar" },     { "bengali", "bn" },    { "bangla", "bn" },
    { "sorani", "ckb" },    { "kurdish", "ckb" },   { "welsh", "cy" },
    { "german", "de" },     { "english", "en" },    { "spanish", "es" },
    { "farsi", "fa" },      { "persian", "fa" },    { "french", "fr" },
    { "irish", "ga" },      { "gaelic", "gd" },     { "scottish gaelic", "gd" },
    { "gujarati", "gu" },   { "hebrew", "he" },     { "hindi", "hi" },
    { "italian", "it" },    { "lithuanian", "lt" }, { "nepali", "ne" },
    { "dutch", "nl" },      { "punjabi", "pa" },    { "panjabi", "pa" },
    { "polish", "pl" },     { "pashto", "ps" },     { "portuguese", "pt" },
    { "romanian", "ro" },   { "somali", "so" },     { "albanian", "sq" },
    { "swahili", "sw" },    { "tamil", "ta" },      { "tigrinya", "ti" },
    { "turkish", "tr" },    { "ukrainian", "uk" },  { "urdu", "ur" },
    { "vietnamese", "vi" }, { "yiddish", "yi" },    { "chinese", "zh" },
  };
  const char *const *known = eh_language_known ();
  g_autofree char *folded = eh_text_fold (text);
  g_autofree char *tag = g_strdelimit (g_ascii_strdown (text, -1), "_", '-');

  g_strstrip (folded);
  g_strstrip (tag);
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (g_str_equal (folded, english[i].name))
      return g_strdup (english[i].tag);
  for (guint i = 0; known[i] != NULL; i++) {
    g_autofree char *own = eh_text_fold (eh_language_own_name (known[i]));
    g_autofree char *lower = g_ascii_strdown (known[i], -1);
    gsize n = strlen (lower);

    if (g_str_equal (own, folded) || g_str_equal (lower, tag) ||
        (g_str_has_prefix (tag, lower) && tag[n] == '-' && strlen (tag) <= n + 5))
      return g_strdup (known[i]);
  }
  return NULL;
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
