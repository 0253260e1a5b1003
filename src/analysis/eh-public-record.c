/* What was agreed, promised and set aside, as far as it may be told. Promises to one person, what a
 * group agreed to, materials and notes stay behind; biographies are of those alone who chose to be
 * named. What was noted for the team
 * alone loses the sentences that name somebody. */

#include "eh-public-record.h"

#include "config.h"
#include "eh-public-dataset-private.h"
#include "eh-text.h"

void
eh_public_promise_free (EhPublicPromise *self)
{
  g_free (self->to);
  g_free (self->text);
  g_free (self->due);
  g_free (self->kept_on);
  g_free (self->reason);
  g_free (self);
}

void
eh_public_rule_free (EhPublicRule *self)
{
  g_free (self->text);
  g_free (self->agreed_on);
  g_free (self);
}

void
eh_public_biography_free (EhPublicBiography *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

void
eh_public_parked_free (EhPublicParked *self)
{
  eh_public_insight_free (self->insight);
  g_free (self->reason);
  g_free (self);
}

void
eh_public_reach_free (EhPublicReach *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * eh_public_dataset_promises:
 * @self: what may leave the program
 * @workshop_id: those that were made there; 0 for all
 *
 * Returns: (transfer full) (element-type EhPublicPromise): promises to everybody or to a group that
 *   is large enough, by date
 */
GPtrArray *
eh_public_dataset_promises (EhPublicDataset *self, EhId workshop_id)
{
  GPtrArray *from = self->dataset->promises;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_promise_free);

  for (guint i = 0; i < from->len; i++) {
    const EhPromise *row = from->pdata[i];
    const EhRoleGroup *group = eh_dataset_role_group (self->dataset, row->role_group_id);
    g_autofree char *text = eh_public_dataset_nameless (self, row->text);
    EhPublicPromise *promise;

    if (row->participant_id != EH_ID_NONE || eh_text_is_blank (text) ||
        (workshop_id != EH_ID_NONE && row->workshop_id != workshop_id) ||
        (group != NULL && eh_public_dataset_people_in (self, group->id) < self->threshold))
      continue;
    promise = g_new0 (EhPublicPromise, 1);
    promise->workshop_id = row->workshop_id;
    promise->to = group != NULL ? g_strdup (group->label) : NULL;
    promise->text = g_steal_pointer (&text);
    promise->due = g_strdup (row->due);
    promise->state = row->state;
    promise->kept_on = g_strdup (row->kept_on);
    promise->reason = eh_public_dataset_nameless (self, row->reason);
    g_ptr_array_add (rows, promise);
  }
  return rows;
}

/**
 * eh_public_dataset_rules:
 * @self: what may leave the program
 * @workshop_id: those that were agreed there; 0 for all
 *
 * Returns: (transfer full) (element-type EhPublicRule): what people agreed about working together,
 *   each line once
 */
GPtrArray *
eh_public_dataset_rules (EhPublicDataset *self, EhId workshop_id)
{
  GPtrArray *from = self->dataset->ground_rules;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_rule_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < from->len; i++) {
    const EhGroundRule *row = from->pdata[i];
    const EhWorkshop *workshop = eh_dataset_workshop (self->dataset, row->workshop_id);
    g_autofree char *text = eh_public_dataset_nameless (self, row->text);
    EhPublicRule *rule;

    if (eh_text_is_blank (text) || (workshop_id != EH_ID_NONE && row->workshop_id != workshop_id) ||
        !g_hash_table_add (seen, eh_text_fold (row->text)))
      continue;
    rule = g_new0 (EhPublicRule, 1);
    rule->text = g_steal_pointer (&text);
    rule->agreed_on = g_strdup (row->agreed_on);
    rule->stage = workshop != NULL ? workshop->stage : EH_STAGE_OF_WORK_NONE;
    g_ptr_array_add (rows, rule);
  }
  return rows;
}

/**
 * eh_public_dataset_activities:
 * @self: what may leave the program
 * @workshop_id: of which workshop; 0 for all
 *
 * Returns: (transfer full) (element-type EhActivity): its run sheet, without materials
 */
