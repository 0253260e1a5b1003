/* Phones, as one window has them: the page that is served while it is on, what has come, and what
 * waits. One for each workspace, so that the chip in the header, the window of phones and the wall
 * say the same. It follows the workshop and the activity that are current, and ends with the
 * project.
 *
 * Three hundred phones send in a few seconds: what follows from one is told at most once a frame.
 */

#include "eh-phones.h"

#include "eh-contribute-server.h"
#include "eh-live-session.h"
#include "eh-queue.h"
#include "eh-wall-watch.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY      "eh-phones"
#define FRAME_MS 33
/* When nobody has opened the page for so long, the network is suspected. */
#define PATIENCE_SECONDS 60

struct _EhPhones {
  GObject parent_instance;

  EhWorkspace *workspace; /* not owned: it owns this */
  EhStore *store;         /* (nullable): that is listened to */
  EhContributeServer *server;
  EhWallWatch *wall;
  gboolean straight;
  EhContributeAsk asks;
  gboolean letters;
  gboolean shares_wall;
  gint64 started_at; /* monotonic */
  guint n_sent;
  guint n_waiting;
  guint n_announced;
  guint timer;
  guint patience; /* while somebody may still be on their way */
  gboolean firewall;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhPhones, eh_phones, G_TYPE_OBJECT)

/**
 * eh_phones_let_go:
 * @self: phones
 *
 * Stops, and reads the project no more: it is about to be closed.
 */
void
eh_phones_let_go (EhPhones *self)
{
  g_clear_object (&self->server);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_handle_id (&self->patience, g_source_remove);
  /* The end of the page asks for news again. */
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
eh_phones_dispose (GObject *object)
{
  EhPhones *self = EH_PHONES (object);

  eh_phones_let_go (self);
  G_OBJECT_CLASS (eh_phones_parent_class)->dispose (object);
}

static void
eh_phones_class_init (EhPhonesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_phones_dispose;
  /**
   * EhPhones::changed: anything that its functions tell, or the list of what was sent; at most once
   *   a frame
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_PHONES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
eh_phones_init (EhPhones *self)
{
  self->asks = EH_CONTRIBUTE_ASK_EITHER;
}

/* What came in one go is said once, as a number. */
static void
announce_arrivals (EhPhones *self)
{
  guint n = self->n_sent - self->n_announced;
  g_autofree char *text = NULL;

  if (self->n_sent <= self->n_announced)
    return;
  self->n_announced = self->n_sent;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contribution arrived", "%u contributions arrived", n), n);
  eh_workspace_announce (self->workspace, text);
}

static gboolean
frame_cb (gpointer data)
{
  EhPhones *self = data;

  self->timer = 0;
  self->n_waiting = self->store != NULL
                        ? eh_queue_count (eh_store_get_db (self->store), EH_QUEUE_WAITING)
                        : 0;
  announce_arrivals (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
changed (EhPhones *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (FRAME_MS, frame_cb, self);
}

static void
arrived_cb (EhContributeServer *server, guint n, EhPhones *self)
{
  self->n_sent += n;
  changed (self);
}

static void
taken_back_cb (EhContributeServer *server, guint n, EhPhones *self)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contributor took back what they had sent",
                   "%u contributors took back what they had sent", n),
      n);

  eh_workspace_toast (self->workspace, text, FALSE);
  changed (self);
}

static void
words_changed_cb (EhContributeServer *server, guint n, EhPhones *self)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contributor changed what they had sent",
                   "%u contributors changed what they had sent", n),
      n);

  eh_workspace_announce (self->workspace, text);
  changed (self);
}

static void
stopped_cb (EhContributeServer *server, int end, EhPhones *self)
{
  if (end == EH_CONTRIBUTE_END_TIME)
    eh_workspace_toast (self->workspace,
                        _ ("Phones have been stopped: nobody had used them for two hours."), FALSE);
  changed (self);
}

static void
ask_question (EhPhones *self)
{
  if (self->server != NULL)
    eh_contribute_server_set_question (self->server, eh_workspace_get_workshop_id (self->workspace),
                                       eh_workspace_get_activity_id (self->workspace));
  changed (self);
}

