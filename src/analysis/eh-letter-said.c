/* What somebody said, what was done with it, and what was not done and why. Where no reason is
 * recorded the letter says so: "could not" without a reason is what people complain of most. */

#include "eh-letter-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of something that the reader said, to know it again. */
#define REMINDER_CHARS 60

static void
note_where (EhLetterMaker *m, EhLetterPart *part, const EhInsight *insight)
{
  const EhWorkshop *workshop = eh_dataset_workshop (m->feedback->dataset, insight->workshop_id);
  g_autofree char *safe = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *note = NULL;

  if (workshop == NULL)
    return;
  safe = eh_letter_team_words (m, workshop->title);
  title = eh_text_isolate (safe);
  date = eh_letter_date (m, workshop->date);
  /* TRANSLATORS: where something was said: a workshop and its date */
  note = g_strdup_printf (eh_text_is_blank (date)
                              ? eh_catalogue_get (m->words, N_ ("Said at: %1$s."))
                              : eh_catalogue_get (m->words, N_ ("Said at: %1$s, %2$s.")),
                          title, date);
  eh_letter_note (part, note);
}

/* Where it was said is told once for what was said there one after the other, as long as it is
 * known of everything: else what has no place would seem to be of the last. */
static gboolean
is_same_place (const EhFeedback *feedback, guint index)
{
  const EhFeedbackSaid *said = feedback->said->pdata[index];
  const EhFeedbackSaid *before = index > 0 ? feedback->said->pdata[index - 1] : NULL;

  for (guint i = 0; i < feedback->said->len; i++)
    if (((const EhFeedbackSaid *) feedback->said->pdata[i])->insight->workshop_id == EH_ID_NONE)
      return FALSE;
  return before != NULL && before->insight->workshop_id == said->insight->workshop_id;
}

/* In the quotation marks of the language of the letter; those for a quotation around another where
 * there is one in it. */
static char *
in_quotes (EhLetterMaker *m, const char *words)
{
  gboolean has_quotes = strpbrk (words, "\"") != NULL || strstr (words, "“") != NULL;

  if (has_quotes)
    /* TRANSLATORS: what somebody said, with a quotation in it: in single quotation marks, or as
     * your language does it */
    return g_strdup_printf (eh_catalogue_get (m->words, N_ ("‘%s’")), words);
  /* TRANSLATORS: what somebody said, in the quotation marks of the language of the letter */
  return g_strdup_printf (eh_catalogue_get (m->words, N_ ("“%s”")), words);
}

/**
 * eh_letter_add_said:
 * @m: a letter being made
 *
 * Adds the reader's own words.
 */
void
eh_letter_add_said (EhLetterMaker *m)
{
  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("You said")));
  eh_letter_add (
      m, EH_LETTER_PARAGRAPH,
      eh_catalogue_get (m->words, N_ ("These are your words, as they were written down. If "
                                      "something is wrong, tell us and we put it right.")));
  for (guint i = 0; i < m->feedback->said->len; i++) {
    const EhFeedbackSaid *said = m->feedback->said->pdata[i];
    g_autofree char *words = eh_text_clean (said->insight->text);
    g_autofree char *quoted = in_quotes (m, words);
    EhLetterPart *part = eh_letter_add_own (m, EH_LETTER_NUMBERED, quoted);

    if (!is_same_place (m->feedback, i))
      note_where (m, part, said->insight);
    if (said->shared)
      eh_letter_note (part,
                      eh_catalogue_get (m->words, N_ ("You said this together with others.")));
  }
}

