/* Slices into pages: pure arithmetic, so that its promises can be tested. What must stay together
 * goes to the next page together; only a chain that is higher than a page is broken, between any
 * two slices. */

#include "eh-pdf-pages.h"

typedef struct {
  const EhPdfSlice *slices;
  double page_height;
  GArray *places;
  guint page;
  double y; /* where the next slice may begin */
} Pages;

static void
put (Pages *p, guint slice, gboolean repeated)
{
  const EhPdfSlice *s = &p->slices[slice];
  EhPdfPlace place = { slice, p->page, p->y + (p->y > 0 ? s->before : 0), repeated };

  g_array_append_val (p->places, place);
  p->y = place.y + s->height;
}

static void
begin_page (Pages *p, guint slice)
{
  const EhPdfSlice *s = &p->slices[slice];

  p->page++;
  p->y = 0;
  for (guint i = 0; s->header >= 0 && i < s->n_header; i++)
    put (p, (guint) s->header + i, TRUE);
}

/* The height of @first to @last, of which the first begins at @y. */
static double
height_of (const Pages *p, guint first, guint last, double y)
{
  double height = 0;

  for (guint i = first; i <= last; i++)
    height += p->slices[i].height + (i > first || y > 0 ? p->slices[i].before : 0);
  return height;
}

static double
header_height (const Pages *p, guint slice)
{
  const EhPdfSlice *s = &p->slices[slice];

  return s->header < 0 ? 0
                       : height_of (p, (guint) s->header, (guint) s->header + s->n_header - 1, 0);
}

static void
put_chain (Pages *p, guint first, guint last)
{
  gboolean fits = p->y + height_of (p, first, last, p->y) <= p->page_height;

  if (!fits && p->y > 0 &&
      header_height (p, first) + height_of (p, first, last, header_height (p, first)) <=
          p->page_height)
    begin_page (p, first);
  for (guint i = first; i <= last; i++) {
    if (p->y > 0 && p->y + p->slices[i].before + p->slices[i].height > p->page_height)
      begin_page (p, i);
    put (p, i, FALSE);
  }
}

/**
 * eh_pdf_paginate:
 * @slices: (array length=n_slices): in reading order
 * @n_slices: how many
 * @page_height: of the text on a page
 *
 * Returns: (transfer full) (element-type EhPdfPlace): where each goes, in reading order, with the
 *   repeated ones among them. A slice higher than a page begins one and runs over its end.
 */
GArray *
eh_pdf_paginate (const EhPdfSlice *slices, guint n_slices, double page_height)
{
  Pages p = {
    .slices = slices,
    .page_height = page_height + 0.01, /* sums of fractions */
    .places = g_array_new (FALSE, FALSE, sizeof (EhPdfPlace)),
  };

  for (guint first = 0; first < n_slices;) {
    guint last = first;

    while (last + 1 < n_slices && slices[last].keep && !slices[last + 1].break_before)
      last++;
    if (slices[first].break_before && p.y > 0)
      begin_page (&p, first);
    put_chain (&p, first, last);
    first = last + 1;
  }
  return p.places;
}
