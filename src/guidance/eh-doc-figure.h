#pragma once

#include "eh-doc-table.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * EhDocPaint:
 * @cr: where to paint; one unit is one CSS pixel, the origin is the top left of the figure
 *
 * Paints a figure. It is called from the thread that writes the document, perhaps several times.
 */
typedef void (*EhDocPaint) (cairo_t *cr, gpointer data);

/**
 * EhDocFigure:
 *
 * A picture with what it says in words and in numbers. Documents know nothing of charts: the figure
 * is whatever @paint paints.
 */
typedef struct {
  char *alt;         /* one sentence: what the picture is and its main point */
  char *description; /* (nullable): all that it shows, in sentences */
  EhDocTable *table; /* (nullable): the numbers behind it */
  gboolean clear;    /* has no ground of its own: what lies behind it is seen */
  double width;      /* CSS pixels */
  double height;
  EhDocPaint paint;
  gpointer data;
  GDestroyNotify destroy;
} EhDocFigure;

EhDocFigure *eh_doc_figure_new (const char *alt,
                                const char *description,
                                double width,
                                double height,
                                EhDocPaint paint,
                                gpointer data,
                                GDestroyNotify destroy);
void eh_doc_figure_free (EhDocFigure *self);
char *eh_doc_figure_to_svg (const EhDocFigure *self, const char *prefix, GError **error);
double eh_doc_figure_png_scale (const EhDocFigure *self);
GBytes *eh_doc_figure_to_png (const EhDocFigure *self, double scale, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDocFigure, eh_doc_figure_free)

G_END_DECLS
