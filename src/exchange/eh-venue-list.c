/* What to find out about a room before people are asked to come to it. The items follow the access
 * guides of disabled people's organisations (Shaping Our Lives; Social Care Institute for
 * Excellence), in our words. Keys never change: projects keep them. */

#include "eh-venue-list.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const EhVenueItem items[] = {
  { "entrance", NC_ ("venue", "A level or ramped way in"),
    NC_ ("venue", "At the door that everybody uses, and open on the day.") },
  { "doors", NC_ ("venue", "Doors wide and light enough"),
    NC_ ("venue", "For a large wheelchair, without calling for help.") },
  { "lift", NC_ ("venue", "A lift, or the ground floor"),
    NC_ ("venue", "Working, with buttons within reach.") },
  { "toilet", NC_ ("venue", "An accessible toilet"),
    NC_ ("venue", "Near the room, unlocked, not used as a store.") },
  { "parking", NC_ ("venue", "Parking that is kept free"),
    NC_ ("venue", "For those who need it, close to the door.") },
  { "loop", NC_ ("venue", "A hearing loop that was tested"),
    NC_ ("venue", "By somebody who uses one. Write down the day.") },
  { "seating", NC_ ("venue", "Seats with and without arms"),
    NC_ ("venue", "Room to move between tables, and a table of the right height.") },
  { "lighting", NC_ ("venue", "Even light, no flicker"),
    NC_ ("venue", "Faces and hands can be seen: for lip reading and for signing.") },
  { "noise", NC_ ("venue", "Little noise"),
    NC_ ("venue", "No machines, no echo, doors that shut.") },
  { "quiet_room", NC_ ("venue", "A quiet room"),
    NC_ ("venue", "To leave for a while, without explaining.") },
  { "catering", NC_ ("venue", "Food that says what is in it"),
    NC_ ("venue", "Labelled, and asked for beforehand.") },
  { "transport", NC_ ("venue", "Buses or trains near by"),
    NC_ ("venue", "With a way from the stop that can be walked and wheeled.") },
  { "signs", NC_ ("venue", "Signs from the street to the room"),
    NC_ ("venue", "Large, with plain words, and a person to ask.") },
  { "evacuation", NC_ ("venue", "A way out for everyone"),
    NC_ ("venue", "A plan for those who cannot use stairs or hear an alarm.") },
  { "neutral_toilet", NC_ ("venue", "A toilet for any gender"),
    NC_ ("venue", "Besides the accessible one.") },
  { "prayer", NC_ ("venue", "A place to pray"), NC_ ("venue", "And times in the day for it.") },
  { "dogs", NC_ ("venue", "A place for assistance dogs"),
    NC_ ("venue", "Water, room beside a chair, and grass not far away.") },
  { "remote", NC_ ("venue", "What is needed to join from afar"),
    NC_ ("venue", "A microphone in the middle, captions, and somebody who looks after it.") },
};

/**
 * eh_venue_list_size:
 *
 * Returns: how many items there are
 */
guint
eh_venue_list_size (void)
{
  return G_N_ELEMENTS (items);
}

/**
 * eh_venue_list_item:
 * @i: which, from 0
 *
 * Returns: the item, with its words in the language of the program
 */
EhVenueItem
eh_venue_list_item (guint i)
{
  EhVenueItem item = { 0 };

  g_return_val_if_fail (i < G_N_ELEMENTS (items), item);
  item.key = items[i].key;
  item.label = g_dpgettext2 (GETTEXT_PACKAGE, "venue", items[i].label);
  item.hint = g_dpgettext2 (GETTEXT_PACKAGE, "venue", items[i].hint);
  return item;
}

/**
 * eh_venue_list_knows:
 * @key: a key that a project keeps
 *
 * Returns: whether this version of the list has it
 */
gboolean
eh_venue_list_knows (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (g_str_equal (items[i].key, key))
      return TRUE;
  return FALSE;
}
