/* How many placements each category has, for whoever offers categories. A hundred thousand of them
 * are counted in a worker; meanwhile what was known before is good enough. One for each workspace.
 */

#include "eh-category-counts.h"

#include "eh-category-use.h"
#include "eh-mapping.h"
#include "eh-store-read.h"
#include "eh-weak.h"

#define KEY "eh-category-counts"
/* So many placements are counted within a frame. */
#define FEW 4000

struct _EhCategoryCounts {
  GObject parent_instance;

  EhWorkspace *workspace; /* not owned: it owns this */
  GHashTable *use;        /* (element-type EhId guint) */
  GCancellable *counting;
  gboolean known; /* they were counted at least once */
  gboolean stale;
};

static guint counted_signal;

G_DEFINE_FINAL_TYPE (EhCategoryCounts, eh_category_counts, G_TYPE_OBJECT)

static void
stop_counting (EhCategoryCounts *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
eh_category_counts_dispose (GObject *object)
{
  stop_counting (EH_CATEGORY_COUNTS (object));
  G_OBJECT_CLASS (eh_category_counts_parent_class)->dispose (object);
}

static void
eh_category_counts_finalize (GObject *object)
{
  g_hash_table_unref (EH_CATEGORY_COUNTS (object)->use);
  G_OBJECT_CLASS (eh_category_counts_parent_class)->finalize (object);
}

static void
eh_category_counts_class_init (EhCategoryCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_category_counts_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_category_counts_finalize;
  /**
   * EhCategoryCounts::counted: a worker has counted them
   */
  counted_signal = g_signal_new ("counted", EH_TYPE_CATEGORY_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_category_counts_init (EhCategoryCounts *self)
{
  self->use = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  self->stale = TRUE;
}

static void
take (EhCategoryCounts *self, GHashTable *use)
{
  g_hash_table_unref (self->use);
  self->use = use;
  self->known = TRUE;
  self->stale = FALSE;
}

static gpointer
count_in_worker (EhDb *db, gpointer data, GError **error)
{
  return eh_category_use_load (db);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhCategoryCounts) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) use = eh_store_read_finish (result, &error);

  if (self == NULL || use == NULL)
    return;
  g_clear_object (&self->counting);
  take (self, g_steal_pointer (&use));
  g_signal_emit (self, counted_signal, 0);
}

static void
count (EhCategoryCounts *self)
{
  EhStore *store = eh_workspace_get_store (self->workspace);

  stop_counting (self);
  if (eh_reader_count (eh_store_get_db (store), &eh_mapping_row_type) <= FEW) {
    take (self, eh_category_use_load (eh_store_get_db (store)));
    return;
  }
  self->counting = g_cancellable_new ();
  eh_store_read_async (eh_store_get_path (store), count_in_worker, NULL, NULL,
                       (GDestroyNotify) g_hash_table_unref, self->counting, counted_cb,
                       eh_weak_new (self));
}

/* What is being counted may be from before. */
static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhCategoryCounts *self)
{
  if (!eh_changes_touch (changes, &eh_mapping_row_type))
    return;
  self->stale = TRUE;
  if (self->counting != NULL)
    count (self);
}

static void
store_cb (EhCategoryCounts *self)
{
  stop_counting (self);
  g_hash_table_remove_all (self->use);
  self->known = FALSE;
  self->stale = TRUE;
}

/**
 * eh_category_counts_of:
 * @workspace: a workspace
 *
 * Returns: (transfer none): its counts, made at the first call; nothing is counted until they are
 * asked for
 */
EhCategoryCounts *
eh_category_counts_of (EhWorkspace *workspace)
{
  EhCategoryCounts *self = g_object_get_data (G_OBJECT (workspace), KEY);

  if (self == NULL) {
    self = g_object_new (EH_TYPE_CATEGORY_COUNTS, NULL);
    self->workspace = workspace;
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
    g_signal_connect_object (workspace, "notify::store", G_CALLBACK (store_cb), self,
                             G_CONNECT_SWAPPED);
    g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
  }
  return self;
}

/**
 * eh_category_counts_get:
 * @self: the counts of a workspace with a project
 *
 * Returns: (transfer full) (element-type EhId guint): as eh_category_use_load(), for the caller to
 * change; perhaps those of a moment ago, and then "counted" tells of others
 */
GHashTable *
eh_category_counts_get (EhCategoryCounts *self)
{
  GHashTable *copy = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;
  gpointer n;

  if (self->stale && self->counting == NULL)
    count (self);
  g_hash_table_iter_init (&iter, self->use);
  while (g_hash_table_iter_next (&iter, &id, &n))
    g_hash_table_insert (copy, g_memdup2 (id, sizeof (EhId)), n);
  return copy;
}

/**
 * eh_category_counts_are_known:
 * @self: the counts of a workspace with a project
 *
 * Returns: whether they have been counted at all
 */
gboolean
eh_category_counts_are_known (EhCategoryCounts *self)
{
  return self->known;
}
