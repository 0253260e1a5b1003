/* What became of what one person said, as facts. Of others nothing is in here but rows of the
 * team's own writing: what a letter may tell is decided where it is written. */

#include "eh-feedback-private.h"

#include "eh-text.h"

static void
said_free (EhFeedbackSaid *said)
{
  g_free (said->why_not);
  g_free (said);
}

static void
use_free (EhFeedbackUse *use)
{
  g_array_unref (use->numbers);
  g_free (use);
}

static EhFeedback *
begin (EhFeedbackIndex *index)
{
  EhFeedback *self = g_new0 (EhFeedback, 1);

  self->dataset = eh_dataset_ref (index->dataset);
  self->said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  self->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) use_free);
  self->workshops = g_ptr_array_new ();
  self->promises = g_ptr_array_new ();
  self->payments = g_ptr_array_new ();
  self->guidances = g_ptr_array_ref (index->dataset->guidances);
  return self;
}

/**
 * eh_feedback_free:
 * @self: (nullable) (transfer full): facts
 */
void
eh_feedback_free (EhFeedback *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->uses);
  g_ptr_array_unref (self->workshops);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->payments);
  g_ptr_array_unref (self->guidances);
  eh_dataset_unref (self->dataset);
  g_free (self);
}

/* A block that both quotes them and rests on them is told of once for either. */
static void
add_use (EhFeedback *self,
         EhFeedbackIndex *index,
         const EhBlock *block,
         gboolean quoted,
         EhStance stance,
         guint number)
{
  EhFeedbackUse *use = NULL;

  for (guint i = 0; i < self->uses->len && use == NULL; i++) {
    EhFeedbackUse *other = self->uses->pdata[i];

    if (other->block == block && other->quoted == quoted && (quoted || other->stance == stance))
      use = other;
  }
  if (use == NULL) {
    use = g_new0 (EhFeedbackUse, 1);
    use->block = block;
    use->guidance = eh_dataset_guidance (self->dataset, block->guidance_id);
    use->heading = g_hash_table_lookup (index->headings, &block->id);
    use->quoted = quoted;
    use->stance = stance;
    use->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
    g_ptr_array_add (self->uses, use);
  }
  g_array_append_val (use->numbers, number);
}

/* Why an insight is set aside: NULL where it is not. */
static const char *
why_not (EhFeedbackIndex *index, const EhInsight *insight)
{
  const EhParked *parked = g_hash_table_lookup (index->parked, &insight->id);

  if (parked != NULL && !eh_text_is_blank (parked->reason))
    return parked->reason;
  if (insight->parked)
    return insight->parked_reason;
  return parked != NULL ? "" : NULL;
}

static void
add_said (EhFeedback *self, EhFeedbackIndex *index, const EhInsight *insight)
{
  EhFeedbackSaid *said = g_new0 (EhFeedbackSaid, 1);
  GPtrArray *quoting = g_hash_table_lookup (index->quoting, &insight->id);
  GPtrArray *evidence = g_hash_table_lookup (index->evidence, &insight->id);
  guint n_contributors = 0;
  guint number;

  said->insight = insight;
  said->why_not = g_strdup (why_not (index, insight));
  eh_dataset_contributors_of (self->dataset, insight->id, &n_contributors);
  said->shared = n_contributors > 1;
  g_ptr_array_add (self->said, said);
  number = self->said->len;
  for (guint i = 0; quoting != NULL && i < quoting->len; i++)
    add_use (self, index, quoting->pdata[i], TRUE, EH_STANCE_SUPPORTS, number);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++) {
    const EhEvidence *row = evidence->pdata[i];

    add_use (self, index, eh_dataset_block (self->dataset, row->block_id), FALSE, row->stance,
             number);
  }
  said->used = quoting != NULL || evidence != NULL;
}

static int
compare_uses (gconstpointer a, gconstpointer b, gpointer data)
{
  const EhFeedbackUse *one = *(const EhFeedbackUse *const *) a;
  const EhFeedbackUse *other = *(const EhFeedbackUse *const *) b;
  GHashTable *order = data;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (order, &one->block->id));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (order, &other->block->id));

  if (first != second)
    return first < second ? -1 : 1;
  if (one->quoted != other->quoted)
    return one->quoted ? -1 : 1;
  return (int) one->stance - (int) other->stance;
}

/* What was promised to somebody by themselves, to their group, or to all. */
static void
add_promises (EhFeedback *self)
{
  EhId id = self->person != NULL ? self->person->id : EH_ID_NONE;
  EhId group = self->person != NULL ? self->person->role_group_id : EH_ID_NONE;

  for (guint i = 0; i < self->dataset->promises->len; i++) {
    const EhPromise *promise = self->dataset->promises->pdata[i];
    gboolean to_all = promise->participant_id == EH_ID_NONE && promise->role_group_id == EH_ID_NONE;
    gboolean to_group = promise->participant_id == EH_ID_NONE && group != EH_ID_NONE &&
                        promise->role_group_id == group;
    gboolean to_them = id != EH_ID_NONE && promise->participant_id == id;

    if (!eh_text_is_blank (promise->text) && (to_all || to_group || to_them))
      g_ptr_array_add (self->promises, (gpointer) promise);
  }
}

