/* What reaches the words that were sent and have no history: erasing, withdrawal and merge. */

#include "eh-received-wipe.h"

#include "eh-row-store.h"

/* All that stays is that something was there, whose it may no longer be told. */
#define NOTHING_LEFT                                                                               \
  "text = '', kind = 'none', role_group_id = NULL, slip_id = NULL, participant_id = NULL,"         \
  " credit = 'ask', language = '', state = 'taken_back', changed_at = unixepoch (),"               \
  " reason = '', tell_reason = 0"

/* Theirs: what a kiosk knew to be, and what came with the code of a slip that they hold. */
#define OF_PERSON                                                                                  \
  " (participant_id = ?1 OR slip_id IN (SELECT id FROM slip WHERE participant_id = ?1))"

static gboolean
run_for (EhDb *db, const char *sql, EhId id, GError **error)
{
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, id);
  return eh_stmt_run (&s, error);
}

/**
 * eh_received_wipe:
 * @db: a writer, in a transaction
 * @id: something that was sent
 * @unsettled: whether its insight is still to be erased
 * @error: set to a #EhStoreError
 *
 * Returns: whether its words are gone
 */
gboolean
eh_received_wipe (EhDb *db, EhId id, gboolean unsettled, GError **error)
{
  return run_for (db,
                  unsettled
                      ? "UPDATE received SET unsettled = accepted_at IS NOT NULL, " NOTHING_LEFT
                        " WHERE id = ?1"
                      : "UPDATE received SET unsettled = 0, " NOTHING_LEFT " WHERE id = ?1",
                  id, error);
}

/**
 * eh_received_wipe_of_insight:
 * @db: a writer, in a transaction
 * @insight_id: an insight that is erased
 * @error: set to a #EhStoreError
 *
 * Returns: whether the words that it was made of are gone too
 */
gboolean
eh_received_wipe_of_insight (EhDb *db, EhId insight_id, GError **error)
{
  return run_for (db, "UPDATE received SET unsettled = 0, " NOTHING_LEFT " WHERE insight_id = ?1",
                  insight_id, error);
}

/**
 * eh_received_wipe_of_person:
 * @db: a writer, in a transaction
 * @participant_id: who withdraws
 * @error: set to a #EhStoreError
 *
 * Returns: whether all that they sent and that is no insight is gone
 */
gboolean
eh_received_wipe_of_person (EhDb *db, EhId participant_id, GError **error)
{
  return run_for (db,
                  "UPDATE received SET unsettled = accepted_at IS NOT NULL, " NOTHING_LEFT
                  " WHERE" OF_PERSON
                  " AND NOT EXISTS (SELECT 1 FROM insight i WHERE i.id = received.insight_id)",
                  participant_id, error);
}

/**
 * eh_received_unname:
 * @db: a writer, in a transaction
 * @participant_id: whose name goes
 * @nameless: the row without a name that stands for them from now on
 * @role_group_id: their group, or none
 * @error: set to a #EhStoreError
 *
 * Returns: whether nothing that they sent points to them any more
 */
gboolean
eh_received_unname (
    EhDb *db, EhId participant_id, EhId nameless, EhId role_group_id, GError **error)
{
  EhStmt s = eh_db_prepare (db, "UPDATE received SET slip_id = NULL, participant_id = ?2,"
                                " role_group_id = ?3, credit = 'not_listed', reason = ''"
                                " WHERE" OF_PERSON);

  eh_stmt_bind_id (&s, participant_id);
  eh_stmt_bind_id (&s, nameless);
  eh_stmt_bind_id (&s, role_group_id);
  return eh_stmt_run (&s, error);
}

/**
 * eh_received_count_of_person:
 * @db: a connection
 * @participant_id: somebody
 *
 * Returns: how much they sent that has words and is no insight
 */
guint
eh_received_count_of_person (EhDb *db, EhId participant_id)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT count (*) FROM received WHERE" OF_PERSON " AND state <> 'taken_back'"
          " AND NOT EXISTS (SELECT 1 FROM insight i WHERE i.id = received.insight_id)");
  guint n = 0;

  eh_stmt_bind_id (&s, participant_id);
  if (eh_stmt_step (&s))
    n = (guint) eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return n;
}

/* Of two states of one row: what was taken back stays so; otherwise the later one, and where the
 * times are the same, one that both sides choose alike. */
static gboolean
theirs_is_newer (const EhReceived *ours, const EhReceived *theirs)
{
  gboolean our_end = ours->state == EH_RECEIVED_STATE_TAKEN_BACK;
  gboolean their_end = theirs->state == EH_RECEIVED_STATE_TAKEN_BACK;

  if (our_end != their_end)
    return their_end;
  if (ours->changed_at != theirs->changed_at)
    return theirs->changed_at > ours->changed_at;
  if (ours->accepted_at != theirs->accepted_at)
    return theirs->accepted_at > ours->accepted_at;
  for (guint i = 0; i < eh_received_row_type.n_fields; i++) {
    int order = eh_row_field_compare (&eh_received_row_type.fields[i], ours, theirs);

    if (order != 0)
      return order < 0;
  }
  return FALSE;
}

/**
 * eh_received_union:
 * @ours: a connection to this project
 * @theirs: a connection to another copy of it
 * @error: set to a #EhStoreError
 *
 * Returns: (transfer full) (nullable) (element-type EhReceived): what was sent there and is missing
 *   here, or has gone on there
 */
GPtrArray *
eh_received_union (EhDb *ours, EhDb *theirs, GError **error)
{
  g_autoptr (GPtrArray) all = eh_row_store_list (theirs, &eh_received_row_type, "", EH_ID_NONE,
                                                 error);
  GPtrArray *rows;

  if (all == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_received_free);
  for (guint i = 0; i < all->len; i++) {
    const EhReceived *row = all->pdata[i];
    g_autoptr (EhReceived) there = eh_row_store_get (ours, &eh_received_row_type, row->id, NULL);

    if (there == NULL || theirs_is_newer (there, row))
      g_ptr_array_add (rows, eh_received_copy (row));
  }
  return rows;
}

static gboolean
put_one (EhDb *db, EhReceived *row, GError **error)
{
  EhStmt s = eh_db_prepare (db, "SELECT 1 FROM erased WHERE id IN (?, ?)");
  gboolean erased;

  eh_stmt_bind_id (&s, row->id);
  eh_stmt_bind_id (&s, row->insight_id);
  erased = eh_stmt_step (&s);
  if (!eh_stmt_finish (&s, error))
    return FALSE;
  /* The same thing sent to two laptops has two rows: only the first keeps the nonce. */
  s = eh_db_prepare (db, "SELECT 1 FROM received WHERE nonce_hash = ? AND id <> ?");
  eh_stmt_bind_text (&s, row->nonce_hash);
  eh_stmt_bind_id (&s, row->id);
  if (eh_stmt_step (&s))
    row->nonce_hash[0] = '\0';
  if (!eh_stmt_finish (&s, error) || !eh_row_store_put (db, &eh_received_row_type, row, error))
    return FALSE;
  return !erased || eh_received_wipe (db, row->id, FALSE, error);
}

/**
 * eh_received_put_union:
 * @db: a writer, in a transaction, after what was erased is known here
 * @rows: (element-type EhReceived): what eh_received_union() gave
 * @error: set to a #EhStoreError
 *
 * Returns: whether they are there; the words of what was erased are not
 */
gboolean
eh_received_put_union (EhDb *db, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!put_one (db, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}
