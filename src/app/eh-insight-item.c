/* An insight in a list: its id, and what is shown of it as soon as somebody looks. It is alive as
 * long as a row shows it, so a list of any length holds a few hundred. */

#include "eh-insight-item.h"

struct _EhInsightItem {
  GObject parent_instance;

  EhStore *store;
  EhId id;
  EhInsightCard *card; /* once it was asked for */
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhInsightItem, eh_insight_item, G_TYPE_OBJECT)

static void
eh_insight_item_finalize (GObject *object)
{
  EhInsightItem *self = EH_INSIGHT_ITEM (object);

  g_clear_pointer (&self->card, eh_insight_card_free);
  g_object_unref (self->store);
  G_OBJECT_CLASS (eh_insight_item_parent_class)->finalize (object);
}

static void
eh_insight_item_class_init (EhInsightItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = eh_insight_item_finalize;
  /**
   * EhInsightItem::changed: what is shown of it is other than before
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_INSIGHT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_insight_item_init (EhInsightItem *self)
{
}

/**
 * eh_insight_item_new:
 * @store: where it is
 * @id: an insight
 *
 * Returns: (transfer full): the item; nothing has been read yet
 */
EhInsightItem *
eh_insight_item_new (EhStore *store, EhId id)
{
  EhInsightItem *self = g_object_new (EH_TYPE_INSIGHT_ITEM, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  return self;
}

/**
 * eh_insight_item_get_id:
 * @self: an item
 *
 * Returns: the insight
 */
EhId
eh_insight_item_get_id (EhInsightItem *self)
{
  return self->id;
}

/**
 * eh_insight_item_get_card:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what a list shows of it, %NULL when it has been removed
 */
const EhInsightCard *
eh_insight_item_get_card (EhInsightItem *self)
{
  if (self->card == NULL)
    self->card = eh_insight_card_load (eh_store_get_db (self->store), self->id);
  return self->card;
}

/**
 * eh_insight_item_invalidate:
 * @self: an item
 *
 * Lets whoever shows it read it again.
 */
void
eh_insight_item_invalidate (EhInsightItem *self)
{
  g_clear_pointer (&self->card, eh_insight_card_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
