/* The wall as it is pasted: where notes end, what is taken off, which are alike. */

#include "eh-wall-split.h"

static const EhWallPiece *
at (GPtrArray *pieces, guint i)
{
  g_assert_cmpuint (i, <, pieces->len);
  return pieces->pdata[i];
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) pieces = eh_wall_split ("- Start later\r\n* \"Ask us first\"\n3) Pay "
                                                "people\n\n  • “Lift is broken”  \n-5 degrees\n",
                                                EH_WALL_AUTO);

  g_assert_cmpuint (pieces->len, ==, 5);
  g_assert_cmpstr (at (pieces, 0)->text, ==, "Start later");
  g_assert_cmpstr (at (pieces, 1)->text, ==, "Ask us first");
  g_assert_cmpstr (at (pieces, 2)->text, ==, "Pay people");
  g_assert_cmpstr (at (pieces, 3)->text, ==, "Lift is broken");
  g_assert_cmpstr (at (pieces, 4)->text, ==, "-5 degrees");
}

static void
test_gaps (void)
{
  const char *words = "The letter came\nafter the meeting.\n\nNobody said why.\n\n“Yes” and “no”";
  g_autoptr (GPtrArray) pieces = eh_wall_split (words, EH_WALL_AUTO);
  g_autoptr (GPtrArray) lines = eh_wall_split (words, EH_WALL_LINES);

  g_assert_cmpint (eh_wall_guess (words), ==, EH_WALL_GAPS);
  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpstr (at (pieces, 0)->text, ==, "The letter came\nafter the meeting.");
  g_assert_cmpstr (at (pieces, 2)->text, ==, "“Yes” and “no”");
  g_assert_cmpuint (lines->len, ==, 4);
}

static void
test_slips (void)
{
  static const struct {
    const char *typed;
    const char *slip;
    const char *text;
  } cases[] = {
    { "17: The lift", "17", "The lift" },
    { "W2-017 The lift", "17", "The lift" },
    { "#4 The lift", "4", "The lift" },
    { "k7rqm: The lift", "k7rqm", "The lift" },
    { "• 12 – \"The lift\"", "12", "The lift" },
    { "10:30 is too early", NULL, "10:30 is too early" },
    { "2 of us came", NULL, "2 of us came" },
    { "Money: pay us", NULL, "Money: pay us" },
    { "17:", NULL, "17:" },
    { "COVID-19 changed it", NULL, "COVID-19 changed it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EhWallPiece) piece = eh_wall_piece_new (cases[i].typed);

    g_assert_cmpstr (piece->slip, ==, cases[i].slip);
    g_assert_cmpstr (piece->text, ==, cases[i].text);
  }
}

static void
test_nothing_and_much (void)
{
  g_autoptr (GPtrArray) none = eh_wall_split (" \n\n - \n", EH_WALL_AUTO);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) many = NULL;
  g_autofree char *far_too_long = g_strnfill (EH_WALL_LONG + 1, 'x');
  g_autoptr (EhWallPiece) piece = eh_wall_piece_new (far_too_long);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (words, "note that says the number %u\n", i);
  many = eh_wall_split (words->str, EH_WALL_AUTO);
  g_assert_cmpuint (none->len, <=, 1);
  g_assert_cmpuint (many->len, ==, 1000);
  g_assert_true (piece->is_long);
  g_assert_false (at (many, 0)->is_long);
}

static void
test_alike (void)
{
  const char *known[] = { "Pay people on the day, in cash", "Short", NULL };
  g_autoptr (GPtrArray) pieces = eh_wall_split ("pay people, on the day in cash!\n"
                                                "Pay people in cash on the very day\n"
                                                "Short one\nshort\n"
                                                "The lift was broken again today\n"
                                                "the lift was broken again, today",
                                                EH_WALL_LINES);

  eh_wall_compare (pieces, known);
  g_assert_cmpint (at (pieces, 0)->like, ==, 0);
  g_assert_true (at (pieces, 0)->like_known);
  g_assert_true (at (pieces, 1)->like_known);
  g_assert_cmpint (at (pieces, 2)->like, ==, -1);
  g_assert_cmpint (at (pieces, 3)->like, ==, 1);
  g_assert_cmpint (at (pieces, 4)->like, ==, -1);
  g_assert_cmpint (at (pieces, 5)->like, ==, 4);
  g_assert_false (at (pieces, 5)->like_known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-split/lines", test_lines);
  g_test_add_func ("/wall-split/gaps", test_gaps);
  g_test_add_func ("/wall-split/slips", test_slips);
  g_test_add_func ("/wall-split/nothing-and-much", test_nothing_and_much);
  g_test_add_func ("/wall-split/alike", test_alike);
  return g_test_run ();
}
