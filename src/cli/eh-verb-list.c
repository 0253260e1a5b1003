/* evenhand list: what a project holds, of one sort. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-insight-list.h"
#include "eh-table-out.h"

#include <glib/gi18n-lib.h>

/* One way of showing a sort of row: the columns of the table, or the members of the JSON. */
typedef struct {
  EhJsonOut *json;   /* (nullable) */
  EhTableOut *table; /* (nullable) */
} Listing;

static void
add_column (Listing *listing, const char *header, gboolean number, guint max_width)
{
  if (listing->table != NULL)
    eh_table_out_column (listing->table, header, number, max_width);
}

static guint
count_by (GPtrArray *rows, gsize offset, EhId id)
{
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += *(EhId *) (gpointer) ((char *) rows->pdata[i] + offset) == id;
  return count;
}

/* How they want to hear what became of what they said; under the names of the columns of an import,
 * but with "_". */
static void
add_wishes (EhJsonOut *json, const EhParticipant *person, const EhConsent *consent)
{
  EhContactAfter after = consent != NULL ? consent->contact_after : EH_CONTACT_AFTER_UNKNOWN;

  eh_json_out_text (json, "contact",
                    eh_vocabulary_key (&eh_contact_by_vocabulary, (int) person->contact_by));
  eh_json_out_text (json, "keep_in_touch",
                    eh_vocabulary_key (&eh_contact_after_vocabulary, (int) after));
  eh_json_out_text_or_null (json, "greeting", person->greeting);
  eh_json_out_text (json, "letter_format",
                    eh_vocabulary_key (&eh_letter_format_vocabulary, (int) person->letter_format));
  eh_json_out_text_or_null (json, "letter_language", person->letter_language);
  eh_json_out_bool (json, "large_print", person->letter_large);
}

/* When and how they were told last what became of what they said. */
static void
add_told (EhJsonOut *json, EhDataset *dataset, EhId person_id)
{
  const EhTold *last = NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < dataset->tolds->len; i++) {
    const EhTold *told = dataset->tolds->pdata[i];

    if (told->participant_id == person_id && (last == NULL || last->told_at <= told->told_at))
      last = told;
  }
  if (last != NULL)
    moment = g_date_time_new_from_unix_local (last->told_at);
  if (moment != NULL)
    day = g_date_time_format (moment, "%F");
  eh_json_out_text_or_null (json, "told_on", day);
  eh_json_out_text_or_null (
      json, "told_how",
      last != NULL ? eh_vocabulary_key (&eh_told_how_vocabulary, (int) last->how) : NULL);
}

static void
list_people (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("Name"), FALSE, 32);
  add_column (listing, _ ("Group"), FALSE, 40);
  add_column (listing, _ ("Role"), FALSE, 24);
  add_column (listing, _ ("Credit"), FALSE, 0);
  add_column (listing, _ ("Insights"), TRUE, 0);
  for (guint i = 0; i < dataset->participants->len; i++) {
    EhParticipant *person = dataset->participants->pdata[i];
    EhRoleGroup *group = eh_dataset_role_group (dataset, person->role_group_id);
    EhConsent *consent = eh_dataset_consent (dataset, person->id);
    guint insights = count_by (dataset->contributors,
                               G_STRUCT_OFFSET (EhContributor, participant_id), person->id);

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_id (listing->json, "id", person->id);
      eh_json_out_text (listing->json, "name", person->name);
      eh_json_out_text_or_null (listing->json, "group", group != NULL ? group->label : NULL);
      eh_json_out_text_or_null (listing->json, "role", person->role);
      eh_json_out_text_or_null (listing->json, "organisation", person->organisation);
      eh_json_out_text_or_null (listing->json, "pseudonym", person->pseudonym);
      eh_json_out_text (listing->json, "credit",
                        eh_vocabulary_key (&eh_credit_vocabulary, (int) person->credit));
      eh_json_out_text (listing->json, "consent",
                        eh_vocabulary_key (&eh_answer_vocabulary, consent != NULL
                                                                      ? (int) consent->take_part
                                                                      : EH_ANSWER_UNKNOWN));
      eh_json_out_text (
          listing->json, "quote",
          eh_vocabulary_key (&eh_quote_level_vocabulary,
                             consent != NULL ? (int) consent->quote : EH_QUOTE_LEVEL_UNKNOWN));
      eh_json_out_text_or_null (listing->json, "biography", person->biography);
      add_wishes (listing->json, person, consent);
      add_told (listing->json, dataset, person->id);
      eh_json_out_bool (listing->json, "withdrawn", person->withdrawal != EH_WITHDRAWAL_NONE);
      eh_json_out_int (listing->json, "insights", insights);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, person->name);
      eh_table_out_cell (listing->table, group != NULL ? group->label : "");
      eh_table_out_cell (listing->table, person->role);
      eh_table_out_cell (listing->table,
                         eh_vocabulary_label (&eh_credit_vocabulary, (int) person->credit));
      eh_table_out_cell_count (listing->table, insights);
    }
  }
}

