/* What people do with insights: each is one step that can be taken back, who is named was there,
 * and the ids are the same on every laptop. */

#include "eh-attendance.h"
#include "eh-insight-edit.h"
#include "eh-mapping.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-text.h"
#include "eh-workshop.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhId workshop;
  EhId group;
  EhId asha;
  EhId tom;
  EhId category;
} Fixture;

static EhDb *
db_of (Fixture *f)
{
  return eh_store_get_db (f->store);
}

static void
put (Fixture *f, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (f->store, type, row, "Test", NULL, &error);
  g_assert_no_error (error);
}

static EhId
person (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  EhId id = eh_insight_add_person (f->store, name, f->group, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, EH_ID_NONE);
  return id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();
  g_autoptr (EhFramework) framework = eh_framework_new ();
  g_autoptr (EhCategory) category = eh_category_new ();

  f->dir = g_dir_make_tmp ("eh-insight-edit-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  f->workshop = workshop->id = eh_id_new ();
  put (f, &eh_workshop_row_type, workshop);
  f->group = group->id = eh_id_from_key ("role_group", "public");
  put (f, &eh_role_group_row_type, group);
  framework->id = eh_id_from_key ("framework", "t");
  put (f, &eh_framework_row_type, framework);
  f->category = category->id = eh_id_from_key ("category", "t/agenda");
  category->framework_id = framework->id;
  put (f, &eh_category_row_type, category);
  f->asha = person (f, "Asha");
  f->tom = person (f, "  Tom  Okafor ");
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

static GPtrArray *
contributors (EhId first, EhId second, EhId speaking_as)
{
  GPtrArray *who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  EhId ids[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    EhContributor *one;

    if (ids[i] == EH_ID_NONE)
      continue;
    one = eh_contributor_new ();
    one->participant_id = ids[i];
    one->speaking_as = speaking_as;
    g_ptr_array_add (who, one);
  }
  return who;
}

static GArray *
ids_of (EhId id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_array_append_val (ids, id);
  return ids;
}

static EhId
record (Fixture *f, const char *text, GPtrArray *who, GArray *categories)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) draft = eh_insight_new ();
  EhId id;

  eh_set_str (&draft->text, text);
  draft->workshop_id = f->workshop;
  draft->role_group_id = f->group;
  id = eh_insight_record (f->store, draft, who, categories, "", &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, EH_ID_NONE);
  return id;
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  eh_store_undo (f->store, &error);
  g_assert_no_error (error);
}

static void
test_record (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) who = contributors (f->asha, f->tom, EH_ID_NONE);
  g_autoptr (GArray) categories = ids_of (f->category);
  EhId id = record (f, "  The agenda was set before we met.\r\n", who, categories);
  g_autoptr (EhInsightCard) card = eh_insight_card_load (db_of (f), id);
  g_autoptr (EhContributor) asha = eh_reader_get (db_of (f), &eh_contributor_row_type,
                                                  eh_id_from_pair ("contributor", id, f->asha));
  g_autoptr (EhMapping) mapping = eh_reader_get (db_of (f), &eh_mapping_row_type,
                                                 eh_mapping_id (id, f->category, ""));

  g_assert_cmpstr (card->insight->text, ==, "The agenda was set before we met.");
  g_assert_cmpint (card->insight->created_at, >, 0);
  g_assert_cmpint (card->insight->role_group_id, ==, EH_ID_NONE);
  g_assert_cmpuint (card->people->len, ==, 2);
  g_assert_cmpuint (card->categories->len, ==, 1);
  g_assert_cmpint (asha->participant_id, ==, f->asha);
  g_assert_cmpint (mapping->placed_by, ==, EH_PLACED_BY_FACILITATOR);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_attendance_row_type), ==, 2);
  undo (f);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_insight_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_contributor_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_attendance_row_type), ==, 0);
}

