#pragma once

#include "eh-contribute-view.h"
#include "eh-reach.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_PHONES (eh_phones_get_type ())
G_DECLARE_FINAL_TYPE (EhPhones, eh_phones, EH, PHONES, GObject)

EhPhones *eh_phones_of (EhWorkspace *workspace);

gboolean eh_phones_start (EhPhones *self, const char *address, GError **error);
void eh_phones_stop (EhPhones *self);
void eh_phones_renew (EhPhones *self);
void eh_phones_let_go (EhPhones *self);

gboolean eh_phones_is_running (EhPhones *self);
const char *eh_phones_get_link (EhPhones *self);
const char *eh_phones_get_address (EhPhones *self);
const char *eh_phones_get_trouble (EhPhones *self);
gboolean eh_phones_was_reached (EhPhones *self);
EhReach eh_phones_get_reach (EhPhones *self);
guint eh_phones_get_seconds (EhPhones *self);
guint eh_phones_get_phones (EhPhones *self);
guint eh_phones_get_sent (EhPhones *self);
guint eh_phones_get_waiting (EhPhones *self);

gboolean eh_phones_get_straight (EhPhones *self);
void eh_phones_set_straight (EhPhones *self, gboolean straight);
gboolean eh_phones_get_letters (EhPhones *self);
void eh_phones_set_letters (EhPhones *self, gboolean letters);
EhContributeAsk eh_phones_get_asks (EhPhones *self);
void eh_phones_set_asks (EhPhones *self, EhContributeAsk asks);
gboolean eh_phones_get_shares_wall (EhPhones *self);
void eh_phones_set_shares_wall (EhPhones *self, gboolean shares_wall);

char *eh_phones_spaced (const char *link);

G_END_DECLS