static void
share_wall (EhPhones *self)
{
  EhWallData *data = eh_wall_watch_get_data (self->wall);

  if (self->server != NULL)
    eh_contribute_server_set_wall (self->server,
                                   self->shares_wall && data != NULL ? data->open : NULL);
}

/* Phones end with the workshop: nobody should find next week that they were left on. */
static void
live_cb (EhPhones *self)
{
  if (eh_live_session_is_on (eh_workspace_get_live (self->workspace)) ||
      !eh_phones_is_running (self))
    return;
  eh_phones_stop (self);
  eh_workspace_toast (self->workspace, _ ("The workshop has ended, and phones with it."), FALSE);
}

/* Pages and windows go before the store does; so does the page for phones, which reads it. */
static void
store_cb (EhPhones *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);

  if (store == self->store)
    return;
  eh_phones_let_go (self);
  if (store != NULL) {
    self->store = g_object_ref (store);
    g_signal_connect_object (store, "received", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (store, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  }
  changed (self);
}

/**
 * eh_phones_of:
 * @workspace: a workspace
 *
 * Returns: (transfer none): its phones, off at first
 */
EhPhones *
eh_phones_of (EhWorkspace *workspace)
{
  EhPhones *self = g_object_get_data (G_OBJECT (workspace), KEY);

  if (self != NULL)
    return self;
  self = g_object_new (EH_TYPE_PHONES, NULL);
  self->workspace = workspace;
  self->wall = eh_wall_watch_of (workspace);
  g_signal_connect_object (workspace, "notify::store", G_CALLBACK (store_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::workshop-id", G_CALLBACK (ask_question), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::activity-id", G_CALLBACK (ask_question), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_workspace_get_live (workspace), "notify::on", G_CALLBACK (live_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wall, "loaded", G_CALLBACK (share_wall), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
  store_cb (self);
  return self;
}

static void begin_waiting (EhPhones *self);

static void
make_server (EhPhones *self)
{
  static const char *const told[] = { "notify::running", "notify::link", "notify::phones",
                                      "notify::reached", "notify::trouble" };

  self->server = eh_contribute_server_new (self->store);
  g_signal_connect_object (self->server, "arrived", G_CALLBACK (arrived_cb), self, 0);
  g_signal_connect_object (self->server, "changed", G_CALLBACK (words_changed_cb), self, 0);
  g_signal_connect_object (self->server, "taken-back", G_CALLBACK (taken_back_cb), self, 0);
  g_signal_connect_object (self->server, "stopped", G_CALLBACK (stopped_cb), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_connect_object (self->server, told[i], G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  eh_contribute_server_set_straight (self->server, self->straight);
  eh_contribute_server_set_asks (self->server, self->asks);
  eh_contribute_server_set_letters (self->server, self->letters);
}

/**
 * eh_phones_start:
 * @self: phones that are off, of a workspace with a project
 * @address: one of eh_contribute_addresses()
 * @error: set as by eh_contribute_server_start()
 *
 * Serves the page, under a new link.
 *
 * Returns: whether it is served
 */
gboolean
eh_phones_start (EhPhones *self, const char *address, GError **error)
{
  g_return_val_if_fail (self->store != NULL && !eh_phones_is_running (self), FALSE);
  if (self->server == NULL)
    make_server (self);
  ask_question (self);
  share_wall (self);
  if (!eh_contribute_server_start (self->server, address, error))
    return FALSE;
  self->started_at = g_get_monotonic_time ();
  self->n_sent = self->n_announced = 0;
  begin_waiting (self);
  changed (self);
  return TRUE;
}

/**
 * eh_phones_stop:
 * @self: phones
 *
 * Serves the page no more, if it is served. What has come stays, and may wait.
 */
void
eh_phones_stop (EhPhones *self)
{
  if (self->server != NULL)
    eh_contribute_server_stop (self->server);
}

/**
 * eh_phones_renew:
 * @self: phones
 *
 * Makes a new link; the one before leads nowhere any more.
 */
void
eh_phones_renew (EhPhones *self)
{
  if (eh_phones_is_running (self))
    eh_contribute_server_renew (self->server);
}

/**
 * eh_phones_is_running:
 * @self: phones
 *
 * Returns: whether the page is served
 */
gboolean
eh_phones_is_running (EhPhones *self)
{
  return self->server != NULL && eh_contribute_server_is_running (self->server);
}

/**
 * eh_phones_get_link:
 * @self: phones
 *
 * Returns: (transfer none) (nullable): where the page is, while it is served
 */
const char *
eh_phones_get_link (EhPhones *self)
{
  return eh_phones_is_running (self) ? eh_contribute_server_get_link (self->server) : NULL;
}

/**
 * eh_phones_get_address:
 * @self: phones
 *
 * Returns: (transfer none) (nullable): the address at which the page was served last
 */
const char *
eh_phones_get_address (EhPhones *self)
{
  return self->server != NULL ? eh_contribute_server_get_address (self->server) : NULL;
}

/**
 * eh_phones_get_trouble:
 * @self: phones
 *
 * Returns: (transfer none) (nullable): a sentence about what does not work just now
 */
const char *
eh_phones_get_trouble (EhPhones *self)
{
  return self->server != NULL ? eh_contribute_server_get_trouble (self->server) : NULL;
}

/**
 * eh_phones_was_reached:
 * @self: phones
 *
 * Returns: whether any other device has opened the page, or has sent something
 */
gboolean
eh_phones_was_reached (EhPhones *self)
{
  return self->server != NULL && (eh_contribute_server_was_reached (self->server) ||
                                  eh_contribute_server_get_phones (self->server) > 0);
}

/* A test does not wait for a minute. */
static guint
patience (void)
{
  const char *seconds = g_getenv ("EVENHAND_PATIENCE_SECONDS");

  return seconds != NULL ? (guint) g_ascii_strtoull (seconds, NULL, 10) : PATIENCE_SECONDS;
}

static gboolean
patience_cb (gpointer data)
{
  EhPhones *self = data;

  self->patience = 0;
  changed (self);
  return G_SOURCE_REMOVE;
}

static void
firewall_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPhones) self = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                               NULL);
  gboolean owned = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &owned);
  self->firewall |= owned;
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPhones) self = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "NameHasOwner",
                            g_variant_new ("(s)", "org.fedoraproject.FirewallD1"),
                            G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, 2000, NULL,
                            firewall_cb, g_object_ref (self));
}

