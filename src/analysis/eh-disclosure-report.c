/* What the gate did, in plain sentences that name nobody. */

#include "eh-disclosure-report.h"

#include "config.h"
#include "eh-public-dataset-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/**
 * eh_disclosure_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
EhDisclosureReport *
eh_disclosure_report_ref (EhDisclosureReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  EhDisclosureReport *self = data;

  for (guint i = 0; i < self->n_notes; i++)
    g_free (self->notes[i].text);
  g_free (self->notes);
}

/**
 * eh_disclosure_report_unref:
 * @self: (transfer full): a report
 */
void
eh_disclosure_report_unref (EhDisclosureReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

static void G_GNUC_PRINTF (4, 5)
    note (GArray *notes, EhDisclosureKind kind, guint count, const char *format, ...)
{
  EhDisclosureNote row = { kind, count, NULL };
  va_list arguments;

  if (count == 0)
    return;
  va_start (arguments, format);
  row.text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (notes, row);
}

/* The labels of the groups that @which names and @but does not. */
static char *
list_groups (EhPublicDataset *self, const gboolean *which, const gboolean *but, guint *n)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->mask->n_groups; i++) {
    const EhRoleGroup *row = self->voices->groups->pdata[i];

    if (!which[i] || (but != NULL && but[i]))
      continue;
    g_ptr_array_add (labels, row != NULL ? eh_text_isolate (row->label)
                                         : g_strdup (eh_voices_no_group_label ()));
  }
  *n = labels->len;
  return eh_text_join (labels, C_ ("list", ", "));
}

static void
note_groups (EhPublicDataset *self, GArray *notes)
{
  const EhBalanceMask *mask = self->mask;
  guint n;
  g_autofree char *people = list_groups (self, mask->people, NULL, &n);
  g_autofree char *voice = NULL;
  g_autofree char *carry = NULL;

  note (notes, EH_DISCLOSURE_GROUPS, n,
        g_dngettext (GETTEXT_PACKAGE,
                     "Not shown apart, because a number of fewer than %u person could be read or "
                     "worked out: %s.",
                     "Not shown apart, because a number of fewer than %u people could be read or "
                     "worked out: %s.",
                     self->threshold),
        self->threshold, people);
  voice = list_groups (self, mask->voice, mask->people, &n);
  note (notes, EH_DISCLOSURE_VOICE, n,
        _ ("How many insights they gave is not shown, because too few people gave them: %s."),
        voice);
  carry = list_groups (self, mask->carry, mask->voice, &n);
  note (notes, EH_DISCLOSURE_CARRY, n,
        _ ("How much of the guidance rests on them is not shown, because it rests on too few "
           "people: %s."),
        carry);
  note (notes, EH_DISCLOSURE_TOTALS, mask->people_total || mask->voice_total,
        _ ("There are too few people to show even totals."));
}

/* Insights that a guidance rests on or quotes. */
static GHashTable *
find_used (EhDataset *dataset)
{
  GHashTable *used = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < dataset->evidences->len; i++)
    g_hash_table_add (used, &((EhEvidence *) dataset->evidences->pdata[i])->insight_id);
  for (guint i = 0; i < dataset->blocks->len; i++) {
    EhBlock *block = dataset->blocks->pdata[i];

    if (block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE)
      g_hash_table_add (used, &block->insight_id);
  }
  return used;
}

