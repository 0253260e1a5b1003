/* A guidance looked over as it stands: its words (eh-writing-check.h), and what each part of it
 * should have. What contributors said is quoted as they said it, and never marked. */

#include "eh-document-check.h"

#include "eh-figure-words.h"
#include "eh-project-check.h"

#include "config.h"
#include "eh-markup.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_CHARS 60

typedef struct {
  EhDataset *dataset;
  EhDocumentCheck *check;
  EhWritingCheck *writing;
  GHashTable *stands; /* (element-type EhId) */
  GPtrArray *blocks;  /* (element-type EhBlock) */
  gboolean easy_read;
  EhPublicDataset *gate; /* (nullable): until it is needed */
} Look;

static EhDocumentMark *
take_mark (Look *look, const EhBlock *block, EhBlockPart part, EhWritingMark *mark)
{
  EhDocumentMark *self = g_new0 (EhDocumentMark, 1);

  self->block_id = block->id;
  self->part = part;
  self->mark = mark;
  self->severity = EH_SEVERITY_LOOK;
  self->looked_at = eh_looked_at_id (mark->id, block->id, mark->words);
  self->stands = g_hash_table_contains (look->stands, &self->looked_at);
  look->check->n_open += !self->stands;
  g_ptr_array_add (look->check->marks, self);
  return self;
}

static EhDocumentMark *
mark_whole (Look *look, const EhBlock *block, const char *id, const char *reason)
{
  EhWritingMark *mark = g_new0 (EhWritingMark, 1);

  mark->id = id;
  mark->words = g_strdup ("");
  mark->reason = g_strdup (reason);
  return take_mark (look, block, EH_BLOCK_PART_WHOLE, mark);
}

static void
look_at_words (Look *look, const EhBlock *block, EhBlockPart part, const char *text)
{
  g_autofree char *plain = eh_markup_plain (text);
  g_autoptr (GPtrArray) marks = NULL;

  if (eh_text_is_blank (plain))
    return;
  marks = eh_writing_check_text (look->writing, plain, block->kind != EH_BLOCK_KIND_HEADING);
  for (guint i = 0; i < marks->len; i++)
    take_mark (look, block, part, g_steal_pointer (&marks->pdata[i]));
}

/* What is typed as a table has no sentences, and what others wrote is theirs. */
static gboolean
is_ours (const EhBlock *block)
{
  return block->kind != EH_BLOCK_KIND_QUOTATION && block->kind != EH_BLOCK_KIND_TABLE &&
         block->kind != EH_BLOCK_KIND_AUTOMATIC;
}

static void
look_at_recommendation (Look *look, const EhBlock *block)
{
  if (block->status == EH_BLOCK_STATUS_NOT_DONE && eh_text_is_blank (block->reason))
    mark_whole (look, block, EH_DOCUMENT_NO_REASON,
                _ ("This could not be done, and it does not say why. Whoever asked for it should "
                   "hear the reason."))
        ->severity = EH_SEVERITY_PROBLEM;
  if (block->status != EH_BLOCK_STATUS_NOT_DONE && block->status != EH_BLOCK_STATUS_DONE &&
      eh_text_is_blank (block->owner))
    mark_whole (look, block, EH_DOCUMENT_NO_OWNER, _ ("Nobody is named who will do this."));
}

/* ---- Whose knowledge a section rests on ---- */

static gboolean
is_public (EhDataset *dataset, EhId group_id)
{
  const EhRoleGroup *group = eh_dataset_role_group (dataset, group_id);

  return group != NULL && g_str_equal (group->key, "public");
}

static gboolean
is_from_public (EhDataset *dataset, EhId insight_id)
{
  const EhInsight *insight = eh_dataset_insight (dataset, insight_id);
  guint n;
  const EhDatasetLink *links = eh_dataset_contributors_of (dataset, insight_id, &n);

  if (insight != NULL && is_public (dataset, insight->role_group_id))
    return TRUE;
  for (guint i = 0; i < n; i++) {
    const EhContributor *row = links[i].row;
    const EhParticipant *person = eh_dataset_participant (dataset, row->participant_id);
    EhId group = row->speaking_as != EH_ID_NONE ? row->speaking_as
                 : person != NULL               ? person->role_group_id
                                                : EH_ID_NONE;

    if (is_public (dataset, group))
      return TRUE;
  }
  return FALSE;
}

