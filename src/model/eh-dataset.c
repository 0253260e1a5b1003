/* A whole project in memory, with the look-ups that measures and documents need. Built once, in the
 * thread that loads it; read-only from then on. */

#include "eh-dataset.h"

enum {
  BY_ROLE_GROUP,
  BY_PARTICIPANT,
  BY_CONSENT,
  BY_WORKSHOP,
  BY_ACTIVITY,
  BY_INSIGHT,
  BY_FRAMEWORK,
  BY_CATEGORY,
  BY_GUIDANCE,
  BY_BLOCK,
  BY_RESOURCE,
  N_INDEXES
};

/**
 * eh_dataset_new:
 *
 * Returns: (transfer full): an empty dataset, to be filled by adding rows to its arrays, which own
 *   them, and then frozen
 */
EhDataset *
eh_dataset_new (void)
{
  EhDataset *self = g_atomic_rc_box_new0 (EhDataset);

  self->project = eh_project_new ();
  self->role_groups = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_role_group_free);
  self->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_participant_free);
  self->consents = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_consent_free);
  self->workshops = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_workshop_free);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_activity_free);
  self->attendances = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_attendance_free);
  self->insights = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_insight_free);
  self->contributors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  self->frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_framework_free);
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_category_free);
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_mapping_free);
  self->guidances = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_guidance_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  self->evidences = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_evidence_free);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_resource_free);
  self->resource_categories = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_resource_category_free);
  self->invitations = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_invitation_free);
  self->ground_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_ground_rule_free);
  self->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_promise_free);
  self->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_payment_free);
  self->turns = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_turn_free);
  return self;
}

EhDataset *
eh_dataset_ref (EhDataset *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
links_clear (EhDatasetLinks *self)
{
  g_free (self->links);
  g_free (self->first);
}

static void
eh_dataset_clear (gpointer data)
{
  EhDataset *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->by_id); i++)
    g_clear_pointer (&self->by_id[i], g_hash_table_unref);
  g_clear_pointer (&self->contributors_of, g_hash_table_unref);
  g_clear_pointer (&self->mappings_of, g_hash_table_unref);
  g_clear_pointer (&self->evidence_of, g_hash_table_unref);
  links_clear (&self->contributor_links);
  links_clear (&self->mapping_links);
  eh_project_free (self->project);
  g_ptr_array_unref (self->role_groups);
  g_ptr_array_unref (self->participants);
  g_ptr_array_unref (self->consents);
  g_ptr_array_unref (self->workshops);
  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->attendances);
  g_ptr_array_unref (self->insights);
  g_ptr_array_unref (self->contributors);
  g_ptr_array_unref (self->frameworks);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->guidances);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->evidences);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->resource_categories);
  g_ptr_array_unref (self->invitations);
  g_ptr_array_unref (self->ground_rules);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->payments);
  g_ptr_array_unref (self->turns);
}

void
eh_dataset_unref (EhDataset *self)
{
  g_atomic_rc_box_release_full (self, eh_dataset_clear);
}

/* Every row begins with its id, so the row itself is the key. */
static GHashTable *
index_by_id (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (index, rows->pdata[i]);
  return index;
}

static GHashTable *
group_by (GPtrArray *rows, gsize offset)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++) {
    EhId *key = (EhId *) (gpointer) ((char *) rows->pdata[i] + offset);
    GPtrArray *group = g_hash_table_lookup (groups, key);

    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, key, group);
    }
    g_ptr_array_add (group, rows->pdata[i]);
  }
  return groups;
}

/* Where each row is, by id. */
static GHashTable *
number_rows (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (index, rows->pdata[i], GUINT_TO_POINTER (i));
  return index;
}

static guint
number_of (GHashTable *index, EhId id)
{
  gpointer value;

  return g_hash_table_lookup_extended (index, &id, NULL, &value) ? GPOINTER_TO_UINT (value)
                                                                 : G_MAXUINT;
}

static EhId
id_at (gpointer row, gsize offset)
{
  return *(EhId *) (gpointer) ((char *) row + offset);
}

