/* The thread that serves phones. The connection to the project and all that serves belong to it
 * alone; what the window wants goes to it as orders, and what happens comes back by a function that
 * is called in it. */

#include "eh-contribute-thread.h"

#define FAREWELL_MS 300

struct _EhContributeThread {
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  EhReception *reception; /* used in the thread alone */
};

static GSource *
attach (GMainContext *context, GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, context);
  return source;
}

/* What a start takes to the thread, and brings back. */
typedef struct {
  EhContributeThread *thread;
  EhContributePlace *place;
  EhReceptionFunc tell;
  gpointer data;
  GError *error;
  gboolean done;
  GMutex mutex;
  GCond cond;
} Start;

static gboolean
time_is_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Answers that are on their way are given a moment. */
static void
say_farewell (GMainContext *context, EhReception *reception)
{
  gboolean is_up = FALSE;
  GSource *source = attach (context, g_timeout_source_new (FAREWELL_MS), time_is_up_cb, &is_up);

  eh_reception_finish (reception);
  while (!is_up && eh_reception_is_busy (reception))
    g_main_context_iteration (context, TRUE);
  g_source_destroy (source);
  g_source_unref (source);
}

static EhReception *
open_reception (Start *start)
{
  EhContributePlace *place = start->place;
  EhReception *reception = eh_reception_new (place->path, start->tell, start->data, &start->error);

  if (reception == NULL)
    return NULL;
  eh_reception_set_view (reception, place->view);
  eh_reception_set_token (reception, place->token);
  if (eh_reception_listen (reception, place->address, &place->port, &start->error))
    return reception;
  eh_reception_free (reception);
  return NULL;
}

static void
report_start (Start *start)
{
  g_mutex_lock (&start->mutex);
  start->done = TRUE;
  g_cond_signal (&start->cond);
  g_mutex_unlock (&start->mutex);
}

static gpointer
thread_main (gpointer data)
{
  Start *start = data;
  EhContributeThread *self = start->thread;
  GMainContext *context = self->context;
  GMainLoop *loop = self->loop;
  EhReception *reception;

  g_main_context_push_thread_default (context);
  reception = open_reception (start);
  self->reception = reception;
  report_start (start);
  if (reception != NULL) {
    g_main_loop_run (loop);
    say_farewell (context, reception);
    eh_reception_free (reception);
  }
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
thread_free (EhContributeThread *self)
{
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * eh_contribute_thread_start:
 * @place: what it begins with; its port is set
 * @tell: called in the thread with what happens
 * @data: for @tell
 * @error: set to a #GIOError or #EhStoreError
 *
 * Returns: (transfer full) (nullable): a thread that serves
 */
EhContributeThread *
eh_contribute_thread_start (EhContributePlace *place,
                            EhReceptionFunc tell,
                            gpointer data,
                            GError **error)
{
  EhContributeThread *self = g_new0 (EhContributeThread, 1);
  Start start = { .thread = self, .place = place, .tell = tell, .data = data };

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&start.mutex);
  g_cond_init (&start.cond);
  self->thread = g_thread_new ("evenhand-phones", thread_main, &start);
  g_mutex_lock (&start.mutex);
  while (!start.done)
    g_cond_wait (&start.cond, &start.mutex);
  g_mutex_unlock (&start.mutex);
  g_mutex_clear (&start.mutex);
  g_cond_clear (&start.cond);
  if (start.error == NULL)
    return self;
  g_thread_join (self->thread);
  thread_free (self);
  g_propagate_error (error, start.error);
  return NULL;
}

/* ---- orders ---- */

typedef struct {
  EhReception *reception;
  EhContributeView *view;
  char *token;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->view, eh_contribute_view_unref);
  g_free (order->token);
  g_free (order);
}

static gboolean
order_cb (gpointer data)
{
  Order *order = data;

  if (order->view != NULL)
    eh_reception_set_view (order->reception, order->view);
  if (order->token != NULL)
    eh_reception_set_token (order->reception, order->token);
  return G_SOURCE_REMOVE;
}

static void
send_order (EhContributeThread *self, EhContributeView *view, const char *token)
{
  Order *order = g_new0 (Order, 1);
  GSource *source = g_idle_source_new ();

  order->reception = self->reception;
  order->view = view;
  order->token = g_strdup (token);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, order_cb, order, order_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

/**
 * eh_contribute_thread_show:
 * @self: a thread
 * @view: (transfer full): what phones are shown from now on
 */
void
eh_contribute_thread_show (EhContributeThread *self, EhContributeView *view)
{
  send_order (self, view, NULL);
}

/**
 * eh_contribute_thread_renew:
 * @self: a thread
 * @token: of the new link
 */
void
eh_contribute_thread_renew (EhContributeThread *self, const char *token)
{
  send_order (self, NULL, token);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/**
 * eh_contribute_thread_stop:
 * @self: (transfer full): a thread
 *
 * Serves no more; waits until what has arrived is on disk.
 */
void
eh_contribute_thread_stop (EhContributeThread *self)
{
  GSource *quit = attach (self->context, g_idle_source_new (), quit_cb, self->loop);

  g_thread_join (self->thread);
  g_source_unref (quit);
  thread_free (self);
}
