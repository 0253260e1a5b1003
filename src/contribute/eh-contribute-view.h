#pragma once

#include "eh-disclosure.h"
#include "eh-reader.h"

G_BEGIN_DECLS

/**
 * EhContributeGroup:
 * @id: of a role group
 * @label: as the project calls one of them
 */
typedef struct {
  EhId id;
  char *label;
} EhContributeGroup;

/**
 * EhContributeAsk:
 * @EH_CONTRIBUTE_ASK_NOBODY: nobody says who they are
 * @EH_CONTRIBUTE_ASK_CODE: the code on a slip, where there are slips
 * @EH_CONTRIBUTE_ASK_GROUP: a role group
 * @EH_CONTRIBUTE_ASK_EITHER: the one or the other
 *
 * What the page asks about who writes. Whoever writes need never say.
 */
typedef enum {
  EH_CONTRIBUTE_ASK_NOBODY = 0,
  EH_CONTRIBUTE_ASK_CODE = 1 << 0,
  EH_CONTRIBUTE_ASK_GROUP = 1 << 1,
  EH_CONTRIBUTE_ASK_EITHER = EH_CONTRIBUTE_ASK_CODE | EH_CONTRIBUTE_ASK_GROUP,
} EhContributeAsk;

/**
 * EhContributeView:
 * @project: title of the project
 * @language: BCP 47 tag of what is written in it
 * @workshop: title of the workshop, or ""
 * @question: what is asked now, or "" for the page's own question
 * @workshop_id: where what is sent belongs, or none
 * @activity_id: in which activity, or none
 * @groups: (element-type EhContributeGroup): groups to choose from, if a group is asked for
 * @has_slips: whether a code is asked for: there are slips, and it shall be
 * @straight: what is sent goes to the wall without waiting for a nod
 * @letters: whoever has a slip or sent something can read what became of it
 * @wall: (nullable) (element-type EhPublicInsight): what has passed the gate, the newest first,
 * when the wall is shared
 *
 * All that phones are shown of a project: nothing else of it is in reach of the thread that serves
 * them. Immutable.
 */
typedef struct {
  gatomicrefcount references;
  char *project;
  char *language;
  char *workshop;
  char *question;
  EhId workshop_id;
  EhId activity_id;
  GPtrArray *groups;
  gboolean has_slips;
  gboolean straight;
  gboolean letters;
  GPtrArray *wall;
} EhContributeView;

EhContributeView *eh_contribute_view_new (EhDb *db,
                                          EhId workshop_id,
                                          EhId activity_id,
                                          gboolean straight,
                                          EhContributeAsk asks,
                                          EhPublicDataset *wall);
EhContributeView *eh_contribute_view_ref (EhContributeView *self);
void eh_contribute_view_unref (EhContributeView *self);
gboolean eh_contribute_view_has_group (const EhContributeView *self, EhId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhContributeView, eh_contribute_view_unref)

G_END_DECLS
