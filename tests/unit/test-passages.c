/* Where somebody's words stand in other texts: however they were copied, and nowhere else. */

#include "eh-passages.h"

#include <string.h>

#define SAID                                                                                       \
  "The agenda was set before we met, and nobody told us that it wasn't too late to change it – " \
  "so we didn't."

typedef struct {
  const char *text;
  const char *rest; /* NULL where nothing is found */
} Case;

static const Case copied[] = {
  { SAID, "#." },
  { "They said: " SAID " And so on.", "They said: #. And so on." },
  { "They said “" SAID "” twice.", "They said # twice." },
  { "They said *\"" SAID "\"*, twice.", "They said *#*, twice." },
  { "THE AGENDA  WAS SET\nBEFORE WE MET and nobody told us", "#" },
  { "the agenda was set\u00a0before we met - and nobody told us that it wasn’t too late", "#" },
  { "‘nobody told us that it wasn´t too late to change’", "#" },
  { "nobody told us that it wasn‘t", NULL },
  { "He said nobody told us that it wasn’t too late to him", "He said # him" },
  { "The agénda wàs set before we\u00ad met, and no\u200bbody told", "#" },
  { "The agenda was set … nobody told us that … change it, they say", "#, they say" },
  { "The agenda was set [...] nobody told us that it wasn't", "#" },
  { "The agenda was set before [the group] met, and nobody told us", "#" },
  { "They said: the agenda [for the talk] was set before we met … nobody told", "They said: #" },
  { "Now we met. … told us that it wasn't too late to change", "Now #" },
  { "The agenda [was set](https://example.org) before we met, and nobody", NULL },
  /* Seven words are anybody's, and so are eight of them in another order. */
  { "The agenda was set before we met.", NULL },
  { "we met before the agenda was set and nobody told", NULL },
  { "nobody told us that … the agenda was set before", NULL },
  { "The agenda was set. Nobody told us that it was.", NULL },
  { "", NULL },
};

static const char *const shorter[] = { "Too far for the bus", "Transport costs", "Yes, but",
                                       "这个会议的议程在我们见面之前就已经定好了" };

static const Case short_ones[] = {
  { "It is too far, for the bus!", "It is #!" },
  { "Too far for a bus", NULL },
  { "Pay for transport costs early.", "Pay for # early." },
  { "Yes, but how?", NULL },
  { "他们说：这个会议的议程在我们见面之前就已经定好了。", "他们说：#。" },
  { "他们说：这个会议的议程在我们见面之前就已", "他们说：#" },
  { "议程在我们见面", NULL },
};

static char *
rest_of (EhPassages *said, const char *text)
{
  g_autoptr (GArray) found = eh_passages_find (said, text);

  return found != NULL ? eh_passages_replace (text, found, "#") : NULL;
}

static void
check (EhPassages *said, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *rest = rest_of (said, cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (rest, ==, cases[i].rest);
  }
}

static void
test_copied (void)
{
  g_autoptr (EhPassages) said = eh_passages_new ();

  g_assert_true (eh_passages_is_empty (said));
  eh_passages_add (said, SAID);
  check (said, copied, G_N_ELEMENTS (copied));
}

static void
test_short_ones (void)
{
  g_autoptr (EhPassages) said = eh_passages_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shorter); i++)
    eh_passages_add (said, shorter[i]);
  check (said, short_ones, G_N_ELEMENTS (short_ones));
}

static gboolean
is_sure (EhPassages *said, const char *text)
{
  g_autoptr (GArray) found = eh_passages_find (said, text);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, 1);
  return g_array_index (found, EhPassage, 0).sure;
}

/* A few words may be a coincidence, unless they are set apart. */
static void
test_sure (void)
{
  g_autoptr (EhPassages) said = eh_passages_new ();

  eh_passages_add (said, "Transport costs");
  eh_passages_add (said, "Too far for the bus");
  g_assert_false (is_sure (said, "Pay for transport costs early."));
  g_assert_true (is_sure (said, "They spoke of “transport costs.”"));
  g_assert_true (is_sure (said, "Childcare\n- transport costs\nNoise"));
  g_assert_true (is_sure (said, "It is too far for the bus, they said."));
}

static void
test_all (void)
{
  g_autoptr (EhPassages) said = eh_passages_new ();
  static const char all[] = "“Too far for the bus” – “transport costs”!";
  static const char not_all[] = "“Too far for the bus” and “transport costs”!";
  g_autoptr (GArray) in_all = NULL;
  g_autoptr (GArray) in_not_all = NULL;
  g_autofree char *rest = NULL;

  eh_passages_add (said, "Transport costs");
  eh_passages_add (said, "Too far for the bus");
  in_all = eh_passages_find (said, all);
  in_not_all = eh_passages_find (said, not_all);
  g_assert_cmpuint (in_all->len, ==, 2);
  g_assert_true (eh_passages_are_all (all, in_all));
  g_assert_false (eh_passages_are_all (not_all, in_not_all));
  rest = eh_passages_replace (all, in_all, "#");
  g_assert_cmpstr (rest, ==, "#!");
}

static void
test_fold (void)
{
  static const char a[] = "“The AGENDA — wasn't set”";
  static const char b[] = "the agenda, wasn’t\nset";
  const EhPassage in_a = { 0, strlen (a), TRUE };
  const EhPassage in_b = { 0, strlen (b), TRUE };
  g_autofree char *folded_a = eh_passages_fold (a, &in_a);
  g_autofree char *folded_b = eh_passages_fold (b, &in_b);

  g_assert_cmpstr (folded_a, ==, folded_b);
}

/* Nothing but the same word, again and again, is no reason to wait. */
static void
test_same_again (void)
{
  g_autoptr (EhPassages) said = eh_passages_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "no ");
  eh_passages_add (said, text->str);
  g_string_append (text, "yes");
  rest = rest_of (said, text->str);
  g_assert_cmpstr (rest, ==, "# yes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passages/copied", test_copied);
  g_test_add_func ("/passages/short-ones", test_short_ones);
  g_test_add_func ("/passages/sure", test_sure);
  g_test_add_func ("/passages/all", test_all);
  g_test_add_func ("/passages/fold", test_fold);
  g_test_add_func ("/passages/same-again", test_same_again);
  return g_test_run ();
}
