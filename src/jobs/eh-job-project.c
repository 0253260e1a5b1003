/* Making a project, and opening one to read it. */

#include "eh-job-project.h"

#include "config.h"
#include "eh-job-copy.h"
#include "eh-preset.h"
#include "eh-sample.h"
#include "eh-store.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static gboolean
put_all (EhStore *store, const EhRowType *type, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!eh_store_put (store, type, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* A framework with nothing in it yet. */
static gboolean
put_own_framework (EhStore *store, EhId *id, GError **error)
{
  g_autoptr (EhFramework) framework = eh_framework_new_own (_ ("Our own categories"));

  framework->position = 1;
  *id = framework->id;
  return eh_store_put (store, &eh_framework_row_type, framework, error);
}

static gboolean
put_framework (EhStore *store, const char *key, EhId *id, GError **error)
{
  g_autoptr (EhFramework) framework = NULL;
  g_autoptr (GPtrArray) categories = NULL;

  if (g_str_equal (key, EH_PRESET_NO_FRAMEWORK))
    return put_own_framework (store, id, error);
  if (!eh_preset_framework_rows (key, &framework, &categories)) {
    g_autofree char *shown = eh_text_isolate (key);

    /* TRANSLATORS: %s is what a person typed */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no framework called “%s” among those that ship."), shown);
    return FALSE;
  }
  *id = framework->id;
  return eh_store_put (store, &eh_framework_row_type, framework, error) &&
         put_all (store, &eh_category_row_type, categories, error);
}

static gboolean
put_framework_choice (EhStore *store, EhId framework_id, GError **error)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_store_get_db (store), &eh_project_row_type, 1);

  g_return_val_if_fail (project != NULL, FALSE);
  project->framework_id = framework_id;
  return eh_store_put (store, &eh_project_row_type, project, error);
}

static gboolean
put_presets (EhStore *store, const char *framework_key, GError **error)
{
  g_autoptr (GPtrArray) groups = eh_preset_role_groups (EH_PRESET_GROUPS_USUAL);
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GPtrArray) places = NULL;
  EhId framework_id;

  eh_preset_resource_rows (&resources, &places);
  return put_all (store, &eh_role_group_row_type, groups, error) &&
         put_framework (store, framework_key, &framework_id, error) &&
         put_framework_choice (store, framework_id, error) &&
         put_all (store, &eh_resource_row_type, resources, error) &&
         put_all (store, &eh_resource_category_row_type, places, error);
}

/* The sample is mapped with the default framework; another one is there beside it. */
static gboolean
put_sample (EhStore *store, const char *framework_key, const char *title, GError **error)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_store_get_db (store), &eh_project_row_type, 1);
  g_autoptr (EhRowSet) set = eh_sample_rows ();
  EhId id;

  g_return_val_if_fail (project != NULL, FALSE);
  if (strcmp (framework_key, EH_PRESET_DEFAULT_FRAMEWORK) != 0 &&
      !put_framework (store, EH_PRESET_DEFAULT_FRAMEWORK, &id, error))
    return FALSE;
  eh_sample_fill_project (project);
  if (title != NULL)
    eh_set_str (&project->title, title);
  if (!eh_store_put (store, &eh_project_row_type, project, error))
    return FALSE;
  for (guint i = 0; i < set->tables->len; i++) {
    EhRowTable *table = set->tables->pdata[i];

    if (!put_all (store, table->type, table->rows, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
furnish (
    EhStore *store, const char *framework_key, gboolean sample, const char *title, GError **error)
{
  if (!eh_store_begin (store, _ ("Began the project"), error))
    return FALSE;
  if (!put_presets (store, framework_key, error) ||
      (sample && !put_sample (store, framework_key, title, error))) {
    eh_store_abort (store);
    return FALSE;
  }
  if (!eh_store_commit (store, error))
    return FALSE;
  eh_store_forget_history (store);
  return TRUE;
}

/* What a file is called says what the project is called, unless a person says otherwise. */
static char *
title_for (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  char *title;

  if (g_str_has_suffix (name, ".evenhand"))
    name[strlen (name) - strlen (".evenhand")] = '\0';
  title = eh_text_clean_line (name);
  if (title[0] != '\0')
    return title;
  g_free (title);
  return g_strdup (_ ("New project"));
}

/* A furnished project at a place of its own. */
static gboolean
build_project (const char *path,
               const char *name,
               const char *framework_key,
               gboolean sample,
               const char *title,
               GError **error)
{
  g_autoptr (EhStore) store = eh_store_create (path, name, error);

  return store != NULL &&
         furnish (store, framework_key != NULL ? framework_key : EH_PRESET_DEFAULT_FRAMEWORK,
                  sample, title, error);
}

/**
 * eh_job_new_project:
 * @path: where to make the file; nothing must be there
 * @title: (nullable): what the team calls it; %NULL for the name of the file, or the sample's own
 * @framework_key: (nullable): a framework that ships, or %EH_PRESET_NO_FRAMEWORK for one of the
 *   team's own with nothing in it; %NULL for the default
 * @sample: whether to fill it with invented people and words
 * @error: set to a #EhStoreError, or to %G_IO_ERROR_NOT_FOUND for a framework that does not ship
 *
 * Makes a project with the usual role groups, a framework and the resource library. It is made
 * where SQLite can work, and then put in its place, which may be one where it cannot, as a whole.
 *
 * Returns: whether it is there
 */
gboolean
eh_job_new_project (
    const char *path, const char *title, const char *framework_key, gboolean sample, GError **error)
{
  g_autofree char *name = title != NULL ? eh_text_clean_line (title) : title_for (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EhPrivateFolder) folder = NULL;
  g_autofree char *made = NULL;

  if (g_file_query_exists (file, NULL)) {
    g_autofree char *shown = g_file_get_basename (file);
    g_autoptr (GError) exists = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "");

    eh_store_error_set_from_io (error, exists, shown);
    return FALSE;
  }
  folder = eh_private_folder_new (error);
  if (folder == NULL)
    return FALSE;
  made = eh_private_folder_file (folder, "new.evenhand");
  return build_project (made, name, framework_key, sample, title != NULL ? name : NULL, error) &&
         eh_job_place (made, file, FALSE, error);
}

/**
 * eh_job_read_project:
 * @path: a project
 * @cancellable: (nullable): stops a long query
 * @error: set to a #EhStoreError
 *
 * As eh_reader_open_file(): the file is checked, and never changed.
 *
 * Returns: (transfer full) (nullable): a connection that sees one moment; close with eh_db_close()
 */
EhDb *
eh_job_read_project (const char *path, GCancellable *cancellable, GError **error)
{
  return eh_reader_open_file (path, cancellable, error);
}

/**
 * eh_job_load_project:
 * @path: a project
 * @cancellable: (nullable): stops a long query
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable): the whole project, checked as eh_reader_open_file() does
 */
EhDataset *
eh_job_load_project (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (EhDb) db = eh_job_read_project (path, cancellable, error);

  return db != NULL ? eh_reader_load_dataset (db, error) : NULL;
}
