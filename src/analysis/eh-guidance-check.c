/* What the guidance rests on, and whether it says more than was agreed to. */

#include "eh-disclosure.h"
#include "eh-project-check.h"

#include "config.h"
#include "eh-markup.h"
#include "eh-text.h"
#include "eh-unquotable.h"

#include <glib/gi18n-lib.h>

#define LABEL_CHARS 60

/* A quotation has no words of its own: they are the insight's. */
static char *
label_of (EhDataset *dataset, const EhBlock *block)
{
  const EhInsight *insight = eh_dataset_insight (dataset, block->insight_id);
  g_autofree char *own = eh_markup_plain (block->text);

  return eh_text_shorten (eh_text_is_blank (own) && insight != NULL ? insight->text : own,
                          LABEL_CHARS);
}

static void
tell (EhDataset *dataset,
      GPtrArray *findings,
      const char *id,
      EhSeverity severity,
      const EhBlock *block,
      char *message)
{
  g_autofree char *label = label_of (dataset, block);

  eh_finding_add (findings, id, severity, &eh_block_row_type, block->id, label, message);
}

/* A reference to what is gone can only come from another program or a damaged disk. */
static void
check_evidence (EhDataset *dataset, GPtrArray *findings)
{
  for (guint i = 0; i < dataset->evidences->len; i++) {
    const EhEvidence *evidence = dataset->evidences->pdata[i];

    if (eh_dataset_insight (dataset, evidence->insight_id) == NULL)
      eh_finding_add (findings, "evidence.insight-gone", EH_SEVERITY_PROBLEM, &eh_evidence_row_type,
                      evidence->id, NULL,
                      g_strdup (_ ("A part of the guidance rests on an insight that is gone.")));
    if (eh_dataset_block (dataset, evidence->block_id) == NULL)
      eh_finding_add (findings, "evidence.block-gone", EH_SEVERITY_PROBLEM, &eh_evidence_row_type,
                      evidence->id, NULL,
                      g_strdup (_ ("An insight is evidence for a part of the guidance that is "
                                   "gone.")));
  }
}

static gboolean
is_traced (EhDataset *dataset, EhId block_id)
{
  GPtrArray *rows = eh_dataset_evidence_of (dataset, block_id);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((EhEvidence *) rows->pdata[i])->stance != EH_STANCE_DISAGREES)
      return TRUE;
  return FALSE;
}

static const char *
why_withheld (const EhPublicInsight *insight)
{
  switch (insight->withheld) {
  case EH_WITHHELD_WITHDRAWN:
    return _ ("Words are quoted of somebody who took them back or does not take part.");
  case EH_WITHHELD_REFUSED:
    return _ ("Words are quoted of somebody who does not want to be quoted.");
  case EH_WITHHELD_NOT_ASKED:
    return _ ("Words are quoted of somebody who has not been asked.");
  case EH_WITHHELD_NO_GIST:
    return _ ("Words are quoted where only a plain version was agreed, and there is none.");
  case EH_WITHHELD_NOT_CHECKED:
    return _ ("Words are quoted of somebody who wants to see them first, and has not.");
  case EH_WITHHELD_GONE:
    return _ ("Words are quoted from an insight that is gone.");
  case EH_WITHHELD_NOT:
  case EH_WITHHELD_N_VALUES:
  default:
    return _ ("Words are quoted where only a plain version was agreed: that is what is printed.");
  }
}

static void
check_quotation (EhDataset *dataset,
                 EhPublicDataset *gate,
                 const EhBlock *block,
                 GPtrArray *findings)
{
  g_autoptr (EhPublicInsight) insight = NULL;

  if (block->insight_id == EH_ID_NONE) {
    tell (dataset, findings, "quotation.without-insight", EH_SEVERITY_LOOK, block,
          g_strdup (_ ("A quotation does not say which insight it is from: nobody can tell whose "
                       "agreement it takes.")));
    return;
  }
  insight = eh_public_dataset_insight (gate, block->insight_id);
  if (insight == NULL)
    tell (dataset, findings, "consent.quote-beyond", EH_SEVERITY_PROBLEM, block,
          g_strdup (_ ("Words are quoted from an insight that is gone.")));
  else if (insight->use != EH_TEXT_USE_QUOTE)
    tell (dataset, findings, "consent.quote-beyond",
          insight->use == EH_TEXT_USE_NONE ? EH_SEVERITY_PROBLEM : EH_SEVERITY_LOOK, block,
          g_strdup (why_withheld (insight)));
}

/* The gate leaves them out; somebody should write the part anew. */
static void
check_copied (EhDataset *dataset,
              const EhUnquotable *unquotable,
              const EhBlock *block,
              GPtrArray *findings)
{
  if (block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE)
    return;
  if (eh_unquotable_stands_in (unquotable, block->text) ||
      eh_unquotable_stands_in (unquotable, block->detail) ||
      eh_unquotable_stands_in (unquotable, block->reason))
    tell (dataset, findings, "consent.copied-beyond", EH_SEVERITY_PROBLEM, block,
          g_strdup (_ ("A part of the guidance holds words of somebody who has not agreed to be "
                       "quoted; documents leave them out.")));
}

static void
check_block (EhDataset *dataset, EhPublicDataset *gate, const EhBlock *block, GPtrArray *findings)
{
  if (block->flag[0] != '\0')
    tell (
        dataset, findings, "evidence.support-withdrawn", EH_SEVERITY_LOOK, block,
        g_strdup_printf (_ ("A part of the guidance is to be looked at again: %s."), block->flag));
  if (block->kind == EH_BLOCK_KIND_RECOMMENDATION && !is_traced (dataset, block->id))
    tell (dataset, findings, "evidence.untraced", EH_SEVERITY_LOOK, block,
          g_strdup (_ ("A recommendation rests on no insight: nobody can see whose knowledge is in "
                       "it.")));
  if (block->kind == EH_BLOCK_KIND_QUOTATION)
    check_quotation (dataset, gate, block, findings);
}

/**
 * eh_project_check_guidance:
 * @dataset: a frozen project
 * @findings: (element-type EhFinding): where to add what is found
 */
void
eh_project_check_guidance (EhDataset *dataset, GPtrArray *findings)
{
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (dataset, NULL, NULL);
  g_autoptr (EhUnquotable) unquotable = eh_unquotable_new (dataset);

  check_evidence (dataset, findings);
  for (guint i = 0; i < dataset->blocks->len; i++) {
    check_block (dataset, gate, dataset->blocks->pdata[i], findings);
    check_copied (dataset, unquotable, dataset->blocks->pdata[i], findings);
  }
}
