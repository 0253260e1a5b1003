/* A small project, what is done to it, and the ways to say whether all is well with it. */

#include "fault-project.h"

#include "eh-category.h"
#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-insight-edit.h"
#include "eh-integrity.h"
#include "eh-merge.h"
#include "eh-row-store.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include <glib/gstdio.h>

/* In place of GLib's: what a window does after a moment of quiet happens a hundred times sooner, so
 * that a short life sees many snapshots. */
guint
g_timeout_add (guint interval, GSourceFunc function, gpointer data)
{
  return g_timeout_add_full (G_PRIORITY_DEFAULT, interval / 100, function, data, NULL);
}

EhId
fault_project_person (guint n)
{
  return (EhId) (1000 + n % FAULT_PEOPLE);
}

EhId
fault_project_category (guint n)
{
  return (EhId) (2000 + n % FAULT_CATEGORIES);
}

static void
put_people (EhStore *store)
{
  for (guint i = 0; i < FAULT_PEOPLE; i++) {
    g_autoptr (EhParticipant) person = eh_participant_new ();

    person->id = fault_project_person (i);
    person->role_group_id = i < FAULT_PEOPLE / 2 ? 1 : EH_ID_NONE;
    g_free (person->name);
    person->name = g_strdup_printf ("Person %u", i);
    g_assert_true (eh_store_put (store, &eh_participant_row_type, person, NULL));
  }
}

static void
put_framework (EhStore *store)
{
  g_autoptr (EhFramework) framework = eh_framework_new ();
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();

  group->id = 1;
  eh_set_str (&group->label, "Public contributors");
  g_assert_true (eh_store_put (store, &eh_role_group_row_type, group, NULL));
  framework->id = 1;
  g_assert_true (eh_store_put (store, &eh_framework_row_type, framework, NULL));
  for (guint i = 0; i < FAULT_CATEGORIES; i++) {
    g_autoptr (EhCategory) category = eh_category_new ();

    category->id = fault_project_category (i);
    category->framework_id = 1;
    g_free (category->label);
    category->label = g_strdup_printf ("Category %u", i);
    g_assert_true (eh_store_put (store, &eh_category_row_type, category, NULL));
  }
}

/**
 * fault_project_new:
 * @path: where; nothing must be there
 *
 * Returns: (transfer full): a project with people, categories and some insights
 */
EhStore *
fault_project_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  EhStore *store = eh_store_create (path, "Faults", &error);

  g_assert_no_error (error);
  g_assert_true (eh_store_begin (store, "Began", NULL));
  put_framework (store);
  put_people (store);
  g_assert_true (eh_store_commit (store, &error));
  eh_store_forget_history (store);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (fault_add (store, i, &error), !=, EH_ID_NONE);
  return store;
}

static void
digest_table (EhDb *db, const EhRowType *type, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", type->table);
  EhStmt s = eh_db_prepare (db, sql);
  g_autoptr (GError) error = NULL;

  g_checksum_update (sum, (const guchar *) type->table, -1);
  while (eh_stmt_step (&s))
    for (int i = 0; i < sqlite3_column_count (s.stmt); i++) {
      const char *text = eh_stmt_text (&s, i);

      g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
    }
  g_assert_true (eh_stmt_finish (&s, &error));
}

/**
 * fault_digest:
 * @db: a connection
 *
 * Returns: (transfer full): the same for two projects that hold the same, whatever their history
 */
