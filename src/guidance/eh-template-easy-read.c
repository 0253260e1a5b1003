/* T8: a draft to be made easy to read. One sentence a line, each with a picture; the sentences are
 * the team's own and the numbers are those of the record. Nobody but people with learning
 * disabilities can say whether it is easy to read, and the document says so. */

#include "config.h"

#include "eh-doc-markup.h"
#include "eh-easy-picture.h"
#include "eh-template-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define FEW_SENTENCES 8

static void
pictured (EhTemplateBegin *b, EhEasyPicture picture, const char *text)
{
  EhBlock *block = eh_template_add (b, EH_BLOCK_KIND_PARAGRAPH);
  g_autofree char *source = g_strconcat ("picture:", eh_easy_picture_key (picture), NULL);

  eh_set_str (&block->text, text);
  eh_set_str (&block->source, source);
}

/* Each sentence of @text with the picture of what it is about; at most @most of them. */
static void
add_sentences (EhTemplateBegin *b, const char *text, EhEasyPicture otherwise, guint most)
{
  g_autofree char *line = eh_text_clean_line (text);
  g_auto (GStrv) parts = g_regex_split_simple ("(?<=[.!?…])\\s+|\\s*[;:]\\s+", line, 0, 0);

  for (guint i = 0, n = 0; parts[i] != NULL && n < most; i++) {
    if (eh_text_is_blank (parts[i]))
      continue;
    pictured (b, eh_easy_picture_for (parts[i], otherwise), parts[i]);
    n++;
  }
}

static void
add_people (EhTemplateBegin *b)
{
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (b->dataset);

  for (guint i = 0; i < groups->len; i++) {
    const EhPublicGroup *group = groups->pdata[i];
    g_autofree char *count = eh_figure_to_count_text (group->people,
                                                      eh_public_dataset_threshold (b->dataset));
    g_autofree char *text = NULL;

    if (group->people.state == EH_FIGURE_UNDEFINED)
      continue;
    /* TRANSLATORS: a role group in the plural, and how many of them: "Researchers: 7." */
    text = g_strdup_printf (C_ ("easy read", "%1$s: %2$s."), group->label, count);
    pictured (b, EH_EASY_PICTURE_PEOPLE, text);
  }
}

static void
add_meetings (EhTemplateBegin *b)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (b->dataset);
  g_autofree char *text = NULL;

  if (workshops->len == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "We had %u meeting.", "We had %u meetings.", workshops->len),
      workshops->len);
  pictured (b, EH_EASY_PICTURE_MEETING, text);
}

/* What people spoke about: the plain sentences of the categories, where there are any insights. */
static void
add_topics (EhTemplateBegin *b)
{
  for (guint i = 0; i < b->categories->len; i++) {
    const EhCategory *category = b->categories->pdata[i];
    const EhFilter filter = { .category_id = category->id };
    g_autoptr (GPtrArray) insights = NULL;

    if (category->parent_id != EH_ID_NONE || eh_text_is_blank (category->plain))
      continue;
    insights = eh_public_dataset_insights (b->dataset, &filter);
    if (insights->len > 0)
      pictured (b, eh_easy_picture_for (category->plain, EH_EASY_PICTURE_TALK), category->plain);
  }
}

/* The recommendations of the newest guidance that has any, sentence by sentence. */
static void
add_recommendations (EhTemplateBegin *b)
{
  g_autoptr (GPtrArray) guidances = eh_public_dataset_guidances (b->dataset);
  guint n = 0;

  for (guint i = guidances->len; i > 0 && n == 0; i--) {
    g_autoptr (GPtrArray) blocks = eh_public_dataset_blocks (
        b->dataset, ((EhGuidance *) guidances->pdata[i - 1])->id);

    for (guint k = 0; k < blocks->len && n < FEW_SENTENCES; k++) {
      const EhBlock *block = blocks->pdata[k];
      g_autofree char *words = NULL;

      if (block->kind != EH_BLOCK_KIND_RECOMMENDATION || eh_text_is_blank (block->text) ||
          block->status == EH_BLOCK_STATUS_NOT_DONE)
        continue;
      words = eh_doc_markup_plain (block->text);
      add_sentences (b, words, EH_EASY_PICTURE_IDEA, 2);
      n++;
    }
  }
}

static void
begin (EhTemplateBegin *b)
{
  const EhProject *project = eh_public_dataset_project (b->dataset);

  eh_template_heading (b, 1, _ ("What this is about"));
  add_sentences (b, project->aim, EH_EASY_PICTURE_PAPER, FEW_SENTENCES);
  eh_template_heading (b, 1, _ ("Who took part"));
  add_people (b);
  add_meetings (b);
  eh_template_heading (b, 1, _ ("What people talked about"));
  add_topics (b);
  eh_template_heading (b, 1, _ ("What should happen"));
  add_recommendations (b);
  eh_template_heading (b, 1, _ ("Hard words"));
  eh_template_part (b, "terms");
  eh_template_space (b, EH_BLOCK_KIND_LIST);
  eh_template_heading (b, 1, _ ("Tell us what you think"));
  if (!eh_text_is_blank (project->contact))
    pictured (b, EH_EASY_PICTURE_LETTER, project->contact);
}

const EhGuidanceTemplate eh_template_easy_read = {
  .key = "T8",
  .label = N_ ("Easy Read draft"),
  .purpose = N_ (
      "Short sentences in large type with a picture beside each, to be finished together "
      "with people with learning disabilities."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .text_size = 18,
  .caution = N_ ("Easy Read draft: please check with people with learning disabilities. Make long "
                 "sentences shorter, and explain hard words."),
  .begin = begin,
};
