/* A guidance as a document: the blocks that the team wrote, in their order, with those that fill
 * themselves filled in. All that is said of people comes out of the gate (EhPublicDataset): whose
 * words may stand here, and under what name, was decided there. */

#include "config.h"

#include "eh-guidance-build.h"

#include "eh-doc-dress.h"
#include "eh-easy-picture.h"
#include "eh-guidance-private.h"
#include "eh-guidance-template.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/**
 * eh_guidance_date_text:
 * @date: an ISO date, or words
 *
 * Returns: (transfer full): the date as people write it; @date itself where it is no date
 */
char *
eh_guidance_date_text (const char *date)
{
  g_autoptr (GDateTime) moment = NULL;
  int year;
  int month;
  int day;
  char rest;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d%c", &year, &month, &day, &rest) != 3)
    return g_strdup (date != NULL ? date : "");
  moment = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* TRANSLATORS: a date in a document: "5 December 2025"; see g_date_time_format() */
  return moment != NULL ? g_date_time_format (moment, C_ ("date", "%-d %B %Y")) : g_strdup (date);
}

/* Why a recommendation was not done, as far as the team says; "" for nothing. */
const char *
eh_guidance_reason (const EhBlock *block)
{
  return block->reason;
}

/* Address of a licence that people name by its usual letters: "CC BY-NC 4.0". */
static char *
licence_address (const char *licence)
{
  static const char *const kinds[] = { "by-nc-nd", "by-nc-sa", "by-nc", "by-nd", "by-sa", "by" };
  g_autofree char *lower = g_ascii_strdown (licence, -1);

  g_strdelimit (lower, " ", '-');
  if (strstr (lower, "cc0") != NULL)
    return g_strdup ("https://creativecommons.org/publicdomain/zero/1.0/");
  for (guint i = 0; g_str_has_prefix (lower, "cc-") && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (lower + 3, kinds[i]))
      return g_strdup_printf ("https://creativecommons.org/licenses/%s/4.0/", kinds[i]);
  return NULL;
}

/* Only what goes through eh-job-publish.h is published: anything else is a draft, also of what was
 * published before, for it may have changed since. */
static const char *
status_text (const EhGuidance *guidance, const EhGuidanceOptions *options)
{
  EhGuidanceStatus status = guidance->status;

  if (options->published_as != NULL)
    status = EH_GUIDANCE_STATUS_PUBLISHED;
  else if (status == EH_GUIDANCE_STATUS_PUBLISHED)
    status = EH_GUIDANCE_STATUS_DRAFT;
  /* TRANSLATORS: the team has agreed on the document, and it has not been published */
  return status == EH_GUIDANCE_STATUS_AGREED
             ? _ ("Agreed draft")
             : eh_vocabulary_label (&eh_guidance_status_vocabulary, (int) status);
}

static char *
version_text (const EhGuidance *guidance, const EhGuidanceOptions *options)
{
  if (options->published_as != NULL)
    return g_strdup (options->published_as);
  if (guidance->status == EH_GUIDANCE_STATUS_PUBLISHED && !eh_text_is_blank (guidance->version))
    /* TRANSLATORS: %s is a version that was published; this is a draft of the next */
    return g_strdup_printf (_ ("after %s"), guidance->version);
  return g_strdup (guidance->version);
}

static void
set_meta (EhGuidanceContext *self, const EhGuidanceOptions *options)
{
  const EhProject *project = eh_public_dataset_project (self->dataset);
  const EhGuidance *guidance = self->guidance;
  const EhGuidanceTemplate *template = eh_guidance_template_find (guidance->template);
  EhDocMeta *meta = eh_doc_builder_meta (self->builder);
  g_autofree char *date = eh_guidance_date_text (options->date);
  g_autofree char *review_by = eh_guidance_date_text (guidance->review_by);
  g_autofree char *address = licence_address (guidance->licence);
  g_autofree char *version = version_text (guidance, options);

  eh_set_str (&meta->subtitle,
              eh_text_is_blank (guidance->subtitle) ? project->subtitle : guidance->subtitle);
  eh_set_str (&meta->description, project->aim);
  eh_set_str (&meta->authors, project->host);
  eh_set_str (&meta->licence, guidance->licence);
  eh_set_str (&meta->licence_url, address);
  eh_set_str (&meta->date, options->date);
  /* A report is filled anew each time: it is no draft of anything. */
  if (template == NULL || template->kind == EH_TEMPLATE_GUIDANCE)
    eh_set_str (&meta->status, status_text (guidance, options));
  eh_doc_builder_detail (self->builder, _ ("Version"), version);
  eh_doc_builder_detail (self->builder, _ ("Date"), date);
  eh_doc_builder_detail (self->builder, _ ("To be looked at again by"), review_by);
  eh_doc_builder_detail (self->builder, _ ("Contact"), project->contact);
}

