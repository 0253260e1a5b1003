/* Damaged files: whatever the damage, the file itself stays as it is, what is recovered is a sound
 * project, and what is said of it is true. The damage is the same in every run. */

#include "eh-dataset.h"
#include "eh-integrity.h"
#include "eh-job-project.h"
#include "eh-recovery.h"
#include "eh-row-store.h"
#include "eh-schema.h"
#include "eh-store.h"
#include "eh-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define ERASED "quixotic trampoline words"
#define KEPT   "zanzibarian marmalade words"
#define PAGE   4096

typedef struct {
  char *data; /* the user's data folder */
  char *dir;
  char *path; /* where the damaged one is put */
  char *into;
  char *bytes; /* the sound one */
  gsize size;
  GPtrArray *tables; /* (element-type GHashTable): keys, in the order of the tables */
  guint n_steps;
  guint n_tried;
} Sample;

static void
remove_database (const char *path)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *one = g_strconcat (path, tails[i], NULL);

    g_unlink (one);
  }
}

static EhId
put_insight (EhStore *store, const char *text)
{
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (GError) error = NULL;

  insight->id = eh_id_new ();
  eh_set_str (&insight->text, text);
  eh_store_put_one (store, &eh_insight_row_type, insight, "Added an insight", NULL, &error);
  g_assert_no_error (error);
  return insight->id;
}

static void
make_history (EhStore *store)
{
  g_autoptr (GError) error = NULL;
  EhId erased = put_insight (store, ERASED);

  put_insight (store, KEPT);
  g_assert_true (eh_store_begin (store, "Erased", NULL));
  g_assert_true (eh_store_remove (store, &eh_insight_row_type, erased, NULL));
  eh_store_commit_erasing (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    put_insight (store, "One of many");
  eh_store_undo (store, &error);
  g_assert_no_error (error);
}

/* Keys alone: what is in the rows is looked at in test-recovery-pages.c. */
static GHashTable *
keys_of (EhDb *db, const EhRowType *type)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", type->table);
  EhStmt s = eh_db_prepare (db, sql);

  while (eh_stmt_step (&s)) {
    gint64 key = eh_stmt_int (&s, 0);

    g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
  }
  g_assert_true (eh_stmt_finish (&s, NULL));
  return keys;
}

static GPtrArray *
all_keys (EhDb *db)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    g_ptr_array_add (tables, keys_of (db, types[i]));
  return tables;
}

