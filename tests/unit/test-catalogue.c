/* Catalogues: several languages at once, their plurals, and files that lie about themselves. */

#include "eh-catalogue.h"
#include "eh-plural.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define WELSH "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5"

typedef struct {
  const char *id;
  gsize id_size;
  const char *text;
  gsize size;
} Entry;

#define ENTRY(id, text)                                                                            \
  {                                                                                                \
    id, sizeof (id) - 1, text, sizeof (text) - 1                                                   \
  }

static void
put (GByteArray *out, guint32 word, gboolean swapped)
{
  guint32 bytes = swapped ? GUINT32_SWAP_LE_BE (word) : word;

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static GBytes *
mo_file (const Entry *entries, guint n, gboolean swapped)
{
  GByteArray *out = g_byte_array_new ();
  guint32 at = 28 + 16 * n;

  put (out, 0x950412de, swapped);
  put (out, 0, swapped);
  put (out, n, swapped);
  put (out, 28, swapped);
  put (out, 28 + 8 * n, swapped);
  put (out, 0, swapped);
  put (out, 28 + 16 * n, swapped);
  for (guint i = 0; i < n; at += (guint32) entries[i++].id_size + 1) {
    put (out, (guint32) entries[i].id_size, swapped);
    put (out, at, swapped);
  }
  for (guint i = 0; i < n; at += (guint32) entries[i++].size + 1) {
    put (out, (guint32) entries[i].size, swapped);
    put (out, at, swapped);
  }
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *) entries[i].id, (guint) entries[i].id_size + 1);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *) entries[i].text, (guint) entries[i].size + 1);
  return g_byte_array_free_to_bytes (out);
}

static const Entry welsh[] = {
  ENTRY ("",
         "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=6; plural=" WELSH ";\n"),
  ENTRY ("Send", "Anfon"),
  ENTRY ("kind\004Story", "Stori"),
  ENTRY ("%u person\0%u people",
         "%u pobl\0%u person\0%u berson\0%u pherson\0%u pherson chwe\0%u o bobl"),
  ENTRY ("Empty", ""),
};

static void
test_messages (gconstpointer data)
{
  g_autoptr (GBytes) mo = mo_file (welsh, G_N_ELEMENTS (welsh), GPOINTER_TO_INT (data));
  g_autoptr (EhCatalogue) cy = eh_catalogue_new ("cy", mo, NULL);
  g_autoptr (EhCatalogue) en = eh_catalogue_new ("en", NULL, NULL);
  static const char *const expected[] = {
    "%u pobl",   "%u person", "%u berson",       "%u pherson",
    "%u o bobl", "%u o bobl", "%u pherson chwe", "%u o bobl"
  };

  g_assert_nonnull (cy);
  g_assert_cmpstr (eh_catalogue_get (cy, "Send"), ==, "Anfon");
  g_assert_cmpstr (eh_catalogue_get (en, "Send"), ==, "Send");
  g_assert_cmpstr (eh_catalogue_get (cy, "Not there"), ==, "Not there");
  g_assert_cmpstr (eh_catalogue_get (cy, "Empty"), ==, "Empty");
  g_assert_cmpstr (eh_catalogue_get_in (cy, "kind", "Story"), ==, "Stori");
  g_assert_cmpstr (eh_catalogue_get (cy, "Story"), ==, "Story");
  for (guint n = 0; n < G_N_ELEMENTS (expected); n++)
    g_assert_cmpstr (eh_catalogue_get_plural (cy, "%u person", "%u people", n), ==, expected[n]);
  g_assert_cmpstr (eh_catalogue_get_plural (en, "%u person", "%u people", 1), ==, "%u person");
  g_assert_cmpstr (eh_catalogue_get_plural (en, "%u person", "%u people", 0), ==, "%u people");
}

static void
test_formulas (void)
{
  static const struct {
    const char *formula;
    gulong n, form;
    gboolean good;
  } cases[] = {
    { "0", 5, 0, TRUE },
    { "n != 1", 1, 0, TRUE },
    { "n != 1;", 2, 1, TRUE },
    { "n>1", 1, 0, TRUE },
    { "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)", 22, 1,
      TRUE },
    { "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)", 12, 2,
      TRUE },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", 103, 3,
      TRUE },
    { "!(n == 1)", 1, 0, TRUE },
    { "1 + 2 * 3 - 4 / 2", 0, 5, TRUE },
    { "n / 0", 5, 0, TRUE },
    { "", 1, 0, FALSE },
    { "n ==", 1, 0, FALSE },
    { "n ? 1", 1, 0, FALSE },
    { "(n", 1, 0, FALSE },
    { "n)", 1, 0, FALSE },
    { "system (n)", 1, 0, FALSE },
    { "((((((((((((((((((((((((((((((((((((((((((((((((((((((n))))))))))))))))))))))))))))))))", 1,
      0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gulong form = 99;

    g_test_message ("%s of %lu", cases[i].formula, cases[i].n);
    g_assert_cmpint (eh_plural_evaluate (cases[i].formula, cases[i].n, &form), ==, cases[i].good);
    if (cases[i].good)
      g_assert_cmpuint (form, ==, cases[i].form);
  }
}