static const char *
status_words (EhLetterMaker *m, EhBlockStatus status)
{
  switch (status) {
  case EH_BLOCK_STATUS_AGREED:
    return eh_catalogue_get (m->words, N_ ("The team has agreed on it."));
  case EH_BLOCK_STATUS_PUBLISHED:
    return eh_catalogue_get (m->words, N_ ("It is published."));
  case EH_BLOCK_STATUS_DONE:
    return eh_catalogue_get (m->words, N_ ("It has been done."));
  case EH_BLOCK_STATUS_DRAFT:
  case EH_BLOCK_STATUS_NOT_DONE:
  case EH_BLOCK_STATUS_N_VALUES:
  default:
    return eh_catalogue_get (m->words, N_ ("It is a draft, and may still change."));
  }
}

/* How what was said, by its numbers, bears on a recommendation. */
static const char *
bearing_words (EhLetterMaker *m, EhStance stance)
{
  switch (stance) {
  case EH_STANCE_SHAPES:
    /* TRANSLATORS: %s is numbers of things that the reader said: "1, 3" */
    return eh_catalogue_get (m->words, N_ ("Shaped by what you said: %s."));
  case EH_STANCE_DISAGREES:
    /* TRANSLATORS: %s is numbers of things that the reader said: "1, 3" */
    return eh_catalogue_get (m->words,
                             N_ ("You saw this differently: %s. Your view is kept beside it."));
  case EH_STANCE_SUPPORTS:
  case EH_STANCE_N_VALUES:
  default:
    /* TRANSLATORS: %s is numbers of things that the reader said: "1, 3" */
    return eh_catalogue_get (m->words, N_ ("Rests on what you said: %s."));
  }
}

/* The message was chosen at run time, so its one "%s" is filled by hand. */
static char *
fill_in (const char *message, const char *value)
{
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", value, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
note_bearing (EhLetterMaker *m, EhLetterPart *part, const EhFeedbackUse *use, GArray *of)
{
  g_autofree char *numbers = eh_letter_numbers (of);
  g_autofree char *note = fill_in (
      use->quoted ? eh_catalogue_get (m->words, N_ ("It quotes what you said: %s."))
                  : bearing_words (m, use->stance),
      numbers);

  eh_letter_note (part, note);
}

static void
note_due (EhLetterMaker *m, EhLetterPart *part, const EhBlock *block)
{
  g_autofree char *date = eh_letter_date (m, block->due);
  g_autofree char *due = eh_text_isolate (date);
  g_autofree char *note = NULL;

  if (eh_text_is_blank (block->due) || block->status == EH_BLOCK_STATUS_DONE)
    return;
  /* TRANSLATORS: %s is a date, or words such as "spring" */
  note = g_strdup_printf (eh_catalogue_get (m->words, N_ ("To be done by: %s.")), due);
  eh_letter_note (part, note);
}

static void
note_why_not (EhLetterMaker *m, EhLetterPart *part, const char *reason)
{
  g_autofree char *safe = eh_letter_team_words (m, reason);
  g_autofree char *shown = eh_text_isolate (safe);
  g_autofree char *why = NULL;

  if (eh_text_is_blank (safe)) {
    eh_letter_note (part, eh_catalogue_get (m->words, N_ ("We have not written down why yet. Ask "
                                                          "us: you are owed a reason.")));
    return;
  }
  /* TRANSLATORS: %s is why something was not done */
  why = g_strdup_printf (eh_catalogue_get (m->words, N_ ("Why not: %s")), shown);
  eh_letter_note (part, why);
}

static gboolean
is_recommendation (const EhFeedbackUse *use)
{
  return use->block->kind == EH_BLOCK_KIND_RECOMMENDATION && !eh_text_is_blank (use->block->text);
}

static gboolean
is_not_done (const EhFeedbackUse *use)
{
  return is_recommendation (use) && use->block->status == EH_BLOCK_STATUS_NOT_DONE;
}

/* A recommendation stands once, with all that ties it to what was said. */
static guint
add_recommendation (EhLetterMaker *m, guint first)
{
  GPtrArray *uses = m->feedback->uses;
  const EhFeedbackUse *use = uses->pdata[first];
  EhLetterPart *part = eh_letter_add_team (m, EH_LETTER_ITEM, use->block->text);
  guint next = first;

  part->strong = TRUE;
  for (; next < uses->len && ((EhFeedbackUse *) uses->pdata[next])->block == use->block; next++)
    note_bearing (m, part, uses->pdata[next], ((EhFeedbackUse *) uses->pdata[next])->numbers);
  if (is_not_done (use)) {
    note_why_not (m, part, use->block->reason);
  } else {
    eh_letter_note (part, status_words (m, use->block->status));
    note_due (m, part, use->block);
  }
  return next;
}

/* The gate refuses a quotation beyond consent; a letter does not speak of what will not stand. */
static gboolean
stands (EhLetterMaker *m, const EhFeedbackUse *use)
{
  EhQuoteLevel quote = m->feedback->consent != NULL ? m->feedback->consent->quote
                                                    : EH_QUOTE_LEVEL_UNKNOWN;

  return use->guidance != NULL && (!use->quoted || quote > EH_QUOTE_LEVEL_PARAPHRASE);
}

/* Parts under one heading that bear on what was said alike are one to the reader. */
static gboolean
is_alike (const EhFeedbackUse *use, const EhFeedbackUse *other)
{
  return other->heading == use->heading && other->guidance == use->guidance &&
         other->quoted == use->quoted && other->stance == use->stance && !is_recommendation (other);
}

static gboolean
is_told (GPtrArray *uses, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_alike (uses->pdata[index], uses->pdata[i]))
      return TRUE;
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Returns: (transfer full): the numbers of all that is told of with @index, each once, in order */
static GArray *
numbers_with (GPtrArray *uses, guint index)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = index; i < uses->len; i++) {
    const EhFeedbackUse *use = uses->pdata[i];

    if (is_alike (uses->pdata[index], use))
      g_array_append_vals (numbers, use->numbers->data, use->numbers->len);
  }
  g_array_sort (numbers, compare_numbers);
  for (guint i = numbers->len; i > 1; i--)
    if (g_array_index (numbers, guint, i - 1) == g_array_index (numbers, guint, i - 2))
      g_array_remove_index (numbers, i - 1);
  return numbers;
}

