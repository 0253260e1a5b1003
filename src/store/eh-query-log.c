/* For tests and the benchmark: what is asked of a project while the window waits for it. With
 * EVENHAND_QUERIES set to a path, each statement that the thread of the main loop finishes is a
 * line of that file: when it ended in seconds of the monotonic clock, how many steps it took
 * SQLite's virtual machine, and the statement. Steps are the same on every machine, however busy it
 * is, and some ten thousand of them with what they read are a millisecond. */

#include "eh-query-log.h"

/**
 * eh_query_log_open:
 *
 * Returns: (transfer full) (nullable): the log to write to, if one is asked for
 */
FILE *
eh_query_log_open (void)
{
  const char *path = g_getenv ("EVENHAND_QUERIES");

  return path != NULL ? fopen (path, "ae") : NULL;
}

/**
 * eh_query_log_write:
 * @log: a log
 * @statement: a statement that is through
 */
void
eh_query_log_write (FILE *log, sqlite3_stmt *statement)
{
  int steps = sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, TRUE);
  g_autofree char *sql = NULL;

  if (!g_main_context_is_owner (g_main_context_default ()))
    return;
  sql = g_strdelimit (g_strdup (sqlite3_sql (statement)), "\n", ' ');
  fprintf (log, "%.6f %d %s\n", (double) g_get_monotonic_time () / G_USEC_PER_SEC, steps, sql);
  fflush (log);
}
