/* Rows as plain structs with a description of their members: made, copied, compared and freed by
 * the description, so that no member can be forgotten in one of the four. Before the struct stands
 * how many hold it, for rows that are only read are shared. */

#include "eh-row.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

#define MEMBER(row, field, Type) (*(Type *) (gpointer) ((char *) (row) + (field)->offset))
#define MEMBER_OF(row, field, Type)                                                                \
  (*(const Type *) (gconstpointer) ((const char *) (row) + (field)->offset))

char eh_row_no_text[] = "";

/* As wide as what malloc() aligns to, so that the row after it is aligned as well. */
typedef union {
  gatomicrefcount holders;
  max_align_t alignment;
} Head;

static Head *
head_of (gconstpointer row)
{
  return (Head *) (gpointer) row - 1;
}

/**
 * eh_row_alloc:
 * @type: what to make
 *
 * Returns: (transfer full): a row of zeros whose texts are %NULL, for whoever fills in all of them;
 *   with #eh_row_no_text in rows that nobody is ever going to change
 */
gpointer
eh_row_alloc (const EhRowType *type)
{
  Head *head = g_malloc0 (sizeof (Head) + type->size);

  g_atomic_ref_count_init (&head->holders);
  return head + 1;
}

/**
 * eh_row_ref:
 * @row: a row that nobody changes any more
 *
 * Returns: (transfer full): the same row, to be freed once more; from any thread
 */
gpointer
eh_row_ref (gpointer row)
{
  g_atomic_ref_count_inc (&head_of (row)->holders);
  return row;
}

/**
 * eh_row_new:
 * @type: what to make
 *
 * Returns: (transfer full): a row of zeros, first words and empty texts
 */
gpointer
eh_row_new (const EhRowType *type)
{
  gpointer row = eh_row_alloc (type);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == EH_FIELD_TEXT)
      MEMBER (row, &type->fields[i], char *) = g_strdup ("");
  return row;
}

/**
 * eh_row_copy:
 * @type: what @row is
 * @row: (nullable): a row
 *
 * Returns: (transfer full) (nullable): a copy that shares nothing with @row
 */
gpointer
eh_row_copy (const EhRowType *type, gconstpointer row)
{
  gpointer copy;

  if (row == NULL)
    return NULL;
  copy = eh_row_alloc (type);
  memcpy (copy, row, type->size);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == EH_FIELD_TEXT)
      MEMBER (copy, &type->fields[i],
              char *) = g_strdup (MEMBER_OF (row, &type->fields[i], char *));
  return copy;
}

/**
 * eh_row_free:
 * @type: what @row is
 * @row: (nullable) (transfer full): a row, which goes when nobody else holds it (eh_row_ref())
 */
void
eh_row_free (const EhRowType *type, gpointer row)
{
  if (row == NULL || !g_atomic_ref_count_dec (&head_of (row)->holders))
    return;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == EH_FIELD_TEXT &&
        MEMBER (row, &type->fields[i], char *) != eh_row_no_text)
      g_free (MEMBER (row, &type->fields[i], char *));
  g_free (head_of (row));
}

/**
 * eh_row_field_compare:
 * @field: a member
 * @a: a row
 * @b: another
 *
 * Returns: less than, equal to or greater than 0 as @a's member is less than, equal to or greater
 *   than @b's: numbers by size, words by their place in the list, texts by length and then by bytes
 */
