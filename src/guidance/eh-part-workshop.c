/* Parts of documents about one workshop: when and where, who came, what was done and heard, and
 * what is next. */

#include "config.h"

#include "eh-doc-markup.h"
#include "eh-guidance-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Most insights under a category, and in all: fewer under each where there are many. */
#define HEARD_A_CATEGORY 3
#define HEARD            9

/* The workshop that the part is about, among @workshops; %NULL for none. */
static const EhPublicWorkshop *
find_workshop (EhGuidanceContext *self, GPtrArray *workshops)
{
  for (guint i = 0; i < workshops->len; i++)
    if (((EhPublicWorkshop *) workshops->pdata[i])->id == self->workshop_id)
      return workshops->pdata[i];
  return NULL;
}

static char *
time_text (const EhPublicWorkshop *workshop)
{
  if (eh_text_is_blank (workshop->start_time))
    return g_strdup ("");
  if (eh_text_is_blank (workshop->end_time))
    return g_strdup (workshop->start_time);
  /* TRANSLATORS: from when to when, "14:00 to 16:00". */
  return g_strdup_printf (C_ ("time", "%1$s to %2$s"), workshop->start_time, workshop->end_time);
}

static void
add_facts_of (EhGuidanceContext *self, const EhPublicWorkshop *workshop)
{
  g_autofree char *date = eh_guidance_date_text (workshop->date);
  g_autofree char *time = time_text (workshop);

  eh_doc_builder_list (self->builder, FALSE);
  eh_guidance_add_labelled (self, _ ("What"), workshop->title);
  if (self->brief && !eh_text_is_blank (date) && !eh_text_is_blank (time)) {
    g_autofree char *when = g_strdup_printf ("%s, %s", date, time);

    eh_guidance_add_labelled (self, C_ ("workshop", "When"), when);
  } else {
    eh_guidance_add_labelled (self, _ ("Date"), date);
    eh_guidance_add_labelled (self, _ ("Time"), time);
  }
  eh_guidance_add_labelled (self, _ ("Place"), workshop->place);
  eh_guidance_add_labelled (self, _ ("What it is for"), workshop->aim);
}

static void
add_facts (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);
  const EhPublicWorkshop *workshop = find_workshop (self, workshops);

  if (workshop != NULL)
    add_facts_of (self, workshop);
}

/* Who came, group by group, where that may be told: a line of the list of facts. */
static void
add_came (EhGuidanceContext *self)
{
  EhFilter filter = { .workshop_id = self->workshop_id };
  g_autoptr (EhBalance) balance = eh_public_dataset_balance (self->dataset, &filter);
  guint threshold = eh_public_dataset_threshold (self->dataset);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < balance->n_groups && balance->reference == EH_REFERENCE_ROOM; i++) {
    const EhBalanceGroup *group = &balance->groups[i];
    g_autofree char *people = eh_figure_to_count_text (group->people, threshold);

    if (group->people.state == EH_FIGURE_UNDEFINED ||
        (eh_figure_is_known (group->people) && group->people.value <= 0))
      continue;
    any = any || group->people.state == EH_FIGURE_PROTECTED;
    /* TRANSLATORS: a group of people and how many of them: "Researchers: 7" */
    g_ptr_array_add (groups, g_strdup_printf (C_ ("group", "%s: %s"), group->label, people));
  }
  list = eh_text_join (groups, "; ");
  eh_doc_builder_go_on_list (self->builder);
  eh_guidance_add_labelled (self, _ ("Who came"), list);
  eh_guidance_add_protected_note (self, any);
}

/* When an activity starts: minutes since midnight, and then later; "" where that is not known. */
static char *
clock_text (int minutes)
{
  return minutes < 0 ? g_strdup ("")
                     : g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

static int
minutes_of (const char *time)
{
  int hour;
  int minute;

  return time != NULL && sscanf (time, "%2d:%2d", &hour, &minute) == 2 ? hour * 60 + minute : -1;
}

static void
add_agenda (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);
  const EhPublicWorkshop *workshop = find_workshop (self, workshops);
  g_autoptr (GPtrArray) activities = NULL;
  EhDocTable *table;
  int now;

  if (workshop == NULL)
    return;
  activities = eh_public_dataset_activities (self->dataset, workshop->id);
  if (activities->len == 0)
    return;
  now = minutes_of (workshop->start_time);
  table = eh_doc_table_new ();
  if (now >= 0)
    eh_doc_table_add_column (table, _ ("Time"), 0.8, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("What happens"), 1.6, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, _ ("What it is about"), 2.6, EH_DOC_ALIGN_START);
  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];
    g_autofree char *time = clock_text (now);
    const char *method = eh_vocabulary_label (&eh_method_vocabulary, (int) activity->method);

    eh_doc_table_add_row (table);
    if (minutes_of (workshop->start_time) >= 0)
      eh_doc_table_add_cell (table, time);
    eh_doc_table_add_cell (table, eh_text_is_blank (activity->title) ? method : activity->title);
    eh_doc_table_add_cell (table, eh_text_is_blank (activity->prompt) ? method : activity->prompt);
    /* After something of no fixed length nobody knows when the next begins. */
    now = now >= 0 && activity->minutes > 0 ? now + (int) MIN (activity->minutes, 1440) : -1;
  }
  eh_doc_builder_table (self->builder, _ ("What happens when"), table);
}

/* What was done, one after the other, without its breaks. */
static void
add_did (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) activities = eh_public_dataset_activities (self->dataset,
                                                                   self->workshop_id);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];
    const char *method = eh_vocabulary_label (&eh_method_vocabulary, (int) activity->method);

    if (activity->method == EH_METHOD_BREAK)
      continue;
    if (eh_text_is_blank (activity->title))
      eh_doc_builder_item (self->builder, 0, method);
    else
      eh_guidance_add_labelled (self, method, activity->title);
  }
}

