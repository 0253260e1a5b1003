/* Letters: each section, what each choice makes of it, and that nothing of anybody else is ever in
 * one, in whatever form. */

#include "eh-doc-writer.h"
#include "eh-letter-doc.h"
#include "eh-text.h"

#include <locale.h>
#include <string.h>

#define N_PEOPLE 6

typedef struct {
  EhDataset *dataset;
  EhFeedbackIndex *index;
} Fixture;

static gpointer
add (GPtrArray *rows, gpointer row)
{
  g_ptr_array_add (rows, row);
  return row;
}

static EhParticipant *
add_person (Fixture *f, guint n)
{
  EhParticipant *person = add (f->dataset->participants, eh_participant_new ());
  g_autofree char *name = g_strdup_printf ("Forename%u Surname%u", n, n);

  person->id = (EhId) n + 1;
  person->role_group_id = 100 + (EhId) n % 2;
  person->created_at = (gint64) n + 1;
  eh_set_str (&person->name, name);
  return person;
}

static EhInsight *
add_insight (Fixture *f, EhId id, const char *text, EhId who, EhId with)
{
  EhInsight *insight = add (f->dataset->insights, eh_insight_new ());

  insight->id = id;
  insight->workshop_id = 7;
  eh_set_str (&insight->text, text);
  for (guint i = 0; i < 2; i++) {
    EhId person = i == 0 ? who : with;
    EhContributor *row;

    if (person == EH_ID_NONE)
      continue;
    row = add (f->dataset->contributors, eh_contributor_new ());
    row->insight_id = id;
    row->participant_id = person;
    row->id = eh_id_from_pair ("contributor", id, person);
  }
  return insight;
}

static EhBlock *
add_block (Fixture *f, EhId id, EhBlockKind kind, const char *text, EhBlockStatus status)
{
  EhBlock *block = add (f->dataset->blocks, eh_block_new ());

  block->id = id;
  block->guidance_id = 9;
  block->kind = kind;
  block->status = status;
  eh_set_str (&block->text, text);
  return block;
}

static void
add_evidence (Fixture *f, EhId block, EhId insight, EhStance stance)
{
  EhEvidence *row = add (f->dataset->evidences, eh_evidence_new ());

  row->id = eh_id_from_pair ("evidence", block, insight);
  row->block_id = block;
  row->insight_id = insight;
  row->stance = stance;
}

static EhPromise *
add_promise (Fixture *f, EhId id, const char *text, EhId person, EhId group)
{
  EhPromise *row = add (f->dataset->promises, eh_promise_new ());

  row->id = id;
  row->participant_id = person;
  row->role_group_id = group;
  eh_set_str (&row->text, text);
  return row;
}

/* Six people; each says something of their own, two something together, and there is a document. */
static void
set_up (Fixture *f, gconstpointer data)
{
  EhGuidance *guidance;
  EhWorkshop *workshop;

  f->dataset = eh_dataset_new ();
  f->index = NULL;
  eh_set_str (&f->dataset->project->title, "The project");
  eh_set_str (&f->dataset->project->language, "en-GB");
  for (guint i = 0; i < 2; i++) {
    EhRoleGroup *group = add (f->dataset->role_groups, eh_role_group_new ());

    group->id = 100 + (EhId) i;
  }
  workshop = add (f->dataset->workshops, eh_workshop_new ());
  workshop->id = 7;
  eh_set_str (&workshop->title, "First workshop");
  eh_set_str (&workshop->date, "2026-03-10");
  guidance = add (f->dataset->guidances, eh_guidance_new ());
  guidance->id = 9;
  eh_set_str (&guidance->title, "The guidance");
  add_block (f, 50, EH_BLOCK_KIND_HEADING, "A chapter", EH_BLOCK_STATUS_DRAFT);
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *text = g_strdup_printf ("own word%u here", i);

    add_person (f, i);
    add_insight (f, 1000 + (EhId) i, text, (EhId) i + 1, EH_ID_NONE);
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->index, eh_feedback_index_unref);
  eh_dataset_unref (f->dataset);
}

static EhParticipant *
person (Fixture *f, guint n)
{
  return f->dataset->participants->pdata[n];
}

