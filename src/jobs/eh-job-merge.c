/* What a merge would do, in sentences, for the window and the command line alike. */

#include "eh-job-merge.h"

#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add_counts (EhMergePlan *plan, const EhRowType *const *types, guint n_types, GPtrArray *words)
{
  for (guint i = 0; i < n_types; i++) {
    guint n = eh_merge_plan_count (plan, types[i]);

    if (n > 0)
      g_ptr_array_add (words, eh_row_words_count (types[i], n));
  }
}

/* What people count. What hangs on these, such as a consent on a person, comes along unsaid, unless
 * there is nothing else. */
static char *
added_words (EhMergePlan *plan)
{
  static const EhRowType *const things[] = {
    &eh_insight_row_type,    &eh_participant_row_type, &eh_workshop_row_type, &eh_activity_row_type,
    &eh_role_group_row_type, &eh_framework_row_type,   &eh_category_row_type, &eh_mapping_row_type,
    &eh_guidance_row_type,   &eh_block_row_type,       &eh_evidence_row_type, &eh_resource_row_type,
  };
  static const EhRowType *const ties[] = {
    &eh_attendance_row_type,
    &eh_contributor_row_type,
    &eh_consent_row_type,
    &eh_resource_category_row_type,
  };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_counts (plan, things, G_N_ELEMENTS (things), words);
  if (words->len == 0)
    add_counts (plan, ties, G_N_ELEMENTS (ties), words);
  /* TRANSLATORS: between the items of a list: "2 insights, 1 person" */
  return eh_text_join (words, C_ ("list", ", "));
}

static void
add_line (GString *out, char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
  g_free (line);
}

/**
 * eh_job_merge_summary:
 * @plan: a plan
 *
 * Returns: (transfer full): what it would do, a sentence a line, with no newline at the end
 */
char *
eh_job_merge_summary (EhMergePlan *plan)
{
  g_autofree char *added = added_words (plan);
  GString *out = g_string_new (NULL);

  if (!plan->related)
    add_line (out, g_strdup (_ ("That is another project: what it holds is brought in, and this "
                                "one keeps its own name and settings.")));
  if (eh_merge_plan_is_empty (plan) && plan->n_erased == 0)
    add_line (out, g_strdup (_ ("There is nothing in it that is not here already.")));
  if (*added != '\0')
    /* TRANSLATORS: %s is a list of what comes in: "12 insights, 3 people" */
    add_line (out, g_strdup_printf (_ ("Added: %s."), added));
  if (plan->n_changed > 0)
    add_line (out,
              g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "%u thing was changed there and changes here.",
                               "%u things were changed there and change here.", plan->n_changed),
                  plan->n_changed));
  if (plan->n_removed > 0)
    add_line (out, g_strdup_printf (
                       g_dngettext (GETTEXT_PACKAGE, "%u thing was removed there and goes here.",
                                    "%u things were removed there and go here.", plan->n_removed),
                       plan->n_removed));
  if (plan->n_erased > 0)
    add_line (out, g_strdup (_ ("What was erased there at somebody’s wish is erased here too, for "
                                "good: also nothing before it can be undone then.")));
  if (plan->conflicts->len > 0)
    add_line (out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u change was made on both sides, differently.",
                                                 "%u changes were made on both sides, differently.",
                                                 plan->conflicts->len),
                                    plan->conflicts->len));
  return g_string_free (out, FALSE);
}

/**
 * eh_job_merge_prefer:
 * @plan: a plan
 * @theirs: whether the other copy is right wherever the two differ, not this one
 *
 * Answers all choices in one way, in place of the rule.
 */
void
eh_job_merge_prefer (EhMergePlan *plan, gboolean theirs)
{
  for (guint i = 0; i < plan->conflicts->len; i++)
    ((EhMergeConflict *) plan->conflicts->pdata[i])->take_theirs = theirs;
}

/**
 * eh_job_merge_label:
 * @other_path: the other copy
 *
 * Returns: (transfer full): what the history says of the merge
 */
char *
eh_job_merge_label (const char *other_path)
{
  g_autofree char *name = g_path_get_basename (other_path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *isolated = eh_text_isolate (shown);

  /* TRANSLATORS: a step of the history; %s is the name of a file */
  return g_strdup_printf (_ ("Brought in %s"), isolated);
}