static gboolean
rests_on_public (EhDataset *dataset, const EhBlock *block)
{
  GPtrArray *rows = eh_dataset_evidence_of (dataset, block->id);

  if (block->insight_id != EH_ID_NONE && is_from_public (dataset, block->insight_id))
    return TRUE;
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const EhEvidence *row = rows->pdata[i];

    if (row->stance != EH_STANCE_DISAGREES && is_from_public (dataset, row->insight_id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_public (EhDataset *dataset)
{
  for (guint i = 0; i < dataset->participants->len; i++)
    if (is_public (dataset, ((EhParticipant *) dataset->participants->pdata[i])->role_group_id))
      return TRUE;
  return FALSE;
}

/* From a heading to the next that is as high: only what recommends something must rest on somebody.
 */
static void
look_at_section (Look *look, guint first)
{
  const EhBlock *heading = look->blocks->pdata[first];
  gboolean recommends = FALSE;

  for (guint i = first + 1; i < look->blocks->len; i++) {
    const EhBlock *block = look->blocks->pdata[i];

    if (block->kind == EH_BLOCK_KIND_HEADING && block->level <= heading->level)
      break;
    if (rests_on_public (look->dataset, block))
      return;
    recommends = recommends || block->kind == EH_BLOCK_KIND_RECOMMENDATION;
  }
  if (recommends)
    mark_whole (look, heading, EH_DOCUMENT_NO_PUBLIC,
                _ ("This section recommends something, and no public contributor stands behind "
                   "any part of it."));
}

/* ---- What stands for a figure where it cannot be seen ---- */

static gboolean
recommends (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((EhBlock *) blocks->pdata[i])->kind == EH_BLOCK_KIND_RECOMMENDATION)
      return TRUE;
  return FALSE;
}

/* What a chart says by itself is what may be told of it. */
static char *
words_of_chart (Look *look, const EhBlock *block)
{
  if (look->gate == NULL)
    look->gate = eh_disclosure_apply (look->dataset, NULL, NULL);
  return eh_figure_words_of_chart (look->gate, block->source,
                                   recommends (look->blocks) ? block->guidance_id : EH_ID_NONE);
}

static void
look_at_chart (Look *look, const EhBlock *block)
{
  g_autofree char *written = eh_markup_plain (block->detail);
  g_autofree char *caption = eh_markup_plain (block->text);
  char *says;

  if (!eh_text_is_blank (written)) {
    if (!eh_figure_words_say_something (written, caption))
      mark_whole (look, block, EH_DOCUMENT_NO_WORDS,
                  _ ("What is written for whoever cannot see this chart does not tell them what it "
                     "shows. Say it in a sentence, or leave it empty: the chart then says it by "
                     "itself."));
    return;
  }
  says = words_of_chart (look, block);
  if (eh_text_is_blank (says))
    mark_whole (look, block, EH_DOCUMENT_NO_WORDS,
                _ ("Whoever cannot see this chart is told nothing: too little is recorded for it "
                   "to say something by itself."));
  g_hash_table_insert (look->check->figures, g_memdup2 (&block->id, sizeof block->id), says);
}

/* The first line of a typed table holds the headings of its columns; its corner may be empty. */
static gboolean
has_headings (const char *text)
{
  gsize length = strcspn (text, "\n");
  g_autofree char *line = g_strndup (text, length);
  g_auto (GStrv) cells = g_strsplit_set (line, strchr (line, '\t') != NULL ? "\t" : "|", -1);

  for (guint i = 1; cells[0] != NULL && cells[i] != NULL; i++)
    if (eh_text_is_blank (cells[i]))
      return FALSE;
  return TRUE;
}

static void
look_at_table (Look *look, const EhBlock *block)
{
  g_autofree char *text = g_strstrip (g_strdup (block->text));

  if (!eh_text_is_blank (block->source) || text[0] == '\0')
    return;
  if (eh_text_is_blank (block->detail))
    mark_whole (look, block, EH_DOCUMENT_NO_WORDS,
                _ ("This table does not say what it shows. Whoever hears it needs to know before "
                   "its cells are read out."));
  if (!has_headings (text))
    mark_whole (look, block, EH_DOCUMENT_NO_WORDS,
                _ ("A column of this table has no heading in the first row: whoever hears a cell "
                   "cannot tell what it is about."));
}

/* One of our pictures stands for the words beside it, which is what is heard. */
static void
look_at_picture (Look *look, const EhBlock *block)
{
  if (g_str_has_prefix (block->source, "picture:") && eh_text_is_blank (block->text))
    mark_whole (look, block, EH_DOCUMENT_NO_WORDS,
                _ ("There is a picture here and no words beside it: whoever cannot see it is told "
                   "nothing."));
}

static void
look_at_figure (Look *look, const EhBlock *block)
{
  if (block->kind == EH_BLOCK_KIND_CHART)
    look_at_chart (look, block);
  else if (block->kind == EH_BLOCK_KIND_TABLE)
    look_at_table (look, block);
  else if (block->kind == EH_BLOCK_KIND_PARAGRAPH)
    look_at_picture (look, block);
}

/* ---- The whole ---- */

static void
look_at_block (Look *look, guint index, gboolean public_takes_part)
{
  const EhBlock *block = look->blocks->pdata[index];

  if (is_ours (block)) {
    look_at_words (look, block, EH_BLOCK_PART_TEXT, block->text);
    look_at_words (look, block, EH_BLOCK_PART_DETAIL, block->detail);
  }
  if (block->kind == EH_BLOCK_KIND_RECOMMENDATION)
    look_at_recommendation (look, block);
  look_at_figure (look, block);
  if (look->easy_read && block->kind == EH_BLOCK_KIND_PARAGRAPH &&
      !eh_text_is_blank (block->text) && !g_str_has_prefix (block->source, "picture:"))
    mark_whole (look, block, EH_DOCUMENT_NO_PICTURE,
                _ ("Easy Read has a picture beside each idea, and there is none here."));
  if (block->kind == EH_BLOCK_KIND_HEADING && block->level > 0 && public_takes_part)
    look_at_section (look, index);
}

/* What the look over the project has to say of a part of this document belongs beside it too. */
static void
take_findings (Look *look, const EhBlock *block, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const EhFinding *finding = findings->pdata[i];
    EhDocumentMark *mark;

    if (finding->type != &eh_block_row_type || finding->row != block->id)
      continue;
    mark = mark_whole (look, block, finding->id, finding->message);
    mark->severity = finding->severity;
    mark->reported = TRUE;
  }
}

static GPtrArray *
blocks_of (EhDataset *dataset, EhId guidance_id)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < dataset->blocks->len; i++)
    if (((EhBlock *) dataset->blocks->pdata[i])->guidance_id == guidance_id)
      g_ptr_array_add (blocks, dataset->blocks->pdata[i]);
  return blocks;
}

