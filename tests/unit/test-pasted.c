/* Pasting: what word processors and browsers put in the clipboard becomes blocks, and nothing in it
 * does harm. */

#include "eh-pasted.h"

#include <string.h>

static char *
told (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];

    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "",
                            eh_vocabulary_key (&eh_block_kind_vocabulary, (int) block->kind));
    if (block->level > 0)
      g_string_append_printf (out, "%d", (int) block->level);
    if (block->source[0] != '\0')
      g_string_append_printf (out, "(%s)", block->source);
    g_string_append_printf (out, "=%s", block->text);
  }
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *html;
  const char *wanted;
} Case;

static const Case cases[] = {
  { "<p>One</p><p>Two</p>", "paragraph=One; paragraph=Two" },
  { "plain words", "paragraph=plain words" },
  { "<h1>Title</h1><h2>Sub</h2><h5>Deep</h5>", "heading1=Title; heading2=Sub; heading3=Deep" },
  { "<p>very <b>strong</b> and <em>soft</em></p>", "paragraph=very **strong** and *soft*" },
  { "<p>see <a href=\"https://example.org/a?b&amp;c\">this page</a>.</p>",
    "paragraph=see [this page](https://example.org/a?b&c)." },
  { "<a href='javascript:alert(1)'>click</a>", "paragraph=click" },
  { "<ul><li>one</li><li>two<ul><li>deeper</li></ul></li></ul><p>after</p>",
    "list=one\ntwo\n  deeper; paragraph=after" },
  { "<ol><li>first</li><li>second</li></ol>", "list(ordered)=first\nsecond" },
  { "<style>p{color:red}</style><p>a&nbsp;&lt;b&gt; &#8212; &eacute;</p><script>x</script>",
    "paragraph=a <b> — é" },
  { "<!-- hidden --><p>shown</p>", "paragraph=shown" },
  { "<p>many   spaces\n and lines</p>", "paragraph=many spaces and lines" },
  { "<p>· Word's item</p><p>· another</p><p>end</p>", "list=Word's item\nanother; paragraph=end" },
  { "<b style=\"font-weight:normal;\"><p>Docs</p></b>", "paragraph=Docs" },
  { "<table><tr><th>Who</th><th>What</th></tr><tr><td>A</td><td>B</td></tr></table>",
    "table=Who | What\nA | B" },
  { "<html><head><title>no</title></head><body><!--StartFragment--><p>yes</p></body></html>",
    "paragraph=yes" },
  { "", "" },
  { "<p", "" },
  { "a < b & c", "paragraph=a < b & c" },
  { "</ul></ul></b><p>x</p>", "paragraph=x" },
};

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) blocks = eh_pasted_html (cases[i].html);
    g_autofree char *got = told (blocks);

    g_assert_cmpstr (got, ==, cases[i].wanted);
  }
}

static void
test_plain (void)
{
  g_autoptr (GPtrArray) blocks = eh_pasted_text (
      "One line\ntwo lines\n\n  \n- first\n- second\n\n2*3*4 stays");
  g_autofree char *got = told (blocks);

  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_true (g_str_has_prefix (got, "paragraph=One line\ntwo lines; list=first\nsecond; "));
  g_assert_nonnull (strstr (got, "stays"));
}

/* Whatever is in the clipboard, it ends. */
static void
test_any_bytes (void)
{
  static const char signs[] = "<>/&;#=\"' \n!-abliputrdh123\xc3\xa9\xff";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++) {
    char html[64];
    g_autoptr (GPtrArray) blocks = NULL;

    for (guint i = 0; i < sizeof html - 1; i++)
      html[i] = signs[g_rand_int_range (rand, 0, sizeof signs - 1)];
    html[sizeof html - 1] = '\0';
    blocks = eh_pasted_html (html);
    for (guint i = 0; i < blocks->len; i++)
      g_assert_true (g_utf8_validate (((EhBlock *) blocks->pdata[i])->text, -1, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted/html", test_html);
  g_test_add_func ("/pasted/plain", test_plain);
  g_test_add_func ("/pasted/any-bytes", test_any_bytes);
  return g_test_run ();
}
