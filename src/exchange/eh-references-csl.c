/* CSL-JSON: a list of objects, as Zotero writes them and the citation styles read them (schema of
 * CSL-JSON 1.0.2). */

#include "eh-references-private.h"

#include "eh-author.h"
#include "eh-json-out.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A publication holds authors, and they hold names; what is far deeper is meant to do harm. */
#define MOST_DEEP 24

static gboolean
is_too_deep (const char *text)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++) {
    if (quoted) {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        quoted = FALSE;
    } else if (*text == '"') {
      quoted = TRUE;
    } else if (*text == '[' || *text == '{') {
      if (++depth > MOST_DEEP)
        return TRUE;
    } else if ((*text == ']' || *text == '}') && depth > 0) {
      depth--;
    }
  }
  return FALSE;
}

static JsonNode *
member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;
}

/* A text, or a number as one: years and pages are written as either. */
static char *
text_of (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static void
take (JsonObject *object, const char *name, char **place)
{
  g_autofree char *text = text_of (member (object, name));

  eh_reference_set (place, text);
}

static void
take_authors (JsonObject *object, EhResource *resource)
{
  JsonNode *node = member (object, "author");
  JsonArray *authors = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                    : NULL;

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    JsonNode *each = json_array_get_element (authors, i);
    g_autofree char *family = NULL, *given = NULL, *literal = NULL, *name = NULL;

    if (!JSON_NODE_HOLDS_OBJECT (each))
      continue;
    family = text_of (member (json_node_get_object (each), "family"));
    given = text_of (member (json_node_get_object (each), "given"));
    literal = text_of (member (json_node_get_object (each), "literal"));
    name = family != NULL && given != NULL ? g_strdup_printf ("%s, %s", family, given) : NULL;
    eh_reference_add_author (resource, name != NULL ? name : family != NULL ? family : literal);
  }
}

/* {"date-parts": [[2021, 3]]}, or words. */
static void
take_year (JsonObject *object, EhResource *resource)
{
  JsonNode *issued = member (object, "issued");
  JsonNode *node = NULL;
  g_autofree char *text = NULL;

  if (issued == NULL || !JSON_NODE_HOLDS_OBJECT (issued))
    return;
  node = member (json_node_get_object (issued), "date-parts");
  while (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    node = json_array_get_length (json_node_get_array (node)) > 0
               ? json_array_get_element (json_node_get_array (node), 0)
               : NULL;
  if (node == NULL)
    node = member (json_node_get_object (issued), "raw");
  if (node == NULL)
    node = member (json_node_get_object (issued), "literal");
  text = text_of (node);
  eh_reference_set_year (resource, text);
}

static void
read_one (EhImportPlan *plan, JsonObject *object)
{
  EhResource *resource = eh_resource_new ();
  g_autofree char *doi = text_of (member (object, "DOI"));
  g_autofree char *type = text_of (member (object, "type"));

  take (object, "title", &resource->title);
  take_authors (object, resource);
  take_year (object, resource);
  take (object, "container-title", &resource->venue);
  take (object, "publisher", &resource->organisation);
  take (object, "URL", &resource->url);
  eh_reference_set_doi (resource, doi);
  take (object, "genre", &resource->kind);
  eh_reference_set (&resource->kind, eh_reference_kind_of (type, EH_REFERENCE_FORMAT_CSL));
  take (object, "note", &resource->summary);
  take (object, "abstract", &resource->summary);
  eh_reference_finish (plan, 0, resource);
}

/**
 * eh_references_read_csl:
 * @plan: takes what is read
 * @text: a file, in UTF-8
 */
void
eh_references_read_csl (EhImportPlan *plan, const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonNode *root = NULL;
  JsonArray *all = NULL;

  if (is_too_deep (text) || !json_parser_load_from_data (parser, text, -1, &error)) {
    eh_import_plan_fail (plan, 0, _ ("The file is damaged: it is not sound JSON."));
    return;
  }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)) {
    read_one (plan, json_node_get_object (root));
    return;
  }
  all = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++) {
    JsonNode *each = json_array_get_element (all, i);

    if (JSON_NODE_HOLDS_OBJECT (each))
      read_one (plan, json_node_get_object (each));
  }
}

static void
write_text (EhJsonOut *out, const char *name, const char *text)
{
  if (!eh_text_is_blank (text))
    eh_json_out_text (out, name, text);
}

static void
write_authors (EhJsonOut *out, const EhResource *resource)
{
  g_auto (GStrv) authors = g_strsplit (resource->authors, ";", -1);

  if (eh_text_is_blank (resource->authors))
    return;
  eh_json_out_begin_array (out, "author");
  for (guint i = 0; authors[i] != NULL; i++) {
    g_autofree char *family = NULL, *given = NULL;

    eh_json_out_begin_object (out, NULL);
    if (eh_author_split (authors[i], &family, &given)) {
      eh_json_out_text (out, "family", family);
      eh_json_out_text (out, "given", given);
    } else {
      eh_json_out_text (out, "literal", family);
    }
    eh_json_out_end_object (out);
  }
  eh_json_out_end_array (out);
}

static void
write_year (EhJsonOut *out, const EhResource *resource)
{
  if (resource->year <= 0)
    return;
  eh_json_out_begin_object (out, "issued");
  eh_json_out_begin_array (out, "date-parts");
  eh_json_out_begin_array (out, NULL);
  eh_json_out_int (out, NULL, resource->year);
  eh_json_out_end_array (out);
  eh_json_out_end_array (out);
  eh_json_out_end_object (out);
}

/**
 * eh_references_write_csl:
 * @resources: (element-type EhResource): publications
 *
 * Returns: (transfer full): the file
 */
GString *
eh_references_write_csl (GPtrArray *resources)
{
  g_autoptr (EhJsonOut) out = eh_json_out_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *whole;

  eh_json_out_begin_array (out, NULL);
  for (guint i = 0; i < resources->len; i++) {
    const EhResource *resource = resources->pdata[i];
    g_autofree char *key = eh_reference_key (resource, taken);

    eh_json_out_begin_object (out, NULL);
    eh_json_out_text (out, "id", key);
    eh_json_out_text (out, "type", eh_reference_type_of (resource->kind)->csl);
    write_text (out, "title", resource->title);
    write_authors (out, resource);
    write_year (out, resource);
    write_text (out, "container-title", resource->venue);
    write_text (out, "publisher", resource->organisation);
    write_text (out, "URL", resource->url);
    write_text (out, "DOI", resource->doi);
    write_text (out, "genre", resource->kind);
    write_text (out, "note", resource->summary);
    eh_json_out_end_object (out);
  }
  eh_json_out_end_array (out);
  whole = eh_json_out_finish (out);
  return g_string_new_len (whole->str, (gssize) whole->len);
}
