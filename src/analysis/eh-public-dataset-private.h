#pragma once

/* Private to analysis: what the gate knows and does not tell. */

#include "eh-balance-mask.h"
#include "eh-public-record.h"
#include "eh-unquotable.h"

G_BEGIN_DECLS

/**
 * EhPublicDataset:
 * @dataset: what is private
 * @threshold: fewest distinct people behind a number
 * @voices: who said what, of everything
 * @tally: the counts of everything
 * @mask: what is withheld of the balance of everything, and so of all others
 * @group_people: by role group: how many people it has
 * @role_people: how many people have a role in a group
 * @name_words: the words of everybody's names, as they are written
 * @lock: of @unquotable
 * @unquotable: (nullable): what may not be quoted, as soon as somebody asks for a text
 */
struct _EhPublicDataset {
  EhDataset *dataset;
  guint threshold;
  EhVoices *voices;
  EhTally *tally;
  EhBalanceMask *mask;
  guint *group_people;
  GHashTable *role_people;
  GHashTable *name_words;
  GMutex lock; /* of @unquotable */
  EhUnquotable *unquotable;
};

EhDisclosureReport *eh_disclosure_report_new (EhPublicDataset *self);

char *eh_public_dataset_nameless (EhPublicDataset *self, const char *text);
char *eh_public_name_of (const EhParticipant *person);
guint eh_public_dataset_people_in (EhPublicDataset *self, EhId role_group_id);
guint eh_public_dataset_people_with (EhPublicDataset *self, EhId role_group_id, const char *role);

G_END_DECLS
