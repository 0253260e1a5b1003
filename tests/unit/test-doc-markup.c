/* People's words with marks as the runs of a document and back, and what the builder makes of
 * references and citations. */

#include "eh-doc-builder.h"
#include "eh-doc-markup.h"

static void
test_runs (void)
{
  static const char
      markup[] = "A *b* [**c**](https://example.org/ä)^[see [d](#x) **e**] [@k, p. 1]";
  g_autoptr (EhDocText) text = eh_doc_markup_parse (markup);
  g_autofree char *plain = eh_doc_text_to_plain (text);
  const EhDocRun *note = eh_doc_text_run (text, 4);

  g_assert_cmpstr (plain, ==, "A b c ");
  g_assert_cmpuint (eh_doc_text_n_runs (text), ==, 7);
  g_assert_cmpint (eh_doc_text_run (text, 3)->kind, ==, EH_DOC_RUN_LINK);
  g_assert_cmpint (eh_doc_text_run (text, 3)->style, ==, EH_DOC_STYLE_STRONG);
  g_assert_cmpstr (eh_doc_text_run (text, 3)->target, ==, "https://example.org/%C3%A4");
  g_assert_cmpint (note->kind, ==, EH_DOC_RUN_NOTE);
  g_assert_cmpstr (note->text, ==, "see d e");
  g_assert_cmpint (eh_doc_text_run (note->words, 1)->kind, ==, EH_DOC_RUN_REFERENCE);
  g_assert_cmpstr (eh_doc_text_run (text, 6)->text, ==, "p. 1");
}

static void
test_round_trip (void)
{
  static const char *const cases[] = {
    "plain [sic] words",
    "**a**\\|*b* [c](https://example.org)^[d [e](#f) *g*]",
    "^[a \\[b\\]]",
    "[@k][@l, p. 2]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EhDocText) text = eh_doc_markup_parse (cases[i]);
    g_autofree char *written = eh_doc_markup_write (text);

    g_assert_cmpstr (written, ==, cases[i]);
  }
}

static char *
cite (const char *key, const char *place, char **target, gpointer data)
{
  *target = g_strdup (data);
  return g_strcmp0 (key, "known") == 0 ? g_strdup_printf ("(Known, %s)", place) : NULL;
}

static void
test_settled (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  EhDocRecommendation recommendation = { .number = 3, .text = "Pay **everyone**" };
  g_autoptr (EhDoc) doc = NULL;
  const EhDocText *text;

  eh_doc_builder_set_markup (b, TRUE);
  eh_doc_builder_set_cite (b, cite, (gpointer) "sources");
  eh_doc_builder_paragraph (b, "[](#77) [gone](#78) [@known, p. 4] [@x]^[[](#sources)]");
  eh_doc_builder_recommendation (b, &recommendation);
  eh_doc_builder_alias (b, "77");
  eh_doc_builder_quote (b, "*my* [@own] words", NULL, NULL);
  eh_doc_builder_heading (b, 1, "Where it comes from", "sources");
  doc = eh_doc_builder_end (b);

  text = eh_doc_block (doc, 0)->text;
  g_assert_cmpint (eh_doc_text_run (text, 0)->kind, ==, EH_DOC_RUN_REFERENCE);
  g_assert_cmpstr (eh_doc_text_run (text, 0)->text, ==, "Recommendation 3");
  g_assert_cmpstr (eh_doc_text_run (text, 0)->target, ==, "recommendation-3");
  g_assert_cmpint (eh_doc_text_run (text, 2)->kind, ==, EH_DOC_RUN_TEXT);
  g_assert_cmpstr (eh_doc_text_run (text, 4)->text, ==, "(Known, p. 4)");
  g_assert_cmpint (eh_doc_text_run (text, 4)->kind, ==, EH_DOC_RUN_REFERENCE);
  g_assert_cmpstr (eh_doc_text_run (text, 6)->text, ==, "[@x]");
  g_assert_cmpint (eh_doc_text_run (text, 6)->kind, ==, EH_DOC_RUN_TEXT);
  g_assert_cmpuint (eh_doc_n_notes (doc), ==, 1);
  g_assert_cmpstr (eh_doc_text_run (eh_doc_note (doc, 1), 0)->text, ==, "Where it comes from");
  g_assert_cmpint (eh_doc_text_run (eh_doc_block (doc, 1)->text, 1)->style, ==,
                   EH_DOC_STYLE_STRONG);
  g_assert_cmpuint (eh_doc_text_n_runs (eh_doc_block (doc, 2)->text), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc-markup/runs", test_runs);
  g_test_add_func ("/doc-markup/round-trip", test_round_trip);
  g_test_add_func ("/doc-markup/settled", test_settled);
  return g_test_run ();
}
