#pragma once

/* Somebody who has all numbers of one export and tries to work back what is withheld of them: knows
 * that no number is below nothing and which of them add up to which, and narrows down the rest.
 *
 * Bounds are carried from sum to part and back until nothing moves any more. What that cannot
 * narrow, the tables' own test tries by brute force (test-suppress.c). */

#include "eh-crosstab.h"

typedef struct _WorkBack WorkBack;

WorkBack *work_back_new (void);
void work_back_free (WorkBack *self);
guint work_back_add (WorkBack *self, EhFigure told, double is);
void work_back_sum (WorkBack *self, guint total, const guint *parts, guint n);
void work_back_same (WorkBack *self, guint a, guint b);
void work_back_check (WorkBack *self, double unit, guint threshold);
void work_back_crosstab (
    WorkBack *self, const EhCrosstab *told, const EhCrosstab *is, guint *rows, guint *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkBack, work_back_free)