/* The library of resources is the larger half of a new project, and like any other table. */
static void
thin_out (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (
          handle,
          "DELETE FROM resource WHERE id NOT IN (SELECT resource_id FROM block"
          " WHERE resource_id IS NOT NULL);"
          "DELETE FROM resource_category WHERE resource_id NOT IN (SELECT id FROM resource)"
          "; VACUUM",
          NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
sample_init (Sample *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  self->data = g_dir_make_tmp ("eh-recovery-data-XXXXXX", &error);
  g_setenv ("XDG_DATA_HOME", self->data, TRUE);
  self->dir = g_dir_make_tmp ("eh-recovery-XXXXXX", &error);
  self->path = g_build_filename (self->dir, "p.evenhand", NULL);
  self->into = g_build_filename (self->dir, "new.evenhand", NULL);
  eh_job_new_project (self->path, NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  thin_out (self->path);
  store = eh_store_open (self->path, &error);
  g_assert_no_error (error);
  make_history (store);
  self->tables = all_keys (eh_store_get_db (store));
  steps = eh_history_list (eh_store_get_db (store), 0, NULL);
  self->n_steps = steps->len;
  g_clear_object (&store);
  g_file_get_contents (self->path, &self->bytes, &self->size, &error);
  g_assert_no_error (error);
}

/* Nothing of what was worked on is left in the user's data folder but a lock without words. */
static void
remove_folders (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *one = g_build_filename (path, name, NULL);

    if (g_str_equal (name, "lock"))
      g_assert_cmpint (g_unlink (one), ==, 0);
    else
      remove_folders (one);
  }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
sample_clear (Sample *self)
{
  remove_database (self->path);
  remove_database (self->into);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  remove_folders (self->data);
  g_free (self->data);
  g_free (self->dir);
  g_free (self->path);
  g_free (self->into);
  g_free (self->bytes);
  g_ptr_array_unref (self->tables);
}

static gboolean
file_holds (const char *path, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (const char *p = bytes; (p = memchr (p, words[0], size - (gsize) (p - bytes))) != NULL; p++)
    if (size - (gsize) (p - bytes) >= strlen (words) && memcmp (p, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_unchanged (Sample *self, const char *bytes, gsize size)
{
  g_autofree char *now = NULL;
  gsize size_now = 0;

  g_assert_true (g_file_get_contents (self->path, &now, &size_now, NULL));
  g_assert_cmpmem (now, size_now, bytes, size);
}

static guint
n_files (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* All the damage that there is takes ten seconds; one in eight of it, one. */
static guint
one_in (void)
{
  return g_test_thorough () ? 1 : 8;
}

/* What is said to be saved is there, and, where nothing but whole pages was taken away, is what was
 * there before. */
static void
assert_true_counts (Sample *self, EhDb *db, const EhRecovery *said, gboolean rows_are_old)
{
  g_autoptr (GPtrArray) tables = all_keys (db);
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++) {
    const EhRecoveryCount *count = eh_recovery_count (said, types[i]);
    guint there = g_hash_table_size (tables->pdata[i]);
    guint n_same = 0;
    GHashTableIter iter;
    gpointer key;

    if (types[i] == &eh_project_row_type)
      continue;
    g_assert_cmpuint (count->kept, <=, count->known);
    /* What stands in for a lost row is there, and was not saved. */
    g_assert_cmpuint (count->kept, <=, there);
    g_hash_table_iter_init (&iter, tables->pdata[i]);
    while (g_hash_table_iter_next (&iter, &key, NULL))
      n_same += g_hash_table_contains (self->tables->pdata[i], key);
    if (!rows_are_old)
      continue;
    g_assert_cmpuint (count->kept, <=, n_same);
    g_assert_cmpuint (count->known, <=, g_hash_table_size (self->tables->pdata[i]));
    if (count->certain)
      g_assert_cmpuint (count->known, ==, g_hash_table_size (self->tables->pdata[i]));
  }
}

/* What was recovered is opened as a project once in a while, and looked over every time. */
static gboolean
try_recovery (Sample *self, gboolean rows_are_old, EhRecovery **said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = NULL;
  g_autoptr (EhDb) db = NULL;

  *said = eh_recovery_run (self->path, NULL, self->into, &error);
  if (*said == NULL) {
    g_assert_nonnull (error);
    g_assert_cmpint (error->domain, ==, EH_STORE_ERROR);
    remove_database (self->into);
    return FALSE;
  }
  db = eh_db_open (self->into, EH_DB_READER, &error);
  g_assert_no_error (error);
  eh_schema_check (db, &error);
  g_assert_no_error (error);
  assert_true_counts (self, db, *said, rows_are_old);
  g_clear_pointer (&db, eh_db_close);
  if (self->n_tried++ % 8 == 0) {
    store = eh_store_open (self->into, &error);
    g_assert_no_error (error);
    g_clear_object (&store);
  }
  g_assert_false (file_holds (self->into, ERASED));
  return TRUE;
}

typedef struct {
  guint n_opened;
  guint n_recovered;
  guint n_nothing;
  guint n_history;
} Tally;

static void
try_damaged (Sample *self, const char *bytes, gsize size, gboolean rows_are_old, Tally *tally)
{
  g_autoptr (EhStore) store = NULL;
  g_autoptr (EhRecovery) said = NULL;

  remove_database (self->path);
  g_assert_true (g_file_set_contents_full (self->path, bytes, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store = eh_store_open (self->path, NULL);
  tally->n_opened += store != NULL;
  g_clear_object (&store);
  assert_unchanged (self, bytes, size);
  g_assert_cmpuint (n_files (self->dir), ==, 1);
  if (try_recovery (self, rows_are_old, &said))
    tally->n_recovered++;
  else
    tally->n_nothing++;
  tally->n_history += said != NULL && said->history == EH_RECOVERY_HISTORY_KEPT;
  remove_database (self->into);
  assert_unchanged (self, bytes, size);
  g_assert_cmpuint (n_files (self->dir), ==, 1);
}

static void
test_sound (gconstpointer data)
{
  Sample *self = (Sample *) data;
  Tally tally = { 0 };
  g_autoptr (EhRecovery) said = NULL;

  try_damaged (self, self->bytes, self->size, TRUE, &tally);
  g_assert_cmpuint (tally.n_opened, ==, 1);
  g_assert_true (try_recovery (self, TRUE, &said));
  g_assert_true (eh_recovery_is_whole (said));
  g_assert_cmpint (said->history, ==, EH_RECOVERY_HISTORY_KEPT);
  g_assert_cmpuint (said->n_steps, ==, self->n_steps);
  g_assert_true (file_holds (self->into, KEPT));
  remove_database (self->into);
}

static void
test_zeroed_pages (gconstpointer data)
{
  Sample *self = (Sample *) data;
  Tally tally = { 0 };

  for (gsize page = 0; page + PAGE <= self->size; page += one_in () * PAGE) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);

    memset (bytes + page, 0, PAGE);
    try_damaged (self, bytes, self->size, TRUE, &tally);
  }
  g_test_message ("%u opened, %u recovered, %u nothing, %u with history", tally.n_opened,
                  tally.n_recovered, tally.n_nothing, tally.n_history);
  g_assert_cmpuint (tally.n_nothing, ==, 0);
  g_assert_cmpuint (tally.n_history, >, 20 / one_in ());
}

static void
test_cut_short (gconstpointer data)
{
  Sample *self = (Sample *) data;
  Tally tally = { 0 };
  guint n_long = 0; /* enough to have something of each kind */

  for (guint i = 0; i < 40; i += one_in ()) {
    gsize size = self->size * (2 * i + 1) / 80 + i;

    n_long += size > self->size / 4;
    try_damaged (self, self->bytes, size, TRUE, &tally);
  }
  g_test_message ("%u opened, %u recovered, %u nothing, %u with history", tally.n_opened,
                  tally.n_recovered, tally.n_nothing, tally.n_history);
  g_assert_cmpuint (tally.n_opened, ==, 0);
  g_assert_cmpuint (n_long, >, 0);
  g_assert_cmpuint (tally.n_recovered, >=, n_long);
}

static void
test_flipped_bytes (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Tally tally = { 0 };

  for (guint i = 0; i < 120; i += one_in ()) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);
    gsize page = (gsize) g_rand_int_range (random, 0, (gint32) (self->size / PAGE)) * PAGE;

    for (guint n = 0; n < 1 + i % 40; n++)
      bytes[page + (gsize) g_rand_int_range (
                       random, 0, i % 3 == 0 ? 16 : PAGE)] ^= (char) (1 << g_rand_int_range (random,
                                                                                             0, 8));
    try_damaged (self, bytes, self->size, FALSE, &tally);
  }
  g_test_message ("%u opened, %u recovered, %u nothing, %u with history", tally.n_opened,
                  tally.n_recovered, tally.n_nothing, tally.n_history);
  g_assert_cmpuint (tally.n_recovered, >, 100 / one_in ());
}

static void
test_wrong_header (gconstpointer data)
{
  Sample *self = (Sample *) data;
  Tally tally = { 0 };
  guint n = 0;

  for (gsize i = 0; i < 100; i += one_in ()) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);

    bytes[i] ^= 0x55;
    n++;
    try_damaged (self, bytes, self->size, TRUE, &tally);
  }
  g_assert_cmpuint (tally.n_recovered, ==, n);
  g_assert_cmpuint (tally.n_history, ==, n);
}

static void
test_noise (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  Tally tally = { 0 };

  for (guint i = 0; i < 10; i++) {
    g_autofree char *bytes = g_malloc0 (20000);

    for (gsize n = 0; i > 0 && n < 20000; n++)
      bytes[n] = (char) g_rand_int (random);
    try_damaged (self, bytes, i < 8 ? 20000 : i * 50, FALSE, &tally);
  }
  g_assert_cmpuint (tally.n_nothing, ==, 10);
  g_assert_cmpuint (tally.n_opened, ==, 0);
}

static gint64
root_page (Sample *self, const char *name)
{
  g_autoptr (EhDb) db = eh_db_open (self->path, EH_DB_READER, NULL);
  EhStmt s = eh_db_prepare (db, "SELECT rootpage FROM sqlite_schema WHERE name = ?");
  gint64 page;

  eh_stmt_bind_text (&s, name);
  g_assert_true (eh_stmt_step (&s));
  page = eh_stmt_int (&s, 0);
  g_assert_true (eh_stmt_finish (&s, NULL));
  return page;
}

/* Every page of a table of at most two storeys. */
static void
zero_table (Sample *self, char *bytes, const char *name)
{
  guint8 *root = (guint8 *) bytes + (root_page (self, name) - 1) * PAGE;
  guint n = root[0] == 5 ? ((guint) root[3] << 8) + root[4] + 1 : 0;

  for (guint i = 0; i < n; i++) {
    gsize at = i + 1 == n ? 8 : ((gsize) root[12 + 2 * i] << 8) + root[13 + 2 * i];
    gsize page = ((gsize) root[at] << 24) + ((gsize) root[at + 1] << 16) +
                 ((gsize) root[at + 2] << 8) + root[at + 3];

    memset (bytes + (page - 1) * PAGE, 0, PAGE);
  }
  memset (root, 0, PAGE);
}

static void
put_file (Sample *self, const char *bytes, gsize size)
{
  remove_database (self->path);
  remove_database (self->into);
  g_assert_true (g_file_set_contents_full (self->path, bytes, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
change_file (Sample *self, const char *sql)
{
  sqlite3 *handle = NULL;

  put_file (self, self->bytes, self->size);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
assert_mended (Sample *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDb) db = NULL;
  g_autoptr (GPtrArray) tables = NULL;

  eh_recovery_mend (self->path, self->into, &error);
  g_assert_no_error (error);
  db = eh_db_open (self->into, EH_DB_WRITER, &error);
  g_assert_no_error (error);
  eh_schema_check (db, &error);
  g_assert_no_error (error);
  eh_integrity_indexes_agree (db, &error);
  g_assert_no_error (error);
  tables = all_keys (db);
  for (guint i = 0; i < tables->len; i++)
    g_assert_cmpuint (g_hash_table_size (tables->pdata[i]), ==,
                      g_hash_table_size (self->tables->pdata[i]));
  g_assert_cmpint (eh_db_value (db, "SELECT count(*) FROM history", 0), ==, self->n_steps);
  g_clear_pointer (&db, eh_db_close);
  remove_database (self->into);
}

/* An index is made of its table: nothing is lost with it. */
static void
test_mended (gconstpointer data)
{
  static const char *const indexes[] = { "insight_workshop", "contributor_insight",
                                         "sqlite_autoindex_history_1", "insight_words_data" };
  Sample *self = (Sample *) data;

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);

    put_file (self, self->bytes, self->size);
    memset (bytes + (root_page (self, indexes[i]) - 1) * PAGE, 0, PAGE);
    put_file (self, bytes, self->size);
    g_assert_null (eh_store_open (self->path, NULL));
    assert_mended (self);
  }
  change_file (self, "UPDATE insight_words_data SET block = zeroblob (length (block))");
  assert_mended (self);
  change_file (self, "DELETE FROM insight_words_docsize WHERE id = (SELECT max (id) FROM insight)");
  g_assert_null (eh_store_open (self->path, NULL));
  assert_mended (self);
}

static void
test_not_mended (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autofree char *bytes = g_memdup2 (self->bytes, self->size);
  g_autoptr (GError) error = NULL;

  put_file (self, self->bytes, self->size);
  memset (bytes + (root_page (self, "insight") - 1) * PAGE, 0, PAGE);
  put_file (self, bytes, self->size);
  g_assert_false (eh_recovery_mend (self->path, self->into, &error));
  g_assert_error (error, EH_STORE_ERROR, EH_STORE_ERROR_DAMAGED);
  remove_database (self->into);
}

/* A number in the head says how many pages there are; it may say anything. */
static void
test_wrong_page_count (gconstpointer data)
{
  Sample *self = (Sample *) data;
  guint32 n = (guint32) (self->size / PAGE);
  const guint32 lies[] = { 0, 1, 2, n / 2, n - 1, n + 1, n * 2, 0x7fffffff, 0xffffffff };

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autofree char *bytes = g_memdup2 (self->bytes, self->size);
    g_autoptr (EhRecovery) said = NULL;
    g_autoptr (EhStore) store = NULL;
    guint32 lie = GUINT32_TO_BE (lies[i]);

    memcpy (bytes + 28, &lie, sizeof lie);
    put_file (self, bytes, self->size);
    store = eh_store_open (self->path, NULL);
    g_clear_object (&store);
    assert_unchanged (self, bytes, self->size);
    g_assert_true (try_recovery (self, TRUE, &said));
    g_assert_true (eh_recovery_is_whole (said));
    g_assert_cmpuint (said->n_once, ==, 0);
    remove_database (self->into);
  }
}

/* Tables of the full-text index are SQLite's own, and read by code that trusts them more than
 * others. Whatever is in them, to search ends, and what they are made of is all there. */
static void
test_crafted_words (gconstpointer data)
{
  static const char *const tamperings[] = {
    "UPDATE insight_words_data SET block = randomblob (length (block))",
    "UPDATE insight_words_data SET block = x'ffffffffffffffffffff' WHERE id > 10",
    "UPDATE insight_words_data SET block = x'00000000ffff7fff7f' WHERE id = 10",
    "UPDATE insight_words_data SET block = zeroblob (100000) WHERE id > 10",
    "DELETE FROM insight_words_data",
    "DELETE FROM insight_words_data WHERE id = 10",
    "UPDATE insight_words_idx SET pgno = 1099511627776",
    "DELETE FROM insight_words_idx",
    "UPDATE insight_words_docsize SET sz = x'ffffffffff'",
    "INSERT INTO insight_words_docsize VALUES (9000, x'0101')",
    "UPDATE insight_words_config SET v = 99 WHERE k = 'version'",
    "INSERT INTO insight_words_config VALUES ('pgsz', 1), ('crisismerge', -1)",
    "INSERT INTO insight_words_config VALUES ('rank', 'load_extension(1)')",
  };
  static const char *const searches[] = { "'w*'", "'wo* NOT many'", "'\"one of many\"'",
                                          "'NEAR (one many)'" };
  Sample *self = (Sample *) data;

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++) {
    g_autoptr (EhDb) db = NULL;
    g_autofree char *bytes = NULL;
    gsize size = 0;

    g_test_message ("%s", tamperings[i]);
    change_file (self, tamperings[i]);
    g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
    db = eh_db_open (self->path, EH_DB_READER, NULL);
    g_assert_nonnull (db);
    eh_db_trust_schema (db);
    for (guint n = 0; n < G_N_ELEMENTS (searches); n++) {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (*) FROM (SELECT rowid FROM insight_words WHERE insight_words MATCH %s"
          " ORDER BY rank)",
          searches[n]);

      g_assert_cmpint (eh_db_value (db, sql, 0), <=, 1000);
    }
    g_clear_pointer (&db, eh_db_close);
    assert_unchanged (self, bytes, size);
    assert_mended (self);
  }
}

/* A step that cannot be read ends the history, and nothing else. */
static void
test_broken_step (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autoptr (EhRecovery) said = NULL;

  change_file (self, "UPDATE history SET changes = x'540bad' WHERE seq = 3");
  g_assert_true (try_recovery (self, TRUE, &said));
  g_assert_cmpint (said->history, ==, EH_RECOVERY_HISTORY_LOST);
  g_assert_cmpuint (said->n_steps, ==, 0);
  g_assert_cmpuint (eh_recovery_count (said, &eh_insight_row_type)->kept, ==,
                    eh_recovery_count (said, &eh_insight_row_type)->known);
  remove_database (self->into);
}

/* What a person wanted erased is not brought back by an index, a reference or an older copy. */
static void
test_erased (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autofree char *older = g_build_filename (self->dir, "older.evenhand", NULL);
  const char *const others[] = { older, NULL };
  g_autoptr (EhRecovery) said = NULL;
  g_autoptr (GError) error = NULL;

  change_file (self, "INSERT INTO insight (id, text) VALUES (77, '" ERASED "')");
  g_assert_cmpint (g_rename (self->path, older), ==, 0);
  change_file (self, "INSERT INTO insight (id, text) VALUES (77, '" ERASED "');"
                     "INSERT INTO erased VALUES (77, 'insight', 1)");
  said = eh_recovery_run (self->path, others, self->into, &error);
  g_assert_no_error (error);
  g_assert_false (file_holds (self->into, ERASED));
  remove_database (self->into);
  remove_database (older);
}

/* A row that the damaged file still names is taken from a copy that has it; no other row is. */
static void
test_other_copy (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autofree char *older = g_build_filename (self->dir, "older.evenhand", NULL);
  const char *const others[] = { older, NULL };
  g_autofree char *bytes = g_memdup2 (self->bytes, self->size);
  g_autoptr (EhRecovery) said = NULL;
  g_autoptr (GError) error = NULL;
  const EhRecoveryCount *count;

  put_file (self, self->bytes, self->size);
  zero_table (self, bytes, "insight");
  change_file (self, "INSERT INTO insight (id, text) VALUES (77, '" ERASED "');"
                     "INSERT INTO insight_words (rowid, text, gist) VALUES (77, '" ERASED "', '')");
  g_assert_cmpint (g_rename (self->path, older), ==, 0);
  put_file (self, bytes, self->size);
  said = eh_recovery_run (self->path, others, self->into, &error);
  g_assert_no_error (error);
  count = eh_recovery_count (said, &eh_insight_row_type);
  g_assert_cmpuint (count->kept, ==, count->known);
  g_assert_cmpuint (said->n_from_others, ==, count->kept);
  g_assert_false (file_holds (self->into, ERASED));
  remove_database (self->into);
  remove_database (older);
}

/* One row in each table that is no table of the model. */
static const char *const beside[] = {
  "INSERT INTO received (id, text) VALUES (78, 'From a phone')",
  "INSERT INTO erased VALUES (79, 'insight', 1)",
  "INSERT INTO merge_known VALUES ('a', 'b')",
  "INSERT INTO merge_aside VALUES ('a', 'insight', 5, '', 1)",
};

static gboolean
is_of_the_model (const char *table)
{
  guint n_tables;
  const EhRowType *const *types = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (g_str_equal (types[i]->table, table))
      return TRUE;
  return FALSE;
}

static gint64
n_rows (EhDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return eh_db_value (db, sql, -1);
}

static void
change_file_beside (Sample *self)
{
  g_autofree char *sql = g_strjoinv (";",
                                     (char *[]){ (char *) beside[0], (char *) beside[1],
                                                 (char *) beside[2], (char *) beside[3], NULL });

  G_STATIC_ASSERT (G_N_ELEMENTS (beside) == 4);
  change_file (self, sql);
}

/* Every table that the format has: whoever adds one must bring it too, and say so here. */
static void
test_every_table (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autoptr (EhRecovery) said = NULL;
  g_autoptr (EhDb) from = NULL;
  g_autoptr (EhDb) to = NULL;
  EhStmt s;

  change_file_beside (self);
  g_assert_true (try_recovery (self, TRUE, &said));
  g_assert_true (eh_recovery_is_whole (said));
  from = eh_db_open (self->path, EH_DB_READER, NULL);
  to = eh_db_open (self->into, EH_DB_READER, NULL);
  s = eh_db_prepare (to, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                         " AND name NOT LIKE 'insight\\_words%' ESCAPE '\\'");
  while (eh_stmt_step (&s)) {
    const char *table = eh_stmt_text (&s, 0);

    g_test_message ("%s", table);
    g_assert_cmpint (n_rows (to, table), ==, n_rows (from, table));
    if (!is_of_the_model (table))
      g_assert_cmpint (n_rows (from, table), >, 0);
  }
  g_assert_true (eh_stmt_finish (&s, NULL));
  g_clear_pointer (&from, eh_db_close);
  g_clear_pointer (&to, eh_db_close);
  remove_database (self->into);
}

/* A part of what merges knew is worse than nothing; and it goes with the history. */
static void
test_merges (gconstpointer data)
{
  Sample *self = (Sample *) data;
  g_autoptr (EhRecovery) said = NULL;
  g_autoptr (EhRecovery) again = NULL;
  g_autoptr (EhDb) db = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;

  change_file_beside (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  memset (bytes + (root_page (self, "merge_aside") - 1) * PAGE, 0, PAGE);
  put_file (self, bytes, size);
  g_assert_true (try_recovery (self, TRUE, &said));
  g_assert_true (said->merges_lost);
  g_assert_false (eh_recovery_is_whole (said));
  g_assert_cmpint (said->history, ==, EH_RECOVERY_HISTORY_KEPT);
  db = eh_db_open (self->into, EH_DB_READER, NULL);
  g_assert_cmpint (n_rows (db, "merge_known"), ==, 0);
  g_clear_pointer (&db, eh_db_close);
  change_file (self, "INSERT INTO merge_known VALUES ('a', 'b');"
                     "UPDATE history SET changes = x'540bad' WHERE seq = 3");
  g_assert_true (try_recovery (self, TRUE, &again));
  db = eh_db_open (self->into, EH_DB_READER, NULL);
  g_assert_cmpint (n_rows (db, "merge_known"), ==, 0);
  g_clear_pointer (&db, eh_db_close);
  remove_database (self->into);
}

int
main (int argc, char **argv)
{
  Sample sample = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  sample_init (&sample);
  g_test_add_data_func ("/recovery/sound", &sample, test_sound);
  g_test_add_data_func ("/recovery/mended", &sample, test_mended);
  g_test_add_data_func ("/recovery/not-mended", &sample, test_not_mended);
  g_test_add_data_func ("/recovery/broken-step", &sample, test_broken_step);
  g_test_add_data_func ("/recovery/erased", &sample, test_erased);
  g_test_add_data_func ("/recovery/other-copy", &sample, test_other_copy);
  g_test_add_data_func ("/recovery/every-table", &sample, test_every_table);
  g_test_add_data_func ("/recovery/merges", &sample, test_merges);
  g_test_add_data_func ("/recovery/zeroed-pages", &sample, test_zeroed_pages);
  g_test_add_data_func ("/recovery/cut-short", &sample, test_cut_short);
  g_test_add_data_func ("/recovery/flipped-bytes", &sample, test_flipped_bytes);
  g_test_add_data_func ("/recovery/wrong-header", &sample, test_wrong_header);
  g_test_add_data_func ("/recovery/wrong-page-count", &sample, test_wrong_page_count);
  g_test_add_data_func ("/recovery/crafted-words", &sample, test_crafted_words);
  g_test_add_data_func ("/recovery/noise", &sample, test_noise);
  status = g_test_run ();
  sample_clear (&sample);
  return status;
}
