/* Names to rows: what the project calls its groups, workshops, activities, categories and people,
 * without regard to case and accents. Every look-up is a hash, so that an import is linear in its
 * rows; what was folded once is remembered, for a column says the same few things again and
 * again. */

#include "eh-import-index.h"

#include "eh-preset.h"
#include "eh-text.h"

#define N_SLOTS 12

struct _EhImportIndex {
  EhDataset *existing;  /* borrowed */
  EhImportRows *result; /* borrowed */
  gint64 now;
  GHashTable *folded;     /* text → folded */
  GHashTable *groups;     /* folded → EhRoleGroup, borrowed */
  GHashTable *workshops;  /* folded → EhWorkshop, borrowed */
  GHashTable *activities; /* "workshop/folded" → EhId */
  GHashTable *categories; /* folded → EhId */
  GHashTable *people;     /* folded → GPtrArray of EhImportPersonEntry */
  GHashTable *attended;   /* EhId of an attendance */
  GHashTable *origins;    /* of insights, borrowed */
  GHashTable *pseudonyms; /* folded, borrowed */
  GPtrArray *presets;     /* EhRoleGroup */
  guint used_slots;       /* a bit each */
  double last_group;
  double last_workshop;
  double last_activity;
};

static EhId *
copy_id (EhId id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
by_name (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_value);
}

/**
 * eh_import_index_fold:
 * @self: an index
 * @text: what is written
 *
 * Returns: (transfer none): @text as it is compared, see eh_text_fold(); lives as long as @self
 */
const char *
eh_import_index_fold (EhImportIndex *self, const char *text)
{
  const char *folded = g_hash_table_lookup (self->folded, text);

  if (folded == NULL) {
    folded = eh_text_fold (text);
    g_hash_table_insert (self->folded, g_strdup (text), (gpointer) folded);
  }
  return folded;
}

static void
know_once (EhImportIndex *self, GHashTable *table, const char *name, gpointer value)
{
  const char *folded = eh_import_index_fold (self, name);

  if (*folded != '\0' && !g_hash_table_contains (table, folded))
    g_hash_table_insert (table, (gpointer) folded, value);
}

static void
know_group (EhImportIndex *self, EhRoleGroup *group)
{
  know_once (self, self->groups, group->key, group);
  know_once (self, self->groups, group->label, group);
  know_once (self, self->groups, group->singular, group);
  self->used_slots |= 1u << (group->slot % N_SLOTS);
  self->last_group = MAX (self->last_group, group->position);
}

static void
know_workshop (EhImportIndex *self, EhWorkshop *workshop)
{
  know_once (self, self->workshops, workshop->title, workshop);
  self->last_workshop = MAX (self->last_workshop, workshop->position);
}

static char *
activity_key (EhImportIndex *self, EhId workshop_id, const char *title)
{
  return g_strdup_printf ("%" EH_ID_FORMAT "/%s", workshop_id, eh_import_index_fold (self, title));
}

static EhImportPersonEntry *
know_person (EhImportIndex *self, const EhParticipant *person)
{
  const char *folded = eh_import_index_fold (self, person->name);
  GPtrArray *entries = g_hash_table_lookup (self->people, folded);
  EhImportPersonEntry *entry = g_new0 (EhImportPersonEntry, 1);

  if (entries == NULL) {
    entries = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->people, (gpointer) folded, entries);
  }
  entry->id = person->id;
  entry->group = person->role_group_id;
  g_ptr_array_add (entries, entry);
  if (*person->pseudonym != '\0')
    g_hash_table_add (self->pseudonyms, (gpointer) eh_import_index_fold (self, person->pseudonym));
  return entry;
}

/* The framework that the project works with comes first: a label may stand in two of them. Keys
 * come before labels, and what is still offered before what is not. */
static void
know_categories (EhImportIndex *self)
{
  GPtrArray *all = self->existing->categories;
  EhId own = self->existing->project->framework_id;

  for (guint pass = 0; pass < 8; pass++)
    for (guint i = 0; i < all->len; i++) {
      EhCategory *category = all->pdata[i];
      g_autofree char *id = NULL;

      if ((category->framework_id != own) != ((pass & 1) != 0) ||
          !category->retired != ((pass & 4) == 0))
        continue;
      id = eh_id_to_string (category->id);
      know_once (self, self->categories, (pass & 2) != 0 ? category->label : category->key,
                 &category->id);
      know_once (self, self->categories, (pass & 2) != 0 ? category->plain : id, &category->id);
    }
}

static void
know_existing (EhImportIndex *self)
{
  EhDataset *existing = self->existing;

  for (guint i = 0; i < existing->role_groups->len; i++)
    know_group (self, existing->role_groups->pdata[i]);
  for (guint i = 0; i < existing->workshops->len; i++)
    know_workshop (self, existing->workshops->pdata[i]);
  for (guint i = 0; i < existing->activities->len; i++) {
    EhActivity *activity = existing->activities->pdata[i];

    g_hash_table_insert (self->activities,
                         activity_key (self, activity->workshop_id, activity->title),
                         copy_id (activity->id));
    self->last_activity = MAX (self->last_activity, activity->position);
  }
  for (guint i = 0; i < existing->participants->len; i++)
    know_person (self, existing->participants->pdata[i]);
  for (guint i = 0; i < existing->attendances->len; i++)
    g_hash_table_add (self->attended, copy_id (eh_row_id (existing->attendances->pdata[i])));
  for (guint i = 0; i < existing->insights->len; i++) {
    EhInsight *insight = existing->insights->pdata[i];

    if (*insight->origin != '\0')
      g_hash_table_add (self->origins, insight->origin);
  }
  know_categories (self);
}

