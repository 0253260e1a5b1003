#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below these, counts are said and shares are not: one talkative person would move everything. */
#define EH_FEW_PEOPLE   5
#define EH_FEW_INSIGHTS 10

/**
 * EhFigureState:
 * @EH_FIGURE_UNDEFINED: there is nothing to say: an empty denominator, or too little recorded
 * @EH_FIGURE_KNOWN: the value may be read and said
 * @EH_FIGURE_PROTECTED: there is a value, and it is withheld; `value` is 0
 */
typedef enum {
  EH_FIGURE_UNDEFINED,
  EH_FIGURE_KNOWN,
  EH_FIGURE_PROTECTED,
} EhFigureState;

/**
 * EhFigure:
 * @value: the number, where @state is %EH_FIGURE_KNOWN; 0 otherwise, so that nothing leaks
 * @state: whether there is one
 *
 * A number that may not exist or may not be told. Passed by value.
 */
typedef struct {
  double value;
  EhFigureState state;
} EhFigure;

EhFigure eh_figure_known (double value);
EhFigure eh_figure_undefined (void);
EhFigure eh_figure_protected (void);
EhFigure eh_figure_ratio (EhFigure part, EhFigure whole);
gboolean eh_figure_is_known (EhFigure self);

char *eh_figure_to_count_text (EhFigure self, guint threshold);
char *eh_figure_to_percent_text (EhFigure self);
char *eh_figure_to_ratio_text (EhFigure self);
char *eh_figure_to_coefficient_text (EhFigure self);
char *eh_figure_protected_note (guint threshold);

G_END_DECLS
