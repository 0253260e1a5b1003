/* What a document needs of a project, each thing cut down to what may be told. Notes for the team,
 * who suggested a resource, and everything about single people stay behind. */

#include "eh-public-dataset-private.h"

#include "config.h"
#include "eh-credit-name.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

void
eh_public_group_free (EhPublicGroup *self)
{
  g_free (self->label);
  g_free (self->singular);
  g_free (self);
}

void
eh_public_workshop_free (EhPublicWorkshop *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->place);
  g_free (self->aim);
  g_free (self->start_time);
  g_free (self->end_time);
  g_free (self->access_notes);
  g_free (self);
}

void
eh_public_credits_free (EhPublicCredits *self)
{
  g_strfreev (self->names);
  g_free (self);
}

/**
 * eh_public_dataset_project:
 * @self: what may leave the program
 *
 * Returns: (transfer none): title, aim, host, contact …
 */
const EhProject *
eh_public_dataset_project (EhPublicDataset *self)
{
  return self->dataset->project;
}

static EhPublicGroup *
group_new (EhId id, const char *label, const char *singular, int slot, EhFigure people)
{
  EhPublicGroup *group = g_new0 (EhPublicGroup, 1);

  group->id = id;
  group->label = g_strdup (label);
  group->singular = g_strdup (singular);
  group->slot = slot;
  group->people = people;
  return group;
}

/**
 * eh_public_dataset_groups:
 * @self: what may leave the program
 *
 * Returns: (transfer full) (element-type EhPublicGroup): who took part, group by group; groups with
 *   nobody in them are left out, and the last may stand for those that are not shown apart
 */
GPtrArray *
eh_public_dataset_groups (EhPublicDataset *self)
{
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (self, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_group_free);
  guint together = 0;

  for (guint i = 0; i < balance->n_groups; i++) {
    const EhBalanceGroup *from = &balance->groups[i];

    if (!from->merged && (!eh_figure_is_known (from->people) || from->people.value > 0))
      g_ptr_array_add (groups,
                       group_new (from->id, from->label, from->singular, from->slot, from->people));
  }
  for (guint i = 0; i < self->mask->n_groups; i++)
    together += self->mask->people[i] ? self->group_people[i] : 0;
  if (together >= self->threshold && !self->mask->people_total) {
    EhPublicGroup *group = group_new (EH_ID_NONE, _ ("Other groups together"), _ ("contributor"),
                                      -1, eh_figure_known (together));

    group->merged = TRUE;
    g_ptr_array_add (groups, group);
  }
  return groups;
}

/* How many came, of people who are not facilitators. */
static EhFigure
count_attendance (EhPublicDataset *self, EhId workshop_id)
{
  EhFilter filter = { .workshop_id = workshop_id };
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, &filter);
  guint n = 0;

  if (voices->reference != EH_REFERENCE_ROOM)
    return eh_figure_undefined ();
  for (guint i = 0; i < voices->n_groups; i++)
    n += eh_voices_people (voices, (int) i);
  return n > 0 && n < self->threshold ? eh_figure_protected () : eh_figure_known (n);
}

/**
 * eh_public_dataset_workshops:
 * @self: what may leave the program
 *
 * Returns: (transfer full) (element-type EhPublicWorkshop): the workshops, by date
 */
GPtrArray *
eh_public_dataset_workshops (EhPublicDataset *self)
{
  GPtrArray *rows = self->dataset->workshops;
  GPtrArray *workshops = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_workshop_free);

  for (guint i = 0; i < rows->len; i++) {
    const EhWorkshop *row = rows->pdata[i];
    EhPublicWorkshop *workshop = g_new0 (EhPublicWorkshop, 1);

    workshop->id = row->id;
    workshop->title = g_strdup (row->title);
    workshop->date = g_strdup (row->date);
    workshop->place = g_strdup (row->place);
    workshop->aim = eh_public_dataset_agreed (self, row->aim);
    workshop->people = count_attendance (self, row->id);
    workshop->start_time = g_strdup (row->start_time);
    workshop->end_time = g_strdup (row->end_time);
    workshop->access_notes = eh_public_dataset_nameless (self, row->access_notes);
    workshop->stage = row->stage;
    g_ptr_array_add (workshops, workshop);
  }
  return workshops;
}

/**
 * eh_public_dataset_frameworks:
 * @self: what may leave the program
 *
 * Returns: (transfer container) (element-type EhFramework): the frameworks; the rows are @self's
 */
GPtrArray *
eh_public_dataset_frameworks (EhPublicDataset *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_extend (rows, self->dataset->frameworks, NULL, NULL);
  return rows;
}

