/* Deletes what is past its date: when a project is opened, and when a day begins while it is open.
 * A promise to delete is kept without anybody having to remember it; the Overview says beforehand
 * what will go. */

#include "eh-overdue-watch.h"

#include "eh-overdue.h"
#include "eh-schedule.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* A computer that slept through midnight has its day looked at soon after. */
#define LOOK_SECONDS 60

struct _EhOverdueWatch {
  GObject parent_instance;

  EhWorkspace *workspace;
  char *day;
  guint timer;
};

static guint deleted_signal;

G_DEFINE_FINAL_TYPE (EhOverdueWatch, eh_overdue_watch, G_TYPE_OBJECT)

static void
eh_overdue_watch_dispose (GObject *object)
{
  EhOverdueWatch *self = EH_OVERDUE_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_overdue_watch_parent_class)->dispose (object);
}

static void
eh_overdue_watch_class_init (EhOverdueWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_overdue_watch_dispose;
  /**
   * EhOverdueWatch::deleted:
   * @text: how many things were deleted and why, in a sentence
   */
  deleted_signal = g_signal_new ("deleted", EH_TYPE_OVERDUE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eh_overdue_watch_init (EhOverdueWatch *self)
{
}

/**
 * eh_overdue_watch_look:
 * @self: a watch
 *
 * Deletes what is past its date, if a day has begun since the last time.
 */
void
eh_overdue_watch_look (EhOverdueWatch *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (store == NULL || eh_store_in_transaction (store) || g_strcmp0 (today, self->day) == 0)
    return;
  eh_set_str (&self->day, today);
  if (eh_overdue_count (eh_store_get_db (store)) == 0)
    return;
  eh_workspace_flush (self->workspace);
  if (!eh_overdue_delete (store, &n, &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  if (n == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u access need was deleted for good: it was given for the workshops, and the "
                   "date until which it was to be kept has passed. What was done before can no "
                   "longer be undone.",
                   "%u access needs were deleted for good: they were given for the workshops, and "
                   "the dates until which they were to be kept have passed. What was done before "
                   "can no longer be undone.",
                   n),
      n);
  g_signal_emit (self, deleted_signal, 0, text);
}

static gboolean
timer_cb (gpointer data)
{
  eh_overdue_watch_look (data);
  return G_SOURCE_CONTINUE;
}

/**
 * eh_overdue_watch_new:
 * @workspace: a workspace
 *
 * Call eh_overdue_watch_look() when it has a project; from then on every new day is seen.
 *
 * Returns: (transfer full): a watch
 */
EhOverdueWatch *
eh_overdue_watch_new (EhWorkspace *workspace)
{
  EhOverdueWatch *self = g_object_new (EH_TYPE_OVERDUE_WATCH, NULL);

  self->workspace = g_object_ref (workspace);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, timer_cb, self);
  return self;
}