static void
ready (Fixture *f)
{
  eh_dataset_freeze (f->dataset);
  f->index = eh_feedback_index_new (f->dataset);
}

static char *
letter_text (const EhLetter *letter)
{
  GString *out = g_string_new (letter->title);

  for (guint i = 0; i < letter->sections->len; i++) {
    const EhLetterSection *section = letter->sections->pdata[i];

    g_string_append_printf (out, "\n## %s\n", section->heading != NULL ? section->heading : "");
    for (guint j = 0; j < section->parts->len; j++) {
      const EhLetterPart *part = section->parts->pdata[j];

      g_string_append_printf (out, "%s\n%s\n", part->text, part->note != NULL ? part->note : "");
    }
  }
  return g_string_free (out, FALSE);
}

static EhLetter *
letter_of (Fixture *f, guint n, const char *language)
{
  g_autoptr (EhFeedback) feedback = eh_feedback_new (f->index, person (f, n)->id);
  const EhLetterOptions options = { language, "2026-06-01", NULL };

  return eh_letter_new (f->index, feedback, &options);
}

static char *
text_of (Fixture *f, guint n)
{
  g_autoptr (EhLetter) letter = letter_of (f, n, NULL);

  return letter_text (letter);
}

#define assert_says(text, words)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, words) == NULL)                                                              \
      g_error ("“%s” is not in:\n%s", words, text);                                                \
  }                                                                                                \
  G_STMT_END
#define assert_silent(text, words)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, words) != NULL)                                                              \
      g_error ("“%s” is in:\n%s", words, text);                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_sections (Fixture *f, gconstpointer data)
{
  static const char *const headings[] = {
    "## You said",
    "## What we did\n",
    "## What we did not do, and why",
    "## What happens next",
    "## Your credit and your choices",
    "## Your payment",
    "## How to reach us",
  };
  EhPayment *payment = add (f->dataset->payments, eh_payment_new ());
  EhAttendance *attendance = add (f->dataset->attendances, eh_attendance_new ());
  g_autofree char *text = NULL;
  const char *last;

  payment->participant_id = attendance->participant_id = 1;
  attendance->workshop_id = 7;
  payment->offered = 7500;
  eh_set_str (&f->dataset->project->currency, "GBP");
  eh_set_str (&f->dataset->project->contact, "write to us");
  ready (f);
  text = text_of (f, 0);
  last = text;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    assert_says (last, headings[i]);
    last = strstr (last, headings[i]);
  }
  assert_says (text, "Dear ");
  assert_says (text, "You were with us at: ");
  assert_says (text, "10 March 2026");
  assert_says (text, "“own word0 here”");
  assert_says (text, "75.00 GBP");
  assert_says (text, "write to us");
  assert_says (text, "What becomes of this is not decided yet: 1.");
}

static void
test_nothing_recorded (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_person (f, N_PEOPLE);
  ready (f);
  text = text_of (f, N_PEOPLE);
  assert_says (text, "Thank you");
  assert_says (text, "nothing under your name");
  assert_says (text, "## Your credit and your choices");
  assert_silent (text, "## You said");
  assert_silent (text, "## What we did not do");
}

static void
test_where_it_went (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  EhConsent *consent = add (f->dataset->consents, eh_consent_new ());
  EhBlock *quote = NULL;

  consent->id = 1;
  consent->quote = EH_QUOTE_LEVEL_NAMED;
  add_insight (f, 2000, "second of mine", 1, 3);
  add_block (f, 51, EH_BLOCK_KIND_RECOMMENDATION, "Do this", EH_BLOCK_STATUS_AGREED);
  add_block (f, 52, EH_BLOCK_KIND_RECOMMENDATION, "Do not do that", EH_BLOCK_STATUS_NOT_DONE);
  add_block (f, 53, EH_BLOCK_KIND_PARAGRAPH, "A paragraph of others", EH_BLOCK_STATUS_DRAFT);
  quote = add_block (f, 54, EH_BLOCK_KIND_QUOTATION, "", EH_BLOCK_STATUS_DRAFT);
  quote->insight_id = 1000;
  eh_set_str (&((EhBlock *) f->dataset->blocks->pdata[2])->reason, "there was no money");
  add_evidence (f, 51, 1000, EH_STANCE_SUPPORTS);
  add_evidence (f, 51, 2000, EH_STANCE_DISAGREES);
  add_evidence (f, 52, 2000, EH_STANCE_SHAPES);
  add_evidence (f, 53, 1000, EH_STANCE_SUPPORTS);
  ready (f);
  text = text_of (f, 0);
  assert_says (text, "You said this together with others.");
  assert_says (text, "Rests on what you said: 1.");
  assert_says (text, "You saw this differently: 2.");
  assert_says (text, "The team has agreed on it.");
  assert_says (strstr (text, "## What we did not do"), "Do not do that");
  assert_says (text, "there was no money");
  assert_says (text, "It quotes what you said: 1.");
  assert_says (text, "A chapter");
  assert_silent (text, "A paragraph of others");
  assert_silent (text, "not decided yet");
}