/**
 * eh_import_index_new:
 * @existing: the project; has to outlive the index
 * @result: where what is made is added and counted; has to outlive the index
 *
 * Returns: (transfer full): what @existing knows by name
 */
EhImportIndex *
eh_import_index_new (EhDataset *existing, EhImportRows *result)
{
  EhImportIndex *self = g_new0 (EhImportIndex, 1);

  self->existing = existing;
  self->result = result;
  self->now = g_get_real_time () / G_USEC_PER_SEC;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->groups = by_name (NULL);
  self->workshops = by_name (NULL);
  self->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->categories = by_name (NULL);
  self->people = by_name ((GDestroyNotify) g_ptr_array_unref);
  self->attended = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  self->origins = by_name (NULL);
  self->pseudonyms = by_name (NULL);
  self->presets = eh_preset_role_groups (EH_PRESET_GROUPS_ALL);
  self->last_group = self->last_workshop = self->last_activity = -1;
  know_existing (self);
  return self;
}

/**
 * eh_import_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
eh_import_index_free (EhImportIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->workshops);
  g_hash_table_unref (self->activities);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->attended);
  g_hash_table_unref (self->origins);
  g_hash_table_unref (self->pseudonyms);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->presets);
  g_free (self);
}

/* A group that ships, by its own words or by those nearest to them: no more than that, for a
 * project that tells carers from patients has its reasons. */
static EhRoleGroup *
find_preset (EhImportIndex *self, const char *folded)
{
  static const struct {
    const char *name;
    const char *key;
  } others[] = { { "members of the public", "public" },
                 { "staff", "practice" },
                 { "practitioner", "practice" },
                 { "practitioners", "practice" },
                 { "health and care staff", "practice" },
                 { "healthcare staff", "practice" },
                 { "academic", "research" },
                 { "academics", "research" },
                 { "facilitators", "facilitator" } };
  const char *key = folded;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, folded))
      key = others[i].key;
  for (guint i = 0; i < self->presets->len; i++) {
    EhRoleGroup *preset = self->presets->pdata[i];

    if (g_str_equal (preset->key, key) ||
        g_str_equal (eh_import_index_fold (self, preset->label), folded) ||
        g_str_equal (eh_import_index_fold (self, preset->singular), folded))
      return preset;
  }
  return NULL;
}

static gint64
free_slot (const EhImportIndex *self)
{
  /* The first seven belong to the groups that ship, which the project may yet take. */
  for (guint i = 0; i < N_SLOTS; i++) {
    guint slot = (i + 7) % N_SLOTS;

    if ((self->used_slots & 1u << slot) == 0)
      return slot;
  }
  return g_hash_table_size (self->groups) % N_SLOTS;
}

static EhRoleGroup *
make_group (EhImportIndex *self, const char *name)
{
  EhRoleGroup *group = eh_role_group_new ();
  g_autofree char *label = eh_text_clean_line (name);

  g_free (group->key);
  group->key = eh_text_slug (name);
  eh_set_str (&group->label, label);
  eh_set_str (&group->singular, label);
  group->slot = free_slot (self);
  group->in_voice = TRUE;
  return group;
}

/**
 * eh_import_index_role_group:
 * @self: an index
 * @name: a key or label; "" for none
 *
 * Returns: the id of the group, which is added where the project does not have it: as it ships, or
 *   made of its name; %EH_ID_NONE for ""
 */
EhId
eh_import_index_role_group (EhImportIndex *self, const char *name)
{
  const char *folded = eh_import_index_fold (self, name);
  EhRoleGroup *group = g_hash_table_lookup (self->groups, folded);
  EhRoleGroup *preset;

  if (group != NULL || *folded == '\0')
    return eh_row_id (group);
  preset = find_preset (self, folded);
  if (preset != NULL) {
    group = g_hash_table_lookup (self->groups, eh_import_index_fold (self, preset->key));
    if (group != NULL)
      return group->id;
  }
  group = preset != NULL ? eh_role_group_copy (preset) : make_group (self, name);
  group->id = eh_id_from_key ("role_group", group->key);
  group->position = self->last_group + 1;
  eh_row_set_add (self->result->rows, &eh_role_group_row_type, group);
  self->result->role_groups++;
  know_group (self, group);
  know_once (self, self->groups, name, group);
  return group->id;
}

/**
 * eh_import_index_workshop:
 * @self: an index
 * @title: its title; "" for none
 * @date: the ISO date of a workshop that is made; "" when not known
 *
 * Returns: (transfer none) (nullable): the workshop, which is added where the project does not have
 *   it; %NULL for ""
 */
