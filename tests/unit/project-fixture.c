#include "project-fixture.h"

#include "eh-text.h"

/* Ids only have to differ; small ones read well in a failure. */
static EhId
next_id (EhDataset *project)
{
  return (EhId) (1 + project->role_groups->len + project->participants->len +
                 project->workshops->len + project->insights->len + project->contributors->len +
                 project->categories->len + project->mappings->len + project->blocks->len +
                 project->evidences->len + project->attendances->len);
}

EhDataset *
project_new (void)
{
  EhDataset *project = eh_dataset_new ();
  EhFramework *framework = eh_framework_new ();
  EhGuidance *guidance = eh_guidance_new ();

  project->project->id = 1;
  project->project->threshold = 5;
  project->project->framework_id = framework->id = 900001;
  eh_set_str (&project->project->guid, "7e1f3f5e-4a77-4a4e-9d53-0d5f8f0d7c11");
  g_ptr_array_add (project->frameworks, framework);
  guidance->id = 900002;
  g_ptr_array_add (project->guidances, guidance);
  return project;
}

EhId
project_group (EhDataset *project, const char *key, const char *label, const char *singular)
{
  EhRoleGroup *row = eh_role_group_new ();

  row->id = next_id (project);
  row->slot = project->role_groups->len;
  row->in_voice = TRUE;
  eh_set_str (&row->key, key);
  eh_set_str (&row->label, label);
  eh_set_str (&row->singular, singular);
  g_ptr_array_add (project->role_groups, row);
  return row->id;
}

EhId
project_facilitators (EhDataset *project)
{
  EhId id = project_group (project, "facilitator", "Facilitators", "facilitator");

  ((EhRoleGroup *) project->role_groups->pdata[project->role_groups->len - 1])->in_voice = FALSE;
  return id;
}

EhId
project_workshop (EhDataset *project, const char *title)
{
  EhWorkshop *row = eh_workshop_new ();

  row->id = next_id (project);
  eh_set_str (&row->title, title);
  g_ptr_array_add (project->workshops, row);
  return row->id;
}

EhId
project_person (EhDataset *project, const char *name, EhId group)
{
  EhParticipant *row = eh_participant_new ();

  row->id = next_id (project);
  row->role_group_id = group;
  eh_set_str (&row->name, name);
  g_ptr_array_add (project->participants, row);
  return row->id;
}

/* Adds @n people whose ids go into @people. */
void
project_people (EhDataset *project, EhId group, guint n, EhId *people)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("Person %" G_GINT64_FORMAT "-%u", group, i + 1);

    people[i] = project_person (project, name, group);
  }
}

EhAttendance *
project_attend (EhDataset *project, EhId workshop, EhId person)
{
  EhAttendance *row = eh_attendance_new ();

  row->id = next_id (project);
  row->workshop_id = workshop;
  row->participant_id = person;
  g_ptr_array_add (project->attendances, row);
  return row;
}

EhInsight *
project_insight (EhDataset *project, EhId workshop)
{
  EhInsight *row = eh_insight_new ();

  row->id = next_id (project);
  row->workshop_id = workshop;
  eh_set_str (&row->text, "Sample words.");
  g_ptr_array_add (project->insights, row);
  return row;
}

EhContributor *
project_say (EhDataset *project, EhInsight *insight, EhId person)
{
  EhContributor *row = eh_contributor_new ();

  row->id = next_id (project);
  row->insight_id = insight->id;
  row->participant_id = person;
  g_ptr_array_add (project->contributors, row);
  return row;
}

EhId
project_category (EhDataset *project, EhId parent, const char *key)
{
  EhCategory *row = eh_category_new ();

  row->id = next_id (project);
  row->framework_id = project->project->framework_id;
  row->parent_id = parent;
  row->slot = project->categories->len;
  eh_set_str (&row->key, key);
  eh_set_str (&row->label, key);
  g_ptr_array_add (project->categories, row);
  return row->id;
}

void
project_place (EhDataset *project, EhInsight *insight, EhId category, const char *coder)
{
  EhMapping *row = eh_mapping_new ();

  row->id = next_id (project);
  row->insight_id = insight->id;
  row->category_id = category;
  eh_set_str (&row->coder, coder);
  g_ptr_array_add (project->mappings, row);
}

EhBlock *
project_recommend (EhDataset *project)
{
  EhBlock *row = eh_block_new ();

  row->id = next_id (project);
  row->guidance_id = 900002;
  row->kind = EH_BLOCK_KIND_RECOMMENDATION;
  eh_set_str (&row->text, "Do this.");
  g_ptr_array_add (project->blocks, row);
  return row;
}

EhEvidence *
project_rest (EhDataset *project, EhBlock *block, EhInsight *insight)
{
  EhEvidence *row = eh_evidence_new ();

  row->id = next_id (project);
  row->block_id = block->id;
  row->insight_id = insight->id;
  g_ptr_array_add (project->evidences, row);
  return row;
}

EhParticipant *
project_find (EhDataset *project, EhId person)
{
  for (guint i = 0; i < project->participants->len; i++)
    if (((EhParticipant *) project->participants->pdata[i])->id == person)
      return project->participants->pdata[i];
  return NULL;
}

EhConsent *
project_consent (EhDataset *project, EhId person, EhQuoteLevel quote)
{
  EhConsent *row = eh_consent_new ();

  row->id = person;
  row->take_part = EH_ANSWER_YES;
  row->quote = quote;
  row->show_first = FALSE;
  g_ptr_array_add (project->consents, row);
  return row;
}

static void
add_side (EhDataset *project, EhId workshop, EhId group, guint n, guint n_insights, guint n_carried)
{
  EhId people[16];

  project_people (project, group, n, people);
  for (guint i = 0; i < n; i++)
    project_attend (project, workshop, people[i]);
  for (guint i = 0; i < n_insights; i++) {
    EhInsight *insight = project_insight (project, workshop);

    project_say (project, insight, people[i % n]);
    if (i < n_carried)
      project_rest (project, project_recommend (project), insight);
  }
}

static EhDataset *
build_phase_1 (guint unattributed, const guint insights[3], const guint carried[3])
{
  EhDataset *project = project_new ();
  EhId public = project_group (project, "public", "Public contributors", "public contributor");
  EhId staff = project_group (project, "staff", "Health and care staff", "member of staff");
  EhId research = project_group (project, "research", "Researchers", "researcher");
  EhId workshop = project_workshop (project, "Workshop 1");

  add_side (project, workshop, public, PHASE_1_PUBLIC, insights[0], carried[0]);
  add_side (project, workshop, staff, PHASE_1_STAFF, insights[1], carried[1]);
  add_side (project, workshop, research, PHASE_1_RESEARCH, insights[2], carried[2]);
  for (guint i = 0; i < unattributed; i++)
    project_insight (project, workshop);
  return project;
}

/* The people of phase 1 and no insights. Not frozen. */
EhDataset *
project_phase_1 (void)
{
  static const guint none[3] = { 0, 0, 0 };

  return build_phase_1 (0, none, none);
}

/* Phase 1 with 21, 9 and 28 insights, 4 with no name, and 30 recommendations that rest on 9, 6 and
 * 15 of them. Not frozen. */
EhDataset *
project_worked_example (void)
{
  static const guint insights[3] = { 21, 9, 28 };
  static const guint carried[3] = { 9, 6, 15 };

  return build_phase_1 (4, insights, carried);
}
