/* An older state of a project comes back, with its history. What was erased at somebody's wish
 * since does not: the backup is copied, what the project of today has erased is erased in the copy,
 * and only then does the copy take the project's place (see eh_store_restore()). */

#include "eh-restore.h"

#include "config.h"
#include "eh-db.h"
#include "eh-honour.h"
#include "eh-private-folder.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-text.h"
#include "eh-upgrade.h"

#include <glib/gi18n-lib.h>

struct _EhRestore {
  EhPrivateFolder *folder;
  char *path;      /* the copy, in that folder */
  GArray *changes; /* (element-type EhChange) from what there is to what will be */
  char *moment;    /* of the project that it was made for */
};

/**
 * eh_restore_free:
 * @self: (nullable) (transfer full): a restore; nothing of it stays
 */
void
eh_restore_free (EhRestore *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->folder, eh_private_folder_free);
  g_free (self->path);
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self->moment);
  g_free (self);
}

/**
 * eh_restore_get_path:
 * @self: a restore
 *
 * Returns: (transfer none): the file that takes the project's place
 */
const char *
eh_restore_get_path (EhRestore *self)
{
  return self->path;
}

/**
 * eh_restore_get_changes:
 * @self: a restore
 *
 * Returns: (transfer none) (element-type EhChange): what becomes of which rows
 */
GArray *
eh_restore_get_changes (EhRestore *self)
{
  return self->changes;
}

/* Tells one moment of a project from another. */
static char *
moment_of (EhDb *db)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT coalesce (group_concat (guid || state, ' '), '') FROM"
          " (SELECT guid, state FROM history WHERE state <> 'dropped' ORDER BY seq DESC LIMIT 50)");
  char *moment = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");

  eh_stmt_finish (&s, NULL);
  return moment;
}

/**
 * eh_restore_fits:
 * @self: a restore
 * @db: a connection to the project
 *
 * Returns: whether nothing was done to the project since the restore was made for it
 */
gboolean
eh_restore_fits (EhRestore *self, EhDb *db)
{
  g_autofree char *now = moment_of (db);

  return g_str_equal (now, self->moment);
}

/* In pages as long as those of the project: SQLite puts no others in its place while it is open.
 * The connection may write, for SQLite asks that of one that copies; its file it only reads. */
static gboolean
copy_backup (EhRestore *self, const char *backup_path, EhDb *current, GError **error)
{
  g_autofree char *page_size = g_strdup_printf (
      "PRAGMA query_only = OFF; PRAGMA page_size = %" G_GINT64_FORMAT,
      eh_db_value (current, "PRAGMA page_size", 4096));
  g_autoptr (EhDb) db = NULL;
  gboolean is_older = FALSE;

  if (!eh_schema_check_header (backup_path, error))
    return FALSE;
  db = eh_db_open (backup_path, EH_DB_READER, error);
  if (db == NULL || !eh_upgrade_check (db, &is_older, error) ||
      !eh_db_exec (db, page_size, error) || !eh_db_vacuum_into (db, self->path, error))
    return FALSE;
  g_clear_pointer (&db, eh_db_close);
  db = eh_db_open (self->path, EH_DB_WRITER, error);
  return db != NULL && eh_upgrade_run (db, error);
}

static gboolean
is_same_project (EhDb *a, EhDb *b)
{
  g_autoptr (EhProject) first = eh_reader_get (a, &eh_project_row_type, 1);
  g_autoptr (EhProject) second = eh_reader_get (b, &eh_project_row_type, 1);

  return first != NULL && second != NULL && g_str_equal (first->guid, second->guid);
}

static gboolean
honour_erased (EhStore *restored, EhDb *current, GError **error)
{
  g_autoptr (GArray) erased = eh_honour_list (current, eh_store_get_db (restored), error);

  return erased != NULL && eh_honour_erased (restored, erased, error);
}

