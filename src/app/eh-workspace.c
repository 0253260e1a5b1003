/* What the places of one window share: the open project, what is current, and the ways to say
 * something to the person in front of it. Pages bind to it and write through it; it knows no
 * widget. The window listens to its signals. */

#include "eh-workspace.h"

#include "eh-everybody.h"
#include "eh-hidden-names.h"
#include "eh-participant.h"
#include "eh-project.h"
#include "eh-text.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhWorkspace {
  GObject parent_instance;

  EhStore *store;
  GPtrArray *role_groups; /* (nullable) (element-type EhRoleGroup): read when asked for */
  char *title;
  char *save_state;
  char *problem;
  char *working;
  GCancellable *stop; /* of what is being done */
  EhId workshop_id;
  EhId activity_id;
  gboolean folded;
  gboolean room_display;
  EhLiveSession *live;
  EhEverybody *everybody; /* (nullable): of the store */
  EhHiddenNames *hidden;  /* (nullable): read when asked for */
};

enum {
  PROP_STORE = 1,
  PROP_TITLE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_FOLDED,
  PROP_ROOM_DISPLAY,
  PROP_SAVE_STATE,
  PROP_PROBLEM,
  PROP_WORKING,
  PROP_WORKSHOP_ID,
  PROP_ACTIVITY_ID,
  N_PROPS
};
enum {
  CHANGED,
  FLUSH,
  TOAST,
  ANNOUNCE,
  SHOW_PLACE,
  SHOW_ITEM,
  SHOW_FILTER,
  SHOW_INSIGHTS,
  N_SIGNALS
};
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhWorkspace, eh_workspace, G_TYPE_OBJECT)

static void
eh_workspace_dispose (GObject *object)
{
  EhWorkspace *self = EH_WORKSPACE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->live);
  g_clear_object (&self->everybody);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (eh_workspace_parent_class)->dispose (object);
}

static void
eh_workspace_finalize (GObject *object)
{
  EhWorkspace *self = EH_WORKSPACE (object);

  g_clear_pointer (&self->role_groups, g_ptr_array_unref);
  g_clear_pointer (&self->hidden, eh_hidden_names_free);
  g_free (self->title);
  g_free (self->save_state);
  g_free (self->problem);
  g_free (self->working);
  g_clear_object (&self->stop);
  G_OBJECT_CLASS (eh_workspace_parent_class)->finalize (object);
}