static GHashTable *
what_stands (EhDataset *dataset)
{
  GHashTable *ids = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < dataset->looked_ats->len; i++)
    g_hash_table_add (ids, &((EhLookedAt *) dataset->looked_ats->pdata[i])->id);
  return ids;
}

/**
 * eh_document_check_new:
 * @dataset: a frozen project
 * @guidance_id: one of its documents
 *
 * Pure, and quick enough to be done by a worker whenever typing stops.
 *
 * Returns: (transfer full): what somebody may want to look at
 */
EhDocumentCheck *
eh_document_check_new (EhDataset *dataset, EhId guidance_id)
{
  EhDocumentCheck *self = g_new0 (EhDocumentCheck, 1);
  const EhGuidance *guidance = eh_dataset_guidance (dataset, guidance_id);
  const char *language = guidance != NULL && !eh_text_is_blank (guidance->language)
                             ? guidance->language
                             : dataset->project->language;
  const EhWritingRules rules = eh_writing_rules_for (guidance != NULL ? guidance->template : "",
                                                     language);
  g_autoptr (EhWritingCheck) writing = eh_writing_check_new (&rules, dataset->terms);
  g_autoptr (GHashTable) stands = what_stands (dataset);
  g_autoptr (GPtrArray) blocks = blocks_of (dataset, guidance_id);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_finding_free);
  gboolean public_takes_part = has_public (dataset);
  Look look = { dataset, self, writing, stands, blocks, rules.strict, NULL };

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_document_mark_free);
  self->figures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  eh_project_check_guidance (dataset, findings);
  for (guint i = 0; i < blocks->len; i++) {
    take_findings (&look, blocks->pdata[i], findings);
    look_at_block (&look, i, public_takes_part);
  }
  self->reading_level = eh_writing_check_reading_level (writing);
  self->is_hard = eh_writing_check_is_hard (writing);
  g_clear_pointer (&look.gate, eh_public_dataset_unref);
  return self;
}

