/* A step of the history in a list. */

#include "eh-history-item.h"

#include "eh-text.h"
#include "eh-when-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhHistoryItem {
  GObject parent_instance;

  EhHistoryStep *step;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhHistoryItem, eh_history_item, G_TYPE_OBJECT)

static void
eh_history_item_finalize (GObject *object)
{
  EhHistoryItem *self = EH_HISTORY_ITEM (object);

  eh_history_step_free (self->step);
  G_OBJECT_CLASS (eh_history_item_parent_class)->finalize (object);
}

static void
eh_history_item_class_init (EhHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_history_item_finalize;
  /**
   * EhHistoryItem::changed: its step was undone or done again, or grew
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_HISTORY_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
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
 * eh_history_item_take_step:
 * @self: an item
 * @step: (transfer full): the same step, as it is now
 */
void
eh_history_item_take_step (EhHistoryItem *self, EhHistoryStep *step)
{
  gboolean same = self->step->made_at == step->made_at &&
                  g_str_equal (self->step->state, step->state) &&
                  g_str_equal (self->step->label, step->label);

  eh_history_step_free (self->step);
  self->step = step;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * eh_history_step_describe:
 * @step: a step
 *
 * Returns: (transfer full): when it was done, by whom and where, as far as that is known
 */
char *
eh_history_step_describe (const EhHistoryStep *step)
{
  g_autofree char *author = eh_text_isolate (step->author);
  g_autofree char *device = eh_text_isolate (step->device);
  g_autofree char *when = eh_when_moment (step->made_at);

  if (step->author[0] != '\0' && step->device[0] != '\0')
    /* TRANSLATORS: when something was done, by whom, and the name of the computer */
    return g_strdup_printf (_ ("%1$s, by %2$s on %3$s"), when, author, device);
  if (step->author[0] != '\0')
    /* TRANSLATORS: when something was done, and by whom */
    return g_strdup_printf (_ ("%1$s, by %2$s"), when, author);
  if (step->device[0] != '\0')
    /* TRANSLATORS: when something was done, and the name of the computer */
    return g_strdup_printf (_ ("%1$s, on %2$s"), when, device);
  return g_steal_pointer (&when);
}