static void
add_list (EhGuidanceContext *self, const EhBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

  eh_doc_builder_list (self->builder, g_strcmp0 (block->source, "ordered") == 0);
  for (guint i = 0; lines[i] != NULL; i++) {
    gboolean deeper = g_str_has_prefix (lines[i], "  ") || lines[i][0] == '\t';

    eh_doc_builder_item (self->builder, deeper ? 1 : 0, lines[i]);
  }
}

/* "3 insights (Asha; a carer)": how many, and whose as far as each chose. */
static char *
evidence_text (GPtrArray *evidence, EhStance stance)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  g_autofree char *count = NULL;
  g_autofree char *names = NULL;
  guint n = 0;

  for (guint i = 0; i < evidence->len; i++) {
    const EhPublicEvidence *row = evidence->pdata[i];

    if (row->stance != stance)
      continue;
    n++;
    if (!eh_text_is_blank (row->insight->credit) && g_hash_table_add (seen, row->insight->credit))
      g_ptr_array_add (credits, row->insight->credit);
  }
  if (n == 0)
    return NULL;
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight", "%u insights", n), n);
  if (credits->len == 0)
    return g_steal_pointer (&count);
  names = eh_text_join (credits, "; ");
  /* TRANSLATORS: "3 insights (Asha; a carer)": how many insights, and whose they are */
  return g_strdup_printf (_ ("%s (%s)"), count, names);
}

static void
add_recommendation (EhGuidanceContext *self, const EhBlock *block)
{
  g_autoptr (GPtrArray) evidence = eh_public_dataset_evidence (self->dataset, block->id);
  g_autofree char *supports = evidence_text (evidence, EH_STANCE_SUPPORTS);
  g_autofree char *shapes = evidence_text (evidence, EH_STANCE_SHAPES);
  g_autofree char *disagrees = evidence_text (evidence, EH_STANCE_DISAGREES);
  g_autofree char *due = eh_guidance_date_text (block->due);
  EhDocRecommendation recommendation = {
    .number = self->recommendations->len + 1,
    .text = block->text,
    .action = block->detail,
    .audience = block->audience,
    .stage = block->stage,
    .owner = block->owner,
    .due = due,
    .status = eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status),
  };

  if (eh_doc_builder_recommendation (self->builder, &recommendation) == NULL)
    return;
  g_ptr_array_add (self->recommendations, (gpointer) block);
  eh_doc_builder_field (self->builder, _ ("Rests on"), supports);
  eh_doc_builder_field (self->builder, _ ("Shaped by"), shapes);
  eh_doc_builder_field (self->builder, _ ("Not everyone agrees"), disagrees);
  if (supports == NULL && shapes == NULL)
    eh_doc_builder_field (self->builder, _ ("Rests on"),
                          _ ("No insight has been noted behind this yet."));
}

static void
add_quotation (EhGuidanceContext *self, const EhBlock *block)
{
  g_autoptr (EhPublicInsight) insight = NULL;

  if (block->insight_id == EH_ID_NONE) {
    eh_doc_builder_quote (self->builder, block->text, block->detail, NULL);
    return;
  }
  insight = eh_public_dataset_insight (self->dataset, block->insight_id);
  eh_guidance_add_words (self, insight);
}

