/* The form in which words are kept and compared: two laptops that clean the same words differently
 * would never agree on who is who. */

#include "eh-text.h"

typedef struct {
  const char *text;
  const char *clean;
  const char *line;
} Case;

static const Case cases[] = {
  { NULL, "", "" },
  { "", "", "" },
  { "   ", "", "" },
  { "plain", "plain", "plain" },
  { "two words", "two words", "two words" },
  { "two  spaces", "two  spaces", "two spaces" },
  { " at the ends ", "at the ends", "at the ends" },
  { "a\r\nb\rc\n", "a\nb\nc", "a b c" },
  { "tab\tstays", "tab\tstays", "tab stays" },
  { "bell\a and \x1f", "bell and", "bell and" },
  { "e\xcc\x81", "\xc3\xa9", "\xc3\xa9" },
  { "no\u00a0break", "no\u00a0break", "no break" },
  { "c1\302\205gone", "c1gone", "c1gone" },
};

static void
test_clean (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *clean = eh_text_clean (cases[i].text);
    g_autofree char *line = eh_text_clean_line (cases[i].text);

    g_assert_cmpstr (clean, ==, cases[i].clean);
    g_assert_cmpstr (line, ==, cases[i].line);
  }
}

static void
test_compare (void)
{
  g_autofree char *one = eh_text_fold ("Zoë  QUAYE");
  g_autofree char *other = eh_text_fold ("zoe quaye");
  g_autofree char *slug = eh_text_slug ("Health, care & community staff!");
  g_autofree char *welsh = eh_text_slug ("Siân Llŷr");
  g_autofree char *nothing = eh_text_slug ("…");

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (slug, ==, "health-care-community-staff");
  g_assert_cmpstr (welsh, ==, "sian-llyr");
  g_assert_cmpstr (nothing, ==, "x");
}

static void
test_names (void)
{
  g_autofree char *initials = eh_text_initials ("Mary-Jane  ó Brien");
  g_autofree char *first = eh_text_first_name ("  Asha Mensah");
  g_autofree char *whole = eh_text_shorten ("twelve chars", 12);
  g_autofree char *cut = eh_text_shorten ("twelve chars and more", 14);

  g_assert_cmpstr (initials, ==, "MJÓB");
  g_assert_cmpstr (first, ==, "Asha");
  g_assert_cmpstr (whole, ==, "twelve chars");
  g_assert_cmpstr (cut, ==, "twelve chars…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/compare", test_compare);
  g_test_add_func ("/text/names", test_names);
  return g_test_run ();
}
