/* Agreement between coders as it may leave the program: nobody is named, and of a category in which
 * few people's insights are nothing is told. */

#include "eh-coder-agreement-private.h"
#include "eh-public-dataset-private.h"
#include "eh-stopping.h"

/* How many people are behind what is placed in a category or below it. */
static guint
people_behind (const EhVoices *voices, EhId category_id)
{
  g_autoptr (GHashTable) below = eh_voices_subtree (voices->dataset, EH_ID_NONE, category_id);
  g_autofree gboolean *seen = g_new0 (gboolean, voices->n_persons + 1);
  guint n = 0;

  for (guint i = 0; i < voices->voices->len && !eh_stopping (i); i++) {
    const EhVoice *voice = &g_array_index (voices->voices, EhVoice, i);
    guint n_mappings;
    const EhDatasetLink *mappings = eh_dataset_mappings_at (voices->dataset, voice->index,
                                                            &n_mappings);
    const EhVoicePart *parts = eh_voices_parts (voices, voice);
    gboolean here = FALSE;

    for (guint j = 0; j < n_mappings && !here; j++)
      here = g_hash_table_contains (below, &((EhMapping *) mappings[j].row)->category_id);
    for (guint j = 0; here && j < voice->n_parts; j++) {
      if (parts[j].person == EH_NOBODY || seen[parts[j].person])
        continue;
      seen[parts[j].person] = TRUE;
      n++;
    }
  }
  return n;
}

static void
protect (EhCoderAgreementRatio *ratio)
{
  ratio->insights = ratio->placed = eh_figure_protected ();
  ratio->percent = ratio->kappa = ratio->alpha = eh_figure_protected ();
  ratio->rare = FALSE;
}

/* One category alone could be worked out of what is told of all of them. */
static void
protect_another (EhCoderAgreement *self, const guint *people)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->n_categories; i++)
    if (self->categories[i].ratio.percent.state != EH_FIGURE_PROTECTED &&
        (best == G_MAXUINT || people[i] < people[best]))
      best = i;
  if (best != G_MAXUINT)
    protect (&self->categories[best].ratio);
  else
    protect (&self->whole);
}

/**
 * eh_public_dataset_agreement:
 * @self: what may leave the program
 * @filter: (nullable): what to look at; see eh_coder_agreement_new()
 *
 * Returns: (transfer full): the agreement
 */
EhCoderAgreement *
eh_public_dataset_agreement (EhPublicDataset *self, const EhFilter *filter)
{
  EhFilter wide = filter != NULL ? *filter : (EhFilter){ 0 };
  g_autoptr (EhVoices) voices = NULL;
  g_autofree guint *people = NULL;
  EhCoderAgreement *agreement;
  guint n_hidden = 0;

  wide.role_group_id = EH_ID_NONE;
  voices = eh_voices_new (self->dataset, &wide);
  agreement = eh_coder_agreement_count (voices);
  agreement->audience = EH_AUDIENCE_PUBLIC;
  agreement->threshold = self->threshold;
  g_clear_pointer (&agreement->coders, g_strfreev);
  people = g_new0 (guint, agreement->n_categories + 1);
  for (guint i = 0; i < agreement->n_categories; i++) {
    people[i] = people_behind (voices, agreement->categories[i].id);
    /* How much is placed where is told by the power map, where it is safe. */
    agreement->categories[i].ratio.placed = eh_figure_protected ();
    if (people[i] > 0 && people[i] < self->threshold) {
      protect (&agreement->categories[i].ratio);
      n_hidden++;
    }
  }
  agreement->whole.placed = eh_figure_protected ();
  if (n_hidden == 1)
    protect_another (agreement, people);
  return agreement;
}
