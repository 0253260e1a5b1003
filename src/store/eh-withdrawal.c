/* Somebody withdraws. What is erased is erased from the rows, from the full-text index, from the
 * whole history and from the free pages of the file, and leaves its id alone, so that a copy that
 * still has the words cannot bring them back. It is erased from other texts too that it was copied
 * to (eh-redaction.h), but for where somebody chose to let it stand.
 *
 * A person whose name goes is replaced by a new row without one, which keeps the role group and the
 * attendance: that somebody was in the room stays true. The old row is erased. */

#include "eh-withdrawal.h"

#include "config.h"
#include "eh-access-need.h"
#include "eh-db.h"
#include "eh-erasing.h"
#include "eh-received-wipe.h"
#include "eh-row-store.h"
#include "eh-text.h"
#include "eh-their-words.h"
#include "eh-versions-wipe.h"

#include <glib/gi18n-lib.h>

void
eh_withdrawal_plan_free (EhWithdrawalPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_array_unref (self->erased);
  g_array_unref (self->past);
  g_ptr_array_unref (self->places);
  eh_passages_unref (self->words);
  g_free (self);
}

/**
 * eh_withdrawal_plan_copy:
 * @self: a plan
 *
 * For a worker, which may outlive the one who asked. What is mentioned, and the words to look for,
 * are read only and shared; what was chosen is copied.
 *
 * Returns: (transfer full): the same plan
 */
EhWithdrawalPlan *
eh_withdrawal_plan_copy (const EhWithdrawalPlan *self)
{
  EhWithdrawalPlan *copy = g_memdup2 (self, sizeof *self);

  if (self->mentions != NULL)
    copy->mentions = g_ptr_array_ref (self->mentions);
  copy->erased = g_array_copy (self->erased);
  copy->past = g_array_copy (self->past);
  copy->places = eh_words_places_copy (self->places);
  copy->words = eh_passages_ref (self->words);
  return copy;
}

/**
 * eh_withdrawal_plan_list_gone:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type EhId): what is erased: the person and all that they said
 */
GArray *
eh_withdrawal_plan_list_gone (const EhWithdrawalPlan *self)
{
  GArray *ids = g_array_copy (self->erased);

  g_array_append_vals (ids, self->past->data, self->past->len);
  g_array_append_val (ids, self->participant_id);
  return ids;
}

/* An insight of theirs: how many others gave it, and whether published guidance rests on it. */
#define THEIR_INSIGHTS                                                                                               \
  "SELECT c.insight_id, (SELECT count (*) FROM contributor o WHERE o.insight_id = c.insight_id) > 1,"                \
  " EXISTS (SELECT 1 FROM block b JOIN guidance g ON g.id = b.guidance_id LEFT JOIN evidence e ON e.block_id = b.id" \
  " WHERE g.status = 'published' AND (e.insight_id = c.insight_id OR b.insight_id = c.insight_id))"                  \
  " FROM contributor c WHERE c.participant_id = ?"

static gboolean
sort_insights (EhDb *db, EhWithdrawalPlan *plan, GError **error)
{
  EhStmt s = eh_db_prepare (db, THEIR_INSIGHTS);

  eh_stmt_bind_id (&s, plan->participant_id);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);
    gboolean shared = eh_stmt_int (&s, 1) != 0;
    gboolean published = eh_stmt_int (&s, 2) != 0;
    gboolean goes = plan->scope == EH_WITHDRAWAL_REMOVE_ALL ||
                    (plan->scope == EH_WITHDRAWAL_REMOVE_UNPUBLISHED && !published);

    if (goes && !shared) {
      g_array_append_val (plan->erased, id);
      plan->n_insights_erased++;
    } else {
      plan->n_insights_unnamed++;
      plan->n_insights_shared += shared;
      plan->n_insights_published += published;
    }
  }
  return eh_stmt_finish (&s, error);
}

static gint64
count_for (EhDb *db, const char *sql, EhId id)
{
  EhStmt s = eh_db_prepare (db, sql);
  gint64 n = 0;

  eh_stmt_bind_id (&s, id);
  if (eh_stmt_step (&s))
    n = eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return n;
}

