#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhPdfSlice:
 * @before: space above it, which is dropped at the top of a page
 * @height: its own height
 * @keep: it stays on the page of the slice after it
 * @break_before: it begins a page
 * @header: first of the slices to repeat above it where it begins a page; -1 for none
 * @n_header: how many they are
 *
 * A piece of a document that cannot be broken over two pages: a line, a row, a picture. Lengths are
 * points.
 */
typedef struct {
  double before;
  double height;
  gboolean keep;
  gboolean break_before;
  int header;
  guint n_header;
} EhPdfSlice;

/**
 * EhPdfPlace:
 * @slice: which
 * @page: the page, counted from 0
 * @y: its top, from the top of the text of the page
 * @repeated: it stands there already once, on an earlier page
 *
 * Where a slice goes.
 */
typedef struct {
  guint slice;
  guint page;
  double y;
  gboolean repeated;
} EhPdfPlace;

GArray *eh_pdf_paginate (const EhPdfSlice *slices, guint n_slices, double page_height);

G_END_DECLS
