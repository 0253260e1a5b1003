/* A copy that a passphrase protects: written and opened again, and archives made to do harm. */

#include "eh-protected-copy.h"
#include "eh-zip-writer.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#define PASSPHRASE "four plain words here"
#define CENTRAL    "PK\1\2"

typedef struct {
  char *dir;
  char *plain;
  char *zip;
  char *out;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("eh-protected-XXXXXX", NULL);
  f->plain = g_build_filename (f->dir, "plain", NULL);
  f->zip = g_build_filename (f->dir, "copy.zip", NULL);
  f->out = g_build_filename (f->dir, "out", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->plain);
  g_unlink (f->zip);
  g_unlink (f->out);
  /* Nothing else was left in it. */
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
  g_free (f->plain);
  g_free (f->zip);
  g_free (f->out);
}

static char *
find (char *bytes, gsize size, const char *wanted, gsize n)
{
  for (gsize i = 0; i + n <= size; i++)
    if (memcmp (bytes + i, wanted, n) == 0)
      return bytes + i;
  return NULL;
}

static GBytes *
some_bytes (gsize size)
{
  guint8 *bytes = g_malloc (size);
  guint32 x = 2463534242u;

  for (gsize i = 0; i < size; i++) {
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    bytes[i] = i % 3 == 0 ? (guint8) x : 'a';
  }
  return g_bytes_new_take (bytes, size);
}

static void
put_file (const char *path, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static gboolean
write_copy (Fixture *f, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) to = g_file_new_for_path (f->zip);

  return eh_protected_copy_write (f->plain, to, "Prosiect Gwên.evenhand", passphrase, NULL, NULL,
                                  cancellable, error);
}

static gboolean
extract (Fixture *f, const char *passphrase, GError **error)
{
  g_autofree char *name = NULL;

  return eh_protected_copy_extract (f->zip, f->out, passphrase, &name, NULL, NULL, NULL, error);
}

