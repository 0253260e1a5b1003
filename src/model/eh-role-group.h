#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhRoleGroup:
 * @id: eh_id_from_key ("role_group", key)
 * @key: short name that never changes: "public"
 * @label: in the plural: "Public contributors"
 * @singular: for one of them: "public contributor"
 * @slot: colour, pattern and marker, 0 to 11 (see the charts' theme)
 * @position: order in lists
 * @in_voice: counts in voice shares; facilitators do not
 * @retired: kept for what refers to it, offered no more
 *
 * Whose standing is alike in the room: public contributors, staff, researchers, and those that a
 * project adds.
 */
typedef struct {
  EhId id;
  char *key;
  char *label;
  char *singular;
  gint64 slot;
  double position;
  gboolean in_voice;
  gboolean retired;
} EhRoleGroup;

EH_DECLARE_ROW (EhRoleGroup, eh_role_group)

G_END_DECLS
