/* A whole document as text, for the versions that a team names: JSON, a member for each member of
 * a row that is not as in a new one. Ids are strings, for a number of JSON holds 53 bits alone.
 *
 *   {"guidance": {…}, "blocks": [{…}], "evidence": [{…}]}
 */

#include "eh-guidance-body.h"

#include "eh-text.h"

#include <json-glib/json-glib.h>

#define MEMBER(row, field, Type) (*(Type *) (gpointer) ((char *) (row) + (field)->offset))
#define MEMBER_OF(row, field, Type)                                                                \
  (*(const Type *) (gconstpointer) ((const char *) (row) + (field)->offset))

static GPtrArray *
rows_new (const EhRowType *type)
{
  return g_ptr_array_new_with_free_func (type->free);
}

/**
 * eh_guidance_body_new:
 * @guidance: (nullable): a document
 *
 * Returns: (transfer full): @guidance without blocks
 */
EhGuidanceBody *
eh_guidance_body_new (const EhGuidance *guidance)
{
  EhGuidanceBody *self = g_new0 (EhGuidanceBody, 1);

  self->guidance = guidance != NULL ? eh_guidance_copy (guidance) : eh_guidance_new ();
  self->blocks = rows_new (&eh_block_row_type);
  self->evidences = rows_new (&eh_evidence_row_type);
  return self;
}

void
eh_guidance_body_free (EhGuidanceBody *self)
{
  if (self == NULL)
    return;
  eh_guidance_free (self->guidance);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->evidences);
  g_free (self);
}

/* ---- To text ---- */

static void
add_member (JsonBuilder *builder, const EhField *field, gconstpointer row)
{
  g_autofree char *id = NULL;

  json_builder_set_member_name (builder, field->name);
  switch (field->kind) {
  case EH_FIELD_TEXT:
    json_builder_add_string_value (builder, MEMBER_OF (row, field, char *));
    break;
  case EH_FIELD_REAL:
    json_builder_add_double_value (builder, MEMBER_OF (row, field, double));
    break;
  case EH_FIELD_BOOL:
    json_builder_add_boolean_value (builder, MEMBER_OF (row, field, gboolean));
    break;
  case EH_FIELD_ENUM:
    json_builder_add_string_value (builder,
                                   eh_vocabulary_key (field->words, MEMBER_OF (row, field, int)));
    break;
  case EH_FIELD_ID:
    id = g_strdup_printf ("%" EH_ID_FORMAT, MEMBER_OF (row, field, EhId));
    json_builder_add_string_value (builder, id);
    break;
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
  default:
    json_builder_add_int_value (builder, MEMBER_OF (row, field, gint64));
    break;
  }
}

static void
add_row (JsonBuilder *builder, const EhRowType *type, gconstpointer row)
{
  gpointer plain = eh_row_new (type);

  json_builder_begin_object (builder);
  for (guint i = 0; i < type->n_fields; i++)
    if (!eh_row_field_equal (&type->fields[i], row, plain))
      add_member (builder, &type->fields[i], row);
  json_builder_end_object (builder);
  eh_row_free (type, plain);
}

static void
add_rows (JsonBuilder *builder, const char *name, const EhRowType *type, GPtrArray *rows)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    add_row (builder, type, rows->pdata[i]);
  json_builder_end_array (builder);
}

/**
 * eh_guidance_body_to_json:
 * @self: a document
 *
 * Returns: (transfer full): the same as JSON
 */
char *
eh_guidance_body_to_json (const EhGuidanceBody *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "guidance");
  add_row (builder, &eh_guidance_row_type, self->guidance);
  add_rows (builder, "blocks", &eh_block_row_type, self->blocks);
  add_rows (builder, "evidence", &eh_evidence_row_type, self->evidences);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* ---- From text ---- */

static const char *
string_of (JsonNode *node)
{
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                      : NULL;

  return text != NULL ? text : "";
}

static void
read_member (JsonNode *node, const EhField *field, gpointer row)
{
  int value;

  switch (field->kind) {
  case EH_FIELD_TEXT:
    eh_set_str (&MEMBER (row, field, char *), string_of (node));
    break;
  case EH_FIELD_REAL:
    MEMBER (row, field, double) = json_node_get_double (node);
    break;
  case EH_FIELD_BOOL:
    MEMBER (row, field, gboolean) = json_node_get_boolean (node);
    break;
  case EH_FIELD_ENUM:
    if (eh_vocabulary_find (field->words, string_of (node), &value))
      MEMBER (row, field, int) = value;
    break;
  case EH_FIELD_ID:
    MEMBER (row, field, EhId) = g_ascii_strtoll (string_of (node), NULL, 10);
    break;
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
  default:
    MEMBER (row, field, gint64) = json_node_get_int (node);
    break;
  }
}

