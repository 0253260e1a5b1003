/* Letters by the dozen: all of them or none, whichever thread makes which, with the team's logo and
 * colours. */

#include "eh-job-letters.h"
#include "eh-text.h"

#include <locale.h>
#include <string.h>

#define N_PEOPLE 40

/* A PNG of one pixel. */
#define LOGO                                                                                       \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

typedef struct {
  EhDataset *dataset;
  EhFeedbackIndex *index;
  GPtrArray *plan;
  char *top;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  EhLetterWishes wishes = { .writer = eh_doc_writer_by_id (data) };
  g_autofree char *path = NULL;
  EhLook *look = eh_look_new ();

  f->dataset = eh_dataset_new ();
  eh_set_str (&f->dataset->project->title, "The project");
  eh_set_str (&f->dataset->project->language, "en-GB");
  eh_set_str (&look->accent, "#7a2e8c");
  eh_set_str (&look->logo, LOGO);
  eh_set_str (&look->logo_alt, "The hall");
  g_ptr_array_add (f->dataset->looks, look);
  for (guint i = 0; i < N_PEOPLE; i++) {
    EhParticipant *person = eh_participant_new ();
    g_autofree char *name = g_strdup_printf ("Person %u", i);

    person->id = (EhId) i + 1;
    person->created_at = (gint64) i + 1;
    person->letter_large = i % 4 == 0;
    eh_set_str (&person->name, name);
    g_ptr_array_add (f->dataset->participants, person);
  }
  eh_dataset_freeze (f->dataset);
  f->index = eh_feedback_index_new (f->dataset);
  f->plan = eh_job_letters_plan (f->index, &wishes);
  f->top = g_dir_make_tmp ("eh-letters-XXXXXX", NULL);
  path = g_build_filename (f->top, "letters", NULL);
  f->folder = g_file_new_for_path (path);
}

static guint
n_files (Fixture *f, gboolean remove)
{
  GDir *dir = g_dir_open (g_file_peek_path (f->folder), 0, NULL);
  const char *name;
  guint n = 0;

  for (; dir != NULL && (name = g_dir_read_name (dir)) != NULL; n++) {
    g_autoptr (GFile) file = g_file_get_child (f->folder, name);

    if (remove)
      g_assert_true (g_file_delete (file, NULL, NULL));
  }
  g_clear_pointer (&dir, g_dir_close);
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) top = g_file_new_for_path (f->top);

  n_files (f, TRUE);
  g_file_delete (f->folder, NULL, NULL);
  g_file_delete (top, NULL, NULL);
  g_object_unref (f->folder);
  g_free (f->top);
  g_ptr_array_unref (f->plan);
  eh_feedback_index_unref (f->index);
  eh_dataset_unref (f->dataset);
}

typedef struct {
  GCancellable *cancellable;
  double stop_at;
  double last;
  gboolean back;
} Watch;

static void
progress_cb (double fraction, const char *text, gpointer data)
{
  Watch *watch = data;

  watch->back |= fraction < watch->last;
  watch->last = fraction;
  if (fraction >= watch->stop_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_all (Fixture *f, gconstpointer data)
{
  Watch watch = { .stop_at = 2 };
  g_autoptr (GError) error = NULL;

  g_assert_true (
      eh_job_letters_write (f->index, f->plan, f->folder, progress_cb, &watch, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_files (f, FALSE), ==, N_PEOPLE);
  g_assert_false (watch.back);
  g_assert_cmpfloat (watch.last, ==, 1);
  for (guint i = 0; i < f->plan->len; i++) {
    const EhLetterItem *item = f->plan->pdata[i];
    g_autoptr (GFile) file = g_file_get_child (f->folder, item->file_name);
    g_autofree char *words = NULL;

    g_assert_true (g_file_load_contents (file, NULL, &words, NULL, NULL, NULL));
    g_assert_nonnull (strstr (words, item->name));
    g_assert_nonnull (strstr (words, "#7a2e8c"));
    g_assert_nonnull (strstr (words, "The hall"));
  }
}

static void
test_stopped (Fixture *f, gconstpointer data)
{
  const double stops[] = { 0.01, 0.4, 0.94 };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    Watch watch = { .cancellable = cancellable, .stop_at = stops[i] };
    g_autoptr (GError) error = NULL;

    g_assert_false (eh_job_letters_write (f->index, f->plan, f->folder, progress_cb, &watch,
                                          cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (n_files (f, FALSE), ==, 0);
  }
}

/* A folder stands where one of the last letters would go. */
static void
test_in_the_way (Fixture *f, gconstpointer data)
{
  const EhLetterItem *item = f->plan->pdata[N_PEOPLE - 2];
  g_autoptr (GFile) in_the_way = g_file_get_child (f->folder, item->file_name);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_make_directory_with_parents (in_the_way, NULL, NULL));
  g_assert_false (eh_job_letters_write (f->index, f->plan, f->folder, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (n_files (f, FALSE), ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define TEST(name, format, func)                                                                   \
  g_test_add ("/job-letters/" name, Fixture, format, set_up, func, tear_down)
  TEST ("all", "html", test_all);
  TEST ("stopped", "pdf", test_stopped);
  TEST ("in-the-way", "odt", test_in_the_way);
#undef TEST
  return g_test_run ();
}
