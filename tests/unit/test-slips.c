/* Slips: their numbers go on, their codes are nobody else's and read as people type them, and what
 * was sent with one is whose it is. */

#include "eh-slips.h"

#include "eh-inbox.h"
#include "eh-queue.h"
#include "eh-text.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *dir;
  EhStore *store;
  EhId workshop;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();

  f->dir = g_dir_make_tmp ("evenhand-slips-XXXXXX", NULL);
  path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (path, "Slips", NULL);
  workshop->id = f->workshop = eh_id_new ();
  g_assert_true (eh_store_put_one (f->store, &eh_workshop_row_type, workshop, "W", NULL, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_strdup (eh_store_get_path (f->store));

  g_assert_finalize_object (f->store);
  g_unlink (path);
  g_rmdir (f->dir);
  g_free (f->dir);
}

static void
test_numbers_and_codes (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) first = eh_slips_make (f->store, f->workshop, 200, NULL);
  g_autoptr (GPtrArray) more = eh_slips_make (f->store, f->workshop, 100, NULL);
  g_autoptr (GPtrArray) all = eh_slips_list (eh_store_get_db (f->store), f->workshop);

  g_assert_cmpuint (first->len, ==, 200);
  g_assert_cmpuint (more->len, ==, 100);
  g_assert_cmpuint (all->len, ==, 300);
  for (guint i = 0; i < all->len; i++) {
    const EhSlip *slip = all->pdata[i];

    g_assert_cmpint (slip->number, ==, i + 1);
    g_assert_cmpuint (strlen (slip->code), ==, EH_SLIP_CODE_LENGTH);
    g_assert_null (strpbrk (slip->code, "01258OISZLAEU"));
    g_assert_true (g_hash_table_add (codes, slip->code));
  }
}

static void
test_found_as_typed (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (GPtrArray) slips = eh_slips_make (f->store, f->workshop, 3, NULL);
  const EhSlip *slip = slips->pdata[1];
  g_autofree char *small = g_ascii_strdown (slip->code, -1);
  g_autofree char *typed = g_strdup_printf (" %.2s-%s ", small, small + 2);
  g_autoptr (EhSlip) by_code = eh_slips_find (db, f->workshop, typed);
  g_autoptr (EhSlip) by_number = eh_slips_find (db, f->workshop, "2");

  g_assert_cmpint (by_code->id, ==, slip->id);
  g_assert_cmpint (by_number->id, ==, slip->id);
  g_assert_null (eh_slips_find (db, f->workshop, "4"));
  g_assert_null (eh_slips_find (db, f->workshop, "B'; --"));
  g_assert_null (eh_slips_find (db, f->workshop, NULL));
  g_assert_null (eh_slip_read_code ("ILO01"));
}

static void
test_same_code_on_two_laptops (void)
{
  g_autofree char *one = eh_slip_make_code ("guid", 7, 0);
  g_autofree char *two = eh_slip_make_code ("guid", 7, 0);
  g_autofree char *other = eh_slip_make_code ("diug", 7, 0);

  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, other);
}

static void
test_given_later (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (GPtrArray) slips = eh_slips_make (f->store, f->workshop, 1, NULL);
  g_autoptr (EhReceived) sent = eh_received_new ();
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GPtrArray) who = NULL;

  person->id = eh_id_new ();
  eh_set_str (&person->name, "Asha");
  g_assert_true (eh_store_put_one (f->store, &eh_participant_row_type, person, "P", NULL, NULL));
  sent->slip_id = eh_row_id (slips->pdata[0]);
  eh_set_str (&sent->text, "Start later");
  g_assert_true (eh_queue_add (f->store, sent, NULL));
  g_array_append_val (ids, sent->id);
  g_assert_true (eh_queue_accept (f->store, ids, NULL));
  who = eh_reader_list_of (db, &eh_contributor_row_type, "insight_id", sent->insight_id);
  g_assert_cmpuint (who->len, ==, 0);
  g_clear_pointer (&who, g_ptr_array_unref);
  g_assert_true (eh_slips_give (f->store, sent->slip_id, person->id, NULL));
  who = eh_reader_list_of (db, &eh_contributor_row_type, "insight_id", sent->insight_id);
  g_assert_cmpuint (who->len, ==, 1);
  g_assert_cmpint (((EhContributor *) who->pdata[0])->participant_id, ==, person->id);
}

/* Several slips at once, as they are typed at the door; what is no slip is told. */
static void
test_handed_out (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (GPtrArray) slips = eh_slips_make (f->store, f->workshop, 8, NULL);
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autofree char *unknown = NULL;
  g_autofree char *none = NULL;
  g_autofree char *first = NULL;
  g_autofree char *then = NULL;
  g_autofree char *undone = NULL;

  person->id = eh_id_new ();
  eh_set_str (&person->name, "Asha");
  g_assert_true (eh_store_put_one (f->store, &eh_participant_row_type, person, "P", NULL, NULL));
  g_assert_true (
      eh_slips_hand_out (f->store, f->workshop, person->id, "2, 5-7; 12 x", &unknown, NULL));
  g_assert_cmpstr (unknown, ==, "12, x");
  first = eh_slips_numbers_of (db, f->workshop, person->id);
  g_assert_cmpstr (first, ==, "2, 5, 6, 7");
  g_assert_true (eh_slips_hand_out (f->store, f->workshop, person->id, "7 1", &none, NULL));
  g_assert_null (none);
  then = eh_slips_numbers_of (db, f->workshop, person->id);
  g_assert_cmpstr (then, ==, "1, 7");
  g_assert_true (eh_store_undo (f->store, NULL));
  undone = eh_slips_numbers_of (db, f->workshop, person->id);
  g_assert_cmpstr (undone, ==, "2, 5, 6, 7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, f) g_test_add ("/slips/" path, Fixture, NULL, set_up, f, tear_down)
  ADD ("numbers-and-codes", test_numbers_and_codes);
  ADD ("found-as-typed", test_found_as_typed);
  g_test_add_func ("/slips/same-code-on-two-laptops", test_same_code_on_two_laptops);
  ADD ("given-later", test_given_later);
  ADD ("handed-out", test_handed_out);
  return g_test_run ();
}
