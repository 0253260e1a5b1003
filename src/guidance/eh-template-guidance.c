/* T1: the guidance itself. Chapters by category, and around them who made it, how, and what is
 * behind each recommendation. */

#include "config.h"

#include "eh-template-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define QUOTES_A_CHAPTER    6
#define QUESTIONS_A_CHAPTER 3
#define RESOURCES_A_CHAPTER 3

static void
add_questions (EhTemplateBegin *b, EhId top)
{
  guint n = 0;

  for (guint i = 0; i < b->categories->len && n < QUESTIONS_A_CHAPTER; i++) {
    const EhCategory *category = b->categories->pdata[i];
    EhBlock *block;

    if (eh_text_is_blank (category->ask) || !eh_template_is_under (b, category, top))
      continue;
    block = eh_template_add (b, EH_BLOCK_KIND_QUESTION);
    block->category_id = category->id;
    eh_set_str (&block->text, category->ask);
    n++;
  }
}

/* What can be followed up and no chapter before has. */
static void
add_resources (EhTemplateBegin *b, EhId top)
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
    eh_template_add (b, EH_BLOCK_KIND_RESOURCE)->resource_id = resource->id;
    n++;
  }
}

static void
chapter (EhTemplateBegin *b, const EhCategory *top, GPtrArray *insights)
{
  eh_template_heading (b, 1, top->label)->category_id = top->id;
  eh_template_add (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 2, _ ("What people said"));
  eh_template_quotes (b, insights, QUOTES_A_CHAPTER);
  eh_template_heading (b, 2, _ ("What gets in the way"));
  eh_template_add (b, EH_BLOCK_KIND_LIST);
  eh_template_heading (b, 2, _ ("What helps"));
  eh_template_add (b, EH_BLOCK_KIND_LIST);
  eh_template_heading (b, 2, _ ("What to do"));
  eh_template_add (b, EH_BLOCK_KIND_RECOMMENDATION)->category_id = top->id;
  eh_template_heading (b, 2, _ ("Think about"));
  add_questions (b, top->id);
  eh_template_heading (b, 2, _ ("Useful resources"));
  add_resources (b, top->id);
}

/* A chapter for each top category that has insights; for all of them before any insight is sorted,
 * and then one of what people said, so that it is not lost. */
static void
add_chapters (EhTemplateBegin *b)
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
  eh_template_heading (b, 1, _ ("What people said"));
  eh_template_part (b, "words");
  eh_template_quotes (b, all, QUOTES_A_CHAPTER);
}

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("In short"));
  eh_template_add (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("Who made this"));
  eh_template_part (b, "who-made-this");
  eh_template_add (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("How we worked"));
  eh_template_part (b, "how-we-worked");
  eh_template_part (b, "methods");
  eh_template_part (b, "rules");
  eh_template_add (b, EH_BLOCK_KIND_LIST);
  eh_template_heading (b, 1, _ ("What we mean"));
  eh_template_part (b, "glossary");
  eh_template_add (b, EH_BLOCK_KIND_LIST);
  add_chapters (b);
  eh_template_heading (b, 1, _ ("Where we disagreed"));
  eh_template_part (b, "disagreements");
  eh_template_heading (b, 1, _ ("What we could not do"));
  eh_template_part (b, "not-done");
  eh_template_heading (b, 1, _ ("Whose voice is here"));
  eh_template_chart (b, "balance");
  eh_template_chart (b, "map");
  eh_template_heading (b, 1, _ ("How to act on this"));
  eh_template_part (b, "audiences");
  eh_template_heading (b, 1, _ ("Thanks and credits"));
  eh_template_part (b, "credits");
  eh_template_heading (b, 1, _ ("How to comment, or to have your words taken out"));
  eh_template_part (b, "comment");
  eh_template_heading (b, 1, _ ("Sources"));
  eh_template_part (b, "sources");
  eh_template_heading (b, 1, _ ("Annex A: what each recommendation rests on"));
  eh_template_part (b, "trace");
  eh_template_heading (b, 1, _ ("Annex B: what was changed, and when"));
  eh_template_part (b, "changes");
}

const EhGuidanceTemplate eh_template_guidance = {
  .key = "T1",
  .label = N_ ("Co-produced guidance"),
  .purpose = N_ (
      "The whole document: what people said, what to do about it, who made it and what each recommendation rests on."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .contents = TRUE,
  .begin = begin,
};
