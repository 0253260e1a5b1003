#pragma once

/* model: what the words of the design are, as plain rows. Knows no database, no screen, no file. */

#include "eh-id.h"
#include "eh-vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhFieldKind:
 * @EH_FIELD_ID: #EhId; 0 is stored as NULL
 * @EH_FIELD_INT: gint64
 * @EH_FIELD_REAL: double
 * @EH_FIELD_BOOL: gboolean, stored as 0 or 1
 * @EH_FIELD_TEXT: owned UTF-8, never %NULL
 * @EH_FIELD_ENUM: int, stored as the key of its word
 * @EH_FIELD_TIME: gint64, seconds since 1970 in UTC; 0 is stored as NULL
 */
typedef enum {
  EH_FIELD_ID = 1,
  EH_FIELD_INT,
  EH_FIELD_REAL,
  EH_FIELD_BOOL,
  EH_FIELD_TEXT,
  EH_FIELD_ENUM,
  EH_FIELD_TIME,
} EhFieldKind;

/**
 * EhField:
 * @name: name of the member and of the column
 * @kind: what it holds
 * @offset: where it is in the struct, in bytes
 * @words: (nullable): the values of an enumeration
 */
typedef struct {
  const char *name;
  EhFieldKind kind;
  gsize offset;
  const EhVocabulary *words;
} EhField;

/**
 * EhRowType:
 * @table: name of the table
 * @size: of the struct, in bytes
 * @fields: the members, `id` first, in the order of the table's columns
 * @n_fields: how many
 * @free: frees one row, for containers
 *
 * What the store needs to know of a struct to read and write it. One description serves the struct,
 * its memory and its table, and a test holds it against the schema.
 */
typedef struct {
  const char *table;
  gsize size;
  const EhField *fields;
  guint n_fields;
  GDestroyNotify free;
} EhRowType;

#define EH_FIELD_OF(Type, member, kind)                                                            \
  {                                                                                                \
#member, kind, G_STRUCT_OFFSET(Type, member), NULL                                             \
  }
#define EH_FIELD_OF_ENUM(Type, member, vocabulary)                                                 \
  {                                                                                                \
#member, EH_FIELD_ENUM, G_STRUCT_OFFSET(Type, member), &vocabulary                             \
  }

/* The text of rows whose texts were left out, which is nobody's to free; see eh_row_alloc(). */
extern char eh_row_no_text[];

gpointer eh_row_alloc (const EhRowType *type);
gpointer eh_row_ref (gpointer row);
gpointer eh_row_new (const EhRowType *type);
gpointer eh_row_copy (const EhRowType *type, gconstpointer row);
void eh_row_free (const EhRowType *type, gpointer row);
gboolean eh_row_equal (const EhRowType *type, gconstpointer a, gconstpointer b);
EhId eh_row_id (gconstpointer row);
gboolean eh_row_field_equal (const EhField *field, gconstpointer a, gconstpointer b);
void eh_row_field_copy (const EhField *field, gpointer to, gconstpointer from);
char *eh_row_field_text (const EhField *field, gconstpointer row);
int eh_row_field_compare (const EhField *field, gconstpointer a, gconstpointer b);
const EhField *eh_row_type_field (const EhRowType *type, const char *name);

/* The struct's first member is its id; prefix_new() gives zeros, first words and empty texts. */
#define EH_DECLARE_ROW(Type, prefix)                                                               \
  extern const EhRowType prefix##_row_type;                                                        \
  Type *prefix##_new (void);                                                                       \
  Type *prefix##_copy (const Type *row);                                                           \
  void prefix##_free (Type *row);                                                                  \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_free)

#define EH_DEFINE_ROW(Type, prefix, table_name, field_array)                                       \
  const EhRowType prefix##_row_type = { table_name, sizeof (Type), field_array,                    \
                                        G_N_ELEMENTS (field_array),                                \
                                        (GDestroyNotify) prefix##_free };                          \
  Type *prefix##_new (void)                                                                        \
  {                                                                                                \
    return eh_row_new (&prefix##_row_type);                                                        \
  }                                                                                                \
  Type *prefix##_copy (const Type *row)                                                            \
  {                                                                                                \
    return eh_row_copy (&prefix##_row_type, row);                                                  \
  }                                                                                                \
  void prefix##_free (Type *row)                                                                   \
  {                                                                                                \
    eh_row_free (&prefix##_row_type, row);                                                         \
  }

G_END_DECLS
