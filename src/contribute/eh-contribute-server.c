/* The page for phones as the window knows it: started, stopped, renewed, and what has come. Serving
 * happens in a thread of its own, so that three hundred phones do not make the window stutter, and
 * the window's work does not keep them waiting. */

#include "eh-contribute-server.h"

#include "config.h"
#include "eh-address.h"
#include "eh-contribute-thread.h"
#include "eh-queue.h"
#include "eh-secret.h"
#include "eh-slip.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define IDLE_SECONDS (2 * 60 * 60u)
#define LOOK_SECONDS 30
#define TRY_AGAIN_MS 200

struct _EhContributeServer {
  GObject parent_instance;

  EhStore *store;
  GMainContext *owner;
  EhId workshop_id;
  EhId activity_id;
  gboolean straight;
  EhContributeAsk asks;
  gboolean letters;
  EhId straight_since; /* what arrived before stays where it is */
  EhPublicDataset *wall;
  guint idle_seconds;
  gint64 used_at; /* when somebody last had to do with it, in microseconds since 1970 */

  EhContributeThread *thread; /* (nullable): while it is served */
  char *address;
  char *token;
  char *link;
  guint16 port;
  guint n_phones;
  gboolean reached;
  gboolean knocked;
  gboolean address_there;
  guint n_opened;
  char *trouble;
  GSource *looking;
  GSource *later;

  GMutex mutex; /* guards what follows */
  EhReceptionNews news;
  gboolean has_news;
  GSource *telling;
};

enum {
  PROP_RUNNING = 1,
  PROP_LINK,
  PROP_PHONES,
  PROP_REACHED,
  PROP_TROUBLE,
  N_PROPS
};
enum {
  ARRIVED,
  CHANGED,
  TAKEN_BACK,
  STOPPED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhContributeServer, eh_contribute_server, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static GSource *
attach (GMainContext *context, GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, context);
  return source;
}

static void
set_trouble (EhContributeServer *self, const char *trouble)
{
  if (eh_set_str (&self->trouble, trouble))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

/* ---- what the thread tells ---- */

static gboolean tell_cb (gpointer data);

static void
reception_news_cb (const EhReceptionNews *news, gpointer data)
{
  EhContributeServer *self = data;

  g_mutex_lock (&self->mutex);
  self->news.n_received += news->n_received;
  self->news.n_changed += news->n_changed;
  self->news.n_taken_back += news->n_taken_back;
  self->news.n_phones = news->n_phones;
  self->news.n_opened = news->n_opened;
  self->news.knocked = news->knocked;
  self->news.failed = news->failed;
  self->has_news = TRUE;
  if (self->telling == NULL)
    self->telling = attach (self->owner, g_idle_source_new (), tell_cb, self);
  g_mutex_unlock (&self->mutex);
}

static gboolean later_cb (gpointer data);

static void
accept_straight (EhContributeServer *self)
{
  g_autoptr (GPtrArray) rows = eh_queue_list (eh_store_get_db (self->store), EH_QUEUE_WAITING);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const EhReceived *row = rows->pdata[i];

    /* What was accepted and undone waits for a person. */
    if (row->id > self->straight_since && row->accepted_at == 0 && row->capture == EH_CAPTURE_PHONE)
      g_array_append_val (ids, row->id);
  }
  if (ids->len > 0 && !eh_queue_accept (self->store, ids, &error))
    set_trouble (self, error->message);
}

/* Brings what has come to the project, when nothing else is being done to it. */
static void
settle (EhContributeServer *self)
{
  g_autoptr (GError) error = NULL;
  guint n_changed, n_taken_back;

  if (eh_store_in_transaction (self->store)) {
    if (self->later == NULL)
      self->later = attach (self->owner, g_timeout_source_new (TRY_AGAIN_MS), later_cb, self);
    return;
  }
  if (!eh_queue_settle (self->store, &n_changed, &n_taken_back, &error))
    set_trouble (self, error->message);
  if (self->straight)
    accept_straight (self);
  eh_store_tell_received (self->store);
}

