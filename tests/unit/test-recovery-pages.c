/* Files of which whole pages are missing, at the end or here and there: every row that stands on
 * pages which are all still there comes back as it was, and nothing else comes. Which rows these
 * are is told by the sound file, whose trees are walked here to know where each row stands. */

#include "eh-dataset.h"
#include "eh-job-project.h"
#include "eh-pages.h"
#include "eh-recovery.h"
#include "eh-removal.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-store.h"
#include "eh-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE 4096

/* A row's pages: its leaf, and what it runs over into. */
typedef struct {
  const EhRowType *type;
  gint64 key;
  GArray *pages;
} Place;

typedef struct {
  char *dir;
  char *path;
  char *into;
  char *bytes;
  gsize size;
  GPtrArray *tables; /* (element-type GHashTable): key to row, in the order of the tables */
  GPtrArray *places; /* (element-type Place) */
} Fixture;

static guint
how_many (guint fast, guint thorough)
{
  return g_test_thorough () ? thorough : fast;
}

static void
place_free (Place *self)
{
  g_array_unref (self->pages);
  g_free (self);
}

static GHashTable *
rows_by_key (EhDb *db, const EhRowType *type)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, type->free);
  g_autoptr (GPtrArray) list = eh_reader_list (db, type);

  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (rows, list->pdata[i], list->pdata[i]);
  return rows;
}

static GPtrArray *
all_rows (EhDb *db)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    g_ptr_array_add (tables, rows_by_key (db, types[i]));
  return tables;
}

static void
put_place (Fixture *self, const EhPages *pages, const EhRowType *type, guint32 page, guint i)
{
  Place *place = g_new0 (Place, 1);
  EhPageCell cell;

  g_assert_true (eh_pages_cell (pages, page, i, &cell));
  place->type = type;
  place->key = cell.key;
  place->pages = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (place->pages, page);
  for (guint32 next = cell.overflow; next != 0;
       next = eh_pages_be32 (pages->bytes + (gsize) (next - 1) * PAGE))
    g_array_append_val (place->pages, next);
  g_ptr_array_add (self->places, place);
}

static void
walk (Fixture *self, const EhPages *pages, const EhRowType *type, guint32 page)
{
  guint n = eh_pages_n_cells (pages, page);

  if (eh_pages_kind (pages, page) == EH_PAGE_LEAF) {
    for (guint i = 0; i < n; i++)
      put_place (self, pages, type, page, i);
    return;
  }
  g_assert_cmpint (eh_pages_kind (pages, page), ==, EH_PAGE_INTERIOR);
  for (guint i = 0; i <= n; i++)
    walk (self, pages, type, eh_pages_child (pages, page, i));
}

static gint64
root_page (EhDb *db, const char *name)
{
  EhStmt s = eh_db_prepare (db, "SELECT rootpage FROM sqlite_schema WHERE name = ?");
  gint64 page;

  eh_stmt_bind_text (&s, name);
  g_assert_true (eh_stmt_step (&s));
  page = eh_stmt_int (&s, 0);
  g_assert_true (eh_stmt_finish (&s, NULL));
  return page;
}

/* Where SQLite and the walk do not find the same rows, the test itself is wrong. */
static void
find_places (Fixture *self, EhDb *db)
{
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);
  EhPages pages;

  eh_pages_init (&pages, (guint8 *) self->bytes, self->size, PAGE);
  for (guint i = 0; i < n_tables; i++) {
    guint before = self->places->len;

    walk (self, &pages, types[i], (guint32) root_page (db, types[i]->table));
    g_assert_cmpuint (self->places->len - before, ==, g_hash_table_size (self->tables->pdata[i]));
    for (guint n = before; n < self->places->len; n++)
      g_assert_true (
          g_hash_table_contains (self->tables->pdata[i], &((Place *) self->places->pdata[n])->key));
  }
}

