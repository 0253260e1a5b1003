/* The workshop that is going on in this window: which activity, since when, and how long each took.
 * The run screen leads it; the wall, the kiosk and the page for phones follow it. Nothing of it is
 * in the project's file: it ends with the window. */

#include "eh-live-session.h"

#include "eh-reader.h"
#include "eh-workshop.h"

struct _EhLiveSession {
  GObject parent_instance;

  EhStore *store; /* (nullable) */
  EhId workshop_id;
  EhId activity_id;
  EhId suggested;
  GPtrArray *activities; /* (element-type EhActivity): of the workshop, by position */
  GHashTable *went;      /* (element-type EhId EhLiveActivity): of any workshop */
  GHashTable *dismissed; /* of activity and notice, as text */
};

enum {
  PROP_WORKSHOP_ID = 1,
  PROP_ACTIVITY_ID,
  PROP_TITLE,
  PROP_PROMPT,
  PROP_STARTED_AT,
  PROP_ON,
  N_PROPS
};
enum {
  CLOCK_CHANGED,
  ACTIVITIES_CHANGED,
  ROUND_CHANGED,
  N_SIGNALS
};
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhLiveSession, eh_live_session, G_TYPE_OBJECT)

static int
place_of (EhLiveSession *self, EhId activity_id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (eh_row_id (self->activities->pdata[i]) == activity_id)
      return (int) i;
  return -1;
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const EhActivity *one = *(const EhActivity *const *) a;
  const EhActivity *other = *(const EhActivity *const *) b;

  return (one->position > other->position) - (one->position < other->position);
}

static EhLiveActivity *
went_of (EhLiveSession *self, EhId activity_id)
{
  EhLiveActivity *went = g_hash_table_lookup (self->went, &activity_id);

  if (went == NULL && activity_id != EH_ID_NONE) {
    went = g_new0 (EhLiveActivity, 1);
    went->id = activity_id;
    g_hash_table_insert (self->went, &went->id, went);
  }
  return went;
}

/* The plan may change while the clock goes. */
static void
read_activities (EhLiveSession *self)
{
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  if (self->store == NULL || self->workshop_id == EH_ID_NONE) {
    self->activities = g_ptr_array_new ();
    return;
  }
  self->activities = eh_reader_list_of (eh_store_get_db (self->store), &eh_activity_row_type,
                                        "workshop_id", self->workshop_id);
  g_ptr_array_sort (self->activities, by_position);
  for (guint i = 0; i < self->activities->len; i++) {
    const EhActivity *activity = self->activities->pdata[i];

    went_of (self, activity->id)->clock.planned = activity->minutes * 60 * G_USEC_PER_SEC;
  }
}

static void
notify_activity (EhLiveSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVITY_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROMPT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STARTED_AT]);
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
  g_signal_emit (self, signals[ROUND_CHANGED], 0);
}

static void
changed_cb (EhLiveSession *self, GArray *changes)
{
  if (self->workshop_id == EH_ID_NONE)
    return;
  if (eh_changes_touch (changes, &eh_workshop_row_type)) {
    g_autoptr (EhWorkshop) workshop = eh_reader_get (eh_store_get_db (self->store),
                                                     &eh_workshop_row_type, self->workshop_id);

    if (workshop == NULL) {
      eh_live_session_stop (self);
      return;
    }
  }
  if (!eh_changes_touch (changes, &eh_activity_row_type))
    return;
  read_activities (self);
  if (place_of (self, self->activity_id) < 0)
    self->activity_id = self->activities->len > 0 ? eh_row_id (self->activities->pdata[0])
                                                  : EH_ID_NONE;
  notify_activity (self);
  g_signal_emit (self, signals[ACTIVITIES_CHANGED], 0);
}

