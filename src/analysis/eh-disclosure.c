/* The gate itself: what is worked out once for a project before any of it may leave the program. */

#include "config.h"
#include "eh-public-dataset-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static char *
role_key (int group, const char *role)
{
  g_autofree char *folded = eh_text_fold (role);

  return g_strdup_printf ("%d/%s", group, folded);
}

static guint
choose_threshold (EhDataset *dataset, const EhDisclosurePolicy *policy)
{
  guint threshold = policy != NULL ? policy->threshold : 0;

  if (threshold == 0 && dataset->project->threshold > 0)
    threshold = (guint) MIN (dataset->project->threshold, G_MAXINT);
  if (threshold == 0)
    threshold = EH_THRESHOLD_DEFAULT;
  return MAX (threshold, EH_THRESHOLD_LEAST);
}

static void
count_people (EhPublicDataset *self)
{
  GPtrArray *people = self->dataset->participants;

  self->group_people = g_new0 (guint, self->voices->n_groups);
  self->role_people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < people->len; i++) {
    EhParticipant *person = people->pdata[i];
    int group = self->voices->room_group[i];
    char *key;
    guint n;

    if (group == EH_OUTSIDE)
      continue;
    self->group_people[group]++;
    key = role_key (self->voices->own_group[i], person->role);
    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->role_people, key));
    g_hash_table_replace (self->role_people, key, GUINT_TO_POINTER (n + 1));
  }
}

static void
add_name_words (GHashTable *words, const char *name)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[^\\p{L}\\p{M}]+", name, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) > 2)
      g_hash_table_add (words, g_steal_pointer (&parts[i]));
    else
      g_clear_pointer (&parts[i], g_free);
}

static GHashTable *
find_name_words (EhDataset *dataset)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dataset->participants->len; i++) {
    const EhParticipant *person = dataset->participants->pdata[i];

    add_name_words (words, person->name);
    add_name_words (words, person->credit_name);
    add_name_words (words, person->pseudonym);
  }
  return words;
}

static gboolean
names_somebody (EhPublicDataset *self, const char *sentence)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[^\\p{L}\\p{M}]+", sentence, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_hash_table_contains (self->name_words, parts[i]))
      return TRUE;
  return FALSE;
}

/**
 * eh_public_dataset_agreed:
 * @self: what may leave the program
 * @text: what the team wrote
 *
 * Returns: (transfer full): @text, but for words that others copied into it and that may not be
 *   quoted
 */
char *
eh_public_dataset_agreed (EhPublicDataset *self, const char *text)
{
  g_mutex_lock (&self->lock);
  if (self->unquotable == NULL)
    self->unquotable = eh_unquotable_new (self->dataset);
  g_mutex_unlock (&self->lock);
  return eh_unquotable_leave_out (self->unquotable, text, EH_ID_NONE,
                                  /* TRANSLATORS: stands in a document where the team had copied
                                   * what somebody said who has not agreed to be quoted */
                                  _ ("[words that may not be quoted]"));
}

/**
 * eh_public_dataset_nameless:
 * @self: what may leave the program
 * @text: what the team noted for itself, and now tells others
 *
 * Leaves out every sentence, or part of one between semicolons, in which a word is also one of
 * somebody's names: whoever noted it did not think of readers. A word that only looks like a name
 * takes its sentence with it.
 *
 * Returns: (transfer full): what is left, perhaps nothing
 */
char *
eh_public_dataset_nameless (EhPublicDataset *self, const char *text)
{
  g_autofree char *agreed = eh_public_dataset_agreed (self, text);
  g_auto (GStrv) parts = NULL;
  GString *left = NULL;

  if (!names_somebody (self, agreed))
    return g_steal_pointer (&agreed);
  parts = g_regex_split_simple ("(?<=[.!?;\\n])\\s*", agreed, 0, 0);
  left = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (names_somebody (self, parts[i]))
      continue;
    if (left->len > 0 && parts[i][0] != '\0')
      g_string_append_c (left, ' ');
    g_string_append (left, parts[i]);
  }
  while (left->len > 0 && (left->str[left->len - 1] == ';' || left->str[left->len - 1] == ' '))
    g_string_truncate (left, left->len - 1);
  return g_string_free (left, FALSE);
}

