/* What people read of a withdrawal before it is done: the same in the window and from the command
 * line. */

#include "eh-withdrawal-words.h"

#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add (GPtrArray *changes, const char *sentence)
{
  g_ptr_array_add (changes, g_strdup (sentence));
}

/* @sentence: (transfer full) */
static void
add_counted (GPtrArray *changes, guint n, char *sentence)
{
  if (n > 0)
    g_ptr_array_add (changes, sentence);
  else
    g_free (sentence);
}

static void
add_insights (GPtrArray *changes, const EhWithdrawalPlan *plan)
{
  guint n = plan->n_insights_erased;

  add_counted (changes, n,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The words of %u insight are erased.",
                                             "The words of %u insights are erased.", n),
                                n));
  n = plan->past->len;
  add_counted (
      changes, n,
      g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE,
              "The words of %u insight that was removed before are erased from the history.",
              "The words of %u insights that were removed before are erased from the history.", n),
          n));
  n = plan->n_insights_unnamed;
  add_counted (
      changes, n,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u insight stays, with their role group and without their name.",
                       "%u insights stay, with their role group and without their name.", n),
          n));
  n = plan->n_insights_shared;
  add_counted (
      changes, n,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of these is also somebody else’s.",
                                    "%u of these are also somebody else’s.", n),
                       n));
  n = plan->n_insights_published;
  add_counted (
      changes, n,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Published guidance rests on %u of these.",
                                    "Published guidance rests on %u of these.", n),
                       n));
  n = plan->n_blocks_flagged;
  add_counted (
      changes, n,
      g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE,
              "%u part of the guidance rested on what goes, and is marked to be looked at.",
              "%u parts of the guidance rested on what goes, and are marked to be looked at.", n),
          n));
  n = plan->n_versions;
  add_counted (
      changes, n,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u earlier version of the guidance is kept without their words.",
                       "%u earlier versions of the guidance are kept without their words.", n),
          n));
}

static void
add_others (GPtrArray *changes, const EhWithdrawalPlan *plan)
{
  guint n = plan->n_waiting_erased;

  add_counted (
      changes, n,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u message of theirs that was sent from a phone and waits is erased.",
                       "%u messages of theirs that were sent from a phone and wait are erased.", n),
          n));
  n = plan->n_access_needs;
  add_counted (changes, n,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u access need is erased.",
                                             "%u access needs are erased.", n),
                                n));
  n = plan->n_payments;
  add_counted (
      changes, n,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u payment is erased, with its dates and amounts.",
                                    "%u payments are erased, with their dates and amounts.", n),
                       n));
  n = plan->n_promises;
  add_counted (changes, n,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u promise to them is erased.",
                                             "%u promises to them are erased.", n),
                                n));
}

/**
 * eh_withdrawal_words_changes:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type utf8): what would change, a sentence each
 */
GPtrArray *
eh_withdrawal_words_changes (const EhWithdrawalPlan *plan)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  if (plan->scope == EH_WITHDRAWAL_STOP_CONTACT) {
    add (changes, _ ("The record says from today that they want no more contact."));
    add (changes, _ ("Nothing is erased. This can be undone."));
    return changes;
  }
  add (changes, _ ("Their name, biography, wishes and consent are erased. That somebody of "
                   "their role group was at the workshops stays."));
  add_insights (changes, plan);
  add_others (changes, plan);
  add (changes, _ ("What is erased goes from the whole file: from the search, from the history "
                   "and from what can be undone. Nobody can bring it back."));
  return changes;
}

/**
 * eh_withdrawal_words_mentions:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what is said before the places where their name stands;
 * %NULL for none
 */
char *
eh_withdrawal_words_mentions (const EhWithdrawalPlan *plan)
{
  guint n = plan->mentions != NULL ? plan->mentions->len : 0;

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Their name stands in %u text that stays. Nothing changes there by itself: "
                   "read it, and take the name out where it should not be.",
                   "Their name stands in %u texts that stay. Nothing changes there by itself: "
                   "read them, and take the name out where it should not be.",
                   n),
      n);
}

/**
 * eh_withdrawal_words_mention:
 * @mention: where their name stands
 * @text: what it says there, as it may be shown
 *
 * Returns: (transfer full): what kind of thing it is, which of its fields, and what that says
 */
char *
eh_withdrawal_words_mention (const EhMention *mention, const char *text)
{
  g_autofree char *isolated = eh_text_isolate (text);

  /* TRANSLATORS: where a name stands: what kind of thing, which of its fields, and what it says */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), eh_row_words_thing (mention->type),
                          eh_row_words_field (mention->type, mention->field), isolated);
}

/**
 * eh_withdrawal_words_places:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what is said before the places where their words stand;
 * %NULL for none
 */
char *
eh_withdrawal_words_places (const EhWithdrawalPlan *plan)
{
  guint n = plan->places->len;

  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Their words stand in %u passage of what stays.",
                                       "Their words stand in %u passages of what stays.", n),
                          n);
}

/**
 * eh_withdrawal_words_where:
 * @place: where their words stand
 *
 * Returns: (transfer full): what kind of text that is
 */
char *
eh_withdrawal_words_where (const EhWordsPlace *place)
{
  const char *field = eh_row_words_field (place->type, place->field);

  if (place->type == &eh_block_row_type && g_str_equal (place->field->name, "text"))
    /* TRANSLATORS: %s is a kind of part of the guidance: Paragraph, Quotation */
    return g_strdup_printf (_ ("Guidance: %s"),
                            eh_vocabulary_label (&eh_block_kind_vocabulary, (int) place->kind));
  /* TRANSLATORS: where words stand: what kind of thing, and which of its fields */
  return g_strdup_printf (_ ("%1$s: %2$s"), eh_row_words_thing (place->type), field);
}

/**
 * eh_withdrawal_words_about:
 * @place: where their words stand
 *
 * Returns: (nullable): what there is to know before one chooses
 */
const char *
eh_withdrawal_words_about (const EhWordsPlace *place)
{
  if (place->others)
    return _ ("Somebody else said this, and it is theirs too.");
  if (place->goes)
    return _ ("Nothing else is in this part: it goes altogether.");
  if (place->all)
    return _ ("It quotes them, shortened or in other words.");
  return place->passage.sure ? NULL : _ ("So few words may stand here by chance.");
}
