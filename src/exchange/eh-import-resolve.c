/* From what a file says to the rows that a project needs: names become references, what is unknown
 * is made and counted, what is there already is left as it is.
 *
 * Who is who. The same name in the same role group is the same person, whatever the case and the
 * accents; the same name in another group is somebody else, which is said. A name without a group
 * is the one person of that name. Where it could be several, nobody's name is put under the words:
 * a wrong name is worse than none. */

#include "eh-import-resolve.h"

#include "config.h"
#include "eh-import-index.h"
#include "eh-import-resources.h"
#include "eh-import-words.h"
#include "eh-text.h"
#include "eh-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EhImportPlan *plan;
  EhImportIndex *index;
  EhImportRows *result;
  gint64 now;
  guint known_people;
  guint known_insights;
  gboolean warned_of_times;
} Resolver;

static void warn (Resolver *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
warn (Resolver *self, guint line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  eh_import_notes_add (self->result->warnings, line, g_strdup_vprintf (format, args));
  va_end (args);
}

static EhWorkshop *
find_workshop (Resolver *self, const char *title)
{
  EhImportPlan *plan = self->plan;
  gboolean is_default = *title == '\0' || strcmp (title, plan->default_workshop) == 0;

  return eh_import_index_workshop (self->index, is_default ? plan->default_workshop : title,
                                   is_default ? plan->workshop_date : "");
}

/* Participant 5 of one conversation is nobody of another. */
static EhImportPersonEntry *
find_numbered (Resolver *self, GPtrArray *entries)
{
  EhWorkshop *workshop = find_workshop (self, "");

  for (guint i = 0; workshop != NULL && i < entries->len; i++) {
    EhImportPersonEntry *entry = entries->pdata[i];

    if (eh_import_index_attended (self->index, workshop->id, entry->id))
      return entry;
  }
  return NULL;
}

static EhImportPersonEntry *
find_in_group (GPtrArray *entries, EhId group)
{
  for (guint i = 0; i < entries->len; i++) {
    EhImportPersonEntry *entry = entries->pdata[i];

    if (entry->group == group)
      return entry;
  }
  return NULL;
}

/* Who is meant by @name: NULL and not @ambiguous for somebody new. */
static EhImportPersonEntry *
find_person (Resolver *self,
             const char *name,
             EhId group,
             EhId default_group,
             guint line,
             gboolean *ambiguous)
{
  GPtrArray *entries = eh_import_index_people (self->index, name);
  EhImportPersonEntry *entry;

  *ambiguous = FALSE;
  if (entries == NULL)
    return NULL;
  if (self->plan->numbered)
    return find_numbered (self, entries);
  if (group == EH_ID_NONE) {
    entry = entries->len == 1 ? entries->pdata[0] : find_in_group (entries, default_group);
    *ambiguous = entry == NULL;
    return entry;
  }
  entry = find_in_group (entries, group);
  if (entry == NULL) {
    entry = find_in_group (entries, EH_ID_NONE);
    if (entry != NULL && entry->added != NULL)
      entry->added->role_group_id = entry->group = group;
  }
  if (entry == NULL) {
    g_autofree char *shown = eh_import_show (name);

    warn (self, line,
          _ ("Somebody else called %s is in another group; they were taken for two people."),
          shown);
  }
  return entry;
}

static EhImportPersonEntry *
add_person (Resolver *self, const char *name, EhId group, guint line)
{
  EhParticipant *row = eh_participant_new ();

  row->id = eh_id_new ();
  g_free (row->name);
  row->name = eh_text_clean_line (name);
  row->role_group_id = group;
  return eh_import_index_add_person (self->index, row, line);
}

static void
add_consent (Resolver *self, const EhImportPerson *person, EhId id)
{
  EhConsent *consent;

  if (!person->has_consent && person->contact_after == EH_CONTACT_AFTER_UNKNOWN)
    return;
  consent = eh_consent_new ();
  consent->id = id;
  consent->take_part = person->take_part;
  consent->notes = person->notes;
  consent->audio = person->audio;
  consent->photo = person->photo;
  consent->video = person->video;
  consent->quote = person->quote;
  consent->contact_after = person->contact_after;
  eh_row_set_add (self->result->rows, &eh_consent_row_type, consent);
}

static void
fill_person (Resolver *self, const EhImportPerson *person, EhParticipant *row)
{
  eh_set_str (&row->role, person->role);
  eh_set_str (&row->organisation, person->organisation);
  eh_set_str (&row->biography, person->biography);
  row->credit = person->credit;
  row->contact_by = person->contact_by;
  eh_set_str (&row->greeting, person->greeting);
  eh_set_str (&row->letter_language, person->letter_language);
  row->letter_format = person->letter_format;
  row->letter_large = person->letter_large;
  if (*person->pseudonym == '\0')
    return;
  if (eh_import_index_take_pseudonym (self->index, person->pseudonym)) {
    eh_set_str (&row->pseudonym, person->pseudonym);
  } else {
    g_autofree char *shown = eh_import_show (person->pseudonym);

    warn (self, person->line, _ ("The pseudonym %s is somebody else's; it is left to be chosen."),
          shown);
  }
}

static void
note_known (Resolver *self, const EhImportPerson *person, const EhImportPersonEntry *entry)
{
  g_autofree char *shown = NULL;
  g_autofree char *line = g_strdup_printf ("%u", entry->line);

  self->result->skipped++;
  if (entry->line == 0) {
    self->known_people++;
    return;
  }
  shown = eh_import_show (person->name);
  warn (self, person->line, _ ("Left out: %s is on line %s already."), shown, line);
}

static void
resolve_person (Resolver *self, const EhImportPerson *person)
{
  const char *group_name = *person->group != '\0' ? person->group : self->plan->default_group;
  EhId group = eh_import_index_role_group (self->index, group_name);
  gboolean ambiguous;
  EhImportPersonEntry *entry = find_person (self, person->name, group, EH_ID_NONE, person->line,
                                            &ambiguous);

  if (ambiguous) {
    g_autofree char *shown = eh_import_show (person->name);

    self->result->skipped++;
    warn (self, person->line, _ ("Left out: several people are called %s. Give their group."),
          shown);
    return;
  }
  if (entry != NULL) {
    note_known (self, person, entry);
  } else {
    entry = add_person (self, person->name, group, person->line);
    fill_person (self, person, entry->added);
    add_consent (self, person, entry->id);
  }
  for (guint i = 0; person->workshops != NULL && person->workshops[i] != NULL; i++)
    eh_import_index_attend (self->index, find_workshop (self, person->workshops[i])->id, entry->id);
  if (person->workshops == NULL && *self->plan->default_workshop != '\0')
    eh_import_index_attend (self->index, find_workshop (self, "")->id, entry->id);
}

static void
add_contributor (Resolver *self, const EhInsight *insight, EhId participant_id)
{
  GPtrArray *rows = eh_row_set_rows (self->result->rows, &eh_contributor_row_type);
  EhId id = eh_id_from_pair ("contributor", insight->id, participant_id);
  EhContributor *row;

  /* The same person twice in one row: those of this insight are the last in the set. */
  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--) {
    row = rows->pdata[i - 1];
    if (row->insight_id != insight->id)
      break;
    if (row->id == id)
      return;
  }
  row = eh_contributor_new ();
  row->id = id;
  row->insight_id = insight->id;
  row->participant_id = participant_id;
  eh_row_set_add (self->result->rows, &eh_contributor_row_type, row);
  if (insight->workshop_id != EH_ID_NONE)
    eh_import_index_attend (self->index, insight->workshop_id, participant_id);
}

