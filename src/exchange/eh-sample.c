/* The sample project: what data/sample.json says, as rows. The members of its objects have the
 * names of the rows' members; what refers to another object does so by its "ref". It stands on the
 * role groups, the default framework and the resources that ship, and has the same ids wherever it
 * is made. */

#include "eh-sample.h"

#include "eh-access-need.h"
#include "eh-dataset.h"
#include "eh-preset.h"
#include "eh-rate.h"
#include "eh-text.h"
#include "eh-venue-check.h"
#include "eh-when.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
  JsonObject *root;
  EhRowSet *rows;
  GHashTable *ids;    /* ref → EhId */
  GHashTable *places; /* ref of an activity → the JsonObject of its workshop */
  gint64 moment;      /* what is made now, in milliseconds since 1970, in UTC */
  guint n;
} Sample;

static JsonParser *
parse (void)
{
  g_autoptr (GBytes) bytes = eh_preset_read_data ("sample.json");
  g_autoptr (GError) error = NULL;
  JsonParser *parser = json_parser_new_immutable ();
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("the sample cannot be read: %s", error->message);
  return parser;
}

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static void
set_enum (const EhField *field, JsonObject *object, gpointer place)
{
  int value = 0;

  if (!eh_vocabulary_find (field->words, member (object, field->name), &value))
    g_error ("the sample has no %s “%s”", field->name, member (object, field->name));
  *(int *) place = value;
}

/* Sets the members of @row that @object has under the same name; references and times are not
 * among them. */
static void
fill (const EhRowType *type, gpointer row, JsonObject *object)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];
    gpointer place = (char *) row + field->offset;

    if (!json_object_has_member (object, field->name))
      continue;
    switch (field->kind) {
    case EH_FIELD_TEXT:
      eh_set_str (place, member (object, field->name));
      break;
    case EH_FIELD_BOOL:
      *(gboolean *) place = json_object_get_boolean_member (object, field->name);
      break;
    case EH_FIELD_INT:
      *(gint64 *) place = json_object_get_int_member (object, field->name);
      break;
    case EH_FIELD_REAL:
      *(double *) place = json_object_get_double_member (object, field->name);
      break;
    case EH_FIELD_ENUM:
      set_enum (field, object, place);
      break;
    case EH_FIELD_ID:
    case EH_FIELD_TIME:
    default:
      g_error ("the sample sets %s", field->name);
    }
  }
}

static EhWhen
read_moment (const char *date, const char *time)
{
  g_autofree char *text = g_strconcat (date, " ", time, NULL);
  EhWhen when;

  if (!eh_when_parse (text, EH_DATE_ORDER_DAY_FIRST, &when))
    g_error ("the sample has no time “%s”", text);
  return when;
}

/* From here on things are made at @date and @time, which is local time; ids are made as if it were
 * UTC, so that they do not depend on where the program runs. */
static gint64
go_to (Sample *self, const char *date, const char *time)
{
  EhWhen when = read_moment (date, time);
  gint64 local = eh_when_to_unix (&when);

  when.has_zone = TRUE;
  self->moment = eh_when_to_unix (&when) * 1000;
  return local;
}

static EhId
next_id (Sample *self, JsonObject *object)
{
  EhId id = eh_id_at (self->moment, ++self->n);

  if (object != NULL && json_object_has_member (object, "ref"))
    g_hash_table_insert (self->ids, g_strdup (member (object, "ref")), g_memdup2 (&id, sizeof id));
  return id;
}

static EhId
id_of (Sample *self, const char *ref)
{
  EhId *id;

  if (*ref == '\0')
    return EH_ID_NONE;
  id = g_hash_table_lookup (self->ids, ref);
  if (id == NULL)
    g_error ("the sample has no “%s”", ref);
  return *id;
}

static EhId
group_of (JsonObject *object, const char *name)
{
  const char *key = member (object, name);

  return *key != '\0' ? eh_id_from_key ("role_group", key) : EH_ID_NONE;
}

static EhId
category_of (const char *key)
{
  g_autofree char *path = g_strconcat (EH_PRESET_DEFAULT_FRAMEWORK, "/", key, NULL);

  return *key != '\0' ? eh_id_from_key ("category", path) : EH_ID_NONE;
}

