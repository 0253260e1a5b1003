#pragma once

#include "eh-store.h"

#include "eh-turn.h"

G_BEGIN_DECLS

EhId eh_turns_tap (
    EhStore *store, EhId workshop_id, EhId activity_id, EhId participant_id, GError **error);
EhId eh_turns_pass (
    EhStore *store, EhId workshop_id, EhId activity_id, EhId participant_id, GError **error);
gboolean eh_turns_ask_again (EhStore *store, EhId workshop_id, EhId activity_id, GError **error);
GHashTable *eh_turns_count (EhDb *db, EhId workshop_id, EhId activity_id);
GHashTable *eh_turns_passed (EhDb *db, EhId workshop_id, EhId activity_id);
EhId eh_turns_last (EhDb *db, EhId workshop_id, EhId activity_id);

gboolean eh_attendance_tap (
    EhStore *store, EhId workshop_id, EhId participant_id, EhId role_group_id, GError **error);

G_END_DECLS