static void
test_there_and_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (700001);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *back = NULL;
  g_autofree char *zip = NULL;
  gsize size;
  gboolean encrypted;
  GStatBuf info;
  mode_t before = umask (0);

  put_file (f->plain, bytes);
  g_assert_true (write_copy (f, PASSPHRASE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (eh_protected_copy_is_encrypted (f->zip, &encrypted, &error));
  g_assert_true (encrypted);
  g_assert_true (
      eh_protected_copy_extract (f->zip, f->out, PASSPHRASE, &name, NULL, NULL, NULL, &error));
  umask (before);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Prosiect Gwên.evenhand");
  g_assert_true (g_file_get_contents (f->out, &back, &size, NULL));
  g_assert_cmpmem (back, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_stat (f->zip, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_stat (f->out, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  /* WinZip's AES, 256 bits: field 0x9901 of seven bytes, "AE", strength 3. */
  g_assert_true (g_file_get_contents (f->zip, &zip, &size, NULL));
  g_assert_nonnull (find (zip, size,
                          "\x01\x99\x07\x00\x01\x00"
                          "AE\x03",
                          9));
}

static void
test_passphrases (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (5000);
  g_autoptr (GError) error = NULL;

  put_file (f->plain, bytes);
  g_assert_false (write_copy (f, "short", NULL, &error));
  g_assert_error (error, EH_PROTECTED_ERROR, EH_PROTECTED_ERROR_WEAK_PASSPHRASE);
  g_assert_false (g_file_test (f->zip, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_true (write_copy (f, PASSPHRASE, NULL, NULL));
  g_assert_false (extract (f, "some other words", &error));
  g_assert_error (error, EH_PROTECTED_ERROR, EH_PROTECTED_ERROR_WRONG_PASSPHRASE);
  g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (extract (f, NULL, &error));
  g_assert_error (error, EH_PROTECTED_ERROR, EH_PROTECTED_ERROR_NEEDS_PASSPHRASE);
}

/* What was there stays until the new copy is whole. */
static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put_file (f->plain, bytes);
  put_file (f->zip, bytes);
  g_file_get_contents (f->zip, &before, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (write_copy (f, PASSPHRASE, cancellable, &error));
  g_file_get_contents (f->zip, &after, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* One flipped bit at a time, through the whole archive: it is noticed or it changes nothing. */
static void
test_flipped_bits (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (900);
  g_autofree char *zip = NULL;
  gsize size;
  guint n_noticed = 0;

  put_file (f->plain, bytes);
  g_assert_true (write_copy (f, PASSPHRASE, NULL, NULL));
  g_assert_true (g_file_get_contents (f->zip, &zip, &size, NULL));
  for (gsize i = 0; i < size; i += 3) {
    g_autoptr (GError) error = NULL;
    g_autofree char *back = NULL;
    gsize back_size;

    zip[i] ^= 1 << i % 8;
    g_assert_true (g_file_set_contents (f->zip, zip, (gssize) size, NULL));
    if (!extract (f, PASSPHRASE, &error)) {
      g_assert_cmpuint (error->domain, ==, EH_PROTECTED_ERROR);
      g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
      n_noticed++;
    } else {
      g_assert_true (g_file_get_contents (f->out, &back, &back_size, NULL));
      g_assert_cmpmem (back, back_size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_unlink (f->out);
    }
    zip[i] ^= 1 << i % 8;
  }
  g_assert_cmpuint (n_noticed, >, size / 3 / 2);
}

static void
test_cut_short (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (900);
  g_autofree char *zip = NULL;
  gsize size;

  put_file (f->plain, bytes);
  g_assert_true (write_copy (f, PASSPHRASE, NULL, NULL));
  g_assert_true (g_file_get_contents (f->zip, &zip, &size, NULL));
  for (gsize cut = 0; cut < size; cut += 37) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (f->zip, zip, (gssize) cut, NULL));
    g_assert_false (extract (f, PASSPHRASE, &error));
    g_assert_cmpuint (error->domain, ==, EH_PROTECTED_ERROR);
    g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
  }
}

/* An archive that is not encrypted, of entries with these names. */
static void
put_archive (Fixture *f, GBytes *content, const char *const *names)
{
  g_autoptr (EhZipWriter) writer = eh_zip_writer_new ();
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (eh_zip_writer_add (writer, names[i], content, NULL));
  zip = eh_zip_writer_finish (writer);
  put_file (f->zip, zip);
}

static void
assert_refused (Fixture *f, EhProtectedError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (extract (f, NULL, &error));
  g_assert_error (error, EH_PROTECTED_ERROR, (int) code);
  g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
}

static void
test_not_encrypted (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (5000);
  const char *const names[] = { "a.evenhand", NULL };
  gboolean encrypted = TRUE;

  put_archive (f, bytes, names);
  g_assert_true (eh_protected_copy_is_encrypted (f->zip, &encrypted, NULL));
  g_assert_false (encrypted);
  g_assert_true (extract (f, NULL, NULL));
}

static void
test_names (Fixture *f, gconstpointer data)
{
  static const char *const bad[] = {
    "../a.evenhand", "/etc/a.evenhand", "C:\\a.evenhand", "a/b.evenhand", "..", "folder/",
  };
  g_autoptr (GBytes) bytes = some_bytes (100);
  const char *const several[] = { "a.evenhand", "b.evenhand", NULL };
  const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    const char *const names[] = { bad[i], NULL };

    put_archive (f, bytes, names);
    assert_refused (f, EH_PROTECTED_ERROR_UNSAFE);
  }
  put_archive (f, bytes, several);
  assert_refused (f, EH_PROTECTED_ERROR_NOT_ONE);
  put_archive (f, bytes, none);
  assert_refused (f, EH_PROTECTED_ERROR_NOT_ARCHIVE);
  put_file (f->zip, bytes);
  assert_refused (f, EH_PROTECTED_ERROR_NOT_ARCHIVE);
}

/* Changes the bytes at an offset of the first local and central header (APPNOTE 4.3.7, 4.3.12); -1
 * for a field that only the central one has. */
static void
patch (Fixture *f, int local, gsize offset, const char *bytes, gsize n)
{
  g_autofree char *zip = NULL;
  char *central;
  gsize size;

  g_assert_true (g_file_get_contents (f->zip, &zip, &size, NULL));
  central = find (zip, size, CENTRAL, 4);
  g_assert_nonnull (central);
  memcpy (central + offset, bytes, n);
  if (local >= 0)
    memcpy (zip + local, bytes, n);
  g_assert_true (g_file_set_contents (f->zip, zip, (gssize) size, NULL));
}

static void
test_link (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) target = g_bytes_new_static ("/etc/passwd", 11);
  const char *const names[] = { "a.evenhand", NULL };

  put_archive (f, target, names);
  patch (f, -1, 5, "\3", 1);                /* made on Unix */
  patch (f, -1, 38, "\x00\x00\xff\xa1", 4); /* a symbolic link */
  assert_refused (f, EH_PROTECTED_ERROR_UNSAFE);
}

static void
test_wrong_checksum (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = some_bytes (5000);
  const char *const names[] = { "a.evenhand", NULL };

  put_archive (f, bytes, names);
  patch (f, 14, 16, "\1\2\3\4", 4);
  assert_refused (f, EH_PROTECTED_ERROR_DAMAGED);
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  gsize size = 66 * 1024 * 1024;
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GBytes) small = some_bytes (5000);
  const char *const names[] = { "a.evenhand", NULL };

  /* It unpacks to a thousand times itself. */
  put_archive (f, zeros, names);
  assert_refused (f, EH_PROTECTED_ERROR_TOO_LARGE);
  /* It says of itself that it has 3 GiB. */
  put_archive (f, small, names);
  patch (f, 22, 24, "\x00\x00\x00\xc0", 4);
  assert_refused (f, EH_PROTECTED_ERROR_TOO_LARGE);
}

#define ADD(name, func) g_test_add ("/protected-copy/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("passphrases", test_passphrases);
  ADD ("cancelled", test_cancelled);
  ADD ("flipped-bits", test_flipped_bits);
  ADD ("cut-short", test_cut_short);
  ADD ("not-encrypted", test_not_encrypted);
  ADD ("names", test_names);
  ADD ("link", test_link);
  ADD ("wrong-checksum", test_wrong_checksum);
  ADD ("too-large", test_too_large);
  return g_test_run ();
}
