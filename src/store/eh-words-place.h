#pragma once

#include "eh-redaction.h"

G_BEGIN_DECLS

/**
 * EhWordsPlace:
 * @type: which table
 * @id: which row
 * @field: which of its texts
 * @text: the whole text
 * @passage: where their words stand in it
 * @all: all of @text is theirs, even where it reads otherwise: a quotation, shortened or mended
 * @words: the words
 * @kind: of a part of the guidance, what it is
 * @others: somebody else said so
 * @goes: nothing else is in the part of the guidance, so that it goes
 * @take_out: whether the words are taken out
 *
 * Where words that somebody takes back stand in a text that stays. Free with eh_words_place_free().
 */
typedef struct {
  const EhRowType *type;
  EhId id;
  const EhField *field;
  char *text;
  EhPassage passage;
  gboolean all;
  char *words;
  EhBlockKind kind;
  gboolean others;
  gboolean goes;
  gboolean take_out;
} EhWordsPlace;

void eh_words_place_free (EhWordsPlace *self);
GPtrArray *eh_words_places_copy (GPtrArray *places);
GPtrArray *eh_words_places_find (
    EhRedaction *redaction, EhDb *db, EhId participant_id, guint *n_versions, GError **error);
void eh_words_places_recall (GPtrArray *places, GPtrArray *before);
void eh_words_places_follow (GPtrArray *places, EhRedaction *redaction);

G_END_DECLS