static void
read_row (JsonObject *object, const EhRowType *type, gpointer row)
{
  for (guint i = 0; i < type->n_fields; i++) {
    JsonNode *node = json_object_get_member (object, type->fields[i].name);

    if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
      read_member (node, &type->fields[i], row);
  }
}

static JsonNode *
member_of (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static void
read_rows (JsonObject *object, const char *name, const EhRowType *type, GPtrArray *rows)
{
  JsonNode *node = member_of (object, name, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++) {
    JsonNode *element = json_array_get_element (array, i);
    gpointer row;

    if (!JSON_NODE_HOLDS_OBJECT (element))
      continue;
    row = eh_row_new (type);
    read_row (json_node_get_object (element), type, row);
    g_ptr_array_add (rows, row);
  }
}

/**
 * eh_guidance_body_from_json:
 * @json: what eh_guidance_body_to_json() gave, from a file that may say anything
 *
 * Returns: (transfer full) (nullable): the document; %NULL if it cannot be read
 */
EhGuidanceBody *
eh_guidance_body_from_json (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  g_autoptr (EhGuidanceBody) self = NULL;
  JsonObject *object;
  JsonNode *guidance;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  guidance = member_of (object, "guidance", JSON_NODE_OBJECT);
  if (guidance == NULL)
    return NULL;
  self = eh_guidance_body_new (NULL);
  read_row (json_node_get_object (guidance), &eh_guidance_row_type, self->guidance);
  read_rows (object, "blocks", &eh_block_row_type, self->blocks);
  read_rows (object, "evidence", &eh_evidence_row_type, self->evidences);
  return g_steal_pointer (&self);
}

/* ---- Forgetting ---- */

typedef struct {
  GHashTable *insight_ids;
  const EhPassages *words;
  const char *instead;
} Forgetting;

static gboolean
forget_in_row (const EhRowType *type, gpointer row, const Forgetting *forgetting)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < type->n_fields; i++) {
    char **text = &MEMBER (row, &type->fields[i], char *);
    g_autoptr (GArray) found = type->fields[i].kind == EH_FIELD_TEXT
                                   ? eh_passages_find (forgetting->words, *text)
                                   : NULL;
    char *rest;

    if (found == NULL)
      continue;
    rest = eh_passages_replace (*text, found, forgetting->instead);
    g_free (*text);
    *text = rest;
    changed = TRUE;
  }
  return changed;
}

static gboolean
forget_block (EhBlock *block, const Forgetting *forgetting)
{
  gboolean changed = forget_in_row (&eh_block_row_type, block, forgetting);

  if (!g_hash_table_contains (forgetting->insight_ids, &block->insight_id))
    return changed;
  /* What a quotation says of its own is the same words, shortened or mended. */
  block->insight_id = EH_ID_NONE;
  eh_set_str (&block->text, "");
  eh_set_str (&block->detail, "");
  return TRUE;
}

/**
 * eh_guidance_body_forget:
 * @self: a document
 * @insight_ids: (element-type EhId): a set of insights that are erased
 * @words: what they say
 * @instead: what stands where that stood
 *
 * Takes out what the document holds of them.
 *
 * Returns: whether it held anything
 */
gboolean
eh_guidance_body_forget (EhGuidanceBody *self,
                         GHashTable *insight_ids,
                         const EhPassages *words,
                         const char *instead)
{
  const Forgetting forgetting = { insight_ids, words, instead };
  gboolean changed = forget_in_row (&eh_guidance_row_type, self->guidance, &forgetting);

  for (guint i = 0; i < self->blocks->len; i++)
    changed |= forget_block (self->blocks->pdata[i], &forgetting);
  for (guint i = self->evidences->len; i > 0; i--) {
    EhEvidence *evidence = self->evidences->pdata[i - 1];

    if (g_hash_table_contains (insight_ids, &evidence->insight_id)) {
      g_ptr_array_remove_index (self->evidences, i - 1);
      changed = TRUE;
    } else {
      changed |= forget_in_row (&eh_evidence_row_type, evidence, &forgetting);
    }
  }
  return changed;
}
