/* The decks and the checklist that ship: whole, with a source, and with keys that stay. */

#include "eh-deck.h"
#include "eh-venue-list.h"

#include <string.h>

static void
test_decks (void)
{
  g_autoptr (GPtrArray) decks = eh_deck_list ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (decks->len, ==, 4);
  for (guint i = 0; i < decks->len; i++) {
    const EhDeck *deck = decks->pdata[i];

    g_assert_true (g_hash_table_add (keys, deck->key));
    g_assert_cmpstr (deck->name, !=, "");
    g_assert_cmpstr (deck->use, !=, "");
    g_assert_cmpstr (deck->source, !=, "");
    g_assert_cmpstr (deck->note, !=, "");
    g_assert_cmpuint (deck->activities->len, >, 3);
    for (guint j = 0; j < deck->activities->len; j++) {
      const EhActivity *activity = deck->activities->pdata[j];

      g_assert_cmpstr (activity->title, !=, "");
      g_assert_cmpint (activity->minutes, >, 0);
      g_assert_true ((activity->method == EH_METHOD_BREAK) == (*activity->prompt == '\0'));
    }
  }
}

/* The meeting asked six questions; welcome, break and close are ours. */
static void
test_six_questions (void)
{
  g_autoptr (GPtrArray) decks = eh_deck_list ();
  const EhDeck *deck = decks->pdata[0];

  g_assert_cmpstr (deck->key, ==, "hows-and-whys");
  g_assert_cmpuint (deck->activities->len, ==, 6 + 3);
  g_assert_nonnull (strstr (deck->source, "hows and whys"));
}

static void
test_venue (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (eh_venue_list_size (), ==, 18);
  for (guint i = 0; i < eh_venue_list_size (); i++) {
    EhVenueItem item = eh_venue_list_item (i);

    g_assert_true (g_hash_table_add (keys, (gpointer) item.key));
    g_assert_true (eh_venue_list_knows (item.key));
    g_assert_cmpstr (item.label, !=, "");
    g_assert_cmpstr (item.hint, !=, "");
  }
  g_assert_false (eh_venue_list_knows ("swimming_pool"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deck/decks", test_decks);
  g_test_add_func ("/deck/six-questions", test_six_questions);
  g_test_add_func ("/deck/venue", test_venue);
  return g_test_run ();
}
