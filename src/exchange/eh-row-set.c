/* Rows of many tables in the order in which they can be inserted: what is referred to comes before
 * what refers to it. */

#include "eh-row-set.h"

#include "eh-access-need.h"
#include "eh-dataset.h"
#include "eh-rate.h"
#include "eh-venue-check.h"

static const EhRowType *const insert_order[] = {
  &eh_framework_row_type,   &eh_category_row_type,          &eh_role_group_row_type,
  &eh_participant_row_type, &eh_consent_row_type,           &eh_access_need_row_type,
  &eh_workshop_row_type,    &eh_activity_row_type,          &eh_attendance_row_type,
  &eh_insight_row_type,     &eh_contributor_row_type,       &eh_mapping_row_type,
  &eh_resource_row_type,    &eh_resource_category_row_type, &eh_guidance_row_type,
  &eh_block_row_type,       &eh_evidence_row_type,          &eh_invitation_row_type,
  &eh_venue_check_row_type, &eh_ground_rule_row_type,       &eh_promise_row_type,
  &eh_rate_row_type,        &eh_payment_row_type,           &eh_turn_row_type,
  &eh_term_row_type,
};

static void
table_free (gpointer data)
{
  EhRowTable *table = data;

  for (guint i = 0; i < table->rows->len; i++)
    eh_row_free (table->type, table->rows->pdata[i]);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static guint
place_of (const EhRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (insert_order); i++)
    if (insert_order[i] == type)
      return i;
  g_assert_not_reached ();
}

/**
 * eh_row_set_new:
 *
 * Returns: (transfer full): no rows
 */
EhRowSet *
eh_row_set_new (void)
{
  EhRowSet *self = g_new0 (EhRowSet, 1);

  self->tables = g_ptr_array_new_with_free_func (table_free);
  return self;
}

/**
 * eh_row_set_free:
 * @self: (nullable) (transfer full): rows
 */
void
eh_row_set_free (EhRowSet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * eh_row_set_add:
 * @self: rows
 * @type: what @row is; any type but the project's, of which a file has one
 * @row: (transfer full): one more
 */
void
eh_row_set_add (EhRowSet *self, const EhRowType *type, gpointer row)
{
  guint place = place_of (type);
  EhRowTable *table = NULL;
  guint i = 0;

  while (i < self->tables->len) {
    table = self->tables->pdata[i];
    if (table->type == type || place_of (table->type) > place)
      break;
    i++;
  }
  if (i == self->tables->len || table->type != type) {
    table = g_new (EhRowTable, 1);
    table->type = type;
    table->rows = g_ptr_array_new ();
    g_ptr_array_insert (self->tables, (int) i, table);
  }
  g_ptr_array_add (table->rows, row);
}

/**
 * eh_row_set_rows:
 * @self: rows
 * @type: a row type
 *
 * Returns: (transfer none) (nullable): the rows of that type; %NULL for none
 */
GPtrArray *
eh_row_set_rows (const EhRowSet *self, const EhRowType *type)
{
  for (guint i = 0; i < self->tables->len; i++) {
    EhRowTable *table = self->tables->pdata[i];

    if (table->type == type)
      return table->rows;
  }
  return NULL;
}

/**
 * eh_row_set_size:
 * @self: rows
 *
 * Returns: how many there are in all
 */
guint
eh_row_set_size (const EhRowSet *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tables->len; i++)
    n += ((EhRowTable *) self->tables->pdata[i])->rows->len;
  return n;
}
