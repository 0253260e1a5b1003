/* The store: what is put is read back, what is done can be undone and done again, what is removed
 * takes its children along, and the schema is what the rows say. */

#include "eh-db.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-store.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("eh-store-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
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

static void
set (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static EhInsight *
insight_saying (const char *text)
{
  EhInsight *insight = eh_insight_new ();

  insight->id = eh_id_new ();
  set (&insight->text, text);
  return insight;
}

static gint64
n_found (Fixture *f, const char *words)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;

  query->words = g_strdup (words);
  n = eh_insight_query_count (eh_store_get_db (f->store), query, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_mapper_is_schema (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  guint n;
  const EhRowType *const *tables = eh_row_store_tables (&n);

  for (guint i = 0; i < n; i++) {
    EhStmt s = eh_db_prepare (db, "SELECT name, type, pk FROM pragma_table_xinfo (?)");
    guint column = 0;

    eh_stmt_bind_text (&s, tables[i]->table);
    for (; eh_stmt_step (&s); column++) {
      const EhField *field = &tables[i]->fields[column];
      const char *type = field->kind == EH_FIELD_TEXT || field->kind == EH_FIELD_ENUM ? "TEXT"
                         : field->kind == EH_FIELD_REAL                               ? "REAL"
                                                                                      : "INTEGER";

      g_assert_cmpuint (column, <, tables[i]->n_fields);
      g_assert_cmpstr (eh_stmt_text (&s, 0), ==, field->name);
      g_assert_cmpstr (eh_stmt_text (&s, 1), ==, type);
      g_assert_cmpint (eh_stmt_int (&s, 2), ==, column == 0);
    }
    g_assert_true (eh_stmt_finish (&s, NULL));
    g_assert_cmpuint (column, ==, tables[i]->n_fields);
  }
}

static void
test_put_undo_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) insight = insight_saying ("The agenda was set before we met.");
  g_autoptr (EhInsight) back = NULL;

  g_assert_null (eh_store_get_undo_label (f->store));
  g_assert_true (
      eh_store_put_one (f->store, &eh_insight_row_type, insight, "Added an insight", NULL, &error));
  back = eh_reader_get (eh_store_get_db (f->store), &eh_insight_row_type, insight->id);
  g_assert_true (eh_row_equal (&eh_insight_row_type, insight, back));
  g_assert_cmpstr (eh_store_get_undo_label (f->store), ==, "Added an insight");
  g_assert_cmpint (n_found (f, "agen"), ==, 1);
  g_assert_true (eh_store_undo (f->store, &error));
  g_assert_cmpint (n_found (f, "agenda"), ==, 0);
  g_assert_cmpstr (eh_store_get_redo_label (f->store), ==, "Added an insight");
  g_assert_false (eh_store_undo (f->store, &error));
  g_clear_error (&error);
  g_assert_true (eh_store_redo (f->store, &error));
  g_assert_cmpint (n_found (f, "AGENDA met"), ==, 1);
  g_assert_cmpint (n_found (f, "\" OR agenda*"), ==, 0);
}

static void
test_typing_is_one_step (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) insight = insight_saying ("");
  const char *typed[] = { "W", "We", "We p", "We pay" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    set (&insight->text, typed[i]);
    g_assert_true (eh_store_put_one (f->store, &eh_insight_row_type, insight, "Changed the words",
                                     "words 1", &error));
  }
  g_assert_true (eh_store_undo (f->store, &error));
  g_assert_null (eh_reader_get (eh_store_get_db (f->store), &eh_insight_row_type, insight->id));
  g_assert_null (eh_store_get_undo_label (f->store));
}

static void
test_failure_takes_all_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhInsight) good = insight_saying ("good");
  g_autoptr (EhInsight) bad = insight_saying ("bad");

  bad->workshop_id = 12345; /* there is no such workshop */
  g_assert_true (eh_store_begin (f->store, "Two", &error));
  g_assert_true (eh_store_put (f->store, &eh_insight_row_type, good, &error));
  g_assert_false (eh_store_put (f->store, &eh_insight_row_type, bad, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (eh_store_commit (f->store, &error));
  g_clear_error (&error);
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_insight_row_type), ==, 0);
  g_assert_null (eh_store_get_undo_label (f->store));
  g_assert_true (eh_store_put_one (f->store, &eh_insight_row_type, good, "One", NULL, &error));
}

