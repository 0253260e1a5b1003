/* One thing that a look over a project has found. */

#include "eh-finding.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const char *const keys[EH_SEVERITY_N_VALUES] = { "problem", "look", "fact" };
static const char *const labels[EH_SEVERITY_N_VALUES] = {
  NC_ ("severity", "Problems"),
  NC_ ("severity", "To look at"),
  NC_ ("severity", "Good to know"),
};

/**
 * eh_severity_key:
 * @severity: how much something matters
 *
 * Returns: (transfer none): the same for programs
 */
const char *
eh_severity_key (EhSeverity severity)
{
  return keys[severity];
}

/**
 * eh_severity_label:
 * @severity: how much something matters
 *
 * Returns: (transfer none): what stands over findings of that kind
 */
const char *
eh_severity_label (EhSeverity severity)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", labels[severity]);
}

/**
 * eh_finding_free:
 * @self: (transfer full): a finding
 */
void
eh_finding_free (EhFinding *self)
{
  g_free (self->label);
  g_free (self->message);
  g_free (self);
}

/**
 * eh_finding_add:
 * @findings: (element-type EhFinding): where to add it
 * @id: what it is; a literal
 * @severity: how much it matters
 * @type: (nullable): a table
 * @row: a row of it, or none
 * @label: (nullable): what people call the row
 * @message: (transfer full): a plain sentence
 *
 * Adds a finding.
 */
void
eh_finding_add (GPtrArray *findings,
                const char *id,
                EhSeverity severity,
                const EhRowType *type,
                EhId row,
                const char *label,
                char *message)
{
  EhFinding *self = g_new0 (EhFinding, 1);

  self->id = id;
  self->severity = severity;
  self->type = type;
  self->row = row;
  self->label = g_strdup (label != NULL ? label : "");
  self->message = message;
  g_ptr_array_add (findings, self);
}

/**
 * eh_finding_count:
 * @findings: (element-type EhFinding): findings
 * @severity: how much they matter
 *
 * Returns: how many of that kind there are
 */
guint
eh_finding_count (GPtrArray *findings, EhSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((EhFinding *) findings->pdata[i])->severity == severity;
  return n;
}
