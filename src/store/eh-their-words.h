#pragma once

#include "eh-passages.h"
#include "eh-reader.h"

G_BEGIN_DECLS

gboolean
eh_their_words_of_insights (EhDb *db, GHashTable *insight_ids, EhPassages *words, GError **error);
gboolean
eh_their_words_of_person (EhDb *db, EhId participant_id, EhPassages *words, GError **error);
gboolean eh_their_words_sent (EhDb *db, EhId participant_id, EhPassages *words, GError **error);
GArray *eh_their_words_said_before (EhDb *db, EhId participant_id, GError **error);
gboolean eh_their_words_quoted_before (EhDb *db,
                                       GHashTable *insight_ids,
                                       GHashTable *block_ids,
                                       GError **error);

G_END_DECLS
