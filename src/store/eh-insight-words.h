#pragma once

#include "eh-db.h"
#include "eh-insight.h"

G_BEGIN_DECLS

gboolean
eh_insight_words_replace (EhDb *db, const EhInsight *insight, gboolean *is_new, GError **error);
gboolean eh_insight_words_forget (EhDb *db, EhId id, GError **error);
gboolean eh_insight_words_learn_again (EhDb *db, EhId id, GError **error);

G_END_DECLS
