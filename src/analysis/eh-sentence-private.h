#pragma once

/* Private to analysis: what sentences of several results share; see eh-sentence.c. */

#include "eh-sentence.h"

G_BEGIN_DECLS

gulong eh_sentence_plural (EhFigure figure);
void eh_sentence_add (GPtrArray *sentences, char *sentence);
char *eh_sentence_join (GPtrArray *sentences);
char **eh_sentence_to_strv (GPtrArray *sentences);
char *eh_sentence_silent (const EhBalance *balance);
char *eh_sentence_untraced (EhFigure untraced, EhFigure recommendations, guint threshold);

G_END_DECLS
