/* A whole project in memory, with the look-ups that measures and documents need. Built once, in the
 * thread that loads it; read-only from then on. After a change another one is made, which shares
 * with the one before all that is the same. */

#include "eh-dataset.h"

#include "eh-dataset-index.h"
#include "eh-dataset-links.h"

/* The first of the tables below, of which rows are looked up by id. */
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

static const EhRowType *const types[] = {
  &eh_role_group_row_type,    &eh_participant_row_type,
  &eh_consent_row_type,       &eh_workshop_row_type,
  &eh_activity_row_type,      &eh_insight_row_type,
  &eh_framework_row_type,     &eh_category_row_type,
  &eh_guidance_row_type,      &eh_block_row_type,
  &eh_resource_row_type,      &eh_attendance_row_type,
  &eh_contributor_row_type,   &eh_mapping_row_type,
  &eh_evidence_row_type,      &eh_resource_category_row_type,
  &eh_invitation_row_type,    &eh_ground_rule_row_type,
  &eh_promise_row_type,       &eh_payment_row_type,
  &eh_turn_row_type,          &eh_term_row_type,
  &eh_looked_at_row_type,     &eh_publication_row_type,
  &eh_told_row_type,          &eh_parked_row_type,
  &eh_block_comment_row_type, &eh_rate_row_type,
  &eh_look_row_type,          &eh_team_template_row_type,
};

static const gsize places[] = {
  G_STRUCT_OFFSET (EhDataset, role_groups),    G_STRUCT_OFFSET (EhDataset, participants),
  G_STRUCT_OFFSET (EhDataset, consents),       G_STRUCT_OFFSET (EhDataset, workshops),
  G_STRUCT_OFFSET (EhDataset, activities),     G_STRUCT_OFFSET (EhDataset, insights),
  G_STRUCT_OFFSET (EhDataset, frameworks),     G_STRUCT_OFFSET (EhDataset, categories),
  G_STRUCT_OFFSET (EhDataset, guidances),      G_STRUCT_OFFSET (EhDataset, blocks),
  G_STRUCT_OFFSET (EhDataset, resources),      G_STRUCT_OFFSET (EhDataset, attendances),
  G_STRUCT_OFFSET (EhDataset, contributors),   G_STRUCT_OFFSET (EhDataset, mappings),
  G_STRUCT_OFFSET (EhDataset, evidences),      G_STRUCT_OFFSET (EhDataset, resource_categories),
  G_STRUCT_OFFSET (EhDataset, invitations),    G_STRUCT_OFFSET (EhDataset, ground_rules),
  G_STRUCT_OFFSET (EhDataset, promises),       G_STRUCT_OFFSET (EhDataset, payments),
  G_STRUCT_OFFSET (EhDataset, turns),          G_STRUCT_OFFSET (EhDataset, terms),
  G_STRUCT_OFFSET (EhDataset, looked_ats),     G_STRUCT_OFFSET (EhDataset, publications),
  G_STRUCT_OFFSET (EhDataset, tolds),          G_STRUCT_OFFSET (EhDataset, parked),
  G_STRUCT_OFFSET (EhDataset, block_comments), G_STRUCT_OFFSET (EhDataset, rates),
  G_STRUCT_OFFSET (EhDataset, looks),          G_STRUCT_OFFSET (EhDataset, team_templates),
};
G_STATIC_ASSERT (G_N_ELEMENTS (places) == G_N_ELEMENTS (types));

static GPtrArray **
rows_at (EhDataset *self, guint table)
{
  return (GPtrArray **) (gpointer) ((char *) self + places[table]);
}

static GPtrArray **
rows_of (EhDataset *self, const EhRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return rows_at (self, i);
  return NULL;
}

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
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    *rows_at (self, i) = g_ptr_array_new_with_free_func (types[i]->free);
  return self;
}

/**
 * eh_dataset_new_lean:
 *
 * Returns: (transfer full): as eh_dataset_new(); the long texts of its rows are left out, which is
 *   enough to count
 */
EhDataset *
eh_dataset_new_lean (void)
{
  EhDataset *self = eh_dataset_new ();

  self->lean = TRUE;
  return self;
}

/**
 * eh_dataset_is_lean:
 * @self: a dataset
 *
 * Returns: whether the words of insights and the notes of placements are left out of it
 */
gboolean
eh_dataset_is_lean (EhDataset *self)
{
  return self->lean;
}

/**
 * eh_dataset_new_after:
 * @before: a frozen dataset
 *
 * Returns: (transfer full): a dataset that shares everything with @before; what is other than there
 *   is put in its place with eh_dataset_take_rows(), and the result frozen
 */
EhDataset *
eh_dataset_new_after (EhDataset *before)
{
  EhDataset *self = g_atomic_rc_box_new0 (EhDataset);

  g_return_val_if_fail (before->frozen, NULL);
  self->project = eh_project_copy (before->project);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    *rows_at (self, i) = g_ptr_array_ref (*rows_at (before, i));
  self->before = eh_dataset_ref (before);
  self->lean = before->lean;
  return self;
}

EhDataset *
eh_dataset_ref (EhDataset *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_dataset_clear (gpointer data)
{
  EhDataset *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->by_id); i++)
    g_clear_pointer (&self->by_id[i], eh_dataset_index_unref);
  g_clear_pointer (&self->evidence_of, g_hash_table_unref);
  g_clear_pointer (&self->contributor_links, eh_dataset_links_unref);
  g_clear_pointer (&self->mapping_links, eh_dataset_links_unref);
  g_clear_pointer (&self->before, eh_dataset_unref);
  eh_project_free (self->project);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_unref (*rows_at (self, i));
}