static guint
count_present (EhDataset *dataset, EhId workshop_id)
{
  guint count = 0;

  for (guint i = 0; i < dataset->attendances->len; i++) {
    EhAttendance *attendance = dataset->attendances->pdata[i];

    count += attendance->workshop_id == workshop_id &&
             attendance->status != EH_PRESENCE_APOLOGIES &&
             attendance->status != EH_PRESENCE_ABSENT;
  }
  return count;
}

static void
list_workshops (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("Date"), FALSE, 0);
  add_column (listing, _ ("Title"), FALSE, 40);
  add_column (listing, _ ("Place"), FALSE, 30);
  add_column (listing, _ ("People"), TRUE, 0);
  add_column (listing, _ ("Insights"), TRUE, 0);
  for (guint i = 0; i < dataset->workshops->len; i++) {
    EhWorkshop *workshop = dataset->workshops->pdata[i];
    guint people = count_present (dataset, workshop->id);
    guint insights = count_by (dataset->insights, G_STRUCT_OFFSET (EhInsight, workshop_id),
                               workshop->id);

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_id (listing->json, "id", workshop->id);
      eh_json_out_text (listing->json, "title", workshop->title);
      eh_json_out_text_or_null (listing->json, "date", workshop->date);
      eh_json_out_text_or_null (listing->json, "start", workshop->start_time);
      eh_json_out_text_or_null (listing->json, "place", workshop->place);
      eh_json_out_int (
          listing->json, "activities",
          count_by (dataset->activities, G_STRUCT_OFFSET (EhActivity, workshop_id), workshop->id));
      eh_json_out_int (listing->json, "people", people);
      eh_json_out_int (listing->json, "insights", insights);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, workshop->date);
      eh_table_out_cell (listing->table, workshop->title);
      eh_table_out_cell (listing->table, workshop->place);
      eh_table_out_cell_count (listing->table, people);
      eh_table_out_cell_count (listing->table, insights);
    }
  }
}

/* Distinct insights: two people may have placed one under the same category. */
static guint
count_placed (EhDataset *dataset, EhId category_id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < dataset->mappings->len; i++) {
    EhMapping *mapping = dataset->mappings->pdata[i];

    if (mapping->category_id == category_id)
      g_hash_table_add (seen, &mapping->insight_id);
  }
  return g_hash_table_size (seen);
}

static void
list_categories (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("ID"), FALSE, 0);
  add_column (listing, _ ("Label"), FALSE, 60);
  add_column (listing, _ ("Insights"), TRUE, 0);
  for (guint i = 0; i < dataset->categories->len; i++) {
    EhCategory *category = dataset->categories->pdata[i];
    EhCategory *parent = eh_dataset_category (dataset, category->parent_id);
    EhFramework *framework = eh_dataset_framework (dataset, category->framework_id);
    guint insights = count_placed (dataset, category->id);

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_text (listing->json, "id", category->key);
      eh_json_out_text (listing->json, "label", category->label);
      eh_json_out_text_or_null (listing->json, "parent", parent != NULL ? parent->key : NULL);
      eh_json_out_text_or_null (listing->json, "framework",
                                framework != NULL ? framework->key : NULL);
      eh_json_out_text_or_null (listing->json, "definition", category->definition);
      eh_json_out_int (listing->json, "insights", insights);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, category->key);
      eh_table_out_cell (listing->table, category->label);
      eh_table_out_cell_count (listing->table, insights);
    }
  }
}

static void
list_frameworks (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("ID"), FALSE, 0);
  add_column (listing, _ ("Name"), FALSE, 60);
  add_column (listing, _ ("Categories"), TRUE, 0);
  for (guint i = 0; i < dataset->frameworks->len; i++) {
    EhFramework *framework = dataset->frameworks->pdata[i];
    guint categories = count_by (dataset->categories, G_STRUCT_OFFSET (EhCategory, framework_id),
                                 framework->id);

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_text (listing->json, "id", framework->key);
      eh_json_out_text (listing->json, "name", framework->name);
      eh_json_out_text_or_null (listing->json, "source", framework->source);
      eh_json_out_bool (listing->json, "default", framework->id == dataset->project->framework_id);
      eh_json_out_int (listing->json, "categories", categories);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, framework->key);
      eh_table_out_cell (listing->table, framework->name);
      eh_table_out_cell_count (listing->table, categories);
    }
  }
}

static void
list_guidance (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("Title"), FALSE, 60);
  add_column (listing, _ ("Version"), FALSE, 0);
  add_column (listing, _ ("Status"), FALSE, 0);
  add_column (listing, _ ("Blocks"), TRUE, 0);
  for (guint i = 0; i < dataset->guidances->len; i++) {
    EhGuidance *guidance = dataset->guidances->pdata[i];
    guint blocks = count_by (dataset->blocks, G_STRUCT_OFFSET (EhBlock, guidance_id), guidance->id);

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_id (listing->json, "id", guidance->id);
      eh_json_out_text (listing->json, "title", guidance->title);
      eh_json_out_text_or_null (listing->json, "template", guidance->template);
      eh_json_out_text_or_null (listing->json, "version", guidance->version);
      eh_json_out_text (listing->json, "status",
                        eh_vocabulary_key (&eh_guidance_status_vocabulary, (int) guidance->status));
      eh_json_out_int (listing->json, "blocks", blocks);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, guidance->title);
      eh_table_out_cell (listing->table, guidance->version);
      eh_table_out_cell (listing->table, eh_vocabulary_label (&eh_guidance_status_vocabulary,
                                                              (int) guidance->status));
      eh_table_out_cell_count (listing->table, blocks);
    }
  }
}