/* The two firewalls that desktops come with, as far as anybody may ask. */
static void
look_for_firewall (EhPhones *self)
{
  g_autofree char *ufw = NULL;

  self->firewall = g_file_get_contents ("/etc/ufw/ufw.conf", &ufw, NULL, NULL) &&
                   strstr (ufw, "\nENABLED=yes") != NULL;
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, bus_cb, g_object_ref (self));
}

static void
begin_waiting (EhPhones *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add_seconds (patience (), patience_cb, self);
  look_for_firewall (self);
}

/**
 * eh_phones_get_reach:
 * @self: phones
 *
 * Returns: whether phones reach the page, and what may keep them from it
 */
EhReach
eh_phones_get_reach (EhPhones *self)
{
  g_autoptr (GPtrArray) addresses = eh_contribute_addresses ();
  const EhReachFacts facts = {
    .address = eh_phones_is_running (self) ? eh_phones_get_address (self) : NULL,
    .addresses = addresses,
    .opened = eh_phones_was_reached (self),
    .knocked = self->server != NULL && eh_contribute_server_was_knocked_at (self->server),
    .patience_over = self->patience == 0,
    .firewall = self->firewall,
  };

  return eh_reach_judge (&facts);
}

/**
 * eh_phones_get_seconds:
 * @self: phones
 *
 * Returns: for how many seconds the page has been served; 0 while it is not
 */
guint
eh_phones_get_seconds (EhPhones *self)
{
  return eh_phones_is_running (self)
             ? (guint) ((g_get_monotonic_time () - self->started_at) / G_USEC_PER_SEC)
             : 0;
}

/**
 * eh_phones_get_phones:
 * @self: phones
 *
 * Returns: how many phones have sent something since the start
 */
