/* The page for phones without a window, for tests and for trying it out:
 *
 *   serve FILE [ADDRESS]
 *
 * Makes or opens a project at FILE as a working copy, serves the page at ADDRESS (127.0.0.1 unless
 * told), prints the link, and does what it reads, a line each: state, accept, refuse, renew, stop,
 * start, straight, wall, letters N, slips N, hold SECONDS, asks N, idle SECONDS, slept SECONDS,
 * longest, quit. Not installed. */

#include "eh-contribute-server.h"
#include "eh-inbox.h"
#include "eh-queue.h"
#include "eh-slips.h"
#include "eh-text.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  EhStore *store;
  EhContributeServer *server;
  EhId workshop;
  EhId activity;
  const char *address;
  GMainLoop *loop;
  gint64 last_tick;
  gint64 longest; /* that the loop of the window's side was busy with one thing, in microseconds */
} Serve;

#define TICK_MS 5

static void
die (const char *what, GError *error)
{
  fprintf (stderr, "serve: %s: %s\n", what, error->message);
  exit (1);
}

static void
put (Serve *self, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  if (!eh_store_put_one (self->store, type, row, "Made for a test", NULL, &error))
    die (type->table, error);
}

static void
make_group (Serve *self, const char *key, const char *singular)
{
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();

  group->id = eh_id_from_key ("role_group", key);
  group->in_voice = TRUE;
  eh_set_str (&group->key, key);
  eh_set_str (&group->label, singular);
  eh_set_str (&group->singular, singular);
  put (self, &eh_role_group_row_type, group);
}

static void
make_project (Serve *self)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhActivity) activity = eh_activity_new ();

  workshop->id = eh_id_new ();
  eh_set_str (&workshop->title, "Workshop 2");
  put (self, &eh_workshop_row_type, workshop);
  activity->id = eh_id_new ();
  activity->workshop_id = workshop->id;
  eh_set_str (&activity->prompt, "What gets in the way of being heard?");
  put (self, &eh_activity_row_type, activity);
  make_group (self, "public", "public contributor");
  make_group (self, "staff", "member of staff");
}

static void
open_project (Serve *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (is_new) {
    EhStore *made = eh_store_create (path, "Sharing power in research", &error);

    if (made == NULL)
      die (path, error);
    g_object_unref (made);
  }
  self->store = eh_store_open_working_copy (path, &error);
  if (self->store == NULL)
    die (path, error);
  if (is_new)
    make_project (self);
  activities = eh_reader_list (eh_store_get_db (self->store), &eh_activity_row_type);
  if (activities->len > 0) {
    self->activity = ((EhActivity *) activities->pdata[0])->id;
    self->workshop = ((EhActivity *) activities->pdata[0])->workshop_id;
  }
}

static void
start (Serve *self)
{
  g_autoptr (GError) error = NULL;

  if (!eh_contribute_server_start (self->server, self->address, &error))
    die ("start", error);
  printf ("LINK %s\n", eh_contribute_server_get_link (self->server));
}

static void
tell_state (Serve *self)
{
  EhDb *db = eh_store_get_db (self->store);
  const char *trouble = eh_contribute_server_get_trouble (self->server);

  printf ("STATE {\"waiting\": %u, \"accepted\": %u, \"refused\": %u, \"taken_back\": %u, "
          "\"phones\": %u, \"reached\": %s, \"knocked\": %s, \"running\": %s, \"trouble\": %s}\n",
          eh_queue_count (db, EH_QUEUE_WAITING), eh_queue_count (db, EH_QUEUE_ACCEPTED),
          eh_queue_count (db, EH_QUEUE_REFUSED), eh_queue_count (db, EH_QUEUE_TAKEN_BACK),
          eh_contribute_server_get_phones (self->server),
          eh_contribute_server_was_reached (self->server) ? "true" : "false",
          eh_contribute_server_was_knocked_at (self->server) ? "true" : "false",
          eh_contribute_server_is_running (self->server) ? "true" : "false",
          trouble != NULL ? "true" : "false");
}

static void
decide (Serve *self, gboolean (*decide_on) (EhStore *store, GArray *ids, GError **error))
{
  g_autoptr (GPtrArray) rows = eh_queue_list (eh_store_get_db (self->store), EH_QUEUE_WAITING);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, ((EhReceived *) rows->pdata[i])->id);
  if (!decide_on (self->store, ids, &error))
    die ("decide", error);
  printf ("OK %u\n", ids->len);
}

static void
share_wall (Serve *self)
{
  g_autoptr (EhDataset) dataset = eh_reader_load_dataset (eh_store_get_db (self->store), NULL);
  g_autoptr (EhPublicDataset) wall = eh_disclosure_apply (dataset, NULL, NULL);

  eh_contribute_server_set_wall (self->server, wall);
  printf ("OK\n");
}

