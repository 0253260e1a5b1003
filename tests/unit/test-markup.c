/* The markup of people's words: what is a mark, what is only what it looks like, and that writing
 * gives what reads the same, whatever was typed. */

#include "eh-markup.h"

#include <glib.h>
#include <string.h>

/* The pieces as one line: "s:" strong, "e:" emphasis, "L<words|target>", "N<...>", "C<...>". */
static char *
told (const char *markup)
{
  g_autoptr (GArray) pieces = eh_markup_parse (markup);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const EhMarkupPiece *piece = &g_array_index (pieces, EhMarkupPiece, i);
    static const char kinds[] = "TLRCN";

    if (i > 0)
      g_string_append_c (out, '~');
    if (piece->style & EH_MARKUP_STRONG)
      g_string_append (out, "s:");
    if (piece->style & EH_MARKUP_EMPHASIS)
      g_string_append (out, "e:");
    if (piece->kind == EH_MARKUP_TEXT)
      g_string_append (out, piece->text);
    else
      g_string_append_printf (out, "%c<%s|%s>", kinds[piece->kind], piece->text,
                              piece->target != NULL ? piece->target : "");
  }
  return g_string_free (out, FALSE);
}

static void
test_marks (void)
{
  static const struct {
    const char *markup;
    const char *pieces;
  } cases[] = {
    { "a **b** c", "a ~s:b~ c" },
    { "a *b* c", "a ~e:b~ c" },
    { "***a***", "s:e:a" },
    { "**a *b* c**", "s:a ~s:e:b~s: c" },
    { "*a **b***", "e:a ~s:e:b" },
    { "***a** b*", "s:e:a~e: b" },
    { "(**a**), b", "(~s:a~), b" },
    { "un\\|**help**\\|ful", "un~s:help~ful" },
    { "重**要**的", "重~s:要~的" },
    { "[a b](https://example.org/x_(y)?z=1#w)", "L<a b|https://example.org/x_(y)?z=1#w>" },
    { "[a [b] c](http://example.org)!", "L<a [b] c|http://example.org>~!" },
    { "[*a*](https://example.org)", "e:L<a|https://example.org>" },
    { "**see [a](mailto:a@example.org)**", "s:see ~s:L<a|mailto:a@example.org>" },
    { "[ours](#what-to-do) [](#123)", "R<ours|what-to-do>~ ~R<|123>" },
    { "so [@farr-2021] and [@12, p. 4, note].", "so ~C<|farr-2021>~ and ~C<p. 4, note|12>~." },
    { "a^[see *b* [c](https://example.org)].", "a~N<see *b* [c](https://example.org)|>~." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = told (cases[i].markup);

    g_assert_cmpstr (got, ==, cases[i].pieces);
  }
}

/* What people type is rarely meant as a mark. */
static void
test_words (void)
{
  static const char *const cases[] = {
    "",
    "5* hotel, 4* hotel",
    "*not for sale",
    "* one\n* two * three *",
    "2*3*4 = 24, 2**3**4",
    "s**t and f**k, f***ing s***",
    "*****",
    "(*) and (*)",
    "gender* and (trans*)",
    "[sic] [1] a[0](b)",
    "[a](javascript:alert(1)) [b](tel:1) [c](notes.odt) [d]( https://example.org)",
    "[ ](https://example.org) [@] [@a b] [@a,]",
    "^[] x^2 ^ [a]",
    "C:\\temp \\ \\o/",
    "**a\n\nb**",
    "[a\n\nb](https://example.org)",
    "[a](https://example.org",
    "**a *b",
    "]])(((",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = told (cases[i]);
    g_autofree char *plain = eh_markup_plain (cases[i]);
    g_autofree char *escaped = eh_markup_escape (cases[i]);

    g_assert_cmpstr (got, ==, cases[i]);
    g_assert_cmpstr (plain, ==, cases[i]);
    g_assert_cmpstr (escaped, ==, cases[i]);
  }
}

static void
test_plain (void)
{
  g_autofree char *plain = eh_markup_plain (
      "**Agree** it [early](https://example.org) [@farr-2021, p. 4]^[Farr says so.]. 5\\* more");

  g_assert_cmpstr (plain, ==, "Agree it early. 5* more");
}

static void
assert_escapes (const char *words)
{
  g_autofree char *escaped = eh_markup_escape (words);
  g_autofree char *plain = eh_markup_plain (escaped);
  g_autoptr (GArray) pieces = eh_markup_parse (escaped);

  g_assert_cmpstr (plain, ==, words);
  g_assert_cmpuint (pieces->len, <=, 1);
}

static void
test_escape (void)
{
  assert_escapes ("**not bold** and *not this*");
  assert_escapes ("[x](https://example.org) \\* \\\\ [@a] ^[n] \\|");
}

static void
assert_same (const GArray *a, const GArray *b, const char *markup)
{
  if (a->len != b->len)
    g_error ("%u pieces became %u in “%s”", a->len, b->len, markup);
  for (guint i = 0; i < a->len; i++) {
    const EhMarkupPiece *x = &g_array_index (a, EhMarkupPiece, i);
    const EhMarkupPiece *y = &g_array_index (b, EhMarkupPiece, i);

    if (x->kind != y->kind || x->style != y->style || strcmp (x->text, y->text) != 0 ||
        g_strcmp0 (x->target, y->target) != 0)
      g_error ("piece %u of “%s” is “%s”", i, markup, y->text);
  }
}

static char *
random_words (const char *const *parts, guint n_parts, guint max)
{
  GString *out = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, (gint) max); n > 0; n--)
    g_string_append (out, parts[g_test_rand_int_range (0, (gint) n_parts)]);
  return g_string_free (out, FALSE);
}