static void
list_resources (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("Title"), FALSE, 60);
  add_column (listing, _ ("Who made it"), FALSE, 30);
  add_column (listing, _ ("Year"), TRUE, 0);
  add_column (listing, _ ("Link"), FALSE, 0);
  for (guint i = 0; i < dataset->resources->len; i++) {
    EhResource *resource = dataset->resources->pdata[i];
    const char *maker = resource->authors[0] != '\0' ? resource->authors : resource->organisation;

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_id (listing->json, "id", resource->id);
      eh_json_out_text (listing->json, "title", resource->title);
      eh_json_out_text_or_null (listing->json, "authors", resource->authors);
      eh_json_out_text_or_null (listing->json, "organisation", resource->organisation);
      if (resource->year != 0)
        eh_json_out_int (listing->json, "year", resource->year);
      else
        eh_json_out_null (listing->json, "year");
      eh_json_out_text_or_null (listing->json, "kind", resource->kind);
      eh_json_out_text_or_null (listing->json, "url", resource->url);
      eh_json_out_text_or_null (listing->json, "doi", resource->doi);
      eh_json_out_text_or_null (listing->json, "summary", resource->summary);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, resource->title);
      eh_table_out_cell (listing->table, maker);
      if (resource->year != 0)
        eh_table_out_cell_count (listing->table, resource->year);
      else
        eh_table_out_cell (listing->table, "");
      eh_table_out_cell (listing->table, resource->url);
    }
  }
}

static void
list_words (Listing *listing, EhDataset *dataset)
{
  add_column (listing, _ ("Word"), FALSE, 30);
  add_column (listing, _ ("Where it is kept"), FALSE, 0);
  add_column (listing, _ ("What it means"), FALSE, 50);
  add_column (listing, _ ("Say instead"), FALSE, 30);
  for (guint i = 0; i < dataset->terms->len; i++) {
    const EhTerm *term = dataset->terms->pdata[i];

    if (listing->json != NULL) {
      eh_json_out_begin_object (listing->json, NULL);
      eh_json_out_id (listing->json, "id", term->id);
      eh_json_out_text (listing->json, "word", term->word);
      eh_json_out_text (listing->json, "kind",
                        eh_vocabulary_key (&eh_term_kind_vocabulary, (int) term->kind));
      eh_json_out_text_or_null (listing->json, "meaning", term->meaning);
      eh_json_out_text_or_null (listing->json, "say_instead", term->say_instead);
      eh_json_out_end_object (listing->json);
    } else {
      eh_table_out_cell (listing->table, term->word);
      eh_table_out_cell (listing->table,
                         eh_vocabulary_label (&eh_term_kind_vocabulary, (int) term->kind));
      eh_table_out_cell (listing->table, term->meaning);
      eh_table_out_cell (listing->table, term->say_instead);
    }
  }
}

static const char *const sort_names[] = { "people",     "workshops",  "insights",
                                          "categories", "frameworks", "guidance",
                                          "resources",  "words",      NULL };
static void (*const sorts[]) (Listing *listing, EhDataset *dataset) = {
  list_people,     list_workshops, NULL,           list_categories,
  list_frameworks, list_guidance,  list_resources, list_words,
};
G_STATIC_ASSERT (G_N_ELEMENTS (sorts) + 1 == G_N_ELEMENTS (sort_names));

static int
print_listing (EhDataset *dataset, guint sort, gboolean as_json)
{
  g_autoptr (EhJsonOut) json = eh_json_out_new ();
  g_autoptr (EhTableOut) table = eh_table_out_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Listing listing = { as_json ? json : NULL, as_json ? NULL : table };

  if (sorts[sort] == NULL)
    return eh_insight_list_print (dataset, as_json);
  if (!as_json) {
    sorts[sort](&listing, dataset);
    eh_table_out_write (table, out);
    return eh_cli_print (out);
  }
  eh_json_out_begin_array (json, NULL);
  sorts[sort](&listing, dataset);
  eh_json_out_end_array (json);
  return eh_cli_print_json (json);
}

static int
run (const EhVerb *verb, char **words)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (EhDataset) dataset = NULL;
  guint sort;

  if (!eh_cli_parse (verb, entries, NULL, words, 2, 2, &rest) ||
      !eh_cli_find (verb, sort_names, rest[1], &sort))
    return EH_CLI_USAGE;
  dataset = eh_cli_load (rest[0]);
  return dataset != NULL ? print_listing (dataset, sort, json) : EH_CLI_COULD_NOT;
}

const EhVerb eh_verb_list = {
  "list",
  "FILE people|workshops|insights|categories|frameworks|guidance|resources|words [--json]",
  N_ ("list what a project holds"),
  run,
};
