/* Documents to begin from. A template is rows: headings, the blocks that fill themselves, what the
 * project holds already, and empty blocks where the team is to write. Each has a file of its own,
 * eh-template-NAME.c, and a line in the table here. */

#include "config.h"

#include "eh-guidance-template.h"

#include "eh-template-private.h"
#include "eh-template-team.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static const EhGuidanceTemplate *const templates[] = {
  &eh_template_guidance,   &eh_template_resources,  &eh_template_questions,
  &eh_template_cards,      &eh_template_tips,       &eh_template_gripp2,
  &eh_template_said_did,   &eh_template_workshop,   &eh_template_easy_read,
  &eh_template_plain,      &eh_template_voice,      &eh_template_disagreements,
  &eh_template_priorities, &eh_template_invitation, &eh_template_biographies,
  &eh_template_trace,      &eh_template_fourpi,     &eh_template_newsletter,
  &eh_template_agreement,
};

/* Adds a block of @kind. */
EhBlock *
eh_template_add (EhTemplateBegin *b, EhBlockKind kind)
{
  EhBlock *block = eh_block_new ();

  block->id = eh_id_new ();
  block->guidance_id = b->guidance_id;
  block->kind = kind;
  block->created_at = b->now;
  g_ptr_array_add (b->blocks, block);
  block->position = b->blocks->len;
  return block;
}

EhBlock *
eh_template_heading (EhTemplateBegin *b, gint64 level, const char *text)
{
  EhBlock *block = eh_template_add (b, EH_BLOCK_KIND_HEADING);

  block->level = level;
  eh_set_str (&block->text, text);
  return block;
}

/* Adds a block that fills itself; see eh-guidance-parts.c. */
void
eh_template_part (EhTemplateBegin *b, const char *source)
{
  eh_set_str (&eh_template_add (b, EH_BLOCK_KIND_AUTOMATIC)->source, source);
}

/* The same, about one thing: a workshop, for one. */
void
eh_template_part_of (EhTemplateBegin *b, const char *source, EhId id)
{
  g_autofree char *digits = eh_id_to_string (id);
  g_autofree char *text = g_strconcat (source, ":", digits, NULL);

  eh_template_part (b, id != EH_ID_NONE ? text : source);
}

void
eh_template_chart (EhTemplateBegin *b, const char *source)
{
  eh_set_str (&eh_template_add (b, EH_BLOCK_KIND_CHART)->source, source);
}

/* Adds an empty block, for the team to write. */
void
eh_template_space (EhTemplateBegin *b, EhBlockKind kind)
{
  eh_template_add (b, kind);
}

/* A heading and what fills it. */
void
eh_template_section (EhTemplateBegin *b, const char *title, const char *source)
{
  eh_template_heading (b, 1, title);
  eh_template_part (b, source);
}

/* Adds up to @most quotations: of each credit one, before any has two. */
void
eh_template_quotes (EhTemplateBegin *b, GPtrArray *insights, guint most)
{
  g_autoptr (GHashTable) credits = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < insights->len && n < most; i++) {
      EhPublicInsight *insight = insights->pdata[i];

      if (insight->parked || g_hash_table_contains (chosen, insight) ||
          (round == 0 && !g_hash_table_add (credits, insight->credit)))
        continue;
      g_hash_table_add (chosen, insight);
      eh_template_add (b, EH_BLOCK_KIND_QUOTATION)->insight_id = insight->id;
      n++;
    }
}

/* Whether @category is @top or stands under it. */
gboolean
eh_template_is_under (EhTemplateBegin *b, const EhCategory *category, EhId top)
{
  for (guint depth = 0; category != NULL && depth < 16; depth++) {
    const EhCategory *parent = NULL;

    if (category->id == top)
      return TRUE;
    for (guint i = 0; i < b->categories->len; i++)
      if (((EhCategory *) b->categories->pdata[i])->id == category->parent_id)
        parent = b->categories->pdata[i];
    category = parent;
  }
  return FALSE;
}

/**
 * eh_guidance_n_templates:
 *
 * Returns: how many documents there are to begin from
 */
guint
eh_guidance_n_templates (void)
{
  return G_N_ELEMENTS (templates);
}

/**
 * eh_guidance_template:
 * @index: less than eh_guidance_n_templates()
 *
 * Returns: (transfer none): a document to begin from
 */
const EhGuidanceTemplate *
eh_guidance_template (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);
  return templates[index];
}

/**
 * eh_guidance_template_find:
 * @key: (nullable): "T5", in letters of either size
 *
 * Returns: (transfer none) (nullable): the template that is called so
 */
const EhGuidanceTemplate *
eh_guidance_template_find (const char *key)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (templates); i++)
    if (g_ascii_strcasecmp (templates[i]->key, key) == 0)
      return templates[i];
  return NULL;
}

static gboolean
has_words (EhPublicDataset *dataset, EhId workshop_id)
{
  EhFilter filter = { .workshop_id = workshop_id };
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (dataset, &filter);

  return insights->len > 0;
}

