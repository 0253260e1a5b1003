/* What comes next, how the reader is named, what they agreed to and how to change it, and what they
 * were paid. */

#include "eh-letter-private.h"

#include "config.h"
#include "eh-credit-name.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AMOUNT_PARTS 100.0

static void
add_promise (EhLetterMaker *m, const EhPromise *promise)
{
  g_autofree char *date = eh_letter_date (m, promise->due);
  g_autofree char *note = NULL;
  EhLetterPart *part;

  if (promise->state != EH_PROMISE_STATE_OPEN)
    return;
  part = eh_letter_add_team (m, EH_LETTER_ITEM, promise->text);
  part->strong = TRUE;
  if (eh_text_is_blank (promise->due))
    note = g_strdup (eh_catalogue_get (m->words, N_ ("We promised this. No date was set.")));
  else if (m->options->date != NULL && strcmp (promise->due, m->options->date) < 0)
    /* TRANSLATORS: %s is a date that has passed */
    note = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("We promised this for: %s. It is late, and we are sorry.")),
        date);
  else
    /* TRANSLATORS: %s is a date to come */
    note = g_strdup_printf (eh_catalogue_get (m->words, N_ ("We promised this for: %s.")), date);
  eh_letter_note (part, note);
}

static const char *
guidance_words (EhLetterMaker *m, EhGuidanceStatus status)
{
  switch (status) {
  case EH_GUIDANCE_STATUS_AGREED:
    return eh_catalogue_get (m->words, N_ ("It is agreed, and has not been published yet."));
  case EH_GUIDANCE_STATUS_PUBLISHED:
    return eh_catalogue_get (m->words, N_ ("It is published. Ask us for a copy, in the form that "
                                           "suits you."));
  case EH_GUIDANCE_STATUS_DRAFT:
  case EH_GUIDANCE_STATUS_N_VALUES:
  default:
    return eh_catalogue_get (m->words, N_ ("It is still being written. Ask us to see it, if you "
                                           "would like to comment."));
  }
}

static void
add_guidance (EhLetterMaker *m, const EhGuidance *guidance)
{
  g_autofree char *date = NULL;
  g_autofree char *again = NULL;
  EhLetterPart *part;

  if (eh_text_is_blank (guidance->title))
    return;
  part = eh_letter_add_team (m, EH_LETTER_ITEM, guidance->title);
  part->strong = TRUE;
  eh_letter_note (part, guidance_words (m, guidance->status));
  if (eh_text_is_blank (guidance->review_by))
    return;
  date = eh_letter_date (m, guidance->review_by);
  /* TRANSLATORS: %s is a date */
  again = g_strdup_printf (eh_catalogue_get (m->words, N_ ("It is to be looked at again by: %s.")),
                           date);
  eh_letter_note (part, again);
}

/**
 * eh_letter_add_next:
 * @m: a letter being made
 *
 * Adds what is promised and what is going to be published.
 */
void
eh_letter_add_next (EhLetterMaker *m)
{
  const EhFeedback *f = m->feedback;
  EhLetterSection *section;

  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("What happens next")));
  section = m->letter->sections->pdata[m->letter->sections->len - 1];
  for (guint i = 0; i < f->promises->len; i++)
    add_promise (m, f->promises->pdata[i]);
  for (guint i = 0; i < f->guidances->len; i++)
    add_guidance (m, f->guidances->pdata[i]);
  if (section->parts->len == 0)
    eh_letter_add (m, EH_LETTER_PARAGRAPH,
                   eh_catalogue_get (m->words, N_ ("Nothing further is planned at the moment. If "
                                                   "that changes we tell you.")));
}

static void
add_credit (EhLetterMaker *m, const EhParticipant *person)
{
  g_autofree char *name = eh_credit_name (person);
  g_autofree char *shown = name != NULL ? eh_text_isolate (name) : NULL;
  g_autofree char *text = NULL;

  if (name != NULL)
    /* TRANSLATORS: %s is a name, as it is printed */
    text = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("In what is published you are named as: %s.")), shown);
  else if (person->credit == EH_CREDIT_ROLE_ONLY)
    text = g_strdup (
        eh_catalogue_get (m->words, N_ ("In what is published you stand by your role, without a "
                                        "name.")));
  else if (person->credit == EH_CREDIT_ANONYMOUS)
    text = g_strdup (
        eh_catalogue_get (m->words, N_ ("In what is published you are counted among the "
                                        "contributors, and not named.")));
  else if (person->credit == EH_CREDIT_NOT_LISTED)
    text = g_strdup (
        eh_catalogue_get (m->words, N_ ("In what is published you are not listed at all.")));
  else
    text = g_strdup (
        eh_catalogue_get (m->words, N_ ("We do not know yet how you want to be named. Until you "
                                        "tell us, nothing names you.")));
  eh_letter_add (m, EH_LETTER_ITEM, text);
}

