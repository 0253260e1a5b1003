/* Whether and how an insight's words may leave the program, and whose name stands by them.
 *
 * The words: consent, person by person, and the strictest of an insight's contributors decides. Who
 * has not been asked has not agreed. Where nobody is named for an insight there is nobody to ask,
 * and nothing that points to anybody.
 *
 * The name: to stand by words by name takes both the wish to be named and the agreement to be
 * quoted by name, of everybody whose insight it is; by a chosen name likewise; and the words
 * themselves, not a plain version that they may not have seen. Otherwise the group is told, and the
 * role where they asked for that, as far as the group is large enough that it points to nobody. */

#include "eh-public-insight.h"

#include "config.h"
#include "eh-public-dataset-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * eh_public_insight_free:
 * @self: (transfer full): an insight
 */
void
eh_public_insight_free (EhPublicInsight *self)
{
  g_free (self->ref);
  g_free (self->text);
  g_free (self->credit);
  g_free (self);
}

/**
 * eh_public_evidence_free:
 * @self: (transfer full): an insight and its stance
 */
void
eh_public_evidence_free (EhPublicEvidence *self)
{
  eh_public_insight_free (self->insight);
  g_free (self);
}

static gboolean
took_back (const EhParticipant *person, const EhConsent *consent)
{
  return person->withdrawal == EH_WITHDRAWAL_REMOVE_UNPUBLISHED ||
         person->withdrawal == EH_WITHDRAWAL_REMOVE_ALL ||
         (consent != NULL && consent->take_part == EH_ANSWER_NO);
}

static void
restrict_to (EhPublicInsight *self, EhTextUse use, EhWithheld withheld)
{
  if (use == EH_TEXT_USE_NONE && (self->withheld == EH_WITHHELD_NOT || withheld < self->withheld))
    self->withheld = withheld;
  self->use = MIN (self->use, use);
}

static void
ask_person (EhPublicInsight *self,
            const EhInsight *insight,
            const EhParticipant *person,
            const EhConsent *consent)
{
  gboolean gist = !eh_text_is_blank (insight->gist);

  self->may_travel &= consent != NULL && consent->reuse == EH_REUSE_OPEN_LICENCE;
  if (took_back (person, consent))
    restrict_to (self, EH_TEXT_USE_NONE, EH_WITHHELD_WITHDRAWN);
  else if (consent == NULL || consent->quote == EH_QUOTE_LEVEL_UNKNOWN)
    restrict_to (self, EH_TEXT_USE_NONE, EH_WITHHELD_NOT_ASKED);
  else if (consent->quote == EH_QUOTE_LEVEL_NONE || consent->notes == EH_ANSWER_NO)
    restrict_to (self, EH_TEXT_USE_NONE, EH_WITHHELD_REFUSED);
  else if (consent->quote == EH_QUOTE_LEVEL_PARAPHRASE)
    restrict_to (self, gist ? EH_TEXT_USE_GIST : EH_TEXT_USE_NONE, EH_WITHHELD_NO_GIST);
  else if (consent->show_first && insight->checked != EH_CHECKED_YES)
    restrict_to (self, gist ? EH_TEXT_USE_GIST : EH_TEXT_USE_NONE, EH_WITHHELD_NOT_CHECKED);
}

/* The insight's contributors who are there. */
static GPtrArray *
find_contributors (EhDataset *dataset, EhId insight_id)
{
  guint n;
  const EhDatasetLink *rows = eh_dataset_contributors_of (dataset, insight_id, &n);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n; i++) {
    EhContributor *row = rows[i].row;

    if (eh_dataset_participant (dataset, row->participant_id) != NULL)
      g_ptr_array_add (found, row);
  }
  return found;
}

/* The name of a person as they chose, where they and their agreement to be quoted give one. */
static char *
name_of (EhPublicDataset *self, const EhParticipant *person)
{
  const EhConsent *consent = eh_dataset_consent (self->dataset, person->id);
  EhQuoteLevel quote = consent != NULL ? consent->quote : EH_QUOTE_LEVEL_UNKNOWN;

  if (person->credit == EH_CREDIT_PSEUDONYM ? quote < EH_QUOTE_LEVEL_PSEUDONYM
                                            : quote < EH_QUOTE_LEVEL_NAMED)
    return NULL;
  return eh_public_name_of (person);
}

