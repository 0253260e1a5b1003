#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhTerm:
 * @id: eh_term_id(): the same word is the same row on every laptop
 * @word: the word, or a few: "co-production", "ICB"
 * @meaning: what it means, in plain words; of an abbreviation, its words in full
 * @say_instead: a plainer word for it, empty for none
 * @kind: explained to readers, or better not used (EhTermKind)
 * @created_at: when written down
 *
 * A word that the project explains in its glossary, or keeps in its jargon jar.
 */
typedef struct {
  EhId id;
  char *word;
  char *meaning;
  char *say_instead;
  EhTermKind kind;
  gint64 created_at;
} EhTerm;

EH_DECLARE_ROW (EhTerm, eh_term)

EhId eh_term_id (const char *word);

G_END_DECLS
