/* The insights that a query finds, the newest first, as a list model.
 *
 * The model holds ids and nothing else: 8 bytes an insight. They are asked for in a worker: first
 * the few that fit on a screen, then the rest; a query that is superseded is cancelled. When the
 * store changes, the query runs again, and only what differs between its result and the list is
 * spliced, so that the place and the selection stay. An insight that was just added or removed is
 * put into or taken out of an unfiltered list at once, without waiting for the worker.
 *
 * A task never holds the model: the worker may be the last to let go of its task, and a model must
 * not end in a worker. */

#include "eh-insight-list-model.h"

#include "eh-contributor.h"
#include "eh-evidence.h"
#include "eh-mapping.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-weak.h"

/* More than any screen shows at once. */
#define FIRST_IDS 40
/* A change of more rows than this, an import, is not looked at row by row. */
#define MANY_CHANGES 200

struct _EhInsightListModel {
  GObject parent_instance;

  EhStore *store;
  EhInsightQuery *query;
  GArray *ids;          /* (element-type EhId): falling */
  GHashTable *live;     /* EhId -> EhInsightItem, not owned: those that a row shows */
  GArray *kept;         /* (element-type EhId): stay while they are worked on */
  gboolean has_guests;  /* some of them are not what the query asks for */
  GCancellable *search; /* while a worker is busy */
  gint64 n_unmapped;
};

enum {
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void eh_insight_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhInsightListModel,
                               eh_insight_list_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      eh_insight_list_model_iface_init))

typedef struct {
  char *path;
  EhInsightQuery *query;
  guint limit;
  gboolean refresh; /* of the same query as before */
  EhId after;       /* of the one that is looked for */
} Search;

typedef struct {
  GArray *ids;
  gint64 n_unmapped;
} Found;

static void
search_free (Search *search)
{
  g_free (search->path);
  eh_insight_query_free (search->query);
  g_free (search);
}

static void
found_free (Found *found)
{
  g_array_unref (found->ids);
  g_free (found);
}

/* Called while the item is being disposed of: its id can still be read. */
static void
item_gone_cb (gpointer data, GObject *where_the_object_was)
{
  EhInsightListModel *self = data;
  EhId id = eh_insight_item_get_id ((EhInsightItem *) where_the_object_was);

  g_hash_table_remove (self->live, &id);
}

static gpointer
eh_insight_list_model_get_item (GListModel *list, guint position)
{
  EhInsightListModel *self = EH_INSIGHT_LIST_MODEL (list);
  EhInsightItem *item;
  EhId *key;
  EhId id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, EhId, position);
  item = g_hash_table_lookup (self->live, &id);
  if (item != NULL)
    return g_object_ref (item);
  item = eh_insight_item_new (self->store, id);
  key = g_new (EhId, 1);
  *key = id;
  g_hash_table_insert (self->live, key, item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  return item;
}

static GType
eh_insight_list_model_get_item_type (GListModel *list)
{
  return EH_TYPE_INSIGHT_ITEM;
}

static guint
eh_insight_list_model_get_n_items (GListModel *list)
{
  return EH_INSIGHT_LIST_MODEL (list)->ids->len;
}

static void
eh_insight_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item = eh_insight_list_model_get_item;
  iface->get_item_type = eh_insight_list_model_get_item_type;
  iface->get_n_items = eh_insight_list_model_get_n_items;
}

/* The first place at or below which @id stands, for ids fall. */
static guint
place_of (GArray *ids, EhId id)
{
  guint low = 0;
  guint high = ids->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (ids, EhId, middle) > id)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
holds (GArray *ids, EhId id)
{
  guint place = place_of (ids, id);

  return place < ids->len && g_array_index (ids, EhId, place) == id;
}

/* Puts @ids in the place of what is there, and says what differs: one splice. */
static void
replace (EhInsightListModel *self, GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint most = MIN (old->len, ids->len);
  guint head = 0;
  guint tail = 0;

  while (head < most && g_array_index (old, EhId, head) == g_array_index (ids, EhId, head))
    head++;
  while (tail < most - head && g_array_index (old, EhId, old->len - 1 - tail) ==
                                   g_array_index (ids, EhId, ids->len - 1 - tail))
    tail++;
  self->ids = g_array_ref (ids);
  if (old->len - head - tail > 0 || ids->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                ids->len - head - tail);
}

