/* Rows as plain structs with a description of their members: made, copied, compared and freed by
 * the description, so that no member can be forgotten in one of the four. */

#include "eh-row.h"

#include <string.h>

#define MEMBER(row, field, Type) (*(Type *) (gpointer) ((char *) (row) + (field)->offset))
#define MEMBER_OF(row, field, Type)                                                                \
  (*(const Type *) (gconstpointer) ((const char *) (row) + (field)->offset))

/**
 * eh_row_new:
 * @type: what to make
 *
 * Returns: (transfer full): a row of zeros, first words and empty texts
 */
gpointer
eh_row_new (const EhRowType *type)
{
  gpointer row = g_malloc0 (type->size);

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
  copy = g_memdup2 (row, type->size);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == EH_FIELD_TEXT)
      MEMBER (copy, &type->fields[i],
              char *) = g_strdup (MEMBER_OF (row, &type->fields[i], char *));
  return copy;
}

/**
 * eh_row_free:
 * @type: what @row is
 * @row: (nullable) (transfer full): a row
 */
void
eh_row_free (const EhRowType *type, gpointer row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == EH_FIELD_TEXT)
      g_free (MEMBER (row, &type->fields[i], char *));
  g_free (row);
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
  for (guint i = 0; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];

    switch (field->kind) {
    case EH_FIELD_TEXT:
      if (strcmp (MEMBER_OF (a, field, char *), MEMBER_OF (b, field, char *)) != 0)
        return FALSE;
      break;
    case EH_FIELD_REAL:
      if (memcmp (&MEMBER_OF (a, field, double), &MEMBER_OF (b, field, double), sizeof (double)) !=
          0)
        return FALSE;
      break;
    case EH_FIELD_BOOL:
      if (!MEMBER_OF (a, field, gboolean) != !MEMBER_OF (b, field, gboolean))
        return FALSE;
      break;
    case EH_FIELD_ENUM:
      if (MEMBER_OF (a, field, int) != MEMBER_OF (b, field, int))
        return FALSE;
      break;
    case EH_FIELD_ID:
    case EH_FIELD_INT:
    case EH_FIELD_TIME:
      if (MEMBER_OF (a, field, gint64) != MEMBER_OF (b, field, gint64))
        return FALSE;
      break;
    default:
      g_assert_not_reached ();
    }
  }
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