static const char *
quote_words (EhLetterMaker *m, EhQuoteLevel quote)
{
  switch (quote) {
  case EH_QUOTE_LEVEL_NONE:
    return eh_catalogue_get (m->words, N_ ("Your words are not used in what is published."));
  case EH_QUOTE_LEVEL_PARAPHRASE:
    return eh_catalogue_get (m->words, N_ ("What you said may be told in other words than yours."));
  case EH_QUOTE_LEVEL_ANONYMOUS:
    return eh_catalogue_get (m->words, N_ ("Your words may be quoted without a name."));
  case EH_QUOTE_LEVEL_PSEUDONYM:
    return eh_catalogue_get (m->words, N_ ("Your words may be quoted under the name that you "
                                           "chose."));
  case EH_QUOTE_LEVEL_NAMED:
    return eh_catalogue_get (m->words, N_ ("Your words may be quoted with your name."));
  case EH_QUOTE_LEVEL_UNKNOWN:
  case EH_QUOTE_LEVEL_N_VALUES:
  default:
    return eh_catalogue_get (m->words, N_ ("We have not asked you yet whether your words may be "
                                           "quoted. Until then they are not."));
  }
}

static const char *
reuse_words (EhLetterMaker *m, EhReuse reuse)
{
  switch (reuse) {
  case EH_REUSE_SAME_TEAM:
    return eh_catalogue_get (m->words, N_ ("The same team may use your words in later work."));
  case EH_REUSE_OPEN_LICENCE:
    return eh_catalogue_get (m->words, N_ ("Anybody may use your words, under an open licence."));
  case EH_REUSE_GUIDANCE_ONLY:
  case EH_REUSE_N_VALUES:
  default:
    return eh_catalogue_get (m->words, N_ ("Your words are used for this work only."));
  }
}

static void
add_consent (EhLetterMaker *m, const EhConsent *consent)
{
  eh_letter_add (m, EH_LETTER_ITEM, quote_words (m, consent->quote));
  if (consent->quote > EH_QUOTE_LEVEL_PARAPHRASE && consent->show_first)
    eh_letter_add (m, EH_LETTER_ITEM,
                   eh_catalogue_get (m->words, N_ ("You asked to see a quotation before it is "
                                                   "used.")));
  if (consent->quote > EH_QUOTE_LEVEL_NONE)
    eh_letter_add (m, EH_LETTER_ITEM, reuse_words (m, consent->reuse));
  if (consent->authorship == EH_AUTHORSHIP_COAUTHOR)
    eh_letter_add (m, EH_LETTER_ITEM,
                   eh_catalogue_get (m->words, N_ ("You said that you would like to be an "
                                                   "author.")));
  if (!eh_text_is_blank (consent->given_on)) {
    g_autofree char *date = eh_letter_date (m, consent->given_on);
    /* TRANSLATORS: %s is a date */
    g_autofree char *text = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("You agreed to this on: %s.")), date);

    eh_letter_add (m, EH_LETTER_ITEM, text);
  }
}

/**
 * eh_letter_add_choices:
 * @m: a letter being made
 *
 * Adds how the reader is named, what they agreed to, and how to change it.
 */
