/* Letters by the dozen: all of them or none, whichever thread makes which, with the team's logo and
 * colours. */

#include "eh-doc-paged.h"
#include "eh-job-letters-print.h"
#include "eh-text.h"

#include <locale.h>
#include <string.h>

#define N_PEOPLE 20

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

/* So much that their letter takes a page more. */
static void
say_much (EhDataset *dataset, EhId person_id)
{
  EhInsight *insight = eh_insight_new ();
  EhContributor *contributor = eh_contributor_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "a word ");
  insight->id = 1000 + person_id;
  eh_set_str (&insight->text, text->str);
  contributor->insight_id = insight->id;
  contributor->participant_id = person_id;
  contributor->id = eh_id_from_pair ("contributor", insight->id, person_id);
  g_ptr_array_add (dataset->insights, insight);
  g_ptr_array_add (dataset->contributors, contributor);
  g_string_free (text, TRUE);
}

static void
tell (EhDataset *dataset, EhId person_id, EhToldHow how, gint64 at, const char *digest)
{
  EhTold *told = eh_told_new ();

  told->id = 5000 + at;
  told->participant_id = person_id;
  told->how = how;
  told->told_at = at;
  eh_set_str (&told->digest, digest);
  g_ptr_array_add (dataset->tolds, told);
}

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
    if (i % 3 == 1)
      say_much (f->dataset, person->id);
    g_ptr_array_add (f->dataset->participants, person);
  }
  /* The first was told twice, the second something else than is known by now, and the third does
   * not want to hear more. */
  tell (f->dataset, 1, EH_TOLD_HOW_PHONE, 10, "");
  tell (f->dataset, 1, EH_TOLD_HOW_POST, 30, "");
  tell (f->dataset, 2, EH_TOLD_HOW_EMAIL, 40, "another");
  tell (f->dataset, 3, EH_TOLD_HOW_EMAIL, 50, "");
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

static void
test_told (Fixture *f, gconstpointer data)
{
  EhLettersTold count;

  ((EhParticipant *) f->dataset->participants->pdata[2])->withdrawal = EH_WITHDRAWAL_STOP_CONTACT;
  count = eh_job_letters_count_told (f->index);
  g_assert_cmpuint (count.n_told, ==, 1);
  g_assert_cmpuint (count.n_news, ==, 1);
  g_assert_cmpint (count.last_at, ==, 30);
  g_assert_cmpuint (count.by_way[EH_TOLD_HOW_POST], ==, 1);
  g_assert_cmpuint (count.by_way[EH_TOLD_HOW_PHONE], ==, 0);
  g_assert_cmpuint (count.by_way[EH_TOLD_HOW_EMAIL], ==, 0);
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

/* Whether anything is painted on a page. */
static gboolean
is_painted (EhSheaf *sheaf, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 85);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  gboolean painted = FALSE;

  cairo_scale (cr, 0.1, 0.1);
  eh_sheaf_draw (sheaf, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < 85 * cairo_image_surface_get_stride (surface) && !painted; i++)
    painted = data[i] != 0;
  cairo_surface_destroy (surface);
  return painted;
}

static guint
n_pages (EhDoc *doc)
{
  g_autoptr (EhDocPaged) pages = eh_doc_paged_new (doc);

  return eh_doc_paged_n_pages (pages);
}

/* Each letter begins a page; on two sides of paper each begins a sheet. */
static void
test_printed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhSheaf) sheaf = eh_job_letters_sheaf (f->index, f->plan, NULL, NULL, NULL, &error);
  guint page = 0;
  guint n_odd = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < f->plan->len; i++) {
    const EhLetterItem *item = f->plan->pdata[i];
    g_autoptr (EhDoc) doc = eh_job_letters_doc (f->index, item, f->dataset->looks->pdata[0]);
    g_autofree char *words = eh_sheaf_text (sheaf, page);

    g_assert_nonnull (strstr (words, item->name));
    page += n_pages (doc);
    n_odd += n_pages (doc) % 2;
  }
  g_assert_cmpuint (eh_sheaf_n_pages (sheaf), ==, page);
  g_assert_cmpuint (n_odd, >, 0);
  g_assert_true (eh_sheaf_can_keep_apart (sheaf));
  eh_sheaf_keep_apart (sheaf, TRUE);
  page = 0;
  for (guint i = 0; i < f->plan->len; i++) {
    const EhLetterItem *item = f->plan->pdata[i];
    g_autoptr (EhDoc) doc = eh_job_letters_doc (f->index, item, f->dataset->looks->pdata[0]);
    g_autofree char *words = eh_sheaf_text (sheaf, page);
    guint n = n_pages (doc);

    g_assert_cmpuint (page % 2, ==, 0);
    g_assert_nonnull (strstr (words, item->name));
    for (guint j = 0; j < n && i < 6; j++)
      g_assert_true (is_painted (sheaf, page + j));
    g_assert_true (n % 2 == 0 || i + 1 == f->plan->len || !is_painted (sheaf, page + n));
    page += i + 1 < f->plan->len ? n + n % 2 : n;
  }
  g_assert_cmpuint (eh_sheaf_n_pages (sheaf), ==, page);
  eh_sheaf_keep_apart (sheaf, FALSE);
  g_assert_cmpuint (eh_sheaf_n_pages (sheaf), <, page);
}

static void
test_print_file (Fixture *f, gconstpointer data)
{
  g_autoptr (EhSheaf) sheaf = eh_job_letters_sheaf (f->index, f->plan, NULL, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eh_sheaf_to_pdf (sheaf, NULL, &error);
  g_autoptr (GBytes) none = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  g_cancellable_cancel (cancelled);
  none = eh_sheaf_to_pdf (sheaf, cancelled, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (none);
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
  TEST ("told", "html", test_told);
  TEST ("printed", "pdf", test_printed);
  TEST ("print-file", "pdf", test_print_file);
  TEST ("in-the-way", "odt", test_in_the_way);
#undef TEST
  return g_test_run ();
}