/**
 * eh_document_check_free:
 * @self: (nullable) (transfer full): a document that was looked over
 */
void
eh_document_check_free (EhDocumentCheck *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->marks);
  g_hash_table_unref (self->figures);
  g_free (self->reading_level);
  g_free (self);
}

/**
 * eh_document_mark_copy:
 * @self: a mark
 *
 * Returns: (transfer full): the same, which does not need the document that it was found in
 */
EhDocumentMark *
eh_document_mark_copy (const EhDocumentMark *self)
{
  EhDocumentMark *copy = g_memdup2 (self, sizeof *self);

  copy->mark = g_memdup2 (self->mark, sizeof *self->mark);
  copy->mark->words = g_strdup (self->mark->words);
  copy->mark->reason = g_strdup (self->mark->reason);
  copy->mark->replacement = g_strdup (self->mark->replacement);
  return copy;
}

/**
 * eh_document_mark_free:
 * @self: (nullable) (transfer full): a mark
 */
void
eh_document_mark_free (EhDocumentMark *self)
{
  if (self == NULL)
    return;
  eh_writing_mark_free (self->mark);
  g_free (self);
}

/**
 * eh_document_mark_label:
 * @self: a mark
 *
 * Returns: (transfer none): in a word or two what it is about
 */
const char *
eh_document_mark_label (const EhDocumentMark *self)
{
  static const struct {
    const char *id;
    const char *label;
  } labels[] = {
    { EH_DOCUMENT_NO_OWNER, N_ ("Who will do it?") },
    { EH_DOCUMENT_NO_REASON, N_ ("Why not?") },
    { EH_DOCUMENT_NO_PUBLIC, N_ ("Whose knowledge?") },
    { EH_DOCUMENT_NO_PICTURE, N_ ("Which picture?") },
    { EH_DOCUMENT_NO_WORDS, N_ ("What does it show?") },
    { "evidence.untraced", N_ ("Whose knowledge?") },
    { "evidence.support-withdrawn", N_ ("Support withdrawn") },
    { "quotation.without-insight", N_ ("Whose words?") },
    { "consent.quote-beyond", N_ ("Consent") },
    { "consent.copied-beyond", N_ ("Consent") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].id, self->mark->id))
      return _ (labels[i].label);
  return eh_writing_label (self->mark->id);
}

/* ---- For a report ---- */

static char *
label_of (EhDataset *dataset, EhId block_id)
{
  const EhBlock *block = eh_dataset_block (dataset, block_id);
  g_autofree char *plain = eh_markup_plain (block != NULL ? block->text : "");

  return eh_text_shorten (plain, LABEL_CHARS);
}