static void
add_resource (EhGuidanceContext *self, const EhBlock *block)
{
  EhDocResource entry = { .title = block->text, .good_for = block->detail };

  for (guint i = 0; block->resource_id != EH_ID_NONE && i < self->resources->len; i++) {
    const EhResource *row = self->resources->pdata[i];
    g_autofree char *doi = NULL;
    g_autofree char *year = NULL;

    if (row->id != block->resource_id)
      continue;
    doi = eh_text_is_blank (row->doi) ? NULL : g_strconcat ("https://doi.org/", row->doi, NULL);
    year = row->year > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row->year) : NULL;
    entry.title = row->title;
    entry.by = eh_text_is_blank (row->authors) ? row->organisation : row->authors;
    entry.year = year;
    entry.address = eh_text_is_blank (row->url) ? doi : row->url;
    entry.good_for = eh_text_is_blank (block->detail) ? row->summary : block->detail;
    eh_doc_builder_resource (self->builder, &entry);
    return;
  }
  if (!eh_text_is_blank (block->text))
    eh_doc_builder_resource (self->builder, &entry);
}

/* A table that a person typed: a row a line, cells with a tab or a bar between them, the first row
 * its headers. */
static void
add_table (EhGuidanceContext *self, const EhBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);
  EhDocTable *table = eh_doc_table_new ();

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = NULL;

    if (eh_text_is_blank (lines[i]))
      continue;
    cells = g_strsplit_set (lines[i], strchr (lines[i], '\t') != NULL ? "\t" : "|", -1);
    if (eh_doc_table_n_columns (table) > 0)
      eh_doc_table_add_row (table);
    for (guint c = 0; cells[c] != NULL; c++) {
      if (eh_doc_table_n_rows (table) == 0)
        eh_doc_table_add_column (table, g_strstrip (cells[c]), 1, EH_DOC_ALIGN_START);
      else
        eh_doc_table_add_cell (table, g_strstrip (cells[c]));
    }
  }
  eh_doc_builder_table (self->builder, block->detail, table);
}

static EhDocCalloutKind
callout_kind (const char *source)
{
  if (g_strcmp0 (source, "disagreement") == 0)
    return EH_DOC_CALLOUT_DISAGREEMENT;
  return g_strcmp0 (source, "caution") == 0 ? EH_DOC_CALLOUT_CAUTION : EH_DOC_CALLOUT_NOTE;
}

/* "picture:money" is how a paragraph says which of our pictures stands beside it. */
static void
add_paragraph (EhGuidanceContext *self, const EhBlock *block)
{
  EhEasyPicture picture;

  if (block->source != NULL && g_str_has_prefix (block->source, "picture:") &&
      eh_easy_picture_from_key (block->source + strlen ("picture:"), &picture))
    eh_doc_builder_pictured (self->builder, eh_easy_picture_figure (picture), block->text);
  else
    eh_doc_builder_paragraph (self->builder, block->text);
}

static void
add_question (EhGuidanceContext *self, const EhBlock *block)
{
  if (eh_text_is_blank (block->text))
    return;
  eh_doc_builder_question (self->builder, block->text, block->detail);
  eh_guidance_add_room (self, block->audience);
}

static void
add_block (EhGuidanceContext *self, const EhBlock *block)
{
  EhDocBuilder *b = self->builder;

  eh_doc_builder_set_source (b, block->id);
  eh_doc_builder_set_markup (b, eh_block_has_markup (block->kind));
  switch (block->kind) {
  case EH_BLOCK_KIND_HEADING:
    eh_doc_builder_heading (b, (guint) CLAMP (block->level, 1, 4), block->text, NULL);
    break;
  case EH_BLOCK_KIND_PARAGRAPH:
    add_paragraph (self, block);
    break;
  case EH_BLOCK_KIND_RECOMMENDATION:
    add_recommendation (self, block);
    break;
  case EH_BLOCK_KIND_QUOTATION:
    add_quotation (self, block);
    break;
  case EH_BLOCK_KIND_QUESTION:
    add_question (self, block);
    break;
  case EH_BLOCK_KIND_LIST:
    add_list (self, block);
    break;
  case EH_BLOCK_KIND_RESOURCE:
    add_resource (self, block);
    break;
  case EH_BLOCK_KIND_CHART:
    eh_guidance_add_chart (self, block->source, block->text, block->detail);
    break;
  case EH_BLOCK_KIND_TABLE:
    if (g_strcmp0 (block->source, "audiences") == 0)
      eh_guidance_add_audiences (self);
    else
      add_table (self, block);
    break;
  case EH_BLOCK_KIND_CALLOUT:
    if (!eh_text_is_blank (block->text))
      eh_doc_builder_callout (b, callout_kind (block->source), block->detail, block->text);
    break;
  case EH_BLOCK_KIND_AUTOMATIC:
    eh_guidance_add_automatic (self, block->source);
    break;
  case EH_BLOCK_KIND_N_VALUES:
  default:
    break;
  }
}

