/* What ships with the program, as rows: the frameworks, the role groups and the library of
 * resources. Their ids come from their keys, so two laptops that begin the same project have the
 * same rows. The frameworks and resources are data (data/frameworks.json, data/resources.json,
 * compiled in) and stay in the English that they were checked in; the role groups are words of the
 * program, and are written in the language that the project is begun in. */

#include "eh-preset.h"

#include "config.h"
#include "eh-exchange-data.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define DATA_PREFIX "/org/evenhand/Evenhand/data/"
#define N_SLOTS     12

typedef struct {
  const char *key;
  const char *label;
  const char *singular;
  gboolean usual;
  gboolean in_voice;
  const char *roles[9];
} PresetGroup;

/* The formatter takes NC_ for the opening of a block. */
/* clang-format off */
static const PresetGroup groups[] = {
  { "public", NC_ ("role group", "Public contributors"), NC_ ("role group", "public contributor"),
    TRUE, TRUE,
    { NC_ ("role", "patient or service user"), NC_ ("role", "survivor researcher"),
      NC_ ("role", "unpaid carer or family member"), NC_ ("role", "member of the public"),
      NC_ ("role", "community or voluntary group member") } },
  { "practice", NC_ ("role group", "Health, care and community staff"),
    NC_ ("role group", "health, care or community worker"), TRUE, TRUE,
    { NC_ ("role", "nurse or midwife"), NC_ ("role", "doctor"),
      NC_ ("role", "allied health professional"),
      NC_ ("role", "social worker or social care worker"), NC_ ("role", "support worker"),
      NC_ ("role", "service manager"), NC_ ("role", "community development worker"),
      NC_ ("role", "voluntary sector worker (paid)") } },
  { "research", NC_ ("role group", "Researchers"), NC_ ("role group", "researcher"), TRUE, TRUE,
    { NC_ ("role", "researcher"), NC_ ("role", "student researcher"),
      NC_ ("role", "peer researcher (employed)"), NC_ ("role", "statistician"),
      NC_ ("role", "public involvement lead") } },
  { "policy", NC_ ("role group", "Commissioners, funders and policy"),
    NC_ ("role group", "commissioner, funder or policy maker"), FALSE, TRUE,
    { NC_ ("role", "commissioner"), NC_ ("role", "funder"), NC_ ("role", "policy maker"),
      NC_ ("role", "council officer") } },
  { "creative", NC_ ("role group", "Creative and design partners"),
    NC_ ("role group", "creative or design partner"), FALSE, TRUE,
    { NC_ ("role", "artist"), NC_ ("role", "designer"), NC_ ("role", "theatre maker"),
      NC_ ("role", "modeller") } },
  { "industry", NC_ ("role group", "Industry"), NC_ ("role group", "industry partner"), FALSE, TRUE,
    { NC_ ("role", "device or medicine developer") } },
  { "facilitator", NC_ ("role group", "Facilitators and scribes"),
    NC_ ("role group", "facilitator or scribe"), TRUE, FALSE,
    { NC_ ("role", "facilitator"), NC_ ("role", "co-facilitator"), NC_ ("role", "scribe"),
      NC_ ("role", "interpreter"), NC_ ("role", "supporter") } },
};
/* clang-format on */

void
eh_preset_free (EhPreset *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->use);
  g_free (self->source);
  g_free (self);
}

/**
 * eh_preset_read_data:
 * @name: the name of a file of data/: "frameworks.json"
 *
 * Returns: (transfer full): what it holds, as it was when the program was built
 */
