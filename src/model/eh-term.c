#include "eh-term.h"

#include "eh-text.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhTerm, id, EH_FIELD_ID),
  EH_FIELD_OF (EhTerm, word, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTerm, meaning, EH_FIELD_TEXT),
  EH_FIELD_OF (EhTerm, say_instead, EH_FIELD_TEXT),
  EH_FIELD_OF_ENUM (EhTerm, kind, eh_term_kind_vocabulary),
  EH_FIELD_OF (EhTerm, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhTerm, eh_term, "term", fields)

/**
 * eh_term_id:
 * @word: a word; capitals, and blanks around it, make no difference
 *
 * Returns: the id of its row
 */
EhId
eh_term_id (const char *word)
{
  g_autofree char *line = eh_text_clean_line (word);
  g_autofree char *folded = g_utf8_casefold (line, -1);

  return eh_id_from_key ("term", folded);
}
