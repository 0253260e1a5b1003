/* What was sent and waits for a nod. It becomes an insight by a step of the history like any other,
 * under an id that was decided when it arrived: it is accepted while that insight is there, and an
 * undo puts it back among what waits. */

#include "eh-queue.h"

#include "config.h"
#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-erasing.h"
#include "eh-inbox.h"
#include "eh-insight-edit.h"
#include "eh-received-wipe.h"
#include "eh-redaction.h"
#include "eh-row-store.h"
#include "eh-slip.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include <glib/gi18n-lib.h>

#define ACCEPTED "EXISTS (SELECT 1 FROM insight i WHERE i.id = received.insight_id)"

static const char *const clauses[] = {
  [EH_QUEUE_WAITING] = "WHERE state = 'waiting' AND NOT " ACCEPTED,
  [EH_QUEUE_ACCEPTED] = "WHERE state <> 'taken_back' AND " ACCEPTED,
  [EH_QUEUE_REFUSED] = "WHERE state = 'refused' AND NOT " ACCEPTED,
  [EH_QUEUE_TAKEN_BACK] = "WHERE state = 'taken_back'",
};

/**
 * eh_queue_state_of:
 * @db: a connection
 * @row: something that was sent
 *
 * Returns: what became of it
 */
EhQueueState
eh_queue_state_of (EhDb *db, const EhReceived *row)
{
  if (row->state == EH_RECEIVED_STATE_TAKEN_BACK)
    return EH_QUEUE_TAKEN_BACK;
  if (eh_inbox_is_accepted (db, row))
    return EH_QUEUE_ACCEPTED;
  return row->state == EH_RECEIVED_STATE_REFUSED ? EH_QUEUE_REFUSED : EH_QUEUE_WAITING;
}

/**
 * eh_queue_list:
 * @db: a connection
 * @state: which
 *
 * Returns: (transfer full) (element-type EhReceived): what was sent and has that state, in the
 * order in which it arrived
 */
GPtrArray *
eh_queue_list (EhDb *db, EhQueueState state)
{
  g_autofree char *clause = g_strconcat (clauses[state], " ORDER BY id", NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = eh_row_store_list (db, &eh_received_row_type, clause, EH_ID_NONE, &error);

  if (rows != NULL)
    return rows;
  g_warning ("reading what was sent: %s", error->message);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) eh_received_free);
}

/**
 * eh_queue_count:
 * @db: a connection
 * @state: which
 *
 * Returns: how many there are
 */
guint
eh_queue_count (EhDb *db, EhQueueState state)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM received ", clauses[state], NULL);

  return (guint) eh_db_value (db, sql, 0);
}

static gboolean
is_there (EhDb *db, const EhRowType *type, EhId id)
{
  gpointer row = eh_reader_get (db, type, id);

  eh_row_free (type, row);
  return row != NULL;
}

/**
 * eh_queue_who:
 * @db: a connection
 * @row: something that was sent
 *
 * Returns: the participant who sent it, as far as a kiosk or their slip tells, or %EH_ID_NONE
 */
EhId
eh_queue_who (EhDb *db, const EhReceived *row)
{
  g_autoptr (EhSlip) slip = NULL;

  if (row->participant_id != EH_ID_NONE)
    return is_there (db, &eh_participant_row_type, row->participant_id) ? row->participant_id
                                                                        : EH_ID_NONE;
  slip = eh_reader_get (db, &eh_slip_row_type, row->slip_id);
  return slip != NULL ? slip->participant_id : EH_ID_NONE;
}

