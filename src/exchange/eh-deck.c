/* Run sheets that ship with the program, for a team to begin with: data/decks.json. Like the
 * frameworks they stay in the English that they were written in; a team makes them its own. */

#include "eh-deck.h"

#include "eh-preset.h"
#include "eh-text.h"

#include <json-glib/json-glib.h>

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static EhActivity *
activity_of (JsonObject *object, guint place)
{
  EhActivity *activity = eh_activity_new ();
  int method = EH_METHOD_OPEN_TALK;

  if (!eh_vocabulary_find (&eh_method_vocabulary, member (object, "method"), &method))
    g_error ("a deck has no way of working “%s”", member (object, "method"));
  activity->position = place;
  activity->method = (EhMethod) method;
  activity->minutes = json_object_get_int_member (object, "minutes");
  activity->small_groups = json_object_get_boolean_member_with_default (object, "small_groups",
                                                                        FALSE);
  eh_set_str (&activity->title, member (object, "title"));
  eh_set_str (&activity->prompt, member (object, "prompt"));
  eh_set_str (&activity->materials, member (object, "materials"));
  return activity;
}

static EhDeck *
deck_of (JsonObject *sources, JsonObject *object)
{
  EhDeck *self = g_new0 (EhDeck, 1);
  JsonArray *activities = json_object_get_array_member (object, "activities");

  self->key = g_strdup (member (object, "key"));
  self->name = g_strdup (member (object, "name"));
  self->use = g_strdup (member (object, "use"));
  self->source = g_strdup (
      member (json_object_get_object_member (sources, member (object, "source")), "cite"));
  self->note = g_strdup (member (object, "verified_note"));
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_activity_free);
  for (guint i = 0; i < json_array_get_length (activities); i++)
    g_ptr_array_add (self->activities,
                     activity_of (json_array_get_object_element (activities, i), i));
  return self;
}

/**
 * eh_deck_list:
 *
 * Returns: (transfer full) (element-type EhDeck): every deck that ships
 */
GPtrArray *
eh_deck_list (void)
{
  g_autoptr (GBytes) bytes = eh_preset_read_data ("decks.json");
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  GPtrArray *decks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_deck_free);
  JsonObject *root;
  JsonArray *list;

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("the decks cannot be read: %s", error->message);
  root = json_node_get_object (json_parser_get_root (parser));
  list = json_object_get_array_member (root, "decks");
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (decks, deck_of (json_object_get_object_member (root, "sources"),
                                     json_array_get_object_element (list, i)));
  return decks;
}

/**
 * eh_deck_free:
 * @self: (nullable) (transfer full): a deck
 */
void
eh_deck_free (EhDeck *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->use);
  g_free (self->source);
  g_free (self->note);
  g_ptr_array_unref (self->activities);
  g_free (self);
}
