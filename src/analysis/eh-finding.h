#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhSeverity:
 * @EH_SEVERITY_PROBLEM: something is wrong: a promise is not kept, or the file is not sound
 * @EH_SEVERITY_LOOK: somebody should look and decide
 * @EH_SEVERITY_FACT: good to know
 */
typedef enum {
  EH_SEVERITY_PROBLEM,
  EH_SEVERITY_LOOK,
  EH_SEVERITY_FACT,
  EH_SEVERITY_N_VALUES
} EhSeverity;

const char *eh_severity_key (EhSeverity severity);
const char *eh_severity_label (EhSeverity severity);

/**
 * EhFinding:
 * @id: what it is, for programs; never translated, never changed: "consent.quote-beyond"
 * @severity: how much it matters
 * @type: (nullable): the table of the row that it is about
 * @row: that row, or none
 * @label: what people call that row; "" for none
 * @message: a plain sentence for the team
 *
 * Something that a look over a project has found.
 */
typedef struct {
  const char *id;
  EhSeverity severity;
  const EhRowType *type;
  EhId row;
  char *label;
  char *message;
} EhFinding;

void eh_finding_free (EhFinding *self);
void eh_finding_add (GPtrArray *findings,
                     const char *id,
                     EhSeverity severity,
                     const EhRowType *type,
                     EhId row,
                     const char *label,
                     char *message);
guint eh_finding_count (GPtrArray *findings, EhSeverity severity);

G_END_DECLS
