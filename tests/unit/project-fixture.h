#pragma once

/* Small projects in memory for the tests of what is counted and what may be told. */

#include "eh-dataset.h"

/* Phase 1 of the published project that this program learnt from: 12 public contributors, 3 staff,
 * 7 researchers. Insights, and what became of them, are invented. */
#define PHASE_1_PUBLIC   12
#define PHASE_1_STAFF    3
#define PHASE_1_RESEARCH 7

EhDataset *project_new (void);
EhId project_group (EhDataset *project, const char *key, const char *label, const char *singular);
EhId project_facilitators (EhDataset *project);
EhId project_workshop (EhDataset *project, const char *title);
EhId project_person (EhDataset *project, const char *name, EhId group);
void project_people (EhDataset *project, EhId group, guint n, EhId *people);
EhAttendance *project_attend (EhDataset *project, EhId workshop, EhId person);
EhInsight *project_insight (EhDataset *project, EhId workshop);
EhContributor *project_say (EhDataset *project, EhInsight *insight, EhId person);
EhId project_category (EhDataset *project, EhId parent, const char *key);
void project_place (EhDataset *project, EhInsight *insight, EhId category, const char *coder);
EhBlock *project_recommend (EhDataset *project);
EhEvidence *project_rest (EhDataset *project, EhBlock *block, EhInsight *insight);
EhParticipant *project_find (EhDataset *project, EhId person);
EhConsent *project_consent (EhDataset *project, EhId person, EhQuoteLevel quote);
EhDataset *project_phase_1 (void);
EhDataset *project_worked_example (void);
