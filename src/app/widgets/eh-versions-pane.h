#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

#define EH_TYPE_VERSIONS_PANE (eh_versions_pane_get_type ())
G_DECLARE_FINAL_TYPE (EhVersionsPane, eh_versions_pane, EH, VERSIONS_PANE, GtkWidget)

void eh_versions_pane_set_doc (EhVersionsPane *self, EhGuidanceDoc *doc);

G_END_DECLS