/* Returns whether anybody is named. */
static gboolean
resolve_contributors (Resolver *self,
                      const EhImportInsight *from,
                      const EhInsight *insight,
                      EhId group)
{
  EhId default_group = eh_import_index_role_group (self->index, self->plan->default_group);
  gboolean any = FALSE;

  for (guint i = 0; from->people != NULL && from->people[i] != NULL; i++) {
    gboolean ambiguous;
    EhImportPersonEntry *entry = find_person (self, from->people[i], group, default_group,
                                              from->line, &ambiguous);

    if (ambiguous) {
      g_autofree char *shown = eh_import_show (from->people[i]);

      warn (self, from->line,
            _ ("Several people are called %s; the insight is kept without that name."), shown);
      continue;
    }
    if (entry == NULL)
      entry = add_person (self, from->people[i], group != EH_ID_NONE ? group : default_group,
                          from->line);
    add_contributor (self, insight, entry->id);
    any = TRUE;
  }
  return any;
}

static void
place (Resolver *self, const EhInsight *insight, EhId category_id)
{
  GPtrArray *rows = eh_row_set_rows (self->result->rows, &eh_mapping_row_type);
  EhId id = eh_mapping_id (insight->id, category_id, "");
  EhMapping *row;

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--) {
    row = rows->pdata[i - 1];
    if (row->insight_id != insight->id)
      break;
    if (row->id == id)
      return;
  }
  row = eh_mapping_new ();
  row->id = id;
  row->insight_id = insight->id;
  row->category_id = category_id;
  row->created_at = self->now;
  eh_row_set_add (self->result->rows, &eh_mapping_row_type, row);
  self->result->mappings++;
}

