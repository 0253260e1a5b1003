/* What is tapped while a workshop runs: who takes the floor, and who has arrived. */

#include "eh-turns.h"

#include "config.h"
#include "eh-db.h"

#include <glib/gi18n-lib.h>

static EhId
put_turn (EhStore *store,
          EhId workshop_id,
          EhId activity_id,
          EhId participant_id,
          gboolean passed,
          const char *label,
          GError **error)
{
  EhTurn turn = {
    .id = eh_id_new (),
    .workshop_id = workshop_id,
    .activity_id = activity_id,
    .participant_id = participant_id,
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .passed = passed,
  };

  return eh_store_put_one (store, &eh_turn_row_type, &turn, label, NULL, error) ? turn.id
                                                                                : EH_ID_NONE;
}

/**
 * eh_turns_tap:
 * @store: the store of the project
 * @workshop_id: in which workshop
 * @activity_id: in which of its activities, or none
 * @participant_id: who takes the floor
 * @error: set to a #EhStoreError
 *
 * Each tap is a step of its own, so that a slip of the finger is undone alone.
 *
 * Returns: the turn, or %EH_ID_NONE if it could not be written
 */
EhId
eh_turns_tap (
    EhStore *store, EhId workshop_id, EhId activity_id, EhId participant_id, GError **error)
{
  return put_turn (store, workshop_id, activity_id, participant_id, FALSE,
                   _ ("Marked a turn to speak"), error);
}

/**
 * eh_turns_pass:
 * @store: the store of the project
 * @workshop_id: in which workshop
 * @activity_id: in which of its activities, or none
 * @participant_id: who lets their turn pass
 * @error: set to a #EhStoreError
 *
 * It is no turn and is never counted as one.
 *
 * Returns: what was written, or %EH_ID_NONE if it could not be
 */
EhId
eh_turns_pass (
    EhStore *store, EhId workshop_id, EhId activity_id, EhId participant_id, GError **error)
{
  return put_turn (store, workshop_id, activity_id, participant_id, TRUE,
                   _ ("Somebody let their turn pass"), error);
}

static EhStmt
prepare_of (EhDb *db, const char *select, const char *more, EhId workshop_id, EhId activity_id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM turn WHERE workshop_id = ? AND participant_id IS NOT NULL%s%s", select,
      activity_id != EH_ID_NONE ? " AND activity_id = ?" : "", more);
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, workshop_id);
  if (activity_id != EH_ID_NONE)
    eh_stmt_bind_id (&s, activity_id);
  return s;
}

static GHashTable *
count (EhDb *db, const char *more, EhId workshop_id, EhId activity_id)
{
  GHashTable *counts = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  EhStmt s = prepare_of (db, "participant_id, count (*)", more, workshop_id, activity_id);

  while (eh_stmt_step (&s)) {
    EhId who = eh_stmt_int (&s, 0);

    g_hash_table_insert (counts, g_memdup2 (&who, sizeof who),
                         GUINT_TO_POINTER ((guint) eh_stmt_int (&s, 1)));
  }
  eh_stmt_finish (&s, NULL);
  return counts;
}

/**
 * eh_turns_count:
 * @db: a connection
 * @workshop_id: a workshop
 * @activity_id: one of its activities, or none for the whole workshop
 *
 * Returns: (transfer full) (element-type EhId guint): how many turns each person took; whoever took
 *   none is not in it
 */
GHashTable *
eh_turns_count (EhDb *db, EhId workshop_id, EhId activity_id)
{
  return count (db, " AND passed = 0 GROUP BY participant_id", workshop_id, activity_id);
}

/**
 * eh_turns_passed:
 * @db: a connection
 * @workshop_id: a workshop
 * @activity_id: one of its activities, or none for the whole workshop
 *
 * Returns: (transfer full) (element-type EhId guint): how often each person let their turn pass
 */
GHashTable *
eh_turns_passed (EhDb *db, EhId workshop_id, EhId activity_id)
{
  return count (db, " AND passed = 1 GROUP BY participant_id", workshop_id, activity_id);
}

/**
 * eh_turns_last:
 * @db: a connection
 * @workshop_id: a workshop
 * @activity_id: one of its activities, or none for the whole workshop
 *
 * Returns: whose turn it was last, whether they took it or let it pass, or %EH_ID_NONE
 */
EhId
eh_turns_last (EhDb *db, EhId workshop_id, EhId activity_id)
{
  EhStmt s = prepare_of (db, "participant_id", " ORDER BY at DESC, id DESC LIMIT 1", workshop_id,
                         activity_id);
  EhId who = eh_stmt_step (&s) ? eh_stmt_int (&s, 0) : EH_ID_NONE;

  eh_stmt_finish (&s, NULL);
  return who;
}

/**
 * eh_turns_ask_again:
 * @store: the store of the project
 * @workshop_id: a workshop
 * @activity_id: one of its activities
 * @error: set to a #EhStoreError
 *
 * Forgets who let their turn pass, as one step: their turn comes again.
 *
 * Returns: whether it is written
 */
gboolean
eh_turns_ask_again (EhStore *store, EhId workshop_id, EhId activity_id, GError **error)
{
  g_autoptr (GPtrArray) turns = eh_reader_list_of (eh_store_get_db (store), &eh_turn_row_type,
                                                   "workshop_id", workshop_id);

  if (!eh_store_begin (store, _ ("Asked once more who let their turn pass"), error))
    return FALSE;
  for (guint i = 0; i < turns->len; i++) {
    const EhTurn *turn = turns->pdata[i];

    if (turn->passed && turn->activity_id == activity_id &&
        !eh_store_remove (store, &eh_turn_row_type, turn->id, error)) {
      eh_store_abort (store);
      return FALSE;
    }
  }
  return eh_store_commit (store, error);
}

/**
 * eh_attendance_tap:
 * @store: the store of the project
 * @workshop_id: which workshop
 * @participant_id: who has arrived
 * @role_group_id: the hat that they wear today, or none for their own
 * @error: set to a #EhStoreError
 *
 * Somebody has come. Where they sit stays as it was recorded.
 *
 * Returns: whether it is written
 */
gboolean
eh_attendance_tap (
    EhStore *store, EhId workshop_id, EhId participant_id, EhId role_group_id, GError **error)
{
  EhId id = eh_id_from_pair ("attendance", workshop_id, participant_id);
  g_autoptr (EhAttendance) row = eh_reader_get (eh_store_get_db (store), &eh_attendance_row_type,
                                                id);

  if (row == NULL)
    row = eh_attendance_new ();
  row->id = id;
  row->workshop_id = workshop_id;
  row->participant_id = participant_id;
  row->status = EH_PRESENCE_PRESENT;
  row->role_group_id = role_group_id;
  return eh_store_put_one (store, &eh_attendance_row_type, row, _ ("Recorded an attendance"), NULL,
                           error);
}
