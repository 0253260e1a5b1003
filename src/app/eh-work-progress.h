#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhWorkProgress:
 *
 * How far a worker is, shared between it and the window that shows it. Each of the two holds a
 * reference; eh_work_progress_note() is an #EhProtectedProgress.
 */
typedef struct _EhWorkProgress EhWorkProgress;

EhWorkProgress *eh_work_progress_new (void);
EhWorkProgress *eh_work_progress_ref (EhWorkProgress *self);
void eh_work_progress_unref (EhWorkProgress *self);
void eh_work_progress_note (double fraction, gpointer progress);
double eh_work_progress_get (EhWorkProgress *self);

G_END_DECLS