/* Whoever speaks for another group is shown as one of it. */
static void
test_hat (Fixture *f, gconstpointer data)
{
  g_autoptr (EhRoleGroup) other = eh_role_group_new ();
  g_autoptr (GPtrArray) who = NULL;
  g_autoptr (EhInsightCard) card = NULL;
  g_autoptr (EhParticipant) asha = eh_reader_get (db_of (f), &eh_participant_row_type, f->asha);
  const EhCardPerson *person;

  eh_set_str (&asha->role, "carer");
  put (f, &eh_participant_row_type, asha);
  other->id = eh_id_from_key ("role_group", "research");
  other->slot = 2;
  eh_set_str (&other->singular, "researcher");
  put (f, &eh_role_group_row_type, other);
  who = contributors (f->asha, EH_ID_NONE, other->id);
  card = eh_insight_card_load (db_of (f), record (f, "Said as a researcher", who, NULL));
  person = card->people->pdata[0];
  g_assert_cmpstr (person->role, ==, "researcher");
  g_assert_cmpint (person->group_slot, ==, 2);
  eh_insight_card_free (g_steal_pointer (&card));
  g_ptr_array_unref (g_steal_pointer (&who));
  who = contributors (f->asha, EH_ID_NONE, EH_ID_NONE);
  card = eh_insight_card_load (db_of (f), record (f, "Said as a carer", who, NULL));
  person = card->people->pdata[0];
  g_assert_cmpstr (person->role, ==, "carer");
}

static void
test_group_alone (Fixture *f, gconstpointer data)
{
  EhId id = record (f, "Nobody asked us.", NULL, NULL);
  g_autoptr (EhInsightCard) card = eh_insight_card_load (db_of (f), id);

  g_assert_cmpint (card->insight->role_group_id, ==, f->group);
  g_assert_cmpuint (card->people->len, ==, 0);
}

static void
test_refuses_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) draft = eh_insight_new ();

  eh_set_str (&draft->text, " \n\t ");
  g_assert_cmpint (eh_insight_record (f->store, draft, NULL, NULL, "", &error), ==, EH_ID_NONE);
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_insight_row_type), ==, 0);
  g_assert_false (eh_store_in_transaction (f->store));
}

/* A contributor who is not there breaks the whole step, and the words before it are not kept. */
static void
test_all_or_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) draft = eh_insight_new ();
  g_autoptr (GPtrArray) who = contributors (f->asha, eh_id_new (), EH_ID_NONE);

  eh_set_str (&draft->text, "Half of it");
  g_assert_cmpint (eh_insight_record (f->store, draft, who, NULL, "", &error), ==, EH_ID_NONE);
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_insight_row_type), ==, 0);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_contributor_row_type), ==, 0);
}

static void
test_apologies_came (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) who = contributors (f->asha, EH_ID_NONE, EH_ID_NONE);
  g_autoptr (EhAttendance) attendance = eh_attendance_new ();
  g_autoptr (EhAttendance) after = NULL;

  attendance->id = eh_id_from_pair ("attendance", f->workshop, f->asha);
  attendance->workshop_id = f->workshop;
  attendance->participant_id = f->asha;
  attendance->status = EH_PRESENCE_APOLOGIES;
  eh_set_str (&attendance->table_label, "Window");
  put (f, &eh_attendance_row_type, attendance);
  record (f, "I came after all.", who, NULL);
  after = eh_reader_get (db_of (f), &eh_attendance_row_type, attendance->id);
  g_assert_cmpint (after->status, ==, EH_PRESENCE_PRESENT);
  g_assert_cmpstr (after->table_label, ==, "Window");
}

static void
test_who (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = contributors (f->asha, f->tom, EH_ID_NONE);
  g_autoptr (GPtrArray) second = contributors (f->tom, EH_ID_NONE, f->group);
  g_autoptr (GPtrArray) rows = NULL;
  EhId id = record (f, "It was both of us.", first, NULL);
  g_autoptr (GArray) ids = ids_of (id);
  g_autoptr (EhInsight) row = NULL;

  g_assert_true (eh_insight_set_who (f->store, ids, second, f->group, &error));
  rows = eh_reader_list_of (db_of (f), &eh_contributor_row_type, "insight_id", id);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((EhContributor *) rows->pdata[0])->participant_id, ==, f->tom);
  g_assert_cmpint (((EhContributor *) rows->pdata[0])->speaking_as, ==, f->group);
  g_assert_true (eh_insight_set_who (f->store, ids, NULL, f->group, &error));
  row = eh_reader_get (db_of (f), &eh_insight_row_type, id);
  g_assert_cmpint (row->role_group_id, ==, f->group);
  undo (f);
  undo (f);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = eh_reader_list_of (db_of (f), &eh_contributor_row_type, "insight_id", id);
  g_assert_cmpuint (rows->len, ==, 2);
}

