#pragma once

#include "eh-connection.h"
#include "eh-insight.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

/**
 * EhInsightQuery:
 * @words: (nullable): words that it holds, or that begin a word of it, or the name of who said it
 * @workshop_id: said there, or none for any
 * @activity_id: said in it, or none for any
 * @role_group_id: by somebody of that group, or the group alone; none for any
 * @participant_id: by that person, or none for any
 * @category_id: under that category or one below it, or none for any
 * @other_category_id: under that category as well, or none for any
 * @kind: of that kind when @has_kind
 * @has_kind: whether @kind counts
 * @level: of that level when @has_level
 * @has_level: whether @level counts
 * @block_id: that block of the guidance rests on it, or none for any
 * @said_from: not said before, in seconds since 1970; 0 for any time
 * @said_until: said before that; counts with @said_from
 * @unmapped: under no category
 * @outside_id: under no category of that framework, or none for any
 * @unused: no block rests on it
 * @unnamed: neither a person nor a group is known
 * @parked: parked
 *
 * Which insights to list; all that is set must hold. Zeros ask for all.
 */
typedef struct {
  char *words;
  EhId workshop_id;
  EhId activity_id;
  EhId role_group_id;
  EhId participant_id;
  EhId category_id;
  EhId other_category_id;
  EhInsightKind kind;
  gboolean has_kind;
  EhInsightLevel level;
  gboolean has_level;
  EhId block_id;
  gint64 said_from;
  gint64 said_until;
  gboolean unmapped;
  EhId outside_id;
  gboolean unused;
  gboolean unnamed;
  gboolean parked;
} EhInsightQuery;

EhInsightQuery *eh_insight_query_new (void);
EhInsightQuery *eh_insight_query_copy (const EhInsightQuery *self);
void eh_insight_query_free (EhInsightQuery *self);
gboolean eh_insight_query_is_empty (const EhInsightQuery *self);

GArray *eh_insight_query_ids (EhDb *db, const EhInsightQuery *self, guint limit, GError **error);
gint64 eh_insight_query_count (EhDb *db, const EhInsightQuery *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhInsightQuery, eh_insight_query_free)

G_END_DECLS
