#pragma once

#include "eh-dataset.h"

G_BEGIN_DECLS

typedef struct _EhSuggester EhSuggester;

/**
 * EhSuggestion:
 * @category_id: where it may belong
 * @words: (array zero-terminated=1): the words of it that speak for that, the strongest first
 * @n_insights: how many insights of that category have one of these words
 */
typedef struct {
  EhId category_id;
  char **words;
  guint n_insights;
} EhSuggestion;

void eh_suggestion_free (EhSuggestion *self);

EhSuggester *eh_suggester_new (EhDataset *dataset, EhId framework_id, const char *coder);
EhSuggester *eh_suggester_ref (EhSuggester *self);
void eh_suggester_unref (EhSuggester *self);
GPtrArray *eh_suggester_suggest (EhSuggester *self, const char *text, EhId insight_id, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhSuggester, eh_suggester_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhSuggestion, eh_suggestion_free)

G_END_DECLS
