/* The notes of a wall on their way into the project: tied to slips, compared with what is there,
 * and added a few at a time, so that the window goes on; all of them are one step of the history.
 */

#include "eh-wall-note.h"

#include "config.h"
#include "eh-contributor.h"
#include "eh-insight-edit.h"
#include "eh-reader.h"
#include "eh-slips.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/* Added in a turn of the main loop: less than a frame's work. */
#define CHUNK 25

/**
 * eh_wall_note_new:
 * @piece: (transfer full): the words
 *
 * Returns: (transfer full): a note of which nothing else is known
 */
EhWallNote *
eh_wall_note_new (EhWallPiece *piece)
{
  EhWallNote *self = g_new0 (EhWallNote, 1);

  self->piece = piece;
  self->who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  self->categories = g_array_new (FALSE, FALSE, sizeof (EhId));
  return self;
}

void
eh_wall_note_free (EhWallNote *self)
{
  eh_wall_piece_free (self->piece);
  g_clear_pointer (&self->slip, eh_slip_free);
  g_ptr_array_unref (self->who);
  g_array_unref (self->categories);
  g_free (self);
}

/**
 * eh_wall_note_text:
 *
 * Returns: (transfer none): the words, without the number of the slip where there is such a slip
 */
const char *
eh_wall_note_text (const EhWallNote *self)
{
  return self->slip != NULL ? self->piece->text : self->piece->whole;
}

/**
 * eh_wall_note_set_who:
 * @who: (nullable) (element-type EhContributor): who gave it
 * @role_group_id: the group alone, or none
 */
void
eh_wall_note_set_who (EhWallNote *self, GPtrArray *who, EhId role_group_id)
{
  g_autoptr (GPtrArray) before = self->who;

  self->who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  for (guint i = 0; who != NULL && i < who->len; i++)
    g_ptr_array_add (self->who, eh_contributor_copy (who->pdata[i]));
  self->role_group_id = self->who->len == 0 ? role_group_id : EH_ID_NONE;
}

/**
 * eh_wall_note_same_as:
 * @other: another note
 *
 * Takes over who, what kind and where it belongs. Whose slip it is stays.
 */
void
eh_wall_note_same_as (EhWallNote *self, const EhWallNote *other)
{
  if (self->slip == NULL || self->slip->participant_id == EH_ID_NONE)
    eh_wall_note_set_who (self, other->who, other->role_group_id);
  self->kind = other->kind;
  g_array_set_size (self->categories, 0);
  g_array_append_vals (self->categories, other->categories->data, other->categories->len);
}

static void
tie_to_slip (EhWallNote *note, EhDb *db, EhId workshop_id)
{
  g_autoptr (GPtrArray) who = NULL;
  EhContributor *contributor;

  if (note->piece->slip == NULL)
    return;
  note->slip = eh_slips_find (db, workshop_id, note->piece->slip);
  if (note->slip == NULL || note->slip->participant_id == EH_ID_NONE)
    return;
  who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  contributor = eh_contributor_new ();
  contributor->participant_id = note->slip->participant_id;
  g_ptr_array_add (who, contributor);
  eh_wall_note_set_who (note, who, EH_ID_NONE);
}

/**
 * eh_wall_notes_make:
 * @db: a project
 * @words: what was pasted
 * @rule: where a note ends
 * @workshop_id: whose slips are meant by numbers, or none
 *
 * Returns: (transfer full) (element-type EhWallNote): the notes; those that say much the same as
 *   an insight of the project are marked
 */
GPtrArray *
eh_wall_notes_make (EhDb *db, const char *words, EhWallRule rule, EhId workshop_id)
{
  g_autoptr (GPtrArray) pieces = eh_wall_split (words, rule);
  g_autoptr (GPtrArray) insights = eh_reader_list (db, &eh_insight_row_type);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_wall_note_free);

  for (guint i = 0; i < insights->len; i++)
    g_ptr_array_add (known, ((EhInsight *) insights->pdata[i])->text);
  g_ptr_array_add (known, NULL);
  eh_wall_compare (pieces, (const char *const *) known->pdata);
  g_ptr_array_set_free_func (pieces, NULL);
  for (guint i = 0; i < pieces->len; i++) {
    EhWallNote *note = eh_wall_note_new (pieces->pdata[i]);

    tie_to_slip (note, db, workshop_id);
    g_ptr_array_add (out, note);
  }
  return out;
}

/* --- Adding --- */

typedef struct {
  EhWorkspace *workspace;
  EhStore *store;
  GPtrArray *notes;
  EhId workshop_id;
  EhId activity_id;
  gint64 said_at;
  char *label;
  char *merge_key;
  guint next;
  int n_added;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->workspace);
  g_object_unref (work->store);
  g_ptr_array_unref (work->notes);
  g_free (work->label);
  g_free (work->merge_key);
  g_free (work);
}

