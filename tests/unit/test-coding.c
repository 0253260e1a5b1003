/* Placing insights under categories, editing the categories, and what becomes of differences
 * between coders: each is one step that can be taken back. */

#include "eh-category-edit.h"
#include "eh-coder-differences.h"
#include "eh-coding.h"
#include "eh-insight-edit.h"
#include "eh-reader.h"
#include "eh-text.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhId framework;
  EhId top;
  EhId agenda;
  EhId decides;
  EhId insights[3];
} Fixture;

static EhDb *
db_of (Fixture *f)
{
  return eh_store_get_db (f->store);
}

static EhId
add (Fixture *f, EhId parent, const char *label)
{
  g_autoptr (GError) error = NULL;
  EhId id = eh_category_add (f->store, f->framework, parent, label, &error);

  g_assert_no_error (error);
  return id;
}

static EhCategory *
category (Fixture *f, EhId id)
{
  return eh_reader_get (db_of (f), &eh_category_row_type, id);
}

static void
place (Fixture *f, guint insight, EhId category_id, const char *coder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhPlacing placing = { .coder = coder };

  g_array_append_val (ids, f->insights[insight]);
  eh_coding_place (f->store, ids, category_id, &placing, &error);
  g_assert_no_error (error);
}

static gboolean
is_placed (Fixture *f, guint insight, EhId category_id, const char *coder)
{
  g_autoptr (EhMapping) row = eh_reader_get (
      db_of (f), &eh_mapping_row_type, eh_mapping_id (f->insights[insight], category_id, coder));

  return row != NULL;
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  eh_store_undo (f->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhFramework) framework = eh_framework_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  f->dir = g_dir_make_tmp ("eh-coding-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  f->framework = framework->id = eh_id_from_key ("framework", "own");
  eh_set_str (&framework->key, "own");
  g_assert_true (eh_framework_add (f->store, framework, none, &error));
  g_assert_true (eh_framework_choose (f->store, f->framework, &error));
  f->top = add (f, EH_ID_NONE, "Power");
  f->agenda = add (f, f->top, "Who sets the agenda");
  f->decides = add (f, f->top, "Who decides");
  for (guint i = 0; i < G_N_ELEMENTS (f->insights); i++) {
    g_autoptr (EhInsight) draft = eh_insight_new ();

    draft->id = 100 + i;
    eh_set_str (&draft->text, "What was said");
    f->insights[i] = eh_insight_record (f->store, draft, NULL, NULL, "", &error);
    g_assert_no_error (error);
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
  g_free (f->path);
}

/* Several at once are one step; a part of the words counts for the placement that it was chosen
 * for, and choosing it again changes it. */
static void
test_place (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhPlacing placing = { .coder = "Mair", .placed_by = EH_PLACED_BY_GROUP, .unsure = TRUE };
  EhPlacing part = { .coder = "Mair", .span_start = 5, .span_end = 8 };
  g_autoptr (EhMapping) row = NULL;

  g_array_append_vals (ids, f->insights, 3);
  g_assert_true (eh_coding_place (f->store, ids, f->decides, &placing, &error));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 3);
  undo (f);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 0);
  g_array_set_size (ids, 1);
  g_assert_true (eh_coding_place (f->store, ids, f->decides, &placing, &error));
  g_assert_true (eh_coding_place (f->store, ids, f->decides, &part, &error));
  row = eh_reader_get (db_of (f), &eh_mapping_row_type,
                       eh_mapping_id (f->insights[0], f->decides, "Mair"));
  g_assert_cmpint (row->span_start, ==, 5);
  g_assert_cmpint (row->span_end, ==, 8);
  g_assert_true (row->unsure);
  g_assert_cmpint (row->placed_by, ==, EH_PLACED_BY_GROUP);
  g_assert_true (eh_coding_set_span (f->store, row->id, 0, 0, &error));
  eh_mapping_free (row);
  row = eh_reader_get (db_of (f), &eh_mapping_row_type,
                       eh_mapping_id (f->insights[0], f->decides, "Mair"));
  g_assert_cmpint (row->span_end, ==, 0);
}

static void
assert_queue (Fixture *f, const char *coder, guint n, EhId first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) queue = eh_coding_queue (db_of (f), f->framework, coder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (queue->len, ==, n);
  g_assert_cmpint (g_array_index (queue, EhId, 0), ==, first);
}

