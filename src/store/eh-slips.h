#pragma once

#include "eh-slip.h"
#include "eh-store.h"

G_BEGIN_DECLS

GPtrArray *eh_slips_make (EhStore *store, EhId workshop_id, guint n, GError **error);
GPtrArray *eh_slips_list (EhDb *db, EhId workshop_id);
EhSlip *eh_slips_find (EhDb *db, EhId workshop_id, const char *code_or_number);
char *eh_slips_numbers_of (EhDb *db, EhId workshop_id, EhId participant_id);
gboolean eh_slips_hand_out (EhStore *store,
                            EhId workshop_id,
                            EhId participant_id,
                            const char *numbers,
                            char **unknown,
                            GError **error);
GArray *eh_slips_insights (EhDb *db, const EhSlip *slip);
gboolean eh_slips_give (EhStore *store, EhId slip_id, EhId participant_id, GError **error);

G_END_DECLS
