/* Who said what under which hat: one pass over a dataset that balance, crosstab and the gate share,
 * so that they cannot count differently. The rules:
 *
 * - The group of a part of an insight is the hat that the insight itself names, else the hat of
 * that day's attendance, else the person's own group. People without a group, or with one that is
 * not there, count in a group of their own, the last.
 * - Facilitators (groups that are not in voice) count nowhere. An insight that they share with
 *   others is the others' whole; one that is theirs alone is counted as outside.
 * - Whoever asked for their insights to be removed, or does not agree to take part, counts nowhere,
 *   and what they shared with others is the others' whole.
 * - An insight with a role group alone is that group's. With neither it is nobody's.
 * - Parked insights count: that something is out of scope is the team's word, not the speaker's.
 * - The room is who came: whoever attendance says was there, and whoever gave an insight at a
 *   workshop where attendance says nothing of them. Someone who came under several hats is in the
 *   group of the hat that they wore most often, their own where that is among these. Where no
 *   attendance is recorded at all, the reference is everyone recorded. */

#include "eh-voices.h"

#include "config.h"
#include "eh-stopping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  FATE_DROPPED,
  FATE_OUTSIDE,
  FATE_COUNTS,
} Fate;

enum {
  PRESENCE_NOT_SAID,
  PRESENCE_CAME,
  PRESENCE_AWAY,
};

#define NO_HAT (-2)

static gboolean
came (EhPresence status)
{
  return status != EH_PRESENCE_APOLOGIES && status != EH_PRESENCE_ABSENT;
}

static int
find_group (const EhVoices *self, EhId id)
{
  gpointer value;

  if (id != EH_ID_NONE && g_hash_table_lookup_extended (self->group_index, &id, NULL, &value))
    return GPOINTER_TO_INT (value);
  return (int) self->n_groups - 1;
}

static gboolean
find_index (GHashTable *index, EhId id, guint *found)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (index, &id, NULL, &value))
    return FALSE;
  *found = GPOINTER_TO_UINT (value);
  return TRUE;
}

static gsize
presence_at (const EhVoices *self, guint person, guint workshop)
{
  return (gsize) person * self->n_workshops + workshop;
}

/**
 * eh_voices_subtree:
 * @dataset: a frozen dataset
 * @framework_id: a framework, or 0 for any
 * @category_id: a category, or 0 for any
 *
 * Returns: (transfer full) (element-type EhId EhId): the ids of the categories in the framework and
 *   at or below the category; the keys belong to @dataset
 */
GHashTable *
eh_voices_subtree (EhDataset *dataset, EhId framework_id, EhId category_id)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  /* Parents come before their children. */
  for (guint i = 0; i < dataset->categories->len; i++) {
    EhCategory *category = dataset->categories->pdata[i];

    if (framework_id != EH_ID_NONE && category->framework_id != framework_id)
      continue;
    if (category_id == EH_ID_NONE || category->id == category_id ||
        g_hash_table_contains (set, &category->parent_id))
      g_hash_table_add (set, &category->id);
  }
  return set;
}

static void
index_groups (EhVoices *self)
{
  GPtrArray *rows = self->dataset->role_groups;

  self->groups = g_ptr_array_new ();
  self->group_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++) {
    EhRoleGroup *group = rows->pdata[i];
    int index = EH_OUTSIDE;

    if (group->in_voice) {
      index = (int) self->groups->len;
      g_ptr_array_add (self->groups, group);
    }
    g_hash_table_insert (self->group_index, &group->id, GINT_TO_POINTER (index));
  }
  g_ptr_array_add (self->groups, NULL);
  self->n_groups = self->groups->len;
}

static void
index_people (EhVoices *self)
{
  GPtrArray *rows = self->dataset->participants;

  self->n_persons = rows->len;
  self->own_group = g_new (int, rows->len);
  self->room_group = g_new (int, rows->len);
  self->takes_part = g_new0 (guint8, rows->len);
  self->person_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++) {
    EhParticipant *person = rows->pdata[i];
    EhConsent *consent = eh_dataset_consent (self->dataset, person->id);

    self->own_group[i] = find_group (self, person->role_group_id);
    self->room_group[i] = EH_OUTSIDE;
    self->takes_part[i] = person->withdrawal != EH_WITHDRAWAL_REMOVE_UNPUBLISHED &&
                          person->withdrawal != EH_WITHDRAWAL_REMOVE_ALL &&
                          (consent == NULL || consent->take_part != EH_ANSWER_NO);
    g_hash_table_insert (self->person_index, &person->id, GUINT_TO_POINTER (i));
  }
}

