#pragma once

#include "eh-block.h"
#include "eh-connection.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

/**
 * EhGuidanceUse:
 * What became of an insight in a guidance: a block rests on it or quotes it, it is parked with a
 * reason, or it waits.
 */
typedef enum {
  EH_GUIDANCE_USE_USED,
  EH_GUIDANCE_USE_PARKED,
  EH_GUIDANCE_USE_WAITING,
  EH_GUIDANCE_USE_N_VALUES
} EhGuidanceUse;

/**
 * EhCandidates:
 * Where to look for insights that a block might rest on: what it is about, the words in it, and
 * role groups that nothing in its section rests on.
 */
typedef enum {
  EH_CANDIDATES_CATEGORY,
  EH_CANDIDATES_WORDS,
  EH_CANDIDATES_NOT_HEARD,
  EH_CANDIDATES_N_VALUES
} EhCandidates;

/**
 * EhBehindGroup:
 * @role_group_id: a role group; 0 where nobody knows
 * @n: insights of it
 */
typedef struct {
  EhId role_group_id;
  guint n;
} EhBehindGroup;

/**
 * EhBehind:
 * @block_id: a block
 * @supports: insights that support or shaped it
 * @disagrees: insights that disagree
 * @comments: open comments on it
 * @groups: (element-type EhBehindGroup): whose the insights are that support it
 *
 * What stands behind a block.
 */
typedef struct {
  EhId block_id;
  guint supports;
  guint disagrees;
  guint comments;
  GArray *groups;
} EhBehind;

GHashTable *eh_guidance_behind (EhDb *db, EhId guidance_id);
gboolean eh_behind_equal (const EhBehind *a, const EhBehind *b);

guint eh_guidance_use_count (EhDb *db, EhId guidance_id, EhGuidanceUse use);
GArray *
eh_guidance_use_list (EhDb *db, EhId guidance_id, EhGuidanceUse use, guint limit, GError **error);

GArray *
eh_guidance_candidates (EhDb *db, EhId block_id, EhCandidates kind, guint limit, GError **error);
GArray *eh_guidance_not_heard (EhDb *db, EhId block_id);

G_END_DECLS
