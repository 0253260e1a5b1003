#pragma once

/* The one gate for consent, credit and small cells. Whatever leaves the program is made of an
 * EhPublicDataset, and only eh_disclosure_apply() makes one. */

#include "eh-balance.h"
#include "eh-coder-agreement.h"
#include "eh-crosstab.h"
#include "eh-dataset.h"
#include "eh-disclosure-report.h"
#include "eh-flow.h"
#include "eh-hours.h"
#include "eh-public-insight.h"
#include "eh-stage-map.h"
#include "eh-timeline.h"

G_BEGIN_DECLS

#define EH_THRESHOLD_LEAST   3
#define EH_THRESHOLD_DEFAULT 5

/**
 * EhDisclosurePolicy:
 * @threshold: fewest distinct people behind a number; 0 for the project's own; never under
 *   %EH_THRESHOLD_LEAST
 */
typedef struct {
  guint threshold;
} EhDisclosurePolicy;

typedef struct _EhPublicDataset EhPublicDataset;

/**
 * EhPublicGroup:
 * @id: of the role group
 * @label: in the plural
 * @singular: for one of them
 * @slot: colour and pattern
 * @merged: stands for the groups that may not be shown apart
 * @people: how many, where that may be told
 */
typedef struct {
  EhId id;
  char *label;
  char *singular;
  int slot;
  gboolean merged;
  EhFigure people;
} EhPublicGroup;

/**
 * EhPublicWorkshop:
 * @id: of the workshop
 * @title: its title
 * @date: ISO date, or empty
 * @place: where
 * @aim: what it was for
 * @people: how many came, where that may be told
 * @start_time: "14:00", or empty
 * @end_time: "16:00", or empty
 * @access_notes: the way in, the loop, the quiet room
 * @stage: how far the work is
 */
typedef struct {
  EhId id;
  char *title;
  char *date;
  char *place;
  char *aim;
  EhFigure people;
  char *start_time;
  char *end_time;
  char *access_notes;
  EhStageOfWork stage;
} EhPublicWorkshop;

/**
 * EhPublicCredits:
 * @names: (array zero-terminated=1): as each person chose, in the order of the alphabet
 * @unnamed: how many more there are, where that may be told
 */
typedef struct {
  char **names;
  EhFigure unnamed;
} EhPublicCredits;

EhPublicDataset *eh_disclosure_apply (EhDataset *dataset,
                                      const EhDisclosurePolicy *policy,
                                      EhDisclosureReport **report);
EhPublicDataset *eh_public_dataset_ref (EhPublicDataset *self);
void eh_public_dataset_unref (EhPublicDataset *self);

const EhProject *eh_public_dataset_project (EhPublicDataset *self);
guint eh_public_dataset_threshold (EhPublicDataset *self);

EhBalance *eh_public_dataset_balance (EhPublicDataset *self, const EhFilter *filter);
EhCrosstab *eh_public_dataset_crosstab (EhPublicDataset *self,
                                        EhAxis rows,
                                        EhAxis columns,
                                        const EhFilter *filter);
EhFlow *eh_public_dataset_flow (EhPublicDataset *self, const EhFilter *filter);
EhTimeline *eh_public_dataset_timeline (EhPublicDataset *self, const EhFilter *filter);
EhStageMap *eh_public_dataset_stage_map (EhPublicDataset *self);
EhHours *eh_public_dataset_hours (EhPublicDataset *self, const EhFilter *filter);
EhCoderAgreement *eh_public_dataset_agreement (EhPublicDataset *self, const EhFilter *filter);

GPtrArray *eh_public_dataset_groups (EhPublicDataset *self);
GPtrArray *eh_public_dataset_workshops (EhPublicDataset *self);
GPtrArray *eh_public_dataset_frameworks (EhPublicDataset *self);
GPtrArray *eh_public_dataset_categories (EhPublicDataset *self, EhId framework_id);
GPtrArray *eh_public_dataset_resources (EhPublicDataset *self);
GPtrArray *eh_public_dataset_glossary (EhPublicDataset *self);
GPtrArray *eh_public_dataset_resources_about (EhPublicDataset *self, EhId category_id);
GPtrArray *eh_public_dataset_guidances (EhPublicDataset *self);
GPtrArray *eh_public_dataset_blocks (EhPublicDataset *self, EhId guidance_id);
GPtrArray *eh_public_dataset_evidence (EhPublicDataset *self, EhId block_id);
GPtrArray *eh_public_dataset_insights (EhPublicDataset *self, const EhFilter *filter);
EhPublicInsight *eh_public_dataset_insight (EhPublicDataset *self, EhId insight_id);
char *eh_public_dataset_insight_ref (EhPublicDataset *self, EhId insight_id);

EhPublicCredits *eh_public_dataset_credits (EhPublicDataset *self);
void eh_public_credits_free (EhPublicCredits *self);
void eh_public_group_free (EhPublicGroup *self);
void eh_public_workshop_free (EhPublicWorkshop *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPublicDataset, eh_public_dataset_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPublicCredits, eh_public_credits_free)

G_END_DECLS