static void
fixture_load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = eh_db_open (self->path, EH_DB_READER, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_assert_true (g_file_get_contents (self->path, &self->bytes, &self->size, NULL));
  self->tables = all_rows (db);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  find_places (self, db);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* Every tenth is longer than a page, every fiftieth longer than three. */
#define INSIGHTS                                                                                   \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"                  \
  " INSERT INTO insight (id, text, gist, workshop_id, role_group_id, said_at)"                     \
  " SELECT i * 7919, CASE WHEN i %% 50 = 0 THEN replace (hex (zeroblob (3000)), '0', 'ö')"        \
  " WHEN i %% 10 = 0 THEN replace (hex (zeroblob (900)), '0', 'x' || i)"                           \
  " ELSE 'Nobody told us about the lift ' || i END, 'gist ' || i,"                                 \
  " (SELECT min (id) FROM workshop), CASE WHEN i %% 3 = 0 THEN (SELECT min (id) FROM role_group)"  \
  " END, 1700000000 + i FROM n;"

#define PEOPLE                                                                                     \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"                  \
  " INSERT INTO participant (id, name, role_group_id, biography)"                                  \
  " SELECT i * 104729, 'Person ' || i, (SELECT min (id) FROM role_group),"                         \
  " replace (hex (zeroblob (60)), '0', 'b') FROM n;"                                               \
  "INSERT INTO consent (id, quote) SELECT id, 'none' FROM participant WHERE name LIKE 'Person %%'" \
  " AND id NOT IN (SELECT id FROM consent);"

#define LINKS                                                                                        \
  "INSERT INTO contributor (id, insight_id, participant_id)"                                         \
  " SELECT i.id + 1, i.id, ((i.id / 7919) %% %u + 1) * 104729 FROM insight i WHERE i.id %% 7919 = 0" \
  " AND i.id / 7919 <= %u;"

static void
fixture_init (Fixture *self)
{
  guint n_insights = how_many (500, 3000);
  guint n_people = how_many (120, 600);
  g_autofree char *insights = g_strdup_printf (INSIGHTS, n_insights);
  g_autofree char *people = g_strdup_printf (PEOPLE, n_people);
  g_autofree char *links = g_strdup_printf (LINKS, n_people, n_insights);
  g_autoptr (GError) error = NULL;

  self->dir = g_dir_make_tmp ("eh-recovery-pages-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->dir, "p.evenhand", NULL);
  self->into = g_build_filename (self->dir, "new.evenhand", NULL);
  g_setenv ("XDG_DATA_HOME", self->dir, TRUE);
  eh_job_new_project (self->path, NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  run_sql (self->path, insights);
  run_sql (self->path, people);
  run_sql (self->path, links);
  run_sql (self->path, "INSERT INTO insight_words (insight_words) VALUES ('rebuild'); VACUUM");
  fixture_load (self);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *one = g_build_filename (path, name, NULL);

    remove_tree (one);
  }
  g_remove (path);
}

static void
fixture_clear (Fixture *self)
{
  remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->path);
  g_free (self->into);
  g_free (self->bytes);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->places);
}

static gboolean
is_kept (const Fixture *self, const char *bytes, gsize size, guint32 page)
{
  gsize at = (gsize) (page - 1) * PAGE;

  return at + PAGE <= size && memcmp (bytes + at, self->bytes + at, PAGE) == 0;
}

static guint
table_of (const EhRowType *type)
{
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (types[i] == type)
      return i;
  g_assert_not_reached ();
}

static gboolean
has_row (GPtrArray *tables, const EhRowType *type, gint64 key)
{
  return g_hash_table_contains (tables->pdata[table_of (type)], &key);
}