typedef void (*Maker) (Sample *self, JsonObject *object, guint index, gpointer data);

static void
for_each (Sample *self, JsonObject *parent, const char *name, Maker make, gpointer data)
{
  JsonArray *array;

  if (!json_object_has_member (parent, name))
    return;
  array = json_object_get_array_member (parent, name);
  for (guint i = 0; i < json_array_get_length (array); i++)
    make (self, json_array_get_object_element (array, i), i, data);
}

static void
make_person (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhParticipant *person = eh_participant_new ();
  EhConsent *consent;

  fill (&eh_participant_row_type, person, object);
  person->id = next_id (self, object);
  person->role_group_id = group_of (object, "group");
  person->created_at = self->moment / 1000;
  eh_row_set_add (self->rows, &eh_participant_row_type, person);
  if (!json_object_has_member (object, "consent"))
    return;
  consent = eh_consent_new ();
  fill (&eh_consent_row_type, consent, json_object_get_object_member (object, "consent"));
  consent->id = person->id;
  eh_row_set_add (self->rows, &eh_consent_row_type, consent);
}

static void
make_access_need (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhAccessNeed *need = eh_access_need_new ();

  fill (&eh_access_need_row_type, need, object);
  need->id = next_id (self, object);
  need->participant_id = id_of (self, member (object, "who"));
  eh_row_set_add (self->rows, &eh_access_need_row_type, need);
}

static void
make_activity (Sample *self, JsonObject *object, guint index, gpointer data)
{
  JsonObject *workshop = data;
  EhActivity *activity = eh_activity_new ();

  fill (&eh_activity_row_type, activity, object);
  activity->id = next_id (self, object);
  activity->workshop_id = id_of (self, member (workshop, "ref"));
  activity->position = index;
  g_hash_table_insert (self->places, (gpointer) member (object, "ref"), workshop);
  eh_row_set_add (self->rows, &eh_activity_row_type, activity);
}

static void
make_attendances (Sample *self, EhId workshop_id, JsonObject *attendance)
{
  JsonObjectIter iter;
  const char *ref;
  JsonNode *node;

  json_object_iter_init (&iter, attendance);
  while (json_object_iter_next (&iter, &ref, &node)) {
    EhAttendance *row = eh_attendance_new ();
    int status = 0;

    if (!eh_vocabulary_find (&eh_presence_vocabulary, json_node_get_string (node), &status))
      g_error ("the sample has no presence “%s”", json_node_get_string (node));
    row->workshop_id = workshop_id;
    row->participant_id = id_of (self, ref);
    row->id = eh_id_from_pair ("attendance", workshop_id, row->participant_id);
    row->status = (EhPresence) status;
    eh_row_set_add (self->rows, &eh_attendance_row_type, row);
  }
}

static void
make_workshop (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhWorkshop *workshop = eh_workshop_new ();

  fill (&eh_workshop_row_type, workshop, object);
  workshop->id = next_id (self, object);
  workshop->position = index;
  workshop->created_at = self->moment / 1000;
  eh_row_set_add (self->rows, &eh_workshop_row_type, workshop);
  for_each (self, object, "activities", make_activity, object);
  make_attendances (self, workshop->id, json_object_get_object_member (object, "attendance"));
}

static void
find_span (const char *text, const char *span, EhMapping *mapping)
{
  const char *start = strstr (text, span);

  if (start == NULL)
    g_error ("the sample has no words “%s”", span);
  mapping->span_start = g_utf8_pointer_to_offset (text, start);
  mapping->span_end = mapping->span_start + g_utf8_strlen (span, -1);
}

static void
make_mapping (Sample *self, JsonObject *object, guint index, gpointer data)
{
  const EhInsight *insight = data;
  EhMapping *mapping = eh_mapping_new ();
  int placed_by = 0;

  fill (&eh_mapping_row_type, mapping, object);
  if (!eh_vocabulary_find (&eh_placed_by_vocabulary, member (object, "by"), &placed_by))
    g_error ("the sample has nobody who places as “%s”", member (object, "by"));
  mapping->placed_by = (EhPlacedBy) placed_by;
  mapping->insight_id = insight->id;
  mapping->category_id = category_of (member (object, "to"));
  mapping->id = eh_mapping_id (mapping->insight_id, mapping->category_id, mapping->coder);
  mapping->created_at = insight->created_at + 3600;
  if (json_object_has_member (object, "span"))
    find_span (insight->text, member (object, "span"), mapping);
  eh_row_set_add (self->rows, &eh_mapping_row_type, mapping);
}