GPtrArray *
eh_public_dataset_activities (EhPublicDataset *self, EhId workshop_id)
{
  GPtrArray *from = self->dataset->activities;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_activity_free);

  for (guint i = 0; i < from->len; i++) {
    EhActivity *row;
    g_autofree char *title = NULL;
    g_autofree char *prompt = NULL;

    if (workshop_id != EH_ID_NONE && ((EhActivity *) from->pdata[i])->workshop_id != workshop_id)
      continue;
    row = eh_activity_copy (from->pdata[i]);
    title = eh_public_dataset_nameless (self, row->title);
    prompt = eh_public_dataset_nameless (self, row->prompt);
    eh_set_str (&row->title, title);
    eh_set_str (&row->prompt, prompt);
    eh_set_str (&row->materials, "");
    g_ptr_array_add (rows, row);
  }
  return rows;
}

static int
compare_biographies (gconstpointer a, gconstpointer b)
{
  const EhPublicBiography *x = *(EhPublicBiography *const *) a;
  const EhPublicBiography *y = *(EhPublicBiography *const *) b;

  return g_utf8_collate (x->name, y->name);
}

/**
 * eh_public_dataset_biographies:
 * @self: what may leave the program
 *
 * A biography points to a person whatever stands over it. So it is told of those alone who take
 * part, have said how they agree, and chose to be named by their name or their first name.
 *
 * Returns: (transfer full) (element-type EhPublicBiography): in the order of the first names, so
 *   that it tells nothing of rank
 */
GPtrArray *
eh_public_dataset_biographies (EhPublicDataset *self)
{
  GPtrArray *people = self->dataset->participants;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_biography_free);

  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];
    const EhConsent *consent = eh_dataset_consent (self->dataset, person->id);
    EhPublicBiography *biography;
    g_autofree char *name = NULL;

    if (consent == NULL || consent->take_part != EH_ANSWER_YES || !self->voices->takes_part[i] ||
        eh_text_is_blank (person->biography) ||
        (person->credit != EH_CREDIT_NAMED && person->credit != EH_CREDIT_FIRST_NAME))
      continue;
    name = eh_public_name_of (person);
    if (name == NULL)
      continue;
    biography = g_new0 (EhPublicBiography, 1);
    biography->name = g_steal_pointer (&name);
    biography->text = eh_text_clean_line (person->biography);
    g_ptr_array_add (rows, biography);
  }
  g_ptr_array_sort (rows, compare_biographies);
  return rows;
}

/* Why a guidance does without an insight, as it says to those who said it; %NULL where it does not
 * do without it. */
static const char *
reason_of (EhPublicDataset *self, EhId guidance_id, EhId insight_id)
{
  const EhInsight *insight = eh_dataset_insight (self->dataset, insight_id);

  for (guint i = 0; i < self->dataset->parked->len; i++) {
    const EhParked *row = self->dataset->parked->pdata[i];

    if (row->guidance_id == guidance_id && row->insight_id == insight_id &&
        !eh_text_is_blank (row->reason))
      return row->reason;
  }
  return insight != NULL && insight->parked ? insight->parked_reason : NULL;
}

static gboolean
is_parked_in (EhPublicDataset *self, EhId guidance_id, EhId insight_id)
{
  for (guint i = 0; i < self->dataset->parked->len; i++) {
    const EhParked *row = self->dataset->parked->pdata[i];

    if (row->guidance_id == guidance_id && row->insight_id == insight_id)
      return TRUE;
  }
  return FALSE;
}

/**
 * eh_public_dataset_parked:
 * @self: what may leave the program
 * @guidance_id: a guidance, or none
 *
 * Returns: (transfer full) (element-type EhPublicParked): insights that were set aside, by the
 *   project or by @guidance_id, and whose words may be used, oldest first
 */