/* Ends what a step has begun, one way or the other. */
static gboolean
end (EhStore *store, gboolean well, GError **error)
{
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

/**
 * eh_queue_add:
 * @store: a store
 * @row: what was written at a kiosk on this computer; see eh_inbox_add()
 * @error: set to a #EhStoreError
 *
 * Takes in something as a phone would send it. It waits for a nod, and no step of the history tells
 * of it until then.
 *
 * Returns: whether it is safe
 */
gboolean
eh_queue_add (EhStore *store, EhReceived *row, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  gboolean again;

  g_return_val_if_fail (!eh_store_in_transaction (store), FALSE);
  if (!eh_inbox_begin (db, error))
    return FALSE;
  if (!eh_inbox_add (db, row, &again, error)) {
    eh_inbox_abort (db);
    return FALSE;
  }
  if (!eh_inbox_commit (db, error))
    return FALSE;
  eh_store_tell_received (store);
  return TRUE;
}

/* Whoever comes first in this list is told least of. */
static gboolean
tells_less (EhCredit a, EhCredit b)
{
  static const EhCredit order[] = { EH_CREDIT_NOT_LISTED, EH_CREDIT_ANONYMOUS, EH_CREDIT_ROLE_ONLY,
                                    EH_CREDIT_PSEUDONYM,  EH_CREDIT_INITIALS,  EH_CREDIT_FIRST_NAME,
                                    EH_CREDIT_NAMED,      EH_CREDIT_ASK };

  for (guint i = 0; i < G_N_ELEMENTS (order) && order[i] != b; i++)
    if (order[i] == a)
      return TRUE;
  return FALSE;
}

/* A wish answers the question where it is open. Where it was answered before, a phone may ask for
 * less to be told and never for more: slips are mixed up. */
static gboolean
put_wish (EhStore *store, EhId participant_id, EhCredit wish, GError **error)
{
  g_autoptr (EhParticipant) person = NULL;

  if (wish == EH_CREDIT_ASK)
    return TRUE;
  person = eh_reader_get (eh_store_get_db (store), &eh_participant_row_type, participant_id);
  if (person == NULL || !tells_less (wish, person->credit))
    return TRUE;
  person->credit = wish;
  return eh_store_put (store, &eh_participant_row_type, person, error);
}

static EhId
if_there (EhDb *db, const EhRowType *type, EhId id)
{
  return is_there (db, type, id) ? id : EH_ID_NONE;
}

static EhInsight *
insight_of (EhDb *db, const EhReceived *row, gboolean named)
{
  EhInsight *insight = eh_insight_new ();

  insight->id = row->insight_id;
  eh_set_str (&insight->text, row->text);
  insight->kind = row->kind;
  insight->workshop_id = if_there (db, &eh_workshop_row_type, row->workshop_id);
  insight->activity_id = if_there (db, &eh_activity_row_type, row->activity_id);
  insight->role_group_id = named ? EH_ID_NONE
                                 : if_there (db, &eh_role_group_row_type, row->role_group_id);
  insight->capture = row->capture;
  /* They wrote it themselves. */
  insight->checked = EH_CHECKED_YES;
  insight->said_at = row->sent_at;
  insight->created_at = g_get_real_time () / G_USEC_PER_SEC;
  return insight;
}

static gboolean
accept_one (EhStore *store, EhReceived *row, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  EhId who = eh_queue_who (db, row);
  g_autoptr (EhInsight) insight = insight_of (db, row, who != EH_ID_NONE);
  g_autoptr (GPtrArray) contributors = NULL;

  if (who != EH_ID_NONE) {
    EhContributor *contributor = eh_contributor_new ();

    contributors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
    contributor->participant_id = who;
    contributor->speaking_as = if_there (db, &eh_role_group_row_type, row->role_group_id);
    g_ptr_array_add (contributors, contributor);
  }
  row->state = EH_RECEIVED_STATE_WAITING;
  eh_set_str (&row->reason, "");
  row->tell_reason = FALSE;
  row->unsettled = FALSE;
  row->accepted_at = insight->created_at;
  return eh_insight_put (store, insight, contributors, error) &&
         (who == EH_ID_NONE || put_wish (store, who, row->credit, error)) &&
         eh_row_store_put (db, &eh_received_row_type, row, error);
}

/**
 * eh_queue_accept:
 * @store: a store
 * @ids: (element-type EhId): what was sent; what is accepted already or was taken back is passed
 *   over
 * @error: set to a #EhStoreError
 *
 * Makes insights of it, as one step that can be undone.
 *
 * Returns: whether it is safe
 */
gboolean
eh_queue_accept (EhStore *store, GArray *ids, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "Accepted %u contribution",
                                                         "Accepted %u contributions", ids->len),
                                            ids->len);
  gboolean well = TRUE;

  if (!eh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++) {
    g_autoptr (EhReceived) row = eh_reader_get (db, &eh_received_row_type,
                                                g_array_index (ids, EhId, i));

    if (row == NULL || row->state == EH_RECEIVED_STATE_TAKEN_BACK || eh_inbox_is_accepted (db, row))
      continue;
    well = accept_one (store, row, error);
  }
  if (!end (store, well, error))
    return FALSE;
  eh_store_tell_received (store);
  return TRUE;
}