/* Whether a row went, or a reference of it was let go of, because of what it referred to. */
static gboolean
refers_to_lost (GPtrArray *now, const EhRowType *type, gconstpointer row)
{
  for (guint f = 0; f < type->n_fields; f++) {
    gboolean goes_too = FALSE;
    const EhRowType *parent = type->fields[f].kind == EH_FIELD_ID
                                  ? eh_removal_parent (type, type->fields[f].name, &goes_too)
                                  : NULL;
    gint64 key = parent != NULL ? *(const gint64 *) ((const char *) row + type->fields[f].offset)
                                : 0;

    if (key != 0 && !has_row (now, parent, key))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_same (GPtrArray *now, const EhRowType *type, gconstpointer was, gconstpointer is)
{
  for (guint f = 0; f < type->n_fields; f++) {
    const EhField *field = &type->fields[f];
    gboolean goes_too;
    const EhRowType *parent = field->kind == EH_FIELD_ID
                                  ? eh_removal_parent (type, field->name, &goes_too)
                                  : NULL;
    gint64 key = parent != NULL ? *(const gint64 *) ((const char *) was + field->offset) : 0;

    if (eh_row_field_equal (field, was, is))
      continue;
    if (key == 0 || has_row (now, parent, key) ||
        *(const gint64 *) ((const char *) is + field->offset) != 0)
      return FALSE;
  }
  return TRUE;
}

/* What was put there for something that is lost and still named. */
static gboolean
is_stand_in (const EhRowType *type, gconstpointer row)
{
  g_autofree char *first = eh_row_field_text (
      eh_row_type_field (type, type == &eh_role_group_row_type ? "label"
                               : type == &eh_framework_row_type || type == &eh_participant_row_type
                                   ? "name"
                               : eh_row_type_field (type, "title") != NULL ? "title"
                                                                           : "id"),
      row);

  return g_str_equal (first, "Recovered") || g_str_has_prefix (first, "Unknown person");
}

static void
assert_nothing_invented (Fixture *self, GPtrArray *now)
{
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++) {
    GHashTableIter iter;
    gpointer key, row;

    g_hash_table_iter_init (&iter, now->pdata[i]);
    while (types[i] != &eh_project_row_type && g_hash_table_iter_next (&iter, &key, &row)) {
      gpointer was = g_hash_table_lookup (self->tables->pdata[i], key);

      if (was == NULL || (!is_same (now, types[i], was, row) && !is_stand_in (types[i], row)))
        g_error ("a row of %s was never there", types[i]->table);
    }
  }
}

static guint
assert_all_kept_rows (Fixture *self, const char *bytes, gsize size, GPtrArray *now)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++) {
    Place *place = self->places->pdata[i];
    guint table = table_of (place->type);
    gpointer was = g_hash_table_lookup (self->tables->pdata[table], &place->key);
    gpointer is = g_hash_table_lookup (now->pdata[table], &place->key);
    gboolean whole = TRUE;

    for (guint p = 0; p < place->pages->len; p++)
      whole &= is_kept (self, bytes, size, g_array_index (place->pages, guint32, p));
    if (!whole)
      continue;
    n++;
    if (is == NULL ? !refers_to_lost (now, place->type, was) : !is_same (now, place->type, was, is))
      g_error ("a row of %s on page %u is not there", place->type->table,
               g_array_index (place->pages, guint32, 0));
  }
  return n;
}

static void
remove_database (const char *path)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *one = g_strconcat (path, tails[i], NULL);

    g_unlink (one);
  }
}

static EhRecovery *
recover (Fixture *self, const char *bytes, gsize size, guint *n_kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhRecovery) said = NULL;
  g_autoptr (EhDb) db = NULL;
  g_autoptr (GPtrArray) now = NULL;

  remove_database (self->into);
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) size, NULL));
  said = eh_recovery_run (self->path, NULL, self->into, &error);
  if (said == NULL) {
    g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED);
    *n_kept = 0;
    return NULL;
  }
  db = eh_db_open (self->into, EH_DB_READER, &error);
  g_assert_no_error (error);
  eh_schema_check (db, &error);
  g_assert_no_error (error);
  now = all_rows (db);
  assert_nothing_invented (self, now);
  *n_kept = assert_all_kept_rows (self, bytes, size, now);
  return g_steal_pointer (&said);
}