static void
eh_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhWorkspace *self = EH_WORKSPACE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->store ? eh_store_get_undo_label (self->store) : NULL);
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->store ? eh_store_get_redo_label (self->store) : NULL);
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded);
    break;
  case PROP_ROOM_DISPLAY:
    g_value_set_boolean (value, self->room_display);
    break;
  case PROP_SAVE_STATE:
    g_value_set_string (value, self->save_state);
    break;
  case PROP_PROBLEM:
    g_value_set_string (value, self->problem);
    break;
  case PROP_WORKING:
    g_value_set_string (value, self->working);
    break;
  case PROP_WORKSHOP_ID:
    g_value_set_int64 (value, self->workshop_id);
    break;
  case PROP_ACTIVITY_ID:
    g_value_set_int64 (value, self->activity_id);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhWorkspace *self = EH_WORKSPACE (object);

  switch (id) {
  case PROP_FOLDED:
    eh_workspace_set_folded (self, g_value_get_boolean (value));
    break;
  case PROP_ROOM_DISPLAY:
    eh_workspace_set_room_display (self, g_value_get_boolean (value));
    break;
  case PROP_WORKSHOP_ID:
    eh_workspace_set_workshop_id (self, g_value_get_int64 (value));
    break;
  case PROP_ACTIVITY_ID:
    eh_workspace_set_activity_id (self, g_value_get_int64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * EhWorkspace:store: (nullable): the open project; it does not change while pages are there
   */
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, EH_TYPE_STORE, ro);
  /**
   * EhWorkspace:title: what the team calls the project
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, ro);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, ro);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, ro);
  /**
   * EhWorkspace:folded: whether the window is too narrow for two panes
   */
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, rw);
  /**
   * EhWorkspace:room-display: whether others see the screen, so that no name may be on it or be
   * read aloud; see eh_workspace_name_of()
   */
  props[PROP_ROOM_DISPLAY] = g_param_spec_boolean ("room-display", NULL, NULL, FALSE, rw);
  /**
   * EhWorkspace:save-state: (nullable): where the changes are, in a few words: "Saved"
   */
  props[PROP_SAVE_STATE] = g_param_spec_string ("save-state", NULL, NULL, NULL, ro);
  /**
   * EhWorkspace:problem: (nullable): what went wrong, in a sentence that stays until it is closed
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, ro);
  /**
   * EhWorkspace:working: (nullable): what a worker is doing, in a few words; no step can begin then
   */
  props[PROP_WORKING] = g_param_spec_string ("working", NULL, NULL, NULL, ro);
  /**
   * EhWorkspace:workshop-id: the workshop that new insights belong to; 0 for none
   */
  props[PROP_WORKSHOP_ID] = g_param_spec_int64 ("workshop-id", NULL, NULL, 0, G_MAXINT64, 0, rw);
  /**
   * EhWorkspace:activity-id: the activity that new insights belong to; 0 for none
   */
  props[PROP_ACTIVITY_ID] = g_param_spec_int64 ("activity-id", NULL, NULL, 0, G_MAXINT64, 0, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eh_workspace_class_init (EhWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = EH_TYPE_WORKSPACE;

  object_class->dispose = eh_workspace_dispose;
  object_class->finalize = eh_workspace_finalize;
  object_class->get_property = eh_workspace_get_property;
  object_class->set_property = eh_workspace_set_property;
  install_properties (object_class);

  /**
   * EhWorkspace::changed:
   * @changes: (element-type EhChange): as EhStore::changed
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ARRAY);
  /**
   * EhWorkspace::flush: whoever holds words that are not in the store yet writes them now
   */
  signals[FLUSH] = g_signal_new ("flush", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ANNOUNCE] = g_signal_new ("announce", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_PLACE] = g_signal_new ("show-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_ITEM] = g_signal_new ("show-item", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[SHOW_FILTER] = g_signal_new ("show-filter", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * EhWorkspace::show-insights:
   * @query: (type EhInsightQuery): which; borrowed for the call. The Insights place is shown by
   * then
   */
  signals[SHOW_INSIGHTS] = g_signal_new ("show-insights", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

/* What is said while a workshop goes on is said in it. */
static void
live_cb (EhWorkspace *self)
{
  if (!eh_live_session_is_on (self->live))
    return;
  eh_workspace_set_workshop_id (self, eh_live_session_get_workshop_id (self->live));
  eh_workspace_set_activity_id (self, eh_live_session_get_activity_id (self->live));
}

static void
eh_workspace_init (EhWorkspace *self)
{
  self->live = eh_live_session_new ();
  g_signal_connect_object (self->live, "notify::activity-id", G_CALLBACK (live_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_workspace_new:
 *
 * Returns: (transfer full): a workspace with no project
 */
EhWorkspace *
eh_workspace_new (void)
{
  return g_object_new (EH_TYPE_WORKSPACE, NULL);
}

/**
 * eh_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the open project; never %NULL for a page
 */
EhStore *
eh_workspace_get_store (EhWorkspace *self)
{
  return self->store;
}

/**
 * eh_workspace_get_live:
 * @self: a workspace
 *
 * Returns: (transfer none): the workshop that is going on
 */
EhLiveSession *
eh_workspace_get_live (EhWorkspace *self)
{
  return self->live;
}

/**
 * eh_workspace_get_db:
 * @self: a workspace with a project
 *
 * Returns: (transfer none) (nullable): the store's connection, for reading on the main thread; none
 *   once the project is closed
 */
EhDb *
eh_workspace_get_db (EhWorkspace *self)
{
  return self->store != NULL ? eh_store_get_db (self->store) : NULL;
}

static void
refresh_title (EhWorkspace *self)
{
  g_autoptr (EhProject) project = NULL;

  if (self->store != NULL)
    project = eh_reader_get (eh_store_get_db (self->store), &eh_project_row_type, 1);
  if (eh_set_str (&self->title, project != NULL ? project->title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/* A workshop that is gone cannot be the current one. */
static void
forget_what_is_gone (EhWorkspace *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->kind == EH_CHANGE_REMOVED && change->id == self->workshop_id)
      eh_workspace_set_workshop_id (self, EH_ID_NONE);
    if (change->kind == EH_CHANGE_REMOVED && change->id == self->activity_id)
      eh_workspace_set_activity_id (self, EH_ID_NONE);
  }
}

static void
store_changed_cb (EhStore *store, GArray *changes, EhWorkspace *self)
{
  if (eh_changes_touch (changes, &eh_project_row_type))
    refresh_title (self);
  eh_everybody_follow (self->everybody, changes);
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    g_clear_pointer (&self->role_groups, g_ptr_array_unref);
  if (eh_changes_touch (changes, &eh_role_group_row_type) ||
      eh_changes_touch (changes, &eh_participant_row_type))
    g_clear_pointer (&self->hidden, eh_hidden_names_free);
  forget_what_is_gone (self, changes);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
label_changed_cb (GObject *store, GParamSpec *pspec, EhWorkspace *self)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

/* What could not be written while a worker had the project is written now. */
static void
busy_cb (EhStore *store, GParamSpec *pspec, EhWorkspace *self)
{
  if (eh_store_is_busy (store))
    return;
  eh_workspace_set_working (self, NULL, NULL);
  eh_workspace_flush (self);
}

/**
 * eh_workspace_set_store:
 * @self: a workspace
 * @store: (nullable): the open project
 *
 * Pages must be gone before the store changes.
 */
void
eh_workspace_set_store (EhWorkspace *self, EhStore *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  g_clear_object (&self->everybody);
  if (store != NULL) {
    self->everybody = eh_everybody_new (store);
    g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
    g_signal_connect (store, "notify::busy", G_CALLBACK (busy_cb), self);
    g_signal_connect (store, "notify::undo-label", G_CALLBACK (label_changed_cb), self);
    g_signal_connect (store, "notify::redo-label", G_CALLBACK (label_changed_cb), self);
  }
  g_clear_pointer (&self->role_groups, g_ptr_array_unref);
  g_clear_pointer (&self->hidden, eh_hidden_names_free);
  self->room_display = FALSE;
  self->workshop_id = self->activity_id = EH_ID_NONE;
  eh_live_session_set_store (self->live, store);
  refresh_title (self);
  for (guint i = PROP_STORE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/**
 * eh_workspace_get_role_groups:
 * @self: a workspace with a project
 *
 * Returns: (transfer none) (element-type EhRoleGroup): the role groups by position, good until the
 * next change
 */
GPtrArray *
eh_workspace_get_role_groups (EhWorkspace *self)
{
  if (self->role_groups == NULL)
    self->role_groups = eh_reader_list (eh_workspace_get_db (self), &eh_role_group_row_type);
  return self->role_groups;
}

/**
 * eh_workspace_get_role_group:
 * @self: a workspace with a project
 * @id: of a role group, or none
 *
 * Returns: (transfer none) (nullable): the group, good until the next change
 */
const EhRoleGroup *
eh_workspace_get_role_group (EhWorkspace *self, EhId id)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self);

  for (guint i = 0; i < groups->len; i++)
    if (eh_row_id (groups->pdata[i]) == id)
      return groups->pdata[i];
  return NULL;
}

/**
 * eh_workspace_get_people:
 * @self: a workspace with a project
 *
 * Returns: (transfer none) (element-type EhParticipant): everybody by name, good until the next
 * change
 */
GPtrArray *
eh_workspace_get_people (EhWorkspace *self)
{
  return eh_everybody_get (self->everybody);
}

/**
 * eh_workspace_set_save_state:
 * @self: a workspace
 * @save_state: (nullable): where the changes are, in a few words
 */
void
eh_workspace_set_save_state (EhWorkspace *self, const char *save_state)
{
  if (eh_set_str (&self->save_state, save_state))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_STATE]);
}

/**
 * eh_workspace_set_folded:
 * @self: a workspace
 * @folded: whether the window is too narrow for two panes
 */
void
eh_workspace_set_folded (EhWorkspace *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/**
 * eh_workspace_get_folded:
 * @self: a workspace
 *
 * Returns: whether the window is too narrow for two panes
 */
gboolean
eh_workspace_get_folded (EhWorkspace *self)
{
  return self->folded;
}

/**
 * eh_workspace_get_room_display:
 * @self: a workspace
 *
 * Returns: whether names are hidden, because others see the screen
 */
gboolean
eh_workspace_get_room_display (EhWorkspace *self)
{
  return self->room_display;
}

/* For whoever shows names, hiding or showing them is as if everybody had been renamed. */
static void
tell_of_everybody (EhWorkspace *self)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
  GPtrArray *people = eh_workspace_get_people (self);

  for (guint i = 0; i < people->len; i++) {
    const EhChange change = { &eh_participant_row_type, EH_CHANGE_CHANGED,
                              eh_row_id (people->pdata[i]) };

    g_array_append_val (changes, change);
  }
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/**
 * eh_workspace_set_room_display:
 * @self: a workspace
 * @room_display: whether others see the screen
 *
 * Hides the names of all people in this window, or shows them again. Nothing of it is kept: the
 * file does not change, and the next window shows names.
 */
void
eh_workspace_set_room_display (EhWorkspace *self, gboolean room_display)
{
  if (self->room_display == room_display)
    return;
  eh_workspace_flush (self);
  self->room_display = room_display;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM_DISPLAY]);
  if (self->store != NULL) {
    tell_of_everybody (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  }
}

static EhHiddenNames *
hidden_names (EhWorkspace *self)
{
  if (self->hidden == NULL)
    self->hidden = eh_hidden_names_new (eh_workspace_get_people (self),
                                        eh_workspace_get_role_groups (self));
  return self->hidden;
}

/**
 * eh_workspace_name_of:
 * @self: a workspace with a project
 * @participant_id: somebody
 * @name: their name
 *
 * The one way to a name on the screen, in a tip and for screen readers.
 *
 * Returns: (transfer none): the name to show: words for it where it was taken out at their wish,
 * and the role group with a number while names are hidden. It is good until the next change
 */
const char *
eh_workspace_name_of (EhWorkspace *self, EhId participant_id, const char *name)
{
  if (self->room_display && self->store != NULL)
    return eh_hidden_names_label (hidden_names (self), participant_id);
  return eh_text_is_blank (name) ? _ ("Name removed") : name;
}

/**
 * eh_workspace_role_of:
 * @self: a workspace
 * @role: a person's role in their own words: "had a stroke"
 *
 * Returns: (transfer none): the role to show: none while names are hidden, for such words tell who
 * it is, and what is the matter with them
 */
const char *
eh_workspace_role_of (EhWorkspace *self, const char *role)
{
  return self->room_display ? "" : role;
}

/**
 * eh_workspace_hide_names:
 * @self: a workspace
 * @text: (nullable): a sentence that may hold names, of which nobody can tell any more whose
 *
 * Returns: (transfer full) (nullable): the sentence; while names are hidden, without them
 */
char *
eh_workspace_hide_names (EhWorkspace *self, const char *text)
{
  if (text == NULL || !self->room_display || self->store == NULL)
    return g_strdup (text);
  return eh_hidden_names_apply (hidden_names (self), text);
}

/**
 * eh_workspace_get_workshop_id:
 * @self: a workspace
 *
 * Returns: the workshop that new insights belong to, or %EH_ID_NONE
 */
EhId
eh_workspace_get_workshop_id (EhWorkspace *self)
{
  return self->workshop_id;
}

/**
 * eh_workspace_get_activity_id:
 * @self: a workspace
 *
 * Returns: the activity that new insights belong to, or %EH_ID_NONE
 */
EhId
eh_workspace_get_activity_id (EhWorkspace *self)
{
  return self->activity_id;
}

/**
 * eh_workspace_set_workshop_id:
 * @self: a workspace
 * @workshop_id: the workshop that new insights belong to, or %EH_ID_NONE
 *
 * The activity is forgotten, for it is one of a workshop.
 */
void
eh_workspace_set_workshop_id (EhWorkspace *self, EhId workshop_id)
{
  if (self->workshop_id == workshop_id)
    return;
  self->workshop_id = workshop_id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSHOP_ID]);
  eh_workspace_set_activity_id (self, EH_ID_NONE);
}

/**
 * eh_workspace_choose_workshop:
 * @self: a workspace with a project
 *
 * Where no workshop is current: today's becomes it, or the last one before today, or the first one
 * to come.
 */
void
eh_workspace_choose_workshop (EhWorkspace *self)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (eh_workspace_get_db (self),
                                                    &eh_workshop_row_type);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  EhId best = EH_ID_NONE;

  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];

    if (best == EH_ID_NONE || (workshop->date[0] != '\0' && g_strcmp0 (workshop->date, today) <= 0))
      best = workshop->id;
  }
  if (eh_workspace_get_workshop_id (self) == EH_ID_NONE && best != EH_ID_NONE)
    eh_workspace_set_workshop_id (self, best);
}

/**
 * eh_workspace_set_activity_id:
 * @self: a workspace
 * @activity_id: the activity that new insights belong to, or %EH_ID_NONE
 */
void
eh_workspace_set_activity_id (EhWorkspace *self, EhId activity_id)
{
  if (self->activity_id == activity_id)
    return;
  self->activity_id = activity_id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVITY_ID]);
}