GPtrArray *
eh_public_dataset_parked (EhPublicDataset *self, EhId guidance_id)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_parked_free);

  for (guint i = 0; i < insights->len; i++) {
    EhPublicInsight *insight = insights->pdata[i];
    const char *reason;
    EhPublicParked *parked;

    if (!insight->parked && !is_parked_in (self, guidance_id, insight->id))
      continue;
    reason = reason_of (self, guidance_id, insight->id);
    parked = g_new0 (EhPublicParked, 1);
    parked->insight = eh_public_dataset_insight (self, insight->id);
    parked->reason = eh_public_dataset_nameless (self, reason != NULL ? reason : "");
    g_ptr_array_add (rows, parked);
  }
  return rows;
}

/**
 * eh_public_dataset_rates:
 * @self: what may leave the program
 *
 * Returns: (transfer container) (element-type EhRate): what the team pays for what; the rows are
 *   @self's
 */
GPtrArray *
eh_public_dataset_rates (EhPublicDataset *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_extend (rows, self->dataset->rates, NULL, NULL);
  return rows;
}

/**
 * eh_public_dataset_look:
 * @self: what may leave the program
 *
 * Returns: (transfer none) (nullable): the team's colours and logo; %NULL for the program's own
 * look
 */
const EhLook *
eh_public_dataset_look (EhPublicDataset *self)
{
  return self->dataset->looks->len > 0 ? self->dataset->looks->pdata[0] : NULL;
}

/**
 * eh_public_dataset_team_templates:
 * @self: what may leave the program
 *
 * Returns: (transfer container) (element-type EhTeamTemplate): the team's own documents to begin
 *   from, by name; the rows are @self's
 */
GPtrArray *
eh_public_dataset_team_templates (EhPublicDataset *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_extend (rows, self->dataset->team_templates, NULL, NULL);
  return rows;
}

/* Notes who is behind one insight, and of which groups. */
static void
add_behind (EhPublicDataset *self, EhId insight_id, GHashTable *people, GHashTable *groups)
{
  guint n;
  const EhDatasetLink *rows = eh_dataset_contributors_of (self->dataset, insight_id, &n);
  EhInsight *insight = eh_dataset_insight (self->dataset, insight_id);

  for (guint i = 0; i < n; i++) {
    EhContributor *row = rows[i].row;
    EhParticipant *person = eh_dataset_participant (self->dataset, row->participant_id);
    EhRoleGroup *group;

    if (person == NULL)
      continue;
    group = eh_dataset_role_group (
        self->dataset, row->speaking_as != EH_ID_NONE ? row->speaking_as : person->role_group_id);
    g_hash_table_add (people, person);
    if (group != NULL)
      g_hash_table_add (groups, group);
  }
  if (n == 0 && insight != NULL && insight->role_group_id != EH_ID_NONE) {
    EhRoleGroup *group = eh_dataset_role_group (self->dataset, insight->role_group_id);

    if (group != NULL)
      g_hash_table_add (groups, group);
  }
}

/**
 * eh_public_dataset_reach:
 * @self: what may leave the program
 * @block_id: a recommendation
 *
 * Counts distinct people whose insights it rests on. A group is named where it is large enough that
 * its name points to nobody: the same as where an insight is credited to it.
 *
 * Returns: (transfer full): how widely it is shared
 */
EhPublicReach *
eh_public_dataset_reach (EhPublicDataset *self, EhId block_id)
{
  EhPublicReach *reach = g_new0 (EhPublicReach, 1);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  GPtrArray *evidence = eh_dataset_evidence_of (self->dataset, block_id);
  guint n;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++) {
    const EhEvidence *row = evidence->pdata[i];

    if (row->stance == EH_STANCE_DISAGREES ||
        !eh_voices_insight_stands (self->voices, row->insight_id))
      continue;
    reach->n_insights++;
    add_behind (self, row->insight_id, people, groups);
  }
  n = g_hash_table_size (people);
  reach->people = n > 0 && n < self->threshold ? eh_figure_protected () : eh_figure_known (n);
  reach->groups = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->dataset->role_groups->len; i++) {
    EhRoleGroup *group = self->dataset->role_groups->pdata[i];

    if (g_hash_table_contains (groups, group) && group->in_voice &&
        eh_public_dataset_people_in (self, group->id) >= self->threshold)
      g_ptr_array_add (reach->groups, g_strdup (group->label));
  }
  return reach;
}
