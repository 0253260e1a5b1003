/* The steps of the history, the newest first, as a list model.
 *
 * The model holds their numbers and nothing else: 8 bytes a step. They are found in a worker, also
 * those that a search or a filter asks for; a step is read when a row shows it. When the project
 * changes, only what differs is spliced, so that the place and the selection stay. */

#include "eh-history-model.h"

#include "eh-reader.h"
#include "eh-text.h"
#include "eh-weak.h"

#include <gio/gio.h>

struct _EhHistoryModel {
  GObject parent_instance;

  EhStore *store;
  EhHistoryQuery filter;
  GStrv words;      /* folded */
  GArray *seqs;     /* (element-type gint64): falling */
  GHashTable *live; /* gint64 -> EhHistoryItem, not owned: those that a row shows */
  GCancellable *search;
  gint64 last_erasing;
};

enum {
  LOADED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void eh_history_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhHistoryModel,
                               eh_history_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      eh_history_model_iface_init))

typedef struct {
  char *path;
  EhHistoryQuery query;
  GStrv words;
} Search;

typedef struct {
  GArray *seqs;
  gint64 last_erasing;
} Found;

static void
search_free (Search *search)
{
  g_free (search->path);
  g_free (search->query.who);
  g_strfreev (search->words);
  g_free (search);
}

static void
found_free (Found *found)
{
  g_array_unref (found->seqs);
  g_free (found);
}

/* Called while the item is being disposed of: its step can still be read. */
static void
item_gone_cb (gpointer data, GObject *where_the_object_was)
{
  EhHistoryModel *self = data;
  const EhHistoryStep *step = eh_history_item_get_step ((EhHistoryItem *) where_the_object_was);

  g_hash_table_remove (self->live, &step->seq);
}

static gpointer
eh_history_model_get_item (GListModel *list, guint position)
{
  EhHistoryModel *self = EH_HISTORY_MODEL (list);
  EhHistoryStep *step;
  EhHistoryItem *item;
  gint64 seq;

  if (position >= self->seqs->len)
    return NULL;
  seq = g_array_index (self->seqs, gint64, position);
  item = g_hash_table_lookup (self->live, &seq);
  if (item != NULL)
    return g_object_ref (item);
  step = eh_history_get (eh_store_get_db (self->store), seq);
  if (step == NULL) {
    /* Gone since the list was read; it is read again at once. */
    step = g_new0 (EhHistoryStep, 1);
    step->seq = seq;
    step->label = g_strdup ("");
    step->device = g_strdup ("");
    step->author = g_strdup ("");
    step->state = g_strdup ("dropped");
  }
  item = eh_history_item_new (step);
  g_hash_table_insert (self->live, g_memdup2 (&seq, sizeof seq), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  return item;
}

static GType
eh_history_model_get_item_type (GListModel *list)
{
  return EH_TYPE_HISTORY_ITEM;
}

static guint
eh_history_model_get_n_items (GListModel *list)
{
  return EH_HISTORY_MODEL (list)->seqs->len;
}

static void
eh_history_model_iface_init (GListModelInterface *iface)
{
  iface->get_item = eh_history_model_get_item;
  iface->get_item_type = eh_history_model_get_item_type;
  iface->get_n_items = eh_history_model_get_n_items;
}

/* Splices what lies between the common beginning and the common end. */
static void
replace (EhHistoryModel *self, GArray *seqs)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->seqs);
  guint most = MIN (old->len, seqs->len);
  guint head = 0;
  guint tail = 0;

  while (head < most && g_array_index (old, gint64, head) == g_array_index (seqs, gint64, head))
    head++;
  while (tail < most - head && g_array_index (old, gint64, old->len - 1 - tail) ==
                                   g_array_index (seqs, gint64, seqs->len - 1 - tail))
    tail++;
  self->seqs = g_array_ref (seqs);
  if (old->len - head - tail > 0 || seqs->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                seqs->len - head - tail);
}

/* Steps that are shown may have been undone or done again. */
static void
read_live_again (EhHistoryModel *self)
{
  g_autoptr (GList) items = g_hash_table_get_values (self->live);

  g_list_foreach (items, (GFunc) g_object_ref, NULL);
  for (GList *l = items; l != NULL; l = l->next) {
    const EhHistoryStep *step = eh_history_item_get_step (l->data);
    EhHistoryStep *now = eh_history_get (eh_store_get_db (self->store), step->seq);

    if (now != NULL)
      eh_history_item_take_step (l->data, now);
  }
  g_list_foreach (items, (GFunc) g_object_unref, NULL);
}

