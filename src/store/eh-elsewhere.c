/* Two windows, two laptops or a window and the command line save the same file. What the other one
 * saved is read from a private copy, and becomes part of the work here as a merge does; only where
 * both changed the same thing is there a question, and then nothing is done.
 *
 * Everything here runs in a worker. */

#include "eh-elsewhere.h"

#include "config.h"
#include "eh-backup.h"
#include "eh-db.h"
#include "eh-merge.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
eh_elsewhere_free (EhElsewhere *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL) {
    g_unlink (self->path);
    eh_work_folder_remove_logs (self->path);
  }
  g_free (self->path);
  g_free (self->generation);
  g_free (self);
}

static char *
generation_of (const char *path, GError **error)
{
  g_autoptr (EhDb) db = eh_db_open (path, EH_DB_SNAPSHOT, error);
  EhStmt s;
  char *generation;

  if (db == NULL)
    return NULL;
  s = eh_db_prepare (db, "SELECT generation FROM copy");
  generation = g_strdup (eh_stmt_step (&s) ? eh_stmt_text (&s, 0) : "");
  if (!eh_stmt_finish (&s, error))
    g_clear_pointer (&generation, g_free);
  return generation;
}

static EhMergePlan *
plan_with (EhDb *db, const char *path, GError **error)
{
  g_autoptr (EhMergePlan) plan = eh_merge_plan_new (db, path, error);

  if (plan == NULL || plan->related)
    return g_steal_pointer (&plan);
  g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONFLICT,
                       _ ("Another project is in the place of this file. Save your work as a copy, "
                          "so that neither is lost."));
  return NULL;
}

/**
 * eh_elsewhere_read:
 * @folder: a filled work folder
 * @error: set to a #EhStoreError, also when something else than this project is there
 *
 * Looks at what somebody else has put in the place of the user's file, and changes nothing.
 *
 * Returns: (transfer full) (nullable): what is there
 */
EhElsewhere *
eh_elsewhere_read (EhWorkFolder *folder, GError **error)
{
  g_autoptr (EhElsewhere) self = g_new0 (EhElsewhere, 1);
  g_autofree char *number = g_uuid_string_random ();
  g_autoptr (EhDb) db = NULL;
  g_autoptr (EhMergePlan) plan = NULL;

  self->path = g_strconcat (folder->snapshot, "-", number, NULL);
  if (!eh_work_folder_copy_target (folder, self->path, error) ||
      (self->generation = generation_of (self->path, error)) == NULL)
    return NULL;
  db = eh_reader_open (folder->database, NULL, error);
  plan = db != NULL ? plan_with (db, self->path, error) : NULL;
  if (plan == NULL)
    return NULL;
  self->n_questions = plan->conflicts->len;
  return g_steal_pointer (&self);
}

/**
 * eh_elsewhere_bring_in:
 * @self: what is there
 * @store: the store of the working copy
 * @error: set to a #EhStoreError; then nothing has changed
 *
 * Makes it part of the work here, as one step of the history and after a backup, unless there are
 * questions by now: then @self says how many, and nothing is done.
 *
 * Returns: whether nothing went wrong
 */
gboolean
eh_elsewhere_bring_in (EhElsewhere *self, EhStore *store, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhMergePlan) plan = plan_with (db, self->path, error);

  if (plan == NULL)
    return FALSE;
  self->n_questions = plan->conflicts->len;
  if (self->n_questions > 0)
    return TRUE;
  if (!eh_merge_plan_is_empty (plan) && !eh_backup_make (db, EH_BACKUP_REASON_MERGE, error))
    return FALSE;
  return eh_merge_apply (store, plan, _ ("Brought in changes that were saved elsewhere"), error);
}