char *
fault_digest (EhDb *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    digest_table (db, tables[i], sum);
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * fault_check_sound:
 * @db: a connection
 *
 * Stops the test unless every page, index and reference is as it should be.
 */
void
fault_check_sound (EhDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = eh_integrity_faults (db, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/**
 * fault_insights_in:
 * @path: a user's file
 *
 * Returns: how many insights are in the file itself, which must be sound
 */
gint64
fault_insights_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = eh_store_open (path, &error);

  g_assert_no_error (error);
  fault_check_sound (eh_store_get_db (store));
  return eh_reader_count (eh_store_get_db (store), &eh_insight_row_type);
}

/**
 * fault_check_index:
 * @db: a writer
 *
 * Stops the test unless the full-text index holds the words of the insights, and no others.
 */
void
fault_check_index (EhDb *db)
{
  g_autoptr (GError) error = NULL;

  eh_db_exec (db, "INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1)",
              &error);
  g_assert_no_error (error);
}

/**
 * fault_walk_history:
 * @store: a store
 *
 * Goes back to the beginning and forward again; everything is then as it was.
 *
 * Returns: how many steps that was
 */
guint
fault_walk_history (EhStore *store)
{
  g_autofree char *before = fault_digest (eh_store_get_db (store));
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; eh_store_get_undo_label (store) != NULL; n++) {
    eh_store_undo (store, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < n; i++) {
    eh_store_redo (store, &error);
    g_assert_no_error (error);
  }
  after = fault_digest (eh_store_get_db (store));
  g_assert_cmpstr (after, ==, before);
  return n;
}

/**
 * fault_add:
 * @store: a store
 * @n: any number; tells what is said and who says it
 * @error: where to tell what went wrong
 *
 * Returns: the insight, or none
 */
EhId
fault_add (EhStore *store, guint n, GError **error)
{
  g_autoptr (EhInsight) draft = eh_insight_new ();
  g_autoptr (GPtrArray) who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  g_autoptr (EhParticipant) person = eh_reader_get (
      eh_store_get_db (store), &eh_participant_row_type, fault_project_person (n));

  g_free (draft->text);
  draft->text = g_strdup_printf ("Insight %u: what was said in the corridor decided it", n);
  if (person != NULL) {
    EhContributor *one = eh_contributor_new ();

    one->participant_id = person->id;
    g_ptr_array_add (who, one);
  }
  return eh_insight_record (store, draft, who, NULL, "", error);
}

/* Some insight: the same one for the same number, as long as none is added or removed. */
static EhId
some_insight (EhStore *store, guint n)
{
  EhDb *db = eh_store_get_db (store);
  gint64 count = eh_db_value (db, "SELECT count(*) FROM insight", 0);
  EhStmt s = eh_db_prepare (db, "SELECT id FROM insight ORDER BY id LIMIT 1 OFFSET ?");
  EhId id;

  eh_stmt_bind_int (&s, count > 0 ? n % count : 0);
  id = eh_stmt_step (&s) ? eh_stmt_int (&s, 0) : EH_ID_NONE;
  g_assert_true (eh_stmt_finish (&s, NULL));
  return id;
}

static GArray *
only (EhId id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_array_append_val (ids, id);
  return ids;
}

gboolean
fault_map (EhStore *store, guint n, GError **error)
{
  g_autoptr (GArray) ids = only (some_insight (store, n));

  return eh_insight_set_mapped (store, ids, fault_project_category (n / 7), n % 4 != 0, "",
                                EH_PLACED_BY_TEAM, error);
}

gboolean
fault_edit (EhStore *store, guint n, GError **error)
{
  g_autofree char *text = g_strdup_printf ("Changed %u: nobody asked what time suits carers", n);

  return eh_insight_set_text (store, some_insight (store, n), text, error);
}

gboolean
fault_remove (EhStore *store, guint n, GError **error)
{
  g_autoptr (GArray) ids = only (some_insight (store, n));

  return eh_insight_remove (store, ids, error);
}

/**
 * fault_erase:
 * @store: a store
 * @person: which person, by number
 * @error: where to tell what went wrong
 *
 * Erases the words and the name of a person for good.
 */
gboolean
fault_erase (EhStore *store, guint person, GError **error)
{
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (
      eh_store_get_db (store), fault_project_person (person), EH_WITHDRAWAL_REMOVE_ALL, error);

  return plan != NULL && eh_withdrawal_apply (store, plan, error);
}

/**
 * fault_make_other:
 * @store: a store
 * @other: where to make a copy of its project
 * @n: what is added there
 * @error: where to tell what went wrong
 *
 * Makes a second laptop's version of the project.
 */
gboolean
fault_make_other (EhStore *store, const char *other, guint n, GError **error)
{
  EhStmt s;
  g_autoptr (EhStore) copy = NULL;

  g_unlink (other);
  s = eh_db_prepare (eh_store_get_db (store), "VACUUM INTO ?");
  eh_stmt_bind_text (&s, other);
  if (!eh_stmt_run (&s, error))
    return FALSE;
  copy = eh_store_open (other, error);
  return copy != NULL && fault_add (copy, n + 500, error) != EH_ID_NONE &&
         fault_map (copy, n, error) && fault_add (copy, n + 501, error) != EH_ID_NONE;
}

gboolean
fault_merge (EhStore *store, const char *other, GError **error)
{
  g_autoptr (EhMergePlan) plan = eh_merge_plan_new (eh_store_get_db (store), other, error);

  return plan != NULL && eh_merge_apply (store, plan, "Merged", error);
}

void
fault_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/**
 * fault_open:
 * @file: a user's file
 * @error: where to tell what went wrong
 *
 * Returns: (transfer full) (nullable): the project as a window opens it
 */
EhWorkingCopy *
fault_open (GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_open_async (file, NULL, fault_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return eh_working_copy_open_finish (result, error);
}

gboolean
fault_close (EhWorkingCopy *copy, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_close_async (copy, fault_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return eh_working_copy_close_finish (copy, result, error);
}

/**
 * fault_folder:
 * @name: part of its name
 *
 * Returns: (transfer full): a folder of the test's own, in memory where there is such a place: what
 * is tested is what is written, not how fast the disk is
 */
char *
fault_folder (const char *name)
{
  const char *top = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *template = g_strdup_printf ("%s/eh-%s-XXXXXX", top, name);

  g_assert_nonnull (g_mkdtemp (template));
  return g_steal_pointer (&template);
}

void
fault_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *one = g_build_filename (path, name, NULL);

    if (g_unlink (one) != 0)
      fault_remove_folder (one);
  }
  g_rmdir (path);
}
