/* What people read of a copy that is kept: what it is, from when, and what is in it. */

#include "eh-kept-words.h"

#include "eh-insight.h"
#include "eh-job-backup.h"
#include "eh-participant.h"
#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_kept_words_when:
 * @kept: a copy
 *
 * Returns: (transfer full): the day and time that it is from
 */
char *
eh_kept_words_when (const EhKept *kept)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (kept->made_at);

  /* TRANSLATORS: a date and a time, in the words of g_date_time_format: 5 December 2026, 14:31 */
  return time != NULL ? g_date_time_format (time, C_ ("date", "%-d %B %Y, %H:%M")) : g_strdup ("");
}

/**
 * eh_kept_words_title:
 * @kept: a copy
 *
 * Returns: what it is
 */
const char *
eh_kept_words_title (const EhKept *kept)
{
  switch (kept->kind) {
  case EH_KEPT_KIND_BACKUP:
    return eh_job_backup_reason (kept->reason);
  case EH_KEPT_KIND_SET_ASIDE:
    return _ ("Work found after a crash, beside the project");
  case EH_KEPT_KIND_WORK:
    return _ ("Work that a window did not save");
  case EH_KEPT_KIND_DRAFT:
    return _ ("Words that were typed and not added yet");
  default:
    g_assert_not_reached ();
  }
}

/**
 * eh_kept_words_detail:
 * @kept: a copy
 *
 * Returns: (transfer full): when it is from, how much is in it and how large it is
 */
char *
eh_kept_words_detail (const EhKept *kept)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, eh_kept_words_when (kept));
  if (kept->readable && kept->kind != EH_KEPT_KIND_DRAFT) {
    g_ptr_array_add (words, eh_row_words_count (&eh_participant_row_type, kept->n_people));
    g_ptr_array_add (words, eh_row_words_count (&eh_insight_row_type, kept->n_insights));
  }
  g_ptr_array_add (words, g_format_size (kept->size));
  /* TRANSLATORS: between what is told of one thing: "5 December 2026, 14:31 · 2 people · 40 kB" */
  return eh_text_join (words, C_ ("list", " · "));
}
