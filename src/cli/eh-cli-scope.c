/* What of a project a report or a chart looks at: the same words after either verb. */

#include "eh-cli-scope.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CATEGORY_OF "category:"

static gboolean
check_kind (const EhVerb *verb, const char *text)
{
  int kind;

  if (text == NULL || eh_vocabulary_find (&eh_insight_kind_vocabulary, text, &kind))
    return TRUE;
  eh_cli_misuse (verb, _ ("“%s” is no kind of insight."), text);
  return FALSE;
}

/* Of an axis: category:FRAMEWORK is the categories of a framework, which is looked for later. */
static gboolean
check_axis (const EhVerb *verb, const char *text, EhAxis *axis)
{
  if (text == NULL || !g_str_has_prefix (text, CATEGORY_OF))
    return eh_cli_find_axis (verb, text, &axis->kind);
  axis->kind = EH_AXIS_CATEGORY;
  return TRUE;
}

/**
 * eh_cli_scope_check:
 * @verb: the verb
 * @self: what was typed
 * @rows: (inout): the rows of the map
 * @columns: (inout): its columns
 *
 * Looks at what can be told without the project.
 *
 * Returns: whether it can be meant; if not, it has been said
 */
gboolean
eh_cli_scope_check (const EhVerb *verb, EhCliScope *self, EhAxis *rows, EhAxis *columns)
{
  if (!eh_cli_text (verb, "--workshop", &self->workshop) ||
      !eh_cli_text (verb, "--group", &self->group) ||
      !eh_cli_text (verb, "--category", &self->category) ||
      !eh_cli_text (verb, "--kind", &self->kind) || !eh_cli_text (verb, "--lens", &self->lens) ||
      !eh_cli_text (verb, "--rows", &self->rows) ||
      !eh_cli_text (verb, "--columns", &self->columns) || !check_kind (verb, self->kind) ||
      !check_axis (verb, self->rows, rows) || !check_axis (verb, self->columns, columns))
    return FALSE;
  if (rows->kind == columns->kind &&
      (rows->kind != EH_AXIS_CATEGORY || g_strcmp0 (self->rows, self->columns) == 0)) {
    eh_cli_misuse (verb, "%s", _ ("The rows and the columns of the map have to differ."));
    return FALSE;
  }
  return TRUE;
}

/* Whether @wanted, folded, is the key or the label, or their id. */
static gboolean
is_called (const char *wanted, EhId wanted_id, EhId id, const char *key, const char *label)
{
  g_autofree char *folded_key = eh_text_fold (key);
  g_autofree char *folded_label = eh_text_fold (label);

  return g_str_equal (folded_key, wanted) || g_str_equal (folded_label, wanted) ||
         (wanted_id != EH_ID_NONE && wanted_id == id);
}

static gboolean
find_framework (EhDataset *dataset, const char *text, EhId *id)
{
  g_autofree char *wanted = eh_text_fold (text);
  EhId wanted_id = eh_id_from_string (text);

  for (guint i = 0; text != NULL && i < dataset->frameworks->len; i++) {
    const EhFramework *row = dataset->frameworks->pdata[i];

    if (is_called (wanted, wanted_id, row->id, row->key, row->name)) {
      *id = row->id;
      return TRUE;
    }
  }
  if (text != NULL)
    eh_cli_fail (_ ("There is no framework called “%s” in this project."), text);
  return text == NULL;
}

static gboolean
find_group (EhDataset *dataset, const char *text, EhId *id)
{
  g_autofree char *wanted = eh_text_fold (text);
  EhId wanted_id = eh_id_from_string (text);

  for (guint i = 0; text != NULL && i < dataset->role_groups->len; i++) {
    const EhRoleGroup *row = dataset->role_groups->pdata[i];

    if (is_called (wanted, wanted_id, row->id, row->key, row->label)) {
      *id = row->id;
      return TRUE;
    }
  }
  if (text != NULL)
    eh_cli_fail (_ ("There is no role group called “%s” in this project."), text);
  return text == NULL;
}

/* In the framework that is looked through first, then in any. */
static gboolean
find_category (EhDataset *dataset, const char *text, EhId lens_id, EhId *id)
{
  g_autofree char *wanted = eh_text_fold (text);
  EhId wanted_id = eh_id_from_string (text);
  EhId first = lens_id != EH_ID_NONE ? lens_id : dataset->project->framework_id;

  for (guint pass = 0; text != NULL && pass < 2; pass++)
    for (guint i = 0; i < dataset->categories->len; i++) {
      const EhCategory *row = dataset->categories->pdata[i];

      if ((pass > 0 || row->framework_id == first) &&
          is_called (wanted, wanted_id, row->id, row->key, row->label)) {
        *id = row->id;
        return TRUE;
      }
    }
  if (text != NULL)
    eh_cli_fail (_ ("There is no category called “%s” in this project."), text);
  return text == NULL;
}

static gboolean
find_axis (EhDataset *dataset, const char *text, EhId home_id, EhAxis *axis)
{
  if (axis->kind == EH_AXIS_CATEGORY)
    axis->framework_id = home_id;
  if (text == NULL || !g_str_has_prefix (text, CATEGORY_OF))
    return TRUE;
  return find_framework (dataset, text + strlen (CATEGORY_OF), &axis->framework_id);
}

/**
 * eh_cli_scope_find:
 * @self: what was typed, and passed eh_cli_scope_check()
 * @dataset: the project
 * @filter: (inout): what to look at
 * @rows: (inout): the rows of the map
 * @columns: (inout): its columns
 *
 * Returns: whether all of it is in the project; if not, it has been said
 */
gboolean
eh_cli_scope_find (
    const EhCliScope *self, EhDataset *dataset, EhFilter *filter, EhAxis *rows, EhAxis *columns)
{
  EhId home_id;

  filter->by_kind = self->kind != NULL &&
                    eh_vocabulary_find (&eh_insight_kind_vocabulary, self->kind, &filter->kind);
  if (!eh_cli_find_workshop (dataset, self->workshop, &filter->workshop_id) ||
      !find_framework (dataset, self->lens, &filter->lens_id) ||
      !find_group (dataset, self->group, &filter->role_group_id) ||
      !find_category (dataset, self->category, filter->lens_id, &filter->category_id))
    return FALSE;
  home_id = filter->lens_id != EH_ID_NONE ? filter->lens_id : dataset->project->framework_id;
  if (!find_axis (dataset, self->rows, home_id, rows) ||
      !find_axis (dataset, self->columns, home_id, columns))
    return FALSE;
  if (!eh_axis_equal (*rows, *columns))
    return TRUE;
  eh_cli_fail ("%s", _ ("The rows and the columns of the map have to differ."));
  return FALSE;
}

/**
 * eh_cli_scope_clear:
 * @self: what was typed; all is freed
 */
void
eh_cli_scope_clear (EhCliScope *self)
{
  g_free (self->workshop);
  g_free (self->group);
  g_free (self->category);
  g_free (self->kind);
  g_free (self->lens);
  g_free (self->rows);
  g_free (self->columns);
}