/* What is refused waits no more, and what waits again was not refused. */
static gboolean
set_state (EhStore *store,
           GArray *ids,
           EhReceivedState from,
           EhReceivedState to,
           const char *reason,
           gboolean tell_reason,
           GError **error)
{
  EhDb *db = eh_store_get_db (store);
  gboolean well = TRUE;

  g_return_val_if_fail (!eh_store_in_transaction (store), FALSE);
  if (!eh_inbox_begin (db, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++) {
    g_autoptr (EhReceived) row = eh_reader_get (db, &eh_received_row_type,
                                                g_array_index (ids, EhId, i));

    if (row == NULL || row->state != from)
      continue;
    row->state = to;
    eh_set_str (&row->reason, reason);
    row->tell_reason = tell_reason && !eh_text_is_blank (reason);
    well = eh_row_store_put (db, &eh_received_row_type, row, error);
  }
  if (!well) {
    eh_inbox_abort (db);
    return FALSE;
  }
  if (!eh_inbox_commit (db, error))
    return FALSE;
  eh_store_tell_received (store);
  return TRUE;
}

/**
 * eh_queue_refuse:
 * @store: a store
 * @ids: (element-type EhId): what was sent
 * @reason: why, or "" for no reason
 * @tell_reason: whether whoever sent it may read the reason
 * @error: set to a #EhStoreError
 *
 * Does not take it in. It is kept, and eh_queue_reconsider() lets it wait again; whoever sent it
 * reads that it was not taken in.
 *
 * Returns: whether it is safe
 */
gboolean
eh_queue_refuse (
    EhStore *store, GArray *ids, const char *reason, gboolean tell_reason, GError **error)
{
  g_autofree char *clean = eh_text_clean_line (reason);

  return set_state (store, ids, EH_RECEIVED_STATE_WAITING, EH_RECEIVED_STATE_REFUSED, clean,
                    tell_reason, error);
}

/**
 * eh_queue_reconsider:
 * @store: a store
 * @ids: (element-type EhId): what was refused
 * @error: set to a #EhStoreError
 *
 * Returns: whether it waits again
 */
gboolean
eh_queue_reconsider (EhStore *store, GArray *ids, GError **error)
{
  return set_state (store, ids, EH_RECEIVED_STATE_REFUSED, EH_RECEIVED_STATE_WAITING, "", FALSE,
                    error);
}

/* Follows what was taken back: the insight goes for good, from the history too where it was made
 * and undone. */
static gboolean
erase_insights (EhStore *store, GArray *ids, EhRedaction *redaction, GError **error)
{
  EhDb *db = eh_store_get_db (store);

  if (!eh_withdrawal_flag_blocks (store, ids, error) ||
      !eh_redaction_apply (redaction, store, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    EhId id = g_array_index (ids, EhId, i);

    if (is_there (db, &eh_insight_row_type, id) &&
        !eh_store_remove (store, &eh_insight_row_type, id, error))
      return FALSE;
    if (!eh_received_wipe_of_insight (db, id, error))
      return FALSE;
  }
  return eh_erasing_forget (db, ids, &eh_insight_row_type, error);
}

static gboolean
settle_taken_back (EhStore *store, GArray *ids, GError **error)
{
  g_autoptr (EhRedaction) redaction = eh_redaction_of_insights (eh_store_get_db (store), ids,
                                                                error);

  if (redaction == NULL)
    return FALSE;
  if (!eh_store_begin (store, _ ("A contributor took their words back"), error))
    return FALSE;
  if (erase_insights (store, ids, redaction, error))
    return eh_store_commit_erasing (store, NULL, error);
  eh_store_abort (store);
  return FALSE;
}

static gboolean
settle_changed (EhStore *store, GPtrArray *rows, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  gboolean well = TRUE;

  if (!eh_store_begin (store, _ ("A contributor changed their words"), error))
    return FALSE;
  for (guint i = 0; well && i < rows->len; i++) {
    EhReceived *row = rows->pdata[i];
    g_autoptr (EhInsight) insight = eh_reader_get (db, &eh_insight_row_type, row->insight_id);

    if (insight == NULL)
      continue;
    eh_set_str (&insight->text, row->text);
    insight->kind = row->kind;
    row->unsettled = FALSE;
    well = eh_store_put (store, &eh_insight_row_type, insight, error) &&
           eh_row_store_put (db, &eh_received_row_type, row, error);
  }
  return end (store, well, error);
}

/**
 * eh_queue_erase:
 * @store: a store
 * @id: something that was sent
 * @error: set to a #EhStoreError
 *
 * Erases its words for good, with the insight that was made of them: for somebody who asks the
 * facilitator, or for a name that should not have been written.
 *
 * Returns: whether it is gone
 */
gboolean
eh_queue_erase (EhStore *store, EhId id, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  guint ignored;

  g_return_val_if_fail (!eh_store_in_transaction (store), FALSE);
  if (!eh_inbox_begin (db, error))
    return FALSE;
  if (!eh_inbox_take_back (db, id, error)) {
    eh_inbox_abort (db);
    return FALSE;
  }
  if (!eh_inbox_commit (db, error) || !eh_queue_settle (store, &ignored, &ignored, error))
    return FALSE;
  eh_inbox_clear_traces (db);
  eh_store_tell_received (store);
  return TRUE;
}

/**
 * eh_queue_settle:
 * @store: a store, outside a transaction
 * @n_changed: (out): insights whose words changed
 * @n_taken_back: (out): insights that were taken back
 * @error: set to a #EhStoreError
 *
 * Brings what contributors changed or took back after it was accepted to the insights. A change is
 * a step that can be undone; what was taken back is erased. Cheap when there is nothing to do.
 *
 * Returns: whether all of it is done
 */
gboolean
eh_queue_settle (EhStore *store, guint *n_changed, guint *n_taken_back, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) rows = eh_row_store_list (
      db, &eh_received_row_type, "WHERE unsettled = 1 ORDER BY id", EH_ID_NONE, error);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GArray) erased = g_array_new (FALSE, FALSE, sizeof (EhId));

  *n_changed = *n_taken_back = 0;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    EhReceived *row = rows->pdata[i];

    if (row->state == EH_RECEIVED_STATE_TAKEN_BACK)
      g_array_append_val (erased, row->insight_id);
    else if (eh_inbox_is_accepted (db, row))
      g_ptr_array_add (changed, row);
  }
  *n_changed = changed->len;
  *n_taken_back = erased->len;
  return (changed->len == 0 || settle_changed (store, changed, error)) &&
         (erased->len == 0 || settle_taken_back (store, erased, error));
}