/* Each reference of the file has a fate in eh-removal.c: removing any parent leaves none dangling.
 */
static void
test_removal_covers_schema (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EhDb *db = eh_store_get_db (f->store);
  guint n = 0;
  EhStmt s;

  g_assert_true (eh_db_exec (db, "BEGIN", &error));
  s = eh_db_prepare (
      db,
      "SELECT m.name, k.\"from\", k.\"table\" FROM sqlite_master m, pragma_foreign_key_list (m.name) k"
      " WHERE m.type = 'table'");
  for (; eh_stmt_step (&s); n++)
    if (!eh_removal_knows (eh_stmt_text (&s, 2), eh_stmt_text (&s, 0), eh_stmt_text (&s, 1)))
      g_error ("%s.%s is not settled", eh_stmt_text (&s, 0), eh_stmt_text (&s, 1));
  g_assert_true (eh_stmt_finish (&s, &error));
  g_assert_cmpuint (n, >, 20);
  g_assert_true (eh_db_exec (db, "ROLLBACK", &error));
}

static EhId
put_person (Fixture *f, const char *name, EhId group)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();

  person->id = eh_id_new ();
  person->role_group_id = group;
  set (&person->name, name);
  g_assert_true (eh_store_put (f->store, &eh_participant_row_type, person, NULL));
  return person->id;
}

static void
put_contributor (Fixture *f, EhId insight, EhId person)
{
  g_autoptr (EhContributor) link = eh_contributor_new ();

  link->id = eh_id_from_pair ("contributor", insight, person);
  link->insight_id = insight;
  link->participant_id = person;
  g_assert_true (eh_store_put (f->store, &eh_contributor_row_type, link, NULL));
}

static void
test_removed_person_leaves_group (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();
  g_autoptr (EhInsight) alone = insight_saying ("alone");
  g_autoptr (EhInsight) shared = insight_saying ("shared");
  g_autoptr (EhInsight) alone_after = NULL;
  g_autoptr (EhInsight) shared_after = NULL;
  EhDb *db = eh_store_get_db (f->store);
  EhId asha, ben;

  group->id = eh_id_from_key ("role_group", "public");
  g_assert_true (eh_store_begin (f->store, "Set up", &error));
  g_assert_true (eh_store_put (f->store, &eh_role_group_row_type, group, NULL));
  asha = put_person (f, "Asha", group->id);
  ben = put_person (f, "Ben", group->id);
  g_assert_true (eh_store_put (f->store, &eh_insight_row_type, alone, NULL));
  g_assert_true (eh_store_put (f->store, &eh_insight_row_type, shared, NULL));
  put_contributor (f, alone->id, asha);
  put_contributor (f, shared->id, asha);
  put_contributor (f, shared->id, ben);
  g_assert_true (eh_store_commit (f->store, &error));

  g_assert_cmpint (n_found (f, "asha"), ==, 2);
  g_assert_true (
      eh_store_remove_one (f->store, &eh_participant_row_type, asha, "Removed Asha", &error));
  alone_after = eh_reader_get (db, &eh_insight_row_type, alone->id);
  shared_after = eh_reader_get (db, &eh_insight_row_type, shared->id);
  g_assert_cmpint (alone_after->role_group_id, ==, group->id);
  g_assert_cmpint (shared_after->role_group_id, ==, EH_ID_NONE);
  g_assert_cmpint (eh_reader_count (db, &eh_contributor_row_type), ==, 1);
  g_assert_true (eh_store_undo (f->store, &error));
  g_assert_cmpint (eh_reader_count (db, &eh_contributor_row_type), ==, 3);
  g_assert_cmpint (n_found (f, "asha"), ==, 2);
}

static char *
dump (Fixture *f)
{
  g_autoptr (GString) text = g_string_new (NULL);
  EhDb *db = eh_store_get_db (f->store);
  EhStmt s = eh_db_prepare (
      db, "SELECT id || text || coalesce (workshop_id, '-') FROM insight UNION ALL"
          " SELECT id || name FROM participant UNION ALL SELECT id || title FROM workshop"
          " UNION ALL SELECT id || insight_id || participant_id FROM contributor ORDER BY 1");

  while (eh_stmt_step (&s))
    g_string_append_printf (text, "%s\n", eh_stmt_text (&s, 0));
  g_assert_true (eh_stmt_finish (&s, NULL));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static EhId
any_id (Fixture *f, const EhRowType *type)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (eh_store_get_db (f->store), type);

  return rows->len == 0 ? EH_ID_NONE
                        : eh_row_id (rows->pdata[g_test_rand_int_range (0, (int) rows->len)]);
}

