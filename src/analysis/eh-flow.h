#pragma once

#include "eh-crosstab.h"

G_BEGIN_DECLS

/* More lines than these stand together in one. */
#define EH_FLOW_CATEGORIES      12
#define EH_FLOW_RECOMMENDATIONS 16

/**
 * EhFlow:
 * @audience: for whom it was made
 * @threshold: fewest people behind a number that is shared
 * @given: role groups across categories
 * @used: categories across recommendations; the column "unused" is what no recommendation rests on
 * @n_recommendations: in force
 * @n_untraced: of these, resting on no insight
 *
 * From who spoke, over what it was about, to what the guidance says. An insight is one in all:
 * contributors, categories and recommendations share it equally. The columns of @given are the rows
 * of @used, in the same order and with the same totals. Immutable.
 */
typedef struct {
  EhAudience audience;
  guint threshold;
  EhCrosstab *given;
  EhCrosstab *used;
  guint n_recommendations;
  guint n_untraced;
} EhFlow;

EhFlow *eh_flow_alloc (EhCrosstab *given, EhCrosstab *used);
EhFlow *eh_flow_ref (EhFlow *self);
void eh_flow_unref (EhFlow *self);
EhFigure eh_flow_unused (const EhFlow *self);
int eh_flow_unused_column (const EhFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhFlow, eh_flow_unref)

G_END_DECLS