/**
 * eh_public_dataset_categories:
 * @self: what may leave the program
 * @framework_id: a framework; 0 for the project's own choice
 *
 * Returns: (transfer container) (element-type EhCategory): its categories, parents before children,
 *   without those that are retired; the rows are @self's
 */
GPtrArray *
eh_public_dataset_categories (EhPublicDataset *self, EhId framework_id)
{
  GPtrArray *from = self->dataset->categories;
  GPtrArray *rows = g_ptr_array_new ();

  if (framework_id == EH_ID_NONE)
    framework_id = self->dataset->project->framework_id;
  for (guint i = 0; i < from->len; i++) {
    EhCategory *category = from->pdata[i];

    if (category->framework_id == framework_id && !category->retired)
      g_ptr_array_add (rows, category);
  }
  return rows;
}

/**
 * eh_public_dataset_resources:
 * @self: what may leave the program
 *
 * Returns: (transfer full) (element-type EhResource): the resource library, without who suggested
 *   what
 */
GPtrArray *
eh_public_dataset_resources (EhPublicDataset *self)
{
  GPtrArray *from = self->dataset->resources;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_resource_free);

  for (guint i = 0; i < from->len; i++) {
    EhResource *resource = eh_resource_copy (from->pdata[i]);

    eh_set_str (&resource->suggested_by, "");
    g_ptr_array_add (rows, resource);
  }
  return rows;
}

/**
 * eh_public_dataset_glossary:
 * @self: what may leave the program
 *
 * Returns: (transfer full) (element-type EhTerm): the words that the project explains to its
 * readers, by word; the jargon jar is the team's own
 */
GPtrArray *
eh_public_dataset_glossary (EhPublicDataset *self)
{
  GPtrArray *from = self->dataset->terms;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_term_free);

  for (guint i = 0; i < from->len; i++)
    if (((EhTerm *) from->pdata[i])->kind == EH_TERM_KIND_GLOSSARY)
      g_ptr_array_add (rows, eh_row_ref (from->pdata[i]));
  return rows;
}

/* Whether @row's category is @category_id or stands below it. */
static gboolean
is_about (EhPublicDataset *self, const EhResourceCategory *row, EhId category_id)
{
  for (guint i = 0; i < self->dataset->categories->len; i++) {
    const EhCategory *category = self->dataset->categories->pdata[i];

    if (!g_str_equal (category->key, row->category_key))
      continue;
    for (guint depth = 0; category != NULL && depth < 16; depth++) {
      if (category->id == category_id)
        return TRUE;
      category = eh_dataset_category (self->dataset, category->parent_id);
    }
  }
  return FALSE;
}

/**
 * eh_public_dataset_resources_about:
 * @self: what may leave the program
 * @category_id: a category
 *
 * Returns: (transfer full) (element-type EhResource): as eh_public_dataset_resources(), those on
 *   @category_id or what stands below it
 */
GPtrArray *
eh_public_dataset_resources_about (EhPublicDataset *self, EhId category_id)
{
  GPtrArray *rows = eh_public_dataset_resources (self);
  GPtrArray *links = self->dataset->resource_categories;
  g_autoptr (GHashTable) about = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < links->len; i++) {
    EhResourceCategory *row = links->pdata[i];

    if (is_about (self, row, category_id))
      g_hash_table_add (about, &row->resource_id);
  }
  for (guint i = rows->len; i > 0; i--)
    if (!g_hash_table_contains (about, &((EhResource *) rows->pdata[i - 1])->id))
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

/**
 * eh_public_dataset_guidances:
 * @self: what may leave the program
 *
 * Returns: (transfer container) (element-type EhGuidance): the documents, oldest first; the rows
 * are
 *   @self's
 */
GPtrArray *
eh_public_dataset_guidances (EhPublicDataset *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_extend (rows, self->dataset->guidances, NULL, NULL);
  return rows;
}

static void
leave_out (EhPublicDataset *self, char **text)
{
  char *agreed = eh_public_dataset_agreed (self, *text);

  g_free (*text);
  *text = agreed;
}

/**
 * eh_public_dataset_blocks:
 * @self: what may leave the program
 * @guidance_id: a document
 *
 * What the team wrote is handed on as it is, but for words that it copied from somebody who may not
 * be quoted. A quotation of an insight is not what was typed into
 * the document: its text is what may be told of the insight now, "" for nothing, and its detail
 * whose it is.
 *
 * Returns: (transfer full) (element-type EhBlock): its blocks in order
 */
