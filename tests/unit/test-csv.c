/* Tables of text as people bring them: separators, encodings, line ends, quotes, and what is
 * refused with the line that is at fault. */

#include "eh-csv.h"
#include "eh-exchange-error.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  const char *table; /* cells joined by "|", rows by "/" and their line */
} Case;

static const Case cases[] = {
  { "plain", BYTES ("a,b\n1,2\n"), "a|b/2:1|2" },
  { "no-last-line-end", BYTES ("a,b\n1,2"), "a|b/2:1|2" },
  { "empty-last-cell", BYTES ("a,b\n1,"), "a|b/2:1|" },
  { "crlf", BYTES ("a,b\r\n1,2\r\n3,4\r\n"), "a|b/2:1|2/3:3|4" },
  { "cr", BYTES ("a,b\r1,2\r"), "a|b/2:1|2" },
  { "semicolon", BYTES ("a;b, c\n1;2,5\n"), "a|b, c/2:1|2,5" },
  { "tab", BYTES ("a\tb\n1\t2\n"), "a|b/2:1|2" },
  { "sep-line", BYTES ("sep=;\r\na;b\r\n1;2\r\n"), "a|b/3:1|2" },
  { "separator-in-quotes", BYTES ("\"a,b,c\";d\n1;2\n"), "a,b,c|d/2:1|2" },
  { "quoted-newline", BYTES ("a,b\n\"1\n2\",3\n4,5\n"), "a|b/2:1\n2|3/4:4|5" },
  { "quoted-crlf", BYTES ("a\r\n\"1\r\n2\"\r\n4\r\n"), "a/2:1\r\n2/4:4" },
  { "doubled-quote", BYTES ("a\n\"say \"\"no\"\"\"\n"), "a/2:say \"no\"" },
  { "empty-quotes", BYTES ("a,b\n\"\",\"\"\nx,\n"), "a|b/3:x|" },
  { "quote-inside-plain", BYTES ("a\n5\" nail\n"), "a/2:5\" nail" },
  { "spaces-after-quote", BYTES ("a,b\n\"1\"  ,2\n"), "a|b/2:1|2" },
  { "short-row", BYTES ("a,b,c\n1\n"), "a|b|c/2:1" },
  { "long-row", BYTES ("a\n1,2\n"), "a/2:1|2" },
  { "blank-rows", BYTES ("\n\na,b\n,\n  , \n1,2\n\n\n"), "a|b/6:1|2" },
  { "header-only", BYTES ("a,b"), "a|b" },
  { "bom",
    BYTES ("\xef\xbb\xbf"
           "a,b\n\xc3\xa9,2\n"),
    "a|b/2:é|2" },
  { "utf16le",
    BYTES ("\xff\xfe"
           "a\0,\0b\0\n\0\xe9\0,\0\x3d\xd8\x00\xde\n\0"),
    "a|b/2:é|😀" },
  { "utf16be", BYTES ("\xfe\xff\0a\0,\0b\0\n\0\xe9\0,\0x"), "a|b/2:é|x" },
  { "utf16le-no-bom", BYTES ("n\0a\0m\0e\0,\0b\0\n\0x\0,\0\xe9\0\n\0"), "name|b/2:x|é" },
  { "utf16-lone-surrogate",
    BYTES ("\xff\xfe"
           "a\0\n\0\x3d\xd8x\0"),
    "a/2:\xef\xbf\xbdx" },
  { "windows-1252", BYTES ("a,b\n\x93Zo\xeb\x94,\x80\n"), "a|b/2:“Zoë”|€" },
  { "windows-1252-hole", BYTES ("a\n\x81\xe9\n"), "a/2:\xef\xbf\xbdé" },
  { "nul-bytes", BYTES ("a,b\n1\0,2\n"), "a|b/2:1|2" },
};

