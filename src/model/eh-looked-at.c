#include "eh-looked-at.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhLookedAt, id, EH_FIELD_ID),
  EH_FIELD_OF (EhLookedAt, finding, EH_FIELD_TEXT),
  EH_FIELD_OF (EhLookedAt, block_id, EH_FIELD_ID),
  EH_FIELD_OF (EhLookedAt, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhLookedAt, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhLookedAt, reason, EH_FIELD_TEXT),
  EH_FIELD_OF (EhLookedAt, looked_by, EH_FIELD_TEXT),
  EH_FIELD_OF (EhLookedAt, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhLookedAt, eh_looked_at, "looked_at", fields)

/**
 * eh_looked_at_id:
 * @finding: what was found
 * @about: the row that it is about, or none
 * @words: the words, or the number, that it is about
 *
 * Returns: the id of what somebody said about it. It is another one as soon as the words are
 * others, so that what was let stand is found again when it changes.
 */
EhId
eh_looked_at_id (const char *finding, EhId about, const char *words)
{
  g_autofree char *key = g_strdup_printf ("%s/%" EH_ID_FORMAT "/%s", finding, about, words);

  return eh_id_from_key ("looked_at", key);
}
