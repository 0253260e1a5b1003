#pragma once

#include "eh-disclosure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhJobDataKind:
 * @EH_JOB_DATA_INSIGHTS: insights whose words may be used
 * @EH_JOB_DATA_PEOPLE: people, named as they chose
 * @EH_JOB_DATA_GROUPS: role groups
 * @EH_JOB_DATA_WORKSHOPS: workshops
 * @EH_JOB_DATA_CATEGORIES: the categories of the project's framework
 * @EH_JOB_DATA_RESOURCES: the resource library
 *
 * What a table is exported of.
 */
typedef enum {
  EH_JOB_DATA_INSIGHTS,
  EH_JOB_DATA_PEOPLE,
  EH_JOB_DATA_GROUPS,
  EH_JOB_DATA_WORKSHOPS,
  EH_JOB_DATA_CATEGORIES,
  EH_JOB_DATA_RESOURCES,
  EH_JOB_DATA_N_VALUES
} EhJobDataKind;

const char *eh_job_data_kind_key (EhJobDataKind kind);
gboolean eh_job_data_is_format (const char *name);
gboolean eh_job_data_is_references (const char *name);
gboolean eh_job_export_data (EhPublicDataset *dataset,
                             EhJobDataKind kind,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);
void eh_job_export_data_async (const char *project_path,
                               EhJobDataKind kind,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean eh_job_export_data_finish (GAsyncResult *result, GError **error);

G_END_DECLS
