#pragma once

#include "eh-doc-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EhExportProgress EhExportProgress;

EhExportProgress *eh_export_progress_begin (GtkWindow *parent, const char *title);
GCancellable *eh_export_progress_cancellable (EhExportProgress *self);
gpointer eh_export_progress_data (EhExportProgress *self);
void eh_export_progress_end (EhExportProgress *self);

G_END_DECLS
