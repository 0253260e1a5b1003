/* A project, ready to be asked what became of what one person after another said: who said what,
 * where each insight went, and when each was last told. Made once for all letters. */

#include "eh-feedback-private.h"

#include "eh-text.h"

static GHashTable *
new_groups (void)
{
  return g_hash_table_new_full (eh_id_hash, eh_id_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_to (GHashTable *groups, const EhId *key, gpointer row)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (*key == EH_ID_NONE)
    return;
  if (group == NULL) {
    group = g_ptr_array_new ();
    g_hash_table_insert (groups, (gpointer) key, group);
  }
  g_ptr_array_add (group, row);
}

/* In the order of the documents, so that a letter tells them in it. */
static void
index_blocks (EhFeedbackIndex *self)
{
  EhDataset *dataset = self->dataset;
  g_autoptr (GHashTable) last = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < dataset->blocks->len; i++) {
    EhBlock *block = dataset->blocks->pdata[i];
    GPtrArray *evidence = eh_dataset_evidence_of (dataset, block->id);

    if (block->kind == EH_BLOCK_KIND_HEADING)
      g_hash_table_insert (last, &block->guidance_id, block);
    g_hash_table_insert (self->headings, &block->id,
                         g_hash_table_lookup (last, &block->guidance_id));
    g_hash_table_insert (self->block_order, &block->id, GUINT_TO_POINTER (i));
    add_to (self->quoting, &block->insight_id, block);
    for (guint j = 0; evidence != NULL && j < evidence->len; j++)
      add_to (self->evidence, &((EhEvidence *) evidence->pdata[j])->insight_id, evidence->pdata[j]);
  }
}

/* The insights of a person oldest first, which is their order in the dataset. */
static void
index_insights (EhFeedbackIndex *self)
{
  EhDataset *dataset = self->dataset;

  for (guint i = 0; i < dataset->insights->len; i++) {
    guint n = 0;
    const EhDatasetLink *links = eh_dataset_contributors_at (dataset, i, &n);

    for (guint j = 0; j < n; j++)
      add_to (self->said, &((EhContributor *) links[j].row)->participant_id,
              dataset->insights->pdata[i]);
  }
}

static void
index_people (EhFeedbackIndex *self)
{
  EhDataset *dataset = self->dataset;

  for (guint i = 0; i < dataset->attendances->len; i++) {
    EhAttendance *row = dataset->attendances->pdata[i];

    if (row->status != EH_PRESENCE_APOLOGIES && row->status != EH_PRESENCE_ABSENT)
      add_to (self->attended, &row->participant_id, row);
  }
  for (guint i = 0; i < dataset->payments->len; i++)
    add_to (self->paid, &((EhPayment *) dataset->payments->pdata[i])->participant_id,
            dataset->payments->pdata[i]);
  for (guint i = 0; i < dataset->tolds->len; i++) {
    EhTold *told = dataset->tolds->pdata[i];
    const EhTold *last = g_hash_table_lookup (self->told, &told->participant_id);

    if (last == NULL || last->told_at <= told->told_at)
      g_hash_table_replace (self->told, &told->participant_id, told);
  }
}

static void
index_parked (EhFeedbackIndex *self)
{
  for (guint i = 0; i < self->dataset->parked->len; i++) {
    EhParked *row = self->dataset->parked->pdata[i];
    const EhParked *other = g_hash_table_lookup (self->parked, &row->insight_id);

    /* One reason is enough, whichever document it was given for. */
    if (other == NULL || eh_text_is_blank (other->reason))
      g_hash_table_replace (self->parked, &row->insight_id, row);
  }
}

/**
 * eh_feedback_index_new:
 * @dataset: a frozen project
 *
 * Returns: (transfer full): the project, ready to be asked about people
 */
EhFeedbackIndex *
eh_feedback_index_new (EhDataset *dataset)
{
  EhFeedbackIndex *self = g_atomic_rc_box_new0 (EhFeedbackIndex);

  self->dataset = eh_dataset_ref (dataset);
  self->names = eh_hidden_names_new (dataset->participants, dataset->role_groups);
  self->said = new_groups ();
  self->evidence = new_groups ();
  self->quoting = new_groups ();
  self->attended = new_groups ();
  self->paid = new_groups ();
  self->told = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->parked = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->headings = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->block_order = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) eh_catalogue_unref);
  g_mutex_init (&self->lock);
  index_blocks (self);
  index_insights (self);
  index_people (self);
  index_parked (self);
  return self;
}

EhFeedbackIndex *
eh_feedback_index_ref (EhFeedbackIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EhFeedbackIndex *self = data;

  g_hash_table_unref (self->said);
  g_hash_table_unref (self->evidence);
  g_hash_table_unref (self->quoting);
  g_hash_table_unref (self->attended);
  g_hash_table_unref (self->paid);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->parked);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->block_order);
  g_hash_table_unref (self->words);
  g_mutex_clear (&self->lock);
  eh_hidden_names_free (self->names);
  eh_unquotable_free (self->unquotable);
  eh_dataset_unref (self->dataset);
}

