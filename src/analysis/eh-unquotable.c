/* Consent can be lowered after words were copied into a paragraph, a reason or a note: there they
 * are no quotation that the gate knows of. So whatever the team wrote is compared, on its way out,
 * with what may not be quoted.
 *
 * Most of that stands nowhere else. What the team wrote is read once, and only what shares a few
 * words in a row with it is looked for. */

#include "eh-unquotable.h"

#include "eh-passages.h"
#include "eh-text.h"

struct _EhUnquotable {
  EhDataset *dataset;
  GPtrArray *insights; /* (element-type EhInsight): that may stand in what the team wrote */
  EhPassages *words;   /* of all of them */
};

static gboolean
is_blank_quotation (const EhBlock *block)
{
  return block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE;
}

static void
add_written (EhPassages *written, EhDataset *dataset)
{
  for (guint i = 0; i < dataset->blocks->len; i++) {
    const EhBlock *block = dataset->blocks->pdata[i];

    if (is_blank_quotation (block))
      continue;
    eh_passages_add (written, block->text);
    eh_passages_add (written, block->detail);
    eh_passages_add (written, block->reason);
  }
  for (guint i = 0; i < dataset->promises->len; i++) {
    const EhPromise *promise = dataset->promises->pdata[i];

    eh_passages_add (written, promise->text);
    eh_passages_add (written, promise->reason);
  }
  for (guint i = 0; i < dataset->parked->len; i++)
    eh_passages_add (written, ((EhParked *) dataset->parked->pdata[i])->reason);
  for (guint i = 0; i < dataset->ground_rules->len; i++)
    eh_passages_add (written, ((EhGroundRule *) dataset->ground_rules->pdata[i])->text);
  for (guint i = 0; i < dataset->workshops->len; i++) {
    const EhWorkshop *workshop = dataset->workshops->pdata[i];

    eh_passages_add (written, workshop->aim);
    eh_passages_add (written, workshop->access_notes);
  }
  for (guint i = 0; i < dataset->activities->len; i++) {
    const EhActivity *activity = dataset->activities->pdata[i];

    eh_passages_add (written, activity->title);
    eh_passages_add (written, activity->prompt);
  }
  for (guint i = 0; i < dataset->team_templates->len; i++)
    eh_passages_add (written, ((EhTeamTemplate *) dataset->team_templates->pdata[i])->structure);
}

/**
 * eh_unquotable_new:
 * @dataset: a frozen project
 *
 * Returns: (transfer full): what nobody may read in what the team wrote
 */
EhUnquotable *
eh_unquotable_new (EhDataset *dataset)
{
  EhUnquotable *self = g_new0 (EhUnquotable, 1);
  g_autoptr (EhPassages) written = eh_passages_new ();

  self->dataset = eh_dataset_ref (dataset);
  self->insights = g_ptr_array_new ();
  self->words = eh_passages_new ();
  add_written (written, dataset);
  for (guint i = 0; i < dataset->insights->len; i++) {
    EhInsight *insight = dataset->insights->pdata[i];

    if (!eh_passages_touch (written, insight->text) ||
        eh_public_insight_use_of (dataset, insight) == EH_TEXT_USE_QUOTE)
      continue;
    g_ptr_array_add (self->insights, insight);
    eh_passages_add (self->words, insight->text);
  }
  return self;
}

void
eh_unquotable_free (EhUnquotable *self)
{
  if (self == NULL)
    return;
  eh_passages_unref (self->words);
  g_ptr_array_unref (self->insights);
  eh_dataset_unref (self->dataset);
  g_free (self);
}

/* A few words may stand there by chance. */
static GArray *
find_sure (EhPassages *words, const char *text)
{
  GArray *found = eh_passages_find (words, text);

  for (guint i = found != NULL ? found->len : 0; i > 0; i--)
    if (!g_array_index (found, EhPassage, i - 1).sure)
      g_array_remove_index (found, i - 1);
  if (found != NULL && found->len == 0)
    g_clear_pointer (&found, g_array_unref);
  return found;
}

/**
 * eh_unquotable_stands_in:
 * @self: what may not be quoted
 * @text: what the team wrote
 *
 * Returns: whether some of it stands in @text
 */
gboolean
eh_unquotable_stands_in (const EhUnquotable *self, const char *text)
{
  g_autoptr (GArray) found = find_sure (self->words, text);

  return found != NULL;
}

static gboolean
is_said_by (const EhUnquotable *self, const EhInsight *insight, EhId participant_id)
{
  guint n;
  const EhDatasetLink *rows = eh_dataset_contributors_of (self->dataset, insight->id, &n);

  for (guint i = 0; i < n; i++)
    if (((EhContributor *) rows[i].row)->participant_id == participant_id)
      return TRUE;
  return FALSE;
}

static EhPassages *
words_for (const EhUnquotable *self, EhId reader)
{
  EhPassages *words;

  if (reader == EH_ID_NONE)
    return eh_passages_ref (self->words);
  words = eh_passages_new ();
  for (guint i = 0; i < self->insights->len; i++) {
    const EhInsight *insight = self->insights->pdata[i];

    if (!is_said_by (self, insight, reader))
      eh_passages_add (words, insight->text);
  }
  return words;
}

/**
 * eh_unquotable_leave_out:
 * @self: what may not be quoted
 * @text: what the team wrote
 * @reader: who alone reads it, and may read their own words; or none
 * @instead: what stands there then
 *
 * Returns: (transfer full): @text without it
 */
char *
eh_unquotable_leave_out (const EhUnquotable *self,
                         const char *text,
                         EhId reader,
                         const char *instead)
{
  g_autoptr (EhPassages) words = NULL;
  g_autoptr (GArray) found = NULL;

  if (self->insights->len == 0 || eh_text_is_blank (text))
    return g_strdup (text != NULL ? text : "");
  words = words_for (self, reader);
  found = find_sure (words, text);
  return found != NULL ? eh_passages_replace (text, found, instead) : g_strdup (text);
}
