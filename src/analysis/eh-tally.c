/* Insights and recommendations, counted by person and by role group. A recommendation in force is
 * one unit; it splits equally over the insights that support or shape it, and each insight over its
 * contributors. What falls to insights outside of the filter, or to facilitators, goes to nobody.
 *
 * In force are the recommendations of one guidance, the newest that has any unless the filter names
 * another, that say something and have not been put down as not done. A draft counts: the team
 * looks at the balance while it writes. */

#include "eh-tally.h"

#include "eh-stopping.h"

/**
 * eh_tally_is_in_force:
 * @block: a block of any kind
 * @guidance_id: a guidance; see eh_tally_guidance()
 *
 * Returns: whether it is one of the recommendations that count
 */
gboolean
eh_tally_is_in_force (const EhBlock *block, EhId guidance_id)
{
  return block->kind == EH_BLOCK_KIND_RECOMMENDATION && block->guidance_id == guidance_id &&
         block->status != EH_BLOCK_STATUS_NOT_DONE && block->text != NULL && block->text[0] != '\0';
}

/**
 * eh_tally_guidance:
 * @voices: who said what
 *
 * Returns: the guidance whose recommendations count, or 0
 */
EhId
eh_tally_guidance (const EhVoices *voices)
{
  GPtrArray *guidances = voices->dataset->guidances;
  GPtrArray *blocks = voices->dataset->blocks;

  if (voices->filter.guidance_id != EH_ID_NONE)
    return voices->filter.guidance_id;
  /* A page of tips begun yesterday does not take the place of the guidance that it is made from. */
  for (guint i = guidances->len; i > 0; i--) {
    EhId id = ((EhGuidance *) guidances->pdata[i - 1])->id;

    for (guint k = 0; k < blocks->len; k++)
      if (eh_tally_is_in_force (blocks->pdata[k], id))
        return id;
  }
  return guidances->len > 0 ? ((EhGuidance *) guidances->pdata[guidances->len - 1])->id
                            : EH_ID_NONE;
}

/* Voices of the insights that recommendations rest on, by id. */
static GHashTable *
find_evidence (const EhVoices *voices)
{
  GPtrArray *rows = voices->dataset->evidences;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (wanted, &((EhEvidence *) rows->pdata[i])->insight_id);
  for (guint i = 0; rows->len > 0 && i < voices->voices->len; i++) {
    EhVoice *voice = &g_array_index (voices->voices, EhVoice, i);

    if (g_hash_table_contains (wanted, &voice->insight->id))
      g_hash_table_insert (found, (gpointer) &voice->insight->id, voice);
  }
  return found;
}

static void
carry (EhTally *self, const EhVoices *voices, const EhVoice *voice, double credit, guint8 *touched)
{
  const EhVoicePart *parts = eh_voices_parts (voices, voice);

  if (voice->n_parts == 0)
    self->carried_unattributed += credit;
  for (guint i = 0; i < voice->n_parts; i++) {
    guint group = (guint) parts[i].group;
    double share = credit * parts[i].share;

    touched[group] = TRUE;
    if (parts[i].person == EH_NOBODY)
      self->alone_carried[group] += share;
    else
      self->carried[(gsize) parts[i].person * self->n_groups + group] += share;
  }
}

static void
add_recommendation (EhTally *self,
                    const EhVoices *voices,
                    const EhBlock *block,
                    GHashTable *found,
                    GHashTable *linked)
{
  GPtrArray *rows = eh_dataset_evidence_of (voices->dataset, block->id);
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();
  g_autofree guint8 *touched = g_new0 (guint8, self->n_groups);
  guint64 touches = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    EhEvidence *evidence = rows->pdata[i];

    if (evidence->stance != EH_STANCE_DISAGREES &&
        eh_voices_insight_stands (voices, evidence->insight_id))
      g_ptr_array_add (standing, evidence);
  }
  self->recommendations++;
  self->untraced += standing->len == 0;
  for (guint i = 0; i < standing->len; i++) {
    EhEvidence *evidence = standing->pdata[i];
    EhVoice *voice = g_hash_table_lookup (found, &evidence->insight_id);

    if (voice == NULL)
      continue;
    g_hash_table_add (linked, voice);
    carry (self, voices, voice, 1.0 / standing->len, touched);
  }
  for (guint i = 0; i < self->n_groups; i++) {
    self->touched[i] += touched[i];
    if (touched[i] && i < 64)
      touches |= G_GUINT64_CONSTANT (1) << i;
  }
  g_array_append_val (self->touches, touches);
}

static void
add_voice (EhTally *self, const EhVoices *voices, const EhVoice *voice, gboolean linked)
{
  const EhVoicePart *parts = eh_voices_parts (voices, voice);

  self->unattributed += voice->n_parts == 0;
  for (guint i = 0; i < voice->n_parts; i++) {
    guint group = (guint) parts[i].group;
    gsize at = (gsize) parts[i].person * self->n_groups + group;

    if (linked)
      self->taken_up[group] += parts[i].share;
    if (parts[i].person == EH_NOBODY) {
      self->alone_given[group] += parts[i].share;
      continue;
    }
    self->given[at] += parts[i].share;
    if (!linked)
      self->not_taken_up[at] += parts[i].share;
  }
}

