#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_EVIDENCE_PANE (eh_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhEvidencePane, eh_evidence_pane, EH, EVIDENCE_PANE, GtkWidget)

void eh_evidence_pane_set_doc (EhEvidencePane *self, EhGuidanceDoc *doc);
void eh_evidence_pane_set_block (EhEvidencePane *self, EhId block_id);
void eh_evidence_pane_focus_search (EhEvidencePane *self);

G_END_DECLS