static void
index_attendance (EhVoices *self)
{
  GPtrArray *workshops = self->dataset->workshops;
  GPtrArray *rows = self->dataset->attendances;

  self->n_workshops = workshops->len;
  self->workshop_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < workshops->len; i++)
    g_hash_table_insert (self->workshop_index, workshops->pdata[i], GUINT_TO_POINTER (i));
  self->presence = g_new0 (guint8, (gsize) self->n_persons * self->n_workshops);
  self->hat = g_new (gint16, (gsize) self->n_persons * self->n_workshops);
  for (gsize i = 0; i < (gsize) self->n_persons * self->n_workshops; i++)
    self->hat[i] = NO_HAT;
  for (guint i = 0; i < rows->len; i++) {
    EhAttendance *row = rows->pdata[i];
    guint person;
    guint workshop;

    if (!find_index (self->person_index, row->participant_id, &person) ||
        !find_index (self->workshop_index, row->workshop_id, &workshop))
      continue;
    self->presence[presence_at (self, person, workshop)] = came (row->status) ? PRESENCE_CAME
                                                                              : PRESENCE_AWAY;
    if (row->role_group_id != EH_ID_NONE)
      self->hat[presence_at (self, person, workshop)] = (gint16) find_group (self,
                                                                             row->role_group_id);
    if (came (row->status) && self->takes_part[person] &&
        (self->filter.workshop_id == EH_ID_NONE || self->filter.workshop_id == row->workshop_id))
      self->reference = EH_REFERENCE_ROOM;
  }
}

/* The index of a workshop; insights of one come together, so that the last answer is most often the
 * next. */
static guint
workshop_at (EhVoices *self, EhId id)
{
  if (id == EH_ID_NONE)
    return G_MAXUINT;
  if (id != self->last_workshop_id) {
    self->last_workshop_id = id;
    if (!find_index (self->workshop_index, id, &self->last_workshop))
      self->last_workshop = G_MAXUINT;
  }
  return self->last_workshop;
}

static int
group_of_part (const EhVoices *self, const EhDatasetLink *contributor, guint workshop)
{
  guint person = contributor->other;

  if (contributor->hat != EH_ID_NONE)
    return find_group (self, contributor->hat);
  if (workshop != G_MAXUINT) {
    int hat = self->hat[presence_at (self, person, workshop)];

    if (hat != NO_HAT)
      return hat;
  }
  return self->own_group[person];
}

/* Adds the parts of an insight that somebody is named for. */
static Fate
add_named (EhVoices *self,
           const EhInsight *insight,
           const EhDatasetLink *contributors,
           guint n_contributors)
{
  guint first = self->parts->len;
  guint workshop = workshop_at (self, insight->workshop_id);
  gboolean somebody = FALSE;
  gboolean facilitator = FALSE;
  guint n;

  for (guint i = 0; i < n_contributors; i++) {
    EhVoicePart part = { .person = contributors[i].other };

    if (part.person == G_MAXUINT)
      continue;
    somebody = TRUE;
    if (!self->takes_part[part.person])
      continue;
    part.group = group_of_part (self, &contributors[i], workshop);
    if (part.group == EH_OUTSIDE) {
      facilitator = TRUE;
      continue;
    }
    g_array_append_val (self->parts, part);
    if (workshop != G_MAXUINT) {
      guint8 *presence = &self->presence[presence_at (self, part.person, workshop)];

      if (*presence == PRESENCE_NOT_SAID)
        *presence = PRESENCE_CAME;
    }
  }
  n = self->parts->len - first;
  for (guint i = first; i < self->parts->len; i++)
    g_array_index (self->parts, EhVoicePart, i).share = 1.0 / n;
  if (n == 0 && facilitator)
    return FATE_OUTSIDE;
  /* Contributors who are not there leave an insight with no name. */
  return n > 0 || !somebody ? FATE_COUNTS : FATE_DROPPED;
}

static Fate
add_parts (EhVoices *self, const EhInsight *insight, guint index)
{
  guint n;
  const EhDatasetLink *contributors = eh_dataset_contributors_at (self->dataset, index, &n);
  EhVoicePart alone = { EH_NOBODY, EH_OUTSIDE, 1 };

  if (n > 0)
    return add_named (self, insight, contributors, n);
  if (insight->role_group_id == EH_ID_NONE)
    return FATE_COUNTS;
  alone.group = find_group (self, insight->role_group_id);
  if (alone.group == EH_OUTSIDE)
    return FATE_OUTSIDE;
  g_array_append_val (self->parts, alone);
  return FATE_COUNTS;
}

