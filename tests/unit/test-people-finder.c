/* Picking a person by a few letters. */

#include "eh-people-finder.h"

static EhPeopleFinder *
room (void)
{
  EhPeopleFinder *finder = eh_people_finder_new ();

  eh_people_finder_add (finder, 1, "Asha Mensah", FALSE);
  eh_people_finder_add (finder, 2, "Ffion ap Gruffudd", TRUE);
  eh_people_finder_add (finder, 3, "José Álvarez", FALSE);
  eh_people_finder_add (finder, 4, "Mary-Anne O'Brien", TRUE);
  eh_people_finder_add (finder, 5, "Amir Mohamed", FALSE);
  eh_people_finder_add (finder, 6, "Tom", FALSE);
  return finder;
}

static void
test_finds (void)
{
  static const struct {
    const char *typed;
    const char *found;
  } cases[] = {
    { "ash", "1" },  { "ASHA M", "1" },     { "men", "1" }, { "jose", "3" },
    { "alva", "3" }, { "am", "1 5" },       { "fag", "2" }, { "fg", "" },
    { "anne", "4" }, { "brien", "4" },      { "mao", "4" }, { "t", "6" },
    { "zz", "" },    { "", "2 4 1 3 5 6" }, { "m o", "4" }, { "asha tom", "" },
  };
  g_autoptr (EhPeopleFinder) finder = room ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) ids = eh_people_finder_find (finder, cases[i].typed, 10);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint j = 0; j < ids->len; j++)
      g_string_append_printf (found, "%s%d", j > 0 ? " " : "", (int) g_array_index (ids, EhId, j));
    g_test_message ("%s", cases[i].typed);
    g_assert_cmpstr (found->str, ==, cases[i].found);
  }
}

static void
test_last_speaker_first (void)
{
  g_autoptr (EhPeopleFinder) finder = room ();
  g_autoptr (GArray) ids = NULL;

  eh_people_finder_note_spoke (finder, 5);
  eh_people_finder_note_spoke (finder, 1);
  eh_people_finder_note_spoke (finder, 5);
  ids = eh_people_finder_find (finder, "", 3);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, EhId, 0), ==, 5);
  g_assert_cmpint (g_array_index (ids, EhId, 1), ==, 1);
  g_assert_cmpint (g_array_index (ids, EhId, 2), ==, 2);
}

static void
test_knows (void)
{
  g_autoptr (EhPeopleFinder) finder = room ();

  g_assert_true (eh_people_finder_knows (finder, " jose  alvarez "));
  g_assert_false (eh_people_finder_knows (finder, "jose"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-finder/finds", test_finds);
  g_test_add_func ("/people-finder/last-speaker-first", test_last_speaker_first);
  g_test_add_func ("/people-finder/knows", test_knows);
  return g_test_run ();
}
