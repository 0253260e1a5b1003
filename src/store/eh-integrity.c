/* Looking a project over from end to end, for whoever doubts a disk or a synced folder. Opening a
 * file looks at its pages alone. */

#include "eh-integrity.h"

#include "config.h"
#include "eh-db.h"

#include <glib/gi18n-lib.h>

static gboolean
check_pages (EhDb *db, GPtrArray *faults, GError **error)
{
  EhStmt s = eh_db_prepare (db, "PRAGMA integrity_check(20)");

  while (eh_stmt_step (&s))
    if (!g_str_equal (eh_stmt_text (&s, 0), "ok"))
      g_ptr_array_add (faults, g_utf8_make_valid (eh_stmt_text (&s, 0), -1));
  return eh_stmt_finish (&s, error);
}

static gboolean
check_references (EhDb *db, GPtrArray *faults, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");

  while (eh_stmt_step (&s)) {
    guint count = (guint) eh_stmt_int (&s, 2);

    g_ptr_array_add (
        faults,
        /* TRANSLATORS: names of two tables of the file and how many rows */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u row of “%s” refers to a row of “%s” that is not there.",
                                      "%u rows of “%s” refer to rows of “%s” that are not there.",
                                      count),
                         count, eh_stmt_text (&s, 0), eh_stmt_text (&s, 1)));
  }
  return eh_stmt_finish (&s, error);
}

/**
 * eh_integrity_faults:
 * @db: a connection
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Checks every page, every index against its table, and every reference. Takes some seconds for a
 * large project.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong; empty for a sound file
 */
GPtrArray *
eh_integrity_faults (EhDb *db, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!check_pages (db, faults, error) || !check_references (db, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