/**
 * eh_tally_new:
 * @voices: who said what
 *
 * Returns: (transfer full): the counts
 */
EhTally *
eh_tally_new (const EhVoices *voices)
{
  EhTally *self = g_new0 (EhTally, 1);
  gsize n = (gsize) voices->n_persons * voices->n_groups;
  EhId guidance_id = eh_tally_guidance (voices);
  GPtrArray *blocks = voices->dataset->blocks;
  g_autoptr (GHashTable) found = find_evidence (voices);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);

  self->n_persons = voices->n_persons;
  self->n_groups = voices->n_groups;
  self->given = g_new0 (double, n);
  self->carried = g_new0 (double, n);
  self->not_taken_up = g_new0 (double, n);
  self->alone_given = g_new0 (double, self->n_groups);
  self->alone_carried = g_new0 (double, self->n_groups);
  self->taken_up = g_new0 (double, self->n_groups);
  self->touched = g_new0 (guint, self->n_groups);
  self->touches = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < blocks->len; i++)
    if (eh_tally_is_in_force (blocks->pdata[i], guidance_id))
      add_recommendation (self, voices, blocks->pdata[i], found, linked);
  for (guint i = 0; i < voices->voices->len && !eh_stopping (i); i++) {
    EhVoice *voice = &g_array_index (voices->voices, EhVoice, i);

    add_voice (self, voices, voice,
               g_hash_table_size (linked) > 0 && g_hash_table_contains (linked, voice));
  }
  return self;
}

static double *
subtract (const double *whole, const double *part, gsize n)
{
  double *rest = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    rest[i] = MAX (whole[i] - part[i], 0);
  return rest;
}

/**
 * eh_tally_new_rest:
 * @whole: the counts of a project
 * @part: the counts of a part of it
 *
 * Returns: (transfer full): what of the whole is not in the part, by person and by group alone; the
 *   other counts are 0
 */
EhTally *
eh_tally_new_rest (const EhTally *whole, const EhTally *part)
{
  EhTally *self = g_new0 (EhTally, 1);
  gsize n = (gsize) whole->n_persons * whole->n_groups;

  self->n_persons = whole->n_persons;
  self->n_groups = whole->n_groups;
  self->given = subtract (whole->given, part->given, n);
  self->carried = subtract (whole->carried, part->carried, n);
  self->not_taken_up = subtract (whole->not_taken_up, part->not_taken_up, n);
  self->alone_given = subtract (whole->alone_given, part->alone_given, whole->n_groups);
  self->alone_carried = subtract (whole->alone_carried, part->alone_carried, whole->n_groups);
  self->taken_up = subtract (whole->taken_up, part->taken_up, whole->n_groups);
  self->touched = g_new0 (guint, whole->n_groups);
  self->touches = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

/**
 * eh_tally_free:
 * @self: (transfer full): the counts
 */
void
eh_tally_free (EhTally *self)
{
  g_free (self->given);
  g_free (self->carried);
  g_free (self->not_taken_up);
  g_free (self->alone_given);
  g_free (self->alone_carried);
  g_free (self->taken_up);
  g_free (self->touched);
  g_array_unref (self->touches);
  g_free (self);
}

static double
sum_of (const EhTally *self, const double *table, const double *alone, guint group)
{
  double sum = alone[group];

  for (guint i = 0; i < self->n_persons; i++)
    sum += table[(gsize) i * self->n_groups + group];
  return sum;
}

/**
 * eh_tally_insights:
 * @self: the counts
 * @group: index of a group
 *
 * Returns: its insights
 */
double
eh_tally_insights (const EhTally *self, guint group)
{
  return sum_of (self, self->given, self->alone_given, group);
}

/**
 * eh_tally_carried:
 * @self: the counts
 * @group: index of a group
 *
 * Returns: recommendations that rest on its insights
 */
double
eh_tally_carried (const EhTally *self, guint group)
{
  return sum_of (self, self->carried, self->alone_carried, group);
}

/**
 * eh_tally_person:
 * @self: the counts
 * @person: index of a participant
 *
 * Returns: their insights, under any hat
 */
double
eh_tally_person (const EhTally *self, guint person)
{
  double sum = 0;

  for (guint i = 0; i < self->n_groups; i++)
    sum += self->given[(gsize) person * self->n_groups + i];
  return sum;
}

/**
 * eh_tally_largest:
 * @self: the counts
 * @group: index of a group
 *
 * Returns: the most that one person gave of its insights
 */
double
eh_tally_largest (const EhTally *self, guint group)
{
  double largest = 0;

  for (guint i = 0; i < self->n_persons; i++)
    largest = MAX (largest, self->given[(gsize) i * self->n_groups + group]);
  return largest;
}
