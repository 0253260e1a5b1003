/* Documents to begin from. A template is rows: headings, the blocks that fill themselves, what the
 * project holds already for each chapter, and empty blocks where the team is to write. */

#include "config.h"

#include "eh-guidance-template.h"

#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define QUOTES_A_CHAPTER    6
#define QUESTIONS_A_CHAPTER 3
#define RESOURCES_A_CHAPTER 3

typedef struct {
  EhPublicDataset *dataset;
  EhId guidance_id;
  gint64 now;
  GPtrArray *blocks;
  GPtrArray *categories; /* (element-type EhCategory) */
} Begin;

static void begin_full (Begin *b);

static const EhGuidanceTemplate templates[] = {
  { "T1", N_ ("Co-produced guidance") },
};
static void (*const begins[]) (Begin *b) = { begin_full };
G_STATIC_ASSERT (G_N_ELEMENTS (begins) == G_N_ELEMENTS (templates));

static EhBlock *
add (Begin *b, EhBlockKind kind)
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

static EhBlock *
heading (Begin *b, gint64 level, const char *text)
{
  EhBlock *block = add (b, EH_BLOCK_KIND_HEADING);

  block->level = level;
  eh_set_str (&block->text, text);
  return block;
}

static void
filled (Begin *b, EhBlockKind kind, const char *source)
{
  eh_set_str (&add (b, kind)->source, source);
}

/* Whether @category is @top or stands under it. */
static gboolean
is_under (Begin *b, const EhCategory *category, EhId top)
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

/* Up to six insights for a chapter: of each credit one, before any has two. */
static void
add_quotes (Begin *b, GPtrArray *insights)
{
  g_autoptr (GHashTable) credits = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < insights->len && n < QUOTES_A_CHAPTER; i++) {
      EhPublicInsight *insight = insights->pdata[i];
      EhBlock *block;

      if (insight->parked || g_hash_table_contains (chosen, insight) ||
          (round == 0 && !g_hash_table_add (credits, insight->credit)))
        continue;
      g_hash_table_add (chosen, insight);
      block = add (b, EH_BLOCK_KIND_QUOTATION);
      block->insight_id = insight->id;
      n++;
    }
}

static void
add_questions (Begin *b, EhId top)
{
  guint n = 0;

  for (guint i = 0; i < b->categories->len && n < QUESTIONS_A_CHAPTER; i++) {
    const EhCategory *category = b->categories->pdata[i];
    EhBlock *block;

    if (eh_text_is_blank (category->ask) || !is_under (b, category, top))
      continue;
    block = add (b, EH_BLOCK_KIND_QUESTION);
    block->category_id = category->id;
    eh_set_str (&block->text, category->ask);
    n++;
  }
}

/* What can be followed up and no chapter before has. */
static void
add_resources (Begin *b, EhId top)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources_about (b->dataset, top);
  guint n = 0;

  for (guint i = 0; i < resources->len && n < RESOURCES_A_CHAPTER; i++) {
    const EhResource *resource = resources->pdata[i];
    gboolean used = FALSE;

    for (guint k = 0; k < b->blocks->len; k++)
      used = used || ((EhBlock *) b->blocks->pdata[k])->resource_id == resource->id;
    if (used || (eh_text_is_blank (resource->url) && eh_text_is_blank (resource->doi)))
      continue;
    add (b, EH_BLOCK_KIND_RESOURCE)->resource_id = resource->id;
    n++;
  }
}

static void
chapter (Begin *b, const EhCategory *top, GPtrArray *insights)
{
  heading (b, 1, top->label)->category_id = top->id;
  add (b, EH_BLOCK_KIND_PARAGRAPH);
  heading (b, 2, _ ("What people said"));
  add_quotes (b, insights);
  heading (b, 2, _ ("What gets in the way"));
  add (b, EH_BLOCK_KIND_LIST);
  heading (b, 2, _ ("What helps"));
  add (b, EH_BLOCK_KIND_LIST);
  heading (b, 2, _ ("What to do"));
  add (b, EH_BLOCK_KIND_RECOMMENDATION)->category_id = top->id;
  heading (b, 2, _ ("Think about"));
  add_questions (b, top->id);
  heading (b, 2, _ ("Useful resources"));
  add_resources (b, top->id);
}

