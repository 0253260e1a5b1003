#pragma once

#include "eh-insight.h"
#include "eh-slip.h"
#include "eh-wall-split.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

/**
 * EhWallNote:
 * @piece: the words
 * @slip: (nullable): the slip that they were written on
 * @who: (element-type EhContributor): who gave it
 * @role_group_id: the group alone, where nobody is named
 * @kind: what it is
 * @categories: (element-type EhId): where it belongs
 * @left_out: not to be added
 *
 * A note of the wall, sorted before it is added.
 */
typedef struct {
  EhWallPiece *piece;
  EhSlip *slip;
  GPtrArray *who;
  EhId role_group_id;
  EhInsightKind kind;
  GArray *categories;
  gboolean left_out;
} EhWallNote;

EhWallNote *eh_wall_note_new (EhWallPiece *piece);
void eh_wall_note_free (EhWallNote *self);
const char *eh_wall_note_text (const EhWallNote *self);
void eh_wall_note_set_who (EhWallNote *self, GPtrArray *who, EhId role_group_id);
void eh_wall_note_same_as (EhWallNote *self, const EhWallNote *other);
GPtrArray *eh_wall_notes_make (EhDb *db, const char *words, EhWallRule rule, EhId workshop_id);

void eh_wall_notes_add_async (EhWorkspace *workspace,
                              GPtrArray *notes,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
int eh_wall_notes_add_finish (GAsyncResult *result, GError **error);

G_END_DECLS
