#pragma once

/* What "evenhand report" prints, one file a measure. */

#include "eh-cli.h"
#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhReportOptions:
 * @filter: what to look at
 * @rows: of the map
 * @columns: of the map
 * @json: for programs
 *
 * What was asked for.
 */
typedef struct {
  EhFilter filter;
  EhAxis rows;
  EhAxis columns;
  gboolean json;
} EhReportOptions;

/* Each prints one measure of @dataset, through @gate unless that is %NULL, and gives the exit
 * status. */
int eh_report_balance (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_map (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_time (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_stages (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_people (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_agreement (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_hours (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);
int eh_report_flow (EhDataset *dataset, EhPublicDataset *gate, const EhReportOptions *options);

void eh_report_add_figure (EhJsonOut *json, const char *name, EhFigure figure, guint threshold);
void eh_report_add_sentences (GString *out, char **sentences);
char **eh_report_line_names (const EhCrosstabLine *lines, guint n_lines);

G_END_DECLS