/* References in the team's words call a block by its number in the file. */
static void
add_named_block (EhGuidanceContext *self, const EhBlock *block)
{
  guint before = eh_doc_builder_n_blocks (self->builder);
  g_autofree char *alias = g_strdup_printf ("%" G_GINT64_FORMAT, block->id);

  add_block (self, block);
  if (eh_doc_builder_n_blocks (self->builder) > before)
    eh_doc_builder_alias (self->builder, alias);
}

static const EhGuidance *
find_guidance (EhPublicDataset *dataset, EhId guidance_id)
{
  g_autoptr (GPtrArray) guidances = eh_public_dataset_guidances (dataset);

  for (guint i = guidances->len; i > 0; i--) {
    const EhGuidance *row = guidances->pdata[i - 1];

    if (guidance_id == EH_ID_NONE || row->id == guidance_id)
      return row;
  }
  return NULL;
}

static gboolean
is_written (const EhBlock *block)
{
  return block->kind == EH_BLOCK_KIND_RECOMMENDATION && !eh_text_is_blank (block->text);
}

static gboolean
recommends (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (is_written (blocks->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A document without recommendations of its own is about those of the newest guidance that has any.
 * Returns its blocks (nullable), which own them. */
static GPtrArray *
find_subject (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) guidances = eh_public_dataset_guidances (self->dataset);

  if (recommends (self->blocks)) {
    self->about_id = self->guidance->id;
    return NULL;
  }
  for (guint i = guidances->len; i > 0; i--) {
    const EhGuidance *row = guidances->pdata[i - 1];
    g_autoptr (GPtrArray) blocks = eh_public_dataset_blocks (self->dataset, row->id);

    if (!recommends (blocks))
      continue;
    self->about_id = row->id;
    for (guint k = 0; k < blocks->len; k++)
      if (is_written (blocks->pdata[k]))
        g_ptr_array_add (self->recommendations, blocks->pdata[k]);
    return g_steal_pointer (&blocks);
  }
  return NULL;
}

static void
say_sample (EhDocBuilder *builder, gboolean brief)
{
  const char *words = _ ("This is a sample. Its people and their words are invented.");

  if (brief)
    eh_doc_builder_paragraph (builder, words);
  else
    eh_doc_builder_callout (builder, EH_DOC_CALLOUT_NOTE, NULL, words);
}

static EhDoc *
build_blocks (EhPublicDataset *dataset,
              const EhGuidance *guidance,
              GPtrArray *blocks,
              const EhGuidanceOptions *options,
              gboolean say_missing)
{
  const EhProject *project = eh_public_dataset_project (dataset);
  const EhGuidanceTemplate *template = eh_guidance_template_find (guidance->template);
  g_autoptr (GPtrArray) recommendations = g_ptr_array_new ();
  g_autoptr (GPtrArray) subject = NULL;
  g_autoptr (EhDocBuilder) builder = eh_doc_builder_new (
      eh_text_is_blank (guidance->title) ? project->title : guidance->title,
      eh_text_is_blank (guidance->language) ? project->language : guidance->language);
  EhGuidanceContext self = { .dataset = dataset,
                             .guidance = guidance,
                             .blocks = blocks,
                             .builder = builder,
                             .recommendations = recommendations,
                             .today = options->date,
                             .changes = options->changes,
                             .say_missing = say_missing };
  const EhLook *look = eh_public_dataset_look (dataset);
  EhDoc *doc;

  set_meta (&self, options);
  if (template != NULL) {
    eh_doc_builder_meta (builder)->text_size = template->text_size;
    eh_doc_builder_meta (builder)->compact = template->compact;
    eh_doc_builder_meta (builder)->brief = template->brief;
    self.brief = template->brief;
    self.room = template->room;
  }
  if (look != NULL) {
    eh_doc_dress_apply (eh_doc_builder_meta (builder), look->accent, look->accent_2);
    eh_doc_builder_logo (builder, eh_doc_dress_logo (look->logo, look->logo_alt));
  }
  if (project->sample)
    say_sample (builder, self.brief);
  if (template != NULL && template->caution != NULL && say_missing)
    eh_doc_builder_callout (builder, EH_DOC_CALLOUT_CAUTION, NULL, _ (template->caution));
  if (template == NULL || template->contents)
    eh_doc_builder_contents (builder);
  eh_guidance_load_resources (&self);
  eh_doc_builder_set_cite (builder, eh_guidance_cite, &self);
  subject = find_subject (&self);
  for (guint i = 0; i < blocks->len; i++)
    add_named_block (&self, blocks->pdata[i]);
  eh_doc_builder_drop_empty_sections (builder);
  doc = eh_doc_builder_end (builder);
  g_ptr_array_unref (self.resources);
  g_hash_table_unref (self.resource_keys);
  return doc;
}

/* The rows of a template that is not stored, filled. */
static EhGuidance *
begin_template (EhPublicDataset *dataset, const EhGuidanceOptions *options, GPtrArray **blocks)
{
  const EhGuidanceTemplate *template = eh_guidance_template_find (options->template_key);
  EhId workshop_id = options->workshop_id;
  EhGuidance *guidance;

  if (workshop_id == EH_ID_NONE && template != NULL && template->of_workshop)
    workshop_id = eh_guidance_template_workshop (dataset, template, options->date);
  guidance = eh_guidance_template_begin_of_workshop (dataset, options->template_key, workshop_id, 0,
                                                     blocks);
  eh_guidance_template_fill (dataset, *blocks);
  return guidance;
}

/**
 * eh_guidance_build:
 * @dataset: what may leave the program
 * @guidance_id: the guidance; 0 for the newest, or for the template that @options name. Where there
 *   is none, the document is what the template would begin with.
 * @options: (nullable): how
 *
 * Sections in which nothing stands yet are left out. In a draft, what is not recorded is said.
 *
 * Returns: (transfer full): the document
 */
EhDoc *
eh_guidance_build (EhPublicDataset *dataset, EhId guidance_id, const EhGuidanceOptions *options)
{
  static const EhGuidanceOptions usual = { 0 };
  gboolean by_template;
  const EhGuidance *guidance;
  g_autoptr (EhGuidance) begun = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  options = options != NULL ? options : &usual;
  by_template = guidance_id == EH_ID_NONE && options->template_key != NULL;
  guidance = by_template ? NULL : find_guidance (dataset, guidance_id);
  if (guidance != NULL)
    blocks = eh_public_dataset_blocks (dataset, guidance->id);
  else
    guidance = begun = begin_template (dataset, options, &blocks);
  return build_blocks (dataset, guidance, blocks, options,
                       guidance->status == EH_GUIDANCE_STATUS_DRAFT);
}

/**
 * eh_guidance_reach:
 * @dataset: what may leave the program
 * @options: which template, and of which workshop
 *
 * Returns: (transfer full): how far what is recorded fills it
 */
EhGuidanceReach *
eh_guidance_reach (EhPublicDataset *dataset, const EhGuidanceOptions *options)
{
  EhGuidanceReach *reach = g_new0 (EhGuidanceReach, 1);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (EhGuidance) guidance = begin_template (dataset, options, &blocks);
  g_autoptr (EhDoc) doc = build_blocks (dataset, guidance, blocks, options, FALSE);
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    const EhDocBlock *block = eh_doc_block (doc, i);

    if (block->kind == EH_DOC_BLOCK_HEADING && block->level == 1)
      g_hash_table_add (filled, eh_doc_text_to_plain (block->text));
  }
  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];

    if (block->kind != EH_BLOCK_KIND_HEADING || block->level != 1)
      continue;
    g_strv_builder_add (parts, block->text);
    if (!g_hash_table_contains (filled, block->text))
      g_strv_builder_add (missing, block->text);
  }
  reach->parts = g_strv_builder_end (parts);
  reach->missing = g_strv_builder_end (missing);
  return reach;
}

void
eh_guidance_reach_free (EhGuidanceReach *self)
{
  g_strfreev (self->parts);
  g_strfreev (self->missing);
  g_free (self);
}

void
eh_guidance_change_free (EhGuidanceChange *self)
{
  g_free (self->date);
  g_free (self->label);
  g_free (self);
}
