/* Numbers that stand on so few people that they could point to one. What is shared hides or merges
 * them by itself (eh-disclosure.h); here the team is told which, before it shares anything. */

#include "eh-disclosure.h"
#include "eh-measures.h"
#include "eh-project-check.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* So few that whoever knows the group knows who speaks. */
#define SINGLED_OUT 2

static const char *const note_ids[] = {
  [EH_DISCLOSURE_GROUPS] = "small.groups",   [EH_DISCLOSURE_VOICE] = "small.voice",
  [EH_DISCLOSURE_CARRY] = "small.carry",     [EH_DISCLOSURE_TOTALS] = "small.totals",
  [EH_DISCLOSURE_WORDS] = "words.withheld",  [EH_DISCLOSURE_CREDIT] = "credit.withheld",
  [EH_DISCLOSURE_CAUTION] = "small.caution",
};

static void
tell_notes (const EhDisclosureReport *report, GPtrArray *findings)
{
  for (guint i = 0; i < report->n_notes; i++) {
    const EhDisclosureNote *note = &report->notes[i];

    eh_finding_add (findings, note_ids[note->kind],
                    note->kind == EH_DISCLOSURE_CAUTION ? EH_SEVERITY_LOOK : EH_SEVERITY_FACT, NULL,
                    EH_ID_NONE, NULL, g_strdup (note->text));
  }
}

static void
check_line (const EhCrosstab *map, guint row, guint threshold, GPtrArray *findings)
{
  const EhCrosstabLine *line = &map->rows[row];
  g_autofree char *label = eh_text_isolate (line->label);
  guint n = 0;

  for (guint i = 0; i < map->n_columns; i++) {
    EhFigure people = eh_crosstab_cell (map, row, i)->contributors;

    n += eh_figure_is_known (people) && people.value > 0 && people.value < threshold;
  }
  if (n == 0 || line->kind != EH_LINE_PLAIN)
    return;
  eh_finding_add (
      findings, "small.cells", EH_SEVERITY_FACT, &eh_role_group_row_type, line->id, line->label,
      /* TRANSLATORS: %1$s is a role group, %2$u how many fields of its row of the power map */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%1$s: %2$u field of the power map stands on fewer people than "
                                    "may be told, and is hidden in what is shared.",
                                    "%1$s: %2$u fields of the power map stand on fewer people than "
                                    "may be told, and are hidden in what is shared.",
                                    n),
                       label, n));
}

static void
check_map (EhDataset *dataset, guint threshold, GPtrArray *findings)
{
  g_autoptr (EhCrosstab) map = eh_crosstab_new (dataset, (EhAxis){ .kind = EH_AXIS_ROLE_GROUP },
                                                (EhAxis){ .kind = EH_AXIS_CATEGORY }, NULL);

  for (guint i = 0; i < map->n_rows; i++)
    check_line (map, i, threshold, findings);
}

static guint
people_in (EhDataset *dataset, EhId role_group_id)
{
  guint n = 0;

  for (guint i = 0; i < dataset->participants->len; i++)
    n += ((EhParticipant *) dataset->participants->pdata[i])->role_group_id == role_group_id;
  return n;
}

/* The smallest group that somebody behind an insight belongs to. */
static const EhRoleGroup *
group_that_points (EhDataset *dataset, EhId insight_id)
{
  guint n;
  const EhDatasetLink *rows = eh_dataset_contributors_of (dataset, insight_id, &n);

  for (guint i = 0; i < n; i++) {
    const EhContributor *row = rows[i].row;
    const EhParticipant *person = eh_dataset_participant (dataset, row->participant_id);
    const EhRoleGroup *group = person != NULL
                                   ? eh_dataset_role_group (dataset, person->role_group_id)
                                   : NULL;

    if (group != NULL && people_in (dataset, group->id) <= SINGLED_OUT)
      return group;
  }
  return NULL;
}

static void
check_quotations (EhDataset *dataset, GPtrArray *findings)
{
  for (guint i = 0; i < dataset->blocks->len; i++) {
    const EhBlock *block = dataset->blocks->pdata[i];
    const EhRoleGroup *group = NULL;

    if (block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE)
      group = group_that_points (dataset, block->insight_id);
    if (group != NULL) {
      g_autofree char *label = eh_text_isolate (group->label);
      const EhInsight *insight = eh_dataset_insight (dataset, block->insight_id);
      g_autofree char *words = eh_text_shorten (insight != NULL ? insight->text : block->text, 60);

      eh_finding_add (findings, "small.quotation", EH_SEVERITY_LOOK, &eh_block_row_type, block->id,
                      words,
                      /* TRANSLATORS: %s is a role group */
                      g_strdup_printf (_ ("A quotation is from %s, a group so small that whoever "
                                          "knows it may know who speaks."),
                                       label));
    }
  }
}

/**
 * eh_project_check_small:
 * @dataset: a frozen project
 * @findings: (element-type EhFinding): where to add what is found
 */
void
eh_project_check_small (EhDataset *dataset, GPtrArray *findings)
{
  g_autoptr (EhDisclosureReport) report = NULL;
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (dataset, NULL, &report);

  tell_notes (report, findings);
  check_map (dataset, eh_public_dataset_threshold (gate), findings);
  check_quotations (dataset, findings);
}
