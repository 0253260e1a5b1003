/* Lists of publications: what other programs write is read, what is written comes back. */

#include "eh-author.h"
#include "eh-import-resolve.h"
#include "eh-import.h"
#include "eh-latex.h"
#include "eh-references.h"
#include "eh-text.h"

#include <string.h>

static EhImportPlan *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return eh_references_read (bytes, eh_references_guess (bytes));
}

static const EhResource *
nth (EhImportPlan *plan, guint i)
{
  g_assert_cmpuint (plan->errors->len, ==, 0);
  g_assert_cmpuint (plan->resources->len, >, i);
  return ((EhImportResource *) plan->resources->pdata[i])->resource;
}

static void
test_ris (void)
{
  g_autoptr (EhImportPlan) plan = read_text ("\xef\xbb\xbfTY  - JOUR\r\n"
                                             "AU  - Penhaligon, Bron\r\n"
                                             "A1  - Tremain, Wen\r\n"
                                             "T1  - Who decides,\r\n"
                                             "and when\r\n"
                                             "PY  - 2019/03/01/\r\n"
                                             "JO  - Journal of Shared Work\r\n"
                                             "DO  - https://doi.org/10.1000/xyz\r\n"
                                             "XX  - nobody knows this tag\r\n"
                                             "ER  - \r\n"
                                             "TY - RPRT\r\n"
                                             "AB  - Long words.\r\n"
                                             "ER  -\r\n"
                                             "TY  - RPRT\r\n"
                                             "TI  - No end\r\n");
  const EhResource *one = nth (plan, 0);

  g_assert_cmpuint (plan->resources->len, ==, 2);
  g_assert_cmpstr (one->title, ==, "Who decides, and when");
  g_assert_cmpstr (one->authors, ==, "Penhaligon, Bron; Tremain, Wen");
  g_assert_cmpint (one->year, ==, 2019);
  g_assert_cmpstr (one->venue, ==, "Journal of Shared Work");
  g_assert_cmpstr (one->doi, ==, "10.1000/xyz");
  g_assert_cmpstr (one->kind, ==, "paper");
  g_assert_cmpstr (nth (plan, 1)->title, ==, "No end");
  /* The one without a title is told, with its line. */
  g_assert_cmpuint (plan->skipped, ==, 1);
  g_assert_cmpuint (((EhImportNote *) plan->warnings->pdata[0])->line, ==, 11);
}

static void
test_bibtex (void)
{
  g_autoptr (EhImportPlan) plan = read_text (
      "% a remark\n"
      "@string{jsw = {Journal of } # \"Shared Work\"}\n"
      "@comment{@article{not, title = {This}}}\n"
      "Write to somebody@example.org about it.\n"
      "@Article{pen2019,\n"
      "  title = {{Who} Decides --- and \\emph{when}},\n"
      "  author = \"Pe{\\~n}aligon, Bron and Tr\\'emain, Wen and others\",\n"
      "  journal = jsw, year = 2019,\n"
      "  url = {https://example.org/a_b},\n"
      "}\n"
      "@book(whole, title={A \\& B}, year={in 2001})\n");
  const EhResource *one = nth (plan, 0);

  g_assert_cmpuint (plan->resources->len, ==, 2);
  g_assert_cmpstr (one->title, ==, "Who Decides — and when");
  g_assert_cmpstr (one->authors, ==, "Peñaligon, Bron; Trémain, Wen");
  g_assert_cmpstr (one->venue, ==, "Journal of Shared Work");
  g_assert_cmpint (one->year, ==, 2019);
  g_assert_cmpstr (one->url, ==, "https://example.org/a_b");
  g_assert_cmpstr (nth (plan, 1)->title, ==, "A & B");
  g_assert_cmpstr (nth (plan, 1)->kind, ==, "book");
  g_assert_cmpint (nth (plan, 1)->year, ==, 2001);
}

