/* A ZIP archive in memory. General archive libraries add fields (times, owners, sizes after the
 * data) that OpenDocument forbids on its first entry, so this writes the plain format itself: local
 * header and data per entry, then the central directory, then its end record (PKWARE APPNOTE 6.3,
 * sections 4.3.7, 4.3.12 and 4.3.16). Nothing beyond 4 GiB or 65,535 entries. */

#include "config.h"

#include "eh-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define LOCAL_HEADER   0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_RECORD     0x06054b50u
#define UTF8_NAMES     0x0800u
/* 1 January 2020: a date of its own would make every export of the same document differ. */
#define FIXED_DATE  ((2020u - 1980u) << 9 | 1u << 5 | 1u)
#define MAX_SIZE    G_GUINT64_CONSTANT (0xffff0000)
#define MAX_ENTRIES 0xfffeu

typedef struct {
  char *name;
  guint32 crc;
  guint32 packed;
  guint32 size;
  guint32 offset;
  guint16 method; /* 0 stored, 8 deflated */
} Entry;

struct _EhZipWriter {
  GByteArray *out;
  GArray *entries;
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->name);
}

static void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

static void
put_header (GByteArray *out, const Entry *entry, gboolean central)
{
  put32 (out, central ? CENTRAL_HEADER : LOCAL_HEADER);
  if (central)
    put16 (out, 20); /* made by: version 2.0 */
  put16 (out, 20);   /* needed: version 2.0 */
  put16 (out, UTF8_NAMES);
  put16 (out, entry->method);
  put16 (out, 0); /* time */
  put16 (out, FIXED_DATE);
  put32 (out, entry->crc);
  put32 (out, entry->packed);
  put32 (out, entry->size);
  put16 (out, (guint) strlen (entry->name));
  put16 (out, 0); /* extra field */
  if (central) {
    put16 (out, 0); /* comment */
    put16 (out, 0); /* disk */
    put16 (out, 0); /* internal attributes */
    put32 (out, 0); /* external attributes */
    put32 (out, entry->offset);
  }
  g_byte_array_append (out, (const guint8 *) entry->name, (guint) strlen (entry->name));
}

/* Returns: (transfer full) (nullable): @data as a raw deflate stream, NULL when that is no shorter
 */
static GByteArray *
deflated (const guint8 *data, gsize size)
{
  z_stream stream = { 0 };
  g_autoptr (GByteArray) out = g_byte_array_new ();
  int status;

  if (deflateInit2 (&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  g_byte_array_set_size (out, (guint) deflateBound (&stream, (uLong) size));
  stream.next_in = (Bytef *) data;
  stream.avail_in = (uInt) size;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  status = deflate (&stream, Z_FINISH);
  g_byte_array_set_size (out, (guint) stream.total_out);
  deflateEnd (&stream);
  return status == Z_STREAM_END && out->len < size ? g_steal_pointer (&out) : NULL;
}

static gboolean
add (EhZipWriter *self, const char *name, GBytes *content, gboolean deflate, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  g_autoptr (GByteArray) packed = NULL;
  Entry entry = { 0 };

  if ((guint64) size + self->out->len > MAX_SIZE || self->entries->len >= MAX_ENTRIES) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("The document is too large for this format."));
    return FALSE;
  }
  if (deflate && size > 0)
    packed = deflated (data, size);
  entry.name = g_strdup (name);
  entry.crc = (guint32) crc32 (0, data, (uInt) size);
  entry.size = (guint32) size;
  entry.packed = packed != NULL ? packed->len : (guint32) size;
  entry.method = packed != NULL ? 8 : 0;
  entry.offset = self->out->len;
  put_header (self->out, &entry, FALSE);
  if (entry.packed > 0)
    g_byte_array_append (self->out, packed != NULL ? packed->data : data, entry.packed);
  g_array_append_val (self->entries, entry);
  return TRUE;
}

/**
 * eh_zip_writer_new:
 *
 * Returns: (transfer full): an empty archive
 */
EhZipWriter *
eh_zip_writer_new (void)
{
  EhZipWriter *self = g_new0 (EhZipWriter, 1);

  self->out = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

void
eh_zip_writer_free (EhZipWriter *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * eh_zip_writer_add:
 * @name: path inside the archive, UTF-8, with forward slashes
 * @content: what the entry holds
 *
 * Adds an entry, packed where that makes it smaller.
 *
 * Returns: %FALSE with %G_IO_ERROR_NO_SPACE when the archive would grow beyond its format
 */
gboolean
eh_zip_writer_add (EhZipWriter *self, const char *name, GBytes *content, GError **error)
{
  return add (self, name, content, TRUE, error);
}

/**
 * eh_zip_writer_add_stored:
 *
 * As eh_zip_writer_add(), unpacked: the `mimetype` of OpenDocument, whose bytes must be readable at
 * the start of the file (OpenDocument 1.3, part 2, 3.3), and pictures, which are packed already.
 */
gboolean
eh_zip_writer_add_stored (EhZipWriter *self, const char *name, GBytes *content, GError **error)
{
  return add (self, name, content, FALSE, error);
}

/**
 * eh_zip_writer_finish:
 *
 * Writes the directory. The writer can only be freed afterwards.
 *
 * Returns: (transfer full): the archive
 */
GBytes *
eh_zip_writer_finish (EhZipWriter *self)
{
  guint32 start = self->out->len;
  guint32 length;

  for (guint i = 0; i < self->entries->len; i++)
    put_header (self->out, &g_array_index (self->entries, Entry, i), TRUE);
  length = self->out->len - start;
  put32 (self->out, END_RECORD);
  put16 (self->out, 0); /* this disk */
  put16 (self->out, 0); /* disk of the directory */
  put16 (self->out, self->entries->len);
  put16 (self->out, self->entries->len);
  put32 (self->out, length);
  put32 (self->out, start);
  put16 (self->out, 0); /* comment */
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