void
eh_letter_add_choices (EhLetterMaker *m)
{
  static const EhConsent not_asked;
  const EhFeedback *f = m->feedback;

  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("Your credit and your choices")));
  if (f->person == NULL && m->options->slip == NULL) {
    eh_letter_add (
        m, EH_LETTER_PARAGRAPH,
        eh_catalogue_get (m->words, N_ ("Nothing here names you. Go back to what you sent to "
                                        "change it or to take it back; to be named, tell us.")));
  } else if (f->person == NULL) {
    eh_letter_add (
        m, EH_LETTER_PARAGRAPH,
        eh_catalogue_get (m->words, N_ ("Nothing here names you. To be named, to change what you "
                                        "wrote or to take it back, tell us the number and the "
                                        "code on your slip.")));
  } else {
    add_credit (m, f->person);
    add_consent (m, f->consent != NULL ? f->consent : &not_asked);
  }
  eh_letter_add (
      m, EH_LETTER_PARAGRAPH,
      eh_catalogue_get (m->words,
                        N_ ("You can change any of this, or take back what you said, at any time, "
                            "and need not say why. What has been published by then cannot be "
                            "called back; the next version leaves it out.")));
}

static char *
money (EhLetterMaker *m, gint64 amount)
{
  const char *currency = m->feedback->dataset->project->currency;
  g_autofree char *number = g_strdup_printf ("%.2f", (double) amount / AMOUNT_PARTS);

  if (eh_text_is_blank (currency))
    return g_steal_pointer (&number);
  /* TRANSLATORS: an amount and its currency: "75.00 GBP" */
  return g_strdup_printf (eh_catalogue_get (m->words, N_ ("%1$s %2$s")), number, currency);
}

static char *
payment_state (EhLetterMaker *m, const EhPayment *payment)
{
  g_autofree char *date = NULL;

  if (payment->choice == EH_PAYMENT_CHOICE_DECLINED)
    return g_strdup (eh_catalogue_get (m->words, N_ ("You chose not to be paid for this.")));
  if (payment->choice == EH_PAYMENT_CHOICE_DONATED)
    return g_strdup (eh_catalogue_get (m->words, N_ ("You chose to give this away.")));
  if (!eh_text_is_blank (payment->paid_on)) {
    date = eh_letter_date (m, payment->paid_on);
    /* TRANSLATORS: %s is a date */
    return g_strdup_printf (eh_catalogue_get (m->words, N_ ("Paid on: %s.")), date);
  }
  if (!eh_text_is_blank (payment->claimed_on)) {
    date = eh_letter_date (m, payment->claimed_on);
    /* TRANSLATORS: %s is a date */
    return g_strdup_printf (eh_catalogue_get (m->words, N_ ("Claimed on: %s. It is not paid yet. "
                                                            "If you have waited long, tell us.")),
                            date);
  }
  return g_strdup (eh_catalogue_get (m->words, N_ ("Offered, and not claimed yet. Ask us how.")));
}

static void
add_payment (EhLetterMaker *m, const EhPayment *payment)
{
  const EhWorkshop *workshop = eh_dataset_workshop (m->feedback->dataset, payment->workshop_id);
  gint64 work = payment->amount > 0 ? payment->amount : payment->offered;
  g_autofree char *sum = money (m, work + eh_payment_expenses (payment));
  g_autofree char *state = payment_state (m, payment);
  g_autofree char *safe = workshop != NULL ? eh_letter_team_words (m, workshop->title) : NULL;
  g_autofree char *title = safe != NULL ? eh_text_isolate (safe) : NULL;
  g_autofree char *text = NULL;

  if (title != NULL && payment->what == EH_PAYMENT_FOR_SESSION)
    /* TRANSLATORS: %1$s is a workshop, %2$s an amount of money */
    text = g_strdup_printf (eh_catalogue_get (m->words, N_ ("%1$s: %2$s")), title, sum);
  else
    text = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("%1$s: %2$s")),
        eh_catalogue_get_in (m->words, eh_payment_for_vocabulary.context,
                             eh_payment_for_vocabulary.words[payment->what].label),
        sum);
  eh_letter_note (eh_letter_add (m, EH_LETTER_ITEM, text), state);
}

/**
 * eh_letter_add_payments:
 * @m: a letter being made
 *
 * Adds what the reader was paid, where that is recorded. It is told to them and to nobody else.
 */
void
eh_letter_add_payments (EhLetterMaker *m)
{
  GPtrArray *payments = m->feedback->payments;

  if (payments->len == 0)
    return;
  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("Your payment")));
  for (guint i = 0; i < payments->len; i++)
    add_payment (m, payments->pdata[i]);
  eh_letter_add (
      m, EH_LETTER_PARAGRAPH,
      eh_catalogue_get (m->words, N_ ("Payment can change what you get in benefits. Ask us for "
                                      "advice before you decide.")));
}
