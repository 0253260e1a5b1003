/* T3: questions to think about together, by stage and then by category; and the same as cards. */

#include "config.h"

#include "eh-template-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* The team's own questions, under the stage that they are for. */
static void
add_staged (EhTemplateBegin *b)
{
  g_autoptr (GPtrArray) guidances = eh_public_dataset_guidances (b->dataset);

  for (guint i = guidances->len; i > 0; i--) {
    const EhGuidance *guidance = guidances->pdata[i - 1];
    g_autoptr (GPtrArray) blocks = eh_public_dataset_blocks (b->dataset, guidance->id);
    g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint k = 0; k < blocks->len; k++) {
      const EhBlock *from = blocks->pdata[k];

      if (from->kind != EH_BLOCK_KIND_QUESTION || eh_text_is_blank (from->stage) ||
          !g_hash_table_add (stages, from->stage))
        continue;
      eh_template_heading (b, 2, from->stage);
      for (guint j = k; j < blocks->len; j++) {
        const EhBlock *other = blocks->pdata[j];
        EhBlock *block;

        if (other->kind != EH_BLOCK_KIND_QUESTION || !g_str_equal (other->stage, from->stage))
          continue;
        block = eh_template_add (b, EH_BLOCK_KIND_QUESTION);
        eh_set_str (&block->text, other->text);
        eh_set_str (&block->detail, other->detail);
        eh_set_str (&block->stage, other->stage);
      }
    }
    if (g_hash_table_size (stages) > 0)
      return;
  }
}

static void
add_by_category (EhTemplateBegin *b)
{
  for (guint i = 0; i < b->categories->len; i++) {
    const EhCategory *top = b->categories->pdata[i];

    if (top->parent_id != EH_ID_NONE)
      continue;
    eh_template_heading (b, 2, eh_text_is_blank (top->plain) ? top->label : top->plain);
    for (guint k = 0; k < b->categories->len; k++) {
      const EhCategory *category = b->categories->pdata[k];
      EhBlock *block;

      if (eh_text_is_blank (category->ask) || !eh_template_is_under (b, category, top->id))
        continue;
      block = eh_template_add (b, EH_BLOCK_KIND_QUESTION);
      block->category_id = category->id;
      eh_set_str (&block->text, category->ask);
      eh_set_str (&block->detail,
                  eh_text_is_blank (category->plain) ? category->definition : category->plain);
    }
  }
}

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("How to use these questions"));
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("By stage of the work"));
  add_staged (b);
  eh_template_heading (b, 1, _ ("By what it is about"));
  add_by_category (b);
  eh_template_section (b, _ ("Questions that people asked"), "asked");
  eh_template_section (b, _ ("How to comment"), "comment");
}

static void
begin_cards (EhTemplateBegin *b)
{
  eh_template_part (b, "cards");
}

const EhGuidanceTemplate eh_template_questions = {
  .key = "T3",
  .label = N_ ("Reflective questions"),
  .purpose = N_ (
      "Questions to think about together through a whole project, and why each is worth asking."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .contents = TRUE,
  .room = 3,
  .begin = begin,
};

const EhGuidanceTemplate eh_template_cards = {
  .key = "T3-cards",
  .label = N_ ("Reflective questions as cards"),
  .purpose = N_ (
      "The same questions in large type, one on each page, to lay on a table and talk about."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .room = 9,
  .text_size = 20,
  .begin = begin_cards,
};
