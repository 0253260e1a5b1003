/* Insights as `list` and `search` show them. */

#include "eh-insight-list.h"

#include "config.h"
#include "eh-table-out.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
add_rows (EhDb *db, const EhRowType *type, const char *column, EhId id, GPtrArray *rows)
{
  GPtrArray *read = eh_reader_list_of (db, type, column, id);

  g_ptr_array_extend_and_steal (rows, read);
}

/**
 * eh_insight_list_dataset:
 * @db: a connection
 * @ids: (element-type EhId): insights
 *
 * Returns: (transfer full): those insights, in that order, with what eh_insight_list_print() shows
 *   of them: a search need not read a whole project
 */
EhDataset *
eh_insight_list_dataset (EhDb *db, GArray *ids)
{
  EhDataset *dataset = eh_dataset_new ();

  add_rows (db, &eh_role_group_row_type, NULL, EH_ID_NONE, dataset->role_groups);
  add_rows (db, &eh_participant_row_type, NULL, EH_ID_NONE, dataset->participants);
  add_rows (db, &eh_workshop_row_type, NULL, EH_ID_NONE, dataset->workshops);
  add_rows (db, &eh_category_row_type, NULL, EH_ID_NONE, dataset->categories);
  for (guint i = 0; i < ids->len; i++) {
    EhId id = g_array_index (ids, EhId, i);
    EhInsight *insight = eh_reader_get (db, &eh_insight_row_type, id);

    if (insight == NULL)
      continue;
    g_ptr_array_add (dataset->insights, insight);
    add_rows (db, &eh_contributor_row_type, "insight_id", id, dataset->contributors);
    add_rows (db, &eh_mapping_row_type, "insight_id", id, dataset->mappings);
  }
  eh_dataset_freeze (dataset);
  return dataset;
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_once (GPtrArray *texts, const char *text)
{
  if (text[0] != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, (gpointer) text);
}

/* Sorted, because the file keeps contributors in no order. */
static GPtrArray *
people_of (EhDataset *dataset, const EhInsight *insight)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n;
  const EhDatasetLink *contributors = eh_dataset_contributors_of (dataset, insight->id, &n);

  for (guint i = 0; i < n; i++) {
    EhContributor *contributor = contributors[i].row;
    EhParticipant *person = eh_dataset_participant (dataset, contributor->participant_id);

    if (person != NULL)
      g_ptr_array_add (names, person->name);
  }
  g_ptr_array_sort (names, compare_text);
  return names;
}

static GPtrArray *
groups_of (EhDataset *dataset, const EhInsight *insight)
{
  GPtrArray *labels = g_ptr_array_new ();
  guint n;
  const EhDatasetLink *contributors = eh_dataset_contributors_of (dataset, insight->id, &n);
  EhRoleGroup *group = eh_dataset_role_group (dataset, insight->role_group_id);

  if (group != NULL)
    g_ptr_array_add (labels, group->label);
  for (guint i = 0; i < n; i++) {
    EhContributor *contributor = contributors[i].row;
    EhParticipant *person = eh_dataset_participant (dataset, contributor->participant_id);

    group = eh_dataset_role_group (dataset, contributor->speaking_as != EH_ID_NONE
                                                ? contributor->speaking_as
                                            : person != NULL ? person->role_group_id
                                                             : EH_ID_NONE);
    if (group != NULL)
      add_once (labels, group->label);
  }
  g_ptr_array_sort (labels, compare_text);
  return labels;
}

static GPtrArray *
categories_of (EhDataset *dataset, const EhInsight *insight)
{
  GPtrArray *keys = g_ptr_array_new ();
  guint n;
  const EhDatasetLink *mappings = eh_dataset_mappings_of (dataset, insight->id, &n);

  for (guint i = 0; i < n; i++) {
    EhMapping *mapping = mappings[i].row;
    EhCategory *category = eh_dataset_category (dataset, mapping->category_id);

    if (category != NULL)
      add_once (keys, category->key);
  }
  g_ptr_array_sort (keys, compare_text);
  return keys;
}

static const char *
workshop_of (EhDataset *dataset, const EhInsight *insight)
{
  EhWorkshop *workshop = eh_dataset_workshop (dataset, insight->workshop_id);

  return workshop != NULL ? workshop->title : "";
}

static void
add_texts (EhJsonOut *json, const char *name, GPtrArray *texts)
{
  eh_json_out_begin_array (json, name);
  for (guint i = 0; i < texts->len; i++)
    eh_json_out_text (json, NULL, texts->pdata[i]);
  eh_json_out_end_array (json);
}

static void
add_json (EhJsonOut *json, EhDataset *dataset, const EhInsight *insight)
{
  g_autoptr (GPtrArray) people = people_of (dataset, insight);
  g_autoptr (GPtrArray) groups = groups_of (dataset, insight);
  g_autoptr (GPtrArray) categories = categories_of (dataset, insight);
  g_autofree char *group = eh_text_join (groups, "; ");
  g_autoptr (GDateTime) time = insight->said_at != 0
                                   ? g_date_time_new_from_unix_local (insight->said_at)
                                   : NULL;
  g_autofree char *when = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  eh_json_out_begin_object (json, NULL);
  eh_json_out_id (json, "id", insight->id);
  eh_json_out_text (json, "text", insight->text);
  eh_json_out_text_or_null (
      json, "kind",
      insight->kind == EH_INSIGHT_KIND_NONE
          ? NULL
          : eh_vocabulary_key (&eh_insight_kind_vocabulary, (int) insight->kind));
  eh_json_out_text_or_null (json, "workshop", workshop_of (dataset, insight));
  add_texts (json, "people", people);
  eh_json_out_text_or_null (json, "group", group);
  add_texts (json, "categories", categories);
  eh_json_out_text_or_null (json, "time", when);
  eh_json_out_end_object (json);
}

static int
print_json (EhDataset *dataset)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();

  eh_json_out_begin_array (json, NULL);
  for (guint i = 0; i < dataset->insights->len; i++)
    add_json (json, dataset, dataset->insights->pdata[i]);
  eh_json_out_end_array (json);
  return eh_cli_print_json (json);
}

/**
 * eh_insight_list_print:
 * @dataset: a project, or a part of it
 * @json: whether for another program
 *
 * Prints every insight of @dataset, in its order.
 *
 * Returns: the exit status
 */
int
eh_insight_list_print (EhDataset *dataset, gboolean json)
{
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  if (json)
    return print_json (dataset);
  if (dataset->insights->len == 0)
    return EH_CLI_DONE;
  eh_table_out_column (table, _ ("Who"), FALSE, 28);
  eh_table_out_column (table, _ ("Kind"), FALSE, 0);
  eh_table_out_column (table, _ ("Insight"), FALSE, 100);
  for (guint i = 0; i < dataset->insights->len; i++) {
    EhInsight *insight = dataset->insights->pdata[i];
    g_autoptr (GPtrArray) people = people_of (dataset, insight);
    g_autoptr (GPtrArray) groups = groups_of (dataset, insight);

    eh_table_out_cell_take (table, eh_text_join (people->len > 0 ? people : groups, ", "));
    eh_table_out_cell (
        table, insight->kind == EH_INSIGHT_KIND_NONE
                   ? ""
                   : eh_vocabulary_label (&eh_insight_kind_vocabulary, (int) insight->kind));
    eh_table_out_cell (table, insight->text);
  }
  eh_table_out_write (table, out);
  return eh_cli_print (out);
}
