/* A whole project looked over: the file, its people, its guidance, small numbers, and facts. The
 * order of the parts is the order in which they are told. */

#include "eh-project-check.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
check_file (const EhProjectFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; facts->faults != NULL && i < facts->faults->len; i++)
    eh_finding_add (findings, "file.damaged", EH_SEVERITY_PROBLEM, NULL, EH_ID_NONE, NULL,
                    g_strdup (facts->faults->pdata[i]));
}

static void
add_fact (GPtrArray *findings, const char *id, char *message)
{
  eh_finding_add (findings, id, EH_SEVERITY_FACT, NULL, EH_ID_NONE, NULL, message);
}

static void
add_count (GPtrArray *findings, const char *id, const char *one, const char *many, guint n)
{
  g_autoptr (GString) text = g_string_new (g_dngettext (GETTEXT_PACKAGE, one, many, n));
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "%u", number, 1);
  add_fact (findings, id, g_string_free (g_steal_pointer (&text), FALSE));
}

static void
add_facts (EhDataset *dataset, const EhProjectFacts *facts, GPtrArray *findings)
{
  if (facts->size > 0) {
    g_autofree char *size = g_format_size (facts->size);

    /* TRANSLATORS: the number of the file's format, and a size such as "1.2 MB" */
    add_fact (
        findings, "fact.file",
        g_strdup_printf (_ ("The file is of format %1$u and has %2$s."), facts->format, size));
  }
  add_count (findings, "fact.people", NN_ ("%u person takes part.", "%u people take part."),
             dataset->participants->len);
  add_count (findings, "fact.insights",
             NN_ ("%u insight is recorded.", "%u insights are recorded."), dataset->insights->len);
  add_count (findings, "fact.history",
             NN_ ("The history has %u step.", "The history has %u steps."), facts->n_steps);
  if (facts->n_backups > 0)
    add_count (findings, "fact.backups",
               NN_ ("%u backup is kept on this computer.", "%u backups are kept on this computer."),
               facts->n_backups);
  else
    add_fact (findings, "fact.backups", g_strdup (_ ("No backup is kept on this computer.")));
}

/**
 * eh_project_check:
 * @dataset: a frozen project
 * @facts: what else is known
 *
 * Looks a project over, for its team: names are named. Pure, and quick enough for a worker to do
 * after each change.
 *
 * Returns: (transfer full) (element-type EhFinding): what there is to say, problems, things to look
 * at and facts mixed, part by part
 */
GPtrArray *
eh_project_check (EhDataset *dataset, const EhProjectFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_finding_free);

  check_file (facts, findings);
  eh_project_check_people (dataset, facts, findings);
  eh_project_check_guidance (dataset, findings);
  eh_project_check_waiting (dataset, facts, findings);
  eh_project_check_small (dataset, findings);
  add_facts (dataset, facts, findings);
  return findings;
}
