#pragma once

#include "eh-paper.h"

G_BEGIN_DECLS

/**
 * EhSheaf:
 *
 * Pages to look at and to print, whatever is on them. Used by one thread at a time.
 */
typedef struct _EhSheaf EhSheaf;

/**
 * EhSheafKind:
 * @draw: draws a page, a unit being a point
 * @text: (transfer full): the words of a page
 * @keep_apart: (nullable): whether what belongs to different people may be on one sheet of paper
 *   that is printed on both sides; gives the number of pages that there are then
 * @free: frees the data
 *
 * What the pages of a sheaf come from.
 */
typedef struct {
  void (*draw) (gpointer data, guint page, cairo_t *cr);
  char *(*text) (gpointer data, guint page);
  guint (*keep_apart) (gpointer data, gboolean apart);
  void (*free) (gpointer data);
} EhSheafKind;

EhSheaf *eh_sheaf_new (const EhSheafKind *kind,
                       gpointer data,
                       const char *title,
                       guint n_pages,
                       double width,
                       double height);
EhSheaf *eh_sheaf_of_paper (EhPaper *paper);
void eh_sheaf_free (EhSheaf *self);

const char *eh_sheaf_get_title (const EhSheaf *self);
guint eh_sheaf_n_pages (const EhSheaf *self);
void eh_sheaf_get_size (const EhSheaf *self, double *width, double *height);
gboolean eh_sheaf_can_keep_apart (const EhSheaf *self);
void eh_sheaf_keep_apart (EhSheaf *self, gboolean apart);
void eh_sheaf_draw (EhSheaf *self, guint page, cairo_t *cr);
char *eh_sheaf_text (EhSheaf *self, guint page);
GBytes *eh_sheaf_to_pdf (EhSheaf *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhSheaf, eh_sheaf_free)

G_END_DECLS
