/* Pages of a database read by us, for a damaged file whose own way to them is lost. The format is
 * public (sqlite.org/fileformat2.html, 1.5 and 1.6, 2.1). Every number is held against what is
 * there before it is followed.
 *
 * A page that a long row runs over into begins with the number of the next one. Its first byte
 * would make a table's page of it only in a file of more than 200 GB, so the words in it are never
 * taken for rows. */

#include "eh-pages.h"

#include <sqlite3.h>
#include <string.h>

#define FILE_HEADER     100
#define INTERIOR_HEADER 12
#define LEAF_HEADER     8
#define INTERIOR_TYPE   0x05
#define LEAF_TYPE       0x0d

/**
 * eh_pages_be32:
 * @bytes: four bytes
 *
 * Returns: the number that they are
 */
guint32
eh_pages_be32 (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) |
         bytes[3];
}

static guint
be16 (const guint8 *bytes)
{
  return ((guint) bytes[0] << 8) | bytes[1];
}

/**
 * eh_pages_init:
 * @self: what to fill in
 * @bytes: (transfer none): a file; must stay
 * @size: of it
 * @page_size: a power of two from 512 to 65536
 */
void
eh_pages_init (EhPages *self, const guint8 *bytes, gsize size, guint32 page_size)
{
  gsize n = size / page_size + (size % page_size > 0);

  *self = (EhPages){ bytes, size, page_size, (guint32) MIN (n, G_MAXUINT32 - 1) };
}

/* What there is of a page, which is less at the end of a file that was cut short. */
static const guint8 *
page_at (const EhPages *self, guint32 page, gsize *n_here)
{
  gsize at = (gsize) (page - 1) * self->page_size;

  *n_here = MIN (self->page_size, self->size - at);
  return self->bytes + at;
}

static gsize
header_at (guint32 page)
{
  return page == 1 ? FILE_HEADER : 0;
}

/**
 * eh_pages_kind:
 * @self: pages
 * @page: a number, which may be no page's
 *
 * Returns: what it seems to be
 */
EhPageKind
eh_pages_kind (const EhPages *self, guint32 page)
{
  const guint8 *bytes;
  gsize n_here, end;
  gboolean leaf;

  if (page < 1 || page > self->n_pages)
    return EH_PAGE_OTHER;
  bytes = page_at (self, page, &n_here);
  if (n_here < header_at (page) + INTERIOR_HEADER)
    return EH_PAGE_OTHER;
  bytes += header_at (page);
  leaf = bytes[0] == LEAF_TYPE;
  if (!leaf && bytes[0] != INTERIOR_TYPE)
    return EH_PAGE_OTHER;
  end = header_at (page) + (leaf ? LEAF_HEADER : INTERIOR_HEADER) + (gsize) be16 (bytes + 3) * 2;
  if (end > n_here || bytes[7] > 60)
    return EH_PAGE_OTHER;
  return leaf ? EH_PAGE_LEAF : EH_PAGE_INTERIOR;
}

/**
 * eh_pages_n_cells:
 * @self: pages
 * @page: a page of a table's tree
 *
 * Returns: rows of a leaf, or pages that an interior page names but for the last
 */
guint
eh_pages_n_cells (const EhPages *self, guint32 page)
{
  gsize n_here;
  const guint8 *bytes = page_at (self, page, &n_here);

  return be16 (bytes + header_at (page) + 3);
}

/* Where a cell begins, 0 for nowhere. */
static gsize
cell_at (const EhPages *self, guint32 page, guint i, gsize header)
{
  gsize n_here;
  const guint8 *bytes = page_at (self, page, &n_here);
  gsize first = header_at (page) + header;
  gsize at = be16 (bytes + first + (gsize) i * 2);
  gsize after = first + (gsize) eh_pages_n_cells (self, page) * 2;

  return at >= after && at < n_here ? at : 0;
}

static gboolean
read_varint (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9; i++) {
    guint8 byte;

    if (*at >= end)
      return FALSE;
    byte = *(*at)++;
    if (i == 8)
      *value = (*value << 8) | byte;
    else
      *value = (*value << 7) | (byte & 0x7f);
    if (byte < 0x80)
      return TRUE;
  }
  return TRUE;
}

/* How much of a record is on its leaf (1.6 of the format). */
static gsize
local_size (gsize usable, gsize size)
{
  gsize most = usable - 35;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize wanted;

  if (size <= most)
    return size;
  wanted = least + (size - least) % (usable - 4);
  return wanted <= most ? wanted : least;
}

/**
 * eh_pages_cell:
 * @self: pages
 * @page: a leaf
 * @i: less than eh_pages_n_cells()
 * @cell: (out): the row
 *
 * Returns: whether it is there and not cut off by the file's end
 */
gboolean
eh_pages_cell (const EhPages *self, guint32 page, guint i, EhPageCell *cell)
{
  gsize n_here;
  const guint8 *bytes = page_at (self, page, &n_here);
  const guint8 *end = bytes + n_here;
  gsize at = cell_at (self, page, i, LEAF_HEADER);
  const guint8 *p = bytes + at;
  guint64 size, key;

  if (at == 0 || !read_varint (&p, end, &size) || !read_varint (&p, end, &key) || size > G_MAXINT32)
    return FALSE;
  cell->key = (gint64) key;
  cell->size = (gsize) size;
  cell->local = p;
  cell->n_local = local_size (self->page_size, cell->size);
  cell->overflow = 0;
  if (cell->n_local > (gsize) (end - p))
    return FALSE;
  if (cell->n_local == cell->size)
    return TRUE;
  p += cell->n_local;
  if (end - p < 4)
    return FALSE;
  cell->overflow = eh_pages_be32 (p);
  return TRUE;
}

