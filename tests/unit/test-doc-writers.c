/* What holds for every format alike, and how a file is saved. What other programs make of the files
 * is tested in tests/documents. */

#include "eh-doc-builder.h"
#include "eh-doc-writer.h"
#include "sink.h"

#include <glib/gstdio.h>
#include <string.h>

typedef EhDoc *(*SinkFunc) (void);
static const SinkFunc sinks[] = { sink_new, sink_new_rtl, sink_new_hostile, sink_new_empty };

static void
test_all (gconstpointer data)
{
  const EhDocWriter *writer = data;

  for (guint i = 0; i < G_N_ELEMENTS (sinks); i++) {
    g_autoptr (EhDoc) doc = sinks[i]();
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) one = eh_doc_render (doc, writer, NULL, &error);
    g_autoptr (GBytes) two = NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (one), >, 10);
    /* The same document gives the same file. */
    two = eh_doc_render (doc, writer, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (one, two));
    if (g_str_has_prefix (writer->mime_type, "text/"))
      g_assert_true (
          g_utf8_validate_len (g_bytes_get_data (one, NULL), g_bytes_get_size (one), NULL));
  }
}

static void
test_cancelled (gconstpointer data)
{
  const EhDocWriter *writer = data;
  g_autoptr (EhDoc) doc = sink_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (eh_doc_render (doc, writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  GCancellable *cancellable;
  double stop_at; /* above 1 for never */
  double last;
  guint n;
} Watch;

static void
watch (double fraction, gpointer data)
{
  Watch *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  self->n++;
  if (fraction >= self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

/* How far it is never goes back; wherever it is stopped, it ends there, and leaves no file. */
static void
test_progress (gconstpointer data)
{
  static const double stops[] = {
    0.01, 0.3, 0.56, 0.6, 0.65, 0.7, 0.75, 0.78, 0.79, 0.795, 0.9, 2
  };
  const EhDocWriter *writer = data;
  g_autoptr (EhDoc) doc = sink_new_long (300);
  g_autofree char *folder = g_dir_make_tmp ("evenhand-doc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "guide", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Watch seen = { cancellable, stops[i], 0, 0 };
    const EhDocWork work = { .cancellable = cancellable, .progress = watch, .data = &seen };
    gboolean saved = eh_doc_save_with (doc, writer, file, &work, &error);

    g_assert_cmpint (saved, ==, stops[i] > 1);
    if (saved) {
      g_assert_no_error (error);
      g_assert_cmpfloat (seen.last, ==, 1);
      g_assert_cmpuint (seen.n, >, 300);
    } else {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (seen.last, <, MIN (stops[i] + 0.05, 1.001));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Wherever the painting of pages stops: within an element or between two, before the pages that the
 * table of contents leads to. */
static void
test_stopped_pages (void)
{
  const EhDocWriter *writer = eh_doc_writer_by_id ("pdf");
  g_autoptr (EhDoc) doc = sink_new_long (60);

  for (guint i = 0; i < 120; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Watch seen = { cancellable, 0.55 + i * 0.0021, 0, 0 };
    const EhDocWork work = { .cancellable = cancellable, .progress = watch, .data = &seen };

    g_assert_null (eh_doc_render_with (doc, writer, &work, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

static void
test_registry (void)
{
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);

  for (guint i = 0; i < n_writers; i++) {
    g_assert_true (eh_doc_writer_by_id (writers[i].id) == &writers[i]);
    g_assert_true (eh_doc_writer_for_extension (writers[i].extension) == &writers[i]);
  }
  g_assert_cmpstr (eh_doc_writer_for_extension ("My.guide.HTML")->id, ==, "html");
  g_assert_null (eh_doc_writer_for_extension ("guide.exe"));
  g_assert_null (eh_doc_writer_for_extension (""));
}

static gpointer
in_thread (gpointer data)
{
  return eh_doc_render (data, eh_doc_writer_by_id ("html"), NULL, NULL);
}

static void
test_threads (void)
{
  g_autoptr (EhDoc) doc = sink_new ();
  g_autoptr (GBytes) here = in_thread (doc);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("write", in_thread, doc);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) there = g_thread_join (threads[i]);

    g_assert_true (g_bytes_equal (here, there));
  }
}

static void
paint_badly (cairo_t *cr, gpointer data)
{
  cairo_restore (cr); /* nothing was saved: an error that stays */
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("evenhand-doc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "guide.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const EhDocWriter *writer = eh_doc_writer_by_id ("html");
  g_autoptr (EhDoc) doc = sink_new ();
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("Bad", NULL);
  g_autoptr (EhDoc) bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;

  eh_doc_builder_figure (b, "F", eh_doc_figure_new ("F", NULL, 9, 9, paint_badly, NULL, NULL));
  bad = eh_doc_builder_end (b);
  g_assert_true (eh_doc_save (doc, writer, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_str_has_suffix (before, "</html>\n"));
  g_assert_false (eh_doc_save (bad, writer, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (g_unlink (path), ==, 0);
  /* Nothing else was left beside it. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  guint n_writers;
  const EhDocWriter *writers = eh_doc_writers (&n_writers);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_writers; i++) {
    g_autofree char *all = g_strdup_printf ("/doc-writers/%s/all", writers[i].id);
    g_autofree char *cancelled = g_strdup_printf ("/doc-writers/%s/cancelled", writers[i].id);
    g_autofree char *progress = g_strdup_printf ("/doc-writers/%s/progress", writers[i].id);

    g_test_add_data_func (all, &writers[i], test_all);
    g_test_add_data_func (cancelled, &writers[i], test_cancelled);
    g_test_add_data_func (progress, &writers[i], test_progress);
  }
  g_test_add_func ("/doc-writers/stopped-pages", test_stopped_pages);
  g_test_add_func ("/doc-writers/registry", test_registry);
  g_test_add_func ("/doc-writers/threads", test_threads);
  g_test_add_func ("/doc-writers/save", test_save);
  return g_test_run ();
}