static char *
render (const EhCsv *csv)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < eh_csv_n_columns (csv); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", eh_csv_header (csv, i));
  for (guint row = 0; row < eh_csv_n_rows (csv); row++) {
    g_string_append_printf (out, "/%u:", eh_csv_line (csv, row));
    for (guint i = 0; i < eh_csv_n_cells (csv, row); i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", eh_csv_cell (csv, row, (int) i));
  }
  return g_string_free (out, FALSE);
}

static void
test_table (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhCsv) csv = eh_csv_read (bytes, NULL, &error);
  g_autofree char *table = NULL;

  g_assert_no_error (error);
  table = render (csv);
  g_assert_cmpstr (table, ==, test->table);
  g_assert_cmpstr (eh_csv_cell (csv, 0, -1), ==, "");
}

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  int code;
  guint line;
} BadCase;

static const BadCase bad_cases[] = {
  { "empty", BYTES (""), EH_EXCHANGE_ERROR_SYNTAX, 0 },
  { "blank", BYTES (" \n \n"), EH_EXCHANGE_ERROR_SYNTAX, 0 },
  { "open-quote", BYTES ("a,b\n1,2\n3,\"four\nfive\n"), EH_EXCHANGE_ERROR_SYNTAX, 3 },
  { "quote-in-quotes", BYTES ("a\n\"x\ny\"\n\"say \"no\" now\"\n"), EH_EXCHANGE_ERROR_SYNTAX, 4 },
  { "xlsx", BYTES ("PK\x03\x04rest"), EH_EXCHANGE_ERROR_UNSUPPORTED, 0 },
  { "xls", BYTES ("\xd0\xcf\x11\xe0rest"), EH_EXCHANGE_ERROR_UNSUPPORTED, 0 },
};

static void
test_refused (gconstpointer data)
{
  const BadCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);
  g_autoptr (GError) error = NULL;
  guint line = 99;

  g_assert_null (eh_csv_read (bytes, &line, &error));
  g_assert_error (error, EH_EXCHANGE_ERROR, test->code);
  g_assert_cmpuint (line, ==, test->line);
}

static void
refuse (char *text, guint line)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  guint at = 0;

  g_assert_null (eh_csv_read (bytes, &at, &error));
  g_assert_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_LIMIT);
  g_assert_cmpuint (at, ==, line);
}

static void
test_limits (void)
{
  GString *wide = g_string_new ("a\n");
  GString *plain = g_string_new ("a\nb\n");
  GString *quoted = g_string_new ("a\n\"");

  for (guint i = 0; i < EH_CSV_MAX_COLUMNS; i++)
    g_string_append (wide, "x,");
  for (guint i = 0; i <= EH_CSV_MAX_CELL; i++) {
    g_string_append_c (plain, 'x');
    g_string_append_c (quoted, i % 80 == 0 ? '\n' : 'x');
  }
  refuse (g_string_free (wide, FALSE), 2);
  refuse (g_string_free (plain, FALSE), 3);
  refuse (g_string_free (quoted, FALSE), 2);
}

static void
test_guess_is_said (void)
{
  static const struct {
    const char *text;
    EhEncoding encoding;
    gboolean guessed;
  } files[] = { { "a\nZo\xc3\xab\n", EH_ENCODING_UTF8, FALSE },
                { "a\nZo\xeb\n", EH_ENCODING_WINDOWS_1252, TRUE },
                { "\xff\xfe\x61\x01", EH_ENCODING_UTF16, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
    g_autoptr (EhCsv) csv = eh_csv_read (bytes, NULL, NULL);
    gboolean guessed = !files[i].guessed;

    g_assert_cmpint (eh_csv_encoding (csv, &guessed, NULL), ==, files[i].encoding);
    g_assert_cmpint (guessed, ==, files[i].guessed);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/csv/table/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_table);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++) {
    g_autofree char *path = g_strconcat ("/csv/refused/", bad_cases[i].name, NULL);

    g_test_add_data_func (path, &bad_cases[i], test_refused);
  }
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/guess-is-said", test_guess_is_said);
  return g_test_run ();
}
