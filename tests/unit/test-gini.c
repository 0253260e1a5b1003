/* Evenness of a room: published vectors, the silent counted, and what is not enough to say. */

#include "eh-measures.h"

#include <math.h>

typedef struct {
  const char *name;
  guint n;
  double values[12];
  double gini;
  double corrected;
} Case;

static const Case cases[] = {
  { "steps", 5, { 0, 1, 2, 3, 4 }, 0.4, 0.5 },
  { "equal", 4, { 2, 2, 2, 2 }, 0, 0 },
  { "one-voice", 4, { 0, 0, 0, 8 }, 0.75, 1 },
  { "ten", 10, { 1, 1, 1, 1, 1, 1, 2, 3, 4, 9 }, 0.441667, 0.490741 },
  { "two-silent-more", 12, { 1, 1, 1, 1, 1, 1, 2, 3, 4, 9, 0, 0 }, 0.534722, 0.583333 },
  { "alone", 1, { 5 }, -1, -1 },
  { "nothing-said", 3, { 0, 0, 0 }, -1, -1 },
  { "nobody", 0, { 0 }, -1, -1 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  double corrected;

  g_assert_cmpfloat_with_epsilon (eh_gini (c->values, c->n, &corrected), c->gini, 1e-6);
  g_assert_cmpfloat_with_epsilon (corrected, c->corrected, 1e-6);
}

/* The definition, sum of all differences, against the sorted form. */
static void
test_definition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++) {
    double values[20];
    guint n = (guint) g_rand_int_range (rand, 2, 20);
    double sum = 0;
    double differences = 0;

    for (guint i = 0; i < n; i++)
      values[i] = g_rand_int_range (rand, 0, 9);
    values[0]++;
    for (guint i = 0; i < n; i++) {
      sum += values[i];
      for (guint j = 0; j < n; j++)
        differences += fabs (values[i] - values[j]);
    }
    g_assert_cmpfloat_with_epsilon (eh_gini (values, n, NULL), differences / (2 * n * sum), 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/gini/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/gini/definition", test_definition);
  return g_test_run ();
}
