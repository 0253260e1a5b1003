/* What a team does to its own categories: each is one transaction and one step of the history. The
 * key of a category never changes, whatever it is called, so that what refers to it and the copy on
 * another laptop still find it. */

#include "eh-category-edit.h"

#include "eh-coding-decision.h"
#include "eh-db.h"
#include "eh-mapping.h"
#include "eh-reader.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Below this two places in a list are too near for a third between them. */
#define NEAREST 1e-6
#define N_SLOTS 12

static gboolean
end (EhStore *store, gboolean well, GError **error)
{
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

static EhCategory *
get (EhStore *store, EhId id, GError **error)
{
  EhCategory *row = eh_reader_get (eh_store_get_db (store), &eh_category_row_type, id);

  if (row == NULL)
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                         _ ("That category is not in the project any more."));
  return row;
}

static GPtrArray *
all_of (EhStore *store, EhId framework_id)
{
  return eh_reader_list_of (eh_store_get_db (store), &eh_category_row_type, "framework_id",
                            framework_id);
}

/* Those under one parent, in order, without one of them. */
static GPtrArray *
siblings (GPtrArray *all, EhId parent_id, EhId except)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    EhCategory *row = all->pdata[i];

    if (row->parent_id == parent_id && row->id != except)
      g_ptr_array_add (found, row);
  }
  return found;
}

static guint
free_slot (GPtrArray *all)
{
  guint used[N_SLOTS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < all->len; i++) {
    const EhCategory *row = all->pdata[i];

    if (row->parent_id == EH_ID_NONE && row->slot >= 0)
      used[row->slot % N_SLOTS]++;
  }
  for (guint i = 1; i < N_SLOTS; i++)
    if (used[i] < used[best])
      best = i;
  return best;
}

static char *
free_key (GPtrArray *all, const EhCategory *parent, const char *label)
{
  g_autofree char *slug = eh_text_slug (label);
  g_autofree char *wanted = parent != NULL ? g_strconcat (parent->key, ".", slug, NULL)
                                           : g_strdup (slug);
  char *key = g_strdup (wanted);

  for (guint n = 2, i = 0; i < all->len; i++)
    if (g_str_equal (((EhCategory *) all->pdata[i])->key, key)) {
      g_free (key);
      key = g_strdup_printf ("%s-%u", wanted, n++);
      i = (guint) -1;
    }
  return key;
}

/**
 * eh_category_add:
 * @store: a store
 * @framework_id: where
 * @parent_id: the category above, or none
 * @label: what people see
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when the label is blank
 *
 * Adds a category after its siblings. Its key comes from its first label and stays.
 *
 * Returns: its id, or %EH_ID_NONE
 */
EhId
eh_category_add (
    EhStore *store, EhId framework_id, EhId parent_id, const char *label, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhFramework) framework = eh_reader_get (db, &eh_framework_row_type, framework_id);
  g_autoptr (EhCategory) parent = parent_id != EH_ID_NONE
                                      ? eh_reader_get (db, &eh_category_row_type, parent_id)
                                      : NULL;
  g_autoptr (GPtrArray) all = all_of (store, framework_id);
  g_autoptr (GPtrArray) beside = siblings (all, parent_id, EH_ID_NONE);
  g_autoptr (EhCategory) row = eh_category_new ();
  g_autofree char *line = eh_text_clean_line (label);
  g_autofree char *path = NULL;

  if (eh_text_is_blank (line) || framework == NULL) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                         _ ("A category needs a name."));
    return EH_ID_NONE;
  }
  g_free (row->key);
  row->key = free_key (all, parent, line);
  path = g_strconcat (framework->key, "/", row->key, NULL);
  row->id = eh_id_from_key ("category", path);
  row->framework_id = framework_id;
  row->parent_id = parent_id;
  eh_set_str (&row->label, line);
  row->slot = parent != NULL ? parent->slot : (gint64) free_slot (all);
  row->position = beside->len > 0 ? ((EhCategory *) beside->pdata[beside->len - 1])->position + 1
                                  : 1;
  return eh_store_put_one (store, &eh_category_row_type, row, _ ("Added a category"), NULL, error)
             ? row->id
             : EH_ID_NONE;
}