static gboolean
is_disagreement (const EhPublicInsight *insight)
{
  return insight->kind == EH_INSIGHT_KIND_DISAGREEMENT ||
         insight->agreement == EH_AGREEMENT_CONTESTED;
}

/* A few of the words, as lines of the list that was begun: two pages have no room for more. */
static void
add_quotes (EhGuidanceContext *self, const EhFilter *filter, GHashTable *told, guint most)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, filter);
  guint n = 0;

  for (guint i = 0; i < insights->len && n < most; i++) {
    const EhPublicInsight *insight = insights->pdata[i];
    EhDocText *line;

    if (insight->parked || is_disagreement (insight) ||
        !g_hash_table_add (told, g_strdup (insight->ref)))
      continue;
    line = eh_doc_text_new (NULL);
    eh_guidance_add_said (line, insight);
    eh_doc_builder_item_text (self->builder, 1, line);
    n++;
  }
}

/* What was heard, category by category: how much, and a few of the words under it. */
static void
add_heard (EhGuidanceContext *self)
{
  EhFilter filter = { .workshop_id = self->workshop_id };
  const EhAxis rows = { .kind = EH_AXIS_ROLE_GROUP };
  const EhAxis columns = { .kind = EH_AXIS_CATEGORY };
  g_autoptr (EhCrosstab) map = eh_public_dataset_crosstab (self->dataset, rows, columns, &filter);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < map->n_columns; i++) {
    const EhCrosstabLine *line = &map->columns[i];
    g_autofree char *count = eh_figure_to_count_text (line->total, map->threshold);
    g_autofree char *insights = NULL;
    EhDocText *about;

    if (line->total.state == EH_FIGURE_UNDEFINED ||
        (eh_figure_is_known (line->total) && line->total.value <= 0))
      continue;
    any = any || line->total.state == EH_FIGURE_PROTECTED;
    /* TRANSLATORS: after what insights are about: how many, "11" or "fewer than 5" */
    insights = g_strdup_printf (_ (" (insights: %s)"), count);
    about = eh_doc_text_add (eh_doc_text_new (NULL), line->label, EH_DOC_STYLE_STRONG);
    eh_doc_builder_item_text (self->builder, 0,
                              eh_doc_text_add (about, insights, EH_DOC_STYLE_NONE));
    if (line->kind != EH_LINE_PLAIN)
      continue;
    filter.category_id = line->id;
    add_quotes (self, &filter, told, CLAMP (HEARD / map->n_columns, 1, HEARD_A_CATEGORY));
  }
  eh_guidance_add_protected_note (self, any);
}

/* The workshop after the one that the part is about; after today where it is about none. */
static void
add_next (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) workshops = eh_public_dataset_workshops (self->dataset);
  const EhPublicWorkshop *here = find_workshop (self, workshops);
  const char *after = here != NULL ? here->date : self->today;

  for (guint i = 0; !eh_text_is_blank (after) && i < workshops->len; i++) {
    const EhPublicWorkshop *workshop = workshops->pdata[i];

    if (workshop == here || eh_text_is_blank (workshop->date) ||
        g_strcmp0 (workshop->date, after) <= 0)
      continue;
    add_facts_of (self, workshop);
    return;
  }
}

/* Recommendations that rest on what was said there. */
static void
add_led_to (EhGuidanceContext *self)
{
  EhFilter filter = { .workshop_id = self->workshop_id };
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, &filter);
  g_autoptr (GHashTable) said = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < insights->len; i++)
    g_hash_table_add (said, &((EhPublicInsight *) insights->pdata[i])->id);
  eh_doc_builder_go_on_list (self->builder);
  for (guint i = 0; i < self->recommendations->len; i++) {
    const EhBlock *block = self->recommendations->pdata[i];
    g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
    gboolean here = FALSE;

    for (guint k = 0; k < evidence->len; k++)
      here = here ||
             g_hash_table_contains (said, &((EhPublicEvidence *) evidence->pdata[k])->insight->id);
    if (here)
      eh_doc_builder_item_text (self->builder, 0, eh_doc_markup_parse (block->text));
  }
}

static void
add_workshop_disagreements (EhGuidanceContext *self)
{
  EhFilter filter = { .workshop_id = self->workshop_id };
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, &filter);

  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < insights->len; i++) {
    const EhPublicInsight *insight = insights->pdata[i];
    EhDocText *line;

    if (insight->parked || insight->use == EH_TEXT_USE_NONE || !is_disagreement (insight))
      continue;
    line = eh_doc_text_new (NULL);
    eh_guidance_add_said (line, insight);
    eh_doc_builder_item_text (self->builder, 0, line);
  }
}

const EhGuidancePart eh_guidance_parts_workshop[] = {
  { "workshop-facts", N_ ("No workshop has been recorded."), add_facts },
  { "workshop-came", N_ ("Nothing has been recorded about who came."), add_came },
  { "agenda", N_ ("Nothing has been recorded about what happens when."), add_agenda },
  { "did", N_ ("Nothing has been recorded about what was done."), add_did },
  { "heard", N_ ("Nothing has been recorded of what was said."), add_heard },
  { "led-to", N_ ("No recommendation rests yet on what was said there."), add_led_to },
  { "workshop-disagreements", N_ ("Nothing has been recorded about where people disagreed."),
    add_workshop_disagreements },
  { "next-workshop", N_ ("No later workshop has been recorded."), add_next },
  { NULL, NULL, NULL },
};