/* What somebody else may not be quoted with is not quoted in a letter either, wherever the team has
 * copied it; whoever said it may read it. */
static void
test_not_quoted (Fixture *f, gconstpointer data)
{
  static const char said[] = "the gate was locked again and nobody had the key to it";
  EhConsent *consent = add (f->dataset->consents, eh_consent_new ());
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  consent->id = 2;
  consent->quote = EH_QUOTE_LEVEL_PARAPHRASE;
  add_insight (f, 2000, said, 2, EH_ID_NONE);
  add_block (f, 51, EH_BLOCK_KIND_RECOMMENDATION,
             "Have keys, for “the gate was locked again, and nobody had the key to it”",
             EH_BLOCK_STATUS_AGREED);
  add_evidence (f, 51, 1000, EH_STANCE_SUPPORTS);
  add_evidence (f, 51, 1001, EH_STANCE_SUPPORTS);
  ready (f);
  mine = text_of (f, 0);
  theirs = text_of (f, 1);
  assert_says (mine, "Have keys, for [words that may not be quoted]");
  assert_silent (mine, "locked again");
  assert_says (theirs, "Have keys, for “the gate was locked again, and");
}

static void
test_reasons (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) gaps = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  EhInsight *aside = f->dataset->insights->pdata[0];
  EhParked *parked = add (f->dataset->parked, eh_parked_new ());

  aside->parked = TRUE;
  parked->guidance_id = 9;
  parked->insight_id = 1001;
  eh_set_str (&parked->reason, "another team does it");
  add_block (f, 51, EH_BLOCK_KIND_RECOMMENDATION, "Do this", EH_BLOCK_STATUS_NOT_DONE);
  add_evidence (f, 51, 1002, EH_STANCE_SUPPORTS);
  ready (f);
  first = text_of (f, 0);
  second = text_of (f, 1);
  third = text_of (f, 2);
  assert_says (first, "We have not written down why yet");
  assert_says (second, "another team does it");
  assert_says (third, "We have not written down why yet");
  gaps = eh_feedback_index_without_reason (f->index);
  g_assert_cmpuint (gaps->len, ==, 2);
}

static void
test_promises (Fixture *f, gconstpointer data)
{
  EhPromise *late = add_promise (f, 60, "promised to all", EH_ID_NONE, EH_ID_NONE);
  EhPromise *broken = add_promise (f, 61, "promised in vain", EH_ID_NONE, EH_ID_NONE);
  EhPromise *kept = add_promise (f, 62, "promised and done", EH_ID_NONE, EH_ID_NONE);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  eh_set_str (&late->due, "2026-05-01");
  broken->state = EH_PROMISE_STATE_NOT_KEPT;
  eh_set_str (&broken->reason, "we forgot");
  kept->state = EH_PROMISE_STATE_KEPT;
  add_promise (f, 63, "promised to a group", EH_ID_NONE, 100);
  add_promise (f, 64, "promised to one", 2, EH_ID_NONE);
  ready (f);
  first = text_of (f, 0);
  second = text_of (f, 1);
  assert_says (first, "promised to all");
  assert_says (first, "It is late");
  assert_says (first, "we forgot");
  assert_silent (first, "promised and done");
  assert_says (first, "promised to a group");
  assert_silent (second, "promised to a group");
  assert_silent (first, "promised to one");
  assert_says (second, "promised to one");
}