/* Somebody who is said to have written on a slip has it. */
static gboolean
give_slip (Work *work, const EhWallNote *note, GError **error)
{
  g_autoptr (EhSlip) slip = NULL;

  if (note->slip == NULL || note->slip->participant_id != EH_ID_NONE || note->who->len != 1)
    return TRUE;
  slip = eh_slip_copy (note->slip);
  slip->participant_id = ((EhContributor *) note->who->pdata[0])->participant_id;
  return eh_store_put (work->store, &eh_slip_row_type, slip, error);
}

static gboolean
add_one (Work *work, const EhWallNote *note, GError **error)
{
  g_autoptr (EhInsight) row = eh_insight_new ();
  g_autofree char *origin = note->slip != NULL ? eh_slip_origin (note->slip) : NULL;

  if (note->left_out)
    return TRUE;
  eh_set_str (&row->text, eh_wall_note_text (note));
  if (origin != NULL)
    eh_set_str (&row->origin, origin);
  row->kind = note->kind;
  row->workshop_id = work->workshop_id;
  row->activity_id = work->activity_id;
  row->role_group_id = note->role_group_id;
  row->said_at = work->said_at;
  row->capture = note->slip != NULL ? EH_CAPTURE_SLIP : EH_CAPTURE_STICKY_NOTE;
  if (eh_insight_record_in_step (work->store, row, note->who, note->categories, "", error) ==
      EH_ID_NONE)
    return FALSE;
  work->n_added++;
  return give_slip (work, note, error);
}

static gboolean
add_some (Work *work, GError **error)
{
  guint end = MIN (work->next + CHUNK, work->notes->len);

  if (!eh_store_begin (work->store, work->label, error))
    return FALSE;
  eh_store_join (work->store, work->merge_key);
  for (; work->next < end; work->next++) {
    if (!add_one (work, work->notes->pdata[work->next], error)) {
      eh_store_abort (work->store);
      return FALSE;
    }
  }
  return eh_store_commit (work->store, error);
}

static gboolean
turn_cb (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  /* Closed meanwhile, or somebody is in the middle of something else. */
  if (eh_workspace_get_store (work->workspace) != work->store) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The project was closed."));
    return G_SOURCE_REMOVE;
  }
  if (eh_store_in_transaction (work->store))
    return G_SOURCE_CONTINUE;
  if (!add_some (work, &error)) {
    g_task_return_error (task, error);
    return G_SOURCE_REMOVE;
  }
  if (work->next < work->notes->len)
    return G_SOURCE_CONTINUE;
  g_task_return_int (task, work->n_added);
  return G_SOURCE_REMOVE;
}

static gboolean
is_today (EhDb *db, EhId workshop_id)
{
  g_autoptr (EhWorkshop) workshop = eh_reader_get (db, &eh_workshop_row_type, workshop_id);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  return workshop != NULL && g_str_equal (workshop->date, today);
}

/**
 * eh_wall_notes_add_async:
 * @workspace: the window's workspace; its workshop and activity are where the notes belong
 * @notes: (element-type EhWallNote): what to add
 * @cancellable: (nullable): stops it; what was added stays, and can be undone
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Adds notes as insights, a few in each turn of the main loop, as one step that can be undone.
 */
void
eh_wall_notes_add_async (EhWorkspace *workspace,
                         GPtrArray *notes,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  g_autofree char *guid = g_uuid_string_random ();
  Work *work = g_new0 (Work, 1);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += ((EhWallNote *) notes->pdata[i])->left_out ? 0 : 1;
  work->workspace = g_object_ref (workspace);
  work->store = g_object_ref (eh_workspace_get_store (workspace));
  work->notes = g_ptr_array_ref (notes);
  work->workshop_id = eh_workspace_get_workshop_id (workspace);
  work->activity_id = eh_workspace_get_activity_id (workspace);
  if (is_today (eh_workspace_get_db (workspace), work->workshop_id))
    work->said_at = g_get_real_time () / G_USEC_PER_SEC;
  work->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Added %u note from the wall",
                                              "Added %u notes from the wall", n),
                                 n);
  work->merge_key = g_strconcat ("wall ", guid, NULL);
  g_task_set_source_tag (task, eh_wall_notes_add_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  if (n == 0) {
    g_task_return_int (task, 0);
    return;
  }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, turn_cb, g_steal_pointer (&task), g_object_unref);
}

/**
 * eh_wall_notes_add_finish:
 * @result: what the callback was given
 * @error: set to a #EhStoreError
 *
 * Returns: how many were added; -1 when something went wrong
 */
int
eh_wall_notes_add_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