static void
test_csl (void)
{
  g_autoptr (EhImportPlan) plan = read_text (
      "[{\"id\": 1, \"type\": \"report\", \"title\": \"Who pays\","
      "  \"author\": [{\"family\": \"Tremain\", \"given\": \"Wen\"}, {\"literal\": \"The Hub\"}, 3],"
      "  \"issued\": {\"date-parts\": [[\"2020\", 5]]}, \"publisher\": \"Hub Press\","
      "  \"note\": \"On money.\"}, 7, {\"type\": \"book\", \"title\": null}]");
  const EhResource *one = nth (plan, 0);

  g_assert_cmpuint (plan->resources->len, ==, 1);
  g_assert_cmpstr (one->authors, ==, "Tremain, Wen; The Hub");
  g_assert_cmpint (one->year, ==, 2020);
  g_assert_cmpstr (one->organisation, ==, "Hub Press");
  g_assert_cmpstr (one->kind, ==, "report");
  g_assert_cmpstr (one->summary, ==, "On money.");
}

/* Each says what is wrong and where, and adds nothing. */
static void
test_damaged (void)
{
  static const struct {
    const char *text;
    guint line;
  } damaged[] = {
    { "@book{a,\n title = {no end\n", 1 },
    { "\n\n@book{a, title {no sign}}", 3 },
    { "@book{a, title = \"no end }", 1 },
    { "@string{a = }", 1 },
    { "[{\"title\": ", 0 },
    { "{\"title\": \"x\"}}", 0 },
  };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (EhImportPlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autoptr (EhImportPlan) each = read_text (damaged[i].text);

    g_assert_cmpuint (each->errors->len, ==, 1);
    g_assert_cmpuint (((EhImportNote *) each->errors->pdata[0])->line, ==, damaged[i].line);
  }
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  plan = read_text (deep->str);
  g_assert_cmpuint (plan->errors->len, ==, 1);
}

static EhResource *
example (guint i)
{
  static const char *const kinds[] = { "paper", "toolkit", "event report", "book" };
  EhResource *row = eh_resource_new ();

  eh_set_str (&row->title, i == 0   ? "Names & 50 % of \"{braces}\" -- ~all_of #them$"
                           : i == 1 ? "ما يقوله الناس"
                                    : "Pŵer, gwybodaeth: a\\b");
  eh_set_str (&row->authors, i == 2 ? "" : "Penhaligon, Bron; The Hub; Ó Néill, Áine");
  row->year = 2000 + i;
  eh_set_str (&row->venue, i == 3 ? "" : "A place: of “note”");
  eh_set_str (&row->organisation, "Hub Press");
  eh_set_str (&row->url, "https://example.org/x?y=1&z=%20_");
  eh_set_str (&row->doi, i == 1 ? "10.1000/a_b-c" : "");
  eh_set_str (&row->kind, kinds[i % G_N_ELEMENTS (kinds)]);
  eh_set_str (&row->summary, "What it is good for.");
  return row;
}

/* Nothing is lost or changed on the way out and back, but braces in BibTeX, which it cannot hold.
 */
static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_resource_free);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (rows, example (i));
  for (EhReferenceFormat format = EH_REFERENCE_FORMAT_RIS; format <= EH_REFERENCE_FORMAT_CSL;
       format++) {
    g_autoptr (GBytes) bytes = eh_references_write (rows, format);
    g_autoptr (EhImportPlan) plan = NULL;

    g_assert_cmpint (eh_references_guess (bytes), ==, format);
    plan = eh_references_read (bytes, format);
    g_assert_cmpuint (plan->resources->len, ==, rows->len);
    for (guint i = 0; i < rows->len; i++) {
      const EhResource *now = nth (plan, i), *was = rows->pdata[i];
      g_autofree char *title = g_strdup (was->title);

      if (format == EH_REFERENCE_FORMAT_BIBTEX) {
        g_strdelimit (title, "{", '(');
        g_strdelimit (title, "}", ')');
      }
      g_assert_cmpstr (now->title, ==, title);
      g_assert_cmpstr (now->authors, ==, was->authors);
      g_assert_cmpint (now->year, ==, was->year);
      g_assert_cmpstr (now->venue, ==, was->venue);
      g_assert_cmpstr (now->organisation, ==, was->organisation);
      g_assert_cmpstr (now->url, ==, was->url);
      g_assert_cmpstr (now->doi, ==, was->doi);
      g_assert_cmpstr (now->kind, ==, was->kind);
      g_assert_cmpstr (now->summary, ==, was->summary);
    }
  }
}

