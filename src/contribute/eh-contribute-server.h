#pragma once

/* contribute: a page that this computer serves to phones on its own network. The window uses this
 * header and eh-address.h; the rest is within the layer.
 *
 * |[
 * g_autoptr (GPtrArray) addresses = eh_contribute_addresses ();
 * EhContributeServer *server = eh_contribute_server_new (store);
 * eh_contribute_server_set_question (server, workshop_id, activity_id);
 * if (eh_contribute_server_start (server, address, &error))
 *   show_qr_code (eh_contribute_server_get_link (server));
 * ]|
 * What arrives is listed by eh_queue_list() and accepted by eh_queue_accept() (eh-queue.h);
 * EhStore::received tells when that list has changed. Slips of paper are made by eh_slips_make().
 * Stop the page before the project is closed: it has a connection of its own to the working copy.
 */

#include "eh-contribute-view.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhContributeEnd:
 * @EH_CONTRIBUTE_END_ASKED: eh_contribute_server_stop() was called
 * @EH_CONTRIBUTE_END_TIME: nobody had had to do with it for too long
 *
 * Why it stopped.
 */
typedef enum {
  EH_CONTRIBUTE_END_ASKED,
  EH_CONTRIBUTE_END_TIME,
} EhContributeEnd;

#define EH_TYPE_CONTRIBUTE_SERVER (eh_contribute_server_get_type ())
G_DECLARE_FINAL_TYPE (EhContributeServer, eh_contribute_server, EH, CONTRIBUTE_SERVER, GObject)

EhContributeServer *eh_contribute_server_new (EhStore *store);

void
eh_contribute_server_set_question (EhContributeServer *self, EhId workshop_id, EhId activity_id);
void eh_contribute_server_set_straight (EhContributeServer *self, gboolean straight);
void eh_contribute_server_set_asks (EhContributeServer *self, EhContributeAsk asks);
void eh_contribute_server_set_letters (EhContributeServer *self, gboolean letters);
void eh_contribute_server_set_wall (EhContributeServer *self, EhPublicDataset *wall);
void eh_contribute_server_set_idle_seconds (EhContributeServer *self, guint seconds);
void eh_contribute_server_look (EhContributeServer *self, gint64 now);

gboolean eh_contribute_server_start (EhContributeServer *self, const char *address, GError **error);
void eh_contribute_server_stop (EhContributeServer *self);
void eh_contribute_server_renew (EhContributeServer *self);

gboolean eh_contribute_server_is_running (EhContributeServer *self);
const char *eh_contribute_server_get_link (EhContributeServer *self);
const char *eh_contribute_server_get_address (EhContributeServer *self);
guint eh_contribute_server_get_phones (EhContributeServer *self);
gboolean eh_contribute_server_was_reached (EhContributeServer *self);
gboolean eh_contribute_server_was_knocked_at (EhContributeServer *self);
const char *eh_contribute_server_get_trouble (EhContributeServer *self);

G_END_DECLS
