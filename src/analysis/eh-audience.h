#pragma once

#include "eh-id.h"

G_BEGIN_DECLS

/**
 * EhAudience:
 * @EH_AUDIENCE_TEAM: the team's own view, in the window and on the command line: exact
 * @EH_AUDIENCE_PUBLIC: what leaves the program: through the gate (eh_disclosure_apply())
 *
 * For whom a result was made. Every result carries it.
 */
typedef enum {
  EH_AUDIENCE_TEAM,
  EH_AUDIENCE_PUBLIC,
} EhAudience;

/**
 * EhReference:
 * @EH_REFERENCE_NONE: nobody is recorded, so there is nothing to compare with
 * @EH_REFERENCE_ROOM: the people who came
 * @EH_REFERENCE_RECORDED: everyone recorded, because no attendance is
 *
 * With whom shares are compared. What is printed names it.
 */
typedef enum {
  EH_REFERENCE_NONE,
  EH_REFERENCE_ROOM,
  EH_REFERENCE_RECORDED,
} EhReference;

/**
 * EhFilter:
 * @workshop_id: only what was said at this workshop, and the people who came to it
 * @role_group_id: only this group's part
 * @category_id: only insights placed under this category or below it
 * @framework_id: only insights placed in this framework
 * @lens_id: the framework whose categories are shown; 0 for the project's own choice; this narrows
 *   nothing
 * @guidance_id: whose recommendations count; 0 for the newest guidance
 * @by_kind: whether @kind counts
 * @kind: only insights of this kind (EhInsightKind)
 *
 * What a measure looks at. All zeros, or %NULL in its place: everything.
 */
typedef struct {
  EhId workshop_id;
  EhId role_group_id;
  EhId category_id;
  EhId framework_id;
  EhId lens_id;
  EhId guidance_id;
  gboolean by_kind;
  int kind;
} EhFilter;

G_END_DECLS