static void
make_contributors (Sample *self, const EhInsight *insight, JsonObject *object)
{
  JsonArray *by;

  if (!json_object_has_member (object, "by"))
    return;
  by = json_object_get_array_member (object, "by");
  for (guint i = 0; i < json_array_get_length (by); i++) {
    EhContributor *row = eh_contributor_new ();

    row->insight_id = insight->id;
    row->participant_id = id_of (self, json_array_get_string_element (by, i));
    row->id = eh_id_from_pair ("contributor", row->insight_id, row->participant_id);
    row->speaking_as = group_of (object, "as");
    eh_row_set_add (self->rows, &eh_contributor_row_type, row);
  }
}

static void
make_insight (Sample *self, JsonObject *object, guint index, gpointer data)
{
  JsonObject *workshop = g_hash_table_lookup (self->places, member (object, "in"));
  EhInsight *insight = eh_insight_new ();

  if (workshop == NULL)
    g_error ("the sample has no activity “%s”", member (object, "in"));
  fill (&eh_insight_row_type, insight, object);
  insight->said_at = go_to (self, member (workshop, "date"), member (object, "at"));
  insight->created_at = insight->said_at;
  insight->id = next_id (self, object);
  insight->workshop_id = id_of (self, member (workshop, "ref"));
  insight->activity_id = id_of (self, member (object, "in"));
  insight->role_group_id = group_of (object, "group");
  insight->parked = *insight->parked_reason != '\0';
  eh_row_set_add (self->rows, &eh_insight_row_type, insight);
  make_contributors (self, insight, object);
  for_each (self, object, "map", make_mapping, insight);
}

static void
make_evidence (Sample *self, JsonObject *object, const char *name, EhStance stance, EhId block_id)
{
  JsonArray *refs;

  if (!json_object_has_member (object, name))
    return;
  refs = json_object_get_array_member (object, name);
  for (guint i = 0; i < json_array_get_length (refs); i++) {
    EhEvidence *row = eh_evidence_new ();

    row->block_id = block_id;
    row->insight_id = id_of (self, json_array_get_string_element (refs, i));
    row->id = eh_id_from_pair ("evidence", row->block_id, row->insight_id);
    row->stance = stance;
    eh_row_set_add (self->rows, &eh_evidence_row_type, row);
  }
}

static void
make_block (Sample *self, JsonObject *object, guint index, gpointer data)
{
  const EhGuidance *guidance = data;
  EhBlock *block = eh_block_new ();
  const char *resource = member (object, "cite");

  fill (&eh_block_row_type, block, object);
  block->id = next_id (self, object);
  block->guidance_id = guidance->id;
  block->position = index;
  block->category_id = category_of (member (object, "about"));
  block->insight_id = id_of (self, member (object, "quote"));
  block->resource_id = *resource != '\0' ? eh_id_from_key ("resource", resource) : EH_ID_NONE;
  block->created_at = guidance->created_at;
  eh_row_set_add (self->rows, &eh_block_row_type, block);
  make_evidence (self, object, "evidence", EH_STANCE_SUPPORTS, block->id);
  make_evidence (self, object, "shapes", EH_STANCE_SHAPES, block->id);
  make_evidence (self, object, "disagrees", EH_STANCE_DISAGREES, block->id);
}

static void
make_guidance (Sample *self)
{
  JsonObject *object = json_object_get_object_member (self->root, "guidance");
  EhGuidance *guidance = eh_guidance_new ();

  fill (&eh_guidance_row_type, guidance, object);
  guidance->created_at = go_to (self, member (object, "begun"), "09:30");
  guidance->id = next_id (self, object);
  eh_row_set_add (self->rows, &eh_guidance_row_type, guidance);
  for_each (self, object, "blocks", make_block, guidance);
}

static void
make_rate (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhRate *rate = eh_rate_new ();

  fill (&eh_rate_row_type, rate, object);
  rate->id = next_id (self, object);
  rate->position = index;
  eh_row_set_add (self->rows, &eh_rate_row_type, rate);
}

