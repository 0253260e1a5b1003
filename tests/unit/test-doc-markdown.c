/* Words never become Markdown: each case is what a person typed and what stands for it in the file.
 */

#include "eh-doc-builder.h"
#include "eh-doc-writer.h"

static char *
written (EhDocBuilder *b)
{
  g_autoptr (EhDoc) doc = eh_doc_builder_end (b);
  g_autoptr (GBytes) bytes = eh_doc_render (doc, eh_doc_writer_by_id ("markdown"), NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_words (void)
{
  static const struct {
    const char *typed;
    const char *markdown;
  } cases[] = {
    { "# a", "\\# a" },
    { "a # b", "a # b" },
    { "- a", "\\- a" },
    { "a - b", "a - b" },
    { "12. a", "12\\. a" },
    { "12) a", "12\\) a" },
    { "12.5 a", "12\\.5 a" },
    { "in 12. a", "in 12. a" },
    { "+ a\n= b\n> c", "\\+ a\\\n\\= b\\\n\\> c" },
    { "a\n    - b", "a\\\n\\- b" },
    { "*a* _b_ c_d", "\\*a\\* \\_b\\_ c_d" },
    { "a `b` ~~c~~ [d](e) <f> g|h", "a \\`b\\` \\~\\~c\\~\\~ \\[d\\](e) \\<f\\> g\\|h" },
    { "a & b &amp; &#65;", "a & b \\&amp; \\&#65;" },
    { "a\\", "a\\\\" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
    g_autofree char *expected = g_strdup_printf ("# T\n\n%s\n", cases[i].markdown);
    g_autofree char *got = NULL;

    eh_doc_builder_paragraph (b, cases[i].typed);
    got = written (b);
    g_assert_cmpstr (got, ==, expected);
  }
}

static void
test_table (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  EhDocTable *table = eh_doc_table_new ();
  g_autofree char *got = NULL;

  eh_doc_table_add_column (table, "A|B", 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, NULL, 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_cells (table, "one\ntwo", "2", "left out", NULL);
  eh_doc_table_add_cells (table, "short", NULL);
  eh_doc_builder_table (b, NULL, table);
  got = written (b);
  g_assert_cmpstr (got, ==,
                   "# T\n\n**Table 1**\n\n| A\\|B |  |\n| --- | ---: |\n| one two | 2 |\n"
                   "| short |  |\n");
}

static void
test_marks (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  EhDocText *text = eh_doc_text_new ("a");
  g_autofree char *got = NULL;

  eh_doc_text_add (text, " strong ", EH_DOC_STYLE_STRONG);
  eh_doc_text_add (text, "b", EH_DOC_STYLE_NONE);
  eh_doc_text_add_link (text, "]x[", "https://example.org/(a)");
  eh_doc_builder_paragraph_text (b, text);
  got = written (b);
  g_assert_cmpstr (got, ==, "# T\n\na **strong** b[\\]x\\[](<https://example.org/(a)>)\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc-markdown/words", test_words);
  g_test_add_func ("/doc-markdown/table", test_table);
  g_test_add_func ("/doc-markdown/marks", test_marks);
  return g_test_run ();
}