/* A chapter for each top category that has insights; for all of them before any insight is sorted,
 * and then one of what people said, so that it is not lost. */
static void
add_chapters (Begin *b)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  for (guint pass = 0; pass < 2 && n == 0; pass++)
    for (guint i = 0; i < b->categories->len; i++) {
      const EhCategory *category = b->categories->pdata[i];
      EhFilter filter = { .category_id = category->id };
      g_autoptr (GPtrArray) insights = NULL;

      if (category->parent_id != EH_ID_NONE)
        continue;
      insights = eh_public_dataset_insights (b->dataset, &filter);
      if (insights->len == 0 && pass == 0)
        continue;
      chapter (b, category, insights);
      n += insights->len > 0 ? 1 : 0;
    }
  if (n > 0)
    return;
  all = eh_public_dataset_insights (b->dataset, NULL);
  heading (b, 1, _ ("What people said"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "words");
  add_quotes (b, all);
}

static void
begin_full (Begin *b)
{
  heading (b, 1, _ ("In short"));
  add (b, EH_BLOCK_KIND_PARAGRAPH);
  heading (b, 1, _ ("Who made this"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "who-made-this");
  add (b, EH_BLOCK_KIND_PARAGRAPH);
  heading (b, 1, _ ("How we worked"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "how-we-worked");
  add (b, EH_BLOCK_KIND_LIST);
  heading (b, 1, _ ("What we mean"));
  add (b, EH_BLOCK_KIND_LIST);
  add_chapters (b);
  heading (b, 1, _ ("Where we disagreed"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "disagreements");
  heading (b, 1, _ ("What we could not do"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "not-done");
  heading (b, 1, _ ("Whose voice is here"));
  filled (b, EH_BLOCK_KIND_CHART, "balance");
  filled (b, EH_BLOCK_KIND_CHART, "map");
  heading (b, 1, _ ("How to act on this"));
  filled (b, EH_BLOCK_KIND_TABLE, "audiences");
  heading (b, 1, _ ("Thanks and credits"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "credits");
  heading (b, 1, _ ("How to comment, or to have your words taken out"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "comment");
  heading (b, 1, _ ("Sources"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "sources");
  heading (b, 1, _ ("What each recommendation rests on"));
  filled (b, EH_BLOCK_KIND_AUTOMATIC, "trace");
}

/**
 * eh_guidance_templates:
 * @n_templates: (out): how many there are
 *
 * Returns: (transfer container) (array length=n_templates): the documents to begin from
 */
const EhGuidanceTemplate *
eh_guidance_templates (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (templates);
  return templates;
}

/**
 * eh_guidance_template_begin:
 * @dataset: what may leave the program
 * @template_key: (nullable): which template; the first when %NULL or not known
 * @now: seconds since 1970, for the rows
 * @blocks: (out) (transfer full) (element-type EhBlock): the blocks, in order
 *
 * Begins a document: rows to be stored or built as they are. Quotations name the insight and hold
 * no words; what may be told of each is asked anew whenever the document leaves the program.
 *
 * Returns: (transfer full): the document's row
 */
EhGuidance *
eh_guidance_template_begin (EhPublicDataset *dataset,
                            const char *template_key,
                            gint64 now,
                            GPtrArray **blocks)
{
  const EhProject *project = eh_public_dataset_project (dataset);
  EhGuidance *guidance = eh_guidance_new ();
  guint which = 0;
  Begin b = { .dataset = dataset, .now = now };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].key, template_key) == 0)
      which = i;
  guidance->id = eh_id_new ();
  guidance->created_at = now;
  eh_set_str (&guidance->title, project->title);
  eh_set_str (&guidance->subtitle, project->subtitle);
  eh_set_str (&guidance->template, templates[which].key);
  eh_set_str (&guidance->version, "0.1");
  eh_set_str (&guidance->language, project->language);
  b.guidance_id = guidance->id;
  b.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  b.categories = eh_public_dataset_categories (dataset, EH_ID_NONE);
  begins[which](&b);
  g_ptr_array_unref (b.categories);
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