GBytes *
eh_preset_read_data (const char *name)
{
  g_autofree char *path = g_strconcat (DATA_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (eh_exchange_data_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("the data of the program is not in it: %s", error->message);
  return bytes;
}

static JsonParser *
parse_data (const char *name)
{
  g_autoptr (GBytes) bytes = eh_preset_read_data (name);
  g_autoptr (GError) error = NULL;
  JsonParser *parser = json_parser_new_immutable ();
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("the data of the program cannot be read: %s: %s", name, error->message);
  return parser;
}

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static const char *
cite_of (JsonObject *root, JsonObject *framework)
{
  JsonObject *sources = json_object_get_object_member (root, "sources");
  const char *key = member (framework, "source");

  return json_object_has_member (sources, key)
             ? member (json_object_get_object_member (sources, key), "cite")
             : key;
}

static guint
count_items (JsonObject *parent)
{
  JsonArray *items;
  guint n;

  if (!json_object_has_member (parent, "items"))
    return 0;
  items = json_object_get_array_member (parent, "items");
  n = json_array_get_length (items);
  for (guint i = 0; i < json_array_get_length (items); i++)
    n += count_items (json_array_get_object_element (items, i));
  return n;
}

/**
 * eh_preset_frameworks:
 *
 * Returns: (transfer full) (element-type EhPreset): every framework that ships, the default first
 */
GPtrArray *
eh_preset_frameworks (void)
{
  g_autoptr (JsonParser) parser = parse_data ("frameworks.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *list = json_object_get_array_member (root, "frameworks");
  GPtrArray *presets = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_preset_free);

  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);
    EhPreset *preset = g_new0 (EhPreset, 1);

    preset->key = g_strdup (member (object, "key"));
    preset->name = g_strdup (member (object, "name"));
    preset->kind = g_strdup (member (object, "kind"));
    preset->use = g_strdup (member (object, "use"));
    preset->source = g_strdup (cite_of (root, object));
    preset->n_categories = count_items (object);
    g_ptr_array_add (presets, preset);
  }
  return presets;
}

static void
add_categories (JsonObject *parent,
                const EhFramework *framework,
                EhId parent_id,
                gint64 slot,
                GPtrArray *categories)
{
  JsonArray *items;

  if (!json_object_has_member (parent, "items"))
    return;
  items = json_object_get_array_member (parent, "items");
  for (guint i = 0; i < json_array_get_length (items); i++) {
    JsonObject *object = json_array_get_object_element (items, i);
    EhCategory *category = eh_category_new ();
    g_autofree char *path = g_strconcat (framework->key, "/", member (object, "key"), NULL);

    category->id = eh_id_from_key ("category", path);
    category->framework_id = framework->id;
    category->parent_id = parent_id;
    eh_set_str (&category->key, member (object, "key"));
    eh_set_str (&category->label, member (object, "label"));
    eh_set_str (&category->plain, member (object, "plain"));
    eh_set_str (&category->definition, member (object, "definition"));
    eh_set_str (&category->ask, member (object, "ask"));
    category->slot = parent_id == EH_ID_NONE ? i % N_SLOTS : slot;
    category->position = i;
    g_ptr_array_add (categories, category);
    add_categories (object, framework, category->id, category->slot, categories);
  }
}

/**
 * eh_preset_framework_rows:
 * @key: the key of a framework that ships
 * @framework: (out) (transfer full): its row
 * @categories: (out) (transfer full) (element-type EhCategory): its categories, every parent before
 * its children; a category below another has the slot of the top of its branch
 *
 * Returns: whether there is such a framework; without it nothing is set
 */
gboolean
eh_preset_framework_rows (const char *key, EhFramework **framework, GPtrArray **categories)
{
  g_autoptr (JsonParser) parser = parse_data ("frameworks.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *list = json_object_get_array_member (root, "frameworks");

  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);
    EhFramework *row;

    if (strcmp (member (object, "key"), key) != 0)
      continue;
    row = eh_framework_new ();
    row->id = eh_id_from_key ("framework", key);
    eh_set_str (&row->key, key);
    eh_set_str (&row->name, member (object, "name"));
    eh_set_str (&row->source, cite_of (root, object));
    row->position = i;
    *framework = row;
    *categories = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_category_free);
    add_categories (object, row, EH_ID_NONE, 0, *categories);
    return TRUE;
  }
  return FALSE;
}