static void
make_slips (Serve *self, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slips = eh_slips_make (self->store, self->workshop, n, &error);

  if (slips == NULL)
    die ("slips", error);
  printf ("SLIPS");
  for (guint i = 0; i < slips->len; i++)
    printf (" %s", ((EhSlip *) slips->pdata[i])->code);
  printf ("\n");
}

/* The window at work for longer than a phone is made to wait. */
static void
hold (Serve *self, guint seconds)
{
  g_autoptr (GError) error = NULL;

  if (!eh_store_begin (self->store, "Held", &error))
    die ("hold", error);
  printf ("OK\n");
  fflush (stdout);
  g_usleep (seconds * G_USEC_PER_SEC);
  eh_store_abort (self->store);
}

static gboolean
refuse (EhStore *store, GArray *ids, GError **error)
{
  return eh_queue_refuse (store, ids, "It names somebody", TRUE, error);
}

static void
obey (Serve *self, char **words)
{
  guint n = words[0] != NULL && words[1] != NULL ? (guint) atoi (words[1]) : 1;
  const char *verb = words[0] != NULL ? words[0] : "";

  if (g_str_equal (verb, "state")) {
    tell_state (self);
  } else if (g_str_equal (verb, "accept")) {
    decide (self, eh_queue_accept);
  } else if (g_str_equal (verb, "refuse")) {
    decide (self, refuse);
  } else if (g_str_equal (verb, "renew")) {
    eh_contribute_server_renew (self->server);
    printf ("LINK %s\n", eh_contribute_server_get_link (self->server));
  } else if (g_str_equal (verb, "stop")) {
    eh_contribute_server_stop (self->server);
    printf ("OK\n");
  } else if (g_str_equal (verb, "start")) {
    start (self);
  } else if (g_str_equal (verb, "asks")) {
    eh_contribute_server_set_asks (self->server, (EhContributeAsk) n);
    printf ("OK\n");
  } else if (g_str_equal (verb, "idle")) {
    eh_contribute_server_set_idle_seconds (self->server, n);
    printf ("OK\n");
  } else if (g_str_equal (verb, "slept")) {
    eh_contribute_server_look (self->server, g_get_real_time () + n * G_USEC_PER_SEC);
    printf ("OK\n");
  } else if (g_str_equal (verb, "straight")) {
    eh_contribute_server_set_straight (self->server, TRUE);
    printf ("OK\n");
  } else if (g_str_equal (verb, "letters")) {
    eh_contribute_server_set_letters (self->server, n != 0);
    printf ("OK\n");
  } else if (g_str_equal (verb, "wall")) {
    share_wall (self);
  } else if (g_str_equal (verb, "slips")) {
    make_slips (self, n);
  } else if (g_str_equal (verb, "hold")) {
    hold (self, n);
  } else if (g_str_equal (verb, "longest")) {
    printf ("LONGEST %.3f\n", (double) self->longest / 1000);
    self->longest = 0;
  } else if (g_str_equal (verb, "quit")) {
    g_main_loop_quit (self->loop);
  } else {
    printf ("UNKNOWN %s\n", verb);
  }
}

static gboolean
tick_cb (gpointer data)
{
  Serve *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->last_tick != 0)
    self->longest = MAX (self->longest, now - self->last_tick - TICK_MS * 1000);
  self->last_tick = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
line_cb (GIOChannel *channel, GIOCondition condition, gpointer data)
{
  Serve *self = data;
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL) {
    g_main_loop_quit (self->loop);
    return G_SOURCE_REMOVE;
  }
  words = g_strsplit (g_strstrip (line), " ", 3);
  obey (self, words);
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  Serve self = { .address = argc > 2 ? argv[2] : "127.0.0.1" };
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);

  if (argc < 2) {
    fprintf (stderr, "Usage: serve FILE [ADDRESS]\n");
    return 2;
  }
  open_project (&self, argv[1]);
  self.loop = g_main_loop_new (NULL, FALSE);
  self.server = eh_contribute_server_new (self.store);
  eh_contribute_server_set_question (self.server, self.workshop, self.activity);
  start (&self);
  fflush (stdout);
  g_io_channel_set_buffer_size (channel, 4096);
  g_io_add_watch (channel, G_IO_IN | G_IO_HUP, line_cb, &self);
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick_cb, &self, NULL);
  g_main_loop_run (self.loop);
  g_assert_finalize_object (self.server);
  eh_store_close (self.store);
  g_object_unref (self.store);
  g_main_loop_unref (self.loop);
  return 0;
}
