/* What is done to the plan of a workshop as a whole: each thing one transaction and one step. */

#include "eh-plan-edit.h"

#include "config.h"
#include "eh-db.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
activities_of (EhStore *store, EhId workshop_id)
{
  return eh_reader_list_of (eh_store_get_db (store), &eh_activity_row_type, "workshop_id",
                            workshop_id);
}

static double
after_last (GPtrArray *activities)
{
  const EhActivity *last = activities->len > 0 ? activities->pdata[activities->len - 1] : NULL;

  return last != NULL ? last->position + 1 : 1;
}

static gboolean
put_copies (EhStore *store, EhId workshop_id, GPtrArray *activities, GError **error)
{
  g_autoptr (GPtrArray) there = activities_of (store, workshop_id);
  double position = after_last (there);

  for (guint i = 0; i < activities->len; i++) {
    g_autoptr (EhActivity) copy = eh_activity_copy (activities->pdata[i]);

    copy->id = eh_id_new ();
    copy->workshop_id = workshop_id;
    copy->position = position + i;
    if (!eh_store_put (store, &eh_activity_row_type, copy, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
end (EhStore *store, gboolean well, GError **error)
{
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

/**
 * eh_plan_add_activities:
 * @store: the store of the project
 * @workshop_id: a workshop
 * @activities: (element-type EhActivity): what to add, in order; their ids and places are not used
 * @label: what the step of the history is called
 * @error: set to a #EhStoreError
 *
 * Adds copies of them after what is there, as one step.
 *
 * Returns: whether they are there; when not, nothing has changed
 */
gboolean
eh_plan_add_activities (
    EhStore *store, EhId workshop_id, GPtrArray *activities, const char *label, GError **error)
{
  if (!eh_store_begin (store, label, error))
    return FALSE;
  return end (store, put_copies (store, workshop_id, activities, error), error);
}

/**
 * eh_plan_copy_run_sheet:
 * @store: the store of the project
 * @from_id: a workshop with activities
 * @to_id: the workshop that gets copies of them, after its own
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there; when not, nothing has changed
 */
gboolean
eh_plan_copy_run_sheet (EhStore *store, EhId from_id, EhId to_id, GError **error)
{
  g_autoptr (GPtrArray) activities = activities_of (store, from_id);

  return eh_plan_add_activities (store, to_id, activities, _ ("Copied a run sheet"), error);
}

/* The next position after that of @activity in its run sheet. */
static double
after (GPtrArray *activities, const EhActivity *activity)
{
  for (guint i = 0; i + 1 < activities->len; i++)
    if (eh_row_id (activities->pdata[i]) == activity->id)
      return (activity->position + ((EhActivity *) activities->pdata[i + 1])->position) / 2;
  return activity->position + 1;
}

/**
 * eh_plan_duplicate_activity:
 * @store: the store of the project
 * @activity_id: an activity
 * @error: set to a #EhStoreError
 *
 * Returns: its copy, which comes right after it; %EH_ID_NONE if there is none
 */
EhId
eh_plan_duplicate_activity (EhStore *store, EhId activity_id, GError **error)
{
  g_autoptr (EhActivity) activity = eh_reader_get (eh_store_get_db (store), &eh_activity_row_type,
                                                   activity_id);
  g_autoptr (GPtrArray) all = NULL;

  if (activity == NULL) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                         _ ("That activity is not in the project any more."));
    return EH_ID_NONE;
  }
  all = activities_of (store, activity->workshop_id);
  activity->position = after (all, activity);
  activity->id = eh_id_new ();
  if (!eh_store_put_one (store, &eh_activity_row_type, activity, _ ("Copied an activity"), NULL,
                         error))
    return EH_ID_NONE;
  return activity->id;
}

static GPtrArray *
rules_of (EhStore *store, EhId workshop_id)
{
  return eh_reader_list_of (eh_store_get_db (store), &eh_ground_rule_row_type, "workshop_id",
                            workshop_id);
}

/**
 * eh_plan_agree_rules:
 * @store: the store of the project
 * @workshop_id: a workshop
 * @agreed_by: keys of the role groups that agree, separated by spaces
 * @agreed_on: the date
 * @error: set to a #EhStoreError
 *
 * Every line of the workshop's agreement is agreed, as one step.
 *
 * Returns: whether it is written; when not, nothing has changed
 */
gboolean
eh_plan_agree_rules (
    EhStore *store, EhId workshop_id, const char *agreed_by, const char *agreed_on, GError **error)
{
  g_autoptr (GPtrArray) rules = rules_of (store, workshop_id);
  gboolean well = TRUE;

  if (!eh_store_begin (store, _ ("Agreed on how to work together"), error))
    return FALSE;
  for (guint i = 0; well && i < rules->len; i++) {
    EhGroundRule *rule = rules->pdata[i];

    eh_set_str (&rule->agreed_by, agreed_by);
    eh_set_str (&rule->agreed_on, agreed_on);
    well = eh_store_put (store, &eh_ground_rule_row_type, rule, error);
  }
  return end (store, well, error);
}

/**
 * eh_plan_copy_rules:
 * @store: the store of the project
 * @from_id: a workshop with an agreement
 * @to_id: the workshop that gets its lines, after its own, to be agreed anew
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there; when not, nothing has changed
 */
gboolean
eh_plan_copy_rules (EhStore *store, EhId from_id, EhId to_id, GError **error)
{
  g_autoptr (GPtrArray) rules = rules_of (store, from_id);
  g_autoptr (GPtrArray) there = rules_of (store, to_id);
  const EhGroundRule *last = there->len > 0 ? there->pdata[there->len - 1] : NULL;
  double position = last != NULL ? last->position + 1 : 1;
  gboolean well = TRUE;

  if (!eh_store_begin (store, _ ("Copied a working agreement"), error))
    return FALSE;
  for (guint i = 0; well && i < rules->len; i++) {
    EhGroundRule *rule = rules->pdata[i];

    rule->id = eh_id_new ();
    rule->workshop_id = to_id;
    rule->position = position + i;
    eh_set_str (&rule->agreed_by, "");
    eh_set_str (&rule->agreed_on, "");
    well = eh_store_put (store, &eh_ground_rule_row_type, rule, error);
  }
  return end (store, well, error);
}