/* Every choice of credit with every choice about quoting. */
static void
test_choices (Fixture *f, gconstpointer data)
{
  EhParticipant *who = person (f, 0);
  EhConsent *consent = add (f->dataset->consents, eh_consent_new ());

  consent->id = 1;
  eh_set_str (&who->credit_name, "Printed Name");
  eh_set_str (&who->pseudonym, "Heron");
  ready (f);
  for (EhCredit credit = 0; credit < EH_CREDIT_N_VALUES; credit++) {
    for (EhQuoteLevel quote = 0; quote < EH_QUOTE_LEVEL_N_VALUES; quote++) {
      g_autofree char *text = NULL;
      const char *choices;

      who->credit = credit;
      consent->quote = quote;
      text = text_of (f, 0);
      choices = strstr (text, "## Your credit and your choices");
      g_assert_cmpint (strstr (choices, "F. S.") != NULL, ==, credit == EH_CREDIT_INITIALS);
      g_assert_cmpint (strstr (choices, "Printed Name") != NULL, ==, credit == EH_CREDIT_NAMED);
      g_assert_cmpint (strstr (choices, "Heron") != NULL, ==, credit == EH_CREDIT_PSEUDONYM);
      g_assert_cmpint (strstr (choices, "nothing names you") != NULL, ==, credit == EH_CREDIT_ASK);
      g_assert_cmpint (strstr (choices, "with your name") != NULL, ==,
                       quote == EH_QUOTE_LEVEL_NAMED);
      g_assert_cmpint (strstr (choices, "We have not asked you yet") != NULL, ==,
                       quote == EH_QUOTE_LEVEL_UNKNOWN);
      assert_says (choices, "You can change any of this");
    }
  }
}

static void
test_greeting (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  eh_set_str (&person (f, 0)->greeting, "Dear Mrs Khan");
  eh_set_str (&person (f, 1)->greeting, "Hi Sam!");
  ready (f);
  first = text_of (f, 0);
  second = text_of (f, 1);
  assert_says (first, "Dear Mrs Khan,\n");
  assert_says (second, "Hi Sam!\n");
}

static void
test_who_gets_one (Fixture *f, gconstpointer data)
{
  EhConsent *silent = add (f->dataset->consents, eh_consent_new ());
  EhConsent *refuses = add (f->dataset->consents, eh_consent_new ());

  silent->id = 3;
  silent->contact_after = EH_CONTACT_AFTER_NONE;
  refuses->id = 4;
  refuses->take_part = EH_ANSWER_NO;
  person (f, 0)->withdrawal = EH_WITHDRAWAL_REMOVE_NAME;
  person (f, 1)->withdrawal = EH_WITHDRAWAL_STOP_CONTACT;
  ready (f);
  g_assert_cmpint (eh_feedback_index_due (f->index, person (f, 0)), ==, EH_LETTER_WITHDRAWN);
  g_assert_cmpint (eh_feedback_index_due (f->index, person (f, 1)), ==, EH_LETTER_NO_CONTACT);
  g_assert_cmpint (eh_feedback_index_due (f->index, person (f, 2)), ==, EH_LETTER_NO_CONTACT);
  g_assert_cmpint (eh_feedback_index_due (f->index, person (f, 3)), ==, EH_LETTER_NOT_TAKING_PART);
  g_assert_cmpint (eh_feedback_index_due (f->index, person (f, 4)), ==, EH_LETTER_DUE);
}

/* Everywhere that the team writes, somebody's name may stand. */
static void
name_everybody (Fixture *f)
{
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *text = g_strdup_printf ("as %s said", person (f, i)->name);
    EhBlock *block = add_block (f, 70 + (EhId) i, EH_BLOCK_KIND_RECOMMENDATION, text,
                                i % 2 == 0 ? EH_BLOCK_STATUS_AGREED : EH_BLOCK_STATUS_NOT_DONE);
    EhPromise *promise = add_promise (f, 80 + (EhId) i, text, EH_ID_NONE, EH_ID_NONE);
    EhInsight *insight = f->dataset->insights->pdata[i];

    promise->state = i % 2 == 0 ? EH_PROMISE_STATE_OPEN : EH_PROMISE_STATE_NOT_KEPT;
    eh_set_str (&promise->reason, text);
    eh_set_str (&block->reason, text);
    insight->parked = i % 3 == 0;
    eh_set_str (&insight->parked_reason, text);
    for (guint j = 0; j < N_PEOPLE; j++)
      add_evidence (f, block->id, 1000 + (EhId) j, (EhStance) (j % 3));
  }
}