GPtrArray *
eh_public_dataset_blocks (EhPublicDataset *self, EhId guidance_id)
{
  GPtrArray *from = self->dataset->blocks;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

  for (guint i = 0; i < from->len; i++) {
    EhBlock *block;

    if (((EhBlock *) from->pdata[i])->guidance_id != guidance_id)
      continue;
    block = eh_block_copy (from->pdata[i]);
    if (block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE) {
      g_autoptr (EhPublicInsight) insight = eh_public_dataset_insight (self, block->insight_id);

      eh_set_str (&block->text, insight->text != NULL ? insight->text : "");
      eh_set_str (&block->detail, insight->credit);
    } else {
      leave_out (self, &block->text);
      leave_out (self, &block->detail);
      leave_out (self, &block->reason);
    }
    g_ptr_array_add (rows, block);
  }
  return rows;
}

/**
 * eh_public_dataset_evidence:
 * @self: what may leave the program
 * @block_id: a block
 *
 * Returns: (transfer full) (element-type EhPublicEvidence): the insights that it rests on or that
 *   disagree, without those that were taken back
 */
GPtrArray *
eh_public_dataset_evidence (EhPublicDataset *self, EhId block_id)
{
  GPtrArray *from = eh_dataset_evidence_of (self->dataset, block_id);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_evidence_free);

  for (guint i = 0; from != NULL && i < from->len; i++) {
    const EhEvidence *row = from->pdata[i];
    EhPublicEvidence *evidence;

    if (!eh_voices_insight_stands (self->voices, row->insight_id))
      continue;
    evidence = g_new0 (EhPublicEvidence, 1);
    evidence->insight = eh_public_dataset_insight (self, row->insight_id);
    evidence->stance = row->stance;
    g_ptr_array_add (rows, evidence);
  }
  return rows;
}

/**
 * eh_public_dataset_insights:
 * @self: what may leave the program
 * @filter: (nullable): which ones
 *
 * Returns: (transfer full) (element-type EhPublicInsight): those whose words may be used, oldest
 *   first; facilitators' own are not among them
 */
GPtrArray *
eh_public_dataset_insights (EhPublicDataset *self, const EhFilter *filter)
{
  g_autoptr (EhVoices) voices = eh_voices_new (self->dataset, filter);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_public_insight_free);

  for (guint i = 0; i < voices->voices->len; i++) {
    EhVoice *voice = &g_array_index (voices->voices, EhVoice, i);
    EhPublicInsight *insight = eh_public_dataset_insight (self, voice->insight->id);

    if (insight->use != EH_TEXT_USE_NONE)
      g_ptr_array_add (rows, insight);
    else
      eh_public_insight_free (insight);
  }
  return rows;
}

/**
 * eh_public_name_of:
 * @person: somebody
 *
 * Returns: (transfer full) (nullable): the name by which they chose to be thanked; %NULL for none
 */
char *
eh_public_name_of (const EhParticipant *person)
{
  if (person->withdrawal != EH_WITHDRAWAL_NONE && person->withdrawal != EH_WITHDRAWAL_STOP_CONTACT)
    return NULL;
  return eh_credit_name (person);
}

/* Who came or gave something: the ids of their rows. */
static GHashTable *
find_involved (EhDataset *dataset)
{
  GHashTable *involved = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < dataset->attendances->len; i++) {
    EhAttendance *row = dataset->attendances->pdata[i];

    if (row->status != EH_PRESENCE_APOLOGIES && row->status != EH_PRESENCE_ABSENT)
      g_hash_table_add (involved, &row->participant_id);
  }
  /* Without any attendance, everyone recorded took part. */
  if (g_hash_table_size (involved) == 0)
    for (guint i = 0; i < dataset->participants->len; i++)
      g_hash_table_add (involved, dataset->participants->pdata[i]);
  for (guint i = 0; i < dataset->contributors->len; i++)
    g_hash_table_add (involved,
                      &((EhContributor *) dataset->contributors->pdata[i])->participant_id);
  return involved;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

/**
 * eh_public_dataset_credits:
 * @self: what may leave the program
 *
 * Returns: (transfer full): whom to thank, facilitators too. The order is that of the names as they
 *   are printed, so that it tells nothing of groups.
 */
EhPublicCredits *
eh_public_dataset_credits (EhPublicDataset *self)
{
  EhPublicCredits *credits = g_new0 (EhPublicCredits, 1);
  g_autoptr (GHashTable) involved = find_involved (self->dataset);
  GPtrArray *people = self->dataset->participants;
  GPtrArray *names = g_ptr_array_new ();
  guint unnamed = 0;

  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];
    char *name;

    if (!g_hash_table_contains (involved, &person->id) || !self->voices->takes_part[i])
      continue;
    name = eh_public_name_of (person);
    if (name != NULL)
      g_ptr_array_add (names, name);
    else
      unnamed++;
  }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  credits->names = (char **) g_ptr_array_free (names, FALSE);
  credits->unnamed = unnamed > 0 && unnamed < self->threshold ? eh_figure_protected ()
                                                              : eh_figure_known (unnamed);
  return credits;
}