static void
do_something (Fixture *f)
{
  g_autoptr (EhInsight) insight = insight_saying ("words of power");
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  EhId person;

  g_assert_true (eh_store_begin (f->store, "Something", NULL));
  switch (g_test_rand_int_range (0, 6)) {
  case 0:
  case 1:
    insight->workshop_id = any_id (f, &eh_workshop_row_type);
    g_assert_true (eh_store_put (f->store, &eh_insight_row_type, insight, NULL));
    person = any_id (f, &eh_participant_row_type);
    if (person != EH_ID_NONE)
      put_contributor (f, insight->id, person);
    break;
  case 2:
    put_person (f, "Somebody", EH_ID_NONE);
    break;
  case 3:
    workshop->id = eh_id_new ();
    g_assert_true (eh_store_put (f->store, &eh_workshop_row_type, workshop, NULL));
    break;
  case 4:
    g_assert_true (eh_store_remove (f->store, &eh_participant_row_type,
                                    any_id (f, &eh_participant_row_type), NULL));
    break;
  default:
    g_assert_true (
        eh_store_remove (f->store, &eh_workshop_row_type, any_id (f, &eh_workshop_row_type), NULL));
    break;
  }
  g_assert_true (eh_store_commit (f->store, NULL));
}

static void
test_random_walk (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = dump (f);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (int i = 0; i < 150; i++)
    do_something (f);
  end = dump (f);
  while (eh_store_get_undo_label (f->store) != NULL)
    g_assert_true (eh_store_undo (f->store, &error));
  undone = dump (f);
  g_assert_cmpstr (undone, ==, start);
  while (eh_store_get_redo_label (f->store) != NULL)
    g_assert_true (eh_store_redo (f->store, &error));
  redone = dump (f);
  g_assert_cmpstr (redone, ==, end);
  g_assert_true (eh_db_exec (
      eh_store_get_db (f->store),
      "INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1)", &error));
}

static void
test_strangers_at_the_door (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *bytes;
    gssize size;
    int code;
  } cases[] = {
    { "", 0, EH_STORE_ERROR_DAMAGED },
    { "PK\003\004 not a database at all", -1, EH_STORE_ERROR_NOT_OURS },
    { "SQLite format 3\0cut short", 25, EH_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (f->dir, "stranger", NULL);

    g_assert_true (g_file_set_contents (path, cases[i].bytes, cases[i].size, NULL));
    g_assert_null (eh_store_open (path, &error));
    g_assert_error (error, EH_STORE_ERROR, cases[i].code);
    g_unlink (path);
  }
}

/* A step of the history that says of itself what is not so: SQLite would read beyond its end. */
static void
test_hostile_step (Fixture *f, gconstpointer data)
{
  static const char *const steps[] = {
    "x'5403010000696e7369676874000900'",           /* fewer columns than values */
    "x'540201007265736f7572636500120003ffffffff'", /* a text longer than the step */
    "x'54'",
    "x'00'",
  };
  g_autoptr (EhInsight) insight = insight_saying ("It stays");

  g_assert_true (eh_store_put_one (f->store, &eh_insight_row_type, insight, "Added", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *sql = g_strdup_printf ("UPDATE history SET changes = %s", steps[i]);
    g_autoptr (GError) error = NULL;

    g_assert_true (eh_db_exec (eh_store_get_db (f->store), sql, NULL));
    g_assert_false (eh_store_undo (f->store, &error));
    g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED);
    g_assert_cmpint (n_found (f, "stays"), ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/mapper-is-schema", test_mapper_is_schema);
  ADD ("/store/put-undo-redo", test_put_undo_redo);
  ADD ("/store/typing-is-one-step", test_typing_is_one_step);
  ADD ("/store/failure-takes-all-back", test_failure_takes_all_back);
  ADD ("/store/removal-covers-schema", test_removal_covers_schema);
  ADD ("/store/removed-person-leaves-group", test_removed_person_leaves_group);
  ADD ("/store/random-walk", test_random_walk);
  ADD ("/store/hostile-step", test_hostile_step);
  ADD ("/store/strangers-at-the-door", test_strangers_at_the_door);
  return g_test_run ();
}