#define BLOCKS_ON_INSIGHT                                                                          \
  "SELECT b.id FROM block b WHERE b.insight_id = ?1"                                               \
  " OR EXISTS (SELECT 1 FROM evidence e WHERE e.block_id = b.id AND e.insight_id = ?1 AND e.stance <> 'disagrees')"

static gboolean
blocks_on_erased (EhDb *db, GArray *erased, GHashTable *blocks, GError **error)
{
  for (guint i = 0; i < erased->len; i++) {
    EhStmt s = eh_db_prepare (db, BLOCKS_ON_INSIGHT);

    eh_stmt_bind_id (&s, g_array_index (erased, EhId, i));
    while (eh_stmt_step (&s)) {
      EhId id = eh_stmt_int (&s, 0);

      g_hash_table_add (blocks, g_memdup2 (&id, sizeof id));
    }
    if (!eh_stmt_finish (&s, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
erases_waiting (EhWithdrawal scope)
{
  return scope == EH_WITHDRAWAL_REMOVE_UNPUBLISHED || scope == EH_WITHDRAWAL_REMOVE_ALL;
}

static EhRedaction *
redaction_of (EhDb *db, const EhWithdrawalPlan *plan)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const GArray *const lists[] = { plan->erased, plan->past };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      g_hash_table_add (ids, g_memdup2 (&g_array_index (lists[l], EhId, i), sizeof (EhId)));
  return eh_redaction_new (db, plan->words, ids);
}

/* Whose name alone goes has left their words to the project, those that it threw away too. */
static gboolean
collect_words (EhDb *db, EhWithdrawalPlan *plan, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *past;

  if (!eh_their_words_of_person (db, plan->participant_id, plan->words, error))
    return FALSE;
  if (!erases_waiting (plan->scope))
    return TRUE;
  past = eh_their_words_said_before (db, plan->participant_id, error);
  if (past == NULL)
    return FALSE;
  g_array_unref (plan->past);
  plan->past = past;
  for (guint i = 0; i < plan->erased->len; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (plan->erased, EhId, i), sizeof (EhId)));
  for (guint i = 0; i < past->len; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (past, EhId, i), sizeof (EhId)));
  return eh_their_words_of_insights (db, ids, plan->words, error) &&
         eh_their_words_sent (db, plan->participant_id, plan->words, error);
}

static gboolean
find_places (EhDb *db, EhWithdrawalPlan *plan, GError **error)
{
  g_autoptr (EhRedaction) redaction = NULL;
  GPtrArray *places;

  if (!collect_words (db, plan, error))
    return FALSE;
  redaction = redaction_of (db, plan);
  places = eh_words_places_find (redaction, db, plan->participant_id, &plan->n_versions, error);
  if (places == NULL)
    return FALSE;
  g_ptr_array_unref (plan->places);
  plan->places = places;
  return TRUE;
}

/**
 * eh_withdrawal_plan_new:
 * @db: a connection
 * @participant_id: who withdraws
 * @scope: how far
 * @error: set to a #EhStoreError
 *
 * Works out what a withdrawal would change, and changes nothing. Reads the whole project and its
 * history; for a worker when they are large.
 *
 * Returns: (transfer full) (nullable): the plan
 */
EhWithdrawalPlan *
eh_withdrawal_plan_new (EhDb *db, EhId participant_id, EhWithdrawal scope, GError **error)
{
  g_autoptr (EhWithdrawalPlan) self = g_new0 (EhWithdrawalPlan, 1);
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->participant_id = participant_id;
  self->scope = scope;
  self->erased = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->past = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_words_place_free);
  self->words = eh_passages_new ();
  if (scope == EH_WITHDRAWAL_NONE || scope == EH_WITHDRAWAL_STOP_CONTACT)
    return g_steal_pointer (&self);
  if (!sort_insights (db, self, error) || !blocks_on_erased (db, self->erased, blocks, error) ||
      !find_places (db, self, error))
    return NULL;
  self->n_blocks_flagged = g_hash_table_size (blocks);
  if (erases_waiting (scope))
    self->n_waiting_erased = eh_received_count_of_person (db, participant_id);
  self->n_access_needs = (guint) count_for (
      db, "SELECT count (*) FROM access_need WHERE participant_id = ?", participant_id);
  self->n_payments = (guint) count_for (
      db, "SELECT count (*) FROM payment WHERE participant_id = ?", participant_id);
  self->n_promises = (guint) count_for (
      db, "SELECT count (*) FROM promise WHERE participant_id = ?", participant_id);
  self->mentions = eh_mentions_of (db, participant_id, self->erased, error);
  return self->mentions != NULL ? g_steal_pointer (&self) : NULL;
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}