static void
eh_live_session_dispose (GObject *object)
{
  EhLiveSession *self = EH_LIVE_SESSION (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (eh_live_session_parent_class)->dispose (object);
}

static void
eh_live_session_finalize (GObject *object)
{
  EhLiveSession *self = EH_LIVE_SESSION (object);

  g_ptr_array_unref (self->activities);
  g_hash_table_unref (self->went);
  g_hash_table_unref (self->dismissed);
  G_OBJECT_CLASS (eh_live_session_parent_class)->finalize (object);
}

static void
eh_live_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhLiveSession *self = EH_LIVE_SESSION (object);

  switch (id) {
  case PROP_WORKSHOP_ID:
    g_value_set_int64 (value, self->workshop_id);
    break;
  case PROP_ACTIVITY_ID:
    g_value_set_int64 (value, self->activity_id);
    break;
  case PROP_TITLE:
    g_value_set_string (value, eh_live_session_get_title (self));
    break;
  case PROP_PROMPT:
    g_value_set_string (value, eh_live_session_get_prompt (self));
    break;
  case PROP_STARTED_AT:
    g_value_set_int64 (value, eh_live_session_get_started_at (self));
    break;
  case PROP_ON:
    g_value_set_boolean (value, eh_live_session_is_on (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_live_session_class_init (EhLiveSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GType type = EH_TYPE_LIVE_SESSION;

  object_class->dispose = eh_live_session_dispose;
  object_class->finalize = eh_live_session_finalize;
  object_class->get_property = eh_live_session_get_property;
  /**
   * EhLiveSession:workshop-id: the workshop that is going on; 0 for none
   */
  props[PROP_WORKSHOP_ID] = g_param_spec_int64 ("workshop-id", NULL, NULL, 0, G_MAXINT64, 0, ro);
  /**
   * EhLiveSession:activity-id: its activity that is going on; 0 for none
   */
  props[PROP_ACTIVITY_ID] = g_param_spec_int64 ("activity-id", NULL, NULL, 0, G_MAXINT64, 0, ro);
  /**
   * EhLiveSession:title: of the activity; "" for none
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", ro);
  /**
   * EhLiveSession:prompt: the question put to the room; "" for none
   */
  props[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, "", ro);
  /**
   * EhLiveSession:started-at: when the activity began, in microseconds of the computer's clock; 0
   * when it has not
   */
  props[PROP_STARTED_AT] = g_param_spec_int64 ("started-at", NULL, NULL, 0, G_MAXINT64, 0, ro);
  /**
   * EhLiveSession:on: whether a workshop is going on
   */
  props[PROP_ON] = g_param_spec_boolean ("on", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * EhLiveSession::clock-changed: the clock was started, stopped or set; it does not tell of every
   * second
   */
  signals[CLOCK_CHANGED] = g_signal_new ("clock-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  /**
   * EhLiveSession::activities-changed: the run sheet is another one, or reads otherwise
   */
  signals[ACTIVITIES_CHANGED] = g_signal_new ("activities-changed", type, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * EhLiveSession::round-changed: a notice was put away
   */
  signals[ROUND_CHANGED] = g_signal_new ("round-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
eh_live_session_init (EhLiveSession *self)
{
  self->activities = g_ptr_array_new ();
  self->went = g_hash_table_new_full (eh_id_hash, eh_id_equal, NULL, g_free);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * eh_live_session_new:
 *
 * Returns: (transfer full): a session in which nothing goes on
 */
EhLiveSession *
eh_live_session_new (void)
{
  return g_object_new (EH_TYPE_LIVE_SESSION, NULL);
}

/**
 * eh_live_session_set_store:
 * @self: a session
 * @store: (nullable): the open project
 *
 * Stops what went on, and forgets it.
 */
void
eh_live_session_set_store (EhLiveSession *self, EhStore *store)
{
  eh_live_session_stop (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);
  self->suggested = EH_ID_NONE;
  g_hash_table_remove_all (self->went);
  g_hash_table_remove_all (self->dismissed);
}

static void
set_workshop (EhLiveSession *self, EhId workshop_id)
{
  gboolean was_on = self->workshop_id != EH_ID_NONE;

  eh_live_session_pause_clock (self);
  self->workshop_id = workshop_id;
  read_activities (self);
  self->activity_id = self->activities->len > 0 ? eh_row_id (self->activities->pdata[0])
                                                : EH_ID_NONE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSHOP_ID]);
  notify_activity (self);
  g_signal_emit (self, signals[ACTIVITIES_CHANGED], 0);
  if (was_on != (workshop_id != EH_ID_NONE))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ON]);
}

/**
 * eh_live_session_start:
 * @self: a session with a project
 * @workshop_id: a workshop
 *
 * Begins with its first activity; a workshop that is going on already goes on. No clock starts.
 */
void
eh_live_session_start (EhLiveSession *self, EhId workshop_id)
{
  if (self->workshop_id != workshop_id)
    set_workshop (self, workshop_id);
}

/**
 * eh_live_session_stop:
 * @self: a session
 *
 * Nothing goes on any more. Whoever serves the room stops too.
 */
void
eh_live_session_stop (EhLiveSession *self)
{
  if (self->workshop_id != EH_ID_NONE)
    set_workshop (self, EH_ID_NONE);
}

/**
 * eh_live_session_suggest:
 * @self: a session
 * @workshop_id: the workshop that is looked at, or none
 */
void
eh_live_session_suggest (EhLiveSession *self, EhId workshop_id)
{
  self->suggested = workshop_id;
}

/**
 * eh_live_session_get_suggested:
 * @self: a session
 *
 * Returns: which workshop to run when none is named: the one that goes on, or the one that was
 *   looked at last, or none
 */
EhId
eh_live_session_get_suggested (EhLiveSession *self)
{
  return self->workshop_id != EH_ID_NONE ? self->workshop_id : self->suggested;
}

/**
 * eh_live_session_is_on:
 * @self: a session
 *
 * Returns: whether a workshop is going on
 */
gboolean
eh_live_session_is_on (EhLiveSession *self)
{
  return self->workshop_id != EH_ID_NONE;
}

/**
 * eh_live_session_get_workshop_id:
 * @self: a session
 *
 * Returns: the workshop that is going on, or %EH_ID_NONE
 */
EhId
eh_live_session_get_workshop_id (EhLiveSession *self)
{
  return self->workshop_id;
}

/**
 * eh_live_session_get_activity_id:
 * @self: a session
 *
 * Returns: the activity that is going on, or %EH_ID_NONE
 */
EhId
eh_live_session_get_activity_id (EhLiveSession *self)
{
  return self->activity_id;
}

/**
 * eh_live_session_get_activity:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the activity that is going on, good until the next change
 */
const EhActivity *
eh_live_session_get_activity (EhLiveSession *self)
{
  int place = place_of (self, self->activity_id);

  return place >= 0 ? self->activities->pdata[place] : NULL;
}

/**
 * eh_live_session_get_title:
 * @self: a session
 *
 * Returns: the title of the activity; "" for none
 */
const char *
eh_live_session_get_title (EhLiveSession *self)
{
  const EhActivity *activity = eh_live_session_get_activity (self);

  return activity != NULL ? activity->title : "";
}

/**
 * eh_live_session_get_prompt:
 * @self: a session
 *
 * Returns: the question put to the room; "" for none
 */
const char *
eh_live_session_get_prompt (EhLiveSession *self)
{
  const EhActivity *activity = eh_live_session_get_activity (self);

  return activity != NULL ? activity->prompt : "";
}

/**
 * eh_live_session_get_started_at:
 * @self: a session
 *
 * Returns: when the activity began, in microseconds of the computer's clock; 0 when it has not
 */
gint64
eh_live_session_get_started_at (EhLiveSession *self)
{
  const EhLiveActivity *went = eh_live_session_look (self, self->activity_id);

  return went != NULL ? went->began_at : 0;
}

/**
 * eh_live_session_get_activities:
 * @self: a session
 *
 * Returns: (transfer none) (element-type EhActivity): the run sheet, good until the next change
 */
GPtrArray *
eh_live_session_get_activities (EhLiveSession *self)
{
  return self->activities;
}

/**
 * eh_live_session_look:
 * @self: a session
 * @activity_id: an activity
 *
 * Returns: (transfer none) (nullable): how it went, good until the project is closed
 */
const EhLiveActivity *
eh_live_session_look (EhLiveSession *self, EhId activity_id)
{
  return g_hash_table_lookup (self->went, &activity_id);
}

/* A clock is started for the room, not for the first look at the plan. */
static void
start_clock (EhLiveSession *self)
{
  EhLiveActivity *went = went_of (self, self->activity_id);
  gint64 now = g_get_real_time ();

  eh_session_clock_start (&went->clock, now);
  if (went->began_at == 0)
    went->began_at = now;
  went->ended_at = 0;
}

/**
 * eh_live_session_go_to:
 * @self: a session
 * @activity_id: an activity of the workshop
 *
 * It takes the place of what went on. Where a clock was going, its clock goes.
 *
 * Returns: whether there is such an activity, and it was another one
 */
gboolean
eh_live_session_go_to (EhLiveSession *self, EhId activity_id)
{
  EhLiveActivity *last = went_of (self, self->activity_id);
  gboolean going = last != NULL && eh_session_clock_is_running (&last->clock);
  gint64 now = g_get_real_time ();

  if (activity_id == self->activity_id || place_of (self, activity_id) < 0)
    return FALSE;
  if (going)
    eh_session_clock_pause (&last->clock, now);
  if (last != NULL && last->began_at != 0)
    last->ended_at = now;
  self->activity_id = activity_id;
  if (going)
    start_clock (self);
  notify_activity (self);
  return TRUE;
}

/**
 * eh_live_session_step:
 * @self: a session
 * @by: 1 for the next activity, -1 for the one before
 *
 * As eh_live_session_go_to().
 *
 * Returns: whether there is one
 */
gboolean
eh_live_session_step (EhLiveSession *self, int by)
{
  int place = place_of (self, self->activity_id) + by;

  if (place < 0 || place >= (int) self->activities->len)
    return FALSE;
  return eh_live_session_go_to (self, eh_row_id (self->activities->pdata[place]));
}

/**
 * eh_live_session_start_clock:
 * @self: a session with an activity
 */
void
eh_live_session_start_clock (EhLiveSession *self)
{
  if (self->activity_id == EH_ID_NONE)
    return;
  start_clock (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STARTED_AT]);
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

/**
 * eh_live_session_pause_clock:
 * @self: a session
 */
void
eh_live_session_pause_clock (EhLiveSession *self)
{
  EhLiveActivity *went = went_of (self, self->activity_id);

  if (went == NULL || !eh_session_clock_is_running (&went->clock))
    return;
  eh_session_clock_pause (&went->clock, g_get_real_time ());
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

/**
 * eh_live_session_reset_clock:
 * @self: a session
 *
 * The activity has all of its time again.
 */
void
eh_live_session_reset_clock (EhLiveSession *self)
{
  EhLiveActivity *went = went_of (self, self->activity_id);

  if (went == NULL)
    return;
  eh_session_clock_reset (&went->clock, g_get_real_time ());
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

/**
 * eh_live_session_add_minutes:
 * @self: a session
 * @minutes: how many minutes longer the activity may take today; the plan stays
 */
void
eh_live_session_add_minutes (EhLiveSession *self, gint64 minutes)
{
  EhLiveActivity *went = went_of (self, self->activity_id);

  if (went == NULL)
    return;
  eh_session_clock_add (&went->clock, minutes * 60 * G_USEC_PER_SEC);
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

static char *
notice_key (EhLiveSession *self, const char *notice)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", self->activity_id, notice);
}

/**
 * eh_live_session_dismiss:
 * @self: a session
 * @notice: what it is about
 *
 * It is not shown again during this activity.
 */
void
eh_live_session_dismiss (EhLiveSession *self, const char *notice)
{
  if (g_hash_table_add (self->dismissed, notice_key (self, notice)))
    g_signal_emit (self, signals[ROUND_CHANGED], 0);
}

/**
 * eh_live_session_is_dismissed:
 * @self: a session
 * @notice: what it is about
 *
 * Returns: whether it was put away during this activity
 */
gboolean
eh_live_session_is_dismissed (EhLiveSession *self, const char *notice)
{
  g_autofree char *key = notice_key (self, notice);

  return g_hash_table_contains (self->dismissed, key);
}
