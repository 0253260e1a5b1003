#pragma once

#include <gio/gio.h>

#include "eh-chart-layout.h"

G_BEGIN_DECLS

#define EH_CHART_ERROR (eh_chart_error_quark ())

/**
 * EhChartError:
 * @EH_CHART_ERROR_PRIVATE: the chart shows exact numbers for the team alone
 * @EH_CHART_ERROR_FORMAT: a file name that ends in no format known here
 * @EH_CHART_ERROR_SIZE: the picture is larger than the format can be
 * @EH_CHART_ERROR_DRAW: it could not be drawn, for want of memory most likely
 */
typedef enum {
  EH_CHART_ERROR_PRIVATE,
  EH_CHART_ERROR_FORMAT,
  EH_CHART_ERROR_SIZE,
  EH_CHART_ERROR_DRAW
} EhChartError;

/* The elements of the structure of a chart as PDF, each in the one before, as an array of strings
 * with NULL at its end: what they say cannot be written by cairo. */
#define EH_CHART_PDF_TAGS                                                                          \
  {                                                                                                \
    "Document", "Figure", NULL                                                                     \
  }

/**
 * EhChartFormat:
 * @EH_CHART_FORMAT_SVG: vectors, with title and description inside
 * @EH_CHART_FORMAT_PNG: dots, two to a CSS pixel
 * @EH_CHART_FORMAT_PDF: vectors on one page of the picture's size
 */
typedef enum {
  EH_CHART_FORMAT_SVG,
  EH_CHART_FORMAT_PNG,
  EH_CHART_FORMAT_PDF
} EhChartFormat;

GQuark eh_chart_error_quark (void);
gboolean eh_chart_format_from_name (const char *name, EhChartFormat *format, GError **error);
GBytes *eh_chart_export (const EhChartLayout *layout, EhChartFormat format, GError **error);
gboolean eh_chart_export_to_file (const EhChartLayout *layout,
                                  EhChartFormat format,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