/* No more letters: something that can be undone, for whoever changes their mind. */
static gboolean
stop_contact (EhStore *store, EhWithdrawalPlan *plan, EhParticipant *person, GError **error)
{
  g_autoptr (EhConsent) consent = eh_reader_get (eh_store_get_db (store), &eh_consent_row_type,
                                                 person->id);
  g_autofree char *date = today ();

  person->withdrawal = plan->scope;
  eh_set_str (&person->withdrawn_on, date);
  if (!eh_store_begin (store, _ ("Recorded a withdrawal"), error))
    return FALSE;
  if (consent != NULL)
    consent->contact_after = EH_CONTACT_AFTER_NONE;
  if (!eh_store_put (store, &eh_participant_row_type, person, error) ||
      (consent != NULL && !eh_store_put (store, &eh_consent_row_type, consent, error))) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}

static gboolean
put_nameless (
    EhStore *store, EhWithdrawalPlan *plan, const EhParticipant *person, EhId id, GError **error)
{
  g_autoptr (EhParticipant) nameless = eh_participant_new ();
  g_autofree char *date = today ();

  nameless->id = id;
  nameless->role_group_id = person->role_group_id;
  nameless->credit = EH_CREDIT_NOT_LISTED;
  nameless->withdrawal = plan->scope;
  nameless->created_at = person->created_at;
  eh_set_str (&nameless->withdrawn_on, date);
  return eh_store_put (store, &eh_participant_row_type, nameless, error);
}

