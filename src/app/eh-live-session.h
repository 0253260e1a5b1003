#pragma once

#include "eh-activity.h"
#include "eh-session-clock.h"
#include "eh-store.h"

G_BEGIN_DECLS

#define EH_TYPE_LIVE_SESSION (eh_live_session_get_type ())
G_DECLARE_FINAL_TYPE (EhLiveSession, eh_live_session, EH, LIVE_SESSION, GObject)

/**
 * EhLiveActivity:
 * @id: the activity
 * @clock: its clock
 * @began_at: when it began, in microseconds of the computer's clock; 0 when it has not
 * @ended_at: when another took its place; 0 while it goes on
 *
 * How one activity went, as far as this window knows.
 */
typedef struct {
  EhId id;
  EhSessionClock clock;
  gint64 began_at;
  gint64 ended_at;
} EhLiveActivity;

EhLiveSession *eh_live_session_new (void);
void eh_live_session_set_store (EhLiveSession *self, EhStore *store);

void eh_live_session_start (EhLiveSession *self, EhId workshop_id);
void eh_live_session_stop (EhLiveSession *self);
void eh_live_session_suggest (EhLiveSession *self, EhId workshop_id);
EhId eh_live_session_get_suggested (EhLiveSession *self);
gboolean eh_live_session_is_on (EhLiveSession *self);
EhId eh_live_session_get_workshop_id (EhLiveSession *self);
EhId eh_live_session_get_activity_id (EhLiveSession *self);
const char *eh_live_session_get_title (EhLiveSession *self);
const char *eh_live_session_get_prompt (EhLiveSession *self);
gint64 eh_live_session_get_started_at (EhLiveSession *self);

GPtrArray *eh_live_session_get_activities (EhLiveSession *self);
const EhActivity *eh_live_session_get_activity (EhLiveSession *self);
const EhLiveActivity *eh_live_session_look (EhLiveSession *self, EhId activity_id);
gboolean eh_live_session_go_to (EhLiveSession *self, EhId activity_id);
gboolean eh_live_session_step (EhLiveSession *self, int by);
void eh_live_session_start_clock (EhLiveSession *self);
void eh_live_session_pause_clock (EhLiveSession *self);
void eh_live_session_reset_clock (EhLiveSession *self);
void eh_live_session_add_minutes (EhLiveSession *self, gint64 minutes);

void eh_live_session_dismiss (EhLiveSession *self, const char *notice);
gboolean eh_live_session_is_dismissed (EhLiveSession *self, const char *notice);

G_END_DECLS
