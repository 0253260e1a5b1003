/* Parts of short documents in plain words: what it was about, who took part, what was done, said
 * and comes next. Numbers and the team's own sentences; nothing is made up around them. */

#include "config.h"

#include "eh-doc-markup.h"
#include "eh-guidance-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define FEW_RECOMMENDATIONS 5
#define FEW_TOPICS          3

static void
add_about (EhGuidanceContext *self)
{
  eh_doc_builder_paragraph (self->builder, eh_public_dataset_project (self->dataset)->aim);
}

static void
add_who (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) groups = eh_public_dataset_groups (self->dataset);
  guint threshold = eh_public_dataset_threshold (self->dataset);
  gboolean any = FALSE;

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < groups->len; i++) {
    const EhPublicGroup *group = groups->pdata[i];
    g_autofree char *count = eh_figure_to_count_text (group->people, threshold);

    if (group->people.state == EH_FIGURE_UNDEFINED)
      continue;
    any = any || group->people.state == EH_FIGURE_PROTECTED;
    eh_guidance_add_labelled (self, group->label, count);
  }
  eh_guidance_add_protected_note (self, any);
}

static void
add_did (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);
  g_autofree char *text = NULL;

  if (workshops->len == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "We met once.", "We met %u times.", workshops->len),
      workshops->len);
  eh_doc_builder_paragraph (self->builder, text);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    eh_guidance_add_labelled (self, workshop->title, workshop->aim);
  }
}

/* What most was said about, with one voice each. */
static void
add_said (EhGuidanceContext *self)
{
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (self->dataset, rows, columns, NULL);

  for (guint i = 0, n = 0; i < map->n_columns && n < FEW_TOPICS; i++) {
    const EhCrosstabLine *line = &map->columns[i];
    const EhFilter filter = { .category_id = line->id };
    g_autoptr (GPtrArray) insights = NULL;
    const EhPublicInsight *best = NULL;

    if (line->kind != EH_LINE_PLAIN || line->total.state == EH_FIGURE_UNDEFINED)
      continue;
    insights = eh_public_dataset_insights (self->dataset, &filter);
    for (guint k = 0; k < insights->len; k++) {
      const EhPublicInsight *insight = insights->pdata[k];

      if (!insight->parked &&
          (best == NULL || g_utf8_strlen (insight->text, -1) < g_utf8_strlen (best->text, -1)))
        best = insight;
    }
    if (best == NULL)
      continue;
    eh_doc_builder_heading (self->builder, 2, line->label, NULL);
    eh_guidance_add_words (self, best);
    n++;
  }
}

static void
add_recommended (EhGuidanceContext *self)
{
  guint n = 0;

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < self->recommendations->len && n < FEW_RECOMMENDATIONS; i++) {
    const EhBlock *block = self->recommendations->pdata[i];

    if (block->status == EH_BLOCK_STATUS_NOT_DONE)
      continue;
    eh_doc_builder_item_text (self->builder, 0, eh_doc_markup_parse (block->text));
    n++;
  }
}

const EhGuidancePart eh_guidance_parts_plain[] = {
  { "plain-about", N_ ("Nothing has been recorded about what the work is for."), add_about },
  { "plain-who", N_ ("Nothing has been recorded about who took part."), add_who },
  { "plain-did", N_ ("No workshop has been recorded."), add_did },
  { "plain-said", N_ ("No words that are sorted may be quoted yet."), add_said },
  { "plain-recommended", N_ ("No recommendation has been written yet."), add_recommended },
  { NULL, NULL, NULL },
};