/**
 * eh_pages_child:
 * @self: pages
 * @page: an interior page
 * @i: at most eh_pages_n_cells(), which is the last
 *
 * Returns: the number of a page below it, which may be no page's
 */
guint32
eh_pages_child (const EhPages *self, guint32 page, guint i)
{
  gsize n_here;
  const guint8 *bytes = page_at (self, page, &n_here);
  gsize at;

  if (i == eh_pages_n_cells (self, page))
    return eh_pages_be32 (bytes + header_at (page) + LEAF_HEADER);
  at = cell_at (self, page, i, INTERIOR_HEADER);
  return at > 0 && n_here - at >= 4 ? eh_pages_be32 (bytes + at) : 0;
}

/* Marks a page as read; each can belong to one row only. */
static gboolean
use_page (const EhPages *self, guint32 page, guint8 *used)
{
  if (page < 2 || page > self->n_pages || (used[page / 8] & (1 << page % 8)) != 0)
    return FALSE;
  used[page / 8] |= (guint8) (1 << page % 8);
  return TRUE;
}

/**
 * eh_pages_whole_record:
 * @self: pages
 * @cell: a row
 * @used: a bit for each page from 0 on, set for those that other rows run over into
 *
 * Returns: (transfer full) (nullable): the record; %NULL when a part of it is missing
 */
guint8 *
eh_pages_whole_record (const EhPages *self, const EhPageCell *cell, guint8 *used)
{
  g_autofree guint8 *record = NULL;
  gsize done = cell->n_local;
  guint32 next = cell->overflow;

  /* More than there is cannot be there, and is not made room for. */
  if (cell->size > self->size)
    return NULL;
  record = g_malloc (cell->size + 1);
  memcpy (record, cell->local, cell->n_local);
  while (done < cell->size) {
    gsize wanted = MIN (cell->size - done, self->page_size - 4);
    const guint8 *bytes;
    gsize n_here;

    if (!use_page (self, next, used))
      return NULL;
    bytes = page_at (self, next, &n_here);
    if (n_here < wanted + 4)
      return NULL;
    memcpy (record + done, bytes + 4, wanted);
    done += wanted;
    next = eh_pages_be32 (bytes);
  }
  return next == 0 ? g_steal_pointer (&record) : NULL;
}

static gint64
read_integer (const guint8 *bytes, gsize n)
{
  gint64 value = (gint8) bytes[0];

  for (gsize i = 1; i < n; i++)
    value = (gint64) (((guint64) value << 8) | bytes[i]);
  return value;
}

/* The serial types of a record (2.1 of the format). */
static gboolean
value_of (guint64 serial, const guint8 *bytes, gsize n_here, EhRecordValue *value, gsize *taken)
{
  static const gsize sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  if ((serial >= G_N_ELEMENTS (sizes) && serial < 12) || serial > G_MAXINT32)
    return FALSE;
  *taken = serial >= 12 ? (gsize) ((serial - 12) / 2) : sizes[serial];
  *value = (EhRecordValue){ .type = SQLITE_INTEGER, .here = *taken <= n_here };
  if (serial >= 12) {
    value->type = serial % 2 == 0 ? SQLITE_BLOB : SQLITE_TEXT;
    value->bytes = bytes;
    value->size = *taken;
  } else if (serial == 0) {
    value->type = SQLITE_NULL;
  } else if (serial == 7) {
    value->type = SQLITE_FLOAT;
  } else if (serial >= 8) {
    value->integer = (gint64) serial - 8;
  }
  if (*taken > 0 && serial < 12 && value->here)
    value->integer = read_integer (bytes, *taken);
  if (serial == 7)
    memcpy (&value->real, &value->integer, sizeof value->real);
  return TRUE;
}

/**
 * eh_record_read:
 * @bytes: the beginning of a record; must stay as long as the values are used
 * @n_here: how much of it there is
 * @size: of the whole record
 * @record: (out): its values
 *
 * Returns: whether its columns make up its size to the byte
 */
gboolean
eh_record_read (const guint8 *bytes, gsize n_here, gsize size, EhRecord *record)
{
  const guint8 *p = bytes;
  const guint8 *head_end;
  guint64 n_head, serial;
  gsize at;

  record->n = 0;
  if (!read_varint (&p, bytes + n_here, &n_head) || n_head > n_here ||
      n_head < (guint64) (p - bytes))
    return FALSE;
  head_end = bytes + n_head;
  at = (gsize) n_head;
  while (p < head_end) {
    gsize taken = 0;

    if (record->n == EH_RECORD_MOST || !read_varint (&p, head_end, &serial) ||
        !value_of (serial, bytes + MIN (at, n_here), at < n_here ? n_here - at : 0,
                   &record->values[record->n], &taken) ||
        taken > size - at)
      return FALSE;
    record->n++;
    at += taken;
  }
  return at == size;
}
