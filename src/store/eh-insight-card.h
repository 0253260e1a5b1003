#pragma once

#include "eh-dataset.h"
#include "eh-insight-query.h"

G_BEGIN_DECLS

/**
 * EhCardPerson:
 * @id: the participant
 * @name: full name
 * @role: the role in their words; the singular of the group where they said none, or spoke for
 *   another group than their own
 * @group_label: "Public contributors"; "" for none
 * @group_slot: colour, pattern and marker of the group; -1 for none
 */
typedef struct {
  EhId id;
  char *name;
  char *role;
  char *group_label;
  int group_slot;
} EhCardPerson;

/**
 * EhCardCategory:
 * @id: the category
 * @label: its label
 * @top_label: label of the category at the top of its branch
 * @top_slot: colour and pattern of that
 */
typedef struct {
  EhId id;
  char *label;
  char *top_label;
  int top_slot;
} EhCardCategory;

/**
 * EhInsightCard:
 * @insight: the insight
 * @people: (element-type EhCardPerson): who gave it
 * @group_label: the group alone, where nobody is named; "" otherwise
 * @group_slot: of that group, -1 for none
 * @categories: (element-type EhCardCategory): where it is placed, each once
 * @workshop_title: where it was said, "" when not known
 * @n_uses: blocks that rest on it
 *
 * What a list shows of an insight.
 */
typedef struct {
  EhInsight *insight;
  GPtrArray *people;
  char *group_label;
  int group_slot;
  GPtrArray *categories;
  char *workshop_title;
  guint n_uses;
} EhInsightCard;

EhInsightCard *eh_insight_card_load (EhDb *db, EhId id);
void eh_insight_card_free (EhInsightCard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhInsightCard, eh_insight_card_free)

G_END_DECLS