static gboolean
later_cb (gpointer data)
{
  EhContributeServer *self = data;

  g_clear_pointer (&self->later, g_source_unref);
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
take_news (EhContributeServer *self, const EhReceptionNews *news)
{
  gboolean reached = self->reached || news->n_opened > 0;

  if (news->n_received + news->n_changed + news->n_taken_back > 0 ||
      self->n_opened != news->n_opened)
    self->used_at = g_get_real_time ();
  self->n_opened = news->n_opened;
  if (self->knocked != news->knocked) {
    self->knocked = news->knocked;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED]);
  }
  if (self->n_phones != news->n_phones) {
    self->n_phones = news->n_phones;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PHONES]);
  }
  if (self->reached != reached) {
    self->reached = reached;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED]);
  }
  if (news->failed)
    set_trouble (self, _ ("What phones send cannot be saved just now. Is the disk full? They keep "
                          "trying."));
  else if (news->n_received + news->n_changed + news->n_taken_back > 0)
    set_trouble (self, NULL);
  if (news->n_received + news->n_changed + news->n_taken_back > 0)
    settle (self);
  if (news->n_received > 0)
    g_signal_emit (self, signals[ARRIVED], 0, news->n_received);
  if (news->n_changed > 0)
    g_signal_emit (self, signals[CHANGED], 0, news->n_changed);
  if (news->n_taken_back > 0)
    g_signal_emit (self, signals[TAKEN_BACK], 0, news->n_taken_back);
}

static void
tell_now (EhContributeServer *self)
{
  EhReceptionNews news;
  gboolean has_news;

  g_mutex_lock (&self->mutex);
  clear_source (&self->telling);
  news = self->news;
  has_news = self->has_news;
  self->has_news = FALSE;
  self->news.n_received = self->news.n_changed = self->news.n_taken_back = 0;
  g_mutex_unlock (&self->mutex);
  if (has_news)
    take_news (self, &news);
}

static gboolean
tell_cb (gpointer data)
{
  g_autoptr (EhContributeServer) self = g_object_ref (data);

  tell_now (self);
  return G_SOURCE_REMOVE;
}

/* ---- what the window tells ---- */

static EhContributeView *
view_now (EhContributeServer *self)
{
  EhContributeView *view = eh_contribute_view_new (eh_store_get_db (self->store), self->workshop_id,
                                                   self->activity_id, self->straight, self->asks,
                                                   self->wall);

  view->letters = self->letters;
  return view;
}

static void
refresh_view (EhContributeServer *self)
{
  if (self->thread != NULL)
    eh_contribute_thread_show (self->thread, view_now (self));
}

static void
store_changed_cb (EhStore *store, GArray *changes, EhContributeServer *self)
{
  static const EhRowType *const shown[] = { &eh_project_row_type, &eh_workshop_row_type,
                                            &eh_activity_row_type, &eh_role_group_row_type,
                                            &eh_slip_row_type };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (eh_changes_touch (changes, shown[i])) {
      refresh_view (self);
      return;
    }
}

static void
check_address (EhContributeServer *self)
{
  gboolean there = eh_contribute_has_address (self->address);

  if (there == self->address_there)
    return;
  self->address_there = there;
  if (!there)
    set_trouble (self,
                 _ ("This computer is no longer on the network on which the page was started. "
                    "Join it again, or stop the page and start it anew."));
  else
    set_trouble (self, NULL);
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean available, EhContributeServer *self)
{
  if (self->thread != NULL)
    check_address (self);
}

static void
stop_with (EhContributeServer *self, EhContributeEnd end)
{
  if (self->thread == NULL)
    return;
  clear_source (&self->looking);
  eh_contribute_thread_stop (g_steal_pointer (&self->thread));
  tell_now (self);
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->link, g_free);
  set_trouble (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINK]);
  g_signal_emit (self, signals[STOPPED], 0, (int) end);
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (EhContributeServer) self = g_object_ref (data);

  eh_contribute_server_look (self, g_get_real_time ());
  return self->looking != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* ---- the object ---- */

