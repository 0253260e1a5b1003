#pragma once

/* Private to analysis: who said what under which hat, in numbers; see eh-voices.c. */

#include "eh-audience.h"
#include "eh-dataset.h"

G_BEGIN_DECLS

/* A person who counts in no group: a facilitator. */
#define EH_OUTSIDE (-1)
/* In a part: the group alone is known. */
#define EH_NOBODY G_MAXUINT

/**
 * EhVoicePart:
 * @person: index into the dataset's participants, or %EH_NOBODY
 * @group: index of the role group
 * @share: of the insight, 0 to 1; the parts of an insight add up to 1
 */
typedef struct {
  guint person;
  int group;
  double share;
} EhVoicePart;

/**
 * EhVoice:
 * @insight: (transfer none): the row
 * @index: which of the dataset's insights
 * @first: index of its first part
 * @n_parts: how many; 0 for an insight with no name
 */
typedef struct {
  const EhInsight *insight;
  guint index;
  guint first;
  guint n_parts;
} EhVoice;

typedef struct {
  EhDataset *dataset;
  EhFilter filter;
  GPtrArray *groups;
  guint n_groups;
  guint n_persons;
  int *own_group;
  int *room_group;
  guint8 *takes_part;
  EhReference reference;
  GArray *voices;
  GArray *parts;
  guint outside;

  /*< private >*/
  GHashTable *person_index;
  GHashTable *group_index;
  GHashTable *workshop_index;
  GHashTable *categories;
  guint n_workshops;
  guint8 *presence;
  gint16 *hat;
  EhId last_workshop_id;
  guint last_workshop;
} EhVoices;

EhVoices *eh_voices_new (EhDataset *dataset, const EhFilter *filter);
void eh_voices_free (EhVoices *self);
const EhVoicePart *eh_voices_parts (const EhVoices *self, const EhVoice *voice);
gboolean eh_voices_insight_stands (const EhVoices *self, EhId insight_id);
const char *eh_voices_no_group_label (void);
int eh_voices_group_at (const EhVoices *self, guint person, guint workshop);
EhId eh_voices_lens (EhDataset *dataset, const EhFilter *filter);
guint eh_voices_people (const EhVoices *self, int group);
GHashTable *eh_voices_subtree (EhDataset *dataset, EhId framework_id, EhId category_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhVoices, eh_voices_free)

G_END_DECLS