/* "a carer" and "an engineer"; a word that is not English may begin as it likes. */
static char *
with_article (const char *word)
{
  gunichar first = g_unichar_tolower (g_utf8_get_char (word));
  gboolean vowel = first == 'a' || first == 'e' || first == 'i' || first == 'o' ||
                   (first == 'u' && !g_str_has_prefix (word, "uni") &&
                    !g_str_has_prefix (word, "us"));

  if (vowel)
    /* TRANSLATORS: credit for an insight: a role or a group in the singular that begins with a
     * vowel in English; translate like "a %s". */
    return g_strdup_printf (C_ ("credit", "an %s"), word);
  /* TRANSLATORS: credit for an insight: a role or a group in the singular, "a carer". */
  return g_strdup_printf (C_ ("credit", "a %s"), word);
}

static char *
somebody (void)
{
  return g_strdup (C_ ("credit", "a contributor"));
}

static char *
group_credit (EhPublicDataset *self, EhId role_group_id)
{
  const EhRoleGroup *group = eh_dataset_role_group (self->dataset, role_group_id);

  if (group == NULL || !group->in_voice || eh_text_is_blank (group->singular) ||
      eh_public_dataset_people_in (self, role_group_id) < self->threshold)
    return somebody ();
  return with_article (group->singular);
}

static char *
person_credit (EhPublicDataset *self, const EhContributor *contributor, const EhParticipant *person)
{
  EhId own = person->role_group_id;
  EhId hat = contributor->speaking_as != EH_ID_NONE ? contributor->speaking_as : own;

  if (person->credit == EH_CREDIT_ROLE_ONLY && person->withdrawal != EH_WITHDRAWAL_REMOVE_NAME &&
      hat == own && !eh_text_is_blank (person->role) &&
      eh_public_dataset_people_in (self, own) >= self->threshold) {
    g_autofree char *role = eh_text_clean_line (person->role);

    return with_article (role);
  }
  return group_credit (self, hat);
}

/* "Asha, Tom and Mary". */
static char *
join_names (GPtrArray *names)
{
  GString *text = g_string_new (names->pdata[0]);

  for (guint i = 1; i + 1 < names->len; i++) {
    /* TRANSLATORS: what stands between the names of a list, but for the last two. */
    g_string_append (text, C_ ("list", ", "));
    g_string_append (text, names->pdata[i]);
  }
  if (names->len > 1) {
    char *most = g_string_free (text, FALSE);
    /* TRANSLATORS: the last two of a list of names; %1$s may be several already. */
    char *all = g_strdup_printf (C_ ("list", "%1$s and %2$s"), most,
                                 (char *) names->pdata[names->len - 1]);

    g_free (most);
    return all;
  }
  return g_string_free (text, FALSE);
}

/* For several people of whom not all are named: nobody is. */
static char *
several_credit (EhPublicDataset *self, GPtrArray *contributors)
{
  EhId common = EH_ID_NONE;
  const EhRoleGroup *group;

  for (guint i = 0; i < contributors->len; i++) {
    const EhContributor *row = contributors->pdata[i];
    const EhParticipant *person = eh_dataset_participant (self->dataset, row->participant_id);
    EhId hat = row->speaking_as != EH_ID_NONE ? row->speaking_as : person->role_group_id;

    if (i > 0 && hat != common)
      return g_strdup (C_ ("credit", "several contributors"));
    common = hat;
  }
  group = eh_dataset_role_group (self->dataset, common);
  if (group == NULL || !group->in_voice ||
      eh_public_dataset_people_in (self, common) < self->threshold)
    return g_strdup (C_ ("credit", "several contributors"));
  return g_strdup (group->label);
}

