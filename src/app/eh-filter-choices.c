/* What insights and charts are narrowed to, as choices of a button: a workshop, a group, a
 * category, a kind. The first choice of each asks for nothing. */

#include "eh-filter-choices.h"

#include "eh-category.h"
#include "eh-framework.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-vocabulary.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define DEEPEST 4

static void
begin (EhChoiceButton *button, EhId any, const char *label)
{
  eh_choice_button_clear (button);
  eh_choice_button_add (button, any, label, 0, NULL, EH_CHOICE_NO_MARKER);
  eh_choice_button_set_resting (button, any);
}

/**
 * eh_filter_choices_fill_workshops:
 * @button: a choice
 * @db: a project
 *
 * Lets choose among the workshops; what was chosen stays.
 *
 * Returns: how many workshops there are
 */
guint
eh_filter_choices_fill_workshops (EhChoiceButton *button, EhDb *db)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_workshop_row_type);

  begin (button, EH_ID_NONE, _ ("Every workshop"));
  for (guint i = 0; i < rows->len; i++) {
    const EhWorkshop *row = rows->pdata[i];

    eh_choice_button_add (button, row->id, row->title, 0, NULL, EH_CHOICE_NO_MARKER);
  }
  return rows->len;
}

/**
 * eh_filter_choices_fill_groups:
 * @button: a choice
 * @db: a project
 *
 * Lets choose among the role groups; what was chosen stays.
 */
void
eh_filter_choices_fill_groups (EhChoiceButton *button, EhDb *db)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_role_group_row_type);

  begin (button, EH_ID_NONE, _ ("Every group"));
  for (guint i = 0; i < rows->len; i++) {
    const EhRoleGroup *row = rows->pdata[i];

    eh_choice_button_add (button, row->id, row->label, 0, NULL, (int) row->slot);
  }
}

static void
add_below (EhChoiceButton *button, GPtrArray *rows, EhId parent_id, guint depth)
{
  for (guint i = 0; i < rows->len && depth < DEEPEST; i++) {
    const EhCategory *row = rows->pdata[i];

    if (row->parent_id != parent_id)
      continue;
    eh_choice_button_add (button, row->id, row->label, depth, NULL, EH_CHOICE_NO_MARKER);
    add_below (button, rows, row->id, depth + 1);
  }
}

/**
 * eh_filter_choices_fill_frameworks:
 * @button: a choice
 * @db: a project
 *
 * Lets choose among the frameworks of the project; its own choice is the one that asks for nothing,
 * and is chosen where what was chosen is not there any more.
 */
void
eh_filter_choices_fill_frameworks (EhChoiceButton *button, EhDb *db)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_framework_row_type);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  EhId chosen = eh_choice_button_get_selected (button);
  gboolean there = FALSE;

  eh_choice_button_clear (button);
  for (guint i = 0; i < rows->len; i++) {
    const EhFramework *row = rows->pdata[i];

    eh_choice_button_add (button, row->id, row->name, 0, NULL, EH_CHOICE_NO_MARKER);
    there |= row->id == chosen;
  }
  if (project == NULL)
    return;
  eh_choice_button_set_resting (button, project->framework_id);
  if (!there)
    eh_choice_button_set_selected (button, project->framework_id);
}

/**
 * eh_filter_choices_fill_categories:
 * @button: a choice
 * @db: a project
 * @framework_id: a framework; none for the project's own choice
 *
 * Lets choose among the categories of a framework; what was chosen stays.
 */
void
eh_filter_choices_fill_categories (EhChoiceButton *button, EhDb *db, EhId framework_id)
{
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autoptr (GPtrArray) rows = NULL;

  begin (button, EH_ID_NONE, _ ("Every category"));
  if (project == NULL)
    return;
  rows = eh_reader_list_of (db, &eh_category_row_type, "framework_id",
                            framework_id != EH_ID_NONE ? framework_id : project->framework_id);
  add_below (button, rows, EH_ID_NONE, 0);
}

/**
 * eh_filter_choices_fill_subjects:
 * @button: a choice
 * @db: a project
 *
 * Lets choose the category that a part of a document is about, among those of every framework of
 * the project, its own first; what was chosen stays.
 */
void
eh_filter_choices_fill_subjects (EhChoiceButton *button, EhDb *db)
{
  g_autoptr (GPtrArray) frameworks = eh_reader_list (db, &eh_framework_row_type);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  EhId own = project != NULL ? project->framework_id : EH_ID_NONE;

  begin (button, EH_ID_NONE, _ ("No category"));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < frameworks->len; i++) {
      EhId id = eh_row_id (frameworks->pdata[i]);
      g_autoptr (GPtrArray) rows = NULL;

      if ((id == own) != (pass == 0))
        continue;
      rows = eh_reader_list_of (db, &eh_category_row_type, "framework_id", id);
      add_below (button, rows, EH_ID_NONE, 0);
    }
}

/**
 * eh_filter_choices_fill_kinds:
 * @button: a choice
 *
 * Lets choose among the kinds of insight, %EH_FILTER_ANY_KIND first, which is chosen.
 */
void
eh_filter_choices_fill_kinds (EhChoiceButton *button)
{
  begin (button, EH_FILTER_ANY_KIND, _ ("Every kind"));
  for (int i = 0; i < EH_INSIGHT_KIND_N_VALUES; i++)
    eh_choice_button_add (button, i,
                          i == EH_INSIGHT_KIND_NONE
                              ? _ ("Kind not said")
                              : eh_vocabulary_label (&eh_insight_kind_vocabulary, i),
                          0, NULL, EH_CHOICE_NO_MARKER);
  eh_choice_button_set_selected (button, EH_FILTER_ANY_KIND);
}