static void
sweep (const char *text, guint reader)
{
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *word = g_strdup_printf ("word%u", i);
    g_autofree char *name = g_strdup_printf ("Surname%u", i);

    if (i == reader) {
      assert_says (text, word);
    } else {
      assert_silent (text, word);
      assert_silent (text, name);
    }
  }
}

static void
test_nothing_of_others (Fixture *f, gconstpointer data)
{
  static const char *const plain[] = { "html", "markdown" };

  add_insight (f, 3000, "said by all of us", 1, 2);
  name_everybody (f);
  ready (f);
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autoptr (EhLetter) letter = letter_of (f, i, NULL);
    g_autoptr (EhDoc) doc = eh_letter_to_doc (letter, 0, NULL);
    g_autofree char *text = letter_text (letter);

    sweep (text, i);
    assert_says (text, "somebody else");
    for (guint j = 0; j < G_N_ELEMENTS (plain); j++) {
      g_autoptr (GBytes) bytes = eh_doc_render (doc, eh_doc_writer_by_id (plain[j]), NULL, NULL);
      gsize size;
      const char *start = g_bytes_get_data (bytes, &size);
      g_autofree char *file = g_strndup (start, size);

      sweep (file, i);
    }
  }
}

static void
test_slip (Fixture *f, gconstpointer data)
{
  const EhId ids[] = { 1002 };
  g_autoptr (EhFeedback) feedback = NULL;
  g_autoptr (EhLetter) letter = NULL;
  g_autoptr (EhSlip) slip = eh_slip_new ();
  const EhLetterOptions options = { NULL, NULL, slip };
  g_autofree char *text = NULL;

  slip->number = 12;
  name_everybody (f);
  add_promise (f, 90, "promised to one", 3, EH_ID_NONE);
  ready (f);
  feedback = eh_feedback_new_for_insights (f->index, ids, 1);
  letter = eh_letter_new (f->index, feedback, &options);
  text = letter_text (letter);
  sweep (text, 2);
  assert_silent (text, "Surname");
  assert_silent (text, "promised to one");
  assert_says (text, "slip 12");
  assert_says (text, "Nothing here names you");
}

