#pragma once

#include "eh-activity.h"
#include "eh-attendance.h"
#include "eh-block-comment.h"
#include "eh-block.h"
#include "eh-category.h"
#include "eh-consent.h"
#include "eh-contributor.h"
#include "eh-evidence.h"
#include "eh-framework.h"
#include "eh-ground-rule.h"
#include "eh-guidance.h"
#include "eh-insight.h"
#include "eh-invitation.h"
#include "eh-look.h"
#include "eh-looked-at.h"
#include "eh-mapping.h"
#include "eh-parked.h"
#include "eh-participant.h"
#include "eh-payment.h"
#include "eh-project.h"
#include "eh-promise.h"
#include "eh-publication.h"
#include "eh-rate.h"
#include "eh-resource-category.h"
#include "eh-resource.h"
#include "eh-role-group.h"
#include "eh-team-template.h"
#include "eh-term.h"
#include "eh-told.h"
#include "eh-turn.h"
#include "eh-workshop.h"

G_BEGIN_DECLS

/**
 * EhDatasetLink:
 * @row: an EhContributor or an EhMapping
 * @other: index of the participant or the category that it names; %G_MAXUINT if that is not there
 * @hat: of a contributor: the role group whose hat they wore, or 0
 *
 * A row that belongs to an insight, as measures walk them: in the order of the insights and side by
 * side, because a hundred thousand look-ups take longer than all the counting.
 */
typedef struct {
  gpointer row;
  guint other;
  EhId hat;
} EhDatasetLink;

typedef struct _EhDatasetLinks EhDatasetLinks;

/**
 * EhDataset:
 * @project: the project
 * @role_groups: (element-type EhRoleGroup): by position
 * @participants: (element-type EhParticipant): by name
 * @consents: (element-type EhConsent): in no order
 * @workshops: (element-type EhWorkshop): by date, then position
 * @activities: (element-type EhActivity): by position
 * @attendances: (element-type EhAttendance): in no order
 * @insights: (element-type EhInsight): oldest first
 * @contributors: (element-type EhContributor): in no order
 * @frameworks: (element-type EhFramework): by position
 * @categories: (element-type EhCategory): by position; every parent before its children
 * @mappings: (element-type EhMapping): in no order
 * @guidances: (element-type EhGuidance): oldest first
 * @blocks: (element-type EhBlock): by position
 * @evidences: (element-type EhEvidence): in no order
 * @resources: (element-type EhResource): by title
 * @resource_categories: (element-type EhResourceCategory): in no order
 * @invitations: (element-type EhInvitation): in no order
 * @ground_rules: (element-type EhGroundRule): by position
 * @promises: (element-type EhPromise): by due date, those without one last
 * @payments: (element-type EhPayment): oldest first; what one person got is told to them alone
 * @turns: (element-type EhTurn): oldest first
 * @terms: (element-type EhTerm): the glossary and the jargon jar, by word
 * @looked_ats: (element-type EhLookedAt): in no order
 * @publications: (element-type EhPublication): oldest first
 * @tolds: (element-type EhTold): oldest first
 * @parked: (element-type EhParked): what a guidance does without, in no order
 * @block_comments: (element-type EhBlockComment): what the team says among itself, oldest first; of
 *   no document
 * @rates: (element-type EhRate): what is paid for what, by position
 * @looks: (element-type EhLook): at most one
 * @team_templates: (element-type EhTeamTemplate): by name
 *
 * A whole project at one moment, in memory, for measures and documents. It does not change once
 * eh_dataset_freeze() has been called, may then be read from any thread, and owns its rows. It
 * holds what is private: what leaves the program is made of an #EhPublicDataset.
 */
typedef struct _EhDataset EhDataset;
struct _EhDataset {
  EhProject *project;
  GPtrArray *role_groups;
  GPtrArray *participants;
  GPtrArray *consents;
  GPtrArray *workshops;
  GPtrArray *activities;
  GPtrArray *attendances;
  GPtrArray *insights;
  GPtrArray *contributors;
  GPtrArray *frameworks;
  GPtrArray *categories;
  GPtrArray *mappings;
  GPtrArray *guidances;
  GPtrArray *blocks;
  GPtrArray *evidences;
  GPtrArray *resources;
  GPtrArray *resource_categories;
  GPtrArray *invitations;
  GPtrArray *ground_rules;
  GPtrArray *promises;
  GPtrArray *payments;
  GPtrArray *turns;
  GPtrArray *terms;
  GPtrArray *looked_ats;
  GPtrArray *publications;
  GPtrArray *tolds;
  GPtrArray *parked;
  GPtrArray *block_comments;
  GPtrArray *rates;
  GPtrArray *looks;
  GPtrArray *team_templates;

  /*< private >*/
  struct _EhDatasetIndex *by_id[11];
  GHashTable *evidence_of;
  EhDatasetLinks *contributor_links;
  EhDatasetLinks *mapping_links;
  EhDataset *before;
  gboolean frozen;
  gboolean lean;
};

EhDataset *eh_dataset_new (void);
EhDataset *eh_dataset_new_lean (void);
EhDataset *eh_dataset_ref (EhDataset *self);
void eh_dataset_unref (EhDataset *self);
void eh_dataset_freeze (EhDataset *self);
gboolean eh_dataset_is_lean (EhDataset *self);

EhDataset *eh_dataset_new_after (EhDataset *before);
GPtrArray *eh_dataset_get_rows (EhDataset *self, const EhRowType *type);
void eh_dataset_take_rows (EhDataset *self, const EhRowType *type, GPtrArray *rows);
const EhRowType *const *eh_dataset_types (guint *n_types);

EhRoleGroup *eh_dataset_role_group (EhDataset *self, EhId id);
EhParticipant *eh_dataset_participant (EhDataset *self, EhId id);
EhConsent *eh_dataset_consent (EhDataset *self, EhId participant_id);
EhWorkshop *eh_dataset_workshop (EhDataset *self, EhId id);
EhActivity *eh_dataset_activity (EhDataset *self, EhId id);
EhInsight *eh_dataset_insight (EhDataset *self, EhId id);
EhFramework *eh_dataset_framework (EhDataset *self, EhId id);
EhCategory *eh_dataset_category (EhDataset *self, EhId id);
EhGuidance *eh_dataset_guidance (EhDataset *self, EhId id);
EhBlock *eh_dataset_block (EhDataset *self, EhId id);
EhResource *eh_dataset_resource (EhDataset *self, EhId id);

EhCategory *eh_dataset_top_category (EhDataset *self, EhId category_id);
const EhDatasetLink *eh_dataset_contributors_at (const EhDataset *self, guint insight, guint *n);
const EhDatasetLink *eh_dataset_mappings_at (const EhDataset *self, guint insight, guint *n);
const EhDatasetLink *eh_dataset_contributors_of (EhDataset *self, EhId insight_id, guint *n);
const EhDatasetLink *eh_dataset_mappings_of (EhDataset *self, EhId insight_id, guint *n);
GPtrArray *eh_dataset_evidence_of (EhDataset *self, EhId block_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDataset, eh_dataset_unref)

G_END_DECLS
