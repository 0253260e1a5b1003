/* Copies of a project that this program keeps, and what is in each: whoever withdraws must hear
 * where their words still are. Every copy is opened and looked into, its history too. */

#include "eh-kept.h"

#include "config.h"
#include "eh-changeset-filter.h"
#include "eh-db.h"
#include "eh-draft.h"
#include "eh-history.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-row-store.h"
#include "eh-text.h"
#include "eh-work-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* What eh_work_folder_fill() calls left-over work of this very file that cannot be read. */
#define UNREADABLE ".unreadable"

void
eh_kept_free (EhKept *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

static EhKept *
kept_new (EhKeptKind kind, const char *path)
{
  EhKept *self = g_new0 (EhKept, 1);
  GStatBuf there;

  self->kind = kind;
  self->path = g_strdup (path);
  if (g_stat (path, &there) == 0) {
    self->made_at = there.st_mtime;
    self->size = (guint64) there.st_size;
  }
  return self;
}

/* What every copy is searched for. */
typedef struct {
  char *guid;
  GHashTable *ids; /* (element-type gint64) */
  const char *name;
  const EhPassages *words; /* (nullable) */
} Search;

static void
search_clear (Search *search)
{
  g_free (search->guid);
  g_clear_pointer (&search->ids, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static char *
guid_of (EhDb *db)
{
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);

  return g_strdup (project != NULL ? project->guid : "");
}

static gboolean
rows_hold (EhDb *db, const Search *search, gboolean *holds, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < n_types && !*holds; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", types[i]->table);
    EhStmt s = eh_db_prepare (db, sql);

    while (!*holds && eh_stmt_step (&s)) {
      gint64 id = eh_stmt_int (&s, 0);

      *holds = g_hash_table_contains (search->ids, &id);
    }
    if (!eh_stmt_finish (&s, error))
      return FALSE;
  }
  return TRUE;
}

/* What phones sent refers to people and insights that may not be there. */
static gboolean
received_holds (EhDb *db, const Search *search, gboolean *holds, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT participant_id, insight_id FROM received WHERE state <> 'taken_back'");

  while (!*holds && eh_stmt_step (&s)) {
    gint64 participant_id = eh_stmt_int (&s, 0);
    gint64 insight_id = eh_stmt_int (&s, 1);

    *holds = g_hash_table_contains (search->ids, &participant_id) ||
             g_hash_table_contains (search->ids, &insight_id);
  }
  return eh_stmt_finish (&s, error);
}

static gboolean
step_holds (
    EhDb *db, const EhHistoryStep *step, const Search *search, gboolean *holds, GError **error)
{
  g_autoptr (GBytes) changes = eh_history_changes (db, step->seq, error);
  g_autoptr (GBytes) rest = NULL;

  if (changes == NULL)
    return FALSE;
  rest = eh_changeset_without (changes, search->ids, holds);
  /* What cannot be read may hold anything. */
  *holds |= rest == NULL;
  if (!eh_text_is_blank (search->name))
    *holds |= strstr (step->label, search->name) != NULL ||
              strstr (step->author, search->name) != NULL;
  return TRUE;
}

static gboolean
history_holds (EhDb *db, const Search *search, gboolean *holds, GError **error)
{
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, error);

  for (guint i = 0; steps != NULL && i < steps->len && !*holds; i++)
    if (!step_holds (db, steps->pdata[i], search, holds, error))
      return FALSE;
  return steps != NULL;
}

/* Fills in what is known of a copy.
 * Returns: whether it is one of this project, or may be */
static gboolean
look_into (EhKept *self, const Search *search, GCancellable *cancellable)
{
  g_autoptr (EhDb) db = eh_reader_open_file (self->path, cancellable, NULL);
  g_autofree char *guid = NULL;

  self->holds = TRUE;
  if (db == NULL)
    return self->kind == EH_KEPT_KIND_BACKUP || g_str_has_suffix (self->path, UNREADABLE);
  guid = guid_of (db);
  if (!g_str_equal (guid, search->guid))
    return FALSE;
  self->n_people = (guint) eh_reader_count (db, &eh_participant_row_type);
  self->n_insights = (guint) eh_reader_count (db, &eh_insight_row_type);
  self->holds = FALSE;
  self->readable = rows_hold (db, search, &self->holds, NULL) &&
                   received_holds (db, search, &self->holds, NULL) &&
                   history_holds (db, search, &self->holds, NULL);
  self->holds |= !self->readable;
  return TRUE;
}

static void
take (GPtrArray *list, EhKept *kept, const Search *search, GCancellable *cancellable)
{
  if (look_into (kept, search, cancellable))
    g_ptr_array_add (list, kept);
  else
    eh_kept_free (kept);
}

static void
add_backups (GPtrArray *list, const Search *search, GCancellable *cancellable)
{
  g_autofree char *folder = eh_backup_folder_of (search->guid);
  g_autoptr (GPtrArray) backups = eh_backup_list (folder);

  for (guint i = 0; i < backups->len; i++) {
    const EhBackup *backup = backups->pdata[i];
    EhKept *kept = kept_new (EH_KEPT_KIND_BACKUP, backup->path);

    kept->made_at = backup->made_at;
    kept->reason = backup->reason;
    take (list, kept, search, cancellable);
  }
}

/* Beside the user's file; a sandbox that shows that file alone shows none. */
static void
add_set_aside (GPtrArray *list,
               const char *user_file,
               const Search *search,
               GCancellable *cancellable)
{
  g_autofree char *folder = g_path_get_dirname (user_file);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (eh_work_folder_is_set_aside (user_file, name))
      take (list, kept_new (EH_KEPT_KIND_SET_ASIDE, path), search, cancellable);
  }
}