static void
give_credit (EhPublicInsight *self, EhPublicDataset *dataset, GPtrArray *contributors)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (self->withheld == EH_WITHHELD_WITHDRAWN) {
    self->credit = somebody ();
    return;
  }
  for (guint i = 0; self->use == EH_TEXT_USE_QUOTE && i < contributors->len; i++) {
    EhContributor *row = contributors->pdata[i];
    char *name = name_of (dataset, eh_dataset_participant (dataset->dataset, row->participant_id));

    if (name != NULL)
      g_ptr_array_add (names, name);
  }
  self->named = names->len == contributors->len;
  if (self->named)
    self->credit = join_names (names);
  else if (contributors->len > 1)
    self->credit = several_credit (dataset, contributors);
  else
    self->credit = person_credit (
        dataset, contributors->pdata[0],
        eh_dataset_participant (dataset->dataset,
                                ((EhContributor *) contributors->pdata[0])->participant_id));
}

/**
 * eh_public_dataset_insight_ref:
 * @self: what may leave the program
 * @insight_id: an insight
 *
 * Returns: (transfer full): a code of eight letters and digits for it, which stays the same and
 * tells nothing: from SHA-256 of the project's guid and the id, five bits a character, without the
 *   letters that look like digits
 */
char *
eh_public_dataset_insight_ref (EhPublicDataset *self, EhId insight_id)
{
  static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  g_autofree char *text = g_strdup_printf ("%s:%" EH_ID_FORMAT, self->dataset->project->guid,
                                           insight_id);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 bits = 0;
  char ref[9] = "";

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 5; i++)
    bits = bits << 8 | digest[i];
  for (guint i = 0; i < 8; i++)
    ref[i] = letters[(bits >> (35 - 5 * i)) & 31];
  return g_strdup (ref);
}

static void
ask_people (EhPublicInsight *self,
            EhDataset *dataset,
            const EhInsight *insight,
            GPtrArray *contributors)
{
  self->use = EH_TEXT_USE_QUOTE;
  self->may_travel = contributors->len > 0;
  for (guint i = 0; i < contributors->len; i++) {
    EhId id = ((EhContributor *) contributors->pdata[i])->participant_id;

    ask_person (self, insight, eh_dataset_participant (dataset, id),
                eh_dataset_consent (dataset, id));
  }
}

/**
 * eh_public_insight_use_of:
 * @dataset: a frozen project
 * @insight: one of its insights
 *
 * Returns: how its words may be used
 */
EhTextUse
eh_public_insight_use_of (EhDataset *dataset, const EhInsight *insight)
{
  g_autoptr (GPtrArray) contributors = find_contributors (dataset, insight->id);
  EhPublicInsight answer = { 0 };

  ask_people (&answer, dataset, insight, contributors);
  return answer.use;
}

/**
 * eh_public_dataset_insight:
 * @self: what may leave the program
 * @insight_id: an insight
 *
 * Returns: (transfer full): the insight as it may leave the program; without words and for
 *   "a contributor" where there is no such insight
 */
EhPublicInsight *
eh_public_dataset_insight (EhPublicDataset *self, EhId insight_id)
{
  EhPublicInsight *result = g_new0 (EhPublicInsight, 1);
  const EhInsight *insight = eh_dataset_insight (self->dataset, insight_id);
  g_autoptr (GPtrArray) contributors = find_contributors (self->dataset, insight_id);

  result->id = insight_id;
  result->ref = eh_public_dataset_insight_ref (self, insight_id);
  if (insight == NULL) {
    result->withheld = EH_WITHHELD_GONE;
    result->credit = somebody ();
    return result;
  }
  result->kind = insight->kind;
  result->agreement = insight->agreement;
  result->parked = insight->parked;
  ask_people (result, self->dataset, insight, contributors);
  if (result->use == EH_TEXT_USE_QUOTE)
    result->text = g_strdup (insight->text);
  else if (result->use == EH_TEXT_USE_GIST)
    result->text = g_strdup (insight->gist);
  if (contributors->len == 0)
    result->credit = group_credit (self, insight->role_group_id);
  else
    give_credit (result, self, contributors);
  return result;
}
