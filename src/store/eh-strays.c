/* The rows of a damaged file that can be found without the way to them: each page that holds rows
 * is looked at, and what table it belongs to is told by
 *
 *   1. the trees of the tables, as far as the file still tells where they begin;
 *   2. the shape of its rows: how many columns, of which types, with which words of which lists. A
 *      page is of one table alone, so that most of its rows must be of that shape and fewer of any
 *      other;
 *   3. where two tables would do, the pages beside it under the same page, then before and behind
 * it.
 *
 * What that does not settle is left out and counted. So is a row of which a part is missing:
 * nothing of it is guessed. Pages that the file says are free are not looked at. */

#include "eh-strays.h"

#include "eh-dataset.h"
#include "eh-received.h"
#include "eh-row-store.h"
#include "eh-schema.h"

#include <string.h>

#define MOST_SHAPES 64

/* Of a page: free, or of a tree that holds no rows of these tables. */
#define NOBODY (-1)
#define FREE   (-2)
#define OTHER  (-3)

static const EhField erased_fields[] = {
  { "id", EH_FIELD_ID, 0, NULL },
  { "table_name", EH_FIELD_TEXT, 0, NULL },
  { "erased_at", EH_FIELD_TIME, 0, NULL },
};
/* No rows of it are ever made in memory. */
static const EhRowType erased_type = { "erased", 0, erased_fields, G_N_ELEMENTS (erased_fields),
                                       NULL };

/* An earlier format had fewer columns, and its rows stay as short as they were. */
typedef struct {
  const EhRowType *type;
  guint n_least;
  char *insert;
  GHashTable *cut; /* (element-type gint64): keys of rows of which a part is missing */
} Shape;

struct _EhStrays {
  EhPages pages;
  EhDb *like;
  EhDb *db;
  Shape shapes[MOST_SHAPES];
  guint n_shapes;
  gint8 *owners;   /* by page: index of a shape, or one of the above; by the trees, then by shape */
  guint8 *in_tree; /* by page, a bit */
  guint8 *used;    /* by page, a bit: a long row runs over into it */
  GHashTable
      *unsure; /* (element-type guint guint64): pages that several shapes fit, one bit each */
  guint n_rows;
};

static gboolean
get_bit (const guint8 *bits, guint32 i)
{
  return (bits[i / 8] & (1 << i % 8)) != 0;
}

static void
set_bit (guint8 *bits, guint32 i)
{
  bits[i / 8] |= (guint8) (1 << i % 8);
}

static GHashTable *
key_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static guint
columns_of (EhDb *db, const char *table)
{
  EhStmt s = eh_db_prepare (db, "SELECT count (*) FROM pragma_table_info (?)");
  guint n;

  eh_stmt_bind_text (&s, table);
  n = eh_stmt_step (&s) ? (guint) eh_stmt_int (&s, 0) : 0;
  eh_stmt_finish (&s, NULL);
  return n;
}

static void
add_shape (EhStrays *self, const EhRowType *type)
{
  Shape shape = { type, type->n_fields, NULL, key_set () };

  g_assert (self->n_shapes < MOST_SHAPES);
  self->shapes[self->n_shapes++] = shape;
}

static gboolean
learn_shapes (EhStrays *self, GError **error)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    add_shape (self, tables[i]);
  add_shape (self, &eh_received_row_type);
  add_shape (self, &erased_type);
  for (guint version = 1; version < EH_SCHEMA_VERSION; version++) {
    g_autoptr (EhDb) old = eh_db_open (":memory:", EH_DB_CREATOR, error);

    if (old == NULL || !eh_schema_create_as (old, version, error))
      return FALSE;
    for (guint i = 0; i < self->n_shapes; i++) {
      guint n = columns_of (old, self->shapes[i].type->table);

      if (n > 0)
        self->shapes[i].n_least = MIN (self->shapes[i].n_least, n);
    }
  }
  return TRUE;
}