static gboolean
put_rows_of (EhStore *restored,
             EhDb *current,
             const EhRowType *type,
             const EhRowType *other,
             const char *other_column,
             EhId participant_id,
             GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (current, type, "participant_id", participant_id);
  const EhField *field = eh_row_type_field (type, other_column);

  for (guint i = 0; i < rows->len; i++) {
    EhId id = *(const EhId *) (gconstpointer) ((const char *) rows->pdata[i] + field->offset);
    gpointer there = eh_reader_get (eh_store_get_db (restored), other, id);

    if (there == NULL)
      continue;
    other->free (there);
    if (!eh_store_put (restored, type, rows->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

/* Somebody without a name who stands for a person that was erased: they were in the room, and what
 * they said was said. */
static gboolean
put_nameless (EhStore *restored, EhDb *current, EhParticipant *person, GError **error)
{
  EhRoleGroup *group = eh_reader_get (eh_store_get_db (restored), &eh_role_group_row_type,
                                      person->role_group_id);

  if (group == NULL)
    person->role_group_id = EH_ID_NONE;
  g_clear_pointer (&group, eh_role_group_free);
  return eh_store_put (restored, &eh_participant_row_type, person, error) &&
         put_rows_of (restored, current, &eh_attendance_row_type, &eh_workshop_row_type,
                      "workshop_id", person->id, error) &&
         put_rows_of (restored, current, &eh_contributor_row_type, &eh_insight_row_type,
                      "insight_id", person->id, error);
}

/* Somebody who wants to hear no more. */
static gboolean
put_no_contact (EhStore *restored, EhParticipant *then, const EhParticipant *now, GError **error)
{
  g_autoptr (EhConsent) consent = eh_reader_get (eh_store_get_db (restored), &eh_consent_row_type,
                                                 then->id);

  then->withdrawal = now->withdrawal;
  eh_set_str (&then->withdrawn_on, now->withdrawn_on);
  if (!eh_store_put (restored, &eh_participant_row_type, then, error))
    return FALSE;
  if (consent == NULL)
    return TRUE;
  consent->contact_after = EH_CONTACT_AFTER_NONE;
  return eh_store_put (restored, &eh_consent_row_type, consent, error);
}

static gboolean
carry_withdrawals (EhStore *restored, EhDb *current, GError **error)
{
  g_autoptr (GPtrArray) people = eh_reader_list (current, &eh_participant_row_type);

  for (guint i = 0; i < people->len; i++) {
    EhParticipant *now = people->pdata[i];
    g_autoptr (EhParticipant) then = eh_reader_get (eh_store_get_db (restored),
                                                    &eh_participant_row_type, now->id);

    if (now->withdrawal == EH_WITHDRAWAL_NONE ||
        (then != NULL && then->withdrawal == now->withdrawal))
      continue;
    if (then == NULL && !eh_text_is_blank (now->name))
      continue;
    if (then == NULL ? !put_nameless (restored, current, now, error)
                     : !put_no_contact (restored, then, now, error))
      return FALSE;
  }
  return TRUE;
}

/* What phones sent has no history and goes on by itself: it stays as it is now. */
static gboolean
keep_received (EhStore *restored, EhDb *current, GError **error)
{
  EhDb *db = eh_store_get_db (restored);
  g_autoptr (GPtrArray) rows = eh_row_store_list (current, &eh_received_row_type, "", EH_ID_NONE,
                                                  error);

  return rows != NULL && eh_db_exec (db, "DELETE FROM received", error) &&
         eh_received_put_union (db, rows, error);
}

/* What was withdrawn since the backup was made is withdrawn in it too. */
static gboolean
honour (EhStore *restored, EhDb *current, GError **error)
{
  if (!honour_erased (restored, current, error) ||
      !eh_store_begin (restored, _ ("Honoured a withdrawal"), error))
    return FALSE;
  if (carry_withdrawals (restored, current, error) && keep_received (restored, current, error))
    return eh_store_commit (restored, error);
  eh_store_abort (restored);
  return FALSE;
}

static GHashTable *
rows_by_id (EhDb *db, const EhRowType *type, GPtrArray **rows, GError **error)
{
  GHashTable *by_id;

  *rows = eh_row_store_list (db, type, "", EH_ID_NONE, error);
  if (*rows == NULL)
    return NULL;
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < (*rows)->len; i++)
    g_hash_table_add (by_id, (*rows)->pdata[i]);
  return by_id;
}

static void
add_change (GArray *changes, const EhRowType *type, EhChangeKind kind, gconstpointer row)
{
  EhChange change = { type, kind, eh_row_id (row) };

  g_array_append_val (changes, change);
}

static gboolean
compare_table (EhDb *before, EhDb *after, const EhRowType *type, GArray *changes, GError **error)
{
  g_autoptr (GPtrArray) old_rows = NULL;
  g_autoptr (GPtrArray) new_rows = NULL;
  g_autoptr (GHashTable) old = rows_by_id (before, type, &old_rows, error);
  g_autoptr (GHashTable) new = old != NULL ? rows_by_id (after, type, &new_rows, error) : NULL;

  if (new == NULL)
    return FALSE;
  for (guint i = 0; i < old_rows->len; i++)
    if (!g_hash_table_contains (new, old_rows->pdata[i]))
      add_change (changes, type, EH_CHANGE_REMOVED, old_rows->pdata[i]);
  for (guint i = 0; i < new_rows->len; i++) {
    gconstpointer was = g_hash_table_lookup (old, new_rows->pdata[i]);

    if (was == NULL)
      add_change (changes, type, EH_CHANGE_ADDED, new_rows->pdata[i]);
    else if (!eh_row_equal (type, was, new_rows->pdata[i]))
      add_change (changes, type, EH_CHANGE_CHANGED, was);
  }
  return TRUE;
}

static gboolean
compare (EhRestore *self, EhDb *before, EhDb *after, GError **error)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  self->changes = g_array_new (FALSE, FALSE, sizeof (EhChange));
  for (guint i = 0; i < n_types; i++)
    if (!compare_table (before, after, types[i], self->changes, error))
      return FALSE;
  return TRUE;
}

/**
 * eh_restore_new:
 * @backup_path: a backup of the project
 * @current_path: the project as it is, or its working copy
 * @error: set to a #EhStoreError
 *
 * Gets a backup ready, in the folder of the backups; the project and the backup are not touched.
 * For a worker thread.
 *
 * Returns: (transfer full) (nullable): what to hand to eh_store_restore()
 */
EhRestore *
eh_restore_new (const char *backup_path, const char *current_path, GError **error)
{
  g_autoptr (EhRestore) self = g_new0 (EhRestore, 1);
  g_autoptr (EhDb) current = eh_reader_open (current_path, NULL, error);
  g_autoptr (EhStore) restored = NULL;

  if (current == NULL || (self->folder = eh_private_folder_new (error)) == NULL)
    return NULL;
  self->path = eh_private_folder_file (self->folder, "restored.evenhand");
  self->moment = moment_of (current);
  if (!copy_backup (self, backup_path, current, error))
    return NULL;
  restored = eh_store_open (self->path, error);
  if (restored == NULL)
    return NULL;
  if (!is_same_project (current, eh_store_get_db (restored))) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT,
                         _ ("That is a backup of another project."));
    return NULL;
  }
  if (!honour (restored, current, error) ||
      !compare (self, current, eh_store_get_db (restored), error))
    return NULL;
  return g_steal_pointer (&self);
}
