/* Looking a project over from end to end, for whoever doubts a disk or a synced folder. Opening a
 * file looks at its pages alone. */

#include "eh-integrity.h"

#include "config.h"
#include "eh-db.h"
#include "eh-recovery-source.h"

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

/* Every index of a table that has an entry for each row of it. */
#define INDEXES                                                                                    \
  "SELECT m.name, i.name FROM sqlite_schema m, pragma_index_list (m.name) i"                       \
  " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND i.partial = 0"

static gboolean
same_count (EhDb *db, const char *table, const char *index)
{
  g_autofree char *sql = g_strdup_printf ("SELECT (SELECT count(*) FROM \"%s\" NOT INDEXED)"
                                          " = (SELECT count(*) FROM \"%s\" INDEXED BY \"%s\")",
                                          table, table, index);

  return eh_db_value (db, sql, 0) == 1;
}

/**
 * eh_integrity_counts_agree:
 * @db: a connection to a file whose schema is ours
 * @error: set to %EH_STORE_ERROR_DAMAGED
 *
 * What looking at each page by itself cannot tell, and is told at once: whether every index has as
 * many entries as its table has rows, and the index of words too.
 *
 * Returns: whether they have
 */
gboolean
eh_integrity_counts_agree (EhDb *db, GError **error)
{
  EhStmt s = eh_db_prepare (db, INDEXES);
  gboolean agree = TRUE;

  while (agree && eh_stmt_step (&s))
    agree = same_count (db, eh_stmt_text (&s, 0), eh_stmt_text (&s, 1));
  if (!eh_stmt_finish (&s, error))
    return FALSE;
  agree &= eh_db_value (db,
                        "SELECT (SELECT count(*) FROM insight NOT INDEXED)"
                        " = (SELECT count(*) FROM insight_words_docsize)",
                        0) == 1;
  return agree || eh_db_set_error (db, SQLITE_CORRUPT, "an index disagrees", error);
}

/**
 * eh_integrity_indexes_agree:
 * @db: a writer of a private copy, outside a transaction
 * @error: set to %EH_STORE_ERROR_DAMAGED
 *
 * Holds every entry of every index, and every word of the index of words, against what it is about.
 * Takes a second for some 50 MB; changes nothing.
 *
 * Returns: whether all agree
 */
gboolean
eh_integrity_indexes_agree (EhDb *db, GError **error)
{
  EhStmt s = eh_db_prepare (db, "PRAGMA integrity_check(1)");
  gboolean sound = eh_stmt_step (&s) && g_str_equal (eh_stmt_text (&s, 0), "ok");

  if (!eh_stmt_finish (&s, error))
    return FALSE;
  if (!sound)
    return eh_db_set_error (db, SQLITE_CORRUPT, "integrity_check", error);
  return eh_db_exec (
      db, "INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1)", error);
}

/**
 * eh_integrity_words_agree:
 * @path: a project, which is only read
 *
 * Holds the index of words against the insights, in a private copy: SQLite does that in a writer
 * alone.
 *
 * Returns: whether they agree
 */
gboolean
eh_integrity_words_agree (const char *path)
{
  g_autoptr (EhRecoverySource) copy = eh_recovery_source_open_whole (path);

  return copy != NULL && eh_integrity_indexes_agree (copy->db, NULL);
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
