#pragma once

#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EhHistoryChanges EhHistoryChanges;

EhHistoryChanges *eh_history_changes_read (EhDb *db, gint64 seq);
void eh_history_changes_free (EhHistoryChanges *self);
void eh_history_changes_show (GtkBox *box, EhWorkspace *workspace, const EhHistoryChanges *changes);

G_END_DECLS