static void
try_cut (Fixture *self, gsize size, guint n_least)
{
  guint n_kept;
  g_autoptr (EhRecovery) said = recover (self, self->bytes, size, &n_kept);

  g_test_message ("%u of %u rows at %u%% of %u kB", n_kept, self->places->len,
                  (guint) (size * 100 / self->size), (guint) (self->size / 1024));
  g_assert_cmpuint (n_kept, >=, n_least);
  /* Behind all the tables may be nothing but what can be made anew. */
  if (said == NULL || eh_recovery_is_whole (said))
    return;
  g_assert_cmpuint (said->n_left, ==, size);
  g_assert_cmpuint (said->n_once, ==, self->size);
  g_assert_cmpuint (said->n_unsure, ==, 0);
}

static void
test_cuts (gconstpointer data)
{
  static const guint percents[] = { 20, 40, 60, 85, 95 };
  Fixture *self = (Fixture *) data;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    try_cut (self, self->size / 100 * percents[i], 1);
  for (guint i = 0; i < how_many (3, 30); i++)
    try_cut (self, (gsize) g_rand_int_range (random, 2, (gint32) self->size), 0);
}

static void
test_holes (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  gint32 n_pages = (gint32) (self->size / PAGE);

  for (guint i = 0; i < how_many (6, 50); i++) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);
    g_autoptr (EhRecovery) said = NULL;
    guint n_kept;

    for (guint n = 0; n < 1 + i % 5; n++) {
      gint32 first = i % 3 == 0 && n == 0 ? 0 : g_rand_int_range (random, 0, n_pages);
      gint32 run = g_rand_int_range (random, 1, MIN (n_pages / 4, n_pages - first) + 1);

      memset (bytes + (gsize) first * PAGE, 0, (gsize) run * PAGE);
    }
    said = recover (self, bytes, self->size, &n_kept);
    g_assert_nonnull (said);
    g_assert_cmpuint (n_kept, >, 0);
    g_assert_cmpuint (said->n_once, ==, 0);
  }
}

/* Not a page of the list of tables is left, nor of any table's way to its leaves: the rows of no
 * two tables may look alike. */
static void
test_leaves_alone (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);
  g_autoptr (EhRecovery) said = NULL;
  EhPages pages;
  guint n_kept;

  g_assert_true (g_file_set_contents (self->path, self->bytes, (gssize) self->size, NULL));
  for (guint i = 0; i < n_tables; i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO %s (id) VALUES (3), (4);",
                                            types[i]->table);

    if (types[i] != &eh_project_row_type)
      run_sql (self->path, sql);
  }
  fixture_load (self);
  eh_pages_init (&pages, (guint8 *) self->bytes, self->size, PAGE);
  memset (self->bytes, 0, PAGE);
  for (guint32 page = 2; page <= pages.n_pages; page++)
    if (eh_pages_kind (&pages, page) == EH_PAGE_INTERIOR)
      memset (self->bytes + (gsize) (page - 1) * PAGE, 0, PAGE);
  said = recover (self, self->bytes, self->size, &n_kept);
  g_assert_nonnull (said);
  g_assert_true (said->no_list);
  g_assert_cmpuint (n_kept, ==, self->places->len);
  g_assert_cmpuint (said->n_unsure, ==, 0);
  g_assert_cmpuint (said->n_cut_off, ==, 0);
}

int
main (int argc, char **argv)
{
  Fixture fixture = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_init (&fixture);
  g_test_add_data_func ("/recovery-pages/cuts", &fixture, test_cuts);
  g_test_add_data_func ("/recovery-pages/holes", &fixture, test_holes);
  g_test_add_data_func ("/recovery-pages/leaves-alone", &fixture, test_leaves_alone);
  status = g_test_run ();
  fixture_clear (&fixture);
  return status;
}