int
eh_row_field_compare (const EhField *field, gconstpointer a, gconstpointer b)
{
  double real_a, real_b;
  gint64 int_a, int_b;
  gsize length_a, length_b;

  switch (field->kind) {
  case EH_FIELD_TEXT:
    length_a = strlen (MEMBER_OF (a, field, char *));
    length_b = strlen (MEMBER_OF (b, field, char *));
    if (length_a != length_b)
      return length_a < length_b ? -1 : 1;
    return strcmp (MEMBER_OF (a, field, char *), MEMBER_OF (b, field, char *));
  case EH_FIELD_REAL:
    real_a = MEMBER_OF (a, field, double);
    real_b = MEMBER_OF (b, field, double);
    return (real_a > real_b) - (real_a < real_b);
  case EH_FIELD_BOOL:
    return (MEMBER_OF (a, field, gboolean) != 0) - (MEMBER_OF (b, field, gboolean) != 0);
  case EH_FIELD_ENUM:
    return MEMBER_OF (a, field, int) - MEMBER_OF (b, field, int);
  case EH_FIELD_ID:
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
    int_a = MEMBER_OF (a, field, gint64);
    int_b = MEMBER_OF (b, field, gint64);
    return (int_a > int_b) - (int_a < int_b);
  default:
    g_assert_not_reached ();
  }
}

/**
 * eh_row_field_equal:
 * @field: a member
 * @a: a row
 * @b: another
 *
 * Returns: whether the member is the same in both
 */
gboolean
eh_row_field_equal (const EhField *field, gconstpointer a, gconstpointer b)
{
  return eh_row_field_compare (field, a, b) == 0;
}

/**
 * eh_row_field_copy:
 * @field: a member
 * @to: the row that gets it
 * @from: the row that has it
 */
void
eh_row_field_copy (const EhField *field, gpointer to, gconstpointer from)
{
  switch (field->kind) {
  case EH_FIELD_TEXT:
    eh_set_str (&MEMBER (to, field, char *), MEMBER_OF (from, field, char *));
    break;
  case EH_FIELD_REAL:
    MEMBER (to, field, double) = MEMBER_OF (from, field, double);
    break;
  case EH_FIELD_BOOL:
    MEMBER (to, field, gboolean) = MEMBER_OF (from, field, gboolean);
    break;
  case EH_FIELD_ENUM:
    MEMBER (to, field, int) = MEMBER_OF (from, field, int);
    break;
  case EH_FIELD_ID:
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
    MEMBER (to, field, gint64) = MEMBER_OF (from, field, gint64);
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * eh_row_field_text:
 * @field: a member
 * @row: a row
 *
 * Returns: (transfer full): the member as a person reads it where the row alone tells; an id as
 *   eh_id_to_string()
 */
char *
eh_row_field_text (const EhField *field, gconstpointer row)
{
  switch (field->kind) {
  case EH_FIELD_TEXT:
    return g_strdup (MEMBER_OF (row, field, char *));
  case EH_FIELD_REAL:
    return g_strdup_printf ("%g", MEMBER_OF (row, field, double));
  case EH_FIELD_BOOL:
    return g_strdup (MEMBER_OF (row, field, gboolean) ? _ ("Yes") : _ ("No"));
  case EH_FIELD_ENUM:
    return g_strdup (eh_vocabulary_label (field->words, MEMBER_OF (row, field, int)));
  case EH_FIELD_ID:
    return eh_id_to_string (MEMBER_OF (row, field, gint64));
  case EH_FIELD_INT:
  case EH_FIELD_TIME:
    return g_strdup_printf ("%" G_GINT64_FORMAT, MEMBER_OF (row, field, gint64));
  default:
    g_assert_not_reached ();
  }
}

/**
 * eh_row_equal:
 * @type: what both are
 * @a: a row
 * @b: another
 *
 * Returns: whether every member is the same
 */
gboolean
eh_row_equal (const EhRowType *type, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!eh_row_field_equal (&type->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * eh_row_id:
 * @row: (nullable): a row of any type
 *
 * Returns: its id, or %EH_ID_NONE for %NULL
 */
EhId
eh_row_id (gconstpointer row)
{
  return row != NULL ? *(const EhId *) row : EH_ID_NONE;
}

/**
 * eh_row_type_field:
 * @type: a row type
 * @name: of a member
 *
 * Returns: (nullable): the member's description
 */
const EhField *
eh_row_type_field (const EhRowType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  return NULL;
}
