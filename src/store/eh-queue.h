#pragma once

#include "eh-received.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhQueueState:
 * @EH_QUEUE_WAITING: for the facilitator's nod; also what was accepted and whose insight was undone
 *   or removed since (accepted_at tells)
 * @EH_QUEUE_ACCEPTED: its insight is there
 * @EH_QUEUE_REFUSED: not taken in
 * @EH_QUEUE_TAKEN_BACK: by whoever sent it; its words are gone
 */
typedef enum {
  EH_QUEUE_WAITING,
  EH_QUEUE_ACCEPTED,
  EH_QUEUE_REFUSED,
  EH_QUEUE_TAKEN_BACK,
} EhQueueState;

EhQueueState eh_queue_state_of (EhDb *db, const EhReceived *row);
GPtrArray *eh_queue_list (EhDb *db, EhQueueState state);
guint eh_queue_count (EhDb *db, EhQueueState state);
EhId eh_queue_who (EhDb *db, const EhReceived *row);

gboolean eh_queue_add (EhStore *store, EhReceived *row, GError **error);
gboolean eh_queue_accept (EhStore *store, GArray *ids, GError **error);
gboolean eh_queue_refuse (
    EhStore *store, GArray *ids, const char *reason, gboolean tell_reason, GError **error);
gboolean eh_queue_reconsider (EhStore *store, GArray *ids, GError **error);
gboolean eh_queue_erase (EhStore *store, EhId id, GError **error);
gboolean eh_queue_settle (EhStore *store, guint *n_changed, guint *n_taken_back, GError **error);

G_END_DECLS