/* Puts the rows side by side in the order of the insights: one pass to count, one to place. */
static void
link_rows (EhDatasetLinks *self,
           GPtrArray *rows,
           gsize insight_offset,
           gsize other_offset,
           GHashTable *insights,
           guint n_insights,
           GPtrArray *others)
{
  g_autoptr (GHashTable) numbers = number_rows (others);
  g_autofree guint *at = g_new (guint, rows->len + 1);
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n_insights + 1);
  self->links = g_new (EhDatasetLink, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    at[i] = number_of (insights, id_at (rows->pdata[i], insight_offset));
    if (at[i] != G_MAXUINT)
      self->first[at[i] + 1]++;
  }
  for (guint i = 0; i < n_insights; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, sizeof (guint) * (n_insights + 1));
  for (guint i = 0; i < rows->len; i++)
    if (at[i] != G_MAXUINT)
      self->links[next[at[i]]++] = (EhDatasetLink){
        rows->pdata[i], number_of (numbers, id_at (rows->pdata[i], other_offset)), EH_ID_NONE
      };
}

static void
link_insights (EhDataset *self)
{
  g_autoptr (GHashTable) insights = number_rows (self->insights);
  guint n = self->insights->len;

  link_rows (&self->contributor_links, self->contributors,
             G_STRUCT_OFFSET (EhContributor, insight_id),
             G_STRUCT_OFFSET (EhContributor, participant_id), insights, n, self->participants);
  for (guint i = 0; i < self->contributor_links.first[n]; i++) {
    EhDatasetLink *link = &self->contributor_links.links[i];

    link->hat = ((EhContributor *) link->row)->speaking_as;
  }
  link_rows (&self->mapping_links, self->mappings, G_STRUCT_OFFSET (EhMapping, insight_id),
             G_STRUCT_OFFSET (EhMapping, category_id), insights, n, self->categories);
}

/**
 * eh_dataset_freeze:
 * @self: a dataset whose arrays are complete
 *
 * Builds the look-ups. From here on the dataset is read-only.
 */
void
eh_dataset_freeze (EhDataset *self)
{
  g_return_if_fail (!self->frozen);
  self->by_id[BY_ROLE_GROUP] = index_by_id (self->role_groups);
  self->by_id[BY_PARTICIPANT] = index_by_id (self->participants);
  self->by_id[BY_CONSENT] = index_by_id (self->consents);
  self->by_id[BY_WORKSHOP] = index_by_id (self->workshops);
  self->by_id[BY_ACTIVITY] = index_by_id (self->activities);
  self->by_id[BY_INSIGHT] = index_by_id (self->insights);
  self->by_id[BY_FRAMEWORK] = index_by_id (self->frameworks);
  self->by_id[BY_CATEGORY] = index_by_id (self->categories);
  self->by_id[BY_GUIDANCE] = index_by_id (self->guidances);
  self->by_id[BY_BLOCK] = index_by_id (self->blocks);
  self->by_id[BY_RESOURCE] = index_by_id (self->resources);
  self->contributors_of = group_by (self->contributors,
                                    G_STRUCT_OFFSET (EhContributor, insight_id));
  self->mappings_of = group_by (self->mappings, G_STRUCT_OFFSET (EhMapping, insight_id));
  self->evidence_of = group_by (self->evidences, G_STRUCT_OFFSET (EhEvidence, block_id));
  link_insights (self);
  self->frozen = TRUE;
}

static gpointer
find (EhDataset *self, guint which, EhId id)
{
  g_return_val_if_fail (self->frozen, NULL);
  return g_hash_table_lookup (self->by_id[which], &id);
}

/**
 * eh_dataset_role_group:
 * @self: a frozen dataset
 * @id: the key of a row
 *
 * Looks a row up by its key; eh_dataset_participant(), eh_dataset_workshop(),
 * eh_dataset_activity(), eh_dataset_insight(), eh_dataset_framework(), eh_dataset_category(),
 * eh_dataset_guidance(), eh_dataset_block() and eh_dataset_resource() do the same for theirs, and
 * eh_dataset_consent() by the key of the participant.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL if there is none
 */
EhRoleGroup *
eh_dataset_role_group (EhDataset *self, EhId id)
{
  return find (self, BY_ROLE_GROUP, id);
}

EhParticipant *
eh_dataset_participant (EhDataset *self, EhId id)
{
  return find (self, BY_PARTICIPANT, id);
}