static char *
count_text (const char *id, guint n)
{
  static const struct {
    const char *id;
    const char *one;
    const char *many;
  } texts[] = {
    { EH_WRITING_LONG_SENTENCE, NN_ ("%u sentence is long.", "%u sentences are long.") },
    { EH_WRITING_PASSIVE, NN_ ("%u sentence does not say who does something.",
                               "%u sentences do not say who does something.") },
    { EH_WRITING_ACRONYM,
      NN_ ("%u abbreviation is explained nowhere.", "%u abbreviations are explained nowhere.") },
    { EH_WRITING_JARGON, NN_ ("%u word or phrase is jargon.", "%u words or phrases are jargon.") },
    { EH_WRITING_PEOPLE, NN_ ("%u phrase speaks of people in a way that may not be fair to them.",
                              "%u phrases speak of people in a way that may not be fair to "
                              "them.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].id, id)) {
      g_autoptr (GString) text = g_string_new (
          g_dngettext (GETTEXT_PACKAGE, texts[i].one, texts[i].many, n));
      g_autofree char *number = g_strdup_printf ("%u", n);

      g_string_replace (text, "%u", number, 1);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_return_val_if_reached (NULL);
}

/* One sentence for all marks of a kind, which leads to the first of them. */
static void
report_words (EhDocumentCheck *self, EhDataset *dataset, const char *id, GPtrArray *findings)
{
  const EhDocumentMark *first = NULL;
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++) {
    const EhDocumentMark *mark = self->marks->pdata[i];

    if (mark->part == EH_BLOCK_PART_WHOLE || mark->stands || !g_str_equal (mark->mark->id, id))
      continue;
    first = n++ == 0 ? mark : first;
  }
  if (n > 0) {
    g_autofree char *label = label_of (dataset, first->block_id);

    eh_finding_add (findings, id, EH_SEVERITY_LOOK, &eh_block_row_type, first->block_id, label,
                    count_text (id, n));
  }
}

/* What the team still talks about is not settled by publishing it. */
static void
report_comments (EhDataset *dataset, EhId guidance_id, GPtrArray *findings)
{
  EhId first = EH_ID_NONE;
  guint n = 0;

  for (guint i = 0; i < dataset->block_comments->len; i++) {
    const EhBlockComment *comment = dataset->block_comments->pdata[i];
    const EhBlock *block = eh_dataset_block (dataset, comment->block_id);

    if (comment->settled_at != 0 || block == NULL || block->guidance_id != guidance_id)
      continue;
    first = n++ == 0 ? block->id : first;
  }
  if (n > 0) {
    g_autofree char *label = label_of (dataset, first);

    eh_finding_add (
        findings, "guidance.open-comments", EH_SEVERITY_LOOK, &eh_block_row_type, first, label,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u comment of the team is not settled.",
                                      "%u comments of the team are not settled.", n),
                         n));
  }
}

/**
 * eh_document_check_report:
 * @self: a document that was looked over
 * @dataset: the project that it is of
 * @guidance_id: the document
 * @findings: (element-type EhFinding): where to add what there is to say, without what
 *   eh_project_check_guidance() says; marks in the words that somebody hid are not among it, and
 *   what a part should have is, for hiding it in the editor is no reason to do without
 */
void
eh_document_check_report (EhDocumentCheck *self,
                          EhDataset *dataset,
                          EhId guidance_id,
                          GPtrArray *findings)
{
  static const char *const words[] = { EH_WRITING_PEOPLE, EH_WRITING_LONG_SENTENCE,
                                       EH_WRITING_PASSIVE, EH_WRITING_ACRONYM, EH_WRITING_JARGON };
  const EhGuidance *guidance = eh_dataset_guidance (dataset, guidance_id);

  for (guint i = 0; i < self->marks->len; i++) {
    const EhDocumentMark *mark = self->marks->pdata[i];
    g_autofree char *label = label_of (dataset, mark->block_id);

    if (mark->part == EH_BLOCK_PART_WHOLE && !mark->reported)
      eh_finding_add (findings, mark->mark->id, mark->severity, &eh_block_row_type, mark->block_id,
                      label, g_strdup (mark->mark->reason));
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    report_words (self, dataset, words[i], findings);
  report_comments (dataset, guidance_id, findings);
  if (self->is_hard && guidance != NULL)
    eh_finding_add (findings, "writing.hard", EH_SEVERITY_LOOK, &eh_guidance_row_type, guidance_id,
                    guidance->title, g_strdup (self->reading_level));
}