/**
 * eh_feedback_new:
 * @index: a project
 * @participant_id: somebody of it
 *
 * Returns: (transfer full) (nullable): what became of what they said; %NULL when they are not there
 */
EhFeedback *
eh_feedback_new (EhFeedbackIndex *index, EhId participant_id)
{
  const EhParticipant *person = eh_dataset_participant (index->dataset, participant_id);
  GPtrArray *said = g_hash_table_lookup (index->said, &participant_id);
  GPtrArray *attended = g_hash_table_lookup (index->attended, &participant_id);
  GPtrArray *paid = g_hash_table_lookup (index->paid, &participant_id);
  EhFeedback *self;

  if (person == NULL)
    return NULL;
  self = begin (index);
  self->person = person;
  self->consent = eh_dataset_consent (index->dataset, participant_id);
  for (guint i = 0; said != NULL && i < said->len; i++)
    add_said (self, index, said->pdata[i]);
  g_ptr_array_sort_with_data (self->uses, compare_uses, index->block_order);
  /* In the order of the workshops. */
  for (guint i = 0; attended != NULL && i < index->dataset->workshops->len; i++) {
    EhWorkshop *workshop = index->dataset->workshops->pdata[i];

    for (guint j = 0; j < attended->len; j++)
      if (((EhAttendance *) attended->pdata[j])->workshop_id == workshop->id)
        g_ptr_array_add (self->workshops, workshop);
  }
  for (guint i = 0; paid != NULL && i < paid->len; i++)
    g_ptr_array_add (self->payments, paid->pdata[i]);
  add_promises (self);
  return self;
}

/**
 * eh_feedback_new_for_insights:
 * @index: a project
 * @ids: (array length=n_ids): insights that came from one slip of paper or one phone
 * @n_ids: how many
 *
 * Whoever holds a slip is not known to be the person that it was given to: nothing but what came
 * from the slip is told, and no name.
 *
 * Returns: (transfer full): what became of them
 */
EhFeedback *
eh_feedback_new_for_insights (EhFeedbackIndex *index, const EhId *ids, guint n_ids)
{
  EhFeedback *self = begin (index);

  for (guint i = 0; i < n_ids; i++) {
    const EhInsight *insight = eh_dataset_insight (index->dataset, ids[i]);

    if (insight != NULL)
      add_said (self, index, insight);
  }
  g_ptr_array_sort_with_data (self->uses, compare_uses, index->block_order);
  add_promises (self);
  return self;
}

static void
feed (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
}

static void
feed_row (GChecksum *sum, const EhRowType *type, gconstpointer row, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++) {
    g_autofree char *text = eh_row_field_text (eh_row_type_field (type, fields[i]), row);

    feed (sum, text);
  }
}

/**
 * eh_feedback_digest:
 * @self: facts
 *
 * Covers what was said and what became of it, the promises and the documents; not the wording,
 * the language or the date of a letter, nor choices that the person made and knows.
 *
 * Returns: (transfer full): SHA-256 in hexadecimal digits: the same as before where there is
 *   nothing new to tell
 */
char *
eh_feedback_digest (const EhFeedback *self)
{
  static const char *const of_block[] = { "id", "text", "status", "reason", NULL };
  static const char *const of_promise[] = { "text", "due", "state", "reason", NULL };
  static const char *const of_guidance[] = { "id", "status", NULL };
  static const char *const of_payment[] = { "id", "claimed_on", "paid_on", NULL };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->said->len; i++) {
    const EhFeedbackSaid *said = self->said->pdata[i];

    feed (sum, said->insight->text);
    feed (sum, said->why_not != NULL ? said->why_not : "-");
  }
  for (guint i = 0; i < self->uses->len; i++) {
    const EhFeedbackUse *use = self->uses->pdata[i];

    feed (sum, use->quoted ? "quoted" : eh_vocabulary_key (&eh_stance_vocabulary, use->stance));
    feed_row (sum, &eh_block_row_type, use->block, of_block);
  }
  for (guint i = 0; i < self->promises->len; i++)
    feed_row (sum, &eh_promise_row_type, self->promises->pdata[i], of_promise);
  for (guint i = 0; i < self->guidances->len; i++)
    feed_row (sum, &eh_guidance_row_type, self->guidances->pdata[i], of_guidance);
  for (guint i = 0; i < self->payments->len; i++)
    feed_row (sum, &eh_payment_row_type, self->payments->pdata[i], of_payment);
  return g_strdup (g_checksum_get_string (sum));
}