static void
make_invitation (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhInvitation *row = eh_invitation_new ();

  fill (&eh_invitation_row_type, row, object);
  row->workshop_id = *(EhId *) data;
  row->participant_id = id_of (self, member (object, "who"));
  row->id = eh_id_from_pair ("invitation", row->workshop_id, row->participant_id);
  eh_row_set_add (self->rows, &eh_invitation_row_type, row);
}

static void
make_venue_check (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhVenueCheck *row = eh_venue_check_new ();

  fill (&eh_venue_check_row_type, row, object);
  row->workshop_id = *(EhId *) data;
  row->id = eh_venue_check_id (row->workshop_id, row->item);
  eh_row_set_add (self->rows, &eh_venue_check_row_type, row);
}

static void
make_rule (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhGroundRule *row = eh_ground_rule_new ();

  fill (&eh_ground_rule_row_type, row, object);
  row->id = next_id (self, object);
  row->workshop_id = *(EhId *) data;
  row->position = index;
  eh_row_set_add (self->rows, &eh_ground_rule_row_type, row);
}

static void
make_promise (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhPromise *row = eh_promise_new ();

  fill (&eh_promise_row_type, row, object);
  row->id = next_id (self, object);
  row->workshop_id = *(EhId *) data;
  row->participant_id = id_of (self, member (object, "who"));
  row->role_group_id = group_of (object, "group");
  row->created_at = self->moment / 1000;
  eh_row_set_add (self->rows, &eh_promise_row_type, row);
}

static void
make_payment (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhPayment *row = eh_payment_new ();

  fill (&eh_payment_row_type, row, object);
  row->id = next_id (self, object);
  row->workshop_id = *(EhId *) data;
  row->participant_id = id_of (self, member (object, "who"));
  row->rate_id = id_of (self, member (object, "rate"));
  eh_row_set_add (self->rows, &eh_payment_row_type, row);
}

static void
make_plan (Sample *self, JsonObject *object, guint index, gpointer data)
{
  EhId workshop_id = id_of (self, member (object, "in"));

  for_each (self, object, "invitations", make_invitation, &workshop_id);
  for_each (self, object, "venue", make_venue_check, &workshop_id);
  for_each (self, object, "rules", make_rule, &workshop_id);
  for_each (self, object, "promises", make_promise, &workshop_id);
  for_each (self, object, "payments", make_payment, &workshop_id);
}

/**
 * eh_sample_fill_project:
 * @project: the row of a new project, which becomes that of the sample; its id and guid stay
 */
void
eh_sample_fill_project (EhProject *project)
{
  g_autoptr (JsonParser) parser = parse ();
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  EhWhen begun = read_moment (member (root, "begun"), "09:00");

  fill (&eh_project_row_type, project, json_object_get_object_member (root, "project"));
  project->framework_id = eh_id_from_key ("framework", EH_PRESET_DEFAULT_FRAMEWORK);
  project->created_at = eh_when_to_unix (&begun);
  project->sample = TRUE;
}

/**
 * eh_sample_rows:
 *
 * The rows refer to the usual role groups, to the categories of the default framework and to the
 * resources that ship: see eh_preset_role_groups(), eh_preset_framework_rows() and
 * eh_preset_resource_rows(), whose rows have to be there first.
 *
 * Returns: (transfer full): everything that the sample adds to a new project
 */
EhRowSet *
eh_sample_rows (void)
{
  g_autoptr (JsonParser) parser = parse ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Sample self = {
    json_node_get_object (json_parser_get_root (parser)), eh_row_set_new (), ids, places, 0, 0
  };

  go_to (&self, member (self.root, "begun"), "09:00");
  for_each (&self, self.root, "people", make_person, NULL);
  for_each (&self, self.root, "access_needs", make_access_need, NULL);
  for_each (&self, self.root, "workshops", make_workshop, NULL);
  for_each (&self, self.root, "insights", make_insight, NULL);
  make_guidance (&self);
  for_each (&self, self.root, "rates", make_rate, NULL);
  for_each (&self, self.root, "plans", make_plan, NULL);
  return self.rows;
}