void
eh_dataset_unref (EhDataset *self)
{
  g_atomic_rc_box_release_full (self, eh_dataset_clear);
}

/**
 * eh_dataset_types:
 * @n_types: (out): how many
 *
 * Returns: (transfer none) (array length=n_types): the tables that a dataset holds besides the
 *   project
 */
const EhRowType *const *
eh_dataset_types (guint *n_types)
{
  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * eh_dataset_get_rows:
 * @self: a dataset
 * @type: a table
 *
 * Returns: (transfer none) (nullable): its rows; %NULL if a dataset does not hold that table
 */
GPtrArray *
eh_dataset_get_rows (EhDataset *self, const EhRowType *type)
{
  GPtrArray **rows = rows_of (self, type);

  return rows != NULL ? *rows : NULL;
}

/**
 * eh_dataset_take_rows:
 * @self: a dataset that is not frozen yet
 * @type: a table that it holds
 * @rows: (transfer full): its rows, owned by the array, instead of those that it had
 */
void
eh_dataset_take_rows (EhDataset *self, const EhRowType *type, GPtrArray *rows)
{
  GPtrArray **place = rows_of (self, type);

  g_return_if_fail (!self->frozen && place != NULL);
  g_ptr_array_unref (*place);
  *place = rows;
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

static EhDatasetEnds
contributor_ends (EhDataset *self)
{
  return (EhDatasetEnds){
    .rows = self->contributors,
    .insights = self->insights,
    .others = self->participants,
    .insight_index = self->by_id[BY_INSIGHT],
    .other_index = self->by_id[BY_PARTICIPANT],
    .insight = G_STRUCT_OFFSET (EhContributor, insight_id),
    .other = G_STRUCT_OFFSET (EhContributor, participant_id),
    .hat = G_STRUCT_OFFSET (EhContributor, speaking_as),
  };
}

static EhDatasetEnds
mapping_ends (EhDataset *self)
{
  return (EhDatasetEnds){
    .rows = self->mappings,
    .insights = self->insights,
    .others = self->categories,
    .insight_index = self->by_id[BY_INSIGHT],
    .other_index = self->by_id[BY_CATEGORY],
    .insight = G_STRUCT_OFFSET (EhMapping, insight_id),
    .other = G_STRUCT_OFFSET (EhMapping, category_id),
  };
}

static EhDatasetLinks *
link_again (EhDatasetLinks *before, EhDatasetEnds ends_before, EhDatasetEnds ends)
{
  if (ends_before.rows == ends.rows && ends_before.insights == ends.insights &&
      ends_before.others == ends.others)
    return eh_dataset_links_ref (before);
  return eh_dataset_links_new (&ends, before, &ends_before);
}

static void
look_up_again (EhDataset *self, EhDataset *before)
{
  for (guint i = 0; i < N_INDEXES; i++)
    self->by_id[i] = *rows_at (self, i) == *rows_at (before, i)
                         ? eh_dataset_index_ref (before->by_id[i])
                         : eh_dataset_index_new (*rows_at (self, i));
  if (self->evidences == before->evidences)
    self->evidence_of = g_hash_table_ref (before->evidence_of);
  self->contributor_links = link_again (before->contributor_links, contributor_ends (before),
                                        contributor_ends (self));
  self->mapping_links = link_again (before->mapping_links, mapping_ends (before),
                                    mapping_ends (self));
}

static void
look_up (EhDataset *self)
{
  EhDatasetEnds ends;

  for (guint i = 0; i < N_INDEXES; i++)
    self->by_id[i] = eh_dataset_index_new (*rows_at (self, i));
  ends = contributor_ends (self);
  self->contributor_links = eh_dataset_links_new (&ends, NULL, NULL);
  ends = mapping_ends (self);
  self->mapping_links = eh_dataset_links_new (&ends, NULL, NULL);
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
  if (self->before != NULL)
    look_up_again (self, self->before);
  else
    look_up (self);
  if (self->evidence_of == NULL)
    self->evidence_of = group_by (self->evidences, G_STRUCT_OFFSET (EhEvidence, block_id));
  g_clear_pointer (&self->before, eh_dataset_unref);
  self->frozen = TRUE;
}

static gpointer
find (EhDataset *self, guint which, EhId id)
{
  guint at;

  g_return_val_if_fail (self->frozen, NULL);
  at = eh_dataset_index_find (self->by_id[which], id);
  return at != G_MAXUINT ? (*rows_at (self, which))->pdata[at] : NULL;
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
  return eh_dataset_links_at (self->contributor_links, insight, n);
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
  return eh_dataset_links_at (self->mapping_links, insight, n);
}

/**
 * eh_dataset_contributors_of:
 * @self: a frozen dataset
 * @insight_id: an id
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): who gave it
 */
const EhDatasetLink *
eh_dataset_contributors_of (EhDataset *self, EhId insight_id, guint *n)
{
  return eh_dataset_links_at (self->contributor_links,
                              eh_dataset_index_find (self->by_id[BY_INSIGHT], insight_id), n);
}

/**
 * eh_dataset_mappings_of:
 * @self: a frozen dataset
 * @insight_id: an id
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): where it is placed
 */
const EhDatasetLink *
eh_dataset_mappings_of (EhDataset *self, EhId insight_id, guint *n)
{
  return eh_dataset_links_at (self->mapping_links,
                              eh_dataset_index_find (self->by_id[BY_INSIGHT], insight_id), n);
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