/* Any string can be read, and what was read can be written and read again. */
static void
test_read_write_read (void)
{
  static const char *const parts[] = {
    "*",   "**", "***", "a", "b c",  " ",  "\n",  "\n\n",   "\\", "\\|",
    "\\*", "[",  "]",   "(", ")",    "](", "[@k", ", p. 4", "^[", "https://example.org/",
    "#x",  "é",  "要",  ".", "\xff", "|",  "@",   "2",
  };

  for (guint round = 0; round < 20000; round++) {
    g_autofree char *typed = random_words (parts, G_N_ELEMENTS (parts), 14);
    g_autoptr (GArray) first = eh_markup_parse (typed);
    g_autofree char *written = eh_markup_write ((const EhMarkupPiece *) first->data, first->len,
                                                FALSE);
    g_autoptr (GArray) second = eh_markup_parse (written);

    assert_same (first, second, written);
    assert_escapes (g_utf8_validate (typed, -1, NULL) ? typed : "");
  }
}

/* Any words in any style can be written; next to each other, inside words, with blanks at the edge.
 */
static void
test_write_read (void)
{
  static const char *const parts[] = {
    "a", "b", " ", "*", ".", "(", ")", "2", "[", "]", "\\", "é"
  };

  for (guint round = 0; round < 20000; round++) {
    g_autoptr (GArray) pieces = eh_markup_pieces_new ();
    g_autoptr (GArray) read = NULL;
    g_autofree char *written = NULL;

    for (gint n = g_test_rand_int_range (1, 6); n > 0; n--) {
      g_autofree char *words = random_words (parts, G_N_ELEMENTS (parts), 5);
      EhMarkupKind kind = g_test_rand_int_range (0, 4) > 0 ? EH_MARKUP_TEXT : EH_MARKUP_REFERENCE;

      eh_markup_pieces_add (pieces, kind, (EhMarkupStyle) g_test_rand_int_range (0, 4), words,
                            kind == EH_MARKUP_REFERENCE ? "x" : NULL);
    }
    written = eh_markup_write ((const EhMarkupPiece *) pieces->data, pieces->len, FALSE);
    read = eh_markup_parse (written);
    assert_same (pieces, read, written);
  }
}

/* Time in proportion to the text, whatever it is. */
static void
test_linear (void)
{
  static const char *const parts[] = { "*a ", "[",     "[a](", "^[", "**a *b",
                                       "]",   "\n \n", "[@a",  "a* " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    GString *text = g_string_new (NULL);
    gint64 begun = g_get_monotonic_time ();

    while (text->len < 1000 * 1000)
      g_string_append (text, parts[i]);
    g_array_unref (eh_markup_parse (text->str));
    g_string_free (text, TRUE);
    /* Squares of a million take minutes; the rest is for slow machines. */
    g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/marks", test_marks);
  g_test_add_func ("/markup/words", test_words);
  g_test_add_func ("/markup/plain", test_plain);
  g_test_add_func ("/markup/escape", test_escape);
  g_test_add_func ("/markup/read-write-read", test_read_write_read);
  g_test_add_func ("/markup/write-read", test_write_read);
  g_test_add_func ("/markup/linear", test_linear);
  return g_test_run ();
}