static gboolean
is_word (const EhVocabulary *words, const EhRecordValue *value)
{
  for (guint i = 0; i < words->n_words; i++)
    if (strlen (words->words[i].key) == value->size &&
        memcmp (words->words[i].key, value->bytes, value->size) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
type_fits (const EhField *field, int type)
{
  switch (field->kind) {
  case EH_FIELD_ID:
  case EH_FIELD_TIME:
    return type == SQLITE_NULL || type == SQLITE_INTEGER;
  case EH_FIELD_INT:
  case EH_FIELD_BOOL:
    return type == SQLITE_INTEGER;
  case EH_FIELD_REAL:
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
  case EH_FIELD_TEXT:
  case EH_FIELD_ENUM:
    return type == SQLITE_TEXT;
  default:
    return FALSE;
  }
}

/* A text that ends in the middle of a character, or that zeros were written over, is no text. */
static gboolean
value_fits (const EhField *field, const EhRecordValue *value)
{
  if (!type_fits (field, value->type) || value->type == SQLITE_NULL || !value->here)
    return type_fits (field, value->type);
  if (field->kind == EH_FIELD_ID)
    return value->integer > 0;
  if (field->kind == EH_FIELD_BOOL)
    return value->integer == 0 || value->integer == 1;
  if (field->kind == EH_FIELD_ENUM)
    return is_word (field->words, value);
  return field->kind != EH_FIELD_TEXT ||
         g_utf8_validate ((const char *) value->bytes, (gssize) value->size, NULL);
}

/* The key stands before the record; in it, its column is empty. */
static gboolean
record_fits (const Shape *shape, const EhRecord *record)
{
  if (record->n < shape->n_least || record->n > shape->type->n_fields ||
      record->values[0].type != SQLITE_NULL)
    return FALSE;
  for (guint i = 1; i < record->n; i++)
    if (!value_fits (&shape->type->fields[i], &record->values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_cell (EhStrays *self, guint32 page, guint i, EhPageCell *cell, EhRecord *record)
{
  return eh_pages_cell (&self->pages, page, i, cell) && cell->key > 0 && cell->key < G_MAXINT64 &&
         eh_record_read (cell->local, cell->n_local, cell->size, record);
}

/* Cells that lie on top of each other are made up, and would be read many times over. */
static guint
count_fits (EhStrays *self, guint32 page, guint counts[MOST_SHAPES])
{
  guint n_read = 0;
  gsize sum = 0;

  memset (counts, 0, sizeof (guint) * MOST_SHAPES);
  for (guint i = 0; i < eh_pages_n_cells (&self->pages, page); i++) {
    EhPageCell cell;
    EhRecord record;

    if (!eh_pages_cell (&self->pages, page, i, &cell))
      continue;
    sum += cell.n_local;
    if (sum > self->pages.page_size) {
      memset (counts, 0, sizeof (guint) * MOST_SHAPES);
      return 0;
    }
    n_read++;
    if (!read_cell (self, page, i, &cell, &record))
      continue;
    for (guint s = 0; s < self->n_shapes; s++)
      counts[s] += record_fits (&self->shapes[s], &record);
  }
  return n_read;
}

static int
only_one (guint64 mask)
{
  int found = NOBODY;

  for (int s = 0; s < MOST_SHAPES; s++)
    if ((mask & (G_GUINT64_CONSTANT (1) << s)) != 0) {
      if (found != NOBODY)
        return NOBODY;
      found = s;
    }
  return found;
}

static void
tell_by_shape (EhStrays *self, guint32 page)
{
  guint counts[MOST_SHAPES];
  guint n_read = count_fits (self, page, counts);
  int owner = self->owners[page];
  guint best = 0;
  guint64 mask = 0;

  for (guint s = 0; s < self->n_shapes; s++)
    best = MAX (best, counts[s]);
  for (guint s = 0; s < self->n_shapes; s++)
    if (counts[s] == best)
      mask |= G_GUINT64_CONSTANT (1) << s;
  if (best * 2 <= n_read)
    mask = 0;
  if (owner >= 0 && (mask & (G_GUINT64_CONSTANT (1) << owner)) != 0)
    return;
  self->owners[page] = (gint8) only_one (mask);
  self->in_tree[page / 8] &= (guint8) ~(1 << page % 8);
  if (mask != 0 && self->owners[page] == NOBODY)
    g_hash_table_insert (self->unsure, GUINT_TO_POINTER (page), g_memdup2 (&mask, sizeof mask));
}

/* One row of the list of tables: where does the tree of which table begin? */
static guint32
root_in (const EhRecord *record, EhStrays *self, int *owner)
{
  const EhRecordValue *kind = &record->values[0];
  const EhRecordValue *name = &record->values[1];
  const EhRecordValue *root = &record->values[3];

  *owner = OTHER;
  if (record->n != 5 || kind->type != SQLITE_TEXT || kind->bytes == NULL || kind->size != 5 ||
      memcmp (kind->bytes, "table", 5) != 0 || name->type != SQLITE_TEXT || name->bytes == NULL ||
      root->type != SQLITE_INTEGER || root->integer < 2 || root->integer > self->pages.n_pages)
    return 0;
  for (guint s = 0; s < self->n_shapes; s++)
    if (strlen (self->shapes[s].type->table) == name->size &&
        memcmp (self->shapes[s].type->table, name->bytes, name->size) == 0)
      *owner = (int) s;
  return (guint32) root->integer;
}

/* Everything below a page, each page for whoever comes first. */
static void
claim_tree (EhStrays *self, guint32 root, int owner)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (stack, root);
  while (stack->len > 0) {
    guint32 page = g_array_index (stack, guint32, stack->len - 1);
    EhPageKind kind = eh_pages_kind (&self->pages, page);

    g_array_set_size (stack, stack->len - 1);
    if (kind == EH_PAGE_OTHER || get_bit (self->in_tree, page))
      continue;
    set_bit (self->in_tree, page);
    self->owners[page] = (gint8) owner;
    if (kind == EH_PAGE_INTERIOR)
      for (guint i = 0; i <= eh_pages_n_cells (&self->pages, page); i++) {
        guint32 child = eh_pages_child (&self->pages, page, i);

        g_array_append_val (stack, child);
      }
  }
}

/* The list of tables is a table itself, whose tree begins on the first page. Leaves of it that are
 * no longer named are known by what they hold. */
static void
claim_trees (EhStrays *self)
{
  claim_tree (self, 1, OTHER);
  for (guint32 page = 1; page <= self->pages.n_pages; page++) {
    if (eh_pages_kind (&self->pages, page) != EH_PAGE_LEAF ||
        (get_bit (self->in_tree, page) && self->owners[page] != OTHER))
      continue;
    for (guint i = 0; i < eh_pages_n_cells (&self->pages, page); i++) {
      EhPageCell cell;
      EhRecord record;
      int owner;
      guint32 root = read_cell (self, page, i, &cell, &record) && record.n == 5
                         ? root_in (&record, self, &owner)
                         : 0;

      if (root > 0)
        claim_tree (self, root, owner);
    }
  }
}

/* A chain of pages that list free ones (1.5 of the format). Where a number makes no sense, so may
 * the rest: then nothing of it is taken for free. */
static void
mark_free (EhStrays *self, guint32 trunk)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  while (trunk != 0) {
    const guint8 *bytes = self->pages.bytes + (gsize) (trunk - 1) * self->pages.page_size;
    guint32 n;

    /* What is cut off lists nothing any more. */
    if (trunk > self->pages.n_pages || (gsize) trunk * self->pages.page_size > self->pages.size)
      break;
    n = eh_pages_be32 (bytes + 4);
    if (n > self->pages.page_size / 4 - 2 || !g_hash_table_add (found, GUINT_TO_POINTER (trunk)))
      return;
    for (guint32 i = 0; i < n; i++) {
      guint32 page = eh_pages_be32 (bytes + 8 + (gsize) i * 4);

      if (page < 2 || !g_hash_table_add (found, GUINT_TO_POINTER (page)))
        return;
    }
    trunk = eh_pages_be32 (bytes);
  }
  for (guint32 page = 2; page <= self->pages.n_pages; page++)
    if (g_hash_table_contains (found, GUINT_TO_POINTER (page)) && !get_bit (self->in_tree, page))
      self->owners[page] = FREE;
}

static void
settle (EhStrays *self, guint32 page, int owner)
{
  const guint64 *mask = g_hash_table_lookup (self->unsure, GUINT_TO_POINTER (page));

  if (mask == NULL || owner < 0 || (*mask & (G_GUINT64_CONSTANT (1) << owner)) == 0)
    return;
  self->owners[page] = (gint8) owner;
  g_hash_table_remove (self->unsure, GUINT_TO_POINTER (page));
}

/* All pages under one belong to one table. */
static void
settle_by_siblings (EhStrays *self, guint32 parent)
{
  int owner = NOBODY;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i <= eh_pages_n_cells (&self->pages, parent); i++) {
      guint32 page = eh_pages_child (&self->pages, parent, i);

      if (page < 1 || page > self->pages.n_pages)
        continue;
      if (round == 1)
        settle (self, page, owner);
      else if (self->owners[page] >= 0 && owner == NOBODY)
        owner = self->owners[page];
      else if (self->owners[page] >= 0 && owner != self->owners[page])
        return;
    }
}

/* A file that was written in one go has the pages of a table one after the other. */
static void
settle_by_neighbours (EhStrays *self)
{
  g_autofree gint8 *behind = g_malloc (self->pages.n_pages + 2);
  int before = NOBODY;

  behind[self->pages.n_pages + 1] = NOBODY;
  for (guint32 page = self->pages.n_pages; page > 0; page--)
    behind[page] = self->owners[page] >= 0 ? self->owners[page] : behind[page + 1];
  for (guint32 page = 1; page <= self->pages.n_pages; page++) {
    if (before >= 0 && before == behind[page])
      settle (self, page, before);
    if (self->owners[page] >= 0)
      before = self->owners[page];
  }
}

static void
tell_owners (EhStrays *self)
{
  for (guint32 page = 1; page <= self->pages.n_pages; page++)
    if (eh_pages_kind (&self->pages, page) != EH_PAGE_LEAF) {
      if (self->owners[page] != FREE)
        self->owners[page] = NOBODY;
    } else if (self->owners[page] != FREE && self->owners[page] != OTHER) {
      tell_by_shape (self, page);
    }
  if (g_hash_table_size (self->unsure) == 0)
    return;
  for (guint32 page = 1; page <= self->pages.n_pages; page++)
    if (eh_pages_kind (&self->pages, page) == EH_PAGE_INTERIOR)
      settle_by_siblings (self, page);
  settle_by_neighbours (self);
}

/* The table as the new file has it, with what its columns hold where a short row says nothing. */
static gboolean
make_table (EhStrays *self, Shape *shape)
{
  EhStmt s = eh_db_prepare (self->like, "SELECT sql FROM sqlite_schema WHERE name = ?");
  g_autofree char *sql = NULL;

  eh_stmt_bind_text (&s, shape->type->table);
  if (eh_stmt_step (&s))
    sql = eh_stmt_dup_text (&s, 0);
  return eh_stmt_finish (&s, NULL) && sql != NULL && eh_db_exec (self->db, sql, NULL);
}

static char *
insert_sql (const EhRowType *type, guint n)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR IGNORE INTO %s (", type->table);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", type->fields[i].name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static void
bind_value (EhStmt *s, const EhRecordValue *value, GPtrArray *texts)
{
  switch (value->type) {
  case SQLITE_INTEGER:
    eh_stmt_bind_int (s, value->integer);
    break;
  case SQLITE_FLOAT:
    eh_stmt_bind_real (s, value->real);
    break;
  case SQLITE_TEXT:
    g_ptr_array_add (texts, g_strndup ((const char *) value->bytes, value->size));
    eh_stmt_bind_text (s, texts->pdata[texts->len - 1]);
    break;
  default:
    eh_stmt_bind_null (s);
  }
}

/* Of two rows with one key the first stays; what is refused is no row. */
static void
put_row (EhStrays *self, Shape *shape, gint64 key, const EhRecord *record)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *insert = NULL;
  EhStmt s;

  if (shape->insert == NULL && !make_table (self, shape))
    return;
  if (shape->insert == NULL)
    shape->insert = insert_sql (shape->type, shape->type->n_fields);
  if (record->n < shape->type->n_fields)
    insert = insert_sql (shape->type, record->n);
  s = eh_db_prepare (self->db, insert != NULL ? insert : shape->insert);
  eh_stmt_bind_int (&s, key);
  for (guint i = 1; i < record->n; i++)
    bind_value (&s, &record->values[i], texts);
  eh_stmt_step (&s);
  self->n_rows += s.rc == SQLITE_DONE && sqlite3_changes (eh_db_handle (self->db)) > 0;
  s.rc = SQLITE_DONE;
  eh_stmt_finish (&s, NULL);
}

static void
read_row (EhStrays *self, Shape *shape, const EhPageCell *cell)
{
  g_autofree guint8 *bytes = eh_pages_whole_record (&self->pages, cell, self->used);
  EhRecord record;

  if (bytes != NULL && eh_record_read (bytes, cell->size, cell->size, &record) &&
      record_fits (shape, &record))
    put_row (self, shape, cell->key, &record);
  else
    g_hash_table_add (shape->cut, g_memdup2 (&cell->key, sizeof cell->key));
}

static void
read_page (EhStrays *self, guint32 page)
{
  Shape *shape = &self->shapes[self->owners[page]];

  for (guint i = 0; i < eh_pages_n_cells (&self->pages, page); i++) {
    EhPageCell cell;
    EhRecord record;

    if (read_cell (self, page, i, &cell, &record) && record_fits (shape, &record))
      read_row (self, shape, &cell);
  }
}

/* What the trees name comes before what only looks like it. */
static void
read_rows (EhStrays *self)
{
  for (guint round = 0; round < 2; round++)
    for (guint32 page = 1; page <= self->pages.n_pages; page++)
      if (self->owners[page] >= 0 && get_bit (self->in_tree, page) == (round == 0))
        read_page (self, page);
}

/**
 * eh_strays_new:
 * @pages: the file; its bytes are not needed afterwards
 * @first_free: the page on which its list of free pages begins, 0 for none
 * @like: a file of the current format
 * @error: set to a #EhStoreError
 *
 * Reads every row that is on a page of a table, into memory. Takes time and room in proportion to
 * the file, whatever is in it.
 *
 * Returns: (transfer full) (nullable): the rows
 */
EhStrays *
eh_strays_new (const EhPages *pages, guint32 first_free, EhDb *like, GError **error)
{
  g_autoptr (EhStrays) self = g_new0 (EhStrays, 1);
  gsize n_bits = pages->n_pages / 8 + 1;

  self->pages = *pages;
  self->like = like;
  self->owners = g_malloc (pages->n_pages + 1);
  memset (self->owners, NOBODY, pages->n_pages + 1);
  self->in_tree = g_malloc0 (n_bits);
  self->used = g_malloc0 (n_bits);
  self->unsure = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->db = eh_db_open (":memory:", EH_DB_CREATOR, error);
  if (self->db == NULL || !eh_db_exec (self->db, "PRAGMA foreign_keys = OFF; BEGIN", error) ||
      !learn_shapes (self, error))
    return NULL;
  claim_trees (self);
  mark_free (self, first_free);
  tell_owners (self);
  read_rows (self);
  self->pages.bytes = NULL;
  return eh_db_exec (self->db, "COMMIT", error) ? g_steal_pointer (&self) : NULL;
}

/**
 * eh_strays_free:
 * @self: (nullable) (transfer full): rows
 */
void
eh_strays_free (EhStrays *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->db, eh_db_close);
  for (guint i = 0; i < self->n_shapes; i++) {
    g_free (self->shapes[i].insert);
    g_hash_table_unref (self->shapes[i].cut);
  }
  g_free (self->owners);
  g_free (self->in_tree);
  g_free (self->used);
  g_hash_table_unref (self->unsure);
  g_free (self);
}

/**
 * eh_strays_knows:
 * @table: name of a table
 *
 * Returns: whether rows of it are looked for
 */
gboolean
eh_strays_knows (const char *table)
{
  return eh_row_store_type_named (table) != NULL ||
         g_str_equal (table, eh_received_row_type.table) || g_str_equal (table, erased_type.table);
}

/**
 * eh_strays_get_db:
 * @self: rows
 *
 * Returns: (transfer none): a connection to them, with a table only where there is a row
 */
EhDb *
eh_strays_get_db (EhStrays *self)
{
  return self->db;
}

/**
 * eh_strays_n_rows:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
eh_strays_n_rows (EhStrays *self)
{
  return self->n_rows;
}

/**
 * eh_strays_n_unsure:
 * @self: rows
 *
 * Returns: how many pages were left out because they could belong to more than one table
 */
guint
eh_strays_n_unsure (EhStrays *self)
{
  return g_hash_table_size (self->unsure);
}

/**
 * eh_strays_get_cut:
 * @self: rows
 * @table: name of a table
 *
 * Returns: (transfer none) (nullable) (element-type gint64): keys of rows that are there but for a
 *   part, which were left out
 */
GHashTable *
eh_strays_get_cut (EhStrays *self, const char *table)
{
  for (guint i = 0; i < self->n_shapes; i++)
    if (g_str_equal (self->shapes[i].type->table, table))
      return self->shapes[i].cut;
  return NULL;
}