/* In the worker: whether all words are in what the list says of the step. */
static gboolean
matches (const EhHistoryStep *step, gpointer data)
{
  GStrv words = data;
  g_autofree char *about = eh_history_step_describe (step);
  g_autofree char *all = g_strconcat (step->label, " ", about, NULL);
  g_autofree char *folded = eh_text_fold (all);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  GArray *seqs = db != NULL ? eh_history_find (db, &search->query, &error) : NULL;
  Found *found;

  if (seqs == NULL) {
    g_task_return_error (task, error);
    return;
  }
  found = g_new0 (Found, 1);
  found->seqs = seqs;
  found->last_erasing = eh_history_last_erasing (db);
  /* Whoever is told finds the file let go of. */
  g_clear_pointer (&db, eh_db_close);
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhHistoryModel) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&found, found_free);
    return;
  }
  g_clear_object (&self->search);
  if (found == NULL) {
    g_signal_emit (self, signals[FAILED], 0, error);
    return;
  }
  self->last_erasing = found->last_erasing;
  replace (self, found->seqs);
  found_free (found);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
eh_history_model_dispose (GObject *object)
{
  EhHistoryModel *self = EH_HISTORY_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->live);
  G_OBJECT_CLASS (eh_history_model_parent_class)->dispose (object);
}

static void
eh_history_model_finalize (GObject *object)
{
  EhHistoryModel *self = EH_HISTORY_MODEL (object);

  g_clear_object (&self->store);
  g_free (self->filter.who);
  g_strfreev (self->words);
  g_array_unref (self->seqs);
  g_hash_table_unref (self->live);
  G_OBJECT_CLASS (eh_history_model_parent_class)->finalize (object);
}

static void
eh_history_model_class_init (EhHistoryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eh_history_model_dispose;
  object_class->finalize = eh_history_model_finalize;
  /**
   * EhHistoryModel::loaded: the list is what is asked for
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_HISTORY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * EhHistoryModel::failed:
   * @error: why
   *
   * The history could not be read.
   */
  signals[FAILED] = g_signal_new ("failed", EH_TYPE_HISTORY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
eh_history_model_init (EhHistoryModel *self)
{
  self->filter.until = G_MAXINT64;
  self->words = g_new0 (char *, 1);
  self->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* A task never holds the model: the worker may be the last to let go of its task. */
static void
start (EhHistoryModel *self)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  search->path = g_strdup (eh_store_get_path (self->store));
  search->query = self->filter;
  search->query.who = g_strdup (self->filter.who);
  search->words = g_strdupv (self->words);
  if (search->words[0] != NULL) {
    search->query.match = matches;
    search->query.data = search->words;
  }
  task = g_task_new (NULL, self->search, found_cb, eh_weak_new (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

/**
 * eh_history_model_new:
 * @store: an open project, in a file that others may read
 *
 * Returns: (transfer full): a list that begins to fill with every step
 */
EhHistoryModel *
eh_history_model_new (EhStore *store)
{
  EhHistoryModel *self = g_object_new (EH_TYPE_HISTORY_MODEL, NULL);

  self->store = g_object_ref (store);
  start (self);
  return self;
}

/**
 * eh_history_model_set_filter:
 * @self: a model
 * @filter: which steps
 * @words: words that must be in what is said of a step
 *
 * Lists others. What is there stays until they have been found.
 */
void
eh_history_model_set_filter (EhHistoryModel *self, const EhHistoryQuery *filter, const char *words)
{
  g_free (self->filter.who);
  self->filter = *filter;
  self->filter.who = g_strdup (filter->who);
  g_strfreev (self->words);
  self->words = eh_text_words (words);
  start (self);
}

/**
 * eh_history_model_refresh:
 * @self: a model
 *
 * Reads the history again: something has been done.
 */
void
eh_history_model_refresh (EhHistoryModel *self)
{
  read_live_again (self);
  start (self);
}

/**
 * eh_history_model_is_loading:
 * @self: a model
 *
 * Returns: whether other steps are being looked for
 */
gboolean
eh_history_model_is_loading (EhHistoryModel *self)
{
  return self->search != NULL;
}

/**
 * eh_history_model_is_filtered:
 * @self: a model
 *
 * Returns: whether only some steps are asked for
 */
gboolean
eh_history_model_is_filtered (EhHistoryModel *self)
{
  return self->words[0] != NULL || self->filter.who != NULL || self->filter.tables != 0 ||
         self->filter.since > 0 || self->filter.until != G_MAXINT64;
}

/**
 * eh_history_model_find:
 * @self: a model
 * @seq: a step
 * @position: (out): where it is
 *
 * Returns: whether it is there
 */
gboolean
eh_history_model_find (EhHistoryModel *self, gint64 seq, guint *position)
{
  guint low = 0;
  guint high = self->seqs->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->seqs, gint64, middle) > seq)
      low = middle + 1;
    else
      high = middle;
  }
  *position = low;
  return low < self->seqs->len && g_array_index (self->seqs, gint64, low) == seq;
}

/**
 * eh_history_model_get_last_erasing:
 * @self: a model
 *
 * Returns: see eh_history_last_erasing()
 */
gint64
eh_history_model_get_last_erasing (EhHistoryModel *self)
{
  return self->last_erasing;
}