/* Labels hold commas, so a comma separates categories only where that makes every part a known
 * one. */
static gboolean
place_by_commas (Resolver *self, const EhInsight *insight, const char *names)
{
  g_auto (GStrv) parts = g_strsplit_set (names, ",|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (eh_import_index_category (self->index, parts[i]) == EH_ID_NONE)
      return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    place (self, insight, eh_import_index_category (self->index, parts[i]));
  return TRUE;
}

static void
resolve_categories (Resolver *self, const EhImportInsight *from, const EhInsight *insight)
{
  for (guint i = 0; from->categories != NULL && from->categories[i] != NULL; i++) {
    const char *name = from->categories[i];
    EhId id = eh_import_index_category (self->index, name);

    if (id != EH_ID_NONE) {
      place (self, insight, id);
    } else if (!place_by_commas (self, insight, name)) {
      g_autofree char *shown = eh_import_show (name);

      warn (self, from->line, _ ("There is no category “%s”; the insight is kept without it."),
            shown);
    }
  }
}

static gint64
time_on_day (const char *date, int seconds)
{
  EhWhen when;

  if (!eh_when_parse (date, EH_DATE_ORDER_DAY_FIRST, &when))
    return 0;
  when.hour = seconds / 3600;
  when.minute = seconds / 60 % 60;
  when.second = seconds % 60;
  when.has_time = TRUE;
  return eh_when_to_unix (&when);
}

static void
resolve_place (Resolver *self, const EhImportInsight *from, EhInsight *insight)
{
  EhWorkshop *workshop = find_workshop (self, from->workshop);

  insight->said_at = from->said_at;
  if (workshop != NULL) {
    insight->workshop_id = workshop->id;
    insight->activity_id = eh_import_index_activity (self->index, workshop->id, from->activity);
  } else if (*from->activity != '\0') {
    g_autofree char *shown = eh_import_show (from->activity);

    warn (self, from->line,
          _ ("The activity “%s” is left out: the row does not say in which workshop."), shown);
  }
  if (from->time_of_day < 0)
    return;
  insight->said_at = workshop != NULL ? time_on_day (workshop->date, from->time_of_day) : 0;
  if (insight->said_at == 0 && !self->warned_of_times) {
    self->warned_of_times = TRUE;
    warn (self, from->line, "%s",
          _ ("From here on, times are left out where their workshop has no date."));
  }
}

static void
resolve_insight (Resolver *self, const EhImportInsight *from)
{
  EhInsight *insight;
  EhId group;

  if (eh_import_index_has_origin (self->index, from->origin)) {
    self->result->skipped++;
    self->known_insights++;
    return;
  }
  insight = eh_insight_new ();
  insight->id = eh_id_new ();
  eh_set_str (&insight->text, from->text);
  eh_set_str (&insight->origin, from->origin);
  insight->kind = from->kind;
  insight->capture = EH_CAPTURE_IMPORTED;
  insight->created_at = self->now;
  eh_row_set_add (self->result->rows, &eh_insight_row_type, insight);
  self->result->insights++;
  resolve_place (self, from, insight);
  group = eh_import_index_role_group (self->index, from->group);
  if (!resolve_contributors (self, from, insight, group))
    insight->role_group_id = group != EH_ID_NONE ? group
                                                 : eh_import_index_role_group (
                                                       self->index, self->plan->default_group);
  resolve_categories (self, from, insight);
}

static void
copy_notes (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++) {
    EhImportNote *note = from->pdata[i];

    eh_import_notes_add (to, note->line, g_strdup (note->message));
  }
}