/**
 * eh_preset_role_groups:
 * @which: those of a new project, or all that are known
 *
 * Returns: (transfer full) (element-type EhRoleGroup): role groups, their words in the language of
 *   the program
 */
GPtrArray *
eh_preset_role_groups (EhPresetGroups which)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_role_group_free);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    const PresetGroup *group = &groups[i];
    EhRoleGroup *row;

    if (which == EH_PRESET_GROUPS_USUAL && !group->usual)
      continue;
    row = eh_role_group_new ();
    row->id = eh_id_from_key ("role_group", group->key);
    eh_set_str (&row->key, group->key);
    eh_set_str (&row->label, g_dpgettext2 (GETTEXT_PACKAGE, "role group", group->label));
    eh_set_str (&row->singular, g_dpgettext2 (GETTEXT_PACKAGE, "role group", group->singular));
    row->slot = i;
    row->position = i;
    row->in_voice = group->in_voice;
    g_ptr_array_add (rows, row);
  }
  return rows;
}

/**
 * eh_preset_roles:
 * @role_group_key: the key of a role group
 *
 * Returns: (transfer full): roles to offer for that group, in the language of the program; none for
 *   a group of the project's own
 */
GStrv
eh_preset_roles (const char *role_group_key)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].key, role_group_key) == 0)
      for (guint j = 0; groups[i].roles[j] != NULL; j++)
        g_strv_builder_add (builder, g_dpgettext2 (GETTEXT_PACKAGE, "role", groups[i].roles[j]));
  return g_strv_builder_end (builder);
}

static void
add_resource_categories (JsonObject *object, const EhResource *resource, GPtrArray *rows)
{
  JsonArray *keys = json_object_get_array_member (object, "categories");
  g_autofree char *id = eh_id_to_string (resource->id);

  for (guint i = 0; i < json_array_get_length (keys); i++) {
    const char *key = json_array_get_string_element (keys, i);
    EhResourceCategory *row = eh_resource_category_new ();
    g_autofree char *path = g_strconcat (id, "/", key, NULL);

    row->id = eh_id_from_key ("resource_category", path);
    row->resource_id = resource->id;
    eh_set_str (&row->category_key, key);
    g_ptr_array_add (rows, row);
  }
}

static char *
join_authors (JsonObject *object)
{
  GString *out = g_string_new (NULL);

  if (json_object_has_member (object, "authors")) {
    JsonArray *authors = json_object_get_array_member (object, "authors");

    for (guint i = 0; i < json_array_get_length (authors); i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "",
                              json_array_get_string_element (authors, i));
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_preset_resource_rows:
 * @resources: (out) (transfer full) (element-type EhResource): the library that ships
 * @categories: (out) (transfer full) (element-type EhResourceCategory): where they are placed
 */
void
eh_preset_resource_rows (GPtrArray **resources, GPtrArray **categories)
{
  g_autoptr (JsonParser) parser = parse_data ("resources.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *list = json_object_get_array_member (root, "resources");

  *resources = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_resource_free);
  *categories = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_resource_category_free);
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);
    EhResource *row = eh_resource_new ();
    g_autofree char *authors = join_authors (object);

    row->id = eh_id_from_key ("resource", member (object, "key"));
    eh_set_str (&row->key, member (object, "key"));
    eh_set_str (&row->title, member (object, "title"));
    eh_set_str (&row->authors, authors);
    row->year = json_object_get_int_member_with_default (object, "year", 0);
    eh_set_str (&row->organisation, member (object, "organisation"));
    eh_set_str (&row->venue, member (object, "venue"));
    eh_set_str (&row->url, member (object, "url"));
    eh_set_str (&row->doi, member (object, "doi"));
    eh_set_str (&row->kind, member (object, "kind"));
    eh_set_str (&row->summary, member (object, "summary"));
    row->verified = json_object_get_boolean_member_with_default (object, "verified", FALSE);
    eh_set_str (&row->verified_note, member (object, "verified_note"));
    row->shipped = TRUE;
    g_ptr_array_add (*resources, row);
    add_resource_categories (object, row, *categories);
  }
}
