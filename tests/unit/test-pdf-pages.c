/* Slices into pages: nothing is lost or out of order, nothing runs off the page, and what must stay
 * together does. */

#include "eh-pdf-pages.h"

#define PAGE 100.0

static const EhPdfPlace *
at (GArray *places, guint i)
{
  return &g_array_index (places, EhPdfPlace, i);
}

static void
test_fills (void)
{
  const EhPdfSlice slices[] = { { 10, 40, .header = -1 },
                                { 10, 40, .header = -1 },
                                { 10, 10, .header = -1 } };
  g_autoptr (GArray) places = eh_pdf_paginate (slices, 3, PAGE);

  g_assert_cmpfloat (at (places, 0)->y, ==, 0); /* no space at the top */
  g_assert_cmpfloat (at (places, 1)->y, ==, 50);
  g_assert_cmpuint (at (places, 2)->page, ==, 1);
  g_assert_cmpfloat (at (places, 2)->y, ==, 0);
}

static void
test_heading (void)
{
  const EhPdfSlice slices[] = {
    { 0, 80, .header = -1 },
    { 0, 15, .keep = TRUE, .header = -1 }, /* a heading that would fit */
    { 0, 10, .header = -1 },               /* and its text, that would not */
  };
  g_autoptr (GArray) places = eh_pdf_paginate (slices, 3, PAGE);

  g_assert_cmpuint (at (places, 1)->page, ==, 1);
  g_assert_cmpuint (at (places, 2)->page, ==, 1);
}

static void
test_break (void)
{
  const EhPdfSlice slices[] = {
    { 0, 10, .break_before = TRUE, .header = -1 }, /* already at the top of a page */
    { 0, 10, .keep = TRUE, .header = -1 },
    { 0, 10, .break_before = TRUE, .header = -1 },
  };
  g_autoptr (GArray) places = eh_pdf_paginate (slices, 3, PAGE);

  g_assert_cmpuint (at (places, 0)->page, ==, 0);
  g_assert_cmpuint (at (places, 1)->page, ==, 0);
  g_assert_cmpuint (at (places, 2)->page, ==, 1);
}

static void
test_long_chain (void)
{
  EhPdfSlice slices[30];
  g_autoptr (GArray) places = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (slices); i++)
    slices[i] = (EhPdfSlice){ 0, 10, .keep = TRUE, .header = -1 };
  places = eh_pdf_paginate (slices, G_N_ELEMENTS (slices), PAGE);
  g_assert_cmpuint (at (places, 29)->page, ==, 2);
}

static void
test_too_high (void)
{
  const EhPdfSlice slices[] = { { 0, 10, .header = -1 },
                                { 0, 250, .header = -1 },
                                { 0, 10, .header = -1 } };
  g_autoptr (GArray) places = eh_pdf_paginate (slices, 3, PAGE);

  g_assert_cmpuint (at (places, 1)->page, ==, 1);
  g_assert_cmpuint (at (places, 2)->page, ==, 2);
}

static void
test_repeats_header (void)
{
  EhPdfSlice slices[12];
  g_autoptr (GArray) places = NULL;
  guint repeated = 0;

  slices[0] = (EhPdfSlice){ 5, 20, .keep = TRUE, .header = -1 };
  for (guint i = 1; i < G_N_ELEMENTS (slices); i++)
    slices[i] = (EhPdfSlice){ 0, 20, .header = 0, .n_header = 1 };
  places = eh_pdf_paginate (slices, G_N_ELEMENTS (slices), PAGE);
  for (guint i = 0; i < places->len; i++)
    if (at (places, i)->repeated) {
      repeated++;
      g_assert_cmpuint (at (places, i)->slice, ==, 0);
      g_assert_cmpfloat (at (places, i)->y, ==, 0);
      g_assert_cmpuint (at (places, i + 1)->page, ==, at (places, i)->page);
    }
  g_assert_cmpuint (repeated, ==, 2); /* four rows a page under a header: 4 + 4 + 3 */
  g_assert_cmpuint (at (places, places->len - 1)->page, ==, 2);
}

/* Any document: every slice once and in order, on the page that it is said to be on. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++) {
    g_autofree EhPdfSlice *slices = g_new0 (EhPdfSlice, 200);
    g_autoptr (GArray) places = NULL;
    guint next = 0;

    for (guint i = 0; i < 200; i++)
      slices[i] = (EhPdfSlice){ g_test_rand_double_range (0, 20), g_test_rand_double_range (1, 60),
                                .keep = g_test_rand_int_range (0, 3) == 0,
                                .break_before = g_test_rand_int_range (0, 40) == 0, .header = -1 };
    places = eh_pdf_paginate (slices, 200, PAGE);
    g_assert_cmpuint (places->len, ==, 200);
    for (guint i = 0; i < places->len; i++) {
      const EhPdfPlace *place = at (places, i);

      g_assert_cmpuint (place->slice, ==, next++);
      g_assert_cmpfloat (place->y + slices[i].height, <=, PAGE + 0.1);
      if (i == 0)
        continue;
      g_assert_cmpuint (place->page, >=, at (places, i - 1)->page);
      g_assert_cmpuint (place->page, <=, at (places, i - 1)->page + 1);
      if (place->page == at (places, i - 1)->page)
        g_assert_cmpfloat (place->y, >=, at (places, i - 1)->y + slices[i - 1].height);
      if (slices[i].break_before)
        g_assert_cmpfloat (place->y, ==, 0);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-pages/fills", test_fills);
  g_test_add_func ("/pdf-pages/heading", test_heading);
  g_test_add_func ("/pdf-pages/break", test_break);
  g_test_add_func ("/pdf-pages/long-chain", test_long_chain);
  g_test_add_func ("/pdf-pages/too-high", test_too_high);
  g_test_add_func ("/pdf-pages/repeats-header", test_repeats_header);
  g_test_add_func ("/pdf-pages/random", test_random);
  return g_test_run ();
}