static void
note_what_was_known (Resolver *self)
{
  if (self->known_people > 0)
    eh_import_notes_add (
        self->result->notes, 0,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                         "%u person is in the project already; nothing about them was changed.",
                         "%u people are in the project already; nothing about them was changed.",
                         self->known_people),
            self->known_people));
  if (self->known_insights > 0)
    eh_import_notes_add (
        self->result->notes, 0,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight had been imported before.",
                                      "%u insights had been imported before.",
                                      self->known_insights),
                         self->known_insights));
}

/**
 * eh_import_resolve:
 * @plan: a plan without errors
 * @existing: the project as it is
 *
 * Time and memory are linear in the rows of both.
 *
 * Returns: (transfer full): what has to be inserted into the project, in one transaction
 */
EhImportRows *
eh_import_resolve (EhImportPlan *plan, EhDataset *existing)
{
  EhImportRows *result = g_new0 (EhImportRows, 1);
  g_autoptr (EhImportIndex) index = NULL;
  Resolver self = { plan, NULL, result, g_get_real_time () / G_USEC_PER_SEC, 0, 0, FALSE };

  g_return_val_if_fail (plan->errors->len == 0, NULL);
  result->rows = eh_row_set_new ();
  result->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  result->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  result->skipped = plan->skipped;
  copy_notes (plan->warnings, result->warnings);
  copy_notes (plan->notes, result->notes);
  self.index = index = eh_import_index_new (existing, result);
  for (guint i = 0; i < plan->people->len; i++)
    resolve_person (&self, plan->people->pdata[i]);
  for (guint i = 0; i < plan->insights->len; i++)
    resolve_insight (&self, plan->insights->pdata[i]);
  eh_import_resolve_resources (plan, existing, result);
  note_what_was_known (&self);
  eh_import_notes_sort (result->warnings);
  return result;
}

/**
 * eh_import_rows_free:
 * @self: (nullable) (transfer full): what an import adds
 */
void
eh_import_rows_free (EhImportRows *self)
{
  if (self == NULL)
    return;
  eh_row_set_free (self->rows);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
add_count (GString *out, guint n, char *line)
{
  if (n > 0)
    g_string_append_printf (out, "%s\n", line);
  g_free (line);
}

/**
 * eh_import_rows_summary:
 * @self: what an import adds
 *
 * Returns: (transfer full): what is added and left out, a line each, for people; without the notes
 *   and warnings
 */
char *
eh_import_rows_summary (const EhImportRows *self)
{
  GString *out = g_string_new (NULL);

  add_count (out, self->role_groups,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u role group added",
                                           "%u role groups added", self->role_groups),
                              self->role_groups));
  add_count (out, self->people,
             g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE, "%u person added", "%u people added", self->people),
                 self->people));
  add_count (out, self->workshops,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u workshop added",
                                           "%u workshops added", self->workshops),
                              self->workshops));
  add_count (out, self->activities,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity added",
                                           "%u activities added", self->activities),
                              self->activities));
  add_count (out, self->insights,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight added", "%u insights added",
                                           self->insights),
                              self->insights));
  add_count (out, self->resources,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resource added",
                                           "%u resources added", self->resources),
                              self->resources));
  add_count (out, self->skipped,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row left out", "%u rows left out",
                                           self->skipped),
                              self->skipped));
  if (out->len == 0)
    g_string_append_printf (out, "%s\n", _ ("Nothing to add"));
  return g_string_free (out, FALSE);
}