/* Other parts of a document may hold what others said: it is told where they are, not what they
 * say. */
static void
add_part (EhLetterMaker *m, guint index)
{
  const EhFeedbackUse *use = m->feedback->uses->pdata[index];
  g_autoptr (GArray) numbers = numbers_with (m->feedback->uses, index);
  g_autofree char *guidance = eh_letter_team_words (m, use->guidance->title);
  g_autofree char *title = eh_text_isolate (guidance);
  g_autofree char *heading = use->heading != NULL && use->heading != use->block
                                 ? eh_letter_team_words (m, use->heading->text)
                                 : NULL;
  g_autofree char *under = heading != NULL ? eh_text_isolate (heading) : NULL;
  g_autofree char *text = NULL;

  /* TRANSLATORS: a part of a document: under which heading, and in which document */
  text = under != NULL
             ? g_strdup_printf (eh_catalogue_get (m->words, N_ ("The part “%1$s” of “%2$s”")),
                                under, title)
             : g_strdup_printf (eh_catalogue_get (m->words, N_ ("“%s”")), title);
  note_bearing (m, eh_letter_add (m, EH_LETTER_ITEM, text), use, numbers);
}

/**
 * eh_letter_add_done:
 * @m: a letter being made
 *
 * Adds what rests on what the reader said.
 */