/* What is being worked on stays in sight, though it is no longer what the query asks for. */
static void
add_guests (EhInsightListModel *self, GArray *ids)
{
  self->has_guests = FALSE;
  for (guint i = 0; i < self->kept->len; i++) {
    EhId id = g_array_index (self->kept, EhId, i);
    g_autoptr (EhInsight) row = NULL;

    if (holds (ids, id) || !holds (self->ids, id))
      continue;
    row = eh_reader_get (eh_store_get_db (self->store), &eh_insight_row_type, id);
    if (row == NULL)
      continue;
    g_array_insert_val (ids, place_of (ids, id), id);
    self->has_guests = TRUE;
  }
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  g_autoptr (EhInsightQuery) unmapped = eh_insight_query_new ();
  Found *found;
  GArray *ids;

  if (db == NULL ||
      (ids = eh_insight_query_ids (db, search->query, search->limit, &error)) == NULL) {
    g_task_return_error (task, error);
    return;
  }
  found = g_new0 (Found, 1);
  found->ids = ids;
  found->n_unmapped = -1;
  if (search->limit == 0) {
    unmapped->unmapped = TRUE;
    found->n_unmapped = eh_insight_query_count (db, unmapped, NULL);
  }
  /* Whoever is told finds the file let go of. */
  g_clear_pointer (&db, eh_db_close);
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static void start (EhInsightListModel *self, guint limit, gboolean refresh);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhInsightListModel) self = g_weak_ref_get (weak);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&found, found_free);
    return;
  }
  g_clear_object (&self->search);
  if (found == NULL) {
    g_warning ("listing insights: %s", error->message);
    g_signal_emit (self, signals[LOADED], 0);
    return;
  }
  if (search->refresh)
    add_guests (self, found->ids);
  replace (self, found->ids);
  if (found->n_unmapped >= 0)
    self->n_unmapped = found->n_unmapped;
  if (search->limit > 0)
    start (self, 0, FALSE);
  g_signal_emit (self, signals[LOADED], 0);
  found_free (found);
}

static void
start (EhInsightListModel *self, guint limit, gboolean refresh)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  search->path = g_strdup (eh_store_get_path (self->store));
  search->query = eh_insight_query_copy (self->query);
  search->limit = limit;
  search->refresh = refresh;
  task = g_task_new (NULL, self->search, found_cb, eh_weak_new (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

/* Of an unfiltered list it is known without asking what an addition or a removal does to it. */
static void
change_at_once (EhInsightListModel *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);
    guint place;

    if (change->type != &eh_insight_row_type)
      continue;
    place = place_of (self->ids, change->id);
    if (change->kind == EH_CHANGE_ADDED && !holds (self->ids, change->id)) {
      g_array_insert_val (self->ids, place, change->id);
      g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
    } else if (change->kind == EH_CHANGE_REMOVED && holds (self->ids, change->id)) {
      g_array_remove_index (self->ids, place);
      g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
    }
  }
}

/* The insight that a change is about, %EH_ID_NONE when it may be about any. */
static EhId
insight_of (EhInsightListModel *self, const EhChange *change)
{
  EhDb *db = eh_store_get_db (self->store);

  if (change->type == &eh_insight_row_type)
    return change->id;
  if (change->kind == EH_CHANGE_REMOVED)
    return EH_ID_NONE;
  if (change->type == &eh_contributor_row_type) {
    g_autoptr (EhContributor) row = eh_reader_get (db, change->type, change->id);

    return row != NULL ? row->insight_id : EH_ID_NONE;
  }
  if (change->type == &eh_mapping_row_type) {
    g_autoptr (EhMapping) row = eh_reader_get (db, change->type, change->id);

    return row != NULL ? row->insight_id : EH_ID_NONE;
  }
  if (change->type == &eh_evidence_row_type) {
    g_autoptr (EhEvidence) row = eh_reader_get (db, change->type, change->id);

    return row != NULL ? row->insight_id : EH_ID_NONE;
  }
  return EH_ID_NONE;
}

