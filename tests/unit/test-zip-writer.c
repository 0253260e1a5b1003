/* ZIP archives, read back by hand: what OpenDocument asks of the first bytes, and that another
 * reader finds every entry. */

#include "eh-zip-writer.h"

#include <string.h>

static GBytes *
archive (void)
{
  g_autoptr (EhZipWriter) zip = eh_zip_writer_new ();
  g_autoptr (GBytes) mime = g_bytes_new_static ("application/x-test", 18);
  g_autofree char *many = g_strnfill (5000, 'x');
  g_autoptr (GBytes) big = g_bytes_new_static (many, 5000);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_true (eh_zip_writer_add_stored (zip, "mimetype", mime, NULL));
  g_assert_true (eh_zip_writer_add (zip, "a/ŵ.txt", big, NULL));
  g_assert_true (eh_zip_writer_add (zip, "empty", nothing, NULL));
  return eh_zip_writer_finish (zip);
}

static guint
get16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static void
test_first_entry (void)
{
  g_autoptr (GBytes) bytes = archive ();
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data, 4, "PK\x03\x04", 4);
  g_assert_cmpuint (get16 (data + 6) & 8, ==, 0); /* no data descriptor */
  g_assert_cmpuint (get16 (data + 8), ==, 0);     /* stored */
  g_assert_cmpuint (get16 (data + 28), ==, 0);    /* no extra field */
  g_assert_cmpmem (data + 30, 26, "mimetypeapplication/x-test", 26);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = archive ();
  g_autoptr (GBytes) two = archive ();

  g_assert_true (g_bytes_equal (one, two));
}

/* GLib reads raw deflate, so the second entry can be unpacked without our own code. */
static void
test_packed (void)
{
  g_autoptr (GBytes) bytes = archive ();
  const guint8 *entry = (const guint8 *) g_bytes_get_data (bytes, NULL) + 30 + 8 + 18;
  gsize packed = get16 (entry + 18) | (gsize) get16 (entry + 20) << 16;
  g_autoptr (GInputStream) raw = g_memory_input_stream_new_from_data (
      entry + 30 + get16 (entry + 26), (gssize) packed, NULL);
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (raw, G_CONVERTER (inflate));
  char out[6000];
  gsize got;
  g_autofree char *expected = g_strnfill (5000, 'x');

  g_assert_cmpuint (get16 (entry + 8), ==, 8);
  g_assert_cmpuint (packed, <, 100);
  g_assert_true (g_input_stream_read_all (stream, out, sizeof out, &got, NULL, NULL));
  g_assert_cmpmem (out, got, expected, 5000);
}

static void
test_directory (void)
{
  g_autoptr (GBytes) bytes = archive ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *end = data + size - 22;
  const guint8 *entry = data + (get16 (end + 16) | (gsize) get16 (end + 18) << 16);

  g_assert_cmpmem (end, 4, "PK\x05\x06", 4);
  g_assert_cmpuint (get16 (end + 10), ==, 3);
  for (guint i = 0; i < 3; i++) {
    gsize offset = get16 (entry + 42) | (gsize) get16 (entry + 44) << 16;

    g_assert_cmpmem (entry, 4, "PK\x01\x02", 4);
    g_assert_cmpmem (data + offset, 4, "PK\x03\x04", 4);
    g_assert_cmpmem (data + offset + 30, get16 (data + offset + 26), entry + 46,
                     get16 (entry + 28));
    entry += 46 + get16 (entry + 28);
  }
  g_assert_true (entry == end);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-writer/first-entry", test_first_entry);
  g_test_add_func ("/zip-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/zip-writer/packed", test_packed);
  g_test_add_func ("/zip-writer/directory", test_directory);
  return g_test_run ();
}
