/* The sample project is whole, is what it says it is, and is the same wherever it is made. */

#include "eh-access-need.h"
#include "eh-dataset.h"
#include "eh-preset.h"
#include "eh-sample.h"

#include <string.h>

typedef struct {
  EhRowSet *rows;
  GHashTable *ids;
} Fixture;

static void
know (GHashTable *ids, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, g_memdup2 (rows->pdata[i], sizeof (EhId)));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = eh_preset_role_groups (EH_PRESET_GROUPS_USUAL);
  g_autoptr (GPtrArray) categories = NULL;
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (EhFramework) framework = NULL;

  self->rows = eh_sample_rows ();
  self->ids = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  eh_preset_framework_rows (EH_PRESET_DEFAULT_FRAMEWORK, &framework, &categories);
  eh_preset_resource_rows (&resources, &places);
  know (self->ids, groups);
  know (self->ids, categories);
  know (self->ids, resources);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  eh_row_set_free (self->rows);
  g_hash_table_unref (self->ids);
}

static GPtrArray *
rows_of (Fixture *self, const EhRowType *type)
{
  GPtrArray *rows = eh_row_set_rows (self->rows, type);

  g_assert_nonnull (rows);
  return rows;
}

/* Every reference is to a row that was inserted before: in another table further up, or in the same
 * one. A consent has the id of its person. */
static void
test_references (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->rows->tables->len; i++) {
    EhRowTable *table = self->rows->tables->pdata[i];

    for (guint j = 0; j < table->rows->len; j++) {
      EhId id = eh_row_id (table->rows->pdata[j]);

      g_assert_cmpint (id, !=, EH_ID_NONE);
      if (table->type == &eh_consent_row_type)
        g_assert_true (g_hash_table_contains (self->ids, &id));
      else
        g_assert_true (g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id)));
      for (guint k = 1; k < table->type->n_fields; k++) {
        const EhField *field = &table->type->fields[k];
        EhId *reference = (EhId *) (gpointer) ((char *) table->rows->pdata[j] + field->offset);

        if (field->kind == EH_FIELD_ID && *reference != EH_ID_NONE)
          g_assert_true (g_hash_table_contains (self->ids, reference));
      }
    }
  }
}

static guint
count_in_group (Fixture *self, const char *key)
{
  GPtrArray *people = rows_of (self, &eh_participant_row_type);
  EhId group = eh_id_from_key ("role_group", key);
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    if (((EhParticipant *) people->pdata[i])->role_group_id == group)
      n++;
  return n;
}

static void
test_shape (Fixture *self, gconstpointer data)
{
  GPtrArray *people = rows_of (self, &eh_participant_row_type);
  GPtrArray *consents = rows_of (self, &eh_consent_row_type);
  guint credits = 0;
  guint levels = 0;
  guint withdrawn = 0;

  g_assert_cmpuint (count_in_group (self, "public"), ==, 12);
  g_assert_cmpuint (count_in_group (self, "practice"), ==, 3);
  g_assert_cmpuint (count_in_group (self, "research"), ==, 7);
  g_assert_cmpuint (count_in_group (self, "facilitator"), ==, 2);
  g_assert_cmpuint (rows_of (self, &eh_workshop_row_type)->len, ==, 2);
  for (guint i = 0; i < people->len; i++) {
    EhParticipant *person = people->pdata[i];

    credits |= 1u << person->credit;
    if (person->withdrawal != EH_WITHDRAWAL_NONE)
      withdrawn++;
  }
  for (guint i = 0; i < consents->len; i++)
    levels |= 1u << ((EhConsent *) consents->pdata[i])->quote;
  /* Somebody has not been asked, and so has no consent at all. */
  g_assert_cmpuint (consents->len, ==, people->len - 1);
  g_assert_cmpuint (credits, ==, (1u << EH_CREDIT_N_VALUES) - 1);
  g_assert_cmpuint (levels | 1u, ==, (1u << EH_QUOTE_LEVEL_N_VALUES) - 1);
  g_assert_cmpuint (withdrawn, ==, 1);
}

static guint
count_contributions (Fixture *self, EhId participant_id)
{
  GPtrArray *contributors = rows_of (self, &eh_contributor_row_type);
  guint n = 0;

  for (guint i = 0; i < contributors->len; i++)
    if (((EhContributor *) contributors->pdata[i])->participant_id == participant_id)
      n++;
  return n;
}