/**
 * eh_guidance_template_workshop:
 * @dataset: what may leave the program
 * @self: a template of a workshop
 * @today: (nullable): ISO date
 *
 * Returns: which workshop it is about where nobody says: for one that is edited, such as an
 *   invitation, the next that is still to come; otherwise the last at which something was said.
 *   0 where there is none.
 */
EhId
eh_guidance_template_workshop (EhPublicDataset *dataset,
                               const EhGuidanceTemplate *self,
                               const char *today)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (dataset);
  EhId last = EH_ID_NONE;

  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];
    gboolean to_come = today != NULL && !eh_text_is_blank (workshop->date) &&
                       g_strcmp0 (workshop->date, today) >= 0;

    if (self->kind == EH_TEMPLATE_GUIDANCE && to_come)
      return workshop->id;
    if (self->kind == EH_TEMPLATE_GUIDANCE || last == EH_ID_NONE ||
        has_words (dataset, workshop->id))
      last = workshop->id;
  }
  return last;
}

/* A document beside the guidance says what it is. */
static void
set_titles (EhGuidance *guidance, const EhGuidanceTemplate *template, const EhProject *project)
{
  if (template == &eh_template_guidance || eh_text_is_blank (project->title)) {
    eh_set_str (&guidance->title,
                template == &eh_template_guidance ? project->title : _ (template->label));
    eh_set_str (&guidance->subtitle, project->subtitle);
    return;
  }
  eh_set_str (&guidance->title, _ (template->label));
  eh_set_str (&guidance->subtitle, project->title);
}

/**
 * eh_guidance_template_begin:
 * @dataset: what may leave the program
 * @template_key: (nullable): which template; the first when %NULL or not known
 * @now: seconds since 1970, for the rows
 * @blocks: (out) (transfer full) (element-type EhBlock): the blocks, in order
 *
 * As eh_guidance_template_begin_of_workshop(), of the usual workshop.
 *
 * Returns: (transfer full): the document's row
 */
EhGuidance *
eh_guidance_template_begin (EhPublicDataset *dataset,
                            const char *template_key,
                            gint64 now,
                            GPtrArray **blocks)
{
  return eh_guidance_template_begin_of_workshop (dataset, template_key, EH_ID_NONE, now, blocks);
}

/**
 * eh_guidance_template_begin_of_workshop:
 * @dataset: what may leave the program
 * @template_key: (nullable): which template; the first when %NULL or not known
 * @workshop_id: for a template of a workshop: which; 0 for the usual one
 * @now: seconds since 1970, for the rows
 * @blocks: (out) (transfer full) (element-type EhBlock): the blocks, in order
 *
 * Begins a document: rows to be stored or built as they are. Quotations name the insight and hold
 * no words; what may be told of each is asked anew whenever the document leaves the program.
 *
 * Returns: (transfer full): the document's row
 */
EhGuidance *
eh_guidance_template_begin_of_workshop (EhPublicDataset *dataset,
                                        const char *template_key,
                                        EhId workshop_id,
                                        gint64 now,
                                        GPtrArray **blocks)
{
  const EhProject *project = eh_public_dataset_project (dataset);
  const EhTeamTemplate *own = eh_template_team_find (dataset, template_key);
  const EhGuidanceTemplate *template = eh_guidance_template_find (own != NULL ? own->base
                                                                              : template_key);
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (dataset, EH_ID_NONE);
  EhGuidance *guidance = eh_guidance_new ();
  EhTemplateBegin b = { .dataset = dataset, .now = now, .categories = categories };

  template = template != NULL ? template : templates[0];
  guidance->id = eh_id_new ();
  guidance->created_at = now;
  set_titles (guidance, template, project);
  eh_set_str (&guidance->template, template->key);
  eh_set_str (&guidance->version, template->kind == EH_TEMPLATE_GUIDANCE ? "0.1" : "");
  eh_set_str (&guidance->language, project->language);
  b.guidance_id = guidance->id;
  b.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  if (own != NULL && !eh_text_is_blank (own->name))
    eh_set_str (&guidance->title, own->name);
  if (template->of_workshop)
    b.workshop_id = workshop_id != EH_ID_NONE
                        ? workshop_id
                        : eh_guidance_template_workshop (dataset, template, NULL);
  if (own != NULL)
    eh_template_team_begin (&b, own);
  else
    template->begin (&b);
  *blocks = b.blocks;
  return guidance;
}

/**
 * eh_guidance_template_fill:
 * @dataset: what may leave the program
 * @blocks: (element-type EhBlock): blocks of eh_guidance_template_begin() that were not stored
 *
 * Puts into quotations what the gate lets through, as eh_public_dataset_blocks() does for those
 * that were.
 */
void
eh_guidance_template_fill (EhPublicDataset *dataset, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];
    g_autoptr (EhPublicInsight) insight = NULL;

    if (block->kind != EH_BLOCK_KIND_QUOTATION || block->insight_id == EH_ID_NONE)
      continue;
    insight = eh_public_dataset_insight (dataset, block->insight_id);
    eh_set_str (&block->text, insight->text != NULL ? insight->text : "");
    eh_set_str (&block->detail, insight->credit);
  }
}