static void
eh_contribute_server_dispose (GObject *object)
{
  EhContributeServer *self = EH_CONTRIBUTE_SERVER (object);

  if (self->store != NULL)
    stop_with (self, EH_CONTRIBUTE_END_ASKED);
  clear_source (&self->later);
  clear_source (&self->telling);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (eh_contribute_server_parent_class)->dispose (object);
}

static void
eh_contribute_server_finalize (GObject *object)
{
  EhContributeServer *self = EH_CONTRIBUTE_SERVER (object);

  g_clear_pointer (&self->owner, g_main_context_unref);
  g_clear_pointer (&self->wall, eh_public_dataset_unref);
  g_free (self->address);
  g_free (self->token);
  g_free (self->link);
  g_free (self->trouble);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (eh_contribute_server_parent_class)->finalize (object);
}

static void
eh_contribute_server_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhContributeServer *self = EH_CONTRIBUTE_SERVER (object);

  switch (id) {
  case PROP_RUNNING:
    g_value_set_boolean (value, self->thread != NULL);
    break;
  case PROP_LINK:
    g_value_set_string (value, self->link);
    break;
  case PROP_PHONES:
    g_value_set_uint (value, self->n_phones);
    break;
  case PROP_REACHED:
    g_value_set_boolean (value, self->reached);
    break;
  case PROP_TROUBLE:
    g_value_set_string (value, self->trouble);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * EhContributeServer:running: whether the page is served
   */
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  /**
   * EhContributeServer:link: (nullable): where phones find it:
   * "http://192.168.1.20:8080/abcdefghij"
   */
  props[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, flags);
  /**
   * EhContributeServer:phones: how many phones have sent something since it was started
   */
  props[PROP_PHONES] = g_param_spec_uint ("phones", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * EhContributeServer:reached: whether any other device has opened the page since it was started.
   * While nobody has, the network may be keeping phones from this computer
   */
  props[PROP_REACHED] = g_param_spec_boolean ("reached", NULL, NULL, FALSE, flags);
  /**
   * EhContributeServer:trouble: (nullable): a sentence about what does not work just now
   */
  props[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eh_contribute_server_class_init (EhContributeServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eh_contribute_server_dispose;
  object_class->finalize = eh_contribute_server_finalize;
  object_class->get_property = eh_contribute_server_get_property;
  install_properties (object_class);

  /**
   * EhContributeServer::arrived:
   * @n: how many contributions; they are on disk, and those that go straight to the wall are there
   */
  signals[ARRIVED] = g_signal_new ("arrived", EH_TYPE_CONTRIBUTE_SERVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * EhContributeServer::changed:
   * @n: how many contributors changed what they had sent; insights follow before this is told
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_CONTRIBUTE_SERVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * EhContributeServer::taken-back:
   * @n: how many contributors took back what they had sent; it is erased before this is told
   */
  signals[TAKEN_BACK] = g_signal_new ("taken-back", EH_TYPE_CONTRIBUTE_SERVER, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * EhContributeServer::stopped:
   * @end: why: a #EhContributeEnd
   */
  signals[STOPPED] = g_signal_new ("stopped", EH_TYPE_CONTRIBUTE_SERVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
eh_contribute_server_init (EhContributeServer *self)
{
  g_mutex_init (&self->mutex);
  self->owner = g_main_context_ref_thread_default ();
  self->idle_seconds = IDLE_SECONDS;
  self->asks = EH_CONTRIBUTE_ASK_EITHER;
}

/**
 * eh_contribute_server_new:
 * @store: the store of a working copy; a file that is opened directly would make the store and the
 *   page wait for one another
 *
 * Returns: (transfer full): a page that is not served until it is started. Signals are emitted in
 *   the main context of the calling thread
 */
EhContributeServer *
eh_contribute_server_new (EhStore *store)
{
  EhContributeServer *self = g_object_new (EH_TYPE_CONTRIBUTE_SERVER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * eh_contribute_server_set_question:
 * @self: a page
 * @workshop_id: where what is sent belongs, or none
 * @activity_id: whose prompt is the question, or none for the page's own
 *
 * Phones that open the page from now on see that question. What somebody has begun to write is
 * kept, and belongs to the question that is current when it is sent.
 */
void
eh_contribute_server_set_question (EhContributeServer *self, EhId workshop_id, EhId activity_id)
{
  self->workshop_id = workshop_id;
  self->activity_id = activity_id;
  self->used_at = g_get_real_time ();
  refresh_view (self);
}

/**
 * eh_contribute_server_set_straight:
 * @self: a page
 * @straight: whether what arrives from now on is accepted without a nod
 *
 * The page says which it is.
 */
void
eh_contribute_server_set_straight (EhContributeServer *self, gboolean straight)
{
  self->straight = straight;
  self->straight_since = eh_id_new ();
  refresh_view (self);
}

/**
 * eh_contribute_server_set_asks:
 * @self: a page
 * @asks: what it asks about who writes, from now on; the one or the other at first
 */
void
eh_contribute_server_set_asks (EhContributeServer *self, EhContributeAsk asks)
{
  self->asks = asks;
  refresh_view (self);
}

/**
 * eh_contribute_server_set_letters:
 * @self: a page
 * @letters: whether whoever has a slip, or sent something, can read what became of it; not at first
 */
void
eh_contribute_server_set_letters (EhContributeServer *self, gboolean letters)
{
  self->letters = letters;
  refresh_view (self);
}

/**
 * eh_contribute_server_set_wall:
 * @self: a page
 * @wall: (nullable): what has passed the gate, to share the wall with phones; %NULL not to, as at
 *   first. Give it anew when the project has changed
 */
void
eh_contribute_server_set_wall (EhContributeServer *self, EhPublicDataset *wall)
{
  if (wall != NULL)
    eh_public_dataset_ref (wall);
  g_clear_pointer (&self->wall, eh_public_dataset_unref);
  self->wall = wall;
  refresh_view (self);
}

/**
 * eh_contribute_server_set_idle_seconds:
 * @self: a page
 * @seconds: for how long nobody may have to do with it before it stops by itself; two hours at
 *   first, 0 for ever
 */
void
eh_contribute_server_set_idle_seconds (EhContributeServer *self, guint seconds)
{
  self->idle_seconds = seconds;
}

/**
 * eh_contribute_server_look:
 * @self: a page
 * @now: microseconds since 1970
 *
 * Looks whether the address is still this computer's, and stops when nobody has had to do with the
 * page for too long. Done every half minute while it is served. It goes by the time of day and not
 * by timers, which stand still while the computer sleeps: whoever opens the laptop the next morning
 * finds phones off.
 */
void
eh_contribute_server_look (EhContributeServer *self, gint64 now)
{
  if (self->thread == NULL)
    return;
  check_address (self);
  /* Somebody has set the clock back. */
  self->used_at = MIN (self->used_at, now);
  if (self->idle_seconds > 0 && now - self->used_at > self->idle_seconds * G_USEC_PER_SEC)
    stop_with (self, EH_CONTRIBUTE_END_TIME);
}

static void
make_link (EhContributeServer *self)
{
  g_free (self->token);
  g_free (self->link);
  self->token = eh_secret_new (EH_SECRET_LINK_LENGTH);
  self->link = NULL;
}

static void
write_link (EhContributeServer *self)
{
  g_autofree char *host = eh_address_host (self->address, self->port);

  g_free (self->link);
  self->link = g_strdup_printf ("http://%s/%s", host, self->token);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINK]);
}

/* Keeps the port of this session where it can: phones that are open go on. */
static gboolean
try_start (EhContributeServer *self, guint16 port, GError **error)
{
  g_autoptr (EhContributeView) view = view_now (self);
  EhContributePlace place = { .path = eh_store_get_path (self->store),
                              .address = self->address,
                              .port = port,
                              .token = self->token,
                              .view = view };

  self->thread = eh_contribute_thread_start (&place, reception_news_cb, self, error);
  self->port = place.port;
  return self->thread != NULL;
}

/**
 * eh_contribute_server_start:
 * @self: a page
 * @address: one of eh_contribute_addresses(), at which alone it is served
 * @error: set to a #GIOError or #EhStoreError whose message says what to do
 *
 * Serves the page, under a new link.
 *
 * Returns: whether it is served
 */
gboolean
eh_contribute_server_start (EhContributeServer *self, const char *address, GError **error)
{
  g_autoptr (GError) own = NULL;

  g_return_val_if_fail (self->thread == NULL, FALSE);
  make_link (self);
  g_free (self->address);
  self->address = g_strdup (address);
  self->n_phones = 0;
  self->n_opened = 0;
  self->reached = self->knocked = FALSE;
  self->address_there = TRUE;
  self->used_at = g_get_real_time ();
  memset (&self->news, 0, sizeof self->news);
  if (!(self->port != 0 && try_start (self, self->port, NULL)) && !try_start (self, 0, &own)) {
    g_clear_pointer (&self->token, g_free);
    if (own->domain != G_IO_ERROR) {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
    g_debug ("%s: %s", address, own->message);
    g_set_error (
        error, G_IO_ERROR, own->code,
        /* TRANSLATORS: %s is a network address such as 192.168.1.20 */
        _ ("The page cannot be served at %s. Is this computer still on that network? Choose "
           "another address."),
        address);
    return FALSE;
  }
  write_link (self);
  self->looking = attach (self->owner, g_timeout_source_new_seconds (LOOK_SECONDS), look_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PHONES]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED]);
  return TRUE;
}

/**
 * eh_contribute_server_stop:
 * @self: a page
 *
 * Stops serving it; the link leads nowhere any more. What has arrived is on disk. Takes at most
 * some tenths of a second, while answers are on their way.
 */
void
eh_contribute_server_stop (EhContributeServer *self)
{
  stop_with (self, EH_CONTRIBUTE_END_ASKED);
}

/**
 * eh_contribute_server_renew:
 * @self: a page that is served
 *
 * Makes a new link; the one before leads nowhere from now on, for whoever has it.
 */
void
eh_contribute_server_renew (EhContributeServer *self)
{
  g_return_if_fail (self->thread != NULL);
  make_link (self);
  eh_contribute_thread_renew (self->thread, self->token);
  write_link (self);
}

/**
 * eh_contribute_server_is_running:
 * @self: a page
 *
 * Returns: whether it is served
 */
gboolean
eh_contribute_server_is_running (EhContributeServer *self)
{
  return self->thread != NULL;
}

/**
 * eh_contribute_server_get_link:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): where phones find it, while it is served
 */
const char *
eh_contribute_server_get_link (EhContributeServer *self)
{
  return self->link;
}

/**
 * eh_contribute_server_get_address:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the address at which it is or was served last
 */
const char *
eh_contribute_server_get_address (EhContributeServer *self)
{
  return self->address;
}

/**
 * eh_contribute_server_get_phones:
 * @self: a page
 *
 * Returns: how many phones have sent something since it was started
 */
guint
eh_contribute_server_get_phones (EhContributeServer *self)
{
  return self->n_phones;
}

/**
 * eh_contribute_server_was_reached:
 * @self: a page
 *
 * Returns: whether any other device has opened it since it was started
 */
gboolean
eh_contribute_server_was_reached (EhContributeServer *self)
{
  return self->reached;
}

/**
 * eh_contribute_server_was_knocked_at:
 * @self: a page
 *
 * Returns: whether any other device has made a connection since it was started, whatever it wanted
 */
gboolean
eh_contribute_server_was_knocked_at (EhContributeServer *self)
{
  return self->knocked;
}

/**
 * eh_contribute_server_get_trouble:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): a sentence about what does not work just now
 */
const char *
eh_contribute_server_get_trouble (EhContributeServer *self)
{
  return self->trouble;
}
