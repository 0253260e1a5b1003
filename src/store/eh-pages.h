#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhPages:
 * @bytes: the file, as far as there is any of it
 * @size: of @bytes; the last page may be cut short
 * @page_size: in bytes
 * @n_pages: pages of which there is something; the first is number 1
 *
 * A database's file as its pages, which may hold anything.
 */
typedef struct {
  const guint8 *bytes;
  gsize size;
  guint32 page_size;
  guint32 n_pages;
} EhPages;

/**
 * EhPageKind:
 * @EH_PAGE_OTHER: nothing of a table's tree, or not to be made sense of
 * @EH_PAGE_INTERIOR: names the pages below it
 * @EH_PAGE_LEAF: holds rows
 */
typedef enum {
  EH_PAGE_OTHER,
  EH_PAGE_INTERIOR,
  EH_PAGE_LEAF,
} EhPageKind;

/**
 * EhPageCell:
 * @key: the row's key
 * @size: of the whole record, in bytes
 * @local: the part of it that is on the page
 * @n_local: of that, in bytes
 * @overflow: the page where the rest begins, 0 when all of it is local
 *
 * A row on a leaf.
 */
typedef struct {
  gint64 key;
  gsize size;
  const guint8 *local;
  gsize n_local;
  guint32 overflow;
} EhPageCell;

/* So many columns has no table of ours. */
#define EH_RECORD_MOST 48

/**
 * EhRecordValue:
 * @type: SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_BLOB
 * @here: it is wholly in what was read; otherwise only its type is known
 * @integer: of an integer
 * @real: of a real number
 * @bytes: of a text or blob
 * @size: of @bytes
 */
typedef struct {
  int type;
  gboolean here;
  gint64 integer;
  double real;
  const guint8 *bytes;
  gsize size;
} EhRecordValue;

typedef struct {
  guint n;
  EhRecordValue values[EH_RECORD_MOST];
} EhRecord;

guint32 eh_pages_be32 (const guint8 *bytes);
void eh_pages_init (EhPages *self, const guint8 *bytes, gsize size, guint32 page_size);
EhPageKind eh_pages_kind (const EhPages *self, guint32 page);
guint eh_pages_n_cells (const EhPages *self, guint32 page);
gboolean eh_pages_cell (const EhPages *self, guint32 page, guint i, EhPageCell *cell);
guint32 eh_pages_child (const EhPages *self, guint32 page, guint i);
guint8 *eh_pages_whole_record (const EhPages *self, const EhPageCell *cell, guint8 *used);
gboolean eh_record_read (const guint8 *bytes, gsize n_here, gsize size, EhRecord *record);

G_END_DECLS