static gboolean
passes (const EhVoices *self, const EhInsight *insight, guint index)
{
  const EhDatasetLink *mappings;
  guint n;

  if (self->filter.workshop_id != EH_ID_NONE && insight->workshop_id != self->filter.workshop_id)
    return FALSE;
  if (self->filter.by_kind && (int) insight->kind != self->filter.kind)
    return FALSE;
  if (self->categories == NULL)
    return TRUE;
  mappings = eh_dataset_mappings_at (self->dataset, index, &n);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (self->categories, &((EhMapping *) mappings[i].row)->category_id))
      return TRUE;
  return FALSE;
}

/* Leaves of the parts from @first on only those of the group that is asked for. */
static void
keep_group (EhVoices *self, guint first)
{
  int group = find_group (self, self->filter.role_group_id);
  guint kept = first;

  for (guint i = first; i < self->parts->len; i++) {
    EhVoicePart part = g_array_index (self->parts, EhVoicePart, i);

    if (part.group == group)
      g_array_index (self->parts, EhVoicePart, kept++) = part;
  }
  g_array_set_size (self->parts, kept);
}

static void
collect (EhVoices *self)
{
  GPtrArray *rows = self->dataset->insights;

  self->voices = g_array_sized_new (FALSE, FALSE, sizeof (EhVoice), rows->len);
  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (EhVoicePart), rows->len);
  for (guint i = 0; i < rows->len && !eh_stopping (i); i++) {
    EhVoice voice = { rows->pdata[i], i, self->parts->len, 0 };
    /* What the filter leaves out still tells who was in the room. */
    Fate fate = add_parts (self, voice.insight, i);

    if (!passes (self, voice.insight, i)) {
      g_array_set_size (self->parts, voice.first);
      continue;
    }
    self->outside += fate == FATE_OUTSIDE;
    if (self->filter.role_group_id != EH_ID_NONE)
      keep_group (self, voice.first);
    voice.n_parts = self->parts->len - voice.first;
    if (fate == FATE_COUNTS && (voice.n_parts > 0 || self->filter.role_group_id == EH_ID_NONE))
      g_array_append_val (self->voices, voice);
  }
}

/* The group in which @person came, or EH_OUTSIDE. */
static int
find_room_group (const EhVoices *self, guint person, guint *tally)
{
  int own = self->own_group[person];
  int best = EH_OUTSIDE;
  guint outside = 0;

  memset (tally, 0, sizeof (guint) * self->n_groups);
  for (guint i = 0; i < self->n_workshops; i++) {
    gsize at = presence_at (self, person, i);
    EhWorkshop *workshop = self->dataset->workshops->pdata[i];
    int group;

    if (self->presence[at] != PRESENCE_CAME ||
        (self->filter.workshop_id != EH_ID_NONE && self->filter.workshop_id != workshop->id))
      continue;
    group = self->hat[at] != NO_HAT ? self->hat[at] : own;
    if (group == EH_OUTSIDE)
      outside++;
    else
      tally[group]++;
  }
  for (int i = 0; i < (int) self->n_groups; i++)
    if (tally[i] > 0 &&
        (best == EH_OUTSIDE || tally[i] > tally[best] || (tally[i] == tally[best] && i == own)))
      best = i;
  if (best != EH_OUTSIDE && outside > tally[best])
    best = EH_OUTSIDE;
  return best;
}

static void
fill_room (EhVoices *self)
{
  g_autofree guint *tally = g_new0 (guint, self->n_groups);
  gboolean anybody = FALSE;

  for (guint i = 0; i < self->n_persons; i++) {
    int group = self->own_group[i];

    if (!self->takes_part[i])
      continue;
    if (self->reference == EH_REFERENCE_ROOM)
      group = find_room_group (self, i, tally);
    if (self->filter.role_group_id != EH_ID_NONE &&
        group != find_group (self, self->filter.role_group_id))
      group = EH_OUTSIDE;
    self->room_group[i] = group;
    anybody |= group != EH_OUTSIDE;
  }
  if (!anybody)
    self->reference = EH_REFERENCE_NONE;
  else if (self->reference != EH_REFERENCE_ROOM)
    self->reference = EH_REFERENCE_RECORDED;
}