void
eh_letter_add_done (EhLetterMaker *m)
{
  GPtrArray *uses = m->feedback->uses;
  guint n = 0;

  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("What we did")));
  for (guint i = 0; i < uses->len;) {
    if (!is_recommendation (uses->pdata[i]) || is_not_done (uses->pdata[i])) {
      i++;
      continue;
    }
    if (n++ == 0)
      eh_letter_add (m, EH_LETTER_PARAGRAPH,
                     eh_catalogue_get (m->words, N_ ("The team recommends:")));
    i = add_recommendation (m, i);
  }
  for (guint i = 0, others = 0; i < uses->len; i++) {
    if (is_recommendation (uses->pdata[i]) || !stands (m, uses->pdata[i]) || is_told (uses, i))
      continue;
    if (others++ == 0)
      eh_letter_add (m, EH_LETTER_PARAGRAPH,
                     eh_catalogue_get (m->words, N_ ("You are also in what we wrote here:")));
    add_part (m, i);
    n++;
  }
  if (n == 0)
    eh_letter_add (m, EH_LETTER_PARAGRAPH,
                   eh_catalogue_get (m->words, N_ ("So far nothing that we wrote or did rests on "
                                                   "what you said.")));
}

static void
add_parked (EhLetterMaker *m, guint index)
{
  const EhFeedbackSaid *said = m->feedback->said->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *clean = eh_text_clean_line (said->insight->text);
  g_autofree char *begins = eh_text_shorten (clean, REMINDER_CHARS);
  g_autofree char *quoted = in_quotes (m, begins);
  g_autofree char *shown = eh_text_isolate (quoted);
  g_autofree char *text = NULL;

  /* TRANSLATORS: %1$s is the number of something that the reader said, %2$s how it begins */
  text = g_strdup_printf (eh_catalogue_get (m->words, N_ ("Number %1$s, %2$s: we have set this "
                                                          "aside.")),
                          number, shown);
  note_why_not (m, eh_letter_add (m, EH_LETTER_ITEM, text), said->why_not);
}

static void
add_undecided (EhLetterMaker *m)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < m->feedback->said->len; i++) {
    const EhFeedbackSaid *said = m->feedback->said->pdata[i];
    guint number = i + 1;

    if (!said->used && said->why_not == NULL)
      g_array_append_val (numbers, number);
  }
  if (numbers->len == 0)
    return;
  list = eh_letter_numbers (numbers);
  /* TRANSLATORS: %s is numbers of things that the reader said: "2, 4" */
  text = g_strdup_printf (
      eh_catalogue_get (m->words, N_ ("What becomes of this is not decided yet: %s.")), list);
  eh_letter_add (m, EH_LETTER_ITEM, text);
}

static void
add_broken_promises (EhLetterMaker *m)
{
  for (guint i = 0; i < m->feedback->promises->len; i++) {
    const EhPromise *promise = m->feedback->promises->pdata[i];
    EhLetterPart *part;

    if (promise->state != EH_PROMISE_STATE_NOT_KEPT)
      continue;
    part = eh_letter_add_team (m, EH_LETTER_ITEM, promise->text);
    part->strong = TRUE;
    eh_letter_note (part, eh_catalogue_get (m->words, N_ ("We promised this and did not keep it. "
                                                          "We are sorry.")));
    note_why_not (m, part, promise->reason);
  }
}

/**
 * eh_letter_add_not_done:
 * @m: a letter being made
 *
 * Adds what was not done with what the reader said, and why.
 */
void
eh_letter_add_not_done (EhLetterMaker *m)
{
  GPtrArray *uses = m->feedback->uses;
  EhLetterSection *section;

  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("What we did not do, and why")));
  section = m->letter->sections->pdata[m->letter->sections->len - 1];
  for (guint i = 0; i < uses->len;) {
    if (is_not_done (uses->pdata[i]))
      i = add_recommendation (m, i);
    else
      i++;
  }
  for (guint i = 0; i < m->feedback->said->len; i++)
    if (((EhFeedbackSaid *) m->feedback->said->pdata[i])->why_not != NULL)
      add_parked (m, i);
  add_undecided (m);
  add_broken_promises (m);
  if (section->parts->len == 0)
    eh_letter_add (m, EH_LETTER_PARAGRAPH,
                   eh_catalogue_get (m->words, N_ ("Nothing of what you said was left out.")));
}
