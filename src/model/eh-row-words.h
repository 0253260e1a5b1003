#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

const char *eh_row_words_thing (const EhRowType *type);
char *eh_row_words_count (const EhRowType *type, guint n);
const char *eh_row_words_field (const EhRowType *type, const EhField *field);
char *eh_row_words_label (const EhRowType *type, gconstpointer row);
gboolean eh_row_words_is_personal (const EhRowType *type);

G_END_DECLS