EhWorkshop *
eh_import_index_workshop (EhImportIndex *self, const char *title, const char *date)
{
  const char *folded = eh_import_index_fold (self, title);
  EhWorkshop *workshop = g_hash_table_lookup (self->workshops, folded);

  if (workshop != NULL || *folded == '\0')
    return workshop;
  workshop = eh_workshop_new ();
  workshop->id = eh_id_new ();
  g_free (workshop->title);
  workshop->title = eh_text_clean_line (title);
  eh_set_str (&workshop->date, date);
  workshop->position = self->last_workshop + 1;
  workshop->created_at = self->now;
  eh_row_set_add (self->result->rows, &eh_workshop_row_type, workshop);
  self->result->workshops++;
  know_workshop (self, workshop);
  return workshop;
}

/**
 * eh_import_index_activity:
 * @self: an index
 * @workshop_id: the workshop
 * @title: the title of one of its activities; "" for none
 *
 * Returns: the id of the activity, which is added where the workshop does not have it;
 *   %EH_ID_NONE for ""
 */
EhId
eh_import_index_activity (EhImportIndex *self, EhId workshop_id, const char *title)
{
  g_autofree char *key = NULL;
  EhActivity *activity;
  EhId *known;

  if (*title == '\0')
    return EH_ID_NONE;
  key = activity_key (self, workshop_id, title);
  known = g_hash_table_lookup (self->activities, key);
  if (known != NULL)
    return *known;
  activity = eh_activity_new ();
  activity->id = eh_id_new ();
  activity->workshop_id = workshop_id;
  activity->position = ++self->last_activity;
  eh_set_str (&activity->title, title);
  eh_row_set_add (self->result->rows, &eh_activity_row_type, activity);
  self->result->activities++;
  g_hash_table_insert (self->activities, g_steal_pointer (&key), copy_id (activity->id));
  return activity->id;
}

/**
 * eh_import_index_category:
 * @self: an index
 * @name: a key, an id or a label
 *
 * Returns: the category's id, or %EH_ID_NONE where the project has none of that name
 */
EhId
eh_import_index_category (EhImportIndex *self, const char *name)
{
  EhId *id = g_hash_table_lookup (self->categories, eh_import_index_fold (self, name));

  return id != NULL ? *id : EH_ID_NONE;
}

/**
 * eh_import_index_has_origin:
 * @self: an index
 * @origin: where an insight comes from
 *
 * Returns: whether the project has it already
 */
gboolean
eh_import_index_has_origin (EhImportIndex *self, const char *origin)
{
  return *origin != '\0' && g_hash_table_contains (self->origins, origin);
}

/**
 * eh_import_index_take_pseudonym:
 * @self: an index
 * @pseudonym: a name to print
 *
 * Returns: whether it was free; from now on it is not
 */
gboolean
eh_import_index_take_pseudonym (EhImportIndex *self, const char *pseudonym)
{
  return g_hash_table_add (self->pseudonyms, (gpointer) eh_import_index_fold (self, pseudonym));
}

/**
 * eh_import_index_people:
 * @self: an index
 * @name: a full name
 *
 * Returns: (transfer none) (nullable) (element-type EhImportPersonEntry): those who are called so
 */
GPtrArray *
eh_import_index_people (EhImportIndex *self, const char *name)
{
  return g_hash_table_lookup (self->people, eh_import_index_fold (self, name));
}

/**
 * eh_import_index_add_person:
 * @self: an index
 * @row: (transfer full): somebody new, with a name, a group and an id
 * @line: where the file names them
 *
 * Returns: (transfer none): how they are found again
 */
EhImportPersonEntry *
eh_import_index_add_person (EhImportIndex *self, EhParticipant *row, guint line)
{
  EhImportPersonEntry *entry = know_person (self, row);

  entry->added = row;
  entry->line = line;
  row->created_at = self->now;
  eh_row_set_add (self->result->rows, &eh_participant_row_type, row);
  self->result->people++;
  return entry;
}

/**
 * eh_import_index_attended:
 * @self: an index
 * @workshop_id: a workshop
 * @participant_id: somebody
 *
 * Returns: whether it is recorded of them, as coming or as not
 */
gboolean
eh_import_index_attended (EhImportIndex *self, EhId workshop_id, EhId participant_id)
{
  EhId id = eh_id_from_pair ("attendance", workshop_id, participant_id);

  return g_hash_table_contains (self->attended, &id);
}

/**
 * eh_import_index_attend:
 * @self: an index
 * @workshop_id: a workshop
 * @participant_id: who came to it; what the project records of them already stays
 */
void
eh_import_index_attend (EhImportIndex *self, EhId workshop_id, EhId participant_id)
{
  EhId id = eh_id_from_pair ("attendance", workshop_id, participant_id);
  EhAttendance *attendance;

  if (!g_hash_table_add (self->attended, copy_id (id)))
    return;
  attendance = eh_attendance_new ();
  attendance->id = id;
  attendance->workshop_id = workshop_id;
  attendance->participant_id = participant_id;
  eh_row_set_add (self->result->rows, &eh_attendance_row_type, attendance);
  self->result->attendances++;
}