/* By DOI, address or title and year; also twice within one file. */
static void
test_known_ones_are_left (void)
{
  g_autoptr (EhDataset) project = eh_dataset_new ();
  g_autoptr (EhImportPlan) plan = read_text (
      "TY  - JOUR\nTI  - Another title\nDO  - 10.1000/A_B-c\nER  - \n"
      "TY  - JOUR\nTI  - Third\nUR  - http://www.example.org/X?y=1&z=%20_/\nER  - \n"
      "TY  - JOUR\nTI  - New\nER  - \nTY  - JOUR\nTI  - NEW\nER  - \n");
  g_autoptr (EhImportPlan) again = read_text ("TY  - BOOK\nTI  - New\nER  - \n");
  g_autoptr (EhImportRows) rows = NULL, same = NULL;
  GPtrArray *added;

  g_ptr_array_add (project->resources, example (1));
  eh_dataset_freeze (project);
  rows = eh_import_resolve (plan, project);
  same = eh_import_resolve (again, project);
  g_assert_cmpuint (rows->resources, ==, 1);
  g_assert_cmpuint (rows->skipped, ==, 3);
  added = eh_row_set_rows (rows->rows, &eh_resource_row_type);
  g_assert_cmpstr (((EhResource *) added->pdata[0])->title, ==, "New");
  /* On another computer it is the same row. */
  g_assert_cmpint (eh_row_id (added->pdata[0]), ==,
                   eh_row_id (eh_row_set_rows (same->rows, &eh_resource_row_type)->pdata[0]));
}

static void
test_latex (void)
{
  static const struct {
    const char *latex;
    const char *text;
  } cases[] = {
    { "Schr{\\\"o}dinger", "Schrödinger" },
    { "G{\\'{e}}rard \\c{c}a \\ss{} stra\\ss e", "Gérard ça ß straße" },
    { "pages 3--7", "pages 3–7" },
    { "\\", "" },
    { "\\'", "" },
    { "{\\i}", "ı" },
    { "100\\,\\% $x$", "100% x" },
    { "A~B", "A B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = eh_latex_to_text (cases[i].latex);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_authors (void)
{
  static const struct {
    const char *author;
    const char *family;
    const char *given; /* NULL for a group */
  } cases[] = {
    { "Penhaligon, Bron", "Penhaligon", "Bron" },
    { "Penhaligon B", "Penhaligon", "B" },
    { "O'Brien A J", "O'Brien", "A J" },
    { "Bron Penhaligon", "Penhaligon", "Bron" },
    { "van der Berg, Anna", "van der Berg", "Anna" },
    { "Ó Néill Á", "Ó Néill", "Á" },
    { "The Hub", "The Hub", NULL },
    { "Centre for Work, Westmere University", "Centre for Work, Westmere University", NULL },
    { "PEOPLE / PLACES", "PEOPLE / PLACES", NULL },
    { "Westmere", "Westmere", NULL },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *family = NULL, *given = NULL;

    g_assert_true (eh_author_split (cases[i].author, &family, &given) == (cases[i].given != NULL));
    g_assert_cmpstr (family, ==, cases[i].family);
    g_assert_cmpstr (given, ==, cases[i].given);
  }
  g_assert_true (eh_author_is_others (" and colleagues"));
  g_assert_false (eh_author_is_others ("Andrea And"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/ris", test_ris);
  g_test_add_func ("/references/bibtex", test_bibtex);
  g_test_add_func ("/references/csl", test_csl);
  g_test_add_func ("/references/damaged", test_damaged);
  g_test_add_func ("/references/round-trip", test_round_trip);
  g_test_add_func ("/references/known-ones-are-left", test_known_ones_are_left);
  g_test_add_func ("/references/latex", test_latex);
  g_test_add_func ("/references/authors", test_authors);
  return g_test_run ();
}
