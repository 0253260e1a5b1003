/* What can be read of a damaged project, in a new file, and in words what was saved and what was
 * lost. */

#include "eh-job-recover.h"

#include "config.h"
#include "eh-dataset.h"
#include "eh-job-copy.h"
#include "eh-private-folder.h"
#include "eh-row-words.h"
#include "eh-text.h"
#include "eh-work-folder.h"

#include <glib/gi18n-lib.h>

/* What a window that stopped has left behind is newer than the file itself. */
static char *
find_left_over (const char *path)
{
  g_autoptr (EhWorkFolder) folder = eh_work_folder_new (path);

  if (eh_work_folder_is_held (folder) || !g_file_test (folder->database, G_FILE_TEST_EXISTS))
    return NULL;
  return g_strdup (folder->database);
}

/**
 * eh_job_recover:
 * @path: a damaged project, which is only read
 * @to: where the new one goes; nothing must be there
 * @error: set to a #EhStoreError
 *
 * Recovers what can be read into a new file: from the file itself, and what that still names from
 * work that a window left behind and from backups.
 *
 * Returns: (transfer full) (nullable): what was saved and what was lost
 */
EhRecovery *
eh_job_recover (const char *path, GFile *to, GError **error)
{
  g_autofree char *left_over = find_left_over (path);
  const char *const others[] = { left_over, NULL };
  g_autoptr (EhPrivateFolder) folder = NULL;
  g_autofree char *made = NULL;
  g_autoptr (EhRecovery) recovery = NULL;

  if (g_file_query_exists (to, NULL)) {
    g_autofree char *name = g_file_get_basename (to);
    g_autoptr (GError) exists = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "");

    eh_store_error_set_from_io (error, exists, name);
    return NULL;
  }
  folder = eh_private_folder_new (error);
  if (folder == NULL)
    return NULL;
  made = eh_private_folder_file (folder, "new.evenhand");
  recovery = eh_recovery_run (path, others, made, error);
  if (recovery == NULL || !eh_job_place (made, to, FALSE, error))
    return NULL;
  return g_steal_pointer (&recovery);
}

/* "64 of 68 insights" */
static char *
count_words (const EhRecoveryCount *count)
{
  g_autofree char *all = eh_row_words_count (count->type, count->known);

  if (count->certain)
    /* TRANSLATORS: how many were saved of how many: "64 of 68 insights" */
    return g_strdup_printf (_ ("%1$u of %2$s"), count->kept, all);
  /* TRANSLATORS: the same where there may have been more: "64 of at least 66 insights" */
  return g_strdup_printf (_ ("%1$u of at least %2$s"), count->kept, all);
}

static gboolean
is_of_interest (const EhRecoveryCount *count)
{
  return count->type != &eh_project_row_type && count->known > 0;
}

/* Insights and people always; of the rest, what is not whole. */
static char *
saved_words (const EhRecovery *recovery)
{
  static const EhRowType *const first[] = { &eh_insight_row_type, &eh_participant_row_type };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (words, count_words (eh_recovery_count (recovery, first[i])));
  for (guint i = 0; i < recovery->counts->len; i++) {
    const EhRecoveryCount *count = &g_array_index (recovery->counts, EhRecoveryCount, i);

    if (is_of_interest (count) && count->type != first[0] && count->type != first[1] &&
        (count->kept < count->known || !count->certain))
      g_ptr_array_add (words, count_words (count));
  }
  return eh_text_join (words, C_ ("list", ", "));
}

static void
add_line (GString *out, const char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

static void
add_cut_short (const EhRecovery *recovery, GString *out)
{
  g_autofree char *missing = NULL;
  g_autofree char *once = NULL;
  g_autofree char *line = NULL;

  if (recovery->n_once == 0)
    return;
  missing = g_format_size (recovery->n_once - recovery->n_left);
  once = g_format_size (recovery->n_once);
  /* TRANSLATORS: two sizes: "The file was cut short: 700 kB of its 1.7 MB are missing." */
  line = g_strdup_printf (_ ("The file was cut short: %1$s of its %2$s are missing."), missing,
                          once);
  add_line (out, line);
}

/* Where nothing is left of a table, nothing may tell that there ever was anything in it. */
static void
add_untold (const EhRecovery *recovery, GString *out)
{
  for (guint i = 0; i < recovery->counts->len; i++) {
    const EhRecoveryCount *count = &g_array_index (recovery->counts, EhRecoveryCount, i);

    if (count->type != &eh_project_row_type && count->known == 0 && !count->certain) {
      add_line (out, _ ("Other kinds of things may have been in it, of which nothing is left."));
      return;
    }
  }
}

/* What was left out so that nothing is guessed. */
static void
add_left_out (const EhRecovery *recovery, GString *out)
{
  if (recovery->n_cut_off > 0) {
    g_autofree char *line = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u thing runs into a part that is missing, and was left out.",
            "%u things run into a part that is missing, and were left out.", recovery->n_cut_off),
        recovery->n_cut_off);

    add_line (out, line);
  }
  if (recovery->n_unsure > 0) {
    g_autofree char *line = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u page of the file does not tell what it holds, and was left out.",
                     "%u pages of the file do not tell what they hold, and were left out.",
                     recovery->n_unsure),
        recovery->n_unsure);

    add_line (out, line);
  }
}

static void
add_losses (const EhRecovery *recovery, GString *out)
{
  if (recovery->project_lost)
    add_line (out,
              _ ("The project’s own name and settings could not be read. Look at them first."));
  if (recovery->history == EH_RECOVERY_HISTORY_LOST)
    add_line (out, _ ("The history could not be saved: it begins anew, and what was done before "
                      "cannot be undone."));
  if (recovery->merges_lost)
    add_line (out,
              _ ("What was brought in from other copies before could not be read: the next time "
                 "that one is brought in, there may be more to choose."));
  if (recovery->erasures_lost)
    add_line (out, _ ("What was erased at somebody’s wish is not here, but the list that keeps it "
                      "out is not whole: do not bring in older copies."));
}

/**
 * eh_job_recover_summary:
 * @recovery: what was recovered
 *
 * Returns: (transfer full): what was saved and what was lost, a sentence a line, with no newline at
 *   the end
 */
char *
eh_job_recover_summary (const EhRecovery *recovery)
{
  g_autofree char *saved = saved_words (recovery);
  GString *out = g_string_new (NULL);

  if (eh_recovery_is_whole (recovery))
    add_line (out, _ ("Everything was saved."));
  add_cut_short (recovery, out);
  if (out->len > 0)
    g_string_append_c (out, '\n');
  /* TRANSLATORS: %s is a list: "64 of 68 insights, 24 of 24 people" */
  g_string_append_printf (out, _ ("Saved: %s."), saved);
  if (recovery->n_from_others > 0) {
    g_autofree char *line = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u of these things was read from a backup.",
                     "%u of these things were read from backups.", recovery->n_from_others),
        recovery->n_from_others);

    add_line (out, line);
  }
  if (recovery->n_let_go > 0) {
    g_autofree char *line = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u link to something that was lost is gone with it.",
                     "%u links to something that was lost are gone with it.", recovery->n_let_go),
        recovery->n_let_go);

    add_line (out, line);
  }
  add_untold (recovery, out);
  add_left_out (recovery, out);
  add_losses (recovery, out);
  return g_string_free (out, FALSE);
}
