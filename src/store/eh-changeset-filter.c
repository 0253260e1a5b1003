/* Takes rows out of recorded changes, as if they had never been. SQLite 3.40 can read a changeset
 * but not write one change by change, so the bytes are read here; the format is documented at the
 * head of ext/session/sqlite3session.c ("CHANGESET FORMAT") and does not change.
 *
 *   table:  'T', varint number of columns, a byte a column (1 for the key), name, NUL
 *   change: operation, a byte "indirect", then old values (update, delete), new values (update,
 * insert) value:  0 none | 1 integer, 8 bytes | 2 real, 8 bytes | 3 text | 4 blob: varint size,
 * bytes | 5 null
 */

#include "eh-changeset-filter.h"

#include "eh-row-store.h"

#include <sqlite3.h>
#include <string.h>

#define OP_INSERT SQLITE_INSERT
#define OP_DELETE SQLITE_DELETE
#define OP_UPDATE SQLITE_UPDATE

enum {
  VALUE_NONE,
  VALUE_INTEGER,
  VALUE_REAL,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL
};

/* Reading stops for good at the first byte that makes no sense. */
typedef struct {
  const guint8 *at;
  const guint8 *end;
  gboolean broken;
} Reader;

static Reader
reader_of (GBytes *bytes)
{
  gsize size;
  /* No bytes at all have no address either, and one cannot count from there. */
  const guint8 *at = g_bytes_get_data (bytes, &size);
  const guint8 *start = at != NULL ? at : (const guint8 *) "";
  Reader reader = { start, start + size, FALSE };

  return reader;
}

static guint8
read_byte (Reader *reader)
{
  if (reader->at < reader->end)
    return *reader->at++;
  reader->broken = TRUE;
  return 0;
}

static void
skip (Reader *reader, guint64 n)
{
  if (n <= (guint64) (reader->end - reader->at))
    reader->at += n;
  else
    reader->broken = TRUE;
}

/* SQLite's varint: seven bits a byte, the highest first; the ninth byte has eight. */
static guint64
read_varint (Reader *reader)
{
  guint64 value = 0;

  for (guint i = 0; i < 8; i++) {
    guint8 byte = read_byte (reader);

    value = (value << 7) | (byte & 0x7f);
    if ((byte & 0x80) == 0)
      return value;
  }
  return (value << 8) | read_byte (reader);
}

static gint64
read_integer (Reader *reader)
{
  guint64 value = 0;

  for (guint i = 0; i < 8; i++)
    value = (value << 8) | read_byte (reader);
  return (gint64) value;
}

/* One row of values. Appends them to @out with every id of @ids made null, and tells whether the
 * first value, the row's own id, is one of them. */
static gboolean
copy_record (Reader *reader, guint64 n_columns, GHashTable *ids, GByteArray *out, gboolean *touched)
{
  const guint8 null = VALUE_NULL;
  gboolean is_gone = FALSE;

  for (guint64 i = 0; i < n_columns && !reader->broken; i++) {
    const guint8 *start = reader->at;
    guint8 kind = read_byte (reader);
    gint64 integer;

    switch (kind) {
    case VALUE_INTEGER:
      integer = read_integer (reader);
      if (g_hash_table_contains (ids, &integer)) {
        *touched = TRUE;
        is_gone |= i == 0;
        g_byte_array_append (out, &null, 1);
        continue;
      }
      break;
    case VALUE_REAL:
      skip (reader, 8);
      break;
    case VALUE_TEXT:
    case VALUE_BLOB:
      skip (reader, read_varint (reader));
      break;
    case VALUE_NONE:
    case VALUE_NULL:
      break;
    default:
      reader->broken = TRUE;
    }
    g_byte_array_append (out, start, (guint) (reader->at - start));
  }
  return is_gone;
}

static void
copy_change (Reader *reader, guint64 n_columns, GHashTable *ids, GByteArray *out, gboolean *touched)
{
  g_autoptr (GByteArray) change = g_byte_array_new ();
  guint8 op = read_byte (reader);
  guint8 indirect = read_byte (reader);
  gboolean is_gone;

  if (op != OP_INSERT && op != OP_DELETE && op != OP_UPDATE) {
    reader->broken = TRUE;
    return;
  }
  g_byte_array_append (change, &op, 1);
  g_byte_array_append (change, &indirect, 1);
  is_gone = copy_record (reader, n_columns, ids, change, touched);
  if (op == OP_UPDATE)
    copy_record (reader, n_columns, ids, change, touched);
  if (!is_gone && !reader->broken)
    g_byte_array_append (out, change->data, change->len);
}