/* What waits for everybody, for one coder, and in another framework; parked ones never do. */
static void
test_queue (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhFramework) lens = eh_framework_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) parked = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) recent = NULL;

  place (f, 0, f->agenda, "Mair");
  assert_queue (f, NULL, 2, f->insights[1]);
  assert_queue (f, "Mair", 2, f->insights[1]);
  assert_queue (f, "Tom", 3, f->insights[0]);
  g_assert_true (eh_coding_is_placed (db_of (f), f->insights[0], f->framework, "Mair"));
  g_assert_false (eh_coding_is_placed (db_of (f), f->insights[0], f->framework, "Tom"));
  g_array_append_val (parked, f->insights[1]);
  g_assert_true (eh_insight_set_parked (f->store, parked, TRUE, "", &error));
  assert_queue (f, NULL, 1, f->insights[2]);
  lens->id = eh_id_from_key ("framework", "lens");
  g_assert_true (eh_framework_add (f->store, lens, none, &error));
  other = eh_coding_queue (db_of (f), lens->id, NULL, &error);
  g_assert_cmpuint (other->len, ==, 2);
  recent = eh_coding_recent (db_of (f), f->framework, NULL, 10);
  g_assert_cmpuint (recent->len, ==, 1);
  g_assert_cmpint (g_array_index (recent, EhId, 0), ==, f->agenda);
}

/* The key comes from the first name and stays; two alike are told apart. */
static void
test_add (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhCategory) agenda = category (f, f->agenda);
  g_autoptr (EhCategory) again = category (f, add (f, f->top, "Who sets the agenda"));
  g_autoptr (EhCategory) top = category (f, add (f, EH_ID_NONE, "Place"));

  g_assert_cmpstr (agenda->key, ==, "power.who-sets-the-agenda");
  g_assert_cmpstr (again->key, ==, "power.who-sets-the-agenda-2");
  g_assert_cmpfloat (again->position, >, agenda->position);
  g_assert_cmpint (top->slot, ==, 1);
  g_assert_cmpint (eh_category_add (f->store, f->framework, f->top, " ", &error), ==, EH_ID_NONE);
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
}

static void
assert_order (Fixture *f, EhId first, EhId second, EhId third)
{
  EhId wanted[] = { first, second, third };
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db_of (f), &eh_category_row_type, "parent_id",
                                                  f->top);

  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (eh_row_id (rows->pdata[i]), ==, wanted[i]);
}