static gboolean
is_shown (const EhRowType *type)
{
  return type == &eh_insight_row_type || type == &eh_contributor_row_type ||
         type == &eh_mapping_row_type || type == &eh_evidence_row_type ||
         type == &eh_participant_row_type || type == &eh_role_group_row_type ||
         type == &eh_category_row_type || type == &eh_workshop_row_type;
}

static void
invalidate_all (EhInsightListModel *self)
{
  g_autoptr (GList) items = g_hash_table_get_values (self->live);

  g_list_foreach (items, (GFunc) g_object_ref, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    eh_insight_item_invalidate (l->data);
  g_list_foreach (items, (GFunc) g_object_unref, NULL);
}

static void
invalidate (EhInsightListModel *self, GArray *changes)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);
    EhId id;

    if (!is_shown (change->type))
      continue;
    id = changes->len > MANY_CHANGES ? EH_ID_NONE : insight_of (self, change);
    if (id == EH_ID_NONE) {
      invalidate_all (self);
      return;
    }
    g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
  }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    EhInsightItem *item = g_hash_table_lookup (self->live, key);

    if (item != NULL)
      eh_insight_item_invalidate (item);
  }
}

static void
changed_cb (EhInsightListModel *self, GArray *changes)
{
  gboolean ours = FALSE;

  for (guint i = 0; i < changes->len && !ours; i++)
    ours = is_shown (g_array_index (changes, EhChange, i).type);
  if (!ours)
    return;
  if (changes->len <= MANY_CHANGES && eh_insight_query_is_empty (self->query))
    change_at_once (self, changes);
  invalidate (self, changes);
  start (self, 0, TRUE);
}

static void
eh_insight_list_model_dispose (GObject *object)
{
  EhInsightListModel *self = EH_INSIGHT_LIST_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->live);
  G_OBJECT_CLASS (eh_insight_list_model_parent_class)->dispose (object);
}

static void
eh_insight_list_model_finalize (GObject *object)
{
  EhInsightListModel *self = EH_INSIGHT_LIST_MODEL (object);

  g_clear_object (&self->store);
  eh_insight_query_free (self->query);
  g_array_unref (self->ids);
  g_array_unref (self->kept);
  g_hash_table_unref (self->live);
  G_OBJECT_CLASS (eh_insight_list_model_parent_class)->finalize (object);
}

