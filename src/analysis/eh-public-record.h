#pragma once

/* What else of a project may be told: what was agreed and promised, what was set aside, who wants
 * to be introduced, and how widely something is shared. Each comes out of the gate. */

#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhPublicPromise:
 * @workshop_id: where it was made, or none
 * @to: (nullable): the role group, in the plural; %NULL for everybody
 * @text: what was promised
 * @due: ISO date, or empty
 * @state: whether it was kept
 * @kept_on: ISO date, or empty
 * @reason: why it was not kept
 *
 * A promise to everybody or to a group. What was promised to one person is told to them alone.
 */
typedef struct {
  EhId workshop_id;
  char *to;
  char *text;
  char *due;
  EhPromiseState state;
  char *kept_on;
  char *reason;
} EhPublicPromise;

/**
 * EhPublicRule:
 * @text: a line of what people agreed about working together
 * @agreed_on: ISO date, or empty
 * @stage: how far the work was
 *
 * A line that was agreed at several workshops is one.
 */
typedef struct {
  char *text;
  char *agreed_on;
  EhStageOfWork stage;
} EhPublicRule;

/**
 * EhPublicBiography:
 * @name: as they chose
 * @text: in their words
 */
typedef struct {
  char *name;
  char *text;
} EhPublicBiography;

/**
 * EhPublicParked:
 * @insight: (transfer full): what was set aside; its words may be used
 * @reason: why, or empty
 */
typedef struct {
  EhPublicInsight *insight;
  char *reason;
} EhPublicParked;

/**
 * EhPublicReach:
 * @people: how many people are behind it, where that may be told
 * @groups: (element-type utf8): role groups, in the plural, of those that are large enough
 * @n_insights: on how many insights it rests
 *
 * How widely a recommendation is shared.
 */
typedef struct {
  EhFigure people;
  GPtrArray *groups;
  guint n_insights;
} EhPublicReach;

char *eh_public_dataset_agreed (EhPublicDataset *self, const char *text);
GPtrArray *eh_public_dataset_promises (EhPublicDataset *self, EhId workshop_id);
GPtrArray *eh_public_dataset_rules (EhPublicDataset *self, EhId workshop_id);
GPtrArray *eh_public_dataset_activities (EhPublicDataset *self, EhId workshop_id);
GPtrArray *eh_public_dataset_biographies (EhPublicDataset *self);
GPtrArray *eh_public_dataset_parked (EhPublicDataset *self, EhId guidance_id);
GPtrArray *eh_public_dataset_rates (EhPublicDataset *self);
const EhLook *eh_public_dataset_look (EhPublicDataset *self);
GPtrArray *eh_public_dataset_team_templates (EhPublicDataset *self);
EhPublicReach *eh_public_dataset_reach (EhPublicDataset *self, EhId block_id);

void eh_public_promise_free (EhPublicPromise *self);
void eh_public_rule_free (EhPublicRule *self);
void eh_public_biography_free (EhPublicBiography *self);
void eh_public_parked_free (EhPublicParked *self);
void eh_public_reach_free (EhPublicReach *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPublicReach, eh_public_reach_free)

G_END_DECLS