static void
note_words (EhPublicDataset *self, GArray *notes)
{
  g_autoptr (GHashTable) used = find_used (self->dataset);
  guint counts[EH_WITHHELD_N_VALUES] = { 0 };
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_autoptr (EhPublicInsight) insight = eh_public_dataset_insight (self, *(EhId *) id);

    counts[insight->use == EH_TEXT_USE_NONE ? insight->withheld : EH_WITHHELD_NOT]++;
  }
  note (notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_WITHDRAWN],
        g_dngettext (GETTEXT_PACKAGE,
                     "%u insight that the guidance uses is left out: somebody took it back.",
                     "%u insights that the guidance uses are left out: somebody took them back.",
                     counts[EH_WITHHELD_WITHDRAWN]),
        counts[EH_WITHHELD_WITHDRAWN]);
  note (
      notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_REFUSED],
      g_dngettext (GETTEXT_PACKAGE,
                   "%u insight that the guidance uses is not quoted: somebody does not want to be.",
                   "%u insights that the guidance uses are not quoted: somebody does not want to "
                   "be.",
                   counts[EH_WITHHELD_REFUSED]),
      counts[EH_WITHHELD_REFUSED]);
  note (
      notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_NOT_ASKED],
      g_dngettext (GETTEXT_PACKAGE,
                   "%u insight that the guidance uses is not quoted: somebody has not been asked "
                   "whether it may be.",
                   "%u insights that the guidance uses are not quoted: somebody has not been asked "
                   "whether they may be.",
                   counts[EH_WITHHELD_NOT_ASKED]),
      counts[EH_WITHHELD_NOT_ASKED]);
  note (
      notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_NO_GIST],
      g_dngettext (GETTEXT_PACKAGE,
                   "%u insight that the guidance uses may only be told in other words, and there "
                   "are none yet.",
                   "%u insights that the guidance uses may only be told in other words, and there "
                   "are none yet.",
                   counts[EH_WITHHELD_NO_GIST]),
      counts[EH_WITHHELD_NO_GIST]);
  note (
      notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_NOT_CHECKED],
      g_dngettext (GETTEXT_PACKAGE,
                   "%u insight that the guidance uses is not quoted: somebody wants to see it "
                   "first.",
                   "%u insights that the guidance uses are not quoted: somebody wants to see them "
                   "first.",
                   counts[EH_WITHHELD_NOT_CHECKED]),
      counts[EH_WITHHELD_NOT_CHECKED]);
  note (notes, EH_DISCLOSURE_WORDS, counts[EH_WITHHELD_GONE],
        g_dngettext (GETTEXT_PACKAGE, "%u insight that the guidance uses is no longer there.",
                     "%u insights that the guidance uses are no longer there.",
                     counts[EH_WITHHELD_GONE]),
        counts[EH_WITHHELD_GONE]);
}

static void
note_credit (EhPublicDataset *self, GArray *notes)
{
  GPtrArray *people = self->dataset->participants;
  guint not_asked = 0;
  guint small = 0;
  guint alone = 0;

  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];

    if (!self->voices->takes_part[i])
      continue;
    not_asked += person->credit == EH_CREDIT_ASK;
    if (person->credit != EH_CREDIT_ROLE_ONLY || eh_text_is_blank (person->role))
      continue;
    if (eh_public_dataset_people_in (self, person->role_group_id) < self->threshold)
      small++;
    else if (eh_public_dataset_people_with (self, person->role_group_id, person->role) < 2)
      alone++;
  }
  note (notes, EH_DISCLOSURE_CREDIT, not_asked,
        g_dngettext (
            GETTEXT_PACKAGE,
            "%u person is not thanked by name: they have not been asked how they want to be "
            "named.",
            "%u people are not thanked by name: they have not been asked how they want to be "
            "named.",
            not_asked),
        not_asked);
  note (notes, EH_DISCLOSURE_CREDIT, small,
        g_dngettext (
            GETTEXT_PACKAGE,
            "%u person asked to be credited by role; their group is so small that it would "
            "point to them, so they are “a contributor”.",
            "%u people asked to be credited by role; their groups are so small that it would "
            "point to them, so they are “a contributor”.",
            small),
        small);
  note (
      notes, EH_DISCLOSURE_CAUTION, alone,
      g_dngettext (GETTEXT_PACKAGE,
                   "%u person who is credited by role is the only one of their group with it: look "
                   "at what is quoted beside it.",
                   "%u people who are credited by role are the only ones of their group with it: "
                   "look at what is quoted beside it.",
                   alone),
      alone);
}

/**
 * eh_disclosure_report_new:
 * @self: what may leave the program
 *
 * Returns: (transfer full): what was withheld or merged on the way, and why
 */
EhDisclosureReport *
eh_disclosure_report_new (EhPublicDataset *self)
{
  EhDisclosureReport *report = g_atomic_rc_box_new0 (EhDisclosureReport);
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (EhDisclosureNote));

  note_groups (self, notes);
  note_words (self, notes);
  note_credit (self, notes);
  report->n_notes = notes->len;
  report->notes = (EhDisclosureNote *) (gpointer) g_array_free (notes, FALSE);
  return report;
}