/**
 * eh_disclosure_apply:
 * @dataset: a frozen dataset
 * @policy: (nullable): how strictly; %NULL for the project's own
 * @report: (out) (optional) (transfer full): what was withheld or merged, and why
 *
 * Takes a project through the gate. What comes out tells no number that stands on too few people,
 * no words that somebody did not agree to, and no name that somebody did not choose. It may be read
 * from any thread.
 *
 * Returns: (transfer full): what may leave the program
 */
EhPublicDataset *
eh_disclosure_apply (EhDataset *dataset,
                     const EhDisclosurePolicy *policy,
                     EhDisclosureReport **report)
{
  EhPublicDataset *self = g_atomic_rc_box_new0 (EhPublicDataset);

  self->dataset = eh_dataset_ref (dataset);
  self->threshold = choose_threshold (dataset, policy);
  self->voices = eh_voices_new (dataset, NULL);
  self->tally = eh_tally_new (self->voices);
  self->mask = eh_balance_mask_new (self->voices, self->tally, self->threshold, NULL, NULL);
  count_people (self);
  self->name_words = find_name_words (dataset);
  g_mutex_init (&self->lock);
  if (report != NULL)
    *report = eh_disclosure_report_new (self);
  return self;
}

/**
 * eh_public_dataset_ref:
 * @self: what may leave the program
 *
 * Returns: (transfer full): @self
 */
EhPublicDataset *
eh_public_dataset_ref (EhPublicDataset *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
public_dataset_clear (gpointer data)
{
  EhPublicDataset *self = data;

  g_hash_table_unref (self->role_people);
  g_hash_table_unref (self->name_words);
  g_mutex_clear (&self->lock);
  eh_unquotable_free (self->unquotable);
  g_free (self->group_people);
  eh_balance_mask_free (self->mask);
  eh_tally_free (self->tally);
  eh_voices_free (self->voices);
  eh_dataset_unref (self->dataset);
}

/**
 * eh_public_dataset_unref:
 * @self: (transfer full): what may leave the program
 */
void
eh_public_dataset_unref (EhPublicDataset *self)
{
  g_atomic_rc_box_release_full (self, public_dataset_clear);
}

/**
 * eh_public_dataset_threshold:
 * @self: what may leave the program
 *
 * Returns: fewest distinct people behind a number in it
 */
guint
eh_public_dataset_threshold (EhPublicDataset *self)
{
  return self->threshold;
}

static int
group_index (EhPublicDataset *self, EhId role_group_id)
{
  const EhRoleGroup *row = eh_dataset_role_group (self->dataset, role_group_id);

  if (row != NULL && !row->in_voice)
    return EH_OUTSIDE;
  for (guint i = 0; row != NULL && i < self->voices->n_groups; i++)
    if (self->voices->groups->pdata[i] == row)
      return (int) i;
  return (int) self->voices->n_groups - 1;
}

/**
 * eh_public_dataset_people_in:
 * @self: what may leave the program
 * @role_group_id: a role group
 *
 * Returns: how many people have it, exactly; 0 for facilitators. Not for telling.
 */
guint
eh_public_dataset_people_in (EhPublicDataset *self, EhId role_group_id)
{
  int group = group_index (self, role_group_id);

  return group == EH_OUTSIDE ? 0 : self->group_people[group];
}

/**
 * eh_public_dataset_people_with:
 * @self: what may leave the program
 * @role_group_id: a role group
 * @role: a role in people's own words
 *
 * Returns: how many people of the group call themselves that, exactly. Not for telling.
 */
guint
eh_public_dataset_people_with (EhPublicDataset *self, EhId role_group_id, const char *role)
{
  g_autofree char *key = role_key (group_index (self, role_group_id), role);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->role_people, key));
}