/* Before another, to the end, between two that stand on the same place, and at the top. */
static void
test_move (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId third = add (f, f->top, "Third");
  g_autoptr (EhCategory) same = category (f, f->agenda);
  g_autoptr (EhCategory) moved = NULL;

  g_assert_true (eh_category_move (f->store, third, f->top, f->agenda, &error));
  assert_order (f, third, f->agenda, f->decides);
  g_assert_true (eh_category_move (f->store, third, f->top, EH_ID_NONE, &error));
  assert_order (f, f->agenda, f->decides, third);
  same->position = 2;
  eh_store_put_one (f->store, &eh_category_row_type, same, "Same", NULL, &error);
  g_assert_true (eh_category_move (f->store, third, f->top, MAX (f->agenda, f->decides), &error));
  assert_order (f, MIN (f->agenda, f->decides), third, MAX (f->agenda, f->decides));
  g_assert_false (eh_category_move (f->store, f->top, f->agenda, EH_ID_NONE, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (eh_category_move (f->store, f->agenda, EH_ID_NONE, EH_ID_NONE, &error));
  moved = category (f, f->agenda);
  g_assert_cmpint (moved->parent_id, ==, EH_ID_NONE);
  g_assert_cmpint (moved->slot, ==, 1);
}

/* Everything goes over, nothing is doubled, and one undo brings all of it back. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId below = add (f, f->agenda, "Late papers");
  g_autoptr (EhResource) resource = eh_resource_new ();
  g_autoptr (EhResourceCategory) under = eh_resource_category_new ();
  g_autoptr (EhCategory) child = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  resource->id = eh_id_new ();
  under->id = eh_id_new ();
  under->resource_id = resource->id;
  eh_set_str (&under->category_key, "power.who-sets-the-agenda");
  eh_store_put_one (f->store, &eh_resource_row_type, resource, "R", NULL, &error);
  eh_store_put_one (f->store, &eh_resource_category_row_type, under, "R", NULL, &error);
  place (f, 0, f->agenda, "Mair");
  place (f, 0, f->decides, "Mair");
  place (f, 1, f->agenda, "Tom");
  g_assert_true (eh_category_merge (f->store, f->agenda, f->decides, &error));
  g_assert_no_error (error);
  g_assert_null (category (f, f->agenda));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 2);
  g_assert_true (is_placed (f, 0, f->decides, "Mair"));
  g_assert_true (is_placed (f, 1, f->decides, "Tom"));
  child = category (f, below);
  g_assert_cmpint (child->parent_id, ==, f->decides);
  keys = eh_reader_list (db_of (f), &eh_resource_category_row_type);
  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpstr (((EhResourceCategory *) keys->pdata[0])->category_key, ==, "power.who-decides");
  undo (f);
  g_assert_true (is_placed (f, 0, f->agenda, "Mair"));
  g_assert_true (is_placed (f, 0, f->decides, "Mair"));
  g_assert_true (is_placed (f, 1, f->agenda, "Tom"));
}

/* A category into the one below it: that one takes its place. */
static void
test_merge_into_child (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhCategory) agenda = NULL;
  g_autoptr (EhCategory) decides = NULL;

  g_assert_true (eh_category_merge (f->store, f->top, f->agenda, &error));
  agenda = category (f, f->agenda);
  decides = category (f, f->decides);
  g_assert_cmpint (agenda->parent_id, ==, EH_ID_NONE);
  g_assert_cmpint (decides->parent_id, ==, f->agenda);
}

static EhDifference *
only_difference (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = eh_difference_list (db_of (f), f->framework, "Mair", "Tom", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

/* A framework can be begun and let go of as long as nothing rests on it. */
static void
test_framework_goes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId own = eh_framework_begin (f->store, "Our own", &error);
  EhId other = eh_framework_begin (f->store, "Our own", &error);
  EhId category = eh_category_add (f->store, own, EH_ID_NONE, "Time", &error);

  g_assert_no_error (error);
  g_assert_cmpint (own, !=, other);
  place (f, 0, category, "");
  g_assert_false (eh_framework_remove (f->store, own, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (eh_framework_choose (f->store, other, &error));
  g_assert_false (eh_framework_may_go (db_of (f), other));
  g_assert_true (eh_framework_choose (f->store, own, &error));
  g_assert_true (eh_framework_remove (f->store, other, &error));
  g_assert_no_error (error);
}

/* The two who placed many insights, and none alike, are not the ones to begin with. */
static void
test_who_to_compare (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) coders = NULL;

  place (f, 0, f->agenda, "Mair");
  place (f, 1, f->agenda, "Zoe");
  place (f, 2, f->agenda, "Zoe");
  place (f, 0, f->decides, "Tom");
  coders = eh_coder_list_to_compare (db_of (f), f->framework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coders->len, ==, 3);
  g_assert_cmpstr (((EhCoder *) coders->pdata[0])->name, ==, "Mair");
  g_assert_cmpstr (((EhCoder *) coders->pdata[1])->name, ==, "Tom");
}

/* Who has not come to an insight yet does not disagree; who placed it elsewhere does, until it is
 * settled. */
static void
test_differences (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDifference) found = NULL;
  g_autoptr (GPtrArray) coders = NULL;
  g_autoptr (GPtrArray) left = NULL;

  place (f, 0, f->agenda, "Mair");
  place (f, 0, f->decides, "Tom");
  place (f, 1, f->agenda, "Mair");
  place (f, 2, f->agenda, "Mair");
  place (f, 2, f->agenda, "Tom");
  coders = eh_coder_list (db_of (f), f->framework, &error);
  g_assert_cmpuint (coders->len, ==, 2);
  g_assert_cmpstr (((EhCoder *) coders->pdata[0])->name, ==, "Mair");
  g_assert_cmpuint (((EhCoder *) coders->pdata[0])->n_insights, ==, 3);
  found = only_difference (f);
  g_assert_cmpint (found->insight_id, ==, f->insights[0]);
  g_assert_cmpint (g_array_index (found->first, EhId, 0), ==, f->agenda);
  g_assert_cmpint (g_array_index (found->second, EhId, 0), ==, f->decides);
  g_assert_false (found->settled);
  g_assert_true (eh_difference_settle (f->store, found, "Mair", "Tom", EH_DIFFERENCE_STANDS,
                                       " both are true ", &error));
  eh_difference_free (found);
  found = only_difference (f);
  g_assert_true (found->settled);
  g_assert_true (found->stands);
  g_assert_cmpstr (found->note, ==, "both are true");
  undo (f);
  eh_difference_free (found);
  found = only_difference (f);
  g_assert_false (found->settled);
  g_assert_true (
      eh_difference_settle (f->store, found, "Mair", "Tom", EH_DIFFERENCE_FIRST, NULL, &error));
  g_assert_true (is_placed (f, 0, f->agenda, "Mair"));
  g_assert_false (is_placed (f, 0, f->decides, "Tom"));
  left = eh_difference_list (db_of (f), f->framework, "Mair", "Tom", &error);
  g_assert_cmpuint (left->len, ==, 0);
  /* Somebody thinks of it again: it is open again. */
  place (f, 0, f->decides, "Tom");
  eh_difference_free (found);
  found = only_difference (f);
  g_assert_false (found->settled);
}

#define ADD(path, function) g_test_add ("/coding/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("place", test_place);
  ADD ("queue", test_queue);
  ADD ("add", test_add);
  ADD ("move", test_move);
  ADD ("merge", test_merge);
  ADD ("merge-into-child", test_merge_into_child);
  ADD ("framework-goes", test_framework_goes);
  ADD ("who-to-compare", test_who_to_compare);
  ADD ("differences", test_differences);
  return g_test_run ();
}