/**
 * eh_workspace_set_working:
 * @self: a workspace
 * @working: (nullable): what a worker is doing, in a few words: "Importing…"; %NULL when it is over
 * @stop: (nullable): gives it up
 */
void
eh_workspace_set_working (EhWorkspace *self, const char *working, GCancellable *stop)
{
  g_set_object (&self->stop, stop);
  if (g_strcmp0 (self->working, working) == 0)
    return;
  g_free (self->working);
  self->working = g_strdup (working);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKING]);
}

/**
 * eh_workspace_get_working:
 * @self: a workspace
 *
 * Returns: (nullable): what a worker is doing
 */
const char *
eh_workspace_get_working (EhWorkspace *self)
{
  return self->working;
}

/**
 * eh_workspace_stop:
 * @self: a workspace
 *
 * Gives up what a worker is doing; its step is taken back.
 */
void
eh_workspace_stop (EhWorkspace *self)
{
  if (self->stop != NULL)
    g_cancellable_cancel (self->stop);
}

/**
 * eh_workspace_flush:
 * @self: a workspace
 *
 * Has everything that is typed and not yet in the store written now.
 */
void
eh_workspace_flush (EhWorkspace *self)
{
  if (self->store != NULL && !eh_store_in_transaction (self->store) &&
      !eh_store_is_busy (self->store))
    g_signal_emit (self, signals[FLUSH], 0);
}

