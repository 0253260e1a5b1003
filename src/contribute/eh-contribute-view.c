/* What phones are shown of a project, read on the thread of the window and handed over whole. */

#include "eh-contribute-view.h"

#include "eh-slip.h"
#include "eh-text.h"

#define MOST_ON_WALL 200

static void
group_free (EhContributeGroup *self)
{
  g_free (self->label);
  g_free (self);
}

static void
read_groups (EhContributeView *self, EhDb *db)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_role_group_row_type);

  for (guint i = 0; i < rows->len; i++) {
    const EhRoleGroup *row = rows->pdata[i];
    EhContributeGroup *group;

    if (row->retired)
      continue;
    group = g_new0 (EhContributeGroup, 1);
    group->id = row->id;
    group->label = g_strdup (eh_text_is_blank (row->singular) ? row->label : row->singular);
    g_ptr_array_add (self->groups, group);
  }
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  EhId left = (*(const EhPublicInsight *const *) a)->id;
  EhId right = (*(const EhPublicInsight *const *) b)->id;

  return (left < right) - (left > right);
}

static GPtrArray *
read_wall (EhPublicDataset *wall, EhId workshop_id)
{
  EhFilter filter = { .workshop_id = workshop_id };
  GPtrArray *insights = eh_public_dataset_insights (wall, &filter);

  g_ptr_array_sort (insights, newest_first);
  if (insights->len > MOST_ON_WALL)
    g_ptr_array_remove_range (insights, MOST_ON_WALL, insights->len - MOST_ON_WALL);
  return insights;
}

/**
 * eh_contribute_view_new:
 * @db: a connection
 * @workshop_id: where what is sent belongs, or none
 * @activity_id: whose prompt is the question, or none
 * @straight: whether nothing waits for a nod
 * @asks: what is asked about who writes
 * @wall: (nullable): what has passed the gate, to share the wall
 *
 * Returns: (transfer full): what phones are shown
 */
EhContributeView *
eh_contribute_view_new (EhDb *db,
                        EhId workshop_id,
                        EhId activity_id,
                        gboolean straight,
                        EhContributeAsk asks,
                        EhPublicDataset *wall)
{
  EhContributeView *self = g_new0 (EhContributeView, 1);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autoptr (EhWorkshop) workshop = eh_reader_get (db, &eh_workshop_row_type, workshop_id);
  g_autoptr (EhActivity) activity = eh_reader_get (db, &eh_activity_row_type, activity_id);

  g_atomic_ref_count_init (&self->references);
  self->project = g_strdup (project != NULL ? project->title : "");
  self->language = g_strdup (project != NULL ? project->language : "");
  self->workshop = g_strdup (workshop != NULL ? workshop->title : "");
  self->question = eh_text_clean_line (activity != NULL ? activity->prompt : "");
  self->workshop_id = eh_row_id (workshop);
  self->activity_id = eh_row_id (activity);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  if ((asks & EH_CONTRIBUTE_ASK_GROUP) != 0)
    read_groups (self, db);
  self->has_slips = (asks & EH_CONTRIBUTE_ASK_CODE) != 0 &&
                    eh_reader_count (db, &eh_slip_row_type) > 0;
  self->straight = straight;
  if (wall != NULL)
    self->wall = read_wall (wall, workshop_id);
  return self;
}

EhContributeView *
eh_contribute_view_ref (EhContributeView *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
eh_contribute_view_unref (EhContributeView *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->project);
  g_free (self->language);
  g_free (self->workshop);
  g_free (self->question);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->wall, g_ptr_array_unref);
  g_free (self);
}

/**
 * eh_contribute_view_has_group:
 * @self: what phones are shown
 * @id: what a phone sent
 *
 * Returns: whether it is one of the groups to choose from
 */
gboolean
eh_contribute_view_has_group (const EhContributeView *self, EhId id)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((const EhContributeGroup *) self->groups->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}
