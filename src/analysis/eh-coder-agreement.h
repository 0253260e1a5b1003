#pragma once

#include "eh-audience.h"
#include "eh-figure.h"

G_BEGIN_DECLS

/* In place of a value: this coder did not look at this unit. */
#define EH_CODER_AGREEMENT_MISSING (-1)

/* A category that so small a part of all was placed in, or all but so small a part, is rare: chance
 * alone makes coders agree about it. */
#define EH_CODER_AGREEMENT_RARE 0.1

/**
 * EhCoderAgreementRatio:
 * @insights: looked at by two coders or more
 * @placed: of all placements that could be, those that are; 0 to 1
 * @percent: pairs of coders that agree, of all pairs, 0 to 1
 * @kappa: Cohen's kappa, of two coders
 * @alpha: Krippendorff's alpha, of any number of coders
 * @rare: @placed is near 0 or 1, where kappa and alpha are low although coders agree
 *
 * How far coders agree.
 */
typedef struct {
  EhFigure insights;
  EhFigure placed;
  EhFigure percent;
  EhFigure kappa;
  EhFigure alpha;
  gboolean rare;
} EhCoderAgreementRatio;

/**
 * EhCoderAgreementCategory:
 * @id: of the category
 * @key: of the category
 * @label: what people read
 * @slot: pattern
 * @ratio: whether an insight belongs here, yes or no
 */
typedef struct {
  EhId id;
  char *key;
  char *label;
  int slot;
  EhCoderAgreementRatio ratio;
} EhCoderAgreementCategory;

/**
 * EhCoderAgreement:
 * @audience: for whom it was made
 * @threshold: fewest people behind a number that is shared
 * @coders: (array zero-terminated=1): who placed insights; nobody is named in public
 * @n_coders: how many
 * @whole: over all categories: each insight under each category is a yes or a no
 * @categories: (array length=n_categories): one by one
 * @n_categories: how many
 *
 * Agreement between coders. Immutable.
 */
typedef struct {
  EhAudience audience;
  guint threshold;
  char **coders;
  guint n_coders;
  EhCoderAgreementRatio whole;
  EhCoderAgreementCategory *categories;
  guint n_categories;
} EhCoderAgreement;

EhFigure eh_coder_agreement_percent (const int *values, guint n_coders, guint n_units);
EhFigure eh_coder_agreement_kappa (const int *first, const int *second, guint n_units);
EhFigure eh_coder_agreement_alpha (const int *values, guint n_coders, guint n_units);

EhCoderAgreement *eh_coder_agreement_alloc (guint n_categories);
EhCoderAgreement *eh_coder_agreement_ref (EhCoderAgreement *self);
void eh_coder_agreement_unref (EhCoderAgreement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCoderAgreement, eh_coder_agreement_unref)

G_END_DECLS