static gboolean
is_under (GPtrArray *all, EhId id, EhId above)
{
  for (guint steps = 0; id != EH_ID_NONE && steps <= all->len; steps++) {
    EhId next = EH_ID_NONE;

    if (id == above)
      return TRUE;
    for (guint i = 0; i < all->len; i++)
      if (((EhCategory *) all->pdata[i])->id == id)
        next = ((EhCategory *) all->pdata[i])->parent_id;
    id = next;
  }
  return FALSE;
}

/* Where a row goes that shall stand before another: between its neighbours where there is room;
 * otherwise all are counted anew. */
static gboolean
put_in_order (EhStore *store, GPtrArray *beside, EhCategory *row, EhId before_id, GError **error)
{
  guint at = beside->len;
  double low, high;

  for (guint i = 0; i < beside->len; i++)
    if (((EhCategory *) beside->pdata[i])->id == before_id)
      at = i;
  low = at > 0 ? ((EhCategory *) beside->pdata[at - 1])->position : 0;
  high = at < beside->len ? ((EhCategory *) beside->pdata[at])->position : low + 2;
  if (at == 0 && beside->len > 0)
    low = high - 2;
  row->position = (low + high) / 2;
  if (high - low > NEAREST)
    return eh_store_put (store, &eh_category_row_type, row, error);
  g_ptr_array_insert (beside, (int) at, row);
  for (guint i = 0; i < beside->len; i++) {
    EhCategory *other = beside->pdata[i];

    other->position = i + 1;
    if (!eh_store_put (store, &eh_category_row_type, other, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_category_move:
 * @store: a store
 * @id: a category
 * @parent_id: the category that it shall be under, or none
 * @before_id: the one that it shall stand before, or none for the last place
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when it would be under itself
 *
 * Returns: whether it is there
 */
gboolean
eh_category_move (EhStore *store, EhId id, EhId parent_id, EhId before_id, GError **error)
{
  g_autoptr (EhCategory) row = get (store, id, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) beside = NULL;

  if (row == NULL)
    return FALSE;
  all = all_of (store, row->framework_id);
  if (is_under (all, parent_id, id)) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                         _ ("A category cannot be under itself."));
    return FALSE;
  }
  if (parent_id == EH_ID_NONE && row->parent_id != EH_ID_NONE)
    row->slot = free_slot (all);
  row->parent_id = parent_id;
  beside = siblings (all, parent_id, id);
  if (!eh_store_begin (store, _ ("Moved a category"), error))
    return FALSE;
  return end (store, put_in_order (store, beside, row, before_id, error), error);
}

/* ---- Merging ---- */

/* A placement under the other category: by the same coder, with whichever note there is. */
static gboolean
move_mapping (EhStore *store, const EhMapping *from, EhId into_id, GError **error)
{
  EhId id = eh_mapping_id (from->insight_id, into_id, from->coder);
  g_autoptr (EhMapping) there = eh_reader_get (eh_store_get_db (store), &eh_mapping_row_type, id);
  g_autoptr (EhMapping) row = there != NULL ? eh_mapping_copy (there) : eh_mapping_copy (from);

  row->id = id;
  row->category_id = into_id;
  if (there != NULL && there->note[0] == '\0')
    eh_set_str (&row->note, from->note);
  if (there != NULL && (there->span_start != from->span_start || there->span_end != from->span_end))
    row->span_start = row->span_end = 0;
  return eh_store_put (store, &eh_mapping_row_type, row, error) &&
         eh_store_remove (store, &eh_mapping_row_type, from->id, error);
}

static gboolean
move_mappings (EhStore *store, EhId from_id, EhId into_id, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store), &eh_mapping_row_type,
                                                  "category_id", from_id);

  for (guint i = 0; i < rows->len; i++)
    if (!move_mapping (store, rows->pdata[i], into_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
move_blocks (EhStore *store, EhId from_id, EhId into_id, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store), &eh_block_row_type,
                                                  "category_id", from_id);

  for (guint i = 0; i < rows->len; i++) {
    EhBlock *row = rows->pdata[i];

    row->category_id = into_id;
    if (!eh_store_put (store, &eh_block_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
move_children (EhStore *store, const EhCategory *from, const EhCategory *into, GError **error)
{
  g_autoptr (GPtrArray) all = all_of (store, from->framework_id);
  g_autoptr (GPtrArray) own = siblings (all, from->id, EH_ID_NONE);
  g_autoptr (GPtrArray) there = siblings (all, into->id, EH_ID_NONE);
  double last = there->len > 0 ? ((EhCategory *) there->pdata[there->len - 1])->position : 0;

  for (guint i = 0; i < own->len; i++) {
    EhCategory *row = own->pdata[i];
    gboolean is_into = row->id == into->id;

    row->parent_id = is_into ? from->parent_id : into->id;
    row->position = is_into ? from->position : last + i + 1;
    if (is_into && from->parent_id == EH_ID_NONE)
      row->slot = from->slot;
    if (!eh_store_put (store, &eh_category_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

/* Resources name categories by key, which other frameworks may have too. */
static gboolean
move_resources (EhStore *store, const char *from_key, const char *into_key, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (eh_store_get_db (store),
                                               &eh_resource_category_row_type);

  for (guint i = 0; i < rows->len; i++) {
    EhResourceCategory *row = rows->pdata[i];
    g_autofree char *resource = eh_id_to_string (row->resource_id);
    g_autofree char *path = g_strconcat (resource, "/", into_key, NULL);
    EhId old_id = row->id;

    if (!g_str_equal (row->category_key, from_key))
      continue;
    row->id = eh_id_from_key ("resource_category", path);
    eh_set_str (&row->category_key, into_key);
    if (!eh_store_put (store, &eh_resource_category_row_type, row, error) ||
        !eh_store_remove (store, &eh_resource_category_row_type, old_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_category_merge:
 * @store: a store
 * @from_id: a category that goes
 * @into_id: another of the same framework, that stays and takes over what the first has
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when they are of two frameworks
 *
 * As one step: placements, parts of the guidance, resources and categories below go over. Where one
 * coder placed an insight under both, it is placed once.
 *
 * Returns: whether they are one
 */
gboolean
eh_category_merge (EhStore *store, EhId from_id, EhId into_id, GError **error)
{
  g_autoptr (EhCategory) from = get (store, from_id, error);
  g_autoptr (EhCategory) into = from != NULL ? get (store, into_id, error) : NULL;
  gboolean well;

  if (into == NULL)
    return FALSE;
  if (from_id == into_id || from->framework_id != into->framework_id) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                         _ ("Two categories of the same framework can be merged."));
    return FALSE;
  }
  if (!eh_store_begin (store, _ ("Merged two categories"), error))
    return FALSE;
  well = move_mappings (store, from_id, into_id, error) &&
         move_blocks (store, from_id, into_id, error) && move_children (store, from, into, error) &&
         move_resources (store, from->key, into->key, error) &&
         eh_store_remove (store, &eh_category_row_type, from_id, error);
  return end (store, well, error);
}

/**
 * eh_category_set_retired:
 * @store: a store
 * @id: a category
 * @retired: kept for what refers to it, offered no more
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_category_set_retired (EhStore *store, EhId id, gboolean retired, GError **error)
{
  g_autoptr (EhCategory) row = get (store, id, error);

  if (row == NULL)
    return FALSE;
  row->retired = retired;
  return eh_store_put_one (store, &eh_category_row_type, row,
                           retired ? _ ("Retired a category") : _ ("Brought a category back"), NULL,
                           error);
}

/**
 * eh_category_set_slot:
 * @store: a store
 * @id: a top category
 * @slot: its colour and pattern, 0 to 11
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_category_set_slot (EhStore *store, EhId id, guint slot, GError **error)
{
  g_autoptr (EhCategory) row = get (store, id, error);

  if (row == NULL)
    return FALSE;
  row->slot = slot % N_SLOTS;
  return eh_store_put_one (store, &eh_category_row_type, row,
                           _ ("Changed the colour and pattern of a category"), NULL, error);
}

/**
 * eh_framework_add:
 * @store: a store
 * @framework: a framework, with its id
 * @categories: (element-type EhCategory): its categories, each parent before its children
 * @error: set to a #EhStoreError
 *
 * Adds a further lens. One that is there already is left as the team has made it.
 *
 * Returns: whether it is there
 */
gboolean
eh_framework_add (EhStore *store,
                  const EhFramework *framework,
                  GPtrArray *categories,
                  GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhFramework) there = eh_reader_get (db, &eh_framework_row_type, framework->id);
  g_autoptr (GPtrArray) all = eh_reader_list (db, &eh_framework_row_type);
  g_autoptr (EhFramework) row = eh_framework_copy (framework);
  gboolean well;

  if (there != NULL)
    return TRUE;
  row->position = all->len > 0 ? ((EhFramework *) all->pdata[all->len - 1])->position + 1 : 1;
  if (!eh_store_begin (store, _ ("Added a framework"), error))
    return FALSE;
  well = eh_store_put (store, &eh_framework_row_type, row, error);
  for (guint i = 0; well && i < categories->len; i++)
    well = eh_store_put (store, &eh_category_row_type, categories->pdata[i], error);
  return end (store, well, error);
}

/**
 * eh_framework_begin:
 * @store: a store
 * @name: what it is called to begin with
 * @error: set to a #EhStoreError
 *
 * Begins a framework of the team's own, with no category in it.
 *
 * Returns: its id, or %EH_ID_NONE
 */
EhId
eh_framework_begin (EhStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (EhFramework) row = eh_framework_new_own (name);

  return eh_framework_add (store, row, none, error) ? row->id : EH_ID_NONE;
}

/**
 * eh_framework_may_go:
 * @db: a connection
 * @id: a framework of the project
 *
 * Returns: whether nothing is lost without it: the project is not looked at through it, and nothing
 *   was placed in it
 */
gboolean
eh_framework_may_go (EhDb *db, EhId id)
{
  EhStmt s = eh_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM project WHERE framework_id = ?1)"
                                " OR EXISTS (SELECT 1 FROM category k CROSS JOIN mapping m"
                                " ON m.category_id = k.id WHERE k.framework_id = ?1)");
  gboolean used = TRUE;

  eh_stmt_bind_id (&s, id);
  if (eh_stmt_step (&s))
    used = eh_stmt_int (&s, 0) != 0;
  return eh_stmt_finish (&s, NULL) && !used;
}

/**
 * eh_framework_remove:
 * @store: a store
 * @id: a framework that may go
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when something rests on it
 *
 * Takes a framework and its categories out of the project.
 *
 * Returns: whether it is gone
 */
gboolean
eh_framework_remove (EhStore *store, EhId id, GError **error)
{
  if (eh_framework_may_go (eh_store_get_db (store), id))
    return eh_store_remove_one (store, &eh_framework_row_type, id, _ ("Removed a framework"),
                                error);
  g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                       _ ("Insights are placed in this framework, or it is the one to sort by."));
  return FALSE;
}

/**
 * eh_framework_choose:
 * @store: a store
 * @id: a framework of the project
 * @error: set to a #EhStoreError
 *
 * Says through which framework the project is looked at: what is sorted, and what charts show.
 *
 * Returns: whether it is safe
 */
gboolean
eh_framework_choose (EhStore *store, EhId id, GError **error)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_store_get_db (store), &eh_project_row_type, 1);

  if (project == NULL || project->framework_id == id)
    return TRUE;
  project->framework_id = id;
  return eh_store_put_one (store, &eh_project_row_type, project,
                           _ ("Changed the framework that insights are sorted by"), NULL, error);
}
