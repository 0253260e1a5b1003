#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_OVERDUE_WATCH (eh_overdue_watch_get_type ())
G_DECLARE_FINAL_TYPE (EhOverdueWatch, eh_overdue_watch, EH, OVERDUE_WATCH, GObject)

EhOverdueWatch *eh_overdue_watch_new (EhWorkspace *workspace);
void eh_overdue_watch_look (EhOverdueWatch *self);

G_END_DECLS