static gboolean
move_attendance (EhStore *store, EhId from, EhId to, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store), &eh_attendance_row_type,
                                                  "participant_id", from);

  for (guint i = 0; i < rows->len; i++) {
    EhAttendance *row = rows->pdata[i];

    row->participant_id = to;
    row->id = eh_id_from_pair ("attendance", row->workshop_id, to);
    if (!eh_store_put (store, &eh_attendance_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
move_contributions (EhStore *store, EhId from, EhId to, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store), &eh_contributor_row_type,
                                                  "participant_id", from);

  for (guint i = 0; i < rows->len; i++) {
    EhContributor *row = rows->pdata[i];

    row->participant_id = to;
    row->id = eh_id_from_pair ("contributor", row->insight_id, to);
    if (!eh_store_put (store, &eh_contributor_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_withdrawal_flag_blocks:
 * @store: the store, between begin and commit
 * @insight_ids: (element-type EhId): insights that are about to be erased
 * @error: set to a #EhStoreError
 *
 * Says on the guidance that rests on them that somebody should look at it again.
 *
 * Returns: whether it is said
 */
gboolean
eh_withdrawal_flag_blocks (EhStore *store, GArray *insight_ids, GError **error)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *date = today ();
  GHashTableIter iter;
  gpointer key;

  if (!blocks_on_erased (eh_store_get_db (store), insight_ids, blocks, error))
    return FALSE;
  g_hash_table_iter_init (&iter, blocks);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_autoptr (EhBlock) block = eh_reader_get (eh_store_get_db (store), &eh_block_row_type,
                                               *(EhId *) key);

    if (block == NULL)
      continue;
    g_free (block->flag);
    /* TRANSLATORS: %s is a date. An insight that this part of the guidance rested on was taken
     * back. */
    block->flag = g_strdup_printf (_ ("Support withdrawn on %s"), date);
    if (!eh_store_put (store, &eh_block_row_type, block, error))
      return FALSE;
  }
  return TRUE;
}

/* Somebody should read a text that lost some of its words. */
static gboolean
flag_block (EhStore *store, EhId id, const char *date, GError **error)
{
  g_autoptr (EhBlock) block = eh_reader_get (eh_store_get_db (store), &eh_block_row_type, id);

  if (block == NULL || !eh_text_is_blank (block->flag))
    return TRUE;
  g_free (block->flag);
  /* TRANSLATORS: %s is a date. Words of somebody who has withdrawn stood in this part of the
   * guidance. */
  block->flag = g_strdup_printf (_ ("Words taken out on %s"), date);
  return eh_store_put (store, &eh_block_row_type, block, error);
}

/* A part goes when all of its words do. */
static gboolean
goes (const EhWithdrawalPlan *plan, const EhWordsPlace *place)
{
  for (guint i = 0; place->goes && i < plan->places->len; i++) {
    const EhWordsPlace *other = plan->places->pdata[i];

    if (other->type == place->type && other->id == place->id && !other->take_out)
      return FALSE;
  }
  return place->goes && place->take_out;
}

static gboolean
take_words_out (EhStore *store, EhWithdrawalPlan *plan, EhRedaction *redaction, GError **error)
{
  g_autofree char *date = today ();

  for (guint i = 0; i < plan->places->len; i++) {
    const EhWordsPlace *place = plan->places->pdata[i];

    if (place->type != &eh_block_row_type || !place->take_out)
      continue;
    if (goes (plan, place) ? !eh_store_remove (store, place->type, place->id, error)
                           : !flag_block (store, place->id, date, error))
      return FALSE;
  }
  eh_words_places_follow (plan->places, redaction);
  return eh_redaction_apply (redaction, store, error);
}

static gboolean
erase (EhStore *store,
       EhWithdrawalPlan *plan,
       EhRedaction *redaction,
       const EhParticipant *person,
       GError **error)
{
  EhDb *db = eh_store_get_db (store);
  EhId nameless = eh_id_new ();

  if (erases_waiting (plan->scope) && !eh_received_wipe_of_person (db, person->id, error))
    return FALSE;
  if (!eh_received_unname (db, person->id, nameless, person->role_group_id, error) ||
      !eh_withdrawal_flag_blocks (store, plan->erased, error) ||
      !put_nameless (store, plan, person, nameless, error))
    return FALSE;
  if (!eh_versions_wipe_person (store, person, plan->scope != EH_WITHDRAWAL_REMOVE_NAME, error) ||
      !take_words_out (store, plan, redaction, error))
    return FALSE;
  for (guint i = 0; i < plan->erased->len; i++)
    if (!eh_store_remove (store, &eh_insight_row_type, g_array_index (plan->erased, EhId, i),
                          error))
      return FALSE;
  if (!eh_erasing_forget_insights (db, plan->past, error))
    return FALSE;
  return move_attendance (store, person->id, nameless, error) &&
         move_contributions (store, person->id, nameless, error) &&
         eh_store_remove (store, &eh_participant_row_type, person->id, error);
}

/**
 * eh_withdrawal_apply:
 * @store: the store of the project
 * @plan: what to do
 * @error: set to a #EhStoreError
 *
 * Does it. Beyond %EH_WITHDRAWAL_STOP_CONTACT it cannot be undone: the words are in no place of the
 * file any more. Copies and documents that were shared before are out of reach.
 *
 * Returns: whether it is done; when not, nothing has changed
 */
gboolean
eh_withdrawal_apply (EhStore *store, EhWithdrawalPlan *plan, GError **error)
{
  g_autoptr (EhParticipant) person = eh_reader_get (eh_store_get_db (store),
                                                    &eh_participant_row_type, plan->participant_id);
  g_autoptr (EhRedaction) redaction = NULL;

  if (person == NULL || plan->scope == EH_WITHDRAWAL_NONE) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_NOT_FOUND,
                         _ ("That person is not in the project any more."));
    return FALSE;
  }
  if (plan->scope == EH_WITHDRAWAL_STOP_CONTACT)
    return stop_contact (store, plan, person, error);
  if (!eh_store_begin (store, _ ("Honoured a withdrawal"), error))
    return FALSE;
  redaction = redaction_of (eh_store_get_db (store), plan);
  if (!erase (store, plan, redaction, person, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit_erasing (store, person->name, error);
}