static void
test_mapping (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId one = record (f, "One", NULL, NULL);
  EhId two = record (f, "Two", NULL, NULL);
  g_autoptr (GArray) both = ids_of (one);
  g_autoptr (GArray) first = ids_of (one);
  g_autoptr (EhMapping) noted = NULL;

  g_array_append_val (both, two);
  g_assert_true (eh_insight_set_mapped (f->store, both, f->category, TRUE, "",
                                        EH_PLACED_BY_CONTRIBUTOR, &error));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 2);
  g_assert_true (eh_insight_set_mapping_note (f->store, eh_mapping_id (one, f->category, ""),
                                              EH_PLACED_BY_GROUP, TRUE, "perhaps", &error));
  /* Once more is nothing new, and keeps the note. */
  g_assert_true (
      eh_insight_set_mapped (f->store, both, f->category, TRUE, "", EH_PLACED_BY_TEAM, &error));
  noted = eh_reader_get (db_of (f), &eh_mapping_row_type, eh_mapping_id (one, f->category, ""));
  g_assert_cmpstr (noted->note, ==, "perhaps");
  g_assert_true (noted->unsure);
  g_assert_cmpint (noted->placed_by, ==, EH_PLACED_BY_GROUP);
  g_assert_true (eh_insight_set_mapped (f->store, first, f->category, TRUE, "Mair",
                                        EH_PLACED_BY_TEAM, &error));
  g_assert_true (
      eh_insight_set_mapped (f->store, first, f->category, FALSE, "", EH_PLACED_BY_TEAM, &error));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 2);
  g_assert_true (
      eh_insight_set_mapped (f->store, both, f->category, FALSE, NULL, EH_PLACED_BY_TEAM, &error));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 0);
  undo (f);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 2);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhId id = record (f, "Teh agenda", NULL, NULL);
  g_autoptr (GArray) ids = ids_of (id);
  g_autoptr (EhInsight) row = NULL;

  g_assert_true (eh_insight_set_text (f->store, id, "The", &error));
  g_assert_true (eh_insight_set_text (f->store, id, "The agenda", &error));
  g_assert_false (eh_insight_set_text (f->store, id, "  ", &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  undo (f);
  row = eh_reader_get (db_of (f), &eh_insight_row_type, id);
  g_assert_cmpstr (row->text, ==, "Teh agenda");
  g_assert_true (eh_insight_set_gist (f->store, id, " Plainly ", &error));
  g_assert_true (eh_insight_set_parked (f->store, ids, TRUE, "for another day", &error));
  g_assert_true (eh_insight_set_kind (f->store, ids, EH_INSIGHT_KIND_BARRIER, &error));
  g_assert_true (eh_insight_set_checked (f->store, ids, EH_CHECKED_YES, &error));
  eh_insight_free (row);
  row = eh_reader_get (db_of (f), &eh_insight_row_type, id);
  g_assert_cmpstr (row->parked_reason, ==, "for another day");
  g_assert_cmpint (row->kind, ==, EH_INSIGHT_KIND_BARRIER);
  g_assert_cmpint (row->checked, ==, EH_CHECKED_YES);
  g_assert_cmpstr (row->gist, ==, "Plainly");
}

static void
test_place (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) who = contributors (f->asha, EH_ID_NONE, EH_ID_NONE);
  g_autoptr (EhWorkshop) other = eh_workshop_new ();
  EhId id = record (f, "Said elsewhere", who, NULL);
  g_autoptr (GArray) ids = ids_of (id);
  g_autoptr (EhAttendance) came = NULL;

  other->id = eh_id_new ();
  put (f, &eh_workshop_row_type, other);
  g_assert_true (eh_insight_set_place (f->store, ids, other->id, EH_ID_NONE, &error));
  came = eh_reader_get (db_of (f), &eh_attendance_row_type,
                        eh_id_from_pair ("attendance", other->id, f->asha));
  g_assert_nonnull (came);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) categories = ids_of (f->category);
  EhId id = record (f, "Gone and back", NULL, categories);
  g_autoptr (GArray) ids = ids_of (id);

  g_assert_true (eh_insight_remove (f->store, ids, &error));
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_insight_row_type), ==, 0);
  undo (f);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_insight_row_type), ==, 1);
  g_assert_cmpint (eh_reader_count (db_of (f), &eh_mapping_row_type), ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/insight-edit/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("record", test_record);
  ADD ("hat", test_hat);
  ADD ("group-alone", test_group_alone);
  ADD ("refuses-nothing", test_refuses_nothing);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("apologies-came", test_apologies_came);
  ADD ("who", test_who);
  ADD ("mapping", test_mapping);
  ADD ("words", test_words);
  ADD ("place", test_place);
  ADD ("remove", test_remove);
  return g_test_run ();
}
