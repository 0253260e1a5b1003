/* Writes the documents of sink.c into a folder, in every format, and says how long each took:
 *   write-sink FOLDER
 */

#include "config.h"

#include "eh-doc-writer.h"
#include "sink.h"

#include <locale.h>

static gboolean
write_all (const char *folder, const char *name, EhDoc *doc)
{
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);
  gboolean ok = TRUE;

  for (guint i = 0; i < n_writers; i++) {
    g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, writers[i].extension);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) error = NULL;
    gint64 start = g_get_monotonic_time ();

    if (!eh_doc_save (doc, &writers[i], file, NULL, &error)) {
      g_printerr ("%s: %s\n", path, error->message);
      ok = FALSE;
      continue;
    }
    g_print ("%-10s %-9s %7.1f ms\n", name, writers[i].id,
             (double) (g_get_monotonic_time () - start) / 1000.0);
  }
  eh_doc_unref (doc);
  return ok;
}

int
main (int argc, char **argv)
{
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  if (argc != 2) {
    g_printerr ("usage: write-sink FOLDER\n");
    return 2;
  }
  ok = write_all (argv[1], "sink", sink_new ()) && ok;
  ok = write_all (argv[1], "rtl", sink_new_rtl ()) && ok;
  ok = write_all (argv[1], "welsh", sink_new_welsh ()) && ok;
  ok = write_all (argv[1], "hostile", sink_new_hostile ()) && ok;
  ok = write_all (argv[1], "long", sink_new_long (1000)) && ok;
  ok = write_all (argv[1], "empty", sink_new_empty ()) && ok;
  return ok ? 0 : 1;
}
