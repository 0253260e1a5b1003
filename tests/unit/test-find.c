/* Finding and replacing words of a document: in any case, through emphasis and links, and without
 * touching what is a citation. */

#include "eh-find.h"

#include "eh-text.h"

static EhBlock *
block_new (const char *text, const char *detail)
{
  EhBlock *block = eh_block_new ();

  block->id = eh_id_new ();
  block->kind = EH_BLOCK_KIND_PARAGRAPH;
  eh_set_str (&block->text, text);
  eh_set_str (&block->detail, detail);
  return block;
}

static void
test_hits (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  g_autoptr (GArray) hits = NULL;
  const EhHit *hit;

  g_ptr_array_add (blocks, block_new ("Agenda and **agenda**", "no AGENDA here"));
  g_ptr_array_add (blocks, block_new ("nothing", ""));
  hits = eh_find_in_blocks (blocks, "agenda");
  g_assert_cmpuint (hits->len, ==, 3);
  hit = &g_array_index (hits, EhHit, 1);
  /* Where the reader sees it, without the asterisks. */
  g_assert_cmpint (hit->start, ==, 11);
  g_assert_cmpint (hit->end, ==, 17);
  g_assert_false (hit->detail);
  g_assert_true (g_array_index (hits, EhHit, 2).detail);
  g_clear_pointer (&hits, g_array_unref);
  hits = eh_find_in_blocks (blocks, "");
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
replace (const char *markup, const char *words, const char *with, int only, const char *wanted)
{
  g_autofree char *got = eh_find_replace (markup, TRUE, words, with, only);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_replace (void)
{
  replace ("users and Users", "users", "people", -1, "people and people");
  replace ("users and users", "users", "people", 1, "users and people");
  replace ("**users** say", "users", "people", -1, "**people** say");
  replace ("see [our users](https://example.org/users)", "users", "people", -1,
           "see [our people](https://example.org/users)");
  replace ("as [@users-2020] say of users", "users", "people", -1,
           "as [@users-2020] say of people");
  replace ("aaa", "aa", "b", -1, "ba");
  replace ("nothing", "users", "people", -1, "nothing");
}

/* The words of a table have no signs. */
static void
test_plain (void)
{
  g_autofree char *got = eh_find_replace ("a * b | users", FALSE, "users", "p*ple", -1);

  g_assert_cmpstr (got, ==, "a * b | p*ple");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/hits", test_hits);
  g_test_add_func ("/find/replace", test_replace);
  g_test_add_func ("/find/plain", test_plain);
  return g_test_run ();
}
