#pragma once

#include "eh-slip.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SLIP_FINDER (eh_slip_finder_get_type ())
G_DECLARE_FINAL_TYPE (EhSlipFinder, eh_slip_finder, EH, SLIP_FINDER, GtkWidget)

void eh_slip_finder_begin (EhSlipFinder *self, EhWorkspace *workspace);
const EhSlip *eh_slip_finder_get_slip (EhSlipFinder *self);

G_END_DECLS