/* What windows that stopped have left, of whichever copy of the project. */
static void
add_left_over (GPtrArray *list,
               const char *project_path,
               const Search *search,
               GCancellable *cancellable)
{
  g_autofree char *own = g_path_get_dirname (project_path);
  g_autofree char *root = eh_work_folder_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *folder = g_build_filename (root, name, NULL);
    g_autofree char *path = NULL;

    path = g_str_equal (folder, own) ? g_strconcat (project_path, UNREADABLE, NULL)
                                     : eh_work_folder_left_over (folder);
    if (g_str_equal (folder, own) && !g_file_test (path, G_FILE_TEST_EXISTS))
      continue;
    if (path != NULL)
      take (list, kept_new (EH_KEPT_KIND_WORK, path), search, cancellable);
  }
}

/* Copies of what somebody else saved, and of what was about to be saved, that a window which was
 * killed has left; nobody reads them any more. */
static void
add_left_snapshots (GPtrArray *list,
                    const char *folder,
                    const Search *search,
                    GCancellable *cancellable)
{
  g_autoptr (GPtrArray) paths = eh_work_folder_left_snapshots (folder);

  for (guint i = 0; i < paths->len; i++)
    take (list, kept_new (EH_KEPT_KIND_WORK, paths->pdata[i]), search, cancellable);
}

/* Words in a box tell whose they are, or name somebody; of which project they are they do not. */
static void
add_draft (GPtrArray *list, const char *folder, const Search *search)
{
  g_autofree char *path = g_build_filename (folder, EH_DRAFT_FILE, NULL);
  g_autoptr (EhDraft) draft = eh_draft_load_from (path);
  gboolean holds = FALSE;
  EhKept *kept;

  if (draft == NULL)
    return;
  for (guint i = 0; i < draft->contributors->len && !holds; i++)
    holds = g_hash_table_contains (
        search->ids, &((EhContributor *) draft->contributors->pdata[i])->participant_id);
  if (!eh_text_is_blank (search->name))
    holds |= strstr (draft->words, search->name) != NULL;
  if (search->words != NULL && !holds) {
    g_autoptr (GArray) found = eh_passages_find (search->words, draft->words);

    holds = found != NULL;
  }
  if (!holds)
    return;
  kept = kept_new (EH_KEPT_KIND_DRAFT, path);
  kept->readable = kept->holds = TRUE;
  g_ptr_array_add (list, kept);
}

static void
add_of_windows (GPtrArray *list, const Search *search, GCancellable *cancellable)
{
  g_autofree char *root = eh_work_folder_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *folder = g_build_filename (root, name, NULL);

    add_left_snapshots (list, folder, search, cancellable);
    add_draft (list, folder, search);
  }
}

static gboolean
add_erased (EhDb *db, GHashTable *ids, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT id FROM erased");

  while (eh_stmt_step (&s)) {
    gint64 id = eh_stmt_int (&s, 0);

    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  }
  return eh_stmt_finish (&s, error);
}

/**
 * eh_kept_list:
 * @query: which copies, and what in them
 * @cancellable: (nullable): stops a long look
 * @error: set to a #EhStoreError when the project itself cannot be read
 *
 * Opens every copy; for a worker thread.
 *
 * Returns: (transfer full) (nullable) (element-type EhKept): the copies that there are, backups
 * first, the newest of them first
 */
GPtrArray *
eh_kept_list (const EhKeptQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhDb) db = eh_reader_open_file (query->project_path, cancellable, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_kept_free);
  g_auto (Search) search = { NULL, NULL, query->name, query->words };

  if (db == NULL)
    return NULL;
  search.guid = guid_of (db);
  search.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; query->ids != NULL && i < query->ids->len; i++)
    g_hash_table_add (search.ids, g_memdup2 (&g_array_index (query->ids, EhId, i), sizeof (EhId)));
  if (query->ids == NULL && !add_erased (db, search.ids, error))
    return NULL;
  add_backups (list, &search, cancellable);
  if (query->user_file != NULL) {
    add_set_aside (list, query->user_file, &search, cancellable);
    add_left_over (list, query->project_path, &search, cancellable);
    add_of_windows (list, &search, cancellable);
  }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&list);
}

/**
 * eh_kept_list_backups:
 * @guid: a project
 * @cancellable: (nullable): stops a long look
 *
 * Opens every backup; for a worker thread.
 *
 * Returns: (transfer full) (element-type EhKept): those that are whole, the newest first
 */
GPtrArray *
eh_kept_list_backups (const char *guid, GCancellable *cancellable)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_kept_free);
  g_auto (Search) search = { g_strdup (guid), NULL, NULL, NULL };

  search.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  add_backups (list, &search, cancellable);
  for (guint i = list->len; i > 0; i--)
    if (!((EhKept *) list->pdata[i - 1])->readable)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/**
 * eh_kept_count_erased:
 * @db: a connection
 *
 * Returns: how much was ever erased at somebody's wish, as far as the project has heard
 */
guint
eh_kept_count_erased (EhDb *db)
{
  return (guint) eh_db_value (db, "SELECT count (*) FROM erased", 0);
}

/**
 * eh_kept_delete:
 * @self: a copy
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is gone
 */
gboolean
eh_kept_delete (const EhKept *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) io_error = NULL;
  g_autofree char *name = g_file_get_basename (file);

  eh_work_folder_remove_logs (self->path);
  if (self->kind == EH_KEPT_KIND_DRAFT)
    eh_draft_remove_unfinished (self->path);
  if (g_file_delete (file, NULL, &io_error) ||
      g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  eh_store_error_set_from_io (error, io_error, name);
  return FALSE;
}