/* Every byte changed, and every length cut: refused or read, never beyond the end. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) mo = mo_file (welsh, G_N_ELEMENTS (welsh), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (mo, &size);

  for (gsize cut = 0; cut < size; cut++) {
    g_autofree guint8 *copy = g_memdup2 (data, MAX (cut, 1));
    g_autoptr (GBytes) part = g_bytes_new (copy, cut);
    g_autoptr (EhCatalogue) self = eh_catalogue_new ("cy", part, NULL);

    g_assert_null (self);
  }
  for (gsize i = 0; i < size; i++) {
    g_autofree guint8 *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (EhCatalogue) self = NULL;

    copy[i] ^= 0xff;
    changed = g_bytes_new (copy, size);
    self = eh_catalogue_new ("cy", changed, NULL);
    if (self != NULL) {
      g_assert_nonnull (eh_catalogue_get (self, "Send"));
      g_assert_nonnull (eh_catalogue_get_plural (self, "%u person", "%u people", 7));
    }
  }
}

static void
test_choose (void)
{
  static const char *const offered[] = { "ar", "cy", "en", "pt-BR", NULL };
  static const struct {
    const char *accept, *expected;
  } cases[] = {
    { "cy-GB,cy;q=0.9,en;q=0.8", "cy" },
    { "en-GB,en;q=0.9", "en" },
    { "fr,cy;q=0.2", "cy" },
    { "fr", NULL },
    { NULL, NULL },
    { "", NULL },
    { "en;q=0, ar", "ar" },
    { "pt-BR", "pt-BR" },
    { "PT-pt", "pt-BR" },
    { "cy;q=0.3, en;q=0.7", "en" },
    { ";;;,,,q=,cy;q=x", NULL },
    { "*", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].accept);
    g_assert_cmpstr (eh_language_choose (cases[i].accept, offered), ==, cases[i].expected);
  }
  g_assert_true (eh_language_is_rtl ("ur-PK"));
  g_assert_false (eh_language_is_rtl ("cy"));
  g_assert_cmpstr (eh_language_own_name ("cy"), ==, "Cymraeg");
  g_assert_cmpstr (eh_language_own_name ("tlh"), ==, "tlh");
}

static void
test_folder (void)
{
  g_autofree char *dir = g_dir_make_tmp ("evenhand-catalogue-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (dir, "cy", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "evenhand.mo", NULL);
  g_autoptr (GBytes) mo = mo_file (welsh, G_N_ELEMENTS (welsh), FALSE);
  g_autoptr (EhCatalogue) cy = NULL;
  g_autoptr (EhCatalogue) xx = NULL;
  g_autoptr (EhCatalogue) outside = NULL;
  g_auto (GStrv) languages = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (mo, NULL),
                                      (gssize) g_bytes_get_size (mo), NULL));
  g_setenv ("EVENHAND_LOCALE_DIR", dir, TRUE);
  languages = eh_catalogue_languages ();
  g_assert_cmpuint (g_strv_length (languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "cy");
  cy = eh_catalogue_for ("cy");
  xx = eh_catalogue_for ("xx");
  outside = eh_catalogue_for ("../cy");
  g_assert_cmpstr (eh_catalogue_get (cy, "Send"), ==, "Anfon");
  g_assert_cmpstr (eh_catalogue_get (xx, "Send"), ==, "Send");
  g_assert_cmpstr (eh_catalogue_get (outside, "Send"), ==, "Send");
  g_unlink (path);
  g_rmdir (folder);
  *strrchr (folder, '/') = '\0';
  g_rmdir (folder);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/catalogue/messages", GINT_TO_POINTER (FALSE), test_messages);
  g_test_add_data_func ("/catalogue/other-byte-order", GINT_TO_POINTER (TRUE), test_messages);
  g_test_add_func ("/catalogue/formulas", test_formulas);
  g_test_add_func ("/catalogue/damaged", test_damaged);
  g_test_add_func ("/catalogue/choose", test_choose);
  g_test_add_func ("/catalogue/folder", test_folder);
  return g_test_run ();
}
