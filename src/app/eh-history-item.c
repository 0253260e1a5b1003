/* A step of the history in a list. */

#include "eh-history-item.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhHistoryItem {
  GObject parent_instance;

  EhHistoryStep *step;
  char *search_key; /* (nullable): folded when it is first asked for */
};

G_DEFINE_FINAL_TYPE (EhHistoryItem, eh_history_item, G_TYPE_OBJECT)

static void
eh_history_item_finalize (GObject *object)
{
  EhHistoryItem *self = EH_HISTORY_ITEM (object);

  eh_history_step_free (self->step);
  g_free (self->search_key);
  G_OBJECT_CLASS (eh_history_item_parent_class)->finalize (object);
}

static void
eh_history_item_class_init (EhHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_history_item_finalize;
}

static void
eh_history_item_init (EhHistoryItem *self)
{
}

/**
 * eh_history_item_new:
 * @step: (transfer full): a step
 *
 * Returns: (transfer full): the step as an object
 */
EhHistoryItem *
eh_history_item_new (EhHistoryStep *step)
{
  EhHistoryItem *self = g_object_new (EH_TYPE_HISTORY_ITEM, NULL);

  self->step = step;
  return self;
}

/**
 * eh_history_item_get_step:
 * @self: an item
 *
 * Returns: (transfer none): its step
 */
const EhHistoryStep *
eh_history_item_get_step (EhHistoryItem *self)
{
  return self->step;
}

/**
 * eh_history_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): when it was done, by whom and where, as far as that is known
 */
char *
eh_history_item_describe (EhHistoryItem *self)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (self->step->made_at);
  g_autofree char *author = eh_text_isolate (self->step->author);
  g_autofree char *device = eh_text_isolate (self->step->device);
  g_autofree char *when = NULL;

  /* TRANSLATORS: a date and a time, in the words of g_date_time_format: 5 December 2026, 14:31 */
  when = time != NULL ? g_date_time_format (time, C_ ("date", "%-d %B %Y, %H:%M")) : g_strdup ("");
  if (self->step->author[0] != '\0' && self->step->device[0] != '\0')
    /* TRANSLATORS: when something was done, by whom, and the name of the computer */
    return g_strdup_printf (_ ("%1$s, by %2$s on %3$s"), when, author, device);
  if (self->step->author[0] != '\0')
    /* TRANSLATORS: when something was done, and by whom */
    return g_strdup_printf (_ ("%1$s, by %2$s"), when, author);
  if (self->step->device[0] != '\0')
    /* TRANSLATORS: when something was done, and the name of the computer */
    return g_strdup_printf (_ ("%1$s, on %2$s"), when, device);
  return g_steal_pointer (&when);
}

/**
 * eh_history_item_matches:
 * @self: an item
 * @words: (element-type utf8): what is searched, folded by eh_text_fold()
 *
 * Returns: whether all of them are in what it says
 */
gboolean
eh_history_item_matches (EhHistoryItem *self, GPtrArray *words)
{
  if (self->search_key == NULL && words->len > 0) {
    g_autofree char *about = eh_history_item_describe (self);
    g_autofree char *all = g_strconcat (self->step->label, " ", about, NULL);

    self->search_key = eh_text_fold (all);
  }
  for (guint i = 0; i < words->len; i++)
    if (strstr (self->search_key, words->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}