/**
 * eh_voices_new:
 * @dataset: a frozen dataset, which must outlive the result
 * @filter: (nullable): what to look at
 *
 * Returns: (transfer full): who said what
 */
EhVoices *
eh_voices_new (EhDataset *dataset, const EhFilter *filter)
{
  EhVoices *self = g_new0 (EhVoices, 1);

  self->dataset = dataset;
  if (filter != NULL)
    self->filter = *filter;
  if (self->filter.category_id != EH_ID_NONE || self->filter.framework_id != EH_ID_NONE)
    self->categories = eh_voices_subtree (dataset, self->filter.framework_id,
                                          self->filter.category_id);
  index_groups (self);
  index_people (self);
  index_attendance (self);
  collect (self);
  fill_room (self);
  return self;
}

/**
 * eh_voices_free:
 * @self: (transfer full): who said what
 */
void
eh_voices_free (EhVoices *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self->own_group);
  g_free (self->room_group);
  g_free (self->takes_part);
  g_array_unref (self->voices);
  g_array_unref (self->parts);
  g_hash_table_unref (self->person_index);
  g_hash_table_unref (self->group_index);
  g_hash_table_unref (self->workshop_index);
  g_clear_pointer (&self->categories, g_hash_table_unref);
  g_free (self->presence);
  g_free (self->hat);
  g_free (self);
}

/**
 * eh_voices_parts:
 * @self: who said what
 * @voice: one of its voices, with parts
 *
 * Returns: (transfer none) (array): the parts
 */
const EhVoicePart *
eh_voices_parts (const EhVoices *self, const EhVoice *voice)
{
  return &g_array_index (self->parts, EhVoicePart, voice->first);
}

/**
 * eh_voices_insight_stands:
 * @self: who said what
 * @insight_id: an insight, whatever the filter
 *
 * Returns: whether something may rest on it: it is there, and not all who gave it have withdrawn it
 */
gboolean
eh_voices_insight_stands (const EhVoices *self, EhId insight_id)
{
  const EhDatasetLink *contributors;
  guint n;
  gboolean withdrawn = FALSE;

  if (eh_dataset_insight (self->dataset, insight_id) == NULL)
    return FALSE;
  contributors = eh_dataset_contributors_of (self->dataset, insight_id, &n);
  for (guint i = 0; i < n; i++) {
    if (contributors[i].other == G_MAXUINT)
      continue;
    if (self->takes_part[contributors[i].other])
      return TRUE;
    withdrawn = TRUE;
  }
  return !withdrawn;
}

/**
 * eh_voices_people:
 * @self: who said what
 * @group: index of a role group
 *
 * Returns: how many people of the reference are in it
 */
guint
eh_voices_people (const EhVoices *self, int group)
{
  guint n = 0;

  for (guint i = 0; i < self->n_persons; i++)
    n += self->room_group[i] == group;
  return n;
}

/**
 * eh_voices_group_at:
 * @self: who said what, of everything
 * @person: index of a participant
 * @workshop: index of a workshop
 *
 * Returns: the role group under whose hat they were there; %EH_OUTSIDE if they were not, take no
 *   part, or came as a facilitator
 */
int
eh_voices_group_at (const EhVoices *self, guint person, guint workshop)
{
  gsize at = presence_at (self, person, workshop);

  if (!self->takes_part[person] || self->presence[at] != PRESENCE_CAME)
    return EH_OUTSIDE;
  return self->hat[at] != NO_HAT ? self->hat[at] : self->own_group[person];
}

/**
 * eh_voices_lens:
 * @dataset: a dataset
 * @filter: (nullable): what is looked at
 *
 * Returns: the framework through which it is looked at: what the filter says, else the project's
 *   own choice, else its first
 */
EhId
eh_voices_lens (EhDataset *dataset, const EhFilter *filter)
{
  GPtrArray *frameworks = dataset->frameworks;

  if (filter != NULL && eh_dataset_framework (dataset, filter->lens_id) != NULL)
    return filter->lens_id;
  if (filter != NULL && filter->framework_id != EH_ID_NONE)
    return filter->framework_id;
  if (eh_dataset_framework (dataset, dataset->project->framework_id) != NULL)
    return dataset->project->framework_id;
  return frameworks->len > 0 ? ((EhFramework *) frameworks->pdata[0])->id : EH_ID_NONE;
}

/**
 * eh_voices_no_group_label:
 *
 * Returns: (transfer none): what the group of those without one is called
 */
const char *
eh_voices_no_group_label (void)
{
  return _ ("People with no role group");
}