/* A table's header goes over only when a change of it does: SQLite takes no empty table. */
static void
copy_table (Reader *reader, GHashTable *ids, GByteArray *out, gboolean *touched)
{
  const guint8 *start = reader->at;
  g_autoptr (GByteArray) changes = g_byte_array_new ();
  guint64 n_columns;
  gsize header;

  if (read_byte (reader) != 'T')
    reader->broken = TRUE;
  n_columns = read_varint (reader);
  skip (reader, n_columns);
  while (!reader->broken && read_byte (reader) != '\0')
    ;
  header = (gsize) (reader->at - start);
  while (!reader->broken && reader->at < reader->end && *reader->at != 'T')
    copy_change (reader, n_columns, ids, changes, touched);
  if (changes->len == 0 || reader->broken)
    return;
  g_byte_array_append (out, start, (guint) header);
  g_byte_array_append (out, changes->data, changes->len);
}

/* What SQLite takes for granted of a value: that it is there where a row is added or removed, and
 * that a row's own id is a number. */
static void
check_value (Reader *reader, gboolean is_id, gboolean may_be_none)
{
  guint8 kind = read_byte (reader);

  switch (kind) {
  case VALUE_INTEGER:
  case VALUE_REAL:
    skip (reader, 8);
    break;
  case VALUE_TEXT:
  case VALUE_BLOB:
    skip (reader, read_varint (reader));
    break;
  case VALUE_NULL:
    break;
  case VALUE_NONE:
    reader->broken |= !may_be_none;
    break;
  default:
    reader->broken = TRUE;
  }
  if (is_id && kind != VALUE_INTEGER)
    reader->broken = TRUE;
}

static void
check_change (Reader *reader, guint64 n_columns)
{
  guint8 op = read_byte (reader);
  gboolean update = op == OP_UPDATE;

  if ((op != OP_INSERT && op != OP_DELETE && !update) || read_byte (reader) > 1)
    reader->broken = TRUE;
  for (guint64 i = 0; i < n_columns && !reader->broken; i++)
    check_value (reader, i == 0, update);
  /* What a row becomes: all but its id, which stays. */
  if (update && read_byte (reader) != VALUE_NONE)
    reader->broken = TRUE;
  for (guint64 i = 1; update && i < n_columns && !reader->broken; i++)
    check_value (reader, FALSE, TRUE);
}

/* The key is the first column of every tracked table, and nothing else is. */
static void
check_table (Reader *reader)
{
  const EhRowType *type;
  const guint8 *name;
  guint64 n_columns;

  if (read_byte (reader) != 'T')
    reader->broken = TRUE;
  n_columns = read_varint (reader);
  for (guint64 i = 0; i < n_columns && !reader->broken; i++)
    if (read_byte (reader) != (i == 0))
      reader->broken = TRUE;
  name = reader->at;
  while (!reader->broken && read_byte (reader) != '\0')
    ;
  type = reader->broken ? NULL : eh_row_store_type_named ((const char *) name);
  if (type == NULL || n_columns == 0 || n_columns > type->n_fields || reader->at == reader->end)
    reader->broken = TRUE;
  do
    check_change (reader, n_columns);
  while (!reader->broken && reader->at < reader->end && *reader->at != 'T');
}

/**
 * eh_changeset_is_sound:
 * @changes: a changeset from a file
 *
 * SQLite believes what a changeset says of its own sizes, and a file from outside may say anything.
 *
 * Returns: whether SQLite may read it
 */
gboolean
eh_changeset_is_sound (GBytes *changes)
{
  Reader reader = reader_of (changes);

  while (!reader.broken && reader.at < reader.end)
    check_table (&reader);
  return !reader.broken;
}

/**
 * eh_changeset_without:
 * @changes: a changeset
 * @ids: (element-type gint64): a set of ids of rows
 * @touched: (out): whether there was anything of them in it
 *
 * Returns: (transfer full) (nullable): @changes without the changes of those rows, and with null
 * where another row refers to one; %NULL when @changes cannot be read
 */
