/* Copies of a project that grow apart and are merged. */

#include "merge-fixture.h"

#include "eh-db.h"
#include "eh-row-store.h"

#include <glib/gstdio.h>

void
merge_set_up (MergeFixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("eh-merge-XXXXXX", NULL);
  f->n_files = 0;
}

void
merge_tear_down (MergeFixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->dir, name, NULL);

    g_unlink (path);
  }
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
}

static char *
new_path (MergeFixture *f)
{
  g_autofree char *name = g_strdup_printf ("%u.evenhand", f->n_files++);

  return g_build_filename (f->dir, name, NULL);
}

EhStore *
merge_new_project (MergeFixture *f)
{
  g_autofree char *path = new_path (f);
  g_autoptr (GError) error = NULL;
  EhStore *store = eh_store_create (path, "Test", &error);

  g_assert_no_error (error);
  return store;
}

EhStore *
merge_copy_of (MergeFixture *f, EhStore *store)
{
  g_autofree char *path = new_path (f);
  g_autoptr (GError) error = NULL;
  EhStmt s = eh_db_prepare (eh_store_get_db (store), "VACUUM INTO ?");
  EhStore *copy;

  eh_stmt_bind_text (&s, path);
  eh_stmt_run (&s, &error);
  g_assert_no_error (error);
  copy = eh_store_open (path, &error);
  g_assert_no_error (error);
  return copy;
}

EhMergePlan *
merge_plan_for (EhStore *ours, EhStore *theirs)
{
  g_autoptr (GError) error = NULL;
  EhMergePlan *plan = eh_merge_plan_new (eh_store_get_db (ours), eh_store_get_path (theirs),
                                         &error);

  g_assert_no_error (error);
  return plan;
}

guint
merge_into (EhStore *ours, EhStore *theirs)
{
  g_autoptr (EhMergePlan) plan = merge_plan_for (ours, theirs);
  g_autoptr (GError) error = NULL;

  eh_merge_apply (ours, plan, "Merged", &error);
  g_assert_no_error (error);
  return plan->conflicts->len;
}

/* Everything that is tracked, as text; NULLs and numbers alike. */
static char *
dump (EhStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const EhRowType *const *tables = eh_row_store_tables (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GPtrArray) rows = eh_row_store_list (eh_store_get_db (store), tables[i],
                                                    "ORDER BY id", EH_ID_NONE, NULL);

    for (guint j = 0; j < rows->len; j++) {
      g_string_append (text, tables[i]->table);
      for (guint k = 0; k < tables[i]->n_fields; k++) {
        g_autofree char *value = eh_row_field_text (&tables[i]->fields[k], rows->pdata[j]);

        g_string_append_printf (text, " %s", value);
      }
      g_string_append_c (text, '\n');
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
merge_assert_same (EhStore *a, EhStore *b)
{
  g_autofree char *first = dump (a);
  g_autofree char *second = dump (b);

  g_assert_cmpstr (first, ==, second);
}
