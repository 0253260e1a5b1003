/* What the builder settles, so that no writer has to: levels, ids, numbers, references, addresses.
 */

#include "eh-doc-builder.h"
#include "sink.h"

static void
test_headings (void)
{
  static const struct {
    guint asked;
    guint got;
  } cases[] = { { 3, 1 }, { 3, 2 }, { 2, 2 }, { 4, 3 }, { 9, 4 }, { 1, 1 }, { 0, 1 } };
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  g_autoptr (EhDoc) doc = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_null (eh_doc_builder_heading (b, 1, " \n ", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    eh_doc_builder_heading (b, cases[i].asked, "Notes", NULL);
  doc = eh_doc_builder_end (b);
  g_assert_cmpuint (eh_doc_n_blocks (doc), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    g_assert_cmpuint (eh_doc_block (doc, i)->level, ==, cases[i].got);
    g_assert_true (g_hash_table_add (ids, eh_doc_block (doc, i)->id));
  }
  /* The writers have a "notes" of their own. */
  g_assert_false (g_hash_table_contains (ids, "notes"));
}

static void
test_references (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  g_autoptr (EhDoc) doc = NULL;
  EhDocText *text = eh_doc_text_new (NULL);
  const EhDocText *read;

  eh_doc_text_add_reference (text, "later", "later");
  eh_doc_text_add_reference (text, "never", "never");
  eh_doc_text_add_note (text, "one");
  eh_doc_text_add_note (text, "  ");
  eh_doc_text_add_note (text, "two");
  eh_doc_builder_paragraph_text (b, text);
  eh_doc_builder_heading (b, 1, "Later", NULL);
  doc = eh_doc_builder_end (b);
  read = eh_doc_block (doc, 0)->text;
  g_assert_cmpuint (eh_doc_text_n_runs (read), ==, 4);
  g_assert_cmpint (eh_doc_text_run (read, 0)->kind, ==, EH_DOC_RUN_REFERENCE);
  g_assert_cmpint (eh_doc_text_run (read, 1)->kind, ==, EH_DOC_RUN_TEXT);
  g_assert_cmpuint (eh_doc_text_run (read, 3)->note, ==, 2);
  g_assert_cmpuint (eh_doc_n_notes (doc), ==, 2);
  g_assert_cmpstr (eh_doc_text_run (eh_doc_note (doc, 2), 0)->text, ==, "two");
}

static void
test_addresses (void)
{
  static const struct {
    const char *given;
    const char *kept;
  } cases[] = {
    { "https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d" },
    { " HTTP://example.org ", "HTTP://example.org" },
    { "mailto:a@example.org", "mailto:a@example.org" },
    { "https://example.org/a b\"<c>", "https://example.org/a%20b%22%3Cc%3E" },
    { "javascript:alert(1)", NULL },
    { "java\nscript:alert(1)", NULL },
    { "data:text/html,x", NULL },
    { "file:///etc/passwd", NULL },
    { "example.org", NULL },
    { "https://exa mple.org:port/", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *kept = eh_doc_address (cases[i].given);

    g_assert_cmpstr (kept, ==, cases[i].kept);
  }
}

static void
test_languages (void)
{
  g_assert_true (eh_doc_language_is_rtl ("ar"));
  g_assert_true (eh_doc_language_is_rtl ("ur-PK"));
  g_assert_true (eh_doc_language_is_rtl ("pa-Arab-PK"));
  g_assert_false (eh_doc_language_is_rtl ("pa"));
  g_assert_false (eh_doc_language_is_rtl ("ar-Latn"));
  g_assert_false (eh_doc_language_is_rtl ("arn"));
  g_assert_false (eh_doc_language_is_rtl ("cy-GB"));
  g_assert_false (eh_doc_language_is_rtl (NULL));
}

static void
test_blank (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new (" ", NULL);
  const EhDocRecommendation nothing = { .number = 1, .text = "\x01" };
  g_autoptr (EhDoc) doc = NULL;

  eh_doc_builder_paragraph (b, "\n\n \n");
  eh_doc_builder_list (b, FALSE);
  eh_doc_builder_item (b, 0, "");
  eh_doc_builder_quote (b, NULL, "Somebody", NULL);
  g_assert_null (eh_doc_builder_recommendation (b, &nothing));
  eh_doc_builder_question (b, "", "Why");
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_NOTE, NULL, NULL);
  eh_doc_builder_table (b, "Empty", eh_doc_table_new ());
  doc = eh_doc_builder_end (b);
  g_assert_cmpuint (eh_doc_n_blocks (doc), ==, 0);
  g_assert_cmpstr (eh_doc_meta (doc)->title, ==, "Untitled");
}

static void
test_paragraphs (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("T", NULL);
  g_autoptr (EhDoc) doc = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  eh_doc_builder_paragraph (b, "  One\r\nline\r\n \t\r\n\r\n\r\nTwo\n");
  doc = eh_doc_builder_end (b);
  g_assert_cmpuint (eh_doc_n_blocks (doc), ==, 2);
  first = eh_doc_text_to_plain (eh_doc_block (doc, 0)->text);
  second = eh_doc_text_to_plain (eh_doc_block (doc, 1)->text);
  g_assert_cmpstr (first, ==, "One\nline");
  g_assert_cmpstr (second, ==, "Two");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc-builder/headings", test_headings);
  g_test_add_func ("/doc-builder/references", test_references);
  g_test_add_func ("/doc-builder/addresses", test_addresses);
  g_test_add_func ("/doc-builder/languages", test_languages);
  g_test_add_func ("/doc-builder/blank", test_blank);
  g_test_add_func ("/doc-builder/paragraphs", test_paragraphs);
  return g_test_run ();
}