void
eh_feedback_index_unref (EhFeedbackIndex *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * eh_feedback_index_get_dataset:
 * @self: an index
 *
 * Returns: (transfer none): the project
 */
EhDataset *
eh_feedback_index_get_dataset (EhFeedbackIndex *self)
{
  return self->dataset;
}

/**
 * eh_feedback_index_get_unquotable:
 * @self: an index
 *
 * Returns: (transfer none): what others may not be quoted with, to take it out of a letter
 */
const EhUnquotable *
eh_feedback_index_get_unquotable (EhFeedbackIndex *self)
{
  g_mutex_lock (&self->lock);
  if (self->unquotable == NULL)
    self->unquotable = eh_unquotable_new (self->dataset);
  g_mutex_unlock (&self->lock);
  return self->unquotable;
}

/**
 * eh_feedback_index_get_names:
 * @self: an index
 *
 * Returns: (transfer none): everybody's names, to take those of others out of a letter
 */
EhHiddenNames *
eh_feedback_index_get_names (EhFeedbackIndex *self)
{
  return self->names;
}

/**
 * eh_feedback_index_words:
 * @self: an index
 * @language: a BCP 47 tag of what somebody reads best
 *
 * Returns: (transfer full): the words of that language, or of the nearest that there are; read
 *   once for all letters
 */
EhCatalogue *
eh_feedback_index_words (EhFeedbackIndex *self, const char *language)
{
  EhCatalogue *words;

  g_mutex_lock (&self->lock);
  words = g_hash_table_lookup (self->words, language);
  if (words == NULL) {
    words = eh_catalogue_for_reader (language);
    g_hash_table_insert (self->words, g_strdup (language), words);
  }
  eh_catalogue_ref (words);
  g_mutex_unlock (&self->lock);
  return words;
}

/**
 * eh_feedback_index_due:
 * @self: an index
 * @person: somebody of the project
 *
 * Returns: whether they are written to, and why not
 */
EhLetterDue
eh_feedback_index_due (EhFeedbackIndex *self, const EhParticipant *person)
{
  const EhConsent *consent = eh_dataset_consent (self->dataset, person->id);

  if (person->withdrawal == EH_WITHDRAWAL_STOP_CONTACT)
    return EH_LETTER_NO_CONTACT;
  if (person->withdrawal != EH_WITHDRAWAL_NONE)
    return EH_LETTER_WITHDRAWN;
  if (consent != NULL && consent->contact_after == EH_CONTACT_AFTER_NONE)
    return EH_LETTER_NO_CONTACT;
  if (consent != NULL && consent->take_part == EH_ANSWER_NO)
    return EH_LETTER_NOT_TAKING_PART;
  return EH_LETTER_DUE;
}

/**
 * eh_feedback_index_last_told:
 * @self: an index
 * @participant_id: somebody
 *
 * Returns: (transfer none) (nullable): when and how they were told last; %NULL while they wait
 */
const EhTold *
eh_feedback_index_last_told (EhFeedbackIndex *self, EhId participant_id)
{
  return g_hash_table_lookup (self->told, &participant_id);
}

/**
 * eh_feedback_index_without_reason:
 * @self: an index
 *
 * What a letter can only say "we have not written down why" of. Whoever asked for it should get a
 * reason, so this is work to do before letters go out.
 *
 * Returns: (transfer full) (element-type EhFeedbackGap): recommendations that are not done and
 *   insights that are set aside, without a reason; the array owns them
 */
GPtrArray *
eh_feedback_index_without_reason (EhFeedbackIndex *self)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (g_free);
  EhDataset *dataset = self->dataset;

  for (guint i = 0; i < dataset->blocks->len; i++) {
    const EhBlock *block = dataset->blocks->pdata[i];
    EhFeedbackGap gap = { .block = block };

    if (block->kind == EH_BLOCK_KIND_RECOMMENDATION && block->status == EH_BLOCK_STATUS_NOT_DONE &&
        eh_text_is_blank (block->reason))
      g_ptr_array_add (gaps, g_memdup2 (&gap, sizeof gap));
  }
  for (guint i = 0; i < dataset->insights->len; i++) {
    const EhInsight *insight = dataset->insights->pdata[i];
    const EhParked *parked = g_hash_table_lookup (self->parked, &insight->id);
    EhFeedbackGap gap = { .insight = insight };

    if ((insight->parked || parked != NULL) && eh_text_is_blank (insight->parked_reason) &&
        (parked == NULL || eh_text_is_blank (parked->reason)))
      g_ptr_array_add (gaps, g_memdup2 (&gap, sizeof gap));
  }
  return gaps;
}
