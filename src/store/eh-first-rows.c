/* The two rows without which a file is no project: what it is, and which copy of it this is. */

#include "eh-first-rows.h"

#include "eh-project.h"
#include "eh-row-store.h"
#include "eh-text.h"

/**
 * eh_first_rows_put_project:
 * @db: a writer, in a transaction
 * @title: what the team calls the project
 * @error: set to a #EhStoreError
 *
 * Returns: whether there is a project, of nobody's making but this file's
 */
gboolean
eh_first_rows_put_project (EhDb *db, const char *title, GError **error)
{
  g_autoptr (EhProject) project = eh_project_new ();
  g_autofree char *guid = g_uuid_string_random ();

  project->id = 1;
  eh_set_str (&project->guid, guid);
  eh_set_str (&project->title, title);
  eh_set_str (&project->language, "en-GB");
  project->threshold = 5;
  project->created_at = g_get_real_time () / G_USEC_PER_SEC;
  return eh_row_store_put (db, &eh_project_row_type, project, error);
}

/**
 * eh_first_rows_put_copy:
 * @db: a writer, in a transaction
 * @error: set to a #EhStoreError
 *
 * Returns: whether the file says which copy it is: one that nobody has seen before
 */
gboolean
eh_first_rows_put_copy (EhDb *db, GError **error)
{
  g_autofree char *generation = g_uuid_string_random ();
  EhStmt s = eh_db_prepare (
      db, "INSERT INTO copy (id, generation, saved_at) VALUES (1, ?, unixepoch ())");

  eh_stmt_bind_text (&s, generation);
  return eh_stmt_run (&s, error);
}