/* Nobody speaks at a workshop that they were not at, and who withdrew has no words in it. */
static void
test_voices (Fixture *self, gconstpointer data)
{
  GPtrArray *people = rows_of (self, &eh_participant_row_type);
  GPtrArray *insights = rows_of (self, &eh_insight_row_type);
  GPtrArray *contributors = rows_of (self, &eh_contributor_row_type);
  g_autoptr (GHashTable) workshop_of = g_hash_table_new (eh_id_hash, eh_id_equal);
  guint silent = 0;

  for (guint i = 0; i < people->len; i++) {
    EhParticipant *person = people->pdata[i];
    guint n = count_contributions (self, person->id);

    if (person->withdrawal != EH_WITHDRAWAL_NONE)
      g_assert_cmpuint (n, ==, 0);
    else if (n == 0 && person->role_group_id == eh_id_from_key ("role_group", "public"))
      silent++;
  }
  g_assert_cmpuint (silent, ==, 1);
  for (guint i = 0; i < insights->len; i++) {
    EhInsight *insight = insights->pdata[i];

    g_hash_table_insert (workshop_of, &insight->id, &insight->workshop_id);
  }
  for (guint i = 0; i < contributors->len; i++) {
    EhContributor *row = contributors->pdata[i];
    EhId *workshop = g_hash_table_lookup (workshop_of, &row->insight_id);
    EhId attendance = eh_id_from_pair ("attendance", *workshop, row->participant_id);
    GPtrArray *attendances = rows_of (self, &eh_attendance_row_type);
    gboolean there = FALSE;

    for (guint j = 0; j < attendances->len; j++) {
      EhAttendance *candidate = attendances->pdata[j];

      there = there || (candidate->id == attendance && candidate->status != EH_PRESENCE_APOLOGIES &&
                        candidate->status != EH_PRESENCE_ABSENT);
    }
    g_assert_true (there);
  }
}

static void
test_guidance (Fixture *self, gconstpointer data)
{
  GPtrArray *blocks = rows_of (self, &eh_block_row_type);
  GPtrArray *evidences = rows_of (self, &eh_evidence_row_type);
  guint n = 0;
  guint untraced = 0;

  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];
    gboolean traced = FALSE;

    if (block->kind == EH_BLOCK_KIND_QUOTATION)
      g_assert_cmpint (block->insight_id, !=, EH_ID_NONE);
    if (block->kind != EH_BLOCK_KIND_RECOMMENDATION)
      continue;
    for (guint j = 0; j < evidences->len; j++)
      traced = traced || ((EhEvidence *) evidences->pdata[j])->block_id == block->id;
    n++;
    untraced += traced ? 0 : 1;
  }
  g_assert_cmpuint (n, ==, 10);
  g_assert_cmpuint (untraced, ==, 2);
}

/* The ids are those of any other making, and rise from insight to insight. */
static void
test_same_everywhere (Fixture *self, gconstpointer data)
{
  g_autoptr (EhRowSet) again = NULL;
  GPtrArray *insights = rows_of (self, &eh_insight_row_type);
  GPtrArray *others;

  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  again = eh_sample_rows ();
  others = eh_row_set_rows (again, &eh_insight_row_type);
  for (guint i = 0; i < insights->len; i++) {
    g_assert_cmpint (eh_row_id (insights->pdata[i]), ==, eh_row_id (others->pdata[i]));
    if (i > 0)
      g_assert_cmpint (eh_row_id (insights->pdata[i]), >, eh_row_id (insights->pdata[i - 1]));
  }
}

static void
test_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (EhProject) project = eh_project_new ();

  eh_sample_fill_project (project);
  g_assert_true (project->sample);
  g_assert_nonnull (strstr (project->title, "sample"));
  g_assert_nonnull (strstr (project->subtitle, "invented"));
  g_assert_cmpint (project->threshold, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/sample/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("references", test_references);
  ADD ("shape", test_shape);
  ADD ("voices", test_voices);
  ADD ("guidance", test_guidance);
  ADD ("same-everywhere", test_same_everywhere);
  ADD ("says-so", test_says_so);
  return g_test_run ();
}
