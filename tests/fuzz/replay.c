/* Runs a target without libFuzzer, so that every test run does, with any compiler: over all files
 * that are kept for it, then for a while over those files with bytes changed. The same changes each
 * time.
 *
 * Usage: replay-NAME SECONDS [FILE-OR-FOLDER...], or replay-NAME --seeds FOLDER to write down the
 * seeds that the target makes itself. */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A single input may take this many seconds, on a machine that is busy with the sanitizers. */
#define LONGEST 20

/* Kilobytes that all of it may take at most. */
#define MOST_MEMORY (1500 * 1024)

static GBytes *current;

/* The input that it fell over is left behind, to become a file of the corpus. */
static void
keep (const char *why)
{
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  if (current == NULL)
    return;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, current);
  name = g_strdup_printf ("%s-%.12s", why, sum);
  g_file_set_contents (name, g_bytes_get_data (current, NULL), (gssize) g_bytes_get_size (current),
                       NULL);
  fprintf (stderr, "the input is kept as %s\n", name);
}

static void
run (GBytes *input)
{
  g_autofree guint8 *exact = g_memdup2 (g_bytes_get_data (input, NULL), g_bytes_get_size (input));

  current = input;
  alarm (LONGEST);
  LLVMFuzzerTestOneInput (exact, g_bytes_get_size (input));
  alarm (0);
  current = NULL;
}

static void
add_files (GPtrArray *corpus, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  char *bytes = NULL;
  gsize size;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *one = g_build_filename (path, name, NULL);

    add_files (corpus, one);
  }
  if (dir == NULL && g_file_get_contents (path, &bytes, &size, NULL))
    g_ptr_array_add (corpus, g_bytes_new_take (bytes, size));
}

static void
change_once (GByteArray *bytes, GRand *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
  guint wanted = (guint) g_rand_int_range (rand, 1, 64);
  guint n = MIN (wanted, bytes->len - at);
  static const guint8 telling[] = { 0, 1, 0x7f, 0x80, 0xff, '"', ',', '\n', ';', '-', '9' };

  switch (g_rand_int_range (rand, 0, 6)) {
  case 0:
    bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
    break;
  case 1:
    bytes->data[at] = telling[g_rand_int_range (rand, 0, G_N_ELEMENTS (telling))];
    break;
  case 2:
    bytes->data[at] = (guint8) g_rand_int (rand);
    break;
  case 3:
    memmove (bytes->data + at, bytes->data + (bytes->len - n) / 2, n);
    break;
  case 4:
    if (bytes->len < 200000) {
      g_autofree guint8 *again = g_memdup2 (bytes->data + at, n);

      g_byte_array_append (bytes, again, n);
    }
    break;
  default:
    if (g_rand_int_range (rand, 0, 10) == 0)
      g_byte_array_set_size (bytes, MAX (at, 1));
  }
}

static void
run_changed (GPtrArray *corpus, double seconds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  guint n = 0;

  while (corpus->len > 0 && g_get_monotonic_time () < end) {
    GBytes *from = corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)];
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    g_autoptr (GBytes) input = NULL;

    g_byte_array_append (bytes, g_bytes_get_data (from, NULL), (guint) g_bytes_get_size (from));
    for (int i = g_rand_int_range (rand, 1, 12); i > 0 && bytes->len > 0; i--)
      change_once (bytes, rand);
    input = g_bytes_new (bytes->data, bytes->len);
    run (input);
    n++;
  }
  printf ("%u kept inputs, and %u changed ones\n", corpus->len, n);
}

static int
write_seeds (GPtrArray *seeds, const char *folder)
{
  g_mkdir_with_parents (folder, 0755);
  for (guint i = 0; i < seeds->len; i++) {
    g_autofree char *name = g_strdup_printf ("%s/seed-%u", folder, i);

    g_file_set_contents (name, g_bytes_get_data (seeds->pdata[i], NULL),
                         (gssize) g_bytes_get_size (seeds->pdata[i]), NULL);
  }
  return 0;
}

static void
ended (int signal)
{
  keep (signal == SIGALRM ? "timeout" : "crash");
  _exit (1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) corpus = fuzz_seeds ();
  struct rusage usage;

  if (argc == 3 && g_str_equal (argv[1], "--seeds"))
    return write_seeds (corpus, argv[2]);
  signal (SIGALRM, ended);
  signal (SIGABRT, ended);
  for (int i = 2; i < argc; i++)
    add_files (corpus, argv[i]);
  for (guint i = 0; i < corpus->len; i++)
    run (corpus->pdata[i]);
  run_changed (corpus, argc > 1 ? g_ascii_strtod (argv[1], NULL) : 1);
  getrusage (RUSAGE_SELF, &usage);
  if (usage.ru_maxrss > MOST_MEMORY) {
    fprintf (stderr, "it took %ld kB of memory\n", usage.ru_maxrss);
    return 1;
  }
  return 0;
}
