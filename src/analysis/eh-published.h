#pragma once

#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhPublishedNumber:
 * @key: which number: "balance/insights/public"; stays the same from version to version
 * @label: what people read
 * @value: as it was told
 *
 * A number that was told to others.
 */
typedef struct {
  char *key;
  char *label;
  double value;
} EhPublishedNumber;

/**
 * EhPublishedStep:
 * @key: which number
 * @label: what people read
 * @before: what was told
 * @now: what would be told
 *
 * A number that changes by so little that subtraction shows who.
 */
typedef struct {
  char *key;
  char *label;
  double before;
  double now;
} EhPublishedStep;

GPtrArray *eh_published_numbers (EhPublicDataset *dataset);
char *eh_published_to_text (GPtrArray *numbers);
GPtrArray *eh_published_from_text (const char *text);
GPtrArray *eh_disclosure_difference (GPtrArray *before, GPtrArray *now, guint threshold);
void eh_published_number_free (EhPublishedNumber *self);
void eh_published_step_free (EhPublishedStep *self);

G_END_DECLS