GBytes *
eh_changeset_without (GBytes *changes, GHashTable *ids, gboolean *touched)
{
  Reader reader = reader_of (changes);
  g_autoptr (GByteArray) out = g_byte_array_new ();

  *touched = FALSE;
  while (!reader.broken && reader.at < reader.end)
    copy_table (&reader, ids, out, touched);
  return reader.broken ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* ---- Rewording ---- */

typedef struct {
  EhRewordFunc func;
  gconstpointer data;
  const EhRowType *type; /* (nullable): a table that we do not know has no words of ours */
  EhId id;
  gboolean touched;
} Rewording;

/* As read_varint(), for what is shorter than 2^56 bytes. */
static void
append_varint (GByteArray *out, guint64 value)
{
  guint8 bytes[8];
  guint n = 0;

  do {
    bytes[n] = (guint8) ((value & 0x7f) | (n > 0 ? 0x80 : 0));
    n++;
  } while ((value >>= 7) != 0);
  while (n > 0)
    g_byte_array_append (out, &bytes[--n], 1);
}

static void
append_text (GByteArray *out, const char *text)
{
  const guint8 kind = VALUE_TEXT;

  g_byte_array_append (out, &kind, 1);
  append_varint (out, strlen (text));
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

static gboolean
reword_text (Rewording *rewording, guint64 column, const guint8 *at, guint64 size, GByteArray *out)
{
  g_autofree char *text = NULL;
  g_autofree char *instead = NULL;

  if (rewording->type == NULL || column >= rewording->type->n_fields ||
      !g_utf8_validate_len ((const char *) at, size, NULL))
    return FALSE;
  text = g_strndup ((const char *) at, size);
  instead = rewording->func (rewording->type, rewording->id, &rewording->type->fields[column], text,
                             rewording->data);
  if (instead == NULL)
    return FALSE;
  append_text (out, instead);
  rewording->touched = TRUE;
  return TRUE;
}

static void
reword_record (Reader *reader, guint64 n_columns, Rewording *rewording, GByteArray *out)
{
  for (guint64 i = 0; i < n_columns && !reader->broken; i++) {
    const guint8 *start = reader->at;
    guint8 kind = read_byte (reader);
    gint64 integer;
    guint64 size;

    if (kind == VALUE_INTEGER) {
      integer = read_integer (reader);
      if (i == 0)
        rewording->id = integer;
    } else if (kind == VALUE_REAL) {
      skip (reader, 8);
    } else if (kind == VALUE_TEXT || kind == VALUE_BLOB) {
      size = read_varint (reader);
      skip (reader, size);
      if (kind == VALUE_TEXT && !reader->broken &&
          reword_text (rewording, i, reader->at - size, size, out))
        continue;
    } else if (kind != VALUE_NONE && kind != VALUE_NULL) {
      reader->broken = TRUE;
    }
    g_byte_array_append (out, start, (guint) (reader->at - start));
  }
}

static void
reword_table (Reader *reader, Rewording *rewording, GByteArray *out)
{
  const guint8 *start = reader->at;
  const char *name;
  guint64 n_columns;

  if (read_byte (reader) != 'T')
    reader->broken = TRUE;
  n_columns = read_varint (reader);
  skip (reader, n_columns);
  name = (const char *) reader->at;
  while (!reader->broken && read_byte (reader) != '\0')
    ;
  if (reader->broken)
    return;
  rewording->type = eh_row_store_type_named (name);
  g_byte_array_append (out, start, (guint) (reader->at - start));
  while (!reader->broken && reader->at < reader->end && *reader->at != 'T') {
    guint8 op = *reader->at;

    start = reader->at;
    skip (reader, 2);
    g_byte_array_append (out, start, (guint) (reader->at - start));
    reword_record (reader, n_columns, rewording, out);
    if (op == OP_UPDATE)
      reword_record (reader, n_columns, rewording, out);
  }
}

/**
 * eh_changeset_reworded:
 * @changes: a changeset
 * @func: called for each text of each row
 * @data: for @func
 * @touched: (out): whether any text is another now
 *
 * Returns: (transfer full) (nullable): @changes with what @func gave in place of those texts; %NULL
 * when @changes cannot be read
 */
GBytes *
eh_changeset_reworded (GBytes *changes, EhRewordFunc func, gconstpointer data, gboolean *touched)
{
  Reader reader = reader_of (changes);
  Rewording rewording = { func, data, NULL, EH_ID_NONE, FALSE };
  g_autoptr (GByteArray) out = g_byte_array_new ();

  while (!reader.broken && reader.at < reader.end)
    reword_table (&reader, &rewording, out);
  *touched = rewording.touched;
  return reader.broken ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