EhConsent *
eh_dataset_consent (EhDataset *self, EhId participant_id)
{
  return find (self, BY_CONSENT, participant_id);
}

EhWorkshop *
eh_dataset_workshop (EhDataset *self, EhId id)
{
  return find (self, BY_WORKSHOP, id);
}

EhActivity *
eh_dataset_activity (EhDataset *self, EhId id)
{
  return find (self, BY_ACTIVITY, id);
}

EhInsight *
eh_dataset_insight (EhDataset *self, EhId id)
{
  return find (self, BY_INSIGHT, id);
}

EhFramework *
eh_dataset_framework (EhDataset *self, EhId id)
{
  return find (self, BY_FRAMEWORK, id);
}

EhCategory *
eh_dataset_category (EhDataset *self, EhId id)
{
  return find (self, BY_CATEGORY, id);
}

EhGuidance *
eh_dataset_guidance (EhDataset *self, EhId id)
{
  return find (self, BY_GUIDANCE, id);
}

EhBlock *
eh_dataset_block (EhDataset *self, EhId id)
{
  return find (self, BY_BLOCK, id);
}

EhResource *
eh_dataset_resource (EhDataset *self, EhId id)
{
  return find (self, BY_RESOURCE, id);
}

/**
 * eh_dataset_top_category:
 * @self: a frozen dataset
 * @category_id: a category at any depth
 *
 * Returns: (nullable): the category at the top of its branch
 */
EhCategory *
eh_dataset_top_category (EhDataset *self, EhId category_id)
{
  EhCategory *category = eh_dataset_category (self, category_id);

  /* A damaged file may hold a ring: a branch is never deeper than there are categories. */
  for (guint steps = 0; category != NULL && category->parent_id != EH_ID_NONE; steps++) {
    EhCategory *parent = eh_dataset_category (self, category->parent_id);

    if (parent == NULL || steps > self->categories->len)
      break;
    category = parent;
  }
  return category;
}

static const EhDatasetLink *
links_at (const EhDatasetLinks *self, guint insight, guint *n)
{
  *n = self->first[insight + 1] - self->first[insight];
  return &self->links[self->first[insight]];
}

/**
 * eh_dataset_contributors_at:
 * @self: a frozen dataset
 * @insight: index of an insight
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): its contributors
 */
const EhDatasetLink *
eh_dataset_contributors_at (const EhDataset *self, guint insight, guint *n)
{
  return links_at (&self->contributor_links, insight, n);
}

/**
 * eh_dataset_mappings_at:
 * @self: a frozen dataset
 * @insight: index of an insight
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): where it is placed
 */
const EhDatasetLink *
eh_dataset_mappings_at (const EhDataset *self, guint insight, guint *n)
{
  return links_at (&self->mapping_links, insight, n);
}

/**
 * eh_dataset_contributors_of:
 * @self: a frozen dataset
 * @insight_id: an id
 *
 * Returns: (transfer none) (nullable) (element-type EhContributor): who gave it; %NULL for none
 */
GPtrArray *
eh_dataset_contributors_of (EhDataset *self, EhId insight_id)
{
  g_return_val_if_fail (self->frozen, NULL);
  return g_hash_table_lookup (self->contributors_of, &insight_id);
}

/**
 * eh_dataset_mappings_of:
 * @self: a frozen dataset
 * @insight_id: an id
 *
 * Returns: (transfer none) (nullable) (element-type EhMapping): where it is placed; %NULL for none
 */
GPtrArray *
eh_dataset_mappings_of (EhDataset *self, EhId insight_id)
{
  g_return_val_if_fail (self->frozen, NULL);
  return g_hash_table_lookup (self->mappings_of, &insight_id);
}

/**
 * eh_dataset_evidence_of:
 * @self: a frozen dataset
 * @block_id: an id
 *
 * Returns: (transfer none) (nullable) (element-type EhEvidence): what it rests on; %NULL for none
 */
GPtrArray *
eh_dataset_evidence_of (EhDataset *self, EhId block_id)
{
  g_return_val_if_fail (self->frozen, NULL);
  return g_hash_table_lookup (self->evidence_of, &block_id);
}
