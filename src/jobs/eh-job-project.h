#pragma once

/* jobs: what a person asks for, from beginning to end, for the window and the command line alike.
 * Includes every layer below; knows no GTK. */

#include "eh-reader.h"

G_BEGIN_DECLS

/**
 * EhJobProgress:
 * @fraction: how far, 0 to 1; below 0 when not known
 * @text: what is being done, for people
 * @data: what was given with the function
 *
 * Told now and then while a job runs, in the thread that runs it.
 */
typedef void (*EhJobProgress) (double fraction, const char *text, gpointer data);

gboolean eh_job_new_project (const char *path,
                             const char *title,
                             const char *framework_key,
                             gboolean sample,
                             GError **error);
EhDb *eh_job_read_project (const char *path, GCancellable *cancellable, GError **error);
EhDataset *eh_job_load_project (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
