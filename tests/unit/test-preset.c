/* What ships with the program is whole: every id its own, every parent there, every resource under
 * a category that exists, and the same on every machine. */

#include "eh-preset.h"

static void
test_default_framework (void)
{
  g_autoptr (EhFramework) framework = NULL;
  g_autoptr (GPtrArray) categories = NULL;
  guint n_top = 0;

  g_assert_true (eh_preset_framework_rows (EH_PRESET_DEFAULT_FRAMEWORK, &framework, &categories));
  g_assert_cmpint (framework->id, ==, eh_id_from_key ("framework", "power-inequality"));
  g_assert_cmpuint (categories->len, ==, 38);
  for (guint i = 0; i < categories->len; i++) {
    EhCategory *category = categories->pdata[i];

    if (category->parent_id == EH_ID_NONE)
      g_assert_cmpint (category->slot, ==, n_top++);
    else
      g_assert_cmpstr (category->ask, !=, "");
    g_assert_cmpstr (category->label, !=, "");
    g_assert_cmpstr (category->definition, !=, "");
    g_assert_cmpint (category->framework_id, ==, framework->id);
  }
  g_assert_cmpuint (n_top, ==, 3);
}

static void
test_every_framework (void)
{
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();
  g_autoptr (GHashTable) seen = g_hash_table_new (eh_id_hash, eh_id_equal);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_assert_cmpuint (presets->len, ==, 24);
  g_assert_cmpstr (((EhPreset *) presets->pdata[0])->key, ==, EH_PRESET_DEFAULT_FRAMEWORK);
  for (guint i = 0; i < presets->len; i++) {
    EhPreset *preset = presets->pdata[i];
    g_autoptr (EhFramework) framework = NULL;
    GPtrArray *categories = NULL;

    g_assert_true (eh_preset_framework_rows (preset->key, &framework, &categories));
    g_ptr_array_add (keep, categories);
    g_assert_cmpuint (categories->len, ==, preset->n_categories);
    g_assert_cmpuint (categories->len, >, 1);
    g_assert_cmpstr (framework->name, !=, "");
    g_assert_cmpstr (framework->source, !=, "");
    for (guint j = 0; j < categories->len; j++) {
      EhCategory *category = categories->pdata[j];

      g_assert_true (category->parent_id == EH_ID_NONE ||
                     g_hash_table_contains (seen, &category->parent_id));
      g_assert_true (g_hash_table_add (seen, &category->id));
      g_assert_cmpint (category->slot, <, 12);
    }
  }
}

static void
test_unknown_framework (void)
{
  EhFramework *framework = NULL;
  GPtrArray *categories = NULL;

  g_assert_false (eh_preset_framework_rows ("no-such", &framework, &categories));
  g_assert_null (framework);
  g_assert_null (categories);
}

static void
test_role_groups (void)
{
  g_autoptr (GPtrArray) usual = eh_preset_role_groups (EH_PRESET_GROUPS_USUAL);
  g_autoptr (GPtrArray) all = eh_preset_role_groups (EH_PRESET_GROUPS_ALL);
  guint n_silent = 0;

  g_assert_cmpuint (usual->len, ==, 4);
  g_assert_cmpuint (all->len, ==, 7);
  for (guint i = 0; i < all->len; i++) {
    EhRoleGroup *group = all->pdata[i];
    g_auto (GStrv) roles = eh_preset_roles (group->key);

    g_assert_cmpint (group->slot, ==, i);
    g_assert_cmpint (group->id, ==, eh_id_from_key ("role_group", group->key));
    g_assert_cmpuint (g_strv_length (roles), >, 0);
    if (!group->in_voice) {
      g_assert_cmpstr (group->key, ==, "facilitator");
      n_silent++;
    }
  }
  g_assert_cmpuint (n_silent, ==, 1);
}

static GHashTable *
every_category_key (void)
{
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < presets->len; i++) {
    EhPreset *preset = presets->pdata[i];
    g_autoptr (EhFramework) framework = NULL;
    g_autoptr (GPtrArray) categories = NULL;

    g_assert_true (eh_preset_framework_rows (preset->key, &framework, &categories));
    for (guint j = 0; j < categories->len; j++)
      g_hash_table_add (keys, g_strdup (((EhCategory *) categories->pdata[j])->key));
  }
  return keys;
}

static void
test_resources (void)
{
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GPtrArray) placements = NULL;
  g_autoptr (GHashTable) keys = every_category_key ();
  g_autoptr (GHashTable) ids = g_hash_table_new (eh_id_hash, eh_id_equal);
  g_autoptr (GHashTable) placement_ids = g_hash_table_new (eh_id_hash, eh_id_equal);

  eh_preset_resource_rows (&resources, &placements);
  g_assert_cmpuint (resources->len, ==, 55);
  for (guint i = 0; i < resources->len; i++) {
    EhResource *resource = resources->pdata[i];

    g_assert_true (g_hash_table_add (ids, &resource->id));
    g_assert_true (resource->shipped);
    g_assert_cmpstr (resource->title, !=, "");
    g_assert_cmpstr (resource->summary, !=, "");
    g_assert_true (resource->year == 0 || (resource->year > 1900 && resource->year < 2100));
  }
  for (guint i = 0; i < placements->len; i++) {
    EhResourceCategory *placement = placements->pdata[i];

    g_assert_true (g_hash_table_add (placement_ids, &placement->id));
    g_assert_true (g_hash_table_contains (ids, &placement->resource_id));
    g_assert_true (g_hash_table_contains (keys, placement->category_key));
  }
}

/* Nobody's phone number is shipped: no run of digits that could be one, outside a DOI or an ISBN.
 */
static void
test_no_phone_numbers (void)
{
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GPtrArray) placements = NULL;
  g_autoptr (GRegex) phone = g_regex_new ("(?<![0-9.-])(\\+44|\\(?0)[0-9() -]{8,}", 0, 0, NULL);

  eh_preset_resource_rows (&resources, &placements);
  g_assert_true (g_regex_match (phone, "Call 0117 496 0000", 0, NULL));
  for (guint i = 0; i < resources->len; i++) {
    EhResource *resource = resources->pdata[i];
    const char *texts[] = { resource->title, resource->authors, resource->organisation,
                            resource->venue, resource->summary, resource->verified_note };

    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      g_assert_false (g_regex_match (phone, texts[j], 0, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preset/default-framework", test_default_framework);
  g_test_add_func ("/preset/every-framework", test_every_framework);
  g_test_add_func ("/preset/unknown-framework", test_unknown_framework);
  g_test_add_func ("/preset/role-groups", test_role_groups);
  g_test_add_func ("/preset/resources", test_resources);
  g_test_add_func ("/preset/no-phone-numbers", test_no_phone_numbers);
  return g_test_run ();
}