guint
eh_phones_get_phones (EhPhones *self)
{
  return self->server != NULL ? eh_contribute_server_get_phones (self->server) : 0;
}

/**
 * eh_phones_get_sent:
 * @self: phones
 *
 * Returns: how much has arrived since the start
 */
guint
eh_phones_get_sent (EhPhones *self)
{
  return self->n_sent;
}

/**
 * eh_phones_get_waiting:
 * @self: phones
 *
 * Returns: how much waits for a nod, whether phones are on or not
 */
guint
eh_phones_get_waiting (EhPhones *self)
{
  return self->n_waiting;
}

/**
 * eh_phones_get_straight:
 * @self: phones
 *
 * Returns: whether what arrives needs no nod
 */
gboolean
eh_phones_get_straight (EhPhones *self)
{
  return self->straight;
}

/**
 * eh_phones_set_straight:
 * @self: phones
 * @straight: whether what arrives from now on needs no nod
 */
void
eh_phones_set_straight (EhPhones *self, gboolean straight)
{
  if (self->straight == straight)
    return;
  self->straight = straight;
  if (self->server != NULL)
    eh_contribute_server_set_straight (self->server, straight);
  changed (self);
}

/**
 * eh_phones_get_asks:
 * @self: phones
 *
 * Returns: what the page asks about who writes
 */
EhContributeAsk
eh_phones_get_asks (EhPhones *self)
{
  return self->asks;
}

/**
 * eh_phones_set_asks:
 * @self: phones
 * @asks: what the page asks about who writes, from now on
 */
void
eh_phones_set_asks (EhPhones *self, EhContributeAsk asks)
{
  if (self->asks == asks)
    return;
  self->asks = asks;
  if (self->server != NULL)
    eh_contribute_server_set_asks (self->server, asks);
  changed (self);
}

/**
 * eh_phones_get_letters:
 * @self: phones
 *
 * Returns: whether whoever has a slip, or sent something, can read what became of it
 */
gboolean
eh_phones_get_letters (EhPhones *self)
{
  return self->letters;
}

/**
 * eh_phones_set_letters:
 * @self: phones
 * @letters: whether whoever has a slip, or sent something, can read what became of it from now on
 */
void
eh_phones_set_letters (EhPhones *self, gboolean letters)
{
  if (self->letters == letters)
    return;
  self->letters = letters;
  if (self->server != NULL)
    eh_contribute_server_set_letters (self->server, letters);
  changed (self);
}

/**
 * eh_phones_get_shares_wall:
 * @self: phones
 *
 * Returns: whether phones may read what is on the wall
 */
gboolean
eh_phones_get_shares_wall (EhPhones *self)
{
  return self->shares_wall;
}

/**
 * eh_phones_set_shares_wall:
 * @self: phones
 * @shares_wall: whether phones may read what is on the wall
 */
void
eh_phones_set_shares_wall (EhPhones *self, gboolean shares_wall)
{
  if (self->shares_wall == shares_wall)
    return;
  self->shares_wall = shares_wall;
  if (shares_wall)
    eh_wall_watch_want (self->wall);
  share_wall (self);
  changed (self);
}

/**
 * eh_phones_spaced:
 * @link: "http://192.168.1.20:8080/abcdefghij"
 *
 * Returns: (transfer full): the same for eyes, "192.168.1.20:8080 / abcde fghij", to be typed
 *   without the spaces; marked as left to right
 */
char *
eh_phones_spaced (const char *link)
{
  const char *rest = g_str_has_prefix (link, "http://") ? link + strlen ("http://") : link;
  g_auto (GStrv) parts = g_strsplit (rest, "/", 2);
  GString *text = g_string_new ("\u2066");

  g_string_append (text, parts[0]);
  if (parts[0] != NULL && parts[1] != NULL) {
    g_string_append (text, " / ");
    for (guint i = 0; parts[1][i] != '\0'; i++) {
      if (i > 0 && i % 5 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, parts[1][i]);
    }
  }
  g_string_append (text, "\u2069");
  return g_string_free (text, FALSE);
}