/**
 * eh_workspace_toast:
 * @self: a workspace
 * @text: what has happened
 * @with_undo: whether to offer to take it back
 *
 * Says something for a moment, to eyes and ears.
 */
void
eh_workspace_toast (EhWorkspace *self, const char *text, gboolean with_undo)
{
  g_autofree char *shown = eh_workspace_hide_names (self, text);

  g_signal_emit (self, signals[TOAST], 0, shown, with_undo);
  eh_workspace_announce (self, text);
}

/**
 * eh_workspace_announce:
 * @self: a workspace
 * @text: what a screen reader shall say
 */
void
eh_workspace_announce (EhWorkspace *self, const char *text)
{
  g_autofree char *shown = eh_workspace_hide_names (self, text);

  g_signal_emit (self, signals[ANNOUNCE], 0, shown);
}

/**
 * eh_workspace_set_problem:
 * @self: a workspace
 * @problem: (nullable): what went wrong, in a sentence; %NULL when it is over
 *
 * It stays in view until it is closed.
 */
void
eh_workspace_set_problem (EhWorkspace *self, const char *problem)
{
  if (eh_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  if (problem != NULL && *problem != '\0')
    eh_workspace_announce (self, problem);
}

/**
 * eh_workspace_get_problem:
 * @self: a workspace
 *
 * Returns: (nullable): what went wrong
 */
const char *
eh_workspace_get_problem (EhWorkspace *self)
{
  return self->problem;
}

/**
 * eh_workspace_report_error:
 * @self: a workspace
 * @error: (nullable): what went wrong; that somebody gave up is nothing to report
 *
 * Shows and says it; it stays until it is closed.
 */
void
eh_workspace_report_error (EhWorkspace *self, const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* That is over in a moment, and nothing to worry about. */
  if (self->store != NULL && eh_store_is_busy (self->store) &&
      g_error_matches (error, EH_STORE_ERROR, EH_STORE_ERROR_IN_USE))
    eh_workspace_toast (self, error->message, FALSE);
  else
    eh_workspace_set_problem (self, error->message);
}

/**
 * eh_workspace_show_place:
 * @self: a workspace
 * @place_id: "insights" and the like, see eh-place.c
 */
void
eh_workspace_show_place (EhWorkspace *self, const char *place_id)
{
  g_signal_emit (self, signals[SHOW_PLACE], 0, place_id);
}

/**
 * eh_workspace_show_item:
 * @self: a workspace
 * @place_id: where it is listed
 * @id: the row
 *
 * Goes to the place and selects the row.
 */
void
eh_workspace_show_item (EhWorkspace *self, const char *place_id, EhId id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, place_id, id);
}

/**
 * eh_workspace_show_filter:
 * @self: a workspace
 * @place_id: where to
 * @filter: a name that the place knows, see eh_page_show_filter()
 */
void
eh_workspace_show_filter (EhWorkspace *self, const char *place_id, const char *filter)
{
  g_signal_emit (self, signals[SHOW_FILTER], 0, place_id, filter);
}

/**
 * eh_workspace_show_insights:
 * @self: a workspace
 * @query: which
 *
 * Goes to the Insights place and has it list these.
 */
void
eh_workspace_show_insights (EhWorkspace *self, const EhInsightQuery *query)
{
  eh_workspace_show_place (self, "insights");
  g_signal_emit (self, signals[SHOW_INSIGHTS], 0, query);
}