/* The words are marked as what they are, and a language without words of ours is not claimed. */
static void
test_languages (Fixture *f, gconstpointer data)
{
  g_autoptr (EhLetter) same = NULL;
  g_autoptr (EhLetter) other = NULL;
  g_autoptr (EhDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file = NULL;
  const EhLetterPart *words;

  add_block (f, 51, EH_BLOCK_KIND_RECOMMENDATION, "Do this", EH_BLOCK_STATUS_AGREED);
  add_evidence (f, 51, 1000, EH_STANCE_SUPPORTS);
  eh_set_str (&f->dataset->project->language, "cy");
  ready (f);
  other = letter_of (f, 0, "en");
  g_assert_cmpstr (eh_catalogue_get_language (other->words), ==, "en");
  words = ((EhLetterSection *) other->sections->pdata[1])->parts->pdata[1];
  g_assert_cmpint (words->kind, ==, EH_LETTER_NUMBERED);
  g_assert_cmpstr (words->language, ==, "cy");
  doc = eh_letter_to_doc (other, 0, NULL);
  bytes = eh_doc_render (doc, eh_doc_writer_by_id ("html"), NULL, NULL);
  file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_says (file, "<strong><span lang=\"cy\" dir=\"ltr\">Do this</span></strong>");
  same = letter_of (f, 0, "xx");
  g_assert_cmpstr (eh_catalogue_get_language (same->words), ==, "en-GB");
}

static void
test_large (Fixture *f, gconstpointer data)
{
  g_autoptr (EhLetter) letter = NULL;
  g_autoptr (EhDoc) doc = NULL;
  g_autoptr (GBytes) pdf = NULL;

  person (f, 0)->letter_large = TRUE;
  ready (f);
  letter = letter_of (f, 0, NULL);
  doc = eh_letter_to_doc (letter, 0, NULL);
  g_assert_cmpfloat (eh_doc_meta (doc)->text_size, >=, 18);
  pdf = eh_doc_render (doc, eh_doc_writer_by_id ("pdf"), NULL, NULL);
  g_assert_nonnull (pdf);
}

static guint
count_of (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* What would be said twice is said once: a place, and a part of a document that quotes two things;
 * and a quotation in a quotation has other marks around it. */
static void
test_said_once (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *of_other = NULL;

  add_insight (f, 2000, "He said “no”, and left", 1, EH_ID_NONE);
  add_insight (f, 2001, "more", 2, EH_ID_NONE)->workshop_id = EH_ID_NONE;
  for (guint i = 0; i < 2; i++) {
    EhBlock *block = add_block (f, 60 + (EhId) i, EH_BLOCK_KIND_QUOTATION, "",
                                EH_BLOCK_STATUS_DRAFT);
    EhConsent *consent;

    block->insight_id = i == 0 ? 2000 : 1000;
    if (i > 0)
      continue;
    consent = add (f->dataset->consents, eh_consent_new ());
    consent->id = 1;
    consent->quote = EH_QUOTE_LEVEL_NAMED;
  }
  ready (f);
  text = text_of (f, 0);
  g_assert_cmpuint (count_of (text, "Said at"), ==, 1);
  assert_says (text, "‘He said “no”, and left’");
  assert_says (text, "“own word0 here”");
  assert_says (text, "It quotes what you said: 1, 2.");
  g_assert_cmpuint (count_of (text, "The part"), ==, 1);
  /* Of one thing it is not known where it was said: then it is told of each of the others. */
  of_other = text_of (f, 1);
  g_assert_cmpuint (count_of (of_other, "Said at"), ==, 1);
}

/* A letter ends as letters do, with the name of whoever writes. */
static void
test_farewell (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *of_host = NULL;

  ready (f);
  text = text_of (f, 0);
  g_assert_true (g_str_has_suffix (text, "With our thanks and best wishes,\n\nThe project\n\n"));
  eh_set_str (&f->dataset->project->host, "The University");
  of_host = text_of (f, 0);
  g_assert_true (
      g_str_has_suffix (of_host, "With our thanks and best wishes,\n\nThe University\n\n"));
}

static char *
digest_of (Fixture *f, guint n)
{
  g_autoptr (EhFeedback) feedback = eh_feedback_new (f->index, person (f, n)->id);

  return eh_feedback_digest (feedback);
}

static void
test_digest (Fixture *f, gconstpointer data)
{
  EhBlock *block = add_block (f, 51, EH_BLOCK_KIND_RECOMMENDATION, "Do this",
                              EH_BLOCK_STATUS_AGREED);
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;
  g_autofree char *of_other = NULL;
  g_autofree char *of_other_after = NULL;

  add_evidence (f, 51, 1000, EH_STANCE_SUPPORTS);
  ready (f);
  before = digest_of (f, 0);
  of_other = digest_of (f, 1);
  eh_set_str (&person (f, 0)->letter_language, "cy");
  same = digest_of (f, 0);
  block->status = EH_BLOCK_STATUS_DONE;
  after = digest_of (f, 0);
  of_other_after = digest_of (f, 1);
  g_assert_cmpstr (before, ==, same);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (of_other, ==, of_other_after);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/letter/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("sections", test_sections);
  TEST ("nothing-recorded", test_nothing_recorded);
  TEST ("where-it-went", test_where_it_went);
  TEST ("not-quoted", test_not_quoted);
  TEST ("reasons", test_reasons);
  TEST ("promises", test_promises);
  TEST ("choices", test_choices);
  TEST ("greeting", test_greeting);
  TEST ("who-gets-one", test_who_gets_one);
  TEST ("nothing-of-others", test_nothing_of_others);
  TEST ("slip", test_slip);
  TEST ("languages", test_languages);
  TEST ("large", test_large);
  TEST ("said-once", test_said_once);
  TEST ("farewell", test_farewell);
  TEST ("digest", test_digest);
#undef TEST
  return g_test_run ();
}