static void
eh_insight_list_model_class_init (EhInsightListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eh_insight_list_model_dispose;
  object_class->finalize = eh_insight_list_model_finalize;
  /**
   * EhInsightListModel::loaded: some or all of what the query finds has arrived
   */
  signals[LOADED] = g_signal_new ("loaded", EH_TYPE_INSIGHT_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_insight_list_model_init (EhInsightListModel *self)
{
  self->query = eh_insight_query_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->kept = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->live = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
}

/**
 * eh_insight_list_model_new:
 * @store: an open project, in a file that others may read
 *
 * Returns: (transfer full): a list that begins to fill with every insight
 */
EhInsightListModel *
eh_insight_list_model_new (EhStore *store)
{
  EhInsightListModel *self = g_object_new (EH_TYPE_INSIGHT_LIST_MODEL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  start (self, FIRST_IDS, FALSE);
  return self;
}

/**
 * eh_insight_list_model_set_query:
 * @self: a model
 * @query: which insights
 *
 * Lists others. What is there stays until the first of them have arrived.
 */
void
eh_insight_list_model_set_query (EhInsightListModel *self, const EhInsightQuery *query)
{
  EhInsightQuery *copy = eh_insight_query_copy (query);

  eh_insight_query_free (self->query);
  self->query = copy;
  g_array_set_size (self->kept, 0);
  self->has_guests = FALSE;
  start (self, FIRST_IDS, FALSE);
}

/**
 * eh_insight_list_model_get_query:
 * @self: a model
 *
 * Returns: (transfer none): which insights it lists
 */
const EhInsightQuery *
eh_insight_list_model_get_query (EhInsightListModel *self)
{
  return self->query;
}

/**
 * eh_insight_list_model_is_loading:
 * @self: a model
 *
 * Returns: whether more is to come
 */
gboolean
eh_insight_list_model_is_loading (EhInsightListModel *self)
{
  return self->search != NULL;
}

/**
 * eh_insight_list_model_get_n_unmapped:
 * @self: a model
 *
 * Returns: how many insights of the project are under no category, as last counted
 */
gint64
eh_insight_list_model_get_n_unmapped (EhInsightListModel *self)
{
  return self->n_unmapped;
}

/**
 * eh_insight_list_model_get_id:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: the insight there, %EH_ID_NONE beyond the end
 */
EhId
eh_insight_list_model_get_id (EhInsightListModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, EhId, position) : EH_ID_NONE;
}

/**
 * eh_insight_list_model_get_ids:
 * @self: a model
 *
 * Returns: (transfer none) (element-type EhId): what is listed, falling. One that is added or
 * removed changes this array; where more differs, there is another one.
 */
GArray *
eh_insight_list_model_get_ids (EhInsightListModel *self)
{
  return self->ids;
}

/**
 * eh_insight_list_model_find:
 * @self: a model
 * @id: an insight
 * @position: (out): where it is, or where it would be
 *
 * Returns: whether it is there
 */
gboolean
eh_insight_list_model_find (EhInsightListModel *self, EhId id, guint *position)
{
  *position = place_of (self->ids, id);
  return eh_insight_list_model_get_id (self, *position) == id && id != EH_ID_NONE;
}

/**
 * eh_insight_list_model_keep:
 * @self: a model
 * @ids: (element-type EhId): what is being worked on
 *
 * Keeps insights in the list while they are worked on, though they stop being what the query asks
 * for: one that is being sorted does not vanish from "not sorted yet" at its first category.
 */
void
eh_insight_list_model_keep (EhInsightListModel *self, GArray *ids)
{
  gboolean same = ids->len == self->kept->len;

  for (guint i = 0; same && i < ids->len; i++)
    same = g_array_index (ids, EhId, i) == g_array_index (self->kept, EhId, i);
  if (same)
    return;
  g_array_set_size (self->kept, 0);
  g_array_append_vals (self->kept, ids->data, ids->len);
  if (self->has_guests)
    start (self, 0, TRUE);
}

static void
next_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (search->path, cancellable, &error);
  g_autoptr (GArray) ids = db != NULL ? eh_insight_query_ids (db, search->query, 0, &error) : NULL;
  EhId *next;
  guint place;

  if (ids == NULL) {
    g_task_return_error (task, error);
    return;
  }
  place = place_of (ids, search->after);
  if (place < ids->len && g_array_index (ids, EhId, place) == search->after)
    place++;
  next = g_new0 (EhId, 1);
  if (ids->len > 0)
    *next = g_array_index (ids, EhId, place < ids->len ? place : 0);
  g_clear_pointer (&db, eh_db_close);
  g_task_return_pointer (task, next, g_free);
}

/**
 * eh_insight_list_model_next_unmapped_async:
 * @self: a model
 * @after: an insight, or none to begin at the top
 * @cancellable: (nullable): stops it
 * @callback: called when it is known, with %NULL as the source
 * @user_data: for @callback
 *
 * Looks for the next insight of the list that is under no category, after the last of them from the
 * top again.
 */
void
eh_insight_list_model_next_unmapped_async (EhInsightListModel *self,
                                           EhId after,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->path = g_strdup (eh_store_get_path (self->store));
  search->query = eh_insight_query_copy (self->query);
  search->query->unmapped = TRUE;
  search->after = after != EH_ID_NONE ? after : G_MAXINT64;
  g_task_set_source_tag (task, eh_insight_list_model_next_unmapped_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, next_thread);
}

/**
 * eh_insight_list_model_next_unmapped_finish:
 * @self: a model
 * @result: what the callback got
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: the insight, %EH_ID_NONE when all are sorted
 */
EhId
eh_insight_list_model_next_unmapped_finish (EhInsightListModel *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  g_autofree EhId *next = g_task_propagate_pointer (G_TASK (result), error);

  return next != NULL ? *next : EH_ID_NONE;
}
